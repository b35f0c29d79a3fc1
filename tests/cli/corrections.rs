use std::collections::BTreeSet;

#[path = "../../corpus/typeset/mod.rs"]
mod typeset;

use crate::bench::{Bench, copy, corpus, stderr, stdout};

const FINDING: &str = "northmere/2021-11-17/revisit_letter/significant_weakness/6";
const WHO: [&str; 6] = ["--by", "Jo Example", "--date", "2026-11-24", "--why", "Page 6 decides it."];

fn correct(bench: &Bench, arguments: &[&str]) {
    bench.run(&[&["correct"], arguments, &WHO[..]].concat()).success();
}

fn corrected() -> Bench {
    let bench = Bench::holding("northmere");
    correct(&bench, &[FINDING, "--judgement", "sufficient"]);
    bench
}

fn judgement(bench: &Bench, finding: &str) -> (String, String) {
    let finding = bench.json(&["show", finding, "--json"])["finding"].clone();
    let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    (text(&finding["judgement"]), text(&finding["decided"][0]["by"]))
}

fn by_jo() -> (String, String) {
    ("sufficient".to_owned(), "Jo Example".to_owned())
}

#[test]
fn every_output_marks_what_a_person_decided() {
    let bench = corrected();
    let said = |arguments: &[&str]| stdout(&bench.run(arguments).success());
    let marked = "sufficient progress, decided by Jo Example";
    let why = "judgement: sufficient in place of not sufficient";
    let outputs = [
        vec!["show", FINDING],
        vec!["trace", FINDING],
        vec!["search", "\"EHC plans were of poor quality\""],
        vec!["compare", "--areas", "Northmere", "--by", "kind,year", "--open", "significant_weakness,2021"],
        vec!["brief", "--area", "Northmere"],
        vec!["explain", FINDING],
    ];
    for arguments in &outputs {
        assert!(said(arguments).contains(marked), "{arguments:?}\n{}", said(arguments));
    }
    assert!(said(&outputs[0]).contains(why) && said(&outputs[1]).contains(why));
    bench.run(&["export", "--format", "csv", "-o", "out"]).success();
    assert!(
        bench
            .read("out/corrections.csv")
            .contains("judgement,not_sufficient,sufficient,,,Jo Example,2026-11-24")
    );
    let findings = bench.read("out/findings.csv");
    assert!(findings.lines().any(|line| line.starts_with(FINDING) && line.ends_with(",1,person")));
    bench.run(&["export", "--format", "jsonl", "-o", "out"]).success();
    assert!(bench.read("out/letters.jsonl").contains("\"decided\":[{\"what\":\"judgement\""));
}

#[test]
fn a_corrected_judgement_counts_for_statuses_and_checks() {
    let bench = corrected();
    let statuses = bench.json(&["show", FINDING, "--json"])["statuses"].clone();
    assert_eq!(statuses[0]["status"], "resolved");
    assert!(statuses[0]["reason"].as_str().unwrap().ends_with("as Jo Example decided."));
    assert_eq!(statuses[1]["status"], "recurred", "the report of 2024 names it again");
    let letter = bench.json(&["show", "northmere/2021-11-17/revisit_letter", "--json"]);
    let failed = |check: &&serde_json::Value| check["check"] == "stated_count" && check["ok"] == false;
    let checks = letter["record"]["checks"].as_array().unwrap();
    assert!(checks.iter().any(|check| failed(&check)), "the letter states other counts");
}

