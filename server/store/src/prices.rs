//! What one customer pays for one product, asked by their codes.

use chrono::NaiveDate;
use domain::{
    Actor, Lang, Permission, UnitPrice,
    agreement::PriceAgreement,
    customer::Customer,
    packaging::Deposit,
    price::{Conditions, TieredPrice},
    product::Product,
};
use sea_orm::{EntityTrait, QueryFilter};

use crate::{
    Db, Result, agreements, costs,
    entity::{assortment_item, customer, product},
    packagings, promotions,
};

/// What was found under the two codes; without both there is no price.
pub struct Found {
    pub customer: Option<Customer>,
    pub product: Option<Product>,
    /// May the customer order it?
    pub in_assortment: bool,
    pub conditions: Conditions,
    /// The name of the bundle it is in: ordered with the others it may cost less.
    pub bundle: Option<String>,
    /// What is charged for its packaging, beside the price.
    pub deposit: Option<Deposit>,
    /// All that was ever agreed about it, with the customer and with his group, by first day.
    pub agreements: Vec<PriceAgreement>,
}

/// The conditions of a day for the customer with this number and the product with this SKU, in the customer's language.
/// It takes no actor: it is for the command line, whose user holds the whole database.
pub async fn of(db: &Db, customer_number: &str, sku: &str, on: NaiveDate) -> Result<Found> {
    find(db, customer_number, sku, on, None).await
}

/// The same for staff, in their language, with what a sales unit costs where they may see it.
pub async fn asked(
    db: &Db,
    actor: &Actor,
    customer_number: &str,
    sku: &str,
    on: NaiveDate,
) -> Result<(Found, Option<UnitPrice>)> {
    actor.require(Permission::OrderOnBehalf)?;
    actor.require(Permission::SeePrices)?;
    let found = find(db, customer_number, sku, on, Some(actor.language)).await?;
    let cost = match &found.product {
        Some(product) => costs::of(db, actor, [product.id]).await?.remove(&product.id),
        None => None,
    };
    Ok((found, cost))
}

async fn find(db: &Db, customer_number: &str, sku: &str, on: NaiveDate, lang: Option<Lang>) -> Result<Found> {
    let conn = db.read();
    let customer = customer::Entity::find().filter(customer::COLUMN.number.eq(customer_number)).one(conn).await?;
    let product = product::Entity::find().filter(product::COLUMN.sku.eq(sku)).one(conn).await?;
    let mut found = Found {
        customer: customer.clone().map(crate::customers::read).transpose()?,
        product: product.clone().map(|p| crate::products::read(p.on(on))).transpose()?,
        in_assortment: false,
        conditions: Conditions::of(TieredPrice::default(), None, None, None),
        bundle: None,
        deposit: None,
        agreements: Vec::new(),
    };
    let (Some(customer), Some(product)) = (customer, product) else { return Ok(found) };
    found.agreements = agreements::about(conn, customer.id, product.id).await?;
    found.agreements.sort_by_key(|a| (a.from, !a.group.is_empty()));
    let item = assortment_item::Entity::find_by_id((customer.id, product.id)).one(conn).await?;
    found.in_assortment = item.is_some() && !product.discontinued;
    let lang = lang.or(found.customer.as_ref().map(|c| c.language)).unwrap_or_default();
    found.deposit = packagings::deposit(conn, &product, lang).await?;
    let (promotion, bundle) = promotions::holding(conn, customer.id, product.id, on, lang).await?;
    found.bundle = bundle;
    found.conditions = Conditions::on(on, product.tiered_on(on), &found.agreements, promotion);
    Ok(found)
}
