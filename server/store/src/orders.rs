//! Orders: sent once however often they are sent, reviewed, and taken back.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::{
    Actor, Cents, OrderId, OrderState, Permission, ProductId, Quantity, Refusal, SalesUnit, UnitPrice, Verb,
    access::Party,
    customer::{Customer, Strictness, Terms},
    delivery::DeliveryDay,
    event::Event,
    guide::Habit,
    lifecycle,
    money::{PricedBy, Totals},
    order::{self, Cause, Exception, Order, OrderHead, OrderLine, Repeat},
    page::Page,
    price::Price,
};
use sea_orm::{
    ActiveModelTrait, ActiveValue, ColumnTrait, Condition, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter,
    QueryOrder, QuerySelect, Select,
    sea_query::{Expr, ExprTrait},
};

use crate::{
    Db, Error, Fields, Result, Write,
    assortments::{self, Which},
    baskets,
    clock::new_id,
    customers,
    db::{instant, millis},
    distributor::{self, Counter},
    entity::{self, basket_line, order_line, user},
    journal, outbox,
};

/// The orders an actor may know of: a customer's own (of the one site, where his role is bound to it), all for staff.
fn visible_to(actor: &Actor) -> Select<entity::order::Entity> {
    let orders = entity::order::Entity::find();
    match &actor.party {
        Party::Staff => orders,
        Party::Customer(at) | Party::OnBehalf(at) => {
            let own = orders.filter(entity::order::COLUMN.customer_id.eq(at.customer));
            if at.bound { own.filter(entity::order::COLUMN.site_id.eq(at.site)) } else { own }
        }
    }
}

/// What a buyer sends: the whole order as he saw it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Submission {
    /// The id the order will have; the same id sent again is the same order.
    pub order: OrderId,
    /// The basket he looked at.
    pub basket_version: i64,
    pub delivery_on: NaiveDate,
    pub reference: String,
    pub note: String,
    /// Every line of the order; what lies in the basket and is not named here is left out of the order and stays.
    pub lines: Vec<(ProductId, Quantity)>,
    /// The unit prices the sender was shown; of a product that is not named any price will do.
    pub prices: Vec<(ProductId, UnitPrice)>,
}

/// Makes an order of the basket: one transaction, however often it is sent.
///
/// Refused are a basket that changed meanwhile ([`Refusal::BasketChanged`], or [`Refusal::AlreadyOrdered`] where the
/// change was that it became an order), a day that is not possible, and lines that cannot be delivered.
pub async fn submit(db: &Db, actor: &Actor, submission: &Submission) -> Result<OrderId> {
    let state = if actor.can(Permission::PlaceOrder) {
        OrderState::Submitted
    } else {
        actor.require(Permission::RequestOrder).map_err(|_| Refusal::NotAllowed(Permission::PlaceOrder))?;
        OrderState::AwaitingApproval
    };
    let at = actor.at().ok_or(Error::NotFound)?;
    let (reference, note) = baskets::check_wishes(&submission.reference, &submission.note)?;
    let write = db.write().await?;
    let basket = baskets::hold(&write, at).await?;
    if let Some(sent) = entity::order::Entity::find_by_id(submission.order).one(&*write).await? {
        // the same order once more: the same answer; somebody else's id is nobody's
        return if sent.customer_id != at.customer || sent.site_id != at.site {
            Err(Error::NotFound)
        } else if is_same(&write, &sent, submission, &reference, &note).await? {
            Ok(sent.id)
        } else {
            Err(Refusal::AlreadyOrdered { number: sent.number, order: sent.id }.into())
        };
    }
    if basket.version != submission.basket_version {
        return Err(changed_meanwhile(&write, &basket, submission.basket_version).await?);
    }
    let now = db.now();
    let Counter { customer, zone, calendar, .. } = distributor::counter(&*write, at, now).await?;
    let day = calendar.check(&zone, now, submission.delivery_on).map_err(|why| {
        let next = calendar.days(&zone, now, 1).first().map(|d| d.date);
        Error::field("delivery_on", Refusal::NoDelivery { date: submission.delivery_on, why, next })
    })?;
    let lines = lines_of(&write, actor, submission).await?;
    let totals = Totals::of(lines.iter().map(|l| (l.amount, l.article.vat)));
    let terms = customer.terms;
    // who only asks may see no amount: the approver is told instead
    if state == OrderState::Submitted {
        above_minimum(actor, &terms, totals.net)?;
    }
    let number = next_number(&write).await?;
    let judged: Vec<_> = lines.iter().map(|l| (l.article.sku.as_str(), l.article.quantity, &l.article.habit)).collect();
    let exceptions =
        order::exceptions(&order::Circumstances { customer: &customer, totals: &totals, note: &note, lines: &judged });
    let head = NewOrder { number, state, day, reference, note, totals, exceptions, basket_version: basket.version };
    insert(db, &write, actor, submission.order, head, &lines).await?;
    if state == OrderState::Submitted {
        take_habits(&write, at.site, day.date, &lines).await?;
    }
    empty(&write, actor, basket, submission).await?;
    let (count, delivery_on) = (lines.len() as u32, day.date);
    let event = match state {
        OrderState::AwaitingApproval => Event::Requested { lines: count, delivery_on },
        _ => Event::Submitted { lines: count, delivery_on },
    };
    journal::append(db, &write, actor, "order", submission.order.0, &event).await?;
    outbox::order_changed(db, &write, at.customer, at.site, submission.order).await?;
    outbox::basket_changed(db, &write, at.customer, at.site).await?;
    write.commit().await?;
    Ok(submission.order)
}

