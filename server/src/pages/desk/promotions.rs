//! Promotions.

use app::{desk::promotions::PromotionPage, form::Filled, i18n::promotions as p};
use axum::{
    extract::{Path, Query, State},
    response::Response,
};
use chrono::Days;
use domain::{Actor, Permission, PromotionId};
use store::promotions::{self, PromotionForm};

use super::DeskQuery;
use crate::{
    Portal,
    fault::Oops,
    fields::{Fields, seen_other, status_of},
    pages::{Frame, buyer::id},
    session::{OfStaff, Signed},
};

/// A promotion stays in the list for so many days after it ended.
const SHOWN_AFTER: Days = Days::new(90);

/// `GET /desk/promotions`
pub async fn list(
    State(portal): State<Portal>,
    OfStaff(signed): OfStaff,
    frame: Frame,
    Query(query): Query<DeskQuery>,
) -> Result<Response, Oops> {
    let since = frame.reader().today() - SHOWN_AFTER;
    let found = promotions::list(&portal.db, &signed.actor, since).await?;
    let may_add = signed.actor.can(Permission::ManageAssortments);
    let removed = query.done == "removed";
    let title = p::title(frame.reader().lang);
    frame.ok(title, move |r| app::desk::promotions::list(r, &found, may_add, removed)).await
}

/// `GET /desk/promotions/new`
pub async fn new(State(portal): State<Portal>, OfStaff(signed): OfStaff, frame: Frame) -> Result<Response, Oops> {
    signed.actor.require(Permission::ManageAssortments).map_err(|_| Oops::NotAllowed)?;
    let page = promotion_page(&portal, &signed.actor, None, Filled::default()).await?;
    let title = p::add(frame.reader().lang);
    frame.ok(title, move |r| app::desk::promotions::page(r, &page)).await
}

/// `GET /desk/promotions/{promotion}`
pub async fn show(
    State(portal): State<Portal>,
    OfStaff(signed): OfStaff,
    frame: Frame,
    Path(promotion): Path<String>,
    Query(query): Query<DeskQuery>,
) -> Result<Response, Oops> {
    let mut page = promotion_page(&portal, &signed.actor, Some(id(&promotion)?), Filled::default()).await?;
    page.saved = !query.saved.is_empty();
    let lang = frame.reader().lang;
    let title = page.promotion.as_ref().map(|n| n.names.get(lang).to_owned()).unwrap_or_default();
    frame.ok(title, move |r| app::desk::promotions::page(r, &page)).await
}

/// `POST /desk/promotions`
pub async fn create(
    State(portal): State<Portal>,
    OfStaff(signed): OfStaff,
    frame: Frame,
    fields: Fields,
) -> Result<Response, Oops> {
    put(&portal, &signed, frame, None, &fields).await
}

/// `POST /desk/promotions/{promotion}`
pub async fn save(
    State(portal): State<Portal>,
    OfStaff(signed): OfStaff,
    frame: Frame,
    Path(promotion): Path<String>,
    fields: Fields,
) -> Result<Response, Oops> {
    put(&portal, &signed, frame, Some(id(&promotion)?), &fields).await
}

async fn put(
    portal: &Portal,
    signed: &Signed,
    frame: Frame,
    promotion: Option<PromotionId>,
    fields: &Fields,
) -> Result<Response, Oops> {
    let form = PromotionForm {
        name_nl: fields.text("name_nl"),
        name_fr: fields.text("name_fr"),
        name_en: fields.text("name_en"),
        kind: fields.text("kind"),
        value: fields.text("value"),
        threshold: fields.text("threshold"),
        stacks: fields.ticked("stacks"),
        group: fields.text("group"),
        from: fields.text("from"),
        until: fields.text("until"),
        together: fields.ticked("together"),
        products: fields.text("products"),
    };
    let seen = promotion.map(|id| (id, fields.version()));
    match promotions::save(&portal.db, &signed.actor, seen, &form).await {
        Ok(id) => Ok(seen_other(&format!("/desk/promotions/{id}?saved=true"))),
        Err(error) => refused(portal, signed, frame, promotion, fields.refused(error)?).await,
    }
}

async fn refused(
    portal: &Portal,
    signed: &Signed,
    frame: Frame,
    promotion: Option<PromotionId>,
    filled: Filled,
) -> Result<Response, Oops> {
    let status = status_of(&filled);
    let page = promotion_page(portal, &signed.actor, promotion, filled).await?;
    let title = p::title(frame.reader().lang);
    Ok(frame.on("/desk/promotions").answer(status, title, move |r| app::desk::promotions::page(r, &page)).await)
}

/// `POST /desk/promotions/{promotion}/remove`
pub async fn remove(
    State(portal): State<Portal>,
    OfStaff(signed): OfStaff,
    frame: Frame,
    Path(promotion): Path<String>,
    fields: Fields,
) -> Result<Response, Oops> {
    let promotion = id(&promotion)?;
    match promotions::remove(&portal.db, &signed.actor, promotion, fields.version()).await {
        Ok(()) => Ok(seen_other("/desk/promotions?done=removed")),
        Err(error) => refused(&portal, &signed, frame, Some(promotion), fields.refused(error)?).await,
    }
}

async fn promotion_page(
    portal: &Portal,
    actor: &Actor,
    promotion: Option<PromotionId>,
    filled: Filled,
) -> store::Result<PromotionPage> {
    let promotion = match promotion {
        Some(id) => Some(promotions::get(&portal.db, actor, id).await?),
        None => None,
    };
    Ok(PromotionPage {
        promotion,
        groups: promotions::groups(&portal.db, actor).await?,
        may_edit: actor.can(Permission::ManageAssortments),
        filled,
        saved: false,
    })
}
