/// Converts byte offsets of one text to code-point offsets, in O(log n) after one pass over the text.
#[derive(Debug, Clone)]
pub struct CodePoints {
    /// `(byte, code points before it)` after each character longer than one byte.
    steps: Vec<(usize, usize)>,
}

impl CodePoints {
    pub fn new(text: &str) -> Self {
        let mut steps = Vec::new();
        let mut surplus = 0;
        for (byte, character) in text.char_indices() {
            let width = character.len_utf8();
            if width > 1 {
                surplus += width - 1;
                steps.push((byte + width, surplus));
            }
        }
        Self { steps }
    }

    /// The number of code points before the byte offset `byte`, which lies on a character boundary.
    pub fn at(&self, byte: usize) -> usize {
        let passed = self.steps.partition_point(|&(after, _)| after <= byte);
        byte - passed.checked_sub(1).map_or(0, |last| self.steps[last].1)
    }

    /// The byte offset of the character that so many code points stand before.
    pub fn byte(&self, point: usize) -> usize {
        let passed = self.steps.partition_point(|&(after, surplus)| after - surplus <= point);
        point + passed.checked_sub(1).map_or(0, |last| self.steps[last].1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn agrees_with_counting_characters(text in "\\PC{0,60}") {
            let points = CodePoints::new(&text);
            for (count, (byte, _)) in text.char_indices().enumerate() {
                prop_assert_eq!(points.at(byte), count);
                prop_assert_eq!(points.byte(count), byte);
            }
            prop_assert_eq!(points.at(text.len()), text.chars().count());
        }
    }
}
