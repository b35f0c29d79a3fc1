use super::Args;
use super::form::Form;
use crate::cli::failure::Failure;
use crate::cli::session::Session;
use crate::diagnostic::Diagnostic;
use crate::query::Library;
use crate::query::compare::Matrix;
use crate::render;
use crate::rules::RuleSet;

/// Prints the findings behind a cell, or the ids of them.
pub fn open(
    matrix: &Matrix,
    cell: &str,
    library: &Library,
    rules: &RuleSet,
    args: &Args,
    session: &Session,
) -> Result<(), Failure> {
    let parts: Vec<&str> = cell.split(',').map(str::trim).collect();
    let opened = match parts[..] {
        [row, column] => matrix.open(row, None, column),
        [row, area, column] => matrix.open(row, Some(area), column),
        _ => None,
    };
    let opened = opened.ok_or_else(|| no_cell(matrix, cell))?;
    match args.format.form(session) {
        Form::Json => {
            let ids: Vec<&String> = opened.iter().flat_map(|(_, _, cell)| &cell.findings).collect();
            session.terminal.print_json(&ids)
        }
        Form::Text => {
            let (words, look) = (&rules.vocabulary, session.terminal.look());
            session.terminal.print(&render::compare::opened(&opened, library, words, look))
        }
        _ => {
            Err(Diagnostic::error("no-form", "--open lists findings, and they have the forms text and json")
                .help("leave out --open for the matrix, or choose --format text or json")
                .into())
        }
    }
}

fn no_cell(matrix: &Matrix, typed: &str) -> Failure {
    let ids = |keys: Vec<&str>| keys.join(", ");
    let mut rows: Vec<&str> = matrix.rows.iter().map(|row| row.key.id.as_str()).collect();
    rows.dedup();
    let columns = ids(matrix.columns.iter().map(|column| column.key.id.as_str()).collect());
    Diagnostic::error("no-cell", format!("--open {typed}: there is no such cell"))
        .help(format!("rows: {}\ncolumns: {columns}", ids(rows)))
        .into()
}
