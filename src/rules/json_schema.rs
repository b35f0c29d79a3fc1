//! JSON Schemas of rule files, for editors: made from the forms that the files are checked against.

use serde_json::{Map, Value as Json, json};

use super::form::{Key, TableForm, Value};
use super::passages;
use super::reference::{FILES, LINKS};

/// The kinds of rule files, each with its JSON Schema (draft 2020-12).
pub fn schemas() -> Vec<(&'static str, Json)> {
    FILES.iter().chain([&LINKS]).map(|(name, form)| (*name, schema(form))).collect()
}

fn schema(form: &'static TableForm) -> Json {
    let mut schema = table(form);
    schema["$schema"] = json!("https://json-schema.org/draft/2020-12/schema");
    schema["title"] = json!(form.title);
    schema
}

fn table(form: &'static TableForm) -> Json {
    let keys = form.keys_with(None);
    let always = form.keys.iter().filter(|key| key.required);
    let mut schema = json!({
        "type": "object",
        "description": form.about,
        "properties": properties(&keys),
        "required": names(always),
        "additionalProperties": false,
    });
    if let Some(variants) = &form.variants {
        let one = |(value, keys): &(&str, &[Key])| {
            let others = form.keys_with(None).into_iter().map(|key| key.name);
            let known = form.keys_with(Some(value));
            let foreign = others.filter(|name| known.iter().all(|key| key.name != *name));
            let absent: Map<String, Json> = foreign.map(|name| (name.to_owned(), json!(false))).collect();
            json!({
                "if": { "properties": { variants.key: { "const": value } } },
                "then": { "required": names(keys.iter().filter(|key| key.required)), "properties": absent },
            })
        };
        schema["allOf"] = variants.forms.iter().map(one).collect();
    }
    schema
}

fn names<'k>(keys: impl Iterator<Item = &'k Key>) -> Json {
    keys.map(|key| Json::from(key.name)).collect()
}

fn properties(keys: &[&Key]) -> Json {
    let property = |key: &&Key| {
        let mut schema = value(key.value);
        schema["description"] = json!(key.about);
        (key.name.to_owned(), schema)
    };
    Json::Object(keys.iter().map(property).collect())
}

fn value(value: Value) -> Json {
    let or_list = |one: Json| json!({ "anyOf": [one, { "type": "array", "items": one }] });
    match value {
        Value::Text | Value::Name(_) => json!({ "type": "string" }),
        Value::Texts | Value::Patterns(_) | Value::Phrases => or_list(json!({ "type": "string" })),
        Value::Number => json!({ "type": "number" }),
        Value::Flag => json!({ "type": "boolean" }),
        Value::Passages => or_list(json!({ "anyOf": [{ "type": "string" }, table(&passages::FORM)] })),
        Value::OneOf(words) => json!({ "enum": words }),
        Value::SomeOf(words) => or_list(json!({ "enum": words })),
        Value::Levels => or_list(json!({ "type": "integer", "minimum": 1, "maximum": 9 })),
        Value::Table(form) => table(form),
        Value::Tables(form) => json!({ "type": "array", "items": table(form) }),
        Value::Entries => json!({ "type": "object", "additionalProperties": { "type": "string" } }),
    }
}
