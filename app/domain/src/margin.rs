//! What is left for the distributor. For staff with the right to see it; it never reaches a buyer.

use crate::{Cents, Quantity, UnitPrice, money::round_half_away};

/// What goods cost, and what is left of an amount after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Margin {
    pub amount: Cents,
    pub cost: Cents,
}

impl Margin {
    /// Of `amount`, asked for `quantity` sales units that cost `cost` each. What is given away costs as much as what is
    /// paid, so `quantity` is all that is handed over.
    pub fn of(amount: Cents, cost: UnitPrice, quantity: Quantity) -> Margin {
        Margin { amount, cost: cost_of(cost, quantity) }
    }

    pub fn left(self) -> Cents {
        self.amount - self.cost
    }

    /// What is left, in tenths of a percent of the amount; of nothing there is no part.
    pub fn permille(self) -> Option<i64> {
        (self.amount.0 > 0).then(|| round_half_away(i128::from(self.left().0) * 1000, i128::from(self.amount.0)))
    }
}

/// What `quantity` sales units cost.
pub fn cost_of(cost: UnitPrice, quantity: Quantity) -> Cents {
    Cents(round_half_away(i128::from(cost.0) * i128::from(quantity.0), 100_000))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{SalesUnit, price::Price, price::Step, promotion::FreeGoods, promotion::Gives};

    #[test]
    fn free_goods_cost_what_they_cost() {
        let gives = Gives::Free(FreeGoods { take: Quantity::whole(10), free: Quantity::whole(1) });
        let until = chrono::NaiveDate::default();
        let price =
            Price { amount: UnitPrice(157_500), trace: vec![Step::Promotion { name: String::new(), gives, until }] };
        let (quantity, unit) = (Quantity::whole(11), SalesUnit::whole("BG", Quantity::whole(25)));
        let margin = Margin::of(price.of(quantity, &unit), UnitPrice(120_000), quantity);
        assert_eq!((margin.amount, margin.cost, margin.left()), (Cents(15_750), Cents(13_200), Cents(2_550)));
        assert_eq!(margin.permille(), Some(162));
        assert_eq!(cost_of(UnitPrice(120_000), price.free(quantity)), Cents(1_200));
        assert_eq!(Margin::of(Cents(0), UnitPrice(1), quantity).permille(), None);
    }

    #[test]
    fn below_cost_is_less_than_nothing() {
        let margin = Margin::of(Cents(1_000), UnitPrice(125_000), Quantity::whole(1));
        assert_eq!((margin.left(), margin.permille()), (Cents(-250), Some(-250)));
    }
}
