//! Choices that are always the same: numbers that follow from a seed and from what the choice is about.

use super::super::catalogue::PRODUCTS;

const SEED: u64 = 0x4b6f_7265_6e6d_6f6c;

/// What a choice is about, so that no two choices share their numbers.
#[derive(Clone, Copy)]
pub(super) enum About {
    Assortment,
    Price,
    Discount,
    Staple,
    Rhythm,
    Jitter,
    Lapse,
    Usual,
    Delivery,
    Moment,
    Quantity,
}

/// splitmix64.
pub(super) struct Random(u64);

impl Random {
    pub(super) fn about(about: About, parts: &[u64]) -> Self {
        let mut random = Self(SEED ^ about as u64);
        for part in parts {
            random.0 = random.next() ^ part;
        }
        random
    }

    pub(super) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// From `low` to `high`, both included.
    pub(super) fn between(&mut self, low: i64, high: i64) -> i64 {
        low + (self.next() % (high - low + 1).unsigned_abs()) as i64
    }

    pub(super) fn percent(&mut self, chance: i64) -> bool {
        self.between(0, 99) < chance
    }
}

/// A number for a product that does not change when products are added.
pub(super) fn key(product: usize) -> u64 {
    PRODUCTS[product].sku.bytes().fold(0, |number, digit| number * 10 + u64::from(digit - b'0'))
}
