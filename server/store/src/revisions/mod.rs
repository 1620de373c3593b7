//! Price revisions: many prices of one party changed at once, and taken back at once.

mod past;
mod propose;
mod publish;
mod undo;

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::{
    Actor, CustomerId, Permission, ProductId, SalesUnit, agreement::PriceAgreement, price::TieredPrice, product::Names,
    revision::MOST_ROWS,
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
    sea_query::ExprTrait,
};

use crate::{
    Db, Error, Result,
    agreements::{With, exists, stored},
    entity::{assortment_item, customer, group_agreement, product},
};

pub use past::{Revised, Revision, get, recent};
pub use propose::{Proposal, ProposalForm, affected, propose};
pub(crate) use publish::list_changed;
pub use publish::{RowForm, check, publish};
pub use undo::undo;

/// Whose prices are revised: the list, from today or a day to come on, or what is agreed with a party, from a day to
/// come on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Of {
    List,
    With(With),
}

impl Of {
    fn require(&self, actor: &Actor) -> Result<()> {
        let right = match self {
            Of::List => Permission::ManageProducts,
            Of::With(_) => Permission::ManageAssortments,
        };
        Ok(actor.require(right)?)
    }

    fn group(&self) -> String {
        match self {
            Of::List => String::new(),
            Of::With(with) => with.group().unwrap_or_default().to_owned(),
        }
    }

    fn customer(&self) -> Option<CustomerId> {
        match self {
            Of::List => None,
            Of::With(with) => with.customer(),
        }
    }
}

/// An article, and what it costs the party on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Priced {
    pub product: ProductId,
    pub sku: String,
    pub names: Names,
    pub unit: SalesUnit,
    pub list: TieredPrice,
    /// What is agreed with the party itself.
    pub own: Option<PriceAgreement>,
    /// What is agreed with the customer's group.
    pub of_group: Option<PriceAgreement>,
}

impl Priced {
    /// What the party pays.
    pub fn holding(&self) -> TieredPrice {
        let agreed = self.own.as_ref().or(self.of_group.as_ref());
        agreed.map_or_else(|| self.list.clone(), |agreed| agreed.deal.clone().of(&self.list))
    }

    /// What a form shows of it, to be recognised when it comes back.
    pub fn seen(&self) -> String {
        let own = self.own.as_ref().map(ToString::to_string).unwrap_or_default();
        format!("{} {own} {}", self.holding().base.0, self.holding().tiers_to_text())
    }
}

/// Which articles a grid has.
enum Which<'a> {
    /// All that the party has a price for, of one category or of all.
    OfCategory(&'a str),
    These(&'a [ProductId]),
}

/// The prices of a party on a day: of the list, of a customer's assortment, or what is agreed with a group; by code, at
/// most [`MOST_ROWS`], and how many there are.
pub async fn grid(db: &Db, actor: &Actor, of: &Of, on: NaiveDate, category: &str) -> Result<(Vec<Priced>, usize)> {
    of.require(actor)?;
    read(db.read(), of, on, Which::OfCategory(category)).await
}

/// The same of some articles.
pub async fn priced(db: &Db, actor: &Actor, of: &Of, on: NaiveDate, products: &[ProductId]) -> Result<Vec<Priced>> {
    of.require(actor)?;
    Ok(read(db.read(), of, on, Which::These(products)).await?.0)
}

async fn read(conn: &impl ConnectionTrait, of: &Of, on: NaiveDate, which: Which<'_>) -> Result<(Vec<Priced>, usize)> {
    if let Of::With(with) = of {
        exists(conn, with).await?;
    }
    let mut found = product::Entity::find().order_by_asc(product::COLUMN.sku);
    match (which, of) {
        (Which::These(products), _) => found = found.filter(product::COLUMN.id.is_in(products.iter().copied())),
        (Which::OfCategory(category), of) => {
            found = found.filter(product::COLUMN.discontinued.eq(false));
            if !category.is_empty() {
                found = found.filter(product::COLUMN.category.eq(category));
            }
            match of {
                Of::List => {}
                Of::With(With::Customer(customer)) => {
                    let his = assortment_item::Entity::find()
                        .select_only()
                        .column(assortment_item::Column::ProductId)
                        .filter(assortment_item::COLUMN.customer_id.eq(*customer));
                    found = found.filter(product::Column::Id.in_subquery(his.into_query()));
                }
                Of::With(With::Group(group)) => {
                    let agreed = group_agreement::Entity::find()
                        .select_only()
                        .column(group_agreement::Column::ProductId)
                        .filter(group_agreement::COLUMN.customer_group.eq(group))
                        .filter(group_agreement::COLUMN.from_on.lte(on))
                        .filter(
                            group_agreement::COLUMN.until_on.is_null().or(group_agreement::COLUMN.until_on.gte(on)),
                        );
                    found = found.filter(product::Column::Id.in_subquery(agreed.into_query()));
                }
            }
        }
    }
    let all = usize::try_from(found.clone().count(conn).await?).unwrap_or(usize::MAX);
    let products = found.limit(MOST_ROWS as u64).all(conn).await?;
    let ids: Vec<ProductId> = products.iter().map(|product| product.id).collect();
    let holding = |agreements: Vec<(ProductId, PriceAgreement)>| -> HashMap<ProductId, PriceAgreement> {
        agreements.into_iter().filter(|(_, agreement)| agreement.holds_on(on)).collect()
    };
    let (mut own, mut of_group) = (HashMap::new(), HashMap::new());
    if let Of::With(with) = of {
        own = holding(stored(conn, with, &ids).await?);
    }
    if let Some(customer) = of.customer() {
        let group = customer::Entity::find_by_id(customer).one(conn).await?.ok_or(Error::NotFound)?.customer_group;
        of_group = holding(stored(conn, &With::Group(group), &ids).await?);
    }
    let rows = products.into_iter().map(|product| Priced {
        own: own.remove(&product.id),
        of_group: of_group.remove(&product.id),
        product: product.id,
        names: crate::products::names(&product),
        list: product.tiered_on(on),
        unit: product.sales_unit(),
        sku: product.sku,
    });
    Ok((rows.collect(), all))
}
