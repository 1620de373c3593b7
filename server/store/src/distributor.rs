//! The distributor itself: name, currency, calendar.

use chrono::{DateTime, Days, NaiveDate, NaiveTime, Utc};
use chrono_tz::Tz;
use domain::{
    Currency,
    access::At,
    customer::Customer,
    delivery::{Calendar, Closure, DeliveryDay, Weekdays},
};
use sea_orm::{
    ActiveModelTrait, ConnectionTrait, DatabaseBackend, EntityTrait, FromQueryResult, IdenStatic, IntoActiveModel,
    Iterable, QueryResult,
    sea_query::{Alias, Expr, ExprTrait, Func, OnConflict, Order, Query, SelectStatement},
};

use crate::{
    Db, Error, Result, Write,
    entity::{assortment_item, closure, customer, distributor, group_agreement, price_agreement, site},
};

/// What every page needs to know of the distributor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Distributor {
    pub name: String,
    pub currency: Currency,
    /// Where its warehouse's clock hangs.
    pub zone: Tz,
    pub cut_off: NaiveTime,
    pub lead_days: u32,
    pub warehouse_days: Weekdays,
}

impl Distributor {
    /// One that has just been unpacked: a Belgian one that closes at 14:00 for the next working day.
    pub fn unpacked(name: &str) -> Distributor {
        Distributor {
            name: name.to_owned(),
            currency: Currency::Eur,
            zone: chrono_tz::Europe::Brussels,
            cut_off: NaiveTime::from_hms_opt(14, 0, 0).unwrap_or_default(),
            lead_days: 1,
            warehouse_days: Weekdays::WORKING,
        }
    }
}

/// None before the first set-up.
pub async fn get(db: &Db) -> Result<Option<Distributor>> {
    distributor::Entity::find_by_id(1).one(db.read()).await?.map(read).transpose()
}

/// What surrounds a counter: the site, its customer's terms, and the days on which goods can come.
#[derive(Clone, Debug)]
pub struct Counter {
    site: site::Model,
    pub customer: Customer,
    pub zone: Tz,
    pub calendar: Calendar,
    /// The next day on which a price agreement of the customer, or of his group about an article of his, begins, or the
    /// first without one that ends.
    pub prices_change_on: Option<NaiveDate>,
}

impl Counter {
    /// The next `count` days on which goods can come.
    pub fn days(&self, now: DateTime<Utc>, count: usize) -> Vec<DeliveryDay> {
        self.calendar.days(&self.zone, now, count)
    }

    /// The day whose prices count while none is chosen: the next possible delivery, else today.
    pub fn price_day(&self, now: DateTime<Utc>) -> NaiveDate {
        self.days(now, 1).first().map_or_else(|| now.with_timezone(&self.zone).date_naive(), |d| d.date)
    }

    /// Name and address of the site, on one line.
    pub fn address(&self) -> String {
        let town = format!("{} {}", self.site.postcode, self.site.city);
        let parts = [&self.site.name, &self.site.street, &town];
        parts.map(|p| p.trim()).into_iter().filter(|p| !p.is_empty()).collect::<Vec<_>>().join(", ")
    }

    /// From a row of a statement that [`surround`] has completed.
    pub(crate) fn of(row: &QueryResult) -> Result<Counter> {
        let site = site::Model::from_query_result(row, "s_")?;
        let distributor = read(distributor::Model::from_query_result(row, "d_")?)?;
        let closures: Option<String> = row.try_get("", "closures")?;
        let closures: Vec<(NaiveDate, NaiveDate, String)> = match closures {
            Some(text) => serde_json::from_str(&text).map_err(|e| Error::Stored(e.to_string()))?,
            None => Vec::new(),
        };
        let calendar = Calendar {
            cut_off: distributor.cut_off,
            lead_days: distributor.lead_days,
            warehouse_days: distributor.warehouse_days,
            route_days: Weekdays::from_text(&site.delivery_days).map_err(|e| Error::Stored(e.to_string()))?,
            closures: closures.into_iter().map(|(from, until, name)| Closure { from, until, name }).collect(),
        };
        let customer = crate::customers::read(customer::Model::from_query_result(row, "c_")?)?;
        let begins: Option<NaiveDate> = row.try_get("", "prices_begin_on")?;
        let last: Option<NaiveDate> = row.try_get("", "prices_last_on")?;
        let group_begins: Option<NaiveDate> = row.try_get("", "group_prices_begin_on")?;
        let group_last: Option<NaiveDate> = row.try_get("", "group_prices_last_on")?;
        let after = [last, group_last].into_iter().flatten().filter_map(|day| day.succ_opt());
        let prices_change_on = begins.into_iter().chain(group_begins).chain(after).min();
        Ok(Counter { site, customer, zone: distributor.zone, calendar, prices_change_on })
    }
}

