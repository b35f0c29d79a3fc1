use serde_json::Value;

use super::*;
use crate::query::Library;
use crate::record::Judgement;
use crate::record::sample::{Sample, letter};
use crate::rules;
use crate::store::StoredLetter;

/// The files for one letter, whose text and statements hold characters of several bytes.
fn exported() -> (Sample, Vec<Value>) {
    let sample = letter("Northmere", "2021-11-17", "revisit_letter")
        .finding("significant_weakness", Some(Judgement::Sufficient), "The area’s “local offer” – too thin.")
        .evidence("Families say that it’s improved.")
        .observation("Leaders know the area’s schools well.");
    let stored = StoredLetter { record: sample.record.clone(), warnings: Vec::new(), also_in: Vec::new() };
    let library = Library::new(vec![stored]);
    let text = sample.text.clone();
    let rules = rules::built_in().rules;
    let files = files(&Held::new(&library, &rules, &[]), |_| Ok(Some(text.clone()))).unwrap();
    let values = files.iter().map(|file| serde_json::from_slice(&file.bytes).unwrap()).collect();
    (sample, values)
}

fn items(collection: &Value) -> &[Value] {
    collection["first"]["items"].as_array().unwrap()
}

#[test]
fn every_selector_gives_the_words_of_the_text() {
    let (sample, files) = exported();
    let text: Vec<char> = sample.text.chars().collect();
    let slice = |start: usize, end: usize| text[start..end].iter().collect::<String>();
    let items = items(&files[0]);
    assert_eq!(items.len(), 3);
    for item in items {
        let selectors = &item["target"]["selector"];
        let words = |key: &str| selectors[0][key].as_str().unwrap();
        let place = |key: &str| usize::try_from(selectors[1][key].as_u64().unwrap()).unwrap();
        let (start, end) = (place("start"), place("end"));
        assert_eq!(words("exact"), slice(start, end));
        assert_eq!(words("prefix"), slice(start.saturating_sub(32), start));
        assert_eq!(words("suffix"), slice(end, (end + 32).min(text.len())));
        let whole = [words("prefix"), words("exact"), words("suffix")].concat();
        assert!(sample.text.contains(&whole), "{whole}");
    }
}

#[test]
fn every_annotation_has_what_the_model_asks_for_and_no_two_have_one_name() {
    let (_, files) = exported();
    let collection = &files[0];
    assert_eq!(collection["@context"][0], "http://www.w3.org/ns/anno.jsonld");
    assert_eq!(
        (collection["type"].as_str(), &collection["total"]),
        (Some("AnnotationCollection"), &3.into())
    );
    let mut names: Vec<&str> = items(collection).iter().map(|item| item["id"].as_str().unwrap()).collect();
    assert_eq!(
        names[0],
        "urn:throughline:annotation:northmere/2021-11-17/revisit_letter/significant_weakness/1/statement"
    );
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), 3);
    for item in items(collection) {
        assert_eq!(item["type"], "Annotation");
        assert!(item["target"]["source"]["id"].as_str().unwrap().starts_with("ni:///sha-256;"));
        assert!(item.get("created").is_none());
    }
}

#[test]
fn every_concept_that_an_annotation_names_stands_in_a_scheme() {
    let (_, files) = exported();
    let graph = |file: &Value| file["graph"].as_array().unwrap().clone();
    let concepts: Vec<Value> = [graph(&files[1]), graph(&files[2])].concat();
    let bodies = items(&files[0]).iter().flat_map(|item| item["body"].as_array().unwrap());
    let named: Vec<&Value> = bodies.filter_map(|body| body.get("source")).collect();
    assert!(named.len() >= 4, "{named:?}");
    for name in named {
        let concept = concepts.iter().find(|concept| concept["id"] == *name);
        let concept = concept.unwrap_or_else(|| panic!("{name} is no concept"));
        assert!(concept["prefLabel"]["en"].is_string());
        assert!(concepts.iter().any(|scheme| scheme["id"] == concept["inScheme"]));
    }
}
