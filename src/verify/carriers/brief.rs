//! Briefs: their footnotes, each of which is a [`Citation`], and the words that their lines have in quotation marks.

use std::cell::RefCell;
use std::path::Path;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{
    BufferQueue, CharacterTokens, EndTag, StartTag, TagToken, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};
use pulldown_cmark::{Options, Parser};

use super::zip::{Package, Piece, walk};
use super::{Found, unreadable};
use crate::diagnostic::Diagnostic;
use crate::text::Citation;
use crate::verify::claim::{Claim, Form, Said, SourceName};

pub fn markdown(path: &Path, bytes: &[u8]) -> Result<Found, Box<Diagnostic>> {
    let text = utf8(path, bytes)?;
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES;
    let mut page = String::new();
    pulldown_cmark::html::push_html(&mut page, Parser::new_ext(text, options));
    Ok(claims(path, &blocks(&page)))
}

pub fn html(path: &Path, bytes: &[u8]) -> Result<Found, Box<Diagnostic>> {
    Ok(claims(path, &blocks(utf8(path, bytes)?)))
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

fn utf8<'b>(path: &Path, bytes: &'b [u8]) -> Result<&'b str, Box<Diagnostic>> {
    std::str::from_utf8(bytes).map_err(|error| unreadable(path, format!("it is not UTF-8: {error}")))
}

fn claims(path: &Path, paragraphs: &[String]) -> Found {
    let export = Some(path.to_string_lossy().into_owned());
    let mut found = Found::default();
    for paragraph in paragraphs {
        // After a footnote stands the way back to its line.
        let cut = paragraph.rfind('”').map_or("", |at| &paragraph[..at + '”'.len_utf8()]);
        let Ok(citation) = cut.parse::<Citation>() else { continue };
        let at = format!("citation {}", found.claims.len() + 1);
        found.claims.push(claim(citation, Said { export: export.clone(), at, field: String::new() }));
    }
    found
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
