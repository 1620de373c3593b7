//! A text that the running transaction has made stale; a trigger writes it, the commit takes it away.

use domain::{CustomerId, ProductId};
use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "search_stale")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub product_id: Option<ProductId>,
    pub customer_id: Option<CustomerId>,
}

impl ActiveModelBehavior for ActiveModel {}
