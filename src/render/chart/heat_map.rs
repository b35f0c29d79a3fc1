use super::layout::{CELL, GAP, LABEL, Layout, MARGIN, RowLayout, SMALL, height};
use super::legend;
use super::marks::{centred, slanted, swatch, upright};
use super::scale;
use super::steps::Steps;
use super::svg::{Area, Ink, Svg, length};
use super::typeset::{FONTS, LEADING, lines};
use crate::query::compare::{Cell, Held, Matrix, Row};
use crate::query::words;
use crate::render::compare::notes;

const TITLE: f64 = 17.0;

/// A picture narrower than this leaves no room for its notes.
const LEAST_WIDTH: f64 = 640.0;

const START: &str = "start";
const MIDDLE: &str = "middle";
const END: &str = "end";

/// The matrix as an SVG file: well-formed XML in UTF-8, without scripts or references to anything outside it.
pub fn heat_map(matrix: &Matrix) -> String {
    let (shown, empty) = matrix.counting();
    let layout = Layout::of(&shown);
    let mut drawing = Drawing {
        matrix: &shown,
        steps: Steps::of(&shown),
        width: (layout.right() + MARGIN).max(LEAST_WIDTH),
        layout,
        svg: Svg::default(),
        y: MARGIN,
    };
    drawing.title();
    drawing.headings();
    drawing.rows();
    drawing.under();
    drawing.legend();
    drawing.notes(&empty);
    drawing.framed()
}

struct Drawing<'a> {
    matrix: &'a Matrix,
    steps: Steps,
    layout: Layout,
    width: f64,
    svg: Svg,
    /// How far down it is drawn.
    y: f64,
}

