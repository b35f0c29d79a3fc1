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

const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/// The number that "8" or "eight" stands for.
pub fn read_number(text: &str) -> Option<u32> {
    let text = text.trim();
    if let Ok(number) = text.parse() {
        return Some(number);
    }
    let word = text.to_lowercase();
    if let Some(number) = WORDS.iter().position(|name| *name == word) {
        return Some(number as u32);
    }
    let (ten, one) = word.split_once(['-', ' ', '\u{2010}', '\u{2011}']).unwrap_or((&word, ""));
    let tens = TENS.iter().position(|name| *name == ten)? as u32 * 10 + 20;
    match one {
        "" => Some(tens),
        _ => WORDS[1..10].iter().position(|name| *name == one).map(|ones| tens + ones as u32 + 1),
    }
}

#[cfg(test)]
mod tests {
    use super::read_number;

    #[test]
    fn figures_and_words() {
        assert_eq!(read_number("12"), Some(12));
        assert_eq!(read_number("Twelve"), Some(12));
        assert_eq!(read_number("seventy"), Some(70));
        assert_eq!(read_number("Twenty-five"), Some(25));
        assert_eq!(read_number("several"), None);
    }
}
