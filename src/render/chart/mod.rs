//! A matrix as a heat map: one SVG file that needs nothing else, for a paper, a slide or a web page.
//!
//! Every cell says in words what its colour says. The picture carries its title, what its cells count, its
//! denominators and a legend; a viewer that reads aloud gets a title and a description. The same matrix gives the
//! same bytes. Lengths are in SVG's user units, which browsers show as pixels.

mod heat_map;
mod layout;
mod legend;
mod marks;
mod scale;
mod steps;
mod svg;
mod typeset;

#[cfg(test)]
mod tests;

pub use heat_map::heat_map;
pub use steps::{Fill, Steps};
