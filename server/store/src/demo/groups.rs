//! What holds for a whole group of customers, and prices that change soon.

use chrono::{Datelike, Days, Months, NaiveDate};
use domain::{Cents, agreement::PriceAgreement};
use sea_orm::{ActiveModelTrait, ActiveValue, EntityTrait, IntoActiveModel};

use super::{CUSTOMERS, PRODUCTS, agreed_from, agreed_price, customer_id, history, product_by_sku, product_id};
use crate::{
    Error, Result, Write, assortments,
    db::insert_all,
    entity::{group_item, group_terms, price_agreement},
};

/// Whose drinks are for all of them, who have a minimum together, and are told of prices a month before.
const GROUP: &str = "horeca";
const DRINKS: [&str; 4] = ["160200", "160210", "160274", "160300"];

pub(super) async fn put(write: &Write, today: NaiveDate) -> Result<()> {
    let terms = group_terms::Model {
        customer_group: GROUP.to_owned(),
        order_minimum: Some(Cents(12_500)),
        minimum_is_strict: false,
        notice_days: Some(30),
        version: 1,
    };
    terms.into_active_model().insert(&**write).await?;
    let items = DRINKS.iter().filter_map(|sku| product_by_sku(sku));
    let items = items.map(|product_id| group_item::Model { customer_group: GROUP.to_owned(), product_id });
    insert_all(write, items.map(IntoActiveModel::into_active_model).collect()).await?;
    assortments::follow(write, None).await?;
    for customer in (0..CUSTOMERS.len()).filter(|index| CUSTOMERS[*index].group == GROUP) {
        dearer(write, today, customer).await?;
    }
    Ok(())
}

/// Three articles of a customer cost four per cent more from the first of next month on, in steps of five cents.
async fn dearer(write: &Write, today: NaiveDate, customer: usize) -> Result<()> {
    let from = today.with_day(1).unwrap_or(today) + Months::new(1);
    let agreed = history::assortment(customer).into_iter();
    let agreed = agreed.filter_map(|p| Some((p, history::agreed_price(customer, p)?))).take(3);
    for (p, price) in agreed {
        let key = (customer_id(customer), product_id(p), agreed_from(today));
        let now = price_agreement::Entity::find_by_id(key).one(&**write).await?.ok_or(Error::NotFound)?;
        let mut now = now.into_active_model();
        now.until_on = ActiveValue::Set(Some(from - Days::new(1)));
        now.update(&**write).await?;
        let then: PriceAgreement = agreed_price(&PRODUCTS[p], price * 104 / 100 / 500 * 500, from);
        price_agreement::Model::of(customer_id(customer), product_id(p), &then)
            .into_active_model()
            .insert(&**write)
            .await?;
    }
    Ok(())
}
