use throughline::record::{
    Area, Evidence, EvidenceRole, Finding, FindingKind, Judgement, Letter, LetterRecord, PartialDate, Quote,
    RulesUsed, SCHEMA, Source, StatedCounts, WireSpan,
};
use throughline::rules::RuleSet;

/// The letters that an area is given, in order: year, kind, and what their findings are.
const LETTERS: [(i16, &str, &str, Judgement); 6] = [
    (2017, "inspection_letter", "significant_weakness", Judgement::Identified),
    (2019, "revisit_letter", "significant_weakness", Judgement::NotSufficient),
    (2021, "inspection_letter", "significant_weakness", Judgement::Identified),
    (2022, "revisit_letter", "significant_weakness", Judgement::Sufficient),
    (2024, "inspection_report", "area_for_improvement", Judgement::Identified),
    (2025, "stocktake_letter", "area_for_improvement", Judgement::NotJudged),
];

const WEAKNESSES: [&str; 16] = [
    "the timeliness of education, health and care plans and of annual reviews",
    "the poor quality of EHC plans, with few contributions from social care",
    "the lack of joint commissioning of speech and language therapy",
    "long waiting times for autism assessments in the neurodevelopmental pathway",
    "weak co-production with parents and carers",
    "the out-of-date local offer, which few families know",
    "too many exclusions and low attendance of pupils with SEN support",
    "few suitable specialist school places close to home",
    "the inconsistent skills of mainstream schools in inclusion",
    "late identification of need in the early years",
    "poor preparation for adulthood and few routes to employment",
    "no shared data with which leaders could evaluate their work",
    "the absence of a designated clinical officer in health services",
    "little support for children who wait for mental health services",
    "slow transitions between children's and adult services",
    "too little training of the workforce in social, emotional and mental health",
];

/// Ways in which later letters word what an earlier one named.
const OPENINGS: [&str; 4] =
    ["", "Leaders have not yet improved ", "Partners should act on ", "Families told us of "];

/// The letters of invented areas: six each, with `findings` findings in each.
pub fn areas(count: usize, findings: usize, rules: &RuleSet) -> Vec<Vec<LetterRecord>> {
    let letters =
        |area| LETTERS.iter().map(|form| Maker { area, form, rules, place: 0 }.letter(findings)).collect();
    (0..count).map(letters).collect()
}

/// Makes one letter; `place` is where its text has come to.
struct Maker<'r> {
    area: usize,
    form: &'r (i16, &'r str, &'r str, Judgement),
    rules: &'r RuleSet,
    place: usize,
}

impl Maker<'_> {
    fn letter(mut self, findings: usize) -> LetterRecord {
        let (year, kind, ..) = *self.form;
        let (month, day) = (1 + self.area % 12, 1 + self.area % 28);
        let written = format!("{year}-{month:02}-{day:02}");
        let id = format!("area-{}/{written}/{kind}", self.area);
        let findings = (0..findings).map(|number| self.finding(number, &id)).collect();
        LetterRecord {
            schema: SCHEMA.to_owned(),
            source: self.source(),
            rules: RulesUsed { pack: "send".to_owned(), version: "1".to_owned(), sha256: String::new() },
            letter: Letter {
                id,
                kind: kind.to_owned(),
                title: None,
                area: Some(Area { name: format!("Area {}", self.area), code: None, region: None }),
                dated: PartialDate::parse_iso(&written),
                published: None,
                visit: None,
                previous_visit: None,
                outcome: None,
                outcome_quote: None,
                span: span(0, self.place),
            },
            stated_counts: StatedCounts::default(),
            stated_counts_at: None,
            grades: Vec::new(),
            findings,
            observations: Vec::new(),
            events: Vec::new(),
            deadlines: Vec::new(),
            people: Vec::new(),
            checks: Vec::new(),
        }
    }

    fn source(&self) -> Source {
        Source {
            path: format!("area-{}-{}.pdf", self.area, self.form.0),
            sha256: format!("{:060x}{:04x}", self.area, self.form.0),
            media_type: "application/pdf".to_owned(),
            pages: 10,
            ocr_pages: 0,
        }
    }

    fn finding(&mut self, number: usize, letter: &str) -> Finding {
        let (year, _, kind, judgement) = *self.form;
        let named = WEAKNESSES[(self.area + number) % WEAKNESSES.len()];
        let statement = format!("{}{named}", OPENINGS[(year as usize + number) % OPENINGS.len()]);
        let about = self.rules.themes_about("send", &statement, &[]);
        let themes = about.iter().map(|theme| theme.id.clone()).collect();
        let at = self.quote(&statement);
        let found = format!("Inspectors found in {year} that little had changed in {named}.");
        let rule = "send/made#evidence".to_owned();
        let evidence = Evidence { role: EvidenceRole::Finding, at: self.quote(&found), rule };
        Finding {
            id: format!("{letter}/{kind}/{}", number + 1),
            kind: FindingKind::new(kind),
            number: number as u32 + 1,
            statement,
            parts: Vec::new(),
            at,
            responsible_body: None,
            judgement: Some(judgement),
            judgement_quote: None,
            themes,
            evidence: vec![evidence],
            rule: "send/made#finding".to_owned(),
            decided: Vec::new(),
        }
    }

    fn quote(&mut self, words: &str) -> Quote {
        let start = self.place;
        self.place += words.chars().count() + 2;
        Quote { quote: words.to_owned(), span: span(start, self.place - 2) }
    }
}

fn span(start: usize, end: usize) -> WireSpan {
    WireSpan {
        start,
        end,
        page: 1 + (start / 3000) as u32,
        last_page: None,
        line: None,
        ocr_confidence: None,
    }
}
