//! What a page shows of an assortment, however large it is: the whole of a small one; of a large one what the customer
//! knows (what lies in the basket, what he took before, his favourites, what has a name of his own), a shelf page by
//! page, or what was searched for.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use domain::{Actor, ProductId, announcement::Announced, page::Page, product::Article, shopping_list::Offered};
use sea_orm::{ConnectionTrait, QueryResult, Statement, Value};
use uuid::Uuid;

use crate::{
    Db, Error, Result, announcements,
    asked::Asked,
    assortments::{self, Which, articles, names_in, read},
    shopping_lists,
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

/// What a visit to the own list shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Visit {
    /// The whole assortment; none where it is too large, or empty ([`known`]).
    pub whole: Option<OwnList>,
    /// Lists that the customer made himself.
    pub lists: Vec<Offered>,
    pub news: Vec<Announced>,
}

/// The list of the actor's site, priced for a delivery on `on`, with all that stands around it, in one statement: it is
/// asked for more often than anything else. `next` is the next day of delivery.
pub async fn visit(db: &Db, actor: &Actor, on: NaiveDate, next: Option<NaiveDate>, today: NaiveDate) -> Result<Visit> {
    let at = actor.at().ok_or(Error::NotFound)?;
    let mut asked = Asked::of(db.read());
    let questions = [
        assortments::question(&mut asked, actor, on, Which::AllOf(WHOLE as u64))?,
        shopping_lists::question(&mut asked, actor)?,
        announcements::shown(&mut asked, actor, today)?,
    ];
    let [articles, lists, news] = asked.answers(db.read(), questions).await?;
    Ok(Visit {
        whole: OwnList::whole(assortments::answered(db.read(), actor, on, &articles, true).await?),
        lists: shopping_lists::answer(&lists, at.customer, next)?,
        news: announcements::answer(&news)?,
    })
}

/// Those of these articles that the actor's customer may order, in the order they are asked for, and after them what else
/// lies in the basket of his site: the sum below a list is of the whole basket. With the lists he made himself.
pub async fn with_basket(
    db: &Db,
    actor: &Actor,
    products: &[ProductId],
    on: NaiveDate,
    next: Option<NaiveDate>,
) -> Result<(Vec<Article>, Vec<Offered>)> {
    let at = actor.at().ok_or(Error::NotFound)?;
    let mut asked = Asked::of(db.read());
    let questions = [
        assortments::question(&mut asked, actor, on, Which::These(products))?,
        assortments::question(&mut asked, actor, on, Which::InBasket)?,
        shopping_lists::question(&mut asked, actor)?,
    ];
    let [these, basket, lists] = asked.answers(db.read(), questions).await?;
    let (mut articles, _) = assortments::answered(db.read(), actor, on, &these, false).await?;
    sort_as(&mut articles, products);
    let shown: HashSet<ProductId> = articles.iter().map(|article| article.product).collect();
    let (basket, _) = assortments::answered(db.read(), actor, on, &basket, false).await?;
    articles.extend(basket.into_iter().filter(|article| !shown.contains(&article.product)));
    Ok((articles, shopping_lists::answer(&lists, at.customer, next)?))
}

impl OwnList {
    fn whole((articles, replaced): (Vec<Article>, Vec<Article>)) -> Option<OwnList> {
        let any = !articles.is_empty() || !replaced.is_empty();
        any.then_some(OwnList { articles, replaced, whole: true })
    }
}

/// The own list of the actor's site, priced for a delivery on a day.
pub async fn own(db: &Db, actor: &Actor, on: NaiveDate) -> Result<OwnList> {
    match OwnList::whole(read(db.read(), actor, on, Which::AllOf(WHOLE as u64)).await?) {
        Some(list) => Ok(list),
        None => known(db, actor, on).await,
    }
}

/// What the customer knows of a large assortment.
pub async fn known(db: &Db, actor: &Actor, on: NaiveDate) -> Result<OwnList> {
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
    let (articles, replaced) = read(db.read(), actor, on, Which::Known(&products)).await?;
    let whole = articles.is_empty() && is_small(db, actor).await?;
    Ok(OwnList { articles, replaced, whole })
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
    sort_as(&mut articles, products);
    Ok(articles)
}

fn sort_as(articles: &mut [Article], products: &[ProductId]) {
    let place: HashMap<ProductId, usize> = products.iter().enumerate().map(|(at, product)| (*product, at)).collect();
    articles.sort_by_key(|article| place.get(&article.product).copied());
}

/// What lies in the basket of the actor's site.
pub async fn in_basket(db: &Db, actor: &Actor, on: NaiveDate) -> Result<Vec<Article>> {
    articles(db.read(), actor, on, Which::InBasket).await
}

/// The shelves of the actor's assortment in the order of the warehouse, with how many articles stand on each.
pub async fn shelves(db: &Db, actor: &Actor) -> Result<Vec<(String, usize)>> {
    let at = actor.at().ok_or(Error::NotFound)?;
    let name = names_in(actor.language);
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
pub async fn shelf(db: &Db, actor: &Actor, shelf: &str, after: Option<&str>) -> Result<Page<ProductId>> {
    let at = actor.at().ok_or(Error::NotFound)?;
    // PostgreSQL takes no text with a zero in it, and no name has a control character
    if shelf.chars().any(char::is_control) {
        return Ok(Page { rows: Vec::new(), next: None });
    }
    let after = after
        .and_then(|after| after.split_once(MARK))
        .filter(|(name, sku)| !name.chars().chain(sku.chars()).any(char::is_control));
    let column = names_in(actor.language);
    let name = format!("coalesce(nullif(p.{column}, ''), p.name_nl)");
    let later = if after.is_some() { format!("AND ({name}, p.sku) > ($3, $4)") } else { String::new() };
    let sql = format!(
        "SELECT p.id AS product_id, {name} AS name, p.sku FROM category c JOIN product p ON p.category = c.key
        JOIN assortment_item i ON i.customer_id = $1 AND i.product_id = p.id
        WHERE c.{column} = $2 AND p.discontinued = false {later}
        ORDER BY {name}, p.sku LIMIT {}",
        OF_SHELF + 1
    );
    let mut values: Vec<Value> = vec![at.customer.0.into(), shelf.into()];
    values.extend(after.into_iter().flat_map(|(name, sku)| [Value::from(name), Value::from(sku)]));
    let mut rows = db.read().query_all_raw(statement(db, &sql, values)).await?;
    let more = rows.len() > OF_SHELF;
    rows.truncate(OF_SHELF);
    let next = match rows.last().filter(|_| more) {
        Some(last) => {
            Some(format!("{}{MARK}{}", last.try_get::<String>("", "name")?, last.try_get::<String>("", "sku")?))
        }
        None => None,
    };
    Ok(Page { rows: products(rows)?, next })
}

/// Between the name and the code where a page of a shelf ended; no name has a control character.
const MARK: char = '\n';

fn statement(db: &Db, sql: &str, values: Vec<Value>) -> Statement {
    Statement::from_sql_and_values(db.read().get_database_backend(), sql, values)
}

async fn ids(db: &Db, sql: &str, values: Vec<Value>) -> Result<Vec<ProductId>> {
    products(db.read().query_all_raw(statement(db, sql, values)).await?)
}

fn products(rows: Vec<QueryResult>) -> Result<Vec<ProductId>> {
    rows.into_iter().map(|row| Ok(ProductId(row.try_get::<Uuid>("", "product_id")?))).collect()
}
