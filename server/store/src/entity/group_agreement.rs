//! What the customers of a group pay for a product from a day on, where nothing was agreed with them.

use chrono::NaiveDate;
use domain::{
    ProductId, UnitPrice,
    agreement::{Percent, PriceAgreement},
};
use sea_orm::entity::prelude::*;

use super::price_agreement::{deal, parts};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "group_agreement")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub customer_group: String,
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
        PriceAgreement { deal, from: self.from_on, until: self.until_on, group: self.customer_group.clone() }
    }

    pub fn of(product_id: ProductId, agreement: &PriceAgreement) -> Model {
        let (price, tiers, percent) = parts(&agreement.deal);
        let (from_on, until_on) = (agreement.from, agreement.until);
        Model { customer_group: agreement.group.clone(), product_id, from_on, until_on, price, tiers, percent }
    }
}

impl ActiveModelBehavior for ActiveModel {}
