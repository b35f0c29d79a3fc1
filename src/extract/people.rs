use super::fired::Gave;
use super::letter::Letter;
use super::view::{Match, View};
use crate::record::Person;
use crate::rules::person::PersonRule;
use crate::text::Folded;

/// The people that a letter names; one with two roles stands there twice.
pub fn people(view: &View<'_>, letter: &Letter<'_>) -> Vec<Person> {
    let mut people: Vec<Person> = Vec::new();
    for rule in &letter.family.people {
        for block in letter.in_scope(view, &rule.scope) {
            for person in in_block(view, letter, rule, block) {
                if !people.contains(&person) {
                    let last = if rule.below.is_empty() { block } else { block + 1 };
                    letter.fired(&rule.id, view.block(block).span.to(view.block(last).span), Gave::Person);
                    people.push(person);
                }
            }
        }
    }
    people
}

fn in_block(view: &View<'_>, letter: &Letter<'_>, rule: &PersonRule, block: usize) -> Vec<Person> {
    let below = match rule.below.is_empty() {
        true => None,
        false => match role_below(view, letter, rule, block) {
            None => return Vec::new(),
            below => below,
        },
    };
    let mut people = Vec::new();
    for found in view.find_all(&rule.pattern, block) {
        let word = |name| word(view, &found, name).or_else(|| word(view, below.as_ref()?, name));
        let Some(name) = word("name").filter(|name| is_name(rule, name)) else { continue };
        let organisation = word("organisation")
            .or_else(|| column_header(view, letter, block))
            .or_else(|| rule.organisation.clone());
        people.push(Person { name, role: word("role"), organisation });
    }
    people
}

fn word(view: &View<'_>, found: &Match<'_>, name: &str) -> Option<String> {
    found.group(name).map(|span| view.document.slice(span).to_owned())
}

fn role_below<'v>(
    view: &'v View<'_>,
    letter: &Letter<'_>,
    rule: &PersonRule,
    block: usize,
) -> Option<Match<'v>> {
    let below = Some(block + 1).filter(|below| letter.blocks.contains(below))?;
    view.find(&rule.below, below)
}

fn is_name(rule: &PersonRule, name: &str) -> bool {
    let name = Folded::new(name, 0);
    !rule.no_name.iter().any(|pattern| pattern.is_match(&name))
}

/// What stands at the top of a block's column.
fn column_header(view: &View<'_>, letter: &Letter<'_>, block: usize) -> Option<String> {
    let cell = view.block(block).cell?;
    let mut above = letter.blocks.clone().take_while(|&other| other < block);
    let header = above.find(|&other| {
        view.block(other).cell.is_some_and(|top| (top.table, top.column) == (cell.table, cell.column))
    })?;
    Some(view.text(header).to_owned())
}
