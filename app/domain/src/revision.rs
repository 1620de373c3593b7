//! A price revision: many prices that change at once, by one rule or by rows from a spreadsheet.

use crate::{
    Refusal, UnitPrice,
    agreement::Deal,
    money::round_half_away,
    price::{PriceTier, TieredPrice},
    quantity::parse_decimal,
};

/// The most rows that are revised at once: more than a buyer's whole list, and less than a form may weigh.
pub const MOST_ROWS: usize = 1_000;

/// Tiers as they are typed into a row: `-` is none.
pub fn typed_tiers(typed: &str) -> &str {
    match typed.trim() {
        "-" | "−" | "–" => "",
        typed => typed,
    }
}

/// Tiers of which a row says nothing stay as they are in `held`, those of them that are still cheaper than its price.
pub fn keep_tiers(deal: &mut Deal, typed: &str, held: &TieredPrice) {
    if let (Deal::Net(price), "") = (deal, typed.trim()) {
        price.tiers = held.tiers.iter().copied().filter(|tier| tier.price < price.base).collect();
    }
}

/// The tiers of `before` that fall away in `after`: none begins there at the same quantity.
pub fn lost_tiers(before: &TieredPrice, after: &TieredPrice) -> Vec<PriceTier> {
    let stays = |tier: &PriceTier| after.tiers.iter().any(|other| other.from == tier.from);
    before.tiers.iter().copied().filter(|tier| !stays(tier)).collect()
}

/// By how much prices change, upwards or downwards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// In hundredths of a percent.
    Percent(i64),
    /// So much a unit, in ten-thousandths.
    Amount(i64),
}

/// A change, after which each price is a multiple of `step`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    change: Change,
    /// At least one ten-thousandth.
    step: UnitPrice,
}

impl Rule {
    /// `3 %`, `-2,5 %`, `0,25` or `−0,10`; `step` is a price (`0,05`), and nothing is a cent. Refused are a change of
    /// nothing, one of ten times as much or more, and one that leaves nothing.
    pub fn parse(change: &str, step: &str) -> Result<Rule, Refusal> {
        let typed: String = change.trim().replace(['−', '–'], "-");
        let not_a_number = || Refusal::NotANumber { typed: change.trim().chars().take(40).collect() };
        let change = match typed.strip_suffix('%') {
            _ if typed.is_empty() => return Err(Refusal::Required),
            Some(percent) => match parse_decimal(percent, 2)? {
                percent @ -9_999..100_000 => Change::Percent(percent),
                _ => return Err(not_a_number()),
            },
            None => Change::Amount(parse_decimal(&typed, 4)?),
        };
        if matches!(change, Change::Percent(0) | Change::Amount(0)) {
            return Err(Refusal::Required);
        }
        let step = match step.trim() {
            "" => 100,
            typed => parse_decimal(typed, 4)?,
        };
        if step < 1 { Err(Refusal::Negative) } else { Ok(Rule { change, step: UnitPrice(step) }) }
    }

    fn price(self, price: UnitPrice) -> UnitPrice {
        // in ten-thousandths of a ten-thousandth
        let exact = match self.change {
            Change::Percent(percent) => i128::from(price.0) * i128::from(10_000 + percent),
            Change::Amount(amount) => (i128::from(price.0) + i128::from(amount)) * 10_000,
        };
        let steps = round_half_away(exact, i128::from(self.step.0) * 10_000);
        UnitPrice(steps.saturating_mul(self.step.0))
    }

    /// What a price becomes; a tier that is no cheaper any more than the one before it is none. None where nothing
    /// would be left of the price or of a tier.
    pub fn of(self, price: &TieredPrice) -> Option<TieredPrice> {
        let mut revised = TieredPrice::flat(self.price(price.base));
        for PriceTier { from, price } in &price.tiers {
            let tier = PriceTier { from: *from, price: self.price(*price) };
            if tier.price < revised.tiers.last().map_or(revised.base, |last| last.price) {
                revised.tiers.push(tier);
            }
        }
        let cheapest = revised.tiers.last().map_or(revised.base, |tier| tier.price);
        (cheapest.0 > 0).then_some(revised)
    }

    /// What a deal becomes. None where it changes with the list price by itself.
    pub fn of_deal(self, deal: &Deal) -> Option<Deal> {
        match deal {
            Deal::Net(price) => self.of(price).map(Deal::Net),
            Deal::Less(_) => None,
        }
    }
}

/// A row of a spreadsheet: a code, a price or discount, and its tiers, as they stand there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PastedRow {
    /// Counted from one.
    pub line: usize,
    pub sku: String,
    pub price: String,
    pub tiers: String,
}

