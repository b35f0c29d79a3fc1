//! Marks that the parts of a picture share.

use super::legend;
use super::scale;
use super::steps::Fill;
use super::svg::{Area, Ink, Svg, length};
use super::typeset::LEADING;

/// A box filled as a cell or as its sample in the legend.
pub fn swatch(svg: &mut Svg, area: Area, fill: Fill, colour: &str) {
    let colour = if fill == Fill::Blank { legend::HATCHED } else { colour };
    svg.rect(area, colour, if fill == Fill::NotJudged { scale::EDGE } else { "none" });
}

/// Lines in the middle of a height.
pub fn centred(svg: &mut Svg, x: f64, top: f64, tall: f64, lines: &[String], ink: Ink<'_>) {
    let leading = ink.size * LEADING;
    let first = top + (tall - leading * lines.len() as f64) / 2.0;
    for (at, line) in lines.iter().enumerate() {
        // Letters of a line reach from a fifth above its foot to its head.
        svg.text(x, first + leading * at as f64 + ink.size, line, ink);
    }
}

/// Level lines, the last on `bottom`.
pub fn upright(svg: &mut Svg, x: f64, bottom: f64, lines: &[String], ink: Ink<'_>) {
    for (at, line) in lines.iter().rev().enumerate() {
        svg.text(x, bottom - at as f64 * ink.size * LEADING, line, ink);
    }
}

/// Lines that rise from `x` to the right at half a right angle.
pub fn slanted(svg: &mut Svg, x: f64, bottom: f64, lines: &[String], ink: Ink<'_>) {
    let step = ink.size * LEADING * std::f64::consts::FRAC_1_SQRT_2;
    for (at, line) in lines.iter().enumerate() {
        // The first line stands left of and above the next.
        let back = at as f64 - (lines.len() - 1) as f64 / 2.0;
        let (x, y) =
            (x + ink.size / 3.0 + back * step, bottom + (back - (lines.len() - 1) as f64 / 2.0) * step);
        let turn = format!("rotate(-45 {} {})", length(x), length(y));
        svg.text_turned(x, y, line, Ink { anchor: "start", ..ink }, Some(&turn));
    }
}
