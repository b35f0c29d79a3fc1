//! The chart of judgements: a bar for each letter, or year, as inline SVG. Segments differ in pattern as well as in
//! colour and carry their numbers; the table beside the chart has the same data.

use super::html::escape;
use crate::query::brief::Tally;

const WIDTH: usize = 720;
const LABELS: usize = 190;
const BAR: usize = 20;
const ROW: usize = 28;
const LEGEND: usize = 34;

/// A kind of segment: its class, what the legend calls it, its colour, and the pattern drawn over that.
struct Kind {
    class: &'static str,
    label: &'static str,
    fill: &'static str,
    pattern: &'static str,
    count: fn(&Tally) -> usize,
}

const KINDS: [Kind; 4] = [
    Kind { class: "named", label: "named", fill: "#ffffff", pattern: "", count: |tally| tally.named },
    Kind {
        class: "settled",
        label: "sufficient or effective",
        fill: "#bfe3d0",
        pattern: "",
        count: |tally| tally.settled,
    },
    Kind {
        class: "not-settled",
        label: "not sufficient or not effective",
        fill: "#f7c9a9",
        pattern: "<path d=\"M-2 2l4-4M0 8l8-8M6 10l4-4\" stroke=\"#a8501a\" stroke-width=\"1\"/>",
        count: |tally| tally.not_settled,
    },
    Kind {
        class: "not-judged",
        label: "restated, not judged",
        fill: "#e3e3e3",
        pattern: "<circle cx=\"2\" cy=\"2\" r=\"0.9\" fill=\"#555\"/><circle cx=\"6\" cy=\"6\" r=\"0.9\" \
                  fill=\"#555\"/>",
        count: |tally| tally.not_judged,
    },
];

/// Nothing where there is nothing to show.
pub fn judgements(tallies: &[Tally]) -> String {
    let Some(most) = tallies.iter().map(Tally::total).max().filter(|most| *most > 0) else {
        return String::new();
    };
    let height = LEGEND + ROW * tallies.len() + 4;
    let rows = tallies.iter().enumerate().map(|(at, tally)| bar(tally, LEGEND + at * ROW, most));
    format!(
        "<figure class=\"chart\">\n<svg role=\"img\" aria-labelledby=\"chart-title chart-desc\" \
         viewBox=\"0 0 {WIDTH} {height}\">\n\
         <title id=\"chart-title\">Judgements by letter and year</title>\n<desc id=\"chart-desc\">{}</desc>\n\
         <defs>{}</defs>\n{}{}</svg>\n</figure>\n",
        description(tallies),
        KINDS.iter().map(pattern).collect::<String>(),
        legend(),
        rows.collect::<String>(),
    )
}

/// The chart in words: "2021 revisit letter: 7 sufficient progress or effective action, 5 ...".
fn description(tallies: &[Tally]) -> String {
    let of_one = |tally: &Tally| {
        let counts = KINDS.iter().filter(|kind| (kind.count)(tally) > 0);
        let counts: Vec<String> =
            counts.map(|kind| format!("{} {}", (kind.count)(tally), kind.label)).collect();
        format!("{}: {}.", escape(&tally.label), counts.join(", "))
    };
    tallies.iter().map(of_one).collect::<Vec<_>>().join(" ")
}

fn pattern(kind: &Kind) -> String {
    format!(
        "<pattern id=\"p-{}\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\"><rect width=\"8\" \
         height=\"8\" fill=\"{}\"/>{}</pattern>",
        kind.class, kind.fill, kind.pattern
    )
}

fn legend() -> String {
    let mut x = 0;
    let entries = KINDS.iter().map(|kind| {
        let at = x;
        x += 48 + kind.label.len() * 6;
        segment(kind, at, 4, 14, 14)
            + &format!("<text x=\"{}\" y=\"15.5\" font-size=\"11.5\">{}</text>\n", at + 19, kind.label)
    });
    entries.collect()
}

fn bar(tally: &Tally, top: usize, most: usize) -> String {
    let middle = top + BAR / 2 + 4;
    let mut out = format!(
        "<text x=\"{}\" y=\"{middle}\" text-anchor=\"end\" font-size=\"12.5\">{}</text>\n",
        LABELS - 8,
        escape(&tally.label)
    );
    let mut before = 0;
    for kind in &KINDS {
        let count = (kind.count)(tally);
        if count == 0 {
            continue;
        }
        let place = |number: usize| LABELS + number * (WIDTH - LABELS - 4) / most;
        let (x, end) = (place(before), place(before + count));
        out.push_str(&segment(kind, x, top, end - x, BAR));
        out.push_str(&number(count, (x + end) / 2, middle));
        before += count;
    }
    out
}

fn segment(kind: &Kind, x: usize, y: usize, width: usize, height: usize) -> String {
    let class = kind.class;
    format!(
        "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"url(#p-{class})\" \
         stroke=\"#222\"/>\n"
    )
}

/// A number on a plain ground, so that the pattern behind it does not blur it.
fn number(count: usize, x: usize, y: usize) -> String {
    let half = 5 + 4 * count.to_string().len();
    format!(
        "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"15\" rx=\"3\" fill=\"#fff\"/>\
         <text x=\"{x}\" y=\"{y}\" text-anchor=\"middle\" font-size=\"12.5\">{count}</text>\n",
        x.saturating_sub(half),
        y - 12,
        2 * half
    )
}
