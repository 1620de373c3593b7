//! A person, of customers or of the distributor.

use domain::UserId;
use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "user")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: UserId,
    pub email: String,
    pub name: String,
    pub language: String,
    pub password_hash: Option<String>,
    pub staff_role: Option<String>,
    pub disabled_at: Option<i64>,
    pub version: i64,
}

impl ActiveModelBehavior for ActiveModel {}
