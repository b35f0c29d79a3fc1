use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use include_dir::{Dir, include_dir};
use sha2::{Digest, Sha256};

use crate::diagnostic::Diagnostic;

/// The packs that the program carries, and beside them the files that every pack may use.
static BUILT_IN: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/rules");

/// The text of one rule file. Paths are relative to the pack's folder and use `/`.
#[derive(Debug, Clone)]
pub struct RuleFile {
    pub path: PathBuf,
    pub text: Arc<str>,
}

/// Each built-in pack's folder and files, in path order.
pub fn built_in() -> Vec<(PathBuf, Vec<RuleFile>)> {
    let mut packs: Vec<&Dir<'static>> = BUILT_IN.dirs().collect();
    packs.sort_by_key(|pack| pack.path());
    packs.into_iter().map(|pack| (Path::new("rules").join(pack.path()), files_of(pack))).collect()
}

/// A file that every pack may use, and that a pack's own file of the same name stands before or adds to.
pub fn shared(name: &str) -> RuleFile {
    let text = BUILT_IN.get_file(name).and_then(|file| file.contents_utf8()).unwrap_or_default();
    RuleFile { path: name.into(), text: text.into() }
}

fn files_of(pack: &Dir<'static>) -> Vec<RuleFile> {
    let mut files = Vec::new();
    collect(pack, &mut files);
    for file in &mut files {
        file.path = file.path.strip_prefix(pack.path()).unwrap_or(&file.path).to_owned();
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}

fn collect(dir: &Dir<'static>, files: &mut Vec<RuleFile>) {
    for file in dir.files() {
        if let Some(text) = file.contents_utf8().filter(|_| is_rule_file(file.path())) {
            files.push(RuleFile { path: file.path().to_owned(), text: text.into() });
        }
    }
    for inner in dir.dirs() {
        collect(inner, files);
    }
}

/// The files of a pack in a folder, in path order.
///
/// # Errors
/// One diagnostic for each folder or file that cannot be read.
pub fn from_folder(folder: &Path) -> Result<Vec<RuleFile>, Vec<Diagnostic>> {
    let mut files = Vec::new();
    let mut faults = Vec::new();
    walk(folder, folder, &mut files, &mut faults);
    files.sort_by(|a, b| a.path.cmp(&b.path));
    if files.is_empty() && faults.is_empty() {
        let message = "there are no rule files (.toml) in this folder";
        let fault = Diagnostic::error("no-rules", message).in_file(folder);
        faults.push(fault.help("point --rules at the folder that holds pack.toml, such as rules/send"));
    }
    if faults.is_empty() { Ok(files) } else { Err(faults) }
}

fn walk(root: &Path, folder: &Path, files: &mut Vec<RuleFile>, faults: &mut Vec<Diagnostic>) {
    let unreadable = |path: &Path, error: std::io::Error| {
        let why = match error.kind() {
            ErrorKind::NotFound => "there is no such folder".to_owned(),
            ErrorKind::NotADirectory => "this is a file, and rules are a folder of files".to_owned(),
            _ => format!("cannot read: {error}"),
        };
        Diagnostic::error("rules-unreadable", why).in_file(path).help("check the path given to --rules")
    };
    let entries = match std::fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) => return faults.push(unreadable(folder, error)),
    };
    for path in entries.flatten().map(|entry| entry.path()) {
        if path.is_dir() {
            walk(root, &path, files, faults);
        } else if is_rule_file(&path) {
            match std::fs::read_to_string(&path) {
                Ok(text) => {
                    let path = path.strip_prefix(root).unwrap_or(&path).to_owned();
                    files.push(RuleFile { path, text: text.into() });
                }
                Err(error) => faults.push(unreadable(&path, error)),
            }
        }
    }
}

fn is_rule_file(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "toml")
}

/// A hash over every file of a pack, in hexadecimal: the same rules give the same hash wherever they lie.
pub fn hash<'f>(files: impl IntoIterator<Item = &'f RuleFile>) -> String {
    let mut hasher = Sha256::new();
    for file in files {
        for part in [file.path.to_string_lossy().replace('\\', "/").as_str(), &file.text] {
            hasher.update((part.len() as u64).to_le_bytes());
            hasher.update(part);
        }
    }
    crate::text::hex(&hasher.finalize())
}
