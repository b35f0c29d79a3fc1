use super::layout::{GAP, MARGIN, SMALL};
use super::marks::swatch;
use super::scale;
use super::steps::Steps;
use super::svg::{Area, Ink, Svg};
use super::typeset::width;

/// What fills a blank cell.
pub const HATCHED: &str = "url(#blank)";

const BOX: f64 = 14.0;
const LINE: f64 = 22.0;

/// Slanted lines, for cells of which nothing is known.
pub fn define_hatch(svg: &mut Svg) {
    svg.open("defs", &[]);
    let turned = [("patternUnits", "userSpaceOnUse"), ("patternTransform", "rotate(45)")];
    let pattern = [&[("id", "blank"), ("width", "6"), ("height", "6")], &turned[..]].concat();
    svg.open("pattern", &pattern);
    svg.empty("rect", &[("width", "6"), ("height", "6"), ("fill", scale::PAPER)]);
    let line = [("x1", "0"), ("y1", "0"), ("x2", "0"), ("y2", "6")];
    svg.empty("line", &[&line[..], &[("stroke", scale::HATCH), ("stroke-width", "1.5")]].concat());
    svg.close("pattern");
    svg.close("defs");
}

/// Draws a sample of every fill with what it stands for, on as many lines as it takes; gives where it ends.
pub fn draw(svg: &mut Svg, steps: &Steps, top: f64, available: f64) -> f64 {
    let ink = Ink { size: SMALL, colour: scale::INK, anchor: "start", bold: false };
    svg.text(MARGIN, top + SMALL, steps.about(), Ink { bold: true, ..ink });
    let (mut x, mut y) = (MARGIN, top + LINE);
    for (fill, label) in steps.legend() {
        let room = BOX + 5.0 + width(&label, SMALL);
        if x + room > available - MARGIN && x > MARGIN {
            (x, y) = (MARGIN, y + LINE);
        }
        let sample = Area { x, y: y - 1.0, width: BOX, height: BOX };
        swatch(svg, sample, fill, steps.colour(fill));
        svg.rect(sample, "none", scale::EDGE);
        svg.text(x + BOX + 5.0, y + SMALL, &label, ink);
        x += room + GAP;
    }
    y + LINE
}
