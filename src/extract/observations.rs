use super::fired::{Claims, Gave};
use super::letter::Letter;
use super::view::View;
use crate::document::BlockKind;
use crate::record::Observation;
use crate::record::Quoter;
use crate::rules::vocabulary::Polarity;
use crate::text::Span;

/// The bullets that stand under no finding; paragraphs, in a part of a section that has no bullets.
/// Blocks that become observations are added to `claimed`.
pub fn observations(
    view: &View<'_>,
    quoter: &Quoter<'_>,
    letter: &Letter<'_>,
    claimed: &mut Claims,
) -> Vec<Observation> {
    let mut observations = Vec::new();
    let places = letter.blocks.clone().map(|block| (block, letter.place(block)));
    let places: Vec<_> = places.filter_map(|(block, place)| Some((block, place?))).collect();
    for part in places.chunk_by(|a, b| (a.1.section, a.1.polarity) == (b.1.section, b.1.polarity)) {
        let (section, polarity) = (&letter.family.sections[part[0].1.section], part[0].1.polarity);
        if !section.observations {
            continue;
        }
        let free = part.iter().filter(|(block, place)| !place.heading && claimed.is_free(*block));
        let blocks: Vec<usize> = free.map(|(block, _)| *block).collect();
        for (span, blocks) in bullets(view, &blocks) {
            claimed.take_all(blocks, &section.id);
            letter.fired(&section.id, span, Gave::Observation);
            observations.push(Observation {
                section: section.name.clone(),
                polarity: polarity.unwrap_or(Polarity::Neutral),
                at: quoter.quote(span),
                rule: section.id.clone(),
            });
        }
    }
    observations
}

/// Each bullet with the sub-bullets under it, or each paragraph where there are no bullets.
fn bullets(view: &View<'_>, blocks: &[usize]) -> Vec<(Span, Vec<usize>)> {
    let bulleted = blocks.iter().any(|&block| view.block(block).is_list_item());
    let mut bullets: Vec<(Span, Vec<usize>)> = Vec::new();
    for &block in blocks.iter().filter(|&&block| !bulleted || view.block(block).is_list_item()) {
        let span = view.block(block).span;
        let below = matches!(view.block(block).kind, BlockKind::ListItem { level } if level > 1);
        match bullets.last_mut() {
            Some((whole, blocks)) if below && blocks.last() == Some(&(block - 1)) => {
                *whole = whole.to(span);
                blocks.push(block);
            }
            _ => bullets.push((span, vec![block])),
        }
    }
    bullets
}
