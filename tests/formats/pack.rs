//! Letters bound into other papers: each is found, with its ends and the file's own page numbers.

use lopdf::{Document as Objects, Object, dictionary};
use throughline::extract;
use throughline::record::{LetterRecord, Source};

use super::typeset::{Options, typeset};
use super::{document, rule_set, source, told};

const AGENDA: &str = "title: Scrutiny Committee
footer: Scrutiny Committee
---
# Children and Families Overview and Scrutiny Committee

Wednesday 6 June 2018, at 10 am in the Council Chamber.

### Agenda

1. Apologies and declarations of interest

2. Minutes of the meeting held on 9 May 2018

3. The local area's special educational needs inspection

[page]

### Report of the Director

The committee is asked to note the letter from Ofsted and the Care Quality Commission in the appendix, and to
ask officers what will be done about the areas of significant weakness.
";

const NEXT_ITEM: &str = "title: Budget monitoring
footer: Scrutiny Committee
---
Agenda item 4

### Budget monitoring report

The committee is asked to note that the budget for schools is overspent.

- the cost of transport has risen
- fewer places were bought

Contact: Democratic Services, telephone 01632 960123.
";

/// Binds PDF files into one, without tags, as the programs that make agenda packs do.
fn bind(files: &[Vec<u8>]) -> Vec<u8> {
    let mut pack = Objects::with_version("1.7");
    let root = pack.new_object_id();
    let mut kids: Vec<Object> = Vec::new();
    for file in files {
        let mut part = Objects::load_mem(file).expect("a part can be loaded");
        part.renumber_objects_with(pack.max_id + 1);
        pack.max_id = part.max_id;
        for page in part.get_pages().into_values() {
            let inherited = part.get_object(page).and_then(Object::as_dict).expect("a page").clone();
            let mut dict = inherited;
            dict.set("Parent", root);
            part.objects.insert(page, dict.into());
            kids.push(page.into());
        }
        pack.objects.extend(part.objects);
    }
    let count = kids.len() as i64;
    pack.objects.insert(root, dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => count }.into());
    let catalog = pack.add_object(dictionary! { "Type" => "Catalog", "Pages" => root });
    pack.trailer.set("Root", catalog);
    let mut bytes = Vec::new();
    pack.save_to(&mut bytes).expect("a pack can be written");
    bytes
}

fn letters(bytes: &[u8]) -> (Vec<LetterRecord>, u32) {
    let document = document(bytes);
    let pages = document.provenance().pages();
    let source = Source::of(&document, "pack.pdf", "");
    (extract::letter_records(&document, &rule_set(), &source), pages)
}

fn is_found_between_other_papers(name: &str) {
    let pdf = |source: &str| typeset(source, &Options { tagged: true }).expect("a source can be typeset");
    let letter = pdf(&source(name));
    let (alone, length) = letters(&letter);
    let (bound, pages) = letters(&bind(&[pdf(AGENDA), letter, pdf(NEXT_ITEM)]));
    assert_eq!((alone.len(), bound.len()), (1, 1), "{name}");
    let (alone, bound) = (&alone[0], &bound[0]);
    assert_eq!(told(bound), told(alone), "{name}");
    let before = pages - length - 1;
    let span = &bound.letter.span;
    assert_eq!(
        (span.page, span.last_page),
        (before + 1, Some(before + length).filter(|last| *last > before + 1))
    );
    let page = |record: &LetterRecord| -> Vec<u32> {
        record.findings.iter().map(|finding| finding.at.span.page).collect()
    };
    let moved: Vec<u32> = page(alone).into_iter().map(|page| page + before).collect();
    assert_eq!(page(bound), moved, "{name}");
}

#[test]
fn an_inspection_letter_is_found_between_other_papers() {
    is_found_between_other_papers("elverdale/2018-10-24-inspection-letter.letter");
}

#[test]
fn a_revisit_letter_is_found_between_other_papers() {
    is_found_between_other_papers("elverdale/2021-07-02-revisit-letter.letter");
}

#[test]
fn a_report_is_found_between_other_papers() {
    is_found_between_other_papers("northmere/2024-05-24-area-send-inspection-report.letter");
}

#[test]
fn a_notice_letter_is_found_between_other_papers() {
    is_found_between_other_papers("wexcombe/2018-09-07-dfe-notice-letter.letter");
}
