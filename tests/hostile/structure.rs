//! Trees: tags, outlines, names, and nesting of every kind.

use super::Case;
use super::pdf::{CATALOG, CONTENT, FREE, Pdf, TEXT};

/// A letter with tags: the root of its tree and more objects.
fn tagged(root: &str, others: &[(u32, String)]) -> Vec<u8> {
    let mut pdf = Pdf::letter();
    pdf.set(CATALOG, "<</Type/Catalog/Pages 2 0 R/MarkInfo<</Marked true>>/StructTreeRoot 6 0 R>>");
    let content = format!("/P <</MCID 0>> BDC BT /F1 12 Tf 72 700 Td ({TEXT}) Tj ET EMC");
    pdf.stream(CONTENT, "", content.as_bytes());
    pdf.set(FREE, root);
    others.iter().for_each(|(number, body)| pdf.set(*number, body.as_str()));
    pdf.bytes()
}

pub fn cases() -> Vec<Case> {
    let mut cases = tags();
    cases.extend(nested());
    cases.extend(catalog());
    cases
}

fn tags() -> Vec<Case> {
    let chain = |length: u32| -> Vec<(u32, String)> {
        let link = |number: u32| (number, format!("<</S/Sect/K {} 0 R>>", number + 1));
        (10..10 + length).map(link).chain([(10 + length, "<</S/P/K 0/Pg 3 0 R>>".to_owned())]).collect()
    };
    let doubling: Vec<(u32, String)> =
        (10..60).map(|number| (number, format!("<</S/Div/K[{0} 0 R {0} 0 R]>>", number + 1))).collect();
    let direct = format!("<</K {}0{}>>", "<</S/Div/Pg 3 0 R/K ".repeat(80), ">>".repeat(80));
    let wide = format!("<</K[{}]>>", "<</S/P/K 0/Pg 3 0 R>>".repeat(50_000));
    let cell = "<</S/TD/A<</ColSpan 999999999/RowSpan 999999999>>/K 0/Pg 3 0 R>>".repeat(300);
    let rows = format!("<</S/TR/K[{cell}]>>").repeat(30);
    let roles: String = (0..5_000).map(|number| format!("/R{number}/R{}", number + 1)).collect();
    vec![
        Case::holding(
            "tags within themselves",
            tagged("<</K[6 0 R 10 0 R]>>", &[(10, "<</S/P/K[10 0 R 6 0 R 0]/Pg 3 0 R>>".into())]),
        ),
        Case::holding("tags nested 5,000 deep", tagged("<</K 10 0 R>>", &chain(5_000))),
        Case::holding("tags that double", tagged("<</K 10 0 R>>", &doubling)),
        Case::holding("tags nested in place", tagged(&direct, &[])),
        Case::holding("50,000 paragraphs of one content", tagged(&wide, &[])),
        Case::new("a table that claims to be wide", tagged(&format!("<</K<</S/Table/K[{rows}]>>>>"), &[])),
        Case::holding("roles in a circle", tagged("<</RoleMap<</A/B/B/A>>/K<</S/A/K 0/Pg 3 0 R>>>>", &[])),
        Case::holding(
            "roles in a chain",
            tagged(&format!("<</RoleMap<<{roles}>>/K<</S/R0/K 0/Pg 3 0 R>>>>"), &[]),
        ),
        Case::holding("tags of nothing", tagged("<</K[null -1 99999999999 (x) 99 0 R << >>]>>", &[])),
        Case::holding("a tree that is a page", tagged("3 0 R", &[])),
    ]
}

fn nested() -> Vec<Case> {
    let mut cases = Vec::new();
    for (name, open, close) in [
        ("arrays", "[", "]"),
        ("dictionaries", "<</A ", ">>"),
        ("strings", "(", ")"),
        ("tags", "<</K ", ">>"),
    ] {
        for depth in [200, 100_000] {
            let body = format!("{}{}", open.repeat(depth), close.repeat(depth));
            let mut pdf = Pdf::letter();
            pdf.set(FREE, body.as_str());
            cases.push(Case::new(format!("{name} nested {depth} deep"), pdf.bytes()));
            cases.push(Case::new(format!("tags that are {name} nested {depth} deep"), tagged(&body, &[])));
            let mut pdf = Pdf::letter();
            pdf.stream(CONTENT, "", format!("{body}\n{}", super::pdf::show(TEXT)).as_bytes());
            cases.push(Case::new(format!("content of {name} nested {depth} deep"), pdf.bytes()));
            let mut pdf = Pdf::letter();
            pdf.trailer += &format!("/Info {body}");
            cases.push(Case::new(format!("a trailer of {name} nested {depth} deep"), pdf.bytes()));
        }
    }
    cases
}

fn catalog() -> Vec<Case> {
    let entries = [
        (
            "outlines in a circle",
            "/Outlines 6 0 R",
            "<</First 6 0 R/Last 6 0 R/Next 6 0 R/Prev 6 0 R/Parent 6 0 R>>",
        ),
        ("forms in a circle", "/AcroForm 6 0 R", "<</Fields[6 0 R]/Kids[6 0 R]/Parent 6 0 R/DR 6 0 R>>"),
        (
            "names in a circle",
            "/Names<</Dests 6 0 R/EmbeddedFiles 6 0 R>>",
            "<</Kids[6 0 R 6 0 R]/Limits[()()]>>",
        ),
        ("a catalog of itself", "/Root 1 0 R/Metadata 1 0 R/StructTreeRoot 1 0 R", "null"),
        ("encrypted by nothing", "", "<</Filter/Standard/V 99/R 99/O()/U()/P 0>>"),
    ];
    let case = |(name, entries, object): (&str, &str, &str)| {
        let mut pdf = Pdf::letter();
        pdf.set(CATALOG, format!("<</Type/Catalog/Pages 2 0 R{entries}>>"));
        pdf.set(FREE, object);
        if entries.is_empty() {
            pdf.trailer += "/Encrypt 6 0 R/ID[()()]";
            return Case::new(name, pdf.bytes());
        }
        Case::holding(name, pdf.bytes())
    };
    entries.into_iter().map(case).collect()
}
