/// The share of two rows of words that they have in common, in order: 1 where they are the same. Twice their
/// longest common subsequence over the length of both.
pub fn agreement(one: &[&str], other: &[&str]) -> f64 {
    let both = one.len() + other.len();
    if both == 0 { 1.0 } else { 1.0 - edits(one, other) as f64 / both as f64 }
}

/// How many words must be taken out of the one and put in to make the other, after Myers (1986).
fn edits(one: &[&str], other: &[&str]) -> usize {
    let (length, width) = (one.len() as isize, other.len() as isize);
    let most = (length + width) as usize;
    // By diagonal: how far along `one` the farthest path has come.
    let mut reach = vec![0isize; 2 * most + 3];
    let at = |diagonal: isize| (diagonal + most as isize + 1) as usize;
    for count in 0..=most as isize {
        for diagonal in (-count..=count).step_by(2) {
            let goes_down = diagonal == -count
                || (diagonal != count && reach[at(diagonal - 1)] < reach[at(diagonal + 1)]);
            let mut x = if goes_down { reach[at(diagonal + 1)] } else { reach[at(diagonal - 1)] + 1 };
            while x < length && x - diagonal < width && one[x as usize] == other[(x - diagonal) as usize] {
                x += 1;
            }
            reach[at(diagonal)] = x;
            if x >= length && x - diagonal >= width {
                return count as usize;
            }
        }
    }
    most
}

#[test]
fn words_taken_out_and_put_in_are_counted() {
    let agreement = |one: &str, other: &str| {
        let words = |text: &'static str| text.split_whitespace().collect::<Vec<_>>();
        agreement(&words(one.to_owned().leak()), &words(other.to_owned().leak()))
    };
    assert_eq!(agreement("a b c d", "a b c d"), 1.0);
    assert_eq!(agreement("a b c d", "a c d e"), 0.75);
    assert_eq!(agreement("a b", "c d"), 0.0);
}
