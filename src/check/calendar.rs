use jiff::Span;
use jiff::civil::{Date, Weekday};

use crate::record::PeriodUnit;
use crate::rules::BankHolidays;

/// The last day of a period of so many units that begins after `start`: the day it runs from does not count.
/// `None` where the bank holidays of a year in between are not known, or the date does not exist.
pub fn last_day(start: Date, count: u32, unit: PeriodUnit, holidays: &BankHolidays) -> Option<Date> {
    let count = i32::try_from(count).ok()?;
    let span = match unit {
        PeriodUnit::WorkingDays => return last_working_day(start, count, holidays),
        PeriodUnit::Days => Span::new().try_days(count),
        PeriodUnit::Weeks => Span::new().try_weeks(count),
        PeriodUnit::Months => Span::new().try_months(count),
        PeriodUnit::Years => Span::new().try_years(count),
    };
    start.checked_add(span.ok()?).ok()
}

fn last_working_day(start: Date, count: i32, holidays: &BankHolidays) -> Option<Date> {
    let mut day = start;
    let mut left = count;
    while left > 0 {
        day = day.tomorrow().ok().filter(|day| holidays.knows(*day))?;
        left -= i32::from(is_working_day(day, holidays));
    }
    Some(day)
}

/// How many days `last` comes after `first`; negative where it comes before.
pub fn days_between(first: Date, last: Date) -> i32 {
    // Two dates are days apart, however far.
    first.until(last).map_or(i32::MAX, |span| span.get_days())
}

/// How many working days lie after `first`, up to and with `last`.
pub fn working_days_between(first: Date, last: Date, holidays: &BankHolidays) -> usize {
    let days = std::iter::successors(first.tomorrow().ok(), |day| day.tomorrow().ok());
    days.take_while(|day| *day <= last).filter(|day| is_working_day(*day, holidays)).count()
}

fn is_working_day(day: Date, holidays: &BankHolidays) -> bool {
    !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) && !holidays.contains(day)
}

#[cfg(test)]
mod tests {
    use jiff::ToSpan;
    use proptest::prelude::*;

    use super::*;

    fn holidays() -> BankHolidays {
        crate::rules::built_in().rules.bank_holidays
    }

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn working_days_leave_out_weekends_and_bank_holidays() {
        // 28 May and 27 August 2018 were bank holidays.
        let last = last_day(day("2018-05-16"), 70, PeriodUnit::WorkingDays, &holidays());
        assert_eq!(last, Some(day("2018-08-23")));
        let last = last_day(day("2024-12-24"), 3, PeriodUnit::WorkingDays, &holidays());
        assert_eq!(last, Some(day("2024-12-31")));
    }

    #[test]
    fn other_units_are_those_of_the_calendar() {
        assert_eq!(last_day(day("2024-01-31"), 1, PeriodUnit::Months, &holidays()), Some(day("2024-02-29")));
        assert_eq!(last_day(day("2024-01-31"), 2, PeriodUnit::Weeks, &holidays()), Some(day("2024-02-14")));
    }

    #[test]
    fn a_period_beyond_the_calendar_gives_no_date() {
        for unit in [PeriodUnit::Days, PeriodUnit::Weeks, PeriodUnit::Months, PeriodUnit::Years] {
            assert_eq!(last_day(day("2024-01-31"), 2_000_000_000, unit, &holidays()), None, "{unit}");
        }
    }

    #[test]
    fn a_year_without_known_holidays_gives_no_date() {
        assert_eq!(last_day(day("1999-01-04"), 10, PeriodUnit::WorkingDays, &holidays()), None);
    }

    proptest! {
        #[test]
        fn counting_on_and_counting_back_agree(offset in 0i32..3000, count in 1u32..100) {
            let holidays = holidays();
            let start = day("2017-01-03").checked_add(offset.days()).unwrap();
            let last = last_day(start, count, PeriodUnit::WorkingDays, &holidays).unwrap();
            prop_assert!(is_working_day(last, &holidays));
            prop_assert_eq!(working_days_between(start, last, &holidays), count as usize);
        }
    }
}
