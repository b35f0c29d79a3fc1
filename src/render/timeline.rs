use super::Look;
use super::wrap::{paragraph, shorten, unbroken, wrap};
use crate::query::timeline::{EntryKind, Timeline, TimelineEntry};

/// How many characters of a quotation are shown.
const QUOTATION: usize = 160;
/// The longest date, "30 September 2018", and what parts it from the rest.
const DATE: usize = 19;

/// The timeline, one entry after the other, with what the letters say of each.
pub fn timeline(timeline: &Timeline, look: Look) -> String {
    let mut out = look.bold(&timeline.area) + "\n";
    for entry in &timeline.entries {
        out.push_str(&self::entry(entry, look));
    }
    out
}

fn entry(entry: &TimelineEntry, look: Look) -> String {
    let date = entry.date.map_or_else(|| "no date given".to_owned(), |date| date.prose());
    let indent = " ".repeat(DATE);
    let what = match entry.kind {
        EntryKind::Letter => look.bold(&entry.what),
        EntryKind::Passed => format!("{} (passed)", entry.what),
        EntryKind::Event | EntryKind::ToCome | EntryKind::Due => entry.what.clone(),
    };
    let mut out = format!("\n{date:DATE$}{what}\n");
    if let Some(note) = &entry.note {
        out.push_str(&paragraph(note, look.width, &indent));
    }
    if let Some(at) = &entry.at {
        let quote =
            format!("“{}” ({})", shorten(&at.quote.replace("\n\n", " "), QUOTATION), unbroken(&at.place()));
        out.push_str(&wrap(&quote, look.width, &indent, &indent));
    }
    out
}
