//! One pure function gives every price, with its trace: [`Conditions::price`]. List, basket, order, import and API use
//! this one and no other; the browser runs it too.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    Cents, ProductId, PromotionId, Quantity, Refusal, SalesUnit, UnitPrice,
    agreement::{Percent, PriceAgreement},
    bundle::Bundle,
    money::{parse_unit_price, round_half_away},
    product::Article,
    promotion::{FreeGoods, Gives, Promotion},
};

/// From so many sales units on, each costs so much.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PriceTier {
    pub from: Quantity,
    pub price: UnitPrice,
}

/// A unit price, and what it becomes when more is taken: each tier needs more than the one before it, and costs less.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TieredPrice {
    pub base: UnitPrice,
    pub tiers: Vec<PriceTier>,
    /// What of it costs nothing, by a promotion.
    pub free: Option<FreeGoods>,
}

impl TieredPrice {
    /// One price, however much is taken.
    pub fn flat(base: UnitPrice) -> TieredPrice {
        TieredPrice { base, tiers: Vec::new(), free: None }
    }

    /// The tier that `quantity` has reached.
    pub fn tier(&self, quantity: Quantity) -> Option<PriceTier> {
        self.tiers.iter().rfind(|tier| tier.from <= quantity).copied()
    }

    /// The unit price of `quantity`.
    pub fn at(&self, quantity: Quantity) -> UnitPrice {
        self.tier(quantity).map_or(self.base, |tier| tier.price)
    }

    /// How many of `quantity` cost nothing.
    pub fn free(&self, quantity: Quantity) -> Quantity {
        self.free.map_or(Quantity::ZERO, |free| free.of(quantity))
    }

    /// What `quantity` costs.
    pub fn amount(&self, quantity: Quantity, unit: &SalesUnit) -> Cents {
        self.at(quantity).amount(Quantity(quantity.0 - self.free(quantity).0), unit)
    }

    /// The tier that a little more would reach.
    pub fn next(&self, quantity: Quantity) -> Option<PriceTier> {
        self.tiers.iter().find(|tier| tier.from > quantity).copied()
    }

    /// What a person or a file says of the tiers: `10: 15,20; 40: 14,80`, or `|` between them, as a semicolon divides
    /// the cells of many files; nothing is no tiers. Refused are tiers that do not rise in quantity or fall in price.
    pub fn parse(base: UnitPrice, typed: &str) -> Result<TieredPrice, Refusal> {
        let mut tiered = TieredPrice::flat(base);
        for part in typed.split([';', '|']).map(str::trim).filter(|part| !part.is_empty()) {
            let not_a_tier = || Refusal::NotATier { typed: part.chars().take(40).collect() };
            let (from, price) = part.split_once(':').ok_or_else(not_a_tier)?;
            if from.trim().is_empty() || price.trim().is_empty() {
                return Err(not_a_tier());
            }
            let tier = PriceTier { from: Quantity::parse(from)?, price: parse_unit_price(price.trim())? };
            let (below, dearer) = tiered.tiers.last().map_or((Quantity::ZERO, base), |last| (last.from, last.price));
            if tier.price.0 < 0 {
                return Err(Refusal::Negative);
            }
            if tier.from <= Quantity::ZERO {
                return Err(not_a_tier());
            }
            if tier.from <= below || tier.price >= dearer {
                return Err(Refusal::NoBetterTier { typed: part.chars().take(40).collect() });
            }
            tiered.tiers.push(tier);
        }
        Ok(tiered)
    }

    /// The tiers as they are stored, and handed to the browser: `thousandths:ten-thousandths …`, and `+paid:free` in
    /// thousandths where some cost nothing.
    pub fn tiers_to_text(&self) -> String {
        let tiers = self.tiers.iter().map(|t| format!("{}:{}", t.from.0, t.price.0));
        tiers.chain(self.free.map(|f| format!("+{}:{}", f.take.0, f.free.0))).collect::<Vec<_>>().join(" ")
    }

