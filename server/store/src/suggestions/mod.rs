//! What is put beside an order or on the page of an article: out of the customer's own assortment, each with its reason.
//! Which of what is found here are shown is the domain's to say ([`suggestion::choose`]).
//!
//! Nothing is read on the own list, and an order that is sent writes nothing here: what goes together is worked out
//! beside it ([`renew`]).

mod advice;
mod pairs;

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::{
    Actor, Permission, ProductId,
    access::{At, Party},
    product::Article,
    suggestion::{self, Because, Kind, LAST_ORDERS, Suggestion},
};
use sea_orm::{ConnectionTrait, EntityTrait, IntoActiveModel, QueryResult, Statement, Value, sea_query::OnConflict};
use uuid::Uuid;

pub use advice::{AdviceForm, add, computed, of, remove};
pub use pairs::{renew, renew_when_due};

use crate::{Db, Error, Result, db::millis, entity::suggestion_dismissal, lists};

/// A basket of more lines is no place for suggestions, and asking would cost what they are worth.
const LINES: usize = 100;
/// Of so many lines, the dearest, the same in another pack is looked for.
const LOOKED_AT: usize = 3;
/// In an assortment of more articles it is not looked for at all.
const ASSORTMENT: u64 = 2_000;
/// So many of a kind are priced.
const PRICED: usize = 12;

/// Beside a basket, for a delivery on the day `on`.
pub async fn for_basket(db: &Db, actor: &Actor, lines: &[Article], on: NaiveDate) -> Result<Vec<Suggestion>> {
    if lines.is_empty() || lines.len() > LINES {
        return Ok(Vec::new());
    }
    let there = |product: ProductId| lines.iter().any(|line| line.product == product);
    let mut named = forgotten(db, actor).await?;
    named.retain(|n| !there(n.product));
    named.truncate(PRICED);
    let of: Vec<ProductId> = lines.iter().map(|line| line.product).collect();
    let mut said = said_of(db, actor, &of).await?;
    said.retain(|n| !there(n.product));
    named.extend(said);
    let mut dearest: Vec<&Article> = lines.iter().filter(|a| a.amount().is_some()).collect();
    dearest.sort_by_key(|a| (std::cmp::Reverse(a.amount()), a.product));
    dearest.truncate(LOOKED_AT);
    let mut same = same_in_other_packs(db, actor, &dearest).await?;
    same.retain(|n| !there(n.product));
    named.extend(same);
    let all = priced(db, actor, named, lines, on).await?;
    let all = all.into_iter().filter(|s| match &s.because {
        Because::Forgotten { .. } => s.article.is_due(on),
        // who takes it already needs no hint that it goes with something
        Because::GoesWith { .. } => s.article.habit.last().is_none(),
        Because::Better { .. } | Because::Cheaper { .. } => true,
    });
    Ok(suggestion::choose(all.collect(), suggestion::MOST, |_| false))
}

/// On the page of an article: at most `most`, without what stands there already.
pub async fn for_article(
    db: &Db,
    actor: &Actor,
    article: &Article,
    most: usize,
    there: &[ProductId],
    on: NaiveDate,
) -> Result<Vec<Suggestion>> {
    let mut named = said_of(db, actor, &[article.product]).await?;
    named.extend(same_in_other_packs(db, actor, &[article]).await?);
    named.retain(|n| !there.contains(&n.product));
    let all = priced(db, actor, named, std::slice::from_ref(article), on).await?;
    Ok(suggestion::choose(all, most, |product| there.contains(&product)))
}

/// A product that may be suggested, before its price is known.
struct Named {
    product: ProductId,
    why: Why,
}

enum Why {
    Forgotten {
        taken: u32,
        of: u32,
    },
    /// Beside which, and what staff say.
    GoesWith(ProductId, Option<String>),
    Better(ProductId, String),
    /// The same in another pack, if it is cheaper.
    Same(ProductId),
}

