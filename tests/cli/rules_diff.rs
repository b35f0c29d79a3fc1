//! `rules diff`: what another pack makes of the same letters.

use std::path::Path;

use crate::bench::{Bench, GOOD, copy, corpus, stdout};

/// A bench with a copy of the pack in which `old` is replaced by `new` in one file.
fn bench(file: &str, old: &str, new: &str) -> Bench {
    let bench = Bench::new();
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("rules/send"), &bench.path("mine"));
    let name = format!("mine/{file}");
    let text = bench.read(&name);
    assert!(text.contains(old), "{old} is not in {file}");
    bench.write(&name, text.replacen(old, new, 1));
    bench
}

fn diff(bench: &Bench, letter: &str) -> serde_json::Value {
    bench.json(&["rules", "diff", "--json", "built-in", "mine", &corpus(letter)])
}

#[test]
fn the_same_rules_make_the_same_of_every_letter() {
    let bench = bench("pack.toml", "title", "title");
    let difference = bench.run(&["rules", "diff", "--exit-code", "built-in", "mine", &corpus("northmere")]);
    let said = stdout(&difference.success());
    assert!(
        said.contains("6 files: 0 letters gained, 0 lost, 0 read otherwise; 0 findings gained"),
        "{said}"
    );
}

#[test]
fn findings_judged_otherwise_are_shown_with_both_judgements() {
    let bench = bench(
        "revisit-letter.toml",
        "[[verdict]]\njudgement = \"not_sufficient\"",
        "[[verdict]]\nname = \"was\"\njudgement = \"sufficient\"",
    );
    let diff = diff(&bench, GOOD);
    assert_eq!(diff["totals"]["findings_gained"], 0);
    assert_eq!(diff["totals"]["findings_lost"], 0);
    let judged = diff["totals"]["findings_judged_otherwise"].as_u64().unwrap();
    let findings = diff["letters"][0]["findings"].as_array().unwrap();
    let facts = findings.iter().flat_map(|finding| finding["facts"].as_array().unwrap());
    let judgements: Vec<_> = facts.filter(|fact| fact["what"] == "judgement").collect();
    assert_eq!(judgements.len() as u64, judged);
    assert!(judged > 0 && judgements[0]["old"] == "not sufficient progress", "{judgements:?}");
    assert_eq!(judgements[0]["new"], "sufficient progress");
}

#[test]
fn a_statement_worded_otherwise_is_shown_word_by_word() {
    let bench = bench(
        "revisit-letter.toml",
        "{found}(?: that| the following weakness(?:es)?)?:? (?P<statement>.+)$",
        "{found}:? (?P<statement>.+)$",
    );
    let said = stdout(&bench.run(&["rules", "diff", "built-in", "mine", &corpus(GOOD)]).success());
    assert!(said.contains("statement: {+that+} EHC plans were of poor quality"), "{said}");
    assert!(said.contains("0 judged otherwise") && !said.contains(" 0 worded otherwise"), "{said}");
}

#[test]
fn letters_and_findings_that_are_lost_are_counted_and_told_by_the_exit_code() {
    let bench = bench("revisit-letter.toml", "[family]\n", "[family]\nexcludes = ['^main findings$']\n");
    let files = corpus(GOOD);
    let said = stdout(&bench.run(&["rules", "diff", "--exit-code", "built-in", "mine", &files]).code(1));
    assert!(said.starts_with("- northmere/2021-11-17/revisit_letter"), "{said}");
    assert!(
        said.contains("0 letters gained, 1 lost, 0 read otherwise; 0 findings gained, 12 lost"),
        "{said}"
    );
}

#[test]
fn a_pack_that_is_not_there_is_a_wrong_call() {
    Bench::new().run(&["rules", "diff", "built-in", "nowhere", &corpus(GOOD)]).code(2);
}
