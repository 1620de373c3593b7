//! A file that was imported.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "import_run")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub file_hash: String,
    pub kind: String,
    pub finished_at: i64,
    pub report: String,
}

impl ActiveModelBehavior for ActiveModel {}
