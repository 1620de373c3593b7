//! Announcements: as staff maintain them, and as a customer's person reads them.
//!
//! Who saw one is noted in memory ([`Seen`]) and written in one go now and then: a page that is read writes nothing.

use std::{
    collections::HashSet,
    sync::{Mutex, PoisonError},
};

use chrono::NaiveDate;
use domain::{
    Actor, AnnouncementId, CustomerId, Lang, Permission, ProductId, Refusal, UserId,
    access::Party,
    announcement::{Announced, Announcement, Asking, Counts, Reach, SampleState, TAKEN_WITHIN_DAYS},
    product::Names,
    promotion::Span,
    suggestion, text,
};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect,
    Statement, sea_query::OnConflict,
};
use serde::Deserialize;
use uuid::Uuid;

use crate::{
    Db, Error, Fields, Result,
    asked::{Asked, Flag, packed},
    assortments::names_in,
    clock::new_id,
    db::{insert_all, millis},
    entity::{announcement, announcement_person, product, sample_request},
    journal, promotions,
};

/// What the actor is told on `day`, the newest first; no more than a screen takes. What he put away is gone, and so is
/// what his site has begun to order.
pub(crate) fn shown(asked: &mut Asked, actor: &Actor, day: NaiveDate) -> Result<String> {
    let site = asked.bind(actor.at().ok_or(Error::NotFound)?.site.0);
    let not_taken =
        format!("NOT EXISTS (SELECT 1 FROM habit h WHERE h.site_id = {site} AND h.product_id = a.product_id)");
    question(asked, actor, day, &format!("s.dismissed_at IS NULL AND {not_taken}"))
}

/// What the actor is told of one product.
pub async fn about(db: &Db, actor: &Actor, product: ProductId, day: NaiveDate) -> Result<Option<Announced>> {
    let mut asked = Asked::of(db.read());
    let product = asked.bind(product.0);
    let question = question(&mut asked, actor, day, &format!("s.dismissed_at IS NULL AND a.product_id = {product}"))?;
    let [rows] = asked.answers(db.read(), [question]).await?;
    Ok(answer(&rows)?.into_iter().next())
}

/// One that is meant for the actor's customer, also where he put it away.
pub(crate) async fn one(db: &Db, actor: &Actor, id: AnnouncementId, day: NaiveDate) -> Result<Announced> {
    let mut asked = Asked::of(db.read());
    let id = asked.bind(id.0);
    let question = question(&mut asked, actor, day, &format!("a.id = {id}"))?;
    let [rows] = asked.answers(db.read(), [question]).await?;
    answer(&rows)?.pop().ok_or(Error::NotFound)
}

/// Which of what is announced to the actor's customer is asked for; answered by [`answer`].
fn question(asked: &mut Asked, actor: &Actor, day: NaiveDate, which: &str) -> Result<String> {
    let at = actor.at().ok_or(Error::NotFound)?;
    let (text, reason) = match actor.language {
        Lang::Nl => ("text_nl", "reason_nl"),
        Lang::Fr => ("text_fr", "reason_fr"),
        Lang::En => ("text_en", "reason_en"),
    };
    let (customer, user, day) = (asked.bind(at.customer.0), asked.bind(actor.user.0), asked.bind(day));
    let row = asked.array(&format!(
        "{id}, {product}, a.from_on, a.until_on, i.product_id IS NOT NULL, s.seen_at,
        coalesce(i.own_name, nullif(p.{name}, ''), p.name_nl), coalesce(nullif(a.{text}, ''), a.text_nl),
        coalesce(nullif(a.{reason}, ''), a.reason_nl), a.samples, r.state, r.reason, l.state, l.reason",
        id = asked.id("a.id"),
        product = asked.id("a.product_id"),
        name = names_in(actor.language),
    ));
    Ok(format!(
        "SELECT {row} AS packed
        FROM announcement a
        JOIN product p ON p.id = a.product_id AND p.discontinued = false
        LEFT JOIN assortment_item i ON i.customer_id = {customer} AND i.product_id = a.product_id
        LEFT JOIN announcement_person s
            ON s.announcement_id = a.id AND s.customer_id = {customer} AND s.user_id = {user}
        LEFT JOIN sample_request r
            ON r.customer_id = {customer} AND r.product_id = a.product_id AND r.wants = 'sample'
        LEFT JOIN sample_request l
            ON l.customer_id = {customer} AND l.product_id = a.product_id AND l.wants = 'listing'
        WHERE a.until_on >= {day} AND a.from_on <= {day} AND (a.customer_group = ''
            OR a.customer_group = (SELECT customer_group FROM customer WHERE id = {customer}))
            AND (i.product_id IS NOT NULL OR a.beyond) AND {which}
        ORDER BY a.from_on DESC, a.id LIMIT {most}",
        most = suggestion::MOST
    ))
}

