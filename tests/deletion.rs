//! Nothing is lost in silence: each rule of the packs is deleted in turn, and the letters that it fired on are read
//! without it. Where a record is poorer for it, the record's checks or `coverage` must say so.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use throughline::document::Document;
use throughline::query::coverage::Coverage;
use throughline::record::{LetterRecord, Source};
use throughline::rules::expected::Expected;
use throughline::rules::{Compiled, RuleSet};
use throughline::{check, extract, read, rules};

/// Rules of these kinds give the findings: losing one must show in the record itself, unless the family has letters
/// that name no finding.
const SHOWN_IN_CHECKS: [&str; 5] = ["family", "section", "finding", "evidence", "verdict"];

/// Losses that nothing tells of, each with what becomes of the letter.
const UNTOLD: [(&str, &str); 2] = [
    ("childrens-services/report#care_leavers", "its paragraphs are read as the section's above"),
    (
        "childrens-services/single-inspection-report#board_summary",
        "the board's recommendations are read as the council's, as those of a second summary",
    ),
];

/// So many of the letters that a rule fires on are read without it.
const LETTERS: usize = 3;

#[test]
fn the_loss_of_every_rule_is_reported() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let files = files(root);
    let mut tried = Tried::default();
    std::thread::scope(|scope| {
        let families: Vec<_> = family_files(&root.join("rules"))
            .into_iter()
            .map(|family| scope.spawn(|| try_family(&Family::new(family), &files)))
            .collect();
        families.into_iter().for_each(|family| tried.join(family.join().expect("a family is tried")));
    });
    println!("never fired: {:#?}", tried.never_fired);
    println!("only coverage tells: {:#?}", tried.by_coverage);
    println!("nothing is lost without: {:#?}", tried.nothing_lost);
    let is_untold = |id: &str| UNTOLD.iter().any(|(untold, _)| *untold == id);
    let silent: Vec<_> = tried.silent.iter().filter(|(id, _)| !is_untold(id)).collect();
    assert!(silent.is_empty(), "the loss of these rules is not reported: {silent:#?}");
    let told = UNTOLD.iter().find(|(untold, _)| tried.silent.iter().all(|(id, _)| id != untold));
    assert!(told.is_none(), "the loss of this rule is reported now: strike it off the list: {told:?}");
}

/// What came of deleting rules.
#[derive(Default)]
struct Tried {
    never_fired: Vec<String>,
    nothing_lost: Vec<String>,
    by_coverage: Vec<String>,
    /// Each with the letter in which the loss is not reported.
    silent: Vec<(String, PathBuf)>,
}

impl Tried {
    fn join(&mut self, other: Self) {
        self.never_fired.extend(other.never_fired);
        self.nothing_lost.extend(other.nothing_lost);
        self.by_coverage.extend(other.by_coverage);
        self.silent.extend(other.silent);
    }
}

struct File {
    path: PathBuf,
    document: Document,
}

/// The letters of `corpus/` and `tests/neighbours/`.
fn files(root: &Path) -> Vec<File> {
    let mut paths = Vec::new();
    for folder in ["corpus", "tests/neighbours"] {
        for inner in folders(&root.join(folder)) {
            let ending = |path: &PathBuf| path.extension().is_some_and(|it| it == "txt" || it == "pdf");
            paths.extend(entries(&inner).into_iter().filter(ending));
        }
    }
    let read = |path: PathBuf| {
        let bytes = std::fs::read(&path).expect("a letter can be read");
        let document = read::read(&bytes).expect("a letter of ours has text").document;
        File { path, document }
    };
    paths.into_iter().map(read).collect()
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).expect("a folder").flatten();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    paths.sort();
    paths
}

fn folders(folder: &Path) -> Vec<PathBuf> {
    entries(folder).into_iter().filter(|path| path.is_dir()).collect()
}

