use super::Look;
use super::table::{Align, table};
use super::wrap::wrap;
use crate::diagnostic::Severity;
use crate::query::rules::{FamilyListing, Listing};
use crate::query::words;
use crate::rules::Compiled;

/// What a check of the rules came to; the faults themselves are drawn apart.
pub fn checked(compiled: &Compiled) -> String {
    let rules = &compiled.rules;
    let errors = compiled.diagnostics.iter().filter(|fault| fault.severity == Severity::Error).count();
    let warnings = compiled.diagnostics.len() - errors;
    let result = match (errors, warnings) {
        (0, 0) => "all rules match what they must".to_owned(),
        _ => format!("{} and {}", words::count(errors, "error"), words::count(warnings, "warning")),
    };
    let packs: Vec<String> = rules.packs.iter().map(|pack| format!("{} {}", pack.id, pack.version)).collect();
    format!(
        "{}: {}, {}, {}: {result}.\n",
        words::list(&packs),
        words::count(rules.families.len(), "family"),
        words::count(rules.themes.len(), "theme"),
        words::count(rules.gazetteer.areas().len(), "local area"),
    )
}

pub fn listing(listing: &Listing, look: Look) -> String {
    let mut out = String::new();
    for pack in &listing.packs {
        out.push_str(&format!("{} ({} {})\n\n", look.bold(&pack.title), pack.id, pack.version));
        for family in listing.families.iter().filter(|family| family.pack == pack.id) {
            out.push_str(&family_rules(family, look));
        }
    }
    out.push_str(&themes(listing, look));
    out
}

fn family_rules(family: &FamilyListing, look: Look) -> String {
    let mut out = format!("{}  {}\n", look.bold(&family.kind), family.label);
    for rule in &family.rules {
        out.push_str(&wrap(rule, look.width, "  ", "    "));
    }
    out.push('\n');
    out
}

fn themes(listing: &Listing, look: Look) -> String {
    let rows: Vec<Vec<String>> =
        listing.themes.iter().map(|theme| vec![theme.id.clone(), theme.label.clone()]).collect();
    table(&[("theme", Align::Left), ("label", Align::Wrap)], &rows, look)
}