/// An announcement in the order in which [`question`] packs it.
#[derive(Deserialize)]
struct Row(
    Uuid,           // id
    Uuid,           // product
    NaiveDate,      // first day
    NaiveDate,      // last day
    Flag,           // in the assortment
    Option<i64>,    // when it was seen first
    String,         // name of the product
    String,         // text
    String,         // reason
    Flag,           // samples are offered
    Option<String>, // state of the request for a sample
    Option<String>, // and its reason
    Option<String>, // state of the request for a place in the list
    Option<String>, // and its reason
);

/// What is announced, the newest first.
pub(crate) fn answer(rows: &str) -> Result<Vec<Announced>> {
    let mut rows: Vec<Row> = packed(rows)?;
    rows.sort_by_key(|row| (std::cmp::Reverse(row.2), row.0));
    rows.into_iter().map(announced).collect()
}

fn announced(row: Row) -> Result<Announced> {
    let Row(id, product, _, until, listed, seen, name, text, reason, samples, sample, sample_reason, place, why) = row;
    let asking = |offered: bool, state: Option<String>, reason: Option<String>| match state {
        Some(key) => {
            let state = SampleState::of(&key, reason.unwrap_or_default());
            Ok(Asking::Asked(state.ok_or(Error::Stored(key))?))
        }
        None if offered => Ok(Asking::Offered),
        None => Ok::<_, Error>(Asking::NotOffered),
    };
    let listed = bool::from(listed);
    let listing = match asking(!listed, place, why)? {
        // what is in the list is no question any more
        Asking::Asked(_) if listed => Asking::NotOffered,
        asking => asking,
    };
    Ok(Announced {
        id: AnnouncementId(id),
        product: ProductId(product),
        name,
        text,
        reason,
        until,
        listed,
        sample: asking(samples.into(), sample, sample_reason)?,
        listing,
        seen: seen.is_some(),
    })
}

type Sight = (AnnouncementId, CustomerId, UserId);

/// Who saw what for the first time and is not written down yet.
#[derive(Default)]
pub(crate) struct Seen(Mutex<HashSet<Sight>>);

/// Remembers that the actor saw these; staff who look over his shoulder are not counted.
pub fn saw(db: &Db, actor: &Actor, announced: &[Announced]) {
    let Party::Customer(at) = &actor.party else { return };
    let new = announced.iter().filter(|a| !a.seen).map(|a| (a.id, at.customer, actor.user));
    db.seen().0.lock().unwrap_or_else(PoisonError::into_inner).extend(new);
}

/// Writes down who saw what since the last time; once a minute, and before somebody asks.
pub async fn write_seen(db: &Db) -> Result<()> {
    let seen = std::mem::take(&mut *db.seen().0.lock().unwrap_or_else(PoisonError::into_inner));
    if seen.is_empty() {
        return Ok(());
    }
    let write = db.write().await?;
    // an announcement that was taken away meanwhile is no row to refer to
    let there: HashSet<AnnouncementId> = announcement::Entity::find()
        .select_only()
        .column(announcement::Column::Id)
        .filter(announcement::COLUMN.id.is_in(seen.iter().map(|(id, ..)| *id).collect::<HashSet<_>>()))
        .into_tuple::<AnnouncementId>()
        .all(&*write)
        .await?
        .into_iter()
        .collect();
    let seen_at = millis(db.now());
    let rows: Vec<_> = seen
        .into_iter()
        .filter(|(id, ..)| there.contains(id))
        .map(|(announcement_id, customer_id, user_id)| {
            announcement_person::Model { announcement_id, customer_id, user_id, seen_at, dismissed_at: None }
                .into_active_model()
        })
        .collect();
    for some in rows.chunks(crate::db::portion::<announcement_person::Entity>()) {
        announcement_person::Entity::insert_many(some.to_vec())
            .on_conflict(once().do_nothing().to_owned())
            .exec_without_returning(&*write)
            .await?;
    }
    write.commit().await
}

fn once() -> OnConflict {
    use announcement_person::Column::{AnnouncementId, CustomerId, UserId};
    OnConflict::columns([AnnouncementId, CustomerId, UserId])
}

