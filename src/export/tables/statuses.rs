use super::shared::name_of;
use crate::correct::STATUSES;
use crate::export::Held;
use crate::export::table::{Column, Draft, Table};
use crate::link::{DecidedBy, FindingStatus};

type Row<'a> = &'a FindingStatus;

const STATUS: &str = "new: no earlier letter held names it; persisted: it was named before and is not resolved; \
                      resolved: it was judged to have made enough progress; recurred: it was resolved or dropped, \
                      and is named again; not_carried_forward: a later list leaves it out and no letter judged it; \
                      not_yet_judged: it is named again without a judgement; unknown: the letter does not tell.";

pub fn table(held: &Held<'_>) -> Table {
    Draft::new("statuses", "Statuses", "What became of a finding, as far as one letter tells.")
        .finding_id(|row: &Row<'_>| &row.finding)
        .column(
            Column::text("as_of_letter_id", "The letter that tells: the finding's own, or a later one.")
                .required(),
            |row| (&row.as_of).into(),
        )
        .refers("as_of_letter_id", "letters", "letter_id")
        .column(Column::text("status", STATUS).required().one_of(&STATUSES), |row| name_of(row.status).into())
        .column(Column::text("reason", "Why, in one sentence.").required(), |row| (&row.reason).into())
        .decided_by(|row| row.decided_by == Some(DecidedBy::Person))
        .key(&["finding_id", "as_of_letter_id"])
        .rows(held.areas.iter().flat_map(|area| &area.story.statuses))
}
