//! Briefs: their footnotes, each of which is a [`Citation`], and the words that their lines have in quotation marks.

use std::cell::RefCell;
use std::path::Path;
use std::sync::LazyLock;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{
    BufferQueue, CharacterTokens, EndTag, StartTag, TagToken, Token, TokenSink, TokenSinkResult, Tokenizer,
    TokenizerOpts,
};
use pulldown_cmark::{Options, Parser};
use regex::Regex;

use super::zip::{Package, Piece, walk};
use super::{Found, quoted};
use crate::diagnostic::Diagnostic;
use crate::text::{Citation, one_line};
use crate::verify::claim::{Claim, Form, Said, SourceName};

pub fn markdown(path: &Path, bytes: &[u8]) -> Result<Found, Box<Diagnostic>> {
    let text = String::from_utf8_lossy(bytes);
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES;
    let mut page = String::new();
    pulldown_cmark::html::push_html(&mut page, Parser::new_ext(&text, options));
    Ok(claims(path, &blocks(&page)))
}

pub fn html(path: &Path, bytes: &[u8]) -> Result<Found, Box<Diagnostic>> {
    Ok(claims(path, &blocks(&String::from_utf8_lossy(bytes))))
}

/// The paragraphs of a Word file's text and of its notes.
pub fn docx(path: &Path, bytes: &[u8]) -> Result<Found, Box<Diagnostic>> {
    let mut package = Package::open(path, bytes)?;
    let mut paragraphs = Vec::new();
    for part in ["word/document.xml", "word/footnotes.xml", "word/endnotes.xml"] {
        let Some(xml) = package.part(part)? else { continue };
        let mut in_text = false;
        walk(path, &xml, |piece| match piece {
            Piece::Start("p", _) => paragraphs.push(String::new()),
            Piece::Start("t", _) => in_text = true,
            Piece::End("t") => in_text = false,
            Piece::Start("tab" | "br", _) => add(&mut paragraphs, " "),
            Piece::Text(text) if in_text => add(&mut paragraphs, text),
            _ => {}
        })?;
    }
    Ok(claims(path, &paragraphs))
}

fn add(paragraphs: &mut [String], text: &str) {
    paragraphs.last_mut().into_iter().for_each(|last| last.push_str(text));
}

/// The claims of a brief's paragraphs: those of its notes and of its list of sources. What its lines have in quotation
/// marks must be the words of a note.
fn claims(path: &Path, paragraphs: &[String]) -> Found {
    let export = Some(path.to_string_lossy().into_owned());
    let said = |at: String| Said { export: export.clone(), at, field: String::new() };
    let mut found = Found::default();
    let mut lines = Vec::new();
    for paragraph in paragraphs.iter().map(|paragraph| one_line(paragraph)) {
        // After a note stands the way back to its line.
        let cut = paragraph.rfind('”').map_or("", |at| &paragraph[..at + '”'.len_utf8()]);
        if let Ok(citation) = cut.parse::<Citation>() {
            let at = format!("note {}", found.claims.len() + 1);
            found.claims.push(claim(citation, said(at)));
        } else {
            lines.push(paragraph);
        }
    }
    let sources: Vec<SourceName> = lines.iter().filter_map(|line| listed(line)).collect();
    found.claims.iter_mut().for_each(|claim| give_whole_hash(&mut claim.source, &sources));
    found.fallen = quoted::not_cited(&lines, &found.claims, said);
    found.claims.extend(sources.into_iter().map(|source| Claim {
        said: said("the list of sources".to_owned()),
        source,
        page: None,
        last_page: None,
        range: None,
        quote: String::new(),
        form: Form::File,
        ocr: false,
        letter: None,
    }));
    found
}

/// The file of a line such as "Revisit letter of 2 July 2021: letters/revisit.pdf, pages 1 to 9. SHA-256 9f86…".
fn listed(line: &str) -> Option<SourceName> {
    static FORM: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new("^(?:.*: )?(.+), pages? [0-9]+(?: to [0-9]+)?[.,] SHA-256 ([0-9a-f]{64})$")
            .expect("the pattern is constant")
    });
    let parts = FORM.captures(line)?;
    Some(SourceName { file: parts[1].to_owned(), sha256: Some(parts[2].to_owned()) })
}

/// A note may give the first digits of a SHA-256 that the list of sources has in full.
fn give_whole_hash(source: &mut SourceName, listed: &[SourceName]) {
    let whole = listed.iter().filter_map(|listed| listed.sha256.as_ref()).find(|whole| source.is_of(whole));
    if let Some(whole) = whole {
        source.sha256 = Some(whole.clone());
    }
}

fn claim(citation: Citation, said: Said) -> Claim {
    Claim {
        said,
        source: SourceName { file: citation.file, sha256: Some(citation.sha256) },
        page: Some(citation.page),
        last_page: citation.last_page,
        range: Some((citation.start, citation.end)),
        quote: citation.quote,
        form: Form::OneLine,
        ocr: citation.ocr_confidence.is_some(),
        letter: None,
    }
}

/// The text of a page, cut where elements that stand on lines of their own begin and end.
fn blocks(page: &str) -> Vec<String> {
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(page));
    let tokenizer = Tokenizer::new(Blocks(RefCell::new(vec![String::new()])), TokenizerOpts::default());
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    tokenizer.sink.0.into_inner()
}

/// Elements that stand in a line.
const IN_LINE: [&str; 14] =
    ["a", "sup", "sub", "span", "em", "strong", "b", "i", "q", "cite", "code", "mark", "small", "abbr"];

struct Blocks(RefCell<Vec<String>>);

impl TokenSink for Blocks {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut blocks = self.0.borrow_mut();
        match token {
            CharacterTokens(text) => add(&mut blocks, &text),
            TagToken(tag) if matches!(tag.kind, StartTag | EndTag) && !IN_LINE.contains(&&*tag.name) => {
                blocks.push(String::new());
            }
            _ => {}
        }
        TokenSinkResult::Continue
    }
}
