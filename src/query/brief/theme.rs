//! One theme across areas: where each of them stands on it.

use std::collections::BTreeMap;

use serde::Serialize;

use super::letters::{LetterLine, Tally};
use super::matters::Matters;
use super::open::{OpenMatter, open_matter};
use super::questions::{Asked, questions};
use crate::query::{Cited, LetterFilter, Library, Story, words};
use crate::record::{Finding, LetterRecord};
use crate::rules::RuleSet;
use crate::store::StoredLetter;

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ThemeBrief {
    /// The theme's id.
    pub theme: String,
    /// "Co-production and the voice of families".
    pub label: String,
    pub since: Option<String>,
    /// Areas that letters name something of the theme about, in order of name.
    pub areas: Vec<AreaOnTheme>,
    /// Areas whose letters name nothing of it.
    pub silent: Vec<String>,
    /// Areas asked for of which no letter is held.
    pub not_held: Vec<String>,
    /// How many matters there are to ask about, over all areas.
    pub number_to_ask: usize,
    /// How many findings of the theme the letters of each year judge how.
    pub judgements: Vec<Tally>,
    /// The letters that name something of the theme, and others that the brief quotes.
    pub letters: Vec<LetterLine>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AreaOnTheme {
    pub area: String,
    /// Findings of the theme in the first letter that names any.
    pub first: Vec<Placed>,
    /// Those in the latest that does.
    pub latest: Vec<Placed>,
    pub open: Vec<OpenMatter>,
    pub not_carried_forward: Vec<Asked>,
    pub not_named_again: Vec<Asked>,
    pub recurred: Vec<Asked>,
}

/// A finding of the theme, and its letter.
type Found<'a> = (&'a LetterRecord, &'a Finding);

/// A finding and the letter it stands in, in words.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Placed {
    pub id: String,
    pub name: String,
    /// "revisit letter of 14 December 2021".
    pub letter: String,
    /// "not sufficient progress".
    pub judgement: String,
    /// "persisted", by the latest letter that tells.
    pub status: Option<String>,
    /// The sentence that judges, else the statement.
    pub at: Cited,
}

/// The brief on a theme, by its id, from the letters that the filter admits.
pub fn theme_brief(library: &Library, rules: &RuleSet, theme: &str, filter: &LetterFilter) -> ThemeBrief {
    let mut brief = empty(theme, rules, filter);
    let mut years = BTreeMap::<i16, Vec<Found<'_>>>::new();
    for name in library.areas() {
        let of_area = library.letters().iter().filter(|letter| words::area(&letter.record) == name);
        let held: Vec<&StoredLetter> = of_area.filter(|letter| filter.admits(&letter.record)).collect();
        let found: Vec<Found<'_>> = findings(&held, theme).collect();
        if found.is_empty() && !held.is_empty() {
            brief.silent.push(name.to_owned());
        }
        // An area's letters are linked only where they name something of the theme.
        if let Some((first, last)) = found.first().zip(found.last())
            && let Some(story) = library.story(name, rules)
        {
            brief.add(&Matters { story: &story, letters: &held }, &found, (first.0, last.0), rules);
        }
        for (record, finding) in found {
            let year = record.placed().map_or(0, |date| date.year());
            years.entry(year).or_default().push((record, finding));
        }
    }
    let held = |area: &String| brief.silent.contains(area) || brief.areas.iter().any(|on| on.area == *area);
    brief.not_held = filter.areas.iter().filter(|area| !held(area)).cloned().collect();
    brief.judgements = years.into_iter().map(|(year, found)| of_year(year, &found)).collect();
    brief
}

fn empty(theme: &str, rules: &RuleSet, filter: &LetterFilter) -> ThemeBrief {
    ThemeBrief {
        theme: theme.to_owned(),
        label: words::theme(theme, rules),
        since: filter.from.as_ref().map(ToString::to_string),
        areas: Vec::new(),
        silent: Vec::new(),
        not_held: Vec::new(),
        number_to_ask: 0,
        judgements: Vec::new(),
        letters: Vec::new(),
    }
}

impl ThemeBrief {
    /// Adds an area whose letters name something of the theme: `found`, of which the first and the last letter
    /// are given.
    fn add(
        &mut self,
        matters: &Matters<'_>,
        found: &[Found<'_>],
        (first, last): (&LetterRecord, &LetterRecord),
        rules: &RuleSet,
    ) {
        let story = matters.story;
        let of_letter = |letter: &LetterRecord| {
            let of_it = found.iter().filter(|(record, _)| record.letter.id == letter.letter.id);
            of_it.map(|(record, finding)| placed(story, record, finding)).collect()
        };
        let is_of_theme = |id: &str| found.iter().any(|(_, finding)| finding.id == *id);
        let open = matters.open().into_iter().filter(|mention| is_of_theme(&mention.id));
        let asked = questions(matters, rules);
        let of_theme = |asked: Vec<Asked>| asked.into_iter().filter(|asked| is_of_theme(&asked.id)).collect();
        let area = AreaOnTheme {
            area: story.area().to_owned(),
            first: of_letter(first),
            latest: of_letter(last),
            open: open.map(|mention| open_matter(matters, mention)).collect(),
            not_carried_forward: of_theme(asked.not_carried_forward),
            not_named_again: of_theme(asked.not_named_again),
            recurred: of_theme(asked.recurred),
        };
        self.number_to_ask +=
            area.not_carried_forward.len() + area.not_named_again.len() + area.recurred.len();
        let names = |record: &LetterRecord| found.iter().any(|(of, _)| of.letter.id == record.letter.id);
        let is_quoted = |record: &LetterRecord| {
            area.open.iter().any(|matter| matter.files().any(|file| file == record.source.path))
        };
        let quoted =
            matters.letters.iter().filter(|letter| names(&letter.record) || is_quoted(&letter.record));
        self.letters.extend(quoted.map(|letter| LetterLine::new(story, &letter.record)));
        self.areas.push(area);
    }
}

fn findings<'a>(letters: &[&'a StoredLetter], theme: &str) -> impl Iterator<Item = Found<'a>> {
    let all = letters.iter().flat_map(|letter| letter.record.findings.iter().map(|it| (&letter.record, it)));
    all.filter(move |(_, finding)| is_of(finding, theme))
}

fn is_of(finding: &Finding, theme: &str) -> bool {
    finding.themes.iter().any(|of| of == theme)
}

fn placed(story: &Story<'_>, record: &LetterRecord, finding: &Finding) -> Placed {
    let at = finding.judgement_quote.as_ref().unwrap_or(&finding.at);
    Placed {
        id: finding.id.clone(),
        name: story.vocabulary.finding(&finding.kind, finding.number),
        letter: words::letter(record),
        judgement: words::judged(finding),
        status: story.statuses_of(&finding.id).last().map(|told| words::status(told.status).to_owned()),
        at: Cited::new(record, at),
    }
}

fn of_year(year: i16, found: &[Found<'_>]) -> Tally {
    let label = if year == 0 { "undated".to_owned() } else { year.to_string() };
    let tally = Tally::of(found.iter().map(|(_, finding)| *finding), label.clone(), label);
    let at = found.first().map(|(record, finding)| Cited::new(record, &finding.at));
    Tally { year: (year != 0).then_some(year), at, ..tally }
}
