//! The distributor itself: name, currency, calendar.

use chrono::{DateTime, Days, NaiveDate, NaiveTime, Utc};
use chrono_tz::Tz;
use domain::{
    Actor, Cents, Currency,
    access::At,
    customer::{Customer, GroupTerms},
    delivery::{Calendar, Closure, DeliveryDay, Weekdays},
};
use sea_orm::{ActiveModelTrait, ConnectionTrait, EntityTrait, IntoActiveModel, sea_query::OnConflict};
use serde::Deserialize;

use crate::{
    Db, Error, Result, Write,
    asked::{Asked, Flag, packed},
    entity::{closure, customer, distributor},
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
    /// Name, street, postcode and city of the site.
    site: [String; 4],
    pub customer: Customer,
    pub zone: Tz,
    pub calendar: Calendar,
    /// The day on which his prices may turn next: on which a price agreement of the customer, or of his group about an
    /// article of his, begins, or the first without one that ends, or that of another list price of an article of his, also
    /// where one is agreed with him ([`prices_turn_after`]).
    pub prices_turn_on: Option<NaiveDate>,
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
        let [name, street, postcode, city] = &self.site;
        let town = format!("{postcode} {city}");
        let parts = [name, street, &town];
        parts.map(|p| p.trim()).into_iter().filter(|p| !p.is_empty()).collect::<Vec<_>>().join(", ")
    }
}

/// The counter of a site, for a verb that has to know it inside its own transaction.
pub async fn counter(conn: &impl ConnectionTrait, at: &At, now: DateTime<Utc>) -> Result<Counter> {
    let mut asked = Asked::of(conn);
    let counter = surroundings(&mut asked, now);
    let (customer, site) = (asked.bind(at.customer.0), asked.bind(at.site.0));
    let question = format!(
        "SELECT {counter} AS packed FROM site s JOIN customer c ON c.id = s.customer_id
        LEFT JOIN distributor d ON d.id = 1 WHERE s.id = {site} AND s.customer_id = {customer}"
    );
    let [rows] = asked.answers(conn, [question]).await?;
    packed::<Surroundings>(&rows)?.pop().ok_or(Error::NotFound)?.counter()
}

/// All that surrounds a counter, as one array ([`Surroundings`]): of a statement about a site `s`, its customer `c`, and
/// the distributor `d`.
pub(crate) fn surroundings(asked: &mut Asked, now: DateTime<Utc>) -> String {
    let today = now.date_naive();
    // those that may matter: a day earlier for whoever is west of Greenwich
    let yesterday = asked.bind(today - Days::new(1));
    let closures = asked.all(&asked.array("from_on, until_on, name"));
    let closures = format!("(SELECT {closures} FROM closure WHERE until_on >= {yesterday})");
    let site = asked.array("s.name, s.street, s.postcode, s.city");
    let customer = asked.array(&format!(
        "{}, c.number, c.name, c.vat_number, c.language, c.customer_group, c.blocked, c.payment_days, c.credit_limit,
        c.outstanding, c.order_minimum, c.minimum_is_strict, c.notice_days, c.version",
        asked.id("c.id")
    ));
    let group_terms = asked.array("t.order_minimum, t.minimum_is_strict, t.notice_days");
    let group_terms = format!("(SELECT {group_terms} FROM group_terms t WHERE t.customer_group = c.customer_group)");
    let distributor = asked
        .array("d.id, d.name, d.currency, d.time_zone, d.cut_off, d.lead_days, d.warehouse_days, d.next_order_number");
    let turns = turns(asked, today);
    asked.array(&format!("{site}, {customer}, {group_terms}, {distributor}, s.delivery_days, {closures}, {turns}"))
}

