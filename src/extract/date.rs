//! Dates as letters write them: "5 to 9 March 2018", "30 January and 3 February 2017", "March 2018".

use std::fmt;

use jiff::civil::{Date, Weekday};

/// A day, or a month where a letter gives no more. Ordered by when it begins; a month stands before its days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartialDate {
    year: i16,
    month: i8,
    /// 0 where only the month is known.
    day: i8,
}

impl PartialDate {
    pub fn month(year: i16, month: i8) -> Option<Self> {
        Date::new(year, month, 1).ok().map(|_| Self { year, month, day: 0 })
    }

    pub fn year(self) -> i16 {
        self.year
    }

    /// The day, where one is known.
    pub fn day(self) -> Option<Date> {
        Date::new(self.year, self.month, self.day).ok()
    }

    /// The day, or the first of the month.
    pub fn first_day(self) -> Date {
        Date::constant(self.year, self.month, self.day.max(1))
    }

    /// The date as prose has it: "14 December 2021", or "December 2021".
    pub fn prose(self) -> String {
        let month = MONTHS[self.month as usize - 1];
        match self.day {
            0 => format!("{month} {}", self.year),
            day => format!("{day} {month} {}", self.year),
        }
    }

    /// Reads `2018-03-05` or `2018-03`.
    pub fn parse_iso(text: &str) -> Option<Self> {
        if let Ok(date) = text.parse::<Date>() {
            return Some(date.into());
        }
        let (year, month) = text.split_once('-')?;
        Self::month(year.parse().ok()?, month.parse().ok()?)
    }
}

impl From<Date> for PartialDate {
    fn from(date: Date) -> Self {
        Self { year: date.year(), month: date.month(), day: date.day() }
    }
}

/// ISO 8601: `2018-03-05`, or `2018-03`.
impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)?;
        if self.day > 0 { write!(f, "-{:02}", self.day) } else { Ok(()) }
    }
}

impl serde::Serialize for PartialDate {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for PartialDate {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        Self::parse_iso(&text).ok_or_else(|| serde::de::Error::custom(format!("{text:?} is no date")))
    }
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

const WEEKDAYS: [(&str, Weekday); 7] = [
    ("monday", Weekday::Monday),
    ("tuesday", Weekday::Tuesday),
    ("wednesday", Weekday::Wednesday),
    ("thursday", Weekday::Thursday),
    ("friday", Weekday::Friday),
    ("saturday", Weekday::Saturday),
    ("sunday", Weekday::Sunday),
];

/// A date or a range of dates as a text gives it.
#[derive(Debug, Clone, PartialEq)]
pub struct WrittenDates {
    pub from: PartialDate,
    pub to: PartialDate,
    /// The weekdays written beside the dates, each with the date it is said to be.
    pub weekdays: Vec<(Weekday, Date)>,
}

/// Reads the dates of `text`: one, or the first and last of a range. A day takes the next month and year
/// that follow it, so "30 January and 3 February 2017" and "5 to 9 March 2018" both give two whole dates.
/// `None` where a date is missing a month or year, or does not exist.
pub fn read_dates(text: &str) -> Option<WrittenDates> {
    let mut reader = Reader::default();
    for word in text.split(|c: char| !c.is_alphanumeric() && c != '/').filter(|word| !word.is_empty()) {
        match numeric_date(word) {
            Some(date) => reader.dates.push(date),
            None => word.split('/').for_each(|word| reader.word(&word.to_lowercase())),
        }
    }
    reader.finish()
}

/// "3/5/2018", the day first as in England.
fn numeric_date(word: &str) -> Option<Written> {
    let mut parts = word.split('/');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    let (day, month, year) = (day.parse().ok()?, month.parse().ok()?, year.parse().ok()?);
    let is_whole = parts.next().is_none() && (1900..2200).contains(&year);
    is_whole.then_some(Written { weekday: None, day: Some(day), month: Some(month), year: Some(year) })
}

#[derive(Default)]
struct Written {
    weekday: Option<Weekday>,
    day: Option<i8>,
    month: Option<i8>,
    year: Option<i16>,
}

#[derive(Default)]
struct Reader {
    dates: Vec<Written>,
    weekday: Option<Weekday>,
}

impl Reader {
    fn word(&mut self, word: &str) {
        let digits = word.trim_end_matches(|c: char| c.is_alphabetic());
        if let Ok(number) = digits.parse::<i16>() {
            match number {
                1..=31 => self.day(number as i8),
                1900..=2199 => self.year(number),
                _ => {}
            }
        } else if let Some(month) = month_number(word) {
            self.month(month);
        } else if let Some((_, weekday)) = WEEKDAYS.iter().find(|(name, _)| *name == word) {
            self.weekday = Some(*weekday);
        }
    }

