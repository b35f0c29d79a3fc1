use crate::bench::{Bench, stderr, stdout};

#[test]
fn hits_have_the_match_marked_and_their_place_under_them() {
    let bench = Bench::holding("northmere");
    let found = stdout(&bench.run(&["search", "annual reviews", "--kind", "significant_weakness"]).success());
    assert!(found.contains("[annual reviews]"), "{found}");
    assert!(found.contains(".txt, page 1, line 176\n"), "{found}");
}

#[test]
fn filters_hold_for_every_hit() {
    let bench = Bench::holding("northmere");
    let arguments = ["search", "plans", "--judgement", "not_sufficient", "--from", "2021", "--to", "2021"];
    let results = bench.json(&[&arguments[..], &["--json"]].concat());
    let hits = results["hits"].as_array().unwrap();
    assert!(!hits.is_empty());
    for hit in hits {
        assert_eq!(hit["finding"]["judgement"], "not_sufficient");
        assert_eq!(hit["date"], "2021-11-17");
        assert_eq!(hit["page"], 1);
    }
}

#[test]
fn the_limit_cuts_and_says_so() {
    let bench = Bench::holding("northmere");
    let assert = bench.run(&["search", "plans", "--limit", "1"]).success();
    let found = stdout(&assert);
    assert!(found.contains("\n1 of "), "{found}");
}

#[test]
fn words_that_occur_nowhere_are_said_with_near_ones() {
    let bench = Bench::holding("northmere");
    let assert = bench.run(&["search", "wating"]).success();
    let said = stderr(&assert);
    assert!(said.contains("“wating” occurs in no letter held; near it: waiting"), "{said}");
}
