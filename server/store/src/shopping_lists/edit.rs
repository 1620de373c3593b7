//! Making a list, what it is called and for when, and what is put on it.

use std::collections::HashSet;

use chrono::NaiveDate;
use domain::{
    Actor, OrderId, Permission, ProductId, Quantity, Refusal, ShoppingListId,
    access::At,
    delivery::Weekdays,
    product::Article,
    shopping_list::{ListRow, MOST_LISTS, MOST_ROWS, Season, YearDay},
    text,
};
use sea_orm::{ActiveModelTrait, ActiveValue, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect};

use super::{arrange::put_rows, hold, rows_of, visible_to};
use crate::{
    Db, Error, Fields, Result, Write,
    assortments::{self, Which},
    clock::new_id,
    entity::{assortment_item, basket_filling, customer, shopping_list, shopping_list_row, shopping_list_section},
    journal, orders,
};

/// What is typed about a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListForm {
    pub name: String,
    /// For all sites of the customer.
    pub shared: bool,
    /// `mon sat`
    pub days: String,
    pub from_day: String,
    pub from_month: String,
    pub until_day: String,
    pub until_month: String,
}

struct Checked {
    name: String,
    days: Weekdays,
    season: Option<Season>,
}

impl ListForm {
    fn check(&self) -> Result<Checked> {
        let mut fields = Fields::default();
        let name = fields.take("name", text::required(&self.name, 40));
        let days = fields.take("days", Weekdays::from_text(&self.days));
        let none = |parts: [&str; 2]| parts.iter().all(|part| part.trim().is_empty());
        let (from, until) =
            ([self.from_day.as_str(), self.from_month.as_str()], [self.until_day.as_str(), self.until_month.as_str()]);
        let season = if none(from) && none(until) {
            None
        } else {
            let from = year_day(from).map_err(|refusal| fields.refuse("from_day", refusal));
            let until = year_day(until).map_err(|refusal| fields.refuse("until_day", refusal));
            from.ok().zip(until.ok()).map(|(from, until)| Season { from, until })
        };
        fields.check()?;
        Ok(Checked { name, days, season })
    }

    fn row(&self, at: &At) -> Result<shopping_list::Model> {
        let Checked { name, days, season } = self.check()?;
        Ok(shopping_list::Model {
            id: ShoppingListId(new_id()),
            customer_id: at.customer,
            site_id: (!self.shared).then_some(at.site),
            name,
            days: days.to_text(),
            season: season.map(Season::to_text).unwrap_or_default(),
            version: 1,
        })
    }
}

/// A day of the year as two fields; where one is missing the other asks for it.
fn year_day([day, month]: [&str; 2]) -> Result<YearDay, Refusal> {
    let number = |typed: &str| match typed.trim() {
        "" => Err(Refusal::Required),
        typed => typed.parse::<u32>().map_err(|_| Refusal::NotADate { typed: typed.chars().take(40).collect() }),
    };
    YearDay::new(number(day)?, number(month)?)
}

/// What a new list begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    Nothing,
    /// What lies in the basket now, with its quantities.
    Basket,
    /// What was ordered, with its quantities.
    Order(OrderId),
    /// One article, with what the site usually takes of it.
    Product(ProductId),
}

