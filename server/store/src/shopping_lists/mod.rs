//! Lists that a customer makes himself, for one site or for all of them.
//!
//! Whoever fills baskets at a site sees and keeps the lists of that site and the shared ones; there is no right of its own
//! for it, and who may only look sees none. What has left the assortment stays on the list, and is not shown: to that
//! customer it does not exist.

mod arrange;
mod edit;
mod fill;

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use domain::{
    Actor, CustomerId, Permission, ProductId, SectionId, ShoppingListId, SiteId,
    access::At,
    delivery::Weekdays,
    shopping_list::{Contents, ListRow, Now, Offered, Season, Section, ShoppingList, offered, sort},
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select, Statement,
};
use serde::Deserialize;
use uuid::Uuid;

use crate::{
    Db, Error, Result, Write,
    asked::{Asked, packed},
    assortments::{self, Which},
    entity::{assortment_item, product, shopping_list, shopping_list_row, shopping_list_section, site},
};
pub(crate) use arrange::succeed;
pub use arrange::{Arrangement, Press, arrange};
pub use edit::{ListForm, Source, add, create, remove, save};
pub use fill::{Filling, Undone, fill, filling, undo};

/// What this actor may see; every select starts here.
fn visible_to(actor: &Actor) -> Result<Select<shopping_list::Entity>> {
    actor.require(Permission::FillBasket)?;
    let at = actor.at().ok_or(Error::NotFound)?;
    let here =
        Condition::any().add(shopping_list::COLUMN.site_id.eq(at.site)).add(shopping_list::Column::SiteId.is_null());
    Ok(shopping_list::Entity::find().filter(shopping_list::COLUMN.customer_id.eq(at.customer)).filter(here))
}

fn read(row: shopping_list::Model) -> Result<ShoppingList> {
    Ok(ShoppingList {
        id: row.id,
        name: row.name,
        site: row.site_id,
        days: Weekdays::from_text(&row.days).map_err(|e| Error::Stored(e.to_string()))?,
        season: Season::from_text(&row.season),
        version: row.version,
    })
}

/// The lists of the actor's site, those first that fit its next delivery: on the day that is chosen in the basket, else on
/// `next`.
pub async fn all(db: &Db, actor: &Actor, next: Option<NaiveDate>) -> Result<Vec<Offered>> {
    let at = actor.at().ok_or(Error::NotFound)?;
    let mut asked = Asked::of(db.read());
    let question = question(&mut asked, actor)?;
    let [rows] = asked.answers(db.read(), [question]).await?;
    answer(&rows, at.customer, next)
}

/// The lists of the actor's site, for [`answer`].
pub(crate) fn question(asked: &mut Asked, actor: &Actor) -> Result<String> {
    actor.require(Permission::FillBasket)?;
    let at = actor.at().ok_or(Error::NotFound)?;
    let (customer, site) = (asked.bind(at.customer.0), asked.bind(at.site.0));
    let row = asked.array(&format!(
        "{}, {}, l.name, l.days, l.season, l.version, b.delivery_on",
        asked.id("l.id"),
        asked.some_id("l.site_id")
    ));
    Ok(format!(
        "SELECT {row} AS packed FROM shopping_list l LEFT JOIN basket b ON b.site_id = {site}
        WHERE l.customer_id = {customer} AND (l.site_id = {site} OR l.site_id IS NULL)"
    ))
}

/// Id, site, name, days, season, version, the day that is chosen in the basket.
#[derive(Deserialize)]
struct Packed(Uuid, Option<Uuid>, String, String, String, i64, Option<NaiveDate>);

