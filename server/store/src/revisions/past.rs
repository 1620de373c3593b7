//! The revisions that were made.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    Actor, CustomerId, Permission, ProductId, RevisionId, agreement::PriceAgreement, price::TieredPrice, product::Names,
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::{Of, publish::read_json};
use crate::{
    Db, Error, Result,
    agreements::{With, today},
    db::instant,
    entity::{customer, price_revision, price_revision_row as revised, product},
};

/// A revision, as it was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revision {
    pub id: RevisionId,
    pub of: Of,
    /// The customer's or the group's name; empty of the list.
    pub name: String,
    pub from: NaiveDate,
    pub by: String,
    pub at: DateTime<Utc>,
    /// Who took it back, and when.
    pub undone: Option<(String, DateTime<Utc>)>,
    /// How many prices it changed.
    pub count: usize,
}

/// One price that was revised.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revised {
    pub product: ProductId,
    pub sku: String,
    pub names: Names,
    /// The list price of today.
    pub list: TieredPrice,
    pub before: Option<PriceAgreement>,
    pub after: PriceAgreement,
    /// Was it put back?
    pub undone: bool,
}

pub(super) fn summary(row: price_revision::Model, name: Option<String>, count: usize) -> Revision {
    let of = match row.customer_id {
        Some(customer) => Of::With(With::Customer(customer)),
        None if row.customer_group.is_empty() => Of::List,
        None => Of::With(With::Group(row.customer_group.clone())),
    };
    Revision {
        id: row.id,
        of,
        name: name.unwrap_or(row.customer_group),
        from: row.from_on,
        by: row.made_by_name,
        at: instant(row.made_at),
        undone: row.undone_by_name.zip(row.undone_at.map(instant)),
        count,
    }
}

/// The last revisions, the newest first.
pub async fn recent(db: &Db, actor: &Actor, most: u64) -> Result<Vec<Revision>> {
    actor.require(Permission::OrderOnBehalf)?;
    let rows =
        price_revision::Entity::find().order_by_desc(price_revision::COLUMN.made_at).limit(most).all(db.read()).await?;
    let customers = customer::Entity::find()
        .filter(customer::COLUMN.id.is_in(rows.iter().filter_map(|row| row.customer_id)))
        .all(db.read())
        .await?;
    let names: HashMap<CustomerId, String> = customers.into_iter().map(|c| (c.id, c.name)).collect();
    let counts: Vec<(RevisionId, i64)> = revised::Entity::find()
        .select_only()
        .column(revised::Column::RevisionId)
        .column_as(revised::Column::ProductId.count(), "count")
        .filter(revised::COLUMN.revision_id.is_in(rows.iter().map(|row| row.id)))
        .group_by(revised::Column::RevisionId)
        .into_tuple()
        .all(db.read())
        .await?;
    let counts: HashMap<RevisionId, i64> = counts.into_iter().collect();
    let rows = rows.into_iter().map(|row| {
        let name = row.customer_id.and_then(|customer| names.get(&customer).cloned());
        let count = counts.get(&row.id).copied().unwrap_or_default();
        summary(row, name, usize::try_from(count).unwrap_or_default())
    });
    Ok(rows.collect())
}

/// One, with its prices by code.
pub async fn get(db: &Db, actor: &Actor, id: RevisionId) -> Result<(Revision, Vec<Revised>)> {
    actor.require(Permission::OrderOnBehalf)?;
    let today = today(db).await?;
    let row = price_revision::Entity::find_by_id(id).one(db.read()).await?.ok_or(Error::NotFound)?;
    let name = match row.customer_id {
        Some(customer) => Some(crate::customers::get(db, actor, customer).await?.name),
        None => None,
    };
    let rows = revised::Entity::find().filter(revised::COLUMN.revision_id.eq(id)).all(db.read()).await?;
    let products = product::Entity::find().filter(product::COLUMN.id.is_in(rows.iter().map(|row| row.product_id)));
    let products: HashMap<ProductId, product::Model> =
        products.all(db.read()).await?.into_iter().map(|product| (product.id, product)).collect();
    let mut read = Vec::with_capacity(rows.len());
    for row in rows {
        let product = products.get(&row.product_id).ok_or(Error::NotFound)?;
        read.push(Revised {
            product: product.id,
            sku: product.sku.clone(),
            names: crate::products::names(product),
            list: product.tiered_on(today),
            before: row.before.as_deref().map(read_json).transpose()?,
            after: read_json(&row.after)?,
            undone: row.undone,
        });
    }
    read.sort_by(|one, other| one.sku.cmp(&other.sku));
    Ok((summary(row, name, read.len()), read))
}
