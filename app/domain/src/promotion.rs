//! Promotions: for a time, for everybody or one customer group, on some articles. At most one holds for an article, a
//! customer and a day: a second one is refused when it is saved ([`overlap`]), so nothing is ever settled in silence.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    PromotionId, Quantity, Refusal, UnitPrice,
    money::{parse_unit_price, round_half_away},
    price::{PriceTier, TieredPrice},
    product::Names,
    quantity::parse_decimal,
};

/// What a promotion does to a price.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Gives {
    /// So many hundredths of a percent off.
    Percent(i64),
    /// So much off a unit.
    Amount(UnitPrice),
    /// This price for a unit.
    Price(UnitPrice),
    /// Of so many, some cost nothing.
    Free(FreeGoods),
    /// In a bundle, those parts of it that are free ([`crate::bundle`]).
    Parts,
}

impl Gives {
    /// As it is stored: the kind, and its one or two numbers.
    pub fn parts(self) -> (&'static str, i64, i64) {
        match self {
            Gives::Percent(off) => ("percent", off, 0),
            Gives::Amount(off) => ("amount", off.0, 0),
            Gives::Price(price) => ("price", price.0, 0),
            Gives::Free(FreeGoods { take, free }) => ("free", take.0, free.0),
            Gives::Parts => ("parts", 0, 0),
        }
    }

    /// The reverse of [`Gives::parts`].
    pub fn of(kind: &str, value: i64, free: i64) -> Option<Gives> {
        match kind {
            "percent" => Some(Gives::Percent(value)),
            "amount" => Some(Gives::Amount(UnitPrice(value))),
            "price" => Some(Gives::Price(UnitPrice(value))),
            "free" => Some(Gives::Free(FreeGoods { take: Quantity(value), free: Quantity(free) })),
            "parts" => Some(Gives::Parts),
            _ => None,
        }
    }

    /// What staff type for a kind: `10` (percent), `0,50` (off, or the price), `10 + 1` (free goods), nothing (parts).
    pub fn parse(kind: &str, typed: &str) -> Result<Gives, Refusal> {
        let unknown = |typed: &str| Refusal::UnknownChoice { typed: typed.trim().chars().take(40).collect() };
        let some = |number: i64| match number {
            ..0 => Err(Refusal::Negative),
            0 => Err(Refusal::Required),
            _ => Ok(number),
        };
        let typed = typed.trim();
        match kind {
            "parts" if typed.is_empty() => Ok(Gives::Parts),
            "parts" => Err(Refusal::NotEmpty),
            _ if typed.is_empty() => Err(Refusal::Required),
            "percent" => match some(parse_decimal(typed.trim_end_matches('%').trim_end(), 2)?)? {
                off if off < 10_000 => Ok(Gives::Percent(off)),
                _ => Err(Refusal::TooMany { most: Quantity(99_990) }),
            },
            "amount" => Ok(Gives::Amount(UnitPrice(some(parse_unit_price(typed)?.0)?))),
            "price" => Ok(Gives::Price(UnitPrice(some(parse_unit_price(typed)?.0)?))),
            "free" => parse_free(typed).map(Gives::Free),
            other => Err(unknown(other)),
        }
    }
}

/// "10 + 1 free": for every `take` that are paid, `free` cost nothing, all of them ordered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FreeGoods {
    pub take: Quantity,
    pub free: Quantity,
}

impl FreeGoods {
    /// How many of `quantity` cost nothing.
    pub fn of(self, quantity: Quantity) -> Quantity {
        let round = self.take.0.saturating_add(self.free.0).max(1);
        Quantity(quantity.0.max(0) / round * self.free.0)
    }
}

/// What the promotion is counted from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// Exclusive: from the list price, beside an agreed price only where it is cheaper.
    #[default]
    List,
    /// Stackable: on top of the price that was agreed.
    Agreed,
}

impl Basis {
    pub const fn of(stacks: bool) -> Basis {
        if stacks { Basis::Agreed } else { Basis::List }
    }
}

/// A promotion as it holds for one article and one customer on one day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Promotion {
    /// In the reader's language.
    pub name: String,
    pub gives: Gives,
    pub basis: Basis,
    /// From so many sales units on.
    pub from: Quantity,
    /// The last day.
    pub until: NaiveDate,
}

