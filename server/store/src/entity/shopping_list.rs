//! A list that a customer made himself.

use domain::{CustomerId, ShoppingListId, SiteId};
use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "shopping_list")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ShoppingListId,
    pub customer_id: CustomerId,
    /// None: of all sites.
    pub site_id: Option<SiteId>,
    pub name: String,
    pub days: String,
    pub season: String,
    pub version: i64,
}

impl ActiveModelBehavior for ActiveModel {}
