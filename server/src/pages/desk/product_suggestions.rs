//! What goes with a product, and what is better.

use app::{desk::product_suggestions::SuggestionsPage, form::Filled, i18n::suggestions as g};
use axum::{
    extract::{Path, Query, State},
    response::Response,
};
use domain::{Actor, Permission, ProductId, suggestion::Kind};
use store::{
    Error, products,
    suggestions::{self, AdviceForm},
};

use super::DeskQuery;
use crate::{
    Portal,
    fault::Oops,
    fields::{Fields, seen_other, status_of},
    pages::{Frame, buyer::id},
    session::OfStaff,
};

/// `GET /desk/products/{product}/suggestions`
pub async fn show(
    State(portal): State<Portal>,
    OfStaff(signed): OfStaff,
    frame: Frame,
    Path(product): Path<String>,
    Query(query): Query<DeskQuery>,
) -> Result<Response, Oops> {
    let page = page_of(&portal, &signed.actor, id(&product)?, Filled::default()).await?;
    let page = SuggestionsPage { saved: !query.saved.is_empty(), ..page };
    let title = g::suggestions(frame.reader().lang);
    frame.ok(title, move |r| app::desk::product_suggestions::page(r, &page)).await
}

async fn page_of(portal: &Portal, actor: &Actor, product: ProductId, filled: Filled) -> store::Result<SuggestionsPage> {
    Ok(SuggestionsPage {
        product: products::get(&portal.db, actor, product).await?,
        said: suggestions::of(&portal.db, actor, product).await?,
        computed: suggestions::computed(&portal.db, actor, product).await?,
        may_edit: actor.can(Permission::ManageProducts),
        filled,
        saved: false,
    })
}

/// `POST /desk/products/{product}/suggestions`
pub async fn add(
    State(portal): State<Portal>,
    OfStaff(signed): OfStaff,
    frame: Frame,
    Path(product): Path<String>,
    fields: Fields,
) -> Result<Response, Oops> {
    let product: ProductId = id(&product)?;
    let form = AdviceForm {
        kind: fields.text("kind"),
        sku: fields.text("sku"),
        reason_nl: fields.text("reason_nl"),
        reason_fr: fields.text("reason_fr"),
        reason_en: fields.text("reason_en"),
    };
    let done = suggestions::add(&portal.db, &signed.actor, product, &form).await;
    after(&portal, &signed.actor, frame, product, &fields, done).await
}

/// `POST /desk/products/{product}/suggestions/remove`
pub async fn remove(
    State(portal): State<Portal>,
    OfStaff(signed): OfStaff,
    frame: Frame,
    Path(product): Path<String>,
    fields: Fields,
) -> Result<Response, Oops> {
    let product: ProductId = id(&product)?;
    signed.actor.require(Permission::ManageProducts).map_err(|_| Oops::NotAllowed)?;
    let done = match Kind::from_key(fields.get("kind")) {
        Some(kind) => suggestions::remove(&portal.db, &signed.actor, product, kind, fields.id("other")?).await,
        None => Err(Error::NotFound),
    };
    after(&portal, &signed.actor, frame, product, &fields, done).await
}

/// The page after a verb: as it is now, or with what is wrong.
async fn after(
    portal: &Portal,
    actor: &Actor,
    frame: Frame,
    product: ProductId,
    fields: &Fields,
    done: store::Result<()>,
) -> Result<Response, Oops> {
    let here = format!("/desk/products/{product}/suggestions");
    let error = match done {
        Ok(()) => return Ok(seen_other(&format!("{here}?saved=true"))),
        Err(error) => error,
    };
    let filled = fields.refused(error)?;
    let status = status_of(&filled);
    let page = page_of(portal, actor, product, filled).await?;
    let title = g::suggestions(frame.reader().lang);
    Ok(frame.on(&here).answer(status, title, move |r| app::desk::product_suggestions::page(r, &page)).await)
}
