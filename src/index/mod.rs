//! Searching the letters: every passage that a record holds, and every paragraph beside them.
//!
//! A query is words that must all occur, in any of their endings. `"..."` is an exact phrase, `-word` must not
//! occur, `OR` parts alternatives. Case, hyphens and curly quotes make no difference, compounds are found
//! however they are written, and outside quotation marks a word finds the rule pack's synonyms. No query is an
//! error.

mod error;
mod expand;
mod files;
mod marks;
mod parse;
mod passages;
mod plan;
mod suggest;

#[cfg(test)]
mod tests;

pub use error::IndexError;
pub use passages::PassageKind;
pub use suggest::Suggestion;

use std::cmp::Ordering;
use std::collections::BTreeMap;

use tantivy::collector::{Count, DocSetCollector, TopDocs};
use tantivy::schema::Value;
use tantivy::{DocAddress, Searcher, TantivyDocument};

use crate::rules::Synonyms;
use crate::store::Store;
use expand::{Expander, Wanted};
use files::Fields;
use parse::{Every, Item};
use passages::Passage;
use plan::{IndexedStems, Plan};

/// The passages of a store, ready to search.
pub struct Index {
    searcher: Searcher,
    fields: Fields,
    synonyms: Synonyms,
}

/// A passage that a query found. All ranges count code points.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    pub letter_id: String,
    pub passage: PassageKind,
    /// Where the passage starts in its source's canonical text.
    pub start: usize,
    pub end: usize,
    /// From 1. For a paragraph that the record says nothing of, the page of the last place before it whose
    /// page the record gives.
    pub page: u32,
    /// Higher is better; comparable within one search only.
    pub score: f32,
    /// Ranges of `quote` that match, in order and apart.
    pub matches: Vec<(usize, usize)>,
    pub quote: String,
}

impl Index {
    /// The index of a store, after catching up with it.
    ///
    /// # Errors
    /// When the store cannot be read, or an index cannot be made even in memory.
    pub fn open(store: &Store, synonyms: &Synonyms) -> Result<Self, IndexError> {
        let (_, fields) = files::schema();
        Ok(Self { searcher: files::searcher(store)?, fields, synonyms: synonyms.clone() })
    }

    /// The passages that satisfy `query`, best first; equal ones by date of the letter, its id, and place.
    /// Where one passage lies inside another, only the inner is given. A query without a word finds nothing.
    ///
    /// # Errors
    /// When the index cannot be read. No query text is an error.
    pub fn search(&self, query: &str, limit: usize) -> Result<Vec<Hit>, IndexError> {
        let plans = self.plans(query);
        let wanted = Wanted::Any(plans.iter().filter_map(|plan| plan.wanted.clone()).collect());
        let found = self.ranked(&plans)?;
        let mut words = crate::text::WordReader::default();
        let hit = |found: &Found| {
            let passage = self.passage(found.address)?;
            let matches = marks::marks(&wanted, &words.words(&passage.quote), &passage.quote);
            Ok(passage.hit(found.score, matches))
        };
        found.iter().take(limit).map(hit).collect()
    }

    /// The words of `query` that occur nowhere in any form, in order, each with near words that do occur.
    ///
    /// # Errors
    /// As [`Index::search`].
    pub fn suggest(&self, query: &str) -> Result<Vec<Suggestion>, IndexError> {
        let stems = IndexedStems { searcher: &self.searcher, fields: self.fields };
        let mut expander = Expander::new(&self.synonyms, &stems);
        let mut missing: Vec<String> = Vec::new();
        for item in parse::parse(query).iter().flat_map(|every| &every.wanted) {
            let (Item::Word(text) | Item::Phrase(text)) = item;
            for word in expander.words.words(text) {
                let alone = Every { wanted: vec![Item::Word(word.plain.clone())], ..Every::default() };
                let occurs = match expander.every(&alone) {
                    Some(wanted) => self.occurs(&wanted)?,
                    None => true,
                };
                if !occurs && !missing.contains(&word.plain) {
                    missing.push(word.plain);
                }
            }
        }
        if missing.is_empty() {
            return Ok(Vec::new());
        }
        let vocabulary = suggest::vocabulary(&self.searcher, self.fields)?;
        let near = |word: String| Suggestion { near: suggest::nearest(&word, &vocabulary), word };
        Ok(missing.into_iter().map(near).collect())
    }

