//! The journal is only appended to, in the transaction of what it tells about.

use domain::{
    Actor, OrderId, UserId,
    event::{Entry, Event},
};
use sea_orm::{ActiveValue, EntityTrait};
use serde::Serialize;
use uuid::Uuid;

use crate::{
    Db, Error, Result, Write,
    asked::{Asked, packed},
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

/// The journal of an order that the caller has already been allowed to see, for [`answer`].
pub(crate) fn question(asked: &mut Asked, order: OrderId) -> String {
    let row = asked.array("j.id, j.at, j.by_name, j.on_behalf_of, j.event");
    let order = asked.bind(order.0);
    format!("SELECT {row} AS packed FROM journal j WHERE j.subject_id = {order}")
}

/// The entries of a [`question`], the oldest first.
pub(crate) fn answer(rows: &str) -> Result<Vec<Entry>> {
    let mut rows: Vec<(i64, i64, String, Option<String>, String)> = packed(rows)?;
    rows.sort_by_key(|(id, ..)| *id);
    rows.into_iter()
        .map(|(_, at, by, on_behalf_of, event)| {
            let event: Event = serde_json::from_str(&event).map_err(|e| Error::Stored(e.to_string()))?;
            Ok(Entry { at: instant(at), by, on_behalf_of, event })
        })
        .collect()
}
