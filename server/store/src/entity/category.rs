//! A shelf of the warehouse: what products are grouped by.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "category")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub key: String,
    pub name_nl: String,
    pub name_fr: String,
    pub name_en: String,
    pub position: i64,
}

impl ActiveModelBehavior for ActiveModel {}
