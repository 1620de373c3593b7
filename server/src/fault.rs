//! When there is no page: what is told to people, and what is logged, once.

use std::sync::atomic::{AtomicU32, Ordering};

use app::fault::Fault;
use axum::{
    Json,
    extract::{Request, State},
    http::{Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Redirect, Response},
};
use domain::Refusal;
use store::Error;

use crate::{
    Portal, pages,
    routes::LARGEST,
    session::{Signed, was_signed_in},
};

/// Why a handler has no page to give.
#[derive(Debug)]
pub enum Oops {
    NotFound,
    NotAllowed,
    BadRequest,
    TooLarge,
    /// Nobody is signed in; `here` is where to come back to.
    SignedOut {
        here: Option<String>,
    },
    Store(Error),
}

impl From<Error> for Oops {
    fn from(error: Error) -> Oops {
        match error {
            Error::NotFound => Oops::NotFound,
            Error::Refused(Refusal::NotAllowed(_)) => Oops::NotAllowed,
            error => Oops::Store(error),
        }
    }
}

/// Kept on a response until the outermost layer writes the page, in the reader's language.
#[derive(Clone, Copy)]
struct Untold(Fault);

impl IntoResponse for Oops {
    fn into_response(self) -> Response {
        let (status, fault) = match self {
            Oops::SignedOut { here: Some(here) } if here != "/" => {
                return signed_out(&format!("/sign-in?next={}", app::order::query_value(&here)));
            }
            Oops::SignedOut { .. } => return signed_out("/sign-in"),
            Oops::NotFound => (StatusCode::NOT_FOUND, Fault::NotFound),
            Oops::NotAllowed => (StatusCode::FORBIDDEN, Fault::NotAllowed),
            Oops::BadRequest => (StatusCode::BAD_REQUEST, Fault::BadRequest),
            Oops::TooLarge => (StatusCode::PAYLOAD_TOO_LARGE, Fault::TooLarge),
            // a refusal that no page of its own tells
            Oops::Store(Error::Refused(_) | Error::Fields(_)) => (StatusCode::UNPROCESSABLE_ENTITY, Fault::BadRequest),
            Oops::Store(Error::NotFound) => (StatusCode::NOT_FOUND, Fault::NotFound),
            Oops::Store(error) => trouble(&error),
        };
        let mut response = status.into_response();
        if status == StatusCode::SERVICE_UNAVAILABLE {
            response.headers_mut().insert(header::RETRY_AFTER, header::HeaderValue::from_static("3"));
        }
        response.extensions_mut().insert(Untold(fault));
        response
    }
}

/// A script is told 401, a form is sent to sign in.
fn signed_out(to: &str) -> Response {
    let mut response = Redirect::to(to).into_response();
    response.extensions_mut().insert(SignedOut);
    response
}

#[derive(Clone, Copy)]
struct SignedOut;

/// Logs the trouble with a number that people can give on the telephone.
fn trouble(error: &Error) -> (StatusCode, Fault) {
    static INCIDENT: AtomicU32 = AtomicU32::new(0);
    let number = (std::process::id() % 1000) * 1000 + INCIDENT.fetch_add(1, Ordering::Relaxed) % 1000;
    tracing::error!(incident = number, %error, "a request failed");
    let text = error.to_string();
    if text.contains("pool timed out") || text.contains("onnection") || text.contains("disk is full") {
        (StatusCode::SERVICE_UNAVAILABLE, Fault::Unavailable)
    } else {
        (StatusCode::INTERNAL_SERVER_ERROR, Fault::Incident(number))
    }
}

/// Writes the page of a fault, or its JSON for a script.
pub async fn tell(State(portal): State<Portal>, request: Request, next: Next) -> Response {
    let json = wants_json(request.headers());
    let headers = request.headers().clone();
    let path = request.uri().path().to_owned();
    let signed = request.extensions().get::<Signed>().cloned();
    let response = next.run(request).await;
    if json && response.extensions().get::<SignedOut>().is_some() {
        return StatusCode::UNAUTHORIZED.into_response();
    }
    let untold = match response.status() {
        // what axum itself refuses: an unknown address, a method that is not there, a body too large
        StatusCode::METHOD_NOT_ALLOWED => Some(Untold(Fault::NotFound)),
        StatusCode::PAYLOAD_TOO_LARGE => Some(Untold(Fault::TooLarge)),
        // an address that cannot be read: axum says so in a word
        StatusCode::BAD_REQUEST if is_text(&response) => Some(Untold(Fault::BadRequest)),
        _ => response.extensions().get::<Untold>().copied(),
    };
    let Some(Untold(fault)) = untold else { return response };
    let status =
        if response.status() == StatusCode::METHOD_NOT_ALLOWED { StatusCode::NOT_FOUND } else { response.status() };
    let retry = response.headers().get(header::RETRY_AFTER).cloned();
    let mut told = if json {
        (status, Json(serde_json::json!({ "error": format!("{fault:?}") }))).into_response()
    } else {
        pages::fault(&portal, signed.as_ref(), &headers, &path, status, fault).await
    };
    if let Some(retry) = retry {
        told.headers_mut().insert(header::RETRY_AFTER, retry);
    }
    told
}

/// A form that arrives after its session has ended waits on the sign-in page, and goes on from there.
pub async fn keep_form(State(portal): State<Portal>, request: Request, next: Next) -> Response {
    let headers = request.headers().clone();
    let ended = request.extensions().get::<Signed>().is_none() && was_signed_in(&headers, portal.settings.secure());
    // a file cannot wait in a field
    let has_file = headers.get(header::CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"multipart/"));
    if !ended || request.method() != Method::POST || wants_json(&headers) || has_file {
        return next.run(request).await;
    }
    let path = request.uri().path().to_owned();
    let (parts, body) = request.into_parts();
    let Ok(bytes) = axum::body::to_bytes(body, LARGEST).await else { return Oops::TooLarge.into_response() };
    let sent = String::from_utf8_lossy(&bytes).into_owned();
    let response = next.run(Request::from_parts(parts, bytes.into())).await;
    if response.extensions().get::<SignedOut>().is_none() || sent.is_empty() {
        return response;
    }
    match pages::frame(&portal, None, &headers, &path).await {
        Ok(frame) => pages::entry::sign_in_first(frame, &path, sent).await,
        Err(error) => Oops::from(error).into_response(),
    }
}

fn is_text(response: &Response) -> bool {
    response.headers().get(header::CONTENT_TYPE).is_some_and(|t| t.as_bytes().starts_with(b"text/plain"))
}

/// Did a script ask, and not a person?
pub fn wants_json(headers: &axum::http::HeaderMap) -> bool {
    headers.get(header::ACCEPT).and_then(|v| v.to_str().ok()).is_some_and(|v| v.starts_with("application/json"))
}
