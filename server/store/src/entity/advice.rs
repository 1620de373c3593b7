//! What staff say goes with a product, or is better.

use domain::ProductId;
use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "advice")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub product_id: ProductId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub kind: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub other_id: ProductId,
    pub reason_nl: String,
    pub reason_fr: String,
    pub reason_en: String,
    pub position: i64,
}

impl ActiveModelBehavior for ActiveModel {}
