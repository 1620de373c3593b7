//! An article on a list that a customer made himself.

use domain::{ProductId, Quantity, SectionId, ShoppingListId};
use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "shopping_list_row")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub list_id: ShoppingListId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub product_id: ProductId,
    pub section_id: Option<SectionId>,
    pub position: i64,
    pub usual: Option<Quantity>,
}

impl ActiveModelBehavior for ActiveModel {}
