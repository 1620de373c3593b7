//! Agreements as staff enter, end and extend them. What has begun is history: it is ended, never taken away.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::{
    Actor, CustomerId, Permission, ProductId, Refusal,
    agreement::{Deal, PriceAgreement, doubt, overlap},
    delivery,
    price::TieredPrice,
    product::Names,
    text,
};
use sea_orm::{
    ActiveModelTrait, ActiveValue, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, PaginatorTrait,
    QueryFilter, QueryOrder, QuerySelect,
};

use super::With;
use crate::{
    Db, Error, Fields, Result, Write, customers, distributor,
    entity::{customer, group_agreement, group_item, price_agreement, product},
    journal,
};

/// An agreement, and what it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agreed {
    pub product: ProductId,
    pub sku: String,
    pub names: Names,
    pub list: TieredPrice,
    pub agreement: PriceAgreement,
}

/// A customer group, with how many customers are in it and how many agreements there are with it, ended ones too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    pub name: String,
    pub customers: u64,
    pub agreements: u64,
}

/// All customer groups, by name.
pub async fn groups(db: &Db, actor: &Actor) -> Result<Vec<Group>> {
    actor.require(Permission::OrderOnBehalf)?;
    let customers: Vec<(String, i64)> = customer::Entity::find()
        .select_only()
        .column(customer::Column::CustomerGroup)
        .column_as(customer::Column::Id.count(), "customers")
        .filter(customer::COLUMN.customer_group.ne(""))
        .group_by(customer::Column::CustomerGroup)
        .into_tuple()
        .all(db.read())
        .await?;
    let agreements: Vec<(String, i64)> = group_agreement::Entity::find()
        .select_only()
        .column(group_agreement::Column::CustomerGroup)
        .column_as(group_agreement::Column::ProductId.count(), "agreements")
        .group_by(group_agreement::Column::CustomerGroup)
        .into_tuple()
        .all(db.read())
        .await?;
    let mut all: std::collections::BTreeMap<String, (i64, i64)> = std::collections::BTreeMap::new();
    for (name, count) in customers {
        all.entry(name).or_default().0 = count;
    }
    for (name, count) in agreements {
        all.entry(name).or_default().1 = count;
    }
    let count = |n: i64| u64::try_from(n).unwrap_or_default();
    Ok(all
        .into_iter()
        .map(|(name, (customers, agreements))| Group {
            name,
            customers: count(customers),
            agreements: count(agreements),
        })
        .collect())
}

/// All that was ever agreed with a customer or a group, by article and day; at most `most`, and what there is in all.
pub async fn with(db: &Db, actor: &Actor, with: &With, most: usize) -> Result<(Vec<Agreed>, u64)> {
    actor.require(Permission::OrderOnBehalf)?;
    let today = today(db).await?;
    exists(db.read(), with).await?;
    let (agreements, all): (Vec<(ProductId, PriceAgreement)>, u64) = match with {
        With::Customer(customer) => {
            let found = price_agreement::Entity::find().filter(price_agreement::COLUMN.customer_id.eq(*customer));
            let all = found.clone().count(db.read()).await?;
            // the newest first, so that of very many those that count today are there
            let rows = found.order_by_desc(price_agreement::Column::FromOn).limit(most as u64).all(db.read()).await?;
            (rows.into_iter().map(|row| (row.product_id, row.agreement())).collect(), all)
        }
        With::Group(group) => {
            let found = group_agreement::Entity::find().filter(group_agreement::COLUMN.customer_group.eq(group));
            let all = found.clone().count(db.read()).await?;
            let rows = found.order_by_desc(group_agreement::Column::FromOn).limit(most as u64).all(db.read()).await?;
            (rows.into_iter().map(|row| (row.product_id, row.agreement())).collect(), all)
        }
    };
    let about = product::Entity::find().filter(product::COLUMN.id.is_in(agreements.iter().map(|(id, _)| *id)));
    let products: HashMap<ProductId, product::Model> =
        about.all(db.read()).await?.into_iter().map(|p| (p.id, p)).collect();
    let mut rows: Vec<Agreed> = agreements
        .into_iter()
        .filter_map(|(id, agreement)| {
            let product = products.get(&id)?;
            let names = crate::products::names(product);
            Some(Agreed { product: id, sku: product.sku.clone(), names, list: product.tiered_on(today), agreement })
        })
        .collect();
    rows.sort_by(|a, b| (&a.sku, a.agreement.from).cmp(&(&b.sku, b.agreement.from)));
    Ok((rows, all))
}

