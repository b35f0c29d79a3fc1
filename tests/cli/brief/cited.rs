//! Every line of a brief that states a fact has a note, and the words of the note stand where it says.

use std::collections::BTreeMap;
use std::path::Path;

use sha2::{Digest, Sha256};

use super::holding_all;
use super::parts::{Parts, of_html, of_markdown, of_word};
use crate::bench::{Bench, corpus, stdout};

/// Lines that state nothing of a letter: what the brief is, and that something is not there.
const WITHOUT: [&str; 5] = [
    "What inspectors found and what became of it, from",
    "A briefing on one theme across local areas",
    "These are statements about the documents held",
    "Letters are held and none names this theme",
    "No finding of this theme is open in the letters held.",
];

#[test]
fn every_line_of_an_areas_brief_is_cited_and_every_citation_stands_in_its_source() {
    for area in ["Northmere", "Elverdale", "Wexcombe"] {
        let bench = Bench::holding(&area.to_lowercase());
        assert_cited(&bench, &["--area", area]);
        assert_cited(&bench, &["--area", area, "--since", "2021"]);
    }
}

#[test]
fn every_line_of_a_themes_brief_is_cited_and_every_citation_stands_in_its_source() {
    let bench = holding_all();
    assert_cited(&bench, &["--theme", "specialist_provision"]);
    assert_cited(&bench, &["--theme", "co_production", "--since", "2021"]);
}

fn assert_cited(bench: &Bench, subject: &[&str]) {
    for form in ["md", "html", "docx"] {
        bench.run(&[&["brief"], subject, &["-o", &format!("brief.{form}")]].concat()).success();
    }
    bench.run(&["verify", "brief.md", "brief.html", "brief.docx"]).success();
    let word = std::fs::read(bench.path("brief.docx")).unwrap();
    let forms = [
        ("md", of_markdown(&bench.read("brief.md"))),
        ("html", of_html(&bench.read("brief.html"))),
        ("docx", of_word(&word)),
    ];
    let texts = texts();
    for (form, parts) in &forms {
        assert!(parts.lines.len() > 5, "{form}: {parts:#?}");
        assert_lines_have_notes(form, parts);
        for note in &parts.notes {
            assert_stands_in_its_source(note, &texts);
        }
    }
    // The three forms say the same with the same notes.
    let [(_, markdown), (_, html), (_, word)] = forms;
    assert_eq!(html.notes, markdown.notes);
    assert_eq!(word.notes, markdown.notes);
    let cited = |parts: &Parts| {
        let mut cited: Vec<usize> = parts.lines.iter().flat_map(|line| line.notes.clone()).collect();
        cited.sort_unstable();
        cited
    };
    assert_eq!(cited(&html), cited(&markdown));
    assert_eq!(cited(&word), cited(&markdown));
}

fn assert_lines_have_notes(form: &str, parts: &Parts) {
    for line in &parts.lines {
        let states_nothing = WITHOUT.iter().any(|start| line.words.trim_start().starts_with(start));
        assert!(states_nothing || !line.notes.is_empty(), "{form}: not cited: {}", line.words);
        for note in &line.notes {
            assert!(
                (1..=parts.notes.len()).contains(note),
                "{form}: there is no note {note}: {}",
                line.words
            );
        }
    }
}

/// The texts of the corpus's files, by their names and the first digits of their SHA-256.
type Texts = BTreeMap<(String, String), Vec<char>>;

fn texts() -> Texts {
    let mut texts = BTreeMap::new();
    for area in ["northmere", "elverdale", "wexcombe"] {
        for entry in std::fs::read_dir(corpus(area)).unwrap() {
            let path = entry.unwrap().path();
            let digest = Sha256::digest(std::fs::read(&path).unwrap());
            let sha256: String = digest.iter().take(6).map(|byte| format!("{byte:02x}")).collect();
            texts.insert((name(&path), sha256), text(&path));
        }
    }
    texts
}

fn name(path: &Path) -> String {
    path.file_name().unwrap().to_string_lossy().into_owned()
}

/// As `throughline text` prints it, which is what spans point into.
fn text(path: &Path) -> Vec<char> {
    let printed = Bench::new().run(&["text", &path.to_string_lossy()]).success();
    stdout(&printed).chars().collect()
}

/// "letter.pdf, page 5, characters 1204 to 1377, SHA-256 ab12...: “words”"
fn assert_stands_in_its_source(note: &str, texts: &Texts) {
    let (place, quote) = note.split_once(": \u{201c}").unwrap();
    let quote = quote.strip_suffix('\u{201d}').unwrap_or_else(|| panic!("{note}"));
    let (place, sha256) = place.split_once(", SHA-256 ").unwrap();
    let (before, characters) = place.split_once(", characters ").unwrap();
    let (start, end) = characters.split_once(" to ").unwrap();
    let (file, pages) = before.split_once(", page").unwrap();
    let text = &texts[&(file.to_owned(), sha256.to_owned())];
    assert!(pages.trim_start_matches('s').trim().starts_with(|digit: char| digit.is_ascii_digit()), "{note}");
    let words: String = text[start.parse().unwrap()..end.parse().unwrap()].iter().collect();
    let line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(line(&words), line(quote), "{note}");
}
