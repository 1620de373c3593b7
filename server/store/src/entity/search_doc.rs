//! The words something is found by: a product, a customer's own name of one (both ids), or a customer.

use domain::{CustomerId, ProductId};
use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "search_doc")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub product_id: Option<ProductId>,
    pub customer_id: Option<CustomerId>,
    pub own: i64,
    pub discontinued: bool,
    pub words: String,
}

impl ActiveModelBehavior for ActiveModel {}