/// The first days after `day` on which prices of a customer `c` may turn ([`Turns`]).
fn turns(asked: &mut Asked, day: NaiveDate) -> String {
    let (day, next) = (asked.bind(day), asked.bind(day + Days::new(1)));
    let own = |column: &str, least: &str| {
        format!("(SELECT min({column}) FROM price_agreement WHERE customer_id = c.id AND {column} >= {least})")
    };
    asked.array(&format!(
        "{}, {}, {}, {}, {}",
        own("from_on", &next),
        own("until_on", &day),
        group_turns("from_on", &next),
        group_turns("until_on", &day),
        // in the order of an index, so that the first that is his is the answer
        format_args!(
            "(SELECT p.coming_on FROM product p WHERE p.coming_on >= {next}
                AND EXISTS (SELECT 1 FROM assortment_item i WHERE i.customer_id = c.id AND i.product_id = p.id)
                ORDER BY p.coming_on LIMIT 1)"
        ),
    ))
}

/// The next day after `day` on which prices of the actor's customer may turn.
pub async fn prices_turn_after(db: &Db, actor: &Actor, day: NaiveDate) -> Result<Option<NaiveDate>> {
    let at = actor.at().ok_or(Error::NotFound)?;
    let mut asked = Asked::of(db.read());
    let turns = turns(&mut asked, day);
    let question = format!("SELECT {turns} AS packed FROM customer c WHERE c.id = {}", asked.bind(at.customer.0));
    let [rows] = asked.answers(db.read(), [question]).await?;
    Ok(packed::<Turns>(&rows)?.pop().and_then(Turns::first))
}

/// The first days on which an agreement with a customer begins, on which one ends, the same of his group, and the first
/// day of another list price of an article of his.
#[derive(Deserialize)]
struct Turns(Option<NaiveDate>, Option<NaiveDate>, Option<NaiveDate>, Option<NaiveDate>, Option<NaiveDate>);

impl Turns {
    fn first(self) -> Option<NaiveDate> {
        let Turns(begins, ends, group_begins, group_ends, list) = self;
        let after = [ends, group_ends].into_iter().flatten().filter_map(|day| day.succ_opt());
        [begins, group_begins, list].into_iter().flatten().chain(after).min()
    }
}

/// The first day from `least` on that an agreement of the customer's group has in `column`, for an article of his about
/// which nothing is agreed with himself then. In the order of an index, so that the first that fits is the answer.
fn group_turns(column: &str, least: &str) -> String {
    format!(
        "(SELECT g.{column} FROM group_agreement g WHERE g.customer_group = c.customer_group AND g.{column} >= {least}
            AND EXISTS (SELECT 1 FROM assortment_item i WHERE i.customer_id = c.id AND i.product_id = g.product_id)
            AND NOT EXISTS (SELECT 1 FROM price_agreement a WHERE a.customer_id = c.id AND a.product_id = g.product_id
                AND a.from_on <= g.{column} AND (a.until_on IS NULL OR a.until_on > g.{column}))
            ORDER BY g.{column} LIMIT 1)"
    )
}

/// What [`surroundings`] asks for.
#[derive(Deserialize)]
pub(crate) struct Surroundings {
    /// Name, street, postcode, city.
    site: [String; 4],
    customer: customer::Model,
    /// Minimum of an order, is it strict, days of notice.
    group_terms: Option<(Option<Cents>, Flag, Option<i64>)>,
    distributor: distributor::Model,
    delivery_days: String,
    closures: Option<Vec<(NaiveDate, NaiveDate, String)>>,
    turns: Turns,
}

impl Surroundings {
    pub fn counter(self) -> Result<Counter> {
        let distributor = read(self.distributor)?;
        let mut customer = crate::customers::read(self.customer)?;
        let group_terms = self.group_terms.map(|(order_minimum, is_strict, notice_days)| GroupTerms {
            order_minimum,
            minimum_is: crate::customers::strictness(is_strict.into()),
            notice_days,
        });
        customer.terms = customer.terms.within(&group_terms.unwrap_or_default());
        let closures = self.closures.unwrap_or_default();
        let calendar = Calendar {
            cut_off: distributor.cut_off,
            lead_days: distributor.lead_days,
            warehouse_days: distributor.warehouse_days,
            route_days: Weekdays::from_text(&self.delivery_days).map_err(|e| Error::Stored(e.to_string()))?,
            closures: closures.into_iter().map(|(from, until, name)| Closure { from, until, name }).collect(),
        };
        let prices_turn_on = self.turns.first();
        Ok(Counter { site: self.site, customer, zone: distributor.zone, calendar, prices_turn_on })
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
