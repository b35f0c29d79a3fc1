//! `--output` and `--format`, which are the same for every command.

use crate::bench::{Bench, stderr, stdout};

#[test]
fn every_command_writes_its_results_to_the_file_it_is_given() {
    let bench = Bench::holding("wexcombe");
    let commands = [
        &["list"][..],
        &["search", "plans"],
        &["trace", "plans", "--area", "Wexcombe"],
        &["timeline", "--area", "Wexcombe"],
        &["compare"],
        &["brief", "--area", "Wexcombe"],
        &["check"],
        &["corrections"],
        &["rules", "list"],
    ];
    for command in commands {
        let printed = stdout(&bench.run(command));
        bench.run(&[command, &["-o", "out.txt"]].concat()).stdout_eq("");
        assert_eq!(bench.read("out.txt"), printed, "{command:?}");
        assert_eq!(stdout(&bench.run(&[command, &["-o", "-"]].concat())), printed, "{command:?}");
    }
}

#[test]
fn the_ending_of_the_file_tells_the_form_where_no_other_is_given() {
    let bench = Bench::holding("wexcombe");
    let json = stdout(&bench.run(&["list", "--format", "json"]));
    assert_eq!(stdout(&bench.run(&["list", "--json"])), json);
    bench.run(&["list", "-o", "out.json"]).success();
    assert_eq!(bench.read("out.json"), json);
    bench.run(&["list", "--format", "text", "-o", "out.json"]).success();
    assert_eq!(bench.read("out.json"), stdout(&bench.run(&["list"])));
    bench.run(&["list", "--json", "--format", "text"]).code(2);
}

#[test]
fn a_command_that_fails_leaves_the_file_of_an_earlier_one_alone() {
    let bench = Bench::holding("wexcombe");
    bench.write("out.md", "earlier");
    let said = stderr(&bench.run(&["brief", "--area", "Nowhere", "-o", "out.md"]).code(2));
    assert!(said.contains("Nowhere"), "{said}");
    assert_eq!(bench.read("out.md"), "earlier");
}

#[test]
fn export_asks_for_the_folder_that_it_was_not_given() {
    let bench = Bench::holding("wexcombe");
    let said = stderr(&bench.run(&["export", "--format", "csv"]).code(2));
    assert!(said.contains("no-output") && said.contains("-o tables/"), "{said}");
}
