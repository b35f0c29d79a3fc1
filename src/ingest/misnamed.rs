use std::path::Path;

use crate::diagnostic::Diagnostic;
use crate::document::MediaType;

/// What to tell of a file whose name promises another format than it holds. It is read all the same.
pub fn warning(path: &Path, held: MediaType) -> Option<Diagnostic> {
    let ending = path.extension()?.to_string_lossy().to_lowercase();
    let promised = match ending.as_str() {
        "pdf" => MediaType::Pdf,
        "txt" => MediaType::PlainText,
        "html" | "htm" => MediaType::Html,
        "docx" => MediaType::Docx,
        _ => return None,
    };
    (promised != held).then(|| {
        let message = format!("the file holds {}, whatever its name says", described(held));
        Diagnostic::warning("misnamed-file", message).help(
            "it is read as what it holds; check that it is the letter, and not a page that stands for it",
        )
    })
}

fn described(media_type: MediaType) -> &'static str {
    match media_type {
        MediaType::Pdf => "a PDF",
        MediaType::PlainText => "plain text",
        MediaType::Html => "a web page (HTML)",
        MediaType::Docx => "a Word file",
    }
}
