//! Promotions, as staff maintain them and as they hold for a customer on a day.

use std::collections::{BTreeSet, HashMap};

use chrono::NaiveDate;
use domain::{
    Actor, CustomerId, Lang, Permission, ProductId, PromotionId, Quantity, Refusal,
    bundle::{MOST_PARTS, parse_part},
    delivery,
    promotion::{Basis, Campaign, Gives, Promoted, Promotion, overlap},
    text,
};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, JoinType, PaginatorTrait,
    QueryFilter, QueryOrder, QuerySelect, QueryTrait, sea_query::ExprTrait,
};
use serde::Deserialize;

use crate::{
    Db, Error, Fields, Result, Write,
    asked::{Asked, Flag, flag, packed},
    assortments::names_in,
    clock::new_id,
    db::insert_all,
    entity::{assortment_item, customer, product, promotion, promotion_product},
    journal,
};

/// So many products may be in one promotion.
pub const MOST_PRODUCTS: usize = 1_000;

/// What holds for a customer on `day`, as a subquery: at most one row for a product, as [`save`] lets no two in.
pub(crate) fn of_day(asked: &mut Asked, customer: CustomerId, day: NaiveDate, lang: Lang) -> String {
    let name = names_in(lang);
    let (customer, day) = (asked.bind(customer.0), asked.bind(day));
    format!(
        "SELECT about.product_id, coalesce(nullif(m.{name}, ''), m.name_nl) AS name, m.kind, m.value, m.free, m.threshold,
            m.stacks, m.until_on, m.version, CASE WHEN about.quantity IS NOT NULL THEN m.id END AS bundle
        FROM promotion m JOIN promotion_product about ON about.promotion_id = m.id
        WHERE m.from_on <= {day} AND m.until_on >= {day} AND (m.customer_group = ''
            OR m.customer_group = (SELECT customer_group FROM customer WHERE id = {customer}))"
    )
}

/// A row of [`of_day`].
#[derive(Deserialize)]
#[serde(from = "Packed")]
pub(crate) struct OfDay {
    pub name: String,
    kind: String,
    value: i64,
    free: i64,
    threshold: i64,
    stacks: bool,
    pub until: NaiveDate,
    pub bundle: Option<OfBundle>,
}

/// The promotion, where it is a bundle.
pub(crate) struct OfBundle {
    pub id: PromotionId,
    pub version: i64,
    pub parts: Vec<OfPart>,
}

