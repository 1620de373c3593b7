//! The distributor itself: name, currency, calendar.

use chrono::{NaiveDate, NaiveTime};
use chrono_tz::Tz;
use domain::{
    Currency,
    delivery::{Calendar, Closure, Weekdays},
};
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, sea_query::OnConflict};

use crate::{
    Db, Error, Result, Write,
    entity::{closure, distributor},
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

/// The days on which goods can come to a site with these route days.
pub(crate) async fn calendar(
    conn: &impl sea_orm::ConnectionTrait,
    route_days: &str,
    from: NaiveDate,
) -> Result<(Distributor, Calendar)> {
    let row = distributor::Entity::find_by_id(1).one(conn).await?.ok_or(Error::NotFound)?;
    let distributor = read(row)?;
    let closures = closure::Entity::find()
        .filter(closure::COLUMN.until_on.gte(from))
        .order_by_asc(closure::COLUMN.from_on)
        .all(conn)
        .await?;
    let calendar = Calendar {
        cut_off: distributor.cut_off,
        lead_days: distributor.lead_days,
        warehouse_days: distributor.warehouse_days,
        route_days: Weekdays::from_text(route_days).map_err(|e| Error::Stored(e.to_string()))?,
        closures: closures.into_iter().map(|c| Closure { from: c.from_on, until: c.until_on, name: c.name }).collect(),
    };
    Ok((distributor, calendar))
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

fn read(row: distributor::Model) -> Result<Distributor> {
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
