use std::path::Path;
use std::sync::{Arc, LazyLock};

use super::context::Context;
use super::expanded::Expanded;
use super::family::Family;
use super::form::TableForm;
use super::fragments::Fragments;
use super::gazetteer::Gazetteer;
use super::holidays::BankHolidays;
use super::links::LinkRules;
use super::lower::{Faults, Table, parse};
use super::names::Vocabulary;
use super::pattern::Pattern;
use super::phrases::Phrases;
use super::source::{self, RuleFile};
use super::theme::{self, Theme};
use super::{Compiled, Pack, RuleSet};
use crate::diagnostic::{Diagnostic, Severity};

/// How closely a pack is looked at when it is compiled.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Care {
    /// It is known to be sound: patterns are compiled when they are first used.
    #[default]
    Trusted,
    /// Every pattern is parsed now, and compiled when it is first used.
    Parsed,
    /// Every pattern is compiled now, and the passages that each rule carries are tried.
    Tried,
}

/// Compiles the files of a pack. A faulty rule is reported and left out; the rest stands.
pub fn compile(files: &[RuleFile], care: Care) -> Compiled {
    let faults = Faults::default();
    let mut pack = lower_pack(files, &faults);
    let fragments = lower_fragments(files, care, &faults);
    let vocabulary = lower_vocabulary(files, &fragments, &faults);
    let mut rules = RuleSet { vocabulary, bank_holidays: SHARED_HOLIDAYS.clone(), ..RuleSet::default() };
    let (id, vocabulary) = (pack.id.clone(), rules.vocabulary.clone());
    pack.asides = lower_asides(files, &fragments, &vocabulary, &faults);
    for file in files {
        let context = Context::new(&fragments, &vocabulary, &id, &file.path, care == Care::Tried);
        parse_unless_read(file, &faults, |kind, root| match kind {
            FileKind::Holidays => rules.bank_holidays = BankHolidays::lower(root),
            FileKind::Areas => pack.gazetteer = Arc::new(Gazetteer::lower(root)),
            FileKind::Synonyms => rules.synonyms.lower(root),
            FileKind::Links => pack.links = LinkRules::lower(root),
            FileKind::Theme => rules.themes.extend(Theme::lower(root, &context, &pack.asides)),
            FileKind::Family => rules.families.extend(Family::lower(root, &context)),
        });
        rules.places.join(context.into_places());
    }
    rules.themes.sort_by(|a, b| a.order.total_cmp(&b.order));
    if rules.families.is_empty() && faults.len() == 0 {
        let message = "the pack has no family of letters: it finds nothing";
        faults.push(Diagnostic::warning("no-families", message));
    }
    rules.gazetteer.join(&pack.gazetteer);
    rules.packs.push(pack);
    let mut diagnostics = faults.into_inner();
    diagnostics.sort_by_key(|fault| (std::cmp::Reverse(fault.severity), fault.file.clone(), fault.line()));
    Compiled { rules, diagnostics }
}

#[derive(Clone, Copy)]
enum FileKind {
    Areas,
    Holidays,
    Synonyms,
    Links,
    Theme,
    Family,
}

impl FileKind {
    fn form(self) -> &'static TableForm {
        match self {
            FileKind::Areas => &super::gazetteer::FORM,
            FileKind::Holidays => &super::holidays::FORM,
            FileKind::Synonyms => &super::synonyms::FORM,
            FileKind::Links => &super::links::FORM,
            FileKind::Theme => &theme::FORM,
            FileKind::Family => &super::family::FORM,
        }
    }
}

/// Files are told by their names: those named below, themes in `themes/`, and every other is a family.
fn parse_unless_read(file: &RuleFile, faults: &Faults, with: impl FnOnce(FileKind, &Table<'_>)) {
    let path = file.path.to_string_lossy().replace('\\', "/");
    let kind = match path.as_str() {
        "pack.toml" | "vocabulary.toml" | "fragments.toml" | "asides.toml" => return,
        "areas.toml" => FileKind::Areas,
        "bank-holidays.toml" => FileKind::Holidays,
        "synonyms.toml" => FileKind::Synonyms,
        "links.toml" => FileKind::Links,
        theme if theme.starts_with("themes/") => FileKind::Theme,
        _ => FileKind::Family,
    };
    parse(file, kind.form(), faults, |root| with(kind, root));
}

fn named<'f>(files: &'f [RuleFile], name: &str) -> Option<&'f RuleFile> {
    files.iter().find(|file| file.path == Path::new(name))
}

