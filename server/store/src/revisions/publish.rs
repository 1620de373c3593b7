//! A revision published, or looked at as if it were.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::{
    Actor, ProductId, Refusal, RevisionId,
    agreement::{Deal, PriceAgreement, doubt},
    price::TieredPrice,
    revision::{MOST_ROWS, keep_tiers, typed_tiers},
    text,
};
use sea_orm::{
    ActiveModelTrait, ActiveValue, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect,
    sea_query::LockType,
};

use super::{Of, Priced, Which, read};
use crate::{
    Db, Error, Fields, Result, Write,
    agreements::{day, hold, stored, succeed, today},
    clock::new_id,
    customers,
    db::{insert_all, millis},
    entity::{price_revision, price_revision_row as revised, product},
    journal,
};

/// One price as it is to be. What is empty stays: without price and tiers all of it, without tiers those that hold, unless
/// they are said to go ([`typed_tiers`]).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowForm {
    pub product: ProductId,
    /// As [`Priced::seen`] said it.
    pub seen: String,
    pub price: String,
    pub tiers: String,
    /// Is a price meant that is far from the one before it?
    pub sure: bool,
}

/// What would be refused if all this were published now.
pub async fn check(db: &Db, actor: &Actor, of: &Of, from: &str, forms: &[RowForm]) -> Result<()> {
    // never committed, all of it is as if it had not been
    revise(db, actor, of, from, forms).await.map(|_| ())
}

/// Revises all these prices or none. `from` is a day to come, or today for the list. Each refusal is under
/// `price.<product>`, `tiers.<product>` or `from`; a price that somebody changed meanwhile is stale.
pub async fn publish(db: &Db, actor: &Actor, of: &Of, from: &str, forms: &[RowForm]) -> Result<RevisionId> {
    let (write, id) = revise(db, actor, of, from, forms).await?;
    write.commit().await?;
    Ok(id)
}

async fn revise(db: &Db, actor: &Actor, of: &Of, from: &str, forms: &[RowForm]) -> Result<(Write, RevisionId)> {
    of.require(actor)?;
    let today = today(db).await?;
    let mut fields = Fields::default();
    let from = fields.take("from", day(from).and_then(|day| day.ok_or(Refusal::Required)).map(Some));
    if let Some(from) = from.filter(|from| *from < today || *from == today && *of != Of::List) {
        fields.refuse("from", Refusal::Past { date: from });
    }
    let from = from.unwrap_or(today);
    let mut wanted = Vec::with_capacity(forms.len());
    for form in forms {
        let (price, tiers) = (format!("price.{}", form.product), format!("tiers.{}", form.product));
        let line = text::line(&form.price, 40).and_then(|_| text::line(&form.tiers, 400));
        if let Err(refusal) = line {
            fields.refuse(&price, refusal);
            continue;
        }
        let deal = match form.price.trim() {
            "" if form.tiers.trim().is_empty() => continue,
            "" => fields.take(&price, Err(Refusal::Required)),
            typed => fields.take_deal(&price, typed, &tiers, typed_tiers(&form.tiers)),
        };
        match deal {
            Some(Deal::Less(_)) if *of == Of::List => {
                let typed = form.price.trim().chars().take(40).collect();
                fields.refuse(&price, Refusal::NotANumber { typed });
            }
            Some(deal) => wanted.push((form, deal)),
            None => {}
        }
    }
    if forms.len() > MOST_ROWS {
        fields.refuse("", Refusal::TooManyRows { most: MOST_ROWS });
    }
    // without a day there is no price before it; all else that is wrong is told together with what is asked about
    if fields.has("from") || fields.has("") {
        std::mem::take(&mut fields).check()?;
    }
    let write = db.write().await?;
    if let Of::With(with) = of {
        hold(&write, with).await?;
    }
    let ids: Vec<ProductId> = wanted.iter().map(|(form, _)| form.product).collect();
    let mut products = held(&write, of, &ids).await?;
    let now: HashMap<ProductId, Priced> =
        read(&*write, of, from, Which::These(&ids)).await?.0.into_iter().map(|row| (row.product, row)).collect();
    // a price of the list was agreed with nobody
    let (there, notice_days) = match of {
        Of::List => (HashMap::new(), 0),
        Of::With(with) => {
            (by_product(stored(&*write, with, &ids).await?), customers::notice_days(&*write, with).await?)
        }
    };
    let id = RevisionId(new_id());
    let mut rows = Vec::with_capacity(wanted.len());
    for (form, mut deal) in wanted {
        let field = format!("price.{}", form.product);
        let (Some(priced), Some(product)) = (now.get(&form.product), products.remove(&form.product)) else {
            return Err(Error::NotFound);
        };
        keep_tiers(&mut deal, &form.tiers, &priced.holding());
        let (before, after) = (priced.holding().base, deal.clone().of(&priced.list).base);
        if priced.seen() != form.seen {
            fields.refuse(&field, Refusal::Stale);
        } else if let Some(refusal) = doubt(before, after, from, today, notice_days).filter(|_| !form.sure) {
            fields.refuse(&field, refusal);
        }
        let announced = product.coming().map(|(on, _)| on).filter(|on| *of == Of::List && from > today && *on > today);
        if let Some(other) = announced.filter(|on| *on != from) {
            fields.refuse(&field, Refusal::Announced { from: other });
            continue;
        }
        let changed = match of {
            Of::List => set_list(&write, product, &deal, from, today).await?,
            Of::With(with) => {
                let there = there.get(&form.product).map_or(&[][..], Vec::as_slice);
                succeed(&write, with, form.product, there, Some(&deal), from).await?
            }
        };
        if let Some([before, Some(after)]) = changed {
            rows.push(revised::Model {
                revision_id: id,
                product_id: form.product,
                before: before.as_ref().map(json).transpose()?,
                after: json(&after)?,
                undone: false,
            });
        }
    }
    fields.check()?;
    if rows.is_empty() {
        return Err(Error::field("", Refusal::NothingChanges));
    }
    let revision = price_revision::Model {
        id,
        customer_id: of.customer(),
        customer_group: of.group(),
        from_on: from,
        made_by_name: actor.name.clone(),
        made_at: millis(db.now()),
        undone_by_name: None,
        undone_at: None,
    };
    let event = serde_json::json!({
        "kind": "published", "customer": of.customer(), "customer_group": of.group(), "from": from, "rows": rows.len(),
    });
    revision.into_active_model().insert(&*write).await?;
    insert_all(&write, rows.into_iter().map(IntoActiveModel::into_active_model).collect()).await?;
    journal::append(db, &write, actor, "price_revision", id.0, &event).await?;
    Ok((write, id))
}