/// The lists, in the order of [`all`].
pub(crate) fn answer(rows: &str, customer: CustomerId, next: Option<NaiveDate>) -> Result<Vec<Offered>> {
    let mut chosen = None;
    let mut lists = Vec::new();
    for Packed(id, site, name, days, season, version, delivery_on) in packed(rows)? {
        chosen = delivery_on;
        lists.push(read(shopping_list::Model {
            id: ShoppingListId(id),
            customer_id: customer,
            site_id: site.map(SiteId),
            name,
            days,
            season,
            version,
        })?);
    }
    // a day that was chosen and has passed is no choice any more
    let chosen = chosen.filter(|day: &NaiveDate| next.is_none_or(|next| *day >= next));
    Ok(offered(lists, chosen.or(next)))
}

/// How many articles stand on each list, as far as they are in the assortment; what has none is absent.
pub async fn sizes(db: &Db, actor: &Actor) -> Result<HashMap<ShoppingListId, i64>> {
    let at = actor.at().ok_or(Error::NotFound)?;
    let sql = "SELECT r.list_id, count(*) AS articles FROM shopping_list l
        JOIN shopping_list_row r ON r.list_id = l.id
        JOIN assortment_item i ON i.customer_id = $1 AND i.product_id = r.product_id
        WHERE l.customer_id = $1 AND (l.site_id = $2 OR l.site_id IS NULL) GROUP BY r.list_id";
    let values = [at.customer.0.into(), at.site.0.into()];
    let rows =
        db.read().query_all_raw(Statement::from_sql_and_values(db.read().get_database_backend(), sql, values)).await?;
    rows.into_iter()
        .map(|row| Ok((ShoppingListId(row.try_get("", "list_id")?), row.try_get("", "articles")?)))
        .collect()
}

/// The lists of the actor's site, each with whether this product stands on it, by name.
pub async fn with(db: &Db, actor: &Actor, product: ProductId) -> Result<Vec<(ShoppingList, bool)>> {
    let lists = visible_to(actor)?.all(db.read()).await?;
    let on: HashSet<ShoppingListId> = shopping_list_row::Entity::find()
        .filter(shopping_list_row::COLUMN.product_id.eq(product))
        .filter(shopping_list_row::COLUMN.list_id.is_in(lists.iter().map(|list| list.id)))
        .all(db.read())
        .await?
        .into_iter()
        .map(|row| row.list_id)
        .collect();
    let lists = lists.into_iter().map(read).collect::<Result<Vec<_>>>()?;
    Ok(offered(lists, None)
        .into_iter()
        .map(|(list, _)| {
            let stands = on.contains(&list.id);
            (list, stands)
        })
        .collect())
}

/// What stands on a list.
pub async fn products(db: &Db, actor: &Actor, id: ShoppingListId) -> Result<HashSet<ProductId>> {
    find(db.read(), actor, id).await?;
    let (_, rows) = rows_of(db.read(), id).await?;
    Ok(rows.into_iter().map(|row| row.product).collect())
}

/// Has the actor's customer more sites than one, so that sharing a list means something?
pub async fn several_sites(db: &Db, actor: &Actor) -> Result<bool> {
    let at = actor.at().ok_or(Error::NotFound)?;
    let sites = site::Entity::find().filter(site::COLUMN.customer_id.eq(at.customer)).limit(2).all(db.read()).await?;
    Ok(sites.len() > 1)
}

/// One list without its rows.
pub async fn get(db: &Db, actor: &Actor, id: ShoppingListId) -> Result<ShoppingList> {
    find(db.read(), actor, id).await.and_then(read)
}

async fn find(conn: &impl ConnectionTrait, actor: &Actor, id: ShoppingListId) -> Result<shopping_list::Model> {
    visible_to(actor)?.filter(shopping_list::COLUMN.id.eq(id)).one(conn).await?.ok_or(Error::NotFound)
}

/// The list as it was seen, held until the transaction ends; refused where somebody changed it since.
async fn hold(write: &Write, actor: &Actor, id: ShoppingListId, version: Option<i64>) -> Result<shopping_list::Model> {
    let row = visible_to(actor)?
        .filter(shopping_list::COLUMN.id.eq(id))
        .lock_exclusive()
        .one(&**write)
        .await?
        .ok_or(Error::NotFound)?;
    if version.is_some_and(|seen| seen != row.version) {
        return Err(domain::Refusal::Stale.into());
    }
    Ok(row)
}

