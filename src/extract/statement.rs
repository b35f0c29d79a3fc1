use crate::document::Document;
use crate::text::{Span, count};

/// A finding's words: pieces of the document in reading order, some of them sub-bullets.
#[derive(Debug, Clone, Default)]
pub struct Statement {
    pub pieces: Vec<Piece>,
}

#[derive(Debug, Clone, Copy)]
pub struct Piece {
    pub span: Span,
    /// A sub-bullet.
    pub part: bool,
}

impl Statement {
    pub fn of(span: Span) -> Self {
        Self { pieces: vec![Piece { span, part: false }] }
    }

    pub fn push(&mut self, span: Span, part: bool) {
        if !span.is_empty() {
            self.pieces.push(Piece { span, part });
        }
    }

    /// From the first word to the last; `None` where there are none.
    pub fn span(&self, document: &Document) -> Option<Span> {
        let whole = self.pieces.iter().map(|piece| piece.span).reduce(Span::to)?;
        let kept = without_list_marks(document.slice(whole));
        Some(Span::new(whole.start, whole.start + kept))
    }

    /// The statement on one line, without bullets and without what only joins it to the next of a list.
    pub fn text(&self, document: &Document) -> String {
        let words: Vec<&str> = self.pieces.iter().map(|piece| document.slice(piece.span)).collect();
        let mut text = words.join(" ");
        text.truncate(without_list_marks(&text));
        text
    }

    /// The sub-bullets as they stand.
    pub fn parts(&self, document: &Document) -> Vec<String> {
        let parts = self.pieces.iter().filter(|piece| piece.part);
        parts.map(|part| document.slice(part.span).to_owned()).collect()
    }

    /// More of the statement follows: it ends on a lead-in, or on an item that others come after.
    pub fn is_open(&self, document: &Document) -> bool {
        let last = self.pieces.last().map_or("", |piece| document.slice(piece.span));
        last.ends_with([':', ';', ',']) || last.ends_with("; and") || last.ends_with(", and")
    }
}

/// The length of `text` without the marks that join an item to the next: ";", ",", "; and".
fn without_list_marks(text: &str) -> usize {
    let mut kept = text.trim_end();
    for joiner in [" and", " or"] {
        let before = kept.strip_suffix(joiner).filter(|before| before.ends_with([';', ',', ':']));
        kept = before.unwrap_or(kept);
    }
    kept.trim_end_matches([';', ',']).trim_end().len()
}

/// `span` without a number or letter that only counts it, such as "3." or "(a)".
pub fn without_number(document: &Document, span: Span) -> Span {
    let words = count(document.slice(span)).map_or(0, |count| count.words);
    Span::new(span.start + words, span.end)
}

/// `span` without the "and" that joins the last item of a list to those before it.
pub fn without_joiner(document: &Document, span: Span) -> Span {
    let text = document.slice(span);
    let joiner = ["and ", "or "].iter().find(|joiner| text.starts_with(*joiner));
    Span::new(span.start + joiner.map_or(0, |joiner| joiner.len()), span.end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{BlockKind, Builder, Draft, MediaType};

    fn document(text: &str) -> Document {
        let mut builder = Builder::new();
        builder.push(Draft::new(BlockKind::Paragraph, text, 1));
        builder.finish(MediaType::PlainText, 1)
    }

    fn trimmed(text: &str) -> String {
        Statement::of(Span::new(0, text.len())).text(&document(text))
    }

    #[test]
    fn what_joins_an_item_to_the_next_is_no_part_of_it() {
        assert_eq!(trimmed("the lack of joint plans; and"), "the lack of joint plans");
        assert_eq!(trimmed("the offer;"), "the offer");
        assert_eq!(trimmed("reading and"), "reading and");
        assert_eq!(trimmed("the pace of change."), "the pace of change.");
    }

    #[test]
    fn counting_marks_are_taken_off_and_years_are_not() {
        let counted = |text: &str| {
            let document = document(text);
            document.slice(without_number(&document, Span::new(0, text.len()))).to_owned()
        };
        assert_eq!(counted("3. The offer"), "The offer");
        assert_eq!(counted("(12) The offer"), "The offer");
        assert_eq!(counted("2019 saw change"), "2019 saw change");
        assert_eq!(counted("3.5 weeks"), "3.5 weeks");
    }
}
