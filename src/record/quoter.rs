use super::{Quote, WireSpan};
use crate::document::Document;
use crate::text::{CodePoints, Span};

/// Turns byte ranges of a document into quotations on the wire.
pub struct Quoter<'d> {
    document: &'d Document,
    code_points: CodePoints,
}

impl<'d> Quoter<'d> {
    pub fn new(document: &'d Document) -> Self {
        Self { document, code_points: CodePoints::new(document.text()) }
    }

    pub fn document(&self) -> &'d Document {
        self.document
    }

    /// The byte range that a span on the wire stands for.
    pub fn bytes(&self, span: &WireSpan) -> Span {
        Span::new(self.code_points.byte(span.start), self.code_points.byte(span.end))
    }

    pub fn quote(&self, span: Span) -> Quote {
        Quote { quote: self.document.slice(span).to_owned(), span: self.span(span) }
    }

    pub fn span(&self, span: Span) -> WireSpan {
        let (page, last) = self.document.provenance().pages_of(span).unwrap_or((1, 1));
        WireSpan {
            start: self.code_points.at(span.start),
            end: self.code_points.at(span.end),
            page,
            last_page: (last > page).then_some(last),
            line: self.document.provenance().line_at(span.start),
            ocr_confidence: self.document.provenance().ocr_confidence(span),
        }
    }
}
