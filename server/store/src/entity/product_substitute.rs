//! A product that can be taken instead.

use domain::ProductId;
use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "product_substitute")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub product_id: ProductId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub substitute_id: ProductId,
    pub position: i64,
}

impl ActiveModelBehavior for ActiveModel {}
