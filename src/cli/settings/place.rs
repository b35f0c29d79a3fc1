use std::path::{Path, PathBuf};

use etcetera::BaseStrategy;

/// The name of a configuration file.
pub const NAME: &str = "throughline.toml";

/// The variable that names another.
pub const VARIABLE: &str = "THROUGHLINE_CONFIG";

/// A configuration file that is read.
#[derive(Debug)]
pub struct Place {
    pub path: PathBuf,
    /// Whether it was found in the current folder. Such a file may have come with the letters, and nobody has said that
    /// it is to be trusted.
    pub found_here: bool,
}

/// The file named in the call or the environment, else that of the current folder, else the user's own.
pub fn find(named: Option<&Path>) -> Option<Place> {
    let of_environment = || std::env::var_os(VARIABLE).filter(|name| !name.is_empty()).map(PathBuf::from);
    if let Some(path) = named.map(Path::to_owned).or_else(of_environment) {
        return Some(Place { path, found_here: false });
    }
    if Path::new(NAME).is_file() {
        return Some(Place { path: NAME.into(), found_here: true });
    }
    own().filter(|own| own.is_file()).map(|path| Place { path, found_here: false })
}

/// Where a configuration file is looked for, first to last.
pub fn searched() -> Vec<PathBuf> {
    std::iter::once(NAME.into()).chain(own()).collect()
}

/// The user's own file, whether it is there or not: in `throughline` of `$XDG_CONFIG_HOME` or `~/.config`, on Windows of
/// the folder for roaming data of programs.
pub fn own() -> Option<PathBuf> {
    let folders = etcetera::choose_base_strategy().ok()?;
    Some(folders.config_dir().join("throughline").join(NAME))
}
