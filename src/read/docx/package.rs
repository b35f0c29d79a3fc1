use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::xml;
use crate::read::marked::limits;
use crate::read::{Limit, Limits, ReadError};

/// The zip that a Word file is, and where its text stands in it.
pub struct Package<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    document: String,
    limits: Limits,
}

const USUAL_DOCUMENT: &str = "word/document.xml";

impl<'a> Package<'a> {
    /// # Errors
    /// When the zip cannot be read or is no Word file.
    pub fn open(bytes: &'a [u8], limits: &Limits) -> Result<Self, ReadError> {
        let zip = ZipArchive::new(Cursor::new(bytes))
            .map_err(|_| ReadError::DamagedWord("its zip is cut short or broken"))?;
        if zip.len() > limits::ENTRIES {
            return Err(ReadError::DamagedWord("its zip has more parts than any Word file"));
        }
        let mut package = Self { zip, document: String::new(), limits: *limits };
        package.document = package.find_document()?;
        Ok(package)
    }

    /// The text's part: by the package's relations, else by its usual name.
    fn find_document(&mut self) -> Result<String, ReadError> {
        let named = self.target("_rels/.rels", "officeDocument").unwrap_or_default();
        let candidates = [named.trim_start_matches('/').to_owned(), USUAL_DOCUMENT.to_owned()];
        let found = candidates.into_iter().find(|name| self.has(name));
        match found {
            Some(name) if name.starts_with("xl/") || name.starts_with("ppt/") => {
                Err(ReadError::OtherFormat("an Excel or PowerPoint file"))
            }
            Some(name) => Ok(name),
            None if self.has("mimetype") && self.has("content.xml") => {
                Err(ReadError::OtherFormat("an OpenDocument file (.odt)"))
            }
            None => Err(ReadError::OtherFormat("a zip file that is no Word file")),
        }
    }

    fn has(&self, name: &str) -> bool {
        self.zip.index_for_name(name).is_some()
    }

    /// The bytes of the text.
    pub fn document(&mut self) -> Result<Vec<u8>, ReadError> {
        let name = self.document.clone();
        self.part(&name)
    }

    /// The part that the text names as its `styles` or `numbering`; `None` where there is none.
    pub fn related(&mut self, kind: &str) -> Option<Result<Vec<u8>, ReadError>> {
        let (folder, file) = self.document.rsplit_once('/').unwrap_or(("", &self.document));
        let relations = format!("{folder}/_rels/{file}.rels");
        let usual = format!("{folder}/{kind}.xml");
        let in_folder = |target: String| match target.strip_prefix('/') {
            Some(path) => path.to_owned(),
            None => format!("{folder}/{target}"),
        };
        let folder_owned = self.target_with(&relations, kind, in_folder);
        let name = folder_owned.filter(|name| self.has(name)).unwrap_or(usual);
        self.has(&name).then(|| self.part(&name))
    }

    fn target_with(&self, relations: &str, kind: &str, place: impl Fn(String) -> String) -> Option<String> {
        // Reading an entry moves the archive: a copy of it is cheap, its directory is shared.
        let mut copy = Self { zip: self.zip.clone(), document: String::new(), limits: self.limits };
        copy.target(relations, kind).map(place)
    }

    /// What a part with relations names for a kind of part.
    fn target(&mut self, relations: &str, kind: &str) -> Option<String> {
        let tree = xml::parse(&self.part(relations).ok()?, &self.limits).ok()?;
        let list = tree.root.child("Relationships")?;
        let of_kind = |kind_uri: &str| kind_uri.rsplit('/').next() == Some(kind);
        let relation = list.elements().find(|element| element.attribute("Type").is_some_and(of_kind))?;
        relation.attribute("Target").map(str::to_owned)
    }

    fn part(&mut self, name: &str) -> Result<Vec<u8>, ReadError> {
        let entry = self.zip.by_name(name).map_err(|_| ReadError::DamagedWord("a part cannot be opened"))?;
        let mut bytes = Vec::new();
        let most = self.limits.stream_bytes;
        // What the directory says of its size may be false: only what comes out counts.
        let read = entry.take(most + 1).read_to_end(&mut bytes);
        if bytes.len() as u64 > most {
            return Err(ReadError::OverLimit("Word file", self.limits.exceeded(Limit::StreamBytes)));
        }
        // What was inflated before a fault is text all the same; that its XML breaks off is told.
        match read {
            Err(_) if bytes.is_empty() => Err(ReadError::DamagedWord("a part cannot be inflated")),
            _ => Ok(bytes),
        }
    }
}
