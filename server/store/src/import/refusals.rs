//! A refusal of the domain as a problem of a row: a stable key, and words for an operator.

use domain::{Quantity, Refusal};

use super::{
    Kind, nearest,
    report::{Problem, Problems, Reason},
    sheet::{Row, Sheet},
};
use crate::{Error, Result};

/// What a form made of a row; what it refused is told under the column that `column` names for the form's field.
pub(super) fn checked<T>(
    result: Result<T>,
    sheet: &Sheet<'_>,
    row: &Row<'_>,
    problems: &mut Problems,
    column: impl Fn(&str) -> String,
) -> Result<Option<T>> {
    match result {
        Ok(checked) => Ok(Some(checked)),
        Err(Error::Fields(refused)) => {
            for of_field in &refused {
                tell(sheet, row, &column(&of_field.field), &of_field.refusal, problems);
            }
            Ok(None)
        }
        Err(other) => Err(other),
    }
}

/// The value of a cell, or its default where it is refused; the refusal is told.
pub(super) fn take<T: Default>(
    sheet: &Sheet<'_>,
    row: &Row<'_>,
    column: &str,
    problems: &mut Problems,
    read: impl FnOnce(&str) -> Result<T, Refusal>,
) -> T {
    read(sheet.cell(row, column)).unwrap_or_else(|refusal| {
        tell(sheet, row, column, &refusal, problems);
        T::default()
    })
}

/// Tells a refusal about a cell, with what was perhaps meant.
pub(super) fn tell(sheet: &Sheet<'_>, row: &Row<'_>, column: &str, refusal: &Refusal, problems: &mut Problems) {
    let value = sheet.cell(row, column);
    let mut told = problem(refusal);
    match refusal {
        Refusal::UnknownChoice { typed } => {
            let choices = choices(sheet.opened.kind(), column);
            if !choices.is_empty() {
                told.choices = choices.join(", ");
                told.text = format!("not one of {}", told.choices);
                told.nearest = nearest::of(typed, choices.iter().copied());
            }
        }
        Refusal::UnknownUnit { typed } => told.nearest = super::products::unit_meant(typed),
        _ => {}
    }
    problems.of_row(row.line, column, value, told);
}

/// Says that a row differs from an earlier one about the same thing, where it does. An empty cell differs from nothing.
pub(super) fn contradictions(
    sheet: &Sheet<'_>,
    first: &Row<'_>,
    row: &Row<'_>,
    columns: &[&str],
    problems: &mut Problems,
) {
    for column in columns {
        let (before, now) = (sheet.cell(first, column), sheet.cell(row, column));
        if !now.is_empty() && now != before {
            let text = format!("row {} says {before:?} of the same", first.line);
            problems.of_row(row.line, column, now, Problem::new(Reason::Contradiction, text));
        }
    }
}

/// The words that a column takes.
fn choices(kind: Kind, column: &str) -> &'static [&'static str] {
    match (kind, column) {
        (_, "language" | "person_language") => &["nl", "fr", "en"],
        (_, "person_role") => &["buyer", "approver", "customer_admin", "kitchen", "bookkeeper"],
        (_, "delivery_days" | "days") => &["mon", "tue", "wed", "thu", "fri", "sat", "sun"],
        (_, "stock") => &["in_stock", "expected"],
        (
            _,
            "blocked" | "minimum_is_strict" | "favourite" | "of_group" | "stacks" | "bundle_free"
            | "allergens_complete" | "sure",
        ) => &["yes", "no"],
        (Kind::Promotions, "kind") => &super::promotions::KINDS,
        (_, "priced_by") => &["unit", "base_unit"],
        (Kind::Products, "state") => &["active", "discontinued"],
        (_, "state") => &["accepted", "delivered", "declined", "cancelled"],
        (_, "allergens" | "traces") => &[
            "gluten",
            "crustaceans",
            "eggs",
            "fish",
            "peanuts",
            "soybeans",
            "milk",
            "nuts",
            "celery",
            "mustard",
            "sesame",
            "sulphites",
            "lupin",
            "molluscs",
        ],
        _ => &[],
    }
}

/// The reason of a refusal, and what it says.
pub(super) fn problem(refusal: &Refusal) -> Problem {
    Problem { refusal: Some(refusal.clone()), ..said(refusal) }
}

