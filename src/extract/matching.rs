use std::cell::RefCell;
use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;

use super::view::View;
use crate::rules::pattern::Pattern;

/// Which blocks of a document patterns match. Each list is made once, when it is first asked for: a file may hold
/// thousands of titles, and each asks what stands before and after it.
pub struct Matching<'v> {
    view: &'v View<'v>,
    lists: RefCell<HashMap<ListOf, Rc<[usize]>>>,
}

/// Where a list of patterns lies in the rules, and how long it is.
type ListOf = (*const Pattern, usize);

impl<'v> Matching<'v> {
    pub fn new(view: &'v View<'v>) -> Self {
        Self { view, lists: RefCell::default() }
    }

    /// The first block of a range that any of the patterns matches.
    pub fn first(&self, patterns: &[Pattern], range: Range<usize>) -> Option<usize> {
        first_in(&self.blocks(patterns), range)
    }

    /// The last one.
    pub fn last(&self, patterns: &[Pattern], range: Range<usize>) -> Option<usize> {
        last_in(&self.blocks(patterns), range)
    }

    fn blocks(&self, patterns: &[Pattern]) -> Rc<[usize]> {
        let matched =
            || (0..self.view.len()).filter(|&block| self.view.matches_any(patterns, block)).collect();
        let mut lists = self.lists.borrow_mut();
        Rc::clone(lists.entry((patterns.as_ptr(), patterns.len())).or_insert_with(matched))
    }
}

fn first_in(blocks: &[usize], range: Range<usize>) -> Option<usize> {
    let first = blocks.get(blocks.partition_point(|&block| block < range.start))?;
    Some(*first).filter(|block| *block < range.end)
}

fn last_in(blocks: &[usize], range: Range<usize>) -> Option<usize> {
    let last = blocks[..blocks.partition_point(|&block| block < range.end)].last()?;
    Some(*last).filter(|block| *block >= range.start)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_and_last_of_a_range() {
        let blocks = [2, 5, 9];
        assert_eq!(
            [first_in(&blocks, 3..9), first_in(&blocks, 6..9), first_in(&blocks, 9..9)],
            [Some(5), None, None]
        );
        assert_eq!(
            [last_in(&blocks, 0..9), last_in(&blocks, 3..5), last_in(&blocks, 0..0)],
            [Some(5), None, None]
        );
    }
}
