//! What a page shows of an assortment, however large it is: the whole of a small one; of a large one what the customer
//! knows (what lies in the basket, what he took before, his favourites, what has a name of his own), a shelf page by
//! page, or what was searched for.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::{Actor, Lang, ProductId, page::Page, product::Article};
use sea_orm::{ConnectionTrait, Statement, Value};
use uuid::Uuid;

use crate::{
    Db, Error, Result,
    assortments::{Which, articles, read},
};

/// An assortment of so many articles is shown as it is; of a larger one, so many that he knows.
pub const WHOLE: usize = 150;
/// Of a shelf so many at a time.
pub const OF_SHELF: usize = 50;

/// The own list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OwnList {
    pub articles: Vec<Article>,
    /// What of it is discontinued while another product takes its place.
    pub replaced: Vec<Article>,
    /// It is the whole assortment.
    pub whole: bool,
}

/// The own list of the actor's site, priced for a delivery on a day.
pub async fn own(db: &Db, actor: &Actor, on: NaiveDate) -> Result<OwnList> {
    if let Some(list) = whole(db, actor, on).await? {
        return Ok(list);
    }
    let (articles, replaced) = known(db, actor, on).await?;
    let whole = articles.is_empty() && is_small(db, actor).await?;
    Ok(OwnList { articles, replaced, whole })
}

/// The whole assortment, in one statement; none where it is too large, or empty.
pub async fn whole(db: &Db, actor: &Actor, on: NaiveDate) -> Result<Option<OwnList>> {
    let (articles, replaced) = read(db.read(), actor, on, Which::AllOf(WHOLE as u64)).await?;
    let any = !articles.is_empty() || !replaced.is_empty();
    Ok(any.then_some(OwnList { articles, replaced, whole: true }))
}

/// What the customer knows of a large assortment.
async fn known(db: &Db, actor: &Actor, on: NaiveDate) -> Result<(Vec<Article>, Vec<Article>)> {
    let at = actor.at().ok_or(Error::NotFound)?;
    // what is in the basket is always there, then what matters more: the longer a habit, the longer its text
    let sql = format!(
        "SELECT own.product_id FROM (
            SELECT product_id, 1000000 AS weight FROM basket_line WHERE site_id = $1
            UNION ALL SELECT product_id, length(taken) FROM habit WHERE site_id = $1
            UNION ALL SELECT product_id, 90 FROM (SELECT product_id FROM assortment_item
                WHERE customer_id = $2 AND favourite LIMIT {WHOLE}) favourite
            UNION ALL SELECT product_id, 10 FROM (SELECT product_id FROM assortment_item
                WHERE customer_id = $2 AND own_name IS NOT NULL LIMIT {WHOLE}) named
        ) own JOIN assortment_item i ON i.customer_id = $2 AND i.product_id = own.product_id
        GROUP BY own.product_id ORDER BY sum(own.weight) DESC, own.product_id
        LIMIT {WHOLE} + (SELECT count(*) FROM basket_line WHERE site_id = $1)"
    );
    let products = ids(db, &sql, vec![at.site.0.into(), at.customer.0.into()]).await?;
    read(db.read(), actor, on, Which::Known(&products)).await
}

/// Is the assortment small enough to be shown as it is?
async fn is_small(db: &Db, actor: &Actor) -> Result<bool> {
    let at = actor.at().ok_or(Error::NotFound)?;
    let sql = format!(
        "SELECT count(*) AS few FROM (SELECT 1 FROM assortment_item WHERE customer_id = $1 LIMIT {}) few",
        WHOLE + 1
    );
    let row = db.read().query_one_raw(statement(db, &sql, vec![at.customer.0.into()])).await?;
    let count: i64 = row.map(|row| row.try_get("", "few")).transpose()?.unwrap_or_default();
    Ok(count <= WHOLE as i64)
}

/// Those of these articles that the actor's customer may order, in the order they are asked for.
pub async fn these(db: &Db, actor: &Actor, products: &[ProductId], on: NaiveDate) -> Result<Vec<Article>> {
    let mut articles = articles(db.read(), actor, on, Which::These(products)).await?;
    let place: HashMap<ProductId, usize> = products.iter().enumerate().map(|(at, product)| (*product, at)).collect();
    articles.sort_by_key(|article| place.get(&article.product).copied());
    Ok(articles)
}

