//! An article.

use domain::{
    ProductId, Quantity, SalesUnit, UnitCode, UnitPrice, VatRate,
    money::{PricedBy, Tolerance},
    packaging::PerUnit,
    price::TieredPrice,
};
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
    /// For what is paid by the weight it has; the price is per base unit then.
    pub tolerance: Option<Tolerance>,
    /// As `Pack::all_to_text` writes them.
    pub packs: String,
    pub list_price: UnitPrice,
    /// As `TieredPrice::tiers_to_text` writes them.
    pub list_tiers: String,
    /// What a sales unit costs the distributor; only for who may see it (`crate::costs`).
    pub cost: Option<UnitPrice>,
    pub vat: VatRate,
    /// The code of the returnable packaging it comes in.
    pub packaging: Option<String>,
    pub packaging_per_unit: PerUnit,
    pub allergens: String,
    pub discontinued: bool,
    /// Which product takes its place, once it can no longer be ordered.
    pub successor_id: Option<ProductId>,
    pub version: i64,
}

impl Model {
    pub fn sales_unit(&self) -> SalesUnit {
        SalesUnit {
            code: self.unit.clone(),
            factor: self.factor,
            minimum: self.minimum,
            multiple: self.multiple,
            priced_by: PricedBy::of(self.priced_by_base, self.tolerance),
        }
    }

    /// The list price with its tiers.
    pub fn tiered(&self) -> TieredPrice {
        TieredPrice::from_text(self.list_price, &self.list_tiers)
    }
}

impl ActiveModelBehavior for ActiveModel {}
