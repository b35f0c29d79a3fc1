//! Which letters and findings a question is about.

use std::fmt;

use crate::record::{Finding, FindingKind, Judgement, LetterRecord, PartialDate};

/// Which letters. An empty list admits all.
#[derive(Debug, Clone, Default)]
pub struct LetterFilter {
    /// Names as the records have them.
    pub areas: Vec<String>,
    pub region: Option<String>,
    pub kinds: Vec<String>,
    pub from: Option<DateBound>,
    pub to: Option<DateBound>,
}

impl LetterFilter {
    pub fn admits(&self, record: &LetterRecord) -> bool {
        self.admits_place(record) && self.admits_kind(record) && self.admits_date(record.placed())
    }

    fn admits_place(&self, record: &LetterRecord) -> bool {
        let area = record.letter.area.as_ref();
        let region = area.and_then(|area| area.region.as_deref());
        (self.areas.is_empty() || area.is_some_and(|area| self.areas.contains(&area.name)))
            && self.region.as_deref().is_none_or(|wanted| region == Some(wanted))
    }

    fn admits_kind(&self, record: &LetterRecord) -> bool {
        self.kinds.is_empty() || self.kinds.contains(&record.letter.kind)
    }

    /// A letter without a date is in no period.
    fn admits_date(&self, date: Option<PartialDate>) -> bool {
        match date {
            Some(date) => {
                self.from.as_ref().is_none_or(|from| from.is_not_after(date))
                    && self.to.as_ref().is_none_or(|to| to.is_not_before(date))
            }
            None => self.from.is_none() && self.to.is_none(),
        }
    }
}

/// Which findings. An empty list admits all.
#[derive(Debug, Clone, Default)]
pub struct FindingFilter {
    pub kinds: Vec<FindingKind>,
    pub judgements: Vec<Judgement>,
    pub themes: Vec<String>,
}

impl FindingFilter {
    /// Whether every finding passes, and so does text that stands under no finding.
    pub fn is_empty(&self) -> bool {
        self.kinds.is_empty() && self.judgements.is_empty() && self.themes.is_empty()
    }

    pub fn admits(&self, finding: &Finding) -> bool {
        let judged = |wanted: &Judgement| finding.judgement == Some(*wanted);
        (self.kinds.is_empty() || self.kinds.contains(&finding.kind))
            && (self.judgements.is_empty() || self.judgements.iter().any(judged))
            && (self.themes.is_empty() || self.themes.iter().any(|theme| finding.themes.contains(theme)))
    }
}

/// A year, month or day that a period begins or ends with; the whole of it is inside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateBound(String);

impl DateBound {
    /// Reads `2018`, `2018-03` or `2018-03-05`.
    pub fn parse(text: &str) -> Option<Self> {
        let is_year = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
        (is_year || PartialDate::parse_iso(text).is_some()).then(|| Self(text.to_owned()))
    }

    pub fn year(year: i16) -> Self {
        Self(format!("{year:04}"))
    }

    /// Whether all of this comes after all of `other`.
    pub fn is_later_than(&self, other: &Self) -> bool {
        let common = self.0.len().min(other.0.len());
        self.0[..common] > other.0[..common]
    }

    fn is_not_after(&self, date: PartialDate) -> bool {
        self.compare(date).is_le()
    }

    fn is_not_before(&self, date: PartialDate) -> bool {
        self.compare(date).is_ge()
    }

    /// Compares as far as both are known: `2018` and `2018-03-05` are equal. ISO dates sort as text.
    fn compare(&self, date: PartialDate) -> std::cmp::Ordering {
        let date = date.to_string();
        let common = self.0.len().min(date.len());
        self.0[..common].cmp(&date[..common])
    }
}

impl fmt::Display for DateBound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn admits(from: &str, to: &str, date: &str) -> bool {
        let filter = LetterFilter {
            from: DateBound::parse(from),
            to: DateBound::parse(to),
            ..LetterFilter::default()
        };
        filter.admits_date(PartialDate::parse_iso(date))
    }

    #[test]
    fn a_bound_takes_in_the_whole_of_its_year_or_month() {
        assert!(admits("2018", "2018", "2018-05-03"));
        assert!(admits("2018-05", "2018-05", "2018-05-31"));
        assert!(!admits("2018-06", "2025", "2018-05-31"));
        assert!(!admits("2016", "2017", "2018-05-31"));
        assert!(admits("2018-05-10", "2025", "2018-05"), "a month may hold the day");
    }

    #[test]
    fn what_is_no_date_is_refused() {
        assert_eq!(DateBound::parse("last year"), None);
        assert_eq!(DateBound::parse("2018-13"), None);
        assert_eq!(DateBound::parse("18"), None);
    }
}
