//! What a customer may order, under his own names, with his price and his habit.

mod edit;
mod group;

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::{
    Actor, Cents, CustomerId, Lang, OrderId, Permission, ProductId, Quantity, SalesUnit, SiteId, UnitCode, UnitPrice,
    VatRate,
    access::At,
    agreement::{Percent, PriceAgreement},
    guide::Habit,
    money::{PricedBy, Tolerance},
    pack::Pack,
    packaging::{Deposit, PerUnit},
    price::{Conditions, TieredPrice},
    product::Article,
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect, QueryTrait,
    sea_query::{Alias, Expr, Func, OnConflict, SelectStatement},
};
use serde::Deserialize;
use uuid::Uuid;

use crate::{
    Db, Error, Result, Write, agreements,
    asked::{Asked, Flag, packed},
    bundles,
    entity::{assortment_item, habit, price_agreement, product, site},
    promotions::{self, OfDay},
};
pub use edit::{Item, ItemForm, add, items, save};
pub(crate) use edit::{next_position, some};
pub use group::{GroupAssortment, GroupItem, add_to_group, of_group, remove_from_group};
pub(crate) use group::{follow, hold_groups};

/// Everything this actor's customer may order, as his site knows it, in the order of his shelf: for what must be whole,
/// whatever it weighs; a page shows a part ([`crate::lists`]). `on` is the day whose agreements count: that of delivery.
pub async fn list(db: &Db, actor: &Actor, on: NaiveDate) -> Result<Vec<Article>> {
    articles(db.read(), actor, on, Which::All).await
}

pub(crate) async fn site_of(conn: &impl ConnectionTrait, at: &At) -> Result<site::Model> {
    site::Entity::find_by_id(at.site)
        .filter(site::COLUMN.customer_id.eq(at.customer))
        .one(conn)
        .await?
        .ok_or(Error::NotFound)
}

/// The products that a customer can order, as a subquery.
pub(crate) fn on_sale(customer: CustomerId) -> SelectStatement {
    let discontinued = product::Entity::find()
        .select_only()
        .column(product::Column::Id)
        .filter(product::COLUMN.discontinued.eq(true))
        .into_query();
    assortment_item::Entity::find()
        .select_only()
        .column(assortment_item::Column::ProductId)
        .filter(assortment_item::COLUMN.customer_id.eq(customer))
        .filter(assortment_item::Column::ProductId.not_in_subquery(discontinued))
        .into_query()
}

/// What those of `articles` cost for which an agreement of the actor's customer or of his group, or a list price, begins on
/// `day`, or for which an agreement has ended the day before. Nothing for who may not see prices.
pub async fn prices_from(
    db: &Db,
    actor: &Actor,
    day: NaiveDate,
    articles: &[Article],
) -> Result<Vec<(ProductId, TieredPrice)>> {
    let at = actor.at().ok_or(Error::NotFound)?;
    if !actor.can(Permission::SeePrices) {
        return Ok(Vec::new());
    }
    let mut shown: Vec<ProductId> = articles.iter().map(|a| a.product).collect();
    let turning = agreements::turning(db.read(), at.customer, day, &shown).await?;
    shown.retain(|product| turning.contains(product));
    if shown.is_empty() {
        return Ok(Vec::new());
    }
    let then = self::articles(db.read(), actor, day, Which::These(&shown)).await?;
    Ok(then.into_iter().filter_map(|a| Some((a.product, a.conditions?.nearest().clone()))).collect())
}

