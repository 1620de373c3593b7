//! What the outside is to be told; written with the change.

use domain::{CustomerId, SiteId};
use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "outbox")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub at: i64,
    pub topic: String,
    pub customer_id: Option<CustomerId>,
    pub site_id: Option<SiteId>,
    pub subject_id: Uuid,
}

impl ActiveModelBehavior for ActiveModel {}
