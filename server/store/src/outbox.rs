//! What others are to be told, written in the transaction of the change and read afterwards: live pages today.

use domain::{Actor, CustomerId, OrderId, SampleId, SiteId, access::Party};
use sea_orm::{ActiveValue, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use crate::{Db, Result, Write, db::millis, entity::outbox};

/// Something changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Rises; where to go on reading.
    pub id: i64,
    pub topic: Topic,
    pub customer: Option<CustomerId>,
    pub site: Option<SiteId>,
    pub subject: Uuid,
}

/// What it is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    Order,
    Basket,
    /// A sample was asked for, or the answer came.
    Sample,
}

impl Topic {
    pub const fn key(self) -> &'static str {
        match self {
            Topic::Order => "order",
            Topic::Basket => "basket",
            Topic::Sample => "sample",
        }
    }
}

impl Notice {
    /// May this actor know? Staff hear of orders and samples, a customer's people of their own.
    pub fn concerns(&self, actor: &Actor) -> bool {
        match &actor.party {
            Party::Staff => self.topic != Topic::Basket,
            Party::OnBehalf(at) => self.topic != Topic::Basket || self.site == Some(at.site),
            Party::Customer(at) => {
                self.customer == Some(at.customer)
                    && (self.site == Some(at.site) || (self.topic != Topic::Basket && !at.bound))
            }
        }
    }
}

pub(crate) async fn order_changed(
    db: &Db,
    write: &Write,
    customer: CustomerId,
    site: SiteId,
    order: OrderId,
) -> Result<()> {
    append(db, write, Topic::Order, customer, site, order.0).await
}

pub(crate) async fn basket_changed(db: &Db, write: &Write, customer: CustomerId, site: SiteId) -> Result<()> {
    append(db, write, Topic::Basket, customer, site, site.0).await
}

pub(crate) async fn sample_changed(
    db: &Db,
    write: &Write,
    customer: CustomerId,
    site: SiteId,
    sample: SampleId,
) -> Result<()> {
    append(db, write, Topic::Sample, customer, site, sample.0).await
}

async fn append(db: &Db, write: &Write, topic: Topic, customer: CustomerId, site: SiteId, subject: Uuid) -> Result<()> {
    let row = outbox::ActiveModel {
        id: ActiveValue::NotSet,
        at: ActiveValue::Set(millis(db.now())),
        topic: ActiveValue::Set(topic.key().to_owned()),
        customer_id: ActiveValue::Set(Some(customer)),
        site_id: ActiveValue::Set(Some(site)),
        subject_id: ActiveValue::Set(subject),
    };
    outbox::Entity::insert(row).exec_without_returning(&**write).await?;
    Ok(())
}

/// The last notice there is.
pub async fn last(db: &Db) -> Result<i64> {
    let row = outbox::Entity::find().order_by_desc(outbox::COLUMN.id).one(db.read()).await?;
    Ok(row.map_or(0, |r| r.id))
}

/// At most `most` notices after `id`, the oldest first.
pub async fn after(db: &Db, id: i64, most: u64) -> Result<Vec<Notice>> {
    let rows = outbox::Entity::find()
        .filter(outbox::COLUMN.id.gt(id))
        .order_by_asc(outbox::COLUMN.id)
        .limit(most)
        .all(db.read())
        .await?;
    Ok(rows
        .into_iter()
        .filter_map(|row| {
            let topic = [Topic::Order, Topic::Basket, Topic::Sample].into_iter().find(|t| t.key() == row.topic)?;
            Some(Notice { id: row.id, topic, customer: row.customer_id, site: row.site_id, subject: row.subject_id })
        })
        .collect())
}
