//! The configuration file: where it is found, what it changes, and what is said of its faults.

use serde_json::Value;
use snapbox::str;

use crate::bench::{Bench, stderr, stdout};

const FILE: &str = "throughline.toml";

/// The value of an option in force, and who gave it, of what `config` shows.
fn in_force(bench: &Bench, arguments: &[&str], command: Option<&str>, option: &str) -> (Value, Value) {
    let shown = bench.json(&[arguments, &["config", "--json"]].concat());
    let settings = shown["settings"].as_array().unwrap();
    let found = settings.iter().find(|it| it["command"].as_str() == command && it["option"] == option);
    let found = found.unwrap_or_else(|| panic!("no {option} in {shown:#}"));
    (found["values"].clone(), found["from"].clone())
}

#[test]
fn what_is_typed_comes_before_the_environment_and_both_before_the_file() {
    let bench = Bench::new();
    bench.write(FILE, "store = \"of-file\"\n");
    assert_eq!(in_force(&bench, &[], None, "store"), (["of-file"].into(), "file".into()));
    let typed = in_force(&bench, &["--store", "typed"], None, "store");
    assert_eq!(typed, (["typed"].into(), "command_line".into()));
    let with_variable = |arguments: &[&str]| {
        stdout(&bench.command().env("THROUGHLINE_STORE", "of-variable").args(arguments).assert().success())
    };
    assert!(with_variable(&["config"]).contains("of-variable  THROUGHLINE_STORE"));
    assert!(with_variable(&["config", "--store", "typed"]).contains("typed  command line"));
    std::fs::remove_file(bench.path(FILE)).unwrap();
    assert_eq!(in_force(&bench, &[], None, "store"), ([".throughline"].into(), "program".into()));
}

#[test]
fn the_file_is_the_one_named_else_that_of_the_folder_else_the_users_own() {
    let bench = Bench::new();
    let file = |arguments: &[&str]| bench.json(&[&["config", "--json"], arguments].concat())["file"].clone();
    assert_eq!(file(&[]), Value::Null);
    let own = "config/throughline/throughline.toml";
    bench.write(own, "color = \"never\"\n");
    if cfg!(unix) {
        assert_eq!(file(&[]).as_str().unwrap(), bench.path(own).to_string_lossy());
    }
    bench.write(FILE, "");
    assert_eq!(file(&[]), FILE);
    bench.write("team.toml", "");
    assert_eq!(file(&["--config", "team.toml"]), "team.toml");
    let named = bench.command().env("THROUGHLINE_CONFIG", "team.toml").args(["config", "--json"]).assert();
    assert!(stdout(&named.success()).contains("\"team.toml\""));
    assert_eq!(file(&["--no-config"]), Value::Null);
}

#[test]
fn commands_take_their_options_from_the_file() {
    let bench = Bench::holding("wexcombe");
    bench.write(
        FILE,
        "[brief]\narea = \"Wexcombe\"\nsince = 2022\n\n[search]\nlimit = 1\n\n[list]\njson = true\n",
    );
    let heading = |arguments: &[&str]| {
        let assert = bench.run(arguments).success();
        stdout(&assert).lines().next().unwrap().to_owned()
    };
    let brief = |arguments: &[&str]| stdout(&bench.run(arguments).success());
    assert!(brief(&["brief"]).starts_with("# SEND in Wexcombe") && brief(&["brief"]).contains(" since 2022"));
    assert!(brief(&["brief", "--since", "2024"]).contains(" since 2024"));
    assert_eq!(bench.json(&["search", "plans", "--json"])["hits"].as_array().map(Vec::len), Some(1));
    assert_eq!(heading(&["list"]), "[");
    assert!(heading(&["list", "--format", "text"]).starts_with("area"));
    bench.run(&["brief", "--no-config"]).code(2);
}