/// Product, how many are in one bundle, and whether they are free there.
#[derive(Deserialize)]
pub(crate) struct OfPart(pub ProductId, pub Option<Quantity>, #[serde(deserialize_with = "flag")] pub bool);

type Packed = (String, String, i64, i64, i64, Flag, NaiveDate, i64, Option<PromotionId>, Option<Vec<OfPart>>);

impl From<Packed> for OfDay {
    fn from((name, kind, value, free, threshold, stacks, until, version, id, parts): Packed) -> OfDay {
        let bundle = id.zip(parts).map(|(id, parts)| OfBundle { id, version, parts });
        OfDay { name, kind, value, free, threshold, stacks: stacks.into(), until, bundle }
    }
}

/// An [`OfDay`] of the rows of [`of_day`], packed.
pub(crate) fn row_of_day(asked: &Asked) -> String {
    let part = asked.array(&format!("{}, part.quantity, part.free", asked.id("part.product_id")));
    let parts = format!(
        "CASE WHEN of_day.bundle IS NOT NULL THEN
            (SELECT {} FROM promotion_product part WHERE part.promotion_id = of_day.bundle) END",
        asked.all(&part)
    );
    asked.array(&format!(
        "of_day.name, of_day.kind, of_day.value, of_day.free, of_day.threshold, of_day.stacks, of_day.until_on,
        of_day.version, {}, {parts}",
        asked.some_id("of_day.bundle")
    ))
}

impl OfDay {
    pub fn gives(&self) -> Result<Gives> {
        Gives::of(&self.kind, self.value, self.free).ok_or_else(|| Error::Stored(self.kind.clone()))
    }

    pub fn basis(&self) -> Basis {
        Basis::of(self.stacks)
    }

    pub fn promotion(self) -> Result<Promotion> {
        let (gives, basis) = (self.gives()?, self.basis());
        Ok(Promotion { name: self.name, gives, basis, from: Quantity(self.threshold), until: self.until })
    }
}

/// The promotion of one product by itself, or the name of the bundle it is in.
pub(crate) async fn holding(
    conn: &impl ConnectionTrait,
    customer: CustomerId,
    product: ProductId,
    day: NaiveDate,
    lang: Lang,
) -> Result<(Option<Promotion>, Option<String>)> {
    let mut asked = Asked::of(conn);
    let of_day = of_day(&mut asked, customer, day, lang);
    let (row, product) = (row_of_day(&asked), asked.bind(product.0));
    let question = format!("SELECT {row} AS packed FROM ({of_day}) of_day WHERE of_day.product_id = {product}");
    let [rows] = asked.answers(conn, [question]).await?;
    Ok(match packed::<OfDay>(&rows)?.into_iter().next() {
        Some(held) if held.bundle.is_some() => (None, Some(held.name)),
        held => (held.map(OfDay::promotion).transpose()?, None),
    })
}

/// All of them that have not ended before `since`, the one that ends last first.
pub async fn list(db: &Db, actor: &Actor, since: NaiveDate) -> Result<Vec<Campaign>> {
    actor.require(Permission::OrderOnBehalf)?;
    let rows = promotion::Entity::find()
        .filter(promotion::COLUMN.until_on.gte(since))
        .order_by_desc(promotion::COLUMN.until_on)
        .order_by_asc(promotion::COLUMN.name_nl)
        .limit(500)
        .all(db.read())
        .await?;
    let mut kept = Vec::with_capacity(rows.len());
    for row in rows {
        kept.push(read(db, row).await?);
    }
    Ok(kept)
}

/// One promotion, for staff.
pub async fn get(db: &Db, actor: &Actor, id: PromotionId) -> Result<Campaign> {
    actor.require(Permission::OrderOnBehalf)?;
    read(db, promotion::Entity::find_by_id(id).one(db.read()).await?.ok_or(Error::NotFound)?).await
}

async fn read(db: &Db, row: promotion::Model) -> Result<Campaign> {
    let about: Vec<(String, Option<Quantity>, bool)> = promotion_product::Entity::find()
        .select_only()
        .column(product::Column::Sku)
        .columns([promotion_product::Column::Quantity, promotion_product::Column::Free])
        .join(
            JoinType::InnerJoin,
            promotion_product::Entity::belongs_to(product::Entity)
                .from(promotion_product::Column::ProductId)
                .to(product::Column::Id)
                .into(),
        )
        .filter(promotion_product::COLUMN.promotion_id.eq(row.id))
        .order_by_asc(product::COLUMN.sku)
        .into_tuple()
        .all(db.read())
        .await?;
    let articles: Vec<Promoted> = about.into_iter().map(|(sku, of, free)| Promoted { sku, of, free }).collect();
    let about = promotion_product::Entity::find()
        .select_only()
        .column(promotion_product::Column::ProductId)
        .filter(promotion_product::COLUMN.promotion_id.eq(row.id))
        .into_query();
    let mut have = assortment_item::Entity::find()
        .select_only()
        .column(assortment_item::Column::CustomerId)
        .filter(assortment_item::Column::ProductId.in_subquery(about))
        .group_by(assortment_item::Column::CustomerId);
    // a bundle is for who may order all of it
    if articles.iter().any(|article| article.of.is_some()) {
        have = have.having(ExprTrait::eq(assortment_item::Column::ProductId.count(), articles.len() as i64));
    }
    let mut meant = customer::Entity::find().filter(customer::Column::Id.in_subquery(have.into_query()));
    if !row.customer_group.is_empty() {
        meant = meant.filter(customer::COLUMN.customer_group.eq(&row.customer_group));
    }
    Ok(Campaign {
        id: row.id,
        names: row.names(),
        gives: row.gives().ok_or_else(|| Error::Stored(row.kind.clone()))?,
        basis: Basis::of(row.stacks),
        from: row.threshold,
        span: row.span(),
        articles,
        customers: meant.count(db.read()).await?,
        version: row.version,
    })
}

/// The customer groups there are, by name.
pub async fn groups(db: &Db, actor: &Actor) -> Result<Vec<String>> {
    actor.require(Permission::OrderOnBehalf)?;
    let groups = customer::Entity::find()
        .select_only()
        .column(customer::Column::CustomerGroup)
        .distinct()
        .filter(customer::COLUMN.customer_group.ne(""))
        .order_by_asc(customer::COLUMN.customer_group);
    Ok(groups.into_tuple().all(db.read()).await?)
}

/// What staff type about a promotion.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PromotionForm {
    pub name_nl: String,
    pub name_fr: String,
    pub name_en: String,
    /// With `value` as [`Gives::parse`] reads them.
    pub kind: String,
    pub value: String,
    /// In sales units; empty is from the first on.
    pub threshold: String,
    pub stacks: bool,
    pub group: String,
    /// `2026-11-01`
    pub from: String,
    pub until: String,
    /// For its articles together, as a bundle.
    pub together: bool,
    /// SKUs, apart by white space, commas or semicolons; of a bundle a line for each part ([`parse_part`]).
    pub products: String,
}

