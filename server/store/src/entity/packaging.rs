//! A kind of returnable packaging.

use domain::Cents;
use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "packaging")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub code: String,
    pub name_nl: String,
    pub name_fr: String,
    pub name_en: String,
    /// For each piece.
    pub deposit: Cents,
    pub version: i64,
}

impl ActiveModelBehavior for ActiveModel {}
