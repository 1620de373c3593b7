//! Quantities and units. A quantity is an integer in thousandths of a unit; a unit is a code of UN/ECE
//! Recommendation 20/21 (`KGM`, `LTR`, `BG` bag, `CT` carton, `C62` piece).

use serde::{Deserialize, Serialize};

use crate::{Refusal, money::PricedBy};

/// Thousandths of a unit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "orm", derive(sea_orm::DeriveValueType))]
#[serde(transparent)]
pub struct Quantity(pub i64);

impl Quantity {
    pub const ZERO: Quantity = Quantity(0);
    /// A million units: more in one line is a slip of the finger, not an order.
    pub const MOST: Quantity = Quantity(1_000_000_000);

    pub const fn whole(units: i64) -> Quantity {
        Quantity(units * 1000)
    }

    /// What a person typed. An empty field means none.
    pub fn parse(typed: &str) -> Result<Quantity, Refusal> {
        let typed = typed.trim();
        if typed.is_empty() {
            return Ok(Quantity::ZERO);
        }
        let quantity = Quantity(parse_decimal(typed, 3)?);
        match quantity {
            Quantity(..0) => Err(Refusal::Negative),
            q if q > Quantity::MOST => Err(Refusal::TooMany { most: Quantity::MOST }),
            q => Ok(q),
        }
    }
}

impl std::ops::Add for Quantity {
    type Output = Quantity;
    fn add(self, other: Quantity) -> Quantity {
        Quantity(self.0.saturating_add(other.0))
    }
}

/// A number as people write it, as an integer with `decimals` implied places.
///
/// Decimal comma and decimal point are both right, spaces and apostrophes group thousands, and so does the sign that
/// is not the decimal one. `1.234` may mean either of two things: it is refused with both, never guessed.
pub fn parse_decimal(typed: &str, decimals: u32) -> Result<i64, Refusal> {
    let not_a_number = || Refusal::NotANumber { typed: typed.chars().take(40).collect() };
    let text: String = typed.trim().chars().filter(|c| !matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\'')).collect();
    let (negative, digits) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(&text)),
    };
    if digits.is_empty() || digits.len() > 24 || !digits.bytes().all(|b| b.is_ascii_digit() || b == b',' || b == b'.') {
        return Err(not_a_number());
    }
    let separators = digits.matches([',', '.']).count();
    let (whole, fraction) = match digits.rfind([',', '.']) {
        None => (digits, ""),
        Some(at) => {
            let sign = &digits[at..=at];
            let (before, after) = (&digits[..at], &digits[at + 1..]);
            let repeated = before.contains(sign);
            let mixed = separators > 1 && !repeated;
            if repeated {
                // 1.234.567: the sign groups thousands, so there is no fraction
                if before.contains([',', '.'].map(|c| if sign.starts_with(c) { '\0' } else { c })) {
                    return Err(not_a_number());
                }
                (digits, "")
            } else if !mixed && after.len() == 3 && (1..=3).contains(&before.len()) && before != "0" {
                let one = scale(&format!("{before}{after}"), "", decimals, negative).ok_or_else(not_a_number)?;
                let other = scale(before, after, decimals, negative).ok_or_else(not_a_number)?;
                return Err(Refusal::Ambiguous {
                    typed: typed.trim().chars().take(40).collect(),
                    one,
                    other,
                    decimals,
                });
            } else {
                (before, after)
            }
        }
    };
    if !grouped_by_thousands(whole) {
        return Err(not_a_number());
    }
    let whole: String = whole.chars().filter(char::is_ascii_digit).collect();
    scale(&whole, fraction, decimals, negative).ok_or_else(not_a_number)
}

/// Groups, if there are any, have three digits each but for the first.
fn grouped_by_thousands(whole: &str) -> bool {
    let mut groups = whole.split([',', '.']);
    let first = groups.next().unwrap_or_default();
    let rest: Vec<&str> = groups.collect();
    rest.is_empty() || ((1..=3).contains(&first.len()) && rest.iter().all(|g| g.len() == 3))
}

