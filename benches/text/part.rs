//! What this bench does in child processes of its own, so that their cost is theirs alone.

use std::path::{Path, PathBuf};
use std::process::Command;

use lopdf::Document;

use crate::PAGES;

#[allow(dead_code)]
#[path = "../../corpus/typeset/mod.rs"]
mod typeset;

#[derive(Debug, Clone, Copy)]
pub enum Part {
    /// Loads a file and inflates what its pages draw.
    Floor,
    /// Writes a report of [`PAGES`] pages.
    LongReport,
}

impl Part {
    fn argument(self) -> &'static str {
        match self {
            Part::Floor => "--floor",
            Part::LongReport => "--long-report",
        }
    }

    /// The command that has this part done.
    pub fn command(self, pdf: &Path) -> Command {
        let mut command = Command::new(std::env::current_exe().expect("this program has a path"));
        command.arg(self.argument()).arg(pdf);
        command
    }

    /// The part that this process was started for, and its file.
    pub fn asked() -> Option<(Self, PathBuf)> {
        let mut arguments = std::env::args_os().skip(1);
        let asked = arguments.next()?;
        let part = [Part::Floor, Part::LongReport].into_iter().find(|part| asked == part.argument())?;
        Some((part, arguments.next()?.into()))
    }

    pub fn work(self, pdf: &Path) {
        match self {
            Part::Floor => floor(pdf),
            Part::LongReport => std::fs::write(pdf, long_report()).expect("the report is written"),
        }
    }
}

fn floor(pdf: &Path) {
    let bytes = std::fs::read(pdf).expect("the file is readable");
    let Ok(document) = Document::load_mem(&bytes) else { return };
    for page in document.get_pages().into_values() {
        for stream in document.get_page_contents(page) {
            let stream = document.get_object(stream).and_then(lopdf::Object::as_stream);
            let _ = std::hint::black_box(stream.and_then(lopdf::Stream::get_plain_content));
        }
    }
}

/// A report of the corpus, its body repeated.
fn long_report() -> Vec<u8> {
    let source = include_str!("../../corpus/sources/northmere/2024-05-24-area-send-inspection-report.letter");
    let (head, body) = source.split_once("\n---\n").expect("a source has a head and a body");
    let set = |times| {
        let source = format!("{head}\n---\n{}", body.repeat(times));
        typeset::typeset(&source, &typeset::Options::default()).expect("the source is sound")
    };
    let reports = (1..).map(set);
    let is_long =
        |report: &Vec<u8>| Document::load_mem(report).is_ok_and(|report| report.get_pages().len() >= PAGES);
    reports.into_iter().find(is_long).expect("longer and longer reports")
}
