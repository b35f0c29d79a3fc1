//! Where the sources lie, and where their PDFs go: `sources/AREA/NAME.letter` to `AREA/NAME.pdf`.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::typeset::{Options, typeset};

pub struct Source {
    pub path: PathBuf,
    pub pdf: PathBuf,
}

impl Source {
    pub fn typeset(&self, options: &Options) -> Result<Vec<u8>> {
        let text = std::fs::read_to_string(&self.path)?;
        typeset(&text, options).with_context(|| self.path.display().to_string())
    }
}

/// Every source of the corpus, in order of name.
pub fn sources() -> Result<Vec<Source>> {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    let mut sources = Vec::new();
    for area in std::fs::read_dir(corpus.join("sources"))? {
        let area = area?;
        for file in std::fs::read_dir(area.path())? {
            let path = file?.path();
            let pdf = corpus
                .join(area.file_name())
                .join(path.with_extension("pdf").file_name().unwrap_or_default());
            sources.push(Source { path, pdf });
        }
    }
    sources.sort_by(|one, other| one.path.cmp(&other.path));
    Ok(sources)
}