/// The actor wants to see it no more, at this customer.
pub async fn dismiss(db: &Db, actor: &Actor, id: AnnouncementId, day: NaiveDate) -> Result<()> {
    actor.require(Permission::FillBasket)?;
    one(db, actor, id, day).await?;
    // who only looks over his shoulder puts nothing away for him
    let Party::Customer(at) = &actor.party else { return Err(Error::NotFound) };
    let now = millis(db.now());
    let write = db.write().await?;
    let row = announcement_person::Model {
        announcement_id: id,
        customer_id: at.customer,
        user_id: actor.user,
        seen_at: now,
        dismissed_at: Some(now),
    };
    announcement_person::Entity::insert(row.into_active_model())
        .on_conflict(once().update_column(announcement_person::Column::DismissedAt).to_owned())
        .exec_without_returning(&*write)
        .await?;
    journal::append(db, &write, actor, "announcement", id.0, &serde_json::json!({ "kind": "dismissed" })).await?;
    write.commit().await
}

/// What staff type.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AnnouncementForm {
    pub sku: String,
    pub text_nl: String,
    pub text_fr: String,
    pub text_en: String,
    pub reason_nl: String,
    pub reason_fr: String,
    pub reason_en: String,
    pub group: String,
    pub from: String,
    pub until: String,
    pub beyond: bool,
    pub samples: bool,
}

/// Most characters of what is announced: it stands beside an order.
const TEXT_MOST: usize = 240;
const REASON_MOST: usize = 80;

/// All that have not ended before `since`, the one that ends last first, with what came of them.
pub async fn list(db: &Db, actor: &Actor, since: NaiveDate) -> Result<Vec<Announcement>> {
    actor.require(Permission::OrderOnBehalf)?;
    write_seen(db).await?;
    let rows = announcement::Entity::find()
        .filter(announcement::COLUMN.until_on.gte(since))
        .order_by_desc(announcement::COLUMN.until_on)
        .order_by_asc(announcement::COLUMN.id)
        .limit(200)
        .all(db.read())
        .await?;
    let mut all = Vec::with_capacity(rows.len());
    for row in rows {
        all.push(whole(db, actor, row).await?);
    }
    Ok(all)
}

/// One of them, for staff.
pub async fn get(db: &Db, actor: &Actor, id: AnnouncementId) -> Result<Announcement> {
    actor.require(Permission::OrderOnBehalf)?;
    write_seen(db).await?;
    let row = announcement::Entity::find_by_id(id).one(db.read()).await?.ok_or(Error::NotFound)?;
    whole(db, actor, row).await
}

async fn whole(db: &Db, actor: &Actor, row: announcement::Model) -> Result<Announcement> {
    let product = product::Entity::find_by_id(row.product_id).one(db.read()).await?.ok_or(Error::NotFound)?;
    Ok(Announcement {
        id: row.id,
        product: row.product_id,
        name: crate::products::names(&product).get(actor.language).to_owned(),
        sku: product.sku,
        counts: counts(db, row.id).await?,
        texts: Names { nl: row.text_nl, fr: row.text_fr, en: row.text_en },
        reasons: Names { nl: row.reason_nl, fr: row.reason_fr, en: row.reason_en },
        span: Span { from: row.from_on, until: row.until_on, group: row.customer_group },
        reach: Reach::of(row.beyond),
        samples: row.samples,
        version: row.version,
    })
}

async fn counts(db: &Db, id: AnnouncementId) -> Result<Counts> {
    let within = TAKEN_WITHIN_DAYS * 24 * 3600 * 1000;
    let sql = format!(
        "SELECT count(*) AS seen, count(s.dismissed_at) AS dismissed,
            coalesce(sum(CASE WHEN EXISTS (
                SELECT 1 FROM \"order\" o
                JOIN order_line l ON l.order_id = o.id AND l.product_id = a.product_id AND l.ordered > 0
                WHERE o.entered_by = s.user_id AND o.customer_id = s.customer_id
                    AND o.submitted_at >= s.seen_at AND o.submitted_at < s.seen_at + {within}
                    AND o.state NOT IN ('cancelled', 'declined')
            ) THEN 1 ELSE 0 END), 0) AS taken,
            (SELECT count(*) FROM sample_request r WHERE r.announcement_id = $1) AS requests
        FROM announcement_person s JOIN announcement a ON a.id = s.announcement_id WHERE s.announcement_id = $1"
    );
    let asked = Statement::from_sql_and_values(db.read().get_database_backend(), sql, [id.0.into()]);
    let Some(row) = db.read().query_one_raw(asked).await? else { return Ok(Counts::default()) };
    let count = |column: &str| -> Result<u64> { Ok(u64::try_from(row.try_get::<i64>("", column)?).unwrap_or(0)) };
    Ok(Counts {
        seen: count("seen")?,
        taken: count("taken")?,
        dismissed: count("dismissed")?,
        requests: count("requests")?,
    })
}

