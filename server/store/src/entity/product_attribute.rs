//! What an attribute is for one product.

use domain::{AttributeId, ProductId};
use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "product_attribute")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub product_id: ProductId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub attribute_id: AttributeId,
    /// Thousandths; yes is 1 and no is 0.
    pub number: Option<i64>,
    pub text: String,
}

impl ActiveModelBehavior for ActiveModel {}
