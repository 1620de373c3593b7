//! Who is asking: the cookie, and what handlers may rely on.

use std::sync::Arc;

use axum::{
    extract::{FromRequestParts, Request, State},
    http::{HeaderMap, HeaderValue, Method, header, request::Parts},
    middleware::Next,
    response::Response,
};
use chrono::{DateTime, NaiveDate, Utc};
use domain::{Actor, Lang};
use store::{distributor::Counter, sessions::Session};

use crate::{Portal, fault::Oops};

/// The name of the cookie; with TLS it is bound to the host.
fn cookie_name(secure: bool) -> &'static str {
    if secure { "__Host-toonbank" } else { "toonbank" }
}

/// The cookie of a session of this token; an empty one takes it away. Until the server ends the session, 30 days.
pub fn cookie(secure: bool, token: &str) -> HeaderValue {
    let name = cookie_name(secure);
    let flags = if secure { "; Secure" } else { "" };
    let age = if token.is_empty() { 0 } else { 30 * 24 * 3600 };
    HeaderValue::from_str(&format!("{name}={token}; Path=/; HttpOnly; SameSite=Lax; Max-Age={age}{flags}"))
        .unwrap_or_else(|_| HeaderValue::from_static(""))
}

/// A cookie that is no secret: the language of somebody who is not signed in.
pub fn language_cookie(secure: bool, lang: Lang) -> HeaderValue {
    let flags = if secure { "; Secure" } else { "" };
    HeaderValue::from_str(&format!("lang={}; Path=/; SameSite=Lax; Max-Age=31536000{flags}", lang.code()))
        .unwrap_or_else(|_| HeaderValue::from_static(""))
}

fn cookie_of<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|v| v.to_str().ok())
        .flat_map(|v| v.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(n, _)| *n == name)
        .map(|(_, value)| value)
}

/// Somebody who is signed in.
#[derive(Clone, Debug)]
pub struct Signed {
    pub actor: Actor,
    pub token: String,
    counter: Option<Arc<Counter>>,
}

/// Was this browser signed in lately? Its session may have ended since.
pub fn was_signed_in(headers: &HeaderMap, secure: bool) -> bool {
    cookie_of(headers, cookie_name(secure)).is_some_and(|token| token.len() == 64)
}

/// Finds the session of a request, once.
pub async fn find(State(portal): State<Portal>, mut request: Request, next: Next) -> Result<Response, Oops> {
    let token = cookie_of(request.headers(), cookie_name(portal.settings.secure())).unwrap_or_default().to_owned();
    // what a page fetches by itself is no sign that somebody is there
    let by_itself = request.headers().contains_key("toonbank-by-itself");
    let session = match token.len() {
        64 if by_itself => store::sessions::listener(&portal.db, &token).await?,
        64 => store::sessions::held(&portal.db, &token).await?,
        _ => None,
    };
    if let Some(Session { actor, counter }) = session {
        request.extensions_mut().insert(Signed { actor, token, counter: counter.map(Arc::new) });
    }
    Ok(next.run(request).await)
}

/// The language: the person's own, else the cookie's, else the browser's.
pub fn language(signed: Option<&Signed>, headers: &HeaderMap) -> Lang {
    if let Some(signed) = signed {
        return signed.actor.language;
    }
    let accepted = headers.get(header::ACCEPT_LANGUAGE).and_then(|v| v.to_str().ok()).unwrap_or_default();
    cookie_of(headers, "lang")
        .and_then(Lang::from_code)
        .or_else(|| accepted.split(',').find_map(|part| Lang::from_code(part.trim())))
        .unwrap_or_default()
}

impl FromRequestParts<Portal> for Signed {
    type Rejection = Oops;
    async fn from_request_parts(parts: &mut Parts, _: &Portal) -> Result<Signed, Oops> {
        let here = (parts.method == Method::GET).then(|| parts.uri.to_string());
        parts.extensions.get::<Signed>().cloned().ok_or(Oops::SignedOut { here })
    }
}

/// Somebody at a counter: a person of a customer, or staff ordering on behalf of one. Staff who are not are sent to
/// their own pages.
#[derive(Clone, Debug)]
pub struct AtCounter {
    pub signed: Signed,
    pub counter: Arc<Counter>,
}

impl AtCounter {
    pub fn actor(&self) -> &Actor {
        &self.signed.actor
    }

    /// The day whose prices count while none is chosen.
    pub fn price_day(&self, now: DateTime<Utc>) -> NaiveDate {
        self.counter.price_day(now)
    }

    /// Today, in the warehouse.
    pub fn today(&self, now: DateTime<Utc>) -> NaiveDate {
        now.with_timezone(&self.counter.zone).date_naive()
    }
}

impl FromRequestParts<Portal> for AtCounter {
    type Rejection = Oops;
    async fn from_request_parts(parts: &mut Parts, portal: &Portal) -> Result<AtCounter, Oops> {
        let signed = Signed::from_request_parts(parts, portal).await?;
        let counter = signed.counter.clone().ok_or(Oops::NotFound)?;
        Ok(AtCounter { signed, counter })
    }
}

/// One of the distributor's own. For everybody else the staff's pages do not exist.
#[derive(Clone, Debug)]
pub struct OfStaff(pub Signed);

impl FromRequestParts<Portal> for OfStaff {
    type Rejection = Oops;
    async fn from_request_parts(parts: &mut Parts, portal: &Portal) -> Result<OfStaff, Oops> {
        let signed = Signed::from_request_parts(parts, portal).await?;
        if signed.actor.is_staff() { Ok(OfStaff(signed)) } else { Err(Oops::NotFound) }
    }
}
