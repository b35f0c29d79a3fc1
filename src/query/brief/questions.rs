use super::Question;
use super::matters::Matters;
use crate::link::{FindingStatus, Status};
use crate::query::trace::{Mention, carries_the_matter};
use crate::query::{Cited, words};
use crate::record::{Check, LetterRecord};

/// The checks that find letters at odds with themselves or each other. Others are about how well a letter
/// was read, which is no matter for a panel.
const CONTRADICTIONS: [&str; 4] = ["stated_count", "weekday", "date_order", "cross_letter"];

/// What the documents leave open or contradict. Says nothing of the area itself.
pub fn questions(matters: &Matters<'_>) -> Vec<Question> {
    let dropped = asked(matters, Status::NotCarriedForward).into_iter();
    let dropped = dropped.map(|(finding, reason)| Question::NotCarriedForward { finding, reason });
    let lost = matters.not_named_again().into_iter().map(|finding| Question::NotNamedAgain { finding });
    let recurred = asked(matters, Status::Recurred).into_iter();
    let recurred = recurred.map(|(finding, reason)| Question::Recurred { finding, reason });
    let failed = matters.letters.iter().flat_map(|letter| {
        let contradicts = |check: &&Check| !check.ok && CONTRADICTIONS.contains(&check.check.as_str());
        let checks = letter.record.checks.iter().filter(contradicts);
        checks.map(|check| failed_check(&letter.record, check))
    });
    dropped.chain(lost).chain(recurred).chain(failed).collect()
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

fn failed_check(record: &LetterRecord, check: &Check) -> Question {
    Question::FailedCheck {
        letter: words::letter(record),
        place: Cited::place_of(record),
        detail: check.detail.clone(),
        at: check.at.as_ref().map(|at| Cited::new(record, at)),
    }
}
