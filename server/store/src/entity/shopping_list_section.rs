//! A part of a list that a customer made himself.

use domain::{SectionId, ShoppingListId};
use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "shopping_list_section")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: SectionId,
    pub list_id: ShoppingListId,
    pub name: String,
    pub position: i64,
}

impl ActiveModelBehavior for ActiveModel {}
