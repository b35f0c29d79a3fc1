/// A word as Tesseract reads it, in its box. Lengths are in pixels from the upper left of the picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Word {
    pub text: String,
    pub left: f32,
    pub top: f32,
    pub right: f32,
    pub bottom: f32,
    /// In per cent.
    pub confidence: u8,
}

pub type Line = Vec<Word>;

/// Writing has a word that Tesseract is this sure of, in per cent.
const SURE: u8 = 50;

/// Reads Tesseract's table of words, which says for each word its block, paragraph and line.
pub fn lines(table: &str) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut open = None;
    for row in table.lines() {
        let Some((line, word)) = word(row) else { continue };
        match lines.last_mut() {
            Some(last) if open == Some(line) => last.push(word),
            _ => lines.push(vec![word]),
        }
        open = Some(line);
    }
    lines
}

/// Whether a line is more than a signature, a logo or a stain.
pub fn is_writing(line: &Line) -> bool {
    line.iter().any(|word| word.confidence >= SURE)
}

/// A row: level, page, block, paragraph, line and word, then the box, the confidence and the text. Rows of other
/// levels than that of words have a confidence of -1.
fn word(row: &str) -> Option<([u32; 3], Word)> {
    let cells: Vec<&str> = row.split('\t').collect();
    let [_, _, block, paragraph, line, _, left, top, width, height, confidence, text] = cells[..] else {
        return None;
    };
    let number = |cell: &str| cell.parse::<f32>().ok();
    let confidence = number(confidence).filter(|confidence| *confidence >= 0.0)?;
    let text = text.trim();
    if text.is_empty() {
        return None;
    }
    let (left, top) = (number(left)?, number(top)?);
    let word = Word {
        text: text.to_owned(),
        left,
        top,
        right: left + number(width)?,
        bottom: top + number(height)?,
        confidence: confidence.min(100.0).round() as u8,
    };
    Some(([block.parse().ok()?, paragraph.parse().ok()?, line.parse().ok()?], word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_put_on_lines_and_scribbles_are_told() {
        let table = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n\
                     1\t1\t0\t0\t0\t0\t0\t0\t2481\t3508\t-1\t\n\
                     5\t1\t1\t1\t1\t1\t10\t20\t30\t40\t96.5\tDear\n\
                     5\t1\t1\t1\t1\t2\t50\t20\t30\t40\t91\tDirector\n\
                     5\t1\t1\t1\t2\t1\t10\t90\t30\t40\t95\t \n\
                     5\t1\t2\t1\t1\t1\t10\t200\t30\t40\t12\tZZ~\n";
        let found = lines(table);
        assert_eq!(found.iter().map(is_writing).collect::<Vec<_>>(), [true, false]);
        let words: Vec<(&str, u8)> =
            found[0].iter().map(|word| (word.text.as_str(), word.confidence)).collect();
        assert_eq!(words, [("Dear", 97), ("Director", 91)]);
        assert_eq!((found[0][0].right, found[0][0].bottom), (40.0, 60.0));
    }
}