/// A strict minimum is refused; the desk may do without.
fn above_minimum(actor: &Actor, terms: &Terms, net: Cents) -> Result<(), Refusal> {
    match (terms.order_minimum, terms.minimum_is) {
        (Some(minimum), Strictness::Strict) if net < minimum && !actor.is_staff() => {
            Err(Refusal::BelowMinimum { minimum, total: net })
        }
        _ => Ok(()),
    }
}

/// Does the submission ask for what was already sent under its id? `reference` and `note` are as they would be stored.
async fn is_same(
    write: &Write,
    sent: &entity::order::Model,
    submission: &Submission,
    reference: &str,
    note: &str,
) -> Result<bool> {
    let lines = order_line::Entity::find().filter(order_line::COLUMN.order_id.eq(sent.id)).all(&**write).await?;
    let mut there: Vec<_> = lines.into_iter().map(|l| (l.product_id, l.ordered)).collect();
    let mut asked: Vec<_> = submission.lines.iter().filter(|(_, q)| *q > Quantity::ZERO).copied().collect();
    there.sort_unstable();
    asked.sort_unstable();
    let wishes = sent.reference == reference && sent.note == note;
    // a page that followed the order into an empty basket asks for nothing else
    Ok(asked.is_empty() || there == asked && sent.delivery_on == submission.delivery_on && wishes)
}

/// Why the basket is not the one the sender saw.
async fn changed_meanwhile(write: &Write, basket: &entity::basket::Model, seen: i64) -> Result<Error> {
    let ordered = entity::order::Entity::find()
        .filter(entity::order::COLUMN.site_id.eq(basket.site_id))
        .filter(entity::order::COLUMN.basket_version.gte(seen))
        .order_by_asc(entity::order::COLUMN.basket_version)
        .one(&**write)
        .await?;
    if let Some(order) = ordered {
        return Ok(Refusal::AlreadyOrdered { number: order.number, order: order.id }.into());
    }
    let by = match basket.changed_by {
        Some(id) => user::Entity::find_by_id(id).one(&**write).await?.map(|u| u.name),
        None => None,
    };
    Ok(Refusal::BasketChanged { by }.into())
}

/// A line about to be frozen.
struct NewLine {
    article: domain::product::Article,
    price: Price,
    amount: Cents,
}

async fn lines_of(write: &Write, actor: &Actor, submission: &Submission) -> Result<Vec<NewLine>> {
    let mut wanted: HashMap<ProductId, Quantity> = HashMap::new();
    for (product, quantity) in submission.lines.iter().filter(|(_, q)| *q > Quantity::ZERO) {
        wanted.insert(*product, *quantity);
    }
    if wanted.is_empty() {
        return Err(Refusal::EmptyBasket.into());
    }
    // the server prices for everybody, also for who may not see it
    let pricing = Actor { role: domain::Role::Buyer, ..actor.clone() };
    let products: Vec<ProductId> = wanted.keys().copied().collect();
    let articles = assortments::articles(&**write, &pricing, submission.delivery_on, Which::These(&products)).await?;
    let mut fields = Fields::default();
    let mut lines = Vec::with_capacity(articles.len());
    for mut article in articles {
        let Some(quantity) = wanted.remove(&article.product) else { continue };
        if let Err(refusal) = article.unit.check(quantity) {
            fields.refuse(&format!("quantity.{}", article.product), refusal);
        }
        article.quantity = quantity;
        let Some(price) = article.price.clone() else { return Err(Error::Stored("a line without a price".into())) };
        match submission.prices.iter().find(|(product, _)| *product == article.product) {
            Some((_, seen)) if *seen != price.amount => {
                let changed = Refusal::PriceChanged { before: *seen, now: price.amount };
                fields.refuse(&format!("quantity.{}", article.product), changed);
            }
            _ => {}
        }
        lines.push(NewLine { amount: price.amount.amount(quantity, &article.unit), price, article });
    }
    for product in wanted.keys() {
        fields.refuse(&format!("quantity.{product}"), Refusal::NotInAssortment);
    }
    fields.check()?;
    Ok(lines)
}

