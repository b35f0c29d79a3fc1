//! One source, read again, and the claims about it.

use sha2::{Digest, Sha256};

use super::claim::{Claim, Form, SourceName};
use super::compare::Text;
use super::finder::{Finder, FoundFile};
use super::report::{Fallen, Problem, Report};
use crate::diagnostic::{Diagnostic, Severity};
use crate::ingest::{self, Opened};
use crate::read::Options;
use crate::text::hex;

pub fn verify(source: &SourceName, claims: Vec<Claim>, finder: &Finder, options: &Options) -> Report {
    let found = match finder.find(source) {
        Ok(found) => found,
        Err(problem) => return all_fall(&claims, &problem),
    };
    match ingest::open(&found.path, &reading(source, &claims, finder, options)) {
        Ok(opened) => compare(source, &claims, &found, &opened),
        Err(fault) => {
            let mut report = all_fall(&claims, &Problem::SourceUnreadable { reason: fault.message.clone() });
            report.notes.push(*fault);
            report
        }
    }
}

/// Whether it is told of a claim that its source is not there: what a quotation bears out falls with it.
fn is_told(claim: &Claim) -> bool {
    claim.is_quotation() || claim.form == Form::File
}

/// By OCR where any claim or the store says that the source was read so.
fn reading(source: &SourceName, claims: &[Claim], finder: &Finder, options: &Options) -> Options {
    let of_store = finder.is_read_by_ocr(source);
    match options.ocr.is_none() && (of_store || claims.iter().any(|claim| claim.ocr)) {
        true => Options { limits: options.limits, ..Options::with_ocr() },
        false => options.clone(),
    }
}

fn all_fall(claims: &[Claim], problem: &Problem) -> Report {
    Report {
        fallen: claims.iter().map(|claim| fallen(claim, problem.clone())).collect(),
        ..Report::default()
    }
}

fn compare(source: &SourceName, claims: &[Claim], found: &FoundFile, opened: &Opened) -> Report {
    let text = Text::new(&opened.document);
    let changed = !source.is_of(&opened.source.sha256);
    let texts = vec![(opened.source.sha256.clone(), hex(&Sha256::digest(opened.document.text())))];
    let mut report = Report { sources: 1, texts, ..Report::default() };
    for claim in claims {
        let problem = match text.problem(claim) {
            None if changed && !is_told(claim) => None,
            wrong if changed => {
                let sha256_now = opened.source.sha256.clone();
                Some(Problem::SourceChanged { sha256_now, stands_in_it: wrong.is_none() })
            }
            wrong => wrong,
        };
        match problem {
            Some(problem) => report.fallen.push(fallen(claim, problem)),
            None if claim.is_quotation() => {
                report.stand += 1;
                report.without_place += usize::from(claim.range.is_none());
            }
            None => {}
        }
    }
    report.notes = notes(source, found, opened, &report);
    report
}

/// What reading says of the file matters where quotations were not found in it.
fn notes(source: &SourceName, found: &FoundFile, opened: &Opened, report: &Report) -> Vec<Diagnostic> {
    let mut notes = Vec::new();
    if found.renamed {
        let message = format!("it was found by its SHA-256; here its name is {}", found.path.display());
        notes.push(Diagnostic::new(Severity::Note, "source-renamed", message).in_file(&source.file));
    }
    let is_lost =
        |fallen: &Fallen| matches!(fallen.problem, Problem::Nowhere { .. } | Problem::Elsewhere { .. });
    if report.fallen.iter().any(is_lost) {
        notes.extend(opened.warnings.iter().cloned());
    }
    notes
}

pub(super) fn fallen(claim: &Claim, problem: Problem) -> Fallen {
    Fallen {
        said: claim.said.clone(),
        file: claim.source.file.clone(),
        sha256: claim.source.sha256.clone(),
        page: claim.page,
        start: claim.range.map(|(start, _)| start),
        end: claim.range.map(|(_, end)| end),
        quote: claim.quote.clone(),
        problem,
    }
}
