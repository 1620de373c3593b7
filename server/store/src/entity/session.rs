//! Somebody is signed in; known by the hash of a token.

use domain::{CustomerId, SiteId, UserId};
use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "session")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub token_hash: String,
    pub user_id: UserId,
    pub customer_id: Option<CustomerId>,
    pub site_id: Option<SiteId>,
    pub created_at: i64,
    pub seen_at: i64,
    pub agent: String,
}

impl ActiveModelBehavior for ActiveModel {}
