use std::path::{Path, PathBuf};

use clap::ValueEnum;
use sha2::{Digest, Sha256};

use super::failure::{Failure, Outcome};
use super::session::Session;
use crate::correct::CorrectionFile;
use crate::diagnostic::Diagnostic;
use crate::export::xlsx::Places;
use crate::export::{self, Export, ExportError, ExportFile, Form, Held, dictionary, manifest, tables};
use crate::query::Library;
use crate::rules::RuleSet;
use crate::text::hex;

const EXAMPLES: &str = "\
Examples:
  throughline export --format csv -o tables/
  throughline export -o findings.xlsx
  throughline export --format sqlite -o - > findings.sqlite
  throughline export --dictionary

csv, parquet   a file a table, with datapackage.json (Frictionless) and
               data-dictionary.md
xlsx, sqlite   one file: the one of --output, or throughline.xlsx or .sqlite in
               that folder
jsonl          letters (letter records), links, statuses, evidence_map,
               contradictions
annotations    every quotation as a W3C Web Annotation, and themes and other
               names as SKOS concept schemes

Each comes with manifest.json: the program and rules, the files it was made
from and the files written. Excel takes a cell of CSV that begins with = for a
formula: give it the xlsx.";

/// Write everything held as tables or records for other programs, to the file or folder of --output
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// The form of the files; may be left out where the ending of --output tells
    #[arg(long, value_name = "FORM")]
    format: Option<Format>,
    /// Print what every table and column says, in Markdown, and write nothing
    #[arg(long, conflicts_with = "format")]
    dictionary: bool,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    Csv,
    Xlsx,
    Jsonl,
    Parquet,
    Sqlite,
    Annotations,
}

impl From<Format> for Form {
    fn from(format: Format) -> Self {
        match format {
            Format::Csv => Form::Csv,
            Format::Xlsx => Form::Xlsx,
            Format::Jsonl => Form::Jsonl,
            Format::Parquet => Form::Parquet,
            Format::Sqlite => Form::Sqlite,
            Format::Annotations => Form::Annotations,
        }
    }
}

pub fn run(args: &Args, session: &Session) -> Result<Outcome, Failure> {
    if args.dictionary {
        let (library, rules) = (Library::default(), RuleSet::default());
        let text = dictionary::text(&tables::all(&Held::new(&library, &rules, &[])));
        return session.terminal.print(&text).map(|()| Outcome::AllWell);
    }
    let target = Target::new(args.format.map(Form::from), session)?;
    let made = make(&target, session)?;
    say_what_is_left_out(&made, session);
    let Some(folder) = &target.folder else {
        let data = made.files.first().map_or(&[][..], |file| &file.bytes);
        return session.terminal.print_bytes(data).map(|()| Outcome::AllWell);
    };
    let files: Vec<ExportFile> = made.files.into_iter().map(|file| target.named(file)).collect();
    export::write(&files, folder).map_err(|(path, error)| Failure::writing(&path, &error))?;
    for file in &files {
        let rows = file.rows.map_or_else(String::new, |rows| format!(": {rows} rows"));
        session.terminal.note(&format!("{}{rows}", folder.join(&file.name).display()));
    }
    Ok(Outcome::AllWell)
}

fn make(target: &Target, session: &Session) -> Result<Export, Failure> {
    let (store, rules) = (session.open_store()?, session.rules()?);
    let library = session.library(&store, &rules)?;
    let sources = store.sources()?;
    let corrections = CorrectionFile::read(store.dir()).map_err(|fault| *fault)?.text;
    let held = Held {
        corrections_sha256: (!corrections.is_empty()).then(|| hex(&Sha256::digest(corrections.as_bytes()))),
        ..Held::new(&library, &rules, &sources)
    };
    let text = |sha256: &str| store.text(sha256);
    export::export(&held, target.form, &target.file, &target.places()?, &text).map_err(not_made)
}

/// Where an export goes.
struct Target {
    form: Form,
    /// `None` for standard output.
    folder: Option<PathBuf>,
    /// The name of the file, where everything goes to one.
    file: String,
    /// That name is the user's, so that the manifest is called after it.
    is_named: bool,
}

impl Target {
    fn new(format: Option<Form>, session: &Session) -> Result<Self, Failure> {
        let ending = session.output_ending();
        let by_name = ending.as_deref().and_then(Form::of_ending);
        let form = format.or(by_name).ok_or_else(no_format)?;
        let file = form.file().unwrap_or_default().to_owned();
        let target = |folder, file, is_named| Ok(Self { form, folder, file, is_named });
        let Some(output) = &session.output else {
            return match form.file() {
                None => Err(no_folder()),
                Some(_) if session.terminal.shows_results() => Err(no_screen(form)),
                Some(_) => target(None, file, false),
            };
        };
        match output.file_name().filter(|_| by_name == Some(form)) {
            Some(name) => {
                let folder = output.parent().unwrap_or(Path::new("")).to_owned();
                target(Some(folder), name.to_string_lossy().into_owned(), true)
            }
            None => target(Some(output.clone()), file, false),
        }
    }

    /// The file under the name that it is written by.
    fn named(&self, file: ExportFile) -> ExportFile {
        if self.is_named && file.name == manifest::NAME {
            return ExportFile { name: format!("{}.{}", self.file, manifest::NAME), ..file };
        }
        file
    }

    /// Files are named relative to where ingest ran, which is taken to be here.
    fn places(&self) -> Result<Places, Failure> {
        let absolute = |path: &Path| {
            let path = if path.as_os_str().is_empty() { Path::new(".") } else { path };
            std::path::absolute(path).map_err(|error| Failure::writing(path, &error))
        };
        let here = absolute(Path::new("."))?;
        let workbook = self.folder.as_deref().map_or_else(|| Ok(here.clone()), absolute)?;
        Ok(Places { files: here, workbook })
    }
}

fn say_what_is_left_out(made: &Export, session: &Session) {
    let left_out = [
        (
            made.cut,
            "texts are too long for a cell of Excel and end in “… [cut]”",
            "the other forms have all of them",
        ),
        (
            made.unlinked,
            "pages have no link, since a sheet may have 65,530",
            "the file and page stand in each row",
        ),
    ];
    for (number, what, help) in left_out.into_iter().filter(|(number, ..)| *number > 0) {
        session.terminal.warning(&Diagnostic::warning("left-out", format!("{number} {what}")).help(help));
    }
}

fn no_format() -> Failure {
    Diagnostic::error("no-format", "the form of the export is not given")
        .help("give --format, or a file that ends in .xlsx, .sqlite or .db with -o")
        .into()
}

fn no_folder() -> Failure {
    Diagnostic::error("no-output", "export writes several files, and no folder is given to write them to")
        .help("give one with -o, such as -o tables/; it is made where it does not exist")
        .into()
}

fn no_screen(form: Form) -> Failure {
    let example = form.file().unwrap_or_default();
    Diagnostic::error("no-output", "the export is a file, which no terminal can show")
        .help(format!("name the file with -o, such as -o {example}"))
        .into()
}

fn not_made(error: ExportError) -> Failure {
    let help = match error {
        ExportError::Store(error) => return error.into(),
        ExportError::NotBuilt => {
            "build it with `cargo install --path . --locked --features parquet`, or take another form"
        }
        ExportError::Failed(_) => "take another form, and please report it",
    };
    Diagnostic::error("no-export", format!("the export could not be made: {error}")).help(help).into()
}
