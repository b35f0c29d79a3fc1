use std::process::Command;

/// What a process cost, and how it ended.
pub struct Cost {
    /// User and system time.
    pub seconds: f64,
    /// `None` where a signal ended it.
    pub code: Option<i32>,
}

/// Runs a command to its end.
#[allow(clippy::zombie_processes)]
pub fn run(mut command: Command) -> Cost {
    let child = command.spawn().expect("the program starts");
    let pid = child.id().try_into().expect("a process number");
    let mut status = 0;
    // SAFETY: `wait4` writes to the two places it is given, and zeros are a valid `rusage`. The child is waited
    // for here only: `Child` is let go without another wait.
    let usage = unsafe {
        let mut usage: libc::rusage = std::mem::zeroed();
        assert_eq!(libc::wait4(pid, &mut status, 0, &mut usage), pid, "the child is there to wait for");
        usage
    };
    let seconds = |time: libc::timeval| time.tv_sec as f64 + time.tv_usec as f64 / 1e6;
    Cost {
        seconds: seconds(usage.ru_utime) + seconds(usage.ru_stime),
        code: libc::WIFEXITED(status).then(|| libc::WEXITSTATUS(status)),
    }
}
