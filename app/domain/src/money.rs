//! Money as integers: amounts in cents, unit prices in ten-thousandths, VAT rates in basis points.
//!
//! A line amount is rounded once, half away from zero. VAT is computed and rounded per rate on the order's total and
//! never per line (EN 16931, BR-CO-17; Belgian practice for several rates on one invoice).

use serde::{Deserialize, Serialize};

use crate::quantity::{Quantity, SalesUnit};

/// An amount in hundredths of the currency.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "orm", derive(sea_orm::DeriveValueType))]
#[serde(transparent)]
pub struct Cents(pub i64);

impl std::ops::Add for Cents {
    type Output = Cents;
    fn add(self, other: Cents) -> Cents {
        Cents(self.0.saturating_add(other.0))
    }
}

impl std::ops::Sub for Cents {
    type Output = Cents;
    fn sub(self, other: Cents) -> Cents {
        Cents(self.0.saturating_sub(other.0))
    }
}

impl std::iter::Sum for Cents {
    fn sum<I: Iterator<Item = Cents>>(amounts: I) -> Cents {
        amounts.fold(Cents(0), |a, b| a + b)
    }
}

/// A price of one unit in ten-thousandths of the currency.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "orm", derive(sea_orm::DeriveValueType))]
#[serde(transparent)]
pub struct UnitPrice(pub i64);

impl UnitPrice {
    /// What `quantity` (in sales units) costs. `unit` says whether the price is per sales unit or per base unit.
    pub fn amount(self, quantity: Quantity, unit: &SalesUnit) -> Cents {
        let per_sales_unit = i128::from(self.0) * i128::from(quantity.0);
        let (numerator, divisor) = match unit.priced_by {
            PricedBy::SalesUnit => (per_sales_unit, 100_000),
            PricedBy::BaseUnit | PricedBy::Weighed { .. } => (per_sales_unit * i128::from(unit.factor.0), 100_000_000),
        };
        Cents(round_half_away(numerator, divisor))
    }
}

/// What `weight` (in base units) costs at a price per base unit.
pub fn amount_of_weight(price: UnitPrice, weight: Quantity) -> Cents {
    Cents(round_half_away(i128::from(price.0) * i128::from(weight.0), 100_000))
}

/// Which unit a price is for: `sold_by` and `priced_by` may differ (order a box, pay per kilogram).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum PricedBy {
    #[default]
    SalesUnit,
    BaseUnit,
    /// By the base unit as it is weighed (catch weight): until then every amount is an estimate by the nominal weight,
    /// the unit's factor.
    Weighed {
        tolerance: Tolerance,
    },
}

/// How far a weighed article may be from its nominal weight, in thousandths of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "orm", derive(sea_orm::DeriveValueType))]
#[serde(transparent)]
pub struct Tolerance(pub i64);

impl Tolerance {
    /// Half of it: more is another article.
    pub const MOST: Tolerance = Tolerance(500);

    /// The least and the most that `nominal` may weigh.
    pub fn around(self, nominal: Quantity) -> (Quantity, Quantity) {
        let part = round_half_away(i128::from(nominal.0) * i128::from(self.0), 1000);
        (Quantity(nominal.0 - part), Quantity(nominal.0.saturating_add(part)))
    }
}

impl PricedBy {
    /// From the two columns that keep it.
    pub fn of(by_base: bool, tolerance: Option<Tolerance>) -> PricedBy {
        match (by_base, tolerance) {
            (_, Some(tolerance)) => PricedBy::Weighed { tolerance },
            (true, None) => PricedBy::BaseUnit,
            (false, None) => PricedBy::SalesUnit,
        }
    }

    /// Is the price for one base unit?
    pub fn is_by_base(self) -> bool {
        self != PricedBy::SalesUnit
    }

    /// For an article that is weighed.
    pub fn tolerance(self) -> Option<Tolerance> {
        match self {
            PricedBy::Weighed { tolerance } => Some(tolerance),
            _ => None,
        }
    }
}

/// VAT in basis points: 6 % is 600.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "orm", derive(sea_orm::DeriveValueType))]
#[serde(transparent)]
pub struct VatRate(pub i64);

/// What the distributor invoices in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Currency {
    #[default]
    Eur,
    Gbp,
}

