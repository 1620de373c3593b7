//! What a customer may order, under his own names, with his price and his habit.

mod edit;

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::{
    Actor, CustomerId, Lang, Permission, ProductId, Quantity, SalesUnit, SiteId, UnitCode, UnitPrice, VatRate,
    access::At,
    agreement::{Percent, PriceAgreement},
    guide::Habit,
    money::{PricedBy, Tolerance},
    pack::Pack,
    price::{Conditions, TieredPrice},
    product::Article,
    promotion::{Basis, Gives, Promotion},
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect, QueryTrait,
    sea_query::{Alias, Condition, Expr, ExprTrait, Func, JoinType, OnConflict, Query, SelectStatement},
};
use serde::Deserialize;
use uuid::Uuid;

use crate::{
    Db, Error, Result, Write, agreements,
    entity::{assortment_item, basket_line, category, group_agreement, habit, price_agreement, product, site, user},
    promotions,
};
pub use edit::{Item, ItemForm, add, items, save};
pub(crate) use edit::{next_position, some};

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

/// What those of `articles` cost for which an agreement of the actor's customer or of his group begins on `day`, or has
/// ended the day before. Nothing for who may not see prices.
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
    let turning = agreements::turning(db.read(), at.customer, day).await?;
    let shown: Vec<ProductId> = articles.iter().map(|a| a.product).filter(|p| turning.contains(p)).collect();
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
}

/// One query for the whole list, its rows packed into a single JSON value: a list of a hundred articles is one row to
/// fetch and not a hundred, which on SQLite is most of what such a page costs.
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
    let at = actor.at().ok_or(Error::NotFound)?;
    let inner = packed_rows(conn, actor, at, on, which);
    let row = Expr::col(Alias::new("row"));
    let packed = match conn.get_database_backend() {
        sea_orm::DatabaseBackend::Sqlite => Func::cust(Alias::new("group_concat")).arg(row),
        _ => Func::cust(Alias::new("string_agg")).args([row.cast_as(Alias::new("text")), Expr::val(",")]),
    };
    let outer = Query::select().expr_as(packed, Alias::new("rows")).from_subquery(inner, Alias::new("item")).to_owned();
    let Some(row) = conn.query_one(&outer).await? else { return Ok((Vec::new(), Vec::new())) };
    let text: Option<String> = row.try_get("", "rows")?;
    let text = format!("[{}]", text.unwrap_or_default());
    let rows: Vec<Row<'_>> = serde_json::from_str(&text).map_err(|e| Error::Stored(e.to_string()))?;
    let prices = actor.can(Permission::SeePrices);
    let mut articles: Vec<(i64, Article)> = Vec::with_capacity(rows.len());
    let mut replaced = Vec::new();
    for row in rows {
        let discontinued = matches!(row.25, Flag::Bool(true) | Flag::Number(1..));
        let (position, article) = row.article(prices)?;
        if discontinued {
            replaced.push(article);
        } else {
            articles.push((position, article));
        }
    }
    articles.sort_by(|(a, one), (b, other)| a.cmp(b).then_with(|| one.name.cmp(&other.name)));
    Ok((articles.into_iter().map(|(_, article)| article).collect(), replaced))
}

/// A row of the list, in the order in which `packed_rows` packs it.
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
    Option<Promoted>,                    // the promotion of the day
    Option<&'a str>,                     // habit
    Option<i64>,                         // quantity in the basket
    Option<String>,                      // which colleague put it there
    Flag,                                // discontinued
);

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

/// Name, kind, value, free, threshold, does it stack, last day.
#[derive(Deserialize)]
struct Promoted(String, String, i64, i64, i64, Flag, NaiveDate);

impl Promoted {
    fn promotion(self) -> Result<Promotion> {
        let Promoted(name, kind, value, free, threshold, stacks, until) = self;
        let gives = Gives::of(&kind, value, free).ok_or(Error::Stored(kind))?;
        Ok(Promotion { name, gives, basis: Basis::of(stacks.into()), from: Quantity(threshold), until })
    }
}

/// SQLite packs a boolean as a number, PostgreSQL as one.
#[derive(Deserialize)]
#[serde(untagged)]
enum Flag {
    Number(i64),
    Bool(bool),
}

