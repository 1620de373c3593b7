//! Bundles: promotions on articles that are ordered together. So many of each of its parts are one bundle, and every
//! whole one that an order holds takes something off the lines of its parts. An article is in one bundle at most, for a
//! customer and a day, and then in no other promotion ([`crate::promotion::overlap`]). One that is counted from the list
//! ([`crate::promotion::Basis`]) is none for who has an agreed price for one of its parts: what was agreed is not given
//! away twice, and what is said to be free is free.

use std::{collections::HashMap, fmt::Write};

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::{
    Cents, ProductId, PromotionId, Quantity, Refusal, SalesUnit, UnitCode, UnitPrice,
    money::{PricedBy, Tolerance, round_half_away},
    price::{Price, TieredPrice},
    product::Article,
    promotion::Gives,
};

/// So many articles may be in one bundle.
pub const MOST_PARTS: usize = 20;

/// A bundle as it holds for one customer on one day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bundle {
    pub promotion: PromotionId,
    /// Rises when staff change it.
    pub version: i64,
    /// In the reader's language.
    pub name: String,
    /// Amount and price are those of one whole bundle.
    pub gives: Gives,
    /// The last day.
    pub until: NaiveDate,
    pub parts: Vec<Part>,
}

/// An article of a bundle, as the customer knows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    pub product: ProductId,
    pub name: String,
    /// So many sales units are in one bundle.
    pub of: Quantity,
    /// It costs nothing in a whole bundle ([`Gives::Parts`]).
    pub free: bool,
    pub unit: SalesUnit,
    /// What it costs him without the bundle.
    pub price: TieredPrice,
    /// What of it lies in the basket.
    pub quantity: Quantity,
}

impl Part {
    /// What `times` bundles' worth of it costs, at the price of all of it that is taken.
    fn cost(&self, times: i64) -> Cents {
        self.price.at(self.quantity).amount(Quantity(self.of.0.saturating_mul(times)), &self.unit)
    }

    fn write(&self, text: &mut String) {
        let Part { product, name, of, free, unit, price, quantity } = self;
        let SalesUnit { code, factor, minimum, multiple, priced_by } = unit;
        let (free, by_base) = (u8::from(*free), u8::from(priced_by.is_by_base()));
        let tolerance = priced_by.tolerance().map(|tolerance| tolerance.0.to_string()).unwrap_or_default();
        let _ = write!(text, "\n\t{product}\t{}\t{free}\t{}\t{code}\t{}\t{}", of.0, quantity.0, factor.0, minimum.0);
        let (base, tiers) = (price.base.0, price.tiers_to_text());
        let _ = write!(text, "\t{}\t{by_base}\t{tolerance}\t{base}\t{tiers}\t{}", multiple.0, plain(name));
    }

    fn read(line: &str) -> Option<Part> {
        let mut fields = line.splitn(13, '\t');
        let product = fields.next()?.parse().ok()?;
        let (of, free, quantity) = (number(&mut fields)?, number(&mut fields)? > 0, number(&mut fields)?);
        let code = UnitCode(fields.next()?.to_owned());
        let (factor, minimum, multiple) = (number(&mut fields)?, number(&mut fields)?, number(&mut fields)?);
        let by_base = number(&mut fields)? > 0;
        let priced_by = PricedBy::of(by_base, fields.next()?.parse().ok().map(Tolerance));
        let price = TieredPrice::from_text(UnitPrice(number(&mut fields)?), fields.next()?);
        let [of, quantity, factor, minimum, multiple] = [of, quantity, factor, minimum, multiple].map(Quantity);
        let unit = SalesUnit { code, factor, minimum, multiple, priced_by };
        Some(Part { product, name: fields.next()?.to_owned(), of, free, unit, price, quantity })
    }
}

fn number<'a>(fields: &mut impl Iterator<Item = &'a str>) -> Option<i64> {
    fields.next()?.parse().ok()
}

/// Names have no control characters ([`crate::text::line`]); if one had, it would still be one field.
fn plain(name: &str) -> String {
    name.replace(char::is_control, " ")
}

