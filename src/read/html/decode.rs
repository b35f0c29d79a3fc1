use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use crate::diagnostic::Diagnostic;
use crate::read::plain;

/// How far into a page its encoding may be declared.
const HEAD: usize = 4096;

/// Bytes to text, by the byte order mark, else by what the page declares, else by a guess with a warning.
pub fn decode(bytes: &[u8]) -> (String, Vec<Diagnostic>) {
    let declared = Encoding::for_bom(bytes).map(|(encoding, _)| encoding).or_else(|| declared(bytes));
    // A page that declares UTF-8 and is not was put together from parts of another encoding.
    let usable = declared.filter(|encoding| *encoding != UTF_8 || std::str::from_utf8(bytes).is_ok());
    let encoding = usable.unwrap_or_else(|| plain::encoding(bytes));
    let (text, _) = encoding.decode_with_bom_removal(bytes);
    // What a page declares is no guess.
    let warning = usable.is_none().then(|| plain::other_encoding("web page", encoding)).flatten();
    (text.into_owned(), Vec::from_iter(warning))
}

/// The encoding that a `meta` element or the XML declaration names.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]).to_lowercase();
    let in_meta = head.split("<meta").skip(1).find_map(|tag| value(tag.split('>').next()?, "charset="));
    let in_declaration = || value(head.strip_prefix("<?xml")?.split('>').next()?, "encoding=");
    let encoding = Encoding::for_label(in_meta.or_else(in_declaration)?.as_bytes())?;
    // What could be read byte by byte is no UTF-16, whatever it says.
    Some(if [UTF_16LE, UTF_16BE].contains(&encoding) { UTF_8 } else { encoding })
}

fn value<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let rest = &tag[tag.find(name)? + name.len()..];
    let rest = rest.trim_start_matches(['"', '\'', ' ']);
    rest.split(['"', '\'', ' ', ';', '/', '>', '?']).next()
}
