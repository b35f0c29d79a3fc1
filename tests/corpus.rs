//! The PDFs of the corpus are what their sources say, byte for byte.

#[path = "../corpus/typeset/files.rs"]
mod files;
#[path = "../corpus/typeset/mod.rs"]
mod typeset;

use typeset::Options;

#[test]
fn committed_pdfs_come_from_their_sources() {
    for source in files::sources().unwrap() {
        let committed = std::fs::read(&source.pdf).unwrap_or_default();
        let fresh = source.typeset(&Options::default()).unwrap();
        assert!(
            inflated(&committed) == inflated(&fresh),
            "{} is not what its source says; to renew it: cargo run --example typeset",
            source.pdf.display()
        );
    }
}

/// A file without the compression of its streams, which differs between builds with and without the renderer: it
/// brings another deflater.
fn inflated(pdf: &[u8]) -> Vec<u8> {
    let Ok(mut document) = lopdf::Document::load_mem(pdf) else { return Vec::new() };
    document.decompress();
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    bytes
}

#[test]
fn an_untagged_twin_has_the_same_words_and_no_structure() {
    let source = "title: A twin\n---\n# Heading\n\n* item\n* another item\n";
    let words = |options| {
        let bytes = typeset::typeset(source, &options).unwrap();
        let document = lopdf::Document::load_mem(&bytes).unwrap();
        let tagged = document.catalog().unwrap().has(b"StructTreeRoot");
        (tagged, document.extract_text(&[1]).unwrap())
    };
    let (tagged, text) = words(Options { tagged: true });
    let (twin_tagged, twin_text) = words(Options { tagged: false });
    assert!(tagged && !twin_tagged);
    assert!(text.contains("another item"));
    assert_eq!(text, twin_text);
}

#[test]
fn a_fault_in_a_source_names_its_line() {
    let fault = typeset::typeset("title: A fault\n---\n\n[row]\n", &Options::default()).unwrap_err();
    assert_eq!(fault.to_string(), "line 4: [row] does not belong here");
}

/// A table whose second row is cut by the end of the first page.
fn cut_table(cut: &str) -> String {
    let filler = "A paragraph.\n\n".repeat(30);
    let items = "- one more thing to do;\n".repeat(12);
    format!(
        "cut-rows: {cut}\n---\n{filler}[table 30 70]\n[row]\nA body\n[cell]\nLeaders should:\n{items}[end]\n"
    )
}

fn elements(pdf: &[u8], role: &str) -> usize {
    let document = lopdf::Document::load_mem(pdf).unwrap();
    let roles =
        document.objects.values().filter_map(|object| object.as_dict().ok()?.get(b"S").ok()?.as_name().ok());
    roles.filter(|name| *name == role.as_bytes()).count()
}

#[test]
fn a_cut_row_goes_on_in_the_same_row_or_in_a_table_of_its_own() {
    let rows = |cut| {
        let pdf = typeset::typeset(&cut_table(cut), &Options::default()).unwrap();
        (elements(&pdf, "Table"), elements(&pdf, "TR"), elements(&pdf, "TD"))
    };
    assert_eq!(rows("same"), (1, 1, 2));
    assert_eq!(rows("new"), (2, 2, 4));
}

#[test]
fn a_line_higher_than_the_page_ends() {
    let source = "size: 700\n---\n[table 100]\n[row]\nHigh lines\n[end]\n";
    assert!(typeset::typeset(source, &Options::default()).is_ok());
}
