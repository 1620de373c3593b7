//! What a file changes, row by row, for who looks at it before it counts.

use chrono::NaiveDate;

use crate::{Quantity, agreement::PriceAgreement, price::TieredPrice, product::Names};

/// A row as it was and as it becomes; none is not there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowChange {
    pub of: Of,
    /// SKU and names; none where it is the list itself that changes: its order, days or season.
    pub article: Option<(String, Names)>,
    pub before: Option<Row>,
    pub after: Option<Row>,
}

/// What it is a row of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Of {
    /// A list of the customer `whose`, who is named with the site where it is not of all of them.
    List {
        name: String,
        whose: String,
    },
    ListPrices,
    /// What is agreed with a customer.
    Customer(String),
    /// What is agreed with a customer group.
    Group(String),
}

/// What stands there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Row {
    /// The section, empty before the first, and how many as a rule.
    OnList {
        section: String,
        usual: Option<Quantity>,
    },
    /// The price of now, or `from` a day to come on.
    ListPrice {
        price: TieredPrice,
        from: Option<NaiveDate>,
    },
    Agreed(PriceAgreement),
}
