//! A revision taken back.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::{
    Actor, ProductId, RevisionId,
    agreement::{Deal, PriceAgreement},
};
use sea_orm::{ActiveModelTrait, ActiveValue, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect};

use super::{
    Of,
    past::summary,
    publish::{by_product, held, read_json, set_list},
};
use crate::{
    Db, Error, Result, Write,
    agreements::{With, end, hold, put, stored, succeed, take_away, today},
    db::millis,
    entity::{price_revision, price_revision_row as revised},
    journal,
};

/// Takes a revision back: what it made and nobody changed since is again as it was before; from tomorrow on where it has
/// begun, as what was delivered until then was delivered at its prices. What was changed since stays. Taking back what
/// was taken back does nothing.
pub async fn undo(db: &Db, actor: &Actor, id: RevisionId) -> Result<()> {
    let found = price_revision::Entity::find_by_id(id).one(db.read()).await?.ok_or(Error::NotFound)?;
    let of = summary(found, None, 0).of;
    of.require(actor)?;
    let today = today(db).await?;
    let write = db.write().await?;
    if let Of::With(with) = &of {
        hold(&write, with).await?;
    }
    let revision =
        price_revision::Entity::find_by_id(id).lock_exclusive().one(&*write).await?.ok_or(Error::NotFound)?;
    if revision.undone_at.is_some() {
        return Ok(());
    }
    let rows = revised::Entity::find().filter(revised::COLUMN.revision_id.eq(id)).all(&*write).await?;
    let ids: Vec<ProductId> = rows.iter().map(|row| row.product_id).collect();
    let mut products = held(&write, &of, &ids).await?;
    let there = match &of {
        Of::List => HashMap::new(),
        Of::With(with) => by_product(stored(&*write, with, &ids).await?),
    };
    let mut put_back = 0;
    for row in rows {
        let (before, after) = (row.before.as_deref().map(read_json).transpose()?, read_json(&row.after)?);
        let is_back = match (&of, products.remove(&row.product_id).map(|product| product.on(today))) {
            (Of::List, Some(product)) if Deal::Net(product.tiered_on(after.from)) == after.deal => {
                let Some(before) = before else { continue };
                // before its day it is as if it had not been published: the list price of today goes on
                let goes_on = after.from > today && before.from < after.from;
                let deal = if goes_on { Deal::Net(product.tiered_on(today)) } else { before.deal };
                set_list(&write, product, &deal, after.from.max(today), today).await?.is_some()
            }
            (Of::With(with), Some(product)) => {
                let there = there.get(&product.id).map_or(&[][..], Vec::as_slice);
                put_agreement_back(&write, with, product.id, there, before.as_ref(), &after, today).await?
            }
            _ => false,
        };
        if is_back {
            put_back += 1;
            let mut row = row.into_active_model();
            row.undone = ActiveValue::Set(true);
            row.update(&*write).await?;
        }
    }
    let mut revision = revision.into_active_model();
    revision.undone_by_name = ActiveValue::Set(Some(actor.name.clone()));
    revision.undone_at = ActiveValue::Set(Some(millis(db.now())));
    revision.update(&*write).await?;
    let event = serde_json::json!({ "kind": "undone", "rows": put_back });
    journal::append(db, &write, actor, "price_revision", id.0, &event).await?;
    write.commit().await
}

/// Says whether it could: everything must be as the revision left it.
async fn put_agreement_back(
    write: &Write,
    with: &With,
    product: ProductId,
    there: &[PriceAgreement],
    before: Option<&PriceAgreement>,
    after: &PriceAgreement,
    today: NaiveDate,
) -> Result<bool> {
    let over = after.until.is_some_and(|until| until <= today);
    if over || !there.contains(after) {
        return Ok(false);
    }
    if after.from <= today {
        // what has begun is history: it ends, and what was before goes on
        let tomorrow = today.succ_opt().unwrap_or(today);
        succeed(write, with, product, there, before.map(|before| &before.deal), tomorrow).await?;
        return Ok(true);
    }
    let ended = before.filter(|before| before.from < after.from);
    let left = ended.map(|before| PriceAgreement { until: after.from.pred_opt(), ..before.clone() });
    if left.as_ref().is_some_and(|left| !there.contains(left)) {
        return Ok(false);
    }
    take_away(write, with, product, after.from).await?;
    match (before, left) {
        (Some(before), Some(left)) => end(write, with, product, &left, before.until).await?,
        (Some(before), None) => put(write, with, product, before).await?,
        (None, _) => {}
    }
    Ok(true)
}