/// The next number; the row's lock makes it a sequence without gaps on both databases.
pub(crate) async fn next_number(write: &Write) -> Result<String> {
    use entity::distributor::{Column, Entity};
    let row = Entity::update_many()
        .col_expr(Column::NextOrderNumber, Expr::col(Column::NextOrderNumber).add(1))
        .filter(Column::Id.eq(1))
        .exec_with_returning(&**write)
        .await?
        .pop()
        .ok_or(Error::NotFound)?;
    Ok(format!("B{}", row.next_order_number - 1))
}

struct NewOrder {
    number: String,
    state: OrderState,
    day: DeliveryDay,
    reference: String,
    note: String,
    totals: Totals,
    exceptions: Vec<Exception>,
    basket_version: i64,
}

async fn insert(db: &Db, write: &Write, actor: &Actor, id: OrderId, new: NewOrder, lines: &[NewLine]) -> Result<()> {
    let at = actor.at().ok_or(Error::NotFound)?;
    let row = entity::order::Model {
        id,
        number: new.number,
        customer_id: at.customer,
        site_id: at.site,
        state: new.state.key().to_owned(),
        entered_by: Some(actor.user),
        entered_by_name: actor.name.clone(),
        on_behalf: actor.is_staff(),
        submitted_at: millis(db.now()),
        delivery_on: new.day.date,
        cut_off_at: millis(new.day.cut_off),
        reference: new.reference,
        note: new.note,
        lines: lines.len() as i64,
        net: new.totals.net,
        totals: json(&new.totals)?,
        attention: i64::from(!new.exceptions.is_empty()),
        exceptions: json(&new.exceptions)?,
        basket_version: new.basket_version,
        version: 1,
    };
    entity::order::Entity::insert(row.into_active_model()).exec_without_returning(&**write).await?;
    let mut rows = Vec::with_capacity(lines.len());
    for (index, NewLine { article, price, amount }) in lines.iter().enumerate() {
        rows.push(
            order_line::Model {
                order_id: id,
                line: index as i64 + 1,
                product_id: article.product,
                sku: article.sku.clone(),
                name: article.title().to_owned(),
                unit: article.unit.code.clone(),
                factor: article.unit.factor,
                minimum: article.unit.minimum,
                multiple: article.unit.multiple,
                priced_by_base: article.unit.priced_by == PricedBy::BaseUnit,
                ordered: article.quantity,
                confirmed: article.quantity,
                delivered: None,
                substituted_by: None,
                cause: None,
                vat: article.vat,
                price: price.amount,
                trace: json(&price.trace)?,
                amount: *amount,
            }
            .into_active_model(),
        );
    }
    order_line::Entity::insert_many(rows).exec_without_returning(&**write).await?;
    Ok(())
}

async fn take_habits(write: &Write, site: domain::SiteId, on: NaiveDate, lines: &[NewLine]) -> Result<()> {
    let habits = lines
        .iter()
        .map(|line| {
            let mut habit = line.article.habit.clone();
            habit.take(on, line.article.quantity);
            (line.article.product, habit)
        })
        .collect();
    assortments::put_habits(write, site, habits).await
}