impl AnnouncementForm {
    fn check(&self) -> (announcement::Model, Fields) {
        let mut fields = Fields::default();
        let text_nl = fields.take("text_nl", text::required(&self.text_nl, TEXT_MOST));
        let text_fr = fields.take("text_fr", text::line(&self.text_fr, TEXT_MOST));
        let text_en = fields.take("text_en", text::line(&self.text_en, TEXT_MOST));
        let reason_nl = fields.take("reason_nl", text::line(&self.reason_nl, REASON_MOST));
        let reason_fr = fields.take("reason_fr", text::line(&self.reason_fr, REASON_MOST));
        let reason_en = fields.take("reason_en", text::line(&self.reason_en, REASON_MOST));
        let customer_group = fields.take("group", text::line(&self.group, 40));
        let from = fields.take("from", promotions::date(&self.from).map(Some));
        let until = fields.take("until", promotions::date(&self.until).map(Some));
        if from > until && until.is_some() {
            fields.refuse("until", Refusal::EndsBefore);
        }
        let row = announcement::Model {
            id: AnnouncementId(new_id()),
            product_id: ProductId(Uuid::nil()),
            text_nl,
            text_fr,
            text_en,
            reason_nl,
            reason_fr,
            reason_en,
            customer_group,
            from_on: from.unwrap_or_default(),
            until_on: until.unwrap_or_default(),
            beyond: self.beyond,
            samples: self.samples,
            version: 1,
        };
        (row, fields)
    }
}

/// Saves an announcement as it was seen (id and version), or makes a new one where none is named. Who put it away keeps
/// it away.
pub async fn save(
    db: &Db,
    actor: &Actor,
    seen: Option<(AnnouncementId, i64)>,
    form: &AnnouncementForm,
) -> Result<AnnouncementId> {
    actor.require(Permission::ManageAssortments)?;
    let (new, mut fields) = form.check();
    let write = db.write().await?;
    let before = match seen {
        Some((id, version)) => Some(held(&write, id, version).await?),
        None => None,
    };
    let product = fields.take("sku", product_of(&*write, &form.sku).await?.map(Some));
    fields.check()?;
    let after = announcement::Model {
        id: before.as_ref().map_or(new.id, |b| b.id),
        version: before.as_ref().map_or(1, |b| b.version + 1),
        product_id: product.ok_or(Error::NotFound)?,
        ..new
    };
    let event = serde_json::json!({
        "kind": if before.is_some() { "changed" } else { "created" },
        "before": before.as_ref().map(|b| format!("{b:?}")),
        "after": format!("{after:?}"),
    });
    let id = after.id;
    if before.is_some() {
        after.into_active_model().reset_all().update(&*write).await?;
    } else {
        insert_all(&write, vec![after.into_active_model()]).await?;
    }
    journal::append(db, &write, actor, "announcement", id.0, &event).await?;
    write.commit().await?;
    Ok(id)
}

/// Takes an announcement away, with who saw it; requests that came of it stay.
pub async fn remove(db: &Db, actor: &Actor, id: AnnouncementId, version: i64) -> Result<()> {
    actor.require(Permission::ManageAssortments)?;
    let write = db.write().await?;
    let there = held(&write, id, version).await?;
    announcement_person::Entity::delete_many()
        .filter(announcement_person::COLUMN.announcement_id.eq(id))
        .exec(&*write)
        .await?;
    sample_request::Entity::update_many()
        .col_expr(sample_request::Column::AnnouncementId, Option::<Uuid>::None.into())
        .filter(sample_request::COLUMN.announcement_id.eq(id))
        .exec(&*write)
        .await?;
    announcement::Entity::delete_by_id(id).exec(&*write).await?;
    let event = serde_json::json!({ "kind": "removed", "before": format!("{there:?}") });
    journal::append(db, &write, actor, "announcement", id.0, &event).await?;
    write.commit().await
}

async fn held(write: &crate::Write, id: AnnouncementId, version: i64) -> Result<announcement::Model> {
    let there = announcement::Entity::find_by_id(id).lock_exclusive().one(&**write).await?.ok_or(Error::NotFound)?;
    if there.version == version { Ok(there) } else { Err(Refusal::Stale.into()) }
}

/// The product with this article number, or why there is none.
pub(crate) async fn product_of(conn: &impl ConnectionTrait, typed: &str) -> Result<Result<ProductId, Refusal>> {
    let sku = match text::required(typed, 40) {
        Ok(sku) => sku,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let found = product::Entity::find().filter(product::COLUMN.sku.eq(&sku)).one(conn).await?;
    Ok(found.map(|p| p.id).ok_or(Refusal::UnknownChoice { typed: sku }))
}
