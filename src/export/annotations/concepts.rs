//! The concepts that annotations name, as SKOS concept schemes in JSON-LD.

use serde_json::{Map, Value, json};

use super::iri;
use super::quoted::concept;
use crate::query::words;
use crate::record::{EvidenceRole, Judgement, Polarity};
use crate::rules::{Pack, RuleSet, Theme};
use crate::text::one_line;

/// Labels and notes are by language; the rest names other things.
fn context() -> Value {
    let by_language = |term: &str| json!({ "@id": format!("skos:{term}"), "@container": "@language" });
    let naming = |term: &str| json!({ "@id": format!("skos:{term}"), "@type": "@id" });
    json!({
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "id": "@id",
        "type": "@type",
        "graph": "@graph",
        "prefLabel": by_language("prefLabel"),
        "scopeNote": by_language("scopeNote"),
        "notation": "skos:notation",
        "inScheme": naming("inScheme"),
        "topConceptOf": naming("topConceptOf"),
        "hasTopConcept": naming("hasTopConcept"),
        "member": naming("member"),
    })
}

pub fn document(graph: Vec<Value>) -> Value {
    json!({ "@context": context(), "graph": graph })
}

/// The themes of every pack that has any: a scheme, its concepts, and their groups as collections.
pub fn themes(rules: &RuleSet) -> Vec<Value> {
    rules.packs.iter().flat_map(|pack| of_pack(pack, rules)).collect()
}

fn of_pack(pack: &Pack, rules: &RuleSet) -> Vec<Value> {
    let themes: Vec<&Theme> = rules.themes.iter().filter(|theme| theme.pack == pack.id).collect();
    let concepts = themes.iter().map(|theme| Concept {
        id: iri::theme(&pack.id, &theme.id),
        notation: &theme.id,
        label: theme.label.clone(),
        note: Some(one_line(&theme.scope_note)),
    });
    let title = format!("Themes of the pack {}, version {}", pack.id, pack.version);
    let mut graph = scheme(iri::name(&[&pack.id, "themes"]), &title, concepts.collect());
    graph.extend(groups(pack, &themes));
    graph
}

/// The groups of a pack's themes, in the order of their first themes.
fn groups(pack: &Pack, themes: &[&Theme]) -> Vec<Value> {
    let mut names: Vec<&str> = Vec::new();
    for theme in themes {
        if !names.contains(&theme.group.as_str()) {
            names.push(&theme.group);
        }
    }
    let group = |name: &&str| {
        let members = themes.iter().filter(|theme| theme.group == **name);
        let members: Vec<String> = members.map(|theme| iri::theme(&pack.id, &theme.id)).collect();
        json!({
            "id": iri::name(&[&pack.id, "theme_group", &name.to_lowercase().replace(' ', "-")]),
            "type": "skos:Collection",
            "prefLabel": { "en": name },
            "member": members,
        })
    };
    names.iter().map(group).collect()
}

/// The other names that annotations give: kinds of findings, judgements, outcomes and so on.
pub fn vocabulary(rules: &RuleSet) -> Vec<Value> {
    let known = &rules.vocabulary;
    let declared = |name: &str, title: &str, terms: &[crate::rules::names::Term]| {
        let terms = terms.iter().map(|term| (term.name.clone(), term.label.clone()));
        list(name, title, terms.collect())
    };
    let plain = |name: &str| (name.to_owned(), words::letter_kind(name));
    let judgements =
        Judgement::ALL.iter().map(|it| (it.name().to_owned(), words::judgement(Some(*it)).to_owned()));
    [
        declared("finding_kind", "Kinds of findings", &known.finding_kinds),
        list("judgement", "Judgements", judgements.collect()),
        declared("outcome", "Outcomes of letters", &[&known.outcomes[..], &known.grades].concat()),
        declared("grade", "Grades", &known.grades),
        declared("event", "Kinds of events", &known.events),
        list(
            "evidence_role",
            "Whose words evidence is",
            EvidenceRole::NAMES.iter().map(|name| plain(name)).collect(),
        ),
        list(
            "polarity",
            "What bullets under no finding are",
            Polarity::NAMES.iter().map(|name| plain(name)).collect(),
        ),
    ]
    .concat()
}

fn list(name: &str, title: &str, terms: Vec<(String, String)>) -> Vec<Value> {
    let concepts = terms.iter().map(|(term, label)| Concept {
        id: concept(name, term),
        notation: term,
        label: label.clone(),
        note: None,
    });
    scheme(iri::name(&[name]), title, concepts.collect())
}

struct Concept<'a> {
    id: String,
    notation: &'a str,
    label: String,
    note: Option<String>,
}

/// A scheme and its concepts, all of which stand at its top; nothing for one without concepts.
fn scheme(id: String, title: &str, concepts: Vec<Concept<'_>>) -> Vec<Value> {
    if concepts.is_empty() {
        return Vec::new();
    }
    let top: Vec<&str> = concepts.iter().map(|concept| concept.id.as_str()).collect();
    let scheme = json!({
        "id": id,
        "type": "skos:ConceptScheme",
        "prefLabel": { "en": title },
        "hasTopConcept": top,
    });
    let concepts = concepts.iter().map(|concept| {
        let mut object = Map::new();
        let mut put = |key: &str, value: Value| drop(object.insert(key.to_owned(), value));
        put("id", concept.id.as_str().into());
        put("type", "skos:Concept".into());
        put("prefLabel", json!({ "en": concept.label }));
        put("notation", concept.notation.into());
        if let Some(note) = &concept.note {
            put("scopeNote", json!({ "en": note }));
        }
        put("inScheme", id.as_str().into());
        put("topConceptOf", id.as_str().into());
        Value::Object(object)
    });
    std::iter::once(scheme).chain(concepts).collect()
}
