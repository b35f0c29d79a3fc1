//! What stands for the renderer where it is not built.

use std::time::Duration;

use super::{DrawError, Grey};
use crate::document::PageBox;

/// A PDF file whose pages can be drawn: never, in this build.
#[derive(Debug)]
pub enum File {}

/// A drawn page: never, in this build.
#[derive(Debug)]
pub enum Picture {}

impl File {
    /// # Errors
    /// Always [`DrawError::NotBuilt`].
    pub fn open(_bytes: Vec<u8>, _patience: Duration) -> Result<Self, DrawError> {
        Err(DrawError::NotBuilt)
    }

    /// # Errors
    /// None: there is no file to call it on.
    pub fn page(&self, _number: u32, _scale: f32) -> Result<Picture, DrawError> {
        match *self {}
    }
}

impl Picture {
    pub fn mark(&mut self, _area: &PageBox) {
        match *self {}
    }

    pub fn grey(&self) -> Grey {
        match *self {}
    }

    pub fn to_page(&self) -> [f32; 6] {
        match *self {}
    }

    /// # Errors
    /// None: there is no picture to call it on.
    pub fn into_png(self) -> Result<Vec<u8>, DrawError> {
        match self {}
    }
}