/// Is there such a customer, or such a group?
pub(crate) async fn exists(conn: &impl ConnectionTrait, with: &With) -> Result<()> {
    match with {
        With::Customer(customer) => crate::customers::exists(conn, *customer).await,
        With::Group(group) => {
            let members =
                customer::Entity::find().filter(customer::COLUMN.customer_group.eq(group)).count(conn).await?;
            let agreed =
                group_agreement::Entity::find().filter(group_agreement::COLUMN.customer_group.eq(group)).count(conn);
            let items = group_item::Entity::find().filter(group_item::COLUMN.customer_group.eq(group)).count(conn);
            if group.is_empty() || members + agreed.await? + items.await? == 0 { Err(Error::NotFound) } else { Ok(()) }
        }
    }
}

/// What staff type about a new agreement.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AgreementForm {
    pub sku: String,
    /// With `tiers` as [`Deal::parse`] reads them.
    pub price: String,
    pub tiers: String,
    /// `2026-11-01`
    pub from: String,
    /// Empty: until further notice.
    pub until: String,
    /// Is a price meant that is far from the one before it?
    pub sure: bool,
}

/// Enters an agreement, from today on at the earliest. Refused is one that claims a day of another ([`Refusal::Overlaps`]
/// names both), and a price that asks something ([`doubt`]), until it is said to be right.
pub async fn enter(db: &Db, actor: &Actor, with: &With, form: &AgreementForm) -> Result<()> {
    actor.require(Permission::ManageAssortments)?;
    let today = today(db).await?;
    let mut fields = Fields::default();
    let sku = fields.take("sku", text::required(&form.sku, 40));
    let deal = fields.take_deal("price", &form.price, "tiers", &form.tiers);
    let from = fields.take("from", day(&form.from).and_then(|day| day.ok_or(Refusal::Required)).map(Some));
    let until = fields.take("until", day(&form.until));
    if let Some(from) = from.filter(|from| *from < today) {
        fields.refuse("from", Refusal::Past { date: from });
    }
    if until.is_some() && from > until {
        fields.refuse("until", Refusal::EndsBefore);
    }
    fields.check()?;
    let (Some(deal), Some(from)) = (deal, from) else { return Err(Error::field("price", Refusal::Required)) };
    let write = db.write().await?;
    hold(&write, with).await?;
    let about = product::Entity::find().filter(product::COLUMN.sku.eq(&sku)).one(&*write).await?;
    let about = about.ok_or_else(|| Error::field("sku", Refusal::UnknownChoice { typed: sku }))?;
    let group = with.group().unwrap_or_default().to_owned();
    let new = PriceAgreement { deal, from, until, group };
    let there = stored_about(&*write, with, about.id).await?;
    apart(&about.sku, &new, &there, None)?;
    if !form.sure {
        let (list, before) = (about.tiered_on(from), from.pred_opt().unwrap_or(from));
        let mut all = there;
        if let With::Customer(customer) = with {
            let others = super::about(&*write, *customer, about.id).await?;
            all.extend(others.into_iter().filter(|other| !other.group.is_empty()));
        }
        // of a group there are only its own
        let holding = all.iter().filter(|a| a.holds_on(before)).min_by_key(|a| !a.group.is_empty());
        let before = holding.map_or(list.base, |holding| holding.deal.clone().of(&list).base);
        let now = new.deal.clone().of(&list).base;
        let notice_days = customers::notice_days(&*write, with).await?;
        if let Some(refusal) = doubt(before, now, from, today, notice_days) {
            return Err(Error::field("price", refusal));
        }
    }
    put(&write, with, about.id, &new).await?;
    tell(db, &write, actor, with, about.id, "entered", [None, Some(&new)]).await?;
    write.commit().await
}

/// Which agreement is meant, as it was seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seen {
    pub product: ProductId,
    pub from: NaiveDate,
    pub until: Option<NaiveDate>,
}