impl Promotion {
    /// The price that counts with it, of a list price and an agreed one; none where it brings nothing.
    pub fn on(&self, list: &TieredPrice, agreed: Option<&TieredPrice>) -> Option<TieredPrice> {
        let nearest = agreed.unwrap_or(list);
        let basis = match self.basis {
            Basis::List => list,
            Basis::Agreed => nearest,
        };
        if let Gives::Free(free) = self.gives {
            // what is agreed is not given away twice
            let counts = self.basis == Basis::Agreed || agreed.is_none();
            return counts.then(|| TieredPrice { free: Some(free), ..nearest.clone() });
        }
        let off = |price: UnitPrice| match self.gives {
            Gives::Percent(off) => UnitPrice(round_half_away(i128::from(price.0) * i128::from(10_000 - off), 10_000)),
            Gives::Amount(off) => UnitPrice((price.0 - off.0).max(0)),
            Gives::Price(promoted) => promoted,
            Gives::Free(_) | Gives::Parts => price,
        };
        let at = |quantity: Quantity| {
            let promoted = off(basis.at(quantity));
            if quantity >= self.from { promoted.min(nearest.at(quantity)) } else { nearest.at(quantity) }
        };
        let mut steps: Vec<Quantity> =
            [&nearest.tiers, &basis.tiers].into_iter().flatten().map(|tier| tier.from).chain([self.from]).collect();
        steps.sort_unstable();
        let mut promoted = TieredPrice::flat(at(Quantity::ZERO));
        for from in steps.into_iter().filter(|from| *from > Quantity::ZERO) {
            let price = at(from);
            if price < promoted.tiers.last().map_or(promoted.base, |tier| tier.price) {
                promoted.tiers.push(PriceTier { from, price });
            }
        }
        (promoted != *nearest).then_some(promoted)
    }
}

/// When and for whom a promotion holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    pub from: NaiveDate,
    /// The last day.
    pub until: NaiveDate,
    /// The customer group; empty is everybody.
    pub group: String,
}

/// A promotion as staff maintain it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Campaign {
    pub id: PromotionId,
    pub names: Names,
    pub gives: Gives,
    pub basis: Basis,
    /// From so many sales units on.
    pub from: Quantity,
    pub span: Span,
    /// By SKU.
    pub articles: Vec<Promoted>,
    /// How many customers it is for and have one of them in their assortment; of a bundle, all of them.
    pub customers: u64,
    pub version: i64,
}

impl Campaign {
    /// Is it for its articles together, as a bundle?
    pub fn is_bundle(&self) -> bool {
        self.articles.iter().any(|article| article.of.is_some())
    }
}

/// An article of a [`Campaign`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Promoted {
    pub sku: String,
    /// So many sales units of it are in one bundle; none where the promotion is for each article by itself.
    pub of: Option<Quantity>,
    /// It costs nothing in a whole bundle.
    pub free: bool,
}

/// Might both hold for one customer on one day?
pub fn overlap(a: &Span, b: &Span) -> bool {
    let same = a.group.is_empty() || b.group.is_empty() || a.group == b.group;
    same && a.from <= b.until && b.from <= a.until
}

