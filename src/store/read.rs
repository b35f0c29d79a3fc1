use std::cmp::Ordering;

use rusqlite::{Connection, OptionalExtension, Row};

use super::distinct::{Copy, Distinct, distinct, kept_id};
use super::{IngestedSource, SourceState, Store, StoreError, StoredLetter, StoredWarning, UnreadSource};
use crate::record::LetterRecord;

impl Store {
    /// A number that goes up whenever anything in the store changes.
    ///
    /// # Errors
    /// When the store cannot be read, as for every method here.
    pub fn generation(&self) -> Result<u64, StoreError> {
        self.reading(|connection| {
            let query = "SELECT CAST(value AS INTEGER) FROM store_facts WHERE name = 'generation'";
            connection.query_row(query, [], |row| row.get::<_, i64>(0)).map(|number| number as u64)
        })
    }

    /// Every source, by path.
    pub fn sources(&self) -> Result<Vec<SourceState>, StoreError> {
        self.reading(|connection| {
            let mut query = connection
                .prepare("SELECT path, sha256, media_type, pages, rules_sha256, read_by, ocr FROM sources ORDER BY path")?;
            let state = |row: &Row<'_>| {
                Ok(SourceState {
                    path: row.get(0)?,
                    sha256: row.get(1)?,
                    media_type: row.get(2)?,
                    pages: row.get(3)?,
                    rules_sha256: row.get(4)?,
                    read_by: row.get(5)?,
                    ocr: row.get(6)?,
                })
            };
            query.query_map([], state)?.collect()
        })
    }

    /// Everything kept of the source at `path`, as it was given to [`Store::replace`].
    pub fn source(&self, path: &str) -> Result<Option<IngestedSource>, StoreError> {
        self.reading(|connection| source(connection, path))
    }

    /// Every letter once, ordered by the name of its area, the date it is placed at, and its id. Letters of
    /// no known area, and undated ones of an area, come last.
    pub fn letters(&self) -> Result<Vec<StoredLetter>, StoreError> {
        self.reading(|connection| select(connection, "TRUE", ""))
    }

    /// The letters of the areas with these names or ONS codes, in the order of [`Store::letters`].
    pub fn letters_of(&self, areas: &[String]) -> Result<Vec<StoredLetter>, StoreError> {
        let wanted = |name: &str| areas.iter().any(|area| area.eq_ignore_ascii_case(name));
        let json = serde_json::Value::from(areas).to_string();
        // Copies are told apart among all letters of an id, so those are read, and what is wanted kept.
        let of_ids = "id IN (SELECT letters.id FROM letters, json_each(?1) AS area
                             WHERE area.value COLLATE NOCASE IN (letters.area, letters.code))";
        let mut letters = self.reading(|connection| select(connection, of_ids, &json))?;
        letters.retain(|letter| {
            let area = letter.record.letter.area.as_ref();
            area.is_some_and(|area| wanted(&area.name) || area.code.as_deref().is_some_and(wanted))
        });
        Ok(letters)
    }

    /// The names of the areas that letters are about, in order.
    pub fn areas(&self) -> Result<Vec<String>, StoreError> {
        self.distinct("area")
    }

    /// The kinds of letters held, in order.
    pub fn kinds(&self) -> Result<Vec<String>, StoreError> {
        self.distinct("kind")
    }

    /// The values of a column of the letters.
    fn distinct(&self, column: &str) -> Result<Vec<String>, StoreError> {
        self.reading(|connection| {
            let query =
                format!("SELECT DISTINCT {column} FROM letters WHERE {column} IS NOT NULL ORDER BY {column}");
            connection.prepare(&query)?.query_map([], |row| row.get(0))?.collect()
        })
    }

    /// The letter of an id as it is read out, with `-2` where it has that.
    pub fn letter(&self, id: &str) -> Result<Option<StoredLetter>, StoreError> {
        let json = serde_json::json!([id, kept_id(id)]).to_string();
        let of_id = "id IN (SELECT value FROM json_each(?1))";
        let letters = self.reading(|connection| select(connection, of_id, &json))?;
        Ok(letters.into_iter().find(|letter| letter.record.letter.id == id))
    }

    /// The canonical text of the file whose bytes have this SHA-256; where several files do, the text of the
    /// first by path, which is the one that letters are read out from.
    pub fn text(&self, sha256: &str) -> Result<Option<String>, StoreError> {
        self.reading(|connection| {
            let query = "SELECT text FROM sources JOIN texts ON texts.sha256 = sources.text_sha256
                         WHERE sources.sha256 = ?1 ORDER BY path LIMIT 1";
            connection.query_row(query, [sha256], |row| row.get(0)).optional()
        })
    }

    /// The sources that gave no letter, by path.
    pub fn unread(&self) -> Result<Vec<UnreadSource>, StoreError> {
        self.reading(|connection| {
            let mut query = connection.prepare(
                "SELECT path, sha256 FROM sources
                 WHERE path NOT IN (SELECT source FROM letters) ORDER BY path",
            )?;
            let rows = query.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
            rows.map(|row: rusqlite::Result<(String, String)>| {
                let (path, sha256) = row?;
                let reasons = warnings(connection, &path)?;
                Ok(UnreadSource { path, sha256, reasons })
            })
            .collect()
        })
    }

    fn reading<T>(&self, read: impl FnOnce(&Connection) -> rusqlite::Result<T>) -> Result<T, StoreError> {
        // One transaction, so that everything is read as one commit left it.
        let read = || {
            let transaction = self.connection.unchecked_transaction()?;
            read(&transaction)
        };
        read().map_err(|error| StoreError::from_sqlite(&self.database(), error))
    }
}

