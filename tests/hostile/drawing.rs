//! What pages draw: forms, fonts, operators.

use super::Case;
use super::pdf::{CONTENT, FONT, FREE, PAGE, Pdf, TEXT, page, show};

pub fn cases() -> Vec<Case> {
    [forms(), fonts(), operators()].into_iter().flatten().collect()
}

fn forms() -> Vec<Case> {
    let with_forms = |resources: &str, forms: &[(u32, String)]| {
        let mut pdf = Pdf::letter();
        let entries = format!("/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>/XObject<<{resources}>>>>");
        pdf.set(PAGE, format!("<</Type/Page/Parent 2 0 R{entries}>>"));
        pdf.stream(CONTENT, "", format!("/X6 Do {}", show(TEXT)).as_bytes());
        for (number, content) in forms {
            let entries =
                format!("/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<<{resources}>>>>");
            pdf.stream(*number, &entries, content.as_bytes());
        }
        pdf.bytes()
    };
    let names: String = (6..40).map(|number| format!("/X{number} {number} 0 R")).collect();
    let doubling: Vec<(u32, String)> =
        (6..40).map(|number| (number, format!("/X{0} Do /X{0} Do ", number + 1).repeat(4))).collect();
    let itself = "/X6 Do ".repeat(8);
    vec![
        Case::new("a form that draws itself", with_forms("/X6 6 0 R", &[(6, "/X6 Do".into())])),
        Case::new("a form that draws itself eight times", with_forms("/X6 6 0 R", &[(6, itself)])),
        Case::new("forms that multiply", with_forms(&names, &doubling)),
    ]
}

fn with_font(font: &str, objects: &[(u32, &str, Vec<u8>)]) -> Vec<u8> {
    let mut pdf = Pdf::letter();
    pdf.set(FONT, font);
    objects.iter().for_each(|(number, entries, bytes)| pdf.stream(*number, entries, bytes));
    pdf.bytes()
}

fn fonts() -> Vec<Case> {
    let mapped = |cmap: String| {
        with_font(
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>",
            &[(FREE, "", cmap.into_bytes())],
        )
    };
    let range = "<00000000> <FFFFFFFF> <0041>\n".repeat(5_000);
    let array = format!("<0000> <FFFF> [{}]", "<0041>".repeat(200_000));
    let long = format!("<41> <{}>", "0041".repeat(200_000));
    let glyph = "<</Type/Font/Subtype/Type3/FontMatrix[0 0 0 0 0 0]/CharProcs<</a 6 0 R>>/FirstChar 0/LastChar 255\
                 /Widths[1]/Encoding<</Differences[0/a]>>/Resources<</Font<</F1 5 0 R>>>>>>";
    let composite = |widths: &str| {
        format!(
            "<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[\
             <</Type/Font/Subtype/CIDFontType2/W[{widths}]/DW 1e38>>]>>"
        )
    };
    let program = "<</Type/Font/Subtype/TrueType/BaseFont/X/FontDescriptor<</FontFile2 6 0 R/Flags 4>>>>";
    vec![
        Case::new("a CMap with huge ranges", mapped(format!("5000 beginbfrange\n{range}endbfrange"))),
        Case::new("a CMap with a long array", mapped(format!("1 beginbfrange\n{array} endbfrange"))),
        Case::new("a CMap with a long text", mapped(format!("1 beginbfchar\n{long} endbfchar"))),
        Case::new("a CMap without end", mapped("beginbfrange <".repeat(100_000))),
        Case::new(
            "a CMap that uses itself",
            with_font(
                "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>",
                &[(FREE, "/UseCMap 6 0 R", b"/X usecmap".to_vec())],
            ),
        ),
        Case::new(
            "a Type 3 glyph that shows itself",
            with_font(glyph, &[(FREE, "", b"BT /F1 1 Tf (\\000) Tj ET".to_vec())]),
        ),
        Case::new("widths of every code", with_font(&composite(&"0 4294967295 1 ".repeat(20_000)), &[])),
        Case::new("widths of no code", with_font(&composite(&"-1 -1 9e99 [[[]]] ".repeat(1_000)), &[])),
        Case::new("a font program of zeros", with_font(program, &[(FREE, "", vec![0; 100_000])])),
        Case::new(
            "a font program of ones",
            with_font(program, &[(FREE, "", [&[0, 1, 0, 0][..], &[255; 100_000]].concat())]),
        ),
        Case::new(
            "widths from nowhere",
            with_font(
                "<</Type/Font/Subtype/Type1/FirstChar -2147483648/LastChar 2147483647/Widths[1 2 3]>>",
                &[],
            ),
        ),
        Case::new(
            "a font matrix of nothing",
            with_font("<</Type/Font/Subtype/Type3/FontMatrix[nan inf 1e39 -1e39 0 0]>>", &[]),
        ),
    ]
}

