//! What products cost the distributor, for staff with the right to see it.

use std::collections::HashMap;

use domain::{Actor, Permission, ProductId, UnitPrice};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};

use crate::{Db, Result, entity::product};

/// What a sales unit of each of these products costs, where that is known; nothing for who may not see it.
pub async fn of(
    db: &Db,
    actor: &Actor,
    products: impl IntoIterator<Item = ProductId>,
) -> Result<HashMap<ProductId, UnitPrice>> {
    if !actor.is_staff() || !actor.can(Permission::SeeCosts) {
        return Ok(HashMap::new());
    }
    let known: Vec<(ProductId, UnitPrice)> = product::Entity::find()
        .select_only()
        .columns([product::Column::Id, product::Column::Cost])
        .filter(product::COLUMN.id.is_in(products))
        .filter(product::Column::Cost.is_not_null())
        .into_tuple()
        .all(db.read())
        .await?;
    Ok(known.into_iter().collect())
}