/// The rule files of families, in every pack.
fn family_files(rules: &Path) -> Vec<PathBuf> {
    let packs = folders(rules).into_iter().flat_map(|pack| entries(&pack));
    let is_family =
        |path: &PathBuf| std::fs::read_to_string(path).is_ok_and(|text| text.contains("\n[family]\n"));
    packs.filter(is_family).collect()
}

/// A pack with one family and no themes, so that it is quickly compiled.
struct Family {
    file: PathBuf,
    text: String,
}

/// A table of a rule file, by its lines.
struct Rule {
    kind: String,
    /// Of its header, from 1.
    line: usize,
    /// After its last.
    end: usize,
}

impl Family {
    fn new(file: PathBuf) -> Self {
        let text = std::fs::read_to_string(&file).expect("a rule file can be read");
        Self { file, text }
    }

    fn name(&self) -> &str {
        self.file.file_name().and_then(|name| name.to_str()).expect("a name")
    }

    /// Every table, each with the tables inside it.
    fn rules(&self) -> Vec<Rule> {
        let mut headers = Vec::new();
        for (index, line) in self.text.lines().enumerate() {
            let line = line.trim();
            if line.starts_with('[') && line.ends_with(']') && !line.contains('"') {
                headers.push((index + 1, line.trim_matches(['[', ']']).to_owned()));
            }
        }
        let last = self.text.lines().count() + 1;
        let rule = |(index, (line, name)): (usize, &(usize, String))| {
            let mut after = headers[index + 1..].iter();
            let end = after
                .find(|(_, other)| !other.starts_with(&format!("{name}.")))
                .map_or(last, |(end, _)| *end);
            Rule { kind: name.rsplit('.').next().unwrap_or(name).to_owned(), line: *line, end }
        };
        headers.iter().enumerate().map(rule).collect()
    }

    /// The rules without one of them; `None` where that does not compile.
    fn without(&self, rule: &Rule) -> Option<RuleSet> {
        let is_left = |(index, _): &(usize, &str)| !(rule.line..rule.end).contains(&(index + 1));
        let lines = self.text.lines().enumerate();
        let lines = lines.map(|line| if is_left(&line) { line.1 } else { "" });
        let compiled = self.compiled(&lines.collect::<Vec<_>>().join("\n"));
        (!compiled.has_errors()).then_some(compiled.rules)
    }

    fn compiled(&self, text: &str) -> Compiled {
        let folder = tempfile::tempdir().expect("a folder");
        for shared in ["pack.toml", "fragments.toml", "vocabulary.toml"] {
            let from = self.file.with_file_name(shared);
            if from.exists() {
                std::fs::copy(from, folder.path().join(shared)).expect("a copy");
            }
        }
        std::fs::write(folder.path().join(self.name()), text).expect("a rule file");
        rules::from_folder(folder.path(), false).expect("the pack can be read")
    }
}

/// A file as a pack reads it.
struct Reading {
    letters: usize,
    held: BTreeSet<String>,
    fired: BTreeSet<String>,
    /// Checks that fail.
    failed: BTreeSet<String>,
    /// What coverage lists.
    unread: BTreeSet<String>,
}

fn read_file(file: &File, rules: &RuleSet) -> Reading {
    let source = Source {
        path: file.path.display().to_string(),
        sha256: String::new(),
        media_type: String::new(),
        pages: file.document.provenance().pages(),
    };
    let mut readings = extract::read_letters(&file.document, rules, &source);
    readings.iter_mut().for_each(|it| check::check(&mut it.record, &file.document, rules));
    let fired = readings.iter().flat_map(|it| it.fired.iter().map(|fired| fired.rule.clone())).collect();
    let mut coverage = Coverage::default();
    coverage.add(&file.document, &source.path, &readings, rules);
    let unread = coverage.letters.iter().flat_map(|it| {
        let lists = [&it.unclaimed, &it.dated, &it.counted, &it.headings, &it.other].into_iter().enumerate();
        lists.flat_map(|(list, passages)| {
            passages.iter().map(move |at| format!("{list} {} {}", at.start, at.quote))
        })
    });
    let unread = unread.collect();
    let checks = readings.iter().flat_map(|it| &it.record.checks).filter(|check| !check.ok);
    let failed = checks.map(|check| format!("{} {} {:?}", check.check, check.detail, check.at)).collect();
    let letters = readings.len();
    let held = readings.iter().flat_map(|it| held(&it.record)).collect();
    Reading { letters, held, fired, failed, unread }
}

