//! Web annotations: the selectors of a target.

use serde_json::{Map, Value};

use super::json::{Context, number, text};
use crate::verify::claim::{Claim, Form, SourceName};

/// The claims of an annotation's target, an object with `source` and a `selector` for the words: the words, and those
/// beside them.
pub fn claims(object: &Map<String, Value>, context: &Context) -> Vec<Claim> {
    let Some((claim, quote)) = quotation(object, context) else { return Vec::new() };
    let mut claims = vec![claim.clone()];
    if let Some((start, end)) = claim.range {
        let length = |words: &str| words.chars().count();
        let beside = |field: &str, words: &str, range| Claim {
            said: context.said(field),
            quote: words.to_owned(),
            range: Some(range),
            page: None,
            form: Form::Words,
            ..claim.clone()
        };
        let before = |words: &str| (start.saturating_sub(length(words)), start);
        claims.extend(text(quote, "prefix").map(|words| beside("prefix", words, before(words))));
        claims.extend(text(quote, "suffix").map(|words| beside("suffix", words, (end, end + length(words)))));
    }
    claims
}

fn quotation<'v>(
    object: &'v Map<String, Value>,
    context: &Context,
) -> Option<(Claim, &'v Map<String, Value>)> {
    let selectors = object.get("selector")?.as_array()?;
    let of_type = |name: &str| {
        let mut selectors = selectors.iter().filter_map(Value::as_object);
        selectors.find(|selector| text(selector, "type") == Some(name))
    };
    let quote = of_type("TextQuoteSelector")?;
    let position = of_type("TextPositionSelector");
    let fragment = of_type("FragmentSelector").and_then(|selector| text(selector, "value"));
    let source = object.get("source")?.as_object()?;
    let end = |key| position.and_then(|position| number(position, key));
    let claim = Claim {
        said: context.said(""),
        source: SourceName {
            file: text(source, "label").unwrap_or_default().to_owned(),
            sha256: text(source, "sha256").map(str::to_owned),
        },
        page: fragment.and_then(|value| value.strip_prefix("page=")).and_then(|page| page.parse().ok()),
        last_page: None,
        range: end("start").zip(end("end")),
        quote: text(quote, "exact").unwrap_or_default().to_owned(),
        form: Form::Exact,
        ocr: object.contains_key("ocr_confidence"),
        letter: None,
    };
    Some((claim, quote))
}
