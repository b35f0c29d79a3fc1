use std::path::{Path, PathBuf};

/// Every file in a folder and in the folders in it, in order; a file itself. Links to folders are not followed; what is
/// hidden, and what is no file, is left out.
///
/// # Errors
/// When the folder, or one in it, cannot be listed.
pub fn files_in(path: &Path) -> std::io::Result<Vec<PathBuf>> {
    if !path.is_dir() {
        return std::fs::metadata(path)
            .map(|data| if data.is_file() { vec![path.to_owned()] } else { Vec::new() });
    }
    let mut entries =
        std::fs::read_dir(path)?.map(|entry| Ok(entry?.path())).collect::<std::io::Result<Vec<_>>>()?;
    entries.sort();
    let mut files = Vec::new();
    for entry in entries {
        let is_hidden = entry.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
        match (entry.is_dir(), entry.is_symlink()) {
            _ if is_hidden => {}
            (true, false) => files.extend(files_in(&entry)?),
            (false, _) if entry.is_file() => files.push(entry),
            _ => {}
        }
    }
    Ok(files)
}
