//! Pages with a passage marked on them.

use std::time::Duration;

use crate::document::PageBox;
use crate::draw::{DrawError, File};

/// Pixels a point: 144 dots an inch.
const SCALE: f32 = 2.0;

/// A page drawn with the boxes that lie on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// From 1.
    pub number: u32,
    pub png: Vec<u8>,
}

/// Draws each page that the boxes, which are in reading order, lie on. `patience` is how long each may take.
///
/// # Errors
/// When the file or one of the pages cannot be drawn.
pub fn pages(file: Vec<u8>, boxes: &[PageBox], patience: Duration) -> Result<Vec<Page>, DrawError> {
    let file = File::open(file, patience)?;
    let pages = boxes.chunk_by(|one, other| one.page == other.page);
    pages.map(|boxes| page(&file, boxes)).collect()
}

fn page(file: &File, boxes: &[PageBox]) -> Result<Page, DrawError> {
    let number = boxes[0].page;
    let mut picture = file.page(number, SCALE)?;
    boxes.iter().for_each(|area| picture.mark(area));
    Ok(Page { number, png: picture.into_png()? })
}
