//! Which quotations do not stand at their places, and how many do.

use super::Look;
use super::wrap::wrap;
use crate::query::words;
use crate::verify::{Fallen, Problem, Report, Stand};

/// How many characters of a quotation are shown, and how many of them before the first difference.
const SHOWN: usize = 160;
const BEFORE: usize = 40;

pub fn report(report: &Report, look: Look) -> String {
    // In a pipe a quotation stands on one line, however long.
    let look = Look { width: if look.piped { usize::MAX } else { look.width }, ..look };
    let of_one_source = report.fallen.chunk_by(|one, next| head(one) == head(next));
    let mut out: String = of_one_source.map(|fallen| of_source(fallen, look)).collect();
    if !report.fallen.is_empty() {
        out.push('\n');
    }
    out + &wrap(&summary(report), look.width, "", "")
}

/// The source, and what is wrong with it where that is why its quotations do not stand.
fn head(fallen: &Fallen) -> (&str, Option<String>) {
    let file = match (&fallen.problem, &fallen.said.export) {
        (Problem::NotCited, Some(export)) => export.as_str(),
        _ if fallen.file.is_empty() => "no file named",
        _ => fallen.file.as_str(),
    };
    let is_of_file = matches!(
        fallen.problem,
        Problem::SourceMissing | Problem::SourceUnreadable { .. } | Problem::SourceChanged { .. }
    );
    (file, is_of_file.then(|| problem(&fallen.problem)))
}

fn of_source(fallen: &[Fallen], look: Look) -> String {
    let Some(first) = fallen.first() else { return String::new() };
    match head(first) {
        (file, Some(wrong)) => {
            let lines = fallen
                .iter()
                .map(|one| wrap(&format!("{}{}", one.said, place(one)), look.width, "  ", "    "));
            wrap(&format!("{}: {wrong}", look.bold(file)), look.width, "", "  ") + &lines.collect::<String>()
        }
        (file, None) => {
            let lines = fallen.iter().map(|one| self::fallen(one, look));
            format!("{}\n", look.bold(file)) + &lines.collect::<String>()
        }
    }
}

/// "1,234 quotations in 16 files stand at their places."
fn summary(report: &Report) -> String {
    let files = words::count(report.sources, "file");
    let without = match report.without_place {
        0 => String::new(),
        number => format!(
            " Of these, {} give a file and no place in it, and stand somewhere in it.",
            thousands(number)
        ),
    };
    match report.fallen.len() {
        0 => {
            let stand = if report.stand == 1 { "stands at its place" } else { "stand at their places" };
            format!("{} in {files} {stand}.{without}", quotations(report.stand))
        }
        fallen => {
            let does = if fallen == 1 { "does" } else { "do" };
            let stands = if report.stand == 1 { "stands" } else { "stand" };
            format!(
                "{} of {} {does} not stand where it is said; {} {stands}, in {files}.{without}",
                thousands(fallen),
                quotations(report.quotations()),
                thousands(report.stand)
            )
        }
    }
}

fn quotations(number: usize) -> String {
    let noun = if number == 1 { "quotation" } else { "quotations" };
    format!("{} {noun}", thousands(number))
}

/// "1,234"
fn thousands(number: usize) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

fn fallen(fallen: &Fallen, look: Look) -> String {
    let place = place(fallen);
    let head = format!("{}{place}: {}", fallen.said, problem(&fallen.problem));
    let mut out = wrap(&head, look.width, "  ", "    ");
    let (there, now) = match &fallen.problem {
        Problem::Elsewhere { there, now, .. } => (there.as_deref(), now.as_slice()),
        Problem::Nowhere { there } => (there.as_deref(), &[][..]),
        Problem::NotCited => (None, &[][..]),
        _ => return out,
    };
    let mut line = |what: &str, text: String| out.push_str(&wrap(&text, look.width, what, "           "));
    let (said, stands) = from_difference(&fallen.quote, there.unwrap_or_default());
    line("    said:  ", format!("“{said}”"));
    if there.is_some() {
        line("    there: ", format!("“{stands}”"));
    }
    if !now.is_empty() {
        line("    now:   ", now.iter().map(stand).collect::<Vec<_>>().join("; "));
    }
    out
}

/// " (page 3, characters 1204-1377)"
fn place(fallen: &Fallen) -> String {
    let page = fallen.page.map(|page| format!("page {page}"));
    let range = fallen.start.zip(fallen.end).map(|(start, end)| format!("characters {start}-{end}"));
    let parts: Vec<String> = page.into_iter().chain(range).collect();
    if parts.is_empty() { String::new() } else { format!(" ({})", parts.join(", ")) }
}

fn stand(stand: &Stand) -> String {
    format!("page {}, characters {}-{}", stand.page, stand.start, stand.end)
}

fn problem(problem: &Problem) -> String {
    match problem {
        Problem::SourceNotNamed => "no file is named".to_owned(),
        Problem::SourceMissing => "the file is not found".to_owned(),
        Problem::SourceChanged { sha256_now, stands_in_it } => {
            let words = if *stands_in_it {
                "the words stand there all the same"
            } else {
                "the words do not stand there"
            };
            format!("the file is another one, with SHA-256 {sha256_now}; {words}")
        }
        Problem::SourceUnreadable { reason } => format!("the file cannot be read: {reason}"),
        Problem::OtherPage { page_now, last_page_now } => {
            format!("the words stand on {}", words::pages(*page_now, *last_page_now))
        }
        Problem::Elsewhere { exact: true, .. } => "the words stand elsewhere in the file".to_owned(),
        Problem::Elsewhere { exact: false, .. } => {
            "the words stand in the file with other spaces, quotation marks or dashes".to_owned()
        }
        Problem::Nowhere { .. } => "the words stand nowhere in the file".to_owned(),
        Problem::PlaceUnreadable { reason } => format!("its place cannot be understood: {reason}"),
        Problem::NoWords => "there is a place, and no words".to_owned(),
        Problem::NotCited => "the words are quoted, and no citation has them".to_owned(),
    }
}

/// Both texts on one line, from shortly before the first character in which they differ.
fn from_difference(said: &str, there: &str) -> (String, String) {
    let pairs = said.chars().zip(there.chars());
    let same = pairs.take_while(|(said, there)| said == there).count();
    let from = if there.is_empty() { 0 } else { same.saturating_sub(BEFORE) };
    (shown(said, from), shown(there, from))
}

fn shown(text: &str, from: usize) -> String {
    let part: String = text.chars().skip(from).take(SHOWN).collect();
    let before = if from > 0 { "… " } else { "" };
    let after = if text.chars().count() > from + SHOWN { " …" } else { "" };
    let part = part.split_whitespace().collect::<Vec<_>>().join(" ");
    format!("{before}{part}{after}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_parted() {
        assert_eq!([0, 999, 1_000, 1_234_567].map(thousands), ["0", "999", "1,000", "1,234,567"]);
    }

    #[test]
    fn long_texts_are_shown_from_where_they_differ() {
        let same = "word ".repeat(30);
        let (said, there) = from_difference(&format!("{same}taken"), &format!("{same}token"));
        assert!(
            said.starts_with("… ") && said.ends_with("taken") && there.ends_with("token"),
            "{said} {there}"
        );
    }
}
