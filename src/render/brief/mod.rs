//! A brief as Markdown, as a web page and as a Word file.
//!
//! A content template (`brief.md`, or `theme.md` for a theme) is filled with the data and gives Markdown, in which
//! every citation is a note. The web page and the Word file are made of that Markdown, so that all three say the
//! same. Users may put files of their own in place of the templates.

mod blocks;
mod chart;
mod docx;
mod escape;
mod fault;
mod fill;
mod html;
mod notes;
mod parse;
mod templates;

pub use templates::{BUILT_IN, Templates};

use serde::Serialize;

use crate::diagnostic::Diagnostic;
use crate::query::brief::{Brief, LetterLine, Tally, ThemeBrief};
use blocks::{Block, Page};

/// What a brief is about.
#[derive(Debug, Clone, Copy, Serialize)]
#[serde(untagged)]
pub enum Subject<'a> {
    Area(&'a Brief),
    Theme(&'a ThemeBrief),
}

impl Subject<'_> {
    /// The name of its content template.
    fn template(self) -> &'static str {
        match self {
            Subject::Area(_) => "brief.md",
            Subject::Theme(_) => "theme.md",
        }
    }

    fn letters(&self) -> &[LetterLine] {
        match self {
            Subject::Area(brief) => &brief.letters,
            Subject::Theme(brief) => &brief.letters,
        }
    }

    fn judgements(&self) -> &[Tally] {
        match self {
            Subject::Area(brief) => &brief.judgements,
            Subject::Theme(brief) => &brief.judgements,
        }
    }
}

/// # Errors
/// What is wrong with the content template, and where.
pub fn markdown(subject: Subject<'_>, templates: &Templates) -> Result<String, Box<Diagnostic>> {
    fill::content(subject, templates.get(subject.template()))
}

/// One file that needs nothing beside it.
///
/// # Errors
/// What is wrong with the content template or the page template, and where.
pub fn html(subject: Subject<'_>, templates: &Templates) -> Result<String, Box<Diagnostic>> {
    let page = Page::parse(&markdown(subject, templates)?);
    let charted = page.blocks.contains(&Block::Chart);
    let chart = if charted { chart::judgements(subject.judgements()) } else { String::new() };
    let parts = html::Parts::new(&page, &chart);
    fill::page(&parts, templates.get("brief.html"))
}

/// The bytes of a Word file.
///
/// # Errors
/// What is wrong with the content template, and where.
pub fn docx(subject: Subject<'_>, templates: &Templates) -> Result<Vec<u8>, Box<Diagnostic>> {
    let page = Page::parse(&markdown(subject, templates)?);
    docx::file(&page).map_err(|error| {
        Box::new(Diagnostic::error("no-word-file", format!("the Word file could not be made: {error}")))
    })
}
