//! What arrives beside a product's form: its stock, its pictures, and its specification sheets.

use app::{desk::product_files::FilesPage, form::Filled, i18n::sheet as s};
use axum::{
    extract::{Path, Query, State},
    response::Response,
};
use domain::{Actor, Permission, ProductId, Refusal};
use store::{
    Error, products,
    sheets::{self, StockForm, files},
};

use super::DeskQuery;
use crate::{
    Portal,
    fault::Oops,
    fields::{Fields, seen_other, status_of},
    pages::{
        Frame,
        buyer::id,
        product::{PictureQuery, document_of, hash_of, picture_of},
    },
    session::OfStaff,
    upload,
};

/// A file of a product.
pub type Upload = upload::Upload<{ (files::LARGEST_MIB as usize) << 20 }>;

/// `GET /desk/products/{id}/files`
pub async fn show(
    State(portal): State<Portal>,
    OfStaff(signed): OfStaff,
    frame: Frame,
    Path(product): Path<String>,
    Query(query): Query<DeskQuery>,
) -> Result<Response, Oops> {
    let page = files_page(&portal, &signed.actor, id(&product)?, Filled::default()).await?;
    let page = FilesPage { saved: !query.saved.is_empty(), ..page };
    let title = s::files(frame.reader().lang);
    frame.ok(title, move |r| app::desk::product_files::page(r, &page)).await
}

async fn files_page(portal: &Portal, actor: &Actor, id: ProductId, filled: Filled) -> store::Result<FilesPage> {
    let sheet = sheets::edited(&portal.db, actor, Some(id)).await?;
    Ok(FilesPage {
        product: products::get(&portal.db, actor, id).await?,
        stock: sheet.stock,
        pictures: sheet.pictures,
        documents: sheet.documents,
        may_edit: actor.can(Permission::ManageProducts),
        filled,
        saved: false,
    })
}

/// The page after a verb: as it is now, or with what is wrong.
async fn after(
    portal: &Portal,
    actor: &Actor,
    frame: Frame,
    product: ProductId,
    fields: &Fields,
    done: store::Result<()>,
) -> Result<Response, Oops> {
    let here = format!("/desk/products/{product}/files");
    let error = match done {
        Ok(()) => return Ok(seen_other(&format!("{here}?saved=true"))),
        Err(error) => error,
    };
    let filled = fields.refused(error)?;
    let status = status_of(&filled);
    let page = files_page(portal, actor, product, filled).await?;
    let title = s::files(frame.reader().lang);
    Ok(frame.on(&here).answer(status, title, move |r| app::desk::product_files::page(r, &page)).await)
}

/// `POST /desk/products/{id}/stock`
pub async fn tell_stock(
    State(portal): State<Portal>,
    OfStaff(signed): OfStaff,
    frame: Frame,
    Path(product): Path<String>,
    fields: Fields,
) -> Result<Response, Oops> {
    let product = id(&product)?;
    let form = StockForm { stock: fields.text("stock"), expected_on: fields.text("expected_on") };
    let done = sheets::tell_stock(&portal.db, &signed.actor, product, &form).await;
    after(&portal, &signed.actor, frame, product, &fields, done).await
}

/// The bytes that were sent; nothing where nothing was chosen.
fn bytes(upload: &mut Upload, field: &str) -> store::Result<Vec<u8>> {
    if upload.too_large {
        return Err(Error::field(field, Refusal::FileTooLarge { mebibytes: files::LARGEST_MIB }));
    }
    Ok(upload.file.take().map(|file| file.bytes).unwrap_or_default())
}

/// `POST /desk/products/{id}/pictures`
pub async fn add_picture(
    State(portal): State<Portal>,
    OfStaff(signed): OfStaff,
    frame: Frame,
    Path(product): Path<String>,
    mut upload: Upload,
) -> Result<Response, Oops> {
    let product = id(&product)?;
    let done = match bytes(&mut upload, "picture") {
        Ok(bytes) => files::add_picture(&portal.db, &signed.actor, product, bytes).await,
        Err(error) => Err(error),
    };
    after(&portal, &signed.actor, frame, product, &upload.fields, done).await
}

/// `GET /desk/products/{id}/pictures/{hash}`
pub async fn picture(
    State(portal): State<Portal>,
    OfStaff(signed): OfStaff,
    Path((product, hash)): Path<(String, String)>,
    Query(query): Query<PictureQuery>,
) -> Result<Response, Oops> {
    signed.actor.require(Permission::OrderOnBehalf).map_err(|_| Oops::NotAllowed)?;
    picture_of(&portal, &signed.actor, &product, &hash, &query).await
}

/// `POST /desk/products/{id}/pictures/{hash}`: before the others, or away.
pub async fn change_picture(
    State(portal): State<Portal>,
    OfStaff(signed): OfStaff,
    frame: Frame,
    Path((product, hash)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response, Oops> {
    let product = id(&product)?;
    let change = match fields.get("verb") {
        "first" => files::Change::First,
        "remove" => files::Change::Remove,
        _ => return Err(Oops::NotFound),
    };
    let done = files::change_picture(&portal.db, &signed.actor, product, hash_of(&hash)?, change).await;
    after(&portal, &signed.actor, frame, product, &fields, done).await
}

/// `POST /desk/products/{id}/documents`
pub async fn add_document(
    State(portal): State<Portal>,
    OfStaff(signed): OfStaff,
    frame: Frame,
    Path(product): Path<String>,
    mut upload: Upload,
) -> Result<Response, Oops> {
    let product = id(&product)?;
    let done = match bytes(&mut upload, "document") {
        Ok(bytes) => {
            let dated_on = upload.fields.text("dated_on");
            files::add_document(&portal.db, &signed.actor, product, bytes, &dated_on).await
        }
        Err(error) => Err(error),
    };
    after(&portal, &signed.actor, frame, product, &upload.fields, done).await
}

/// `GET /desk/products/{id}/documents/{hash}`
pub async fn document(
    State(portal): State<Portal>,
    OfStaff(signed): OfStaff,
    Path((product, hash)): Path<(String, String)>,
) -> Result<Response, Oops> {
    signed.actor.require(Permission::OrderOnBehalf).map_err(|_| Oops::NotAllowed)?;
    document_of(&portal, &signed.actor, &product, &hash).await
}

/// `POST /desk/products/{id}/documents/{hash}`: takes a version away.
pub async fn remove_document(
    State(portal): State<Portal>,
    OfStaff(signed): OfStaff,
    frame: Frame,
    Path((product, hash)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response, Oops> {
    let product = id(&product)?;
    let done = files::remove_document(&portal.db, &signed.actor, product, hash_of(&hash)?).await;
    after(&portal, &signed.actor, frame, product, &fields, done).await
}
