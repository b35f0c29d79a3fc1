//! Changes inputs as a fuzzer does, the same way in every run.

/// Makes inputs of seeds.
pub struct Mutator<'a> {
    seeds: &'a [Vec<u8>],
    state: u64,
}

/// What breaks readers more often than chance does: numbers at the ends of their types, and brackets.
const TOKENS: [&[u8]; 12] = [
    b"0",
    b"-1",
    b"65536",
    b"4294967295",
    b"99999999999999999999",
    b"1e9",
    b"<<",
    b">>",
    b"[",
    b"]",
    b"(",
    b"<",
];

/// Inputs stay small, so that many can be tried.
const MOST_BYTES: usize = 20_000;

impl<'a> Mutator<'a> {
    pub fn new(seeds: &'a [Vec<u8>]) -> Self {
        Self { seeds, state: 1 }
    }

    /// A seed with a few changes.
    pub fn input(&mut self) -> Vec<u8> {
        let mut bytes = self.seeds[self.below(self.seeds.len())].clone();
        for _ in 0..1 << self.below(5) {
            self.change(&mut bytes);
            bytes.truncate(MOST_BYTES);
        }
        bytes
    }

    /// Flips, cuts out, splices in, repeats, or writes a token.
    fn change(&mut self, bytes: &mut Vec<u8>) {
        let at = self.below(bytes.len() + 1);
        let end = (at + 1 + self.below(60)).min(bytes.len());
        match self.below(5) {
            0 if at < bytes.len() => bytes[at] ^= 1 << self.below(8),
            1 => drop(bytes.drain(at..end)),
            2 => {
                let other = &self.seeds[self.below(self.seeds.len())];
                let from = self.below(other.len() + 1);
                let length = self.below(200).min(other.len() - from);
                bytes.splice(at..at, other[from..from + length].iter().copied());
            }
            3 => {
                let repeated = bytes[at..end].repeat(1 + self.below(40));
                bytes.splice(at..at, repeated);
            }
            _ => {
                let token = TOKENS[self.below(TOKENS.len())];
                bytes.splice(at..at, token.iter().copied());
            }
        }
    }

    /// A number less than `most`, which is not 0.
    fn below(&mut self, most: usize) -> usize {
        self.state =
            self.state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.state >> 33) as usize % most
    }
}
