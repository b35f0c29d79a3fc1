//! Web annotations: the selectors of a target.

use serde_json::{Map, Value};

use super::json::{Context, number, text};
use crate::verify::claim::{Claim, Form, SourceName};

/// The claim of an annotation's target: an object with `source` and a `selector` for the words.
pub fn claim(object: &Map<String, Value>, context: &Context) -> Option<Claim> {
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
    Some(Claim {
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
    })
}
