//! A form with a file in it, read within limits: a file that is too large is counted and thrown away, not kept, so that
//! its sender sees the page that says so.

use axum::{
    extract::{FromRequest, Multipart, Request},
    http::header,
};

use crate::{Portal, fault::Oops, fields::Fields};

/// A file that was sent along.
#[derive(Clone, Debug, Default)]
pub struct Sent {
    pub name: String,
    pub bytes: Vec<u8>,
}

/// A form, and the file in it where there is one; of `LARGEST` bytes at most.
#[derive(Clone, Debug, Default)]
pub struct Upload<const LARGEST: usize = { app::quick_order::LARGEST_FILE }> {
    pub fields: Fields,
    pub file: Option<Sent>,
    /// The file was larger than `LARGEST`.
    pub too_large: bool,
}

/// What is read of a request at most, to be thrown away: then the connection is cut.
pub const READ: usize = 64 * 1024 * 1024;
/// The fields beside the file.
const BESIDE: usize = 1024 * 1024;

impl<const LARGEST: usize> FromRequest<Portal> for Upload<LARGEST> {
    type Rejection = Oops;
    async fn from_request(request: Request, portal: &Portal) -> Result<Upload<LARGEST>, Oops> {
        let kind = request.headers().get(header::CONTENT_TYPE).and_then(|v| v.to_str().ok()).unwrap_or_default();
        if !kind.to_ascii_lowercase().starts_with("multipart/form-data") {
            let fields = Fields::from_request(request, portal).await?;
            return Ok(Upload { fields, ..Upload::default() });
        }
        let mut form = Multipart::from_request(request, portal).await.map_err(|_| Oops::BadRequest)?;
        let mut upload = Upload::<LARGEST>::default();
        let mut beside = 0;
        let wrong = |error: axum::extract::multipart::MultipartError| match error.status() {
            axum::http::StatusCode::PAYLOAD_TOO_LARGE => Oops::TooLarge,
            _ => Oops::BadRequest,
        };
        while let Some(mut part) = form.next_field().await.map_err(wrong)? {
            let field = part.name().unwrap_or_default().to_owned();
            let file = part.file_name().map(str::to_owned);
            let most = if file.is_some() { LARGEST } else { BESIDE - beside };
            let (mut bytes, mut too_large) = (Vec::new(), false);
            while let Some(chunk) = part.chunk().await.map_err(wrong)? {
                too_large |= bytes.len() + chunk.len() > most;
                if !too_large {
                    bytes.extend_from_slice(&chunk);
                }
            }
            match file {
                // a browser sends the field of a file that was not chosen, without a name
                Some(name) if name.is_empty() && bytes.is_empty() => {}
                Some(name) => {
                    upload.too_large |= too_large;
                    let name = name.chars().filter(|c| !c.is_control()).take(120).collect();
                    upload.file = Some(Sent { name, bytes: if too_large { Vec::new() } else { bytes } });
                }
                None if too_large => return Err(Oops::TooLarge),
                None => {
                    beside += bytes.len();
                    upload.fields.0.push((field, String::from_utf8_lossy(&bytes).into_owned()));
                }
            }
        }
        Ok(upload)
    }
}
