//! What the distributor tells of one of its products, to everybody or to the customers of a group.

use chrono::NaiveDate;
use domain::{AnnouncementId, ProductId};
use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "announcement")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: AnnouncementId,
    pub product_id: ProductId,
    pub text_nl: String,
    pub text_fr: String,
    pub text_en: String,
    pub reason_nl: String,
    pub reason_fr: String,
    pub reason_en: String,
    pub customer_group: String,
    pub from_on: NaiveDate,
    pub until_on: NaiveDate,
    pub beyond: bool,
    pub samples: bool,
    pub version: i64,
}

impl ActiveModelBehavior for ActiveModel {}