impl PromotionForm {
    /// The row and its articles, or what is wrong with each field. Shared by the page and the import.
    pub(crate) fn check(&self) -> Result<(promotion::Model, Vec<Promoted>)> {
        let mut fields = Fields::default();
        let name_nl = fields.take("name_nl", text::required(&self.name_nl, 60));
        let name_fr = fields.take("name_fr", text::line(&self.name_fr, 60));
        let name_en = fields.take("name_en", text::line(&self.name_en, 60));
        let gives = Gives::parse(&self.kind, &self.value);
        let gives = fields.take("value", gives.map(Some));
        let threshold = match (self.threshold.trim(), gives) {
            ("", _) => Quantity::ZERO,
            (_, _) if self.together => fields.take("threshold", Err(Refusal::NotEmpty)),
            // free goods count by themselves
            (_, Some(Gives::Free(_))) => fields.take("threshold", Err(Refusal::NoThreshold)),
            (typed, _) => fields.take("threshold", Quantity::parse(typed)),
        };
        match gives {
            Some(Gives::Parts) if !self.together => fields.refuse("kind", Refusal::NotABundle),
            Some(Gives::Free(_)) if self.together => fields.refuse("kind", Refusal::NotABundle),
            _ => {}
        }
        let customer_group = fields.take("group", text::line(&self.group, 40));
        let from = fields.take("from", date(&self.from).map(Some));
        let until = fields.take("until", date(&self.until).map(Some));
        if from > until && until.is_some() {
            fields.refuse("until", Refusal::EndsBefore);
        }
        let articles = if self.together { parts(&self.products, gives) } else { each(&self.products) };
        let articles = articles.unwrap_or_else(|refused| {
            for refusal in refused {
                // nothing is wrong with the articles
                let field = if refusal == Refusal::FreeParts { "kind" } else { "products" };
                fields.refuse(field, refusal);
            }
            Vec::new()
        });
        fields.check()?;
        let (Some(gives), Some(from_on), Some(until_on)) = (gives, from, until) else {
            return Err(Error::field("value", Refusal::Required));
        };
        let (kind, value, free) = gives.parts();
        let row = promotion::Model {
            id: PromotionId(new_id()),
            name_nl,
            name_fr,
            name_en,
            kind: kind.to_owned(),
            value,
            free,
            threshold,
            stacks: self.stacks,
            customer_group,
            from_on,
            until_on,
            version: 1,
        };
        Ok((row, articles))
    }
}

/// The articles of a promotion that is for each by itself.
fn each(typed: &str) -> Result<Vec<Promoted>, Vec<Refusal>> {
    let skus = skus(typed).map_err(|refusal| vec![refusal])?;
    Ok(skus.into_iter().map(|sku| Promoted { sku, of: None, free: false }).collect())
}

