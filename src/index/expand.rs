//! From words typed to all the forms that mean the same: compounds written apart, together or with a hyphen,
//! and the rule pack's synonyms.

use crate::rules::Synonyms;
use crate::text::{Word, WordReader};

use super::parse::{Every, Item};

/// What a passage must hold. Leaves are stems that stand one after the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wanted {
    Phrase(Vec<String>),
    /// All of them, anywhere in the passage.
    All(Vec<Wanted>),
    /// At least one of them.
    Any(Vec<Wanted>),
}

/// Which stems stand one after the other somewhere in the index.
pub trait Lexicon {
    fn occurs(&self, stems: &[String]) -> bool;
}

/// How many written forms of one phrase are looked for, at most.
const MOST_FORMS: usize = 24;

/// Longer words, in letters, are not cut in two.
const LONGEST_COMPOUND: usize = 40;

/// Words that make no difference to what a query is about, unless they stand in a phrase.
const STOP_WORDS: &[&str] = &[
    "a", "an", "and", "are", "as", "at", "be", "by", "for", "from", "in", "is", "it", "of", "on", "or",
    "that", "the", "their", "this", "to", "was", "were", "with",
];

/// Expands queries.
pub struct Expander<'a, L> {
    pub words: WordReader,
    pub lexicon: &'a L,
    groups: Vec<Group>,
}

/// The words of each form of one meaning.
type Group = Vec<Vec<Word>>;

impl<'a, L: Lexicon> Expander<'a, L> {
    pub fn new(synonyms: &Synonyms, lexicon: &'a L) -> Self {
        let mut words = WordReader::default();
        let mut read = |group: &Vec<String>| group.iter().map(|form| words.words(form)).collect();
        let mut groups: Vec<Group> = synonyms.groups().iter().map(&mut read).collect();
        groups.iter_mut().for_each(|group| group.retain(|form| !form.is_empty()));
        Self { words, lexicon, groups }
    }

    /// What must occur; `None` where nothing was asked for.
    pub fn every(&mut self, every: &Every) -> Option<Wanted> {
        let mut all = Vec::new();
        let mut run = Vec::new();
        for item in &every.wanted {
            match item {
                Item::Word(text) => run.extend(self.words.words(text)),
                Item::Phrase(_) => {
                    all.extend(self.run(&std::mem::take(&mut run)));
                    all.extend(self.item(item));
                }
            }
        }
        all.extend(self.run(&run));
        one_of_many(all, Wanted::All)
    }

    /// One item by itself, such as one that must not occur: no synonyms, exact in order.
    pub fn item(&mut self, item: &Item) -> Option<Wanted> {
        let (Item::Word(text) | Item::Phrase(text)) = item;
        let words = self.words.words(text);
        if words.is_empty() { None } else { Some(self.phrase(&words)) }
    }

    /// Words typed one after the other without quotation marks, one slot for each word or synonym.
    fn run(&mut self, words: &[Word]) -> Vec<Wanted> {
        let slots = self.slots(words);
        let matters = |slot: &Slot| slot.group.is_some() || !is_stop_word(&words[slot.start]);
        let any_matters = slots.iter().any(matters);
        let mut all = Vec::new();
        for slot in slots.iter().filter(|slot| !any_matters || matters(slot)) {
            all.push(match slot.group {
                Some(group) => self.synonyms(&words[slot.start..slot.end], group),
                None if slot.end == slot.start + 1 => self.word(words, slot.start),
                None => self.phrase(&words[slot.start..slot.end]),
            });
        }
        all
    }

    /// Parts the words into those that are a form of a group, longest first, and single words. Words typed
    /// with a hyphen between them stay together.
    fn slots(&self, words: &[Word]) -> Vec<Slot> {
        let mut slots = Vec::new();
        let mut start = 0;
        while start < words.len() {
            let slot = self.synonym_at(words, start).unwrap_or_else(|| {
                let joined = words[start + 1..].iter().take_while(|word| word.joined).count();
                Slot { start, end: start + 1 + joined, group: None }
            });
            start = slot.end;
            slots.push(slot);
        }
        slots
    }

    fn synonym_at(&self, words: &[Word], start: usize) -> Option<Slot> {
        let mut best: Option<Slot> = None;
        for (index, group) in self.groups.iter().enumerate() {
            for form in group {
                let Some(length) = length_of(form, &words[start..]) else { continue };
                if best.as_ref().is_none_or(|slot| slot.end < start + length) {
                    best = Some(Slot { start, end: start + length, group: Some(index) });
                }
            }
        }
        best
    }

