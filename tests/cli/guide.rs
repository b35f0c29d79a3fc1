//! `docs/rules.md` does what it says: its files are written and its commands run, in the order in which they stand.

use crate::bench::{Bench, stderr, stdout};

#[test]
fn the_guide_to_rule_files_does_what_it_says() {
    let guide = include_str!("../../docs/rules.md");
    let bench = Bench::new();
    let mut before_trial: Option<(String, String)> = None;
    let mut commands = 0;
    for (info, body) in fences(guide) {
        match info.split_whitespace().collect::<Vec<_>>()[..] {
            ["console"] => {
                commands += run(&bench, body);
                if let Some((path, text)) = before_trial.take() {
                    bench.write(&path, text);
                }
            }
            [_, path] => bench.write(path, body),
            // Added to the file: for good, or to see what comes of it.
            [_, path, how] => {
                let text = bench.read(path);
                bench.write(path, format!("{text}\n{body}"));
                before_trial = (how == "try").then(|| (path.to_owned(), text));
            }
            _ => {}
        }
    }
    assert!(commands > 0, "the guide runs no command");
}

/// The fenced blocks, each with the words behind its opening fence.
fn fences(text: &str) -> Vec<(&str, &str)> {
    let parts: Vec<&str> = text.split("```").collect();
    parts.iter().skip(1).step_by(2).filter_map(|fence| fence.split_once('\n')).collect()
}

/// Runs each command of a transcript and compares what it says; "..." stands for any lines.
fn run(bench: &Bench, transcript: &str) -> usize {
    let mut commands = 0;
    for (command, wanted) in transcript.split("$ throughline ").skip(1).filter_map(|run| run.split_once('\n'))
    {
        let assert = bench.run(&command.split_whitespace().collect::<Vec<_>>());
        let said = stderr(&assert) + &stdout(&assert);
        let mut rest = said.as_str();
        for piece in wanted.split("...\n").map(str::trim).filter(|piece| !piece.is_empty()) {
            let at = rest.find(piece);
            let at = at.unwrap_or_else(|| panic!("`{command}` does not say\n{piece}\nbut\n{said}"));
            rest = &rest[at + piece.len()..];
        }
        commands += 1;
    }
    commands
}
