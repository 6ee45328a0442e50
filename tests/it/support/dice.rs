//! Chance that is the same on every machine and in every run.

/// splitmix64 with its seed, <https://prng.di.unimi.it/splitmix64.c>
pub struct Dice(pub u64);

impl Dice {
    pub fn throw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// Below `end`.
    pub fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.throw() % end as u64).expect("small")
    }

    pub fn of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }

    /// Two different ones, in any order.
    pub fn two_of<'a, T>(&mut self, all: &'a [T]) -> [&'a T; 2] {
        let first = self.below(all.len());
        let second = (first + 1 + self.below(all.len() - 1)) % all.len();
        [&all[first], &all[second]]
    }
}
