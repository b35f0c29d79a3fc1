//! Measures links and statuses against chains of letters that people labelled.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::*;
use crate::record::Judgement;
use crate::record::sample::{Sample, letter};
use crate::rules::RuleSet;

/// A labelled chain: its letters, and what a reader found.
struct Chain {
    letters: Vec<LetterRecord>,
    same: BTreeSet<(String, String)>,
    related: BTreeSet<(String, String)>,
    status: BTreeMap<String, String>,
}

/// Where the themes of a chain's findings come from.
#[derive(Clone, Copy)]
enum Themes<'r> {
    Labelled,
    Found(&'r RuleSet),
}

fn json(path: &Path) -> Option<Value> {
    serde_json::from_str(&std::fs::read_to_string(path).ok()?).ok()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn items(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// The letters of one gold file. `dated` stands in where the label gives no date, as for reports.
fn records(gold: &Value, dated: &str, themes: Themes<'_>) -> Vec<LetterRecord> {
    let letters = gold["letters"].as_array().map_or(std::slice::from_ref(gold), Vec::as_slice);
    let with_findings = letters.iter().filter(|letter| !items(&letter["findings"]).is_empty());
    with_findings.map(|letter| record(letter, dated, themes)).collect()
}

fn record(gold: &Value, dated: &str, themes: Themes<'_>) -> LetterRecord {
    let dated = gold["dated"].as_str().unwrap_or(dated);
    let mut sample: Sample = letter("Area", dated, text(&gold["kind"]));
    for finding in items(&gold["findings"]) {
        let statement = text(&finding["statement"]);
        sample = sample.finding(
            text(&finding["kind"]),
            Judgement::from_name(text(&finding["judgement"])),
            statement,
        );
        let last = sample.record.findings.last_mut().expect("the finding just added");
        last.parts = items(&finding["parts"]).iter().map(|part| text(part).to_owned()).collect();
        last.themes = match themes {
            Themes::Labelled => {
                items(&finding["themes"]).iter().map(|theme| text(theme).to_owned()).collect()
            }
            Themes::Found(rules) => {
                let about = rules.themes_about("send", statement, &last.parts);
                about.into_iter().map(|theme| theme.id.clone()).collect()
            }
        };
    }
    sample.record
}

/// `2021-11-17 significant_weakness 7` as `2021 significant_weakness 7`.
fn gold_key(key: &str) -> String {
    format!("{}{}", &key[..4], &key[10..])
}

/// `area/2021-11-17/revisit_letter/significant_weakness/7` as `2021 significant_weakness 7`.
fn id_key(id: &str) -> String {
    let parts: Vec<&str> = id.split('/').collect();
    format!("{} {} {}", &parts[1][..4], parts[3], parts[4])
}

fn chain(folder: &Path, reports: &[PathBuf], themes: Themes<'_>) -> Option<Chain> {
    let labels = json(&folder.join("throughlines.json"))?;
    let pairs = |key: &str| -> BTreeSet<(String, String)> {
        items(&labels[key]).iter().map(|pair| (gold_key(text(&pair[0])), gold_key(text(&pair[1])))).collect()
    };
    let (same, related) = (pairs("same"), pairs("related"));
    // Reports are named by a date that stands in the labels only.
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(folder).ok()?.flatten().map(|entry| entry.path()).collect();
    files.extend(reports.iter().cloned());
    let report_date = items(&labels["same"])
        .iter()
        .flat_map(items)
        .map(text)
        .find(|key| key.contains("area_for_improvement"))
        .map(|key| key[..10].to_owned())?;
    let mut letters = Vec::new();
    for file in files {
        letters.extend(records(&json(&file)?, &report_date, themes));
    }
    letters.sort_by_key(|letter| (letter.placed(), letter.letter.id.clone()));
    let status = labels["status"].as_object()?.iter();
    let status = status
        .map(|(key, value)| (gold_key(key), text(value).split(' ').next().unwrap_or_default().to_owned()));
    Some(Chain { letters, same, related, status: status.collect() })
}

struct Measure {
    f1: f64,
    statuses: (usize, usize),
    misses: Vec<String>,
}

/// As the project's scorer has it: links between successive letters by year; links that a reader called
/// related count neither way.
fn measure(chain: &Chain, rules: &RuleSet) -> Measure {
    let letters: Vec<&LetterRecord> = chain.letters.iter().collect();
    let linked = link_area(&letters, rules, &super::Decisions::default());
    let years: BTreeSet<String> =
        chain.same.union(&chain.related).flat_map(|(a, b)| [a[..4].to_owned(), b[..4].to_owned()]).collect();
    let years: Vec<&String> = years.iter().collect();
    let next: BTreeMap<&str, &str> =
        years.windows(2).map(|pair| (pair[0].as_str(), pair[1].as_str())).collect();
    let given: BTreeSet<(String, String)> = linked
        .links
        .iter()
        .filter(|link| link.kind != LinkKind::Related)
        .map(|link| (id_key(&link.from), id_key(&link.to)))
        .filter(|(from, to)| next.get(&from[..4]) == Some(&&to[..4]))
        .collect();
    let mut misses = Vec::new();
    misses.extend(chain.same.difference(&given).map(|(a, b)| format!("missing {a} -> {b}")));
    let wrong: Vec<_> =
        given.iter().filter(|pair| !chain.same.contains(*pair) && !chain.related.contains(*pair)).collect();
    misses.extend(wrong.iter().map(|(a, b)| format!("wrong {a} -> {b}")));
    let recall = chain.same.intersection(&given).count() as f64 / chain.same.len() as f64;
    let precision = 1.0 - wrong.len() as f64 / given.len().max(1) as f64;
    let told: BTreeSet<(String, String)> = linked
        .statuses
        .iter()
        .map(|status| {
            (id_key(&status.finding), text(&serde_json::to_value(status.status).unwrap()).to_owned())
        })
        .collect();
    let mut right = 0;
    for (finding, status) in &chain.status {
        if told.contains(&(finding.clone(), status.clone())) {
            right += 1;
        } else {
            let got: Vec<&String> = told.iter().filter(|(id, _)| id == finding).map(|(_, got)| got).collect();
            misses.push(format!("status of {finding}: {status} wanted, {got:?} given"));
        }
    }
    Measure {
        f1: 2.0 * recall * precision / (recall + precision),
        statuses: (right, chain.status.len()),
        misses,
    }
}

/// Each labelled chain that is there: its name, its folder and files elsewhere that belong to it.
fn chains() -> Vec<(String, PathBuf, Vec<PathBuf>)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let shared = root.join("../shared/gold");
    let mut chains = vec![(
        "worcestershire".to_owned(),
        shared.join("worcestershire"),
        vec![shared.join("area-send/worcestershire-2024.json")],
    )];
    for area in ["northmere", "elverdale", "wexcombe"] {
        chains.push((area.to_owned(), root.join("corpus/gold").join(area), Vec::new()));
    }
    chains
}

#[test]
fn labelled_chains_are_followed() {
    let rules = crate::rules::built_in().rules;
    let mut low = Vec::new();
    for (name, folder, reports) in chains() {
        for (source, themes, least) in
            [("labelled", Themes::Labelled, 0.95), ("found", Themes::Found(&rules), 0.9)]
        {
            let Some(chain) = chain(&folder, &reports, themes) else {
                println!("{name}: no labels in {}: not measured", folder.display());
                continue;
            };
            let measure = measure(&chain, &rules);
            let (right, wanted) = measure.statuses;
            println!("{name}, themes {source}: links F1 {:.3}, statuses {right} of {wanted}", measure.f1);
            measure.misses.iter().for_each(|miss| println!("  {miss}"));
            if measure.f1 < least || right < wanted {
                low.push(format!("{name}, themes {source}"));
            }
        }
    }
    assert!(low.is_empty(), "low: {low:?}");
}
