//! A line of an order, with the price frozen.

use domain::{Cents, OrderId, ProductId, Quantity, UnitCode, UnitPrice, VatRate};
use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "order_line")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub order_id: OrderId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub line: i64,
    pub product_id: ProductId,
    pub sku: String,
    pub name: String,
    pub unit: UnitCode,
    pub factor: Quantity,
    pub minimum: Quantity,
    pub multiple: Quantity,
    pub priced_by_base: bool,
    pub ordered: Quantity,
    pub confirmed: Quantity,
    pub delivered: Option<Quantity>,
    pub substituted_by: Option<ProductId>,
    pub cause: Option<String>,
    pub vat: VatRate,
    pub price: UnitPrice,
    pub trace: String,
    pub amount: Cents,
}

impl ActiveModelBehavior for ActiveModel {}
