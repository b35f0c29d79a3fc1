//! Tagged files without their tags: read by position, they say the same.

use std::path::Path;

use lopdf::Document as Objects;
use throughline::document::Document;
use throughline::record::Source;
use throughline::{extract, read, rules};

use super::distance::agreement;
use super::{letters, name};

/// The share of the words, in order, that both readings must have in common.
const SAME_WORDS: f64 = 0.995;
/// The share of the findings that must be the same.
const SAME_FINDINGS: f64 = 0.97;

/// A file without its structure tree; `None` where it has none.
fn untagged(bytes: &[u8]) -> Option<Document> {
    let mut objects = Objects::load_mem(bytes).ok()?;
    objects.catalog_mut().ok()?.remove(b"StructTreeRoot")?;
    let mut twin = Vec::new();
    objects.save_to(&mut twin).ok()?;
    Some(read::read(&twin, &read::Options::default()).expect("a twin can be read").document)
}

fn statements(document: &Document, rules: &rules::RuleSet) -> Vec<String> {
    let source = Source::of(document, "letter", "");
    let letters = extract::letter_records(document, rules, &source);
    letters.iter().flat_map(|letter| &letter.findings).map(|finding| finding.statement.clone()).collect()
}

#[test]
fn the_words_of_untagged_twins_stand_in_the_same_order() {
    for (path, bytes, tagged) in letters() {
        let Some(twin) = untagged(&bytes) else { continue };
        let [one, other] =
            [&tagged, &twin].map(|document| document.text().split_whitespace().collect::<Vec<_>>());
        let agreement = agreement(&one, &other);
        println!("{agreement:.4} {}", name(&path));
        assert!(agreement >= SAME_WORDS, "{}: {agreement}", name(&path));
    }
}

#[test]
fn the_findings_of_untagged_twins_are_the_same() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("rules/send");
    let rules = rules::from_folder(&folder, false).expect("the rules can be read").rules;
    let (mut same, mut all) = (0, 0);
    for (path, bytes, tagged) in letters() {
        let Some(twin) = untagged(&bytes) else { continue };
        let (wanted, given) = (statements(&tagged, &rules), statements(&twin, &rules));
        let found = wanted.iter().filter(|statement| given.contains(statement)).count();
        println!("{found} of {} findings, {} given: {}", wanted.len(), given.len(), name(&path));
        same += 2 * found;
        all += wanted.len() + given.len();
    }
    assert!(all == 0 || same as f64 >= all as f64 * SAME_FINDINGS, "{same} of {all}");
}