/// The products; those whose list prices are revised are kept from being changed meanwhile, all in one order, and in a
/// way that lets orders for them pass.
pub(super) async fn held(write: &Write, of: &Of, ids: &[ProductId]) -> Result<HashMap<ProductId, product::Model>> {
    let mut products = product::Entity::find().filter(product::COLUMN.id.is_in(ids.iter().copied()));
    if *of == Of::List {
        products = products.order_by_asc(product::COLUMN.id).lock(LockType::NoKeyUpdate);
    }
    Ok(products.all(&**write).await?.into_iter().map(|product| (product.id, product)).collect())
}

pub(super) fn by_product(agreements: Vec<(ProductId, PriceAgreement)>) -> HashMap<ProductId, Vec<PriceAgreement>> {
    let mut by_product: HashMap<ProductId, Vec<PriceAgreement>> = HashMap::new();
    for (product, agreement) in agreements {
        by_product.entry(product).or_default().push(agreement);
    }
    by_product
}

fn json(agreement: &PriceAgreement) -> Result<String> {
    serde_json::to_string(agreement).map_err(|e| Error::Stored(e.to_string()))
}

pub(super) fn read_json(text: &str) -> Result<PriceAgreement> {
    serde_json::from_str(text).map_err(|e| Error::Stored(e.to_string()))
}

/// A list price, said like an agreement that begins on a day.
fn listed(price: TieredPrice, from: NaiveDate) -> PriceAgreement {
    PriceAgreement { deal: Deal::Net(price), from, until: None, group: String::new() }
}

/// Sets the list price from a day on: today, or one to come. Says what it was on that day (from then on, where another one
/// was published for it), and what it is now. What is set to the price of now is not announced any more.
pub(super) async fn set_list(
    write: &Write,
    product: product::Model,
    deal: &Deal,
    from: NaiveDate,
    today: NaiveDate,
) -> Result<Option<[Option<PriceAgreement>; 2]>> {
    let mut row = product.on(today);
    let replaced = row.coming().map(|(on, _)| on).filter(|on| *on == from);
    let before = row.tiered_on(from);
    let after = deal.clone().of(&before);
    if after == before {
        return Ok(None);
    }
    if from <= today {
        (row.list_price, row.list_tiers) = (after.base, after.tiers_to_text());
    } else if after == row.tiered() {
        row.set_coming(None);
    } else {
        row.set_coming(Some((from, after.clone())));
    }
    row.version += 1;
    list_changed(write, &row).await?;
    row.into_active_model().reset_all().update(&**write).await?;
    Ok(Some([Some(listed(before, replaced.unwrap_or(today))), Some(listed(after, from))]))
}

/// The list price of `product` was set to what it is now. A revision of the list whose day is still to come then replaces
/// that one, and brings it back when it is undone.
pub(crate) async fn list_changed(write: &Write, product: &product::Model) -> Result<()> {
    let Some((on, _)) = product.coming() else { return Ok(()) };
    let published = price_revision::Entity::find()
        .filter(price_revision::COLUMN.customer_id.is_null())
        .filter(price_revision::COLUMN.customer_group.eq(""))
        .filter(price_revision::COLUMN.from_on.eq(on))
        .filter(price_revision::COLUMN.undone_at.is_null());
    for revision in published.all(&**write).await? {
        let row = revised::Entity::find_by_id((revision.id, product.id)).one(&**write).await?;
        let before = row.as_ref().and_then(|row| row.before.as_deref()).map(read_json).transpose()?;
        // one that replaced another of the same day brings back that one
        let (Some(row), Some(before)) = (row, before.filter(|before| before.from < on)) else { continue };
        let mut row = row.into_active_model();
        row.before = ActiveValue::Set(Some(json(&PriceAgreement { deal: Deal::Net(product.tiered()), ..before })?));
        row.update(&**write).await?;
    }
    Ok(())
}
