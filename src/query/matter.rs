//! From what a trace is asked for to the findings it starts from.

use std::collections::BTreeMap;

use super::Story;
use super::search::states;
use super::trace::Because;
use crate::index::{Hit, Index, IndexError, PassageKind};
use crate::rules::{RuleSet, Theme};
use crate::text::fold_str;

/// The findings that a trace starts from, each with the reason, and the labels of the themes asked for.
#[derive(Debug, Default)]
pub struct Matter {
    pub findings: BTreeMap<String, Because>,
    pub themes: Vec<String>,
}

/// The findings of the story that say the words, and those of the themes that the words name.
///
/// # Errors
/// When the index cannot be read.
pub fn matter(story: &Story<'_>, rules: &RuleSet, index: &Index, asked: &str) -> Result<Matter, IndexError> {
    let themes: Vec<&Theme> = rules.themes.iter().filter(|theme| names(asked, theme)).collect();
    let mut findings = of_themes(story, &themes);
    let hits = index.search(asked, usize::MAX)?;
    findings.extend(hits.iter().filter_map(|hit| saying(story, hit)).map(|id| (id, Because::Words)));
    Ok(Matter { findings, themes: themes.iter().map(|theme| theme.label.clone()).collect() })
}

fn of_themes(story: &Story<'_>, themes: &[&Theme]) -> BTreeMap<String, Because> {
    let findings = story.letters.iter().flat_map(|letter| &letter.record.findings);
    let of_theme = findings.filter_map(|finding| {
        let theme = themes.iter().find(|theme| finding.themes.contains(&theme.id))?;
        Some((finding.id.clone(), Because::Theme { label: theme.label.clone() }))
    });
    of_theme.collect()
}

/// The id of the finding whose statement a hit is, or stands in.
fn saying(story: &Story<'_>, hit: &Hit) -> Option<String> {
    let letter = story.letters.iter().find(|letter| letter.record.letter.id == hit.letter_id)?;
    match &hit.passage {
        PassageKind::Finding { id } => Some(id.clone()),
        _ => letter
            .record
            .findings
            .iter()
            .find(|finding| states(finding, hit))
            .map(|finding| finding.id.clone()),
    }
}

/// Whether the words are a theme's id, or stand one after the other in its label.
fn names(asked: &str, theme: &Theme) -> bool {
    let (asked, id, label) = (plain(asked), plain(&theme.id), plain(&theme.label));
    !asked.is_empty() && (asked == id || label.windows(asked.len()).any(|part| part == asked))
}

fn plain(text: &str) -> Vec<String> {
    let folded = fold_str(text).to_lowercase();
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}
