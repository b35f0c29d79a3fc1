//! The parts of the zips that Word files and workbooks are, and the XML in them.

use std::io::{Cursor, Read};
use std::path::Path;

use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};
use zip::ZipArchive;

use super::unreadable;
use crate::diagnostic::Diagnostic;

/// More than any export holds in one part.
const MOST: u64 = 1 << 30;

pub struct Package<'a> {
    path: &'a Path,
    zip: ZipArchive<Cursor<&'a [u8]>>,
}

impl<'a> Package<'a> {
    pub fn open(path: &'a Path, bytes: &'a [u8]) -> Result<Self, Box<Diagnostic>> {
        let zip = ZipArchive::new(Cursor::new(bytes));
        zip.map(|zip| Self { path, zip }).map_err(|error| unreadable(path, format!("it is no zip: {error}")))
    }

    /// The text of a part; `None` where there is none of that name.
    pub fn part(&mut self, name: &str) -> Result<Option<String>, Box<Diagnostic>> {
        if self.zip.index_for_name(name).is_none() {
            return Ok(None);
        }
        let fault =
            |error: &dyn std::fmt::Display| unreadable(self.path, format!("its part {name}: {error}"));
        let entry = self.zip.by_name(name).map_err(|error| fault(&error))?;
        let mut text = String::new();
        entry.take(MOST).read_to_string(&mut text).map_err(|error| fault(&error))?;
        Ok(Some(text))
    }
}

/// What XML says, in order, as far as sheets and notes go by it. Names are without their prefix.
pub enum Piece<'x> {
    Start(&'x str, &'x BytesStart<'x>),
    End(&'x str),
    Text(&'x str),
}

/// Gives each piece of a part's XML in turn.
pub fn walk(path: &Path, xml: &str, mut take: impl FnMut(Piece<'_>)) -> Result<(), Box<Diagnostic>> {
    let mut reader = Reader::from_str(xml);
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag)) => take(Piece::Start(tag.local_name().into_inner(), &tag)),
            Ok(Event::Empty(tag)) => {
                take(Piece::Start(tag.local_name().into_inner(), &tag));
                take(Piece::End(tag.local_name().into_inner()));
            }
            Ok(Event::End(tag)) => take(Piece::End(tag.local_name().into_inner())),
            Ok(Event::Text(text)) => take(Piece::Text(&text.into_inner())),
            Ok(Event::CData(text)) => take(Piece::Text(&text.into_inner())),
            Ok(Event::GeneralRef(reference)) => take(Piece::Text(&character(&reference))),
            Ok(Event::Eof) => return Ok(()),
            Ok(_) => {}
            Err(error) => return Err(unreadable(path, format!("its XML breaks off: {error}"))),
        }
    }
}

/// The value of an attribute, with its prefix or without.
pub fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = tag.attributes();
    let found =
        attributes.with_checks(false).flatten().find(|attribute| attribute.key.into_inner() == name)?;
    let raw = found.value.into_owned();
    Some(quick_xml::escape::unescape(&raw).map(|value| value.into_owned()).unwrap_or(raw))
}

fn character(reference: &BytesRef<'_>) -> String {
    if let Ok(Some(character)) = reference.resolve_char_ref() {
        return character.to_string();
    }
    let name = reference.borrow().into_inner();
    quick_xml::escape::resolve_predefined_entity(&name).unwrap_or_default().to_owned()
}
