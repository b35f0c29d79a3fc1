use crate::export::table::{Column, Draft, Table, Value};
use crate::query::compare::{self, Cell, Matrix, Row, Tally};

/// A cell with its row and column.
type Placed<'a> = (&'a Row, &'a compare::Column, &'a Cell);

/// One row for each cell, those that count nothing and those that are blank among them. In a blank one, everything
/// that would be counted is absent, and its denominators say why.
pub fn cells(matrix: &Matrix) -> Table {
    let draft = Draft::new("cells", "Cells", "What letters say at one row and column of a comparison.");
    let draft = denominators(measured(placed(draft, matrix), matrix));
    let draft = Tally::judgements().fold(draft, |draft, judgement| {
        let name = Tally::name(judgement);
        let about = format!("How many of the findings are judged {}.", name.replace('_', " "));
        draft.column(Column::integer(name, about), move |(_, _, cell): &Placed<'_>| {
            counted(cell, cell.judgements.of(judgement))
        })
    });
    let key: &[&str] = if matrix.has_areas_apart() { &["row", "area", "column"] } else { &["row", "column"] };
    draft.key(key).rows(
        matrix.rows.iter().flat_map(|row| {
            matrix.columns.iter().zip(&row.cells).map(move |(column, cell)| (row, column, cell))
        }),
    )
}

fn placed<'a>(draft: Draft<'a, Placed<'a>>, matrix: &'a Matrix) -> Draft<'a, Placed<'a>> {
    draft
        .column(Column::text("rows_by", "What rows stand for.").required(), |_| matrix.rows_by.name().into())
        .column(Column::text("row", "The row's value.").required(), |(row, ..)| (&row.key.id).into())
        .column(Column::text("row_label", "The same in words.").required(), |(row, ..)| {
            (&row.key.label).into()
        })
        .column(
            Column::text("area", "The area alone counted, where areas have rows of their own."),
            |(row, ..)| row.area.as_ref().into(),
        )
        .column(Column::text("columns_by", "What columns stand for.").required(), |_| {
            matrix.columns_by.name().into()
        })
        .column(Column::text("column", "The column's value.").required(), |(_, column, _)| {
            (&column.key.id).into()
        })
        .column(Column::text("column_label", "The same in words.").required(), |(_, column, _)| {
            (&column.key.label).into()
        })
}

fn measured<'a>(draft: Draft<'a, Placed<'a>>, matrix: &'a Matrix) -> Draft<'a, Placed<'a>> {
    let value = "The count; or the share of letters that name a finding, of those that could; or the share of findings \
                 judged that are not settled. From 0 to 1 where it is a share; absent where it has no denominator.";
    draft
        .column(Column::text("measure", "What `value` is.").required(), |_| matrix.measure.name().into())
        .column(Column::number("value", value), |(_, _, cell)| cell.value.into())
        .column(
            Column::integer("findings", "How many findings; absent where the cell is blank."),
            |(_, _, cell)| cell.count.into(),
        )
}

fn denominators<'a>(draft: Draft<'a, Placed<'a>>) -> Draft<'a, Placed<'a>> {
    let naming = "Of the letters that could have, how many name such a finding.";
    draft
        .column(Column::integer("letters_naming", naming), |(_, _, cell)| counted(cell, cell.letters_naming))
        .column(
            Column::integer("letters_could", "Letters held that could have named one.").required(),
            |(_, _, cell)| cell.held.letters_could.into(),
        )
        .column(
            Column::integer("letters_held", "Letters held at the row and column.").required(),
            |(_, _, cell)| cell.held.letters_held.into(),
        )
        .column(Column::integer("areas_naming", "Areas of the letters that name one."), |(_, _, cell)| {
            counted(cell, cell.areas_naming)
        })
        .column(
            Column::integer("areas_could", "Areas of the letters that could have.").required(),
            |(_, _, cell)| cell.held.areas_could.into(),
        )
        .column(Column::integer("areas_held", "Areas of the letters held.").required(), |(_, _, cell)| {
            cell.held.areas_held.into()
        })
}

fn counted(cell: &Cell, count: usize) -> Value {
    if cell.is_blank() { Value::Absent } else { count.into() }
}
