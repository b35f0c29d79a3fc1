use std::fmt::Write;

use quick_xml::escape::escape;

/// SVG as it is written, element by element.
#[derive(Debug, Default)]
pub struct Svg(String);

/// What a text is set in.
#[derive(Debug, Clone, Copy)]
pub struct Ink<'a> {
    pub size: f64,
    pub colour: &'a str,
    /// `start`, `middle` or `end`.
    pub anchor: &'a str,
    pub bold: bool,
}

/// A rectangle, by its upper left corner.
#[derive(Debug, Clone, Copy)]
pub struct Area {
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
}

impl Svg {
    pub fn into_text(self) -> String {
        self.0
    }

    pub fn open(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.tag(name, attributes, ">");
    }

    pub fn close(&mut self, name: &str) {
        let _ = writeln!(self.0, "</{name}>");
    }

    pub fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.tag(name, attributes, "/>");
    }

    fn tag(&mut self, name: &str, attributes: &[(&str, &str)], end: &str) {
        let _ = write!(self.0, "<{name}");
        for (key, value) in attributes {
            let _ = write!(self.0, " {key}=\"{}\"", plain(value));
        }
        let _ = writeln!(self.0, "{end}");
    }

    /// An element that holds text alone.
    pub fn holding(&mut self, name: &str, attributes: &[(&str, &str)], text: &str) {
        let _ = write!(self.0, "<{name}");
        for (key, value) in attributes {
            let _ = write!(self.0, " {key}=\"{}\"", plain(value));
        }
        let _ = writeln!(self.0, ">{}</{name}>", plain(text));
    }

    pub fn rect(&mut self, area: Area, fill: &str, stroke: &str) {
        let [x, y, width, height] = [area.x, area.y, area.width, area.height].map(length);
        self.empty(
            "rect",
            &[
                ("x", &x),
                ("y", &y),
                ("width", &width),
                ("height", &height),
                ("fill", fill),
                ("stroke", stroke),
            ],
        );
    }

    /// A line of text, by the start, middle or end of its base line.
    pub fn text(&mut self, x: f64, y: f64, text: &str, ink: Ink<'_>) {
        self.text_turned(x, y, text, ink, None);
    }

    /// A line of text turned about its anchor by `turn`, such as `rotate(-45 10 20)`.
    pub fn text_turned(&mut self, x: f64, y: f64, text: &str, ink: Ink<'_>, turn: Option<&str>) {
        let [x, y, size] = [x, y, ink.size].map(length);
        let mut attributes = vec![("x", x.as_str()), ("y", y.as_str())];
        attributes.extend([("font-size", size.as_str()), ("fill", ink.colour)]);
        if ink.anchor != "start" {
            attributes.push(("text-anchor", ink.anchor));
        }
        if ink.bold {
            attributes.push(("font-weight", "bold"));
        }
        attributes.extend(turn.map(|turn| ("transform", turn)));
        self.holding("text", &attributes, text);
    }
}

/// A length with one decimal at most.
pub fn length(value: f64) -> String {
    let text = format!("{value:.1}");
    text.strip_suffix(".0").map_or_else(|| text.clone(), str::to_owned)
}

/// Text that XML can hold: marks are escaped, and control characters, which it forbids, are left out.
fn plain(text: &str) -> String {
    let allowed: String = text.chars().filter(|c| !c.is_control()).collect();
    escape(&allowed).into_owned()
}