/// None when it overflows, has no digit at all, or has more decimals than are kept (a digit is never dropped).
fn scale(whole: &str, fraction: &str, decimals: u32, negative: bool) -> Option<i64> {
    let fraction = fraction.trim_end_matches('0');
    if whole.is_empty() && fraction.is_empty() || fraction.len() > decimals as usize {
        return None;
    }
    let padded = format!("{whole}{fraction:0<width$}", width = decimals as usize);
    let value: i64 = padded.parse().ok()?;
    Some(if negative { -value } else { value })
}

/// A code of UN/ECE Recommendation 20 or 21, upper case, 1 to 3 letters or digits.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "orm", derive(sea_orm::DeriveValueType))]
#[serde(transparent)]
pub struct UnitCode(pub String);

impl UnitCode {
    pub fn parse(text: &str) -> Result<UnitCode, Refusal> {
        let code = text.trim().to_ascii_uppercase();
        if (1..=3).contains(&code.len()) && code.bytes().all(|b| b.is_ascii_alphanumeric()) {
            Ok(UnitCode(code))
        } else {
            Err(Refusal::UnknownUnit { typed: text.trim().chars().take(40).collect() })
        }
    }
}

impl std::fmt::Display for UnitCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// How a product is ordered: the unit, how much of the base unit it holds, and in which steps.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SalesUnit {
    pub code: UnitCode,
    /// Base units in one sales unit: a bag of 25 kg has 25.000.
    pub factor: Quantity,
    pub minimum: Quantity,
    pub multiple: Quantity,
    pub priced_by: PricedBy,
}

impl SalesUnit {
    /// A unit that is ordered one by one and priced as it is sold.
    pub fn whole(code: &str, factor: Quantity) -> SalesUnit {
        let one = Quantity::whole(1);
        SalesUnit {
            code: UnitCode(code.to_owned()),
            factor,
            minimum: one,
            multiple: one,
            priced_by: PricedBy::SalesUnit,
        }
    }

    /// Refuses what cannot be delivered, with the two nearest quantities that can; zero means "not this time".
    pub fn check(&self, quantity: Quantity) -> Result<Quantity, Refusal> {
        let step = self.multiple.0.max(1);
        let least = self.least();
        if quantity.0 == 0 || (quantity >= least && quantity.0 % step == 0) {
            return Ok(quantity);
        }
        let (below, above) = if quantity < least {
            (None, least)
        } else {
            (Some(Quantity(quantity.0 / step * step)), Quantity(quantity.0 / step * step + step))
        };
        Err(Refusal::NotAMultiple { below: below.filter(|b| *b >= least), above })
    }

    /// The next quantity up or down that may be ordered; one step below the least is none at all.
    pub fn step(&self, quantity: Quantity, up: bool) -> Quantity {
        let step = self.multiple.0.max(1);
        let next = if up { (quantity.0 / step + 1) * step } else { (quantity.0 + step - 1) / step * step - step };
        match (up, Quantity(next) < self.least()) {
            (_, false) => Quantity(next.min(Quantity::MOST.0)),
            (true, true) => self.least(),
            (false, true) => Quantity::ZERO,
        }
    }

    /// The minimum, raised to a multiple.
    pub fn least(&self) -> Quantity {
        let step = self.multiple.0.max(1);
        Quantity((self.minimum.0.max(1) + step - 1) / step * step)
    }

    /// The unit that a price is for, where `base` is the article's base unit.
    pub fn priced_in<'a>(&'a self, base: &'a UnitCode) -> &'a UnitCode {
        if self.priced_by.is_by_base() { base } else { &self.code }
    }

