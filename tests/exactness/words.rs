//! Every word that two other readers agree on is in our text, and no word is that neither reads.

use std::collections::BTreeMap;

use super::{letters, name, oracles};

/// What must be reached, over all files and for each.
const LEAST: f64 = 0.999;

/// The words of a text: letters and digits in lower case. Hyphens part them, so that it does not matter which
/// of those at line ends a reader keeps; apostrophes do not.
pub fn words(text: &str) -> impl Iterator<Item = String> {
    let text: String = text.to_lowercase().chars().filter(|c| !matches!(c, '\'' | '’' | '‘')).collect();
    let text = text.replace('ﬁ', "fi").replace('ﬂ', "fl").replace('ﬀ', "ff");
    let parts: Vec<String> = text.split(|c: char| !c.is_alphanumeric()).map(str::to_owned).collect();
    parts.into_iter().filter(|word| !word.is_empty())
}

/// How often each word stands in lines.
pub fn words_of<'a>(lines: impl Iterator<Item = &'a str>) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    lines.flat_map(words).for_each(|word| *counts.entry(word).or_default() += 1);
    counts
}

/// The words of `wanted` that are not in `given`, with how often.
fn missing(wanted: &BTreeMap<String, usize>, given: &BTreeMap<String, usize>) -> BTreeMap<String, usize> {
    let rest = |(word, count): (&String, &usize)| {
        let left = count.saturating_sub(given.get(word).copied().unwrap_or(0));
        (left > 0).then(|| (word.clone(), left))
    };
    wanted.iter().filter_map(rest).collect()
}

fn merged(
    one: &BTreeMap<String, usize>,
    other: &BTreeMap<String, usize>,
    of: fn(usize, usize) -> usize,
) -> BTreeMap<String, usize> {
    let count = |counts: &BTreeMap<String, usize>, word| counts.get(word).copied().unwrap_or(0);
    let words = one.keys().chain(other.keys());
    words.map(|word| (word.clone(), of(count(one, word), count(other, word)))).collect()
}

fn total(counts: &BTreeMap<String, usize>) -> usize {
    counts.values().sum()
}

#[test]
fn every_word_that_two_other_readers_read_is_there_and_none_that_neither_does() {
    let (mut wanted, mut missed, mut given, mut made_up) = (0, 0, 0, 0);
    for (path, _, document) in letters() {
        let Some(pages) = oracles::pages(&path) else {
            eprintln!("skipped: mutool or pdftotext is not installed (mupdf-tools, poppler-utils)");
            return;
        };
        let [mutool, pdftotext] = pages.each_ref().map(|pages| oracles::running_text(pages));
        let agreed = merged(&mutool, &pdftotext, usize::min);
        let ours = words_of(document.text().lines());
        let lost = missing(&agreed, &ours);
        let all = pages.map(|pages| words_of(pages.iter().flat_map(|page| page.lines())));
        let extra = missing(&ours, &merged(&all[0], &all[1], usize::max));
        let recall = 1.0 - total(&lost) as f64 / total(&agreed) as f64;
        let precision = 1.0 - total(&extra) as f64 / total(&ours) as f64;
        println!("{recall:.4} {precision:.4} {}: lost {lost:?}, extra {extra:?}", name(&path));
        assert!(recall >= LEAST && precision >= LEAST, "{}: {recall} {precision}", name(&path));
        wanted += total(&agreed);
        missed += total(&lost);
        given += total(&ours);
        made_up += total(&extra);
    }
    if wanted > 0 {
        let (recall, precision) = (1.0 - missed as f64 / wanted as f64, 1.0 - made_up as f64 / given as f64);
        println!("recall {recall:.5} of {wanted} words, precision {precision:.5} of {given}");
    }
}
