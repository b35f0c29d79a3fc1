use std::ops::Range;

use super::fired::{Fired, Gave, Journal};
use super::matching::Matching;
use super::view::View;
use crate::rules::pattern;
use crate::rules::scope::Scope;
use crate::rules::section::SectionRule;
use crate::rules::vocabulary::Polarity;
use crate::rules::{Family, RuleSet};
use crate::text::{Folded, Span};

/// A letter found in a document: which family, which blocks, and where its sections are.
pub struct Letter<'r> {
    pub family: &'r Family,
    pub blocks: Range<usize>,
    pub title: Span,
    /// The area as the title names it.
    pub area: Option<Span>,
    /// For each of `blocks`: the section it stands in and what its bullets say there.
    places: Vec<Option<Place>>,
    journal: Journal,
}

/// A block's place in the sections of its letter.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Place {
    /// Index into the family's sections.
    pub section: usize,
    pub polarity: Option<Polarity>,
    /// The block is the heading itself, or a part's.
    pub heading: bool,
}

impl Letter<'_> {
    /// Notes that a rule fired.
    pub fn fired(&self, rule: &str, span: Span, gave: Gave) {
        self.journal.note(rule, span, gave);
    }

    /// The places of its blocks, and the rules that fired.
    pub fn into_parts(self) -> (Vec<Option<Place>>, Vec<Fired>) {
        (self.places, self.journal.into_inner())
    }

    pub fn place(&self, index: usize) -> Option<Place> {
        self.places[index - self.blocks.start]
    }

    /// Whether a heading opens the section of that name.
    pub fn has_section(&self, name: &str) -> bool {
        self.places.iter().flatten().any(|place| self.family.sections[place.section].name == name)
    }

    /// The letter's blocks on which a rule's patterns are tried: the one place that decides it for rules that take
    /// blocks one by one.
    pub fn in_scope(&self, view: &View<'_>, scope: &Scope) -> Vec<usize> {
        let mut blocks = self.in_section(scope.section.as_deref());
        blocks.retain(|&block| scope.blocks.take(view.block(block)));
        blocks
    }

    /// The letter's blocks that stand in the section of that name, without headings; all where `None`.
    pub fn in_section(&self, name: Option<&str>) -> Vec<usize> {
        let Some(name) = name else { return self.blocks.clone().collect() };
        let stands_in = |index: &usize| {
            self.place(*index)
                .is_some_and(|place| !place.heading && self.family.sections[place.section].name == name)
        };
        self.blocks.clone().filter(stands_in).collect()
    }
}

/// How many blocks a letterhead may take above the title.
const LETTERHEAD: usize = 40;

/// A title is not longer than this, in bytes.
const LONGEST_TITLE: usize = 240;

/// Finds every letter in a document, in reading order.
pub fn find_letters<'r>(view: &View<'_>, rules: &'r RuleSet) -> Vec<Letter<'r>> {
    let seen = Matching::new(view);
    let mut titles = Titles { view, rules }.find();
    titles.retain(|title| title.is_borne_out(&seen, title.end(&seen, view.len())));
    let mut letters: Vec<Letter<'r>> = Vec::new();
    let mut after_last = 0;
    for (position, title) in titles.iter().enumerate() {
        if title.block < after_last {
            continue;
        }
        let next = titles[position + 1..].iter().find(|next| title.is_followed_by(&seen, next, view.len()));
        let limit = next.map_or(view.len(), |next| next.start(&seen, title.block + 1));
        let blocks = title.start(&seen, after_last)..title.end(&seen, limit);
        if title.belongs(&seen, blocks.clone()) {
            after_last = blocks.end;
            letters.push(title.letter(view, blocks));
        }
    }
    letters
}

/// A block that is the title of a family's letters.
pub struct Title<'r> {
    pub family: &'r Family,
    pub block: usize,
    pub span: Span,
    area: Option<Span>,
}

impl<'r> Title<'r> {
    fn letter(&self, view: &View<'_>, blocks: Range<usize>) -> Letter<'r> {
        let places = places(view, self.family, blocks.clone());
        let (family, title, area) = (self.family, self.span, self.area);
        let letter = Letter { family, blocks, title, area, places, journal: Journal::default() };
        letter.fired(&family.recognise.id, title, Gave::Letter);
        for block in letter.blocks.clone() {
            if let Some(place) = letter.place(block).filter(|place| place.heading) {
                letter.fired(&family.sections[place.section].id, view.block(block).span, Gave::Section);
            }
        }
        letter
    }

    /// The letter's first block: the top of its letterhead, where it has one.
    pub fn start(&self, seen: &Matching<'_>, after_last: usize) -> usize {
        let recognise = &self.family.recognise;
        let earliest = self.block.saturating_sub(LETTERHEAD).max(after_last);
        let follows = seen.last(&recognise.follows, earliest..self.block);
        let earliest = follows.map_or(earliest, |block| block + 1);
        seen.first(&recognise.begins, earliest..self.block).unwrap_or(self.block)
    }

    pub fn end(&self, seen: &Matching<'_>, limit: usize) -> usize {
        seen.first(&self.family.recognise.ends, self.block + 1..limit).unwrap_or(limit)
    }

    /// Whether what stands around the title bears it out.
    fn belongs(&self, seen: &Matching<'_>, blocks: Range<usize>) -> bool {
        let excludes = &self.family.recognise.excludes;
        self.is_borne_out(seen, blocks.end) && seen.first(excludes, blocks).is_none()
    }

    /// Whether all that a letter requires stands between the title and `end`.
    fn is_borne_out(&self, seen: &Matching<'_>, end: usize) -> bool {
        let stands = |pattern| seen.first(std::slice::from_ref(pattern), self.block..end).is_some();
        self.family.recognise.requires.iter().all(stands)
    }

    /// Whether another letter begins with `next`, and not a line of this letter that reads like a title.
    /// `blocks` is how many the document has.
    fn is_followed_by(&self, seen: &Matching<'_>, next: &Title<'_>, blocks: usize) -> bool {
        let start = next.start(seen, self.block + 1);
        let other_family = next.family.kind != self.family.kind;
        next.block > self.block
            && (other_family || start < next.block)
            && next.belongs(seen, start..next.end(seen, blocks))
    }
}

/// Looks for titles in a document.
pub struct Titles<'v, 'd, 'r> {
    pub view: &'v View<'d>,
    pub rules: &'r RuleSet,
}

