//! A customer's assortment as staff maintain it: what is in it, under which names, at which agreed prices.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::{
    Actor, CustomerId, Permission, ProductId, Refusal,
    agreement::{Deal, PriceAgreement, doubt},
    price::TieredPrice,
};
use sea_orm::{
    ActiveModelTrait, ActiveValue, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, ExprTrait},
};

use crate::{
    Db, Error, Fields, Result, Write,
    agreements::{With, stored_about, succeed},
    entity::{assortment_item, customer, group_agreement, price_agreement, product},
    journal,
};

/// One row of a customer's assortment as staff maintain it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    pub product: ProductId,
    pub sku: String,
    pub name: String,
    pub own_name: String,
    pub own_code: String,
    pub position: i64,
    pub favourite: bool,
    /// Is it there because his group has it?
    pub by_group: bool,
    pub list_price: TieredPrice,
    /// What is agreed with him on the day, if something is.
    pub agreed: Option<PriceAgreement>,
    /// What is agreed with his group then.
    pub of_group: Option<PriceAgreement>,
}

/// A customer's assortment, for staff.
pub async fn items(db: &Db, actor: &Actor, customer: CustomerId, on: NaiveDate) -> Result<Vec<Item>> {
    actor.require(Permission::ReviewOrders).or_else(|_| actor.require(Permission::OrderOnBehalf))?;
    let rows = assortment_item::Entity::find()
        .filter(assortment_item::COLUMN.customer_id.eq(customer))
        .order_by_asc(assortment_item::COLUMN.position)
        .all(db.read())
        .await?;
    let products = product::Entity::find()
        .filter(product::COLUMN.id.is_in(rows.iter().map(|r| r.product_id)))
        .all(db.read())
        .await?;
    let products: HashMap<ProductId, product::Model> = products.into_iter().map(|p| (p.id, p)).collect();
    let agreements =
        price_agreement::Entity::find().filter(price_agreement::COLUMN.customer_id.eq(customer)).all(db.read()).await?;
    let of_group: HashMap<ProductId, PriceAgreement> = group_agreement::Entity::find()
        .filter(
            Expr::col((group_agreement::Entity, group_agreement::Column::CustomerGroup))
                .eq(crate::agreements::group_of(customer)),
        )
        .filter(group_agreement::COLUMN.from_on.lte(on))
        .filter(group_agreement::COLUMN.until_on.is_null().or(group_agreement::COLUMN.until_on.gte(on)))
        .all(db.read())
        .await?
        .into_iter()
        .map(|row| (row.product_id, row.agreement()))
        .collect();
    Ok(rows
        .into_iter()
        .filter_map(|item| products.get(&item.product_id).map(|product| (item, product)))
        .map(|(item, product)| Item {
            product: product.id,
            agreed: agreements
                .iter()
                .filter(|a| a.product_id == product.id)
                .map(price_agreement::Model::agreement)
                .find(|a| a.holds_on(on)),
            of_group: of_group.get(&product.id).cloned(),
            name: crate::products::names(product).get(actor.language).to_owned(),
            sku: product.sku.clone(),
            own_name: item.own_name.unwrap_or_default(),
            own_code: item.own_code.unwrap_or_default(),
            position: item.position,
            favourite: item.favourite,
            by_group: item.of_group,
            list_price: product.tiered_on(on),
        })
        .collect())
}

/// What staff say about one article of a customer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ItemForm {
    pub own_name: String,
    pub own_code: String,
    pub favourite: bool,
    /// With `tiers` as [`Deal::parse`] reads them; empty: what is agreed with his group, or the list price.
    pub price: String,
    pub tiers: String,
    /// Is a price meant that is far from the one before it?
    pub sure: bool,
}

/// Adds an article to a customer's assortment, at the end of his shelf.
pub async fn add(db: &Db, actor: &Actor, customer: CustomerId, sku: &str) -> Result<()> {
    actor.require(Permission::ManageAssortments)?;
    let write = db.write().await?;
    crate::customers::exists(&*write, customer).await?;
    domain::text::line(sku, 40).map_err(|r| Error::field("sku", r))?;
    let product = product::Entity::find()
        .filter(product::COLUMN.sku.eq(sku.trim()))
        .one(&*write)
        .await?
        .ok_or_else(|| Error::field("sku", Refusal::UnknownChoice { typed: sku.chars().take(40).collect() }))?;
    let known = assortment_item::Entity::find_by_id((customer, product.id)).one(&*write).await?;
    match known {
        Some(known) if !known.of_group => return Err(Error::field("sku", Refusal::Taken)),
        // his own from now on, whatever his group has
        Some(known) => {
            let row = assortment_item::Model { of_group: false, ..known };
            row.into_active_model().reset_all().update(&*write).await?;
        }
        None => {
            let row = assortment_item::Model {
                customer_id: customer,
                product_id: product.id,
                own_name: None,
                own_code: None,
                position: next_position(&write, customer).await?,
                favourite: false,
                of_group: false,
            };
            row.into_active_model().insert(&*write).await?;
        }
    }
    let event = serde_json::json!({ "kind": "added", "sku": product.sku });
    journal::append(db, &write, actor, "assortment", customer.0, &event).await?;
    write.commit().await
}

/// The place behind all others on a customer's shelf.
pub(crate) async fn next_position(write: &Write, customer: CustomerId) -> Result<i64> {
    let last = assortment_item::Entity::find()
        .filter(assortment_item::COLUMN.customer_id.eq(customer))
        .order_by_desc(assortment_item::COLUMN.position)
        .one(&**write)
        .await?;
    Ok(last.map_or(0, |l| l.position) + 10)
}

