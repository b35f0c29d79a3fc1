use std::cell::Cell;
use std::time::{Duration, Instant};

/// The time that reading a file has taken, and what it may take.
pub struct Clock {
    started: Instant,
    most: Duration,
    /// Time that does not count.
    stopped: Cell<Duration>,
}

impl Clock {
    pub fn start(most: Duration) -> Self {
        Self { started: Instant::now(), most, stopped: Cell::default() }
    }

    pub fn is_over(&self) -> bool {
        self.started.elapsed().saturating_sub(self.stopped.get()) >= self.most
    }

    /// Does something without counting the time.
    pub fn stopped<T>(&self, what: impl FnOnce() -> T) -> T {
        let before = Instant::now();
        let done = what();
        self.stopped.set(self.stopped.get() + before.elapsed());
        done
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_counts_unless_it_is_stopped() {
        let clock = Clock::start(Duration::from_millis(50));
        clock.stopped(|| std::thread::sleep(Duration::from_millis(60)));
        assert!(!clock.is_over());
        std::thread::sleep(Duration::from_millis(60));
        assert!(clock.is_over());
        assert!(Clock::start(Duration::ZERO).is_over());
    }
}
