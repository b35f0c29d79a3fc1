mod finding;

use super::Look;
use super::quote::quotation;
use super::wrap::{paragraph, unbroken, wrap};
use crate::query::show::{Shown, Subject};
use crate::query::{Cited, words};
use crate::record::{
    Check, Deadline, Event, Finding, Grade, LetterRecord, Observation, Person, Quote, Visit,
};

/// A letter or finding, whole.
pub fn show(shown: &Shown<'_>, look: Look) -> String {
    let page = Page { shown, look };
    match shown.subject {
        Subject::Letter { record } => page.letter(record),
        Subject::Finding { record, finding, .. } => page.single(record, finding),
    }
}

struct Page<'a> {
    shown: &'a Shown<'a>,
    look: Look,
}

impl Page<'_> {
    fn letter(&self, record: &LetterRecord) -> String {
        let grades = record.grades.iter().map(|grade| self.grade(record, grade));
        let findings = record.findings.iter().map(|finding| self.finding(record, finding));
        let observations = record.observations.iter().map(|it| self.observation(record, it));
        let events = record.events.iter().map(|event| self.event(record, event));
        let deadlines = record.deadlines.iter().map(|deadline| self.deadline(record, deadline));
        let people = record.people.iter().map(|person| self.person(person));
        [
            self.heading(record),
            self.facts(record),
            self.warnings(record),
            self.section("Grades", grades),
            self.section("Findings", findings),
            self.section("Under no finding", observations),
            self.section("Events", events),
            self.section("Deadlines", deadlines),
            self.section("People", people),
        ]
        .concat()
    }

    fn single(&self, record: &LetterRecord, finding: &Finding) -> String {
        let letter = format!("{}, {}", words::area(record), words::letter(record));
        let file = &record.source.path;
        let heading = format!("{}\n{}\n\n", self.look.bold(&letter), self.look.dim(file));
        heading + &self.finding(record, finding)
    }

    fn heading(&self, record: &LetterRecord) -> String {
        let title = format!("{}, {}", words::area(record), words::letter(record));
        let mut out = self.look.bold(&title) + "\n";
        if let Some(title) = &record.letter.title {
            out.push_str(&paragraph(title, self.look.width, ""));
        }
        out.push_str(&self.look.dim(&record.letter.id));
        out.push('\n');
        out
    }

    /// What the letter says of itself, one line each.
    fn facts(&self, record: &LetterRecord) -> String {
        let letter = &record.letter;
        let pages = words::pages(letter.span.page, letter.span.last_page);
        let label = self.shown.rules.family_label(&letter.kind).map(str::to_owned);
        let mut facts: Vec<(&str, String)> = label.into_iter().map(|label| ("kind", label)).collect();
        facts.push(("file", format!("{}, {}", record.source.path, unbroken(&pages))));
        facts.extend(self.shown.also_in.iter().map(|file| ("also in", file.clone())));
        facts.extend(letter.published.map(|date| ("published", date.prose())));
        facts.extend(letter.visit.map(|visit| ("visit", period(visit))));
        facts.extend(
            letter.previous_visit.as_ref().map(|it| ("previous visit", self.in_line(record, &it.at))),
        );
        let vocabulary = &self.shown.rules.vocabulary;
        facts.extend(letter.outcome.as_deref().map(|outcome| ("outcome", vocabulary.outcome(outcome))));
        facts.extend(letter.outcome_quote.as_ref().map(|quote| ("its words", self.in_line(record, quote))));
        let line =
            |(what, value): &(&str, String)| wrap(&format!("{what}: {value}"), self.look.width, "", "  ");
        format!("\n{}", facts.iter().map(line).collect::<String>())
    }

    fn in_line(&self, record: &LetterRecord, quote: &Quote) -> String {
        format!("“{}” ({})", quote.quote, unbroken(&Cited::new(record, quote).in_file()))
    }

    /// Checks that failed, and what was doubtful about reading the file.
    fn warnings(&self, record: &LetterRecord) -> String {
        let failed = record.checks.iter().filter(|check| !check.ok).map(|check| self.check(record, check));
        let doubtful = self.shown.warnings.iter().map(|warning| {
            let page =
                warning.page.map_or_else(String::new, |page| format!(" ({})", words::pages(page, None)));
            wrap(&format!("{}{page}", warning.message), self.look.width, "  ! ", "    ")
        });
        let passed = record.checks.iter().filter(|check| check.ok).count();
        let passed = (passed > 0).then(|| format!("  {} passed\n", words::count(passed, "check")));
        self.section("Checks", failed.chain(doubtful).chain(passed))
    }

    fn check(&self, record: &LetterRecord, check: &Check) -> String {
        let text = format!("{}: {}", check.check.replace('_', " "), check.detail);
        let mut out = self.look.alert(&wrap(&text, self.look.width, "  ! ", "    "));
        if let Some(at) = &check.at {
            out.push_str(&quotation(&Cited::new(record, at), self.look, "    ", "    "));
        }
        out
    }

    fn section(&self, title: &str, items: impl Iterator<Item = String>) -> String {
        let items: String = items.collect();
        if items.is_empty() { items } else { format!("\n{}\n{items}", self.look.bold(title)) }
    }

    fn observation(&self, record: &LetterRecord, observation: &Observation) -> String {
        let label = observation.polarity.name().replace('_', " ");
        self.quoted(record, &observation.at, &format!("{label}: "))
    }

    fn grade(&self, record: &LetterRecord, grade: &Grade) -> String {
        let label = self.shown.rules.vocabulary.grade(grade.grade.name());
        self.quoted(record, &grade.at, &format!("{}: {label}: ", grade.of))
    }

    fn deadline(&self, record: &LetterRecord, deadline: &Deadline) -> String {
        let unit = deadline.unit.name().replace('_', " ");
        let from = deadline.from.as_ref().map_or_else(String::new, |from| format!(" from {from}"));
        let what = format!("{}: {} {unit}{from}: ", deadline.what, deadline.days);
        self.quoted(record, &deadline.at, &what)
    }

    fn person(&self, person: &Person) -> String {
        let about = [Some(&person.name), person.role.as_ref(), person.organisation.as_ref()];
        let about: Vec<&str> = about.into_iter().flatten().map(String::as_str).collect();
        paragraph(&about.join(", "), self.look.width, "  ")
    }

    fn event(&self, record: &LetterRecord, event: &Event) -> String {
        let date = event.date.map_or_else(String::new, |date| format!(" {}", date.prose()));
        let of = event.of.as_ref().map_or_else(String::new, |of| format!(" ({})", of.replace('_', " ")));
        let what = format!("{}{of}{date}: ", self.shown.rules.vocabulary.event(&event.kind));
        self.quoted(record, &event.at, &what)
    }

    fn quoted(&self, record: &LetterRecord, quote: &Quote, what: &str) -> String {
        wrap(&format!("{what}{}", self.in_line(record, quote)), self.look.width, "  • ", "    ")
    }
}

fn period(visit: Visit) -> String {
    if visit.from == visit.to {
        return visit.from.prose();
    }
    format!("{} to {}", visit.from.prose(), visit.to.prose())
}
