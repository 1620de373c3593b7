//! An article.

use chrono::NaiveDate;
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
    /// The list price that follows, with its tiers and its first day; all three or none are there. Once that day has come
    /// it is the list price, whether it was moved there already ([`Model::on`]) or not.
    pub coming_price: Option<UnitPrice>,
    pub coming_tiers: Option<String>,
    pub coming_on: Option<NaiveDate>,
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

    /// As it is on `day`: a list price whose day has come is the list price. That is another version, so that a form which
    /// still showed the one before is known to be stale.
    #[must_use]
    pub fn on(mut self, day: NaiveDate) -> Model {
        if let Some((_, price)) = self.coming().filter(|(from, _)| *from <= day) {
            self.version += 1;
            self.list_price = price.base;
            self.list_tiers = price.tiers_to_text();
            self.set_coming(None);
        }
        self
    }

    /// The list price with its tiers, of a row that is as it is on a day ([`Model::on`]).
    pub fn tiered(&self) -> TieredPrice {
        TieredPrice::from_text(self.list_price, &self.list_tiers)
    }

    /// The list price of a day.
    pub fn tiered_on(&self, day: NaiveDate) -> TieredPrice {
        self.coming().filter(|(from, _)| *from <= day).map_or_else(|| self.tiered(), |(_, price)| price)
    }

    /// The list price that follows, and its first day.
    pub fn coming(&self) -> Option<(NaiveDate, TieredPrice)> {
        let tiers = self.coming_tiers.as_deref().unwrap_or_default();
        Some((self.coming_on?, TieredPrice::from_text(self.coming_price?, tiers)))
    }

    pub fn set_coming(&mut self, coming: Option<(NaiveDate, TieredPrice)>) {
        self.coming_price = coming.as_ref().map(|(_, price)| price.base);
        self.coming_tiers = coming.as_ref().map(|(_, price)| price.tiers_to_text());
        self.coming_on = coming.map(|(from, _)| from);
    }
}

impl ActiveModelBehavior for ActiveModel {}
