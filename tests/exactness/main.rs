//! How exact the reading of PDFs is, measured on the letters of `../shared/letters` where they are there:
//! word for word against other readers, and with tags against without.

mod distance;
mod oracles;
mod twins;
mod words;

use std::path::{Path, PathBuf};

use throughline::document::{Document, MediaType};

/// The PDFs among the shared letters, each with its document; none, and a message, where there are none.
fn letters() -> Vec<(PathBuf, Vec<u8>, Document)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/letters");
    let Ok(areas) = std::fs::read_dir(&folder) else {
        eprintln!("skipped: {} is not here", folder.display());
        return Vec::new();
    };
    let files = areas.flatten().filter_map(|area| std::fs::read_dir(area.path()).ok()).flatten().flatten();
    let mut paths: Vec<PathBuf> = files.map(|file| file.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "pdf"));
    paths.sort();
    let read = |path: PathBuf| {
        let bytes = std::fs::read(&path).expect("a letter can be opened");
        let document = throughline::read::read(&bytes, &throughline::read::Options::default())
            .expect("a letter can be read")
            .document;
        // Some are web pages by their content.
        (document.media_type() == MediaType::Pdf).then_some((path, bytes, document))
    };
    paths.into_iter().filter_map(read).collect()
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
