//! One pure function gives every price, with its trace. List, basket, order, import and API use this one and no other.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::UnitPrice;

/// What a price depends on.
#[derive(Clone, Debug)]
pub struct Circumstances<'a> {
    pub list: UnitPrice,
    /// The customer's agreements for this product; those not valid on the day are passed over.
    pub agreed: &'a [AgreedPrice],
    /// The day the goods are delivered, or the day of looking where none is chosen yet.
    pub on: NaiveDate,
}

/// A price agreement of one customer for one product. Two of them never overlap ([`overlap`]).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgreedPrice {
    pub price: UnitPrice,
    pub from: NaiveDate,
    /// The last day; none is "until further notice".
    pub until: Option<NaiveDate>,
}

impl AgreedPrice {
    pub fn holds_on(&self, day: NaiveDate) -> bool {
        self.from <= day && self.until.is_none_or(|until| day <= until)
    }
}

/// Do two agreements claim the same day? Such a pair is refused when it is saved, never settled in silence.
pub fn overlap(a: &AgreedPrice, b: &AgreedPrice) -> bool {
    a.until.is_none_or(|until| b.from <= until) && b.until.is_none_or(|until| a.from <= until)
}

/// A unit price and the way to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Price {
    pub amount: UnitPrice,
    pub trace: Vec<Step>,
}

/// One line of the answer to "why this price".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Step {
    List(UnitPrice),
    Agreement(AgreedPrice),
}

/// list -> agreement
pub fn price(circumstances: &Circumstances<'_>) -> Price {
    let mut trace = vec![Step::List(circumstances.list)];
    let mut amount = circumstances.list;
    if let Some(agreed) = circumstances.agreed.iter().find(|a| a.holds_on(circumstances.on)) {
        amount = agreed.price;
        trace.push(Step::Agreement(*agreed));
    }
    Price { amount, trace }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(n: u32) -> NaiveDate {
        NaiveDate::from_num_days_from_ce_opt(739_000 + n as i32).expect("a day of this century")
    }

    proptest! {
        #[test]
        fn exactly_the_agreement_of_the_day_decides(list in 1i64..1_000_000, spans in prop::collection::vec((0u32..60, 0u32..20, 1i64..1_000_000), 0..6), on in 0u32..80) {
            let mut agreed: Vec<AgreedPrice> = Vec::new();
            for (from, length, price) in spans {
                let new = AgreedPrice { price: UnitPrice(price), from: day(from), until: Some(day(from + length)) };
                if !agreed.iter().any(|a| overlap(a, &new)) {
                    agreed.push(new);
                }
            }
            let holding: Vec<_> = agreed.iter().filter(|a| a.holds_on(day(on))).collect();
            prop_assert!(holding.len() <= 1, "no overlap was let in");
            let given = price(&Circumstances { list: UnitPrice(list), agreed: &agreed, on: day(on) });
            prop_assert_eq!(given.amount, holding.first().map_or(UnitPrice(list), |a| a.price));
            prop_assert_eq!(given.trace.len(), 1 + holding.len());
        }
    }
}
