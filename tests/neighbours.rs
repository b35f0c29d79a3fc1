//! Letters of areas that do not exist, worded as letters next to the real ones are. Each file of
//! `tests/neighbours/FAMILY/` is a letter in a form that its name tells, and the `.toml` beside it says what
//! must be read from it.
//!
//! To see what is read from one: `throughline extract tests/neighbours/FAMILY/NAME.txt`.

use std::collections::BTreeMap;
use std::fmt::Debug;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use throughline::record::{Evidence, EvidenceRole, Finding, LetterRecord, Quoter, Source};
use throughline::rules::RuleSet;
use throughline::{check, extract, read, rules};

/// What must be read from a file. `events`, `deadlines`, `observations` and a finding's `evidence` are
/// compared where they are given; everything else always, and what is left out must be absent.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    #[serde(default, rename = "letter")]
    letters: Vec<ExpectedLetter>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ExpectedLetter {
    kind: String,
    area: String,
    title: Option<String>,
    dated: Option<String>,
    /// First and last day.
    visit: Option<[String; 2]>,
    previous_visit: Option<String>,
    published: Option<String>,
    outcome: Option<String>,
    #[serde(default)]
    counts: BTreeMap<String, u32>,
    /// As `KIND [OF] [DATE or PERIOD]`.
    events: Option<Vec<String>>,
    /// As `70 working_days`.
    deadlines: Option<Vec<String>>,
    /// As `"main_findings main_finding" = 3`.
    observations: Option<BTreeMap<String, usize>>,
    /// As `Overall effectiveness: good`.
    #[serde(default)]
    grades: Vec<String>,
    /// As `Alex Example, Lead inspector`.
    people: Option<Vec<String>>,
    /// The names of the checks that fail, but for `area` and `section`: no gazetteer has these areas, and these
    /// letters have only the sections that matter to what they try.
    #[serde(default)]
    failed: Vec<String>,
    #[serde(default, rename = "finding")]
    findings: Vec<ExpectedFinding>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ExpectedFinding {
    kind: String,
    number: u32,
    statement: String,
    #[serde(default)]
    parts: Vec<String>,
    responsible_body: Option<String>,
    judgement: Option<String>,
    /// How each piece of evidence starts; `reported: ` or `next_step: ` before it where it has that role.
    evidence: Option<Vec<String>>,
}

#[test]
fn letters_next_to_the_known_ones_are_read() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let packs = ["send", "childrens-services"].map(|pack| root.join("rules").join(pack));
    let compiled = rules::with_folders(&packs).expect("the rules can be read");
    let mut report = String::new();
    let cases = cases(&root.join("tests/neighbours"));
    assert!(!cases.is_empty(), "tests/neighbours holds no letters");
    for case in &cases {
        let differences = compare(case, &compiled.rules);
        if !differences.is_empty() {
            let name = case.strip_prefix(root).unwrap_or(case).display();
            report += &format!("\n{name}\n    {}\n", differences.join("\n    "));
        }
    }
    assert!(report.is_empty(), "letters were not read as they must be:\n{report}");
}

/// Every letter, in path order.
fn cases(folder: &Path) -> Vec<PathBuf> {
    let entries = |folder: &Path| std::fs::read_dir(folder).expect("a folder of letters").flatten();
    let families = entries(folder).map(|entry| entry.path()).filter(|path| path.is_dir());
    let files = families.flat_map(|family| entries(&family).map(|entry| entry.path()).collect::<Vec<_>>());
    let mut cases: Vec<PathBuf> = files.filter(|path| path.extension().is_some_and(|e| e == "txt")).collect();
    cases.sort();
    cases
}

fn compare(letter: &Path, rules: &RuleSet) -> Vec<String> {
    let expected = std::fs::read_to_string(letter.with_extension("toml")).expect("a .toml beside the letter");
    let expected: Expected = match toml::from_str(&expected) {
        Ok(expected) => expected,
        Err(error) => return vec![format!("its .toml is wrong: {error}")],
    };
    let records = records(letter, rules);
    let mut differences = Differences::default();
    differences.say("letters", &expected.letters.len(), &records.len());
    for (index, (want, got)) in expected.letters.iter().zip(&records).enumerate() {
        differences.within = if index > 0 { format!("letter {}: ", index + 1) } else { String::new() };
        differences.letter(want, got);
    }
    differences.lines
}

fn records(letter: &Path, rules: &RuleSet) -> Vec<LetterRecord> {
    let bytes = std::fs::read(letter).expect("the letter can be read");
    let document = read::read(&bytes, &read::Options::default()).expect("the letter is text").document;
    let source = Source::of(&document, letter.display().to_string(), "");
    let mut records = extract::letter_records(&document, rules, &source);
    records.iter_mut().for_each(|record| check::check(record, &Quoter::new(&document), rules));
    records
}

#[derive(Default)]
struct Differences {
    lines: Vec<String>,
    /// What the lines are about, put before each.
    within: String,
}

