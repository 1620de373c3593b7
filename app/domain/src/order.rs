//! An order as it is shown: frozen prices, four quantities a line, every difference with its cause.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::{
    Cents, OrderId, OrderState, ProductId, Quantity, SiteId, UnitCode, UnitPrice, VatRate, event::Entry, guide::Habit,
    money::Totals, packaging::Deposit, price::Price, quantity::SalesUnit,
};

/// One order, whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Order {
    pub head: OrderHead,
    pub reference: String,
    pub note: String,
    pub lines: Vec<OrderLine>,
    /// None for who may not see prices.
    pub totals: Option<Totals>,
    pub journal: Vec<Entry>,
    pub version: i64,
}

/// What a list of orders shows of one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderHead {
    pub id: OrderId,
    pub number: String,
    pub customer_name: String,
    pub site: SiteId,
    pub site_name: String,
    pub state: OrderState,
    pub submitted_at: DateTime<Utc>,
    pub entered_by: String,
    pub on_behalf: bool,
    pub delivery_on: NaiveDate,
    /// Until when the customer may cancel.
    pub cut_off_at: DateTime<Utc>,
    pub lines: i32,
    /// None for who may not see prices.
    pub net: Option<Cents>,
    pub exceptions: Vec<Exception>,
}

/// One line. `ordered` never changes; what came of it stands beside it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderLine {
    pub line: i32,
    pub product: ProductId,
    pub sku: String,
    pub name: String,
    pub unit: SalesUnit,
    pub base_unit: UnitCode,
    pub ordered: Quantity,
    pub confirmed: Quantity,
    pub delivered: Option<Quantity>,
    pub substituted_by: Option<ProductId>,
    /// What a weighed article weighs, in base units, as soon as it was weighed.
    pub weighed: Option<Quantity>,
    /// Why `confirmed` differs from `ordered`.
    pub cause: Option<Cause>,
    pub vat: VatRate,
    pub price: Option<Price>,
    pub amount: Option<Cents>,
    /// As it was frozen with the price.
    pub deposit: Option<Deposit>,
}

impl OrderLine {
    /// What is charged for the packaging of what is confirmed, beside its amount.
    pub fn deposit_due(&self) -> Option<Cents> {
        Some(self.deposit.as_ref()?.of(self.confirmed))
    }

    /// The bundle it was ordered in by its name, and what that takes off, where it is anything.
    pub fn bundle(&self) -> Option<(&str, Cents)> {
        let together = self.price.as_ref()?.together()?;
        let off = match self.weighed {
            Some(weight) => together.off_of_weight(self.confirmed, weight, self.unit.in_base_units(self.confirmed)),
            None => together.off_of(self.confirmed),
        };
        (off > Cents(0)).then_some((together.name.as_str(), off))
    }

    /// Is its amount by the nominal weight, as it was not weighed yet?
    pub fn is_estimate(&self) -> bool {
        self.unit.priced_by.tolerance().is_some() && self.weighed.is_none() && self.confirmed > Quantity::ZERO
    }
}

impl Order {
    /// Is the total an estimate?
    pub fn is_estimate(&self) -> bool {
        self.lines.iter().any(OrderLine::is_estimate)
    }
}

/// Why a line is not what was ordered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cause {
    CustomerChange,
    Short,
    Substitution,
    Weight,
    Price,
    Staff,
}

impl Cause {
    pub const ALL: [Cause; 6] =
        [Cause::Short, Cause::CustomerChange, Cause::Substitution, Cause::Weight, Cause::Price, Cause::Staff];

    pub const fn key(self) -> &'static str {
        match self {
            Cause::CustomerChange => "customer_change",
            Cause::Short => "short",
            Cause::Substitution => "substitution",
            Cause::Weight => "weight",
            Cause::Price => "price",
            Cause::Staff => "staff",
        }
    }

    pub fn from_key(key: &str) -> Option<Cause> {
        Cause::ALL.into_iter().find(|c| c.key() == key)
    }
}

/// Why a person of the desk should look at an order before it is accepted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Exception {
    CustomerBlocked,
    /// By how much the credit limit is passed with this order.
    OverCredit {
        by: Cents,
    },
    BelowMinimum {
        minimum: Cents,
    },
    UnusualQuantity {
        sku: String,
        ordered: Quantity,
        usual: Quantity,
    },
    NoteToDesk,
}

/// What an order is judged by.
pub struct Circumstances<'a> {
    pub customer: &'a crate::customer::Customer,
    pub totals: &'a Totals,
    pub note: &'a str,
    /// Every line with this site's habit before the order.
    pub lines: &'a [(&'a str, Quantity, &'a Habit)],
}

/// What the desk should look at, the gravest first.
pub fn exceptions(circumstances: &Circumstances<'_>) -> Vec<Exception> {
    let Circumstances { customer, totals, note, lines } = circumstances;
    let mut found = Vec::new();
    if customer.standing == crate::customer::Standing::Blocked {
        found.push(Exception::CustomerBlocked);
    }
    if let Some(limit) = customer.terms.credit_limit {
        let owed = customer.terms.outstanding + totals.gross;
        if owed > limit {
            found.push(Exception::OverCredit { by: owed - limit });
        }
    }
    if let Some(minimum) = customer.terms.order_minimum.filter(|minimum| totals.net < *minimum) {
        found.push(Exception::BelowMinimum { minimum });
    }
    for (sku, ordered, habit) in lines.iter().filter(|(_, quantity, habit)| habit.is_unusual(*quantity)) {
        let usual = habit.usual().unwrap_or_default();
        found.push(Exception::UnusualQuantity { sku: (*sku).to_owned(), ordered: *ordered, usual });
    }
    if !note.is_empty() {
        found.push(Exception::NoteToDesk);
    }
    found
}

/// A line of an older order, and what changed since: what repeating it would give.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Repeat {
    pub line: OrderLine,
    pub changes: Vec<Change>,
    /// None where it cannot be ordered any more.
    pub quantity: Option<Quantity>,
}

/// What is no longer as it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Change {
    Price {
        before: UnitPrice,
        now: UnitPrice,
    },
    /// Sold in another unit or pack now.
    Pack,
    /// The old quantity is no longer a valid multiple.
    Quantity {
        before: Quantity,
        now: Quantity,
    },
    /// No longer in the assortment, or discontinued.
    Gone,
}

/// Compares a line with the article as it is today.
pub fn repeat(line: &OrderLine, today: Option<&crate::product::Article>) -> Repeat {
    let Some(article) = today else {
        return Repeat { line: line.clone(), changes: vec![Change::Gone], quantity: None };
    };
    let mut changes = Vec::new();
    if (&line.unit.code, line.unit.factor) != (&article.unit.code, article.unit.factor) {
        changes.push(Change::Pack);
    }
    let quantity = match article.unit.check(line.ordered) {
        Ok(quantity) => quantity,
        Err(crate::Refusal::NotAMultiple { above, .. }) => {
            changes.push(Change::Quantity { before: line.ordered, now: above });
            above
        }
        Err(_) => return Repeat { line: line.clone(), changes: vec![Change::Gone], quantity: None },
    };
    if let (Some(before), Some(conditions)) = (&line.price, &article.conditions)
        && before.amount != conditions.tiered().at(quantity)
    {
        changes.push(Change::Price { before: before.amount, now: conditions.tiered().at(quantity) });
    }
    Repeat { line: line.clone(), changes, quantity: Some(quantity) }
}
