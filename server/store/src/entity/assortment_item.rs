//! An article that a customer may order, under his own name.

use domain::{CustomerId, ProductId};
use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "assortment_item")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub customer_id: CustomerId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub product_id: ProductId,
    pub own_name: Option<String>,
    pub own_code: Option<String>,
    pub position: i64,
    pub favourite: bool,
    /// Is it there because the customer's group has it (`group_item`)?
    pub of_group: bool,
}

impl ActiveModelBehavior for ActiveModel {}
