use super::cells::parts;
use super::denominators::{beside, under};
use super::notes;
use crate::query::compare::{Matrix, Row};

/// The matrix as a Markdown table, with its title above it and below it what it says of itself.
pub fn markdown(matrix: &Matrix) -> String {
    let (shown, empty) = matrix.counting();
    let mut out = format!("# {}\n\n{}\n\n", notes::title(matrix), notes::denominators(matrix));
    out.push_str(&table(&shown));
    for note in
        notes::meaning(matrix).into_iter().chain(notes::named_by_none(&empty)).chain(notes::not_held(matrix))
    {
        out.push_str(&format!("\n{note}\n"));
    }
    out
}

fn table(matrix: &Matrix) -> String {
    let (under, beside) = (under(matrix), beside(matrix));
    let labels = if matrix.has_areas_apart() {
        vec![matrix.rows_by.name(), "area"]
    } else {
        vec![matrix.rows_by.name()]
    };
    let columns = matrix.columns.iter().map(|column| column.key.label.as_str());
    let denominators = beside.iter().map(|line| line.label);
    let headings: Vec<String> =
        labels.iter().copied().chain(columns).chain(denominators).map(str::to_owned).collect();
    let rule: Vec<String> = (0..headings.len())
        .map(|at| if at < labels.len() { "---".to_owned() } else { "---:".to_owned() })
        .collect();
    let mut out = line(&headings) + &line(&rule);
    for row in &matrix.rows {
        let denominators = beside.iter().map(|line| (line.of)(&row.held).to_string());
        out.push_str(&line(&[cells(row, matrix), denominators.collect()].concat()));
    }
    for below in under {
        let mut cells = vec![below.label.to_owned()];
        cells.resize(labels.len(), String::new());
        cells.extend(matrix.columns.iter().map(|column| (below.of)(&column.held).to_string()));
        let all = |beside: &super::denominators::Line| {
            (beside.label == below.label).then(|| (below.of)(&matrix.held).to_string())
        };
        cells.extend(beside.iter().map(|beside| all(beside).unwrap_or_default()));
        out.push_str(&line(&cells));
    }
    out
}

fn cells(row: &Row, matrix: &Matrix) -> Vec<String> {
    let labels = [Some(row.key.label.clone()), row.area.clone()].into_iter().flatten();
    labels.chain(row.cells.iter().map(|cell| parts(cell, matrix.measure).join(", "))).collect()
}

/// A row; a bar in a cell would end it.
fn line(cells: &[String]) -> String {
    let cells: Vec<String> = cells.iter().map(|cell| cell.replace('|', "\\|")).collect();
    format!("| {} |\n", cells.join(" | "))
}