/// A list with what stands on it, priced for a delivery on a day.
pub async fn contents(db: &Db, actor: &Actor, id: ShoppingListId, on: NaiveDate) -> Result<Contents> {
    let row = find(db.read(), actor, id).await?;
    contents_of(db.read(), actor, row, on).await
}

async fn contents_of(
    conn: &impl ConnectionTrait,
    actor: &Actor,
    list: shopping_list::Model,
    on: NaiveDate,
) -> Result<Contents> {
    let at = actor.at().ok_or(Error::NotFound)?;
    let (sections, rows) = rows_of(conn, list.id).await?;
    let products: Vec<ProductId> = rows.iter().map(|row| row.product).collect();
    let (articles, replaced) = assortments::read(conn, actor, on, Which::Known(&products)).await?;
    let mut now: HashMap<ProductId, Now> = HashMap::with_capacity(products.len());
    now.extend(articles.into_iter().map(|a| (a.product, Now::Orderable(Box::new(a)))));
    now.extend(replaced.into_iter().map(|a| (a.product, Now::Replaced(Box::new(a)))));
    if now.len() < products.len() {
        let missing: Vec<ProductId> = products.iter().copied().filter(|p| !now.contains_key(p)).collect();
        for (product, name) in gone(conn, actor, at, &missing).await? {
            now.insert(product, Now::Gone(name));
        }
    }
    let all = rows.len();
    let rows: Vec<_> = rows.into_iter().filter_map(|row| Some((row, now.remove(&row.product)?))).collect();
    Ok(Contents { list: read(list)?, sections, hidden: all - rows.len(), rows })
}

/// The sections and the rows of a list that the actor was found to see, in their order.
async fn rows_of(conn: &impl ConnectionTrait, list: ShoppingListId) -> Result<(Vec<Section>, Vec<ListRow>)> {
    let sections: Vec<Section> = shopping_list_section::Entity::find()
        .filter(shopping_list_section::COLUMN.list_id.eq(list))
        .order_by_asc(shopping_list_section::COLUMN.position)
        .order_by_asc(shopping_list_section::COLUMN.id)
        .all(conn)
        .await?
        .into_iter()
        .map(|row| Section { id: row.id, name: row.name })
        .collect();
    let mut rows: Vec<ListRow> = shopping_list_row::Entity::find()
        .filter(shopping_list_row::COLUMN.list_id.eq(list))
        .order_by_asc(shopping_list_row::COLUMN.position)
        .order_by_asc(shopping_list_row::COLUMN.product_id)
        .all(conn)
        .await?
        .into_iter()
        .map(|row| ListRow { product: row.product_id, section: row.section_id, usual: row.usual })
        .collect();
    let order: Vec<SectionId> = sections.iter().map(|section| section.id).collect();
    sort(&mut rows, &order);
    Ok((sections, rows))
}

/// The names of those of these products that are in the assortment and can no longer be ordered, as the customer calls them.
async fn gone(
    conn: &impl ConnectionTrait,
    actor: &Actor,
    at: &At,
    products: &[ProductId],
) -> Result<Vec<(ProductId, String)>> {
    let items = assortment_item::Entity::find()
        .filter(assortment_item::COLUMN.customer_id.eq(at.customer))
        .filter(assortment_item::COLUMN.product_id.is_in(products.iter().copied()))
        .all(conn)
        .await?;
    let rows = product::Entity::find()
        .filter(product::COLUMN.id.is_in(items.iter().map(|item| item.product_id)))
        .all(conn)
        .await?;
    Ok(items
        .into_iter()
        .filter_map(|item| {
            let product = rows.iter().find(|row| row.id == item.product_id)?;
            let name = item.own_name.unwrap_or_else(|| crate::products::names(product).get(actor.language).to_owned());
            Some((item.product_id, name))
        })
        .collect())
}