/// Ends an agreement on a day, today at the earliest, or extends it: to another last day, or until further notice.
pub async fn set_last_day(db: &Db, actor: &Actor, with: &With, seen: Seen, until: &str) -> Result<()> {
    actor.require(Permission::ManageAssortments)?;
    let until = day(until).map_err(|refusal| Error::field("until", refusal))?;
    let today = today(db).await?;
    let write = db.write().await?;
    let (sku, before) = find(&write, with, seen).await?;
    let refused = match (before.until, until) {
        // what has passed does not change
        (Some(ended), _) if ended < today => Some(Refusal::Past { date: ended }),
        (_, Some(until)) if until < before.from => Some(Refusal::EndsBefore),
        (_, Some(until)) if until < today => Some(Refusal::Past { date: until }),
        _ => None,
    };
    if let Some(refusal) = refused {
        return Err(Error::field("until", refusal));
    }
    let after = PriceAgreement { until, ..before.clone() };
    let there = stored_about(&*write, with, seen.product).await?;
    apart(&sku, &after, &there, Some(before.from)).map_err(|error| match error {
        Error::Fields(fields) => {
            Error::Fields(fields.into_iter().map(|f| crate::FieldRefusal { field: "until".into(), ..f }).collect())
        }
        other => other,
    })?;
    end(&write, with, seen.product, &before, until).await?;
    tell(db, &write, actor, with, seen.product, "last_day", [Some(&before), Some(&after)]).await?;
    write.commit().await
}

/// Takes an agreement back before its first day; once that has come, it can only be ended.
pub async fn withdraw(db: &Db, actor: &Actor, with: &With, seen: Seen) -> Result<()> {
    actor.require(Permission::ManageAssortments)?;
    let today = today(db).await?;
    let write = db.write().await?;
    let (_, before) = find(&write, with, seen).await?;
    if before.from <= today {
        return Err(Refusal::Past { date: before.from }.into());
    }
    take_away(&write, with, seen.product, seen.from).await?;
    tell(db, &write, actor, with, seen.product, "withdrawn", [Some(&before), None]).await?;
    write.commit().await
}

pub(crate) async fn today(db: &Db) -> Result<NaiveDate> {
    let zone = distributor::get(db).await?.map_or_else(|| distributor::Distributor::unpacked("").zone, |d| d.zone);
    Ok(db.now().with_timezone(&zone).date_naive())
}

/// A day as the browser writes it; nothing is none.
pub(crate) fn day(typed: &str) -> Result<Option<NaiveDate>, Refusal> {
    match typed.trim() {
        "" => Ok(None),
        typed => delivery::day(typed).map(Some),
    }
}

/// Keeps others from agreeing something with the same party meanwhile. A page of the customer's assortment that was
/// opened before is out of date: it would end what it does not know.
pub(crate) async fn hold(write: &Write, with: &With) -> Result<()> {
    match with {
        With::Customer(customer) => {
            let row = customer::Entity::find_by_id(*customer).lock_exclusive().one(&**write).await?;
            let row = row.ok_or(Error::NotFound)?;
            let version = ActiveValue::Set(row.version + 1);
            let mut row = row.into_active_model();
            row.version = version;
            row.update(&**write).await?;
        }
        With::Group(_) => {
            hold_groups(write).await?;
            exists(&**write, with).await?;
        }
    }
    Ok(())
}

/// A group is no row that could be held.
pub(crate) async fn hold_groups(write: &Write) -> Result<()> {
    if write.get_database_backend() == sea_orm::DatabaseBackend::Postgres {
        write.execute_unprepared("LOCK TABLE group_agreement IN SHARE ROW EXCLUSIVE MODE").await?;
    }
    Ok(())
}

/// All agreements with the party itself about these products.
pub(crate) async fn stored(
    conn: &impl ConnectionTrait,
    with: &With,
    products: &[ProductId],
) -> Result<Vec<(ProductId, PriceAgreement)>> {
    Ok(match with {
        With::Customer(customer) => {
            let rows = price_agreement::Entity::find()
                .filter(price_agreement::COLUMN.customer_id.eq(*customer))
                .filter(price_agreement::COLUMN.product_id.is_in(products.iter().copied()));
            rows.all(conn).await?.iter().map(|row| (row.product_id, row.agreement())).collect()
        }
        With::Group(group) => {
            let rows = group_agreement::Entity::find()
                .filter(group_agreement::COLUMN.customer_group.eq(group))
                .filter(group_agreement::COLUMN.product_id.is_in(products.iter().copied()));
            rows.all(conn).await?.iter().map(|row| (row.product_id, row.agreement())).collect()
        }
    })
}

/// The same about one.
pub(crate) async fn stored_about(
    conn: &impl ConnectionTrait,
    with: &With,
    product: ProductId,
) -> Result<Vec<PriceAgreement>> {
    Ok(stored(conn, with, &[product]).await?.into_iter().map(|(_, agreement)| agreement).collect())
}

