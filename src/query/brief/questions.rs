use super::Question;
use super::matters::Matters;
use crate::link::{FindingStatus, Status};
use crate::query::contradictions::{Contradicting, contradicted};
use crate::query::trace::{Mention, carries_the_matter};
use crate::rules::RuleSet;

/// What the documents leave open or contradict. Says nothing of the area itself.
pub fn questions(matters: &Matters<'_>, rules: &RuleSet) -> Vec<Question> {
    let dropped = asked(matters, Status::NotCarriedForward).into_iter();
    let dropped = dropped.map(|(finding, reason)| Question::NotCarriedForward { finding, reason });
    let lost = matters.not_named_again().into_iter().map(|finding| Question::NotNamedAgain { finding });
    let recurred = asked(matters, Status::Recurred).into_iter();
    let recurred = recurred.map(|(finding, reason)| Question::Recurred { finding, reason });
    let held = |passage: &Contradicting| {
        matters.letters.iter().any(|letter| letter.record.letter.id == passage.letter)
    };
    let contradicted = contradicted(matters.story, rules).into_iter();
    let contradicted = contradicted.filter(|found| found.passages.iter().all(held));
    let contradicted = contradicted.map(|found| Question::Contradicted { found });
    dropped.chain(lost).chain(recurred).chain(contradicted).collect()
}

/// The findings that have a status, with the reason; of one matter in several letters, the last before the
/// letter that gives the status.
fn asked(matters: &Matters<'_>, wanted: Status) -> Vec<(Mention, String)> {
    let asked = matters.findings().filter_map(|(record, finding)| {
        let mut statuses = matters.story.statuses_of(&finding.id);
        let given = statuses.find(|given| given.status == wanted && given.as_of != record.letter.id)?;
        if has_it_later(matters, given) {
            return None;
        }
        Some((matters.mention(record, finding), given.reason.clone()))
    });
    asked.collect()
}

/// Whether a later finding of the same matter has the same status from the same letter.
fn has_it_later(matters: &Matters<'_>, given: &FindingStatus) -> bool {
    let story = matters.story;
    let later = story.links.iter().filter(|link| carries_the_matter(link) && link.from == given.finding);
    let later = later.filter(|link| {
        story.finding(&link.to).is_some_and(|(letter, _)| letter.record.letter.id != given.as_of)
    });
    later
        .flat_map(|link| story.statuses_of(&link.to))
        .any(|other| other.status == given.status && other.as_of == given.as_of)
}
