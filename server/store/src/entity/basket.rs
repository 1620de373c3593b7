//! The basket of a site; its version only rises.

use chrono::NaiveDate;
use domain::{CustomerId, OrderId, SiteId, UserId};
use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "basket")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub site_id: SiteId,
    pub customer_id: CustomerId,
    pub version: i64,
    pub order_id: OrderId,
    pub reference: String,
    pub note: String,
    pub delivery_on: Option<NaiveDate>,
    pub changed_by: Option<UserId>,
}

impl ActiveModelBehavior for ActiveModel {}
