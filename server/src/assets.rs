//! The files of the browser's side, inside the binary.

use axum::{
    body::Bytes,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};

/// One built file.
pub struct Asset {
    pub path: &'static str,
    pub mime: &'static str,
    /// Its name carries a hash of its content, so it may be kept for ever.
    pub immutable: bool,
    pub etag: &'static str,
    pub bytes: &'static [u8],
    pub brotli: Option<&'static [u8]>,
}

mod built {
    use super::Asset;
    include!(env!("TOONBANK_ASSETS"));
}

pub use built::{ASSETS, BUILD};

/// The names that pages need.
pub const NAMES: app::page::Assets = app::page::Assets {
    css: built::CSS,
    buyer_js: built::BUYER_JS,
    buyer_wasm: built::BUYER_WASM,
    desk_js: built::DESK_JS,
    desk_wasm: built::DESK_WASM,
};

/// The file at this path, if there is one.
pub fn find(path: &str) -> Option<&'static Asset> {
    ASSETS.iter().find(|a| a.path == path)
}

/// Answers with the file, compressed where the browser takes it, or with 304 where it has it.
pub fn answer(asset: &'static Asset, headers: &HeaderMap) -> Response {
    let says = |name, value: &str| headers.get(name).and_then(|v| v.to_str().ok()).is_some_and(|v| v.contains(value));
    let cache = if asset.immutable { "public, max-age=31536000, immutable" } else { "public, max-age=3600" };
    let mut response = if says(header::IF_NONE_MATCH, asset.etag) {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        match asset.brotli.filter(|_| says(header::ACCEPT_ENCODING, "br")) {
            Some(brotli) => ([(header::CONTENT_ENCODING, "br")], Bytes::from_static(brotli)).into_response(),
            None => Bytes::from_static(asset.bytes).into_response(),
        }
    };
    let all = response.headers_mut();
    all.insert(header::CONTENT_TYPE, HeaderValue::from_static(asset.mime));
    all.insert(header::CACHE_CONTROL, HeaderValue::from_static(cache));
    all.insert(header::ETAG, HeaderValue::from_static(asset.etag));
    all.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    response
}
