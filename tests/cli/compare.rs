use crate::bench::{Bench, corpus, stderr, stdout};

fn two_areas() -> Bench {
    let bench = Bench::holding("northmere");
    bench.run(&["--quiet", "ingest", &corpus("wexcombe")]).success();
    bench
}

#[test]
fn a_blank_is_not_a_zero() {
    let bench = two_areas();
    let matrix = bench.json(&["compare", "--areas", "Northmere,Wexcombe", "--by", "theme,year", "--json"]);
    let columns: Vec<&str> =
        matrix["columns"].as_array().unwrap().iter().map(|key| key["id"].as_str().unwrap()).collect();
    assert_eq!(columns, ["2018", "2021", "2022", "2024", "2025"]);
    let rows = matrix["rows"].as_array().unwrap();
    let row =
        rows.iter().find(|row| row["key"]["id"] == "ehc_plan_quality" && row["area"] == "Northmere").unwrap();
    assert!(row["cells"][1]["count"].as_u64().unwrap() > 0, "a letter of 2021 names it");
    assert!(row["cells"][2]["count"].is_null(), "no letter of 2022 is held");
}

#[test]
fn the_letters_held_stand_under_the_table() {
    let shown = stdout(&two_areas().run(&["compare", "--areas", "Northmere,Suffolk"]).success());
    assert!(shown.contains("Northmere: revisit letter of 17 November 2021, 12 findings"), "{shown}");
    assert!(shown.contains("No letter held: Suffolk."), "{shown}");
}

#[test]
fn every_cell_can_be_opened() {
    let bench = two_areas();
    let compare = ["compare", "--areas", "Northmere,Wexcombe", "--by", "theme,year"];
    let opened = stdout(
        &bench.run(&[&compare[..], &["--open", "ehc_plan_quality,Northmere,2021"]].concat()).success(),
    );
    assert!(opened.starts_with("Quality of EHC plans, Northmere, 2021: "), "{opened}");
    assert!(opened.contains("significant weakness 6: not\n"), "{opened}");
    assert!(opened.contains("2021-11-17-revisit-letter.txt, page 1"), "{opened}");
    let wrong = bench.run(&[&compare[..], &["--open", "ehc_plan_quality,1999"]].concat()).code(2);
    assert!(stderr(&wrong).contains("columns: 2018, 2021"), "{}", stderr(&wrong));
}

#[test]
fn neighbours_are_compared_and_those_not_held_are_blank() {
    let bench = two_areas();
    let arguments = ["compare", "--neighbours-of", "Suffolk", "--by", "area,year", "--from", "2024"];
    let shown = stdout(&bench.run(&arguments).success());
    assert!(shown.contains("No letter held: Suffolk, "), "{shown}");
    let matrix = bench.json(&["compare", "--areas", "Wexcombe,Suffolk", "--by", "area,year", "--json"]);
    let suffolk =
        matrix["rows"].as_array().unwrap().iter().find(|row| row["key"]["id"] == "Suffolk").unwrap();
    assert!(suffolk["cells"].as_array().unwrap().iter().all(|cell| cell["count"].is_null()));
    bench.run(&["compare", "--neighbours-of", "Wexcombe"]).code(2);
}

#[test]
fn areas_and_judgements_make_a_table_of_their_own() {
    let shown = stdout(&two_areas().run(&["compare", "--by", "area,judgement"]).success());
    assert!(shown.contains("Northmere") && shown.contains("Wexcombe"), "{shown}");
}

#[test]
fn a_wide_matrix_is_turned_and_cut_to_fit() {
    let bench = two_areas();
    for by in ["area,theme", "theme,area", "year,theme", "letter,judgement", "theme,kind"] {
        let shown = stdout(&bench.run(&["compare", "--by", by]).success());
        let widest = shown.lines().map(|line| line.chars().count()).max().unwrap();
        assert!(widest <= 80, "{by}: {widest} columns\n{shown}");
    }
    let shown = stdout(&bench.run(&["compare", "--by", "area,theme"]).success());
    assert!(shown.starts_with("Findings by theme and area (turned, so that it fits)\n"), "{shown}");
    assert_eq!(shown.matches("Quality of EHC plans").count(), 1, "{shown}");
}
