//! `verify`: what stands is said to stand, and whatever was changed is found and named.

use rusqlite::Connection;

use crate::bench::{Bench, copy, corpus, letter, stderr, stdout};

mod exports;
mod store;

/// What is said of the exports, one of which must be wrong.
fn faults(bench: &Bench, arguments: &[&str]) -> String {
    stdout(&bench.run(&[&["--quiet", "verify"], arguments].concat()).code(1))
}

/// A table of an export, and a row of it to change.
struct Table {
    name: &'static str,
    rows: Vec<Vec<String>>,
}

impl Table {
    fn read(bench: &Bench, name: &'static str) -> Self {
        let text = bench.read(name);
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
        let rows = reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect());
        Self { name, rows: rows.collect() }
    }

    /// The cell of a row as a spreadsheet numbers it: the header is row 1.
    fn cell(&mut self, row: usize, column: &str) -> &mut String {
        let at = self.rows[0].iter().position(|name| name == column).unwrap();
        &mut self.rows[row - 1][at]
    }

    fn write(&self, bench: &Bench) {
        let mut writer = csv::Writer::from_writer(Vec::new());
        self.rows.iter().for_each(|row| writer.write_record(row).unwrap());
        bench.write(self.name, writer.into_inner().unwrap());
    }
}

fn database(bench: &Bench) -> Connection {
    Connection::open(bench.path(".throughline/letters.sqlite")).unwrap()
}

#[test]
fn a_call_that_verifies_nothing_is_wrong() {
    let bench = Bench::holding("wexcombe");
    bench.write("links.csv", "from,to\na,b\n");
    bench.write("notes.odt", "text");
    for (path, says) in [
        ("links.csv", "nothing to verify"),
        ("notes.odt", "its ending is that of no export"),
        ("missing.csv", "there is no such file or folder"),
    ] {
        let said = stderr(&bench.run(&["verify", path]).code(2));
        assert!(said.contains(says), "{path}: {said}");
    }
    assert!(
        stderr(&bench.run(&["verify", "links.csv"]).code(2)).contains("links.csv: carries no quotations")
    );
    let said = stderr(&Bench::new().run(&["verify"]).code(2));
    assert!(said.contains("there is no store here"), "{said}");
}
