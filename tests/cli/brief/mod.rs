//! Briefs: what they say, that every line of them is cited, and that all three forms can be read by everyone.

mod cited;
mod html;
mod parts;
mod templates;
mod word;

use crate::bench::{Bench, corpus, stderr, stdout};

/// A brief in Markdown.
fn markdown(area: &str) -> String {
    let bench = Bench::holding(&area.to_lowercase());
    stdout(&bench.run(&["brief", "--area", area]).success())
}

/// Every area of the corpus in one store.
fn holding_all() -> Bench {
    let bench = Bench::new();
    bench.run(&["--quiet", "ingest", &corpus("")]).success();
    bench
}

#[test]
fn the_brief_on_an_area_reads_as_it_should() {
    insta::assert_snapshot!(markdown("Elverdale"));
}

#[test]
fn the_brief_on_a_theme_reads_as_it_should() {
    let bench = holding_all();
    let brief =
        bench.run(&["brief", "--theme", "specialist_provision", "--areas", "Northmere,Wexcombe,Suffolk"]);
    insta::assert_snapshot!(stdout(&brief.success()));
}

#[test]
fn a_brief_since_a_year_knows_letters_of_that_time_only() {
    let bench = Bench::holding("northmere");
    let brief = stdout(&bench.run(&["brief", "--area", "Northmere", "--since", "2021"]).success());
    assert!(brief.contains("from 3 letters since 2021"), "{brief}");
    assert!(!brief.contains("2018-06-08-scrutiny-papers"), "{brief}");
    let said = stderr(&bench.run(&["brief", "--area", "Northmere", "--since", "2026"]).code(2));
    assert!(said.contains("give an earlier --since"), "{said}");
}

#[test]
fn a_weakness_that_a_list_leaves_out_is_asked_about_and_so_are_missed_periods() {
    let brief = markdown("Northmere");
    for part in [
        "**Not carried forward:** “exclusion in all its forms",
        "**Late or not heard of:** 70 working days to submit the written statement",
        "**Contradiction:** The letter says Tuesday 4 October 2018, but that day is a Thursday",
    ] {
        assert!(brief.contains(part), "{part} is not in:\n{brief}");
    }
    assert!(markdown("Wexcombe").contains("## What comes next"));
}

#[test]
fn what_was_to_come_and_no_letter_tells_of_is_asked_about() {
    let bench = Bench::holding("northmere");
    let report =
        bench.run(&["text", &corpus("northmere/2024-05-24-area-send-inspection-report.pdf")]).success();
    bench.write("2028-report.txt", stdout(&report).replace("2024", "2028"));
    bench.run(&["ingest", "2028-report.txt"]);
    let brief = stdout(&bench.run(&["brief", "--area", "Northmere"]).success());
    assert!(brief.contains("**Late or not heard of:** Monitoring due, September 2025"), "{brief}");
    assert!(!brief.contains("| 11 September 2025 |"), "it has passed:\n{brief}");
}

#[test]
fn the_same_store_gives_the_same_bytes_in_every_form() {
    let bench = Bench::holding("northmere");
    for form in ["md", "html", "docx"] {
        for name in ["one", "two"] {
            bench.run(&["brief", "--area", "Northmere", "-o", &format!("{name}.{form}")]).success();
        }
        let read = |name: &str| std::fs::read(bench.path(&format!("{name}.{form}"))).unwrap();
        assert!(read("one") == read("two"), "{form} differs");
    }
}

#[test]
fn the_name_of_the_file_tells_the_form_and_the_option_goes_before_it() {
    let bench = Bench::holding("wexcombe");
    let brief = |arguments: &[&str]| bench.run(&[&["brief", "--area", "Wexcombe"], arguments].concat());
    brief(&["--format", "html", "-o", "page.txt"]).success();
    assert!(bench.read("page.txt").starts_with("<!DOCTYPE html>"));
    let word = brief(&["--format", "docx", "-o", "-"]).success();
    assert!(word.get_output().stdout.starts_with(b"PK"), "to a pipe a Word file is written");
    let said = stderr(&brief(&["-o", "brief.pdf"]).code(2));
    assert!(said.contains(".docx, .html or .md"), "{said}");
}
