//! What was agreed about prices, with customers and with customer groups.

mod edit;

use std::collections::BTreeSet;

use chrono::NaiveDate;
use domain::{CustomerId, ProductId, agreement::PriceAgreement};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, QueryTrait,
    sea_query::{Expr, ExprTrait, SelectStatement},
};

use crate::{
    Result,
    entity::{assortment_item, customer, group_agreement, price_agreement, product},
};

pub use edit::{Agreed, AgreementForm, Group, Seen, enter, groups, set_last_day, with, withdraw};
pub(crate) use edit::{day, end, exists, hold, hold_groups, put, stored, stored_about, succeed, take_away, today};

/// With whom something is agreed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum With {
    Customer(CustomerId),
    /// Never the empty one.
    Group(String),
}

impl With {
    pub fn customer(&self) -> Option<CustomerId> {
        match self {
            With::Customer(customer) => Some(*customer),
            With::Group(_) => None,
        }
    }

    pub fn group(&self) -> Option<&str> {
        match self {
            With::Customer(_) => None,
            With::Group(group) => Some(group),
        }
    }
}

/// The group of a customer, as a value of a statement.
pub(crate) fn group_of(customer: CustomerId) -> Expr {
    Expr::SubQuery(None, Box::new(select_group(customer).into()))
}

fn select_group(customer: CustomerId) -> SelectStatement {
    customer::Entity::find_by_id(customer).select_only().column(customer::Column::CustomerGroup).into_query()
}

/// All that was ever agreed about a product, with a customer and with his group.
pub(crate) async fn about(
    conn: &impl ConnectionTrait,
    customer: CustomerId,
    product: ProductId,
) -> Result<Vec<PriceAgreement>> {
    let own = price_agreement::Entity::find()
        .filter(price_agreement::COLUMN.customer_id.eq(customer))
        .filter(price_agreement::COLUMN.product_id.eq(product))
        .all(conn)
        .await?;
    let of_group = group_agreement::Entity::find()
        .filter(group_agreement::Column::CustomerGroup.in_subquery(select_group(customer)))
        .filter(group_agreement::COLUMN.product_id.eq(product))
        .all(conn)
        .await?;
    let own = own.iter().map(price_agreement::Model::agreement);
    Ok(own.chain(of_group.iter().map(group_agreement::Model::agreement)).collect())
}

/// The products for which an agreement with the customer or with his group begins on `day`, or has ended the day before; and
/// those of `shown` for which another list price begins.
pub(crate) async fn turning(
    conn: &impl ConnectionTrait,
    customer: CustomerId,
    day: NaiveDate,
    shown: &[ProductId],
) -> Result<BTreeSet<ProductId>> {
    let before = day.pred_opt().unwrap_or(day);
    let own: Vec<ProductId> = price_agreement::Entity::find()
        .select_only()
        .column(price_agreement::Column::ProductId)
        .filter(price_agreement::COLUMN.customer_id.eq(customer))
        .filter(price_agreement::COLUMN.from_on.eq(day).or(price_agreement::COLUMN.until_on.eq(before)))
        .into_tuple()
        .all(conn)
        .await?;
    let his = assortment_item::Entity::find()
        .select_only()
        .column(assortment_item::Column::ProductId)
        .filter(assortment_item::COLUMN.customer_id.eq(customer))
        .into_query();
    let of_group: Vec<ProductId> = group_agreement::Entity::find()
        .select_only()
        .column(group_agreement::Column::ProductId)
        .filter(group_agreement::Column::CustomerGroup.in_subquery(select_group(customer)))
        .filter(group_agreement::COLUMN.from_on.eq(day).or(group_agreement::COLUMN.until_on.eq(before)))
        .filter(group_agreement::Column::ProductId.in_subquery(his))
        .into_tuple()
        .all(conn)
        .await?;
    let of_list: Vec<ProductId> = product::Entity::find()
        .select_only()
        .column(product::Column::Id)
        .filter(product::COLUMN.coming_on.eq(day))
        .filter(product::COLUMN.id.is_in(shown.iter().copied()))
        .into_tuple()
        .all(conn)
        .await?;
    Ok(own.into_iter().chain(of_group).chain(of_list).collect())
}
