use proptest::prelude::*;

use super::maker::{Maker, element};
use super::{outline_of, read};
use crate::read::ReadError;

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
    assert_eq!(reading.warnings[0].message, "pages 1, 3 hold no text");
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
    maker.draw(1, &" ".repeat(super::super::limits::STREAM_BYTES + 1));
    assert!(matches!(read(&maker.untagged()), Err(ReadError::OverLimit(_))));
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

/// Public test files that break readers; each must give text or a typed error.
#[test]
fn hostile_files_give_text_or_an_error() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/hostile");
    let Ok(entries) = std::fs::read_dir(folder) else {
        println!("skipped: {folder} is not there");
        return;
    };
    for path in entries.flatten().map(|entry| entry.path()) {
        let started = std::time::Instant::now();
        let _ = read(&std::fs::read(&path).unwrap());
        assert!(started.elapsed().as_secs() < 10, "{} takes too long", path.display());
    }
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
