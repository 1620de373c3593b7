//! A line of an order, with the price frozen.

use domain::{
    Cents, OrderId, ProductId, Quantity, SalesUnit, UnitCode, UnitPrice, VatRate,
    money::{PricedBy, Tolerance, amount_of_weight, round_half_away},
    packaging::Deposit,
    price::Price,
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
    /// A `Deposit` as JSON, for what comes in returnable packaging.
    pub deposit: Option<String>,
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

    /// The price as it was frozen, with its trace.
    pub fn priced(&self) -> Result<Price, serde_json::Error> {
        Ok(Price { amount: self.price, trace: serde_json::from_str(&self.trace)? })
    }

    /// What is charged for the packaging of the confirmed quantity.
    pub fn deposit_due(&self) -> Result<Cents, serde_json::Error> {
        let deposit: Option<Deposit> = self.deposit.as_deref().map(serde_json::from_str).transpose()?;
        Ok(deposit.map(|deposit| deposit.of(self.confirmed)).unwrap_or_default())
    }

    /// What the confirmed quantity costs: by its weight where it was weighed, what is free of it for nothing, and less what
    /// a bundle takes off, but never less than nothing.
    pub fn due(&self) -> Result<Cents, serde_json::Error> {
        let price = self.priced()?;
        let paid = self.confirmed.0 - price.free(self.confirmed).0;
        Ok(match self.weighed {
            Some(weight) if self.confirmed > Quantity::ZERO => {
                let share = i128::from(weight.0) * i128::from(paid);
                let amount =
                    amount_of_weight(self.price, Quantity(round_half_away(share, i128::from(self.confirmed.0))));
                let nominal = self.sales_unit().in_base_units(self.confirmed);
                let off = price.together().map(|bundle| bundle.off_of_weight(self.confirmed, weight, nominal));
                (amount - off.unwrap_or_default()).max(Cents(0))
            }
            _ => price.of(self.confirmed, &self.sales_unit()),
        })
    }
}

impl ActiveModelBehavior for ActiveModel {}
