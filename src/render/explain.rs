use super::Look;
use super::quote::quotation;
use super::wrap::{paragraph, unbroken, wrap};
use crate::query::explain::{Explained, RuleAt, Step};

/// Findings, each with the rules that made it.
pub fn explain(explained: &[Explained], look: Look) -> String {
    let each: Vec<String> = explained.iter().map(|it| finding(it, look)).collect();
    each.join("\n")
}

fn finding(explained: &Explained, look: Look) -> String {
    let mut out = format!("{}\n", look.bold(&explained.heading));
    out.push_str(&paragraph(&explained.statement, look.width, "  "));
    out.push_str(&format!("  {}\n\n", look.dim(&explained.finding)));
    for (index, it) in explained.steps.iter().enumerate() {
        out.push_str(&step(index + 1, it, look));
    }
    out
}

fn step(number: usize, step: &Step, look: Look) -> String {
    let mut out = wrap(&step.what, look.width, &format!("{number:>2}. "), "    ");
    for passage in &step.passages {
        out.push_str(&quotation(passage, look, "    • ", "      "));
    }
    out + &step.rule.as_ref().map_or_else(String::new, |rule| rule_line(rule, look, "    "))
}

/// "rule send/revisit-letter#verdict, rules/send/revisit-letter.toml:57".
pub fn rule_line(rule: &RuleAt, look: Look, indent: &str) -> String {
    let place = rule.place.as_ref().map_or_else(String::new, |place| format!(", {}", unbroken(place)));
    look.dim(&wrap(&format!("rule {}{place}", rule.id), look.width, indent, indent))
}
