use super::context::Context;
use super::lower::Table;
use super::pattern::Pattern;
use super::vocabulary::EventKind;

/// A passage that tells of something dated.
///
/// Groups of the pattern: `date` the date; `years` or `months` a period instead; `finding` and `number` the
/// finding it is about.
#[derive(Debug, Clone)]
pub struct EventRule {
    pub id: String,
    pub kind: EventKind,
    /// The kind of letter it is about, where that is fixed.
    pub of: Option<String>,
    pub section: Option<String>,
    pub pattern: Vec<Pattern>,
}

impl EventRule {
    pub fn lower(table: &Table<'_>, context: &Context<'_>) -> Option<Self> {
        let kind = table.named("kind", EventKind::ALL, EventKind::name);
        let id = context.id(table, kind.map_or("event", EventKind::name));
        let of = table.text("of").map(|text| text.value);
        let section = context.section(table);
        let pattern = context.required_patterns(table, "pattern");
        context.try_examples(table, |text| pattern.iter().any(|pattern| pattern.is_match(text)));
        Some(Self { id, kind: kind?, of, section, pattern })
    }
}
