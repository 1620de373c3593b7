//! A buying organisation.

use domain::{Cents, CustomerId};
use sea_orm::entity::prelude::*;
use serde::Deserialize;

use crate::asked::flag;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, DeriveEntityModel)]
#[sea_orm(table_name = "customer")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: CustomerId,
    pub number: String,
    pub name: String,
    pub vat_number: String,
    pub language: String,
    /// Whose promotions are his too; empty is none.
    pub customer_group: String,
    #[serde(deserialize_with = "flag")]
    pub blocked: bool,
    pub payment_days: i64,
    pub credit_limit: Option<Cents>,
    pub outstanding: Cents,
    /// None: as his group.
    pub order_minimum: Option<Cents>,
    #[serde(deserialize_with = "flag")]
    pub minimum_is_strict: bool,
    /// None: as his group.
    pub notice_days: Option<i64>,
    pub version: i64,
}

impl ActiveModelBehavior for ActiveModel {}
