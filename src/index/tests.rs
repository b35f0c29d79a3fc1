use proptest::prelude::*;
use tempfile::TempDir;

use super::*;
use crate::record::Judgement;
use crate::record::sample::{Sample, letter};
use crate::store::IngestedSource;

fn source(sample: &Sample) -> IngestedSource {
    let source = &sample.record.source;
    IngestedSource {
        path: format!("{}.txt", sample.record.letter.id.replace('/', "-")),
        sha256: source.sha256.clone(),
        media_type: source.media_type.clone(),
        pages: 1,
        text: sample.text.clone(),
        rules_sha256: "rules".into(),
        read_by: "test".into(),
        ocr: false,
        letters: vec![sample.record.clone()],
        warnings: Vec::new(),
    }
}

fn ardale() -> Sample {
    let mut sample = letter("Ardale", "2018-05-03", "inspection_letter")
        .finding(
            "significant_weakness",
            Some(Judgement::Identified),
            "the weak quality of education, health and care (EHC) plans",
        )
        .evidence("Parents’ waiting times for an autism assessment are too long.")
        .finding(
            "significant_weakness",
            Some(Judgement::Identified),
            "the lack of effective co‑production with families",
        )
        .observation("Coproduction of the local offer works well.");
    sample.paragraph("The education, health and care plan of one child is a model.");
    sample
}

fn ardale_revisited() -> Sample {
    letter("Ardale", "2021-02-01", "revisit_letter")
        .finding(
            "significant_weakness",
            Some(Judgement::NotSufficient),
            "the lack of effective co-production with families",
        )
        .evidence("EHCPs are late. Families wait, and many times nobody answers.")
        .observation("Co production groups meet often.")
}

struct Searchable {
    _dir: TempDir,
    store: Store,
    synonyms: Synonyms,
}

fn searchable() -> Searchable {
    let dir = TempDir::new().unwrap();
    let mut store = Store::open_or_create(dir.path()).unwrap();
    store.replace(&[source(&ardale()), source(&ardale_revisited())]).unwrap();
    Searchable { _dir: dir, store, synonyms: crate::rules::built_in().rules.synonyms }
}

impl Searchable {
    fn index(&self) -> Index {
        Index::open(&self.store, &self.synonyms).unwrap()
    }
}

/// What of each hit is marked, by letter year, in the order of places.
fn marked(index: &Index, query: &str) -> Vec<String> {
    let mut hits = index.search(query, 100).unwrap();
    hits.sort_by_key(|hit| (hit.letter_id.clone(), hit.start));
    let words = |hit: &Hit| {
        let characters: Vec<char> = hit.quote.chars().collect();
        let range = |&(start, end): &(usize, usize)| characters[start..end].iter().collect::<String>();
        let ranges: Vec<String> = hit.matches.iter().map(range).collect();
        format!("{} {}", &hit.letter_id[7..11], ranges.join(" | "))
    };
    hits.iter().map(words).collect()
}

#[test]
fn words_are_found_in_every_ending_and_all_must_occur() {
    let index = searchable().index();
    assert_eq!(marked(&index, "assessments WAITED"), ["2018 waiting times | assessment"]);
    assert!(marked(&index, "assessments families").is_empty());
    assert_eq!(marked(&index, "lack of the families"), ["2018 lack | families", "2021 lack | families"]);
}

#[test]
fn phrases_are_exact_in_order() {
    let index = searchable().index();
    assert_eq!(marked(&index, "\"waiting times\""), ["2018 waiting times"]);
    assert!(marked(&index, "\"times waiting\"").is_empty());
    assert!(marked(&index, "\"waiting lists\"").is_empty());
}

#[test]
fn words_outside_quotation_marks_find_their_synonyms() {
    let index = searchable().index();
    let plans =
        ["2018 education, health and care (EHC) plans", "2018 education, health and care plan", "2021 EHCPs"];
    // The first stands in another order than any form; its words are all there.
    assert_eq!(marked(&index, "EHC plan"), ["2018 EHC) plans", plans[1], plans[2]]);
    assert_eq!(marked(&index, "EHCP"), ["2018 EHC) plans", plans[1], plans[2]]);
    assert_eq!(marked(&index, "\"EHCP\""), [plans[2]]);
}

#[test]
fn compounds_are_found_however_they_are_written() {
    let index = searchable().index();
    let found = ["2018 co‑production", "2018 Coproduction", "2021 co-production", "2021 Co production"];
    for query in [
        "co-production",
        "coproduction",
        "co production",
        "CO–PRODUCTION",
        "\"co production\"",
        "\"coproduction\"",
    ] {
        assert_eq!(marked(&index, query), found, "{query}");
    }
    assert_eq!(marked(&index, "\"effective coproduction with\"").len(), 2);
}

#[test]
fn or_and_minus() {
    let index = searchable().index();
    assert_eq!(marked(&index, "autism OR groups"), ["2018 autism", "2021 groups"]);
    assert_eq!(marked(&index, "co-production -families").len(), 2);
    assert_eq!(marked(&index, "plan -\"one child\" -EHCPs"), ["2018 plans"]);
    let without = index.search("-co-production", 100).unwrap();
    assert!(without.len() > 2 && without.iter().all(|hit| !hit.quote.contains("roduction")));
}

