//! An order.

use chrono::NaiveDate;
use domain::{Cents, CustomerId, OrderId, SiteId, UserId};
use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "order")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: OrderId,
    pub number: String,
    pub customer_id: CustomerId,
    pub site_id: SiteId,
    pub state: String,
    pub entered_by: Option<UserId>,
    pub entered_by_name: String,
    pub on_behalf: bool,
    pub submitted_at: i64,
    pub delivery_on: NaiveDate,
    pub cut_off_at: i64,
    pub reference: String,
    pub note: String,
    pub lines: i64,
    pub net: Cents,
    pub totals: String,
    pub exceptions: String,
    pub attention: i64,
    pub basket_version: i64,
    pub version: i64,
}

impl ActiveModelBehavior for ActiveModel {}
