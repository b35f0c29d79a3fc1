use crate::record::WireSpan;

/// Each of `old` with that of `new` whose span it shares most of, in the order of the text. What shares none stands
/// alone.
pub fn pairs<'a, T>(
    old: &'a [T],
    new: &'a [T],
    span: impl Fn(&T) -> WireSpan,
) -> Vec<(Option<&'a T>, Option<&'a T>)> {
    let mut shared: Vec<(usize, usize, usize)> = Vec::new();
    for (before, a) in old.iter().enumerate() {
        for (after, b) in new.iter().enumerate() {
            shared.push((overlap(span(a), span(b)), before, after));
        }
    }
    shared.sort_by_key(|(length, before, after)| (std::cmp::Reverse(*length), *before, *after));
    let mut partner: Vec<Option<usize>> = vec![None; old.len()];
    let mut taken = vec![false; new.len()];
    for (length, before, after) in shared {
        if length > 0 && partner[before].is_none() && !taken[after] {
            partner[before] = Some(after);
            taken[after] = true;
        }
    }
    let paired = old.iter().zip(&partner).map(|(it, partner)| (Some(it), partner.map(|after| &new[after])));
    let alone = new.iter().zip(&taken).filter(|(_, taken)| !**taken).map(|(it, _)| (None, Some(it)));
    let mut pairs: Vec<(Option<&T>, Option<&T>)> = paired.chain(alone).collect();
    pairs.sort_by_key(|(old, new)| new.or(*old).map(|it| span(it).start));
    pairs
}

fn overlap(a: WireSpan, b: WireSpan) -> usize {
    a.end.min(b.end).saturating_sub(a.start.max(b.start))
}
