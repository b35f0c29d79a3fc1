use std::path::PathBuf;
use std::process::{Command, Stdio};

/// What processes cost, as Linux counts it.
#[derive(Debug, Clone, Copy)]
pub struct Usage {
    /// User and system time, in seconds.
    pub cpu: f64,
    /// The most memory that one of them held at once, in MiB.
    pub peak: f64,
}

/// Runs a command to its end, which `wait4` tells of. Some files of a folder may be broken on purpose, so its exit code is let be.
#[allow(clippy::zombie_processes)]
pub fn run(command: &mut Command) -> Usage {
    let child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("the program starts");
    let pid = child.id().try_into().expect("a process number");
    // SAFETY: `wait4` writes to the two places it is given, and zeros are a valid `rusage`. The child is waited
    // for here only: `Child` is let go without another wait.
    let usage = unsafe {
        let mut usage: libc::rusage = std::mem::zeroed();
        assert_eq!(libc::wait4(pid, &mut 0, 0, &mut usage), pid, "the child is there to wait for");
        usage
    };
    let seconds = |time: libc::timeval| time.tv_sec as f64 + time.tv_usec as f64 / 1e6;
    Usage { cpu: seconds(usage.ru_utime) + seconds(usage.ru_stime), peak: usage.ru_maxrss as f64 / 1024.0 }
}

/// Runs a command for each file: the time of all, and the memory of the largest.
pub fn run_each(files: &[PathBuf], command: impl Fn(&PathBuf) -> Command) -> Usage {
    let usages = files.iter().map(|file| run(&mut command(file)));
    usages.fold(Usage { cpu: 0.0, peak: 0.0 }, |sum, one| Usage {
        cpu: sum.cpu + one.cpu,
        peak: sum.peak.max(one.peak),
    })
}

/// The lesser of two runs, in time and in memory.
pub fn least(one: Usage, other: Usage) -> Usage {
    Usage { cpu: one.cpu.min(other.cpu), peak: one.peak.min(other.peak) }
}
