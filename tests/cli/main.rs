//! The program as people run it: its commands over the letters of `corpus/` and over bad input.

mod bad_input;
mod bench;
mod blocks;
mod check;
mod compare;
mod config;
mod corrections;
mod coverage;
mod explain;
mod export;
mod extract;
mod guide;
mod ingest;
mod list_and_show;
mod manuals;
mod open;
mod results;
mod rules;
mod rules_diff;
mod search;
mod show_image;
mod succession;
mod trace;
mod usage;
mod verify;
mod why_not;
