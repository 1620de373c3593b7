//! The order of a list.

use app::{
    form::Filled,
    i18n::lists as l,
    shopping_lists::arrange::{ArrangePage, page},
};
use axum::{
    Json,
    extract::{Path, Query, State},
    http::HeaderMap,
    response::{IntoResponse, Response},
};
use domain::{Refusal, SectionId, ShoppingListId, shopping_list::Move};
use serde::Deserialize;
use store::shopping_lists::{self as own, Arrangement, Press};

use crate::{
    Portal,
    fault::{Oops, wants_json},
    fields::{Fields, seen_other, status_of},
    pages::{
        Frame,
        buyer::{fills, id, told},
    },
    session::AtCounter,
};

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct ArrangeQuery {
    saved: String,
}

/// `GET /lists/{list}/arrangement`
pub async fn show(
    State(portal): State<Portal>,
    at: AtCounter,
    frame: Frame,
    Path(list): Path<String>,
    Query(query): Query<ArrangeQuery>,
) -> Result<Response, Oops> {
    fills(at.actor())?;
    let page_of = arrange_page(&portal, &at, id(&list)?, Filled::default()).await?;
    let page_of = ArrangePage { saved: !query.saved.is_empty(), ..page_of };
    let title = l::arrange_list(frame.reader().lang, &page_of.contents.list.name);
    frame.ok(title, move |r| page(r, &page_of)).await
}

async fn arrange_page(
    portal: &Portal,
    at: &AtCounter,
    list: ShoppingListId,
    filled: Filled,
) -> store::Result<ArrangePage> {
    let contents = own::contents(&portal.db, at.actor(), list, at.price_day(portal.db.now())).await?;
    Ok(ArrangePage { contents, filled, saved: false })
}

/// The section a field names: none where it is empty, and nothing that can be understood is none there.
fn section(typed: &str) -> Option<Option<SectionId>> {
    if typed.is_empty() { Some(None) } else { typed.parse().ok().map(Some) }
}

fn arrangement(fields: &Fields) -> Result<Arrangement, Oops> {
    let mut wanted = Arrangement { new_section: fields.text("new_section"), ..Arrangement::default() };
    for (name, value) in &fields.0 {
        match name.split_once('.') {
            Some(("usual", product)) => wanted.usuals.extend(product.parse().ok().map(|p| (p, value.clone()))),
            Some(("section", product)) => wanted.sections.extend(product.parse().ok().zip(section(value))),
            Some(("name", section)) => wanted.names.extend(section.parse().ok().map(|s| (s, value.clone()))),
            _ => {}
        }
    }
    wanted.pressed = pressed(fields)?;
    if let Some(Press::Row(product, _) | Press::Drop(product)) = wanted.pressed {
        // who presses a row's arrow means from where it stands, not from where its choice may point
        wanted.sections.retain(|(other, _)| *other != product);
    }
    Ok(wanted)
}

fn pressed(fields: &Fields) -> Result<Option<Press>, Oops> {
    let named = |name: &str| (!fields.get(name).is_empty()).then(|| fields.get(name));
    if named("hidden").is_some() {
        return Ok(Some(Press::DropHidden));
    }
    for (name, to) in [("up", Move::Up), ("down", Move::Down)] {
        if let Some(product) = named(name) {
            return Ok(Some(Press::Row(id(product)?, to)));
        }
    }
    if let Some(product) = named("move") {
        let section = section(fields.get("to")).ok_or(Oops::NotFound)?;
        let before = named("before").map(id).transpose()?;
        return Ok(Some(Press::Row(id(product)?, Move::To { section, before })));
    }
    if let Some(product) = named("drop") {
        return Ok(Some(Press::Drop(id(product)?)));
    }
    let section = |name: &str| named(name).map(id::<SectionId>).transpose();
    if let Some(id) = section("section_up")? {
        return Ok(Some(Press::SectionUp(id)));
    }
    if let Some(id) = section("section_down")? {
        return Ok(Some(Press::SectionDown(id)));
    }
    Ok(section("section_drop")?.map(Press::SectionDrop))
}

/// `POST /lists/{list}/arrangement`: what was typed, and what the pressed button does.
pub async fn save(
    State(portal): State<Portal>,
    at: AtCounter,
    frame: Frame,
    headers: HeaderMap,
    Path(list): Path<String>,
    fields: Fields,
) -> Result<Response, Oops> {
    let actor = at.actor();
    fills(actor)?;
    let list = id::<ShoppingListId>(&list)?;
    let wanted = arrangement(&fields)?;
    let on = at.price_day(portal.db.now());
    let saved = match fields.is_for(actor) {
        Ok(()) => own::arrange(&portal.db, actor, list, fields.version(), &wanted, on).await,
        Err(refusal) => Err(refusal.into()),
    };
    match saved {
        Ok(version) if wants_json(&headers) => Ok(Json(serde_json::json!({ "version": version })).into_response()),
        Ok(_) => {
            let address = format!("/lists/{list}/arrangement");
            Ok(seen_other(&match wanted.pressed {
                Some(Press::Row(product, _)) => format!("{address}#r-{product}"),
                Some(Press::SectionUp(section) | Press::SectionDown(section)) => format!("{address}#s-{section}"),
                _ => format!("{address}?saved=true"),
            }))
        }
        Err(error) => {
            let mut filled = fields.refused(error)?;
            if filled.refusals.iter().any(|(_, refusal)| *refusal == Refusal::Stale) {
                // where a colleague put the rows since is not undone by sending this form once more
                filled.values.retain(|(name, _)| !name.starts_with("section."));
            }
            if wants_json(&headers) {
                return Ok(told(&frame, &filled));
            }
            let status = status_of(&filled);
            let page_of = arrange_page(&portal, &at, list, filled).await?;
            let title = l::arrange_list(frame.reader().lang, &page_of.contents.list.name);
            let frame = frame.on(&format!("/lists/{list}/arrangement"));
            Ok(frame.answer(status, title, move |r| page(r, &page_of)).await)
        }
    }
}
