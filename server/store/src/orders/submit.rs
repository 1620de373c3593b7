//! A basket becomes an order: once, however often it is sent.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::{
    Actor, Cents, OrderId, OrderState, Permission, ProductId, PromotionId, Quantity, Refusal, bundle,
    customer::{Strictness, Terms},
    delivery::DeliveryDay,
    event::Event,
    money::Totals,
    order::{self, Exception},
    packaging::Deposit,
    price::{Price, TieredPrice},
    product::Article,
};
use sea_orm::{
    ActiveModelTrait, ActiveValue, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder,
    sea_query::{Expr, ExprTrait},
};

use super::json;
use crate::{
    Db, Error, Fields, Result, Write,
    assortments::{self, Which},
    baskets,
    clock::new_id,
    db::{insert_all, millis},
    distributor::{self, Counter},
    entity::{self, basket_line, order_line, user},
    journal, outbox,
};

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
    /// The prices the sender was shown; of a product that is not named any price will do.
    pub prices: Vec<(ProductId, ShownPrice)>,
    /// The bundles the sender was shown.
    pub bundles: Vec<ShownBundle>,
}

/// A bundle as its page showed it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShownBundle {
    pub promotion: PromotionId,
    pub version: i64,
    pub parts: Vec<ProductId>,
}

/// A price as its page showed it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShownPrice {
    pub price: TieredPrice,
    /// For the packaging of one sales unit.
    pub deposit: Cents,
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
    let deposits = lines.iter().filter_map(|l| l.article.deposit_due()).sum();
    let totals = Totals::of(lines.iter().map(|l| (l.amount, l.article.vat)), deposits);
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
pub(super) fn above_minimum(actor: &Actor, terms: &Terms, net: Cents) -> Result<(), Refusal> {
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
    article: Article,
    price: Price,
    amount: Cents,
}

fn no_price() -> Error {
    Error::Stored("a line without a price".into())
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
    // what a page cannot have shown is not answered: a refusal says the price of now
    let sees = actor.can(Permission::SeePrices);
    let mut fields = Fields::default();
    let mut ordered = Vec::with_capacity(articles.len());
    for mut article in articles {
        let Some(quantity) = wanted.remove(&article.product) else { continue };
        if let Err(refusal) = article.unit.check(quantity) {
            fields.refuse(&format!("quantity.{}", article.product), refusal);
        }
        article.quantity = quantity;
        let price = article.price_alone().ok_or_else(no_price)?;
        let seen = submission.prices.iter().find(|(product, _)| sees && *product == article.product);
        if let Some((_, ShownPrice { price: seen, deposit: deposit_before })) = seen {
            let (before, now) = (seen.at(quantity), price.amount);
            let (free_before, free_now) = (seen.free(quantity), price.free(quantity));
            let deposit_now = article.deposit.as_ref().map(Deposit::of_unit).unwrap_or_default();
            let field = format!("quantity.{}", article.product);
            if before != now {
                fields.refuse(&field, Refusal::PriceChanged { before, now });
            } else if free_before != free_now {
                fields.refuse(&field, Refusal::FreeChanged { before: free_before, now: free_now });
            } else if *deposit_before != deposit_now {
                fields.refuse(&field, Refusal::DepositChanged { before: *deposit_before, now: deposit_now });
            }
        }
        ordered.push(article);
    }
    for product in wanted.keys() {
        fields.refuse(&format!("quantity.{product}"), Refusal::NotInAssortment);
    }
    let there = bundle::bundles(&ordered);
    let stands = |shown: &ShownBundle| {
        there.iter().any(|bundle| (bundle.promotion, bundle.version) == (shown.promotion, shown.version))
    };
    let counts = |shown: &&ShownBundle| shown.parts.iter().all(|part| ordered.iter().any(|a| a.product == *part));
    if sees && !submission.bundles.iter().filter(counts).all(stands) {
        fields.refuse("", Refusal::BundleChanged);
    }
    fields.check()?;
    bundle::together(&mut ordered);
    let freeze = |article: Article| {
        let price = article.price().ok_or_else(no_price)?;
        Ok(NewLine { amount: price.of(article.quantity, &article.unit), price, article })
    };
    ordered.into_iter().map(freeze).collect()
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
                base_unit: article.base_unit.clone(),
                priced_by_base: article.unit.priced_by.is_by_base(),
                tolerance: article.unit.priced_by.tolerance(),
                weighed: None,
                ordered: article.quantity,
                confirmed: article.quantity,
                delivered: None,
                substituted_by: None,
                cause: None,
                vat: article.vat,
                price: price.amount,
                trace: json(&price.trace)?,
                amount: *amount,
                deposit: article.deposit.as_ref().map(json).transpose()?,
            }
            .into_active_model(),
        );
    }
    insert_all(write, rows).await
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
