//! What one customer pays for one product, asked by their codes.

use chrono::NaiveDate;
use domain::{
    customer::Customer,
    price::{Conditions, TieredPrice},
    product::Product,
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::{
    Db, Result,
    entity::{assortment_item, customer, price_agreement, product},
    promotions,
};

/// What was found under the two codes; without both there is no price.
pub struct Found {
    pub customer: Option<Customer>,
    pub product: Option<Product>,
    /// May the customer order it?
    pub in_assortment: bool,
    pub conditions: Conditions,
}

/// The conditions of a day for the customer with this number and the product with this SKU. It takes no actor: it is for
/// the command line, whose user holds the whole database.
pub async fn of(db: &Db, customer_number: &str, sku: &str, on: NaiveDate) -> Result<Found> {
    let conn = db.read();
    let customer = customer::Entity::find().filter(customer::COLUMN.number.eq(customer_number)).one(conn).await?;
    let product = product::Entity::find().filter(product::COLUMN.sku.eq(sku)).one(conn).await?;
    let mut found = Found {
        customer: customer.clone().map(crate::customers::read).transpose()?,
        product: product.clone().map(crate::products::read).transpose()?,
        in_assortment: false,
        conditions: Conditions::of(TieredPrice::default(), None, None),
    };
    let (Some(customer), Some(product)) = (customer, product) else { return Ok(found) };
    let agreed: Vec<_> = price_agreement::Entity::find()
        .filter(price_agreement::COLUMN.customer_id.eq(customer.id))
        .filter(price_agreement::COLUMN.product_id.eq(product.id))
        .all(conn)
        .await?
        .iter()
        .map(price_agreement::Model::agreed)
        .collect();
    let item = assortment_item::Entity::find_by_id((customer.id, product.id)).one(conn).await?;
    found.in_assortment = item.is_some() && !product.discontinued;
    let lang = found.customer.as_ref().map(|c| c.language).unwrap_or_default();
    let promotion = promotions::holding(conn, customer.id, product.id, on, lang).await?;
    found.conditions = Conditions::on(on, product.tiered(), &agreed, promotion);
    Ok(found)
}
