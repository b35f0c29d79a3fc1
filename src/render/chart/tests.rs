use quick_xml::Reader;
use quick_xml::events::Event;

use super::heat_map;
use crate::query::LetterFilter;
use crate::query::Library;
use crate::query::compare::{Comparison, Dimension, Matrix, Measure, compare};
use crate::record::Judgement;
use crate::record::sample::letter;
use crate::store::StoredLetter;

/// Areas with names that XML has marks for, and a year in which one of them has no letter.
fn matrix(measure: Measure) -> Matrix {
    let mut samples = [
        letter("Sands & <Saltings>", "2018-05-01", "inspection_letter"),
        letter("Sands & <Saltings>", "2021-05-01", "revisit_letter"),
        letter("Birchcombe", "2018-09-01", "inspection_letter"),
    ];
    for (at, judgement) in [Judgement::Identified, Judgement::NotSufficient].into_iter().enumerate() {
        samples[at] = samples[at].clone().finding("significant_weakness", Some(judgement), "a weakness");
        samples[at].record.findings[0].themes = vec!["co_production".to_owned()];
    }
    let stored =
        samples.map(|sample| StoredLetter { record: sample.record, warnings: vec![], also_in: vec![] });
    let (rows, columns) = (Dimension::Area, Dimension::Year);
    let comparison = Comparison { filter: LetterFilter::default(), rows, columns, measure, together: false };
    compare(&Library::new(stored.into()), &crate::rules::built_in().rules, &comparison)
}

/// The texts that stand in elements of a name; fails where the file is not well-formed.
fn texts(svg: &str, name: &str) -> Vec<String> {
    let mut reader = Reader::from_str(svg);
    let (mut inside, mut texts) = (false, Vec::new());
    loop {
        match reader.read_event().unwrap() {
            Event::Start(tag) if tag.name().as_ref() == name => {
                inside = true;
                texts.push(String::new());
            }
            Event::End(tag) if tag.name().as_ref() == name => inside = false,
            Event::Text(text) if inside => texts.last_mut().unwrap().push_str(&text),
            Event::GeneralRef(mark) if inside => {
                let mark = format!("&{};", &*mark);
                texts.last_mut().unwrap().push_str(&quick_xml::escape::unescape(&mark).unwrap());
            }
            Event::Eof => return texts,
            _ => {}
        }
    }
}

#[test]
fn every_cell_says_in_words_what_its_colour_says() {
    let svg = heat_map(&matrix(Measure::Share));
    let texts = texts(&svg, "text");
    for text in ["Sands & <Saltings>", "Birchcombe", "2018", "2021", "1 of 1", "0 of 1"] {
        assert!(texts.iter().any(|found| found == text), "{text}: {texts:?}");
    }
    assert!(texts.contains(&"Share of letters with a finding, by area and year".to_owned()), "{texts:?}");
    let counts = self::texts(&heat_map(&matrix(Measure::Judgement)), "text");
    for text in ["1 identified", "1 not sufficient", "0"] {
        assert!(counts.iter().any(|found| found == text), "{text}: {counts:?}");
    }
}

#[test]
fn a_blank_is_hatched_and_a_zero_is_not() {
    let svg = heat_map(&matrix(Measure::Count));
    let told = texts(&svg, "title");
    assert!(
        told.contains(
            &"Birchcombe, 2021: blank, no letter held could have said it (0 letters held)".to_owned()
        )
    );
    let cell = |told: &str| svg.split("<g>").find(|cell| cell.contains(told)).unwrap().to_owned();
    assert!(cell("Birchcombe, 2021").contains("url(#blank)"));
    assert!(!cell("Birchcombe, 2018").contains("url(#blank)"));
    assert!(cell("Birchcombe, 2018").contains(">0</text>"));
}

#[test]
fn the_picture_needs_nothing_else_and_says_what_it_is() {
    let svg = heat_map(&matrix(Measure::Count));
    assert!(svg.contains("role=\"img\""), "{svg}");
    assert_eq!(texts(&svg, "title")[0], "Findings by area and year");
    let about = &texts(&svg, "desc")[0];
    assert!(about.starts_with("3 letters held of 2 areas; each could have named a finding."), "{about}");
    let outside = ["<script", "href", "<style", "<image", "@import"];
    assert!(outside.iter().all(|reference| !svg.contains(reference)));
    assert_eq!(svg.matches("http").count(), 1, "the namespace alone");
}

#[test]
fn the_same_matrix_gives_the_same_bytes() {
    assert_eq!(heat_map(&matrix(Measure::Count)), heat_map(&matrix(Measure::Count)));
}
