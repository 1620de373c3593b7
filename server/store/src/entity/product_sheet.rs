//! What a product's page tells in words; a product without a row tells nothing.

use chrono::NaiveDate;
use domain::ProductId;
use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "product_sheet")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub product_id: ProductId,
    pub text_nl: String,
    pub text_fr: String,
    pub text_en: String,
    /// Keys of what it may contain.
    pub traces: String,
    /// Is what is named in neither list not in it? Else nothing was declared about that.
    pub allergens_complete: bool,
    /// Why another product takes its place.
    pub reason_nl: String,
    pub reason_fr: String,
    pub reason_en: String,
    /// `in_stock`, `expected`, or nothing.
    pub stock: String,
    pub expected_on: Option<NaiveDate>,
    /// When that was told.
    pub stock_at: Option<i64>,
}

impl ActiveModelBehavior for ActiveModel {}