    /// A form of a group, or all its words anywhere, or any other form.
    fn synonyms(&mut self, typed: &[Word], group: usize) -> Wanted {
        let matter: Vec<&Word> = typed.iter().filter(|word| !is_stop_word(word)).collect();
        let mut any = vec![match matter.is_empty() {
            true => self.phrase(typed),
            false => {
                let each = matter.iter().map(|&word| self.phrase(std::slice::from_ref(word)));
                one_of_many(each.collect(), Wanted::All).unwrap_or_else(|| Wanted::Phrase(Vec::new()))
            }
        }];
        for form in self.groups[group].clone() {
            any.push(self.phrase(&form));
        }
        Wanted::Any(any)
    }

    /// The word at `at`, or the compound that it makes with the word before or after it.
    fn word(&mut self, words: &[Word], at: usize) -> Wanted {
        let mut any = vec![self.phrase(&words[at..=at])];
        for first in [at.checked_sub(1), Some(at)].into_iter().flatten() {
            if let Some([one, two]) = words.get(first..first + 2) {
                any.extend(self.compound(one, two).map(|stem| Wanted::Phrase(vec![stem])));
            }
        }
        one_of_many(any, Wanted::Any).unwrap_or_else(|| Wanted::Phrase(Vec::new()))
    }

    /// Words in order, in every way that their compounds are written in the index.
    fn phrase(&mut self, words: &[Word]) -> Wanted {
        let mut forms = vec![words.iter().map(|word| word.stem.clone()).collect::<Vec<_>>()];
        self.compounds(words, 0, &mut Vec::new(), &mut forms);
        let forms = forms.into_iter().map(Wanted::Phrase).collect();
        one_of_many(forms, Wanted::Any).unwrap_or_else(|| Wanted::Phrase(Vec::new()))
    }

    /// Adds each form that differs from `words` in how a compound is written, with `before` already decided.
    fn compounds(
        &mut self,
        words: &[Word],
        at: usize,
        before: &mut Vec<String>,
        forms: &mut Vec<Vec<String>>,
    ) {
        if forms.len() >= MOST_FORMS {
            return;
        }
        let Some(word) = words.get(at) else {
            if !forms.contains(before) {
                forms.push(before.clone());
            }
            return;
        };
        let mut ways = vec![(1, vec![word.stem.clone()])];
        ways.extend(self.split(&word.plain).into_iter().map(|halves| (1, halves)));
        if let Some(next) = words.get(at + 1) {
            ways.extend(self.compound(word, next).map(|stem| (2, vec![stem])));
        }
        for (taken, stems) in ways {
            let length = before.len();
            before.extend(stems);
            self.compounds(words, at + taken, before, forms);
            before.truncate(length);
        }
    }

    /// The two words written as one, where the index has that.
    fn compound(&mut self, one: &Word, two: &Word) -> Option<String> {
        let stem = self.words.stem(&format!("{}{}", one.plain, two.plain));
        self.lexicon.occurs(std::slice::from_ref(&stem)).then_some(stem)
    }

    /// The word cut in two, in each way that the index has as two words in order.
    fn split(&mut self, plain: &str) -> Vec<Vec<String>> {
        let cuts: Vec<usize> = plain.char_indices().map(|(at, _)| at).collect();
        let mut found = Vec::new();
        if cuts.len() > LONGEST_COMPOUND {
            return found;
        }
        for &cut in cuts.iter().skip(2).take(cuts.len().saturating_sub(3)) {
            let halves = vec![self.words.stem(&plain[..cut]), self.words.stem(&plain[cut..])];
            if self.lexicon.occurs(&halves) {
                found.push(halves);
            }
        }
        found
    }
}

struct Slot {
    start: usize,
    end: usize,
    group: Option<usize>,
}

/// How many of the words, from the first, are this form: with its compounds apart or together.
fn length_of(form: &[Word], words: &[Word]) -> Option<usize> {
    let (mut at, mut taken) = (0, 0);
    while at < form.len() {
        let word = words.get(taken)?;
        if word.stem == form[at].stem {
            at += 1;
        } else if form.get(at + 1).is_some_and(|next| next.joined && is_compound(word, &form[at], next)) {
            at += 2;
        } else {
            return None;
        }
        taken += 1;
    }
    (taken > 0).then_some(taken)
}

fn is_compound(word: &Word, one: &Word, two: &Word) -> bool {
    word.plain.strip_prefix(one.plain.as_str()) == Some(two.plain.as_str())
}

fn is_stop_word(word: &Word) -> bool {
    STOP_WORDS.contains(&word.plain.as_str())
}

fn one_of_many(mut wanted: Vec<Wanted>, many: fn(Vec<Wanted>) -> Wanted) -> Option<Wanted> {
    match wanted.len() {
        0 | 1 => wanted.pop(),
        _ => Some(many(wanted)),
    }
}
