//! Orders as they are shown: histories, the queue, one of them.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::{
    Actor, Cents, OrderId, OrderState, Permission, ProductId, Quantity, SalesUnit, UnitCode, UnitPrice, VatRate,
    customer::Customer,
    guide::Habit,
    money::{PricedBy, Tolerance},
    order::{self, Cause, Order, OrderHead, OrderLine, Repeat},
    page::Page,
    price::Price,
    product::{Article, Names},
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait, Select,
    sea_query::{Alias, Asterisk, Expr, Func, Query},
};
use serde::Deserialize;

use super::{stored, visible_to};
use crate::{
    Db, Error, Result,
    asked::{Asked, Flag, packed},
    assortments::{self, Which},
    customers,
    db::instant,
    entity, journal, sheets,
};

/// An order's rows are read as heads with the names of customer and site beside them.
#[derive(sea_orm::FromQueryResult)]
struct HeadRow {
    id: OrderId,
    number: String,
    customer_name: String,
    site_id: domain::SiteId,
    site_name: String,
    state: String,
    submitted_at: i64,
    entered_by_name: String,
    on_behalf: bool,
    delivery_on: NaiveDate,
    cut_off_at: i64,
    lines: i64,
    net: Cents,
    exceptions: String,
    attention: i64,
}

/// A head with the rest of its row.
#[derive(sea_orm::FromQueryResult)]
struct WholeRow {
    #[sea_orm(nested)]
    head: HeadRow,
    reference: String,
    note: String,
    totals: String,
    version: i64,
}

impl HeadRow {
    fn head(self, actor: &Actor) -> Result<OrderHead> {
        Ok(OrderHead {
            id: self.id,
            number: self.number,
            customer_name: self.customer_name,
            site: self.site_id,
            site_name: self.site_name,
            state: OrderState::from_key(&self.state).ok_or_else(|| Error::Stored(self.state.clone()))?,
            submitted_at: instant(self.submitted_at),
            entered_by: self.entered_by_name,
            on_behalf: self.on_behalf,
            delivery_on: self.delivery_on,
            cut_off_at: instant(self.cut_off_at),
            lines: self.lines as i32,
            net: actor.can(Permission::SeePrices).then_some(self.net),
            // what the desk looks at is the desk's business
            exceptions: if actor.is_staff() { stored(&self.exceptions)? } else { Vec::new() },
        })
    }
}

fn with_names(select: Select<entity::order::Entity>) -> Select<entity::order::Entity> {
    use entity::{customer, order, site};
    select
        .select_only()
        .columns([
            order::Column::Id,
            order::Column::Number,
            order::Column::SiteId,
            order::Column::State,
            order::Column::SubmittedAt,
            order::Column::EnteredByName,
            order::Column::OnBehalf,
            order::Column::DeliveryOn,
            order::Column::CutOffAt,
            order::Column::Lines,
            order::Column::Net,
            order::Column::Exceptions,
            order::Column::Attention,
        ])
        .column_as(customer::Column::Name, "customer_name")
        .column_as(site::Column::Name, "site_name")
        .join_rev(sea_orm::JoinType::InnerJoin, link(customer::Entity, customer::Column::Id, order::Column::CustomerId))
        .join_rev(sea_orm::JoinType::InnerJoin, link(site::Entity, site::Column::Id, order::Column::SiteId))
}

fn link<E: EntityTrait>(_: E, id: E::Column, from: entity::order::Column) -> sea_orm::RelationDef {
    E::belongs_to(entity::order::Entity).from(id).to(from).into()
}

/// The actor's orders, the newest first; `after` is the `next` of the page before.
pub async fn history(db: &Db, actor: &Actor, after: Option<&str>, most: u64) -> Result<Page<OrderHead>> {
    actor.require(Permission::SeeOrders)?;
    use entity::order::Column;
    let mut select = visible_to(actor);
    if let Some((at, id)) = after.and_then(seek) {
        select = select.filter(
            Condition::any()
                .add(Column::SubmittedAt.lt(at))
                .add(Condition::all().add(Column::SubmittedAt.eq(at)).add(Column::Id.lt(id))),
        );
    }
    let rows = with_names(select)
        .order_by_desc(Column::SubmittedAt)
        .order_by_desc(Column::Id)
        .limit(most + 1)
        .into_model::<HeadRow>()
        .all(db.read())
        .await?;
    page(rows, most, actor, |last| format!("{}_{}", last.submitted_at, last.id))
}