/// The counter of a site, for a verb that has to know it inside its own transaction.
pub async fn counter(conn: &impl ConnectionTrait, at: &At, now: DateTime<Utc>) -> Result<Counter> {
    let mut select = Query::select();
    select
        .from(site::Entity)
        .inner_join(
            customer::Entity,
            Expr::col((customer::Entity, customer::Column::Id)).equals((site::Entity, site::Column::CustomerId)),
        )
        .and_where(Expr::col((site::Entity, site::Column::Id)).eq(Expr::val(at.site)))
        .and_where(Expr::col((site::Entity, site::Column::CustomerId)).eq(Expr::val(at.customer)));
    surround(&mut select, conn.get_database_backend(), now);
    Counter::of(&conn.query_one(&select).await?.ok_or(Error::NotFound)?)
}

/// Adds to a statement about a site and its customer all that [`Counter::of`] reads.
pub(crate) fn surround(select: &mut SelectStatement, backend: DatabaseBackend, now: DateTime<Utc>) {
    let (array, aggregate) = match backend {
        DatabaseBackend::Sqlite => ("json_array", "json_group_array"),
        _ => ("json_build_array", "json_agg"),
    };
    let closures = Query::select()
        .expr(Func::cust(Alias::new(aggregate)).arg(Func::cust(Alias::new(array)).args([
            Expr::col((closure::Entity, closure::Column::FromOn)),
            Expr::col((closure::Entity, closure::Column::UntilOn)),
            Expr::col((closure::Entity, closure::Column::Name)),
        ])))
        .from(closure::Entity)
        // those that may matter: a day earlier for whoever is west of Greenwich
        .and_where(Expr::col((closure::Entity, closure::Column::UntilOn)).gte(now.date_naive() - Days::new(1)))
        .to_owned();
    let today = now.date_naive();
    let agreement = |column: price_agreement::Column, least: NaiveDate| {
        let next = Query::select()
            .expr(Func::min(Expr::col((price_agreement::Entity, column))))
            .from(price_agreement::Entity)
            .and_where(
                Expr::col((price_agreement::Entity, price_agreement::Column::CustomerId))
                    .equals((customer::Entity, customer::Column::Id)),
            )
            .and_where(Expr::col((price_agreement::Entity, column)).gte(least))
            .to_owned();
        Expr::SubQuery(None, Box::new(next.into()))
    };
    select
        .expr_as(agreement(price_agreement::Column::FromOn, today + Days::new(1)), Alias::new("prices_begin_on"))
        .expr_as(agreement(price_agreement::Column::UntilOn, today), Alias::new("prices_last_on"))
        .expr_as(
            group_turns(group_agreement::Column::FromOn, today + Days::new(1)),
            Alias::new("group_prices_begin_on"),
        )
        .expr_as(group_turns(group_agreement::Column::UntilOn, today), Alias::new("group_prices_last_on"))
        .expr_as(
            Expr::expr(Expr::SubQuery(None, Box::new(closures.into()))).cast_as(Alias::new("text")),
            Alias::new("closures"),
        )
        .left_join(distributor::Entity, Expr::col((distributor::Entity, distributor::Column::Id)).eq(1));
    columns::<site::Entity>(select, "s_");
    columns::<customer::Entity>(select, "c_");
    columns::<distributor::Entity>(select, "d_");
}

