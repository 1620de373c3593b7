//! Coming in and going out: sign-in, invitation, first set-up, language.

use std::net::{IpAddr, SocketAddr};

use app::{form::Filled, i18n::texts as t, page::Reader};
use axum::{
    extract::{ConnectInfo, FromRequestParts, Path, Query, State},
    http::{HeaderMap, StatusCode, header, request::Parts},
    response::{AppendHeaders, IntoResponse, Response},
};
use domain::{Actor, Lang, access::Party};
use serde::Deserialize;
use store::{Error, people, sessions};

use super::Frame;
use crate::{
    Portal,
    fault::Oops,
    fields::{Fields, seen_other, status_of},
    session::{Signed, cookie, language_cookie},
};

/// `GET /`: everybody's own beginning.
pub async fn start(signed: Signed) -> Response {
    seen_other(home(&signed.actor))
}

fn home(actor: &Actor) -> &'static str {
    use domain::Permission::{FillBasket, ReviewOrders};
    match actor.party {
        Party::Staff if actor.can(ReviewOrders) => "/desk",
        Party::Staff => "/desk/customers",
        _ if actor.can(FillBasket) => "/order",
        _ => "/orders",
    }
}

#[derive(Deserialize)]
pub struct Next {
    #[serde(default)]
    next: String,
}

/// Only to pages of our own.
fn own_page(next: &str) -> Option<&str> {
    (next.starts_with('/') && !next.starts_with("//") && !next.contains('\\') && !next.chars().any(char::is_control))
        .then_some(next)
}

/// `GET /sign-in`
pub async fn sign_in_page(frame: Frame, Query(query): Query<Next>) -> Result<Response, Oops> {
    if frame.chrome.actor.is_some() {
        return Ok(seen_other("/"));
    }
    let distributor = frame.distributor().to_owned();
    let title = t::sign_in(frame.reader().lang);
    frame.ok(title, move |r| app::sign_in::page(r, &distributor, &Default::default(), &query.next)).await
}

/// Where a request came from: the peer, or what our own proxy says.
pub struct Address(String);

impl FromRequestParts<Portal> for Address {
    type Rejection = Oops;
    async fn from_request_parts(parts: &mut Parts, portal: &Portal) -> Result<Address, Oops> {
        let forwarded =
            parts.headers.get("x-forwarded-for").and_then(|v| v.to_str().ok()).and_then(|v| v.split(',').next_back());
        let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|c| c.0.ip().to_string());
        let address = forwarded.filter(|_| portal.settings.behind_proxy).map(|f| f.trim().to_owned()).or(peer);
        Ok(Address(network_of(&address.unwrap_or_default())))
    }
}

/// An address as it is counted: of IPv6 the /64 that one household or office has, as it may use any address in it
/// (RFC 6177).
fn network_of(address: &str) -> String {
    match address.parse() {
        Ok(IpAddr::V6(v6)) if v6.to_ipv4_mapped().is_none() => {
            let [a, b, c, d, ..] = v6.segments();
            format!("{a:x}:{b:x}:{c:x}:{d:x}::/64")
        }
        _ => address.to_owned(),
    }
}

/// What was sent after the session had ended waits on the sign-in page.
pub async fn sign_in_first(frame: Frame, path: &str, kept: String) -> Response {
    let distributor = frame.distributor().to_owned();
    let title = t::sign_in(frame.reader().lang);
    let path = path.to_owned();
    let filled = Filled { values: vec![("kept".to_owned(), kept)], refusals: Vec::new() };
    let build = move |r: &Reader| app::sign_in::page(r, &distributor, &filled, &path);
    frame.on("/sign-in").answer(StatusCode::UNAUTHORIZED, title, build).await
}

/// `POST /sign-in`
pub async fn sign_in(
    State(portal): State<Portal>,
    frame: Frame,
    address: Address,
    headers: HeaderMap,
    fields: Fields,
) -> Result<Response, Oops> {
    let agent = headers.get(header::USER_AGENT).and_then(|v| v.to_str().ok()).unwrap_or_default();
    match sessions::sign_in(&portal.db, fields.get("email"), fields.get("password"), &address.0, agent).await {
        Ok((token, lang)) => {
            // an older session of this browser ends with the new one
            if let Some(old) = frame_token(&headers) {
                let _ = sessions::sign_out(&portal.db, &old).await;
            }
            let to = own_page(fields.get("next")).unwrap_or("/").to_owned();
            // the sign-in page of the next time speaks his language
            let secure = portal.settings.secure();
            let cookies = AppendHeaders([
                (header::SET_COOKIE, cookie(secure, &token.0)),
                (header::SET_COOKIE, language_cookie(secure, lang)),
            ]);
            let kept: Vec<(String, String)> = serde_urlencoded::from_str(fields.get("kept")).unwrap_or_default();
            if kept.is_empty() {
                return Ok((cookies, seen_other(&to)).into_response());
            }
            let distributor = frame.distributor().to_owned();
            let title = t::still_to_send(frame.reader().lang);
            Ok((cookies, frame.ok(title, move |r| app::sign_in::kept(r, &distributor, &to, &kept)).await?)
                .into_response())
        }
        Err(error) => {
            let filled = fields.refused(error)?;
            let distributor = frame.distributor().to_owned();
            let (title, status) = (t::sign_in(frame.reader().lang), status_of(&filled));
            let next = fields.text("next");
            Ok(frame.answer(status, title, move |r| app::sign_in::page(r, &distributor, &filled, &next)).await)
        }
    }
}