fn seek(after: &str) -> Option<(i64, OrderId)> {
    let (at, id) = after.split_once('_')?;
    Some((at.parse().ok()?, id.parse().ok()?))
}

fn page(
    mut rows: Vec<HeadRow>,
    most: u64,
    actor: &Actor,
    next: impl Fn(&HeadRow) -> String,
) -> Result<Page<OrderHead>> {
    let more = rows.len() as u64 > most;
    rows.truncate(most as usize);
    let next = if more { rows.last().map(next) } else { None };
    Ok(Page { rows: rows.into_iter().map(|r| r.head(actor)).collect::<Result<_>>()?, next })
}

/// Which part of the desk's work.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Queue {
    /// Sent and waiting for the desk, exceptions first, then by cut-off.
    #[default]
    ToReview,
    Accepted,
}

/// The desk's queue; `after` is the `next` of the page before.
pub async fn queue(db: &Db, actor: &Actor, queue: Queue, after: Option<&str>, most: u64) -> Result<Page<OrderHead>> {
    actor.require(Permission::ReviewOrders)?;
    use entity::order::Column;
    let state = match queue {
        Queue::ToReview => OrderState::Submitted,
        Queue::Accepted => OrderState::Accepted,
    };
    let mut select = entity::order::Entity::find().filter(Column::State.eq(state.key()));
    if let Some((attention, cut_off, id)) = after.and_then(seek_queue) {
        select = select.filter(below(attention, cut_off, id));
    }
    let rows = in_turn(with_names(select)).limit(most + 1).into_model::<HeadRow>().all(db.read()).await?;
    page(rows, most, actor, |last| format!("{}_{}_{}", last.attention, last.cut_off_at, last.id))
}

/// As the queue is sorted: exceptions first, then by cut-off.
fn in_turn(select: Select<entity::order::Entity>) -> Select<entity::order::Entity> {
    use entity::order::Column;
    select.order_by_desc(Column::Attention).order_by_asc(Column::CutOffAt).order_by_asc(Column::Id)
}

/// What stands below this place of the queue.
fn below(attention: i64, cut_off: i64, id: OrderId) -> Condition {
    use entity::order::Column;
    let same = Condition::all().add(Column::Attention.eq(attention));
    Condition::any()
        .add(Column::Attention.lt(attention))
        .add(same.clone().add(Column::CutOffAt.gt(cut_off)))
        .add(same.add(Column::CutOffAt.eq(cut_off)).add(Column::Id.gt(id)))
}

