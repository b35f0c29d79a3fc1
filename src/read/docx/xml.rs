use encoding_rs::{Encoding, UTF_8};
use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};

use crate::read::marked::tree::{Element, TreeBuilder};
use crate::read::{Limit, Limits, ReadError};

/// A part as a tree.
pub struct Tree {
    pub root: Element,
    /// It was read to its end.
    pub is_whole: bool,
    /// Elements were left out because they nest too deep.
    pub is_too_deep: bool,
}

/// Reads a part. XML that breaks off gives what stands before the fault. Entities that the part defines are
/// not expanded: Word defines none.
///
/// # Errors
/// When it holds more than any letter does.
pub fn parse(bytes: &[u8], limits: &Limits) -> Result<Tree, ReadError> {
    let encoding = Encoding::for_bom(bytes).map_or(UTF_8, |(encoding, _)| encoding);
    let (text, _) = encoding.decode_with_bom_removal(bytes);
    let mut reader = Reader::from_str(&text);
    let mut tree = TreeBuilder::new(limits);
    let is_whole = loop {
        match reader.read_event() {
            Ok(Event::Start(tag)) => tree.start(element(&tag)),
            Ok(Event::Empty(tag)) => {
                tree.start(element(&tag));
                tree.end();
            }
            Ok(Event::End(_)) => tree.end(),
            Ok(Event::Text(text)) => tree.text(&text.into_inner()),
            Ok(Event::CData(text)) => tree.text(&text.into_inner()),
            Ok(Event::GeneralRef(reference)) => tree.text(&character(&reference)),
            Ok(Event::Eof) => break tree.open_names().next().is_none(),
            Ok(_) => {}
            Err(_) => break false,
        }
        if tree.is_over_limit() {
            return Err(ReadError::OverLimit("Word file", limits.exceeded(Limit::Nodes)));
        }
    };
    Ok(Tree { is_too_deep: tree.is_too_deep(), root: tree.finish(), is_whole })
}

fn element(tag: &BytesStart) -> Element {
    let mut list = tag.attributes();
    let attributes = list.with_checks(false).flatten().map(|attribute| {
        let raw = attribute.value.into_owned();
        let value = quick_xml::escape::unescape(&raw).map(|value| value.into_owned()).unwrap_or(raw);
        (attribute.key.local_name().into_inner().to_owned(), value)
    });
    Element {
        name: tag.local_name().into_inner().to_owned(),
        attributes: attributes.collect(),
        children: Vec::new(),
    }
}

/// The character that a reference stands for; nothing where that is unknown.
fn character(reference: &BytesRef) -> String {
    if let Ok(Some(character)) = reference.resolve_char_ref() {
        return character.to_string();
    }
    let name = reference.borrow().into_inner();
    quick_xml::escape::resolve_predefined_entity(&name).unwrap_or_default().to_owned()
}
