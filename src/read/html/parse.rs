use std::cell::RefCell;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::{Rawtext, Rcdata, ScriptData};
use html5ever::tokenizer::{
    BufferQueue, CharacterTokens, StartTag, Tag, TagToken, Token, TokenSink, TokenSinkResult, Tokenizer,
    TokenizerOpts,
};

use super::implied;
use crate::read::Limits;
use crate::read::marked::tree::{Element, TreeBuilder};

/// The attributes that reading goes by.
const KEPT: [&str; 13] = [
    "class",
    "style",
    "hidden",
    "aria-hidden",
    "aria-level",
    "role",
    "colspan",
    "rowspan",
    "start",
    "type",
    "value",
    "reversed",
    "open",
];

/// Reads a page to a tree; `None` where it holds more than any letter does.
///
/// Only the standard's tokenizer is used. Its tree builder may make far more elements of a page than the page
/// has tags, and text needs none of its repairs but the end tags that people leave out.
pub fn parse(text: &str, limits: &Limits) -> Option<Element> {
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(text));
    let sink = Sink(RefCell::new(TreeBuilder::new(limits)));
    let tokenizer = Tokenizer::new(sink, TokenizerOpts::default());
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    let tree = tokenizer.sink.0.into_inner();
    (!tree.is_over_limit()).then(|| tree.finish())
}

struct Sink(RefCell<TreeBuilder>);

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut tree = self.0.borrow_mut();
        match token {
            CharacterTokens(text) => tree.text(&text),
            TagToken(tag) if tag.kind == StartTag => return start(&mut tree, &tag),
            TagToken(tag) => end(&mut tree, &tag.name),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

fn start(tree: &mut TreeBuilder, tag: &Tag) -> TokenSinkResult<()> {
    let name: &str = &tag.name;
    let ended = implied::ended_by_start(name, tree.open_names().take(tree.deepest()));
    (0..ended).for_each(|_| tree.end());
    tree.start(element(tag));
    // Word's own elements, such as `<o:p/>`, and drawings end where they say so.
    let in_drawing = || tree.open_names().take(tree.deepest()).any(|open| open == "svg" || open == "math");
    if implied::is_void(name) || (tag.self_closing && (name.contains(':') || in_drawing())) {
        tree.end();
        return TokenSinkResult::Continue;
    }
    match name {
        "script" => TokenSinkResult::RawData(ScriptData),
        "style" | "xmp" | "iframe" | "noembed" | "noframes" => TokenSinkResult::RawData(Rawtext),
        "title" | "textarea" => TokenSinkResult::RawData(Rcdata),
        _ => TokenSinkResult::Continue,
    }
}

fn end(tree: &mut TreeBuilder, name: &str) {
    let ended = implied::ended_by_end(name, tree.open_names().take(tree.deepest()));
    (0..ended).for_each(|_| tree.end());
    if name == "br" {
        // Browsers read `</br>` as a line break.
        tree.start(Element { name: name.to_owned(), ..Element::default() });
        tree.end();
    }
}

fn element(tag: &Tag) -> Element {
    let kept = tag.attrs.iter().filter(|attribute| KEPT.contains(&&*attribute.name.local));
    let attributes = kept.map(|attribute| (attribute.name.local.to_string(), attribute.value.to_string()));
    Element { name: tag.name.to_string(), attributes: attributes.collect(), children: Vec::new() }
}
