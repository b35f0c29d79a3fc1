use std::path::{Path, PathBuf};

/// The folder named on the command line; else the real letters beside the project, else those of `corpus/`.
pub fn folder() -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let named = std::env::args().skip(1).find(|argument| !argument.starts_with("--"));
    let shared = root.join("../shared/letters");
    named.map(PathBuf::from).unwrap_or(if shared.is_dir() { shared } else { root.join("corpus") })
}

/// The PDFs of a folder and of those in it, in order of name.
pub fn pdfs(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let entries = std::fs::read_dir(folder).expect("the folder is readable").flatten();
    for path in entries.map(|entry| entry.path()) {
        if path.is_dir() {
            found.extend(pdfs(&path));
        } else if path.extension().is_some_and(|extension| extension == "pdf") {
            found.push(path);
        }
    }
    found.sort();
    found
}
