//! What was put into a basket from a list, so that it can be taken out again.

use domain::{FillingId, ShoppingListId, SiteId};
use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "basket_filling")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: FillingId,
    pub site_id: SiteId,
    pub list_id: ShoppingListId,
    pub filled_at: i64,
    /// Product, before, after: as JSON.
    pub lines: String,
}

impl ActiveModelBehavior for ActiveModel {}