/// Which part of the assortment is asked for.
pub(crate) enum Which<'a> {
    All,
    /// All, if that is so many at most; else nothing. Who has few pays no second statement for it. Also what is
    /// discontinued and has a successor.
    AllOf(u64),
    /// Those of these, discontinued ones that have a successor too.
    Known(&'a [ProductId]),
    InBasket,
    These(&'a [ProductId]),
    OfOrder(OrderId),
}

/// Those that can be ordered, in one statement.
pub(crate) async fn articles(
    conn: &impl ConnectionTrait,
    actor: &Actor,
    on: NaiveDate,
    which: Which<'_>,
) -> Result<Vec<Article>> {
    read(conn, actor, on, which).await.map(|(articles, _)| articles)
}

/// What can be ordered, and what of it is discontinued while another product takes its place.
pub(crate) async fn read(
    conn: &impl ConnectionTrait,
    actor: &Actor,
    on: NaiveDate,
    which: Which<'_>,
) -> Result<(Vec<Article>, Vec<Article>)> {
    let all = matches!(which, Which::All | Which::AllOf(_));
    answered(conn, actor, on, &rows(conn, actor, on, which).await?, all).await
}

async fn rows(conn: &impl ConnectionTrait, actor: &Actor, on: NaiveDate, which: Which<'_>) -> Result<String> {
    let mut asked = Asked::of(conn);
    let question = question(&mut asked, actor, on, which)?;
    let [rows] = asked.answers(conn, [question]).await?;
    Ok(rows)
}

/// The articles of an [`question`], with the bundles they are in: what can be ordered, and what of it is discontinued
/// while another product takes its place. `all`: they are all that the customer can order.
pub(crate) async fn answered(
    conn: &impl ConnectionTrait,
    actor: &Actor,
    on: NaiveDate,
    rows: &str,
    all: bool,
) -> Result<(Vec<Article>, Vec<Article>)> {
    let Answer { mut articles, replaced, within } = answer(rows, actor)?;
    bundles::complete(conn, actor, on, &mut articles, &within, all).await?;
    Ok((articles, replaced))
}

/// Those that can be ordered, without the bundles they are in.
pub(crate) async fn alone(
    conn: &impl ConnectionTrait,
    actor: &Actor,
    on: NaiveDate,
    which: Which<'_>,
) -> Result<Vec<Article>> {
    Ok(answer(&rows(conn, actor, on, which).await?, actor)?.articles)
}

/// The rows of an [`question`], read.
pub(crate) struct Answer {
    pub articles: Vec<Article>,
    /// What is discontinued while another product takes its place.
    pub replaced: Vec<Article>,
    /// Which bundle an article is in.
    within: HashMap<ProductId, OfDay>,
}

/// Without the bundles; [`answered`] has them.
pub(crate) fn answer(rows: &str, actor: &Actor) -> Result<Answer> {
    // a row is large, and is not moved about while it is sorted
    let mut rows: Vec<Box<Row<'_>>> = packed(rows)?;
    rows.sort_by(|one, other| one.16.cmp(&other.16).then_with(|| one.2.cmp(&other.2)));
    let prices = actor.can(Permission::SeePrices);
    let mut answer = Answer { articles: Vec::with_capacity(rows.len()), replaced: Vec::new(), within: HashMap::new() };
    for mut row in rows {
        let bundle = row.21.take_if(|promoted| promoted.bundle.is_some());
        let (article, discontinued) = row.article(prices)?;
        if let Some(bundle) = bundle.filter(|_| !discontinued) {
            answer.within.insert(article.product, bundle);
        }
        if discontinued { &mut answer.replaced } else { &mut answer.articles }.push(article);
    }
    Ok(answer)
}

/// A row of the list, in the order in which [`question`] packs it.
#[derive(Deserialize)]
struct Row<'a>(
    &'a str,                             // product id
    String,                              // sku
    String,                              // name in the reader's language
    Option<String>,                      // own name
    Option<String>,                      // own code
    String,                              // category, in the reader's language
    String,                              // base unit
    String,                              // unit
    i64,                                 // factor
    i64,                                 // minimum
    i64,                                 // multiple
    Flag,                                // priced by base unit
    Option<i64>,                         // tolerance of its weight
    &'a str,                             // packs
    i64,                                 // vat
    Flag,                                // favourite
    i64,                                 // position
    i64,                                 // list price
    &'a str,                             // and its tiers
    #[serde(borrow)] Option<Agreed<'a>>, // the agreement of the day
    #[serde(borrow)] Option<Agreed<'a>>, // that of the group
    Option<OfDay>,                       // the promotion of the day
    #[serde(borrow)] Option<Lent<'a>>,   // the packaging that comes back
    Option<&'a str>,                     // habit
    Option<i64>,                         // quantity in the basket
    Option<String>,                      // which colleague put it there
    Flag,                                // discontinued
);

/// Code of the packaging, its name in the reader's language, how many in a sales unit, and the deposit on each.
#[derive(Deserialize)]
struct Lent<'a>(&'a str, String, i64, i64);

/// Price, from, until, tiers, percentage, and the group it is of.
#[derive(Deserialize)]
struct Agreed<'a>(i64, NaiveDate, Option<NaiveDate>, &'a str, Option<i64>, String);