fn seek_queue(after: &str) -> Option<(i64, i64, OrderId)> {
    let mut parts = after.splitn(3, '_');
    Some((parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
}

/// How many wait for the desk, counted up to `most`.
pub async fn waiting(db: &Db, actor: &Actor, most: u64) -> Result<u64> {
    actor.require(Permission::ReviewOrders)?;
    // counted inside the limit: neither the whole queue is read, nor do a thousand rows leave the database
    let some = entity::order::Entity::find()
        .select_only()
        .column(entity::order::Column::Id)
        .filter(entity::order::COLUMN.state.eq(OrderState::Submitted.key()))
        .limit(most)
        .into_query();
    let count = Func::count(Expr::col(Asterisk));
    let count = Query::select().expr_as(count, Alias::new("n")).from_subquery(some, Alias::new("waiting")).to_owned();
    let row = db.read().query_one(&count).await?.ok_or(Error::NotFound)?;
    let n: i64 = row.try_get("", "n")?;
    Ok(n.unsigned_abs())
}

/// One order, whole.
pub async fn get(db: &Db, actor: &Actor, id: OrderId) -> Result<Order> {
    actor.require(Permission::SeeOrders)?;
    load(db.read(), actor, id).await
}

pub(super) async fn load(conn: &impl ConnectionTrait, actor: &Actor, id: OrderId) -> Result<Order> {
    let row = whole(conn, actor, id).await?;
    let mut asked = Asked::of(conn);
    let questions = [lines(&mut asked, id), journal::question(&mut asked, id)];
    let [lines, journal] = asked.answers(conn, questions).await?;
    row.order(actor, &lines, &journal)
}

/// The row of an order that the actor may see.
async fn whole(conn: &impl ConnectionTrait, actor: &Actor, id: OrderId) -> Result<WholeRow> {
    use entity::order::Column;
    with_names(visible_to(actor).filter(entity::order::COLUMN.id.eq(id)))
        .columns([Column::Reference, Column::Note, Column::Totals, Column::Version])
        .into_model::<WholeRow>()
        .one(conn)
        .await?
        .ok_or(Error::NotFound)
}

impl WholeRow {
    fn order(self, actor: &Actor, lines: &str, journal: &str) -> Result<Order> {
        let prices = actor.can(Permission::SeePrices);
        let mut lines: Vec<Line> = packed(lines)?;
        lines.sort_by_key(|line| line.0);
        Ok(Order {
            head: self.head.head(actor)?,
            reference: self.reference,
            note: self.note,
            lines: lines.into_iter().map(|line| line.read(prices)).collect::<Result<_>>()?,
            totals: if prices { Some(stored(&self.totals)?) } else { None },
            journal: journal::answer(journal)?,
            version: self.version,
        })
    }
}

/// The lines of an order, each as one JSON array ([`Line`]).
fn lines(asked: &mut Asked, order: OrderId) -> String {
    let row = asked.array(&format!(
        "l.line, {product}, l.sku, l.name, l.unit, l.factor, l.minimum, l.multiple, l.priced_by_base, l.tolerance,
        l.base_unit, l.weighed, l.ordered, l.confirmed, l.delivered, {substitute}, l.cause, l.vat, l.price, l.trace,
        l.amount, l.deposit",
        product = asked.id("l.product_id"),
        substitute = asked.some_id("l.substituted_by"),
    ));
    let order = asked.bind(order.0);
    format!("SELECT {row} AS packed FROM order_line l WHERE l.order_id = {order}")
}

#[derive(Deserialize)]
struct Line(
    i32,               // line
    ProductId,         // product
    String,            // sku
    String,            // name
    UnitCode,          // unit
    Quantity,          // factor
    Quantity,          // minimum
    Quantity,          // multiple
    Flag,              // priced by base unit
    Option<Tolerance>, // tolerance of its weight
    UnitCode,          // base unit
    Option<Quantity>,  // weighed
    Quantity,          // ordered
    Quantity,          // confirmed
    Option<Quantity>,  // delivered
    Option<ProductId>, // substituted by
    Option<String>,    // cause
    VatRate,           // vat
    UnitPrice,         // price
    String,            // trace of the price
    Cents,             // amount
    Option<String>,    // deposit
);

impl Line {
    fn read(self, prices: bool) -> Result<OrderLine> {
        let Line(
            line,
            product,
            sku,
            name,
            code,
            factor,
            minimum,
            multiple,
            by_base,
            tolerance,
            base_unit,
            weighed,
            ordered,
            confirmed,
            delivered,
            substituted_by,
            cause,
            vat,
            price,
            trace,
            amount,
            deposit,
        ) = self;
        let trace = if prices { stored(&trace)? } else { Vec::new() };
        let priced_by = PricedBy::of(by_base.into(), tolerance);
        Ok(OrderLine {
            line,
            product,
            unit: SalesUnit { code, factor, minimum, multiple, priced_by },
            base_unit,
            weighed,
            sku,
            name,
            ordered,
            confirmed,
            delivered,
            substituted_by,
            cause: cause.as_deref().and_then(Cause::from_key),
            vat,
            price: prices.then_some(Price { amount: price, trace }),
            amount: prices.then_some(amount),
            deposit: deposit.filter(|_| prices).as_deref().map(stored).transpose()?,
        })
    }
}

/// An order as its customer looks at it.
#[derive(Clone, Debug)]
pub struct Shown {
    pub order: Order,
    /// What ordering it again would give, line by line; nothing for who does not order.
    pub again: Vec<Repeat>,
    /// The products in it that have a page.
    pub pages: Vec<ProductId>,
}

/// An order of the actor's customer, with what ordering it again on the day `on` would give.
pub async fn shown(db: &Db, actor: &Actor, id: OrderId, on: NaiveDate) -> Result<Shown> {
    actor.require(Permission::SeeOrders)?;
    let row = whole(db.read(), actor, id).await?;
    let mut asked = Asked::of(db.read());
    let questions = [
        lines(&mut asked, id),
        journal::question(&mut asked, id),
        assortments::question(&mut asked, actor, on, Which::OfOrder(id))?,
        sheets::of_order(&mut asked, actor, id)?,
    ];
    let [lines, journal, articles, pages] = asked.answers(db.read(), questions).await?;
    let order = row.order(actor, &lines, &journal)?;
    let again = if actor.can(Permission::FillBasket) {
        let articles = assortments::answer(&articles, actor)?.articles;
        let now: HashMap<ProductId, &Article> = articles.iter().map(|a| (a.product, a)).collect();
        order.lines.iter().map(|line| order::repeat(line, now.get(&line.product).copied())).collect()
    } else {
        Vec::new()
    };
    let pages = packed::<(ProductId,)>(&pages)?.into_iter().map(|(product,)| product).collect();
    Ok(Shown { order, again, pages })
}

/// What the desk looks at beside an order.
#[derive(Clone, Debug)]
pub struct Review {
    pub order: Order,
    pub customer: Customer,
    /// What the distributor calls its articles; a line has the customer's word.
    pub names: HashMap<ProductId, Names>,
    /// What this site took before, per product.
    pub habits: HashMap<ProductId, Habit>,
    pub recent: Vec<OrderHead>,
    /// The order that is below it in the queue; after the last, the first.
    pub next: Option<OrderId>,
}

/// An order with its customer's history beside it.
pub async fn review(db: &Db, actor: &Actor, id: OrderId) -> Result<Review> {
    actor.require(Permission::ReviewOrders)?;
    let order = load(db.read(), actor, id).await?;
    let row = entity::order::Entity::find_by_id(id).one(db.read()).await?.ok_or(Error::NotFound)?;
    let customer = customers::by_id_in_force(db.read(), row.customer_id).await?;
    let products: Vec<ProductId> = order.lines.iter().map(|l| l.product).collect();
    let habits = assortments::habits(db.read(), row.site_id, &products).await?;
    let articles = entity::product::Entity::find().filter(entity::product::COLUMN.id.is_in(products));
    let articles = articles.all(db.read()).await?;
    let names = articles.iter().map(|article| (article.id, crate::products::names(article))).collect();
    let recent = with_names(
        entity::order::Entity::find()
            .filter(entity::order::COLUMN.site_id.eq(row.site_id))
            .filter(entity::order::COLUMN.id.ne(id)),
    )
    .order_by_desc(entity::order::Column::SubmittedAt)
    .order_by_desc(entity::order::Column::Id)
    .limit(6)
    .into_model::<HeadRow>()
    .all(db.read())
    .await?;
    let recent = recent.into_iter().map(|r| r.head(actor)).collect::<Result<_>>()?;
    let next = next(db, &row).await?;
    Ok(Review { order, customer, names, habits, recent, next })
}

/// Whoever goes through the queue comes past all of it, and begins again; none where no other order waits.
async fn next(db: &Db, order: &entity::order::Model) -> Result<Option<OrderId>> {
    use entity::order::{Column, Entity};
    let others = Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(Column::State.eq(OrderState::Submitted.key()))
        .filter(Column::Id.ne(order.id));
    let others = in_turn(others).limit(1);
    let lower = others.clone().filter(below(order.attention, order.cut_off_at, order.id));
    // the second is not asked where the first answers
    let either = Func::coalesce([lower.into_query(), others.into_query()]);
    let query = Query::select().expr_as(either, Alias::new("next")).to_owned();
    let row = db.read().query_one(&query).await?.ok_or(Error::NotFound)?;
    Ok(row.try_get("", "next")?)
}
