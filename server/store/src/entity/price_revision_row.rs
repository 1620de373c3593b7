//! One price of those that were changed at once.

use domain::{ProductId, RevisionId};
use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "price_revision_row")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub revision_id: RevisionId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub product_id: ProductId,
    /// What held before, as JSON of a price agreement, as `after` is.
    pub before: Option<String>,
    pub after: String,
    pub undone: bool,
}

impl ActiveModelBehavior for ActiveModel {}
