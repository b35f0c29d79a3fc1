use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::diagnostic::Diagnostic;

/// The templates that come with the program, by the names of their files.
pub const BUILT_IN: [(&str, &str); 3] = [
    ("brief.md", include_str!("../../../templates/brief.md")),
    ("theme.md", include_str!("../../../templates/theme.md")),
    ("brief.html", include_str!("../../../templates/brief.html")),
];

/// The text of a template and where it comes from.
#[derive(Debug, Clone)]
pub struct Template {
    pub file: PathBuf,
    pub text: Arc<str>,
}

/// The templates to use: a user's, and the built-in ones where the user has none.
#[derive(Debug, Clone)]
pub struct Templates {
    all: Vec<(&'static str, Template)>,
}

impl Default for Templates {
    fn default() -> Self {
        let built_in = |(name, text): &(&'static str, &str)| {
            (*name, Template { file: Path::new("templates").join(name), text: Arc::from(*text) })
        };
        Self { all: BUILT_IN.iter().map(built_in).collect() }
    }
}

impl Templates {
    /// Those of a folder, which may hold some or all of the files of [`BUILT_IN`].
    ///
    /// # Errors
    /// When the folder holds none of them, or one that is not text.
    pub fn of_folder(folder: &Path) -> Result<Self, Box<Diagnostic>> {
        let mut templates = Self::default();
        let mut found = false;
        for (name, template) in &mut templates.all {
            let file = folder.join(*name);
            if file.is_file() {
                let text = std::fs::read_to_string(&file).map_err(|error| unreadable(&file, &error))?;
                *template = Template { file, text: Arc::from(text) };
                found = true;
            }
        }
        if found { Ok(templates) } else { Err(none_in(folder)) }
    }

    /// One of [`BUILT_IN`], by its name.
    pub fn get(&self, name: &str) -> &Template {
        let found = self.all.iter().find(|(known, _)| *known == name);
        &found.unwrap_or(&self.all[0]).1
    }
}

fn unreadable(file: &Path, error: &std::io::Error) -> Box<Diagnostic> {
    let (message, help) = match error.kind() {
        std::io::ErrorKind::InvalidData => {
            ("the template is not text in UTF-8".to_owned(), "save it as plain text, UTF-8")
        }
        _ => (format!("the template could not be read: {error}"), "check that you may read the file"),
    };
    Box::new(Diagnostic::error("bad-template", message).in_file(file).help(help))
}

fn none_in(folder: &Path) -> Box<Diagnostic> {
    let (message, names) = match folder.is_dir() {
        true => ("the folder holds no template of a brief", BUILT_IN.map(|(name, _)| name).join(", ")),
        false => ("there is no such folder of templates", String::new()),
    };
    let help =
        "`throughline brief --write-templates DIR` writes the built-in ones to a folder, to be changed";
    let known = if names.is_empty() { String::new() } else { format!("known names: {names}; ") };
    Box::new(Diagnostic::error("no-templates", message).in_file(folder).help(known + help))
}
