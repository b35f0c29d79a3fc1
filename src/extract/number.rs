//! Counts as letters write them, in figures or words.

const WORDS: [&str; 21] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
];

/// The number that "8" or "eight" stands for.
pub fn read_number(text: &str) -> Option<u32> {
    let text = text.trim();
    if let Ok(number) = text.parse() {
        return Some(number);
    }
    let word = text.to_lowercase();
    WORDS.iter().position(|name| *name == word).map(|number| number as u32)
}

#[cfg(test)]
mod tests {
    use super::read_number;

    #[test]
    fn figures_and_words() {
        assert_eq!(read_number("12"), Some(12));
        assert_eq!(read_number("Twelve"), Some(12));
        assert_eq!(read_number("several"), None);
    }
}
