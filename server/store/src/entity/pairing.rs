//! What goes together in the orders of the customers of a group; derived from them.

use domain::ProductId;
use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "pairing")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub customer_group: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub product_id: ProductId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub with_id: ProductId,
    pub orders: i64,
    pub customers: i64,
    pub lift: i64,
}

impl ActiveModelBehavior for ActiveModel {}
