//! Which product takes the place of one that is discontinued.

use crate::{
    ProductId, Quantity, SalesUnit, UnitCode,
    product::{Article, ProductState},
};

/// What is known of one product in a chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    pub state: ProductState,
    pub successor: Option<ProductId>,
}

/// The first product in the chain after `of` that can be ordered. A circle, which no form can make, ends in nothing.
pub fn heir(of: ProductId, link: impl Fn(ProductId) -> Option<Link>) -> Option<ProductId> {
    let mut seen = vec![of];
    let mut at = link(of)?.successor?;
    while !seen.contains(&at) {
        let Link { state, successor } = link(at)?;
        if state == ProductState::Active {
            return Some(at);
        }
        seen.push(at);
        at = successor?;
    }
    None
}

/// Would `of` come back to itself if `to` were its successor?
pub fn circular(of: ProductId, to: ProductId, successor: impl Fn(ProductId) -> Option<ProductId>) -> bool {
    let mut seen = vec![of];
    let mut at = Some(to);
    while let Some(here) = at {
        if seen.contains(&here) {
            return true;
        }
        seen.push(here);
        at = successor(here);
    }
    false
}

/// How a product is packed, with what it is packed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Packing {
    pub unit: SalesUnit,
    pub base_unit: UnitCode,
}

impl Packing {
    /// Does a quantity of this mean the same in the other? The same container, with the same content, in that number.
    pub fn carries(&self, to: &Packing, quantity: Quantity) -> bool {
        self.unit.code == to.unit.code
            && self.unit.factor == to.unit.factor
            && self.base_unit == to.base_unit
            && to.unit.check(quantity).is_ok()
    }
}

/// What a customer is asked to agree to: the product that takes another's place, as he would have it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replacement {
    pub of: ProductId,
    /// What the customer calls it.
    pub of_title: String,
    pub of_pack: Packing,
    /// What lies in the basket of the site.
    pub in_basket: Quantity,
    /// His own price of it, where prices may be seen; its names are the distributor's where it is not in his list yet.
    pub by: Article,
    /// Is it in his list already?
    pub listed: bool,
    /// Why, in the reader's language; may be empty.
    pub reason: String,
    /// Is there anything to move: is the other one still in his list, or in the basket of the site?
    pub moves: bool,
}

impl Replacement {
    pub fn by_pack(&self) -> Packing {
        Packing { unit: self.by.unit.clone(), base_unit: self.by.base_unit.clone() }
    }

    /// Must he say how many he wants, because what lies in the basket is packed otherwise?
    pub fn asks(&self) -> bool {
        let sum = self.in_basket + self.by.quantity;
        self.in_basket > Quantity::ZERO && !self.of_pack.carries(&self.by_pack(), sum)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;

    fn id(n: u8) -> ProductId {
        ProductId(Uuid::from_u128(u128::from(n)))
    }

    /// Twelve products, who follows whom, and who can be ordered; whatever somebody wrote into the database.
    fn world() -> impl Strategy<Value = BTreeMap<u8, (Option<u8>, bool)>> {
        let one = (proptest::option::weighted(0.8, 0..12_u8), any::<bool>());
        proptest::collection::vec(one, 12).prop_map(|all| (0..12).zip(all).collect())
    }

    fn link(world: &BTreeMap<u8, (Option<u8>, bool)>, of: ProductId) -> Option<Link> {
        let (successor, active) = world.get(&u8::try_from(of.0.as_u128()).ok()?)?;
        let state = if *active { ProductState::Active } else { ProductState::Discontinued };
        Some(Link { state, successor: successor.map(id) })
    }

    proptest! {
        #[test]
        fn a_chain_ends_at_the_first_that_can_be_ordered(world in world(), of in 0..12_u8) {
            if let Some(found) = heir(id(of), |p| link(&world, p)) {
                prop_assert_eq!(link(&world, found).map(|l| l.state), Some(ProductState::Active));
                prop_assert_ne!(found, id(of));
                // everything on the way there cannot
                let mut at = link(&world, id(of)).and_then(|l| l.successor);
                while at != Some(found) {
                    let here = link(&world, at.expect("on the way")).expect("known");
                    prop_assert_eq!(here.state, ProductState::Discontinued);
                    at = here.successor;
                }
            }
        }

        #[test]
        fn saving_what_is_not_refused_never_makes_a_circle(saves in proptest::collection::vec((0..12_u8, 0..12_u8), 0..60)) {
            let mut successors: BTreeMap<ProductId, ProductId> = BTreeMap::new();
            for (of, to) in saves {
                if !circular(id(of), id(to), |p| successors.get(&p).copied()) {
                    successors.insert(id(of), id(to));
                }
            }
            for start in 0..12 {
                let (mut at, mut steps) = (id(start), 0);
                while let Some(next) = successors.get(&at) {
                    (at, steps) = (*next, steps + 1);
                    prop_assert!(steps <= 12, "{start} goes round");
                }
            }
        }
    }

    #[test]
    fn itself_and_there_and_back_are_circles() {
        assert!(circular(id(1), id(1), |_| None));
        assert!(circular(id(1), id(2), |p| (p == id(2)).then_some(id(1))));
        assert!(!circular(id(1), id(2), |p| (p == id(2)).then_some(id(3))));
    }

    #[test]
    fn a_quantity_is_carried_in_the_same_pack_only() {
        let pack = |code: &str, factor, base: &str| Packing {
            unit: SalesUnit::whole(code, Quantity(factor)),
            base_unit: UnitCode(base.into()),
        };
        let bag = pack("BG", 25_000, "KGM");
        assert!(bag.carries(&bag, Quantity::whole(3)));
        assert!(!bag.carries(&pack("BG", 20_000, "KGM"), Quantity::whole(3)));
        assert!(!bag.carries(&pack("BG", 25_000, "LTR"), Quantity::whole(3)));
        assert!(!bag.carries(&pack("BX", 25_000, "KGM"), Quantity::whole(3)));
        let twos = Packing { unit: SalesUnit { multiple: Quantity::whole(2), ..bag.unit.clone() }, ..bag.clone() };
        assert!(!bag.carries(&twos, Quantity::whole(3)));
    }
}
