//! The themes of the built-in pack, held to the passages they carry, to statements made up from their scope
//! notes, and to findings of letters that people have labelled by reading.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use serde_json::Value;
use throughline::diagnostic::{Diagnostic, draw};
use throughline::rules;

/// What the rules reach, rounded down. Two people who label apart agree to 0.97.
const FLOOR: f64 = 0.99;

/// A finding and the themes a reader gave it; one in `may` counts neither way.
struct Labelled {
    at: String,
    statement: String,
    parts: Vec<String>,
    themes: BTreeSet<String>,
    may: BTreeSet<String>,
}

#[test]
fn every_theme_matches_and_rejects_the_passages_it_carries() {
    let compiled = rules::check_built_in();
    let of_themes = |fault: &&Diagnostic| {
        let file = fault.file.as_deref().unwrap_or(Path::new(""));
        file.starts_with("themes") || file.ends_with("asides.toml") || file.ends_with("fragments.toml")
    };
    let faults: Vec<String> =
        compiled.diagnostics.iter().filter(of_themes).map(|fault| draw(fault, false)).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn themes_come_in_the_order_of_the_published_list_and_have_ids_of_their_own() {
    let themes = rules::built_in().rules.themes;
    let ids: BTreeSet<&str> = themes.iter().map(|theme| theme.id.as_str()).collect();
    assert_eq!((themes.len(), ids.len()), (26, 26));
    assert_eq!(themes.first().map(|theme| theme.id.as_str()), Some("strategic_leadership_and_governance"));
    assert_eq!(themes.last().map(|theme| theme.id.as_str()), Some("preparation_for_adulthood"));
}

#[test]
fn themes_agree_with_statements_made_up_from_the_scope_notes() {
    let file: toml::Table = include_str!("themes.toml").parse().unwrap();
    let made_up = file["finding"].as_array().unwrap().iter().map(|finding| {
        let statement = finding["statement"].as_str().unwrap().to_owned();
        let themes = finding["themes"].as_array().unwrap().iter();
        let themes = themes.map(|id| id.as_str().unwrap().to_owned()).collect();
        Labelled { at: statement.clone(), statement, parts: Vec::new(), themes, may: BTreeSet::new() }
    });
    assert_agreement(&made_up.collect::<Vec<_>>());
}

#[test]
fn themes_agree_with_a_reader_of_letters() {
    let gold = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/gold");
    let findings = labelled(&gold);
    if findings.is_empty() {
        println!("skipped: no labelled letters in {}", gold.display());
        return;
    }
    assert_agreement(&findings);
}

/// F1 over pairs of finding and theme, which must reach the floor. Every disagreement is printed.
fn assert_agreement(findings: &[Labelled]) {
    let rules = rules::built_in().rules;
    let ids: BTreeSet<&str> = rules.themes.iter().map(|theme| theme.id.as_str()).collect();
    let (mut right, mut wanted, mut given) = (0, 0, 0);
    for finding in findings {
        let about = rules.themes_about("send", &finding.statement, &finding.parts);
        let found: BTreeSet<String> = about.into_iter().map(|theme| theme.id.clone()).collect();
        let found: BTreeSet<String> = found.difference(&finding.may).cloned().collect();
        right += found.intersection(&finding.themes).count();
        wanted += finding.themes.len();
        given += found.len();
        for id in finding.themes.difference(&found) {
            assert!(ids.contains(id.as_str()), "no theme is named {id}");
            println!("missing {id}: {}", finding.at);
        }
        for id in found.difference(&finding.themes) {
            println!("extra {id}: {}", finding.at);
        }
    }
    let f1 = 2.0 * right as f64 / (wanted + given) as f64;
    println!("F1 {f1:.4}: right {right}, wanted {wanted}, given {given}");
    assert!(f1 >= FLOOR, "F1 {f1:.4} is below {FLOOR}");
}

fn labelled(folder: &Path) -> Vec<Labelled> {
    let mut findings = Vec::new();
    for file in json_files(folder) {
        let gold: Value = serde_json::from_slice(&std::fs::read(&file).unwrap()).unwrap();
        let letters = gold["letters"].as_array().into_iter().flatten();
        let labelled = letters.flat_map(|letter| letter["findings"].as_array().into_iter().flatten());
        for finding in labelled.filter(|finding| finding["themes"].is_array()) {
            let name = file.file_stem().unwrap_or_default().to_string_lossy();
            findings.push(Labelled {
                at: format!("{name} {} {}", finding["kind"], finding["number"]),
                statement: finding["statement"].as_str().unwrap().to_owned(),
                parts: texts(&finding["parts"]),
                themes: texts(&finding["themes"]).into_iter().collect(),
                may: texts(&finding["themes_may"]).into_iter().collect(),
            });
        }
    }
    findings
}

fn texts(value: &Value) -> Vec<String> {
    value.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}

/// The JSON files below a folder, in path order; none where there is no such folder.
fn json_files(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let below = |path: PathBuf| if path.is_dir() { json_files(&path) } else { vec![path] };
    paths.into_iter().flat_map(below).filter(|path| path.extension().is_some_and(|e| e == "json")).collect()
}
