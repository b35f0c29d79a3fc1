/// A picture in shades of grey, row by row from the upper left; 0 is black.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grey {
    pub width: usize,
    pub height: usize,
    pub pixels: Vec<u8>,
}

impl Grey {
    pub fn at(&self, x: usize, y: usize) -> u8 {
        self.pixels[y * self.width + x]
    }

    /// The picture turned clockwise by so many quarter turns.
    pub fn turned(&self, turns: u8) -> Grey {
        let (width, height) = (self.width, self.height);
        let (new_width, new_height) = if turns.is_multiple_of(2) { (width, height) } else { (height, width) };
        let mut pixels = Vec::with_capacity(self.pixels.len());
        for y in 0..new_height {
            for x in 0..new_width {
                let (x, y) = match turns % 4 {
                    0 => (x, y),
                    1 => (y, height - 1 - x),
                    2 => (width - 1 - x, height - 1 - y),
                    _ => (width - 1 - y, x),
                };
                pixels.push(self.at(x, y));
            }
        }
        Grey { width: new_width, height: new_height, pixels }
    }

    /// The picture as a PGM file, which image programs read and which costs nothing to write.
    pub fn to_pgm(&self) -> Vec<u8> {
        let mut file = format!("P5\n{} {}\n255\n", self.width, self.height).into_bytes();
        file.extend_from_slice(&self.pixels);
        file
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn four_quarter_turns_are_none() {
        let grey = Grey { width: 3, height: 2, pixels: vec![1, 2, 3, 4, 5, 6] };
        let quarter = grey.turned(1);
        assert_eq!((quarter.width, quarter.height, &quarter.pixels[..]), (2, 3, &[4, 1, 5, 2, 6, 3][..]));
        assert_eq!(quarter.turned(1), grey.turned(2));
        assert_eq!(quarter.turned(3), grey);
        assert!(grey.to_pgm().starts_with(b"P5\n3 2\n255\n\x01"));
    }
}
