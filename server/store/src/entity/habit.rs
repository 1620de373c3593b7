//! What a site usually takes of a product; derived from its orders.

use domain::{ProductId, SiteId};
use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "habit")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub site_id: SiteId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub product_id: ProductId,
    pub taken: String,
}

impl ActiveModelBehavior for ActiveModel {}
