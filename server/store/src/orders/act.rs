//! What is done to an order that was sent.

use chrono::NaiveDate;
use domain::{
    Actor, Cents, OrderId, OrderState, ProductId, Quantity, Refusal, Verb, bundle, event::Event, guide::Habit,
    lifecycle, money::Totals, order::Cause,
};
use sea_orm::{ActiveModelTrait, ActiveValue, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect};

use super::{json, submit::above_minimum, visible_to};
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
    /// What a weighed article weighs, as it was typed. Out of its tolerance it is asked about, and taken if the sender is
    /// `sure`.
    Weigh {
        line: i32,
        weight: String,
        sure: bool,
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
            Act::Weigh { .. } => Verb::Weigh,
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
            above_minimum(actor, &customers::by_id_in_force(&*write, row.customer_id).await?.terms, row.net)?;
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
        Act::Weigh { line, weight, sure } => weigh(&write, &row, *line, weight, *sure).await?,
    };
    let mut changed = row.clone().into_active_model();
    changed.state = ActiveValue::Set(after.key().to_owned());
    changed.version = ActiveValue::Set(row.version + 1);
    if matches!(act, Act::Adjust { .. } | Act::Weigh { .. }) {
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
    let (before, sku) = (row.confirmed, row.sku.clone());
    let cause_key = (quantity != row.ordered).then(|| cause.key().to_owned());
    // another quantity is weighed anew
    let weighed = row.weighed.filter(|_| quantity == before);
    let price = row.priced().map_err(|e| stored(&e))?;
    put_line(write, order_line::Model { confirmed: quantity, cause: cause_key, weighed, ..row }).await?;
    if price.together().is_some() {
        ask(write, order).await?;
    }
    Ok(Event::Adjusted { line: number, sku, before, after: quantity, cause })
}

/// A bundle that the customer himself no longer wants whole is none. One that the distributor cannot deliver whole is.
async fn ask(write: &Write, order: &entity::order::Model) -> Result<()> {
    let rows = order_line::Entity::find().filter(order_line::COLUMN.order_id.eq(order.id)).all(&**write).await?;
    let wanted = |row: &order_line::Model| {
        let by_himself = row.cause.as_deref() == Some(Cause::CustomerChange.key());
        Ok((row.priced().map_err(|e| stored(&e))?, if by_himself { row.confirmed } else { row.ordered }))
    };
    let mut lines = rows.iter().map(wanted).collect::<Result<Vec<_>>>()?;
    let changed = bundle::ask(&mut lines);
    for (at, (row, (price, _))) in rows.into_iter().zip(lines).enumerate() {
        if changed.contains(&at) {
            put_line(write, order_line::Model { trace: json(&price.trace)?, ..row }).await?;
        }
    }
    Ok(())
}

async fn weigh(write: &Write, order: &entity::order::Model, number: i32, weight: &str, sure: bool) -> Result<Event> {
    let row =
        order_line::Entity::find_by_id((order.id, i64::from(number))).one(&**write).await?.ok_or(Error::NotFound)?;
    let field = format!("weight.{number}");
    let not_weighed = || Error::field(&field, Refusal::UnknownChoice { typed: weight.chars().take(40).collect() });
    let (least, most) = row.tolerance.ok_or_else(not_weighed)?.around(row.sales_unit().in_base_units(row.confirmed));
    let expected = least..=most;
    let typed = Quantity::parse(weight).or_else(|refusal| match refusal {
        // 10,236 may be two numbers, but only one of them is a weight of this article
        Refusal::Ambiguous { one, other, .. } => {
            [one, other].map(Quantity).into_iter().find(|weight| expected.contains(weight)).ok_or(refusal)
        }
        refusal => Err(refusal),
    });
    let after = typed.and_then(|weight| match weight {
        Quantity::ZERO => Err(Refusal::Required),
        weight if !sure && !expected.contains(&weight) => Err(Refusal::UnusualWeight { least, most }),
        weight => Ok(weight),
    });
    let after = after.map_err(|refusal| Error::field(&field, refusal))?;
    let (before, sku) = (row.weighed.unwrap_or(row.sales_unit().in_base_units(row.confirmed)), row.sku.clone());
    put_line(write, order_line::Model { weighed: Some(after), ..row }).await?;
    Ok(Event::Weighed { line: number, sku, before, after })
}

fn stored(error: &serde_json::Error) -> Error {
    Error::Stored(error.to_string())
}

/// Stores a line with the amount that follows from it.
async fn put_line(write: &Write, line: order_line::Model) -> Result<()> {
    let amount = line.due().map_err(|e| stored(&e))?;
    order_line::Model { amount, ..line }.into_active_model().reset_all().update(&**write).await?;
    Ok(())
}

async fn totals(write: &Write, id: OrderId) -> Result<Totals> {
    let lines = order_line::Entity::find().filter(order_line::COLUMN.order_id.eq(id)).all(&**write).await?;
    let deposits = lines.iter().map(order_line::Model::deposit_due).sum::<std::result::Result<Cents, _>>();
    let deposits = deposits.map_err(|e| stored(&e))?;
    Ok(Totals::of(lines.into_iter().map(|l| (l.amount, l.vat)), deposits))
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
