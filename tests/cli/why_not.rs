//! `why-not`: what stopped the rules at a passage.

use crate::bench::{Bench, GOOD, corpus, letter, stdout};

/// A revisit letter in which one verdict is worded as no rule knows it.
fn bench() -> Bench {
    let bench = Bench::new();
    let text = String::from_utf8(letter(GOOD)).unwrap();
    let verdict = "has not made sufficient progress to improve this area";
    assert!(text.contains(verdict));
    bench.write("letter.txt", text.replacen(verdict, "has shown little progress with this area", 1));
    bench
}

fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_rule_that_came_nearest_says_how_far_it_matches() {
    let said =
        stdout(&bench().run(&["why-not", "letter.txt", "--text", "HAS SHOWN  little progress"]).success());
    let said = flat(&said);
    assert!(said.contains("in the section `main_findings`"), "{said}");
    let near = said.split("Rules that came near").nth(1).unwrap();
    assert!(
        near.trim_start().starts_with("rule send/revisit-letter#not_sufficient, rules/send/revisit-letter"),
        "{said}"
    );
    let so_far = "Its `pattern` matches as far as “The local area has”, then wants";
    assert!(
        near.contains(so_far) && near.contains("where the text has “shown little progress with”."),
        "{said}"
    );
}

#[test]
fn a_rule_that_matches_elsewhere_says_what_stands_in_its_way() {
    let bench = Bench::new();
    let text = String::from_utf8(letter(GOOD)).unwrap();
    bench.write(
        "letter.txt",
        text.replacen(
            "Main findings",
            "The initial inspection found that buses were late.\n\nMain findings",
            1,
        ),
    );
    let said = flat(&stdout(&bench.run(&["why-not", "letter.txt", "--text", "buses were late"]).success()));
    let wanted =
        "Its `opens` matches this passage. It looks in the section `main_findings` only, and this passage";
    assert!(said.contains(wanted), "{said}");
}

#[test]
fn what_is_taken_already_says_by_which_rule() {
    let bench = Bench::new();
    let answer =
        bench.json(&["why-not", &corpus(GOOD), "--json", "--text", "EHC plans were of poor quality"]);
    let taken = answer["passages"][0]["taken"].as_array().unwrap();
    assert!(taken.iter().any(|it| it["gave"] == "a finding" && it["place"].is_string()), "{taken:?}");
    assert!(answer["passages"][0]["rules"].as_array().unwrap().len() <= 5);
}

#[test]
fn a_file_without_a_letter_says_how_far_each_family_got() {
    let bench = Bench::new();
    bench.write(
        "title.txt",
        "Joint area SEND revisit in Northmere\n\nDear colleague\n\nThank you for your letter.\n",
    );
    let said = flat(&stdout(&bench.run(&["why-not", "title.txt", "--text", "thank you"]).success()));
    assert!(said.contains("It is a paragraph in no letter."), "{said}");
    let near = said.split("Families, the nearest first").nth(1).unwrap();
    assert!(near.trim_start().starts_with("rule send/revisit-letter#family"), "{said}");
    assert!(near.contains("Its `title` matches “Joint area SEND revisit in Northmere”. No passage after the title matches what it `requires`"), "{said}");
}

#[test]
fn words_that_are_not_there_are_said_to_be_missing_with_the_nearest() {
    let bench = Bench::new();
    let file = corpus(GOOD);
    let said =
        flat(&stdout(&bench.run(&["why-not", &file, "--text", "EHC plans were of great quality"]).code(1)));
    assert!(said.contains("No passage of the file has this text. The nearest is “The initial inspection found that EHC plans were of poor quality"), "{said}");
    bench.run(&["why-not", &file, "--page", "9", "--text", "Main findings"]).code(1);
}
