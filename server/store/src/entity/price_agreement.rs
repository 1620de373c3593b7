//! What a customer pays for a product from a day on.

use chrono::NaiveDate;
use domain::{
    CustomerId, ProductId, UnitPrice,
    agreement::{Deal, Percent, PriceAgreement},
    price::TieredPrice,
};
use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "price_agreement")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub customer_id: CustomerId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub product_id: ProductId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub from_on: NaiveDate,
    pub until_on: Option<NaiveDate>,
    pub price: UnitPrice,
    /// As `TieredPrice::tiers_to_text` writes them.
    pub tiers: String,
    /// So much less than the list; price and tiers are none then.
    pub percent: Option<Percent>,
}

impl Model {
    pub fn agreement(&self) -> PriceAgreement {
        let deal = deal(self.price, &self.tiers, self.percent);
        PriceAgreement { deal, from: self.from_on, until: self.until_on, group: String::new() }
    }

    pub fn of(customer_id: CustomerId, product_id: ProductId, agreement: &PriceAgreement) -> Model {
        let (price, tiers, percent) = parts(&agreement.deal);
        let (from_on, until_on) = (agreement.from, agreement.until);
        Model { customer_id, product_id, from_on, until_on, price, tiers, percent }
    }
}

/// A deal as it is stored: price, tiers, percentage.
pub(crate) fn parts(deal: &Deal) -> (UnitPrice, String, Option<Percent>) {
    match deal {
        Deal::Net(price) => (price.base, price.tiers_to_text(), None),
        Deal::Less(less) => (UnitPrice(0), String::new(), Some(*less)),
    }
}

/// The reverse of [`parts`].
pub(crate) fn deal(price: UnitPrice, tiers: &str, percent: Option<Percent>) -> Deal {
    percent.map_or_else(|| Deal::Net(TieredPrice::from_text(price, tiers)), Deal::Less)
}

impl ActiveModelBehavior for ActiveModel {}
