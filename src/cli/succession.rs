//! Areas that were abolished and those that took over from them: the letters of each stand under its own name, and
//! their findings are not linked, since only a part of what one was judged on passed to the other.

use super::filters::Names;
use super::terminal::Terminal;
use crate::query::words;
use crate::rules::{LocalArea, RuleSet};

/// Says which letters are held about the areas that an area took over from, or that took over from it, and how to
/// see them.
pub fn tell(area: &str, names: &Names<'_>, rules: &RuleSet, terminal: &Terminal) {
    let Some(known) = rules.gazetteer.find(area) else { return };
    let held = |areas: Vec<&LocalArea>| -> Vec<String> {
        let of_area = |it: &&LocalArea| names.areas().contains(&it.name.as_str());
        areas.into_iter().filter(of_area).map(|it| it.name.clone()).collect()
    };
    for before in held(rules.gazetteer.predecessors(known)) {
        let note = format!("{} took over from {before}, about which letters are held too", known.name);
        terminal.note(&format!("{note}: see them with --area \"{before}\""));
    }
    let after = held(rules.gazetteer.successors(known));
    if !after.is_empty() {
        let see: Vec<String> = after.iter().map(|after| format!("--area \"{after}\"")).collect();
        let (after, see) = (words::list(&after), see.join(" or "));
        let note =
            format!("{} was abolished; letters are held about {after} too, which took over", known.name);
        terminal.note(&format!("{note}: see them with {see}"));
    }
}
