//! Orders: sent once however often they are sent, reviewed, and taken back.

mod act;
mod read;
mod submit;

use domain::{Actor, access::Party};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Select};

use crate::{
    Error, Result, Write,
    db::insert_all,
    entity::{self, order_line},
};

pub use act::{Act, act};
pub use read::{Queue, Review, Shown, get, history, queue, review, shown, waiting};
pub(crate) use submit::next_number;
pub use submit::{ShownBundle, ShownPrice, Submission, submit};

/// The orders an actor may know of: a customer's own (of the one site, where his role is bound to it), all for staff.
pub(crate) fn visible_to(actor: &Actor) -> Select<entity::order::Entity> {
    let orders = entity::order::Entity::find();
    match &actor.party {
        Party::Staff => orders,
        Party::Customer(at) | Party::OnBehalf(at) => {
            let own = orders.filter(entity::order::COLUMN.customer_id.eq(at.customer));
            if at.bound { own.filter(entity::order::COLUMN.site_id.eq(at.site)) } else { own }
        }
    }
}

pub(crate) fn json(value: &impl serde::Serialize) -> Result<String> {
    serde_json::to_string(value).map_err(|e| Error::Stored(e.to_string()))
}

fn stored<T: serde::de::DeserializeOwned>(text: &str) -> Result<T> {
    serde_json::from_str(text).map_err(|e| Error::Stored(e.to_string()))
}

/// Writes orders of the past, whole, in portions that both databases take.
pub(crate) async fn put_many(
    write: &Write,
    heads: Vec<entity::order::ActiveModel>,
    lines: Vec<order_line::ActiveModel>,
) -> Result<()> {
    insert_all(write, heads).await?;
    insert_all(write, lines).await
}
