//! What a promotion is about.

use domain::{ProductId, PromotionId, Quantity};
use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "promotion_product")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub promotion_id: PromotionId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub product_id: ProductId,
    /// So many sales units are in one bundle; none where the promotion is for each article by itself.
    pub quantity: Option<Quantity>,
    /// It costs nothing in a whole bundle.
    pub free: bool,
}

impl ActiveModelBehavior for ActiveModel {}