/// What stands in the own assortment, with the prices that the actor may see.
async fn priced(
    db: &Db,
    actor: &Actor,
    mut named: Vec<Named>,
    beside: &[Article],
    on: NaiveDate,
) -> Result<Vec<Suggestion>> {
    let mut of_kind: HashMap<u8, usize> = HashMap::new();
    named.retain(|n| {
        let kind = match n.why {
            Why::Forgotten { .. } => 0,
            Why::GoesWith(..) => 1,
            Why::Better(..) => 2,
            Why::Same(_) => 3,
        };
        let count = of_kind.entry(kind).or_default();
        *count += 1;
        *count <= PRICED
    });
    if named.is_empty() {
        return Ok(Vec::new());
    }
    let mut products: Vec<ProductId> = named.iter().map(|n| n.product).collect();
    products.sort_unstable();
    products.dedup();
    let articles = lists::these(db, actor, &products, on).await?;
    let articles: HashMap<ProductId, Article> = articles.into_iter().map(|a| (a.product, a)).collect();
    let title = |of: ProductId| beside.iter().find(|a| a.product == of).map(|a| a.title().to_owned());
    let mut all: Vec<Suggestion> = named
        .into_iter()
        .filter_map(|n| {
            let article = articles.get(&n.product)?.clone();
            let because = match n.why {
                Why::Forgotten { taken, of } => Because::Forgotten { taken, of },
                Why::GoesWith(of, said) => Because::GoesWith { of, title: title(of)?, said },
                Why::Better(of, said) => Because::Better { of, title: title(of)?, said },
                Why::Same(of) => {
                    let monthly = suggestion::saves(beside.iter().find(|a| a.product == of)?, &article)?;
                    Because::Cheaper { of, title: title(of)?, monthly }
                }
            };
            Some(Suggestion { article, because })
        })
        .collect();
    // of what saves, the most comes first; what staff say before it
    all.sort_by_key(|s| match &s.because {
        Because::Cheaper { monthly, .. } => (true, -monthly.0),
        _ => (false, 0),
    });
    Ok(all)
}

/// What was in most of the site's last orders.
async fn forgotten(db: &Db, actor: &Actor) -> Result<Vec<Named>> {
    let at = actor.at().ok_or(Error::NotFound)?;
    let sql = format!(
        "WITH latest AS (
            SELECT id FROM \"order\" WHERE site_id = $3 AND state NOT IN ('cancelled', 'declined', 'awaiting_approval')
            ORDER BY submitted_at DESC, id DESC LIMIT {LAST_ORDERS}
        ) SELECT l.product_id, count(DISTINCT l.order_id) AS taken, (SELECT count(*) FROM latest) AS orders
        FROM latest JOIN order_line l ON l.order_id = latest.id AND l.ordered > 0
        WHERE {} GROUP BY l.product_id ORDER BY taken DESC, l.product_id",
        not_dismissed("'forgotten'", "l.product_id", "l.product_id")
    );
    let rows = ask(db, actor, at, &sql, vec![at.site.0.into()]).await?;
    let read = |row: &QueryResult| -> Result<Named> {
        let count = |column: &str| -> Result<u32> { Ok(u32::try_from(row.try_get::<i64>("", column)?).unwrap_or(0)) };
        let (taken, of) = (count("taken")?, count("orders")?);
        Ok(Named { product: ProductId(row.try_get("", "product_id")?), why: Why::Forgotten { taken, of } })
    };
    let all: Vec<Named> = rows.iter().map(read).collect::<Result<_>>()?;
    Ok(all
        .into_iter()
        .filter(|n| matches!(n.why, Why::Forgotten { taken, of } if suggestion::is_usual(taken, of)))
        .collect())
}

/// What staff say goes with or is better than some products, and then what customers of this one's kind take with them.
async fn said_of(db: &Db, actor: &Actor, of: &[ProductId]) -> Result<Vec<Named>> {
    let at = actor.at().ok_or(Error::NotFound)?;
    let reason = format!("reason_{}", actor.language.code());
    let among = places(3, of.len());
    // the other of a goes-with is put away beside whatever it stands
    let gone =
        not_dismissed("s.kind", "CASE WHEN s.kind = 'goes_with' THEN d.of_id ELSE s.product_id END", "s.other_id");
    let sql = format!(
        "SELECT s.kind, s.product_id, s.other_id, s.reason, s.said FROM (
            SELECT kind, product_id, other_id, coalesce(nullif({reason}, ''), reason_nl) AS reason, 1 AS said,
                -position AS weight FROM advice WHERE product_id IN ({among})
            UNION ALL
            SELECT 'goes_with', product_id, with_id, '', 0, lift FROM pairing
            WHERE customer_group = (SELECT customer_group FROM customer WHERE id = $1) AND product_id IN ({among})
        ) s JOIN assortment_item i ON i.customer_id = $1 AND i.product_id = s.other_id
        WHERE {gone} ORDER BY s.said DESC, s.weight DESC, s.product_id, s.other_id LIMIT 60"
    );
    let rows = ask(db, actor, at, &sql, of.iter().map(|p| p.0.into()).collect()).await?;
    rows.iter()
        .map(|row| {
            let (of, product) = (ProductId(row.try_get("", "product_id")?), ProductId(row.try_get("", "other_id")?));
            let (kind, said): (String, String) = (row.try_get("", "kind")?, row.try_get("", "reason")?);
            let why = match Kind::from_key(&kind) {
                Some(Kind::GoesWith) => Why::GoesWith(of, (!said.is_empty()).then_some(said)),
                Some(Kind::Alternative) => Why::Better(of, said),
                _ => return Err(Error::Stored(kind)),
            };
            Ok(Named { product, why })
        })
        .collect()
}

