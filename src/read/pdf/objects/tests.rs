use std::path::Path;

use super::*;

fn letters() -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    let areas = std::fs::read_dir(folder).unwrap().map(|area| area.unwrap().path());
    let files = areas.filter(|area| area.is_dir()).flat_map(|area| std::fs::read_dir(area).unwrap());
    let pdfs = files
        .map(|file| file.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "pdf"));
    pdfs.map(|pdf| std::fs::read(pdf).unwrap()).collect()
}

fn sound(bytes: &[u8]) -> Option<File<'_>> {
    let limits = Limits::default();
    File::sound(bytes, limits, Clock::start(limits.time())).ok()
}

/// Checks each object of a file against what `lopdf` loads, and gives their number.
fn compared(bytes: &[u8]) -> usize {
    let file = sound(bytes).expect("a sound file");
    let loaded = lopdf::Document::load_mem(bytes).unwrap().objects;
    let count = loaded.len();
    for (id, object) in loaded {
        let reference = Object::Reference(id);
        match (file.resolve(&reference), Object::from(object)) {
            (Object::Stream(stream), Object::Stream(loaded)) => {
                assert_eq!(stream.dict, loaded.dict, "{id:?}");
                assert_eq!(stream.data.of(bytes), loaded.data.of(&[]), "{id:?}");
            }
            (object, loaded) => assert_eq!(*object, loaded, "{id:?}"),
        }
    }
    assert!(!file.is_amiss());
    count
}

#[test]
fn the_objects_of_sound_files_are_those_that_lopdf_loads() {
    let letters = letters();
    assert!(letters.len() > 5);
    for letter in letters {
        assert!(compared(&letter) > 10);
        let mut modern = Vec::new();
        lopdf::Document::load_mem(&letter).unwrap().save_modern(&mut modern).unwrap();
        assert!(compared(&modern) > 10);
    }
}

#[test]
fn objects_that_are_not_where_they_should_be_are_amiss() {
    let letter = &letters()[0];
    let changed = |from: &[u8], to: &[u8]| {
        let at = letter.windows(from.len()).position(|window| window == from).unwrap();
        [&letter[..at], to, &letter[at + from.len()..]].concat()
    };
    assert!(sound(&changed(b" 0 obj", b" 0 obi")).is_none());
    assert!(sound(&letter[..letter.len() / 2]).is_none());
    let unclosed = changed(b"/Catalog", b"/Catalog(");
    let amiss = sound(&unclosed).is_none_or(|file| file.catalog().is_none() && file.is_amiss());
    assert!(amiss);
}
