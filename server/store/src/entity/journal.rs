//! Who did what to which subject; only appended to.

use domain::UserId;
use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "journal")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub at: i64,
    pub user_id: Option<UserId>,
    pub by_name: String,
    pub on_behalf_of: Option<String>,
    pub subject: String,
    pub subject_id: Uuid,
    pub event: String,
}

impl ActiveModelBehavior for ActiveModel {}
