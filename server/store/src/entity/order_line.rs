//! A line of an order, with the price frozen.

use domain::{
    Cents, OrderId, ProductId, Quantity, SalesUnit, UnitCode, UnitPrice, VatRate,
    money::{PricedBy, Tolerance, amount_of_weight},
};
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
    pub base_unit: UnitCode,
    pub priced_by_base: bool,
    /// For what is paid by the weight it has.
    pub tolerance: Option<Tolerance>,
    /// That weight, in base units.
    pub weighed: Option<Quantity>,
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

    /// What the confirmed quantity costs: by its weight where it was weighed.
    pub fn due(&self) -> Cents {
        match self.weighed {
            Some(weight) => amount_of_weight(self.price, weight),
            None => self.price.amount(self.confirmed, &self.sales_unit()),
        }
    }
}

impl ActiveModelBehavior for ActiveModel {}
