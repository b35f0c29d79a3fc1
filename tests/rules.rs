//! The rules that the program carries are free of faults, and each does what its own passages say.

use throughline::diagnostic::{Severity, draw};
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
