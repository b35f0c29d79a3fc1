use super::context::Context;
use super::lower::Table;
use super::names::EventKind;
use super::pattern::Pattern;

/// A passage that tells of something dated.
///
/// Groups of the pattern: `date` the date; `years` or `months` a period instead; `finding` and `number` the
/// finding it is about.
#[derive(Debug, Clone)]
pub struct EventRule {
    pub id: String,
    pub kind: EventKind,
    /// The letter tells of it before it happens.
    pub to_come: bool,
    /// The kind of letter it is about, where that is fixed.
    pub of: Option<String>,
    pub section: Option<String>,
    pub pattern: Vec<Pattern>,
}

impl EventRule {
    pub fn lower(table: &Table<'_>, context: &Context<'_>) -> Option<Self> {
        table.required("kind");
        let kind = table.declared("kind", &context.vocabulary.events);
        let id = context.id(table, kind.as_deref().unwrap_or("event"));
        let told = context.vocabulary.events.iter().find(|event| Some(&event.name) == kind.as_ref());
        let to_come = told.is_some_and(|event| event.to_come);
        let of = table.text("of").map(|text| text.value);
        let section = context.section(table);
        let pattern = context.required_patterns(table, "pattern");
        context.try_examples(table, |text| pattern.iter().any(|pattern| pattern.is_match(text)));
        Some(Self { id, kind: EventKind::new(&kind?), to_come, of, section, pattern })
    }
}
