//! Templates of a user's own, and what is said of faulty ones.

use crate::bench::{Bench, stderr, stdout};

fn filled(template: &str) -> String {
    let bench = Bench::holding("northmere");
    bench.write("mine/brief.md", template);
    stdout(&bench.run(&["brief", "--area", "Northmere", "--templates", "mine"]).success())
}

fn fault(template: &str) -> String {
    let bench = Bench::holding("northmere");
    bench.write("mine/brief.md", template);
    stderr(&bench.run(&["brief", "--area", "Northmere", "--templates", "mine"]).code(2))
}

#[test]
fn the_built_in_templates_are_written_out_and_give_the_same_brief() {
    let bench = Bench::holding("northmere");
    bench.run(&["brief", "--write-templates", "mine"]).success();
    let arguments = ["brief", "--area", "Northmere", "--format", "html"];
    let own = stdout(&bench.run(&[&arguments[..], &["--templates", "mine"]].concat()).success());
    assert_eq!(own, stdout(&bench.run(&arguments).success()));
    let said = stderr(&bench.run(&["brief", "--write-templates", "mine"]).code(2));
    assert!(said.contains("is there already"), "what somebody changed is not written over: {said}");
}

#[test]
fn a_users_template_says_what_the_user_wants() {
    let template = "# For the {{ area }} panel\n\n{% for matter in open[:1] %}\n- {{ matter.name }}: \
                    {{ matter.statement | quote(40) }}\n- Again:{{ matter.statement | cite }}\n{% endfor %}\n";
    let brief = filled(template);
    assert!(brief.starts_with("# For the Northmere panel\n"), "{brief}");
    assert!(
        brief.contains("- area for priority action 1: “Leaders across the partnership should …”[^1]\n"),
        "{brief}"
    );
    assert!(brief.contains("- Again:[^1]\n"), "a quotation has one note:\n{brief}");
    assert_eq!(brief.matches("\n[^").count(), 1, "{brief}");
}

#[test]
fn a_users_page_stands_around_the_brief() {
    let bench = Bench::holding("northmere");
    bench.write(
        "mine/brief.html",
        "<html lang=\"en-GB\"><title>{{ title }}</title>{{ body }}{{ notes }}</html>",
    );
    let page = bench.run(&["brief", "--area", "Northmere", "--templates", "mine", "--format", "html"]);
    let page = stdout(&page.success());
    assert!(
        page.starts_with("<html lang=\"en-GB\"><title>SEND in Northmere: briefing for scrutiny</title><h1>")
    );
}

#[test]
fn a_fault_is_shown_with_its_line_and_what_may_be_meant() {
    let cases = [
        (
            "# {{ area }}\n\n{{ lettres | length }}\n",
            "`lettres` is not known here",
            "did you mean “letters”?",
        ),
        ("# {{ area }}\n\n{{ zebra }}\n", "`zebra` is not known here", "known names: ahead, area,"),
        ("# T\n\n{{ latest_letter.naem }}\n", "is not known here", "did you mean “name”?"),
        ("# T\n\n{{ area | qoute }}\n", "qoute", "filters for briefs: quote, quotes, cite,"),
        ("# T\n\n{% for x in letters %}\n", "end of input", "docs/briefs.md"),
        ("# T\n\n{{ area | cite }}\n", "only a quotation can be cited", "docs/briefs.md"),
    ];
    for (template, message, help) in cases {
        let said = fault(template);
        assert!(said.contains(message) && said.contains(help), "{template}\n{said}");
        assert!(said.contains("mine/brief.md") && said.contains(":3"), "{template}\n{said}");
    }
}

#[test]
fn a_folder_without_templates_is_said_to_hold_none() {
    let bench = Bench::holding("northmere");
    for (folder, message) in [("nowhere", "there is no such folder"), (".", "holds no template of a brief")] {
        let said = stderr(&bench.run(&["brief", "--area", "Northmere", "--templates", folder]).code(2));
        assert!(said.contains(message) && said.contains("--write-templates"), "{said}");
    }
}

/// The guide to templates.
fn guide() -> String {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/briefs.md");
    std::fs::read_to_string(path).unwrap()
}

#[test]
fn the_template_in_the_guide_gives_what_it_promises() {
    let guide = guide();
    let template = guide.split("```md\n").nth(1).unwrap().split("```").next().unwrap();
    let brief = filled(template);
    assert!(brief.starts_with("# SEND in Northmere: for the meeting"), "{brief}");
    assert!(brief.contains("\n- **Area for priority action 1**: “Leaders across"), "{brief}");
    assert!(brief.contains("\n  - The area says: “The list has come down"), "{brief}");
}

#[test]
fn the_guide_names_everything_that_a_template_can_use() {
    let said = fault("# T\n\n{{ zebra }}\n");
    let names = said.split("known names: ").nth(1).unwrap().split(';').next().unwrap();
    let guide = guide();
    for name in names.split(", ") {
        assert!(guide.contains(&format!("`{}`", name.trim())), "{name} is not in docs/briefs.md");
    }
}
