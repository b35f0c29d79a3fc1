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

#[test]
fn a_share_says_of_how_many_letters_it_speaks() {
    let bench = two_areas();
    let compare = ["compare", "--by", "theme,year", "--measure", "share"];
    let shown = stdout(&bench.run(&compare).success());
    assert!(shown.starts_with("Share of letters with a finding, by theme and year\n"), "{shown}");
    let row = shown.lines().find(|line| line.starts_with("Strategic leadership and governance")).unwrap();
    assert!(row.contains("2 of 2"), "{row}");
    let could = shown.lines().find(|line| line.starts_with("could have said it")).unwrap();
    assert_eq!(could.split_whitespace().skip(4).collect::<Vec<_>>(), ["2", "0", "0", "2", "0"], "{shown}");
    let unwrapped = shown.replace('\n', " ");
    assert!(unwrapped.contains("Left out of shares: notice letters, revisit letters, statement pages and"));
    let matrix = bench.json(&[&compare[..], &["--json"]].concat());
    let cell = &matrix["rows"][0]["cells"][0];
    assert_eq!((&cell["letters_naming"], &cell["letters_could"]), (&2.into(), &2.into()), "{cell}");
    assert_eq!(cell["value"], 1.0);
}

#[test]
fn judgements_stand_side_by_side_in_a_cell() {
    let bench = two_areas();
    let compare = ["compare", "--areas", "Northmere", "--by", "area,year", "--measure", "judgement"];
    let shown = stdout(&bench.run(&[&compare[..], &["--format", "md"]].concat()).success());
    let revisit = "7 sufficient, 5 not";
    let row = shown.lines().find(|line| line.starts_with("| Northmere |")).unwrap();
    assert!(row.contains(revisit) && row.contains("6 not judged"), "{row}");
    let matrix = bench.json(&[&compare[..], &["--json"]].concat());
    let cell = &matrix["rows"][0]["cells"][1];
    assert_eq!(cell["judgements"], serde_json::json!({ "sufficient": 7, "not_sufficient": 5 }), "{cell}");
    let twice = ["compare", "--by", "area,judgement", "--measure", "judgement"];
    let said = stderr(&bench.run(&twice).code(2));
    assert!(said.contains("both tell judgements apart"), "{said}");
}

#[test]
fn the_ending_of_the_output_chooses_the_form() {
    let bench = two_areas();
    bench.run(&["compare", "--by", "theme,year", "-o", "matrix.svg"]).success();
    let svg = bench.read("matrix.svg");
    assert!(svg.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\""), "{svg}");
    let again = stdout(&bench.run(&["compare", "--by", "theme,year", "--format", "svg"]).success());
    assert_eq!(svg, again, "the same bytes each run");
    bench.run(&["compare", "--by", "theme,year", "-o", "matrix.md"]).success();
    assert!(bench.read("matrix.md").starts_with("# Findings by theme and year\n"));
    let opened = ["compare", "--by", "theme,year", "--open", "co_production,2018", "--format", "svg"];
    assert!(stderr(&bench.run(&opened).code(2)).contains("text and json"));
}

#[test]
fn areas_are_counted_together_when_that_is_asked_for() {
    let bench = two_areas();
    let rows = |more: &[&str]| {
        let matrix = bench.json(&[&["compare", "--by", "theme,year", "--json"], more].concat());
        matrix["rows"].as_array().unwrap().iter().filter(|row| row["area"].is_string()).count()
    };
    assert!(rows(&[]) > 0);
    assert_eq!(rows(&["--together"]), 0);
    let kinds = bench.json(&["compare", "--by", "letter,year", "--kind", "inspection_report", "--json"]);
    assert_eq!(kinds["letters_held"], 2, "{kinds}");
}

#[test]
fn a_table_of_cells_has_denominators_and_keeps_blanks_apart_from_zeros() {
    let bench = two_areas();
    let compare = ["compare", "--by", "theme,year", "--measure", "judgement", "-o", "cells.csv"];
    bench.run(&compare).success();
    let mut reader = csv::Reader::from_path(bench.path("cells.csv")).unwrap();
    let header: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let value = |row: &str, area: &str, column: &str, name: &str| {
        let at = |name: &str| header.iter().position(|known| known == name).unwrap();
        let is_it = |found: &&csv::StringRecord| {
            [("row", row), ("area", area), ("column", column)]
                .iter()
                .all(|(name, value)| found[at(name)] == **value)
        };
        rows.iter().find(is_it).unwrap()[at(name)].to_owned()
    };
    let revisit = |name| value("ehc_plan_quality", "Northmere", "2021", name);
    assert_eq!(
        [revisit("letters_held"), revisit("letters_could"), revisit("letters_naming")],
        ["1", "1", "1"]
    );
    assert_eq!([revisit("not_sufficient"), revisit("sufficient"), revisit("value")], ["1", "0", "1"]);
    assert_eq!(revisit("row_label"), "Quality of EHC plans");
    let blank = |name| value("ehc_plan_quality", "Northmere", "2022", name);
    assert_eq!([blank("findings"), blank("identified"), blank("value")], ["", "", ""]);
    assert_eq!([blank("letters_held"), blank("letters_could")], ["0", "0"]);
    let zero = |name| value("workforce_development", "Northmere", "2021", name);
    assert_eq!([zero("findings"), zero("sufficient"), zero("letters_could")], ["0", "0", "1"]);
}

#[test]
fn a_workbook_holds_the_matrix_and_its_cells() {
    let bench = two_areas();
    let parts = |name: &str| {
        bench.run(&["compare", "--by", "area,year", "-o", name]).success();
        let bytes = std::fs::read(bench.path(name)).unwrap();
        let mut file = zip::ZipArchive::new(std::io::Cursor::new(bytes.clone())).unwrap();
        let mut text = |part: &str| std::io::read_to_string(file.by_name(part).unwrap()).unwrap();
        (text("xl/workbook.xml"), text("xl/sharedStrings.xml"), text("xl/worksheets/sheet1.xml"), bytes)
    };
    let (book, strings, matrix, bytes) = parts("matrix.xlsx");
    assert!(book.contains("name=\"matrix\"") && book.contains("name=\"cells\""), "{book}");
    for text in ["Findings by area and year", "Northmere", "letters held", "letters_could"] {
        assert!(strings.contains(text), "{text}: {strings}");
    }
    // The first row of cells is Northmere's: six columns of years, that of 2022 blank.
    let cell = |at: &str| matrix.split("<c ").find(|cell| cell.contains(&format!("r=\"{at}\""))).unwrap();
    assert!(cell("C5").contains("<v>12</v>"), "{matrix}");
    assert!(!cell("D5").contains("<v>"), "{matrix}");
    assert_eq!(parts("again.xlsx").3, bytes, "the same bytes each run");
}
