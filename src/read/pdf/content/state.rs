use std::rc::Rc;

use crate::read::pdf::fonts::Font;

/// An affine transformation, as PDF writes it: `[a b c d e f]`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Matrix(pub [f32; 6]);

impl Matrix {
    pub const IDENTITY: Matrix = Matrix([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    /// Turns the plane clockwise about its origin, as a page's `Rotate` entry does.
    pub fn quarter_turns(turns: u8) -> Matrix {
        match turns % 4 {
            0 => Matrix::IDENTITY,
            1 => Matrix([0.0, -1.0, 1.0, 0.0, 0.0, 0.0]),
            2 => Matrix([-1.0, 0.0, 0.0, -1.0, 0.0, 0.0]),
            _ => Matrix([0.0, 1.0, -1.0, 0.0, 0.0, 0.0]),
        }
    }

    /// This transformation, and then `next`.
    pub fn then(&self, next: &Matrix) -> Matrix {
        let [a, b, c, d, e, f] = self.0;
        let n = next.0;
        Matrix([
            a * n[0] + b * n[2],
            a * n[1] + b * n[3],
            c * n[0] + d * n[2],
            c * n[1] + d * n[3],
            e * n[0] + f * n[2] + n[4],
            e * n[1] + f * n[3] + n[5],
        ])
    }

    /// Moves the origin by `(x, y)` in the space before the transformation.
    pub fn moved(&self, x: f32, y: f32) -> Matrix {
        Matrix([1.0, 0.0, 0.0, 1.0, x, y]).then(self)
    }

    pub fn apply(&self, x: f32, y: f32) -> (f32, f32) {
        let [a, b, c, d, e, f] = self.0;
        (a * x + c * y + e, b * x + d * y + f)
    }

    /// By how much heights grow.
    pub fn height_scale(&self) -> f32 {
        self.0[2].hypot(self.0[3])
    }
}

/// The part of the graphics state that text needs; `q` saves it.
#[derive(Clone)]
pub struct State {
    pub ctm: Matrix,
    pub font: Option<Rc<Font>>,
    /// Font size, in text space units.
    pub size: f32,
    pub char_spacing: f32,
    pub word_spacing: f32,
    /// Horizontal scaling as a factor: 1 is normal.
    pub stretch: f32,
    pub leading: f32,
    pub rise: f32,
    /// The text rendering mode, 0 to 7; 2 draws an outline too, which sets plain type bold.
    pub mode: u8,
}

impl State {
    pub fn new(ctm: Matrix) -> Self {
        Self {
            ctm,
            font: None,
            size: 0.0,
            char_spacing: 0.0,
            word_spacing: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
            mode: 0,
        }
    }
}
