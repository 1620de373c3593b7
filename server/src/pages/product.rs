//! The page of one product for a customer, with its files, and the consent to what takes its place.

use app::{form::Filled, product::ProductPage};
use axum::{
    body::Body,
    extract::{Path, Query, State},
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use domain::{Actor, Permission, ProductId, Quantity, Refusal, suggestion};
use serde::Deserialize;
use store::{
    Error, FieldRefusal, announcements,
    sheets::{self, files},
    shopping_lists,
    successions::{self, Consent},
    suggestions,
};

use super::{
    Frame,
    buyer::{fills, id},
};
use crate::{
    Portal,
    fault::Oops,
    fields::{Fields, seen_other, status_of},
    session::AtCounter,
};

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct ProductQuery {
    saved: String,
    switched: String,
    /// The list it was just put on.
    listed: String,
}

/// `GET /products/{id}`
pub async fn show(
    State(portal): State<Portal>,
    at: AtCounter,
    frame: Frame,
    Path(product): Path<String>,
    Query(query): Query<ProductQuery>,
) -> Result<Response, Oops> {
    let page = product_page(&portal, &at, id(&product)?, Filled::default()).await?;
    let on = page.lists.iter().filter(|(_, on)| *on);
    let listed =
        on.map(|(list, _)| list).find(|list| list.id.to_string() == query.listed).map(|list| list.name.clone());
    let page = ProductPage { saved: !query.saved.is_empty(), switched: !query.switched.is_empty(), listed, ..page };
    let title = page.sheet.title().to_owned();
    frame.ok(title, move |r| app::product::page(r, &page)).await
}

async fn product_page(
    portal: &Portal,
    at: &AtCounter,
    product: ProductId,
    filled: Filled,
) -> store::Result<ProductPage> {
    let (db, actor, now) = (&portal.db, at.actor(), portal.db.now());
    let on = at.price_day(now);
    let sheet = sheets::show(db, actor, product, on).await?;
    let (mut news, mut suggested) = (None, Vec::new());
    if let Some(article) = &sheet.article {
        news = announcements::about(db, actor, product, at.today(now)).await?;
        announcements::saw(db, actor, news.as_slice());
        // what can stand in for it stands there already
        let there: Vec<ProductId> = sheet.substitutes.iter().map(|a| a.product).collect();
        let most = suggestion::MOST - news.iter().count();
        suggested = suggestions::for_article(db, actor, article, most, &there, on).await?;
    }
    Ok(ProductPage {
        sheet,
        news,
        suggested,
        dismisses: actor.on_behalf().is_none(),
        fills: actor.can(Permission::FillBasket),
        switches: actor.can(Permission::PlaceOrder),
        filled,
        saved: false,
        switched: false,
        lists: match actor.can(Permission::FillBasket) {
            true => shopping_lists::with(&portal.db, actor, product).await?,
            false => Vec::new(),
        },
        listed: None,
    })
}

/// After the quantity of its page was saved. Whoever presses the button with nothing in the field, and has nothing of it in
/// the basket, is told what it takes.
pub async fn saved(
    portal: &Portal,
    at: &AtCounter,
    frame: Frame,
    product: ProductId,
    fields: &Fields,
    changed: bool,
) -> Result<Response, Oops> {
    let field = format!("quantity.{product}");
    let (pressed, wants) = (fields.get("go") == "product", Quantity::parse(fields.get(&field)) != Ok(Quantity::ZERO));
    if pressed && !wants && !changed {
        let sheet = sheets::show(&portal.db, at.actor(), product, at.price_day(portal.db.now())).await?;
        let least = Refusal::NotAMultiple { below: None, above: sheet.pack.unit.least() };
        return refused(portal, at, frame, product, fields.filled(vec![(field, least)])).await;
    }
    let told = if changed || pressed { "?saved=true" } else { "" };
    Ok(seen_other(&format!("/products/{product}{told}")))
}

/// The page again, with what was typed on it.
pub async fn refused(
    portal: &Portal,
    at: &AtCounter,
    frame: Frame,
    product: ProductId,
    filled: Filled,
) -> Result<Response, Oops> {
    let status = status_of(&filled);
    let page = product_page(portal, at, product, filled).await?;
    let title = page.sheet.title().to_owned();
    Ok(frame.on(&format!("/products/{product}")).answer(status, title, move |r| app::product::page(r, &page)).await)
}

/// `POST /products/{id}/succession`: what takes its place goes into the list and the basket.
pub async fn succeed(
    State(portal): State<Portal>,
    at: AtCounter,
    frame: Frame,
    Path(product): Path<String>,
    fields: Fields,
) -> Result<Response, Oops> {
    let product: ProductId = id(&product)?;
    let asked = asked(&fields).filter(|(of, _)| *of == product);
    match switch(&portal, &at, &fields, asked).await {
        Ok(_) if fields.get("back") == "basket" && fills(at.actor()).is_ok() => Ok(seen_other("/basket")),
        Ok(by) => Ok(seen_other(&format!("/products/{by}?switched=true"))),
        Err(error) => refused(&portal, &at, frame, product, fields.refused(error)?).await,
    }
}

/// What the pressed button of a notice names: which product, and by which it was shown to be replaced.
fn asked(fields: &Fields) -> Option<(ProductId, ProductId)> {
    let (of, by) = fields.get("switch").split_once(' ')?;
    Some((of.parse().ok()?, by.parse().ok()?))
}

/// Was a button pressed that switches to what takes a product's place?
pub fn switches(fields: &Fields) -> bool {
    !fields.get("switch").is_empty()
}

/// Switches, as the pressed button of a list or a basket asks.
pub async fn switch_here(portal: &Portal, at: &AtCounter, fields: &Fields) -> store::Result<()> {
    switch(portal, at, fields, asked(fields)).await.map(|_| ())
}

async fn switch(
    portal: &Portal,
    at: &AtCounter,
    fields: &Fields,
    asked: Option<(ProductId, ProductId)>,
) -> store::Result<ProductId> {
    let actor: &Actor = at.actor();
    fields.is_for(actor)?;
    let (of, by) = asked.ok_or(Error::NotFound)?;
    let field = format!("instead.{of}");
    let instead = match fields.get(&field).trim() {
        "" => None,
        typed => {
            let wrong = |refusal: Refusal| Error::Fields(vec![FieldRefusal { field: field.clone(), refusal }]);
            Some(Quantity::parse(typed).map_err(wrong)?)
        }
    };
    let on = at.price_day(portal.db.now());
    successions::replace(&portal.db, actor, &Consent { of, by, instead }, on).await?;
    Ok(by)
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct PictureQuery {
    size: String,
}

/// `GET /products/{id}/pictures/{hash}`
pub async fn picture(
    State(portal): State<Portal>,
    at: AtCounter,
    Path((product, hash)): Path<(String, String)>,
    Query(query): Query<PictureQuery>,
) -> Result<Response, Oops> {
    picture_of(&portal, at.actor(), &product, &hash, &query).await
}

/// `GET /products/{id}/documents/{hash}`
pub async fn document(
    State(portal): State<Portal>,
    at: AtCounter,
    Path((product, hash)): Path<(String, String)>,
) -> Result<Response, Oops> {
    document_of(&portal, at.actor(), &product, &hash).await
}

/// A picture, for whoever may see the product.
pub async fn picture_of(
    portal: &Portal,
    actor: &Actor,
    product: &str,
    hash: &str,
    query: &PictureQuery,
) -> Result<Response, Oops> {
    let size = if query.size == "small" { files::Size::Small } else { files::Size::Large };
    let bytes = files::picture(&portal.db, actor, id(product)?, hash_of(hash)?, size).await?;
    Ok(file(bytes, "image/jpeg", None))
}

/// A specification sheet, for whoever may see the product.
pub async fn document_of(portal: &Portal, actor: &Actor, product: &str, hash: &str) -> Result<Response, Oops> {
    let (name, bytes) = files::document(&portal.db, actor, id(product)?, hash_of(hash)?).await?;
    // what staff got from elsewhere is handed on, and not opened in our name
    Ok(file(bytes, "application/pdf", Some(format!("attachment; filename=\"{name}\""))))
}

/// The hash of a file in an address; what cannot be one is not found.
pub fn hash_of(text: &str) -> Result<&str, Oops> {
    let is = text.len() == 64 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
    if is { Ok(text) } else { Err(Oops::NotFound) }
}

/// Its address names its content, so the browser of whoever may see it keeps it, and nobody between.
fn file(bytes: Vec<u8>, kind: &'static str, disposition: Option<String>) -> Response {
    let mut response = (StatusCode::OK, Body::from(bytes)).into_response();
    let all = response.headers_mut();
    all.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    all.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, max-age=86400, immutable"));
    if let Some(value) = disposition.and_then(|text| HeaderValue::from_str(&text).ok()) {
        all.insert(header::CONTENT_DISPOSITION, value);
    }
    response
}
