//! Colleagues of the distributor.

use app::{desk::staff::StaffPage, form::Filled, i18n::texts as t};
use axum::{extract::State, http::StatusCode, response::Response};
use store::people;

use crate::{
    Portal,
    fault::Oops,
    fields::{Fields, seen_other, status_of},
    pages::{
        Frame,
        account::{link, person},
    },
    session::{OfStaff, Signed},
};

/// `GET /desk/staff`
pub async fn list(State(portal): State<Portal>, OfStaff(signed): OfStaff, frame: Frame) -> Result<Response, Oops> {
    let page = staff_page(&portal, &signed, None, Filled::default()).await?;
    let title = t::staff(frame.reader().lang);
    frame.ok(title, move |r| app::desk::staff::page(r, &page)).await
}

async fn staff_page(
    portal: &Portal,
    signed: &Signed,
    invitation: Option<String>,
    filled: Filled,
) -> store::Result<StaffPage> {
    Ok(StaffPage { people: people::staff(&portal.db, &signed.actor).await?, me: signed.actor.user, invitation, filled })
}

/// `POST /desk/staff`
pub async fn invite(
    State(portal): State<Portal>,
    OfStaff(signed): OfStaff,
    frame: Frame,
    fields: Fields,
) -> Result<Response, Oops> {
    let (status, page) = match people::invite_staff(&portal.db, &signed.actor, &person(&fields)).await {
        Ok(token) => (StatusCode::OK, staff_page(&portal, &signed, link(&portal, token), Filled::default()).await?),
        Err(error) => {
            let filled = fields.refused(error)?;
            (status_of(&filled), staff_page(&portal, &signed, None, filled).await?)
        }
    };
    let title = t::staff(frame.reader().lang);
    Ok(frame.on("/desk/staff").answer(status, title, move |r| app::desk::staff::page(r, &page)).await)
}

/// `POST /desk/staff/remove`
pub async fn remove(State(portal): State<Portal>, OfStaff(signed): OfStaff, fields: Fields) -> Result<Response, Oops> {
    people::remove_staff(&portal.db, &signed.actor, fields.id("user")?).await?;
    Ok(seen_other("/desk/staff"))
}
