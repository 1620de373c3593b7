//! A customer is a buying organisation; a site is where its goods go.

use serde::{Deserialize, Serialize};

use crate::{Cents, CustomerId, Lang, SiteId, UserId, access::Role, delivery::Weekdays};

/// The organisation with its terms.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Customer {
    pub id: CustomerId,
    /// The distributor's number for it; text, leading zeros stay.
    pub number: String,
    pub name: String,
    pub vat_number: String,
    pub language: Lang,
    /// Whose promotions are his too; empty is none.
    pub group: String,
    pub standing: Standing,
    pub terms: Terms,
    pub version: i64,
}

/// May this customer be delivered?
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Standing {
    #[default]
    Open,
    /// Orders arrive, and wait for the desk's decision.
    Blocked,
}

/// What was agreed about money.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Terms {
    pub payment_days: i64,
    pub credit_limit: Option<Cents>,
    /// What the customer owes now, from the ERP.
    pub outstanding: Cents,
    /// Net value below which an order is not delivered as a matter of course.
    pub order_minimum: Option<Cents>,
    pub minimum_is: Strictness,
    /// So many days before its first day he is told of a higher price.
    pub notice_days: Option<i64>,
}

/// What was agreed with a customer group.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupTerms {
    pub order_minimum: Option<Cents>,
    pub minimum_is: Strictness,
    pub notice_days: Option<i64>,
}

impl Terms {
    /// The terms that count for a customer of a group: his own go before those of the group, each by itself. A minimum
    /// of nothing is none, so that one customer can do without that of his group.
    pub fn within(self, group: &GroupTerms) -> Terms {
        let (order_minimum, minimum_is) = match self.order_minimum {
            Some(own) => (Some(own), self.minimum_is),
            None => (group.order_minimum, group.minimum_is),
        };
        Terms {
            order_minimum: order_minimum.filter(|minimum| minimum.0 > 0),
            minimum_is,
            notice_days: self.notice_days.or(group.notice_days),
            ..self
        }
    }
}

/// Is a limit refused, or flagged for the desk?
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Strictness {
    Strict,
    #[default]
    Flexible,
}

/// A delivery address with the days the lorry comes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Site {
    pub id: SiteId,
    pub customer: CustomerId,
    pub code: String,
    pub name: String,
    pub street: String,
    pub postcode: String,
    pub city: String,
    pub delivery_days: Weekdays,
    pub version: i64,
}

/// A person and what he is to one customer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    pub user: UserId,
    pub name: String,
    pub email: String,
    pub language: Lang,
    pub role: Role,
    /// None: every site of the customer.
    pub site: Option<SiteId>,
    /// Has a password been chosen yet?
    pub signs_in: bool,
}

/// A Belgian enterprise number: the last two digits are 97 minus the first eight modulo 97.
/// Other countries' numbers are taken as they are.
pub fn vat_number(typed: &str) -> Result<String, crate::Refusal> {
    let text = crate::text::line(typed, 20)?;
    let number: String = text.chars().filter(|c| c.is_ascii_alphanumeric()).collect::<String>().to_ascii_uppercase();
    if let Some(digits) = number.strip_prefix("BE") {
        let valid = digits.len() == 10 && digits.parse::<u64>().is_ok_and(|n| 97 - (n / 100) % 97 == n % 100);
        if !valid {
            return Err(crate::Refusal::NotAVatNumber);
        }
    }
    Ok(number)
}
