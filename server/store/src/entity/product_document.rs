//! A version of the specification sheet of a product.

use chrono::NaiveDate;
use domain::ProductId;
use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "product_document")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub product_id: ProductId,
    /// Of its bytes; the address it has.
    #[sea_orm(primary_key, auto_increment = false)]
    pub hash: String,
    pub version: i64,
    pub dated_on: NaiveDate,
    pub added_at: i64,
    pub size: i64,
    pub bytes: Vec<u8>,
}

impl ActiveModelBehavior for ActiveModel {}
