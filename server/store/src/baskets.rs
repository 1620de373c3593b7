//! The basket of a site: shared, on the server, never expiring.

use chrono::NaiveDate;
use domain::{
    Actor, OrderId, Permission, ProductId, Quantity, Refusal,
    access::At,
    basket::{Basket, BasketState, StateLine, totals},
};
use sea_orm::{
    ActiveModelTrait, ActiveValue, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, JoinType, QueryFilter,
    QuerySelect, sea_query::OnConflict,
};

use crate::{
    Db, Error, Fields, Result, Write,
    assortments::{self, Which},
    clock::new_id,
    entity::{basket, basket_line, order, order_line, product},
    outbox,
};

/// What lies in the basket of the actor's site, priced for its delivery day (or for `on`, while none is chosen).
pub async fn get(db: &Db, actor: &Actor, on: NaiveDate) -> Result<Basket> {
    let at = actor.at().ok_or(Error::NotFound)?;
    let row = find(db.read(), at).await?;
    let on = row.as_ref().and_then(|r| r.delivery_on).filter(|day| *day >= on).unwrap_or(on);
    let lines = assortments::articles(db.read(), actor, on, Which::InBasket).await?;
    Ok(match row {
        Some(row) => Basket {
            version: row.version,
            order: row.order_id,
            reference: row.reference,
            note: row.note,
            delivery_on: row.delivery_on,
            lines,
        },
        None => Basket {
            version: 0,
            order: OrderId(new_id()),
            reference: String::new(),
            note: String::new(),
            delivery_on: None,
            lines,
        },
    })
}

/// What lies in the basket and can no longer be ordered, with its name: meanwhile it was discontinued, or taken out of
/// the assortment. It is shown until the order is sent, and leaves the basket then.
pub async fn gone(db: &Db, actor: &Actor) -> Result<Vec<(ProductId, String)>> {
    let at = actor.at().ok_or(Error::NotFound)?;
    Ok(product::Entity::find()
        .select_only()
        .column(product::Column::Id)
        .expr_as(assortments::name_in(actor.language), "name")
        .join_rev(
            JoinType::InnerJoin,
            basket_line::Entity::belongs_to(product::Entity)
                .from(basket_line::Column::ProductId)
                .to(product::Column::Id)
                .into(),
        )
        .filter(basket_line::COLUMN.site_id.eq(at.site))
        .filter(product::Column::Id.not_in_subquery(assortments::on_sale(at.customer)))
        .into_tuple()
        .all(db.read())
        .await?)
}

/// As the browser is told.
pub async fn state(db: &Db, actor: &Actor, on: NaiveDate) -> Result<BasketState> {
    let basket = get(db, actor, on).await?;
    Ok(BasketState {
        version: basket.version,
        net: totals(&basket.lines).map(|t| t.net),
        lines: basket
            .lines
            .into_iter()
            .map(|a| StateLine { product: a.product, quantity: a.quantity, by: a.added_by })
            .collect(),
    })
}

async fn find(conn: &impl ConnectionTrait, at: &At) -> Result<Option<basket::Model>> {
    Ok(basket::Entity::find_by_id(at.site).filter(basket::COLUMN.customer_id.eq(at.customer)).one(conn).await?)
}

/// The basket's row, made if there is none, and held against everybody else until the transaction ends.
pub(crate) async fn hold(write: &Write, at: &At) -> Result<basket::Model> {
    assortments::site_of(&**write, at).await?;
    let new = basket::Model {
        site_id: at.site,
        customer_id: at.customer,
        version: 0,
        order_id: OrderId(new_id()),
        reference: String::new(),
        note: String::new(),
        delivery_on: None,
        changed_by: None,
    };
    basket::Entity::insert(new.into_active_model())
        .on_conflict(OnConflict::column(basket::Column::SiteId).do_nothing_on([basket::Column::SiteId]).to_owned())
        .exec_without_returning(&**write)
        .await?;
    basket::Entity::find_by_id(at.site)
        .filter(basket::COLUMN.customer_id.eq(at.customer))
        .lock_exclusive()
        .one(&**write)
        .await?
        .ok_or(Error::NotFound)
}

