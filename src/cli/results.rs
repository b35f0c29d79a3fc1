use std::io::{IsTerminal, Write, stdout};
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use super::failure::Failure;
use crate::export;

/// Where a command's results go: to standard output as they come, or to a file, at once and whole when the command
/// has done its work.
#[derive(Debug)]
pub struct Results {
    file: Option<PathBuf>,
    held: Mutex<Vec<u8>>,
}

impl Results {
    /// `None` stands for standard output.
    pub fn to(file: Option<PathBuf>) -> Self {
        Self { file, held: Mutex::default() }
    }

    /// Whether a person sees them as they come.
    pub fn are_watched(&self) -> bool {
        self.file.is_none() && stdout().is_terminal()
    }

    pub fn go_to_a_file(&self) -> bool {
        self.file.is_some()
    }

    pub fn add(&self, bytes: &[u8]) -> Result<(), Failure> {
        if self.file.is_some() {
            self.held.lock().unwrap_or_else(PoisonError::into_inner).extend_from_slice(bytes);
            return Ok(());
        }
        let mut out = stdout().lock();
        out.write_all(bytes).and_then(|()| out.flush()).map_err(|error| Failure::printing(&error))
    }

    /// Writes the file, where there is one. A command that failed does not come here, and leaves an older file alone.
    pub fn finish(&self) -> Result<(), Failure> {
        let Some(file) = &self.file else { return Ok(()) };
        let held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        export::write_file(file, &held).map_err(|error| Failure::writing(file, &error))
    }
}
