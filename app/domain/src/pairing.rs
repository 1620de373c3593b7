//! What goes with what, worked out of the orders of many: [`pairs`].
//!
//! Nobody's own orders show in it: a pair counts only where several customers took both, and none of them makes up most
//! of it. Support, share and lift are integers, and the same orders give the same pairs in whatever order they come.

use std::collections::{BTreeMap, BTreeSet};

use crate::{CustomerId, ProductId};

/// The products of one order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bought {
    pub customer: CustomerId,
    pub products: Vec<ProductId>,
}

/// Who takes `of` often takes `with` too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    pub of: ProductId,
    pub with: ProductId,
    /// In so many orders they are together,
    pub orders: u32,
    /// of so many customers.
    pub customers: u32,
    /// How much oftener than by chance, in thousandths.
    pub lift: u32,
}

/// The orders of so many days count: half a year has every season's shelf once.
pub const DAYS: i64 = 182;
/// Fewer customers than these could recognise one another.
pub const LEAST_CUSTOMERS: u32 = 3;
/// Fewer orders than these may be chance.
pub const LEAST_ORDERS: u32 = 6;
/// What is together hardly oftener than chance would have it says nothing: everybody takes salt.
pub const LEAST_LIFT: u32 = 1_250;
/// In so many thousandths of the orders of the one the other is there too.
pub const LEAST_SHARE: u64 = 150;
/// So many are kept of each product.
pub const KEPT: usize = 6;
/// An order of more than these is a stocktaking and no recipe.
const MOST_PRODUCTS: usize = 200;

/// What goes with each product, the strongest first, by product.
pub fn pairs(bought: &[Bought]) -> Vec<Pair> {
    // an order of one product says how often that is taken, so it counts as an order
    let mut baskets: Vec<(CustomerId, Vec<ProductId>)> = bought
        .iter()
        .map(|b| (b.customer, b.products.iter().copied().collect::<BTreeSet<_>>().into_iter().collect::<Vec<_>>()))
        .filter(|(_, products)| (1..=MOST_PRODUCTS).contains(&products.len()))
        .collect();
    baskets.sort_unstable();
    let mut numbers: BTreeMap<ProductId, u32> = BTreeMap::new();
    for product in baskets.iter().flat_map(|(_, products)| products) {
        *numbers.entry(*product).or_default() += 1;
    }
    // what is taken seldom has no pairs, and needs no number
    let known: Vec<ProductId> = numbers.iter().filter(|(_, n)| **n >= LEAST_ORDERS).map(|(p, _)| *p).collect();
    let place: BTreeMap<ProductId, usize> = known.iter().enumerate().map(|(at, product)| (*product, at)).collect();
    let mut with: Vec<Vec<usize>> = vec![Vec::new(); known.len()];
    let baskets: Vec<(CustomerId, Vec<usize>)> = baskets
        .into_iter()
        .map(|(customer, products)| (customer, products.iter().filter_map(|p| place.get(p).copied()).collect()))
        .collect();
    for (at, (_, products)) in baskets.iter().enumerate() {
        for product in products {
            with[*product].push(at);
        }
    }
    let all = baskets.len() as u64;
    let mut found = Vec::new();
    let mut counts = vec![Count::default(); known.len()];
    let mut touched = Vec::new();
    for (of, orders) in with.iter().enumerate() {
        // the baskets are in the order of their customers, so that each customer is counted in one go
        for at in orders {
            let (customer, products) = &baskets[*at];
            for other in products.iter().filter(|other| **other != of) {
                if counts[*other].orders == 0 {
                    touched.push(*other);
                }
                counts[*other].one_more(*customer);
            }
        }
        let mut of_it: Vec<Pair> = Vec::new();
        for other in touched.drain(..) {
            let count = std::mem::take(&mut counts[other]);
            let lift = u64::from(count.orders) * all * 1_000 / (orders.len() as u64 * with[other].len() as u64);
            let pair = Pair {
                of: known[of],
                with: known[other],
                orders: count.orders,
                customers: count.customers,
                lift: u32::try_from(lift).unwrap_or(u32::MAX),
            };
            let share = u64::from(count.orders) * 1_000 / orders.len() as u64;
            if count.is_of_many() && pair.lift >= LEAST_LIFT && share >= LEAST_SHARE {
                of_it.push(pair);
            }
        }
        of_it.sort_unstable_by(|a, b| (b.lift, b.orders, a.with).cmp(&(a.lift, a.orders, b.with)));
        of_it.truncate(KEPT);
        found.extend(of_it);
    }
    found
}