impl Agreed<'_> {
    fn agreement(self) -> PriceAgreement {
        let Agreed(price, from, until, tiers, percent, group) = self;
        let deal = price_agreement::deal(UnitPrice(price), tiers, percent.map(Percent));
        PriceAgreement { deal, from, until, group }
    }
}

impl Lent<'_> {
    fn deposit(self) -> Deposit {
        let Lent(code, name, per_unit, each) = self;
        Deposit { packaging: code.to_owned(), name, per_unit: PerUnit(per_unit), each: Cents(each) }
    }
}

impl Row<'_> {
    /// The article, and whether it is discontinued.
    fn article(self, prices: bool) -> Result<(Article, bool)> {
        let Row(
            id,
            sku,
            name,
            own_name,
            own_code,
            category,
            base_unit,
            unit,
            factor,
            minimum,
            multiple,
            by_base,
            tolerance,
            packs,
            vat,
            favourite,
            _,
            list,
            list_tiers,
            own,
            of_group,
            promoted,
            lent,
            taken,
            quantity,
            added_by,
            discontinued,
        ) = self;
        let id = Uuid::parse_str(id).map_err(|e| Error::Stored(e.to_string()))?;
        let list = TieredPrice::from_text(UnitPrice(list), list_tiers);
        let [own, of_group] = [own, of_group].map(|agreed| agreed.map(Agreed::agreement));
        let conditions = Conditions::of(list, own, of_group, promoted.map(OfDay::promotion).transpose()?);
        let article = Article {
            product: ProductId(id),
            sku,
            name,
            own_name,
            own_code,
            category,
            base_unit: UnitCode(base_unit),
            unit: SalesUnit {
                code: UnitCode(unit),
                factor: Quantity(factor),
                minimum: Quantity(minimum),
                multiple: Quantity(multiple),
                priced_by: PricedBy::of(by_base.into(), tolerance.map(Tolerance)),
            },
            packs: Pack::all_from_text(packs),
            vat: VatRate(vat),
            favourite: favourite.into(),
            conditions: prices.then_some(conditions),
            bundle: None,
            deposit: lent.filter(|_| prices).map(Lent::deposit),
            habit: taken.map(Habit::from_text).unwrap_or_default(),
            quantity: Quantity(quantity.unwrap_or(0)),
            added_by,
        };
        Ok((article, discontinued.into()))
    }
}

/// The column of the names in a language, of products, categories and promotions.
pub(crate) fn names_in(lang: Lang) -> &'static str {
    match lang {
        Lang::Nl => "name_nl",
        Lang::Fr => "name_fr",
        Lang::En => "name_en",
    }
}

/// The name of a product in a language; where it has none the Dutch one serves.
pub(crate) fn name_in(lang: Lang) -> Expr {
    let column = match lang {
        Lang::Nl => product::Column::NameNl,
        Lang::Fr => product::Column::NameFr,
        Lang::En => product::Column::NameEn,
    };
    Func::coalesce([
        Func::cust(Alias::new("nullif")).args([Expr::col((product::Entity, column)), Expr::val("")]).into(),
        Expr::col((product::Entity, product::Column::NameNl)),
    ])
    .into()
}

