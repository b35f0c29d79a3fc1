//! What the benches share: which files they read, and what a child process cost.

pub mod files;
pub mod usage;
