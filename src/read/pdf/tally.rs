use super::limits;

/// Counts measures, such as sizes of type, to tell which is the usual one. Measures closer to each other than
/// a tolerance are one; only the first [`limits::MEASURES`] different ones count.
#[derive(Debug)]
pub struct Tally {
    tolerance: f32,
    counts: Vec<(f32, usize)>,
}

impl Tally {
    pub fn new(tolerance: f32) -> Self {
        Self { tolerance, counts: Vec::new() }
    }

    pub fn add(&mut self, measure: f32, weight: usize) {
        let known = self.counts.iter().position(|(known, _)| (known - measure).abs() < self.tolerance);
        match known {
            Some(index) => self.counts[index].1 += weight,
            None if self.counts.len() < limits::MEASURES => self.counts.push((measure, weight)),
            None => {}
        }
    }

    pub fn is_empty(&self) -> bool {
        self.counts.is_empty()
    }

    /// The measure with the most weight, of equals the one met last.
    pub fn usual(&self) -> Option<f32> {
        self.counts.iter().max_by_key(|(_, weight)| *weight).map(|(measure, _)| *measure)
    }

    /// The smallest measure with at least `share` of the weight of the usual one.
    pub fn smallest(&self, share: f32) -> Option<f32> {
        let most = self.counts.iter().map(|(_, weight)| *weight).max()? as f32;
        let common = self.counts.iter().filter(|(_, weight)| *weight as f32 >= most * share);
        common.map(|(measure, _)| *measure).reduce(f32::min)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn close_measures_are_one_and_the_heaviest_is_usual() {
        let mut tally = Tally::new(0.25);
        assert_eq!(tally.usual(), None);
        for (size, weight) in [(14.0, 30), (12.0, 20), (12.1, 20)] {
            tally.add(size, weight);
        }
        assert_eq!((tally.usual(), tally.smallest(0.5)), (Some(12.0), Some(12.0)));
        tally.add(9.0, 21);
        assert_eq!((tally.smallest(0.5), tally.smallest(0.6)), (Some(9.0), Some(12.0)));
        (0..1000).for_each(|size| tally.add(size as f32, 1));
        assert_eq!(tally.counts.len(), limits::MEASURES);
    }
}