impl Bundle {
    /// Several in one text, as a page hands them to the browser: a line for each, and below it one for each part; fields
    /// between tabs. JSON would be read by another ten kilobytes of program.
    pub fn all_to_text(bundles: &[&Bundle]) -> String {
        let mut text = String::new();
        for Bundle { promotion, version, name, gives, until, parts } in bundles {
            if !text.is_empty() {
                text.push('\n');
            }
            let ((kind, value, free), until) = (gives.parts(), until.num_days_from_ce());
            let _ = write!(text, "{promotion}\t{version}\t{kind}\t{value}\t{free}\t{until}\t{}", plain(name));
            parts.iter().for_each(|part| part.write(&mut text));
        }
        text
    }

    /// The reverse of [`Bundle::all_to_text`]; of a text that is none of these, none.
    pub fn all_from_text(text: &str) -> Vec<Bundle> {
        Bundle::read_all(text).unwrap_or_default()
    }

    fn read_all(text: &str) -> Option<Vec<Bundle>> {
        let mut bundles: Vec<Bundle> = Vec::new();
        for line in text.lines() {
            match line.strip_prefix('\t') {
                Some(part) => bundles.last_mut()?.parts.push(Part::read(part)?),
                None => bundles.push(Bundle::read(line)?),
            }
        }
        Some(bundles)
    }

    /// Without its parts.
    fn read(line: &str) -> Option<Bundle> {
        let mut fields = line.splitn(7, '\t');
        let (promotion, version) = (fields.next()?.parse().ok()?, number(&mut fields)?);
        let (kind, value, free) = (fields.next()?, number(&mut fields)?, number(&mut fields)?);
        let until = NaiveDate::from_num_days_from_ce_opt(fields.next()?.parse().ok()?)?;
        let (gives, name) = (Gives::of(kind, value, free)?, fields.next()?.to_owned());
        Some(Bundle { promotion, version, name, gives, until, parts: Vec::new() })
    }

    /// How many whole bundles are taken.
    pub fn times(&self) -> i64 {
        self.parts.iter().map(|part| part.quantity.0.max(0) / part.of.0.max(1)).min().unwrap_or(0)
    }

    /// What it takes off the line of each part, in their order: nothing before it is whole, never more than the line
    /// costs, and together what it gives to the cent.
    pub fn off(&self) -> Vec<Cents> {
        let times = self.times();
        let costs: Vec<i64> = self.parts.iter().map(|part| part.cost(times).0).collect();
        let together: i64 = costs.iter().sum();
        let of_each = |each: i64| round_half_away(i128::from(each) * i128::from(times), 100);
        // of free articles it is seen that they are free: nothing is taken off the others
        let carries = |part: &Part| self.gives != Gives::Parts || part.free;
        let shares: Vec<i64> =
            costs.iter().zip(&self.parts).map(|(cost, part)| if carries(part) { *cost } else { 0 }).collect();
        let off = match self.gives {
            Gives::Percent(off) => round_half_away(i128::from(together) * i128::from(off), 10_000),
            Gives::Amount(off) => of_each(off.0),
            Gives::Price(price) => together - of_each(price.0),
            Gives::Parts => shares.iter().sum(),
            Gives::Free(_) => 0,
        };
        divide(off.clamp(0, together), &shares)
    }

    /// What it takes off the line of one article.
    pub fn off_of(&self, product: ProductId) -> Cents {
        let at = self.parts.iter().position(|part| part.product == product);
        at.and_then(|at| self.off().get(at).copied()).unwrap_or_default()
    }

    /// It has this of its parts, and nothing of the others.
    fn fill(&mut self, quantities: impl Iterator<Item = (ProductId, Quantity)>) {
        let quantities: HashMap<ProductId, Quantity> = quantities.collect();
        for part in &mut self.parts {
            part.quantity = quantities.get(&part.product).copied().unwrap_or_default();
        }
    }

