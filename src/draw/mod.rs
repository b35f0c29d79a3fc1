//! Pages of a PDF as pictures.
//!
//! `renderer` is the only file that knows the rendering library, which is much to build and stands behind the
//! cargo feature `image`, which is on by default. Without the feature, opening a file is [`DrawError::NotBuilt`].

mod error;
mod grey;
#[cfg(feature = "image")]
mod patience;
#[cfg(feature = "image")]
mod renderer;
#[cfg(not(feature = "image"))]
#[path = "without.rs"]
mod renderer;

pub use error::DrawError;
pub use grey::Grey;
pub use renderer::{File, Picture};

/// The longest side of a picture, in pixels: an A4 page at 400 dots an inch. A page that would be drawn larger is
/// drawn at a lower resolution.
pub const LONGEST_SIDE: f32 = 4_700.0;

/// Pages of a file whose drawing may take longer than it may before none is drawn any more.
#[cfg(feature = "image")]
const LONG_PAGES: usize = 2;
