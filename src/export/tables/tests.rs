use std::collections::BTreeSet;

use super::*;
use crate::query::Library;
use crate::rules::RuleSet;

fn without_rows() -> Vec<Table> {
    all(&Held::new(&Library::default(), &RuleSet::default(), &[]))
}

#[test]
fn keys_are_columns_that_every_row_has() {
    for table in without_rows() {
        assert!(!table.key.is_empty(), "{} has no key", table.name);
        for name in &table.key {
            let column = &table.columns[table.place_of(name).expect(name)];
            assert!(column.required, "{}.{name} is not in every row", table.name);
        }
    }
}

#[test]
fn foreign_keys_are_keys_of_tables_that_stand_before() {
    let tables = without_rows();
    for (place, table) in tables.iter().enumerate() {
        for foreign in &table.foreign_keys {
            let other = tables[..=place].iter().find(|other| other.name == foreign.table);
            let other = other.unwrap_or_else(|| panic!("{} refers to {}", table.name, foreign.table));
            assert_eq!(other.key, foreign.keys, "{} refers to {}", table.name, other.name);
            for column in &foreign.columns {
                assert!(table.place_of(column).is_some(), "{} has no {column}", table.name);
            }
        }
    }
}

#[test]
fn a_table_has_each_column_once_and_each_is_described() {
    for table in without_rows() {
        let names: BTreeSet<&str> = table.columns.iter().map(|column| column.name.as_str()).collect();
        assert_eq!(names.len(), table.columns.len(), "{}", table.name);
        assert!(table.columns.iter().all(|column| column.description.ends_with('.')), "{}", table.name);
    }
}

#[test]
fn whoever_quotes_says_where() {
    for table in without_rows() {
        let quotes = table.columns.iter().filter_map(|column| column.name.strip_suffix("quote"));
        for prefix in quotes {
            for place in ["page", "last_page", "line", "char_start", "char_end"] {
                assert!(
                    table.place_of(&format!("{prefix}{place}")).is_some(),
                    "{}: {prefix}{place}",
                    table.name
                );
            }
            assert!(
                table.place_of("file").is_some() && table.place_of("file_sha256").is_some(),
                "{}",
                table.name
            );
        }
    }
}
