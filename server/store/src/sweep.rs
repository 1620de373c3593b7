//! What the hours bring: list prices whose day has come, and what nobody needs any more, without which these tables would
//! grow with every visit.

use chrono::{Duration, NaiveDate};
use domain::ProductId;
use sea_orm::{
    Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, ExprTrait, Func, LockType},
};

use crate::{
    Db, Result,
    agreements::today,
    db::millis,
    entity::{attempt, basket_filling, link, outbox, product, session},
    outbox::Topic,
};

/// Moves every list price whose day has come to where the list prices are. Until then it counts for its day already
/// (`product::Model::tiered_on`); this makes room for the next one.
async fn move_prices(db: &Db) -> Result<()> {
    let today = today(db).await?;
    let write = db.write().await?;
    let due = || product::COLUMN.coming_on.lte(today);
    // all who change several products hold them in one order
    let ids = product::Entity::find().select_only().column(product::Column::Id).filter(due());
    let held = ids.order_by_asc(product::Column::Id).lock(LockType::NoKeyUpdate).into_tuple::<ProductId>();
    if held.all(&*write).await?.is_empty() {
        return Ok(());
    }
    let column = Expr::col::<product::Column>;
    // in one statement: with a new list of the ERP these may be all products, and orders wait for it
    product::Entity::update_many()
        .col_expr(product::Column::ListPrice, column(product::Column::ComingPrice))
        .col_expr(
            product::Column::ListTiers,
            Func::coalesce([column(product::Column::ComingTiers), Expr::val("")]).into(),
        )
        .col_expr(product::Column::ComingPrice, Expr::value(None::<i64>))
        .col_expr(product::Column::ComingTiers, Expr::value(None::<String>))
        .col_expr(product::Column::ComingOn, Expr::value(None::<NaiveDate>))
        .col_expr(product::Column::Version, column(product::Column::Version).add(1))
        .filter(due())
        .exec(&*write)
        .await?;
    write.commit().await
}

/// List prices whose day has come, and away with ended sessions, forgotten attempts, old ways back out of a basket, links that are used or expired, and yesterday's
/// news of baskets. Orders, their journal and the news of orders stay.
pub async fn sweep(db: &Db) -> Result<()> {
    move_prices(db).await?;
    let now = db.now();
    let before = |age: Duration| millis(now - age);
    let write = db.write().await?;
    let ended = Condition::any()
        .add(session::COLUMN.seen_at.lt(before(Duration::days(7))))
        .add(session::COLUMN.created_at.lt(before(Duration::days(30))));
    session::Entity::delete_many().filter(ended).exec(&*write).await?;
    attempt::Entity::delete_many().filter(attempt::COLUMN.last_at.lt(before(Duration::days(1)))).exec(&*write).await?;
    let over = Condition::any().add(link::COLUMN.used_at.is_not_null()).add(link::COLUMN.expires_at.lt(millis(now)));
    link::Entity::delete_many().filter(over).exec(&*write).await?;
    // who puts a list into his basket changes his mind soon, or not at all
    basket_filling::Entity::delete_many()
        .filter(basket_filling::COLUMN.filled_at.lt(before(Duration::days(7))))
        .exec(&*write)
        .await?;
    outbox::Entity::delete_many()
        .filter(outbox::COLUMN.topic.eq(Topic::Basket.key()))
        .filter(outbox::COLUMN.at.lt(before(Duration::days(1))))
        .exec(&*write)
        .await?;
    write.commit().await
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Clock, demo, sessions};

    #[tokio::test]
    async fn an_ended_session_goes_and_one_of_today_stays() {
        let clock = Clock::still_at("2026-11-23T07:00:00Z".parse().expect("an instant"));
        let (db, _kept) = Db::ephemeral(clock).await.expect("a database");
        demo::seed(&db, demo::World::Small).await.expect("the small world");
        let sign_in = async || {
            let email = "an@bakkerijpeeters.example";
            sessions::sign_in(&db, email, demo::PASSWORD, "::1", "").await.expect("a session").0
        };
        sign_in().await;
        db.clock().advance(Duration::days(8));
        let of_today = sign_in().await;
        sweep(&db).await.expect("swept");
        assert_eq!(session::Entity::find().all(db.read()).await.expect("rows").len(), 1);
        assert!(sessions::held(&db, &of_today.0).await.expect("asked").is_some());
    }
}