/// What lies in the basket of the actor's site.
pub async fn in_basket(db: &Db, actor: &Actor, on: NaiveDate) -> Result<Vec<Article>> {
    articles(db.read(), actor, on, Which::InBasket).await
}

/// The shelves of the actor's assortment in the order of the warehouse, with how many articles stand on each.
pub async fn shelves(db: &Db, actor: &Actor) -> Result<Vec<(String, usize)>> {
    let at = actor.at().ok_or(Error::NotFound)?;
    let name = column(actor.language);
    let sql = format!(
        "SELECT c.{name} AS name, count(*) AS articles FROM assortment_item i
        JOIN product p ON p.id = i.product_id JOIN category c ON c.key = p.category
        WHERE i.customer_id = $1 AND p.discontinued = false
        GROUP BY c.{name}, c.position ORDER BY c.position, c.{name}"
    );
    let rows = db.read().query_all_raw(statement(db, &sql, vec![at.customer.0.into()])).await?;
    rows.into_iter()
        .map(|row| {
            let count: i64 = row.try_get("", "articles")?;
            Ok((row.try_get("", "name")?, usize::try_from(count).unwrap_or_default()))
        })
        .collect()
}

/// One shelf by its name in the actor's language, by the names of its articles, [`OF_SHELF`] after the one where the last
/// page ended.
pub async fn shelf(db: &Db, actor: &Actor, shelf: &str, after: Option<&str>, on: NaiveDate) -> Result<Page<Article>> {
    let at = actor.at().ok_or(Error::NotFound)?;
    // PostgreSQL takes no text with a zero in it, and no name has a control character
    if shelf.chars().any(char::is_control) {
        return Ok(Page { rows: Vec::new(), next: None });
    }
    let after = after
        .and_then(|after| after.split_once(MARK))
        .filter(|(name, sku)| !name.chars().chain(sku.chars()).any(char::is_control));
    let column = column(actor.language);
    let name = format!("coalesce(nullif(p.{column}, ''), p.name_nl)");
    let later = if after.is_some() { format!("AND ({name}, p.sku) > ($3, $4)") } else { String::new() };
    let sql = format!(
        "SELECT p.id AS product_id FROM category c JOIN product p ON p.category = c.key
        JOIN assortment_item i ON i.customer_id = $1 AND i.product_id = p.id
        WHERE c.{column} = $2 AND p.discontinued = false {later}
        ORDER BY {name}, p.sku LIMIT {}",
        OF_SHELF + 1
    );
    let mut values: Vec<Value> = vec![at.customer.0.into(), shelf.into()];
    values.extend(after.into_iter().flat_map(|(name, sku)| [Value::from(name), Value::from(sku)]));
    let mut products = ids(db, &sql, values).await?;
    let more = products.len() > OF_SHELF;
    products.truncate(OF_SHELF);
    let rows = these(db, actor, &products, on).await?;
    let next = rows.last().filter(|_| more).map(|last| format!("{}{MARK}{}", last.name, last.sku));
    Ok(Page { rows, next })
}

/// Between the name and the code where a page of a shelf ended; no name has a control character.
const MARK: char = '\n';

/// Names are columns of both products and categories.
fn column(lang: Lang) -> &'static str {
    match lang {
        Lang::Nl => "name_nl",
        Lang::Fr => "name_fr",
        Lang::En => "name_en",
    }
}

fn statement(db: &Db, sql: &str, values: Vec<Value>) -> Statement {
    Statement::from_sql_and_values(db.read().get_database_backend(), sql, values)
}

async fn ids(db: &Db, sql: &str, values: Vec<Value>) -> Result<Vec<ProductId>> {
    let rows = db.read().query_all_raw(statement(db, sql, values)).await?;
    rows.into_iter().map(|row| Ok(ProductId(row.try_get::<Uuid>("", "product_id")?))).collect()
}