/// How often two are together.
#[derive(Clone, Default)]
struct Count {
    orders: u32,
    customers: u32,
    last: Option<CustomerId>,
    /// Orders of the last customer, and of the one with most of them.
    of_last: u32,
    most: u32,
}

impl Count {
    fn one_more(&mut self, customer: CustomerId) {
        self.orders += 1;
        if self.last != Some(customer) {
            (self.last, self.of_last) = (Some(customer), 0);
            self.customers += 1;
        }
        self.of_last += 1;
        self.most = self.most.max(self.of_last);
    }

    /// Enough customers, and none of them is more than half of it.
    fn is_of_many(&self) -> bool {
        self.customers >= LEAST_CUSTOMERS && self.orders >= LEAST_ORDERS && self.most * 2 <= self.orders
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use uuid::Uuid;

    fn product(n: u128) -> ProductId {
        ProductId(Uuid::from_u128(n))
    }

    fn bought(customer: u128, products: &[u128]) -> Bought {
        Bought {
            customer: CustomerId(Uuid::from_u128(customer)),
            products: products.iter().map(|n| product(*n)).collect(),
        }
    }

    /// Three bakers take 1 with 2, and everybody takes 9 with anything.
    fn orders() -> Vec<Bought> {
        let together = (0..9).map(|n| bought(n % 3, &[1, 2, 9]));
        let others = (0..20).map(|n| bought(n % 5, &[9, 3 + n % 4]));
        together.chain(others).collect()
    }

    #[test]
    fn what_several_take_together_goes_together() {
        let found = pairs(&orders());
        let pair = found.iter().find(|p| p.of == product(1)).expect("a pair");
        assert_eq!((pair.with, pair.orders, pair.customers, pair.lift), (product(2), 9, 3, 3_222));
        assert!(found.iter().all(|p| p.with != product(9)), "what everybody takes goes with nothing");
    }

    #[test]
    fn nobody_is_recognised() {
        // two customers, however often
        let two: Vec<Bought> = (0..40).map(|n| bought(n % 2, if n < 20 { &[1, 2] } else { &[3, 4] })).collect();
        assert_eq!(pairs(&two), []);
        // three, of whom one is nearly all of it
        let one = (0..30).map(|n| bought(if n < 27 { 0 } else { n - 26 }, &[1, 2]));
        let others = (0..30).map(|n| bought(n % 4, &[3]));
        assert_eq!(pairs(&one.chain(others).collect::<Vec<_>>()), []);
    }

    fn any_orders() -> impl Strategy<Value = Vec<Bought>> {
        let order = (0u128..6, prop::collection::vec(0u128..12, 0..6));
        prop::collection::vec(order.prop_map(|(customer, products)| bought(customer, &products)), 0..120)
    }

    proptest! {
        #[test]
        fn every_pair_is_of_many_and_the_order_of_the_orders_is_nothing(orders in any_orders(), turn in 0usize..120) {
            let found = pairs(&orders);
            let mut turned = orders.clone();
            turned.rotate_left(turn.min(orders.len()));
            for b in &mut turned {
                b.products.reverse();
            }
            prop_assert_eq!(&pairs(&turned), &found);
            for pair in &found {
                prop_assert_ne!(pair.of, pair.with);
                let has = |b: &&Bought| b.products.contains(&pair.of) && b.products.contains(&pair.with);
                let both: Vec<&Bought> = orders.iter().filter(has).collect();
                let customers: BTreeSet<CustomerId> = both.iter().map(|b| b.customer).collect();
                prop_assert_eq!((both.len(), customers.len()), (pair.orders as usize, pair.customers as usize));
                prop_assert!(both.len() >= LEAST_ORDERS as usize && customers.len() >= LEAST_CUSTOMERS as usize);
                for customer in customers {
                    prop_assert!(both.iter().filter(|b| b.customer == customer).count() * 2 <= both.len());
                }
                prop_assert!(found.iter().filter(|p| p.of == pair.of).count() <= KEPT);
                // without any one of the customers it may be gone, but with him alone it never is there
                let alone: Vec<Bought> = orders.iter().filter(|b| b.customer == both[0].customer).cloned().collect();
                prop_assert_eq!(pairs(&alone), vec![]);
            }
        }
    }
}
