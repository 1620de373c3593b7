//! Returnable packaging.

use app::{desk::packagings::PackagingsPage, form::Filled, i18n::packaging as k};
use axum::{
    extract::{Query, State},
    response::Response,
};
use domain::{Actor, Permission};
use store::packagings::{self, PackagingForm};

use super::DeskQuery;
use crate::{
    Portal,
    fault::Oops,
    fields::{Fields, seen_other, status_of},
    pages::Frame,
    session::OfStaff,
};

/// `GET /desk/packagings`: all kinds, and the form of the one whose code is asked for, or of a new one.
pub async fn list(
    State(portal): State<Portal>,
    OfStaff(signed): OfStaff,
    frame: Frame,
    Query(query): Query<DeskQuery>,
) -> Result<Response, Oops> {
    let mut page = packagings_page(&portal, &signed.actor, &query.q, Filled::default()).await?;
    page.saved = !query.saved.is_empty();
    let title = k::title(frame.reader().lang);
    frame.ok(title, move |r| app::desk::packagings::page(r, &page)).await
}

async fn packagings_page(portal: &Portal, actor: &Actor, code: &str, filled: Filled) -> store::Result<PackagingsPage> {
    let packagings = packagings::list(&portal.db, actor).await?;
    let edited = match code {
        "" => None,
        code => Some(packagings.iter().find(|p| p.code == code).cloned().ok_or(store::Error::NotFound)?),
    };
    let may_edit = actor.can(Permission::ManageProducts);
    Ok(PackagingsPage { packagings, edited, may_edit, filled, saved: false })
}

/// `POST /desk/packagings`: a version says that there is one of this code.
pub async fn save(
    State(portal): State<Portal>,
    OfStaff(signed): OfStaff,
    frame: Frame,
    fields: Fields,
) -> Result<Response, Oops> {
    let form = PackagingForm {
        code: fields.text("code"),
        name_nl: fields.text("name_nl"),
        name_fr: fields.text("name_fr"),
        name_en: fields.text("name_en"),
        deposit: fields.text("deposit"),
    };
    let seen = Some(fields.version()).filter(|version| *version > 0);
    match packagings::save(&portal.db, &signed.actor, seen, &form).await {
        Ok(()) => Ok(seen_other("/desk/packagings?saved=true")),
        Err(error) => {
            let filled = fields.refused(error)?;
            let status = status_of(&filled);
            let edited = if seen.is_some() { form.code.as_str() } else { "" };
            let page = packagings_page(&portal, &signed.actor, edited, filled).await?;
            let title = k::title(frame.reader().lang);
            Ok(frame.on("/desk/packagings").answer(status, title, move |r| app::desk::packagings::page(r, &page)).await)
        }
    }
}
