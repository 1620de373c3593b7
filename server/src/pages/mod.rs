//! The handlers: each reads the request, makes its calls to the store, and hands the data to a page of the app.

pub mod account;
pub mod buyer;
pub mod desk;
pub mod entry;
mod finding;
pub mod lists;
pub mod product;
pub mod quick_order;
pub mod suggestions;

use app::{
    fault::Fault,
    page::{Chrome, Reader, document},
};
use axum::{
    body::Body,
    extract::FromRequestParts,
    http::{HeaderMap, Request, StatusCode, header, request::Parts},
    response::Response,
};
use leptos::{prelude::*, tachys::view::Position};

use crate::{
    Portal, assets,
    fault::Oops,
    guard::Nonce,
    session::{self, Signed},
};

/// Bytes that are kept free for a page: what a long list takes. `to_html` would walk through all of it to guess.
const ROOM: usize = 128 * 1024;

/// Everything around a page; made for each request that may answer with one.
pub struct Frame {
    pub chrome: Chrome,
}

impl FromRequestParts<Portal> for Frame {
    type Rejection = Oops;
    async fn from_request_parts(parts: &mut Parts, portal: &Portal) -> Result<Frame, Oops> {
        let signed = parts.extensions.get::<Signed>().cloned();
        let here = parts.uri.path_and_query().map_or("/", |p| p.as_str());
        Ok(frame(portal, signed.as_ref(), &parts.headers, here).await?)
    }
}

pub async fn frame(portal: &Portal, signed: Option<&Signed>, headers: &HeaderMap, path: &str) -> store::Result<Frame> {
    let distributor = portal.distributor().await?;
    let site = signed.and_then(|s| s.actor.at()).map(|at| at.site);
    let lang = session::language(signed, headers);
    let reader = Reader::new(lang, distributor.currency, distributor.zone, portal.db.now(), site);
    let nonce = store::clock::new_token().0;
    Ok(Frame {
        chrome: Chrome {
            reader,
            distributor: distributor.name,
            actor: signed.map(|s| s.actor.clone()),
            path: path.to_owned(),
            nonce,
            assets: assets::NAMES,
        },
    })
}

impl Frame {
    pub fn reader(&self) -> &Reader {
        &self.chrome.reader
    }

    pub fn distributor(&self) -> &str {
        &self.chrome.distributor
    }

    /// The path of the page is this one, although the form was sent elsewhere.
    pub fn on(mut self, path: &str) -> Frame {
        path.clone_into(&mut self.chrome.path);
        self
    }

    /// Renders; the page is built inside Leptos' owner, as its islands need one.
    pub async fn answer<V: IntoView + 'static>(
        self,
        status: StatusCode,
        title: impl Into<String>,
        page: impl FnOnce(&Reader) -> V + Send + 'static,
    ) -> Response {
        let (chrome, mut title) = (self.chrome, title.into());
        // a tab and a screen reader say first that something is wrong
        if matches!(status, StatusCode::CONFLICT | StatusCode::UNPROCESSABLE_ENTITY) {
            title = app::i18n::texts::of(chrome.reader.lang, app::i18n::texts::slip(chrome.reader.lang), &title);
        }
        let nonce = Nonce(chrome.nonce.clone());
        let request = Request::new(Body::empty());
        let build = move || {
            let page = page(&chrome.reader);
            document(&chrome, &title, page)
        };
        let mut response = leptos_axum::handle_response_inner(
            || {},
            build,
            request,
            |view, _, _| {
                Box::pin(async move {
                    let mut html = String::with_capacity(ROOM);
                    view.to_html_with_buf(&mut html, &mut Position::FirstChild, true, false, Vec::new());
                    Box::pin(futures_util::stream::once(std::future::ready(html))) as _
                })
            },
        )
        .await;
        *response.status_mut() = status;
        response.headers_mut().insert(header::VARY, header::HeaderValue::from_static("accept-language, cookie"));
        response.extensions_mut().insert(nonce);
        response
    }

    pub async fn ok<V: IntoView + 'static>(
        self,
        title: impl Into<String>,
        page: impl FnOnce(&Reader) -> V + Send + 'static,
    ) -> Result<Response, Oops> {
        Ok(self.answer(StatusCode::OK, title, page).await)
    }
}

/// The page of a fault.
pub async fn fault(
    portal: &Portal,
    signed: Option<&Signed>,
    headers: &HeaderMap,
    path: &str,
    status: StatusCode,
    fault: Fault,
) -> Response {
    match frame(portal, signed, headers, path).await {
        Ok(frame) => {
            frame
                .answer(status, status.canonical_reason().unwrap_or_default(), move |r| app::fault::page(r, fault))
                .await
        }
        // not even the name of the distributor can be read
        Err(_) => {
            let mut response =
                Response::new(Body::from("We zijn er zo weer. Nous revenons tout de suite. We will be right back."));
            *response.status_mut() = StatusCode::SERVICE_UNAVAILABLE;
            response
        }
    }
}