    /// What is missing from the first whole one, where enough of one part is taken; nothing where none is. Of free parts,
    /// what is missing from as many as the others make.
    pub fn missing(&self) -> Vec<(&Part, Quantity)> {
        let begun = self.parts.iter().any(|part| part.quantity >= part.of);
        let paid = self.parts.iter().filter(|part| self.gives == Gives::Parts && !part.free);
        let times = paid.map(|part| part.quantity.0 / part.of.0.max(1)).min().unwrap_or(1).max(1);
        let lacks = |part: &Part| Quantity(part.of.0.saturating_mul(times) - part.quantity.0.max(0));
        let missing = self.parts.iter().map(|part| (part, lacks(part))).filter(|(_, lacks)| *lacks > Quantity::ZERO);
        if begun { missing.collect() } else { Vec::new() }
    }
}

/// `whole` over `shares` in their proportion, to the unit: what is rounded off one is on the next.
fn divide(whole: i64, shares: &[i64]) -> Vec<Cents> {
    let all: i128 = shares.iter().map(|share| i128::from(*share)).sum();
    let (mut sum, mut given) = (0, 0);
    let part = |share: &i64| {
        sum += i128::from(*share);
        let until = if all == 0 { 0 } else { round_half_away(i128::from(whole) * sum, all) };
        let part = until - given;
        given = until;
        Cents(part)
    };
    shares.iter().map(part).collect()
}

/// The bundles of these articles, each once.
pub fn bundles<'a>(articles: impl IntoIterator<Item = &'a Article>) -> Vec<&'a Bundle> {
    let mut found: Vec<&Bundle> = Vec::new();
    for bundle in articles.into_iter().filter_map(|article| article.bundle.as_ref()) {
        if !found.iter().any(|there| there.promotion == bundle.promotion) {
            found.push(bundle);
        }
    }
    found
}

/// What bundles take off each line of an order that is these lines and no others.
pub fn taken_off(lines: &[Article]) -> Vec<(ProductId, Cents)> {
    let taken = |bundle: &Bundle| {
        let mut bundle = bundle.clone();
        bundle.fill(lines.iter().map(|line| (line.product, line.quantity)));
        bundle
    };
    let off = |bundle: Bundle| bundle.off().into_iter().zip(bundle.parts).map(|(off, part)| (part.product, off));
    bundles(lines).into_iter().map(taken).flat_map(|bundle| off(bundle).collect::<Vec<_>>()).collect()
}

/// Makes of these lines an order of their own: their bundles know of no other quantities.
pub fn together(lines: &mut [Article]) {
    let ordered: Vec<(ProductId, Quantity)> = lines.iter().map(|line| (line.product, line.quantity)).collect();
    for bundle in lines.iter_mut().filter_map(|line| line.bundle.as_mut()) {
        bundle.fill(ordered.iter().copied());
    }
}

/// The lines of an order, each with what the customer wants of it now: a bundle counts as often as that makes it whole,
/// never more often than it was ordered. Says which lines that changes.
pub fn ask(lines: &mut [(Price, Quantity)]) -> Vec<usize> {
    let mut left: HashMap<PromotionId, i64> = HashMap::new();
    for (price, asked) in lines.iter() {
        let Some((promotion, of)) = price.together().and_then(|together| together.of) else { continue };
        let whole = asked.0.max(0) / of.0.max(1);
        left.entry(promotion).and_modify(|left| *left = whole.min(*left)).or_insert(whole);
    }
    let change = |(at, (price, _)): (usize, &mut (Price, Quantity))| {
        let together = price.together_mut()?;
        let (promotion, of) = together.of?;
        let (times, left) = (together.many.0 / of.0.max(1), *left.get(&promotion)?);
        let off = || round_half_away(i128::from(together.off.0) * i128::from(left), i128::from(times));
        let since = (left < times).then(|| (Quantity(of.0 * left), Cents(off())));
        let changes = together.since != since;
        together.since = since;
        changes.then_some(at)
    };
    lines.iter_mut().enumerate().filter_map(change).collect()
}