fn said(refusal: &Refusal) -> Problem {
    match refusal {
        Refusal::Required => Problem::new(Reason::Required, "must be filled in"),
        Refusal::TooLong { most } => Problem::new(Reason::TooLong, format!("longer than {most} characters")),
        Refusal::ControlCharacter => control_character(),
        Refusal::NotANumber { typed } => {
            Problem::new(Reason::NotANumber, format!("not a number that fits here: {typed:?}"))
        }
        Refusal::Ambiguous { one, other, decimals, .. } => {
            let (one, other) = (number(*one, *decimals), number(*other, *decimals));
            Problem::new(Reason::AmbiguousNumber, format!("may mean {one} or {other}"))
        }
        Refusal::Negative => Problem::new(Reason::Negative, "may not be negative"),
        Refusal::TooMany { most: Quantity(most) } => {
            Problem::new(Reason::TooMany, format!("more than {}", most / 1000))
        }
        Refusal::NotADate { .. } => Problem::new(Reason::NotADate, "not a date: write 2026-11-23 or 23/11/2026"),
        Refusal::NotAnEmail => Problem::new(Reason::NotAnEmail, "not an e-mail address"),
        Refusal::NotATier { .. } => Problem::new(Reason::NotATier, "not tiers: write 10: 15.20 | 40: 14.80"),
        Refusal::NoBetterTier { .. } => {
            Problem::new(Reason::NoBetterTier, "each tier needs more than the one before it, and costs less")
        }
        Refusal::FarOff { before, now } => {
            let (before, now) = (number(before.0, 4), number(now.0, 4));
            Problem::new(
                Reason::FarOff,
                format!("{now} is very different from {before}: yes in the column sure, if it is meant"),
            )
        }
        Refusal::TiersOfPercent => Problem::new(Reason::TiersOfPercent, "a percentage has the tiers of the list"),
        Refusal::NotAPack { .. } => Problem::new(
            Reason::NotAPack,
            "not packs: write LR: 8 | PX: 40, rising, each a quantity that can be ordered",
        ),
        Refusal::NotAVatNumber => Problem::new(Reason::NotAVatNumber, "not a valid Belgian VAT number"),
        Refusal::NotAGtin => Problem::new(Reason::NotAGtin, "not a bar code: wrong length or check digit"),
        Refusal::UnknownUnit { .. } => unknown_unit(),
        Refusal::UnknownChoice { .. } => Problem::new(Reason::UnknownChoice, "not a value that is possible here"),
        Refusal::Itself => Problem::new(Reason::Itself, "a product cannot stand in for itself"),
        Refusal::Circular { sku } => {
            Problem::new(Reason::Circular, format!("{sku} is followed, directly or not, by this product"))
        }
        Refusal::EndsBefore => Problem::new(Reason::UntilBeforeFrom, "ends before it begins"),
        Refusal::NotAMultiple { above, .. } => {
            let text = format!("cannot be ordered like that; the nearest above is {}", number(above.0, 3));
            Problem::new(Reason::NotAMultiple, text)
        }
        Refusal::NotEmpty => Problem::new(Reason::NotEmpty, "must be empty here"),
        Refusal::NotABundle | Refusal::FreeParts | Refusal::NotAPart { .. } => Problem::new(
            Reason::NotABundle,
            "a bundle has two articles at least, and with kind parts some free ones, not all",
        ),
        Refusal::NoThreshold => Problem::new(Reason::NotEmpty, "free goods count by themselves: no threshold"),
        Refusal::NotFreeGoods { .. } => {
            Problem::new(Reason::NotFreeGoods, "not free goods: write 10 + 1 (paid + free)")
        }
        Refusal::Taken => Problem::new(Reason::Taken, "already in use"),
        other => Problem::new(Reason::Refused, other.to_string()),
    }
}

pub(super) fn control_character() -> Problem {
    Problem::new(Reason::ControlCharacter, "has a control character or a mark that changes the reading direction")
}

pub(super) fn unknown_unit() -> Problem {
    Problem::new(Reason::UnknownUnit, "not a unit code of UN/ECE Recommendation 20 or 21 that is known here")
}

/// An integer with implied decimals, with a decimal point.
pub(crate) fn number(value: i64, decimals: u32) -> String {
    let scale = 10u64.pow(decimals.min(18));
    let sign = if value < 0 { "-" } else { "" };
    let (whole, fraction) = (value.unsigned_abs() / scale, value.unsigned_abs() % scale);
    if fraction == 0 {
        return format!("{sign}{whole}");
    }
    let fraction = format!("{fraction:0width$}", width = decimals as usize);
    format!("{sign}{whole}.{}", fraction.trim_end_matches('0'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_readings_are_named() {
        let refused = domain::quantity::parse_decimal("1.250", 3).unwrap_err();
        assert_eq!(problem(&refused).text, "may mean 1250 or 1.25");
    }
}
