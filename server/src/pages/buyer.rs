//! The buyer's pages: own list, basket, orders.

use app::{basket::BasketPage, form::Filled, i18n::texts as t, order::due, orders::OrderDetail};
use axum::{
    Json,
    extract::{Path, Query, State},
    http::HeaderMap,
    response::{IntoResponse, Response},
};
use chrono::{NaiveDate, TimeDelta};
use domain::{
    Actor, OrderId, Permission, ProductId, Quantity, Refusal, ShoppingListId, basket::BasketSaved, delivery::day,
    lifecycle, price::PriceChanges, product::Article,
};
use serde::Deserialize;
use store::{
    Error, assortments, baskets, distributor, lists,
    orders::{self, Shown},
    successions,
};

use super::{Frame, finding::list_page, lists as own_lists, product, suggestions};
use crate::{
    Portal,
    fault::{Oops, wants_json},
    fields::{Fields, Lines, seen_other, status_of},
    session::AtCounter,
};

/// Whoever fills no basket has no list to fill it from.
pub fn fills(actor: &Actor) -> Result<(), Oops> {
    actor.require(Permission::FillBasket).map_err(|_| Oops::NotAllowed)
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct ListQuery {
    pub(super) q: String,
    pub(super) show: String,
    pub(super) category: String,
    /// Where the page before ended.
    pub(super) after: String,
    pub(super) saved: String,
}

impl ListQuery {
    /// The part of the list a form was sent from.
    fn sent_from(fields: &Fields) -> ListQuery {
        let [q, show, category, after, asked] =
            ["q", "show", "category", "after", "asked"].map(|name| fields.text(name));
        let after = if q == asked { after } else { String::new() };
        ListQuery { q, show, category, after, saved: String::new() }
    }

    fn address(&self) -> String {
        let said = [
            ("q", &self.q),
            ("show", &self.show),
            ("category", &self.category),
            ("after", &self.after),
            ("saved", &self.saved),
        ];
        let said: Vec<String> = said
            .into_iter()
            .filter(|(_, value)| !value.is_empty())
            .map(|(name, value)| format!("{name}={}", app::order::query_value(value)))
            .collect();
        if said.is_empty() { "/order".to_owned() } else { format!("/order?{}", said.join("&")) }
    }
}

/// `GET /order`: the own list.
pub async fn list(
    State(portal): State<Portal>,
    at: AtCounter,
    frame: Frame,
    Query(query): Query<ListQuery>,
) -> Result<Response, Oops> {
    fills(at.actor())?;
    let page = list_page(&portal, &at, query, Filled::default()).await?;
    let title = t::own_list(frame.reader().lang);
    frame.ok(title, move |r| app::order::page(r, &page)).await
}

/// How long before the day a change of prices is announced, where nothing was agreed about that.
const ANNOUNCED: TimeDelta = TimeDelta::days(60);

/// The next change of prices, if there is one soon. Only who is concerned pays the way to the database.
pub(super) async fn price_changes(
    portal: &Portal,
    at: &AtCounter,
    articles: &[Article],
) -> store::Result<Option<PriceChanges>> {
    let announced = at.counter.customer.terms.notice_days.map_or(ANNOUNCED, TimeDelta::days);
    let soon = |day: &NaiveDate| *day - at.price_day(portal.db.now()) <= announced;
    let mut turns = at.counter.prices_turn_on.filter(soon);
    for _ in 0..MOST_TURNS {
        let Some(day) = turns else { break };
        let prices = assortments::prices_from(&portal.db, at.actor(), day, articles).await?;
        if let Some(changes) = PriceChanges::of(day, articles, &prices) {
            return Ok(Some(changes));
        }
        turns = distributor::prices_turn_after(&portal.db, at.actor(), day).await?.filter(soon);
    }
    Ok(None)
}

/// So many days on which prices turn are looked at; most turn them for others.
const MOST_TURNS: usize = 6;

/// `GET /price-changes`: which prices change next, and what that comes to.
pub async fn show_price_changes(State(portal): State<Portal>, at: AtCounter, frame: Frame) -> Result<Response, Oops> {
    at.actor().require(Permission::SeePrices).map_err(|_| Oops::NotAllowed)?;
    let articles = lists::own(&portal.db, at.actor(), at.price_day(portal.db.now())).await?.articles;
    let changes = price_changes(&portal, &at, &articles).await?;
    let title = t::price_changes(frame.reader().lang);
    frame.ok(title, move |r| app::price_changes::page(r, changes.as_ref())).await
}

/// `POST /basket/lines`: the quantities of the own list; a script sends those that changed, a plain form all of them
/// with what it had shown (`seen`), so that a colleague's change is not undone.
pub async fn save_lines(
    State(portal): State<Portal>,
    at: AtCounter,
    frame: Frame,
    headers: HeaderMap,
    fields: Fields,
) -> Result<Response, Oops> {
    let actor = at.actor();
    fills(actor)?;
    let on = at.price_day(portal.db.now());
    let saved = save(&portal, actor, &fields, on).await;
    if wants_json(&headers) {
        return match saved {
            Ok((version, _)) => Ok(Json(BasketSaved { version }).into_response()),
            Err(error) => Ok(told(&frame, &fields.refused(error)?)),
        };
    }
    // who presses Enter at the only quantity that changed stays there
    let changed_one = match saved.as_ref().map(|(_, lines)| lines.as_slice()) {
        Ok([(product, _)]) => Some(*product),
        _ => None,
    };
    let mut saved = saved.map(|(version, _)| version.is_some());
    if saved.is_ok() && product::switches(&fields) {
        saved = product::switch_here(&portal, &at, &fields).await.map(|()| true);
    }
    if saved.is_ok() && suggestions::pressed(&fields) {
        saved = suggestions::heed(&portal, &at, &fields).await.map(|()| false);
    }
    if let Ok(product) = fields.get("page").parse::<ProductId>() {
        return match saved {
            Ok(changed) => product::saved(&portal, &at, frame, product, &fields, changed).await,
            Err(error) => product::refused(&portal, &at, frame, product, fields.refused(error)?).await,
        };
    }
    if let Ok(list) = fields.get("list").parse::<ShoppingListId>() {
        return match saved {
            Ok(changed) => Ok(seen_other(&match (fields.get("go"), pressed(&fields)) {
                ("basket", _) => "/basket".to_owned(),
                ("search", _) => ListQuery { q: fields.text("q"), ..ListQuery::default() }.address(),
                (_, Some((_, product, _))) => format!("/lists/{list}#f-quantity-{product}"),
                _ if changed => format!("/lists/{list}?saved=true"),
                _ => format!("/lists/{list}"),
            })),
            Err(error) => own_lists::refused(&portal, &at, frame, list, fields.refused(error)?).await,
        };
    }
    let here = ListQuery::sent_from(&fields);
    match saved {
        Ok(changed) => Ok(seen_other(&match fields.get("go") {
            "basket" => "/basket".to_owned(),
            // what is searched for is searched for everywhere
            "search" => ListQuery { q: here.q, ..ListQuery::default() }.address(),
            "stay" if changed => {
                let saved = ListQuery { saved: "true".to_owned(), ..here }.address();
                match changed_one {
                    Some(product) => format!("{saved}#f-quantity-{product}"),
                    None => saved,
                }
            }
            _ if suggestions::pressed(&fields) => format!("{}#news", here.address()),
            _ => match pressed(&fields) {
                Some((_, product, _)) => format!("{}#f-quantity-{product}", here.address()),
                None => here.address(),
            },
        })),
        Err(error) => list_refused(&portal, &at, frame, here, fields.refused(error)?).await,
    }
}

async fn list_refused(
    portal: &Portal,
    at: &AtCounter,
    frame: Frame,
    here: ListQuery,
    filled: Filled,
) -> Result<Response, Oops> {
    let (title, status) = (t::own_list(frame.reader().lang), status_of(&filled));
    let page = list_page(portal, at, here, filled).await?;
    Ok(frame.on("/order").answer(status, title, move |r| app::order::page(r, &page)).await)
}

/// The refusals for a script: `{"fields": [[field, sentence], …]}`.
pub(super) fn told(frame: &Frame, filled: &Filled) -> Response {
    let told: Vec<_> = filled.refusals.iter().map(|(field, r)| (field, frame.reader().refusal(r))).collect();
    (status_of(filled), Json(serde_json::json!({ "fields": told }))).into_response()
}

/// Saves the lines of a form: what differs from what it had shown, and what the pressed button adds to that. The answer is
/// the version of the basket, where that changed it, and these lines.
async fn save(portal: &Portal, actor: &Actor, fields: &Fields, on: NaiveDate) -> store::Result<(Option<i64>, Lines)> {
    fields.is_for(actor)?;
    let (mut lines, refused) = fields.quantities();
    if let Some((button, product, pack)) = pressed(fields) {
        let articles = lists::these(&portal.db, actor, &[product], on).await?;
        let article = articles.first().ok_or(Error::NotFound)?;
        let typed = lines.iter().find(|(p, _)| *p == product).map_or(Quantity::ZERO, |(_, q)| *q);
        lines.retain(|(p, _)| *p != product);
        lines.push((product, after(button, pack, article, typed)));
    }
    if let Some(seen) = fields.seen() {
        lines.retain(|(product, quantity)| {
            seen.iter().find(|(p, _)| p == product).map_or(Quantity::ZERO, |(_, q)| *q) != *quantity
        });
    }
    if !refused.is_empty() {
        // what is wrong is told at once: also what can be read and cannot be delivered
        let products: Vec<ProductId> = lines.iter().map(|(product, _)| *product).collect();
        let articles = lists::these(&portal.db, actor, &products, on).await?;
        let units = lines.iter().filter_map(|(product, quantity)| {
            let article = articles.iter().find(|a| a.product == *product)?;
            Some((format!("quantity.{product}"), article.unit.check(*quantity).err()?))
        });
        let all = refused.into_iter().chain(units);
        return Err(Error::Fields(all.map(|(field, refusal)| store::FieldRefusal { field, refusal }).collect()));
    }
    let version = if lines.is_empty() { None } else { baskets::set(&portal.db, actor, &lines, on).await? };
    Ok((version, lines))
}

/// The button of a row that sent the form, its product, and the pack it fills.
fn pressed(fields: &Fields) -> Option<(&str, ProductId, &str)> {
    ["less", "more", "usual", "remove", "pack"].into_iter().find_map(|button| {
        let value = fields.get(button);
        let (product, pack) = value.split_once(':').unwrap_or((value, ""));
        Some((button, product.parse().ok()?, pack))
    })
}

fn after(button: &str, pack: &str, article: &Article, typed: Quantity) -> Quantity {
    match button {
        "pack" => article.packs.iter().find(|known| known.code.0 == pack).map_or(typed, |pack| pack.fill(typed)),
        "less" => article.unit.step(typed, false),
        "more" => article.unit.step(typed, true),
        // a list of his own says itself how many
        "usual" => pack.parse().ok().map(Quantity).or_else(|| article.habit.usual()).unwrap_or_default(),
        _ => Quantity::ZERO,
    }
}

/// `GET /basket/state`: for pages that follow what colleagues change.
pub async fn state(State(portal): State<Portal>, at: AtCounter) -> Result<Response, Oops> {
    let on = at.price_day(portal.db.now());
    Ok(Json(baskets::state(&portal.db, at.actor(), on).await?).into_response())
}

/// `POST /basket/usual`: what would be missed on the next delivery, into the basket.
pub async fn take_usual(
    State(portal): State<Portal>,
    at: AtCounter,
    frame: Frame,
    fields: Fields,
) -> Result<Response, Oops> {
    let actor = at.actor();
    fills(actor)?;
    if let Err(refusal) = fields.is_for(actor) {
        let filled = fields.filled(vec![(String::new(), refusal)]);
        return list_refused(&portal, &at, frame, ListQuery::default(), filled).await;
    }
    let on = at.price_day(portal.db.now());
    let articles = lists::own(&portal.db, actor, on).await?.articles;
    baskets::set(&portal.db, actor, &due(&articles, on), on).await?;
    Ok(seen_other("/basket"))
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct BasketQuery {
    undone: String,
}

/// `GET /basket`: review and send.
pub async fn basket(
    State(portal): State<Portal>,
    at: AtCounter,
    frame: Frame,
    Query(query): Query<BasketQuery>,
) -> Result<Response, Oops> {
    fills(at.actor())?;
    let page = BasketPage { undone: !query.undone.is_empty(), ..basket_page(&portal, &at, Filled::default()).await? };
    let title = t::basket(frame.reader().lang);
    frame.ok(title, move |r| app::basket::page(r, &page)).await
}

async fn basket_page(portal: &Portal, at: &AtCounter, filled: Filled) -> store::Result<BasketPage> {
    let (actor, now) = (at.actor(), portal.db.now());
    let on = at.price_day(now);
    let gone = baskets::gone(&portal.db, actor).await?;
    let ids: Vec<ProductId> = gone.iter().map(|(product, _)| *product).collect();
    let replaced = successions::replacements(&portal.db, actor, &ids, on).await?;
    let mut basket = baskets::get(&portal.db, actor, on).await?;
    // a day that was chosen and has passed is no choice any more
    basket.delivery_on = basket.delivery_on.filter(|day| *day >= on);
    let suggested = store::suggestions::for_basket(&portal.db, actor, &basket.lines, on).await?;
    Ok(BasketPage {
        basket,
        site: at.counter.address(),
        days: at.counter.days(now, 3),
        minimum: at.counter.customer.terms.order_minimum.filter(|_| actor.can(Permission::SeePrices)),
        minimum_is: at.counter.customer.terms.minimum_is,
        places: actor.can(Permission::PlaceOrder),
        filled,
        undone: false,
        // what is replaced has a notice of its own
        gone: gone.into_iter().filter(|(p, _)| replaced.iter().all(|r| r.of != *p)).map(|(_, name)| name).collect(),
        replaced,
        switches: actor.can(Permission::PlaceOrder),
        suggested,
        dismisses: actor.on_behalf().is_none(),
    })
}

/// The day that was chosen; none where none was.
fn chosen_day(fields: &Fields) -> Result<Option<NaiveDate>, Refusal> {
    let typed = match fields.get("delivery_on") {
        "other" => fields.get("other_day"),
        typed => typed,
    };
    match typed.trim() {
        "" => Ok(None),
        typed => day(typed).map(Some),
    }
}

/// `POST /basket/submission`: sends the order, or (every other button) keeps what was typed.
pub async fn submit(
    State(portal): State<Portal>,
    at: AtCounter,
    frame: Frame,
    headers: HeaderMap,
    fields: Fields,
) -> Result<Response, Oops> {
    let actor = at.actor();
    fills(actor)?;
    let result = match fields.get("go") {
        "send" => send_order(&portal, actor, &fields).await,
        _ => keep_and_switch(&portal, &at, &fields).await.map(|()| None),
    };
    match result {
        Ok(Some(order)) if wants_json(&headers) => Ok(Json(serde_json::json!({ "order": order })).into_response()),
        Ok(Some(order)) => Ok(seen_other(&format!("/orders/{order}?placed=true"))),
        Ok(None) => Ok(seen_other(match fields.get("go") {
            "order" => "/order",
            "list" => "/lists/new?from=basket",
            _ => "/basket",
        })),
        Err(error) => {
            let mut filled = fields.refused(error)?;
            if filled.refusals.iter().any(|(_, r)| r.is_of_prices()) {
                // shown again with the prices of the day that was chosen; what was typed stays
                match keep(&portal, &at, &fields).await {
                    // what else is wrong is in the form already
                    Ok(()) | Err(Error::Fields(_)) => {}
                    Err(error) => return Err(error.into()),
                }
            }
            if filled.refusals.iter().any(|(_, r)| matches!(r, Refusal::BasketChanged { .. })) {
                // both changes are kept: his is saved, and what is shown is what lies there now
                let on = at.price_day(portal.db.now());
                match save(&portal, actor, &fields, on).await {
                    Ok(_) => filled.values.retain(|(name, _)| !name.starts_with("quantity.") && name != "order"),
                    // a slip beside it: the form comes back as typed, with both messages
                    Err(error) => {
                        let slip = fields.refused(error)?;
                        filled.refusals.extend(slip.refusals);
                        filled.values.retain(|(name, _)| name != "order");
                    }
                }
            }
            if filled.refusals.iter().any(|(_, r)| matches!(r, Refusal::AlreadyOrdered { .. })) {
                // what was ordered is ordered; what was typed beside it is for the next
                filled.values.retain(|(name, _)| matches!(&**name, "reference" | "note" | "delivery_on" | "other_day"));
            }
            if wants_json(&headers) {
                return Ok(told(&frame, &filled));
            }
            let status = status_of(&filled);
            let title = t::basket(frame.reader().lang);
            let page = basket_page(&portal, &at, filled).await?;
            Ok(frame.on("/basket").answer(status, title, move |r| app::basket::page(r, &page)).await)
        }
    }
}

async fn send_order(portal: &Portal, actor: &Actor, fields: &Fields) -> store::Result<Option<OrderId>> {
    fields.is_for(actor)?;
    let (lines, refused) = fields.quantities();
    let mut wrong: Vec<store::FieldRefusal> =
        refused.into_iter().map(|(field, refusal)| store::FieldRefusal { field, refusal }).collect();
    let day = chosen_day(fields).and_then(|day| day.ok_or(Refusal::Required));
    let order = fields.get("order").parse().map_err(|_| Error::NotFound)?;
    let delivery_on = match day {
        Ok(day) => day,
        Err(refusal) => {
            wrong.push(store::FieldRefusal { field: "delivery_on".into(), refusal });
            NaiveDate::MIN
        }
    };
    if !wrong.is_empty() {
        // all that is wrong is told at once
        if let Err(Error::Fields(more)) = baskets::check_wishes(fields.get("reference"), fields.get("note")) {
            wrong.extend(more);
        }
        return Err(Error::Fields(wrong));
    }
    let submission = orders::Submission {
        order,
        basket_version: fields.version(),
        delivery_on,
        reference: fields.text("reference"),
        note: fields.text("note"),
        lines,
        prices: fields.prices(),
        bundles: fields.bundles(),
    };
    orders::submit(&portal.db, actor, &submission).await.map(Some)
}

async fn keep(portal: &Portal, at: &AtCounter, fields: &Fields) -> store::Result<()> {
    let actor = at.actor();
    fields.is_for(actor)?;
    let delivery_on = chosen_day(fields).map_err(|refusal| Error::field("delivery_on", refusal))?;
    let wishes = baskets::Wishes { reference: fields.text("reference"), note: fields.text("note"), delivery_on };
    // what the page had shown: a colleague's wish that this page never saw is not undone by it
    let seen = baskets::Wishes {
        reference: fields.text("seen_reference"),
        note: fields.text("seen_note"),
        delivery_on: fields.get("seen_day").parse().ok(),
    };
    baskets::keep(&portal.db, actor, &wishes, &seen).await?;
    let on = at.price_day(portal.db.now());
    save(portal, actor, fields, on).await.map(|_| ())
}

async fn keep_and_switch(portal: &Portal, at: &AtCounter, fields: &Fields) -> store::Result<()> {
    keep(portal, at, fields).await?;
    if suggestions::pressed(fields) {
        return suggestions::heed(portal, at, fields).await;
    }
    if product::switches(fields) { product::switch_here(portal, at, fields).await } else { Ok(()) }
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct After {
    after: String,
}

/// How many orders a page of the history shows.
const PAGE: u64 = 20;

/// `GET /orders`
pub async fn history(
    State(portal): State<Portal>,
    at: AtCounter,
    frame: Frame,
    Query(query): Query<After>,
) -> Result<Response, Oops> {
    let after = (!query.after.is_empty()).then_some(query.after.as_str());
    let page = orders::history(&portal.db, at.actor(), after, PAGE).await?;
    let place = at.actor().at().map(|at| at.customer_name.clone()).unwrap_or_default();
    let title = t::orders(frame.reader().lang);
    frame.ok(title, move |r| app::orders::list(r, &place, &page)).await
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct DetailQuery {
    placed: String,
}

/// `GET /orders/{id}`
pub async fn order(
    State(portal): State<Portal>,
    at: AtCounter,
    frame: Frame,
    Path(id): Path<String>,
    Query(query): Query<DetailQuery>,
) -> Result<Response, Oops> {
    let page = detail(&portal, &at, &id, !query.placed.is_empty(), Filled::default()).await?;
    let title = t::order_number(frame.reader().lang, &page.order.head.number);
    frame.ok(title, move |r| app::orders::detail(r, &page)).await
}

/// An id from an address; what cannot be one is not found.
pub fn id<T: std::str::FromStr>(text: &str) -> Result<T, Oops> {
    text.parse().map_err(|_| Oops::NotFound)
}

async fn detail(
    portal: &Portal,
    at: &AtCounter,
    order: &str,
    placed: bool,
    filled: Filled,
) -> Result<OrderDetail, Oops> {
    let (actor, order) = (at.actor(), id::<OrderId>(order)?);
    let now = portal.db.now();
    let Shown { order, again, pages } = orders::shown(&portal.db, actor, order, at.price_day(now)).await?;
    let mut verbs = lifecycle::verbs_for(order.head.state, actor);
    // after the cut-off the customer calls; what nobody approved was never promised
    let late = now >= order.head.cut_off_at && !actor.is_staff();
    let promised = order.head.state != domain::OrderState::AwaitingApproval;
    verbs.retain(|v| !late || !(*v == domain::Verb::Approve || *v == domain::Verb::Cancel && promised));
    Ok(OrderDetail { order, pages, verbs, again, placed, filled })
}

/// `POST /orders/{id}/cancellation`, `/undo`, `/approval`, `/declining`
pub async fn act(
    State(portal): State<Portal>,
    at: AtCounter,
    frame: Frame,
    Path((order, verb)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response, Oops> {
    let act = match verb.as_str() {
        "undo" => orders::Act::Undo,
        "cancellation" => orders::Act::Cancel { reason: fields.text("reason") },
        "approval" => orders::Act::Approve,
        "declining" => orders::Act::Decline { reason: fields.text("reason") },
        _ => return Err(Oops::NotFound),
    };
    let found = id::<OrderId>(&order)?;
    match orders::act(&portal.db, at.actor(), found, fields.version(), &act).await {
        Ok(()) if act == orders::Act::Undo => Ok(seen_other("/basket?undone=true")),
        Ok(()) => Ok(seen_other(&format!("/orders/{found}"))),
        Err(error) => detail_refused(&portal, &at, frame, found, fields.refused(error)?).await,
    }
}

async fn detail_refused(
    portal: &Portal,
    at: &AtCounter,
    frame: Frame,
    order: OrderId,
    filled: Filled,
) -> Result<Response, Oops> {
    let status = status_of(&filled);
    let page = detail(portal, at, &order.to_string(), false, filled).await?;
    let title = t::order_number(frame.reader().lang, &page.order.head.number);
    Ok(frame.on(&format!("/orders/{order}")).answer(status, title, move |r| app::orders::detail(r, &page)).await)
}

/// `POST /orders/{id}/repetition`: the chosen lines, or all that can still be had, into the basket.
pub async fn repeat(
    State(portal): State<Portal>,
    at: AtCounter,
    frame: Frame,
    Path(order): Path<String>,
    fields: Fields,
) -> Result<Response, Oops> {
    let actor = at.actor();
    fills(actor)?;
    let on = at.price_day(portal.db.now());
    let found = orders::shown(&portal.db, actor, id(&order)?, on).await?;
    if let Err(refusal) = fields.is_for(actor) {
        let filled = fields.filled(vec![(String::new(), refusal)]);
        return detail_refused(&portal, &at, frame, found.order.head.id, filled).await;
    }
    let chosen: Vec<i32> = fields.all("line").iter().filter_map(|l| l.parse().ok()).collect();
    let lines: Vec<_> = found
        .again
        .into_iter()
        .filter(|r| fields.ticked("all") || chosen.contains(&r.line.line))
        .filter_map(|r| r.quantity.map(|q| (r.line.product, q)))
        .collect();
    if !lines.is_empty() {
        baskets::add(&portal.db, actor, &lines, on).await?;
    }
    Ok(seen_other("/basket"))
}