impl Drawing<'_> {
    fn title(&mut self) {
        let ink = Ink { size: TITLE, colour: scale::INK, anchor: START, bold: true };
        self.paragraph(&notes::title(self.matrix), ink);
        self.paragraph(&notes::denominators(self.matrix), small(START));
        self.y += GAP;
    }

    /// Text over the whole width.
    fn paragraph(&mut self, text: &str, ink: Ink<'_>) {
        for line in lines(text, ink.size, self.width - 2.0 * MARGIN) {
            self.svg.text(MARGIN, self.y + ink.size, &line, ink);
            self.y += ink.size * LEADING;
        }
    }

    fn headings(&mut self) {
        let bottom = self.y + self.layout.headings.height - GAP / 2.0;
        let columns = self.matrix.columns.len();
        for (at, heading) in self.layout.headings.lines.iter().enumerate() {
            let colour = if at < columns { scale::INK } else { scale::QUIET };
            let x = self.layout.column(at) + self.layout.cell_width / 2.0;
            let ink = Ink { size: CELL, colour, anchor: MIDDLE, bold: false };
            match self.layout.headings.slanted {
                true => slanted(&mut self.svg, x, bottom, heading, ink),
                false => upright(&mut self.svg, x, bottom, heading, ink),
            }
        }
        self.y += self.layout.headings.height;
    }

    fn rows(&mut self) {
        let layouts = std::mem::take(&mut self.layout.rows);
        for (at, (row, layout)) in self.matrix.rows.iter().zip(&layouts).enumerate() {
            if layout.begins_group && at > 0 {
                self.y += GAP / 2.0;
            }
            let below = layouts[at + 1..].iter().take_while(|layout| layout.label.is_empty());
            let group = layout.height + below.map(|layout| layout.height).sum::<f64>();
            self.labels(layout, group);
            for (column, (cell, text)) in row.cells.iter().zip(&layout.cells).enumerate() {
                self.cell(row, column, cell, text, layout.height);
            }
            self.beside(&row.held, layout.height);
            self.y += layout.height;
        }
    }

    /// The row's name, in the middle of the rows that it stands for, and its area's.
    fn labels(&mut self, row: &RowLayout, group: f64) {
        let label = Ink { size: LABEL, colour: scale::INK, anchor: END, bold: false };
        let right = self.layout.left() - GAP;
        // Beside several areas' rows a name stands on the left, at the top.
        if self.layout.area_width > 0.0 {
            let left = Ink { anchor: START, ..label };
            let tall = height(&row.label, LABEL) + GAP / 2.0;
            centred(&mut self.svg, MARGIN, self.y, tall.max(row.height).min(group), &row.label, left);
            let area = Ink { size: CELL, ..label };
            centred(&mut self.svg, right, self.y, row.height, &row.area, area);
        } else {
            centred(&mut self.svg, right, self.y, row.height, &row.label, label);
        }
    }

    fn cell(&mut self, row: &Row, column: usize, cell: &Cell, text: &[String], tall: f64) {
        let fill = self.steps.fill(cell);
        let (x, width) = (self.layout.column(column), self.layout.cell_width);
        let area = Area { x: x + 1.0, y: self.y + 1.0, width: width - 2.0, height: tall - 2.0 };
        self.svg.open("g", &[]);
        self.svg.holding("title", &[], &self.told(row, column, cell));
        swatch(&mut self.svg, area, fill, self.steps.colour(fill));
        let ink = Ink { size: CELL, colour: self.steps.ink(fill), anchor: MIDDLE, bold: false };
        centred(&mut self.svg, x + width / 2.0, self.y, tall, text, ink);
        self.svg.close("g");
    }

    /// What a viewer says of a cell that is pointed at.
    fn told(&self, row: &Row, column: usize, cell: &Cell) -> String {
        let area = row.area.as_ref().map_or_else(String::new, |area| format!(", {area}"));
        let place = format!("{}{area}, {}", row.key.label, self.matrix.columns[column].key.label);
        let held = words::count(cell.held.letters_held, "letter");
        match cell.count {
            None => format!("{place}: blank, no letter held could have said it ({held} held)"),
            Some(count) => format!(
                "{place}: {} in {} of {} that could have said it ({held} held)",
                words::count(count, "finding"),
                cell.letters_naming,
                words::count(cell.held.letters_could, "letter"),
            ),
        }
    }

    /// The row's denominators.
    fn beside(&mut self, held: &Held, tall: f64) {
        for (at, line) in self.layout.beside.iter().enumerate() {
            let x = self.layout.column(self.matrix.columns.len() + at) + self.layout.cell_width / 2.0;
            centred(&mut self.svg, x, self.y, tall, &[(line.of)(held).to_string()], small(MIDDLE));
        }
    }

    /// The columns' denominators.
    fn under(&mut self) {
        self.y += GAP / 2.0;
        let tall = SMALL * LEADING + 4.0;
        for line in &self.layout.under {
            let right = self.layout.left() - GAP;
            centred(&mut self.svg, right, self.y, tall, &[line.label.to_owned()], small(END));
            let held = self.matrix.columns.iter().map(|column| &column.held);
            for (at, held) in held.enumerate() {
                let x = self.layout.column(at) + self.layout.cell_width / 2.0;
                centred(&mut self.svg, x, self.y, tall, &[(line.of)(held).to_string()], small(MIDDLE));
            }
            for (at, beside) in self.layout.beside.iter().enumerate() {
                let x = self.layout.column(self.matrix.columns.len() + at) + self.layout.cell_width / 2.0;
                let total = (beside.label == line.label).then(|| (line.of)(&self.matrix.held).to_string());
                centred(&mut self.svg, x, self.y, tall, total.as_slice(), small(MIDDLE));
            }
            self.y += tall;
        }
    }

    fn legend(&mut self) {
        self.y += GAP;
        self.y = legend::draw(&mut self.svg, &self.steps, self.y, self.width) + GAP;
    }

    fn notes(&mut self, empty: &[String]) {
        let notes = notes::meaning(self.matrix).into_iter();
        for note in notes.chain(notes::named_by_none(self.matrix, empty)).chain(notes::not_held(self.matrix))
        {
            self.paragraph(&note, small(START));
        }
    }

    /// The whole file.
    fn framed(self) -> String {
        let (width, height) = (length(self.width.ceil()), length((self.y + MARGIN).ceil()));
        let frame = format!("0 0 {width} {height}");
        let mut out = Svg::default();
        out.open(
            "svg",
            &[
                ("xmlns", "http://www.w3.org/2000/svg"),
                ("role", "img"),
                ("aria-labelledby", "matrix-title matrix-about"),
                ("width", &width),
                ("height", &height),
                ("viewBox", &frame),
                ("font-family", FONTS),
            ],
        );
        out.holding("title", &[("id", "matrix-title")], &notes::title(self.matrix));
        let about = [vec![notes::denominators(self.matrix)], notes::meaning(self.matrix)].concat().join(" ");
        out.holding("desc", &[("id", "matrix-about")], &about);
        legend::define_hatch(&mut out);
        out.empty("rect", &[("width", &width), ("height", &height), ("fill", scale::PAPER)]);
        let mut text = out.into_text();
        text.push_str(&self.svg.into_text());
        text + "</svg>\n"
    }
}

fn small(anchor: &'static str) -> Ink<'static> {
    Ink { size: SMALL, colour: scale::QUIET, anchor, bold: false }
}
