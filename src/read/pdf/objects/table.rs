//! The cross-reference table: where each object of a sound file stands.

use std::collections::HashSet;

use lopdf::xref::{XrefEntry, decode_xref_stream_with_limit};

use super::store::{Place, Slot};
use super::syntax::Syntax;
use super::{Data, Dictionary, Object, as_lopdf};
use crate::read::pdf::limits;

/// The objects that a file says it has, by number, and its trailer.
pub struct Table {
    pub slots: Vec<Slot>,
    pub trailer: Dictionary,
}

/// One entry: `None` for an object that is free.
type Entry = (u32, Option<(u16, Place)>);

/// A part of the table, and the dictionary that goes with it.
struct Section {
    entries: Vec<Entry>,
    trailer: Dictionary,
}

/// Reads the table, newest part first. `None` where anything about it is amiss, or the file is encrypted.
pub fn read(bytes: &[u8], stream_bytes: usize) -> Option<Table> {
    let mut entries = Vec::new();
    let mut newest = None;
    let mut met = HashSet::new();
    let mut next = Some(start(bytes)?);
    while let Some(at) = next {
        if !met.insert(at) || met.len() > limits::TABLE_SECTIONS {
            return None;
        }
        let section = section(bytes, at, stream_bytes)?;
        // A table for old readers says of newer objects that they are free, and a stream beside it where they are.
        let beside = match offset(&section.trailer, b"XRefStm") {
            Some(at) => stream_section(bytes, at?, stream_bytes)?.entries,
            None => Vec::new(),
        };
        let (used, free): (Vec<Entry>, Vec<Entry>) =
            section.entries.into_iter().partition(|(_, entry)| entry.is_some());
        entries.extend(used.into_iter().chain(beside).chain(free));
        next = match offset(&section.trailer, b"Prev") {
            Some(at) => Some(at?),
            None => None,
        };
        newest.get_or_insert(section.trailer);
    }
    let trailer = newest?;
    if trailer.get(b"Encrypt").is_some() || trailer.get(b"Root").is_none() {
        return None;
    }
    // Of several entries for one object the first counts.
    entries.sort_by_key(|(number, _)| *number);
    entries.dedup_by_key(|(number, _)| *number);
    let slots = entries.into_iter().filter_map(|(number, entry)| {
        let (generation, place) = entry?;
        Some(Slot::new((number, generation), place))
    });
    let slots: Vec<Slot> = slots.collect();
    slots.iter().all(|slot| stands(bytes, slot)).then_some(Table { slots, trailer })
}

/// Where an entry points, the inner `None` for no place in a file.
fn offset(trailer: &Dictionary, key: &[u8]) -> Option<Option<usize>> {
    trailer.get(key).map(|offset| usize::try_from(offset.as_integer()?).ok())
}

/// Whether the header of the object is where the table says.
fn stands(bytes: &[u8], slot: &Slot) -> bool {
    match slot.place {
        Place::At(offset) => Syntax::at(bytes, offset as usize).header() == Some(slot.id),
        Place::In { .. } => true,
    }
}

/// Where the newest part of the table begins.
fn start(bytes: &[u8]) -> Option<usize> {
    let end = bytes.iter().rposition(|byte| !b" \t\n\r\0\x0c".contains(byte))? + 1;
    let tail = end.saturating_sub(1024);
    let found = |word: &[u8], tail: usize, end: usize| {
        let place = bytes[tail..end].windows(word.len()).rposition(|window| window == word)?;
        Some(tail + place)
    };
    let end = found(b"%%EOF", tail, end)?;
    let mut syntax = Syntax::at(bytes, found(b"startxref", end.saturating_sub(40), end)?);
    syntax.word(b"startxref")?;
    syntax.blank();
    syntax.count()
}

fn section(bytes: &[u8], at: usize, stream_bytes: usize) -> Option<Section> {
    let mut syntax = Syntax::at(bytes, at);
    if syntax.word(b"xref").is_none() {
        return stream_section(bytes, at, stream_bytes);
    }
    let mut entries = Vec::new();
    loop {
        syntax.blank();
        if syntax.word(b"trailer").is_some() {
            syntax.blank();
            let Object::Dictionary(trailer) = syntax.object()? else { return None };
            return Some(Section { entries, trailer });
        }
        let first: u32 = syntax.count()?;
        syntax.blank();
        let count: u32 = syntax.count()?;
        syntax.blank();
        let end = syntax.at.checked_add(usize::try_from(count).ok()?.checked_mul(LINE)?)?;
        for (line, number) in bytes.get(syntax.at..end)?.chunks_exact(LINE).zip(first..) {
            entries.push((number, self::line(line)?));
        }
        syntax.at = end;
    }
}

/// The length of a line of a table: `0000000016 00000 n` and an end of two bytes.
const LINE: usize = 20;

fn line(line: &[u8]) -> Option<Option<(u16, Place)>> {
    let mut syntax = Syntax::at(line, 0);
    let (offset, generation): (u32, u32) =
        (syntax.count()?, syntax.word(b" ").and_then(|()| syntax.count())?);
    match &line[syntax.at..] {
        [b' ', b'f', _, _] => Some(None),
        [b' ', b'n', b' ' | b'\r', b'\r' | b'\n'] => {
            Some(Some((generation.try_into().ok()?, Place::At(offset))))
        }
        _ => None,
    }
}

/// A part of the table that is a stream.
fn stream_section(bytes: &[u8], at: usize, stream_bytes: usize) -> Option<Section> {
    let mut syntax = Syntax::at(bytes, at);
    syntax.header()?;
    let Object::Dictionary(trailer) = syntax.object()? else { return None };
    let start = syntax.stream()?;
    let length = trailer.get(b"Length")?.as_integer()?.try_into().ok()?;
    let data = Data::InFile { start, length };
    let stream = lopdf::Stream::new(as_lopdf::dictionary(&trailer), data.of(bytes).to_vec());
    let (table, _) = decode_xref_stream_with_limit(stream, Some(stream_bytes)).ok()?;
    let entries = table.entries.into_iter().map(|(number, entry)| (number, self::entry(&entry)));
    Some(Section { entries: entries.collect(), trailer })
}

fn entry(entry: &XrefEntry) -> Option<(u16, Place)> {
    match *entry {
        XrefEntry::Normal { offset, generation } => Some((generation, Place::At(offset))),
        XrefEntry::Compressed { container, index } => Some((0, Place::In { container, index })),
        XrefEntry::Free | XrefEntry::UnusableFree => None,
    }
}