/// What was ordered leaves the basket, and what can no longer be ordered; what was not named stays.
async fn empty(write: &Write, actor: &Actor, basket: entity::basket::Model, submission: &Submission) -> Result<()> {
    let on_sale = assortments::on_sale(basket.customer_id);
    let ordered = basket_line::COLUMN.product_id.is_in(submission.lines.iter().map(|(p, _)| *p));
    basket_line::Entity::delete_many()
        .filter(basket_line::COLUMN.site_id.eq(basket.site_id))
        .filter(ordered.or(basket_line::Column::ProductId.not_in_subquery(on_sale)))
        .exec(&**write)
        .await?;
    let version = basket.version + 1;
    let mut row = basket.into_active_model();
    row.version = ActiveValue::Set(version);
    row.order_id = ActiveValue::Set(OrderId(new_id()));
    row.reference = ActiveValue::Set(String::new());
    row.note = ActiveValue::Set(String::new());
    row.delivery_on = ActiveValue::Set(None);
    row.changed_by = ActiveValue::Set(Some(actor.user));
    row.update(&**write).await?;
    Ok(())
}

pub(crate) fn json(value: &impl serde::Serialize) -> Result<String> {
    serde_json::to_string(value).map_err(|e| Error::Stored(e.to_string()))
}

fn stored<T: serde::de::DeserializeOwned>(text: &str) -> Result<T> {
    serde_json::from_str(text).map_err(|e| Error::Stored(e.to_string()))
}

/// Writes orders of the past, whole, in portions that both databases take.
pub(crate) async fn put_many(
    write: &Write,
    heads: Vec<entity::order::ActiveModel>,
    lines: Vec<order_line::ActiveModel>,
) -> Result<()> {
    for chunk in heads.chunks(1_000) {
        entity::order::Entity::insert_many(chunk.to_vec()).exec_without_returning(&**write).await?;
    }
    for chunk in lines.chunks(1_500) {
        order_line::Entity::insert_many(chunk.to_vec()).exec_without_returning(&**write).await?;
    }
    Ok(())
}

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
        let same = Condition::all().add(Column::Attention.eq(attention));
        select = select.filter(
            Condition::any()
                .add(Column::Attention.lt(attention))
                .add(same.clone().add(Column::CutOffAt.gt(cut_off)))
                .add(same.add(Column::CutOffAt.eq(cut_off)).add(Column::Id.gt(id))),
        );
    }
    let rows = with_names(select)
        .order_by_desc(Column::Attention)
        .order_by_asc(Column::CutOffAt)
        .order_by_asc(Column::Id)
        .limit(most + 1)
        .into_model::<HeadRow>()
        .all(db.read())
        .await?;
    page(rows, most, actor, |last| format!("{}_{}_{}", last.attention, last.cut_off_at, last.id))
}