/// Sets the quantity of some articles; zero takes one out. Lines that are not named stay: two colleagues who change
/// different lines both keep their change.
///
/// All or nothing: refused are quantities that cannot be delivered and products outside the assortment, each under the
/// field `quantity.<product>`. The answer is the version the basket has now, where anything changed: what did not is no
/// news for colleagues.
pub async fn set(db: &Db, actor: &Actor, lines: &[(ProductId, Quantity)], on: NaiveDate) -> Result<Option<i64>> {
    actor.require(Permission::FillBasket)?;
    let at = actor.at().ok_or(Error::NotFound)?;
    let write = db.write().await?;
    let row = hold(&write, at).await?;
    let version = match put_lines(&write, actor, lines, on).await? {
        true => Some(touch(db, &write, actor, at, row).await?),
        false => None,
    };
    write.commit().await?;
    Ok(version)
}

/// Adds to what is there already.
pub async fn add(db: &Db, actor: &Actor, lines: &[(ProductId, Quantity)], on: NaiveDate) -> Result<()> {
    actor.require(Permission::FillBasket)?;
    let at = actor.at().ok_or(Error::NotFound)?;
    let write = db.write().await?;
    let row = hold(&write, at).await?;
    let there = assortments::alone(&*write, actor, on, Which::InBasket).await?;
    let sums: Vec<_> = lines
        .iter()
        .map(|(product, quantity)| {
            let before = there.iter().find(|a| a.product == *product).map_or(Quantity::ZERO, |a| a.quantity);
            (*product, before + *quantity)
        })
        .collect();
    if put_lines(&write, actor, &sums, on).await? {
        touch(db, &write, actor, at, row).await?;
    }
    write.commit().await
}

/// Puts the lines of an order that is undone back into the basket of its site, with the wishes that went with it. What
/// was put there meanwhile stays; what has left the assortment meanwhile does not come back.
pub(crate) async fn put_back(db: &Db, write: &Write, actor: &Actor, order: &order::Model) -> Result<()> {
    let at = actor.at().filter(|at| at.site == order.site_id).ok_or(Error::NotFound)?;
    let basket = hold(write, at).await?;
    let ordered = order_line::Entity::find().filter(order_line::COLUMN.order_id.eq(order.id)).all(&**write).await?;
    let products: Vec<ProductId> = ordered.iter().map(|line| line.product_id).collect();
    let articles = assortments::alone(&**write, actor, order.delivery_on, Which::These(&products)).await?;
    let lines: Vec<_> = ordered
        .iter()
        .filter_map(|line| {
            let article = articles.iter().find(|a| a.product == line.product_id)?;
            let quantity = article.unit.check(article.quantity + line.ordered).ok()?;
            Some((line.product_id, quantity))
        })
        .collect();
    put_lines(write, actor, &lines, order.delivery_on).await?;
    let wishes = basket::Model {
        reference: if basket.reference.is_empty() { order.reference.clone() } else { basket.reference },
        note: if basket.note.is_empty() { order.note.clone() } else { basket.note },
        delivery_on: basket.delivery_on.or(Some(order.delivery_on)),
        ..basket
    };
    touch(db, write, actor, at, wishes).await?;
    Ok(())
}

/// What is kept beside the lines while the order is being written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wishes {
    pub reference: String,
    pub note: String,
    pub delivery_on: Option<NaiveDate>,
}

/// Reference and note as they are stored, or what is wrong with each.
pub fn check_wishes(reference: &str, note: &str) -> Result<(String, String)> {
    let mut fields = Fields::default();
    let reference = fields.take("reference", domain::text::line(reference, 40));
    let note = fields.take("note", domain::text::note(note, 1000));
    fields.check()?;
    Ok((reference, note))
}

