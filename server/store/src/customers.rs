//! Customers and their sites, as staff maintain them.

use domain::{
    Actor, CustomerId, Lang, Permission, Quantity, Refusal, SiteId,
    customer::{Customer, GroupTerms, Site, Standing, Strictness, Terms, vat_number},
    delivery::Weekdays,
    money::Cents,
    text,
};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect,
};

use crate::{
    Db, Error, Fields, Result, Write,
    agreements::With,
    assortments,
    clock::new_id,
    entity::{customer, group_terms, site},
    journal, search,
};

/// May this actor look at customers at all?
fn staff(actor: &Actor) -> Result<()> {
    actor.require(Permission::OrderOnBehalf)?;
    Ok(())
}

/// Customers whose name, number or VAT number fits, by name; all of them for an empty text. At most `most`.
pub async fn list(db: &Db, actor: &Actor, typed: &str, most: usize) -> Result<Vec<Customer>> {
    staff(actor)?;
    if typed.trim().is_empty() {
        let first = customer::Entity::find()
            .order_by_asc(customer::COLUMN.name)
            .order_by_asc(customer::COLUMN.id)
            .limit(most as u64);
        return first.all(db.read()).await?.into_iter().map(read).collect();
    }
    let found = search::customers(db, actor, typed, most).await?;
    let rows = customer::Entity::find().filter(customer::COLUMN.id.is_in(found.iter().copied())).all(db.read()).await?;
    let mut customers = rows.into_iter().map(read).collect::<Result<Vec<_>>>()?;
    customers.sort_by_key(|customer| found.iter().position(|id| *id == customer.id));
    Ok(customers)
}

/// One customer, for staff.
pub async fn get(db: &Db, actor: &Actor, id: CustomerId) -> Result<Customer> {
    staff(actor)?;
    by_id(db.read(), id).await
}

pub(crate) async fn by_id(conn: &impl ConnectionTrait, id: CustomerId) -> Result<Customer> {
    customer::Entity::find_by_id(id).one(conn).await?.ok_or(Error::NotFound).and_then(read)
}

pub(crate) async fn exists(conn: &impl ConnectionTrait, id: CustomerId) -> Result<()> {
    by_id(conn, id).await.map(|_| ())
}

/// One customer with the terms that count for him: his own, else those of his group.
pub(crate) async fn by_id_in_force(conn: &impl ConnectionTrait, id: CustomerId) -> Result<Customer> {
    let mut customer = by_id(conn, id).await?;
    let group = group_terms::Entity::find_by_id(&customer.group).one(conn).await?;
    customer.terms = customer.terms.within(&group.map(of_group).unwrap_or_default());
    Ok(customer)
}

fn of_group(row: group_terms::Model) -> GroupTerms {
    let group_terms::Model { order_minimum, minimum_is_strict, notice_days, .. } = row;
    GroupTerms { order_minimum, minimum_is: strictness(minimum_is_strict), notice_days }
}

pub(crate) const fn strictness(is_strict: bool) -> Strictness {
    if is_strict { Strictness::Strict } else { Strictness::Flexible }
}

/// The terms of a group and their version, which is 0 before there were any.
pub async fn terms_of_group(db: &Db, actor: &Actor, group: &str) -> Result<(GroupTerms, i64)> {
    staff(actor)?;
    let row = group_terms::Entity::find_by_id(group).one(db.read()).await?;
    Ok(row.map_or((GroupTerms::default(), 0), |row| (of_group(row.clone()), row.version)))
}

/// What staff type about a group.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GroupForm {
    pub order_minimum: String,
    pub minimum_is_strict: bool,
    pub notice_days: String,
}

impl GroupForm {
    /// The row, or what is wrong with each field. Shared by the page and the import.
    pub(crate) fn check(&self, group: &str) -> Result<group_terms::Model> {
        let mut fields = Fields::default();
        let order_minimum = fields.take("order_minimum", amount(&self.order_minimum));
        let notice_days = fields.take("notice_days", some_days(&self.notice_days));
        fields.check()?;
        Ok(group_terms::Model {
            customer_group: group.to_owned(),
            order_minimum,
            minimum_is_strict: self.minimum_is_strict,
            notice_days,
            version: 1,
        })
    }
}