/// A new list, for the site where the actor stands or for all of them.
pub async fn create(db: &Db, actor: &Actor, form: &ListForm, source: Source, on: NaiveDate) -> Result<ShoppingListId> {
    actor.require(Permission::FillBasket)?;
    let at = actor.at().ok_or(Error::NotFound)?;
    let row = form.row(at)?;
    let ordered = match source {
        Source::Order(order) => orders::get(db, actor, order).await?.lines,
        _ => Vec::new(),
    };
    let write = db.write().await?;
    // two who make a list of the same name at once queue here
    customer::Entity::find_by_id(at.customer).lock_exclusive().one(&*write).await?.ok_or(Error::NotFound)?;
    let lists = shopping_list::Entity::find()
        .filter(shopping_list::COLUMN.customer_id.eq(at.customer))
        .limit(MOST_LISTS as u64)
        .all(&*write)
        .await?;
    if lists.len() == MOST_LISTS {
        return Err(Refusal::TooManyLists { most: MOST_LISTS }.into());
    }
    name_is_free(&write, actor, &row).await?;
    let begins: Vec<(ProductId, Quantity)> = match source {
        Source::Product(product) => {
            let found = assortments::articles(&*write, actor, on, Which::These(&[product])).await?;
            let article = found.first().ok_or(Error::Refused(Refusal::NotInAssortment))?;
            vec![(product, usual(article).unwrap_or_default())]
        }
        Source::Nothing => Vec::new(),
        Source::Basket => {
            let lines = assortments::articles(&*write, actor, on, Which::InBasket).await?;
            lines.into_iter().map(|a| (a.product, a.quantity)).collect()
        }
        Source::Order(_) => {
            let lines = ordered.into_iter().map(|line| (line.product, line.ordered)).collect();
            in_assortment(&write, at, lines).await?
        }
    };
    let rows = begun(begins);
    if rows.len() > MOST_ROWS {
        return Err(Refusal::TooManyRows { most: MOST_ROWS }.into());
    }
    let id = row.id;
    let event = serde_json::json!({ "kind": "created", "after": format!("{row:?}"), "rows": rows.len() });
    row.into_active_model().insert(&*write).await?;
    put_rows(&write, id, &rows).await?;
    journal::append(db, &write, actor, "shopping_list", id.0, &event).await?;
    write.commit().await?;
    Ok(id)
}

/// One row for each product, in their order; what was ordered on two lines is one row.
fn begun(lines: Vec<(ProductId, Quantity)>) -> Vec<ListRow> {
    let mut rows: Vec<ListRow> = Vec::with_capacity(lines.len());
    for (product, quantity) in lines {
        match rows.iter_mut().find(|row| row.product == product) {
            Some(row) => row.usual = row.usual.map(|usual| usual + quantity),
            None => rows.push(ListRow { product, section: None, usual: Some(quantity) }),
        }
    }
    for row in &mut rows {
        row.usual = row.usual.filter(|usual| *usual > Quantity::ZERO);
    }
    rows
}

/// Those of these lines whose product the customer still has.
async fn in_assortment(
    write: &Write,
    at: &At,
    lines: Vec<(ProductId, Quantity)>,
) -> Result<Vec<(ProductId, Quantity)>> {
    let items = assortment_item::Entity::find()
        .filter(assortment_item::COLUMN.customer_id.eq(at.customer))
        .filter(assortment_item::COLUMN.product_id.is_in(lines.iter().map(|(product, _)| *product)))
        .all(&**write)
        .await?;
    let known: HashSet<ProductId> = items.into_iter().map(|item| item.product_id).collect();
    Ok(lines.into_iter().filter(|(product, _)| known.contains(product)).collect())
}

/// Two lists that stand side by side have two names.
async fn name_is_free(write: &Write, actor: &Actor, row: &shopping_list::Model) -> Result<()> {
    let name = row.name.to_lowercase();
    // one for all sites stands beside those of every site
    let others = match row.site_id {
        Some(_) => visible_to(actor)?,
        None => shopping_list::Entity::find().filter(shopping_list::COLUMN.customer_id.eq(row.customer_id)),
    };
    let others = others.all(&**write).await?;
    if others.iter().any(|other| other.id != row.id && other.name.to_lowercase() == name) {
        return Err(Error::field("name", Refusal::Taken));
    }
    Ok(())
}

