//! The program as people run it: its commands over the letters of `corpus/` and over bad input.

mod bad_input;
mod bench;
mod brief;
mod check;
mod compare;
mod corrections;
mod coverage;
mod explain;
mod export;
mod extract;
mod guide;
mod ingest;
mod list_and_show;
mod results;
mod rules;
mod rules_diff;
mod search;
mod show_image;
mod trace;
mod usage;
mod why_not;
