use rusqlite::{Connection, Statement, ToSql, Transaction, TransactionBehavior, params};
use sha2::{Digest, Sha256};

use super::PROGRAM;
use super::distinct::fingerprint;
use super::{IngestedSource, Store, StoreError, StoredWarning, read};
use crate::record::{Finding, LetterRecord};
use crate::text::hex;

impl Store {
    /// Keeps each source of a batch in place of everything kept for its path, in one transaction. The
    /// generation goes up by one if anything changed; a source that is kept already, word for word, changes
    /// nothing.
    ///
    /// # Errors
    /// When the store cannot be written; it is then as it was before.
    pub fn replace(&mut self, batch: &[IngestedSource]) -> Result<(), StoreError> {
        self.change(|transaction| {
            let mut changed = false;
            for source in batch {
                changed |= keep(transaction, source)?;
            }
            Ok(changed)
        })
    }

    /// Drops everything kept for the sources at `paths`, in one transaction. Paths that are not kept are
    /// passed over.
    ///
    /// # Errors
    /// As [`Store::replace`].
    pub fn forget(&mut self, paths: &[String]) -> Result<(), StoreError> {
        self.change(|transaction| {
            let mut delete = transaction.prepare("DELETE FROM sources WHERE path = ?1")?;
            let mut dropped = 0;
            for path in paths {
                dropped += delete.execute([path])?;
            }
            Ok(dropped > 0)
        })
    }

    /// Runs `work` in one transaction that is committed if it tells of a change.
    pub(super) fn change(
        &mut self,
        work: impl FnOnce(&Transaction<'_>) -> rusqlite::Result<bool>,
    ) -> Result<(), StoreError> {
        let path = self.database();
        let attempt = || {
            let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            if work(&transaction)? {
                bump(&transaction)?;
                transaction.commit()?;
            }
            Ok(())
        };
        attempt().map_err(|error| StoreError::from_sqlite(&path, error))
    }
}

fn bump(connection: &Connection) -> rusqlite::Result<()> {
    connection.execute_batch("DELETE FROM texts WHERE sha256 NOT IN (SELECT text_sha256 FROM sources)")?;
    let raise = "UPDATE store_facts SET value = CAST(value AS INTEGER) + 1 WHERE name = 'generation'";
    connection.execute(raise, [])?;
    connection.execute("UPDATE store_facts SET value = ?1 WHERE name = 'written_by'", [PROGRAM])?;
    Ok(())
}

/// Whether anything changed.
fn keep(connection: &Connection, source: &IngestedSource) -> rusqlite::Result<bool> {
    if read::source(connection, &source.path)?.as_ref() == Some(source) {
        return Ok(false);
    }
    connection.execute("DELETE FROM sources WHERE path = ?1", [&source.path])?;
    insert_source(connection, source)?;
    insert_warnings(connection, source)?;
    insert_letters(connection, source)?;
    Ok(true)
}

fn insert_source(connection: &Connection, source: &IngestedSource) -> rusqlite::Result<()> {
    let text_sha256 = hex(&Sha256::digest(&source.text));
    connection
        .prepare("INSERT INTO texts VALUES (?1, ?2) ON CONFLICT DO NOTHING")?
        .execute([&text_sha256, &source.text])?;
    connection.prepare("INSERT INTO sources VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")?.execute(params![
        source.path,
        source.sha256,
        source.media_type,
        source.pages,
        source.rules_sha256,
        text_sha256,
        source.read_by,
        source.ocr
    ])?;
    Ok(())
}

fn insert_warnings(connection: &Connection, source: &IngestedSource) -> rusqlite::Result<()> {
    let mut insert = connection.prepare("INSERT INTO warnings VALUES (?1, ?2, ?3, ?4, ?5)")?;
    for (position, StoredWarning { code, message, page }) in source.warnings.iter().enumerate() {
        insert.execute(params![source.path, position as i64, code, message, page])?;
    }
    Ok(())
}

fn insert_letters(connection: &Connection, source: &IngestedSource) -> rusqlite::Result<()> {
    for (position, record) in source.letters.iter().enumerate() {
        insert_letter(connection, source, position, record)?;
        let letter = connection.last_insert_rowid();
        insert_findings(connection, letter, &record.findings)?;
    }
    Ok(())
}

fn insert_letter(
    connection: &Connection,
    source: &IngestedSource,
    position: usize,
    record: &LetterRecord,
) -> rusqlite::Result<()> {
    let json = serde_json::to_string(record)
        .map_err(|error| rusqlite::Error::ToSqlConversionFailure(Box::new(error)))?;
    let letter = &record.letter;
    let area = letter.area.as_ref();
    let visit = letter.visit;
    let values: &[(&str, &dyn ToSql)] = &[
        (":source", &source.path),
        (":position", &(position as i64)),
        (":id", &letter.id),
        (":area", &area.map(|area| &area.name)),
        (":code", &area.and_then(|area| area.code.as_ref())),
        (":region", &area.and_then(|area| area.region.as_ref())),
        (":kind", &letter.kind),
        (":title", &letter.title),
        (":dated", &letter.dated.map(|date| date.to_string())),
        (":published", &letter.published.map(|date| date.to_string())),
        (":visit_from", &visit.map(|visit| visit.from.to_string())),
        (":visit_to", &visit.map(|visit| visit.to.to_string())),
        (":outcome", &letter.outcome),
        (":fingerprint", &fingerprint(record, &source.text)),
        (":record", &json),
    ];
    insert_named(connection, "letters", values)
}

fn insert_named(connection: &Connection, table: &str, values: &[(&str, &dyn ToSql)]) -> rusqlite::Result<()> {
    let names: Vec<&str> = values.iter().map(|(name, _)| *name).collect();
    let places = names.join(", ");
    let columns = places.replace(':', "");
    let mut insert = connection.prepare(&format!("INSERT INTO {table} ({columns}) VALUES ({places})"))?;
    insert.execute(values).map(drop)
}

fn insert_findings(connection: &Connection, letter: i64, findings: &[Finding]) -> rusqlite::Result<()> {
    let mut themes =
        connection.prepare("INSERT INTO finding_themes VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING")?;
    for (position, finding) in findings.iter().enumerate() {
        let position = position as i64;
        insert_finding(connection, letter, position, finding)?;
        insert_themes(&mut themes, letter, position, &finding.themes)?;
    }
    Ok(())
}

fn insert_finding(
    connection: &Connection,
    letter: i64,
    position: i64,
    finding: &Finding,
) -> rusqlite::Result<()> {
    let values: &[(&str, &dyn ToSql)] = &[
        (":letter", &letter),
        (":position", &position),
        (":id", &finding.id),
        (":kind", &finding.kind.name()),
        (":number", &finding.number),
        (":statement", &finding.statement),
        (":judgement", &finding.judgement.map(|judgement| judgement.name())),
        (":judgement_quote", &finding.judgement_quote.as_ref().map(|at| &at.quote)),
        (":responsible_body", &finding.responsible_body),
        (":page", &finding.at.span.page),
        (":ocr_confidence", &finding.at.span.ocr_confidence),
    ];
    insert_named(connection, "findings", values)
}

fn insert_themes(
    insert: &mut Statement<'_>,
    letter: i64,
    position: i64,
    themes: &[String],
) -> rusqlite::Result<()> {
    for theme in themes {
        insert.execute(params![letter, position, theme])?;
    }
    Ok(())
}
