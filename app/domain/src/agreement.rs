//! What was agreed about prices, with one customer or with his group: a net price, or so much less than the list. Two
//! agreements with the same party about the same product never hold on the same day ([`overlap`]).

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::{
    Quantity, Refusal, UnitPrice,
    money::{parse_unit_price, round_half_away},
    price::{AgreedPrice, PriceTier, TieredPrice},
    quantity::parse_decimal,
};

/// So many hundredths of a percent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "orm", derive(sea_orm::DeriveValueType))]
#[serde(transparent)]
pub struct Percent(pub i64);

impl Percent {
    /// `5`, `-5 %` or `2,5 %`: how much less, more than nothing and less than all of it.
    pub fn parse_less(typed: &str) -> Result<Percent, Refusal> {
        let typed = typed.trim().trim_end_matches('%').trim();
        let typed = typed.strip_prefix(['-', '−', '–']).unwrap_or(typed).trim_start();
        match typed {
            "" => Err(Refusal::Required),
            more if more.starts_with('+') => Err(Refusal::NotANumber { typed: more.chars().take(40).collect() }),
            typed => match parse_decimal(typed, 2)? {
                ..0 => Err(Refusal::Negative),
                0 => Err(Refusal::Required),
                less @ 1..10_000 => Ok(Percent(less)),
                _ => Err(Refusal::TooMany { most: Quantity(99_990) }),
            },
        }
    }

    /// `price` less so much.
    pub fn off(self, price: UnitPrice) -> UnitPrice {
        UnitPrice(round_half_away(i128::from(price.0) * i128::from(10_000 - self.0), 10_000))
    }
}

/// What was agreed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Deal {
    /// This price, with tiers of its own.
    Net(TieredPrice),
    /// The list price and its tiers, less so much: it follows the list.
    Less(Percent),
}

impl Deal {
    /// What staff type: a price (`15,75`) with its tiers, or so much less than the list (`-5 %`), which has none.
    pub fn parse(price: &str, tiers: &str) -> Result<Deal, Refusal> {
        if price.trim().ends_with('%') {
            return Deal::less(price, tiers);
        }
        let base = match price.trim() {
            "" => return Err(Refusal::Required),
            typed => price_of(typed)?,
        };
        if base.0 < 0 {
            return Err(Refusal::Negative);
        }
        TieredPrice::parse(base, tiers).map(Deal::Net)
    }

    /// So much less than the list, and no tiers beside it: those of the list count.
    pub fn less(percent: &str, tiers: &str) -> Result<Deal, Refusal> {
        let less = Percent::parse_less(percent)?;
        if tiers.trim().is_empty() { Ok(Deal::Less(less)) } else { Err(Refusal::TiersOfPercent) }
    }

    /// The price it makes of a list price.
    pub fn of(self, list: &TieredPrice) -> TieredPrice {
        let less = match self {
            Deal::Net(price) => return price,
            Deal::Less(less) => less,
        };
        let mut price = TieredPrice::flat(less.off(list.base));
        for PriceTier { from, price: of_list } in &list.tiers {
            let tier = PriceTier { from: *from, price: less.off(*of_list) };
            // two prices of next to nothing may become one
            if tier.price < price.tiers.last().map_or(price.base, |last| last.price) {
                price.tiers.push(tier);
            }
        }
        price
    }

    /// How much less than the list, where it is a percentage.
    pub fn percent(&self) -> Option<Percent> {
        match self {
            Deal::Net(_) => None,
            Deal::Less(less) => Some(*less),
        }
    }
}

/// A unit price; a number with more decimals than one has is told so.
fn price_of(typed: &str) -> Result<UnitPrice, Refusal> {
    const MOST: u32 = 4;
    let is_longer = || {
        let (kept, more) = typed.split_at_checked(typed.rfind([',', '.'])? + 1 + MOST as usize)?;
        Some(more.bytes().all(|byte| byte.is_ascii_digit()) && parse_unit_price(kept).is_ok())
    };
    parse_unit_price(typed).map_err(|refusal| match is_longer() {
        Some(true) => Refusal::TooManyDecimals { most: MOST },
        _ => refusal,
    })
}

/// A price agreement for one product.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PriceAgreement {
    pub deal: Deal,
    pub from: NaiveDate,
    /// The last day; none is "until further notice".
    pub until: Option<NaiveDate>,
    /// The customer group it is with; empty is the customer himself.
    pub group: String,
}

impl PriceAgreement {
    pub fn holds_on(&self, day: NaiveDate) -> bool {
        self.from <= day && self.until.is_none_or(|until| day <= until)
    }

    /// As it counts beside a list price.
    pub fn agreed(self, list: &TieredPrice) -> AgreedPrice {
        let PriceAgreement { deal, from, until, group } = self;
        AgreedPrice { less: deal.percent(), price: deal.of(list), from, until, group }
    }
}