    /// The reverse of [`TieredPrice::tiers_to_text`]; what cannot be read is none.
    pub fn from_text(base: UnitPrice, tiers: &str) -> TieredPrice {
        let mut read = TieredPrice::flat(base);
        for (one, other) in tiers.split(' ').filter_map(|pair| pair.split_once(':')) {
            match (one.strip_prefix('+'), other.parse()) {
                (Some(take), Ok(free)) => {
                    read.free = take.parse().ok().map(|take| FreeGoods { take: Quantity(take), free: Quantity(free) });
                }
                (None, Ok(price)) => {
                    let from = one.parse().ok().map(Quantity);
                    read.tiers.extend(from.map(|from| PriceTier { from, price: UnitPrice(price) }));
                }
                (_, Err(_)) => {}
            }
        }
        read
    }
}

/// What was agreed, as it counts beside the list price of the day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgreedPrice {
    pub price: TieredPrice,
    /// How much less than the list it is, where that was agreed.
    pub less: Option<Percent>,
    pub from: NaiveDate,
    /// The last day; none is "until further notice".
    pub until: Option<NaiveDate>,
    /// The customer group it was agreed with; empty is the customer himself.
    pub group: String,
}

/// What a price depends on, but for the quantity: what holds for one customer and one product on one day. The nearest
/// wins whole: what was agreed with the customer, then with his group, then the list; where something was agreed, the
/// tiers of the list count only as far as the agreement follows the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conditions {
    pub list: TieredPrice,
    /// The agreement of the day.
    pub agreed: Option<AgreedPrice>,
    /// The promotion of the day, with the price it makes, where that is better.
    pub promoted: Option<(Promotion, TieredPrice)>,
}

impl Conditions {
    /// `on` is the day the goods are delivered, or the day of looking where none is chosen yet; of the agreements with the
    /// customer and with his group those not valid then are passed over.
    pub fn on(
        day: NaiveDate,
        list: TieredPrice,
        agreed: &[PriceAgreement],
        promotion: Option<Promotion>,
    ) -> Conditions {
        let holding = |own: bool| agreed.iter().find(|a| a.group.is_empty() == own && a.holds_on(day)).cloned();
        Conditions::of(list, holding(true), holding(false), promotion)
    }

    /// Of what holds on the day: the agreement with the customer himself, and the one with his group.
    pub fn of(
        list: TieredPrice,
        own: Option<PriceAgreement>,
        of_group: Option<PriceAgreement>,
        promotion: Option<Promotion>,
    ) -> Conditions {
        let agreed = own.or(of_group).map(|agreement| agreement.agreed(&list));
        let promoted =
            promotion.and_then(|p| Some((p.on(&list, agreed.as_ref().map(|a| &a.price))?, p))).map(|(t, p)| (p, t));
        Conditions { list, agreed, promoted }
    }

    /// The price without the promotion.
    pub fn nearest(&self) -> &TieredPrice {
        self.agreed.as_ref().map_or(&self.list, |agreed| &agreed.price)
    }

    /// The price that counts, with its tiers.
    pub fn tiered(&self) -> &TieredPrice {
        self.promoted.as_ref().map_or_else(|| self.nearest(), |(_, price)| price)
    }

    /// The unit price of `quantity` (in sales units): list, then agreement, then tier, then promotion.
    pub fn price(&self, quantity: Quantity) -> Price {
        let mut trace = vec![Step::List(self.list.base)];
        if let Some(AgreedPrice { price, less, from, until, group }) = &self.agreed {
            let (from, until, less, group) = (*from, *until, *less, group.clone());
            trace.push(Step::Agreement { price: price.base, from, until, less, group });
        }
        let (nearest, counts) = (self.nearest(), self.tiered());
        trace.extend(nearest.tier(quantity).map(Step::Tier));
        if let Some((Promotion { name, gives, until, .. }, _)) = &self.promoted
            && (counts.at(quantity) < nearest.at(quantity) || counts.free(quantity) > Quantity::ZERO)
        {
            trace.push(Step::Promotion { name: name.clone(), gives: *gives, until: *until });
        }
        Price { amount: counts.at(quantity), trace }
    }
}

