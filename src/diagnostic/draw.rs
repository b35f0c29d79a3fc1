use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

use super::{Diagnostic, Place, Severity};

/// A diagnostic as the terminal shows it: with the line it points at and a caret where it has one.
pub fn draw(diagnostic: &Diagnostic, colour: bool) -> String {
    let level = match diagnostic.severity {
        Severity::Note => Level::NOTE,
        Severity::Warning => Level::WARNING,
        Severity::Error => Level::ERROR,
    };
    let file = diagnostic.file.as_ref().map(|file| file.display().to_string());
    let title = match (&diagnostic.place, &file) {
        (Some(Place::Source { .. }), _) | (None, None) => diagnostic.message.clone(),
        _ => diagnostic.to_string(),
    };
    let mut group = level
        .primary_title(title)
        .id(diagnostic.code)
        .elements(std::iter::empty::<Snippet<'_, annotate_snippets::Annotation<'_>>>());
    if let Some(Place::Source { start, end, source, label, .. }) = &diagnostic.place {
        let end = (*end).max(start + 1).min(source.len());
        let mut snippet = Snippet::source(source.as_ref())
            .annotation(AnnotationKind::Primary.span((*start).min(end)..end).label(label.as_str()));
        if let Some(file) = &file {
            snippet = snippet.path(file.as_str());
        }
        group = group.element(snippet);
    }
    if let Some(help) = &diagnostic.help {
        group = group.element(Level::HELP.message(help.as_str()));
    }
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    renderer.render(&[group])
}