/// What has the name of one of these, but for its pack, and nothing in it that the other has not. Only for who may see
/// what it saves.
async fn same_in_other_packs(db: &Db, actor: &Actor, of: &[&Article]) -> Result<Vec<Named>> {
    let at = actor.at().ok_or(Error::NotFound)?;
    let of: Vec<&&Article> = of.iter().filter(|a| a.habit.interval().is_some()).collect();
    if of.is_empty() || !actor.can(Permission::SeePrices) {
        return Ok(Vec::new());
    }
    let sql = format!(
        "SELECT o.id AS of_id, o.name_nl AS of_name, o.allergens AS of_allergens, p.id, p.name_nl AS name, p.allergens
        FROM assortment_item i JOIN product p ON p.id = i.product_id AND p.discontinued = false
        JOIN product o ON o.category = p.category AND o.base_unit = p.base_unit AND o.vat = p.vat AND o.id <> p.id
        WHERE i.customer_id = $1 AND o.id IN ({}) AND {}
            AND NOT EXISTS (SELECT 1 FROM assortment_item WHERE customer_id = $1 LIMIT 1 OFFSET {ASSORTMENT})
        ORDER BY o.id, p.id",
        places(3, of.len()),
        not_dismissed("'alternative'", "o.id", "p.id")
    );
    let rows = ask(db, actor, at, &sql, of.iter().map(|a| a.product.0.into()).collect()).await?;
    let mut same = Vec::new();
    for row in &rows {
        let text = |column: &str| row.try_get::<String>("", column);
        let (allergens, of_allergens) = (text("allergens")?, text("of_allergens")?);
        let harmless = allergens.split(' ').all(|a| a.is_empty() || of_allergens.split(' ').any(|of| of == a));
        if harmless && suggestion::alike(&text("of_name")?, &text("name")?) {
            let of = ProductId(row.try_get("", "of_id")?);
            same.push(Named { product: ProductId(row.try_get("", "id")?), why: Why::Same(of) });
        }
    }
    Ok(same)
}

/// The condition that the actor ($2, at the customer $1) did not put this away.
fn not_dismissed(kind: &str, of: &str, product: &str) -> String {
    format!(
        "NOT EXISTS (SELECT 1 FROM suggestion_dismissal d WHERE d.customer_id = $1 AND d.user_id = $2
            AND d.kind = {kind} AND d.of_id = {of} AND d.product_id = {product})"
    )
}

/// `$3, $4, $5`
fn places(from: usize, count: usize) -> String {
    (from..from + count).map(|n| format!("${n}")).collect::<Vec<_>>().join(", ")
}

/// Asks with the customer as $1 and the person as $2.
async fn ask(db: &Db, actor: &Actor, at: &At, sql: &str, values: Vec<Value>) -> Result<Vec<QueryResult>> {
    let own = [at.customer.0.into(), actor.user.0.into()];
    let values: Vec<Value> = own.into_iter().chain(values).collect();
    let asked = Statement::from_sql_and_values(db.read().get_database_backend(), sql, values);
    Ok(db.read().query_all_raw(asked).await?)
}

/// What is put away, as a button names it: `goes_with <beside> <product>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dismissed {
    pub kind: Kind,
    pub of: ProductId,
    pub product: ProductId,
}

/// The actor wants to see it no more, at this customer. What he cannot order is nothing he was shown.
pub async fn dismiss(db: &Db, actor: &Actor, gone: &Dismissed, on: NaiveDate) -> Result<()> {
    actor.require(Permission::FillBasket)?;
    let Party::Customer(at) = &actor.party else { return Err(Error::NotFound) };
    let mut named = vec![gone.of, gone.product];
    named.dedup();
    if lists::these(db, actor, &named, on).await?.len() != named.len() {
        return Err(Error::NotFound);
    }
    let row = suggestion_dismissal::Model {
        customer_id: at.customer,
        user_id: actor.user,
        kind: gone.kind.key().to_owned(),
        of_id: gone.of,
        product_id: gone.product,
        dismissed_at: millis(db.now()),
    };
    use suggestion_dismissal::Column::{CustomerId, Kind, OfId, ProductId, UserId};
    let write = db.write().await?;
    suggestion_dismissal::Entity::insert(row.into_active_model())
        .on_conflict(OnConflict::columns([CustomerId, UserId, Kind, OfId, ProductId]).do_nothing().to_owned())
        .exec_without_returning(&*write)
        .await?;
    let event =
        serde_json::json!({ "kind": "dismissed", "what": gone.kind.key(), "of": gone.of, "product": gone.product });
    let person: Uuid = actor.user.0;
    crate::journal::append(db, &write, actor, "suggestion", person, &event).await?;
    write.commit().await
}
