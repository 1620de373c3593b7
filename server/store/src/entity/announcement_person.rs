//! Who of a customer has seen an announcement, and whether he wants to see it again.

use domain::{AnnouncementId, CustomerId, UserId};
use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "announcement_person")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub announcement_id: AnnouncementId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub customer_id: CustomerId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub user_id: UserId,
    pub seen_at: i64,
    pub dismissed_at: Option<i64>,
}

impl ActiveModelBehavior for ActiveModel {}
