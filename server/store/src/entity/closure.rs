//! Days on which nothing leaves the warehouse.

use chrono::NaiveDate;
use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "closure")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub from_on: NaiveDate,
    pub until_on: NaiveDate,
    pub name: String,
}

impl ActiveModelBehavior for ActiveModel {}
