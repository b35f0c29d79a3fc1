use crate::bench::{Bench, stderr, stdout};

#[test]
fn the_built_in_rules_match_what_they_must() {
    let assert = Bench::new().run(&["rules", "check"]).success();
    assert!(stdout(&assert).ends_with("all rules match what they must.\n"), "{}", stdout(&assert));
}

#[test]
fn a_faulty_rule_is_shown_where_it_stands() {
    let bench = Bench::new();
    bench.write("mine/pack.toml", "format = 2\nid = \"mine\"\n");
    bench.write("mine/letter.toml", "[family]\nkind = \"letter\"\nlabel = \"Letter\"\ntitle = ['(']\n");
    let assert = bench.run(&["rules", "check", "mine"]).code(1);
    assert!(stderr(&assert).contains("mine/letter.toml:4"), "{}", stderr(&assert));
}

#[test]
fn a_folder_without_rules_is_a_wrong_call() {
    let bench = Bench::new();
    std::fs::create_dir(bench.path("none")).unwrap();
    let assert = bench.run(&["rules", "check", "none"]).code(2);
    assert!(stderr(&assert).contains("no-rules"), "{}", stderr(&assert));
}

#[test]
fn families_and_themes_are_listed() {
    let bench = Bench::new();
    let listing = bench.json(&["rules", "list", "--json"]);
    let kinds: Vec<&str> = listing["families"]
        .as_array()
        .unwrap()
        .iter()
        .map(|family| family["kind"].as_str().unwrap())
        .collect();
    assert!(kinds.contains(&"revisit_letter"), "{kinds:?}");
    assert!(stdout(&bench.run(&["rules", "list"]).success()).contains("co_production"));
}