fn lower_pack(files: &[RuleFile], faults: &Faults) -> Pack {
    let shared = ["areas.toml", "bank-holidays.toml", "fragments.toml"].map(source::shared);
    let sha256 = source::hash(files.iter().chain(&shared));
    let mut pack = Pack { sha256, gazetteer: SHARED_AREAS.clone(), ..Pack::default() };
    let Some(file) = named(files, "pack.toml") else {
        let message = "the pack has no pack.toml";
        let fault = Diagnostic::error("no-pack-file", message);
        faults.push(fault.help("add one with format, id, version, title, source and licence"));
        return pack;
    };
    parse(file, &super::pack::FORM, faults, |root| pack.lower(root));
    pack
}

fn lower_vocabulary(files: &[RuleFile], fragments: &Fragments, faults: &Faults) -> Vocabulary {
    let mut vocabulary = Vocabulary::default();
    if let Some(file) = named(files, "vocabulary.toml") {
        parse(file, &super::names::FORM, faults, |root| vocabulary = Vocabulary::lower(root, fragments));
    }
    vocabulary
}

/// The fragments that every pack has, then the pack's own. One of its own stands before a shared one.
fn lower_fragments(files: &[RuleFile], care: Care, faults: &Faults) -> Fragments {
    let mut fragments = Fragments::default();
    let shared = source::shared("fragments.toml");
    parse(&shared, &super::fragments::FORM, faults, |root| fragments.lower(root, "rules/"));
    fragments.care = care;
    if let Some(file) = named(files, "fragments.toml") {
        parse(file, &super::fragments::FORM, faults, |root| fragments.lower(root, ""));
    }
    fragments
}

/// Dates, and periods in days or weeks.
pub fn dates_and_periods() -> Pattern {
    Pattern::trusted(shared_fragments().named("dates_and_periods"))
}

/// A number, and behind it one of `nouns`.
pub fn numbers_of(nouns: &[String]) -> Pattern {
    let number = shared_fragments().named("number").whole;
    let nouns = nouns.join("|");
    let pattern = format!("\\b{number}(?: [\\w']+){{0,4}}? (?:{nouns})(?:e?s)?\\b");
    Pattern::trusted(Expanded::plain(&pattern))
}

fn shared_fragments() -> Fragments {
    let mut fragments = Fragments::default();
    parse(&source::shared("fragments.toml"), &super::fragments::FORM, &Faults::default(), |root| {
        fragments.lower(root, "rules/")
    });
    fragments
}

/// What no theme takes account of. A pack need not have any.
fn lower_asides(
    files: &[RuleFile],
    fragments: &Fragments,
    vocabulary: &Vocabulary,
    faults: &Faults,
) -> Vec<Phrases> {
    let mut asides = Vec::new();
    if let Some(file) = named(files, "asides.toml") {
        let context = Context::new(fragments, vocabulary, "", &file.path, false);
        parse(file, &theme::ASIDES, faults, |root| asides = theme::lower_asides(root, &context));
    }
    asides
}

/// The bank holidays that a pack has unless it brings its own.
static SHARED_HOLIDAYS: LazyLock<BankHolidays> = LazyLock::new(|| {
    let mut holidays = BankHolidays::default();
    let file = source::shared("bank-holidays.toml");
    parse(&file, &super::holidays::FORM, &Faults::default(), |root| holidays = BankHolidays::lower(root));
    holidays
});

/// The local areas that a pack has unless it brings its own.
static SHARED_AREAS: LazyLock<Arc<Gazetteer>> = LazyLock::new(|| {
    let mut gazetteer = Gazetteer::default();
    parse(&source::shared("areas.toml"), &super::gazetteer::FORM, &Faults::default(), |root| {
        gazetteer = Gazetteer::lower(root)
    });
    Arc::new(gazetteer)
});

impl Compiled {
    /// Whether a rule was left out.
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(|fault| fault.severity == Severity::Error)
    }
}
