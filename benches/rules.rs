//! Time to compile the rule packs, and to match a report of ten pages and texts of growing length.
//!
//!     cargo bench --bench rules
//!
//! Each figure is the least of several runs in one process, on one core. Patterns are compiled when they are first
//! used, so the first match of a process costs more: that is told apart.

use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use throughline::document::Document;
use throughline::record::Source;
use throughline::rules::{self, RuleSet};
use throughline::{extract, read};

const RUNS: usize = 20;
const REPORT: &str = "corpus/northmere/2024-05-24-area-send-inspection-report.pdf";
const LETTER: &str = "corpus/northmere/2021-11-17-revisit-letter.txt";

fn main() {
    println!("compile the built-in packs           {}", milliseconds(least(|| drop(rules::built_in()))));
    let folder = Path::new("rules/send");
    let parse = || drop(rules::from_folder(folder, false).expect("the pack is there"));
    println!("compile the same pack from a folder  {}", milliseconds(least(parse)));
    let rules = rules::built_in().rules;
    report(&rules);
    growth(&rules);
}

fn report(rules: &RuleSet) {
    let document = document(&std::fs::read(REPORT).expect("the corpus is there"));
    let pages = document.provenance().pages();
    let first = once(|| _ = black_box(find(&document, rules)));
    let then = least(|| _ = black_box(find(&document, rules)));
    println!("match a report of {pages} pages, first       {}", milliseconds(first));
    println!("match it again                       {}", milliseconds(then));
}

/// The same letter once, twice, four times and so on in one text.
fn growth(rules: &RuleSet) {
    let letter = std::fs::read_to_string(LETTER).expect("the corpus is there");
    for copies in [1, 2, 4, 8, 16] {
        let document = document(vec![letter.as_str(); copies].join("\u{c}\n").as_bytes());
        let time = least(|| _ = black_box(find(&document, rules)));
        let each = milliseconds(time / copies as u32);
        println!("match {copies:2} letters in one text          {} each", each.trim_end());
    }
}

fn document(bytes: &[u8]) -> Document {
    read::read(bytes, &read::Options::default()).expect("a letter of the corpus can be read").document
}

fn find(document: &Document, rules: &RuleSet) -> usize {
    let source = Source::of(document, "letter", "");
    extract::letter_records(document, rules, &source).len()
}

fn once(work: impl FnOnce()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}

fn least(work: impl Fn()) -> Duration {
    (0..RUNS).map(|_| once(&work)).min().unwrap_or_default()
}

fn milliseconds(time: Duration) -> String {
    format!("{:8.2} ms", time.as_secs_f64() * 1000.0)
}
