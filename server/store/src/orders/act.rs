//! What is done to an order that was sent.

use chrono::NaiveDate;
use domain::{
    Actor, OrderId, OrderState, ProductId, Quantity, Refusal, Verb, event::Event, guide::Habit, lifecycle,
    money::Totals, order::Cause,
};
use sea_orm::{ActiveModelTrait, ActiveValue, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect};

use super::{json, read::line, submit::above_minimum, visible_to};
use crate::{
    Db, Error, Fields, Result, Write,
    assortments::{self},
    baskets, customers,
    db::millis,
    entity::{self, order_line},
    journal, outbox,
};

/// What is done to an order, with the facts of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    Approve,
    Accept,
    Decline {
        reason: String,
    },
    Cancel {
        reason: String,
    },
    /// Cancels without a question, and puts the lines back into the basket they came from.
    Undo,
    Adjust {
        line: i32,
        quantity: String,
        cause: String,
    },
}

impl Act {
    fn verb(&self) -> Verb {
        match self {
            Act::Approve => Verb::Approve,
            Act::Accept => Verb::Accept,
            Act::Decline { .. } => Verb::Decline,
            Act::Cancel { .. } | Act::Undo => Verb::Cancel,
            Act::Adjust { .. } => Verb::Adjust,
        }
    }
}

/// Does it, if the order is still as the actor saw it (`version`), and writes the journal.
pub async fn act(db: &Db, actor: &Actor, id: OrderId, version: i64, act: &Act) -> Result<()> {
    let write = db.write().await?;
    let row = visible_to(actor)
        .filter(entity::order::COLUMN.id.eq(id))
        .lock_exclusive()
        .one(&*write)
        .await?
        .ok_or(Error::NotFound)?;
    let state = OrderState::from_key(&row.state).ok_or_else(|| Error::Stored(row.state.clone()))?;
    let after = lifecycle::next(state, act.verb(), actor)?;
    if row.version != version {
        return Err(Refusal::Stale.into());
    }
    // whoever changes what a site is used to, or its basket, holds its basket first, as submitting does
    entity::basket::Entity::find_by_id(row.site_id).lock_exclusive().one(&*write).await?;
    let event = match act {
        Act::Approve => {
            in_time(db, actor, &row)?;
            above_minimum(actor, &customers::by_id(&*write, row.customer_id).await?.terms, row.net)?;
            Event::Approved
        }
        Act::Accept => Event::Accepted,
        Act::Decline { reason } => {
            let reason =
                domain::text::note(reason, 500).and_then(|r| if r.is_empty() { Err(Refusal::Required) } else { Ok(r) });
            Event::Declined { reason: reason.map_err(|r| Error::field("reason", r))? }
        }
        Act::Cancel { reason } => {
            // what nobody approved was never promised
            if state != OrderState::AwaitingApproval {
                in_time(db, actor, &row)?;
            }
            let reason = domain::text::note(reason, 500).map_err(|r| Error::field("reason", r))?;
            Event::Cancelled { reason: assortments::some(reason) }
        }
        Act::Undo => {
            in_time(db, actor, &row)?;
            baskets::put_back(db, &write, actor, &row).await?;
            Event::Cancelled { reason: None }
        }
        Act::Adjust { line, quantity, cause } => adjust(&write, &row, *line, quantity, cause).await?,
    };
    let mut changed = row.clone().into_active_model();
    changed.state = ActiveValue::Set(after.key().to_owned());
    changed.version = ActiveValue::Set(row.version + 1);
    if matches!(act, Act::Adjust { .. }) {
        let totals = totals(&write, id).await?;
        changed.net = ActiveValue::Set(totals.net);
        changed.totals = ActiveValue::Set(json(&totals)?);
    }
    changed.update(&*write).await?;
    match (act, state) {
        (Act::Cancel { .. } | Act::Undo | Act::Decline { .. }, OrderState::Submitted | OrderState::Accepted) => {
            change_habits(&write, &row, Habit::undo).await?
        }
        (Act::Approve, _) => change_habits(&write, &row, Habit::take).await?,
        _ => {}
    }
    journal::append(db, &write, actor, "order", id.0, &event).await?;
    outbox::order_changed(db, &write, row.customer_id, row.site_id, id).await?;
    write.commit().await
}

/// After the cut-off the customer calls.
fn in_time(db: &Db, actor: &Actor, order: &entity::order::Model) -> Result<()> {
    if !actor.is_staff() && millis(db.now()) >= order.cut_off_at { Err(Refusal::CutOffPassed.into()) } else { Ok(()) }
}

async fn adjust(
    write: &Write,
    order: &entity::order::Model,
    number: i32,
    quantity: &str,
    cause: &str,
) -> Result<Event> {
    let row =
        order_line::Entity::find_by_id((order.id, i64::from(number))).one(&**write).await?.ok_or(Error::NotFound)?;
    let mut fields = Fields::default();
    let field = format!("adjust.{number}");
    let quantity = fields.take(&field, Quantity::parse(quantity));
    let parsed = Cause::from_key(cause);
    let unknown = || Refusal::UnknownChoice { typed: cause.chars().take(40).collect() };
    if parsed.is_none() {
        fields.refuse(&format!("cause.{number}"), if cause.is_empty() { Refusal::Required } else { unknown() });
    }
    fields.check()?;
    let Some(cause) = parsed else { return Err(unknown().into()) };
    let before = row.confirmed;
    let sku = row.sku.clone();
    let unit = line(row.clone(), false)?.unit;
    let (price, ordered) = (row.price, row.ordered);
    let mut changed = row.into_active_model();
    changed.confirmed = ActiveValue::Set(quantity);
    changed.cause = ActiveValue::Set((quantity != ordered).then(|| cause.key().to_owned()));
    changed.amount = ActiveValue::Set(price.amount(quantity, &unit));
    changed.update(&**write).await?;
    Ok(Event::Adjusted { line: number, sku, before, after: quantity, cause })
}

async fn totals(write: &Write, id: OrderId) -> Result<Totals> {
    let lines = order_line::Entity::find().filter(order_line::COLUMN.order_id.eq(id)).all(&**write).await?;
    Ok(Totals::of(lines.into_iter().map(|l| (l.amount, l.vat))))
}

async fn change_habits(
    write: &Write,
    order: &entity::order::Model,
    change: fn(&mut Habit, NaiveDate, Quantity),
) -> Result<()> {
    let lines = order_line::Entity::find().filter(order_line::COLUMN.order_id.eq(order.id)).all(&**write).await?;
    let products: Vec<ProductId> = lines.iter().map(|l| l.product_id).collect();
    let mut habits = assortments::habits(&**write, order.site_id, &products).await?;
    let changed = lines
        .into_iter()
        .map(|l| {
            let mut habit = habits.remove(&l.product_id).unwrap_or_default();
            change(&mut habit, order.delivery_on, l.ordered);
            (l.product_id, habit)
        })
        .collect();
    assortments::put_habits(write, order.site_id, changed).await
}
