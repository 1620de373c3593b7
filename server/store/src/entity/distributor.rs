//! The distributor whose portal this is: one row.

use sea_orm::entity::prelude::*;
use serde::Deserialize;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, DeriveEntityModel)]
#[sea_orm(table_name = "distributor")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: i32,
    pub name: String,
    pub currency: String,
    pub time_zone: String,
    pub cut_off: String,
    pub lead_days: i64,
    pub warehouse_days: String,
    pub next_order_number: i64,
}

impl ActiveModelBehavior for ActiveModel {}