/// Saves the terms of a group that has customers or agreements, if nobody else did meanwhile (`version`).
pub async fn save_group(db: &Db, actor: &Actor, group: &str, version: i64, form: &GroupForm) -> Result<()> {
    actor.require(Permission::ManageCustomers)?;
    let new = form.check(group)?;
    let write = db.write().await?;
    let with = With::Group(group.to_owned());
    crate::agreements::hold(&write, &with).await?;
    let before = group_terms::Entity::find_by_id(group).one(&*write).await?;
    if before.as_ref().map_or(0, |before| before.version) != version {
        return Err(Refusal::Stale.into());
    }
    let after = group_terms::Model { version: version + 1, ..new };
    let event = serde_json::json!({
        "kind": "group_terms", "customer_group": group,
        "before": before.as_ref().map(|before| format!("{before:?}")), "after": format!("{after:?}"),
    });
    match before {
        Some(_) => drop(after.into_active_model().reset_all().update(&*write).await?),
        None => drop(after.into_active_model().insert(&*write).await?),
    }
    // a group has no id of its own; the journal finds it by its name
    journal::append(db, &write, actor, "customer_group", uuid::Uuid::nil(), &event).await?;
    write.commit().await
}

/// How many days before the party is told of a higher price: a group, as long before as any of its customers.
pub(crate) async fn notice_days(conn: &impl ConnectionTrait, with: &With) -> Result<i64> {
    let (customers, group) = match with {
        With::Customer(customer) => {
            return Ok(by_id_in_force(conn, *customer).await?.terms.notice_days.unwrap_or_default());
        }
        With::Group(group) => (customer::Entity::find().filter(customer::COLUMN.customer_group.eq(group)), group),
    };
    let of_group = group_terms::Entity::find_by_id(group).one(conn).await?.and_then(|row| row.notice_days);
    let own: Vec<Option<i64>> =
        customers.select_only().column(customer::Column::NoticeDays).distinct().into_tuple().all(conn).await?;
    Ok(own.into_iter().map(|own| own.or(of_group).unwrap_or_default()).max().unwrap_or_default())
}

pub(crate) fn read(row: customer::Model) -> Result<Customer> {
    Ok(Customer {
        id: row.id,
        number: row.number,
        name: row.name,
        vat_number: row.vat_number,
        language: Lang::from_code(&row.language).ok_or_else(|| Error::Stored(row.language.clone()))?,
        group: row.customer_group,
        standing: if row.blocked { Standing::Blocked } else { Standing::Open },
        terms: Terms {
            payment_days: row.payment_days,
            credit_limit: row.credit_limit,
            outstanding: row.outstanding,
            order_minimum: row.order_minimum,
            minimum_is: strictness(row.minimum_is_strict),
            notice_days: row.notice_days,
        },
        version: row.version,
    })
}

/// What staff type about a customer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CustomerForm {
    pub number: String,
    pub name: String,
    pub vat_number: String,
    pub language: String,
    pub customer_group: String,
    pub blocked: bool,
    pub payment_days: String,
    pub credit_limit: String,
    pub outstanding: String,
    pub order_minimum: String,
    pub minimum_is_strict: bool,
    /// Empty: as the group.
    pub notice_days: String,
}