/// A unit price and the way to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Price {
    pub amount: UnitPrice,
    pub trace: Vec<Step>,
}

impl Price {
    /// How many of `quantity` cost nothing.
    pub fn free(&self, quantity: Quantity) -> Quantity {
        let free = self.trace.iter().find_map(|step| match step {
            Step::Promotion { gives: Gives::Free(free), .. } => Some(free.of(quantity)),
            _ => None,
        });
        free.unwrap_or_default()
    }

    /// What `quantity` costs.
    pub fn of(&self, quantity: Quantity, unit: &SalesUnit) -> Cents {
        self.amount.amount(Quantity(quantity.0 - self.free(quantity).0), unit) - self.off(quantity)
    }

    /// What a bundle takes off `quantity`.
    pub fn off(&self, quantity: Quantity) -> Cents {
        self.together().map(|together| together.off_of(quantity)).unwrap_or_default()
    }

    /// The bundle it was ordered in.
    pub fn together(&self) -> Option<&Together> {
        self.trace.iter().find_map(|step| match step {
            Step::Bundle(together) => Some(together),
            _ => None,
        })
    }

    pub(crate) fn together_mut(&mut self) -> Option<&mut Together> {
        self.trace.iter_mut().find_map(|step| match step {
            Step::Bundle(together) => Some(together),
            _ => None,
        })
    }

    /// With what a bundle takes off its part `product`; the same where none is whole.
    #[must_use]
    pub fn less(mut self, bundle: &Bundle, product: ProductId) -> Price {
        let times = bundle.times();
        let part = bundle.parts.iter().find(|part| part.product == product);
        if let Some(part) = part.filter(|_| times > 0) {
            self.trace.push(Step::Bundle(Together {
                name: bundle.name.clone(),
                off: bundle.off_of(product),
                many: Quantity(part.of.0.saturating_mul(times)),
                until: bundle.until,
                of: Some((bundle.promotion, part.of)),
                share: matches!(bundle.gives, Gives::Percent(_) | Gives::Parts),
                since: None,
            }));
        }
        self
    }
}

/// One line of the answer to "why this price".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Step {
    List(UnitPrice),
    Agreement {
        price: UnitPrice,
        from: NaiveDate,
        until: Option<NaiveDate>,
        /// How much less than the list, where that was agreed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        less: Option<Percent>,
        /// The customer group it was agreed with; empty is the customer himself.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        group: String,
    },
    /// The quantity has reached this tier.
    Tier(PriceTier),
    Promotion {
        name: String,
        gives: Gives,
        until: NaiveDate,
    },
    /// Ordered together with other articles.
    Bundle(Together),
}

/// What a bundle takes off one line of an order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Together {
    pub name: String,
    /// Off all that the whole bundles have of it; nothing for a part beside which another one is free.
    pub off: Cents,
    /// So many of it are in the whole bundles.
    #[serde(rename = "ordered")]
    pub many: Quantity,
    pub until: NaiveDate,
    /// Which bundle, and so many of it are in one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<(PromotionId, Quantity)>,
    /// What it takes off is a share of what is paid, or all: more of what weighs more.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub share: bool,
    /// What is left of `many` and `off` since the customer asked for less ([`crate::bundle::ask`]).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<(Quantity, Cents)>,
}

impl Together {
    /// What it takes off `quantity`: all of it, or of less than is in the bundles in the same proportion. What becomes of
    /// another line does not change it: a customer does not pay for what the distributor cannot deliver.
    pub fn off_of(&self, quantity: Quantity) -> Cents {
        let (many, off) = self.counts();
        if many.0 <= 0 {
            return Cents(0);
        }
        let counts = i128::from(quantity.0.clamp(0, many.0));
        Cents(round_half_away(i128::from(off.0) * counts, i128::from(many.0)))
    }

