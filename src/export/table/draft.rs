use super::{Column, ForeignKey, Table, Value};

/// A table in the making: each column is declared beside what fills it from a row's source, an `R`.
pub struct Draft<'a, R> {
    table: Table,
    fill: Vec<Fill<'a, R>>,
}

type Fill<'a, R> = Box<dyn Fn(&R) -> Value + 'a>;

impl<'a, R> Draft<'a, R> {
    /// `description` says what one row is.
    pub fn new(name: &str, title: &str, description: &str) -> Self {
        let (name, title, description) = (name.to_owned(), title.to_owned(), description.to_owned());
        let (columns, key, foreign_keys, rows) = Default::default();
        Self { table: Table { name, title, description, columns, key, foreign_keys, rows }, fill: Vec::new() }
    }

    pub fn column(mut self, column: Column, value: impl Fn(&R) -> Value + 'a) -> Self {
        self.table.columns.push(column);
        self.fill.push(Box::new(value));
        self
    }

    /// The columns whose values together tell a row from every other.
    pub fn key(mut self, columns: &[&str]) -> Self {
        self.table.key = columns.iter().copied().map(str::to_owned).collect();
        self
    }

    /// The values of `column`, where there are any, are values of `key` in the table of that name.
    pub fn refers(self, column: &'static str, table: &'static str, key: &'static str) -> Self {
        self.refers_by(&[column], table, &[key])
    }

    /// The same of several columns together.
    pub fn refers_by(mut self, columns: &[&'static str], table: &'static str, keys: &[&'static str]) -> Self {
        let (columns, keys) = (columns.to_vec(), keys.to_vec());
        self.table.foreign_keys.push(ForeignKey { columns, table, keys });
        self
    }

    /// The table with a row for each of `sources`.
    pub fn rows(self, sources: impl IntoIterator<Item = R>) -> Table {
        let Self { mut table, fill } = self;
        let row = |source: R| fill.iter().map(|value| value(&source)).collect();
        table.rows = sources.into_iter().map(row).collect();
        debug_assert!(table.rows.iter().all(|row| fits(row, &table.columns)), "{} has a misfit", table.name);
        table
    }
}

fn fits(row: &[Value], columns: &[Column]) -> bool {
    row.len() == columns.len()
        && row
            .iter()
            .zip(columns)
            .all(|(value, column)| value.is_of(column.kind) && !(column.required && *value == Value::Absent))
}
