use crate::read::pdf::objects::{Dictionary, File};

/// The ForceBold flag of a font descriptor.
const FORCE_BOLD: i64 = 1 << 18;

/// Whether a font is bold, by its descriptor or its name.
pub fn is_bold(file: &File, font: &Dictionary, descriptor: Option<&Dictionary>) -> bool {
    if let Some(descriptor) = descriptor {
        let heavy = file.number(descriptor, b"FontWeight").is_some_and(|weight| weight >= 600.0);
        let forced = file.integer(descriptor, b"Flags").is_some_and(|flags| flags & FORCE_BOLD != 0);
        if heavy || forced {
            return true;
        }
    }
    let named = |dict: &Dictionary, key: &[u8]| file.name(dict, key).is_some_and(names_bold);
    named(font, b"BaseFont") || descriptor.is_some_and(|descriptor| named(descriptor, b"FontName"))
}

fn names_bold(name: &[u8]) -> bool {
    let name = name.to_ascii_lowercase();
    ["bold", "black", "heavy", "demi"]
        .iter()
        .any(|word| name.windows(word.len()).any(|at| at == word.as_bytes()))
}
