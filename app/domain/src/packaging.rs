//! Returnable packaging: crates, buckets and casks that are charged for until they come back.
//!
//! A deposit is no part of a price: no tier, agreement or promotion touches it, it counts for no minimum, and no VAT is
//! taken of it (Directive 2006/112/EC, article 92 (a), as Belgium applies it).

use serde::{Deserialize, Serialize};

use crate::{Cents, Quantity, Refusal, product::Names};

/// A kind of returnable packaging.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Packaging {
    /// The distributor's code; text, never changed.
    pub code: String,
    pub names: Names,
    /// For each piece, without VAT.
    pub deposit: Cents,
    pub version: i64,
}

/// What is charged for the packaging of an article beside its price.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deposit {
    /// The code of the [`Packaging`].
    pub packaging: String,
    /// What that is called, in the reader's language.
    pub name: String,
    /// In how many of it one sales unit comes.
    pub per_unit: PerUnit,
    /// For each piece.
    pub each: Cents,
}

/// In how many pieces of packaging one sales unit comes, 1 to [`PerUnit::MOST`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "orm", derive(sea_orm::DeriveValueType))]
#[serde(transparent)]
pub struct PerUnit(pub i64);

impl Default for PerUnit {
    fn default() -> PerUnit {
        PerUnit(1)
    }
}

impl PerUnit {
    pub const MOST: i64 = 1_000;

    /// What a person or a file says of it; nothing is one.
    pub fn parse(typed: &str) -> Result<PerUnit, Refusal> {
        match typed.trim() {
            "" => Ok(PerUnit::default()),
            typed => match crate::quantity::parse_decimal(typed, 0)? {
                pieces if pieces < 1 => Err(Refusal::Required),
                pieces if pieces > PerUnit::MOST => Err(Refusal::TooMany { most: Quantity::whole(PerUnit::MOST) }),
                pieces => Ok(PerUnit(pieces)),
            },
        }
    }
}

impl Deposit {
    /// In how many pieces `quantity` (in sales units) comes: one that is not full is lent whole.
    pub fn pieces(&self, quantity: Quantity) -> i64 {
        let thousandths = i128::from(quantity.0.max(0)) * i128::from(self.per_unit.0);
        i64::try_from((thousandths + 999) / 1000).unwrap_or(i64::MAX)
    }

    /// What is charged for one sales unit.
    pub fn of_unit(&self) -> Cents {
        self.of(Quantity::whole(1))
    }

    /// What is charged for them.
    pub fn of(&self, quantity: Quantity) -> Cents {
        Cents(self.pieces(quantity).saturating_mul(self.each.0))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn crates(per_unit: i64, each: i64) -> Deposit {
        Deposit { packaging: "KR".into(), name: "krat".into(), per_unit: PerUnit(per_unit), each: Cents(each) }
    }

    #[test]
    fn every_piece_that_goes_out_is_charged() {
        assert_eq!(crates(1, 450).of(Quantity::whole(3)), Cents(1350));
        assert_eq!(crates(1, 450).of(Quantity(2_500)), Cents(1350)); // two and a half units are three crates
        assert_eq!(crates(20, 10).of(Quantity::whole(2)), Cents(400));
        assert_eq!(crates(1, 450).of(Quantity::ZERO), Cents(0));
    }

    #[test]
    fn how_many_a_unit_comes_in_is_a_whole_number() {
        assert_eq!(PerUnit::parse(""), Ok(PerUnit(1)));
        assert_eq!(PerUnit::parse(" 24 "), Ok(PerUnit(24)));
        assert_eq!(PerUnit::parse("0"), Err(Refusal::Required));
        assert!(matches!(PerUnit::parse("1001"), Err(Refusal::TooMany { .. })));
        assert!(PerUnit::parse("1,5").is_err());
        assert!(PerUnit::parse("krat").is_err());
    }

    proptest! {
        #[test]
        fn more_is_never_charged_less(per_unit in 1..=PerUnit::MOST, each in 0..100_000i64, a in 0..1_000_000i64, b in 0..1_000_000i64) {
            let deposit = crates(per_unit, each);
            let (less, more) = (a.min(b), a.max(b));
            prop_assert!(deposit.of(Quantity(less)) <= deposit.of(Quantity(more)));
            // never more than one piece over what was asked for
            prop_assert!(i128::from(deposit.pieces(Quantity(more))) * 1000 < i128::from(more) * i128::from(per_unit) + 1000);
        }
    }
}