/// What staff type of a part: `010555 10`, or `040101 1 gratis`; `x` and `×` before the quantity are read over.
pub fn parse_part(typed: &str) -> Result<(String, Quantity, bool), Refusal> {
    let refusal = || Refusal::NotAPart { typed: typed.trim().chars().take(40).collect() };
    let mut words = typed.split([' ', '\t', ';', '\u{a0}']).filter(|word| !matches!(*word, "" | "x" | "×" | "X"));
    let (Some(sku), Some(of)) = (words.next(), words.next()) else { return Err(refusal()) };
    let of = Quantity::parse(of).ok().filter(|of| *of > Quantity::ZERO).ok_or_else(refusal)?;
    let free = match words.next() {
        None => false,
        Some(word) if ["gratis", "gratuit", "free"].contains(&word.to_lowercase().as_str()) => true,
        Some(_) => return Err(refusal()),
    };
    if words.next().is_some() || sku.chars().count() > 40 {
        return Err(refusal());
    }
    Ok((sku.to_owned(), of, free))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use uuid::Uuid;

    fn part(n: u128, of: i64, price: i64, quantity: i64) -> Part {
        let price = TieredPrice::flat(UnitPrice(price));
        Part {
            product: ProductId(Uuid::from_u128(n)),
            name: format!("Artikel {n}"),
            of: Quantity::whole(of),
            free: false,
            unit: SalesUnit::whole("BG", Quantity::whole(25)),
            price,
            quantity: Quantity::whole(quantity),
        }
    }

    fn bundle(gives: Gives, parts: Vec<Part>) -> Bundle {
        let until = NaiveDate::from_ymd_opt(2026, 11, 30).expect("a day");
        let promotion = PromotionId(Uuid::from_u128(1));
        Bundle { promotion, version: 1, name: "Bakpakket".into(), gives, until, parts }
    }

    fn off(gives: Gives, parts: &[Part]) -> Vec<i64> {
        bundle(gives, parts.to_vec()).off().into_iter().map(|cents| cents.0).collect()
    }

    #[test]
    fn ten_bags_and_a_box() {
        // 10 bags at 15,75 and a box at 24,40: together 181,90
        let parts = |bags, boxes| [part(1, 10, 157_500, bags), part(2, 1, 244_000, boxes)];
        let percent = Gives::Percent(500);
        assert_eq!(off(percent, &parts(10, 0)), [0, 0]);
        assert_eq!(off(percent, &parts(10, 1)), [788, 122], "9,10 to the cent");
        assert_eq!(off(percent, &parts(19, 5)), [788, 122], "one whole one");
        assert_eq!(off(percent, &parts(20, 5)), [1575, 244]);
        assert_eq!(off(Gives::Amount(UnitPrice(75_000)), &parts(20, 2)), [1299, 201]);
        assert_eq!(off(Gives::Price(UnitPrice(1_750_000)), &parts(10, 1)), [597, 93]);
        let mut free = parts(20, 3);
        free[1].free = true;
        assert_eq!(off(Gives::Parts, &free), [0, 4880], "two of the three boxes");
    }

    #[test]
    fn what_is_missing_is_said_once_something_is_there() {
        let of = |bags, boxes| {
            let mut parts = vec![part(1, 10, 1, bags), part(2, 2, 1, boxes)];
            parts[1].free = true;
            let bundle = bundle(Gives::Parts, parts);
            bundle.missing().iter().map(|(part, lacks)| (part.product.0.as_u128(), lacks.0 / 1000)).collect::<Vec<_>>()
        };
        assert_eq!(of(9, 0), []);
        assert_eq!(of(10, 1), [(2, 1)]);
        assert_eq!(of(3, 2), [(1, 7)]);
        assert_eq!(of(10, 2), []);
        assert_eq!(of(45, 3), [(2, 5)], "four of ten, and two free with each");
        assert_eq!(of(45, 8), []);
    }

    #[test]
    fn a_part_as_it_is_typed() {
        let part = |of, free| Ok(("010555".to_owned(), Quantity(of), free));
        assert_eq!(parse_part("010555 10"), part(10_000, false));
        assert_eq!(parse_part("010555\t2,5"), part(2_500, false));
        assert_eq!(parse_part(" 010555 × 1 Gratis "), part(1_000, true));
        for typed in ["", "010555", "010555 tien", "010555 0", "010555 -1", "010555 1 cadeau", "010555 1 gratis 2"] {
            assert!(parse_part(typed).is_err(), "{typed}");
        }
    }

    #[test]
    fn a_text_that_is_no_bundle_is_none() {
        let whole = Bundle::all_to_text(&[&bundle(Gives::Parts, vec![part(1, 10, 1, 2), part(2, 2, 1, 0)])]);
        assert_eq!(Bundle::all_from_text(&whole).len(), 1);
        for text in ["", "x", "\tx", &whole[..whole.len() - 20], &whole.replace("parts", "gift")] {
            assert_eq!(Bundle::all_from_text(text), [], "{text:?}");
        }
    }

    fn any_part() -> impl Strategy<Value = Part> {
        (1i64..12, 1i64..300_000, 0i64..40, any::<bool>())
            .prop_map(|(of, price, quantity, free)| Part { free, ..part(0, of, price, quantity) })
    }

    fn any_unit() -> impl Strategy<Value = SalesUnit> {
        (1i64..50_000, 1i64..9_000, 1i64..9_000, any::<bool>(), prop::option::of(0i64..5_000)).prop_map(
            |(factor, minimum, multiple, by_base, tolerance)| SalesUnit {
                code: UnitCode("BG".into()),
                factor: Quantity(factor),
                minimum: Quantity(minimum),
                multiple: Quantity(multiple),
                priced_by: PricedBy::of(by_base, tolerance.map(Tolerance)),
            },
        )
    }

    proptest! {
        #[test]
        fn the_browser_reads_what_a_page_hands_it(
            parts in prop::collection::vec((any_part(), any_unit(), "[^\\x00-\\x1f\\x7f-\\x9f]{0,20}", any::<bool>()), 0..5),
            name in "[^\\x00-\\x1f\\x7f-\\x9f]{0,20}", value in 0i64..10_000,
        ) {
            let tiers = |base: UnitPrice| TieredPrice::from_text(base, "4000:10 9000:5");
            let parts: Vec<Part> = parts.into_iter().map(|(part, unit, name, tiered)| {
                let price = if tiered { tiers(part.price.base) } else { part.price };
                Part { unit, name, price, ..part }
            }).collect();
            for gives in [Gives::Percent(value), Gives::Amount(UnitPrice(value)), Gives::Price(UnitPrice(value)), Gives::Parts] {
                let handed = [Bundle { name: name.clone(), ..bundle(gives, parts.clone()) }, bundle(gives, parts.clone())];
                let text = Bundle::all_to_text(&handed.iter().collect::<Vec<_>>());
                prop_assert_eq!(Bundle::all_from_text(&text), handed);
            }
        }

        #[test]
        fn a_bundle_never_makes_dearer_nor_gives_more_than_it_says(
            mut parts in prop::collection::vec(any_part(), 1..6), kind in 0u8..4, value in 0i64..900_000,
        ) {
            let gives = match kind {
                0 => Gives::Percent(value % 10_000),
                1 => Gives::Amount(UnitPrice(value)),
                2 => Gives::Price(UnitPrice(value)),
                _ => Gives::Parts,
            };
            for (n, part) in parts.iter_mut().enumerate() {
                part.product = ProductId(Uuid::from_u128(n as u128));
            }
            let bundle = bundle(gives, parts);
            let (times, off) = (bundle.times(), bundle.off());
            for (part, off) in bundle.parts.iter().zip(&off) {
                prop_assert!(off.0 >= 0 && *off <= part.price.amount(part.quantity, &part.unit));
                prop_assert_eq!(*off, bundle.off_of(part.product));
                prop_assert!(part.quantity >= Quantity(part.of.0 * times));
                prop_assert!(kind < 3 || part.free || *off == Cents(0));
            }
            let together: i64 = off.iter().map(|cents| cents.0).sum();
            prop_assert!(times > 0 || together == 0, "nothing before it is whole");
            let costs: i64 = bundle.parts.iter().map(|part| part.cost(times).0).sum();
            let each = |each: UnitPrice| round_half_away(i128::from(each.0 * times), 100);
            match gives {
                Gives::Amount(off) => prop_assert_eq!(together, costs.min(each(off))),
                Gives::Price(price) => prop_assert_eq!(costs - together, costs.min(each(price))),
                Gives::Parts => {
                    let paid = bundle.parts.iter().filter(|part| !part.free).map(|part| part.cost(times).0);
                    prop_assert_eq!(costs - together, paid.sum::<i64>());
                }
                _ => {}
            }
        }
    }
}