impl<'r> Titles<'_, '_, 'r> {
    fn find(&self) -> Vec<Title<'r>> {
        let mut titles = Vec::new();
        for block in 0..self.view.len() {
            let with_next = self.with_next(block);
            for family in &self.rules.families {
                if family.recognise.within.is_none_or(|within| block < within) {
                    titles.extend(self.title_at(family, block, with_next.as_ref()));
                }
            }
        }
        titles
    }

    /// A block and the next as one text, where a title may have been broken between them.
    pub fn with_next(&self, block: usize) -> Option<Folded> {
        let may_go_on = block + 1 < self.view.len() && self.view.block(block).span.len() <= LONGEST_TITLE;
        may_go_on.then(|| self.view.folded_range(block, block + 1))
    }

    /// The title that begins at a block: the block with the next where the title goes on there, or alone.
    pub fn title_at(
        &self,
        family: &'r Family,
        block: usize,
        with_next: Option<&Folded>,
    ) -> Option<Title<'r>> {
        if !family.recognise.blocks.take(self.view.block(block)) {
            return None;
        }
        let alone = self.title_of(family, block, self.view.folded(block));
        let whole = with_next.and_then(|with_next| self.title_of(family, block, with_next));
        let goes_on = whole.as_ref().is_some_and(|whole| self.goes_on(family, block, alone.as_ref(), whole));
        if goes_on { whole } else { alone }
    }

    fn is_known(&self, family: &Family, title: &Title<'_>) -> bool {
        let gazetteer = self.rules.pack(&family.pack).map(|pack| &pack.gazetteer);
        let area = title.area.map(|area| self.view.document.slice(area));
        gazetteer.zip(area).is_some_and(|(gazetteer, area)| gazetteer.find(area).is_some())
    }

    fn title_of(&self, family: &'r Family, block: usize, folded: &Folded) -> Option<Title<'r>> {
        let captures = family.recognise.title.iter().find_map(|title| title.captures(folded))?;
        let whole = pattern::whole(&captures, folded);
        let span = pattern::group(&captures, "title", folded).unwrap_or(whole);
        if span.len() > LONGEST_TITLE {
            return None;
        }
        let is_area = |area: &Span| !area.is_empty() && !self.is_no_area(family, *area);
        let area = pattern::group(&captures, "area", folded).filter(is_area);
        Some(Title { family, block, span, area })
    }

    fn is_no_area(&self, family: &Family, area: Span) -> bool {
        let name = Folded::new(self.view.document.slice(area), 0);
        family.recognise.no_area.iter().any(|pattern| pattern.is_match(&name))
    }

    /// Whether a title was broken between a block and the next: both are headings of one style, the first
    /// stops short, the next is known to carry titles on, or only both together name an area.
    fn goes_on(&self, family: &Family, block: usize, alone: Option<&Title<'r>>, whole: &Title<'r>) -> bool {
        let (first, second) = (self.view.block(block), self.view.block(block + 1));
        let one_style = first.is_heading() && second.is_heading() && first.style == second.style;
        let stops_short = self.view.text(block).ends_with(',');
        let is_rest = self.view.matches_any(&family.recognise.title_rest, block + 1);
        let is_known = |title: &Title<'_>| self.is_known(family, title);
        one_style
            || alone.is_some_and(|_| stops_short || is_rest)
            || (is_known(whole) && !alone.is_some_and(is_known))
    }
}

fn places(view: &View<'_>, family: &Family, blocks: Range<usize>) -> Vec<Option<Place>> {
    let mut current: Option<Place> = None;
    blocks
        .map(|block| {
            let opened = opened_at(view, family, block, current);
            current = opened.or(current);
            current.map(|place| Place { heading: opened.is_some(), ..place })
        })
        .collect()
}

/// The section, or the part of the current section, whose heading a block is.
fn opened_at(view: &View<'_>, family: &Family, block: usize, current: Option<Place>) -> Option<Place> {
    let opening = |inner: bool| {
        family.sections.iter().position(|section| {
            section.inside.is_some() == inner
                && view.opens(&section.heading, &section.blocks, block)
                && counts_here(family, section, current)
        })
    };
    if let Some(section) = opening(true).or_else(|| opening(false)) {
        let polarity = family.sections[section].polarity;
        return Some(Place { section, polarity, heading: true });
    }
    let current = current?;
    let parts = &family.sections[current.section].parts;
    let part = parts.iter().find(|part| view.opens(&part.heading, &part.blocks, block))?;
    Some(Place { polarity: Some(part.polarity), ..current })
}

/// Whether a section's heading counts in the place above it: everywhere, or only inside the section it names.
fn counts_here(family: &Family, section: &SectionRule, current: Option<Place>) -> bool {
    let named = |name: &String| family.sections.iter().find(|section| section.name == *name);
    let around = |section: &&SectionRule| section.inside.as_ref().and_then(named);
    let current = current.map(|place| &family.sections[place.section]);
    let mut outwards = std::iter::successors(current, around).take(family.sections.len());
    section.inside.as_ref().is_none_or(|inside| outwards.any(|section| section.name == *inside))
}