/// For scripts and logs: `15.7500 from 2026-11-01 until 2026-12-31`.
impl std::fmt::Display for PriceAgreement {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match &self.deal {
            Deal::Net(price) => write!(f, "{}.{:04}", price.base.0 / 10_000, price.base.0 % 10_000)?,
            Deal::Less(Percent(less)) => write!(f, "-{}.{:02} %", less / 100, less % 100)?,
        }
        match self.until {
            Some(until) => write!(f, " from {} until {until}", self.from),
            None => write!(f, " from {} until further notice", self.from),
        }
    }
}

/// Is a price of another order of magnitude than the one before: five times as much or more, or a fifth or less? Such a
/// price is asked about before it is taken; from nothing is no such step.
pub fn far_off(before: UnitPrice, now: UnitPrice) -> bool {
    let (before, now) = (i128::from(before.0), i128::from(now.0));
    before > 0 && (now >= before * 5 || now * 5 <= before)
}

/// What is asked about a price before it is taken from `from` on: is it meant, where it is far from the one before it
/// ([`far_off`]); may it rise so soon, where the party is told of a higher price so many days before.
pub fn doubt(
    before: UnitPrice,
    now: UnitPrice,
    from: NaiveDate,
    today: NaiveDate,
    notice_days: i64,
) -> Option<Refusal> {
    let earliest = today + Days::new(u64::try_from(notice_days).unwrap_or_default());
    if far_off(before, now) {
        return Some(Refusal::FarOff { before, now });
    }
    (now > before && from < earliest).then_some(Refusal::ShortNotice { days: notice_days, earliest })
}

/// Do two agreements claim the same day? Such a pair is refused when it is saved, never settled in silence.
pub fn overlap(a: &PriceAgreement, b: &PriceAgreement) -> bool {
    a.until.is_none_or(|until| b.from <= until) && b.until.is_none_or(|until| a.from <= until)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn five_percent_less_than_the_list_and_its_tiers() {
        let list = TieredPrice::parse(UnitPrice(182_550), "10: 17,75; 40: 17,25").unwrap();
        let price = Deal::parse("−5 %", "").unwrap().of(&list);
        let tiers: Vec<_> = price.tiers.iter().map(|t| (t.from.0, t.price.0)).collect();
        // 18,255 less 5 % is 17,34225, rounded away from zero
        assert_eq!((price.base, tiers), (UnitPrice(173_423), vec![(10_000, 168_625), (40_000, 163_875)]));
        let tiny = TieredPrice::parse(UnitPrice(3), "10: 0,0002; 20: 0,0001").unwrap();
        assert_eq!(Deal::parse("50%", "").unwrap().of(&tiny).tiers.len(), 1, "a tier that is no cheaper is none");
    }

    #[test]
    fn ten_times_as_much_is_asked_about() {
        let far = |before, now| far_off(UnitPrice(before), UnitPrice(now));
        assert!(far(137_500, 1_375_000) && far(137_500, 13_750) && far(10, 50) && far(50, 10) && far(5, 0));
        assert!(!far(137_500, 137_500) && !far(10, 49) && !far(49, 10) && !far(0, 10));
    }

    #[test]
    fn a_higher_price_is_told_in_time() {
        let day = |day| NaiveDate::from_ymd_opt(2026, 12, day).unwrap();
        let asked = |now, from, notice| doubt(UnitPrice(150_000), UnitPrice(now), day(from), day(1), notice);
        assert_eq!(asked(155_000, 14, 14), Some(Refusal::ShortNotice { days: 14, earliest: day(15) }));
        assert_eq!((asked(155_000, 15, 14), asked(145_000, 2, 14), asked(155_000, 1, 0)), (None, None, None));
        assert!(matches!(asked(1_550_000, 2, 14), Some(Refusal::FarOff { .. })), "the graver question goes first");
    }

    #[test]
    fn what_is_typed() {
        for typed in ["5%", "-5 %", "− 5 %", "5,00 %"] {
            assert_eq!(Deal::parse(typed, " "), Ok(Deal::Less(Percent(500))), "{typed}");
        }
        assert_eq!(Deal::parse("5", ""), Ok(Deal::Net(TieredPrice::flat(UnitPrice(50_000)))));
        assert_eq!(Deal::parse("5 %", "10: 4"), Err(Refusal::TiersOfPercent));
        for number in ["12,3456789", "12.34567", "0,33333333333333331"] {
            assert_eq!(Deal::parse(number, ""), Err(Refusal::TooManyDecimals { most: 4 }), "{number}");
        }
        assert_eq!(Deal::parse("12,34560000", ""), Ok(Deal::Net(TieredPrice::flat(UnitPrice(123_456)))));
        for number in ["1,2,3", "12,345", "1.234.56789", "12,34567x", "gratis"] {
            assert!(!matches!(Deal::parse(number, ""), Ok(_) | Err(Refusal::TooManyDecimals { .. })), "{number}");
        }
        for wrong in ["", " ", "%", "0 %", "100 %", "-1", "+5 %", "--5 %", "5 % %", "veel %", "0,001 %"] {
            assert!(Deal::parse(wrong, "").is_err(), "{wrong}");
        }
    }
}
