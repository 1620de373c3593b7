//! What the benchmark measures against: bare work on the same machine in the same minute, and crowded tables.

use std::time::{Duration, Instant};

use domain::{OrderId, ProductId};
use sea_orm::{ActiveValue, ConnectionTrait, EntityTrait, IntoActiveModel, QueryOrder, QuerySelect};

use crate::{
    Db, Error, Result,
    clock::new_id,
    db::insert_all,
    entity::{order, outbox, product},
    passwords,
};

/// Durable transactions of 21 bare rows, one after the other; how many a second.
pub async fn bare_transactions(db: &Db, count: u32) -> Result<u32> {
    let began = Instant::now();
    for _ in 0..count {
        let write = db.write().await?;
        let row = |_| outbox::ActiveModel {
            id: ActiveValue::NotSet,
            at: ActiveValue::Set(0),
            topic: ActiveValue::Set("yardstick".into()),
            customer_id: ActiveValue::Set(None),
            site_id: ActiveValue::Set(None),
            subject_id: ActiveValue::Set(new_id()),
        };
        outbox::Entity::insert(row(0)).exec_without_returning(&*write).await?;
        outbox::Entity::insert_many((0..20).map(row)).exec_without_returning(&*write).await?;
        write.commit().await?;
    }
    Ok(per_second(count, began.elapsed()))
}

fn per_second(count: u32, took: Duration) -> u32 {
    u32::try_from(u128::from(count) * 1_000_000 / took.as_micros().max(1)).unwrap_or(u32::MAX)
}

/// How long one password hash takes.
pub async fn one_hash() -> Result<Duration> {
    let began = Instant::now();
    passwords::hash("een wachtwoord om te meten".into()).await?;
    Ok(began.elapsed())
}

/// Fills the queue up to `count` waiting orders, copies of one that is there (without lines: the queue shows none).
pub async fn crowd_queue(db: &Db, count: usize) -> Result<()> {
    let one =
        order::Entity::find().order_by_desc(order::COLUMN.submitted_at).one(db.read()).await?.ok_or(Error::NotFound)?;
    let write = db.write().await?;
    let rows: Vec<_> = (0..count)
        .map(|n| {
            let id = OrderId(new_id());
            order::Model {
                id,
                number: format!("Q{id}"),
                state: "submitted".into(),
                attention: i64::from(n % 7 == 0),
                submitted_at: one.submitted_at + n as i64,
                cut_off_at: one.cut_off_at + (n % 5_000) as i64 * 60_000,
                ..one.clone()
            }
            .into_active_model()
        })
        .collect();
    insert_all(&write, rows).await?;
    write.commit().await?;
    refresh_statistics(db).await
}

/// Products up to `count`, copies of the first.
pub async fn crowd_products(db: &Db, count: usize) -> Result<()> {
    let one = product::Entity::find().limit(1).one(db.read()).await?.ok_or(Error::NotFound)?;
    let write = db.write().await?;
    let rows: Vec<_> = (0..count)
        .map(|n| {
            product::Model { id: ProductId(new_id()), sku: format!("Y{n:06}"), gtin: None, ..one.clone() }
                .into_active_model()
        })
        .collect();
    insert_all(&write, rows).await?;
    write.commit().await?;
    refresh_statistics(db).await
}

/// The planner should know the new sizes.
async fn refresh_statistics(db: &Db) -> Result<()> {
    db.read().execute_unprepared("ANALYZE").await?;
    Ok(())
}