/// Saves what a list is called and for when and for whom, if nobody else changed it meanwhile (`version`).
pub async fn save(db: &Db, actor: &Actor, id: ShoppingListId, version: i64, form: &ListForm) -> Result<()> {
    let at = actor.at().ok_or(Error::NotFound)?;
    let write = db.write().await?;
    let before = hold(&write, actor, id, Some(version)).await?;
    let after = shopping_list::Model { id, version: version + 1, ..form.row(at)? };
    name_is_free(&write, actor, &after).await?;
    let event =
        serde_json::json!({ "kind": "changed", "before": format!("{before:?}"), "after": format!("{after:?}") });
    after.into_active_model().reset_all().update(&*write).await?;
    journal::append(db, &write, actor, "shopping_list", id.0, &event).await?;
    write.commit().await
}

/// Takes a list away with everything on it; what it had is in the journal.
pub async fn remove(db: &Db, actor: &Actor, id: ShoppingListId, version: i64) -> Result<()> {
    let write = db.write().await?;
    let before = hold(&write, actor, id, Some(version)).await?;
    let (sections, rows) = rows_of(&*write, id).await?;
    let event = serde_json::json!({
        "kind": "removed", "before": format!("{before:?}"), "sections": sections, "rows": rows,
    });
    basket_filling::Entity::delete_many().filter(basket_filling::COLUMN.list_id.eq(id)).exec(&*write).await?;
    shopping_list_row::Entity::delete_many().filter(shopping_list_row::COLUMN.list_id.eq(id)).exec(&*write).await?;
    shopping_list_section::Entity::delete_many()
        .filter(shopping_list_section::COLUMN.list_id.eq(id))
        .exec(&*write)
        .await?;
    shopping_list::Entity::delete_by_id(id).exec(&*write).await?;
    journal::append(db, &write, actor, "shopping_list", id.0, &event).await?;
    write.commit().await
}

/// Puts articles at the end of the list, each with what the site usually takes of it; what stands there already stays as it
/// is. Says how many came. Refused is what cannot be ordered.
///
/// No version is asked for: two who add to one list at once both have what they added.
pub async fn add(db: &Db, actor: &Actor, id: ShoppingListId, products: &[ProductId], on: NaiveDate) -> Result<usize> {
    let write = db.write().await?;
    let list = hold(&write, actor, id, None).await?;
    let (_, mut rows) = rows_of(&*write, id).await?;
    let articles = assortments::articles(&*write, actor, on, Which::These(products)).await?;
    if products.iter().any(|product| articles.iter().all(|a| a.product != *product)) {
        return Err(Refusal::NotInAssortment.into());
    }
    // whoever ticks several has them in the order of the page they stood on
    let new: Vec<&Article> = products
        .iter()
        .filter(|product| rows.iter().all(|row| row.product != **product))
        .filter_map(|product| articles.iter().find(|a| a.product == *product))
        .collect();
    let mut seen = HashSet::new();
    let new: Vec<&Article> = new.into_iter().filter(|a| seen.insert(a.product)).collect();
    if new.is_empty() {
        return Ok(0);
    }
    if rows.len() + new.len() > MOST_ROWS {
        return Err(Refusal::TooManyRows { most: MOST_ROWS }.into());
    }
    let event = serde_json::json!({
        "kind": "added", "skus": new.iter().map(|a| a.sku.as_str()).collect::<Vec<_>>(),
    });
    let count = new.len();
    rows.extend(new.into_iter().map(|a| ListRow { product: a.product, section: None, usual: usual(a) }));
    put_rows(&write, id, &rows).await?;
    touch(&write, list).await?;
    journal::append(db, &write, actor, "shopping_list", id.0, &event).await?;
    write.commit().await?;
    Ok(count)
}

/// What the site usually takes, where it can be had like that.
fn usual(article: &Article) -> Option<Quantity> {
    article.habit.usual().filter(|q| *q > Quantity::ZERO).and_then(|q| article.unit.check(q).ok())
}

/// The version goes on by one; the answer is the new one.
pub(super) async fn touch(write: &Write, list: shopping_list::Model) -> Result<i64> {
    let version = list.version + 1;
    let mut row = list.into_active_model();
    row.version = ActiveValue::Set(version);
    row.update(&**write).await?;
    Ok(version)
}