/// The parts of a bundle, one a line, by SKU: two at least, of which some, and not all, are free where it gives those.
/// Every line that is no part is refused.
fn parts(typed: &str, gives: Option<Gives>) -> Result<Vec<Promoted>, Vec<Refusal>> {
    let lines: Vec<&str> = typed.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    if lines.len() > MOST_PARTS {
        return Err(vec![Refusal::TooManyRows { most: MOST_PARTS }]);
    }
    let (mut parts, mut refused): (Vec<Promoted>, _) = (Vec::new(), Vec::new());
    for line in lines {
        match parse_part(line) {
            Ok((sku, ..)) if parts.iter().any(|part| part.sku == sku) => {
                refused.push(Refusal::NotAPart { typed: line.chars().take(40).collect() });
            }
            Ok((sku, of, free)) => parts.push(Promoted { sku, of: Some(of), free }),
            Err(refusal) => refused.push(refusal),
        }
    }
    if !refused.is_empty() {
        return Err(refused);
    }
    parts.sort_by(|one, other| one.sku.cmp(&other.sku));
    let free = parts.iter().filter(|part| part.free).count();
    let fits = if gives == Some(Gives::Parts) { (1..parts.len()).contains(&free) } else { free == 0 };
    match parts.len() {
        0 => Err(vec![Refusal::Required]),
        1 => Err(vec![Refusal::NotABundle]),
        _ if fits || gives.is_none() => Ok(parts),
        _ if gives == Some(Gives::Parts) => Err(vec![Refusal::NotABundle]),
        _ => Err(vec![Refusal::FreeParts]),
    }
}

/// Article numbers as they are typed or pasted: apart by white space, commas or semicolons, each once, one at least.
pub(crate) fn skus(typed: &str) -> Result<Vec<String>, Refusal> {
    let apart = typed.split(|c: char| c.is_whitespace() || c == ',' || c == ';').filter(|sku| !sku.is_empty());
    let skus: BTreeSet<String> = apart.map(|sku| sku.chars().take(40).collect()).collect();
    match skus.len() {
        0 => Err(Refusal::Required),
        MOST_PRODUCTS.. => Err(Refusal::TooManyRows { most: MOST_PRODUCTS }),
        _ => Ok(skus.into_iter().collect()),
    }
}

/// A day that must be said, as the browser's own calendar writes it.
pub(crate) fn date(typed: &str) -> Result<NaiveDate, Refusal> {
    match typed.trim() {
        "" => Err(Refusal::Required),
        typed => delivery::day(typed),
    }
}

/// Saves a promotion as it was seen (id and version), or makes a new one where none is named.
///
/// What it gives is the deal of every order delivered in its period from now on; what was ordered before keeps its
/// price. Refused is a product that is in another promotion for one of the same customers on one of the same days
/// ([`Refusal::Overlap`]): which of two counts is said by a person, not by chance.
pub async fn save(
    db: &Db,
    actor: &Actor,
    seen: Option<(PromotionId, i64)>,
    form: &PromotionForm,
) -> Result<PromotionId> {
    actor.require(Permission::ManageAssortments)?;
    let (new, articles) = form.check()?;
    let write = db.write().await?;
    hold(&write).await?;
    let before = match seen {
        Some((id, version)) => {
            let there = promotion::Entity::find_by_id(id).lock_exclusive().one(&*write).await?;
            let there = there.ok_or(Error::NotFound)?;
            if there.version != version {
                return Err(Refusal::Stale.into());
            }
            Some(there)
        }
        None => None,
    };
    let after = promotion::Model {
        id: before.as_ref().map_or(new.id, |b| b.id),
        version: before.as_ref().map_or(1, |b| b.version + 1),
        ..new
    };
    let skus: Vec<String> = articles.iter().map(|article| article.sku.clone()).collect();
    let products: HashMap<String, ProductId> = known(&write, &skus).await?.into_iter().collect();
    let about: Vec<promotion_product::Model> = articles
        .iter()
        .filter_map(|Promoted { sku, of: quantity, free }| {
            let (product_id, quantity, free) = (*products.get(sku)?, *quantity, *free);
            Some(promotion_product::Model { promotion_id: after.id, product_id, quantity, free })
        })
        .collect();
    apart(&write, actor, &after, &about.iter().map(|a| a.product_id).collect::<Vec<_>>()).await?;
    let event = serde_json::json!({
        "kind": if before.is_some() { "changed" } else { "created" },
        "before": before.as_ref().map(|b| format!("{b:?}")),
        "after": format!("{after:?}"),
        "products": articles.iter().map(said).collect::<Vec<_>>(),
    });
    let id = after.id;
    if before.is_some() {
        after.into_active_model().reset_all().update(&*write).await?;
        forget(&write, id).await?;
    } else {
        after.into_active_model().insert(&*write).await?;
    }
    insert_all(&write, about.into_iter().map(IntoActiveModel::into_active_model).collect()).await?;
    journal::append(db, &write, actor, "promotion", id.0, &event).await?;
    write.commit().await?;
    Ok(id)
}

