use super::context::Context;
use super::lower::Table;
use super::names::EventKind;
use super::suggest;
use super::vocabulary::FieldName;

/// What a letter should hold. One in which it is not found is reported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Expected {
    Field(FieldName),
    Event(EventKind),
    Outcome,
    Findings,
}

/// For the reference.
pub(super) const ABOUT: &str = "what such a letter always holds, reported where it is not found: names of fields and \
                                events, `outcome`, `findings`";

/// The list under `expects`: names of fields and of events, `outcome` and `findings`.
pub fn lower(table: &Table<'_>, context: &Context<'_>) -> Vec<Expected> {
    let events = context.vocabulary.events.iter().map(|event| event.name.as_str());
    let fields = FieldName::ALL.iter().map(|field| field.name());
    let known: Vec<&str> = ["outcome", "findings"].into_iter().chain(fields).chain(events).collect();
    let mut expected = Vec::new();
    for text in table.texts("expects") {
        if known.contains(&text.value.as_str()) {
            expected.push(named(&text.value));
            continue;
        }
        let message = format!("`expects` cannot be \"{}\"", text.value);
        let help = match suggest::nearest(&text.value, known.iter().copied()) {
            Some(near) => format!("did you mean \"{near}\"?"),
            None => format!("it is one of: {}", known.join(", ")),
        };
        table.faults().push(table.fault("rule-value", message, text.span).help(help));
    }
    expected
}

fn named(name: &str) -> Expected {
    match (name, FieldName::from_name(name)) {
        ("outcome", _) => Expected::Outcome,
        ("findings", _) => Expected::Findings,
        (_, Some(field)) => Expected::Field(field),
        (event, None) => Expected::Event(EventKind::new(event)),
    }
}
