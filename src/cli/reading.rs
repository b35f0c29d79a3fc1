use clap::Args;

use crate::read::{Limit, Limits, Options};
use crate::rules::nearest;

/// How files are read.
#[derive(Debug, Args)]
pub struct Reading {
    /// Read scanned pages of PDFs by OCR, with Tesseract, which must be installed
    #[arg(long)]
    ocr: bool,
    #[command(flatten)]
    limits: ReadLimits,
}

/// What reading a file may cost.
#[derive(Debug, Args)]
pub struct ReadLimits {
    /// Change what reading one file may cost; may be given several times
    #[arg(long = "read-limit", value_name = "NAME=VALUE", value_parser = parse, long_help = long_help())]
    changed: Vec<(Limit, u64)>,
}

impl Reading {
    pub fn options(&self) -> Options {
        let options = if self.ocr { Options::with_ocr() } else { Options::default() };
        Options { limits: self.limits.limits(), ..options }
    }
}

impl ReadLimits {
    pub fn limits(&self) -> Limits {
        let mut limits = Limits::default();
        self.changed.iter().for_each(|(limit, value)| limits.set(*limit, *value));
        limits
    }
}

fn long_help() -> String {
    let defaults = Limits::default();
    let line = |limit: Limit| {
        let set = format!("{}={}", limit.name(), limit.written(defaults.get(limit)));
        format!("  {set:<24} {}", limit.about())
    };
    format!(
        "Change what reading one file may cost; may be given several times. A file beyond a limit gives what was \
         read before it, or an error; a message says which limit it was. The limits as they are:\n\n{}",
        Limit::ALL.map(line).join("\n")
    )
}

/// "stream-bytes=64MiB" or "seconds=120".
fn parse(argument: &str) -> Result<(Limit, u64), String> {
    let (name, value) = argument.split_once('=').ok_or("write it as NAME=VALUE, such as pages=10000")?;
    let limit =
        Limit::ALL.into_iter().find(|limit| limit.name() == name.trim()).ok_or_else(|| no_limit(name))?;
    let number = number(limit, value.trim()).ok_or_else(|| no_value(limit, value))?;
    if number > limit.most() {
        return Err(format!("`{name}` may be {} at most", limit.written(limit.most())));
    }
    Ok((limit, number))
}

fn no_limit(name: &str) -> String {
    let names = Limit::ALL.map(Limit::name);
    let near = nearest(name, names).map_or(String::new(), |near| format!(": did you mean `{near}`?"));
    format!("there is no limit `{name}`{near}\nthe limits are {}", names.join(", "))
}

fn no_value(limit: Limit, value: &str) -> String {
    let default = limit.written(Limits::default().get(limit));
    format!("`{value}` is no value of `{}`: write it like {default}", limit.name())
}

/// A whole number of 1 or more, with the unit of the limit or without.
fn number(limit: Limit, value: &str) -> Option<u64> {
    let digits = value.bytes().take_while(u8::is_ascii_digit).count();
    let unit = match (value[digits..].trim().to_ascii_lowercase().as_str(), limit) {
        ("", _) | ("s", Limit::Seconds) => 1,
        ("kib", _) if limit.is_in_bytes() => 1 << 10,
        ("mib", _) if limit.is_in_bytes() => 1 << 20,
        ("gib", _) if limit.is_in_bytes() => 1 << 30,
        _ => return None,
    };
    value[..digits].parse::<u64>().ok()?.checked_mul(unit).filter(|number| *number > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_have_the_units_of_their_limits() {
        assert_eq!(parse("stream-bytes=64MiB"), Ok((Limit::StreamBytes, 64 << 20)));
        assert_eq!(parse("total-bytes=1 GiB"), Ok((Limit::TotalBytes, 1 << 30)));
        assert_eq!(parse("file-bytes=1000"), Ok((Limit::FileBytes, 1000)));
        assert_eq!(parse("seconds=120s"), Ok((Limit::Seconds, 120)));
        for wrong in [
            "pages=5MiB",
            "seconds=",
            "pages=0",
            "pages=-1",
            "pages=1e9",
            "file-bytes=99999999999GiB",
            "pages",
        ] {
            assert!(parse(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn the_limits_as_they_are_can_be_given_back() {
        for limit in Limit::ALL {
            let value = Limits::default().get(limit);
            assert_eq!(parse(&format!("{}={}", limit.name(), limit.written(value))), Ok((limit, value)));
        }
    }

    #[test]
    fn a_limit_misspelt_suggests_the_nearest_and_lists_all() {
        let error = parse("page=9").unwrap_err();
        assert!(error.contains("did you mean `pages`?") && error.contains("stream-bytes"), "{error}");
        assert!(parse("nesting=9999").unwrap_err().contains("250 at most"));
    }
}
