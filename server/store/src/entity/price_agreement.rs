//! What a customer pays for a product from a day on.

use chrono::NaiveDate;
use domain::{CustomerId, ProductId, UnitPrice};
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
}

impl ActiveModelBehavior for ActiveModel {}