/// Saves own names, own codes, favourites and the prices from the day `on` on; all or nothing. Each refusal is under the field
/// `own_name.<product>`, `own_code.<product>`, `price.<product>` or `tiers.<product>`; a price far from the one before it is
/// one ([`Refusal::FarOff`]), until it is said to be right.
///
/// A new price ends the agreement that holds on that day and begins one of its own; history stays explainable, and what
/// has passed is refused ([`Refusal::Past`]). `version` is the
/// customer's as it was seen: who saves second is told. `remove` leaves the assortment in the same go; what of it lies in
/// a basket is named there as gone, until the order is sent. What he has because of his group leaves with the group
/// ([`Refusal::OfGroup`]).
pub async fn save(
    db: &Db,
    actor: &Actor,
    customer: CustomerId,
    version: i64,
    forms: &[(ProductId, ItemForm)],
    remove: Option<ProductId>,
    on: NaiveDate,
) -> Result<()> {
    actor.require(Permission::ManageAssortments)?;
    let today = crate::agreements::today(db).await?;
    if on < today {
        return Err(Error::field("on", Refusal::Past { date: on }));
    }
    let mut fields = Fields::default();
    let mut checked = Vec::with_capacity(forms.len());
    for (product, form) in forms.iter().filter(|(product, _)| Some(*product) != remove) {
        let own_name = fields.take(&format!("own_name.{product}"), domain::text::line(&form.own_name, 80));
        let own_code = fields.take(&format!("own_code.{product}"), domain::text::line(&form.own_code, 40));
        let price = match form.price.trim() {
            "" if form.tiers.trim().is_empty() => None,
            // tiers of no price
            "" => fields.take(&format!("price.{product}"), Err(Refusal::Required)),
            typed => fields.take_deal(&format!("price.{product}"), typed, &format!("tiers.{product}"), &form.tiers),
        };
        checked.push((*product, own_name, own_code, form, price));
    }
    fields.check()?;
    let mut far = Fields::default();
    let write = db.write().await?;
    let row = customer::Entity::find_by_id(customer).lock_exclusive().one(&*write).await?.ok_or(Error::NotFound)?;
    if row.version != version {
        return Err(Refusal::Stale.into());
    }
    let mut row = row.into_active_model();
    row.version = ActiveValue::Set(version + 1);
    row.update(&*write).await?;
    for (product, own_name, own_code, form, price) in checked {
        let before =
            assortment_item::Entity::find_by_id((customer, product)).one(&*write).await?.ok_or(Error::NotFound)?;
        let after = assortment_item::Model {
            own_name: some(own_name),
            own_code: some(own_code),
            favourite: form.favourite,
            ..before.clone()
        };
        let sure = form.sure || price.is_none();
        let agreed = agree(&write, customer, product, price.as_ref(), on, (!sure).then_some(today), &mut far).await?;
        if after == before && !agreed {
            continue;
        }
        let event = serde_json::json!({
            "kind": "changed", "product": product, "price": price,
            "before": format!("{before:?}"), "after": format!("{after:?}"),
        });
        after.into_active_model().reset_all().update(&*write).await?;
        journal::append(db, &write, actor, "assortment", customer.0, &event).await?;
    }
    far.check()?;
    if let Some(product) = remove {
        let before =
            assortment_item::Entity::find_by_id((customer, product)).one(&*write).await?.ok_or(Error::NotFound)?;
        if before.of_group {
            return Err(Refusal::OfGroup.into());
        }
        let event = serde_json::json!({ "kind": "removed", "product": product, "before": format!("{before:?}") });
        assortment_item::Entity::delete_by_id((customer, product)).exec(&*write).await?;
        journal::append(db, &write, actor, "assortment", customer.0, &event).await?;
    }
    write.commit().await
}

pub(crate) fn some(text: String) -> Option<String> {
    if text.is_empty() { None } else { Some(text) }
}

/// Says whether anything changed. A price is asked about as it is `today` ([`doubt`]), unless one is sure of it.
async fn agree(
    write: &Write,
    customer: CustomerId,
    product: ProductId,
    deal: Option<&Deal>,
    on: NaiveDate,
    today: Option<NaiveDate>,
    fields: &mut Fields,
) -> Result<bool> {
    let with = With::Customer(customer);
    let there = stored_about(&**write, &with, product).await?;
    let current = there.iter().find(|agreement| agreement.holds_on(on));
    if current.map(|current| &current.deal) == deal {
        return Ok(false);
    }
    if let (Some(deal), Some(today)) = (deal, today) {
        let list = product::Entity::find_by_id(product).one(&**write).await?.ok_or(Error::NotFound)?.tiered_on(on);
        let before = match current {
            Some(own) => Some(own.clone()),
            None => crate::agreements::about(&**write, customer, product).await?.into_iter().find(|a| a.holds_on(on)),
        };
        let before = before.map_or(list.base, |before| before.deal.of(&list).base);
        let now = deal.clone().of(&list).base;
        let notice_days = crate::customers::notice_days(&**write, &with).await?;
        if let Some(refusal) = doubt(before, now, on, today, notice_days) {
            fields.refuse(&format!("price.{product}"), refusal);
        }
    }
    succeed(write, &with, product, &there, deal, on).await.map(|changed| changed.is_some())
}
