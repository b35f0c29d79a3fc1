//! From what is wanted to what tantivy runs.

use tantivy::query::{AllQuery, BooleanQuery, EmptyQuery, PhraseQuery, Query, TermQuery};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{Searcher, Term};

use super::expand::{Expander, Lexicon, Wanted};
use super::files::Fields;
use super::parse::Every;

/// The stems of the index.
pub struct IndexedStems<'a> {
    pub searcher: &'a Searcher,
    pub fields: Fields,
}

impl Lexicon for IndexedStems<'_> {
    fn occurs(&self, stems: &[String]) -> bool {
        let exists = |stem: &String| {
            self.searcher
                .doc_freq(&Term::from_field_text(self.fields.stems, stem))
                .is_ok_and(|count| count > 0)
        };
        if !stems.iter().all(exists) {
            return false;
        }
        // A single stem that exists occurs; several may yet never stand in this order.
        stems.len() == 1 || phrase(stems, self.fields.stems).count(self.searcher).is_ok_and(|count| count > 0)
    }
}

/// One alternative of a query, ready to run, and what of it to mark in the passages it finds.
pub struct Plan {
    pub query: Box<dyn Query>,
    /// Passages that satisfy this are left out. Run by itself: tantivy's own exclusion fails on phrases.
    pub unless: Option<Box<dyn Query>>,
    pub wanted: Option<Wanted>,
}

/// `None` where nothing was asked for.
pub fn plan<L: Lexicon>(every: &Every, expander: &mut Expander<'_, L>, fields: Fields) -> Option<Plan> {
    let wanted = expander.every(every);
    let unwanted: Vec<Wanted> = every.unwanted.iter().filter_map(|item| expander.item(item)).collect();
    let unless = (!unwanted.is_empty()).then(|| query(&Wanted::Any(unwanted), fields.stems));
    let query: Box<dyn Query> = match (&wanted, &unless) {
        (Some(wanted), _) => query(wanted, fields.stems),
        (None, Some(_)) => Box::new(AllQuery),
        (None, None) => return None,
    };
    Some(Plan { query, unless, wanted })
}

pub fn query(wanted: &Wanted, stems: Field) -> Box<dyn Query> {
    let each = |wanted: &[Wanted]| wanted.iter().map(|one| query(one, stems)).collect();
    match wanted {
        Wanted::Phrase(words) => phrase(words, stems),
        Wanted::All(all) => Box::new(BooleanQuery::intersection(each(all))),
        Wanted::Any(any) => Box::new(BooleanQuery::union(each(any))),
    }
}

fn phrase(words: &[String], stems: Field) -> Box<dyn Query> {
    let term = |word: &String| Term::from_field_text(stems, word);
    match words {
        [] => Box::new(EmptyQuery),
        [word] => Box::new(TermQuery::new(term(word), IndexRecordOption::WithFreqs)),
        words => Box::new(PhraseQuery::new(words.iter().map(term).collect())),
    }
}
