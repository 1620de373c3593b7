//! What a customer pays for a product from a day on.

use chrono::NaiveDate;
use domain::{
    CustomerId, ProductId, UnitPrice,
    price::{AgreedPrice, TieredPrice},
};
use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "price_agreement")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub customer_id: CustomerId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub product_id: ProductId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub from_on: NaiveDate,
    pub until_on: Option<NaiveDate>,
    pub price: UnitPrice,
    /// As `TieredPrice::tiers_to_text` writes them.
    pub tiers: String,
}

impl Model {
    pub fn agreed(&self) -> AgreedPrice {
        let price = TieredPrice::from_text(self.price, &self.tiers);
        AgreedPrice { price, from: self.from_on, until: self.until_on }
    }

    pub fn of(customer_id: CustomerId, product_id: ProductId, agreed: &AgreedPrice) -> Model {
        let AgreedPrice { price, from, until } = agreed;
        let (from_on, until_on) = (*from, *until);
        Model { customer_id, product_id, from_on, until_on, price: price.base, tiers: price.tiers_to_text() }
    }
}

impl ActiveModelBehavior for ActiveModel {}
