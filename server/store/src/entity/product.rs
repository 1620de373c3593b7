//! An article.

use domain::{ProductId, Quantity, UnitCode, UnitPrice, VatRate, price::TieredPrice};
use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "product")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ProductId,
    pub sku: String,
    pub gtin: Option<String>,
    pub name_nl: String,
    pub name_fr: String,
    pub name_en: String,
    pub category: String,
    pub base_unit: UnitCode,
    pub unit: UnitCode,
    pub factor: Quantity,
    pub minimum: Quantity,
    pub multiple: Quantity,
    pub priced_by_base: bool,
    pub list_price: UnitPrice,
    /// As `TieredPrice::tiers_to_text` writes them.
    pub list_tiers: String,
    pub vat: VatRate,
    pub allergens: String,
    pub discontinued: bool,
    pub version: i64,
}

impl Model {
    /// The list price with its tiers.
    pub fn tiered(&self) -> TieredPrice {
        TieredPrice::from_text(self.list_price, &self.list_tiers)
    }
}

impl ActiveModelBehavior for ActiveModel {}
