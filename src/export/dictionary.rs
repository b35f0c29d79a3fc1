//! The data dictionary: what every table and column says, in Markdown.

use super::table::{Column, Draft, ForeignKey, Table};

pub const NAME: &str = "data-dictionary.md";

const HEAD: &str = "\
# Data dictionary

The tables that `throughline export` writes as CSV, Excel, Parquet and SQLite. One row is one thing, ids stay the same
from run to run, and a name says the same in every table. An empty cell is a value that is not known or not stated,
never a guess; a column in **bold** has a value in every row.

| type | values |
| --- | --- |
| text | Unicode |
| integer, number | in decimal |
| boolean | `true` or `false`; 1 or 0 in SQLite |
| date | ISO 8601: a day (`2018-03-05`), or a month (`2018-03`) where a letter gives no more. It is text in CSV, Parquet and SQLite, since a first of the month would be made up; in Excel a day is a date. |

Places are Unicode code points of the file's canonical text, which `throughline text FILE` prints, from 0: in Python,
`text[char_start:char_end] == quote`. Pages count from 1 and are those of the file.

| table | one row is |
| --- | --- |
";

/// The dictionary of these tables. It is the same whatever rows they have.
pub fn text(tables: &[Table]) -> String {
    let mut out = HEAD.to_owned();
    for Table { name, description, .. } in tables {
        out.push_str(&format!("| [{name}](#{name}) | {} |\n", lower_first(description)));
    }
    for table in tables {
        push(&mut out, table);
    }
    out
}

fn push(out: &mut String, table: &Table) {
    let key: Vec<String> = table.key.iter().map(|name| format!("`{name}`")).collect();
    out.push_str(&format!("\n## {}\n\n{} Key: {}.\n", table.name, table.description, key.join(", ")));
    out.push_str("\n| column | type | meaning |\n| --- | --- | --- |\n");
    for column in &table.columns {
        let foreign =
            table.foreign_keys.iter().find(|foreign| foreign.columns.last() == Some(&&column.name[..]));
        out.push_str(&row(column, foreign));
    }
}

fn row(column: &Column, foreign: Option<&ForeignKey>) -> String {
    let name = if column.required { format!("**`{}`**", column.name) } else { format!("`{}`", column.name) };
    let mut meaning = column.description.clone();
    if !column.one_of.is_empty() {
        let values: Vec<String> = column.one_of.iter().map(|value| format!("`{value}`")).collect();
        meaning.push_str(&format!(" One of {}.", values.join(", ")));
    }
    if let Some(ForeignKey { columns, table, .. }) = foreign {
        let with = columns[..columns.len() - 1].iter().map(|name| format!("`{name}` and this "));
        let with: String = with.collect();
        meaning.push_str(&format!(" {with}→ [{table}](#{table})."));
    }
    format!("| {name} | {} | {meaning} |\n", column.kind.name())
}

/// The dictionary as a table of its own, for forms that have everything in one file.
pub fn table(tables: &[Table]) -> Table {
    type Row<'a> = (&'a Table, &'a Column);
    let text = |name, about| Column::text(name, about).required();
    let rows = tables.iter().flat_map(|table| table.columns.iter().map(move |column| (table, column)));
    Draft::new("columns", "Columns", "A column of a table, and what it says.")
        .column(text("table", "The name of the table."), |row: &Row<'_>| (&row.0.name).into())
        .column(text("column", "The name of the column."), |row| (&row.1.name).into())
        .column(text("type", "The type of its values."), |row| row.1.kind.name().into())
        .column(Column::boolean("required", "Whether every row has a value.").required(), |row| {
            row.1.required.into()
        })
        .column(text("meaning", "What its values say."), |row| (&row.1.description).into())
        .column(text("one_row", "What one row of the table is."), |row| (&row.0.description).into())
        .key(&["table", "column"])
        .rows(rows)
}

fn lower_first(text: &str) -> String {
    let mut characters = text.chars();
    let first = characters.next().map(|first| first.to_lowercase().to_string());
    first.unwrap_or_default() + characters.as_str()
}
