use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

/// Why something was not done.
#[derive(Debug, PartialEq, Eq)]
pub enum Undone {
    /// It panicked.
    Failed,
    TooLong,
}

/// Does something within `patience`, on a thread of its own. Where it takes longer the thread is left behind until it
/// ends or the program does: the renderer cannot be told to stop.
///
/// # Errors
/// When it takes longer, or panics: the renderer draws what anyone may have written.
pub fn within<T: Send + 'static>(
    patience: Duration,
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, Undone> {
    let (send, receive) = mpsc::sync_channel(1);
    let work = move || {
        let done = catch_unwind(AssertUnwindSafe(work));
        // Nobody listens any more where it took too long.
        let _ = send.send(done.ok());
    };
    thread::Builder::new().name("drawing".to_owned()).spawn(work).map_err(|_| Undone::Failed)?;
    match receive.recv_timeout(patience) {
        Ok(Some(done)) => Ok(done),
        Ok(None) | Err(RecvTimeoutError::Disconnected) => Err(Undone::Failed),
        Err(RecvTimeoutError::Timeout) => Err(Undone::TooLong),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_takes_longer_than_it_may_is_left_behind() {
        assert_eq!(within(Duration::from_secs(60), || 7), Ok(7));
        let long = || thread::sleep(Duration::from_secs(30));
        assert_eq!(within(Duration::from_millis(10), long), Err(Undone::TooLong));
        let panics = || panic!("for the test");
        assert_eq!(within(Duration::from_secs(60), panics), Err::<(), _>(Undone::Failed));
    }
}
