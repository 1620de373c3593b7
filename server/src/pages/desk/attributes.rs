//! What products can be compared by.

use app::{desk::attributes::AttributesPage, form::Filled, i18n::sheet as s};
use axum::{
    extract::{Path, Query, State},
    response::Response,
};
use domain::{Actor, AttributeId, Permission};
use store::sheets::attributes::{self, AttributeForm};

use super::DeskQuery;
use crate::{
    Portal,
    fault::Oops,
    fields::{Fields, seen_other, status_of},
    pages::{Frame, buyer::id},
    session::OfStaff,
};

const HERE: &str = "/desk/products/attributes";

/// `GET /desk/products/attributes`
pub async fn list(
    State(portal): State<Portal>,
    OfStaff(signed): OfStaff,
    frame: Frame,
    Query(query): Query<DeskQuery>,
) -> Result<Response, Oops> {
    let page = attributes_page(&portal, &signed.actor).await?;
    let page = AttributesPage { saved: !query.saved.is_empty(), ..page };
    let title = s::attributes(frame.reader().lang);
    frame.ok(title, move |r| app::desk::attributes::page(r, &page)).await
}

async fn attributes_page(portal: &Portal, actor: &Actor) -> store::Result<AttributesPage> {
    Ok(AttributesPage {
        attributes: attributes::list(&portal.db, actor).await?,
        may_edit: actor.can(Permission::ManageProducts),
        refused: String::new(),
        filled: Filled::default(),
        saved: false,
    })
}

fn form(fields: &Fields) -> AttributeForm {
    AttributeForm {
        name_nl: fields.text("name_nl"),
        name_fr: fields.text("name_fr"),
        name_en: fields.text("name_en"),
        kind: fields.text("kind"),
        unit: fields.text("unit"),
        decimals: fields.text("decimals"),
    }
}

/// The page after a verb of the form `refused`: as it is now, or with what is wrong there.
async fn after(
    portal: &Portal,
    actor: &Actor,
    frame: Frame,
    refused: &str,
    fields: &Fields,
    done: store::Result<()>,
) -> Result<Response, Oops> {
    let error = match done {
        Ok(()) => return Ok(seen_other(&format!("{HERE}?saved=true"))),
        Err(error) => error,
    };
    let filled = fields.refused(error)?;
    let status = status_of(&filled);
    let page = AttributesPage { refused: refused.to_owned(), filled, ..attributes_page(portal, actor).await? };
    let title = s::attributes(frame.reader().lang);
    Ok(frame.on(HERE).answer(status, title, move |r| app::desk::attributes::page(r, &page)).await)
}

/// `POST /desk/products/attributes`
pub async fn create(
    State(portal): State<Portal>,
    OfStaff(signed): OfStaff,
    frame: Frame,
    fields: Fields,
) -> Result<Response, Oops> {
    let done = attributes::create(&portal.db, &signed.actor, &form(&fields)).await.map(|_| ());
    after(&portal, &signed.actor, frame, "new", &fields, done).await
}

/// `POST /desk/products/attributes/{id}`: saves it, or takes it away.
pub async fn save(
    State(portal): State<Portal>,
    OfStaff(signed): OfStaff,
    frame: Frame,
    Path(attribute): Path<String>,
    fields: Fields,
) -> Result<Response, Oops> {
    let attribute: AttributeId = id(&attribute)?;
    let done = if fields.get("verb") == "remove" {
        attributes::remove(&portal.db, &signed.actor, attribute).await
    } else {
        attributes::save(&portal.db, &signed.actor, attribute, fields.version(), &form(&fields)).await
    };
    after(&portal, &signed.actor, frame, &attribute.to_string(), &fields, done).await
}