/// Everything kept of the source at `path`; `None` also where an earlier form of its records no longer reads.
pub(super) fn source(connection: &Connection, path: &str) -> rusqlite::Result<Option<IngestedSource>> {
    let query = "SELECT sources.sha256, media_type, pages, text, rules_sha256, read_by, ocr
                 FROM sources JOIN texts ON texts.sha256 = sources.text_sha256 WHERE path = ?1";
    let read = |row: &Row<'_>| {
        Ok(IngestedSource {
            path: path.to_owned(),
            sha256: row.get(0)?,
            media_type: row.get(1)?,
            pages: row.get(2)?,
            text: row.get(3)?,
            rules_sha256: row.get(4)?,
            read_by: row.get(5)?,
            ocr: row.get(6)?,
            letters: Vec::new(),
            warnings: Vec::new(),
        })
    };
    let found = connection.prepare(query)?.query_row([path], read).optional()?;
    let Some(mut source) = found else { return Ok(None) };
    source.warnings = warnings(connection, path)?;
    let mut query = connection.prepare("SELECT record FROM letters WHERE source = ?1 ORDER BY position")?;
    let records = query.query_map([path], |row| row.get::<_, String>(0))?;
    for json in records {
        match serde_json::from_str(&json?) {
            Ok(record) => source.letters.push(record),
            Err(_) => return Ok(None),
        }
    }
    Ok(Some(source))
}

fn warnings(connection: &Connection, path: &str) -> rusqlite::Result<Vec<StoredWarning>> {
    let mut query =
        connection.prepare("SELECT code, message, page FROM warnings WHERE source = ?1 ORDER BY position")?;
    let read =
        |row: &Row<'_>| Ok(StoredWarning { code: row.get(0)?, message: row.get(1)?, page: row.get(2)? });
    query.query_map([path], read)?.collect()
}

/// The letters, each once, of those ids for which the SQL `condition` holds; it may use the JSON text `?1`.
fn select(connection: &Connection, condition: &str, json: &str) -> rusqlite::Result<Vec<StoredLetter>> {
    let mut query = connection.prepare(&format!(
        "SELECT source, fingerprint, record FROM letters
         WHERE ?1 IS NOT NULL AND {condition} ORDER BY source, position"
    ))?;
    let copies = query.query_map([json], read_copy)?.collect::<rusqlite::Result<Vec<Copy>>>()?;
    let letters = distinct(copies).into_iter();
    let mut letters =
        letters.map(|letter| with_warnings(connection, letter)).collect::<rusqlite::Result<Vec<_>>>()?;
    letters.sort_by(|a, b| reading_order(&a.record, &b.record));
    Ok(letters)
}

fn read_copy(row: &Row<'_>) -> rusqlite::Result<Copy> {
    let json: String = row.get(2)?;
    let unreadable =
        |error| rusqlite::Error::FromSqlConversionFailure(2, rusqlite::types::Type::Text, Box::new(error));
    let record = serde_json::from_str(&json).map_err(unreadable)?;
    Ok(Copy { path: row.get(0)?, fingerprint: row.get(1)?, record })
}

/// Adds the warnings of the letter's file, less those about pages that other letters stand on.
fn with_warnings(connection: &Connection, letter: Distinct) -> rusqlite::Result<StoredLetter> {
    let Distinct { first, record, also_in } = letter;
    let span = record.letter.span;
    let pages = span.page..=span.last_page.unwrap_or(span.page);
    let mut warnings = warnings(connection, &first)?;
    warnings.retain(|warning| warning.page.is_none_or(|page| pages.contains(&page)));
    Ok(StoredLetter { record, warnings, also_in })
}

fn reading_order(a: &LetterRecord, b: &LetterRecord) -> Ordering {
    let key = |record: &LetterRecord| {
        let area = record.letter.area.as_ref().map(|area| area.name.clone());
        let placed = record.placed();
        (area.is_none(), area, placed.is_none(), placed, record.letter.id.clone())
    };
    key(a).cmp(&key(b))
}
