//! Tables as one SQLite database, with primary and foreign keys, and views that put the words for codes beside them.

use rusqlite::types::ToSqlOutput;
use rusqlite::{Connection, MAIN_DB, ToSql, params_from_iter};

use super::table::{Column, Kind, Table, Value};

/// Views, by name.
const VIEWS: &str = include_str!("views.sql");

/// Tells these databases from others: "thru" in ASCII.
const APPLICATION_ID: i32 = 0x7468_7275;

/// Raised when a table or column changes its name or meaning.
const USER_VERSION: i32 = 1;

/// The database; with `views`, which are for the tables of [`super::tables::all`].
///
/// # Errors
/// When SQLite refuses something, such as two rows of one key.
pub fn database(tables: &[Table], views: bool) -> rusqlite::Result<Vec<u8>> {
    let mut connection = Connection::open_in_memory()?;
    // Keys are checked when all rows stand.
    connection.pragma_update(None, "foreign_keys", false)?;
    connection.pragma_update(None, "application_id", APPLICATION_ID)?;
    connection.pragma_update(None, "user_version", USER_VERSION)?;
    let transaction = connection.transaction()?;
    for table in tables {
        transaction.execute_batch(&definition(table))?;
        insert(&transaction, table)?;
    }
    if views {
        transaction.execute_batch(VIEWS)?;
    }
    transaction.commit()?;
    connection.execute_batch("VACUUM")?;
    Ok(connection.serialize(MAIN_DB)?.to_vec())
}

fn definition(table: &Table) -> String {
    let columns = table.columns.iter().map(column);
    let key = std::iter::once(&table.key).filter(|key| !key.is_empty());
    let key = key.map(|key| format!("PRIMARY KEY ({})", names(key)));
    let foreign = table.foreign_keys.iter().map(|key| {
        let (columns, keys) = (names(&key.columns), names(&key.keys));
        format!("FOREIGN KEY ({columns}) REFERENCES {} ({keys})", quoted(key.table))
    });
    let parts: Vec<String> = columns.chain(key).chain(foreign).collect();
    format!("CREATE TABLE {} (\n  {}\n) STRICT;", quoted(&table.name), parts.join(",\n  "))
}

fn column(column: &Column) -> String {
    let kind = match column.kind {
        Kind::Text | Kind::Date => "TEXT",
        Kind::Integer | Kind::Boolean => "INTEGER",
        Kind::Number => "REAL",
    };
    let required = if column.required { " NOT NULL" } else { "" };
    format!("{} {kind}{required}", quoted(&column.name))
}

fn insert(connection: &Connection, table: &Table) -> rusqlite::Result<()> {
    let marks = vec!["?"; table.columns.len()].join(", ");
    let mut insert = connection.prepare(&format!("INSERT INTO {} VALUES ({marks})", quoted(&table.name)))?;
    for row in &table.rows {
        insert.execute(params_from_iter(row))?;
    }
    Ok(())
}

impl ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self {
            Value::Text(text) => text.as_str().into(),
            Value::Integer(number) => (*number).into(),
            Value::Number(number) => (*number).into(),
            Value::Boolean(truth) => (*truth).into(),
            Value::Date(date) => date.to_string().into(),
            Value::Absent => rusqlite::types::Null.into(),
        })
    }
}

fn names(names: &[impl AsRef<str>]) -> String {
    names.iter().map(|name| quoted(name.as_ref())).collect::<Vec<_>>().join(", ")
}

/// A name as SQL has it, also one that is a word of SQL.
fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}
