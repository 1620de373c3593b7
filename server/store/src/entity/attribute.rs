//! What products can be compared by, as the distributor defines it once.

use domain::AttributeId;
use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "attribute")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: AttributeId,
    pub name_nl: String,
    pub name_fr: String,
    pub name_en: String,
    /// `number`, `text` or `yes_no`.
    pub kind: String,
    pub unit: String,
    pub decimals: i64,
    pub position: i64,
    pub version: i64,
}

impl ActiveModelBehavior for ActiveModel {}
