//! `show FINDING --image`: the pages that a finding's words stand on, with the words marked.

use std::path::{Path, PathBuf};

use clap::ValueEnum;

use super::failure::{Failure, Outcome};
use super::session::Session;
use crate::diagnostic::Diagnostic;
use crate::document::MediaType;
use crate::export::write_file;
use crate::ingest;
use crate::query::Found;
use crate::read::Limits;
use crate::record::{Finding, Quote, Source};
use crate::render::picture;

/// Which words of a finding are marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Words {
    /// The statement of the weakness
    Statement,
    /// The sentence that judges it
    Judgement,
}

/// Draws the pages and writes them to `out`; the second and later ones beside it, as `out-2.png` and so on.
pub fn draw(
    found: &Found<'_>,
    words: Words,
    out: &Path,
    limits: &Limits,
    session: &Session,
) -> Result<Outcome, Failure> {
    let Found::Finding(letter, finding) = found else { return Err(whole_letter().into()) };
    let source = &letter.record.source;
    let quote = quote_of(finding, words)?;
    let pages = pages(source, quote, limits)?;
    for (index, page) in pages.iter().enumerate() {
        let path = numbered(out, index + 1);
        write_file(&path, &page.png).map_err(|error| Failure::writing(&path, &error))?;
        if !session.terminal.is_quiet() {
            session.terminal.print(&format!(
                "{}: page {} of {}\n",
                path.display(),
                page.number,
                source.path
            ))?;
        }
    }
    Ok(Outcome::AllWell)
}

/// The words of a finding that are asked for.
pub fn quote_of(finding: &Finding, words: Words) -> Result<&Quote, Failure> {
    let unjudged = || {
        Diagnostic::error("no-judgement", "no sentence of the letter judges this finding")
            .help("`--of statement` marks the statement itself")
    };
    match words {
        Words::Statement => Ok(&finding.at),
        Words::Judgement => finding.judgement_quote.as_ref().ok_or_else(|| unjudged().into()),
    }
}

fn pages(source: &Source, quote: &Quote, limits: &Limits) -> Result<Vec<picture::Page>, Failure> {
    if source.media_type != MediaType::Pdf.name() {
        return Err(text_has_no_pages().in_file(&source.path).into());
    }
    let again = ingest::read_again(source, limits).map_err(|fault| *fault)?;
    let boxes = again.find(quote).map(|span| again.document.provenance().boxes_of(span));
    let Some(boxes) = boxes.filter(|boxes| !boxes.is_empty()) else {
        return Err(words_moved().in_file(&source.path).into());
    };
    picture::pages(again.bytes, &boxes, limits.time()).map_err(|error| {
        Diagnostic::error(error.code(), error.to_string()).in_file(&source.path).help(error.help()).into()
    })
}

fn text_has_no_pages() -> Diagnostic {
    Diagnostic::error("no-pages", "the letter was read from text, which has no pages to draw")
        .help("without `--image`, `show` gives its words; where there is a PDF of the letter, ingest that")
}

fn words_moved() -> Diagnostic {
    Diagnostic::error("words-moved", "the words are not where they were when the file was ingested")
        .help("another version of throughline read it: ingest it into a new store, with `--store`")
}

/// `out.png`, and `out-2.png` for the second.
fn numbered(out: &Path, number: usize) -> PathBuf {
    if number == 1 {
        return out.to_owned();
    }
    let mut name = out.file_stem().unwrap_or_default().to_owned();
    name.push(format!("-{number}"));
    if let Some(ending) = out.extension() {
        name.push(".");
        name.push(ending);
    }
    out.with_file_name(name)
}

fn whole_letter() -> Diagnostic {
    Diagnostic::error("image-of-letter", "--image draws one finding, and this is the id of a letter")
        .help("`throughline show LETTER` lists its findings with their ids")
}