    /// What it takes off.
    pub fn off(&self) -> Cents {
        self.counts().1
    }

    /// The same of what weighs `weight` where it should weigh `nominal`.
    pub fn off_of_weight(&self, quantity: Quantity, weight: Quantity, nominal: Quantity) -> Cents {
        let off = self.off_of(quantity);
        if !self.share || nominal.0 <= 0 {
            return off;
        }
        Cents(round_half_away(i128::from(off.0) * i128::from(weight.0), i128::from(nominal.0)))
    }

    fn counts(&self) -> (Quantity, Cents) {
        self.since.unwrap_or((self.many, self.off))
    }
}

/// What will change for one customer: the articles that get another price on a day, among all that he may order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PriceChanges {
    pub on: NaiveDate,
    pub changes: Vec<PriceChange>,
    /// How many articles he may order.
    pub of: usize,
}

/// An article with its price of now, and the one that follows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PriceChange {
    pub article: Article,
    pub then: TieredPrice,
}

impl PriceChange {
    /// What it comes to in thirty days, by the site's habit.
    pub fn monthly(&self) -> Cents {
        let Some(now) = &self.article.conditions else { return Cents(0) };
        self.article.habit.monthly(&self.article.unit, now.nearest(), &self.then)
    }
}

impl PriceChanges {
    /// Of `articles` as they are priced now, those that `prices` make cheaper or dearer.
    pub fn of(on: NaiveDate, articles: &[Article], prices: &[(ProductId, TieredPrice)]) -> Option<PriceChanges> {
        let change = |article: &Article| {
            let now = article.conditions.as_ref()?;
            let (_, then) = prices.iter().find(|(product, _)| *product == article.product)?;
            (then != now.nearest()).then(|| PriceChange { article: article.clone(), then: then.clone() })
        };
        let changes: Vec<_> = articles.iter().filter_map(change).collect();
        (!changes.is_empty()).then_some(PriceChanges { on, changes, of: articles.len() })
    }