impl CustomerForm {
    /// The row, or what is wrong with each field. Shared by the page and the import.
    pub(crate) fn check(&self) -> Result<customer::Model> {
        let mut fields = Fields::default();
        let number = fields.take("number", text::required(&self.number, 20));
        let name = fields.take("name", text::required(&self.name, 80));
        let vat_number = fields.take("vat_number", vat_number(&self.vat_number));
        let language = fields.take("language", language(&self.language));
        let customer_group = fields.take("customer_group", text::line(&self.customer_group, 40));
        let payment_days = fields.take("payment_days", whole(&self.payment_days, 365));
        let credit_limit = fields.take("credit_limit", amount(&self.credit_limit));
        let outstanding = fields.take("outstanding", amount(&self.outstanding));
        let order_minimum = fields.take("order_minimum", amount(&self.order_minimum));
        let notice_days = fields.take("notice_days", some_days(&self.notice_days));
        fields.check()?;
        Ok(customer::Model {
            id: CustomerId(new_id()),
            number,
            name,
            vat_number,
            language: language.code().to_owned(),
            customer_group,
            blocked: self.blocked,
            payment_days,
            credit_limit,
            outstanding: outstanding.unwrap_or_default(),
            order_minimum,
            minimum_is_strict: self.minimum_is_strict,
            notice_days,
            version: 1,
        })
    }
}

/// A language code of the portal.
pub(crate) fn language(typed: &str) -> Result<Lang, Refusal> {
    Lang::from_code(typed).ok_or_else(|| Refusal::UnknownChoice { typed: typed.chars().take(40).collect() })
}

/// An amount in euros and cents; empty is none, negative is refused.
pub(crate) fn amount(typed: &str) -> Result<Option<Cents>, Refusal> {
    if typed.trim().is_empty() {
        return Ok(None);
    }
    match domain::quantity::parse_decimal(typed, 2)? {
        ..0 => Err(Refusal::Negative),
        100_000_000_000.. => Err(Refusal::TooMany { most: Quantity::MOST }),
        cents => Ok(Some(Cents(cents))),
    }
}

/// Days of at most a year; empty is none.
fn some_days(typed: &str) -> Result<Option<i64>, Refusal> {
    if typed.trim().is_empty() { Ok(None) } else { whole(typed, 365).map(Some) }
}

/// A whole number from 0 to `most`; empty is 0.
pub(crate) fn whole(typed: &str, most: i64) -> Result<i64, Refusal> {
    if typed.trim().is_empty() {
        return Ok(0);
    }
    match domain::quantity::parse_decimal(typed, 0)? {
        ..0 => Err(Refusal::Negative),
        number if number > most => Err(Refusal::TooMany { most: Quantity::whole(most) }),
        number => Ok(number),
    }
}

/// A new customer, with nothing agreed and no site yet.
pub async fn create(db: &Db, actor: &Actor, form: &CustomerForm) -> Result<CustomerId> {
    actor.require(Permission::ManageCustomers)?;
    let row = form.check()?;
    let write = db.write().await?;
    assortments::hold_groups(&write).await?;
    number_is_free(&write, &row.number, None).await?;
    let id = row.id;
    let event = serde_json::json!({ "kind": "created", "after": format!("{row:?}") });
    row.into_active_model().insert(&*write).await?;
    assortments::follow(&write, Some(&With::Customer(id))).await?;
    journal::append(db, &write, actor, "customer", id.0, &event).await?;
    write.commit().await?;
    Ok(id)
}

async fn number_is_free(write: &Write, number: &str, but: Option<CustomerId>) -> Result<()> {
    let other = customer::Entity::find().filter(customer::COLUMN.number.eq(number)).one(&**write).await?;
    match other {
        Some(other) if Some(other.id) != but => Err(Error::field("number", Refusal::Taken)),
        _ => Ok(()),
    }
}

/// Saves the terms, if nobody else did meanwhile (`version`).
pub async fn save(db: &Db, actor: &Actor, id: CustomerId, version: i64, form: &CustomerForm) -> Result<()> {
    actor.require(Permission::ManageCustomers)?;
    let new = form.check()?;
    let write = db.write().await?;
    assortments::hold_groups(&write).await?;
    let before = customer::Entity::find_by_id(id).lock_exclusive().one(&*write).await?.ok_or(Error::NotFound)?;
    if before.version != version {
        return Err(Refusal::Stale.into());
    }
    number_is_free(&write, &new.number, Some(id)).await?;
    let after = customer::Model { id, version: version + 1, ..new };
    let event =
        serde_json::json!({ "kind": "changed", "before": format!("{before:?}"), "after": format!("{after:?}") });
    after.into_active_model().reset_all().update(&*write).await?;
    assortments::follow(&write, Some(&With::Customer(id))).await?;
    journal::append(db, &write, actor, "customer", id.0, &event).await?;
    write.commit().await
}

