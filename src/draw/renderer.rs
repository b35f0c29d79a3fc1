use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_interpret::util::TransformExt;
use hayro::hayro_syntax::Pdf;
use hayro::hayro_syntax::page::Page;
use hayro::kurbo::{Affine, Rect};
use hayro::vello_cpu::Pixmap;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings, render};

use super::patience::{Undone, within};
use super::{DrawError, Grey, LONG_PAGES, LONGEST_SIDE};
use crate::document::PageBox;

/// The colour of a mark. It is multiplied with what it lies on, so that black letters stay black.
const MARK: [u8; 3] = [255, 224, 64];

/// A PDF file whose pages can be drawn.
pub struct File {
    pdf: Arc<Pdf>,
    patience: Duration,
    /// Pages whose drawing took too long.
    long_pages: AtomicUsize,
}

/// A drawn page.
pub struct Picture {
    number: u32,
    pixels: Pixmap,
    /// From the page's default user space to pixels from the upper left.
    to_pixels: Affine,
}

impl File {
    /// Opens a file. `patience` is how long that, and then the drawing of each page, may take.
    ///
    /// # Errors
    /// When the renderer cannot read the file, or takes too long.
    pub fn open(bytes: Vec<u8>, patience: Duration) -> Result<Self, DrawError> {
        match within(patience, || Pdf::new(bytes)) {
            Ok(Ok(pdf)) => Ok(Self { pdf: Arc::new(pdf), patience, long_pages: AtomicUsize::new(0) }),
            Err(Undone::TooLong) => Err(DrawError::TooLong(patience.as_secs())),
            _ => Err(DrawError::Unreadable),
        }
    }

    /// Draws a page, counted from 1, at `scale` pixels a point, or at fewer where the picture would be too large.
    ///
    /// # Errors
    /// When there is no such page, it could not be drawn, or drawing it takes too long. Where it does for several
    /// pages, no other is drawn.
    pub fn page(&self, number: u32, scale: f32) -> Result<Picture, DrawError> {
        let index = (number as usize).checked_sub(1).ok_or(DrawError::NoSuchPage(number))?;
        if index >= self.pdf.pages().len() {
            return Err(DrawError::NoSuchPage(number));
        }
        let too_long = DrawError::TooLong(self.patience.as_secs());
        if self.long_pages.load(Ordering::Relaxed) >= LONG_PAGES {
            return Err(too_long);
        }
        let pdf = Arc::clone(&self.pdf);
        match within(self.patience, move || picture(&pdf.pages()[index], number, scale)) {
            Ok(Some(picture)) => Ok(picture),
            Ok(None) | Err(Undone::Failed) => Err(DrawError::Failed(number)),
            Err(Undone::TooLong) => {
                self.long_pages.fetch_add(1, Ordering::Relaxed);
                Err(too_long)
            }
        }
    }
}

/// `None` for a page without area.
fn picture(page: &Page<'_>, number: u32, scale: f32) -> Option<Picture> {
    let (width, height) = page.render_dimensions();
    let scale = scale.min(LONGEST_SIDE / width.max(height));
    if width * scale < 1.0 || height * scale < 1.0 {
        return None;
    }
    let form = PixmapSettings { x_scale: scale, y_scale: scale, bg_color: WHITE };
    let settings = InterpreterSettings::default();
    let pixels = render(page, &RenderCache::new(), &settings, &RenderSettings::default(), &form);
    let to_pixels = Affine::scale(f64::from(scale)) * page.initial_transform(true).to_kurbo();
    Some(Picture { number, pixels, to_pixels })
}

impl Picture {
    /// Lays a translucent box over an area of the page.
    pub fn mark(&mut self, area: &PageBox) {
        let [left, bottom, right, top] = [area.left, area.bottom, area.right, area.top].map(f64::from);
        let place = self.to_pixels.transform_rect_bbox(Rect::new(left, bottom, right, top)).round();
        let (width, height) = (usize::from(self.pixels.width()), usize::from(self.pixels.height()));
        // Casting takes what lies outside the picture to its edge.
        let columns = (place.x0 as usize).min(width)..(place.x1 as usize).min(width);
        let rows = (place.y0 as usize).min(height)..(place.y1 as usize).min(height);
        let bytes = self.pixels.data_as_u8_slice_mut();
        for row in rows {
            let line = &mut bytes[(row * width + columns.start) * 4..(row * width + columns.end) * 4];
            for pixel in line.chunks_exact_mut(4) {
                for (channel, colour) in pixel.iter_mut().zip(MARK) {
                    *channel = (u16::from(*channel) * u16::from(colour) / 255) as u8;
                }
            }
        }
    }

    /// The picture in shades of grey.
    pub fn grey(&self) -> Grey {
        let luminance = |pixel: &[u8]| {
            let [red, green, blue] = [pixel[0], pixel[1], pixel[2]].map(u32::from);
            ((red * 299 + green * 587 + blue * 114) / 1000) as u8
        };
        Grey {
            width: usize::from(self.pixels.width()),
            height: usize::from(self.pixels.height()),
            pixels: self.pixels.data_as_u8_slice().chunks_exact(4).map(luminance).collect(),
        }
    }

    /// From pixels, counted from the upper left, to the page's default user space, as PDF writes a
    /// transformation.
    pub fn to_page(&self) -> [f32; 6] {
        self.to_pixels.inverse().as_coeffs().map(|number| number as f32)
    }

    /// The picture as a PNG file.
    ///
    /// # Errors
    /// When it cannot be encoded.
    pub fn into_png(self) -> Result<Vec<u8>, DrawError> {
        self.pixels.into_png().map_err(|_| DrawError::Failed(self.number))
    }
}

impl fmt::Debug for File {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("File").finish_non_exhaustive()
    }
}

impl fmt::Debug for Picture {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Picture").field("number", &self.number).finish_non_exhaustive()
    }
}
