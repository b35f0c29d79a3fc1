use super::Diagnostic;

/// Diagnostics of one kind brought together, in the order of the first of each kind, with a help that several
/// share under the last of them only.
pub fn said_once(diagnostics: &[Diagnostic]) -> Vec<Diagnostic> {
    let kind = |diagnostic: &Diagnostic| (diagnostic.code, diagnostic.help.clone());
    let mut kinds = Vec::new();
    for diagnostic in diagnostics {
        if !kinds.contains(&kind(diagnostic)) {
            kinds.push(kind(diagnostic));
        }
    }
    kinds.iter().flat_map(|wanted| of_one_kind(diagnostics.iter().filter(|it| kind(it) == *wanted))).collect()
}

fn of_one_kind<'a>(diagnostics: impl Iterator<Item = &'a Diagnostic>) -> Vec<Diagnostic> {
    let mut group: Vec<Diagnostic> = diagnostics.cloned().collect();
    if let [most @ .., _] = group.as_mut_slice() {
        most.iter_mut().for_each(|diagnostic| diagnostic.help = None);
    }
    group
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_help_that_several_share_stands_under_the_last_of_them() {
        let empty = |file: &str| Diagnostic::error("empty-file", "it is empty").in_file(file).help("copy it");
        let scan = Diagnostic::error("scanned-pdf", "it is scanned").in_file("b").help("use OCR");
        let said = said_once(&[empty("a"), scan, empty("c")]);
        let said: Vec<(String, Option<&str>)> =
            said.iter().map(|it| (it.to_string(), it.help.as_deref())).collect();
        let expected = [
            ("a: it is empty", None),
            ("c: it is empty", Some("copy it")),
            ("b: it is scanned", Some("use OCR")),
        ];
        assert_eq!(said, expected.map(|(text, help)| (text.to_owned(), help)));
    }
}