/// An article of a promotion as the journal tells it.
fn said(article: &Promoted) -> serde_json::Value {
    match article.of {
        None => article.sku.clone().into(),
        Some(of) => serde_json::json!({ "sku": article.sku, "thousandths": of.0, "free": article.free }),
    }
}

/// Takes a promotion away; orders keep the price they had.
pub async fn remove(db: &Db, actor: &Actor, id: PromotionId, version: i64) -> Result<()> {
    actor.require(Permission::ManageAssortments)?;
    let write = db.write().await?;
    hold(&write).await?;
    let there = promotion::Entity::find_by_id(id).lock_exclusive().one(&*write).await?.ok_or(Error::NotFound)?;
    if there.version != version {
        return Err(Refusal::Stale.into());
    }
    forget(&write, id).await?;
    promotion::Entity::delete_by_id(id).exec(&*write).await?;
    let event = serde_json::json!({ "kind": "removed", "before": format!("{there:?}") });
    journal::append(db, &write, actor, "promotion", id.0, &event).await?;
    write.commit().await
}

async fn forget(write: &Write, id: PromotionId) -> Result<()> {
    promotion_product::Entity::delete_many()
        .filter(promotion_product::COLUMN.promotion_id.eq(id))
        .exec(&**write)
        .await?;
    Ok(())
}

/// So many unknown SKUs are told at once; more are another list.
const MOST_UNKNOWN: usize = 20;

/// The products of these SKUs; those that are not known are refused.
pub(crate) async fn known(write: &Write, skus: &[String]) -> Result<Vec<(String, ProductId)>> {
    let found: Vec<(String, ProductId)> = product::Entity::find()
        .select_only()
        .columns([product::Column::Sku, product::Column::Id])
        .filter(product::COLUMN.sku.is_in(skus))
        .into_tuple()
        .all(&**write)
        .await?;
    let mut fields = Fields::default();
    let unknown = skus.iter().filter(|sku| !found.iter().any(|(known, _)| known == *sku));
    for sku in unknown.take(MOST_UNKNOWN) {
        fields.refuse("products", Refusal::UnknownChoice { typed: sku.clone() });
    }
    fields.check()?;
    Ok(found)
}

/// Keeps others from putting a product into a promotion meanwhile. On SQLite there is one writer.
pub(crate) async fn hold(write: &Write) -> Result<()> {
    if write.get_database_backend() == sea_orm::DatabaseBackend::Postgres {
        write.execute_unprepared("LOCK TABLE promotion_product IN SHARE ROW EXCLUSIVE MODE").await?;
    }
    Ok(())
}

/// No product of it is in another promotion that may hold at the same time for the same customer.
async fn apart(write: &Write, actor: &Actor, new: &promotion::Model, products: &[ProductId]) -> Result<()> {
    let shared = promotion_product::Entity::find()
        .filter(promotion_product::COLUMN.promotion_id.ne(new.id))
        .filter(promotion_product::COLUMN.product_id.is_in(products.iter().copied()))
        .all(&**write)
        .await?;
    let others = promotion::Entity::find()
        .filter(promotion::COLUMN.id.is_in(shared.iter().map(|s| s.promotion_id)))
        .order_by_asc(promotion::COLUMN.from_on)
        .all(&**write)
        .await?;
    let Some(other) = others.into_iter().find(|other| overlap(&other.span(), &new.span())) else { return Ok(()) };
    let both = shared.iter().find(|s| s.promotion_id == other.id).map(|s| s.product_id);
    let sku = match both {
        Some(both) => product::Entity::find_by_id(both).one(&**write).await?.map(|p| p.sku),
        None => None,
    };
    let name = other.names().get(actor.language).to_owned();
    let (from, until) = (other.from_on, other.until_on);
    Err(Error::field("products", Refusal::Overlap { sku: sku.unwrap_or_default(), name, from, until }))
}
