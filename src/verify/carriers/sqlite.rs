use std::path::Path;

use rusqlite::types::ValueRef;
use rusqlite::{Connection, OpenFlags};

use super::table::{self, Table};
use super::{Found, unreadable};
use crate::diagnostic::Diagnostic;

/// The claims of every table of an SQLite database.
pub fn read(path: &Path) -> Result<Found, Box<Diagnostic>> {
    tables(path).map(|tables| table::claims(&tables)).map_err(|error| unreadable(path, error.to_string()))
}

fn tables(path: &Path) -> rusqlite::Result<Vec<Table>> {
    let connection = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let mut query =
        connection.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")?;
    let names = query.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<Vec<String>>>()?;
    names.iter().map(|name| table(&connection, path, name)).collect()
}

fn table(connection: &Connection, path: &Path, name: &str) -> rusqlite::Result<Table> {
    let quoted = name.replace('"', "\"\"");
    let mut query = connection.prepare(&format!("SELECT * FROM \"{quoted}\""))?;
    let header: Vec<String> = query.column_names().into_iter().map(str::to_owned).collect();
    let mut table = Table { name: format!("{}, table {name}", path.display()), header, rows: Vec::new() };
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        let cells = (0..table.header.len()).map(|column| row.get_ref(column).map(text));
        let cells = cells.collect::<rusqlite::Result<Vec<String>>>()?;
        table.rows.push((table.rows.len() + 1, cells));
    }
    Ok(table)
}

fn text(value: ValueRef<'_>) -> String {
    match value {
        ValueRef::Null => String::new(),
        ValueRef::Integer(number) => number.to_string(),
        ValueRef::Real(number) => number.to_string(),
        ValueRef::Text(bytes) | ValueRef::Blob(bytes) => String::from_utf8_lossy(bytes).into_owned(),
    }
}
