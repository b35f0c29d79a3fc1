#![doc = "placeholder"]
pub mod diagnostic;
pub mod document;
pub mod extract;
pub mod read;
pub mod record;
pub mod rules;
pub mod text;
