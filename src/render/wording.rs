use crate::query::wording::{WordChange, Words};

/// "the [-poor-]{+weak+} offer", as `git diff --word-diff` has it.
pub fn wording(words: &[Words]) -> String {
    words.iter().map(marked).collect()
}

fn marked(words: &Words) -> String {
    let inside = words.words.trim();
    let (before, after) = match words.words.split_once(inside) {
        Some(around) if !inside.is_empty() => around,
        _ => return words.words.clone(),
    };
    match words.change {
        None => words.words.clone(),
        Some(WordChange::Lost) => format!("{before}[-{inside}-]{after}"),
        Some(WordChange::Gained) => format!("{before}{{+{inside}+}}{after}"),
    }
}