#[test]
fn links_statuses_and_themes_are_corrected_and_marked() {
    let bench = Bench::holding("northmere");
    let other = "northmere/2024-03-15/inspection_report/priority_action/2";
    correct(&bench, &[FINDING, "--link", other, "--kind", "none"]);
    correct(&bench, &[FINDING, "--status", "resolved", "--as-of", "northmere/2025-03-05/stocktake_letter"]);
    correct(&bench, &[FINDING, "--add-theme", "local_offer", "--remove-theme", "annual_reviews"]);
    let shown = bench.json(&["show", FINDING, "--json"]);
    assert!(shown["links"].as_array().unwrap().iter().all(|link| link["to"] != other));
    let last = shown["statuses"].as_array().unwrap().last().unwrap().clone();
    assert_eq!((last["status"].as_str(), last["decided_by"].as_str()), (Some("resolved"), Some("person")));
    let themes = shown["finding"]["themes"].to_string();
    assert!(themes.contains("local_offer") && !themes.contains("annual_reviews"), "{themes}");
    correct(&bench, &[FINDING, "--link", other, "--kind", "carries_on"]);
    let links = bench.json(&["show", FINDING, "--json"])["links"].clone();
    let link = links.as_array().unwrap().iter().find(|link| link["to"] == other).unwrap().clone();
    assert_eq!((link["kind"].as_str(), link["decided_by"].as_str()), (Some("carries_on"), Some("person")));
    assert_eq!(bench.json(&["corrections", "--json"]).as_array().unwrap().len(), 5);
}

#[test]
fn a_finding_that_the_rules_missed_is_added_with_its_page() {
    let bench = Bench::holding("northmere");
    let words = "Social care advice remains the weakest part.";
    let letter = "northmere/2021-11-17/revisit_letter";
    correct(&bench, &["--add-finding", "significant_weakness", "--letter", letter, "--text", words]);
    let id = bench.json(&["corrections", "--json"])[0]["finding"].as_str().unwrap().to_owned();
    let finding = bench.json(&["show", &id, "--json"])["finding"].clone();
    assert_eq!(finding["quote"], words.trim_end_matches('.'));
    assert_eq!((finding["span"]["page"].as_u64(), finding["span"]["line"].as_u64()), (Some(1), Some(76)));
    assert_eq!(finding["decided"][0]["what"], "finding");
    let explained = stdout(&bench.run(&["explain", &id]).success());
    assert!(explained.contains("finding: significant weakness, decided by Jo Example"), "{explained}");
}

#[test]
fn a_correction_survives_ingesting_again_and_another_version_of_the_rules() {
    let bench = corrected();
    let rules = concat!(env!("CARGO_MANIFEST_DIR"), "/rules/send");
    copy(rules.as_ref(), &bench.path("rules"));
    let pack = bench.read("rules/pack.toml");
    let version = pack.lines().find(|line| line.starts_with("version")).unwrap().to_owned();
    bench.write("rules/pack.toml", pack.replace(&version, "version = \"99\""));
    let northmere = corpus("northmere");
    for arguments in [vec!["ingest", &northmere], vec!["--rules", "rules", "ingest", &northmere]] {
        assert_eq!(stderr(&bench.run(&arguments).success()), "");
        assert_eq!(judgement(&bench, FINDING), by_jo(), "{arguments:?}");
    }
    let letter = bench.json(&["show", "northmere/2021-11-17/revisit_letter", "--json"]);
    assert_eq!(letter["record"]["rules"]["version"], "99", "the letter was read by the changed rules");
}

#[test]
fn a_correction_survives_a_pdf_that_is_typeset_anew() {
    let source =
        std::fs::read_to_string(corpus("sources/elverdale/2021-07-02-revisit-letter.letter")).unwrap();
    let set = |source: &str, tagged| typeset::typeset(source, &typeset::Options { tagged }).unwrap();
    let bench = Bench::new();
    bench.write("letter.pdf", set(&source, true));
    bench.run(&["ingest", "letter.pdf"]).success();
    let letter = bench.json(&["list", "--json"])[0]["id"].as_str().unwrap().to_owned();
    let finding = format!("{letter}/significant_weakness/9");
    let place = |bench: &Bench| bench.json(&["show", &finding, "--json"])["finding"]["span"].clone();
    assert_eq!(judgement(&bench, &finding).0, "not_sufficient");
    let mut places = vec![place(&bench)];
    correct(&bench, &[&finding, "--judgement", "sufficient"]);
    // Larger letters end lines and pages elsewhere.
    let (head, body) = source.split_once("---\n").unwrap();
    let head: String =
        head.lines().filter(|line| !line.starts_with("size")).map(|line| format!("{line}\n")).collect();
    for (size, tagged) in [("15", true), ("9", true), ("14", false)] {
        bench.write("letter.pdf", set(&format!("{head}size: {size}\n---\n{body}"), tagged));
        let assert = bench.run(&["ingest", "letter.pdf"]).success();
        assert!(!stderr(&assert).contains("not applied"), "{}", stderr(&assert));
        assert_eq!(judgement(&bench, &finding), by_jo(), "size {size}");
        bench.run(&["corrections"]).success();
        places.push(place(&bench));
    }
    let pages: BTreeSet<u64> = places.iter().filter_map(|place| place["page"].as_u64()).collect();
    assert!(pages.len() > 1, "the statement stands on another page in some: {pages:?}");
}

