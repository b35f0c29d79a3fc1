use super::Desk;
use crate::cli::failure::Failure;
use crate::cli::filters::{Names, choose};
use crate::correct::{Change, LINKS, LinkChange, STATUSES, link_kind, status};
use crate::diagnostic::Diagnostic;
use crate::record::FindingKind;
use crate::rules::RuleSet;

#[derive(Debug, clap::Args)]
pub struct Changes {
    /// What the letter judges, such as sufficient
    #[arg(long, value_name = "JUDGEMENT", conflicts_with = "add_finding")]
    judgement: Option<String>,
    /// A theme that it has, by id or label
    #[arg(long, value_name = "THEME", conflicts_with = "add_finding")]
    add_theme: Vec<String>,
    /// A theme that it does not have
    #[arg(long, value_name = "THEME", conflicts_with = "add_finding")]
    remove_theme: Vec<String>,
    /// The finding of another letter that it goes together with, or does not
    #[arg(long, value_name = "OTHER", requires = "kind", conflicts_with = "add_finding")]
    link: Option<String>,
    /// How: same, restated, carries_on, related, or none
    #[arg(long, value_name = "KIND", requires = "link")]
    kind: Option<String>,
    /// What became of it, such as resolved
    #[arg(long, value_name = "STATUS", requires = "as_of", conflicts_with = "add_finding")]
    status: Option<String>,
    /// The letter that tells the status
    #[arg(long, value_name = "LETTER", requires = "status")]
    as_of: Option<String>,
}

impl Changes {
    /// The changes asked for, with names made sure of.
    pub(super) fn changes(&self, names: &Names<'_>, desk: &Desk<'_>) -> Result<Vec<Change>, Failure> {
        let mut changes: Vec<Change> = Vec::new();
        let judgements = names.judgements(self.judgement.as_slice())?;
        changes.extend(judgements.into_iter().map(Change::Judgement));
        changes.extend(names.themes(&self.add_theme)?.into_iter().map(Change::AddTheme));
        changes.extend(names.themes(&self.remove_theme)?.into_iter().map(Change::RemoveTheme));
        if let (Some(other), Some(kind)) = (&self.link, &self.kind) {
            changes.extend(link(other, kind, desk)?);
        }
        if let (Some(name), Some(as_of)) = (&self.status, &self.as_of) {
            let as_of = desk.letter(as_of)?.letter.id.clone();
            let name = choose("unknown-status", "status", name, &STATUSES)?;
            changes.extend(status(&name).map(|status| Change::Status { status, as_of }));
        }
        if changes.is_empty() { Err(nothing()) } else { Ok(changes) }
    }
}

fn link(other: &str, kind: &str, desk: &Desk<'_>) -> Result<Option<Change>, Failure> {
    let (record, finding) = desk.finding(other)?;
    let other = desk.anchor(record, finding)?;
    let kind = choose("unknown-link", "kind of link", kind, &LINKS)?;
    Ok(link_kind(&kind).map(|kind| Change::Link(LinkChange { kind, other })))
}

fn nothing() -> Failure {
    let help = "give --judgement, --add-theme, --remove-theme, --link with --kind, or --status with --as-of";
    Diagnostic::error("no-change", "the call does not say what to change").help(help).into()
}

/// The kind of a finding that is added.
pub fn finding_kind(typed: &str, rules: &RuleSet) -> Result<Change, Failure> {
    let kinds: Vec<&str> = rules.vocabulary.finding_kinds.iter().map(|kind| kind.name.as_str()).collect();
    choose("unknown-kind", "kind of finding", typed, &kinds)
        .map(|kind| Change::FindingKind(FindingKind::new(&kind)))
}