/// Keeps the reference, the note and the day that were chosen, so that another device goes on with them. Kept is what
/// differs from what the sender's page had shown (`seen`): a colleague's wish that it never showed stays.
pub async fn keep(db: &Db, actor: &Actor, wishes: &Wishes, seen: &Wishes) -> Result<()> {
    actor.require(Permission::FillBasket)?;
    let at = actor.at().ok_or(Error::NotFound)?;
    let (reference, note) = check_wishes(&wishes.reference, &wishes.note)?;
    let write = db.write().await?;
    let before = hold(&write, at).await?;
    // a form sends line breaks its own way, also those of what it had shown
    let seen_note = domain::text::note(&seen.note, 1000).unwrap_or_default();
    let after = basket::Model {
        reference: if reference == seen.reference { before.reference.clone() } else { reference },
        note: if note == seen_note { before.note.clone() } else { note },
        delivery_on: if wishes.delivery_on == seen.delivery_on { before.delivery_on } else { wishes.delivery_on },
        ..before.clone()
    };
    if after != before {
        after.into_active_model().reset_all().update(&*write).await?;
    }
    write.commit().await
}

/// Writes lines after every one of them was found deliverable; says whether that changed any.
pub(crate) async fn put_lines(
    write: &Write,
    actor: &Actor,
    lines: &[(ProductId, Quantity)],
    on: NaiveDate,
) -> Result<bool> {
    let at = actor.at().ok_or(Error::NotFound)?;
    let products: Vec<ProductId> = lines.iter().map(|(p, _)| *p).collect();
    let articles = assortments::alone(&**write, actor, on, Which::These(&products)).await?;
    let mut fields = Fields::default();
    let mut put = Vec::new();
    let mut gone = Vec::new();
    for (product, quantity) in lines {
        let article = articles.iter().find(|a| a.product == *product);
        let too_many = (*quantity > Quantity::MOST).then_some(Refusal::TooMany { most: Quantity::MOST });
        match article
            .ok_or(Refusal::NotInAssortment)
            .and_then(|a| too_many.map_or_else(|| a.unit.check(*quantity), Err))
        {
            Ok(Quantity::ZERO) => gone.push(*product),
            // who changes a line becomes its author, who only confirms it does not
            Ok(q) if article.is_some_and(|a| a.quantity == q) => {}
            Ok(q) => put.push(
                basket_line::Model { site_id: at.site, product_id: *product, quantity: q, added_by: actor.user }
                    .into_active_model(),
            ),
            // what is in nobody's list any more can still be taken out
            Err(Refusal::NotInAssortment) if *quantity == Quantity::ZERO => gone.push(*product),
            Err(refusal) => fields.refuse(&format!("quantity.{product}"), refusal),
        }
    }
    fields.check()?;
    let mut changed = !put.is_empty();
    if !gone.is_empty() {
        let deleted = basket_line::Entity::delete_many()
            .filter(basket_line::COLUMN.site_id.eq(at.site))
            .filter(basket_line::COLUMN.product_id.is_in(gone))
            .exec(&**write)
            .await?;
        changed |= deleted.rows_affected > 0;
    }
    if !put.is_empty() {
        basket_line::Entity::insert_many(put)
            .on_conflict(
                OnConflict::columns([basket_line::Column::SiteId, basket_line::Column::ProductId])
                    .update_columns([basket_line::Column::Quantity, basket_line::Column::AddedBy])
                    .to_owned(),
            )
            .exec_without_returning(&**write)
            .await?;
    }
    Ok(changed)
}

pub(crate) async fn touch(db: &Db, write: &Write, actor: &Actor, at: &At, row: basket::Model) -> Result<i64> {
    let version = row.version + 1;
    let mut row = row.into_active_model().reset_all();
    row.version = ActiveValue::Set(version);
    row.changed_by = ActiveValue::Set(Some(actor.user));
    row.update(&**write).await?;
    outbox::basket_changed(db, write, at.customer, at.site).await?;
    Ok(version)
}
