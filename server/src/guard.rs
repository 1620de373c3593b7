//! What stands before every handler: requests of other sites are refused, headers are set, writes are carried through.

use axum::{
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, Method, header},
    middleware::Next,
    response::{IntoResponse, Response},
};

use crate::{Portal, fault::Oops};

/// Refuses unsafe requests that do not come from our own pages: Fetch Metadata first, Origin where a browser sends
/// none. One that sends neither is no browser of the last years, and is refused.
pub async fn own_site(State(portal): State<Portal>, request: Request, next: Next) -> Response {
    let safe = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    if safe || is_own(request.headers(), &portal.settings.base_url) {
        next.run(request).await
    } else {
        Oops::NotAllowed.into_response()
    }
}

fn is_own(headers: &HeaderMap, base_url: &str) -> bool {
    let get = |name: &str| headers.get(name).and_then(|v| v.to_str().ok());
    let origin = get("origin");
    let host = get("host").unwrap_or_default();
    let same = |origin: &str| {
        origin == base_url
            || origin.split_once("://").is_some_and(|(_, authority)| !authority.is_empty() && authority == host)
    };
    match get("sec-fetch-site") {
        Some(site) => site == "same-origin",
        None => origin.is_some_and(same),
    }
}

/// A write goes on to its end although the browser hangs up: no verb is cut off in the middle.
pub async fn carry_through(request: Request, next: Next) -> Response {
    if matches!(*request.method(), Method::GET | Method::HEAD) {
        return next.run(request).await;
    }
    match tokio::spawn(next.run(request)).await {
        Ok(response) => response,
        Err(error) => Oops::Store(store::Error::Stored(error.to_string())).into_response(),
    }
}

/// The nonce of a page's script, for its policy.
#[derive(Clone)]
pub struct Nonce(pub String);

/// Headers of every answer.
pub async fn headers(State(portal): State<Portal>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let script = response.extensions().get::<Nonce>().map(|nonce| format!("'nonce-{}' 'strict-dynamic' ", nonce.0));
    let policy = format!(
        "default-src 'none'; script-src {}'wasm-unsafe-eval'; style-src 'self'; img-src 'self' blob:; font-src 'self'; \
         connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; \
         frame-ancestors 'none'; object-src 'none'",
        script.unwrap_or_default()
    );
    let all = response.headers_mut();
    if let Ok(policy) = HeaderValue::from_str(&policy) {
        all.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    all.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    all.insert(header::REFERRER_POLICY, HeaderValue::from_static("same-origin"));
    all.insert("cross-origin-opener-policy", HeaderValue::from_static("same-origin"));
    all.insert("cross-origin-resource-policy", HeaderValue::from_static("same-origin"));
    if portal.settings.secure() {
        all.insert(header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static("max-age=63072000; includeSubDomains"));
    }
    if !all.contains_key(header::CACHE_CONTROL) {
        all.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    response
}