    pub fn monthly(&self) -> Cents {
        self.changes.iter().map(PriceChange::monthly).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::agreement::{Deal, overlap};
    use proptest::prelude::*;

    fn day(n: u32) -> NaiveDate {
        NaiveDate::from_num_days_from_ce_opt(739_000 + n as i32).expect("a day of this century")
    }

    /// Tiers as they may be: rising quantities, falling prices.
    fn tiered() -> impl Strategy<Value = TieredPrice> {
        (10_000i64..1_000_000, prop::collection::vec((1i64..50, 1i64..2_000), 0..4)).prop_map(|(base, steps)| {
            let (mut from, mut price) = (0, base);
            let tiers = steps.into_iter().map(|(more, less)| {
                (from, price) = (from + more * 1000, price - less);
                PriceTier { from: Quantity(from), price: UnitPrice(price) }
            });
            let tiers = tiers.collect();
            TieredPrice { tiers, ..TieredPrice::flat(UnitPrice(base)) }
        })
    }

    fn deal() -> impl Strategy<Value = Deal> {
        prop_oneof![tiered().prop_map(Deal::Net), (1i64..10_000).prop_map(|less| Deal::Less(Percent(less)))]
    }

    /// What was frozen before groups and percentages were known is read as it was.
    #[test]
    fn an_old_trace_is_read() {
        let old = r#"[{"List":182500},{"Agreement":{"price":157500,"from":"2025-11-23","until":null}}]"#;
        let trace: Vec<Step> = serde_json::from_str(old).unwrap();
        assert_eq!(serde_json::to_string(&trace).unwrap(), old);
    }

    proptest! {
        #[test]
        fn own_beats_group_beats_list(list in tiered(), spans in prop::collection::vec((0u32..60, 0u32..20, deal(), any::<bool>()), 0..8), on in 0u32..80, units in 0i64..300) {
            let mut agreed: Vec<PriceAgreement> = Vec::new();
            for (from, length, deal, own) in spans {
                let group = if own { String::new() } else { "bakkers".to_owned() };
                let new = PriceAgreement { deal, from: day(from), until: Some(day(from + length)), group };
                if !agreed.iter().any(|a| a.group == new.group && overlap(a, &new)) {
                    agreed.push(new);
                }
            }
            let holding = |own: bool| -> Vec<_> {
                agreed.iter().filter(|a| a.group.is_empty() == own && a.holds_on(day(on))).collect()
            };
            prop_assert!(holding(true).len() <= 1 && holding(false).len() <= 1, "no overlap was let in");
            let quantity = Quantity(units * 1000);
            let given = Conditions::on(day(on), list.clone(), &agreed, None).price(quantity);
            let decides = holding(true).first().or(holding(false).first()).copied();
            let nearest = decides.map_or(list.clone(), |a| a.deal.clone().of(&list));
            prop_assert_eq!(given.amount, nearest.at(quantity));
            let said = given.trace.iter().find_map(|step| match step {
                Step::Agreement { from, until, less, group, .. } => Some((*from, *until, *less, group.clone())),
                _ => None,
            });
            prop_assert_eq!(said, decides.map(|a| (a.from, a.until, a.deal.percent(), a.group.clone())));
            let tier = usize::from(nearest.tier(quantity).is_some());
            prop_assert_eq!(given.trace.len(), 1 + usize::from(decides.is_some()) + tier);
        }

        #[test]
        fn a_percentage_follows_the_list(list in tiered(), less in 1i64..10_000, few in 0i64..100_000, more in 0i64..100_000) {
            let price = Deal::Less(Percent(less)).of(&list);
            let (few, more) = (Quantity(few), Quantity(few + more));
            prop_assert!(price.at(few) <= list.at(few) && price.at(more) <= price.at(few));
            prop_assert_eq!(price.at(few), Percent(less).off(list.at(few)));
            prop_assert_eq!(TieredPrice::from_text(price.base, &price.tiers_to_text()), price);
        }

        #[test]
        fn more_is_never_dearer_a_piece(price in tiered(), few in 0i64..200_000, more in 0i64..200_000) {
            prop_assert!(price.at(Quantity(few + more)) <= price.at(Quantity(few)));
            prop_assert!(price.at(Quantity(few)) <= price.base);
            match price.next(Quantity(few)) {
                Some(next) => {
                    prop_assert!(next.from > Quantity(few) && next.price < price.at(Quantity(few)));
                    prop_assert_eq!(price.at(next.from), next.price);
                }
                None => prop_assert_eq!(price.at(Quantity(few)), price.at(Quantity::MOST)),
            }
        }

        #[test]
        fn tiers_are_read_back(price in tiered()) {
            prop_assert_eq!(&TieredPrice::from_text(price.base, &price.tiers_to_text()), &price);
            let typed: Vec<String> =
                price.tiers.iter().map(|t| format!("{}: {}.{:04}", t.from.0 / 1000, t.price.0 / 10_000, t.price.0 % 10_000)).collect();
            prop_assert_eq!(TieredPrice::parse(price.base, &typed.join("; ")), Ok(price));
        }
    }

    #[test]
    fn tiers_that_are_none() {
        let parse = |typed| TieredPrice::parse(UnitPrice(157_500), typed).map(|p| p.tiers.len());
        assert_eq!((parse(""), parse(" ; "), parse("10: 15,20| 40:14.80;")), (Ok(0), Ok(0), Ok(2)));
        for typed in ["10", "10:", ": 15", "tien: 15", "10: veel", "10: -1", "-10: 15"] {
            assert!(parse(typed).is_err(), "{typed}");
        }
        assert!(matches!(parse("0: 15"), Err(Refusal::NotATier { .. })), "the price of none is no tier");
        for typed in ["10: 15,75", "10: 16", "10: 15; 10: 14", "10: 15; 8: 14", "10: 15; 20: 15,10"] {
            assert!(matches!(parse(typed), Err(Refusal::NoBetterTier { .. })), "{typed}");
        }
    }
}
