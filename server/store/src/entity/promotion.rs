//! A price for a time, for everybody or for the customers of a group.

use chrono::NaiveDate;
use domain::{
    PromotionId, Quantity,
    product::Names,
    promotion::{Gives, Span},
};
use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "promotion")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: PromotionId,
    pub name_nl: String,
    pub name_fr: String,
    pub name_en: String,
    /// With `value` and `free` as `Gives::parts` writes them.
    pub kind: String,
    pub value: i64,
    pub free: i64,
    pub threshold: Quantity,
    pub stacks: bool,
    pub customer_group: String,
    pub from_on: NaiveDate,
    pub until_on: NaiveDate,
    pub version: i64,
}

impl Model {
    pub fn names(&self) -> Names {
        Names { nl: self.name_nl.clone(), fr: self.name_fr.clone(), en: self.name_en.clone() }
    }

    pub fn gives(&self) -> Option<Gives> {
        Gives::of(&self.kind, self.value, self.free)
    }

    pub fn span(&self) -> Span {
        Span { from: self.from_on, until: self.until_on, group: self.customer_group.clone() }
    }
}

impl ActiveModelBehavior for ActiveModel {}
