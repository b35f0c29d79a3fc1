//! `show FINDING --image`: what it refuses in every build, and what it draws where the renderer is built.

use crate::bench::{Bench, letter, stderr};

const LETTER: &str = "elverdale/2021-07-02-revisit-letter.pdf";
const FINDING: &str = "elverdale/2021-07-02/revisit_letter/significant_weakness/2";

/// A bench whose store holds a letter that lies beside it as `letter.pdf`.
fn bench() -> Bench {
    let bench = Bench::new();
    bench.write("letter.pdf", letter(LETTER));
    bench.run(&["--quiet", "ingest", "letter.pdf"]).success();
    bench
}

/// What is said of a call that cannot be answered.
fn refusal(bench: &Bench, arguments: &[&str]) -> String {
    let said = stderr(&bench.run(&[&["show", "--image", "out.png"], arguments].concat()).code(2));
    assert!(!bench.path("out.png").exists());
    said
}

#[test]
fn a_text_source_has_no_pages() {
    let said = refusal(
        &Bench::holding("northmere"),
        &["northmere/2021-11-17/revisit_letter/significant_weakness/6"],
    );
    assert!(said.contains("error[no-pages]") && said.contains("2021-11-17-revisit-letter.txt"), "{said}");
}

#[test]
fn a_letter_is_no_finding_and_a_source_must_be_as_it_was() {
    let bench = bench();
    let said = refusal(&bench, &["elverdale/2021-07-02/revisit_letter"]);
    assert!(said.contains("error[image-of-letter]"), "{said}");
    bench.write("letter.pdf", letter("elverdale/2018-10-24-inspection-letter.pdf"));
    let said = refusal(&bench, &[FINDING]);
    assert!(said.contains("error[source-changed]: letter.pdf") && said.contains("ingest it again"), "{said}");
    std::fs::remove_file(bench.path("letter.pdf")).unwrap();
    let said = refusal(&bench, &[FINDING]);
    assert!(said.contains("letter.pdf: there is no such file") && said.contains("put it back"), "{said}");
}

#[test]
fn a_finding_that_no_sentence_judges() {
    let bench = Bench::holding("elverdale");
    let letters = bench.json(&["show", "elverdale/2018-10-24", "--json"]);
    let id = letters["record"]["findings"][0]["id"].as_str().unwrap();
    let said = refusal(&bench, &[id, "--of", "judgement"]);
    assert!(said.contains("error[no-judgement]"), "{said}");
}

#[cfg(not(feature = "image"))]
#[test]
fn a_build_without_the_renderer_says_which_feature_it_lacks() {
    let said = refusal(&bench(), &[FINDING]);
    assert!(said.contains("error[drawing-not-built]") && said.contains("default features"), "{said}");
}

#[cfg(feature = "image")]
mod drawn {
    use std::io::Cursor;
    use std::ops::Range;
    use std::path::Path;

    use hayro::vello_cpu::Pixmap;
    use throughline::document::PageBox;
    use throughline::read;
    use throughline::text::Span;

    use super::*;
    use crate::bench::stdout;

    /// Pixels a point.
    const SCALE: f32 = 2.0;
    /// The height of an A4 page in points, as the typesetter has it.
    const HEIGHT: f32 = 842.0;
    /// Letters begin and end this near to the sides of their box, in pixels.
    const NEAR: usize = 6;

    struct Image(Pixmap);

    impl Image {
        fn open(path: &Path) -> Self {
            Self(Pixmap::from_png(Cursor::new(std::fs::read(path).unwrap())).unwrap())
        }

        fn pixel(&self, x: usize, y: usize) -> [u8; 3] {
            let pixel = self.0.sample(x as u16, y as u16);
            [pixel.r, pixel.g, pixel.b]
        }

        fn is_marked(&self, x: usize, y: usize) -> bool {
            let [red, _, blue] = self.pixel(x, y);
            red > 200 && blue < 100
        }

        fn marked(&self) -> usize {
            let (width, height) = (usize::from(self.0.width()), usize::from(self.0.height()));
            let places = (0..height).flat_map(|y| (0..width).map(move |x| (x, y)));
            places.filter(|(x, y)| self.is_marked(*x, *y)).count()
        }

        /// The columns of an area that have ink in them, first to last.
        fn inked(&self, columns: Range<usize>, rows: Range<usize>) -> Option<(usize, usize)> {
            let is_inked = |x: &usize| rows.clone().any(|y| self.pixel(*x, y)[0] < 100);
            let mut inked = columns.filter(is_inked);
            let first = inked.next()?;
            Some((first, inked.next_back().unwrap_or(first)))
        }
    }

    fn boxes(quote: &str) -> Vec<PageBox> {
        let document = read::read(&letter(LETTER), &read::Options::default()).unwrap().document;
        let start = document.text().find(quote).unwrap();
        document.provenance().boxes_of(Span::new(start, start + quote.len()))
    }

    fn pixels(from: f32, to: f32) -> Range<usize> {
        (from * SCALE).round() as usize..(to * SCALE).round() as usize
    }

    #[test]
    fn marks_lie_on_the_words_and_nowhere_else() {
        let bench = bench();
        let shown = bench.json(&["show", FINDING, "--json"]);
        for (of, quote) in [
            ("statement", &shown["finding"]["quote"]),
            ("judgement", &shown["finding"]["judgement_quote"]["quote"]),
        ] {
            bench.run(&["show", FINDING, "--image", "out.png", "--of", of]).success();
            let image = Image::open(&bench.path("out.png"));
            let boxes = boxes(quote.as_str().unwrap());
            let mut area = 0;
            for line in &boxes {
                let (columns, rows) =
                    (pixels(line.left, line.right), pixels(HEIGHT - line.top, HEIGHT - line.bottom));
                area += columns.len() * rows.len();
                // At the foot of the line, where no letter has ink but those that reach below it.
                assert!(image.is_marked(columns.start + 1, rows.end - 3), "{line:?}");
                assert!(!image.is_marked(columns.start - 3, rows.end - 3), "{line:?}");
                let (first, last) = image.inked(columns.clone(), rows).unwrap();
                assert!(
                    first - columns.start < NEAR && columns.end - last < NEAR,
                    "{line:?}: {first} to {last}"
                );
            }
            let marked = image.marked();
            assert!(marked < area && marked * 2 > area, "{marked} pixels are marked of {area}");
        }
    }

    #[test]
    fn a_statement_over_a_page_end_is_marked_on_both_pages() {
        let bench = Bench::holding("elverdale");
        let finding = "elverdale/2025-02-20/stocktake_letter/area_for_improvement/3";
        let drawn = bench.run(&["show", finding, "--image", "pages/../out.png"]).code(2);
        assert!(stderr(&drawn).contains("error[cannot-write]"));
        bench.run(&["--quiet", "show", finding, "--image", "out.png"]).success().stdout_eq("");
        for name in ["out.png", "out-2.png"] {
            assert!(Image::open(&bench.path(name)).marked() > 1000, "{name}");
        }
        assert!(!bench.path("out-3.png").exists());
    }

    #[test]
    fn what_is_drawn_is_told_with_its_page() {
        let drawn = bench().run(&["show", FINDING, "--image", "out.png", "--of", "judgement"]).success();
        assert_eq!(stdout(&drawn), "out.png: page 2 of letter.pdf\n");
    }
}