impl Currency {
    /// ISO 4217.
    pub const fn code(self) -> &'static str {
        match self {
            Currency::Eur => "EUR",
            Currency::Gbp => "GBP",
        }
    }

    pub fn from_code(code: &str) -> Option<Currency> {
        [Currency::Eur, Currency::Gbp].into_iter().find(|c| c.code() == code)
    }
}

/// The total of an order, VAT per rate.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Totals {
    pub net: Cents,
    /// Rising by rate; a rate without lines is absent.
    pub vat: Vec<VatTotal>,
    /// For returnable packaging ([`crate::packaging`]): neither in `net` nor under a rate. Older orders have none.
    #[serde(default)]
    pub deposits: Cents,
    pub gross: Cents,
}

/// The part of a total that one rate applies to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VatTotal {
    pub rate: VatRate,
    pub net: Cents,
    pub vat: Cents,
}

impl Totals {
    /// Sums rounded line amounts, then takes VAT once per rate; deposits come on top of both.
    pub fn of(lines: impl IntoIterator<Item = (Cents, VatRate)>, deposits: Cents) -> Totals {
        let mut vat: Vec<VatTotal> = Vec::new();
        for (amount, rate) in lines {
            match vat.iter_mut().find(|t| t.rate == rate) {
                Some(total) => total.net = total.net + amount,
                None => vat.push(VatTotal { rate, net: amount, vat: Cents(0) }),
            }
        }
        vat.sort_by_key(|t| t.rate);
        for total in &mut vat {
            total.vat = Cents(round_half_away(i128::from(total.net.0) * i128::from(total.rate.0), 10_000));
        }
        let net = vat.iter().map(|t| t.net).sum();
        let gross = net + vat.iter().map(|t| t.vat).sum() + deposits;
        Totals { net, vat, deposits, gross }
    }
}

/// `numerator / divisor`, rounded half away from zero; saturates at the ends of `i64`. `divisor` is positive.
pub fn round_half_away(numerator: i128, divisor: i128) -> i64 {
    let half = if numerator < 0 { -divisor / 2 } else { divisor / 2 };
    ((numerator + half) / divisor).clamp(i128::from(i64::MIN), i128::from(i64::MAX)) as i64
}

/// A price as people and files write it (`13,75`, `13.75`, `1.234,50`) in ten-thousandths; see [`crate::quantity::parse_decimal`].
pub fn parse_unit_price(typed: &str) -> Result<UnitPrice, crate::Refusal> {
    crate::quantity::parse_decimal(typed, 4).map(UnitPrice)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::SalesUnit;

    #[test]
    fn a_line_is_rounded_once_and_half_away_from_zero() {
        let bag = SalesUnit::whole("BG", Quantity(25_000));
        assert_eq!(UnitPrice(139_550).amount(Quantity(3_000), &bag), Cents(4187)); // 41,865
        assert_eq!(UnitPrice(-139_550).amount(Quantity(3_000), &bag), Cents(-4187));
        let by_kilogram = SalesUnit { priced_by: PricedBy::BaseUnit, ..bag };
        assert_eq!(UnitPrice(8_550).amount(Quantity(2_000), &by_kilogram), Cents(4275)); // 50 kg at 0,855
    }

    #[test]
    fn what_is_weighed_is_paid_by_weight() {
        let tolerance = Tolerance(100);
        let ham = SalesUnit { priced_by: PricedBy::Weighed { tolerance }, ..SalesUnit::whole("C62", Quantity(5_000)) };
        let price = UnitPrice(124_500);
        assert_eq!(price.amount(Quantity::whole(2), &ham), Cents(12_450)); // about 10 kg at 12,45
        assert_eq!(amount_of_weight(price, Quantity(10_236)), Cents(12_744)); // 127,4382
        assert_eq!(tolerance.around(Quantity(10_000)), (Quantity(9_000), Quantity(11_000)));
        assert_eq!(PricedBy::of(true, Some(tolerance)), ham.priced_by);
    }

    #[test]
    fn vat_is_taken_per_rate_on_the_total() {
        let lines = [(Cents(33), VatRate(600)), (Cents(33), VatRate(600)), (Cents(1000), VatRate(2100))];
        let totals = Totals::of(lines, Cents(450));
        assert_eq!(totals.vat[0], VatTotal { rate: VatRate(600), net: Cents(66), vat: Cents(4) }); // per line it would be 2 + 2
        assert_eq!((totals.net, totals.deposits), (Cents(1066), Cents(450)));
        assert_eq!(totals.gross, Cents(66 + 4 + 1000 + 210 + 450));
    }
}
