//! From what a trace is asked for to the findings it starts from.

use std::collections::BTreeMap;

use super::Story;
use super::search::states;
use super::trace::Because;
use crate::index::{Hit, Index, IndexError, PassageKind};
use crate::record::Finding;
use crate::rules::{RuleSet, Theme};
use crate::text::WordReader;

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
    let mut reader = WordReader::default();
    let themes: Vec<&Theme> = rules.themes.iter().filter(|theme| names(asked, theme, &mut reader)).collect();
    let mut findings = of_themes(story, &themes);
    let hits = index.search(asked, usize::MAX)?;
    findings.extend(hits.iter().filter_map(|hit| saying(story, hit)));
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

/// The id of the finding whose statement a hit is, or stands in, and where in it the words are.
fn saying(story: &Story<'_>, hit: &Hit) -> Option<(String, Because)> {
    let letter = story.letters.iter().find(|letter| letter.record.letter.id == hit.letter_id)?;
    let is_said = |finding: &&Finding| match &hit.passage {
        PassageKind::Finding { id } => finding.id == *id,
        _ => states(finding, hit),
    };
    let finding = letter.record.findings.iter().find(is_said)?;
    let offset = hit.start - finding.at.span.start;
    let matches = hit.matches.iter().map(|(start, end)| (start + offset, end + offset)).collect();
    Some((finding.id.clone(), Because::Words { matches }))
}

/// Whether the words are a theme's id, or stand one after the other in its label; in any of their endings and
/// however a compound is written.
fn names(asked: &str, theme: &Theme, reader: &mut WordReader) -> bool {
    let mut stems =
        |text: &str| reader.words(text).into_iter().map(|word| word.stem).collect::<Vec<String>>();
    let (asked, id, label) = (stems(asked).concat(), stems(&theme.id), stems(&theme.label));
    let stands_at = |start: usize| (start..label.len()).any(|end| label[start..=end].concat() == asked);
    !asked.is_empty() && (asked == id.concat() || (0..label.len()).any(stands_at))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn themes(asked: &str) -> Vec<String> {
        let rules = crate::rules::built_in().rules;
        let mut reader = WordReader::default();
        let named = rules.themes.iter().filter(|theme| names(asked, theme, &mut reader));
        named.map(|theme| theme.id.clone()).collect()
    }

    #[test]
    fn words_name_a_theme_by_its_id_or_a_part_of_its_label() {
        for asked in ["co_production", "co-production", "Coproduction", "voice"] {
            assert_eq!(themes(asked), ["co_production"], "{asked}");
        }
        assert_eq!(themes("EHC plan"), ["ehc_plan_quality"]);
        assert_eq!(themes("specialist places"), ["specialist_provision"]);
        assert!(themes("places of work").is_empty());
        assert!(themes("-").is_empty());
    }
}
