use std::collections::BTreeSet;

use jiff::civil::Date;

use super::form::{Key, TableForm, Value};
use super::lower::Table;

/// Bank holidays, and the years of which they are known.
#[derive(Debug, Clone, Default)]
pub struct BankHolidays {
    days: BTreeSet<Date>,
    years: BTreeSet<i16>,
}

impl BankHolidays {
    /// The `[[year]]` tables of a file.
    pub(super) fn lower(root: &Table<'_>) -> Self {
        let mut holidays = Self::default();
        for table in root.tables("year") {
            holidays.years.extend(table.number("year").map(|year| year as i16));
            for day in table.texts("bank_holidays") {
                match day.value.parse() {
                    Ok(date) => _ = holidays.days.insert(date),
                    Err(_) => {
                        let fault =
                            table.fault("rule-value", format!("\"{}\" is no date", day.value), day.span);
                        table.faults().push(fault.help("write it as 2024-12-25"));
                    }
                }
            }
        }
        holidays
    }

    pub(super) fn join(&mut self, other: Self) {
        self.days.extend(other.days);
        self.years.extend(other.years);
    }

    pub fn contains(&self, day: Date) -> bool {
        self.days.contains(&day)
    }

    /// Whether the holidays of a day's year are known.
    pub fn knows(&self, day: Date) -> bool {
        self.years.contains(&day.year())
    }
}

pub(super) const FORM: TableForm = TableForm {
    title: "bank-holidays.toml",
    about: "The bank holidays by which working days are counted, where they are not to be those of `rules/bank-holidays.toml`.",
    keys: &[Key::optional("year", Value::Tables(&YEAR), "the years that are known")],
    variants: None,
};

const YEAR: TableForm = TableForm {
    title: "[[year]]",
    about: "A year's bank holidays.",
    keys: &[
        Key::required("year", Value::Number, "the year"),
        Key::required("bank_holidays", Value::Texts, "its bank holidays, such as \"2024-12-25\""),
    ],
    variants: None,
};