impl From<Flag> for bool {
    fn from(flag: Flag) -> bool {
        matches!(flag, Flag::Bool(true) | Flag::Number(1..))
    }
}

impl Row<'_> {
    fn article(self, prices: bool) -> Result<(i64, Article)> {
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
            position,
            list,
            list_tiers,
            own,
            of_group,
            promoted,
            taken,
            quantity,
            added_by,
            _,
        ) = self;
        let id = Uuid::parse_str(id).map_err(|e| Error::Stored(e.to_string()))?;
        let list = TieredPrice::from_text(UnitPrice(list), list_tiers);
        let [own, of_group] = [own, of_group].map(|agreed| agreed.map(Agreed::agreement));
        let conditions = Conditions::of(list, own, of_group, promoted.map(Promoted::promotion).transpose()?);
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
            habit: taken.map(Habit::from_text).unwrap_or_default(),
            quantity: Quantity(quantity.unwrap_or(0)),
            added_by,
        };
        Ok((position, article))
    }
}

/// The name column of a language; where it is empty the Dutch one serves.
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

fn packed_rows(
    conn: &impl ConnectionTrait,
    actor: &Actor,
    at: &At,
    on: NaiveDate,
    which: Which<'_>,
) -> SelectStatement {
    use assortment_item::Column as Item;
    use group_agreement::Column as OfGroup;
    use price_agreement::Column as Agreement;
    use product::Column as Product;
    let lang = actor.language;
    let sqlite = conn.get_database_backend() == sea_orm::DatabaseBackend::Sqlite;
    let (array, id): (&str, Expr) = if sqlite {
        ("json_array", Func::cust(Alias::new("hex")).arg(Expr::col((product::Entity, Product::Id))).into())
    } else {
        ("json_build_array", Expr::col((product::Entity, Product::Id)))
    };
    let category = match lang {
        Lang::Nl => category::Column::NameNl,
        Lang::Fr => category::Column::NameFr,
        Lang::En => category::Column::NameEn,
    };
    let of = |column: Product| -> Expr { Expr::col((product::Entity, column)) };
    let item = |column: Item| -> Expr { Expr::col((assortment_item::Entity, column)) };
    let agreement = |column: Agreement| -> Expr { Expr::col((price_agreement::Entity, column)) };
    let of_group = |column: OfGroup| -> Expr { Expr::col((group_agreement::Entity, column)) };
    let agreed = |[price, from, until, tiers, percent]: [Expr; 5], group: Expr| -> Expr {
        let packed = Func::cust(Alias::new(array)).args([price.clone(), from, until, tiers, percent, group]);
        Expr::case(price.is_not_null(), packed).into()
    };
    let own = agreed(
        [Agreement::Price, Agreement::FromOn, Agreement::UntilOn, Agreement::Tiers, Agreement::Percent].map(agreement),
        Expr::val(""),
    );
    let with_group = agreed(
        [OfGroup::Price, OfGroup::FromOn, OfGroup::UntilOn, OfGroup::Tiers, OfGroup::Percent].map(of_group),
        of_group(OfGroup::CustomerGroup),
    );
    let of_promotion = |name: &str| -> Expr { Expr::col((promotions::OF_DAY, Alias::new(name))) };
    let promoted: Expr = Expr::case(
        of_promotion("product_id").is_not_null(),
        Func::cust(Alias::new(array))
            .args(["name", "kind", "value", "free", "threshold", "stacks", "until_on"].map(of_promotion)),
    )
    .into();
    // SQLite hands a nested array over as text unless it is told that it is JSON
    let [own, with_group, promoted]: [Expr; 3] =
        [own, with_group, promoted].map(|a| if sqlite { Func::cust(Alias::new("json")).arg(a).into() } else { a });
    let row = Func::cust(Alias::new(array)).args([
        id,
        of(Product::Sku),
        name_in(lang),
        item(Item::OwnName),
        item(Item::OwnCode),
        Expr::col((category::Entity, category)),
        of(Product::BaseUnit),
        of(Product::Unit),
        of(Product::Factor),
        of(Product::Minimum),
        of(Product::Multiple),
        of(Product::PricedByBase),
        of(Product::Tolerance),
        of(Product::Packs),
        of(Product::Vat),
        item(Item::Favourite),
        item(Item::Position),
        of(Product::ListPrice),
        of(Product::ListTiers),
        own,
        with_group,
        promoted,
        Expr::col((habit::Entity, habit::Column::Taken)),
        Expr::col((basket_line::Entity, basket_line::Column::Quantity)),
        Expr::col((user::Entity, user::Column::Name)),
        of(Product::Discontinued),
    ]);
    let on_product = |table: &str| -> Expr {
        Expr::col((Alias::new(table), Alias::new("product_id"))).equals((product::Entity, Product::Id))
    };
    let mut select = Query::select();
    select
        .expr_as(row, Alias::new("row"))
        .from(assortment_item::Entity)
        .inner_join(
            product::Entity,
            Condition::all()
                .add(Expr::col((product::Entity, Product::Id)).equals((assortment_item::Entity, Item::ProductId))),
        )
        .inner_join(
            category::Entity,
            Condition::all()
                .add(Expr::col((category::Entity, category::Column::Key)).equals((product::Entity, Product::Category))),
        )
        .left_join(
            price_agreement::Entity,
            Condition::all()
                .add(agreement(Agreement::CustomerId).eq(Expr::val(at.customer)))
                .add(on_product("price_agreement"))
                .add(agreement(Agreement::FromOn).lte(Expr::val(on)))
                .add(
                    Condition::any()
                        .add(agreement(Agreement::UntilOn).is_null())
                        .add(agreement(Agreement::UntilOn).gte(Expr::val(on))),
                ),
        )
        .left_join(
            group_agreement::Entity,
            Condition::all()
                .add(of_group(OfGroup::CustomerGroup).eq(agreements::group_of(at.customer)))
                .add(on_product("group_agreement"))
                .add(of_group(OfGroup::FromOn).lte(Expr::val(on)))
                .add(of_group(OfGroup::UntilOn).is_null().or(of_group(OfGroup::UntilOn).gte(Expr::val(on)))),
        )
        .join_subquery(
            JoinType::LeftJoin,
            promotions::of_day(at.customer, on, lang),
            promotions::OF_DAY,
            on_product(promotions::OF_DAY),
        )
        .left_join(
            habit::Entity,
            Condition::all()
                .add(Expr::col((habit::Entity, habit::Column::SiteId)).eq(Expr::val(at.site)))
                .add(on_product("habit")),
        );
    let in_basket = Condition::all()
        .add(Expr::col((basket_line::Entity, basket_line::Column::SiteId)).eq(Expr::val(at.site)))
        .add(on_product("basket_line"));
    if matches!(which, Which::InBasket) {
        select.inner_join(basket_line::Entity, in_basket);
    } else {
        select.left_join(basket_line::Entity, in_basket);
    }
    select
        .left_join(
            user::Entity,
            // a colleague's line says so, one's own does not
            Condition::all()
                .add(
                    Expr::col((user::Entity, user::Column::Id))
                        .equals((basket_line::Entity, basket_line::Column::AddedBy)),
                )
                .add(Expr::col((user::Entity, user::Column::Id)).ne(Expr::val(actor.user))),
        )
        .and_where(item(Item::CustomerId).eq(Expr::val(at.customer)));
    let on_sale = of(Product::Discontinued).eq(false);
    select.and_where(match which {
        Which::AllOf(_) | Which::Known(_) => on_sale.or(of(Product::SuccessorId).is_not_null()),
        _ => on_sale,
    });
    match which {
        Which::These(products) | Which::Known(products) => {
            select.and_where(item(Item::ProductId).is_in(products.iter().copied()));
        }
        Which::AllOf(most) => {
            let one_more = assortment_item::Entity::find()
                .select_only()
                .column(Item::ProductId)
                .filter(assortment_item::COLUMN.customer_id.eq(at.customer))
                .offset(most)
                .limit(1)
                .into_query();
            select.and_where(Expr::exists(one_more).not());
        }
        Which::All | Which::InBasket => {}
    }
    select.take()
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