/// The rows of what was pasted, divided by tabs as a spreadsheet does, or by the first two semicolons. Lines without
/// anything, and a heading, are none: a first line whose price has no digit in it.
pub fn pasted(text: &str) -> Vec<PastedRow> {
    let rows = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let rows = rows.map(|(at, line)| {
        let mut cells = line.splitn(3, if line.contains('\t') { '\t' } else { ';' }).map(|cell| cell.trim().to_owned());
        let mut next = || cells.next().unwrap_or_default();
        PastedRow { line: at + 1, sku: next(), price: next(), tiers: next() }
    });
    let mut rows: Vec<PastedRow> = rows.collect();
    if rows.first().is_some_and(|row| !row.price.is_empty() && !row.price.contains(|c: char| c.is_ascii_digit())) {
        rows.remove(0);
    }
    rows
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn rule(change: &str, step: &str) -> Rule {
        Rule::parse(change, step).expect("a rule")
    }

    #[test]
    fn three_percent_more_in_steps_of_five_cents() {
        let list = TieredPrice::parse(UnitPrice(182_500), "10: 17,75; 40: 17,25").expect("tiers");
        let prices = |rule: Rule| {
            let price = rule.of(&list).expect("a price");
            (price.base.0, price.tiers.iter().map(|t| t.price.0).collect::<Vec<_>>())
        };
        // 18,7975 and 18,2825 and 17,7675
        assert_eq!(prices(rule("+3 %", "0,05")), (188_000, vec![183_000, 177_500]));
        assert_eq!(prices(rule("3%", "")), (188_000, vec![182_800, 177_700]));
        assert_eq!(prices(rule("−0,25", "0,01")), (180_000, vec![175_000, 170_000]));
        assert_eq!(prices(rule("3", "5")).1, Vec::<i64>::new(), "three tiers of twenty euros are one price");
        assert_eq!(rule("-17,25", "").of(&list), None, "nothing is left of the best tier");
    }

    #[test]
    fn a_tier_that_is_no_cheaper_any_more_falls_away() {
        let list = TieredPrice::parse(UnitPrice(172_000), "10: 16,65; 40: 16,15").expect("tiers");
        let lost = |typed: &str, tiers: &str| {
            let mut deal = Deal::parse(typed, typed_tiers(tiers)).expect("a deal");
            keep_tiers(&mut deal, tiers, &list);
            let lost = lost_tiers(&list, &deal.of(&list));
            lost.iter().map(|tier| tier.from.0 / 1000).collect::<Vec<_>>()
        };
        assert_eq!((lost("16,50", ""), lost("16,65", ""), lost("16", "")), (vec![10], vec![10], vec![10, 40]));
        assert_eq!((lost("17", ""), lost("-5 %", "")), (vec![], vec![]));
        assert_eq!((lost("17", "-"), lost("17", "40: 16; 80: 15")), (vec![10, 40], vec![10]));
    }

    #[test]
    fn a_percentage_of_the_list_follows_the_list() {
        assert_eq!(rule("3 %", "").of_deal(&Deal::less("5 %", "").expect("a deal")), None);
    }

    #[test]
    fn what_is_typed() {
        assert_eq!(rule("– 2,5 %", ""), Rule { change: Change::Percent(-250), step: UnitPrice(100) });
        assert_eq!(rule("0.25", "0,1"), Rule { change: Change::Amount(2_500), step: UnitPrice(1_000) });
        for wrong in ["", " ", "%", "0 %", "0", "-100 %", "1000 %", "veel", "3 % %"] {
            assert!(Rule::parse(wrong, "").is_err(), "{wrong}");
        }
        for wrong in ["0", "-0,05", "x"] {
            assert!(Rule::parse("3 %", wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn rows_of_a_spreadsheet() {
        let rows = pasted("Code\tPrijs\r\n010455\t17,50\t10: 17,25; 40: 17\r\n\r\n010555;-5 %\n");
        let read = rows.iter().map(|r| (r.line, r.sku.as_str(), r.price.as_str(), r.tiers.as_str()));
        let wanted = [(2, "010455", "17,50", "10: 17,25; 40: 17"), (4, "010555", "-5 %", "")];
        assert_eq!(read.collect::<Vec<_>>(), wanted);
        assert_eq!(pasted("010455\t\n").len(), 1, "a row without a price is no heading: it is asked about");
    }

    proptest! {
        #[test]
        fn is_a_multiple_of_the_step_and_never_half_a_step_off(
            base in 1i64..10_000_000, percent in -9_000i64..90_000, step in 1i64..10_000,
        ) {
            let rule = Rule { change: Change::Percent(percent), step: UnitPrice(step) };
            let exact = i128::from(base) * i128::from(10_000 + percent);
            if let Some(price) = rule.of(&TieredPrice::flat(UnitPrice(base))) {
                prop_assert_eq!(price.base.0 % step, 0);
                prop_assert!((i128::from(price.base.0) * 10_000 - exact).abs() * 2 <= i128::from(step) * 10_000);
            }
        }

        #[test]
        fn tiers_still_fall(base in 2_000i64..1_000_000, falls in prop::collection::vec(1i64..500, 0..5), amount in -500i64..500, step in 1i64..2_000) {
            let mut price = base;
            let tiers = falls.iter().enumerate().map(|(i, fall)| {
                price = (price - fall).max(1);
                PriceTier { from: crate::Quantity::whole(i as i64 + 2), price: UnitPrice(price) }
            });
            let before = TieredPrice { tiers: tiers.collect(), ..TieredPrice::flat(UnitPrice(base)) };
            if let Some(after) = (Rule { change: Change::Amount(amount), step: UnitPrice(step) }).of(&before) {
                let all: Vec<i64> = std::iter::once(after.base).chain(after.tiers.iter().map(|t| t.price)).map(|p| p.0).collect();
                prop_assert!(all.windows(2).all(|two| two[1] < two[0]) && all.iter().all(|p| *p > 0));
            }
        }
    }
}
