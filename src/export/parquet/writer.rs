//! Written column by column with the format's own types, so that no other library of tables is needed.

use std::sync::Arc;

use parquet::basic::{LogicalType, Repetition, Type as Physical};
use parquet::data_type::{BoolType, ByteArray, ByteArrayType, DataType, DoubleType, Int64Type};
use parquet::errors::Result;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedColumnWriter, SerializedFileWriter};
use parquet::schema::types::Type;

use crate::export::ExportError;
use crate::export::about::{PROGRAM, VERSION};
use crate::export::table::{Column, Kind, Table, Value};

/// # Errors
/// When a value has no form in Parquet.
pub fn bytes(table: &Table) -> std::result::Result<Vec<u8>, ExportError> {
    write(table).map_err(|error| ExportError::Failed(error.to_string()))
}

fn write(table: &Table) -> Result<Vec<u8>> {
    let fields = table.columns.iter().map(|column| Ok(Arc::new(field(column)?)));
    let schema =
        Type::group_type_builder(&table.name).with_fields(fields.collect::<Result<Vec<_>>>()?).build()?;
    let made_by = format!("{PROGRAM} version {VERSION}");
    let properties = WriterProperties::builder().set_created_by(made_by).build();
    let mut file = SerializedFileWriter::new(Vec::new(), Arc::new(schema), Arc::new(properties))?;
    let mut rows = file.next_row_group()?;
    for (at, column) in table.columns.iter().enumerate() {
        if let Some(mut writer) = rows.next_column()? {
            let values = table.rows.iter().map(|row| &row[at]);
            put_column(&mut writer, column, values)?;
            writer.close()?;
        }
    }
    rows.close()?;
    file.into_inner()
}

fn field(column: &Column) -> Result<Type> {
    let repetition = if column.required { Repetition::REQUIRED } else { Repetition::OPTIONAL };
    let (physical, logical) = match column.kind {
        // A date may be a month, which the format's own dates cannot say.
        Kind::Text | Kind::Date => (Physical::BYTE_ARRAY, Some(LogicalType::String)),
        Kind::Integer => (Physical::INT64, None),
        Kind::Number => (Physical::DOUBLE, None),
        Kind::Boolean => (Physical::BOOLEAN, None),
    };
    let field = Type::primitive_type_builder(&column.name, physical);
    field.with_repetition(repetition).with_logical_type(logical).build()
}

fn put_column<'v>(
    writer: &mut SerializedColumnWriter<'_>,
    column: &Column,
    values: impl Iterator<Item = &'v Value>,
) -> Result<()> {
    match column.kind {
        Kind::Text | Kind::Date => put::<ByteArrayType>(writer, column, values, |value| match value {
            Value::Absent => None,
            value => Some(ByteArray::from(value.plain().as_ref())),
        }),
        Kind::Integer => put::<Int64Type>(writer, column, values, |value| match value {
            Value::Integer(number) => Some(*number),
            _ => None,
        }),
        Kind::Number => put::<DoubleType>(writer, column, values, |value| match value {
            Value::Number(number) => Some(*number),
            _ => None,
        }),
        Kind::Boolean => put::<BoolType>(writer, column, values, |value| match value {
            Value::Boolean(truth) => Some(*truth),
            _ => None,
        }),
    }
}

/// Writes the values that there are, and for each row whether it has one.
fn put<'v, T: DataType>(
    writer: &mut SerializedColumnWriter<'_>,
    column: &Column,
    values: impl Iterator<Item = &'v Value>,
    of: fn(&Value) -> Option<T::T>,
) -> Result<()> {
    let values: Vec<Option<T::T>> = values.map(of).collect();
    let there: Vec<i16> = values.iter().map(|value| i16::from(value.is_some())).collect();
    let values: Vec<T::T> = values.into_iter().flatten().collect();
    let levels = (!column.required).then_some(&there[..]);
    writer.typed::<T>().write_batch(&values, levels, None).map(drop)
}
