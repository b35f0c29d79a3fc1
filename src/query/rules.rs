//! What the rules know: families of letters with their rules, and themes.

use serde::Serialize;

use crate::rules::{Family, RuleSet};

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Listing {
    pub packs: Vec<PackListing>,
    pub families: Vec<FamilyListing>,
    pub themes: Vec<ThemeListing>,
    /// How many local areas the gazetteer knows.
    pub areas: usize,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PackListing {
    pub id: String,
    pub version: String,
    pub title: String,
    /// Over all the pack's files.
    pub sha256: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FamilyListing {
    pub pack: String,
    pub kind: String,
    pub label: String,
    /// Ids of its rules.
    pub rules: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ThemeListing {
    pub id: String,
    pub label: String,
    pub group: String,
    pub scope_note: String,
}

pub fn listing(rules: &RuleSet) -> Listing {
    let themes = rules.themes.iter().map(|theme| ThemeListing {
        id: theme.id.clone(),
        label: theme.label.clone(),
        group: theme.group.clone(),
        scope_note: theme.scope_note.clone(),
    });
    let packs = rules.packs.iter().map(|pack| PackListing {
        id: pack.id.clone(),
        version: pack.version.clone(),
        title: pack.title.clone(),
        sha256: pack.sha256.clone(),
    });
    Listing {
        packs: packs.collect(),
        families: rules.families.iter().map(family).collect(),
        themes: themes.collect(),
        areas: rules.gazetteer.areas().len(),
    }
}

fn family(family: &Family) -> FamilyListing {
    let rules = family.rules().iter().map(|rule| rule.id.to_owned()).collect();
    let pack = family.pack.clone();
    FamilyListing { pack, kind: family.kind.clone(), label: family.label.clone(), rules }
}
