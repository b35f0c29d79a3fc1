use super::context::Context;
use super::lower::Table;
use super::pattern::Pattern;
use super::vocabulary::Judgement;

/// A sentence that judges one finding. Of several rules the first that matches decides.
#[derive(Debug, Clone)]
pub struct VerdictRule {
    pub id: String,
    pub judgement: Judgement,
    pub pattern: Vec<Pattern>,
}

impl VerdictRule {
    pub fn lower(table: &Table<'_>, context: &Context<'_>) -> Option<Self> {
        let judgement = table.named("judgement", Judgement::ALL, Judgement::name);
        let id = context.id(table, judgement.map_or("verdict", Judgement::name));
        let pattern = context.required_patterns(table, "pattern");
        context.try_examples(table, |text| pattern.iter().any(|pattern| pattern.is_match(text)));
        Some(Self { id, judgement: judgement?, pattern })
    }
}