/// The rows of these articles, each as one JSON array ([`Row`]).
pub(crate) fn question(asked: &mut Asked, actor: &Actor, on: NaiveDate, which: Which<'_>) -> Result<String> {
    let at = actor.at().ok_or(Error::NotFound)?;
    let name = names_in(actor.language);
    let of_day = promotions::of_day(asked, at.customer, on, actor.language);
    let (customer, site) = (asked.bind(at.customer.0), asked.bind(at.site.0));
    let (user, day) = (asked.bind(actor.user.0), asked.bind(on));
    let agreed = |of: &str, group: &str| {
        let packed =
            asked.array(&format!("{of}.price, {of}.from_on, {of}.until_on, {of}.tiers, {of}.percent, {group}"));
        format!("CASE WHEN {of}.price IS NOT NULL THEN {packed} END")
    };
    let (own, of_group) = (agreed("own", "''"), agreed("of_group", "of_group.customer_group"));
    // asked for each article by the index of its promotions: joined, all of them would be gathered first
    let promoted = promotions::row_of_day(asked);
    let promoted = format!("(SELECT {promoted} FROM ({of_day}) of_day WHERE of_day.product_id = p.id LIMIT 1)");
    let lent = asked.array(&format!(
        "lent.code, coalesce(nullif(lent.{name}, ''), lent.name_nl), p.packaging_per_unit, lent.deposit"
    ));
    let lent = format!("CASE WHEN lent.code IS NOT NULL THEN {lent} END");
    let row = asked.array(&format!(
        "{id}, p.sku, coalesce(nullif(p.{name}, ''), p.name_nl), i.own_name, i.own_code, c.{name}, p.base_unit, p.unit,
        p.factor, p.minimum, p.multiple, p.priced_by_base, p.tolerance, p.packs, p.vat, i.favourite, i.position,
        CASE WHEN p.coming_on <= {day} THEN p.coming_price ELSE p.list_price END,
        CASE WHEN p.coming_on <= {day} THEN p.coming_tiers ELSE p.list_tiers END, {own}, {of_group}, {promoted}, {lent}, habit.taken, line.quantity, colleague.name,
        p.discontinued",
        id = asked.id("p.id"),
    ));
    let in_basket = if matches!(which, Which::InBasket) { "JOIN" } else { "LEFT JOIN" };
    let on_sale = match which {
        Which::AllOf(_) | Which::Known(_) => "(p.discontinued = false OR p.successor_id IS NOT NULL)",
        _ => "p.discontinued = false",
    };
    let part = match which {
        Which::These(products) | Which::Known(products) => {
            format!("AND i.product_id IN ({})", asked.bind_all(products.iter().map(|product| product.0)))
        }
        Which::AllOf(most) => format!(
            "AND NOT EXISTS (SELECT 1 FROM assortment_item more WHERE more.customer_id = {customer} LIMIT 1 OFFSET {most})"
        ),
        Which::OfOrder(order) => {
            format!("AND i.product_id IN (SELECT product_id FROM order_line WHERE order_id = {})", asked.bind(order.0))
        }
        Which::All | Which::InBasket => String::new(),
    };
    // a colleague's line says so, one's own does not
    Ok(format!(
        "SELECT {row} AS packed
        FROM assortment_item i
        JOIN product p ON p.id = i.product_id
        JOIN category c ON c.key = p.category
        LEFT JOIN price_agreement own ON own.customer_id = {customer} AND own.product_id = p.id
            AND own.from_on <= {day} AND (own.until_on IS NULL OR own.until_on >= {day})
        LEFT JOIN group_agreement of_group
            ON of_group.customer_group = (SELECT customer_group FROM customer WHERE id = {customer})
            AND of_group.product_id = p.id
            AND of_group.from_on <= {day} AND (of_group.until_on IS NULL OR of_group.until_on >= {day})
        LEFT JOIN packaging lent ON lent.code = p.packaging
        LEFT JOIN habit ON habit.site_id = {site} AND habit.product_id = p.id
        {in_basket} basket_line line ON line.site_id = {site} AND line.product_id = p.id
        LEFT JOIN \"user\" colleague ON colleague.id = line.added_by AND colleague.id <> {user}
        WHERE i.customer_id = {customer} AND {on_sale} {part}"
    ))
}

/// Rewrites the habits of a site's articles after an order came or was taken back.
pub(crate) async fn put_habits(write: &Write, site: SiteId, habits: Vec<(ProductId, Habit)>) -> Result<()> {
    if habits.is_empty() {
        return Ok(());
    }
    let rows = habits.into_iter().map(|(product_id, habit)| {
        habit::Model { site_id: site, product_id, taken: habit.to_text() }.into_active_model()
    });
    habit::Entity::insert_many(rows)
        .on_conflict(
            OnConflict::columns([habit::Column::SiteId, habit::Column::ProductId])
                .update_column(habit::Column::Taken)
                .to_owned(),
        )
        .exec_without_returning(&**write)
        .await?;
    Ok(())
}

/// The habits of a site for some products; what was never taken is absent.
pub(crate) async fn habits(
    conn: &impl ConnectionTrait,
    site: SiteId,
    products: &[ProductId],
) -> Result<HashMap<ProductId, Habit>> {
    let rows = habit::Entity::find()
        .filter(habit::COLUMN.site_id.eq(site))
        .filter(habit::COLUMN.product_id.is_in(products.iter().copied()))
        .all(conn)
        .await?;
    Ok(rows.into_iter().map(|r| (r.product_id, Habit::from_text(&r.taken))).collect())
}
