use super::limits;

/// How a list counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    Decimal,
    LowerLetter,
    UpperLetter,
    LowerRoman,
    UpperRoman,
}

/// A number as a list of this style writes it, without the stop after it.
pub fn write(number: u32, style: Style) -> String {
    let countable = (1..=limits::COUNT).contains(&number);
    match style {
        Style::LowerLetter if countable => letters(number),
        Style::UpperLetter if countable => letters(number).to_uppercase(),
        Style::LowerRoman if countable => roman(number),
        Style::UpperRoman if countable => roman(number).to_uppercase(),
        _ => number.to_string(),
    }
}

/// a to z, then aa to zz, then aaa, as Word counts.
fn letters(number: u32) -> String {
    let letter = char::from(b'a' + ((number - 1) % 26) as u8);
    std::iter::repeat_n(letter, ((number - 1) / 26 + 1) as usize).collect()
}

fn roman(mut number: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    let mut roman = String::new();
    for (value, sign) in SIGNS {
        while number >= value {
            roman.push_str(sign);
            number -= value;
        }
    }
    roman
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_letters_and_roman_numbers() {
        assert_eq!(write(12, Style::Decimal), "12");
        assert_eq!(write(3, Style::LowerLetter), "c");
        assert_eq!(write(28, Style::UpperLetter), "BB");
        assert_eq!(write(14, Style::LowerRoman), "xiv");
        assert_eq!(write(0, Style::UpperRoman), "0");
        assert_eq!(write(u32::MAX, Style::LowerLetter), u32::MAX.to_string());
    }
}