#[test]
fn hits_say_what_and_where_they_are() {
    let sample = ardale();
    let index = searchable().index();
    let hits = index.search("autism", 10).unwrap();
    let finding_id = sample.record.findings[0].id.clone();
    assert_eq!(hits[0].passage, PassageKind::Evidence { finding_id });
    let text: String = sample.text.chars().skip(hits[0].start).take(hits[0].end - hits[0].start).collect();
    assert_eq!(text, hits[0].quote);
    let hits = index.search("model", 10).unwrap();
    assert_eq!((&hits[0].passage, hits[0].page), (&PassageKind::Paragraph, 1));
    let text: String = sample.text.chars().skip(hits[0].start).take(hits[0].end - hits[0].start).collect();
    assert_eq!(text, hits[0].quote);
}

#[test]
fn equal_hits_come_by_date_and_the_limit_cuts_the_rest() {
    let index = searchable().index();
    let hits = index.search("\"lack of effective\"", 10).unwrap();
    assert_eq!(hits[0].score, hits[1].score);
    assert!(hits[0].letter_id.contains("2018") && hits[1].letter_id.contains("2021"));
    assert_eq!(index.search("\"lack of effective\"", 1).unwrap(), hits[..1]);
    assert!(index.search("\"lack of effective\"", 0).unwrap().is_empty());
}

#[test]
fn words_that_occur_nowhere_are_given_near_ones() {
    let index = searchable().index();
    let suggestions = index.suggest("autsim waiting EHCNA coproduction \"familes\"").unwrap();
    let plain: Vec<(&str, Vec<&str>)> = suggestions
        .iter()
        .map(|one| (one.word.as_str(), one.near.iter().map(String::as_str).collect()))
        .collect();
    assert_eq!(plain, [("autsim", vec!["autism"]), ("ehcna", vec![]), ("familes", vec!["families"])]);
}

#[test]
fn the_index_follows_the_store() {
    let mut searchable = searchable();
    assert_eq!(searchable.index().search("autism", 9).unwrap().len(), 1);
    searchable.store.forget(&["ardale-2018-05-03-inspection_letter.txt".into()]).unwrap();
    assert!(searchable.index().search("autism", 9).unwrap().is_empty());
    assert_eq!(searchable.index().search("families", 9).unwrap().len(), 2);
}

#[test]
fn an_index_that_is_there_is_used_again() {
    let searchable = searchable();
    searchable.index();
    let meta = searchable.store.dir().join("index/meta.json");
    let made = std::fs::metadata(&meta).unwrap().modified().unwrap();
    searchable.index();
    assert_eq!(std::fs::metadata(&meta).unwrap().modified().unwrap(), made);
}

#[test]
fn a_damaged_index_is_made_again() {
    let searchable = searchable();
    searchable.index();
    let folder = searchable.store.dir().join("index");
    for damage in ["meta.json", ".store", ".term", ".pos"] {
        for entry in std::fs::read_dir(&folder).unwrap().flatten() {
            if entry.file_name().to_string_lossy().ends_with(damage) {
                // A file that is mapped must not shrink under its reader: another takes its place.
                std::fs::remove_file(entry.path()).unwrap();
                std::fs::write(entry.path(), "nothing of use").unwrap();
            }
        }
        assert_eq!(searchable.index().search("autism", 9).unwrap().len(), 1, "{damage}");
    }
    std::fs::remove_dir_all(&folder).unwrap();
    assert_eq!(searchable.index().search("autism", 9).unwrap().len(), 1);
}

#[test]
fn without_a_folder_to_write_in_the_index_is_in_memory() {
    let searchable = searchable();
    std::fs::write(searchable.store.dir().join("index"), "a file in its place").unwrap();
    assert_eq!(searchable.index().search("autism", 9).unwrap().len(), 1);
}

#[test]
fn programs_that_open_it_at_once_all_get_it() {
    let searchable = searchable();
    let (dir, synonyms) = (searchable.store.dir(), &searchable.synonyms);
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                let store = Store::open(dir).unwrap();
                let index = Index::open(&store, synonyms).unwrap();
                assert_eq!(index.search("autism", 9).unwrap().len(), 1);
            });
        }
    });
}

#[test]
fn no_query_is_an_error() {
    let index = searchable().index();
    proptest!(|(query in QUERY)| {
        for hit in index.search(&query, 5).unwrap() {
            let length = hit.quote.chars().count();
            prop_assert!(hit.matches.iter().all(|&(start, end)| start < end && end <= length));
        }
        index.suggest(&query).unwrap();
    });
}

/// Words that occur mixed with anything that can be typed.
const QUERY: &str = "(( |-|\"|“|\\*|\\(|:|OR |AND |waiting|plan|co|EHC|production|autism|\\PC){0,12})";