/// What a letter is said to hold, one line each. Which rule says so does not matter, nor do the sentences that are
/// quoted for an outcome or a judgement.
fn held(record: &LetterRecord) -> Vec<String> {
    let letter = &record.letter;
    let mut held = vec![
        format!("{:?} {:?} {:?} {:?}", letter.area, letter.dated, letter.published, letter.visit),
        format!("{:?}", letter.previous_visit),
        format!("{:?}", letter.outcome),
        format!("{:?}", record.stated_counts),
    ];
    for finding in &record.findings {
        let (kind, number, body) = (&finding.kind, finding.number, &finding.responsible_body);
        held.push(format!("{kind} {number}: {} {body:?} {:?}", finding.statement, finding.judgement));
        let evidence = finding.evidence.iter();
        held.extend(evidence.map(|it| format!("{kind} {number}: {} {:?}", it.role, it.at)));
    }
    held.extend(record.observations.iter().map(|it| format!("{} {} {:?}", it.section, it.polarity, it.at)));
    held.extend(record.events.iter().map(|it| format!("{} {:?} {:?}", it.kind, it.of, it.at)));
    held.extend(record.deadlines.iter().map(|it| format!("{} {} {:?}", it.what, it.days, it.at)));
    held.extend(record.people.iter().map(|it| format!("{it:?}")));
    held
}

fn try_family(family: &Family, files: &[File]) -> Tried {
    let whole = family.compiled(&family.text).rules;
    let readings: Vec<(&File, Reading)> = files.iter().map(|file| (file, read_file(file, &whole))).collect();
    let ids: BTreeMap<usize, String> = whole.families[0]
        .rules()
        .iter()
        .filter_map(|rule| Some((whole.places.of(rule.id)?.line, rule.id.to_owned())))
        .collect();
    let expects = &whole.families[0].expects;
    let of_outcome = whole.families[0].outcome.stated.iter().flat_map(|it| &it.expects);
    let has_findings = expects.iter().chain(of_outcome).any(|it| *it == Expected::Findings);
    let mut tried = Tried::default();
    for rule in family.rules() {
        let Some(id) = ids.get(&rule.line) else { continue };
        let fired = readings.iter().filter(|(_, reading)| reading.fired.contains(id)).take(LETTERS);
        let fired: Vec<&(&File, Reading)> = fired.collect();
        if fired.is_empty() {
            tried.never_fired.push(id.clone());
            continue;
        }
        let Some(rest) = family.without(&rule) else { continue };
        let mut told = BTreeSet::new();
        for (file, before) in fired {
            let told_here = loss(before, &read_file(file, &rest));
            let must_check = has_findings && SHOWN_IN_CHECKS.contains(&&*rule.kind);
            if told_here == Told::Nowhere || (told_here == Told::Coverage && must_check) {
                tried.silent.push((id.clone(), file.path.clone()));
            }
            told.insert(told_here);
        }
        if told.contains(&Told::Coverage) {
            tried.by_coverage.push(id.clone());
        }
        if told == BTreeSet::from([Told::NothingLost]) {
            tried.nothing_lost.push(id.clone());
        }
    }
    tried
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Told {
    /// The record holds everything still.
    NothingLost,
    /// A check fails, or there is no letter.
    Check,
    Coverage,
    Nowhere,
}

fn loss(before: &Reading, after: &Reading) -> Told {
    if before.held.is_subset(&after.held) {
        Told::NothingLost
    } else if after.letters < before.letters || !after.failed.is_subset(&before.failed) {
        Told::Check
    } else if !after.unread.is_subset(&before.unread) {
        Told::Coverage
    } else {
        Told::Nowhere
    }
}