#[test]
fn one_that_finds_its_words_no_more_is_told_of_and_kept() {
    let bench = corrected();
    let path = ".throughline/corrections.toml";
    let text =
        format!("# kept by hand\n{}", bench.read(path)).replace("EHC plans were of poor", "Buses came in");
    bench.write(path, text.replace("that the advice from social care", "with no"));
    let listed = stderr(&bench.run(&["list"]).success());
    assert_eq!(listed.matches("warning[correction-lost]").count(), 1, "{listed}");
    for part in
        ["Jo Example", "24 November 2026", "judgement: sufficient", "corrections.toml", "Buses came in"]
    {
        assert!(listed.contains(part), "{part} is not in:\n{listed}");
    }
    assert_eq!(judgement(&bench, FINDING).0, "not_sufficient");
    let corrections = bench.run(&["corrections"]).code(1);
    assert!(stdout(&corrections).contains("not applied: its words are not in"), "{}", stdout(&corrections));
    correct(&bench, &[FINDING, "--add-theme", "local_offer"]);
    let kept = bench.read(path);
    assert!(kept.contains("Buses came in") && kept.contains("# kept by hand"), "{kept}");
    let elsewhere = bench.run(&["brief", "--area", "Northmere"]).success();
    assert!(stderr(&elsewhere).contains("correction-lost"), "{}", stderr(&elsewhere));
}

#[test]
fn a_wrong_call_writes_nothing_and_says_what_to_do() {
    let bench = Bench::holding("northmere");
    let calls: [(&[&str], &str); 6] = [
        (&[FINDING, "--judgement", "sufficent"], "did you mean “sufficient”?"),
        (&[FINDING, "--add-theme", "local_ofer"], "did you mean “local_offer”?"),
        (&[FINDING], "does not say what to change"),
        (&["northmere/2021-11-17/revisit_letter", "--judgement", "sufficient"], "is a letter"),
        (&[FINDING, "--status", "resolved", "--as-of", "northmere/2018-06-08"], "is older than the finding"),
        (
            &[
                "--add-finding",
                "significant_weakness",
                "--letter",
                "northmere/2021",
                "--text",
                "no such words",
            ],
            "its words are not in northmere/2021-11-17/revisit_letter",
        ),
    ];
    for (arguments, said) in calls {
        let assert = bench.run(&[&["correct"], arguments, &WHO[..]].concat()).code(2);
        assert!(stderr(&assert).contains(said), "{said} is not in:\n{}", stderr(&assert));
    }
    assert!(!bench.path(".throughline/corrections.toml").exists());
}

#[test]
fn a_fault_in_the_file_is_drawn_where_it_stands_and_the_rest_is_used() {
    let bench = corrected();
    let path = ".throughline/corrections.toml";
    bench.write(
        path,
        format!("{}\n[[correction]]\nletter = \"x\"\njudgment = \"sufficient\"\n", bench.read(path)),
    );
    let assert = bench.run(&["corrections"]).code(1);
    let said = stderr(&assert);
    for part in
        ["unknown key `judgment`", "did you mean `judgement`?", "`by` is missing", "corrections.toml:"]
    {
        assert!(said.contains(part), "{part} is not in:\n{said}");
    }
    assert_eq!(judgement(&bench, FINDING), by_jo());
}
