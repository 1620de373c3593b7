//! The account: site, sessions, colleagues.

use app::{
    account::{AccountPage, Session},
    form::Filled,
    i18n::texts as t,
};
use axum::{
    extract::State,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use domain::{Permission, access::Party};
use store::{people, sessions};

use super::Frame;
use crate::{
    Portal,
    fault::Oops,
    fields::{Fields, seen_other, status_of},
    session::{Signed, cookie},
};

/// `GET /account`
pub async fn page(State(portal): State<Portal>, signed: Signed, frame: Frame) -> Result<Response, Oops> {
    let page = gather(&portal, &signed, Filled::default(), None).await?;
    let title = t::account(frame.reader().lang);
    frame.ok(title, move |r| app::account::page(r, &page)).await
}

async fn gather(
    portal: &Portal,
    signed: &Signed,
    filled: Filled,
    invitation: Option<String>,
) -> Result<AccountPage, Oops> {
    let actor = &signed.actor;
    let colleagues = match &actor.party {
        Party::Customer(at) if actor.can(Permission::ManagePeople) => {
            Some(people::list(&portal.db, actor, at.customer).await?)
        }
        _ => None,
    };
    let open = sessions::open(&portal.db, actor, &signed.token).await?;
    Ok(AccountPage {
        name: actor.name.clone(),
        role: actor.role,
        at: actor.at().cloned(),
        counters: sessions::counters(&portal.db, actor).await?,
        sessions: open
            .into_iter()
            .map(|s| Session { handle: s.handle, agent: s.agent, seen_at: s.seen_at, this: s.this })
            .collect(),
        colleagues,
        me: actor.user,
        invitation,
        filled,
    })
}

/// `POST /account/site`
pub async fn site(State(portal): State<Portal>, signed: Signed, fields: Fields) -> Result<Response, Oops> {
    let token = sessions::go_to(&portal.db, &signed.actor, &signed.token, fields.id("site")?).await?;
    Ok(([(header::SET_COOKIE, cookie(portal.settings.secure(), &token.0))], seen_other("/")).into_response())
}

/// `POST /account/sessions/end`
pub async fn end_session(State(portal): State<Portal>, signed: Signed, fields: Fields) -> Result<Response, Oops> {
    sessions::end(&portal.db, &signed.actor, fields.get("session")).await?;
    Ok(seen_other("/account"))
}

/// What was typed about a person.
pub fn person(fields: &Fields) -> people::PersonForm {
    people::PersonForm {
        name: fields.text("name"),
        email: fields.text("email"),
        language: fields.text("language"),
        role: fields.text("role"),
        site: fields.text("site"),
    }
}

/// The link of an invitation, from our own address.
pub fn link(portal: &Portal, token: Option<store::clock::Token>) -> Option<String> {
    token.map(|token| format!("{}/invitation/{}", portal.settings.base_url, token.0))
}

/// `POST /account/people`: a customer's administrator invites a colleague.
pub async fn invite(
    State(portal): State<Portal>,
    signed: Signed,
    frame: Frame,
    fields: Fields,
) -> Result<Response, Oops> {
    let at = signed.actor.at().ok_or(Oops::NotFound)?;
    let (status, page) = match people::invite(&portal.db, &signed.actor, at.customer, &person(&fields)).await {
        Ok(token) => (StatusCode::OK, gather(&portal, &signed, Filled::default(), link(&portal, token)).await?),
        Err(error) => {
            let filled = fields.refused(error)?;
            (status_of(&filled), gather(&portal, &signed, filled, None).await?)
        }
    };
    let title = t::account(frame.reader().lang);
    Ok(frame.on("/account").answer(status, title, move |r| app::account::page(r, &page)).await)
}

/// `POST /account/people/remove`
pub async fn remove(State(portal): State<Portal>, signed: Signed, fields: Fields) -> Result<Response, Oops> {
    let at = signed.actor.at().ok_or(Oops::NotFound)?;
    people::remove(&portal.db, &signed.actor, at.customer, fields.id("user")?).await?;
    Ok(seen_other("/account"))
}
