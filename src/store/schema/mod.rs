//! The tables, in numbered steps. Step N takes a database of version N-1 to version N and is never changed
//! once released; a new form is a new step, and a sample of each earlier version in `tests/data` must open.

use std::path::Path;

use rusqlite::{Connection, TransactionBehavior};

use super::StoreError;

/// Each as SQL. The first makes the tables in an empty database.
const STEPS: &[&str] = &[include_str!("1.sql"), include_str!("2.sql"), include_str!("3.sql")];

/// The version this program writes, kept as SQLite's `user_version`.
pub const KNOWN: u32 = STEPS.len() as u32;

/// Marks the file as a throughline store: `tlin` in ASCII, kept as SQLite's `application_id`.
const APPLICATION: u32 = u32::from_be_bytes(*b"tlin");

/// This program and its version, as a store names who wrote it and who read a file.
pub const PROGRAM: &str = concat!("throughline ", env!("CARGO_PKG_VERSION"));

/// The version of a database, 0 for one that is empty.
///
/// # Errors
/// [`StoreError::Foreign`] for a database of another program, [`StoreError::Newer`] for one of a later
/// version of this one.
pub fn version(connection: &Connection, path: &Path) -> Result<u32, StoreError> {
    // One statement, so that it sees one state while another program makes the tables.
    let query = "SELECT application_id, user_version, (SELECT count(*) FROM sqlite_schema)
                 FROM pragma_application_id, pragma_user_version";
    let facts = connection.query_row(query, [], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)));
    let (application, found, tables): (i64, i64, i64) =
        facts.map_err(|error| StoreError::from_sqlite(path, error))?;
    if application != i64::from(APPLICATION) {
        return if tables == 0 { Ok(0) } else { Err(StoreError::Foreign(path.to_owned())) };
    }
    let found = u32::try_from(found).unwrap_or(u32::MAX);
    if found > KNOWN {
        let written_by = written_by(connection);
        return Err(StoreError::Newer { path: path.to_owned(), found, known: KNOWN, written_by });
    }
    Ok(found)
}

fn written_by(connection: &Connection) -> String {
    let query = "SELECT value FROM store_facts WHERE name = 'written_by'";
    // A later form may keep it elsewhere: then all that is known is that it is later.
    let found = connection.query_row(query, [], |row| row.get::<_, String>(0));
    found.ok().filter(|name| !name.is_empty()).unwrap_or_else(|| "a later throughline".to_owned())
}

/// Takes the database to the version this program knows, in one transaction.
///
/// # Errors
/// As [`version`], and when the database cannot be written.
pub fn migrate(connection: &mut Connection, path: &Path) -> Result<(), StoreError> {
    if version(connection, path)? == KNOWN {
        return Ok(());
    }
    let failed = |error| StoreError::from_sqlite(path, error);
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(failed)?;
    // Asked again: another program may have done it while this one waited for its turn.
    let found = version(&transaction, path)?;
    for step in &STEPS[found as usize..] {
        transaction.execute_batch(step).map_err(failed)?;
    }
    sign(&transaction).map_err(failed)?;
    transaction.commit().map_err(failed)
}

fn sign(connection: &Connection) -> rusqlite::Result<()> {
    connection.pragma_update(None, "application_id", APPLICATION)?;
    connection.pragma_update(None, "user_version", KNOWN)?;
    connection.execute("UPDATE store_facts SET value = ?1 WHERE name = 'written_by'", [PROGRAM]).map(drop)
}
