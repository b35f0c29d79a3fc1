//! One annotation, in the form of the Web Annotation Data Model.

use serde_json::{Map, Value, json};

use super::iri;
use super::quoted::Quoted;
use crate::document::MediaType;
use crate::record::{LetterRecord, WireSpan};
use crate::text::CodePoints;

/// How many code points before and after a quotation are given with it.
const BESIDE: usize = 32;

/// What fragments of a PDF's address mean, as the Web Annotation Data Model names it. RFC 8118 has replaced it, and
/// `page=5` means the same there.
const OF_PDF: &str = "http://tools.ietf.org/rfc/rfc3778";

/// What fragments of a plain text's address mean.
const OF_TEXT: &str = "http://tools.ietf.org/rfc/rfc5147";

/// A letter's canonical text, for the words beside its quotations.
pub struct Beside<'t> {
    text: &'t str,
    points: CodePoints,
    length: usize,
}

impl<'t> Beside<'t> {
    pub fn new(text: &'t str) -> Self {
        let points = CodePoints::new(text);
        Self { text, length: points.at(text.len()), points }
    }

    /// The text of a range of code points, as far as there is any.
    fn slice(&self, start: usize, end: usize) -> &'t str {
        let end = end.min(self.length);
        &self.text[self.points.byte(start.min(end))..self.points.byte(end)]
    }
}

pub fn annotation(record: &LetterRecord, quoted: &Quoted<'_>, text: &Beside<'_>) -> Value {
    let owner = quoted.finding.map_or(record.letter.id.as_str(), |finding| finding.id.as_str());
    let mut object = Map::new();
    let mut put = |key: &str, value: Value| drop(object.insert(key.to_owned(), value));
    put("id", iri::name(&["annotation", &format!("{owner}/{}", quoted.role)]).into());
    put("type", "Annotation".into());
    put("motivation", quoted.motivation.into());
    put("body", bodies(quoted));
    put("target", target(record, quoted, text));
    put("letter", record.letter.id.as_str().into());
    if let Some(finding) = quoted.finding {
        put("finding", finding.id.as_str().into());
    }
    if let Some(rule) = quoted.rule {
        put("rule", rule.into());
    }
    Value::Object(object)
}

fn bodies(quoted: &Quoted<'_>) -> Value {
    let concepts = quoted.concepts.iter().map(
        |(purpose, concept)| json!({ "type": "SpecificResource", "purpose": purpose, "source": concept }),
    );
    let words = json!({
        "type": "TextualBody",
        "purpose": "describing",
        "format": "text/plain",
        "language": "en",
        "value": quoted.about,
    });
    concepts.chain([words]).collect()
}

fn target(record: &LetterRecord, quoted: &Quoted<'_>, text: &Beside<'_>) -> Value {
    let (source, span) = (&record.source, &quoted.at.span);
    let mut target = json!({
        "type": "SpecificResource",
        "source": {
            "id": iri::file(&source.sha256),
            "type": "Text",
            "format": source.media_type,
            "label": source.path,
            "sha256": source.sha256,
        },
        "selector": selectors(&source.media_type, &quoted.at.quote, span, text),
    });
    if let Some(sure) = span.ocr_confidence {
        target["ocr_confidence"] = sure.into();
    }
    target
}

/// Three ways to the same words, the first of which needs nothing but the words.
fn selectors(media_type: &str, quote: &str, span: &WireSpan, text: &Beside<'_>) -> Vec<Value> {
    let mut selectors = vec![
        json!({
            "type": "TextQuoteSelector",
            "exact": quote,
            "prefix": text.slice(span.start.saturating_sub(BESIDE), span.start),
            "suffix": text.slice(span.end, span.end + BESIDE),
        }),
        json!({ "type": "TextPositionSelector", "start": span.start, "end": span.end }),
    ];
    let fragment =
        |form: &str, value: String| json!({ "type": "FragmentSelector", "conformsTo": form, "value": value });
    if media_type == MediaType::Pdf.name() {
        selectors.push(fragment(OF_PDF, format!("page={}", span.page)));
    } else if let Some(line) = span.line {
        // Places between lines are counted, so that line 120 stands between 119 and 120.
        selectors.push(fragment(OF_TEXT, format!("line={},{line}", line.saturating_sub(1))));
    }
    selectors
}
