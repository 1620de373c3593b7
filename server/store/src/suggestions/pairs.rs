//! What goes together, worked out of the orders and kept: beside the orders and never in their way.
//!
//! The orders of a group are read a hundred customers at a time, counted by the domain on a thread of its own, and what
//! differs from what is stored is written in small transactions, so that an order waits for none of it.

use std::collections::{BTreeMap, HashMap};

use chrono::Duration;
use domain::{
    CustomerId, OrderId, ProductId,
    pairing::{self, Bought, Pair},
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect, Statement,
    sea_query::OnConflict,
};

use crate::{
    Db, Error, Result,
    db::millis,
    entity::{customer, pairing as row, pairing_state},
};

/// So many customers' orders are read at a time.
const CUSTOMERS: usize = 100;
/// So many rows are written in one transaction.
const ROWS: usize = 500;
/// No oftener than this by itself.
const EVERY: Duration = Duration::hours(20);

/// Works them out anew if it was not done today; says how many there are, if it was done.
pub async fn renew_when_due(db: &Db) -> Result<Option<usize>> {
    let state = pairing_state::Entity::find_by_id(1).one(db.read()).await?;
    let due = state.is_none_or(|state| state.renewed_at <= millis(db.now() - EVERY));
    if due { renew(db).await.map(Some) } else { Ok(None) }
}

/// Works them out anew: of the half year before each group's last order, so that an imported history counts too. Says
/// how many pairs there are.
pub async fn renew(db: &Db) -> Result<usize> {
    let customers: Vec<(String, CustomerId)> = customer::Entity::find()
        .select_only()
        .columns([customer::Column::CustomerGroup, customer::Column::Id])
        .order_by_asc(customer::COLUMN.id)
        .into_tuple()
        .all(db.read())
        .await?;
    let mut groups: BTreeMap<String, Vec<CustomerId>> = BTreeMap::new();
    for (group, id) in customers {
        groups.entry(group).or_default().push(id);
    }
    let mut count = 0;
    for (group, customers) in &groups {
        let bought = bought(db, customers).await?;
        let found = tokio::task::spawn_blocking(move || pairing::pairs(&bought))
            .await
            .map_err(|e| Error::Stored(e.to_string()))?;
        count += found.len();
        keep(db, group, &found).await?;
    }
    let write = db.write().await?;
    let gone = row::Entity::delete_many().filter(row::COLUMN.customer_group.is_not_in(groups.keys()));
    gone.exec(&*write).await?;
    let state = pairing_state::Model { id: 1, renewed_at: millis(db.now()) };
    pairing_state::Entity::insert(state.into_active_model())
        .on_conflict(
            OnConflict::column(pairing_state::Column::Id).update_column(pairing_state::Column::RenewedAt).to_owned(),
        )
        .exec_without_returning(&*write)
        .await?;
    write.commit().await?;
    Ok(count)
}

async fn bought(db: &Db, customers: &[CustomerId]) -> Result<Vec<Bought>> {
    use crate::entity::order;
    let mut last = 0;
    for some in customers.chunks(CUSTOMERS) {
        let newest: Option<Option<i64>> = order::Entity::find()
            .select_only()
            .column_as(order::Column::SubmittedAt.max(), "last")
            .filter(order::COLUMN.customer_id.is_in(some.iter().copied()))
            .into_tuple()
            .one(db.read())
            .await?;
        last = last.max(newest.flatten().unwrap_or(0));
    }
    let since = last - Duration::days(pairing::DAYS).num_milliseconds();
    let mut all = Vec::new();
    for some in customers.chunks(CUSTOMERS) {
        let sql = format!(
            "SELECT o.customer_id, o.id, l.product_id FROM \"order\" o
            JOIN order_line l ON l.order_id = o.id AND l.ordered > 0
            WHERE o.customer_id IN ({}) AND o.submitted_at >= $1
                AND o.state NOT IN ('cancelled', 'declined', 'awaiting_approval')",
            super::places(2, some.len())
        );
        let values = std::iter::once(since.into()).chain(some.iter().map(|c| c.0.into()));
        let asked = Statement::from_sql_and_values(db.read().get_database_backend(), sql, values.collect::<Vec<_>>());
        let mut orders: HashMap<(CustomerId, OrderId), Vec<ProductId>> = HashMap::new();
        for row in db.read().query_all_raw(asked).await? {
            let key = (CustomerId(row.try_get_by_index(0)?), OrderId(row.try_get_by_index(1)?));
            orders.entry(key).or_default().push(ProductId(row.try_get_by_index(2)?));
        }
        all.extend(orders.into_iter().map(|((customer, _), products)| Bought { customer, products }));
        tokio::task::yield_now().await;
    }
    Ok(all)
}

/// Writes what differs.
async fn keep(db: &Db, group: &str, found: &[Pair]) -> Result<()> {
    let there = row::Entity::find().filter(row::COLUMN.customer_group.eq(group)).all(db.read()).await?;
    let mut there: HashMap<(ProductId, ProductId), row::Model> =
        there.into_iter().map(|r| ((r.product_id, r.with_id), r)).collect();
    let mut changed = Vec::new();
    for pair in found {
        let now = row::Model {
            customer_group: group.to_owned(),
            product_id: pair.of,
            with_id: pair.with,
            orders: pair.orders.into(),
            customers: pair.customers.into(),
            lift: pair.lift.into(),
        };
        if there.remove(&(pair.of, pair.with)).as_ref() != Some(&now) {
            changed.push(now.into_active_model());
        }
    }
    let gone: Vec<row::Model> = there.into_values().collect();
    for some in gone.chunks(ROWS) {
        let write = db.write().await?;
        for row in some {
            row::Entity::delete_by_id((group.to_owned(), row.product_id, row.with_id)).exec(&*write).await?;
        }
        write.commit().await?;
    }
    for some in changed.chunks(ROWS) {
        use row::Column::{CustomerGroup, Customers, Lift, Orders, ProductId, WithId};
        let write = db.write().await?;
        row::Entity::insert_many(some.to_vec())
            .on_conflict(
                OnConflict::columns([CustomerGroup, ProductId, WithId])
                    .update_columns([Orders, Customers, Lift])
                    .to_owned(),
            )
            .exec_without_returning(&*write)
            .await?;
        write.commit().await?;
    }
    Ok(())
}