    fn day(&mut self, day: i8) {
        self.dates.push(Written { weekday: self.weekday.take(), day: Some(day), ..Written::default() });
    }

    fn month(&mut self, month: i8) {
        match self.dates.last_mut().filter(|last| last.month.is_none()) {
            Some(last) => last.month = Some(month),
            None => self.dates.push(Written { month: Some(month), ..Written::default() }),
        }
    }

    fn year(&mut self, year: i16) {
        if let Some(last) = self.dates.last_mut().filter(|last| last.year.is_none()) {
            last.year = Some(year);
        }
    }

    /// Gives each date the month and year of the one after it, where it has none of its own.
    fn finish(mut self) -> Option<WrittenDates> {
        let (mut month, mut year) = (None, None);
        for date in self.dates.iter_mut().rev() {
            date.month = date.month.or(month);
            date.year = date.year.or(year);
            (month, year) = (date.month, date.year);
        }
        let whole: Option<Vec<PartialDate>> = self.dates.iter().map(Written::whole).collect();
        let whole = whole?;
        let weekdays = self.dates.iter().zip(&whole).filter_map(|(written, date)| {
            let day = date.day()?;
            written.weekday.map(|weekday| (weekday, day))
        });
        Some(WrittenDates { from: *whole.first()?, to: *whole.last()?, weekdays: weekdays.collect() })
    }
}

impl Written {
    fn whole(&self) -> Option<PartialDate> {
        match self.day {
            Some(day) => Date::new(self.year?, self.month?, day).ok().map(PartialDate::from),
            None => PartialDate::month(self.year?, self.month?),
        }
    }
}

fn month_number(word: &str) -> Option<i8> {
    let matches = |name: &str| {
        let name = name.to_lowercase();
        name == word || (word.len() >= 3 && word.len() <= 4 && name.starts_with(word))
    };
    MONTHS.iter().position(|name| matches(name)).map(|index| index as i8 + 1)
}

/// The English name of a weekday.
pub fn weekday_name(weekday: Weekday) -> String {
    let name = WEEKDAYS[weekday.to_monday_zero_offset() as usize].0;
    name[..1].to_uppercase() + &name[1..]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn range(text: &str) -> Option<(String, String)> {
        read_dates(text).map(|dates| (dates.from.to_string(), dates.to.to_string()))
    }

    fn pair(from: &str, to: &str) -> Option<(String, String)> {
        Some((from.to_owned(), to.to_owned()))
    }

    #[test]
    fn ranges_share_the_month_and_year_that_follow() {
        assert_eq!(range("5 to 9 March 2018"), pair("2018-03-05", "2018-03-09"));
        assert_eq!(range("5 March 2018 and 9 March 2018"), pair("2018-03-05", "2018-03-09"));
        assert_eq!(range("30 January to 3 February 2017"), pair("2017-01-30", "2017-02-03"));
        assert_eq!(range("29 January 2024 to 02 February 2024"), pair("2024-01-29", "2024-02-02"));
        assert_eq!(range("Monday 30 September–4 October 2024"), pair("2024-09-30", "2024-10-04"));
        assert_eq!(range("30 December 2023 to 3 January 2024"), pair("2023-12-30", "2024-01-03"));
    }

    #[test]
    fn single_dates_and_months() {
        assert_eq!(range("4th September 2025"), pair("2025-09-04", "2025-09-04"));
        assert_eq!(range("In March 2018"), pair("2018-03", "2018-03"));
        assert_eq!(range("3 Sept 2019"), pair("2019-09-03", "2019-09-03"));
        assert_eq!(range("03/05/2018"), pair("2018-05-03", "2018-05-03"));
    }

    #[test]
    fn what_is_no_date_gives_none() {
        assert_eq!(range("31 February 2018"), None);
        assert_eq!(range("5 March"), None);
        assert_eq!(range("Not previously inspected"), None);
    }

    #[test]
    fn weekdays_are_kept_with_the_dates_they_name() {
        let dates = read_dates("Monday 20 September 2018").unwrap();
        assert_eq!(dates.weekdays, [(Weekday::Monday, "2018-09-20".parse().unwrap())]);
        assert_eq!(weekday_name(Weekday::Thursday), "Thursday");
    }

    #[test]
    fn prose_and_iso() {
        let date = PartialDate::parse_iso("2021-12-14").unwrap();
        assert_eq!((date.prose().as_str(), date.to_string().as_str()), ("14 December 2021", "2021-12-14"));
        assert_eq!(PartialDate::parse_iso("2018-03").unwrap().prose(), "March 2018");
        assert_eq!(PartialDate::parse_iso("2018-13"), None);
    }
}
