//! Rules that take blocks by what they are and how they are set: headings, list items, cells, levels, bold type.

use crate::bench::{Bench, stderr, stdout};

const VOCABULARY: &str = r#"
[[finding_kind]]
name = "repair"
label = "repair"

[[event]]
name = "visit"
label = "visit"
"#;

const FAMILY: &str = r#"
[family]
kind = "harbour_letter"
label = "Harbour letter"
title = "^(?P<title>inspection of (?P<area>.+))$"
block = "heading"
level = 1

[[section]]
name = "repairs"
heading = "^repairs$"
block = "heading"

[[finding]]
kind = "repair"
judgement = "identified"
shape = "list"
opens = "^to be mended (?:now|one day):"
bold = true

[[event]]
kind = "visit"
pattern = "\\bvisit (?P<date>{date})"
block = ["header_cell", "list_item"]
"#;

const LETTER: &str = "<html><body>
<p>Inspection of Eastport</p>
<h1>Inspection of Saltmarsh</h1>
<p>We came in May.</p>
<h2>Inspection of Westport</h2>
<p>Repairs</p>
<p>To be mended one day:</p><ul><li>The old crane leans.</li></ul>
<h2>Repairs</h2>
<p><b>To be mended now:</b></p><ul><li>Lights are out.</li><li>Last visit 3 May 2024</li></ul>
<p>Next visit 9 June 2024</p>
</body></html>";

fn bench(family: &str) -> Bench {
    let bench = Bench::new();
    let pack =
        "format = 2\nid = \"harbours\"\nversion = \"1\"\ntitle = \"t\"\nsource = \"s\"\nlicence = \"MIT\"\n";
    bench.write("mine/pack.toml", pack);
    bench.write("mine/areas.toml", "# None.\n");
    bench.write("mine/vocabulary.toml", VOCABULARY);
    bench.write("mine/letter.toml", family);
    bench.write("letter.html", LETTER);
    bench
}

fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn rules_take_the_blocks_that_they_name_and_no_others() {
    let bench = bench(FAMILY);
    let letters = stdout(&bench.run(&["--rules", "mine", "extract", "letter.html"]).success());
    assert_eq!(letters.lines().count(), 1, "{letters}");
    let letter: serde_json::Value = serde_json::from_str(&letters).unwrap();
    assert_eq!(letter["letter"]["area"]["name"], "Saltmarsh");
    let statements: Vec<_> =
        letter["findings"].as_array().unwrap().iter().map(|it| it["statement"].as_str().unwrap()).collect();
    assert_eq!(statements, ["Lights are out.", "Last visit 3 May 2024"]);
    let dates: Vec<_> = letter["events"].as_array().unwrap().iter().map(|it| it["date"].clone()).collect();
    assert_eq!(dates, ["2024-05-03"]);
}

#[test]
fn why_not_says_that_a_rule_takes_other_blocks() {
    let bench = bench(FAMILY);
    let ask = |words: &str| {
        flat(&stdout(
            &bench.run(&["--rules", "mine", "why-not", "letter.html", "--text", words, "--all"]).success(),
        ))
    };
    let title = ask("Inspection of Eastport");
    let wanted = "Its `title` matches this passage. It is a paragraph, and the rule takes headings only.";
    assert!(title.contains(wanted), "{title}");
    let event = ask("Next visit 9 June");
    let wanted = "Its `pattern` matches this passage. It is a paragraph, and the rule takes headers of tables and \
                  list items only.";
    assert!(event.contains(wanted), "{event}");
    let opening = ask("To be mended one day");
    assert!(opening.contains("Not all of it is in bold type, and the rule takes only what is."), "{opening}");
}

#[test]
fn wrong_names_and_levels_are_said_with_what_is_meant() {
    let family = FAMILY
        .replace("block = \"heading\"\nlevel = 1", "block = \"headding\"\nlevel = 12")
        .replace("[\"header_cell\", \"list_item\"]", "[\"paragraph\"]\nlevel = 2")
        .replace("bold = true", "bold = \"yes\"");
    let said = stderr(&bench(&family).run(&["--rules", "mine", "rules", "check"]).code(1));
    for wanted in [
        "`block` cannot be \"headding\"",
        "did you mean \"heading\"?",
        "`level` cannot be 12",
        "it is a number from 1 to 9",
        "`level` is of headings and list items, and `block` names neither",
        "`bold` must be true or false, not a string",
    ] {
        assert!(said.contains(wanted), "{wanted} is not in {said}");
    }
}