#[test]
fn paths_in_the_file_count_from_its_folder() {
    let bench = Bench::holding("wexcombe");
    bench.write("settings/team.toml", "store = \"../.throughline\"\n");
    std::fs::create_dir(bench.path("elsewhere")).unwrap();
    let list = bench.command().current_dir(bench.path("elsewhere")).args(["list", "--config"]);
    assert!(stdout(&list.arg("../settings/team.toml").assert().success()).contains("Wexcombe"));
}

#[test]
fn every_fault_of_the_file_is_said_where_it_stands() {
    let bench = Bench::new();
    bench.write(
        FILE,
        "stor = \"x\"\ncolor = \"blue\"\nquiet = \"yes\"\n\n[breif]\nsince = 2018\n\n[search]\nlimit = \"ten\"\nlimits = 5\n\n\
         [ingest]\nread-limit = \"page=1\"\n",
    );
    bench.run(&["list"]).code(2).stdout_eq("").stderr_eq(str![[r#"
error[config-fault]: unknown key `stor`
 --> throughline.toml:1:1
  |
1 | stor = "x"
  | ^^^^ here
  |
  = help: did you mean `store`?
error[config-fault]: `color` cannot be "blue"
 --> throughline.toml:2:9
  |
2 | color = "blue"
  |         ^^^^^^ here
  |
  = help: it is one of: auto, always, never
error[config-fault]: `quiet` must be true or false
 --> throughline.toml:3:9
  |
3 | quiet = "yes"
  |         ^^^^^ here
  |
  = help: `quiet`: Print results and errors only: no progress, summary or warnings
error[config-fault]: unknown key `breif`
 --> throughline.toml:5:2
  |
5 | [breif]
  |  ^^^^^ here
  |
  = help: did you mean [brief]?
error[config-fault]: `limit` cannot be "ten": it takes a whole number of 1 or more, such as 20
 --> throughline.toml:9:9
  |
9 | limit = "ten"
  |         ^^^^^ here
  |
  = help: `limit`: The most passages to print
error[config-fault]: unknown key `limits`
  --> throughline.toml:10:1
   |
10 | limits = 5
   | ^^^^^^ here
   |
   = help: did you mean `limit`?
error[config-fault]: `read-limit` cannot be "page=1": there is no limit `page`: did you mean `pages`?
                     the limits are file-bytes, stream-bytes, total-bytes, pages, operators, nesting, nodes, seconds
  --> throughline.toml:13:14
   |
13 | read-limit = "page=1"
   |              ^^^^^^^^ here
   |
   = help: `read-limit`: Change what reading one file may cost; may be given several times

"#]]);
}

#[test]
fn a_file_that_is_not_toml_or_not_there_is_said_so() {
    let bench = Bench::new();
    bench.run(&["list", "--config", "none.toml"]).code(2).stderr_eq(str![[r#"
error[config-unreadable]: none.toml: there is no such file
 |
 = help: check --config or THROUGHLINE_CONFIG

"#]]);
    bench.write(FILE, "store = = 1\n");
    let said = stderr(&bench.run(&["list"]).code(2));
    assert!(said.contains("not valid TOML") && said.contains("throughline.toml:1:9"), "{said}");
    bench.run(&["list", "--help"]).success();
    bench.run(&["config", "--no-config"]).success();
}

#[test]
fn a_file_found_beside_letters_chooses_no_program() {
    let bench = Bench::new();
    let text = "[open]\nviewer = \"some-program\"\n";
    bench.write(FILE, text);
    let said = stderr(&bench.run(&["list"]).code(2));
    assert!(said.contains("`viewer` names a program to run"), "{said}");
    let named = in_force(&bench, &["--config", FILE], Some("open"), "viewer");
    assert_eq!(named, (["some-program"].into(), "file".into()));
}

#[test]
fn the_example_of_the_documentation_is_read() {
    let bench = Bench::new();
    let page = std::fs::read_to_string("docs/configuration.md").unwrap();
    let example = page.split("```toml\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    bench.write("example.toml", example);
    bench.run(&["config", "--config", "example.toml"]).success();
}
