//! Promotions, as staff maintain them and as they hold for a customer on a day.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use domain::{
    Actor, CustomerId, Lang, Permission, ProductId, PromotionId, Quantity, Refusal,
    promotion::{Basis, Campaign, Gives, Promotion, overlap},
    text,
};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect, QueryTrait,
};
use serde::Deserialize;

use crate::{
    Db, Error, Fields, Result, Write,
    asked::{Asked, Flag, packed},
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
            m.stacks, m.until_on
        FROM promotion m JOIN promotion_product about ON about.promotion_id = m.id
        WHERE m.from_on <= {day} AND m.until_on >= {day} AND (m.customer_group = ''
            OR m.customer_group = (SELECT customer_group FROM customer WHERE id = {customer}))"
    )
}

/// Name, kind, value, free, threshold, does it stack, last day.
#[derive(Deserialize)]
pub(crate) struct Promoted(String, String, i64, i64, i64, Flag, NaiveDate);

/// The columns of a [`Promoted`], of the rows of [`of_day`].
pub(crate) const PROMOTED: &str =
    "of_day.name, of_day.kind, of_day.value, of_day.free, of_day.threshold, of_day.stacks, of_day.until_on";

impl Promoted {
    pub fn promotion(self) -> Result<Promotion> {
        let Promoted(name, kind, value, free, threshold, stacks, until) = self;
        let gives = Gives::of(&kind, value, free).ok_or(Error::Stored(kind))?;
        Ok(Promotion { name, gives, basis: Basis::of(stacks.into()), from: Quantity(threshold), until })
    }
}

/// The promotion of one product.
pub(crate) async fn holding(
    conn: &impl ConnectionTrait,
    customer: CustomerId,
    product: ProductId,
    day: NaiveDate,
    lang: Lang,
) -> Result<Option<Promotion>> {
    let mut asked = Asked::of(conn);
    let of_day = of_day(&mut asked, customer, day, lang);
    let (row, product) = (asked.array(PROMOTED), asked.bind(product.0));
    let question = format!("SELECT {row} AS packed FROM ({of_day}) of_day WHERE of_day.product_id = {product}");
    let [rows] = asked.answers(conn, [question]).await?;
    packed::<Promoted>(&rows)?.into_iter().next().map(Promoted::promotion).transpose()
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
    let about = promotion_product::Entity::find()
        .select_only()
        .column(promotion_product::Column::ProductId)
        .filter(promotion_product::COLUMN.promotion_id.eq(row.id))
        .into_query();
    let products: Vec<String> = product::Entity::find()
        .select_only()
        .column(product::Column::Sku)
        .filter(product::Column::Id.in_subquery(about.clone()))
        .order_by_asc(product::COLUMN.sku)
        .into_tuple()
        .all(db.read())
        .await?;
    let have = assortment_item::Entity::find()
        .select_only()
        .column(assortment_item::Column::CustomerId)
        .filter(assortment_item::Column::ProductId.in_subquery(about))
        .into_query();
    let mut meant = customer::Entity::find().filter(customer::Column::Id.in_subquery(have));
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
        products,
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
    /// SKUs, apart by white space, commas or semicolons.
    pub products: String,
}

impl PromotionForm {
    /// The row and its SKUs, or what is wrong with each field. Shared by the page and the import.
    pub(crate) fn check(&self) -> Result<(promotion::Model, Vec<String>)> {
        let mut fields = Fields::default();
        let name_nl = fields.take("name_nl", text::required(&self.name_nl, 60));
        let name_fr = fields.take("name_fr", text::line(&self.name_fr, 60));
        let name_en = fields.take("name_en", text::line(&self.name_en, 60));
        let gives = Gives::parse(&self.kind, &self.value);
        let gives = fields.take("value", gives.map(Some));
        let free = matches!(gives, Some(Gives::Free(_)));
        let threshold = match self.threshold.trim() {
            "" => Quantity::ZERO,
            // free goods count by themselves
            _ if free => fields.take("threshold", Err(Refusal::NoThreshold)),
            typed => fields.take("threshold", Quantity::parse(typed)),
        };
        let customer_group = fields.take("group", text::line(&self.group, 40));
        let from = fields.take("from", date(&self.from).map(Some));
        let until = fields.take("until", date(&self.until).map(Some));
        if from > until && until.is_some() {
            fields.refuse("until", Refusal::EndsBefore);
        }
        let skus = fields.take("products", skus(&self.products));
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
        Ok((row, skus))
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
        typed => typed.parse().map_err(|_| Refusal::NotADate { typed: typed.chars().take(40).collect() }),
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
    let (new, skus) = form.check()?;
    let write = db.write().await?;
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
    let products = known(&write, &skus).await?;
    apart(&write, actor, &after, &products).await?;
    let event = serde_json::json!({
        "kind": if before.is_some() { "changed" } else { "created" },
        "before": before.as_ref().map(|b| format!("{b:?}")),
        "after": format!("{after:?}"),
        "products": skus,
    });
    let id = after.id;
    if before.is_some() {
        after.into_active_model().reset_all().update(&*write).await?;
        forget(&write, id).await?;
    } else {
        after.into_active_model().insert(&*write).await?;
    }
    let about = |product_id: &ProductId| promotion_product::Model { promotion_id: id, product_id: *product_id };
    insert_all(&write, products.iter().map(|p| about(p).into_active_model()).collect()).await?;
    journal::append(db, &write, actor, "promotion", id.0, &event).await?;
    write.commit().await?;
    Ok(id)
}

/// Takes a promotion away; orders keep the price they had.
pub async fn remove(db: &Db, actor: &Actor, id: PromotionId, version: i64) -> Result<()> {
    actor.require(Permission::ManageAssortments)?;
    let write = db.write().await?;
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

/// The products of these SKUs; the first that is not known is refused.
pub(crate) async fn known(write: &Write, skus: &[String]) -> Result<Vec<ProductId>> {
    let found: Vec<(ProductId, String)> = product::Entity::find()
        .select_only()
        .columns([product::Column::Id, product::Column::Sku])
        .filter(product::COLUMN.sku.is_in(skus))
        .into_tuple()
        .all(&**write)
        .await?;
    match skus.iter().find(|sku| !found.iter().any(|(_, known)| known == *sku)) {
        Some(sku) => Err(Error::field("products", Refusal::UnknownChoice { typed: sku.clone() })),
        None => Ok(found.into_iter().map(|(id, _)| id).collect()),
    }
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
    hold(write).await?;
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
