use super::rows::{OfFinding, of_findings};
use crate::export::Held;
use crate::export::table::{Column, Draft, Table};
use crate::query::words;
use crate::record::Decision;

type Row<'a> = OfFinding<'a, String>;

pub fn table(held: &Held<'_>) -> Table {
    let rules = held.rules;
    let group = move |id: &str| rules.themes.iter().find(|theme| theme.id == id).map(|theme| &theme.group);
    Draft::new("finding_themes", "Themes of findings", "A theme that a finding is about.")
        .finding_id(Row::finding_id)
        .letter_id(Row::letter_id)
        .column(
            Column::text("theme", "The theme's id in the rules; see codes.").required(),
            |row: &Row<'_>| row.it.into(),
        )
        .column(Column::text("theme_label", "The words for it.").required(), move |row| {
            words::theme(row.it, rules).into()
        })
        .column(Column::text("theme_group", "The group of themes that it belongs to."), move |row| {
            group(row.it).into()
        })
        .decided_by(by_person)
        .key(&["finding_id", "theme"])
        .rows(of_findings(held, |finding| &finding.themes))
}

fn by_person(row: &Row<'_>) -> bool {
    let mut decided = row.finding.decided.iter();
    decided.any(|decided| decided.what == Decision::Theme && decided.to.as_ref() == Some(row.it))
}
