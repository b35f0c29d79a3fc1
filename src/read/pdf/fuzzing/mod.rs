//! The parts of this reader, each by itself: see [`crate::fuzzing`].

mod font;
mod made;
mod tree;

use super::content::Lexer;
use super::scans::Scans;
use crate::read::{Limits, Options};
use made::Made;

/// A whole file.
pub fn pdf(bytes: &[u8]) {
    let _ = super::read_file(bytes, &Options::default());
}

/// A content stream: cut to tokens, an inline image from its first byte on, and drawn as a page without tags.
pub fn tokens(bytes: &[u8]) {
    let mut lexer = Lexer::new(bytes);
    while lexer.token().is_some() {}
    Lexer::new(bytes).skip_inline_image();
    read(Made::with_pages([bytes.to_vec()]));
}

/// A `ToUnicode` CMap.
pub fn cmap(bytes: &[u8]) {
    super::fonts::cmap::parse(bytes);
}

/// The encodings, widths and programs of fonts; `font` says how the bytes are read.
pub fn fonts(bytes: &[u8]) {
    font::load(bytes);
}

/// A structure tree, written as `tree` says.
pub fn structure(bytes: &[u8]) {
    let mut made = Made::with_pages(tree::pages());
    tree::add(&mut made, bytes);
    read(made);
}

fn read(made: Made) {
    let _ = super::read_objects(&made.file(&Limits::default()), |_, _| Ok(Scans::default()));
}