impl Differences {
    fn say<T: PartialEq + Debug>(&mut self, what: &str, want: &T, got: &T) {
        if want != got {
            self.lines.push(format!("{}{what}\n      want {want:?}\n      got  {got:?}", self.within));
        }
    }

    fn say_if_given<T: PartialEq + Debug>(&mut self, what: &str, want: &Option<T>, got: T) {
        if let Some(want) = want {
            self.say(what, want, &got);
        }
    }

    fn letter(&mut self, want: &ExpectedLetter, got: &LetterRecord) {
        let letter = &got.letter;
        self.say("kind", &want.kind, &letter.kind);
        self.say("area", &want.area, &letter.area.as_ref().map(|area| area.name.clone()).unwrap_or_default());
        self.say_if_given("title", &want.title, letter.title.clone().unwrap_or_default());
        self.say("dated", &want.dated, &letter.dated.map(|date| date.to_string()));
        let visit = letter.visit.map(|visit| [visit.from.to_string(), visit.to.to_string()]);
        self.say("visit", &want.visit, &visit);
        let previous = letter.previous_visit.as_ref().map(|visit| visit.at.quote.clone());
        self.say("previous_visit", &want.previous_visit, &previous);
        let published = letter.published.map(|date| date.to_string());
        self.say_if_given("published", &want.published, published.unwrap_or_default());
        let grades = got.grades.iter().map(|grade| format!("{}: {}", grade.of, grade.grade));
        self.say("grades", &want.grades, &grades.collect());
        let people = got.people.iter().map(|person| {
            let role = person.role.iter().map(|role| format!(", {role}"));
            person.name.clone() + &role.collect::<String>()
        });
        self.say_if_given("people", &want.people, people.collect());
        self.say("outcome", &want.outcome, &letter.outcome);
        self.say("counts", &want.counts, &counts(got));
        self.say_if_given("events", &want.events, events(got));
        let deadlines = got.deadlines.iter().map(|deadline| format!("{} {}", deadline.days, deadline.unit));
        self.say_if_given("deadlines", &want.deadlines, deadlines.collect());
        self.say_if_given("observations", &want.observations, observations(got));
        self.say("failed checks", &want.failed, &failed(got));
        self.findings(&want.findings, &got.findings);
    }

    fn findings(&mut self, want: &[ExpectedFinding], got: &[Finding]) {
        let statements: Vec<&str> = got.iter().map(|finding| finding.statement.as_str()).collect();
        if want.len() != got.len() {
            let wanted: Vec<&str> = want.iter().map(|finding| finding.statement.as_str()).collect();
            return self.say("findings", &wanted, &statements);
        }
        for (want, got) in want.iter().zip(got) {
            let what = |field: &str| format!("{} {}: {field}", want.kind, want.number);
            self.say(
                &what("kind and number"),
                &(&want.kind[..], want.number),
                &(got.kind.name(), got.number),
            );
            self.say(&what("statement"), &want.statement, &got.statement);
            self.say(&what("parts"), &want.parts, &got.parts);
            self.say(&what("responsible_body"), &want.responsible_body, &got.responsible_body);
            let judgement = got.judgement.map(|judgement| judgement.name().to_owned());
            self.say(&what("judgement"), &want.judgement, &judgement);
            if let Some(starts) = &want.evidence {
                self.say(&what("evidence"), starts, &evidence(starts, &got.evidence));
            }
        }
    }
}

fn counts(record: &LetterRecord) -> BTreeMap<String, u32> {
    let counts = serde_json::to_value(&record.stated_counts).expect("counts are plain");
    serde_json::from_value(counts).expect("counts are numbers")
}

fn events(record: &LetterRecord) -> Vec<String> {
    let events = record.events.iter().map(|event| {
        let period = |number: Option<u32>, unit: &str| number.map(|number| format!("{number} {unit}"));
        let date = event.date.map(|date| date.to_string());
        let when = date.or(period(event.years, "years")).or(period(event.months, "months"));
        [Some(event.kind.to_string()), event.of.clone(), when]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" ")
    });
    events.collect()
}

fn observations(record: &LetterRecord) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for observation in &record.observations {
        *counts.entry(format!("{} {}", observation.section, observation.polarity)).or_default() += 1;
    }
    counts
}

/// The failed checks' names in order, each as often as it failed.
fn failed(record: &LetterRecord) -> Vec<String> {
    let failed =
        record.checks.iter().filter(|check| !check.ok && !["area", "section"].contains(&&*check.check));
    let mut failed: Vec<String> = failed.map(|check| check.check.clone()).collect();
    failed.sort();
    failed
}

/// Each piece of evidence, cut to the start that is expected of it where it has that start.
fn evidence(starts: &[String], evidence: &[Evidence]) -> Vec<String> {
    let written = evidence.iter().map(|evidence| match evidence.role {
        EvidenceRole::Finding => evidence.at.quote.clone(),
        role => format!("{role}: {}", evidence.at.quote),
    });
    written
        .map(|whole| starts.iter().find(|start| whole.starts_with(*start)).cloned().unwrap_or(whole))
        .collect()
}
