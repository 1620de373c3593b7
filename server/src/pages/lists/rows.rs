//! Articles onto a list: ticked among others, or from the page of one.

use std::collections::HashSet;

use app::{
    form::Filled,
    i18n::lists as l,
    shopping_lists::pick::{PickPage, page},
};
use axum::{
    extract::{Query, State},
    response::Response,
};
use domain::{ProductId, ShoppingListId};
use store::{lists, search, shopping_lists as own};

use crate::{
    Portal,
    fault::Oops,
    fields::{Fields, seen_other, status_of},
    pages::{Frame, buyer::fills, product},
    session::AtCounter,
};

/// So many answers of a search.
const ANSWERS: usize = 50;

fn ticked(fields: &Fields) -> Vec<ProductId> {
    fields.all("product").iter().filter_map(|product| product.parse().ok()).collect()
}

/// `GET /lists/pick`: the own list, or what is searched for, to be ticked. What was ticked before stays ticked.
pub async fn pick(
    State(portal): State<Portal>,
    at: AtCounter,
    frame: Frame,
    Query(said): Query<Vec<(String, String)>>,
) -> Result<Response, Oops> {
    fills(at.actor())?;
    let page_of = pick_page(&portal, &at, &Fields(said), Filled::default()).await?;
    let title = l::add_articles(frame.reader().lang);
    frame.ok(title, move |r| page(r, &page_of)).await
}

async fn pick_page(portal: &Portal, at: &AtCounter, fields: &Fields, filled: Filled) -> store::Result<PickPage> {
    let (db, actor) = (&portal.db, at.actor());
    let on = at.price_day(portal.db.now());
    let lists: Vec<_> = own::all(db, actor, None).await?.into_iter().map(|(list, _)| list).collect();
    let named: Option<ShoppingListId> = fields.get("list").parse().ok();
    let chosen = named.filter(|id| lists.iter().any(|list| list.id == *id)).or(lists.first().map(|list| list.id));
    let there = match chosen {
        Some(list) => own::products(db, actor, list).await?,
        None => HashSet::new(),
    };
    let search = fields.text("q");
    let articles = if search.trim().is_empty() {
        lists::own(db, actor, on).await?.articles
    } else {
        let found = search::articles(db, actor, &search, ANSWERS).await?.found;
        let products: Vec<ProductId> = found.into_iter().map(|answer| answer.product).collect();
        lists::these(db, actor, &products, on).await?
    };
    Ok(PickPage { lists, chosen, there, articles, search, ticked: ticked(fields), filled })
}

/// `POST /lists/rows`
pub async fn add(State(portal): State<Portal>, at: AtCounter, frame: Frame, fields: Fields) -> Result<Response, Oops> {
    let actor = at.actor();
    fills(actor)?;
    let list: ShoppingListId = fields.id("list")?;
    let products = ticked(&fields);
    let on = at.price_day(portal.db.now());
    let added = match fields.is_for(actor) {
        Ok(()) => own::add(&portal.db, actor, list, &products, on).await,
        Err(refusal) => Err(refusal.into()),
    };
    let from_page = (fields.get("page") == "product").then(|| products.first().copied()).flatten();
    match (added, from_page) {
        (Ok(_), Some(product)) => Ok(seen_other(&format!("/products/{product}?listed={list}"))),
        (Ok(added), None) => Ok(seen_other(&format!("/lists/{list}?added={added}"))),
        (Err(error), Some(product)) => product::refused(&portal, &at, frame, product, fields.refused(error)?).await,
        (Err(error), None) => {
            let filled = fields.refused(error)?;
            let status = status_of(&filled);
            let page_of = pick_page(&portal, &at, &fields, filled).await?;
            let title = l::add_articles(frame.reader().lang);
            Ok(frame.on("/lists/pick").answer(status, title, move |r| page(r, &page_of)).await)
        }
    }
}
