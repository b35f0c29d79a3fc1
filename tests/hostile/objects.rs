//! What holds the objects of a file together: header, cross-references, object streams, pages.

use super::Case;
use super::pdf::{CONTENT, FONT, FREE, PAGE, PAGES, Pdf, TEXT, page, show, stream};

pub fn cases() -> Vec<Case> {
    [whole(), cross_references(), pages(), good_among_bad()].into_iter().flatten().collect()
}

fn replaced(bytes: &[u8], from: &str, to: &str) -> Vec<u8> {
    let text: String = bytes.iter().map(|byte| *byte as char).collect();
    text.replace(from, to).chars().map(|character| character as u8).collect()
}

fn whole() -> Vec<Case> {
    let letter = Pdf::letter().bytes();
    let mut cases = vec![
        Case::holding(
            "garbage before the header",
            [&b"\x00\xffGET / HTTP/1.1\r\n\r\n".repeat(20)[..], &letter].concat(),
        ),
        Case::holding("garbage after the end", [&letter[..], &b"\xff\x00".repeat(2000)].concat()),
        Case::holding("no startxref", replaced(&letter, "startxref", "")),
        Case::new("no header", letter[9..].to_vec()),
        Case::new("no trailer", replaced(&letter, "trailer", "")),
        Case::new("a header alone", b"%PDF-1.7\n".to_vec()),
        Case::new("objects and no end", b"%PDF-1.7\n1 0 obj\n".repeat(50_000)),
        Case::new("unbalanced strings", replaced(&letter, "(Dear", "((((Dear")),
    ];
    cases.extend((1..24).map(|part| {
        let length = letter.len() * part / 24;
        Case::new(format!("cut at {length}"), letter[..length].to_vec())
    }));
    cases
}

fn cross_references() -> Vec<Case> {
    let mut cases = Vec::new();
    let start = |bytes: &[u8]| bytes.windows(6).position(|window| window == b"xref\n0").unwrap();
    for key in ["Prev", "XRefStm"] {
        let mut pdf = Pdf::letter();
        pdf.trailer += &format!("/{key} 0000000000");
        let bytes = pdf.bytes();
        let at = format!("/{key} {:010}", start(&bytes));
        cases.push(Case::new(
            format!("/{key} that leads to itself"),
            replaced(&bytes, &format!("/{key} 0000000000"), &at),
        ));
        cases.push(Case::new(
            format!("/{key} beyond the end"),
            replaced(&bytes, "/Prev 0000000000", "/Prev 9999999999"),
        ));
    }
    let mut own = Pdf::letter();
    own.stream(FREE, "/Type/ObjStm/N 1/First 4", b"6 0 6 0 R");
    own.stream(CONTENT, "/Filter 6 0 R", show(TEXT).as_bytes());
    cases.push(Case::new("an object stream that holds itself", own.bytes()));
    let mut many = Pdf::letter();
    many.stream(FREE, "/Type/ObjStm/N 999999999/First 999999999", b"7 0 null");
    cases.push(Case::new("an object stream that claims many objects", many.bytes()));
    let table = "xref\n0 4294967295\n0000000000 65535 f \n";
    cases.push(Case::new(
        "a table that claims many entries",
        replaced(&Pdf::letter().bytes(), "xref\n0 1\n", table),
    ));
    let xref =
        stream("/Type/XRef/W[8 8 8]/Size 4294967295/Index[0 4294967295]/Root 1 0 R/Length 24", &[0; 24]);
    let bytes = [&b"%PDF-1.7\n9 0 obj\n"[..], &xref, b"\nendobj\nstartxref\n9\n%%EOF"].concat();
    cases.push(Case::new("a cross-reference stream that claims many entries", bytes));
    for length in ["-1", "0", "3", "999999999", "4 0 R", "(x)", "1e30"] {
        let mut pdf = Pdf::letter();
        pdf.set(CONTENT, stream(&format!("/Length {length}"), show(TEXT).as_bytes()));
        cases.push(Case::new(format!("a /Length of {length}"), pdf.bytes()));
    }
    cases
}