/// `10 + 1`: what is paid, and what is free.
fn parse_free(typed: &str) -> Result<FreeGoods, Refusal> {
    let not_free_goods = || Refusal::NotFreeGoods { typed: typed.trim().chars().take(40).collect() };
    let (take, free) = typed.split_once('+').ok_or_else(not_free_goods)?;
    match (Quantity::parse(take), Quantity::parse(free)) {
        (Ok(take), Ok(free)) if take > Quantity::ZERO && free > Quantity::ZERO => Ok(FreeGoods { take, free }),
        _ => Err(not_free_goods()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::SalesUnit;
    use proptest::prelude::*;

    fn promotion(gives: Gives, basis: Basis, from: i64) -> Promotion {
        let until = NaiveDate::from_ymd_opt(2026, 11, 30).expect("a day");
        Promotion { name: "Actie".into(), gives, basis, from: Quantity::whole(from), until }
    }

    fn tiered(base: i64, tiers: &[(i64, i64)]) -> TieredPrice {
        let tiers =
            tiers.iter().map(|(from, price)| PriceTier { from: Quantity::whole(*from), price: UnitPrice(*price) });
        TieredPrice { tiers: tiers.collect(), ..TieredPrice::flat(UnitPrice(base)) }
    }

    #[test]
    fn ten_percent_of_the_list_or_of_what_was_agreed() {
        let (list, agreed) = (tiered(200_000, &[(10, 190_000)]), tiered(175_000, &[]));
        let of = |basis, from| promotion(Gives::Percent(1_000), basis, from).on(&list, Some(&agreed));
        // 18,00 and 17,10 of the list against 17,50 agreed
        assert_eq!(of(Basis::List, 0), Some(tiered(175_000, &[(10, 171_000)])));
        assert_eq!(of(Basis::Agreed, 0), Some(tiered(157_500, &[])));
        assert_eq!(of(Basis::Agreed, 5), Some(tiered(175_000, &[(5, 157_500)])));
        let nothing = promotion(Gives::Percent(100), Basis::List, 0).on(&list, Some(&agreed));
        assert_eq!(nothing, None, "dearer than what was agreed");
    }

    #[test]
    fn ten_and_one_free() {
        let bag = SalesUnit::whole("BG", Quantity::whole(25));
        let free = parse_free("10 + 1").expect("free goods");
        let price = promotion(Gives::Free(free), Basis::List, 0).on(&tiered(200_000, &[]), None).expect("counts");
        let paid = |bags: i64| price.amount(Quantity::whole(bags), &bag).0;
        assert_eq!([paid(10), paid(11), paid(12), paid(22)], [20_000, 20_000, 22_000, 40_000]);
        assert_eq!(promotion(Gives::Free(free), Basis::List, 0).on(&tiered(2, &[]), Some(&tiered(1, &[]))), None);
        assert_eq!(TieredPrice::from_text(price.base, &price.tiers_to_text()), price);
        for typed in ["", "10", "10+", "+1", "0+1", "10 + 0", "tien+een"] {
            assert!(parse_free(typed).is_err(), "{typed}");
        }
    }

    #[test]
    fn two_for_one_customer_and_day() {
        let day = |d| NaiveDate::from_ymd_opt(2026, 11, d).expect("a day");
        let span = |from, until, group: &str| Span { from: day(from), until: day(until), group: group.into() };
        assert!(overlap(&span(1, 10, ""), &span(10, 20, "horeca")));
        assert!(!overlap(&span(1, 10, ""), &span(11, 20, "")));
        assert!(!overlap(&span(1, 10, "bakkers"), &span(1, 10, "horeca")));
    }

    fn any_price() -> impl Strategy<Value = TieredPrice> {
        (10_000i64..500_000, prop::collection::vec((1i64..30, 1i64..2_000), 0..4)).prop_map(|(base, steps)| {
            let (mut from, mut price) = (0, base);
            let mut tiers = Vec::new();
            for (more, less) in steps {
                (from, price) = (from + more, price - less);
                tiers.push((from, price));
            }
            tiered(base, &tiers)
        })
    }

    proptest! {
        #[test]
        fn a_promotion_never_makes_dearer_and_more_is_never_dearer_a_piece(
            list in any_price(), agreed in prop::option::of(any_price()), off in 0i64..10_000, price in 0i64..500_000,
            kind in 0u8..4, stacks: bool, from in 0i64..40, few in 0i64..100, more in 0i64..100,
        ) {
            let gives = match kind {
                0 => Gives::Percent(off),
                1 => Gives::Price(UnitPrice(price)),
                2 => Gives::Amount(UnitPrice(price)),
                _ => Gives::Free(FreeGoods { take: Quantity::whole(5), free: Quantity::whole(1) }),
            };
            let basis = if stacks { Basis::Agreed } else { Basis::List };
            let nearest = agreed.as_ref().unwrap_or(&list).clone();
            let counts = promotion(gives, basis, from).on(&list, agreed.as_ref()).unwrap_or_else(|| nearest.clone());
            let (few, more) = (Quantity::whole(few), Quantity::whole(few + more));
            let unit = SalesUnit::whole("BG", Quantity::whole(25));
            prop_assert!(counts.at(few) <= nearest.at(few));
            prop_assert!(counts.amount(few, &unit) <= nearest.amount(few, &unit));
            prop_assert!(counts.at(more) <= counts.at(few));
            if few < Quantity::whole(from) && kind < 3 {
                prop_assert_eq!(counts.at(few), nearest.at(few), "below its threshold it is not there");
            }
            prop_assert_eq!(TieredPrice::from_text(counts.base, &counts.tiers_to_text()), counts);
            let (kind, value, free) = gives.parts();
            prop_assert_eq!(Gives::of(kind, value, free), Some(gives));
        }
    }
}
