//! Prices that were changed at once, of a customer, of a group, or of the list.

use chrono::NaiveDate;
use domain::{CustomerId, RevisionId};
use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "price_revision")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: RevisionId,
    pub customer_id: Option<CustomerId>,
    pub customer_group: String,
    pub from_on: NaiveDate,
    pub made_by_name: String,
    pub made_at: i64,
    pub undone_by_name: Option<String>,
    pub undone_at: Option<i64>,
}

impl ActiveModelBehavior for ActiveModel {}
