use proptest::prelude::*;

use super::maker::{Maker, element};
use super::{outline_of, read, read_file};
use crate::read::{Limit, Limits, ReadError};

fn letter() -> Vec<u8> {
    let mut maker = Maker::new(2);
    let first = maker.marked(1, 72, 700, "Dear Director");
    let second = maker.marked(2, 72, 700, "\\225 Leaders act.");
    let list = element("L", [element("LI", [element("LBody", [second])])]);
    maker.tagged(vec![element("P", [first]), list])
}

#[test]
fn a_file_without_text_is_scanned_and_a_page_without_is_a_warning() {
    let empty = Maker::new(2).untagged();
    assert_eq!(read(&empty).unwrap_err(), ReadError::Scanned { pages: 2 });
    let mut maker = Maker::new(3);
    maker.text(2, 72, 700, "Dear Director");
    let reading = read(&maker.untagged()).unwrap();
    assert_eq!(reading.document.provenance().pages(), 3);
    assert_eq!(reading.warnings.len(), 1);
    assert_eq!(reading.warnings[0].message, "pages 1 and 3 hold no text");
}

#[test]
fn a_file_cut_short_is_damaged_or_read_in_part() {
    let bytes = letter();
    for length in (0..bytes.len()).step_by(37) {
        if let Err(error) = read(&bytes[..length]) {
            assert!(matches!(error, ReadError::DamagedPdf(_) | ReadError::Scanned { .. }), "{error}");
        }
    }
}

#[test]
fn a_page_that_inflates_without_end_is_over_the_limit() {
    let mut maker = Maker::new(1);
    maker.draw(1, &" ".repeat((32 << 20) + 1));
    let over = Limits::default().exceeded(Limit::StreamBytes);
    assert_eq!(read(&maker.untagged()).unwrap_err(), ReadError::OverLimit("PDF", over));
}

#[test]
fn deep_nesting_ends_in_an_error_and_not_the_stack() {
    for (open, close) in [("[", "]"), ("<</A ", ">>"), ("(", ")")] {
        let nested = format!("{}{}", open.repeat(50_000), close.repeat(50_000));
        let mut bytes = letter();
        bytes.extend_from_slice(format!("\n99 0 obj\n{nested}\nendobj\n").as_bytes());
        let _ = read(&bytes);
        // Without its cross-references the file is searched for objects.
        let broken = String::from_utf8_lossy(&bytes).replace("startxref", "startxxxx").into_bytes();
        let _ = read(&broken);
        let mut maker = Maker::new(1);
        maker.draw(1, &nested);
        maker.text(1, 72, 700, "Dear Director");
        let _ = read(&maker.untagged());
    }
}

#[test]
fn unbalanced_and_unknown_operators_do_no_harm() {
    let mut maker = Maker::new(1);
    maker.draw(1, "Q Q EMC EMC /Nothing Do /F9 12 Tf (lost) Tj ] >> 1 2 3 foo\n");
    maker.draw(1, &"q ".repeat(1000));
    maker.draw(1, &"/Span BMC ".repeat(1000));
    maker.text(1, 72, 700, "Dear Director");
    assert_eq!(outline_of(&maker.untagged()), ["p: Dear Director"]);
}

/// No file may take longer, even in a build without optimisation.
const LONGEST: std::time::Duration = std::time::Duration::from_secs(2);

/// Reads without the last resort of [`read`], so that a panic fails the test, and in time.
fn read_bare(bytes: &[u8], name: &str) {
    let started = std::time::Instant::now();
    let read = std::panic::catch_unwind(|| read_file(bytes).is_ok());
    assert!(read.is_ok(), "{name} makes the reader panic");
    assert!(started.elapsed() < LONGEST, "{name} takes {:?}", started.elapsed());
}

/// Public test files that break readers; each must give text or a typed error.
#[test]
fn hostile_files_give_text_or_an_error() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/hostile");
    let Ok(entries) = std::fs::read_dir(folder) else {
        println!("skipped: {folder} is not there");
        return;
    };
    for path in entries.flatten().map(|entry| entry.path()) {
        read_bare(&std::fs::read(&path).unwrap(), &path.display().to_string());
    }
}

/// The PDFs of the corpus, in order of name.
fn letters() -> Vec<(String, Vec<u8>)> {
    let areas = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/corpus")).unwrap();
    let files = areas.filter_map(|area| std::fs::read_dir(area.unwrap().path()).ok()).flatten();
    let mut paths: Vec<_> = files.map(|file| file.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "pdf"));
    paths.sort();
    assert!(!paths.is_empty(), "the corpus has no PDFs");
    paths.iter().map(|path| (path.display().to_string(), std::fs::read(path).unwrap())).collect()
}

#[test]
fn letters_cut_short_anywhere_do_no_harm() {
    for (name, bytes) in letters() {
        for part in 0..32 {
            let length = bytes.len() * part / 32;
            read_bare(&bytes[..length], &format!("{name} cut at {length}"));
        }
    }
}

#[test]
fn letters_with_bytes_changed_do_no_harm() {
    for (name, bytes) in letters() {
        for seed in 1..=48 {
            read_bare(&scrambled(&bytes, seed), &format!("{name} scrambled with seed {seed}"));
        }
    }
}

/// Changes a few bytes: those of a number to another digit, so that lengths, offsets and references go wrong
/// as well, and any others to anything.
fn scrambled(bytes: &[u8], seed: u64) -> Vec<u8> {
    let mut state = seed;
    let mut next = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize
    };
    let mut bytes = bytes.to_vec();
    for _ in 0..1 + seed {
        let at = next() % bytes.len();
        bytes[at] = if bytes[at].is_ascii_digit() { b'0' + (next() % 10) as u8 } else { next() as u8 };
    }
    bytes
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn changed_bytes_never_panic(changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..20)) {
        let mut bytes = letter();
        for (index, byte) in changes {
            let at = index.index(bytes.len());
            bytes[at] = byte;
        }
        let _ = read(&bytes);
    }

    #[test]
    fn any_content_never_panics(
        operators in "(BT |ET |q |Q |/F1 12 Tf |\\(a b\\) Tj |\\[\\(a\\) -300 <62>\\] TJ |T\\* |-?[0-9]{1,9} |Td |Tm |cm |Tz |/P <</MCID 0>> BDC |EMC |BI ID x EI |\\(x\\) ' |/F1 Do ){0,60}"
    ) {
        let mut maker = Maker::new(1);
        maker.draw(1, &operators);
        let _ = read(&maker.untagged());
        let _ = read(&maker.tagged(vec![element("P", [super::maker::Tag::Content(1, 0)])]));
    }
}
