//! A whole list into the basket, and out of it again.

use chrono::NaiveDate;
use domain::{Actor, FillingId, Permission, ProductId, Quantity, Refusal, ShoppingListId, access::At};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter};
use serde::{Deserialize, Serialize};

use super::{contents_of, find, hold};
use crate::{
    Db, Error, Result,
    assortments::{self, Which},
    baskets,
    db::millis,
    entity::basket_filling,
};

/// What was put into the basket from a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filling {
    pub id: FillingId,
    lines: Vec<Line>,
}

impl Filling {
    /// How many articles that were.
    pub fn count(&self) -> usize {
        self.lines.len()
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Line {
    product: ProductId,
    before: Quantity,
    after: Quantity,
}

/// Adds every row of the list that has a quantity to what lies in the basket. What cannot be ordered, or has no quantity,
/// is left out: the page of the list says so at each row.
///
/// `filling` is chosen by whoever asks, before he does: asking twice is asking once.
pub async fn fill(db: &Db, actor: &Actor, id: ShoppingListId, filling: FillingId, on: NaiveDate) -> Result<()> {
    actor.require(Permission::FillBasket)?;
    let at = actor.at().ok_or(Error::NotFound)?;
    let write = db.write().await?;
    // first the basket, as whoever consents to a successor does: two who wait for each other would wait for ever
    let basket = baskets::hold(&write, at).await?;
    let list = hold(&write, actor, id, None).await?;
    if let Some(done) = basket_filling::Entity::find_by_id(filling).one(&*write).await? {
        let same = done.site_id == at.site && done.list_id == id;
        return if same { Ok(()) } else { Err(Error::NotFound) };
    }
    let contents = contents_of(&*write, actor, list, on).await?;
    let lines: Vec<Line> = contents
        .articles()
        .filter_map(|(row, article)| {
            let usual = article.unit.check(row.usual?).ok()?;
            let after = article.unit.check(article.quantity + usual).ok().filter(|q| *q <= Quantity::MOST)?;
            Some(Line { product: article.product, before: article.quantity, after })
        })
        .collect();
    if lines.is_empty() {
        return Err(Refusal::NothingReady.into());
    }
    let wanted: Vec<_> = lines.iter().map(|line| (line.product, line.after)).collect();
    baskets::put_lines(&write, actor, &wanted, on).await?;
    baskets::touch(db, &write, actor, at, basket).await?;
    let row = basket_filling::Model {
        id: filling,
        site_id: at.site,
        list_id: id,
        filled_at: millis(db.now()),
        lines: serde_json::to_string(&lines).map_err(|e| Error::Stored(e.to_string()))?,
    };
    basket_filling::Entity::insert(row.into_active_model()).exec_without_returning(&*write).await?;
    write.commit().await
}

/// What was put into the basket of the actor's site; none where that was undone.
pub async fn filling(db: &Db, actor: &Actor, list: ShoppingListId, id: FillingId) -> Result<Option<Filling>> {
    actor.require(Permission::FillBasket)?;
    let at = actor.at().ok_or(Error::NotFound)?;
    row_of(db.read(), at, list, id).await?.map(read).transpose()
}

async fn row_of(
    conn: &impl ConnectionTrait,
    at: &At,
    list: ShoppingListId,
    id: FillingId,
) -> Result<Option<basket_filling::Model>> {
    Ok(basket_filling::Entity::find_by_id(id)
        .filter(basket_filling::COLUMN.site_id.eq(at.site))
        .filter(basket_filling::COLUMN.list_id.eq(list))
        .one(conn)
        .await?)
}

fn read(row: basket_filling::Model) -> Result<Filling> {
    let lines = serde_json::from_str(&row.lines).map_err(|e| Error::Stored(e.to_string()))?;
    Ok(Filling { id: row.id, lines })
}

/// What undoing came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Undone {
    /// So many articles lie as they lay before.
    pub restored: usize,
    /// So many were changed since, and stay as they are.
    pub kept: usize,
}

/// Brings the basket back to what it was before the list came, but for what was changed since. What was undone already is
/// not found.
pub async fn undo(db: &Db, actor: &Actor, list: ShoppingListId, id: FillingId, on: NaiveDate) -> Result<Undone> {
    actor.require(Permission::FillBasket)?;
    let at = actor.at().ok_or(Error::NotFound)?;
    find(db.read(), actor, list).await?;
    let write = db.write().await?;
    let basket = baskets::hold(&write, at).await?;
    let filling = row_of(&*write, at, list, id).await?.ok_or(Error::NotFound).and_then(read)?;
    let there = assortments::articles(&*write, actor, on, Which::InBasket).await?;
    let back: Vec<_> = filling
        .lines
        .iter()
        .filter(|line| there.iter().any(|a| a.product == line.product && a.quantity == line.after))
        .map(|line| (line.product, line.before))
        .collect();
    if baskets::put_lines(&write, actor, &back, on).await? {
        baskets::touch(db, &write, actor, at, basket).await?;
    }
    basket_filling::Entity::delete_by_id(id).exec(&*write).await?;
    write.commit().await?;
    Ok(Undone { restored: back.len(), kept: filling.lines.len() - back.len() })
}
