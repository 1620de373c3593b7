//! A sample that a customer asked for, or a place in his list.

use domain::{AnnouncementId, CustomerId, ProductId, SampleId, SiteId, UserId};
use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "sample_request")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: SampleId,
    pub customer_id: CustomerId,
    pub site_id: SiteId,
    pub product_id: ProductId,
    pub announcement_id: Option<AnnouncementId>,
    pub wants: String,
    pub state: String,
    pub reason: String,
    pub asked_by: UserId,
    pub asked_by_name: String,
    pub asked_at: i64,
    pub decided_at: Option<i64>,
    pub version: i64,
}

impl ActiveModelBehavior for ActiveModel {}
