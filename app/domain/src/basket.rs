//! The basket: a document on the server, one per site, shared by colleagues; it never expires.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{Cents, OrderId, ProductId, Quantity, bundle, money::Totals, product::Article};

/// The basket as its site sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Basket {
    /// Rises with every change and is never reused, so a form that saw an older one is known to be stale.
    pub version: i64,
    /// The id the order will have; sending it twice is one order.
    pub order: OrderId,
    pub reference: String,
    pub note: String,
    pub delivery_on: Option<NaiveDate>,
    /// Articles with a quantity, in the order of the own list.
    pub lines: Vec<Article>,
}

impl Basket {
    /// Is something of it paid by the weight it will have?
    pub fn is_estimate(&self) -> bool {
        self.lines.iter().any(|a| a.unit.priced_by.tolerance().is_some())
    }

    /// None for who may not see prices.
    pub fn totals(&self) -> Option<Totals> {
        totals(&self.lines)
    }
}

/// The total of an order that is these lines and no others, by the one rule; none where a price may not be seen.
pub fn totals(lines: &[Article]) -> Option<Totals> {
    let wanted = || lines.iter().filter(|a| a.quantity > Quantity::ZERO);
    let amounts: Option<Vec<_>> = wanted().map(|a| Some((a.amount_alone()?, a.vat))).collect();
    let vat = |product| lines.iter().find(|a| a.product == product).map(|a| a.vat);
    let off = bundle::taken_off(lines).into_iter().filter_map(|(product, off)| Some((Cents(-off.0), vat(product)?)));
    let deposits = wanted().filter_map(Article::deposit_due).sum();
    amounts.map(|amounts| Totals::of(amounts.into_iter().chain(off), deposits))
}

/// What the browser is told after a change of its own: the version the basket has now. None where nothing changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BasketSaved {
    pub version: Option<i64>,
}

/// What the browser is told when a colleague changed something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BasketState {
    pub version: i64,
    pub lines: Vec<StateLine>,
    /// None for who may not see prices.
    pub net: Option<Cents>,
}

/// A line of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StateLine {
    pub product: ProductId,
    pub quantity: Quantity,
    /// Who put it there.
    pub by: Option<String>,
}