/// The agreement that is meant, if it is still as it was seen, with the code of its product.
async fn find(write: &Write, with: &With, seen: Seen) -> Result<(String, PriceAgreement)> {
    hold(write, with).await?;
    let about = product::Entity::find_by_id(seen.product).one(&**write).await?.ok_or(Error::NotFound)?;
    let there = stored_about(&**write, with, seen.product).await?;
    let there = there.into_iter().find(|a| a.from == seen.from).ok_or(Error::NotFound)?;
    if there.until != seen.until {
        return Err(Refusal::Stale.into());
    }
    Ok((about.sku, there))
}

/// No other agreement than the one from the day `but` claims a day of `new`.
fn apart(sku: &str, new: &PriceAgreement, there: &[PriceAgreement], but: Option<NaiveDate>) -> Result<()> {
    let other = there.iter().filter(|other| Some(other.from) != but).find(|other| overlap(other, new));
    other.map_or(Ok(()), |there| {
        let (new, there) = (Box::new(new.clone()), Box::new(there.clone()));
        Err(Error::field("from", Refusal::Overlaps { sku: sku.to_owned(), new, there }))
    })
}

/// From `on` on, `deal` counts instead of what holds then, as long as that would have, or until something else begins;
/// none lets nothing count. What held before and what holds now; nothing where that is the same.
pub(crate) async fn succeed(
    write: &Write,
    with: &With,
    product: ProductId,
    there: &[PriceAgreement],
    deal: Option<&Deal>,
    on: NaiveDate,
) -> Result<Option<[Option<PriceAgreement>; 2]>> {
    let before = there.iter().find(|agreement| agreement.holds_on(on));
    if before.map(|before| &before.deal) == deal {
        return Ok(None);
    }
    let next = || there.iter().map(|agreement| agreement.from).filter(|from| *from > on).min();
    let until = before.map_or_else(|| next().and_then(|next| next.pred_opt()), |before| before.until);
    match before {
        Some(before) if before.from == on => take_away(write, with, product, on).await?,
        Some(before) => end(write, with, product, before, on.pred_opt()).await?,
        None => {}
    }
    let group = with.group().unwrap_or_default().to_owned();
    let after = deal.map(|deal| PriceAgreement { deal: deal.clone(), from: on, until, group });
    if let Some(after) = &after {
        put(write, with, product, after).await?;
    }
    Ok(Some([before.cloned(), after]))
}

pub(crate) async fn end(
    write: &Write,
    with: &With,
    product: ProductId,
    before: &PriceAgreement,
    until: Option<NaiveDate>,
) -> Result<()> {
    match with {
        With::Customer(customer) => {
            let mut row = price_agreement::Model::of(*customer, product, before).into_active_model();
            row.until_on = ActiveValue::Set(until);
            row.update(&**write).await?;
        }
        With::Group(_) => {
            let mut row = group_agreement::Model::of(product, before).into_active_model();
            row.until_on = ActiveValue::Set(until);
            row.update(&**write).await?;
        }
    }
    Ok(())
}

pub(crate) async fn take_away(write: &Write, with: &With, product: ProductId, from: NaiveDate) -> Result<()> {
    match with {
        With::Customer(customer) => {
            price_agreement::Entity::delete_by_id((*customer, product, from)).exec(&**write).await?;
        }
        With::Group(group) => {
            group_agreement::Entity::delete_by_id((group.clone(), product, from)).exec(&**write).await?;
        }
    }
    Ok(())
}

pub(crate) async fn put(write: &Write, with: &With, product: ProductId, new: &PriceAgreement) -> Result<()> {
    match with {
        With::Customer(customer) => {
            price_agreement::Model::of(*customer, product, new).into_active_model().insert(&**write).await?;
        }
        With::Group(_) => {
            group_agreement::Model::of(product, new).into_active_model().insert(&**write).await?;
        }
    }
    Ok(())
}

async fn tell(
    db: &Db,
    write: &Write,
    actor: &Actor,
    with: &With,
    product: ProductId,
    kind: &str,
    [before, after]: [Option<&PriceAgreement>; 2],
) -> Result<()> {
    let customer: Option<CustomerId> = with.customer();
    let event = serde_json::json!({
        "kind": kind, "customer": customer, "customer_group": with.group(), "product": product,
        "before": before, "after": after,
    });
    journal::append(db, write, actor, "agreement", product.0, &event).await
}