fn seek_queue(after: &str) -> Option<(i64, i64, OrderId)> {
    let mut parts = after.splitn(3, '_');
    Some((parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
}

/// How many wait for the desk, counted up to `most`.
pub async fn waiting(db: &Db, actor: &Actor, most: u64) -> Result<u64> {
    actor.require(Permission::ReviewOrders)?;
    // `count` would lift the limit and read the whole queue
    let found: Vec<OrderId> = entity::order::Entity::find()
        .select_only()
        .column(entity::order::Column::Id)
        .filter(entity::order::COLUMN.state.eq(OrderState::Submitted.key()))
        .limit(most)
        .into_tuple()
        .all(db.read())
        .await?;
    Ok(found.len() as u64)
}

/// One order, whole.
pub async fn get(db: &Db, actor: &Actor, id: OrderId) -> Result<Order> {
    actor.require(Permission::SeeOrders)?;
    load(db.read(), actor, id).await
}

async fn load(conn: &impl ConnectionTrait, actor: &Actor, id: OrderId) -> Result<Order> {
    use entity::order::Column;
    let row = with_names(visible_to(actor).filter(entity::order::COLUMN.id.eq(id)))
        .columns([Column::Reference, Column::Note, Column::Totals, Column::Version])
        .into_model::<WholeRow>()
        .one(conn)
        .await?
        .ok_or(Error::NotFound)?;
    let lines = order_line::Entity::find()
        .filter(order_line::COLUMN.order_id.eq(id))
        .order_by_asc(order_line::COLUMN.line)
        .all(conn)
        .await?;
    let prices = actor.can(Permission::SeePrices);
    Ok(Order {
        head: row.head.head(actor)?,
        reference: row.reference,
        note: row.note,
        lines: lines.into_iter().map(|l| line(l, prices)).collect::<Result<_>>()?,
        totals: if prices { Some(stored(&row.totals)?) } else { None },
        journal: journal::of_order(conn, id).await?,
        version: row.version,
    })
}

fn line(row: order_line::Model, prices: bool) -> Result<OrderLine> {
    let trace = if prices { stored(&row.trace)? } else { Vec::new() };
    Ok(OrderLine {
        line: row.line as i32,
        product: row.product_id,
        sku: row.sku,
        name: row.name,
        unit: SalesUnit {
            code: row.unit,
            factor: row.factor,
            minimum: row.minimum,
            multiple: row.multiple,
            priced_by: if row.priced_by_base { PricedBy::BaseUnit } else { PricedBy::SalesUnit },
        },
        ordered: row.ordered,
        confirmed: row.confirmed,
        delivered: row.delivered,
        substituted_by: row.substituted_by,
        cause: row.cause.as_deref().and_then(Cause::from_key),
        vat: row.vat,
        price: prices.then_some(Price { amount: row.price, trace }),
        amount: prices.then_some(row.amount),
    })
}

/// What ordering an older order again would give today, line by line.
pub async fn again(db: &Db, actor: &Actor, order: &Order, on: NaiveDate) -> Result<Vec<Repeat>> {
    let products: Vec<ProductId> = order.lines.iter().map(|l| l.product).collect();
    let articles = assortments::articles(db.read(), actor, on, Which::These(&products)).await?;
    Ok(order.lines.iter().map(|l| order::repeat(l, articles.iter().find(|a| a.product == l.product))).collect())
}

/// What the desk looks at beside an order.
#[derive(Clone, Debug)]
pub struct Review {
    pub order: Order,
    pub customer: Customer,
    /// What this site took before, per product.
    pub habits: HashMap<ProductId, Habit>,
    pub recent: Vec<OrderHead>,
    /// The next order in the queue.
    pub next: Option<OrderId>,
}

/// An order with its customer's history beside it.
pub async fn review(db: &Db, actor: &Actor, id: OrderId) -> Result<Review> {
    actor.require(Permission::ReviewOrders)?;
    let order = load(db.read(), actor, id).await?;
    let row = entity::order::Entity::find_by_id(id).one(db.read()).await?.ok_or(Error::NotFound)?;
    let customer = customers::by_id(db.read(), row.customer_id).await?;
    let products: Vec<ProductId> = order.lines.iter().map(|l| l.product).collect();
    let habits = assortments::habits(db.read(), row.site_id, &products).await?;
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
    let waiting = queue(db, actor, Queue::ToReview, None, 2).await?;
    let next = waiting.rows.iter().map(|o| o.id).find(|other| *other != id);
    Ok(Review { order, customer, habits, recent, next })
}

/// What is done to an order, with the facts of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    Approve,
    Accept,
    Decline {
        reason: String,
    },
    Cancel {
        reason: String,
    },
    /// Cancels without a question, and puts the lines back into the basket they came from.
    Undo,
    Adjust {
        line: i32,
        quantity: String,
        cause: String,
    },
}

impl Act {
    fn verb(&self) -> Verb {
        match self {
            Act::Approve => Verb::Approve,
            Act::Accept => Verb::Accept,
            Act::Decline { .. } => Verb::Decline,
            Act::Cancel { .. } | Act::Undo => Verb::Cancel,
            Act::Adjust { .. } => Verb::Adjust,
        }
    }
}

/// Does it, if the order is still as the actor saw it (`version`), and writes the journal.
pub async fn act(db: &Db, actor: &Actor, id: OrderId, version: i64, act: &Act) -> Result<()> {
    let write = db.write().await?;
    let row = visible_to(actor)
        .filter(entity::order::COLUMN.id.eq(id))
        .lock_exclusive()
        .one(&*write)
        .await?
        .ok_or(Error::NotFound)?;
    let state = OrderState::from_key(&row.state).ok_or_else(|| Error::Stored(row.state.clone()))?;
    let after = lifecycle::next(state, act.verb(), actor)?;
    if row.version != version {
        return Err(Refusal::Stale.into());
    }
    // whoever changes what a site is used to, or its basket, holds its basket first, as submitting does
    entity::basket::Entity::find_by_id(row.site_id).lock_exclusive().one(&*write).await?;
    let event = match act {
        Act::Approve => {
            in_time(db, actor, &row)?;
            above_minimum(actor, &customers::by_id(&*write, row.customer_id).await?.terms, row.net)?;
            Event::Approved
        }
        Act::Accept => Event::Accepted,
        Act::Decline { reason } => {
            let reason =
                domain::text::note(reason, 500).and_then(|r| if r.is_empty() { Err(Refusal::Required) } else { Ok(r) });
            Event::Declined { reason: reason.map_err(|r| Error::field("reason", r))? }
        }
        Act::Cancel { reason } => {
            // what nobody approved was never promised
            if state != OrderState::AwaitingApproval {
                in_time(db, actor, &row)?;
            }
            let reason = domain::text::note(reason, 500).map_err(|r| Error::field("reason", r))?;
            Event::Cancelled { reason: assortments::some(reason) }
        }
        Act::Undo => {
            in_time(db, actor, &row)?;
            baskets::put_back(db, &write, actor, &row).await?;
            Event::Cancelled { reason: None }
        }
        Act::Adjust { line, quantity, cause } => adjust(&write, &row, *line, quantity, cause).await?,
    };
    let mut changed = row.clone().into_active_model();
    changed.state = ActiveValue::Set(after.key().to_owned());
    changed.version = ActiveValue::Set(row.version + 1);
    if matches!(act, Act::Adjust { .. }) {
        let totals = totals(&write, id).await?;
        changed.net = ActiveValue::Set(totals.net);
        changed.totals = ActiveValue::Set(json(&totals)?);
    }
    changed.update(&*write).await?;
    match (act, state) {
        (Act::Cancel { .. } | Act::Undo | Act::Decline { .. }, OrderState::Submitted | OrderState::Accepted) => {
            change_habits(&write, &row, Habit::undo).await?
        }
        (Act::Approve, _) => change_habits(&write, &row, Habit::take).await?,
        _ => {}
    }
    journal::append(db, &write, actor, "order", id.0, &event).await?;
    outbox::order_changed(db, &write, row.customer_id, row.site_id, id).await?;
    write.commit().await
}

/// After the cut-off the customer calls.
fn in_time(db: &Db, actor: &Actor, order: &entity::order::Model) -> Result<()> {
    if !actor.is_staff() && millis(db.now()) >= order.cut_off_at { Err(Refusal::CutOffPassed.into()) } else { Ok(()) }
}

async fn adjust(
    write: &Write,
    order: &entity::order::Model,
    number: i32,
    quantity: &str,
    cause: &str,
) -> Result<Event> {
    let row =
        order_line::Entity::find_by_id((order.id, i64::from(number))).one(&**write).await?.ok_or(Error::NotFound)?;
    let mut fields = Fields::default();
    let field = format!("adjust.{number}");
    let quantity = fields.take(&field, Quantity::parse(quantity));
    let parsed = Cause::from_key(cause);
    let unknown = || Refusal::UnknownChoice { typed: cause.chars().take(40).collect() };
    if parsed.is_none() {
        fields.refuse(&format!("cause.{number}"), if cause.is_empty() { Refusal::Required } else { unknown() });
    }
    fields.check()?;
    let Some(cause) = parsed else { return Err(unknown().into()) };
    let before = row.confirmed;
    let sku = row.sku.clone();
    let unit = line(row.clone(), false)?.unit;
    let (price, ordered) = (row.price, row.ordered);
    let mut changed = row.into_active_model();
    changed.confirmed = ActiveValue::Set(quantity);
    changed.cause = ActiveValue::Set((quantity != ordered).then(|| cause.key().to_owned()));
    changed.amount = ActiveValue::Set(price.amount(quantity, &unit));
    changed.update(&**write).await?;
    Ok(Event::Adjusted { line: number, sku, before, after: quantity, cause })
}

async fn totals(write: &Write, id: OrderId) -> Result<Totals> {
    let lines = order_line::Entity::find().filter(order_line::COLUMN.order_id.eq(id)).all(&**write).await?;
    Ok(Totals::of(lines.into_iter().map(|l| (l.amount, l.vat))))
}

async fn change_habits(
    write: &Write,
    order: &entity::order::Model,
    change: fn(&mut Habit, NaiveDate, Quantity),
) -> Result<()> {
    let lines = order_line::Entity::find().filter(order_line::COLUMN.order_id.eq(order.id)).all(&**write).await?;
    let products: Vec<ProductId> = lines.iter().map(|l| l.product_id).collect();
    let mut habits = assortments::habits(&**write, order.site_id, &products).await?;
    let changed = lines
        .into_iter()
        .map(|l| {
            let mut habit = habits.remove(&l.product_id).unwrap_or_default();
            change(&mut habit, order.delivery_on, l.ordered);
            (l.product_id, habit)
        })
        .collect();
    assortments::put_habits(write, order.site_id, changed).await
}