/// The first day from `least` on that an agreement of the customer's group has in `column`, for an article of his about
/// which nothing is agreed with himself then. In the order of an index, so that the first that fits is the answer.
fn group_turns(column: group_agreement::Column, least: NaiveDate) -> Expr {
    use group_agreement::{Column as OfGroup, Entity as Group};
    use price_agreement::{Column as Own, Entity as Agreement};
    let his = |column: customer::Column| (customer::Entity, column);
    let day = || Expr::col((Group, column));
    let listed = Query::select()
        .expr(Expr::val(1))
        .from(assortment_item::Entity)
        .and_where(
            Expr::col((assortment_item::Entity, assortment_item::Column::CustomerId)).equals(his(customer::Column::Id)),
        )
        .and_where(
            Expr::col((assortment_item::Entity, assortment_item::Column::ProductId))
                .equals((Group, OfGroup::ProductId)),
        )
        .take();
    let own = Query::select()
        .expr(Expr::val(1))
        .from(Agreement)
        .and_where(Expr::col((Agreement, Own::CustomerId)).equals(his(customer::Column::Id)))
        .and_where(Expr::col((Agreement, Own::ProductId)).equals((Group, OfGroup::ProductId)))
        .and_where(Expr::col((Agreement, Own::FromOn)).lte(day()))
        .and_where(Expr::col((Agreement, Own::UntilOn)).is_null().or(Expr::col((Agreement, Own::UntilOn)).gt(day())))
        .take();
    let first = Query::select()
        .expr(day())
        .from(Group)
        .and_where(Expr::col((Group, OfGroup::CustomerGroup)).equals(his(customer::Column::CustomerGroup)))
        .and_where(day().gte(least))
        .and_where(Expr::exists(listed))
        .and_where(Expr::exists(own).not())
        .order_by_expr(day(), Order::Asc)
        .limit(1)
        .take();
    Expr::SubQuery(None, Box::new(first.into()))
}

/// All columns of a table, each under its name with a prefix.
fn columns<E: EntityTrait>(select: &mut SelectStatement, prefix: &str) {
    for column in E::Column::iter() {
        let name = Alias::new(format!("{prefix}{}", column.as_str()));
        select.expr_as(Expr::col((E::default(), column)), name);
    }
}

/// Writes the one row, when a portal is set up or a world is made.
pub(crate) async fn put(write: &Write, distributor: &Distributor) -> Result<()> {
    let row = distributor::Model {
        id: 1,
        name: distributor.name.clone(),
        currency: distributor.currency.code().to_owned(),
        time_zone: distributor.zone.name().to_owned(),
        cut_off: distributor.cut_off.format("%H:%M").to_string(),
        lead_days: i64::from(distributor.lead_days),
        warehouse_days: distributor.warehouse_days.to_text(),
        next_order_number: 100_001,
    };
    distributor::Entity::insert(row.into_active_model())
        .on_conflict(
            OnConflict::column(distributor::Column::Id)
                .update_columns([
                    distributor::Column::Name,
                    distributor::Column::Currency,
                    distributor::Column::TimeZone,
                    distributor::Column::CutOff,
                    distributor::Column::LeadDays,
                    distributor::Column::WarehouseDays,
                ])
                .to_owned(),
        )
        .exec_without_returning(&**write)
        .await?;
    Ok(())
}

/// Days on which nothing leaves the warehouse.
pub(crate) async fn close_on(write: &Write, closures: &[Closure]) -> Result<()> {
    for c in closures {
        closure::Model { from_on: c.from, until_on: c.until, name: c.name.clone() }
            .into_active_model()
            .insert(&**write)
            .await?;
    }
    Ok(())
}

pub(crate) fn read(row: distributor::Model) -> Result<Distributor> {
    let stored = |what: &str| Error::Stored(format!("distributor.{what}"));
    Ok(Distributor {
        name: row.name,
        currency: Currency::from_code(&row.currency).ok_or_else(|| stored("currency"))?,
        zone: row.time_zone.parse().map_err(|_| stored("time_zone"))?,
        cut_off: NaiveTime::parse_from_str(&row.cut_off, "%H:%M").map_err(|_| stored("cut_off"))?,
        lead_days: u32::try_from(row.lead_days).map_err(|_| stored("lead_days"))?,
        warehouse_days: Weekdays::from_text(&row.warehouse_days).map_err(|_| stored("warehouse_days"))?,
    })
}
