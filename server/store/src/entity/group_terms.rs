//! What was agreed with a customer group beside prices.

use domain::Cents;
use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "group_terms")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub customer_group: String,
    pub order_minimum: Option<Cents>,
    pub minimum_is_strict: bool,
    pub notice_days: Option<i64>,
    pub version: i64,
}

impl ActiveModelBehavior for ActiveModel {}
