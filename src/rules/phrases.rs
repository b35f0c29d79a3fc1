use std::sync::OnceLock;

use regex_automata::meta::Regex;
use regex_automata::nfa::thompson::WhichCaptures;
use regex_automata::util::syntax;

use super::compile::Care;
use super::expanded::Expanded;
use super::pattern::{Invalid, SIZE_LIMIT, parse};

/// A list of patterns that begin and end where words do: `wait` does not match in "awaits". They are one
/// expression, and know letters of ASCII only. It is compiled when it is first used.
#[derive(Debug, Clone, Default)]
pub struct Phrases {
    /// `None` where the list is empty: it matches nothing.
    source: Option<String>,
    /// `None` where it cannot be compiled: it matches nothing.
    regex: OnceLock<Option<Regex>>,
}

/// What holds phrases to whole words.
pub(super) const BEFORE: &str = r"\b(?:";
pub(super) const AFTER: &str = r")\b";

impl Phrases {
    pub(super) fn new(patterns: &[&Expanded], care: Care) -> Result<Self, Invalid> {
        let one = |pattern: fn(&Expanded) -> &str| {
            let all: Vec<&str> = patterns.iter().map(|expanded| pattern(expanded)).collect();
            format!("{BEFORE}{}{AFTER}", all.join("|"))
        };
        if patterns.is_empty() {
            return Ok(Self::default());
        }
        if care != Care::Trusted {
            parse(&one(|expanded| &expanded.sketch), false)?;
        }
        let source = one(|expanded| &expanded.whole);
        let regex = match care {
            Care::Trusted | Care::Parsed => OnceLock::new(),
            Care::Tried => Some(build(&source)?).into(),
        };
        Ok(Self { source: Some(source), regex })
    }

    fn regex(&self) -> Option<&Regex> {
        let source = self.source.as_ref()?;
        self.regex.get_or_init(|| build(source).ok()).as_ref()
    }

    pub fn is_match(&self, text: &str) -> bool {
        self.regex().is_some_and(|regex| regex.is_match(text))
    }

    /// The first words that match.
    pub fn find(&self, text: &str) -> Option<String> {
        let found = self.regex()?.find(text)?;
        Some(String::from_utf8_lossy(&text.as_bytes()[found.range()]).into_owned())
    }

    pub fn is_empty(&self) -> bool {
        self.source.is_none()
    }

    /// The text with every match taken out.
    pub fn blank(&self, text: String) -> String {
        let Some(regex) = self.regex() else { return text };
        let mut rest = Vec::with_capacity(text.len());
        let mut after = 0;
        for found in regex.find_iter(&text) {
            rest.extend_from_slice(&text.as_bytes()[after..found.start()]);
            rest.push(b' ');
            after = found.end();
        }
        rest.extend_from_slice(&text.as_bytes()[after..]);
        String::from_utf8_lossy(&rest).into_owned()
    }
}

/// A statement is short and there are hundreds of lists. What the engine prepares to skip through long texts costs
/// more than it saves, and is left out.
fn build(source: &str) -> Result<Regex, Invalid> {
    let engine = Regex::config()
        .auto_prefilter(false)
        .onepass(false)
        .which_captures(WhichCaptures::Implicit)
        .utf8_empty(false)
        .nfa_size_limit(Some(SIZE_LIMIT));
    let syntax = syntax::Config::new().unicode(false).utf8(false).case_insensitive(true);
    let built = Regex::builder().configure(engine).syntax(syntax).build(source);
    built.map_err(|error| match error.size_limit() {
        Some(limit) => Invalid::too_large(format!("Compiled regex exceeds size limit of {limit} bytes.")),
        None => Invalid::too_large(error),
    })
}
