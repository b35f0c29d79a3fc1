//! Doors to the inner parts of the readers, for `fuzz/` and `tests/fuzz_seeds.rs`. No part of the library's
//! interface: it may change with any version.
//!
//! Each function takes any bytes and gives nothing. None has a last resort, so a panic comes through.

pub use super::pdf::fuzzing::{cmap, fonts, pdf, structure, tokens};

/// A text file.
pub fn text(bytes: &[u8]) {
    let _ = super::plain::read(bytes, &super::Limits::default());
}
