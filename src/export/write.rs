use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::ExportFile;

/// Writes the files into `folder`, which is made where it does not exist. Files of the same names are
/// replaced, each at once and whole; others are left alone.
///
/// # Errors
/// The path that could not be written, and why.
pub fn write(files: &[ExportFile], folder: &Path) -> Result<(), (PathBuf, io::Error)> {
    std::fs::create_dir_all(folder).map_err(|error| (folder.to_owned(), error))?;
    for file in files {
        let path = folder.join(&file.name);
        write_file(&path, &file.bytes).map_err(|error| (path, error))?;
    }
    Ok(())
}

/// Writes one file at once and whole: whoever reads it sees the old one or the new one.
pub fn write_file(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = NamedTempFile::new_in(folder)?;
    file.write_all(bytes)?;
    allow_reading(&file)?;
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}

/// Temporary files are their owner's alone; an export is as readable as other files.
#[cfg(unix)]
fn allow_reading(file: &NamedTempFile) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.as_file().set_permissions(std::fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn allow_reading(_: &NamedTempFile) -> io::Result<()> {
    Ok(())
}
