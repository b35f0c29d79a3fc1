use crate::document::{Block, Document};
use crate::rules::pattern::{self, Pattern};
use crate::rules::scope::Blocks;
use crate::text::{Folded, Span};

/// A document as rules see it: its blocks, each folded once.
pub struct View<'d> {
    pub document: &'d Document,
    folded: Vec<Folded>,
}

/// A passage that a pattern matched.
#[derive(Debug)]
pub struct Match<'v> {
    /// The whole of it, in the document's text.
    pub span: Span,
    captures: regex::Captures<'v>,
    folded: &'v Folded,
}

impl Match<'_> {
    /// The range of a named group that took part in the match.
    pub fn group(&self, name: &str) -> Option<Span> {
        pattern::group(&self.captures, name, self.folded).filter(|span| !span.is_empty())
    }
}

impl<'d> View<'d> {
    pub fn new(document: &'d Document) -> Self {
        let fold = |block: &Block| Folded::new(document.slice(block.span), block.span.start);
        Self { document, folded: document.blocks().iter().map(fold).collect() }
    }

    pub fn len(&self) -> usize {
        self.folded.len()
    }

    pub fn block(&self, index: usize) -> &Block {
        &self.document.blocks()[index]
    }

    pub fn folded(&self, index: usize) -> &Folded {
        &self.folded[index]
    }

    /// The words of a block.
    pub fn text(&self, index: usize) -> &str {
        self.document.slice(self.block(index).span)
    }

    /// Blocks `from` to `to` folded as one text.
    pub fn folded_range(&self, from: usize, to: usize) -> Folded {
        let span = self.block(from).span.to(self.block(to).span);
        Folded::new(self.document.slice(span), span.start)
    }

    pub fn matches_any(&self, patterns: &[Pattern], index: usize) -> bool {
        patterns.iter().any(|pattern| pattern.is_match(&self.folded[index]))
    }

    /// Whether a block is one of `blocks` and any of the patterns matches it.
    pub fn opens(&self, patterns: &[Pattern], blocks: &Blocks, index: usize) -> bool {
        blocks.take(self.block(index)) && self.matches_any(patterns, index)
    }

    /// The first match in a block that is one of `blocks`.
    pub fn find_in(&self, patterns: &[Pattern], blocks: &Blocks, index: usize) -> Option<Match<'_>> {
        if blocks.take(self.block(index)) { self.find(patterns, index) } else { None }
    }

    /// The first match in a block, by the order of the patterns.
    pub fn find(&self, patterns: &[Pattern], index: usize) -> Option<Match<'_>> {
        let folded = &self.folded[index];
        let captures = patterns.iter().find_map(|pattern| pattern.captures(folded))?;
        Some(Match { span: pattern::whole(&captures, folded), captures, folded })
    }

    /// Every match in a block, of all the patterns.
    pub fn find_all(&self, patterns: &[Pattern], index: usize) -> Vec<Match<'_>> {
        let folded = &self.folded[index];
        let all = patterns.iter().flat_map(|pattern| pattern.captures_iter(folded));
        all.map(|captures| Match { span: pattern::whole(&captures, folded), captures, folded }).collect()
    }

    /// The sentence, or sentences, of block `index` that hold `span`.
    pub fn sentence(&self, index: usize, span: Span) -> Span {
        let block = self.block(index).span;
        let text = self.document.text();
        let ends = sentence_ends(block.of(text)).map(|end| block.start + end);
        let start = ends.take_while(|end| *end <= span.start).last().unwrap_or(block.start);
        let after = &text[span.end..block.end];
        let ended = text[..span.end].ends_with(['.', '!', '?']);
        let end = match ended {
            true => span.end,
            false => sentence_ends(after).next().map_or(block.end, |end| span.end + end),
        };
        Span::new(start, end.max(span.end)).trimmed(text)
    }
}

/// The sentences of a passage.
pub fn sentences(document: &Document, passage: Span) -> Vec<Span> {
    let text = document.slice(passage);
    let ends = sentence_ends(text).chain(std::iter::once(text.len()));
    let mut start = 0;
    let mut sentence = |end| {
        let span = Span::new(passage.start + start, passage.start + end);
        start = end;
        span.trimmed(document.text())
    };
    ends.map(&mut sentence).filter(|span| !span.is_empty()).collect()
}

/// Where sentences end in `text`: bytes after a full stop, question or exclamation mark that white space
/// follows and, after that, a capital, a figure or a quotation mark.
pub fn sentence_ends(text: &str) -> impl Iterator<Item = usize> + '_ {
    text.char_indices().filter_map(move |(at, character)| {
        let end = at + character.len_utf8();
        let rest = &text[end..];
        let opens = |c: char| c.is_uppercase() || c.is_numeric() || "'\"‘“".contains(c);
        let follows = rest.starts_with(char::is_whitespace) && rest.trim_start().starts_with(opens);
        (".?!".contains(character) && follows).then_some(end)
    })
}
