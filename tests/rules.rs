//! The rules that the program carries are free of faults, and each does what its own passages say.

use throughline::diagnostic::{Diagnostic, Severity, draw};
use throughline::rules;

#[test]
fn every_rule_of_the_built_in_pack_passes_its_own_tests() {
    let compiled = rules::check_built_in();
    let faults: Vec<String> = compiled.diagnostics.iter().map(|fault| draw(fault, false)).collect();
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn a_faulty_rule_is_left_out_and_said_and_the_rest_stands() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).unwrap();
    write(
        "pack.toml",
        "format = 2\nid = \"mine\"\nversion = \"1\"\ntitle = \"Mine\"\nsource = \"Me\"\nlicence = \"MIT\"\n",
    );
    write(
        "vocabulary.toml",
        "[[event]]\nname = \"next_review\"\nlabel = \"next review\"\n\n\
         [[event]]\nname = \"deep_dive\"\nlabel = \"deep dive\"\n",
    );
    write(
        "note.toml",
        "[family]\nkind = \"note\"\nlabel = \"Note\"\ntitle = \"^note for {plase}$\"\n\n\
         [[event]]\nkind = \"next_reviw\"\npattern = \"review on (?P<date>.+)\"\n\n\
         [[event]]\nkind = \"deep_dive\"\npatern = \"deep dive\"\n\n\
         [[section]]\nname = \"dates\"\nheading = \"^dates$\"\n\n\
         [[count]]\nsection = \"date\"\npattern = \"(?P<total>{number})\"\n",
    );
    let compiled = rules::from_folder(folder.path(), false).unwrap();
    let codes: Vec<&str> = compiled.diagnostics.iter().map(|fault| fault.code).collect();
    assert!(codes.contains(&"rule-unknown-fragment"), "{codes:?}");
    assert!(codes.contains(&"rule-value"), "{codes:?}");
    assert!(codes.contains(&"rule-unknown-key"), "{codes:?}");
    assert!(codes.contains(&"rule-unknown-section"), "{codes:?}");
    let helps: Vec<&str> = compiled.diagnostics.iter().filter_map(|fault| fault.help.as_deref()).collect();
    assert!(helps.contains(&"did you mean \"next_review\"?"), "{helps:?}");
    assert!(helps.contains(&"did you mean `pattern`?"), "{helps:?}");
    assert!(compiled.diagnostics.iter().all(|fault| fault.severity == Severity::Error));
    assert_eq!(compiled.rules.families.len(), 1, "the family itself stands");
}

#[test]
fn an_old_format_says_how_to_change() {
    let folder = tempfile::tempdir().unwrap();
    let pack =
        "format = 1\nid = \"old\"\nversion = \"1\"\ntitle = \"Old\"\nsource = \"Me\"\nlicence = \"MIT\"\n";
    std::fs::write(folder.path().join("pack.toml"), pack).unwrap();
    let compiled = rules::from_folder(folder.path(), false).unwrap();
    let fault = compiled.diagnostics.iter().find(|fault| fault.code == "rule-format").expect("it is said");
    assert!(fault.help.as_ref().unwrap().contains("vocabulary.toml"), "{:?}", fault.help);
}

/// The pack in `tests/faulty_pack` has a fault of every kind: each is said, where it stands, in one run.
#[test]
fn every_fault_of_a_pack_is_said_in_one_run() {
    let compiled = rules::from_folder("tests/faulty_pack".as_ref(), true).unwrap();
    let told = |fault: &Diagnostic| {
        let file = fault.file.as_ref().unwrap().file_name().unwrap().to_string_lossy();
        let help = fault.help.as_deref().unwrap_or("-");
        format!("{file}:{} {} {}\n    {help}", fault.line().unwrap_or(0), fault.code, fault.message)
    };
    let faults: Vec<String> = compiled.diagnostics.iter().map(told).collect();
    assert!(compiled.diagnostics.iter().filter(|fault| fault.severity == Severity::Error).count() >= 20);
    insta::assert_snapshot!(faults.join("\n"));
}

#[test]
fn the_reference_is_the_one_that_the_program_prints() {
    let written = std::fs::read_to_string("docs/rule-keys.md").unwrap();
    let help = "renew it with `throughline rules reference > docs/rule-keys.md`";
    assert!(written == rules::reference(), "docs/rule-keys.md is not up to date: {help}");
}

/// What the forms say and what the schemas say is one thing: a key of a rule file is a property of its schema.
#[test]
fn the_schemas_know_every_key_of_the_reference() {
    let reference = rules::reference();
    let schemas: String = rules::schemas().iter().map(|(_, schema)| schema.to_string()).collect();
    let rows = reference.lines().filter_map(|line| line.strip_prefix("| ")).filter(|row| row.contains('`'));
    let mut keys = 0;
    for key in rows.filter_map(|row| row.split('`').nth(1)) {
        assert!(schemas.contains(&format!("\"{key}\":{{")), "no schema has `{key}`");
        keys += 1;
    }
    assert!(keys > 100, "{keys} keys");
}
