use rapidfuzz::distance::jaro_winkler;

/// Below this a name is another name, not a slip of the pen.
const NEAR_ENOUGH: f64 = 0.8;

/// The candidate most like `word`, if any is near enough. Of equals the first is taken.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let mut best: Option<(&str, f64)> = None;
    for candidate in candidates {
        let likeness = jaro_winkler::similarity(word.chars(), candidate.chars());
        if likeness >= NEAR_ENOUGH && best.is_none_or(|(_, before)| likeness > before) {
            best = Some((candidate, likeness));
        }
    }
    best.map(|(candidate, _)| candidate)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_slip_is_mended_and_another_word_is_not() {
        assert_eq!(nearest("pattren", ["pattern", "kind"]), Some("pattern"));
        assert_eq!(nearest("zebra", ["pattern", "kind"]), None);
    }
}
