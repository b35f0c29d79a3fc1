use std::fs::{File, TryLockError};
use std::path::Path;

use super::{Store, StoreError};

/// Held by the one program that may ingest into a store; let go when dropped, or when the program ends
/// however it ends.
#[derive(Debug)]
pub struct IngestLock {
    _file: File,
}

impl Store {
    /// Takes the right to ingest into the store at `dir`, which is made where it does not exist. Reading
    /// needs no lock.
    ///
    /// # Errors
    /// [`StoreError::Busy`] while another program holds it; otherwise what keeps the lock file from being
    /// written.
    pub fn lock_for_ingest(dir: &Path) -> Result<IngestLock, StoreError> {
        super::open::make_folder(dir)?;
        let path = dir.join("ingest.lock");
        let file = File::options().create(true).truncate(false).write(true).open(&path);
        let file = file.map_err(|error| StoreError::from_io(&path, &error))?;
        match file.try_lock() {
            Ok(()) => Ok(IngestLock { _file: file }),
            Err(TryLockError::WouldBlock) => Err(StoreError::Busy(dir.to_owned())),
            Err(TryLockError::Error(error)) => Err(StoreError::from_io(&path, &error)),
        }
    }
}
