use super::lines::Line;

/// How wide a line may be before its text is cut, told from the lines that were certainly cut.
///
/// Text saved from a viewer was cut by the width of its letters, text from an editor by their number. Both
/// are tried, and the one under which the lines agree best is used.
#[derive(Debug, Clone, Copy)]
pub struct Cut {
    measure: Measure,
    /// A line that reaches less than this with the next line's first word had room for it.
    full: u32,
}

#[derive(Debug, Clone, Copy)]
enum Measure {
    Characters,
    Letters,
}

/// A file whose lines are longer than this in the main was not cut at a width: each line is a paragraph.
const LONGEST_CUT_LINE: usize = 160;

/// One cut line in ten may be in bold type, which holds fewer letters.
const BOLD_SHARE: usize = 10;

/// A column is narrow if its lines hold less than this of the page's width, in hundredths.
const NARROW: u64 = 75;

/// Estimated widths are right to one and a half in a hundred.
const TOLERANCE: u32 = 15;

impl Cut {
    /// `None` where lines were not cut at a width. `certain` are pairs of lines of one sentence.
    pub fn find(lines: &[Line], certain: &[(&Line, &Line)]) -> Option<Self> {
        let long = lines.iter().filter(|line| line.text.chars().count() > LONGEST_CUT_LINE).count();
        let filled = lines.iter().filter(|line| !line.text.is_empty()).count();
        if certain.is_empty() || long * 20 > filled {
            return None;
        }
        let fits = [Measure::Letters, Measure::Characters].map(|measure| Fit::new(measure, certain));
        let best = if fits[0].spread <= fits[1].spread { &fits[0] } else { &fits[1] };
        let full = best.reach - best.reach * TOLERANCE / 1000;
        Some(Self { measure: best.measure, full })
    }

    /// Whether `line` had to be cut where the next line's first word begins.
    pub fn is_full(self, before: &Line, line: &Line) -> bool {
        let reach = self.measure.reach(before, line);
        // A viewer that mends a word cut by a hyphen makes one line of two: the second is what counts.
        let is_two_lines = self.measure.width(&before.text) > self.full + self.full / 5;
        let reach = if is_two_lines { reach.saturating_sub(self.full) } else { reach };
        reach >= self.full
    }
}

struct Fit {
    measure: Measure,
    /// What all but the bold lines reach with the next word.
    reach: u32,
    /// Long lines' width by `reach`, in thousandths: under a true measure no line is wider than any reaches.
    spread: u64,
}

impl Fit {
    fn new(measure: Measure, certain: &[(&Line, &Line)]) -> Self {
        let mut reaches: Vec<u32> =
            certain.iter().map(|(before, line)| measure.reach(before, line)).collect();
        let mut widths: Vec<u32> = certain.iter().map(|(before, _)| measure.width(&before.text)).collect();
        reaches.sort_unstable();
        widths.sort_unstable();
        let wide = widths[widths.len() - 1 - widths.len() / BOLD_SHARE];
        // Lines of a table's narrow column say nothing of the page's width.
        reaches.retain(|reach| u64::from(*reach) * 100 >= u64::from(wide) * NARROW);
        let reach = reaches[reaches.len() / BOLD_SHARE];
        Self { measure, reach, spread: u64::from(wide) * 1000 / u64::from(reach.max(1)) }
    }
}

impl Measure {
    fn width(self, text: &str) -> u32 {
        match self {
            Measure::Characters => text.chars().count() as u32 * 1000,
            Measure::Letters => text.chars().map(letter_width).sum(),
        }
    }

    /// How wide a line would have been with the next line's first word.
    fn reach(self, before: &Line, line: &Line) -> u32 {
        let word = line.text.split(' ').next().unwrap_or_default();
        self.width(&before.text) + self.width(" ") + self.width(word)
    }
}

/// The width of a letter in a common sans-serif face, in thousandths of its size.
fn letter_width(letter: char) -> u32 {
    match letter {
        'i' | 'j' | 'l' | '\'' | '‘' | '’' => 222,
        ' ' | 'f' | 't' | 'I' | '.' | ',' | ':' | ';' | '!' | '/' => 278,
        'r' | '-' | '(' | ')' | '“' | '”' => 333,
        'c' | 'k' | 's' | 'v' | 'x' | 'y' | 'z' | 'J' => 500,
        'm' | 'M' => 833,
        'w' | 'C' | 'D' | 'H' | 'N' | 'R' | 'U' => 722,
        'A' | 'B' | 'E' | 'K' | 'P' | 'S' | 'V' | 'X' | 'Y' | '&' => 667,
        'F' | 'T' | 'Z' => 611,
        'G' | 'O' | 'Q' => 778,
        'W' => 944,
        _ => 556,
    }
}
