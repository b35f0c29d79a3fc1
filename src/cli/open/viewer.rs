//! Which of the programs that are installed shows a file.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use super::call::{Call, Place};

/// Viewers of PDFs that take a page, in the order in which they are looked for. Browsers come last: they show a PDF
/// among other things.
const VIEWERS: [&str; 14] = [
    "okular -p {page} {file}",
    "evince -i {page} {file}",
    "papers -i {page} {file}",
    "atril -i {page} {file}",
    "xreader -i {page} {file}",
    "zathura -P {page} {file}",
    "qpdfview --unique {file}#{page}",
    "mupdf {file} {page}",
    "mupdf-gl {file} {page}",
    "SumatraPDF -page {page} {file}",
    "firefox {url}#page={page}",
    "google-chrome {url}#page={page}",
    "chromium {url}#page={page}",
    "chromium-browser {url}#page={page}",
];

/// What shows a file with the program that the desktop has for it.
const DESKTOP: &str = if cfg!(windows) {
    "explorer {file}"
} else if cfg!(target_os = "macos") {
    "open {file}"
} else {
    "xdg-open {file}"
};

/// What to call for a place where no viewer was chosen: a viewer of PDFs that takes a page and is installed, else what
/// the desktop has for the file. `None` without a desktop. `variable` gives the environment.
pub fn installed(place: &Place, variable: impl Fn(&str) -> Option<OsString>) -> Option<Call> {
    let is_set = |name: &str| variable(name).is_some_and(|value| !value.is_empty());
    let has_screen =
        cfg!(any(windows, target_os = "macos")) || is_set("DISPLAY") || is_set("WAYLAND_DISPLAY");
    if !has_screen {
        return None;
    }
    let folders: Vec<PathBuf> =
        variable("PATH").map(|path| std::env::split_paths(&path).collect()).unwrap_or_default();
    let takes_page = VIEWERS.into_iter().filter(|_| place.is_pdf);
    let mut calls = takes_page.chain([DESKTOP]).filter_map(|template| Call::of(template, place));
    calls.find(|call| is_installed(&call.program, &folders))
}

/// Whether a program stands in one of the folders of PATH.
fn is_installed(program: &str, folders: &[PathBuf]) -> bool {
    let name = Path::new(program).with_extension(std::env::consts::EXE_EXTENSION);
    folders.iter().any(|folder| folder.join(&name).is_file())
}
