use snapbox::str;

use crate::bench::{Bench, stdout};

#[test]
fn the_list_has_a_line_for_each_letter() {
    let bench = Bench::holding("northmere");
    bench.run(&["list", "--from", "2021"]).success().stdout_eq(str![[r#"
area       kind               date        outcome             findings  warnings
Northmere  revisit letter     2021-11-17  sufficient in some        12  [..]
Northmere  inspection report  2024-03-15  systemic failings          6  [..]
Northmere  stocktake letter   2025-03-05  -                          6  [..]

"#]]);
}

#[test]
fn filters_choose_by_kind_and_time() {
    let bench = Bench::holding("northmere");
    let kinds = |arguments: &[&str]| -> Vec<String> {
        let rows = bench.json(&[&["list", "--json"], arguments].concat());
        rows.as_array().unwrap().iter().map(|row| row["kind"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(kinds(&["--kind", "revisit_letter"]), ["revisit_letter"]);
    assert_eq!(kinds(&["--to", "2018-06-08"]), ["inspection_letter"]);
    assert_eq!(kinds(&["--area", "northmere", "--from", "2025"]), ["stocktake_letter"]);
    assert!(kinds(&["--area", "Suffolk"]).is_empty());
}

#[test]
fn a_finding_is_shown_with_its_evidence_and_pages() {
    let bench = Bench::holding("northmere");
    let shown =
        stdout(&bench.run(&["show", "northmere/2021-11-17/revisit_letter/significant_weakness/6"]).success());
    for part in [
        "Northmere, revisit letter of 17 November 2021",
        "2021-11-17-revisit-letter.txt",
        "significant weakness 6: not sufficient progress",
        "“The local area has not made sufficient progress to improve this area of\n    weakness.” (page 1, line 78)",
        "inspectors found:",
        "→ persisted",
    ] {
        assert!(shown.contains(part), "{part} is not in:\n{shown}");
    }
}

#[test]
fn the_beginning_of_an_id_is_enough_where_only_one_begins_so() {
    let bench = Bench::holding("northmere");
    let letter = bench.json(&["show", "northmere/2025", "--json"]);
    assert_eq!(letter["record"]["letter"]["id"], "northmere/2025-03-05/stocktake_letter");
    bench.run(&["show", "northmere/2018"]).code(2).stderr_eq(str![[r#"
error[ambiguous-id]: several ids begin with “northmere/2018”
 |
 = help: type more of one of them:
         northmere/2018-06-08/inspection_letter
         northmere/2018-06-22/notice_letter
         northmere/2018-04/statement_page

"#]]);
}

#[test]
fn a_check_that_failed_is_marked() {
    let bench = Bench::holding("elverdale");
    let shown = stdout(&bench.run(&["show", "elverdale/2021"]).success());
    assert!(shown.contains("  ! stated count: "), "{shown}");
}

#[test]
fn themes_are_shown_by_their_labels() {
    let bench = Bench::holding("northmere");
    let shown = stdout(&bench.run(&["show", "northmere/2018-06-08"]).success());
    assert!(shown.contains("themes: Quality of EHC plans"), "{shown}");
    assert!(!shown.contains("ehc plan quality\n"), "{shown}");
}
