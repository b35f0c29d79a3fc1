use rust_xlsxwriter::{Color, Format, FormatAlign};

/// How the cells of a sheet look.
pub struct Formats {
    pub header: Format,
    pub text: Format,
    /// Not wrapped.
    pub name: Format,
    pub number: Format,
    pub truth: Format,
    pub day: Format,
    pub link: Format,
}

impl Formats {
    pub fn new() -> Self {
        Self {
            header: bold().set_background_color(Color::RGB(0xE7_EC_F2)),
            text: wrapped(),
            name: Format::new().set_align(FormatAlign::Top),
            number: left(),
            // Excel shows TRUE and FALSE whatever the format; others show numbers without one.
            truth: left().set_num_format("\"TRUE\";;\"FALSE\""),
            day: left().set_num_format("yyyy-mm-dd"),
            link: left().set_hyperlink(),
        }
    }
}

pub fn bold() -> Format {
    Format::new().set_bold().set_align(FormatAlign::Top)
}

pub fn wrapped() -> Format {
    Format::new().set_text_wrap().set_align(FormatAlign::Top)
}

/// Numbers stand where their column begins, apart from the text to their right.
fn left() -> Format {
    Format::new().set_align(FormatAlign::Left).set_align(FormatAlign::Top)
}
