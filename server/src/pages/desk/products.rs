//! Products.

use app::{desk::products::ProductPage, form::Filled, i18n::texts as t};
use axum::{
    extract::{Path, Query, State},
    response::Response,
};
use domain::{Actor, Permission, ProductId};
use store::{costs, packagings, products, sheets};

use super::{DeskQuery, MOST};
use crate::{
    Portal,
    fault::Oops,
    fields::{Fields, seen_other, status_of},
    pages::{Frame, buyer::id},
    session::{OfStaff, Signed},
};

/// `GET /desk/products`
pub async fn list(
    State(portal): State<Portal>,
    OfStaff(signed): OfStaff,
    frame: Frame,
    Query(query): Query<DeskQuery>,
) -> Result<Response, Oops> {
    let found = products::list(&portal.db, &signed.actor, &query.q, MOST).await?;
    let categories = products::categories(&portal.db, &signed.actor).await?;
    let may_add = signed.actor.can(Permission::ManageProducts);
    let title = t::products(frame.reader().lang);
    frame.ok(title, move |r| app::desk::products::list(r, &found, &categories, &query.q, may_add)).await
}

/// `GET /desk/products/new`
pub async fn new(State(portal): State<Portal>, OfStaff(signed): OfStaff, frame: Frame) -> Result<Response, Oops> {
    signed.actor.require(Permission::ManageProducts).map_err(|_| Oops::NotAllowed)?;
    let page = product_page(&portal, &signed.actor, None, Filled::default()).await?;
    let title = t::add_product(frame.reader().lang);
    frame.ok(title, move |r| app::desk::products::page(r, &page)).await
}

/// `GET /desk/products/{id}`
pub async fn show(
    State(portal): State<Portal>,
    OfStaff(signed): OfStaff,
    frame: Frame,
    Path(product): Path<String>,
    Query(query): Query<DeskQuery>,
) -> Result<Response, Oops> {
    let mut page = product_page(&portal, &signed.actor, Some(id(&product)?), Filled::default()).await?;
    page.saved = !query.saved.is_empty();
    let lang = frame.reader().lang;
    let title = page.product.as_ref().map(|p| p.names.get(lang).to_owned()).unwrap_or_default();
    frame.ok(title, move |r| app::desk::products::page(r, &page)).await
}

async fn product_page(
    portal: &Portal,
    actor: &Actor,
    product: Option<ProductId>,
    filled: Filled,
) -> store::Result<ProductPage> {
    let sheet = sheets::edited(&portal.db, actor, product).await?;
    let product = match product {
        Some(id) => Some(products::get(&portal.db, actor, id).await?),
        None => None,
    };
    let cost = match &product {
        _ if !actor.can(Permission::SeeCosts) => None,
        Some(product) => Some(costs::of(&portal.db, actor, [product.id]).await?.remove(&product.id)),
        None => Some(None),
    };
    Ok(ProductPage {
        product,
        sheet,
        cost,
        categories: products::categories(&portal.db, actor).await?,
        packagings: packagings::list(&portal.db, actor).await?,
        may_edit: actor.can(Permission::ManageProducts),
        filled,
        saved: false,
    })
}

fn product_form(fields: &Fields) -> products::ProductForm {
    products::ProductForm {
        sure: fields.ticked("sure"),
        sku: fields.text("sku"),
        gtin: fields.text("gtin"),
        name_nl: fields.text("name_nl"),
        name_fr: fields.text("name_fr"),
        name_en: fields.text("name_en"),
        category: fields.text("category"),
        base_unit: fields.text("base_unit"),
        unit: fields.text("unit"),
        factor: fields.text("factor"),
        minimum: fields.text("minimum"),
        multiple: fields.text("multiple"),
        packs: fields.text("packs"),
        tolerance: fields.text("tolerance"),
        priced_by_base: fields.ticked("priced_by_base"),
        list_price: fields.text("list_price"),
        list_tiers: fields.text("list_tiers"),
        // a form without it leaves what is stored
        cost: fields.all("cost").pop(),
        vat: fields.text("vat"),
        packaging: fields.text("packaging"),
        packaging_per_unit: fields.text("packaging_per_unit"),
        allergens: fields.all("allergens"),
        discontinued: fields.ticked("discontinued"),
        sheet: sheet_form(fields),
    }
}

fn sheet_form(fields: &Fields) -> sheets::SheetForm {
    let attribute =
        |(name, value): &(String, String)| Some((name.strip_prefix("attribute.")?.parse().ok()?, value.clone()));
    sheets::SheetForm {
        text_nl: fields.text("text_nl"),
        text_fr: fields.text("text_fr"),
        text_en: fields.text("text_en"),
        traces: fields.all("traces"),
        allergens_complete: fields.ticked("allergens_complete"),
        successor: fields.text("successor"),
        reason_nl: fields.text("reason_nl"),
        reason_fr: fields.text("reason_fr"),
        reason_en: fields.text("reason_en"),
        substitutes: fields.text("substitutes"),
        attributes: fields.0.iter().filter_map(attribute).collect(),
    }
}

async fn product_refused(
    portal: &Portal,
    signed: &Signed,
    frame: Frame,
    product: Option<ProductId>,
    filled: Filled,
) -> Result<Response, Oops> {
    let status = status_of(&filled);
    let page = product_page(portal, &signed.actor, product, filled).await?;
    let title = t::products(frame.reader().lang);
    Ok(frame.on("/desk/products").answer(status, title, move |r| app::desk::products::page(r, &page)).await)
}

/// `POST /desk/products`
pub async fn create(
    State(portal): State<Portal>,
    OfStaff(signed): OfStaff,
    frame: Frame,
    fields: Fields,
) -> Result<Response, Oops> {
    match products::create(&portal.db, &signed.actor, &product_form(&fields)).await {
        Ok(id) => Ok(seen_other(&format!("/desk/products/{id}?saved=true"))),
        Err(error) => product_refused(&portal, &signed, frame, None, fields.refused(error)?).await,
    }
}

/// `POST /desk/products/{id}`
pub async fn save(
    State(portal): State<Portal>,
    OfStaff(signed): OfStaff,
    frame: Frame,
    Path(product): Path<String>,
    fields: Fields,
) -> Result<Response, Oops> {
    let product: ProductId = id(&product)?;
    match products::save(&portal.db, &signed.actor, product, fields.version(), &product_form(&fields)).await {
        Ok(()) => Ok(seen_other(&format!("/desk/products/{product}?saved=true"))),
        Err(error) => product_refused(&portal, &signed, frame, Some(product), fields.refused(error)?).await,
    }
}
