use super::Look;
use super::wrap::{paragraph, shorten, unbroken, wrap};
use crate::query::contradictions::{Contradicted, Contradicting};

/// How many characters of a quotation are shown.
const QUOTATION: usize = 240;

/// The contradictions of one area, each with the passages that it rests on.
pub fn contradictions(area: &str, found: &[Contradicted], look: Look) -> String {
    let mut out = look.bold(area) + "\n";
    for contradicted in found {
        let heading = format!("{}: {}", contradicted.check.replace('_', " "), contradicted.detail);
        out.push_str(&wrap(&heading, look.width, "  ", "    "));
        contradicted.passages.iter().for_each(|passage| out.push_str(&self::passage(passage, look)));
    }
    out
}

fn passage(passage: &Contradicting, look: Look) -> String {
    let text = match &passage.at {
        Some(at) => {
            let quote = shorten(&at.quote.replace("\n\n", " "), QUOTATION);
            format!("{}: “{quote}” ({})", passage.name, unbroken(&at.place()))
        }
        None => format!("{} ({})", passage.name, passage.file),
    };
    paragraph(&text, look.width, "    ")
}
