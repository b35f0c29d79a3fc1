#![doc = "placeholder"]
pub mod document;
pub mod text;
