use std::io::ErrorKind;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use super::call::Call;
use crate::cli::failure::Failure;
use crate::diagnostic::Diagnostic;

/// How long a program is watched, and how often it is looked at. One that cannot show the file ends at once; one that
/// can goes on for as long as the file is looked at.
const WATCHED: u32 = 10;
const BETWEEN: Duration = Duration::from_millis(50);

/// Starts a program and leaves it to itself.
///
/// # Errors
/// When it cannot be started, or ends at once and says that it failed.
pub fn start(call: &Call) -> Result<(), Failure> {
    let mut command = Command::new(&call.program);
    command.args(&call.arguments).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    let child = command.spawn().map_err(|error| match error.kind() {
        ErrorKind::NotFound => not_started(call, "there is no such program"),
        _ => not_started(call, &error.to_string()),
    })?;
    match ended(child) {
        Some(code) if code != 0 && !always_fails(call) => {
            Err(not_started(call, &format!("it ended at once with exit code {code}")))
        }
        _ => Ok(()),
    }
}

/// The exit code of a program that ends while it is watched.
fn ended(mut child: Child) -> Option<i32> {
    for _ in 0..WATCHED {
        if let Ok(Some(status)) = child.try_wait() {
            return status.code();
        }
        sleep(BETWEEN);
    }
    None
}

/// Windows' `explorer` ends with code 1 whatever it did.
fn always_fails(call: &Call) -> bool {
    call.program == "explorer"
}

fn not_started(call: &Call, why: &str) -> Failure {
    Diagnostic::error("not-opened", format!("`{call}` opened nothing: {why}"))
        .help("name another program with --viewer, such as --viewer \"okular -p {page} {file}\"")
        .into()
}
