//! Time to link the findings of areas' letters: six letters an area, twelve findings a letter.
//!
//!     cargo bench --bench link
//!
//! One core, the least of three runs each; the time an area shows whether it grows in proportion.

#[path = "common/made.rs"]
mod made;

use std::hint::black_box;
use std::time::{Duration, Instant};

use throughline::link::{Decisions, link_area};
use throughline::record::LetterRecord;
use throughline::rules::{self, RuleSet};

const RUNS: usize = 3;
const FINDINGS: usize = 12;

fn main() {
    let rules = rules::built_in().rules;
    for count in [25, 50, 100, 150, 300] {
        let areas = made::areas(count, FINDINGS, &rules);
        let time = (0..RUNS).map(|_| link(&areas, &rules)).min().unwrap_or_default();
        let each = time.as_secs_f64() * 1000.0 / count as f64;
        println!("{count:4} areas  {:6.2} s  {each:6.2} ms an area", time.as_secs_f64());
    }
}

fn link(areas: &[Vec<LetterRecord>], rules: &RuleSet) -> Duration {
    let start = Instant::now();
    for letters in areas {
        let letters: Vec<&LetterRecord> = letters.iter().collect();
        black_box(link_area(&letters, rules, &Decisions::default()));
    }
    start.elapsed()
}
