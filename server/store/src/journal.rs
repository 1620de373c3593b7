//! The journal is only appended to, in the transaction of what it tells about.

use domain::{
    Actor, OrderId, UserId,
    event::{Entry, Event},
};
use sea_orm::{ActiveValue, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use serde::Serialize;
use uuid::Uuid;

use crate::{
    Db, Error, Result, Write,
    db::{instant, millis},
    entity::{journal, user},
};

/// Who did `event` to the `subject` of this id.
pub(crate) async fn append(
    db: &Db,
    write: &Write,
    actor: &Actor,
    subject: &str,
    subject_id: Uuid,
    event: &impl Serialize,
) -> Result<()> {
    let on_behalf_of = actor.on_behalf().map(|at| at.customer_name.clone());
    put(db, write, (actor.user, &actor.name), on_behalf_of, (subject, subject_id), event).await
}

/// What somebody did to his own account before he was signed in.
pub(crate) async fn append_own(db: &Db, write: &Write, user: &user::Model, event: &impl Serialize) -> Result<()> {
    put(db, write, (user.id, &user.name), None, ("user", user.id.0), event).await
}

async fn put(
    db: &Db,
    write: &Write,
    (user, name): (UserId, &str),
    on_behalf_of: Option<String>,
    (subject, subject_id): (&str, Uuid),
    event: &impl Serialize,
) -> Result<()> {
    let row = journal::ActiveModel {
        id: ActiveValue::NotSet,
        at: ActiveValue::Set(millis(db.now())),
        user_id: ActiveValue::Set(Some(user)),
        by_name: ActiveValue::Set(name.to_owned()),
        on_behalf_of: ActiveValue::Set(on_behalf_of),
        subject: ActiveValue::Set(subject.to_owned()),
        subject_id: ActiveValue::Set(subject_id),
        event: ActiveValue::Set(serde_json::to_string(event).map_err(|e| Error::Stored(e.to_string()))?),
    };
    journal::Entity::insert(row).exec_without_returning(&**write).await?;
    Ok(())
}

/// The journal of an order that the caller has already been allowed to see.
pub(crate) async fn of_order(conn: &impl ConnectionTrait, order: OrderId) -> Result<Vec<Entry>> {
    let rows = journal::Entity::find()
        .filter(journal::COLUMN.subject_id.eq(order.0))
        .order_by_asc(journal::COLUMN.id)
        .all(conn)
        .await?;
    rows.into_iter()
        .map(|row| {
            let event: Event = serde_json::from_str(&row.event).map_err(|e| Error::Stored(e.to_string()))?;
            Ok(Entry { at: instant(row.at), by: row.by_name, on_behalf_of: row.on_behalf_of, event })
        })
        .collect()
}