/// The token a browser still carried when it signed in again.
fn frame_token(headers: &HeaderMap) -> Option<String> {
    let cookies = headers.get(header::COOKIE)?.to_str().ok()?;
    let pair =
        cookies.split(';').find(|c| c.trim().starts_with("toonbank=") || c.trim().starts_with("__Host-toonbank="))?;
    Some(pair.split_once('=')?.1.trim().to_owned())
}

/// `POST /sign-out`
pub async fn sign_out(State(portal): State<Portal>, signed: Signed) -> Result<Response, Oops> {
    sessions::sign_out(&portal.db, &signed.token).await?;
    let clear = [
        (header::SET_COOKIE, cookie(portal.settings.secure(), "")),
        (
            header::HeaderName::from_static("clear-site-data"),
            header::HeaderValue::from_static("\"cache\", \"storage\""),
        ),
    ];
    Ok((clear, seen_other("/sign-in")).into_response())
}

/// `GET /invitation/{token}`
pub async fn invitation_page(
    State(portal): State<Portal>,
    frame: Frame,
    Path(token): Path<String>,
) -> Result<Response, Oops> {
    let (distributor, title) = (frame.distributor().to_owned(), t::welcome(frame.reader().lang));
    match people::invited(&portal.db, &token).await {
        Ok(email) => {
            frame
                .ok(title, move |r| app::sign_in::invitation(r, &distributor, &email, &token, &Default::default()))
                .await
        }
        Err(Error::Refused(_)) => Ok(expired(frame).await),
        Err(error) => Err(error.into()),
    }
}

/// `POST /invitation/{token}`
pub async fn accept_invitation(
    State(portal): State<Portal>,
    frame: Frame,
    Path(token): Path<String>,
    fields: Fields,
) -> Result<Response, Oops> {
    match people::accept_invitation(&portal.db, &token, fields.get("password")).await {
        Ok(()) => Ok(seen_other("/sign-in")),
        Err(Error::Refused(_)) => Ok(expired(frame).await),
        Err(error) => {
            let filled = fields.refused(error)?;
            let email = people::invited(&portal.db, &token).await?;
            let (distributor, title) = (frame.distributor().to_owned(), t::welcome(frame.reader().lang));
            let status = status_of(&filled);
            Ok(frame
                .answer(status, title, move |r| app::sign_in::invitation(r, &distributor, &email, &token, &filled))
                .await)
        }
    }
}

async fn expired(frame: Frame) -> Response {
    let (distributor, title) = (frame.distributor().to_owned(), t::link_expired_title(frame.reader().lang));
    frame.answer(StatusCode::NOT_FOUND, title, move |r| app::sign_in::link_expired(r, &distributor)).await
}

/// `GET /setup/{token}`
pub async fn setup_page(
    State(portal): State<Portal>,
    frame: Frame,
    Path(token): Path<String>,
) -> Result<Response, Oops> {
    match people::may_set_up(&portal.db, &token).await {
        Ok(()) => {
            let title = t::set_up(frame.reader().lang);
            // an import may have named it already
            let company = store::distributor::get(&portal.db).await?.map(|d| d.name).unwrap_or_default();
            frame.ok(title, move |r| app::sign_in::setup(r, &token, &company, &Default::default())).await
        }
        Err(Error::Refused(_)) => Ok(expired(frame).await),
        Err(error) => Err(error.into()),
    }
}

/// `POST /setup/{token}`
pub async fn set_up(
    State(portal): State<Portal>,
    frame: Frame,
    Path(token): Path<String>,
    fields: Fields,
) -> Result<Response, Oops> {
    let form = people::PersonForm {
        name: fields.text("name"),
        email: fields.text("email"),
        language: frame.reader().lang.code().to_owned(),
        ..Default::default()
    };
    match people::set_up(&portal.db, &token, fields.get("distributor"), &form, fields.get("password")).await {
        Ok(()) => {
            portal.forget_distributor().await;
            Ok(seen_other("/sign-in"))
        }
        Err(Error::Refused(_)) => Ok(expired(frame).await),
        Err(error) => {
            let filled = fields.refused(error)?;
            let (title, status) = (t::set_up(frame.reader().lang), status_of(&filled));
            Ok(frame.answer(status, title, move |r| app::sign_in::setup(r, &token, "", &filled)).await)
        }
    }
}

/// `POST /language`: of the person where one is signed in, of the browser always.
pub async fn language(
    State(portal): State<Portal>,
    signed: Option<axum::Extension<Signed>>,
    fields: Fields,
) -> Result<Response, Oops> {
    let lang = Lang::from_code(fields.get("lang")).unwrap_or_default();
    if let Some(axum::Extension(signed)) = signed {
        people::speak(&portal.db, &signed.actor, lang).await?;
    }
    let back = own_page(fields.get("back")).unwrap_or("/").to_owned();
    Ok(([(header::SET_COOKIE, language_cookie(portal.settings.secure(), lang))], seen_other(&back)).into_response())
}