    fn plans(&self, query: &str) -> Vec<Plan> {
        let stems = IndexedStems { searcher: &self.searcher, fields: self.fields };
        let mut expander = Expander::new(&self.synonyms, &stems);
        let alternatives = parse::parse(query);
        alternatives.iter().filter_map(|every| plan::plan(every, &mut expander, self.fields)).collect()
    }

    fn occurs(&self, wanted: &Wanted) -> Result<bool, IndexError> {
        Ok(self.searcher.search(&plan::query(wanted, self.fields.stems), &Count)? > 0)
    }

    /// Everything that any of the plans finds, in the order that hits are given in.
    fn ranked(&self, plans: &[Plan]) -> Result<Vec<Found>, IndexError> {
        let mut scores: BTreeMap<DocAddress, f32> = BTreeMap::new();
        for plan in plans {
            for (score, address) in self.scored(plan)? {
                *scores.entry(address).or_default() += score;
            }
        }
        let found = scores.into_iter().map(|(address, score)| self.found(score, address));
        let mut found = found.collect::<Result<Vec<_>, _>>()?;
        keep_inner(&mut found);
        found.sort_by(Found::rank);
        Ok(found)
    }

    fn scored(&self, plan: &Plan) -> Result<Vec<(f32, DocAddress)>, IndexError> {
        let every = (self.searcher.num_docs() as usize).max(1);
        let mut scored = self.searcher.search(&plan.query, &TopDocs::with_limit(every).order_by_score())?;
        if let Some(unless) = &plan.unless {
            let left_out = self.searcher.search(unless, &DocSetCollector)?;
            scored.retain(|(_, address)| !left_out.contains(address));
        }
        Ok(scored)
    }

    fn found(&self, score: f32, address: DocAddress) -> Result<Found, IndexError> {
        let columns = self.searcher.segment_reader(address.segment_ord).fast_fields();
        let schema = self.searcher.schema();
        let number = |field| -> Result<u64, IndexError> {
            Ok(columns.u64(schema.get_field_name(field))?.first(address.doc_id).unwrap_or_default())
        };
        let Fields { order, letter, start, end, .. } = self.fields;
        let (order, letter) = (number(order)?, number(letter)?);
        Ok(Found { score, address, order, letter, start: number(start)?, end: number(end)? })
    }

    fn passage(&self, address: DocAddress) -> Result<Passage, IndexError> {
        let document: TantivyDocument = self.searcher.doc(address)?;
        let json = document.get_first(self.fields.passage).and_then(|value| value.as_str());
        Ok(serde_json::from_str(json.unwrap_or_default())?)
    }
}

impl Passage {
    fn hit(self, score: f32, matches: Vec<(usize, usize)>) -> Hit {
        let Passage { letter_id, passage, start, end, page, quote } = self;
        Hit { letter_id, passage, start, end, page, score, matches, quote }
    }
}

/// A passage that matches, before it is read.
struct Found {
    score: f32,
    address: DocAddress,
    order: u64,
    letter: u64,
    start: u64,
    end: u64,
}

impl Found {
    fn rank(&self, other: &Self) -> Ordering {
        other.score.total_cmp(&self.score).then(self.order.cmp(&other.order))
    }
}

/// Drops each passage that another one lies inside of.
fn keep_inner(found: &mut Vec<Found>) {
    // By start, longest first: whatever lies inside a passage comes after it, before any that starts past it.
    found.sort_by_key(|one| (one.letter, one.start, std::cmp::Reverse(one.end), one.order));
    let holds = |index: usize| {
        let outer = &found[index];
        let after = found[index + 1..].iter();
        let mut starting_inside =
            after.take_while(|inner| inner.letter == outer.letter && inner.start < outer.end);
        starting_inside.any(|inner| inner.end <= outer.end)
    };
    let outer: Vec<bool> = (0..found.len()).map(holds).collect();
    let mut outer = outer.into_iter();
    found.retain(|_| !outer.next().unwrap_or_default());
}
