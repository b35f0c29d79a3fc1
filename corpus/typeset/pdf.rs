//! Writes the pages and their structure as PDF objects.

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};

use super::Options;
use super::layout::{Laid, PAGE_HEIGHT, PAGE_WIDTH};
use super::metrics::{self, Face};
use super::page::resource_name;
use super::settings::Settings;
use super::tags::{Element, Kid, Tree};

pub fn write(settings: &Settings, laid: &Laid, options: &Options) -> Vec<u8> {
    let mut document = Document::with_version("1.7");
    let pages = document.new_object_id();
    let page_ids = write_pages(&mut document, settings, laid, pages, options);
    let mut catalog = dictionary! {
        "Type" => "Catalog",
        "Pages" => pages,
        "Lang" => Object::string_literal(settings.language.as_str()),
    };
    if options.tagged {
        catalog.set("MarkInfo", dictionary! { "Marked" => true });
        catalog.set("StructTreeRoot", write_tree(&mut document, laid, &page_ids));
    }
    let catalog = document.add_object(catalog);
    let info = document.add_object(dictionary! {
        "Title" => lopdf::text_string(&settings.title),
        "Producer" => Object::string_literal("throughline corpus typesetter"),
    });
    document.trailer.set("Root", catalog);
    document.trailer.set("Info", info);
    // The same for every letter and every run: a fresh identifier would change the bytes.
    let identifier = Object::string_literal("throughline-corp");
    document.trailer.set("ID", vec![identifier.clone(), identifier]);
    document.compress();
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).expect("writing to memory cannot fail");
    bytes
}

fn write_pages(
    document: &mut Document,
    settings: &Settings,
    laid: &Laid,
    parent: ObjectId,
    options: &Options,
) -> Vec<ObjectId> {
    let fonts = write_fonts(document, settings);
    let mut ids = Vec::new();
    for page in &laid.pages {
        let contents = document.add_object(Stream::new(Dictionary::new(), page.content()));
        let mut dictionary = dictionary! {
            "Type" => "Page",
            "Parent" => parent,
            "MediaBox" => vec![0.into(), 0.into(), PAGE_WIDTH.into(), PAGE_HEIGHT.into()],
            "Resources" => dictionary! { "Font" => fonts },
            "Contents" => contents,
        };
        if options.tagged {
            dictionary.set("StructParents", page.index as i64);
            dictionary.set("Tabs", "S");
        }
        ids.push(document.add_object(dictionary));
    }
    let kids: Vec<Object> = ids.iter().map(|id| (*id).into()).collect();
    let count = kids.len() as i64;
    document.set_object(parent, dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => count });
    ids
}

fn write_fonts(document: &mut Document, settings: &Settings) -> ObjectId {
    let mut fonts = Dictionary::new();
    for (face, name) in [(Face::Regular, "Helvetica"), (Face::Bold, "Helvetica-Bold")] {
        let widths: Vec<Object> =
            (metrics::FIRST_CODE..=255).map(|code| metrics::width_of_code(face, code).into()).collect();
        let font = dictionary! {
            "Type" => "Font", "Subtype" => "Type1", "BaseFont" => name, "Encoding" => "WinAnsiEncoding",
            "FirstChar" => metrics::FIRST_CODE, "LastChar" => 255, "Widths" => widths,
        };
        fonts.set(resource_name(face), document.add_object(font));
    }
    for (face, sign) in [(Face::Bullet, &settings.bullet), (Face::SubBullet, &settings.sub_bullet)] {
        fonts.set(resource_name(face), symbol_font(document, sign));
    }
    document.add_object(fonts)
}

/// The symbol face has one square; what character it stands for, large or small, is the font's to say.
fn symbol_font(document: &mut Document, sign: &str) -> ObjectId {
    let code = metrics::SQUARE_CODE;
    let to_unicode = Stream::new(Dictionary::new(), character_map(code, sign).into_bytes());
    let to_unicode = document.add_object(to_unicode);
    document.add_object(dictionary! {
        "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "ZapfDingbats",
        "FirstChar" => code, "LastChar" => code, "Widths" => vec![metrics::SQUARE_WIDTH.into()],
        "ToUnicode" => to_unicode,
    })
}

fn character_map(code: u8, sign: &str) -> String {
    let units: String = sign.encode_utf16().map(|unit| format!("{unit:04X}")).collect();
    format!(
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n\
         /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n\
         /CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n\
         1 begincodespacerange\n<00> <FF>\nendcodespacerange\n\
         1 beginbfchar\n<{code:02X}> <{units}>\nendbfchar\n\
         endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    )
}

fn write_tree(document: &mut Document, laid: &Laid, pages: &[ObjectId]) -> ObjectId {
    let root = document.new_object_id();
    let ids: Vec<ObjectId> = laid.tree.elements.iter().map(|_| document.new_object_id()).collect();
    for (element, id) in laid.tree.elements.iter().zip(&ids) {
        let dictionary = element_dictionary(element, root, &ids, pages);
        document.set_object(*id, dictionary);
    }
    let parent_tree = write_parent_tree(document, laid, &ids);
    document.set_object(
        root,
        dictionary! {
            "Type" => "StructTreeRoot",
            "K" => vec![ids[Tree::DOCUMENT].into()],
            "ParentTree" => parent_tree,
            "ParentTreeNextKey" => laid.pages.len() as i64,
        },
    );
    root
}

fn element_dictionary(element: &Element, root: ObjectId, ids: &[ObjectId], pages: &[ObjectId]) -> Dictionary {
    let kids: Vec<Object> = element.kids.iter().map(|kid| kid_object(kid, ids, pages)).collect();
    dictionary! {
        "Type" => "StructElem",
        "S" => element.role,
        "P" => element.parent.map_or(root, |parent| ids[parent]),
        "K" => kids,
    }
}

fn kid_object(kid: &Kid, ids: &[ObjectId], pages: &[ObjectId]) -> Object {
    match *kid {
        Kid::Element(element) => ids[element].into(),
        Kid::Content { page, mark } => {
            let reference = dictionary! { "Type" => "MCR", "Pg" => pages[page], "MCID" => mark as i64 };
            reference.into()
        }
    }
}

/// For each page, the element of each of its marks.
fn write_parent_tree(document: &mut Document, laid: &Laid, ids: &[ObjectId]) -> ObjectId {
    let mut numbers = Vec::new();
    for page in &laid.pages {
        let elements: Vec<Object> = page.marks.iter().map(|element| ids[*element].into()).collect();
        numbers.push((page.index as i64).into());
        numbers.push(document.add_object(elements).into());
    }
    document.add_object(dictionary! { "Nums" => numbers })
}