fn pages() -> Vec<Case> {
    let with = |number, body: &str| {
        let mut pdf = Pdf::letter();
        pdf.set(number, body);
        pdf
    };
    let mut deep = Pdf::letter();
    deep.set(PAGES, "<</Type/Pages/Kids[10 0 R]/Count 1>>");
    for number in 10..5_000 {
        deep.set(
            number,
            format!("<</Type/Pages/Parent {} 0 R/Kids[{} 0 R]/Count 1>>", number - 1, number + 1),
        );
    }
    let kids = "3 0 R ".repeat(200_000);
    let mut wide = with(PAGES, &format!("<</Type/Pages/Kids[{kids}]/Count 200000>>"));
    wide.set(10, page("/Contents 4 0 R"));
    let font = |body: &str| with(FONT, body);
    vec![
        Case::new("pages within themselves", with(PAGES, "<</Type/Pages/Kids[2 0 R 2 0 R 3 0 R]/Count 3>>").bytes()),
        Case::new("pages nested deep", deep.bytes()),
        Case::holding("one page many times", wide.bytes()),
        Case::new("kids that are no pages", with(PAGES, "<</Type/Pages/Kids[null 7 (x) 99 0 R[3 0 R]3 0 R]/Count -5>>").bytes()),
        Case::holding("a /Count of billions", with(PAGES, "<</Type/Pages/Kids[3 0 R]/Count 9999999999>>").bytes()),
        Case::holding("a huge MediaBox", with(PAGE, &page("/Contents 4 0 R/MediaBox[-99999999999 -99999999999 99999999999 99999999999]/UserUnit 99999999999/Rotate 99999999990")).bytes()),
        Case::holding("a MediaBox within itself", with(PAGE, &page("/Contents 4 0 R/Rotate 3 0 R/UserUnit 3 0 R")).bytes()),
        Case::new("contents within themselves", with(PAGE, &page("/Contents[3 0 R[3 0 R]4 0 R 4 0 R]")).bytes()),
        Case::new("contents many times", with(PAGE, &page(&format!("/Contents[{}]", "4 0 R ".repeat(300_000)))).bytes()),
        Case::new("a reference to itself", with(CONTENT, "4 0 R").bytes()),
        Case::new("a font of itself", font("<</Type/Font/Subtype/Type0/DescendantFonts[5 0 R]/ToUnicode 5 0 R/Encoding 5 0 R/FontDescriptor 5 0 R>>").bytes()),
        Case::new("names with zeros", font("<</Type/Font/Subtype/Type1/BaseFont/Hel#00vetica/Encoding<</Differences[0/#00/a#00/#zz/#]>>>>").bytes()),
        Case::new("resources within themselves", with(PAGE, "<</Type/Page/Parent 2 0 R/Resources 3 0 R/Font 3 0 R/F1 5 0 R/Contents 4 0 R>>").bytes()),
    ]
}

/// One page that cannot be read does not lose the others.
fn good_among_bad() -> Vec<Case> {
    let bad = [
        ("undecodable", stream("/Length 9/Filter/FlateDecode", b"not flate")),
        ("filtered by nothing known", stream("/Length 3/Filter/NoSuchDecode", b"abc")),
        ("encrypted by a filter", stream("/Length 3/Filter/Crypt", b"abc")),
        ("binary", stream("/Length 4000", &(0..=255).cycle().take(4000).collect::<Vec<u8>>())),
    ];
    let case = |(name, body): (&str, Vec<u8>)| {
        let mut pdf = Pdf::letter();
        pdf.set(PAGES, "<</Type/Pages/Kids[10 0 R 3 0 R]/Count 2>>");
        pdf.set(10, page("/Contents 11 0 R"));
        pdf.set(11, body);
        Case::holding(format!("a page {name} before a good one"), pdf.bytes())
    };
    bad.into_iter().map(case).collect()
}
