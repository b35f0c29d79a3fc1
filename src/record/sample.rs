//! Invented letters for tests of the rooms that work on records.

use super::*;
use crate::text::hex;
use sha2::{Digest, Sha256};

/// A letter and the canonical text that its spans count in.
#[derive(Debug, Clone)]
pub struct Sample {
    pub record: LetterRecord,
    pub text: String,
}

/// A letter without findings. Its text starts with a title line.
pub fn letter(area: &str, dated: &str, kind: &str) -> Sample {
    let slug = area.to_lowercase().replace(' ', "-");
    let title = format!("Letter about {area}");
    let mut sample = Sample {
        text: format!("{title}\n\n"),
        record: LetterRecord {
            schema: SCHEMA.into(),
            source: Source {
                path: format!("{slug}.txt"),
                sha256: String::new(),
                media_type: "text/plain".into(),
                pages: 1,
                ocr_pages: 0,
            },
            rules: RulesUsed { pack: "send".into(), version: "1".into(), sha256: "rules".into() },
            letter: Letter {
                id: format!("{slug}/{dated}/{kind}"),
                kind: kind.into(),
                title: Some(title),
                area: Some(Area { name: area.into(), code: None, region: None }),
                dated: PartialDate::parse_iso(dated),
                published: None,
                visit: None,
                previous_visit: None,
                outcome: None,
                outcome_quote: None,
                span: WireSpan {
                    start: 0,
                    end: 0,
                    page: 1,
                    last_page: None,
                    line: None,
                    ocr_confidence: None,
                },
            },
            stated_counts: StatedCounts::default(),
            stated_counts_at: None,
            grades: Vec::new(),
            findings: Vec::new(),
            observations: Vec::new(),
            events: Vec::new(),
            deadlines: Vec::new(),
            people: Vec::new(),
            checks: Vec::new(),
        },
    };
    sample.close();
    sample
}

impl Sample {
    /// Adds a paragraph to the text, and gives its place.
    pub fn paragraph(&mut self, words: &str) -> Quote {
        let start = self.text.chars().count();
        self.text.push_str(words);
        self.text.push_str("\n\n");
        self.close();
        let end = start + words.chars().count();
        Quote {
            quote: words.into(),
            span: WireSpan { start, end, page: 1, last_page: None, line: None, ocr_confidence: None },
        }
    }

    /// Adds a finding, numbered within its kind.
    pub fn finding(mut self, kind: &str, judgement: Option<Judgement>, statement: &str) -> Self {
        let number =
            1 + self.record.findings.iter().filter(|finding| finding.kind.name() == kind).count() as u32;
        let at = self.paragraph(statement);
        self.record.findings.push(Finding {
            id: format!("{}/{kind}/{number}", self.record.letter.id),
            kind: FindingKind::new(kind),
            number,
            statement: statement.into(),
            parts: Vec::new(),
            at,
            responsible_body: None,
            judgement,
            judgement_quote: None,
            themes: Vec::new(),
            evidence: Vec::new(),
            rule: "test#finding".into(),
            decided: Vec::new(),
        });
        self
    }

    /// Adds evidence to the last finding.
    pub fn evidence(mut self, words: &str) -> Self {
        let at = self.paragraph(words);
        if let Some(finding) = self.record.findings.last_mut() {
            let rule = "test#evidence".into();
            finding.evidence.push(Evidence { role: EvidenceRole::Finding, at, rule });
        }
        self
    }

    /// Adds a bullet that stands under no finding.
    pub fn observation(mut self, words: &str) -> Self {
        let at = self.paragraph(words);
        let (section, rule) = ("identifying".into(), "test#observation".into());
        self.record.observations.push(Observation { section, polarity: Polarity::Strengths, at, rule });
        self
    }

    fn close(&mut self) {
        self.record.letter.span.end = self.text.chars().count();
        self.record.source.sha256 = hex(&Sha256::digest(&self.text));
    }
}
