//! The options that choose letters and findings, checked against what there is.

use clap::Args;

use super::failure::Failure;
use crate::diagnostic::Diagnostic;
use crate::query::{DateBound, FindingFilter, LetterFilter};
use crate::record::{FindingKind, Judgement};
use crate::rules::{RuleSet, nearest};
use crate::store::Store;

#[derive(Debug, Default, Args)]
pub struct Period {
    /// Only letters of this year, month or day and later, such as 2018 or 2018-03
    #[arg(long, value_name = "DATE")]
    from: Option<String>,
    /// Only letters of this year, month or day and earlier
    #[arg(long, value_name = "DATE")]
    to: Option<String>,
}

impl Period {
    fn bounds(&self) -> Result<(Option<DateBound>, Option<DateBound>), Failure> {
        let (from, to) = (date("--from", self.from.as_deref())?, date("--to", self.to.as_deref())?);
        match (&from, &to) {
            (Some(first), Some(last)) if first.is_later_than(last) => {
                let message = format!("--from {first} --to {last}: the period ends before it begins");
                Err(Diagnostic::error("no-period", message).help("give the earlier date to --from").into())
            }
            _ => Ok((from, to)),
        }
    }
}

#[derive(Debug, Default, Args)]
pub struct Place {
    /// Only this local area; may be given several times
    #[arg(long, value_name = "AREA")]
    area: Vec<String>,
    /// Only areas of this region, such as "West Midlands"
    #[arg(long, value_name = "REGION")]
    region: Option<String>,
}

/// Names as typed, made sure of: each stands for something, or the call is wrong and near names are suggested.
pub struct Names<'a> {
    rules: &'a RuleSet,
    /// Of the letters held, as [`Names::letter_kind`] and [`Names::area`] know them beside those of the rules.
    areas: Vec<String>,
    kinds: Vec<String>,
}

impl<'a> Names<'a> {
    pub fn new(rules: &'a RuleSet, store: &Store) -> Result<Self, Failure> {
        Ok(Self { rules, areas: store.areas()?, kinds: store.kinds()? })
    }

    /// The areas held.
    pub fn areas(&self) -> Vec<&str> {
        self.areas.iter().map(String::as_str).collect()
    }

    pub fn letters(&self, place: &Place, period: &Period) -> Result<LetterFilter, Failure> {
        let areas = place.area.iter().map(|area| self.area(area)).collect::<Result<_, _>>()?;
        let region = place.region.as_deref().map(|region| self.region(region)).transpose()?;
        let (from, to) = period.bounds()?;
        Ok(LetterFilter { areas, region, kinds: Vec::new(), from, to })
    }

    /// An area by any of its names, or by one that a letter in the store gives it.
    pub fn area(&self, typed: &str) -> Result<String, Failure> {
        if let Some(held) = self.areas.iter().find(|held| held.eq_ignore_ascii_case(typed)) {
            return Ok(held.clone());
        }
        if let Some(area) = self.rules.gazetteer.find(typed) {
            return Ok(area.name.clone());
        }
        let near = nearest(typed, self.areas()).or_else(|| self.rules.gazetteer.nearest(typed));
        let held = format!("areas with letters in the store: {}", or_none(&self.areas()));
        Err(unknown("unknown-area", "local area", typed, near, &held))
    }

    pub fn region(&self, typed: &str) -> Result<String, Failure> {
        let mut regions: Vec<&str> =
            self.rules.gazetteer.areas().iter().map(|area| area.region.as_str()).collect();
        regions.sort_unstable();
        regions.dedup();
        choose("unknown-region", "region", typed, &regions)
    }

    /// A family of letters.
    pub fn letter_kind(&self, typed: &str) -> Result<String, Failure> {
        choose("unknown-kind", "kind of letter", typed, &self.letter_kinds())
    }

    fn letter_kinds(&self) -> Vec<&str> {
        let known = self.rules.families.iter().map(|family| family.kind.as_str());
        let held = self.kinds.iter().map(String::as_str);
        let mut kinds: Vec<&str> = known.chain(held).collect();
        kinds.sort_unstable();
        kinds.dedup();
        kinds
    }

    /// Kinds of letters to the letters' filter, and kinds of findings to the findings'.
    pub fn kinds(
        &self,
        typed: &[String],
        letters: &mut LetterFilter,
        findings: &mut FindingFilter,
    ) -> Result<(), Failure> {
        let mut names: Vec<&str> = self.letter_kinds();
        let declared = &self.rules.vocabulary.finding_kinds;
        names.extend(declared.iter().map(|kind| kind.name.as_str()));
        for typed in typed {
            let name = choose("unknown-kind", "kind of letter or finding", typed, &names)?;
            match declared.iter().any(|kind| kind.name == name) {
                true => findings.kinds.push(FindingKind::new(&name)),
                false => letters.kinds.push(name),
            }
        }
        Ok(())
    }

    pub fn judgements(&self, typed: &[String]) -> Result<Vec<Judgement>, Failure> {
        let names: Vec<&str> = Judgement::ALL.iter().map(|judgement| judgement.name()).collect();
        let judgement = |typed: &String| choose("unknown-judgement", "judgement", typed, &names);
        let names = typed.iter().map(judgement).collect::<Result<Vec<_>, _>>()?;
        Ok(names.iter().filter_map(|name| Judgement::from_name(name)).collect())
    }

    /// Themes by id or by label.
    pub fn themes(&self, typed: &[String]) -> Result<Vec<String>, Failure> {
        typed.iter().map(|typed| self.theme(typed)).collect()
    }

    pub fn theme(&self, typed: &str) -> Result<String, Failure> {
        let themes = &self.rules.themes;
        if let Some(theme) = themes.iter().find(|theme| theme.label.eq_ignore_ascii_case(typed)) {
            return Ok(theme.id.clone());
        }
        let ids: Vec<&str> = themes.iter().map(|theme| theme.id.as_str()).collect();
        choose("unknown-theme", "theme", typed, &ids)
    }
}

/// A date or part of one, as an option gives it.
pub fn date(option: &str, typed: Option<&str>) -> Result<Option<DateBound>, Failure> {
    let parse = |typed: &str| {
        DateBound::parse(typed).ok_or_else(|| {
            Diagnostic::error("no-date", format!("{option} {typed}: this is not a date"))
                .help("give a year, month or day, such as 2018, 2018-03 or 2018-03-05")
                .into()
        })
    };
    typed.map(parse).transpose()
}

/// One of `names`, in any case and with spaces or hyphens for underscores.
pub fn choose(code: &'static str, what: &str, typed: &str, names: &[&str]) -> Result<String, Failure> {
    let plain = |name: &str| name.to_lowercase().replace([' ', '-'], "_");
    let (wanted, plain): (String, Vec<String>) =
        (plain(typed), names.iter().map(|name| plain(name)).collect());
    let called = |name: &str| plain.iter().position(|plain| plain == name).map(|at| names[at]);
    if let Some(name) = called(&wanted) {
        return Ok(name.to_owned());
    }
    let near = nearest(&wanted, plain.iter().map(String::as_str)).and_then(called);
    Err(unknown(code, what, typed, near, &format!("known: {}", or_none(names))))
}

fn unknown(code: &'static str, what: &str, typed: &str, near: Option<&str>, otherwise: &str) -> Failure {
    let help = match near {
        Some(near) => format!("did you mean “{near}”?"),
        None => otherwise.to_owned(),
    };
    Diagnostic::error(code, format!("there is no {what} called “{typed}”")).help(help).into()
}

fn or_none(names: &[&str]) -> String {
    if names.is_empty() { "none".to_owned() } else { names.join(", ") }
}
