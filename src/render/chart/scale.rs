//! The colours. One hue from pale to dark, told apart by lightness alone, so that they can be told in any kind of
//! colour blindness and in a print without colour.

/// From little to much.
pub const STEPS: [&str; 5] = ["#deebf7", "#9ecae1", "#6baed6", "#2171b5", "#08306b"];

/// A cell that counts none, and one in which nothing was judged.
pub const ZERO: &str = "#f4f4f4";
pub const PAPER: &str = "#ffffff";

/// The lines over a blank cell, and round one that has no colour.
pub const HATCH: &str = "#b3b3b3";
pub const EDGE: &str = "#c4c4c4";

pub const INK: &str = "#1a1a1a";
/// For what stands beside the matrix, and for a 0.
pub const QUIET: &str = "#4d4d4d";

/// The colour of a step where there are so many of them: few steps stand as far apart as many.
pub fn step(at: usize, of: usize) -> &'static str {
    let last = STEPS.len() - 1;
    let place = if of < 2 { last / 2 } else { at * last / (of - 1) };
    STEPS[place.min(last)]
}

/// Ink that can be read on a colour.
pub fn ink_on(colour: &str) -> &'static str {
    if contrast(colour, INK) >= contrast(colour, PAPER) { INK } else { PAPER }
}

/// How far two colours stand apart, from 1 to 21, as the Web Content Accessibility Guidelines measure it.
fn contrast(one: &str, other: &str) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn luminance(colour: &str) -> f64 {
    let channel = |at: usize| {
        let value = colour.get(at..at + 2).and_then(|digits| u8::from_str_radix(digits, 16).ok());
        let value = f64::from(value.unwrap_or_default()) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_can_be_read_on_every_colour() {
        for colour in STEPS.iter().chain([&PAPER]) {
            assert!(contrast(colour, ink_on(colour)) >= 4.5, "{colour}");
        }
        assert!(contrast(PAPER, QUIET) >= 4.5 && contrast(ZERO, QUIET) >= 4.5);
    }

    #[test]
    fn more_is_darker() {
        assert!(STEPS.windows(2).all(|pair| luminance(pair[0]) > luminance(pair[1]) + 0.05));
    }

    #[test]
    fn few_steps_stand_far_apart() {
        assert_eq!([step(0, 2), step(1, 2)], [STEPS[0], STEPS[4]]);
        assert_eq!([step(0, 3), step(1, 3), step(2, 3)], [STEPS[0], STEPS[2], STEPS[4]]);
        assert_eq!(step(0, 1), STEPS[2]);
    }
}