fn operators() -> Vec<Case> {
    let drawn = |content: String| {
        let mut pdf = Pdf::letter();
        pdf.set(PAGE, page("/Contents 4 0 R"));
        pdf.stream(CONTENT, "", content.as_bytes());
        pdf.bytes()
    };
    let text = show(TEXT);
    let after = |before: String| drawn(before + "\n" + &text);
    vec![
        Case::holding("state saved without end", after("q ".repeat(500_000))),
        Case::holding("state restored without end", after("Q ".repeat(500_000))),
        Case::holding("marks without end", after("/P BMC ".repeat(200_000))),
        Case::new("an inline image without end", after("BI /W 1 /H 1 ID \u{1}\u{2}".to_owned())),
        Case::holding("many inline images", after("BI /W 1 ID x EI\n".repeat(100_000))),
        Case::new("inline images without end", after("BI /W 1 ID x ".repeat(100_000))),
        Case::new("a matrix beyond numbers", after("1e38 1e38 1e38 1e38 1e38 1e38 cm ".repeat(10))),
        Case::new("a matrix of nothing", after("nan inf -inf 0 0 0 cm 0 0 0 0 0 0 Tm".to_owned())),
        Case::new("type of no size", drawn(text.replace("12 Tf", "0 Tf"))),
        Case::new(
            "type beyond numbers",
            drawn(text.replace("12 Tf", "99999999999999999999999999999999999999999 Tf")),
        ),
        Case::new(
            "steps beyond numbers",
            drawn(format!(
                "BT /F1 1e38 Tf 1e38 Tc 1e38 Tw 1e38 Tz {} ET",
                "1e38 1e38 Td (a b) Tj ".repeat(1_000)
            )),
        ),
        Case::new("strings unbalanced", drawn(format!("BT /F1 12 Tf {} Tj ET", "(".repeat(200_000)))),
        Case::new("hex without end", drawn(format!("BT /F1 12 Tf <{} Tj ET", "41".repeat(500_000)))),
        Case::new(
            "an array without end",
            drawn(format!("BT /F1 12 Tf [{} TJ ET", "(a) -300 ".repeat(200_000))),
        ),
        Case::holding("operands without operators", after("1 2 3 (a) /b ".repeat(200_000))),
        Case::holding(
            "a path without end",
            after(format!("{} S", "1 1 l 2 2 m 3 3 9 9 re ".repeat(200_000))),
        ),
        Case::holding("many rules", after("0 0 m 500 0 l S 0 0 m 0 800 l S\n".repeat(20_000))),
        Case::holding("many boxes", after("10 10 400 9 re f\n".repeat(50_000))),
        Case::new("text at one place", drawn(text.repeat(20_000))),
        Case::new(
            "text of one letter a run",
            drawn(format!("BT /F1 12 Tf 72 700 Td {} ET", "(a) Tj 3 0 Td ".repeat(60_000))),
        ),
        Case::new(
            "a line of many columns",
            drawn(
                (0..30_000)
                    .map(|x| format!("BT /F1 1 Tf {} {} Td (w) Tj ET\n", x * 7 % 5_000, x % 800))
                    .collect(),
            ),
        ),
        Case::new("names with zeros drawn", after("/F#00 12 Tf /#00 Do /#zz gs".to_owned())),
    ]
}
