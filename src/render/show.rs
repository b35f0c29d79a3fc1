use super::Look;
use super::quote::quotation;
use super::wrap::{paragraph, wrap};
use crate::query::show::{Shown, StatusInWords, Subject};
use crate::query::{Cited, words};
use crate::record::{Check, Event, EvidenceRole, Finding, LetterRecord, Quote};

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
        let parts = [
            self.heading(record),
            self.facts(record),
            self.warnings(record),
            self.section("Findings", record.findings.iter().map(|finding| self.finding(record, finding))),
            self.section(
                "Under no finding",
                record.observations.iter().map(|observation| {
                    let label = observation.polarity.name().replace('_', " ");
                    self.quoted(record, &observation.at, &format!("{label}: "))
                }),
            ),
            self.section("Events", record.events.iter().map(|event| self.event(record, event))),
            self.section(
                "Deadlines",
                record.deadlines.iter().map(|deadline| {
                    let unit = deadline.unit.name().replace('_', " ");
                    let from =
                        deadline.from.as_ref().map_or_else(String::new, |from| format!(" from {from}"));
                    let what = format!("{}: {} {unit}{from}: ", deadline.what, deadline.days);
                    self.quoted(record, &deadline.at, &what)
                }),
            ),
            self.section(
                "People",
                record.people.iter().map(|person| {
                    let about = [Some(&person.name), person.role.as_ref(), person.organisation.as_ref()];
                    let about: Vec<&str> = about.into_iter().flatten().map(String::as_str).collect();
                    paragraph(&about.join(", "), self.look.width, "  ")
                }),
            ),
        ];
        parts.concat()
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

    fn facts(&self, record: &LetterRecord) -> String {
        let letter = &record.letter;
        let mut out = String::from("\n");
        let mut say = |what: &str, value: Option<String>| {
            if let Some(value) = value {
                out.push_str(&wrap(&format!("{what}: {value}"), self.look.width, "", "  "));
            }
        };
        let pages = words::pages(letter.span.page, letter.span.last_page);
        say("file", Some(format!("{}, {pages}", record.source.path)));
        for also in self.shown.also_in {
            say("also in", Some(also.clone()));
        }
        say("published", letter.published.map(|date| date.prose()));
        say(
            "visit",
            letter.visit.map(|visit| match visit.from == visit.to {
                true => visit.from.prose(),
                false => format!("{} to {}", visit.from.prose(), visit.to.prose()),
            }),
        );
        let previous = letter.previous_visit.as_ref();
        say("previous visit", previous.map(|visit| self.in_line(record, &visit.at)));
        say("outcome", letter.outcome.as_deref().map(words::outcome));
        say("", letter.outcome_quote.as_ref().map(|quote| self.in_line(record, quote)));
        out.replace("\n: ", "\n  ")
    }

    fn in_line(&self, record: &LetterRecord, quote: &Quote) -> String {
        format!("“{}” ({})", quote.quote, Cited::new(record, quote).pages())
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

    fn finding(&self, record: &LetterRecord, finding: &Finding) -> String {
        let name = words::finding_name(finding.kind, finding.number);
        let judgement = words::judgement(finding.judgement);
        let mut out = format!("  {}: {judgement}\n", self.look.bold(&name));
        out.push_str(&paragraph(&finding.statement, self.look.width, "    "));
        let place = format!("{}, {}", finding.id, Cited::new(record, &finding.at).pages());
        out.push_str(&format!("    {}\n", self.look.dim(&place)));
        if let Some(quote) = &finding.judgement_quote {
            out.push_str(&self.quoted_under(record, quote));
        }
        if let Some(body) = &finding.responsible_body {
            out.push_str(&paragraph(&format!("responsible: {body}"), self.look.width, "    "));
        }
        if !finding.themes.is_empty() {
            let themes: Vec<String> = finding.themes.iter().map(|theme| theme.replace('_', " ")).collect();
            out.push_str(&paragraph(&format!("themes: {}", themes.join("; ")), self.look.width, "    "));
        }
        out.push_str(&self.evidence(record, finding));
        out.push_str(&self.bullets(finding));
        for status in self.shown.statuses.iter().filter(|status| status.status.finding == finding.id) {
            out.push_str(&self.status(status));
        }
        for link in self.shown.links.iter().filter(|link| link.from == finding.id || link.to == finding.id) {
            let other = if link.from == finding.id { &link.to } else { &link.from };
            let text = format!("{}: {other}: {}", words::link_kind(link.kind), link.reasons.join("; "));
            out.push_str(&wrap(&text, self.look.width, "    ~ ", "      "));
        }
        out
    }

    fn evidence(&self, record: &LetterRecord, finding: &Finding) -> String {
        let titles = [
            (EvidenceRole::Finding, "inspectors found"),
            (EvidenceRole::Reported, "the area said"),
            (EvidenceRole::NextStep, "next steps"),
        ];
        let mut out = String::new();
        for (role, title) in titles {
            let evidence = finding.evidence.iter().filter(|evidence| evidence.role == role);
            let quotes: String = evidence
                .map(|it| quotation(&Cited::new(record, &it.at), self.look, "    • ", "      "))
                .collect();
            if !quotes.is_empty() {
                out.push_str(&format!("    {title}:\n{quotes}"));
            }
        }
        out
    }

    /// Bullets that the letter does not put under the finding.
    fn bullets(&self, finding: &Finding) -> String {
        let bullets = self.shown.bullets.iter().filter(|bullet| bullet.finding == finding.id);
        let lines: String =
            bullets.map(|bullet| quotation(&bullet.at, self.look, "    • ", "      ")).collect();
        if lines.is_empty() {
            lines
        } else {
            format!("    elsewhere in the letter, likely about this:\n{lines}")
        }
    }

    fn status(&self, status: &StatusInWords) -> String {
        let name = words::status(status.status.status);
        let text = format!("{name} ({}): {}", status.as_of, status.status.reason);
        wrap(&text, self.look.width, "    → ", "      ")
    }

    fn event(&self, record: &LetterRecord, event: &Event) -> String {
        let date = event.date.map_or_else(String::new, |date| format!(" {}", date.prose()));
        let of = event.of.as_ref().map_or_else(String::new, |of| format!(" ({})", of.replace('_', " ")));
        let what = format!("{}{of}{date}: ", event.kind.name().replace('_', " "));
        self.quoted(record, &event.at, &what)
    }

    fn quoted(&self, record: &LetterRecord, quote: &Quote, what: &str) -> String {
        wrap(&format!("{what}{}", self.in_line(record, quote)), self.look.width, "  • ", "    ")
    }

    fn quoted_under(&self, record: &LetterRecord, quote: &Quote) -> String {
        quotation(&Cited::new(record, quote), self.look, "    ", "    ")
    }
}
