//! A picture of a product, re-encoded in two sizes.

use domain::ProductId;
use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "product_picture")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub product_id: ProductId,
    /// Of the large one; the address it has.
    #[sea_orm(primary_key, auto_increment = false)]
    pub hash: String,
    pub position: i64,
    pub width: i64,
    pub height: i64,
    pub large: Vec<u8>,
    pub small: Vec<u8>,
}

impl ActiveModelBehavior for ActiveModel {}
