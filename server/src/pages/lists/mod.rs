//! A customer's own lists: all of them, one to order from, and the whole of one into the basket.

pub mod arrange;
pub mod edit;
pub mod rows;

use app::{
    form::Filled,
    i18n::{lists as l, texts as t},
    shopping_lists::{
        self, Done, ListPage, ListsPage,
        paper::{Group, Paper},
    },
};
use axum::{
    extract::{Path, Query, State},
    response::Response,
};
use domain::{
    FillingId, Permission, ProductId, Quantity, ShoppingListId,
    product::Article,
    shopping_list::{Contents, Now},
};
use serde::Deserialize;
use store::{lists, shopping_lists as own, successions};

use super::{Frame, buyer::fills, buyer::id};
use crate::{
    Portal,
    fault::Oops,
    fields::{Fields, seen_other, status_of},
    session::AtCounter,
};

/// The next day on which goods can come, which a list may be for.
fn next(portal: &Portal, at: &AtCounter) -> Option<chrono::NaiveDate> {
    at.counter.days(portal.db.now(), 1).first().map(|day| day.date)
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct ListsQuery {
    removed: String,
}

/// `GET /lists`
pub async fn all(
    State(portal): State<Portal>,
    at: AtCounter,
    frame: Frame,
    Query(query): Query<ListsQuery>,
) -> Result<Response, Oops> {
    let actor = at.actor();
    fills(actor)?;
    let lists = own::all(&portal.db, actor, next(&portal, &at)).await?;
    let sizes = own::sizes(&portal.db, actor).await?;
    let page = ListsPage { lists, sizes, removed: !query.removed.is_empty() };
    let title = l::your_lists(frame.reader().lang);
    frame.ok(title, move |r| shopping_lists::all(r, &page)).await
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct ListQuery {
    saved: String,
    /// So many articles were put on it.
    added: Option<usize>,
    /// The filling that was just made.
    filled: Option<String>,
    /// It was undone, but for so many.
    kept: Option<usize>,
}

/// `GET /lists/{list}`
pub async fn one(
    State(portal): State<Portal>,
    at: AtCounter,
    frame: Frame,
    Path(list): Path<String>,
    Query(query): Query<ListQuery>,
) -> Result<Response, Oops> {
    fills(at.actor())?;
    let list = id::<ShoppingListId>(&list)?;
    let filling = match query.filled.and_then(|id| id.parse::<FillingId>().ok()) {
        Some(id) => own::filling(&portal.db, at.actor(), list, id).await?,
        None => None,
    };
    let done = match (filling, query.kept, query.added, query.saved.as_str()) {
        (Some(filling), ..) => Done::InBasket(filling.id, filling.count()),
        (None, Some(kept), ..) => Done::TakenBack { kept },
        (None, None, Some(added), _) => Done::Added(added),
        (None, None, None, "") => Done::Nothing,
        _ => Done::Saved,
    };
    let page = ListPage { done, ..list_page(&portal, &at, list, Filled::default()).await? };
    let title = page.contents.list.name.clone();
    frame.ok(title, move |r| shopping_lists::page(r, &page)).await
}

async fn list_page(portal: &Portal, at: &AtCounter, list: ShoppingListId, filled: Filled) -> store::Result<ListPage> {
    let (db, actor) = (&portal.db, at.actor());
    let on = at.price_day(portal.db.now());
    let contents = own::contents(db, actor, list, on).await?;
    let replaced: Vec<ProductId> =
        contents.rows.iter().filter(|(_, now)| matches!(now, Now::Replaced(_))).map(|(row, _)| row.product).collect();
    let lists = own::all(db, actor, next(portal, at)).await?;
    Ok(ListPage {
        fit: lists.into_iter().find(|(other, _)| other.id == list).and_then(|(_, fit)| fit),
        replacements: successions::replacements(db, actor, &replaced, on).await?,
        switches: actor.can(Permission::PlaceOrder),
        basket: lists::in_basket(db, actor, on).await?,
        minimum: at.counter.customer.terms.order_minimum.filter(|_| actor.can(Permission::SeePrices)),
        prices: actor.can(Permission::SeePrices),
        filling: FillingId(store::clock::new_id()),
        contents,
        filled,
        done: Done::Nothing,
    })
}

/// The page of a list again, with what was typed into it.
pub async fn refused(
    portal: &Portal,
    at: &AtCounter,
    frame: Frame,
    list: ShoppingListId,
    filled: Filled,
) -> Result<Response, Oops> {
    let status = status_of(&filled);
    let page = list_page(portal, at, list, filled).await?;
    let title = page.contents.list.name.clone();
    Ok(frame.on(&format!("/lists/{list}")).answer(status, title, move |r| shopping_lists::page(r, &page)).await)
}

/// `POST /lists/{list}/basket`: all of it, with its quantities.
pub async fn fill(
    State(portal): State<Portal>,
    at: AtCounter,
    frame: Frame,
    Path(list): Path<String>,
    fields: Fields,
) -> Result<Response, Oops> {
    let actor = at.actor();
    fills(actor)?;
    let list = id::<ShoppingListId>(&list)?;
    let filling: FillingId = fields.id("filling")?;
    let on = at.price_day(portal.db.now());
    let done = match fields.is_for(actor) {
        Ok(()) => own::fill(&portal.db, actor, list, filling, on).await,
        Err(refusal) => Err(refusal.into()),
    };
    match done {
        Ok(()) => Ok(seen_other(&format!("/lists/{list}?filled={filling}"))),
        Err(error) => refused(&portal, &at, frame, list, fields.refused(error)?).await,
    }
}

/// `POST /lists/{list}/basket/undo`
pub async fn undo(
    State(portal): State<Portal>,
    at: AtCounter,
    frame: Frame,
    Path(list): Path<String>,
    fields: Fields,
) -> Result<Response, Oops> {
    let actor = at.actor();
    fills(actor)?;
    let list = id::<ShoppingListId>(&list)?;
    let filling: FillingId = fields.id("filling")?;
    let on = at.price_day(portal.db.now());
    let done = match fields.is_for(actor) {
        Ok(()) => own::undo(&portal.db, actor, list, filling, on).await,
        Err(refusal) => Err(refusal.into()),
    };
    match done {
        Ok(undone) => Ok(seen_other(&format!("/lists/{list}?kept={}", undone.kept))),
        Err(error) => refused(&portal, &at, frame, list, fields.refused(error)?).await,
    }
}

/// `GET /lists/{list}/print`: as it is sorted, for A4.
pub async fn print(
    State(portal): State<Portal>,
    at: AtCounter,
    frame: Frame,
    Path(list): Path<String>,
) -> Result<Response, Oops> {
    let actor = at.actor();
    fills(actor)?;
    let list = id::<ShoppingListId>(&list)?;
    let contents = own::contents(&portal.db, actor, list, at.price_day(portal.db.now())).await?;
    let about = shopping_lists::about(frame.reader(), &contents.list);
    let place = actor.at().map(|at| at.site_name.clone()).unwrap_or_default();
    let under = if about.is_empty() { place } else { format!("{place} · {about}") };
    let paper = Paper {
        title: contents.list.name.clone(),
        under,
        back: format!("/lists/{list}"),
        groups: by_section(&contents),
    };
    frame.ok(contents.list.name, move |r| shopping_lists::paper::page(r, &paper)).await
}

/// What can be ordered of a list, section by section.
fn by_section(contents: &Contents) -> Vec<Group> {
    let sections = contents.sections.iter().map(|section| (Some(section.id), section.name.clone()));
    std::iter::once((None, String::new()))
        .chain(sections)
        .map(|(section, name)| {
            let rows = contents.articles().filter(|(row, _)| row.section == section);
            (name, rows.map(|(row, article)| (article.clone(), row.usual)).collect::<Vec<_>>())
        })
        .filter(|(_, rows)| !rows.is_empty())
        .collect()
}

/// `GET /order/print`: the order guide, as it is sorted there.
pub async fn print_own(State(portal): State<Portal>, at: AtCounter, frame: Frame) -> Result<Response, Oops> {
    let actor = at.actor();
    fills(actor)?;
    let lang = frame.reader().lang;
    let mut articles = lists::own(&portal.db, actor, at.price_day(portal.db.now())).await?.articles;
    // as on the page: of what is taken as a rule that first which is due
    if let Some(day) = next(&portal, &at) {
        articles.sort_by_key(|a| a.habit.interval().is_some() && !a.is_due(day));
    }
    let mut groups: Vec<Group> = vec![(t::usually(lang).to_owned(), Vec::new())];
    for article in articles {
        let usual = article.habit.interval().is_some();
        let name = if usual { t::usually(lang) } else { article.category.as_str() };
        let row = |article: Article| {
            let usual = article.habit.usual().filter(|q| *q > Quantity::ZERO);
            (article, usual)
        };
        match groups.iter().position(|(group, _)| group == name) {
            Some(group) => groups[group].1.push(row(article)),
            None => groups.push((name.to_owned(), vec![row(article)])),
        }
    }
    groups.retain(|(_, rows)| !rows.is_empty());
    let title = t::own_list(lang);
    let under = actor.at().map(|at| at.site_name.clone()).unwrap_or_default();
    let paper = Paper { title: title.to_owned(), under, back: "/order".to_owned(), groups };
    frame.ok(title, move |r| shopping_lists::paper::page(r, &paper)).await
}
