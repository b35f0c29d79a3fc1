use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::rc::Rc;

use super::Similarity;
use crate::record::LetterRecord;
use crate::rules::{LinkRules, Synonyms};
use crate::text::{Word, WordReader};

/// Compares statements by the words they share. A word counts for more the fewer findings of the area have
/// it; words that the rules ignore count for nothing, and synonyms are one word.
pub struct WeightedTerms {
    reader: RefCell<WordReader>,
    ignored: BTreeSet<String>,
    /// Terms that stand in findings of many kinds, and how much they count beside others.
    common: BTreeSet<String>,
    common_weight: f64,
    /// The stems of each synonym's forms, longest first, with the term that stands for all of them.
    forms: Vec<(Vec<String>, String)>,
    /// How many findings of the area have each term.
    used_by: BTreeMap<String, u32>,
    findings: u32,
    /// The passages that were asked for: each is compared with many others.
    known: RefCell<HashMap<String, Rc<Weighed>>>,
}

/// The terms of a passage with their weights, in order of the terms.
struct Weighed {
    terms: Vec<WeighedTerm>,
    total: f64,
}

struct WeighedTerm {
    term: String,
    /// The words that stand for it in the passage.
    shown: String,
    weight: f64,
}

/// The terms of a passage, each with the words that stand for it there.
type Terms = BTreeMap<String, String>;

impl WeightedTerms {
    /// Weighs the words of the findings of one area's letters.
    pub fn new(letters: &[&LetterRecord], rules: &LinkRules, synonyms: &Synonyms) -> Self {
        let mut reader = WordReader::default();
        let ignored =
            rules.ignored.iter().flat_map(|word| reader.words(word)).map(|word| word.stem).collect();
        let forms = forms(synonyms, &mut reader);
        let mut terms = Self {
            reader: RefCell::new(reader),
            ignored,
            common: BTreeSet::new(),
            common_weight: rules.weights.common_words,
            forms,
            used_by: BTreeMap::new(),
            findings: 0,
            known: RefCell::default(),
        };
        terms.common = rules.common.iter().flat_map(|words| terms.terms(words).into_keys()).collect();
        for finding in letters.iter().flat_map(|letter| &letter.findings) {
            terms.findings += 1;
            for term in terms.terms(&finding.statement).into_keys() {
                *terms.used_by.entry(term).or_default() += 1;
            }
        }
        terms
    }

    fn weighed(&self, passage: &str) -> Rc<Weighed> {
        if let Some(weighed) = self.known.borrow().get(passage) {
            return Rc::clone(weighed);
        }
        let weigh = |(term, shown): (String, String)| {
            let weight = self.weight(&term);
            WeighedTerm { term, shown, weight }
        };
        let terms: Vec<WeighedTerm> = self.terms(passage).into_iter().map(weigh).collect();
        let total = terms.iter().map(|term| term.weight).sum();
        let weighed = Rc::new(Weighed { terms, total });
        self.known.borrow_mut().insert(passage.to_owned(), Rc::clone(&weighed));
        weighed
    }

    fn terms(&self, statement: &str) -> Terms {
        let words = self.reader.borrow_mut().words(statement);
        let mut terms = Terms::new();
        let mut at = 0;
        while at < words.len() {
            let (taken, term) = self.term_at(&words[at..]);
            if let Some(term) = term {
                let shown: Vec<&str> = words[at..at + taken].iter().map(|word| word.plain.as_str()).collect();
                terms.entry(term).or_insert_with(|| shown.join(" "));
            }
            at += taken;
        }
        terms
    }

    /// How many words the first term takes, and the term, unless it is ignored.
    fn term_at(&self, words: &[Word]) -> (usize, Option<String>) {
        let stands = |form: &[String]| {
            form.len() <= words.len() && form.iter().zip(words).all(|(stem, word)| *stem == word.stem)
        };
        if let Some((form, term)) = self.forms.iter().find(|(form, _)| stands(form)) {
            let counts = form.len() > 1 || !self.ignored.contains(&form[0]);
            return (form.len(), counts.then(|| term.clone()));
        }
        // A compound written with a hyphen is the word it makes written together.
        if words.get(1).is_some_and(|next| next.joined) {
            let joined = format!("{}{}", words[0].plain, words[1].plain);
            return (2, Some(self.reader.borrow_mut().stem(&joined)));
        }
        let stem = &words[0].stem;
        (1, (!self.ignored.contains(stem)).then(|| stem.clone()))
    }

    fn weight(&self, term: &str) -> f64 {
        let used_by = f64::from(self.used_by.get(term).copied().unwrap_or(0));
        let rarity = (1.0 + f64::from(self.findings) / (1.0 + used_by)).ln();
        if self.common.contains(term) { rarity * self.common_weight } else { rarity }
    }
}

/// Forms of several meanings stand for the first of them. Also with hyphens written together.
fn forms(synonyms: &Synonyms, reader: &mut WordReader) -> Vec<(Vec<String>, String)> {
    let mut forms = Vec::new();
    for group in synonyms.groups() {
        let Some(term) = group.first().map(|first| format!("={first}")) else { continue };
        for form in group {
            let stems: Vec<String> = reader.words(form).into_iter().map(|word| word.stem).collect();
            if !stems.is_empty() {
                forms.push((stems, term.clone()));
            }
        }
    }
    // Stable, so that of equal forms the first group's stays first.
    forms.sort_by_key(|(stems, _)| std::cmp::Reverse(stems.len()));
    forms
}

impl Similarity for WeightedTerms {
    /// The weight of the terms that both have, against that of all the terms of each: the geometric mean of
    /// the two shares. Half of that where one has a single term, which says little of what it is about.
    fn similarity(&self, a: &str, b: &str) -> f64 {
        let (a, b) = (self.weighed(a), self.weighed(b));
        let all = a.total * b.total;
        if all <= 0.0 {
            return 0.0;
        }
        let shared: Vec<&WeighedTerm> = a.shared(&b).collect();
        let share = shared.iter().map(|term| term.weight).sum::<f64>() / all.sqrt();
        let single = a.terms.len().min(b.terms.len()) == 1;
        let same = shared.len() == a.terms.len() && shared.len() == b.terms.len();
        if single && !same { share / 2.0 } else { share }
    }

    fn shared(&self, a: &str, b: &str) -> Vec<String> {
        let (a, b) = (self.weighed(a), self.weighed(b));
        let mut shared: Vec<&WeighedTerm> = a.shared(&b).collect();
        shared.sort_by(|x, y| y.weight.total_cmp(&x.weight).then_with(|| x.shown.cmp(&y.shown)));
        shared.into_iter().map(|term| term.shown.clone()).collect()
    }
}

impl Weighed {
    /// The terms of this passage that the other has too.
    fn shared<'w>(&'w self, other: &'w Weighed) -> impl Iterator<Item = &'w WeighedTerm> {
        let has = |term: &&WeighedTerm| other.terms.binary_search_by(|one| one.term.cmp(&term.term)).is_ok();
        self.terms.iter().filter(has)
    }
}
