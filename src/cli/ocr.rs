use clap::Args;

use crate::read::Options;

/// How pages without text are read.
#[derive(Debug, Args)]
pub struct Ocr {
    /// Read scanned pages of PDFs by OCR, with Tesseract, which must be installed
    #[arg(long)]
    ocr: bool,
}

impl Ocr {
    pub fn options(&self) -> Options {
        if self.ocr { Options::with_ocr() } else { Options::default() }
    }
}
