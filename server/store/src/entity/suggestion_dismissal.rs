//! What a person of a customer wants to be suggested no more.

use domain::{CustomerId, ProductId, UserId};
use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "suggestion_dismissal")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub customer_id: CustomerId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub user_id: UserId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub kind: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub of_id: ProductId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub product_id: ProductId,
    pub dismissed_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