/// The sites of a customer, for staff.
pub async fn sites(db: &Db, actor: &Actor, id: CustomerId) -> Result<Vec<Site>> {
    staff(actor)?;
    sites_of(db.read(), id).await
}

pub(crate) async fn sites_of(conn: &impl ConnectionTrait, id: CustomerId) -> Result<Vec<Site>> {
    let rows =
        site::Entity::find().filter(site::COLUMN.customer_id.eq(id)).order_by_asc(site::COLUMN.code).all(conn).await?;
    rows.into_iter().map(read_site).collect()
}

fn read_site(row: site::Model) -> Result<Site> {
    Ok(Site {
        id: row.id,
        customer: row.customer_id,
        code: row.code,
        name: row.name,
        street: row.street,
        postcode: row.postcode,
        city: row.city,
        delivery_days: Weekdays::from_text(&row.delivery_days).map_err(|e| Error::Stored(e.to_string()))?,
        version: row.version,
    })
}

/// What staff type about a site.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SiteForm {
    pub code: String,
    pub name: String,
    pub street: String,
    pub postcode: String,
    pub city: String,
    /// `mon tue …`
    pub delivery_days: String,
}

impl SiteForm {
    /// The row of a new site, or what is wrong with each field. Shared by the page and the import.
    pub(crate) fn check(&self, customer: CustomerId) -> Result<site::Model> {
        let mut fields = Fields::default();
        let code = fields.take("code", text::required(&self.code, 20));
        let name = fields.take("name", text::required(&self.name, 80));
        let street = fields.take("street", text::line(&self.street, 80));
        let postcode = fields.take("postcode", text::line(&self.postcode, 12));
        let city = fields.take("city", text::line(&self.city, 60));
        let days = fields.take("delivery_days", Weekdays::from_text(&self.delivery_days));
        fields.check()?;
        Ok(site::Model {
            id: SiteId(new_id()),
            customer_id: customer,
            code,
            name,
            street,
            postcode,
            city,
            delivery_days: days.to_text(),
            version: 1,
        })
    }
}

/// Saves a site as it was seen (id and version), or makes a new one where none is named.
pub async fn save_site(
    db: &Db,
    actor: &Actor,
    customer: CustomerId,
    site: Option<(SiteId, i64)>,
    form: &SiteForm,
) -> Result<SiteId> {
    actor.require(Permission::ManageCustomers)?;
    let new = form.check(customer)?;
    let write = db.write().await?;
    // held, so that of two who save the same version only one does
    customer::Entity::find_by_id(customer).lock_exclusive().one(&*write).await?.ok_or(Error::NotFound)?;
    let others = sites_of(&*write, customer).await?;
    if others.iter().any(|o| o.code == new.code && site.is_none_or(|(id, _)| o.id != id)) {
        return Err(Error::field("code", Refusal::Taken));
    }
    let before = match site {
        Some((id, version)) => {
            let there = others.into_iter().find(|o| o.id == id).ok_or(Error::NotFound)?;
            if there.version != version {
                return Err(Refusal::Stale.into());
            }
            Some(there)
        }
        None => None,
    };
    let after = site::Model {
        id: site.map_or(new.id, |(id, _)| id),
        version: before.as_ref().map_or(1, |b| b.version + 1),
        ..new
    };
    let id = after.id;
    let event = serde_json::json!({ "kind": "site", "before": before.as_ref().map(|b| format!("{b:?}")), "after": format!("{after:?}") });
    if before.is_some() {
        after.into_active_model().reset_all().update(&*write).await?;
    } else {
        after.into_active_model().insert(&*write).await?;
    }
    journal::append(db, &write, actor, "customer", customer.0, &event).await?;
    write.commit().await?;
    Ok(id)
}