    /// What `quantity` is in base units, in thousandths: 3 bags of 25 kg are 75.000.
    pub fn in_base_units(&self, quantity: Quantity) -> Quantity {
        Quantity((i128::from(quantity.0) * i128::from(self.factor.0) / 1000).clamp(0, i128::from(i64::MAX)) as i64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn numbers_as_people_write_them() {
        for (typed, thousandths) in [
            ("1,5", 1_500),
            ("1.5", 1_500),
            ("1 234,50", 1_234_500),
            ("1.234,5", 1_234_500),
            ("1,234.5", 1_234_500),
            ("0,125", 125),
            ("12", 12_000),
            (" 7 ", 7_000),
            ("1.234.567", 1_234_567_000),
            ("1'000", 1_000_000),
            (",5", 500),
            ("5,", 5_000),
            ("2,50", 2_500),
            ("+3", 3_000),
            ("-3", -3_000),
            ("1234,5", 1_234_500),
        ] {
            assert_eq!(parse_decimal(typed, 3), Ok(thousandths), "{typed}");
        }
        for typed in
            ["", "abc", "1e3", "1,2,3", "1.23.456", "--1", ",", "1,23456", "٣", "99999999999999999999", "1,2.3,4"]
        {
            assert!(parse_decimal(typed, 3).is_err(), "{typed}");
        }
        assert_eq!(
            parse_decimal("1.234", 3),
            Err(Refusal::Ambiguous { typed: "1.234".into(), one: 1_234_000, other: 1_234, decimals: 3 })
        );
    }

    #[test]
    fn a_quantity_that_cannot_be_delivered_names_its_neighbours() {
        let yeast = SalesUnit {
            minimum: Quantity::whole(4),
            multiple: Quantity::whole(2),
            ..SalesUnit::whole("BX", Quantity(10_000))
        };
        assert_eq!(yeast.check(Quantity::whole(4)), Ok(Quantity::whole(4)));
        assert_eq!(
            yeast.check(Quantity::whole(1)),
            Err(Refusal::NotAMultiple { below: None, above: Quantity::whole(4) })
        );
        assert_eq!(
            yeast.check(Quantity::whole(7)),
            Err(Refusal::NotAMultiple { below: Some(Quantity::whole(6)), above: Quantity::whole(8) })
        );
        assert_eq!(yeast.step(Quantity::ZERO, true), Quantity::whole(4));
        assert_eq!(yeast.step(Quantity::whole(4), false), Quantity::ZERO);
        assert_eq!(yeast.step(Quantity::whole(7), false), Quantity::whole(6));
    }

    proptest! {
        #[test]
        fn neighbours_may_be_ordered(minimum in 0i64..50_000, multiple in 1i64..20_000, quantity in 1i64..10_000_000) {
            let unit = SalesUnit { minimum: Quantity(minimum), multiple: Quantity(multiple), ..SalesUnit::whole("BG", Quantity(1000)) };
            if let Err(Refusal::NotAMultiple { below, above }) = unit.check(Quantity(quantity)) {
                prop_assert!(above.0 > quantity);
                prop_assert_eq!(unit.check(above), Ok(above));
                if let Some(below) = below {
                    prop_assert!(below.0 < quantity);
                    prop_assert_eq!(unit.check(below), Ok(below));
                }
            }
        }

        #[test]
        fn steps_always_land_on_what_may_be_ordered(minimum in 0i64..9_000, multiple in 1i64..9_000, quantity in 0i64..100_000, up: bool) {
            let unit = SalesUnit { minimum: Quantity(minimum), multiple: Quantity(multiple), ..SalesUnit::whole("BG", Quantity(1000)) };
            let next = unit.step(Quantity(quantity), up);
            prop_assert!(unit.check(next).is_ok());
            let moved = if up { next.0 > quantity } else { next.0 < quantity.max(1) };
            prop_assert!(moved);
        }

        #[test]
        fn what_is_written_is_read(value in -9_000_000_000_000i64..9_000_000_000_000) {
            let text = format!("{}{},{:03}", if value < 0 { "-" } else { "" }, value.abs() / 1000, value.abs() % 1000);
            match parse_decimal(&text, 3) {
                Ok(read) => prop_assert_eq!(read, value),
                Err(Refusal::Ambiguous { one, other, .. }) => prop_assert!(one == value || other == value),
                Err(other) => prop_assert!(false, "{other:?}"),
            }
        }

        #[test]
        fn no_text_is_a_panic(text in "\\PC{0,40}") {
            let _ = Quantity::parse(&text);
        }
    }
}
