use super::Page;
use crate::link::Link;
use crate::query::show::StatusInWords;
use crate::query::{Cited, words};
use crate::record::{EvidenceRole, Finding, LetterRecord};
use crate::render::quote::quotation;
use crate::render::wrap::{paragraph, wrap};

impl Page<'_> {
    pub(super) fn finding(&self, record: &LetterRecord, finding: &Finding) -> String {
        let name = self.shown.rules.vocabulary.finding(&finding.kind, finding.number);
        let judgement = words::judged(finding);
        let mut out = format!("  {}: {judgement}\n", self.look.bold(&name));
        out.push_str(&paragraph(&finding.statement, self.look.width, "    "));
        let place = format!("{}, {}", finding.id, Cited::new(record, &finding.at).in_file());
        out.push_str(&format!("    {}\n", self.look.dim(&place)));
        if let Some(quote) = &finding.judgement_quote {
            out.push_str(&quotation(&Cited::new(record, quote), self.look, "    ", "    "));
        }
        if let Some(body) = &finding.responsible_body {
            out.push_str(&paragraph(&format!("responsible: {body}"), self.look.width, "    "));
        }
        if !finding.themes.is_empty() {
            let themes: Vec<String> =
                finding.themes.iter().map(|id| words::theme(id, self.shown.rules)).collect();
            out.push_str(&paragraph(&format!("themes: {}", themes.join("; ")), self.look.width, "    "));
        }
        for decided in &finding.decided {
            out.push_str(&wrap(&words::decided(decided), self.look.width, "    * ", "      "));
        }
        out.push_str(&self.evidence(record, finding));
        out.push_str(&self.bullets(finding));
        out.push_str(&self.statuses(finding));
        out.push_str(&self.links(finding));
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

    /// What this and later letters say became of it.
    fn statuses(&self, finding: &Finding) -> String {
        let statuses = self.shown.statuses.iter().filter(|status| status.status.finding == finding.id);
        let line = |given: &StatusInWords| {
            let name = words::status(given.status.status);
            let text = format!("{name} ({}): {}", given.as_of, given.status.reason);
            wrap(&text, self.look.width, "    → ", "      ")
        };
        statuses.map(line).collect()
    }

    fn links(&self, finding: &Finding) -> String {
        let about = |link: &&Link| link.from == finding.id || link.to == finding.id;
        let line = |link: &Link| {
            let other = if link.from == finding.id { &link.to } else { &link.from };
            let text = format!("{}: {other}: {}", words::link_kind(link.kind), link.reasons.join("; "));
            wrap(&text, self.look.width, "    ~ ", "      ")
        };
        self.shown.links.iter().filter(about).map(line).collect()
    }
}
