//! Pictures and specification sheets: in the database, under the hash of what they are, so that a browser may keep
//! them for ever; given only to who may see the product.

use chrono::NaiveDate;
use domain::{
    Actor, Permission, ProductId, Refusal, delivery,
    sheet::{Document, Picture},
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect, sea_query::Expr,
};
use sha2::{Digest, Sha256};

use super::{picture, visible};
use crate::{
    Db, Error, Result, Write,
    clock::hex,
    db::{instant, millis},
    entity::{product, product_document, product_picture},
    journal,
};

/// The largest file that is taken, in mebibytes.
pub const LARGEST_MIB: u32 = 10;
/// Most pictures of one product.
const PICTURES_MOST: usize = 12;
/// Most versions of the sheet of one product.
const DOCUMENTS_MOST: usize = 40;

/// Which of the two sizes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    Large,
    Small,
}

/// The pictures of a product that the caller has already been allowed to see.
pub(super) async fn pictures(conn: &impl ConnectionTrait, id: ProductId) -> Result<Vec<Picture>> {
    use product_picture::Column;
    let rows: Vec<(String, i64, i64)> = product_picture::Entity::find()
        .select_only()
        .columns([Column::Hash, Column::Width, Column::Height])
        .filter(product_picture::COLUMN.product_id.eq(id))
        .order_by_asc(product_picture::COLUMN.position)
        .into_tuple()
        .all(conn)
        .await?;
    let pixels = |n: i64| u32::try_from(n).unwrap_or_default();
    Ok(rows.into_iter().map(|(hash, w, h)| Picture { hash, width: pixels(w), height: pixels(h) }).collect())
}

/// The same of its specification sheets, the newest first.
pub(super) async fn documents(conn: &impl ConnectionTrait, id: ProductId) -> Result<Vec<Document>> {
    use product_document::Column;
    let rows: Vec<(String, i64, NaiveDate, i64, i64)> = product_document::Entity::find()
        .select_only()
        .columns([Column::Hash, Column::Version, Column::DatedOn, Column::AddedAt, Column::Size])
        .filter(product_document::COLUMN.product_id.eq(id))
        .order_by_desc(product_document::COLUMN.version)
        .into_tuple()
        .all(conn)
        .await?;
    Ok(rows
        .into_iter()
        .map(|(hash, version, dated_on, added_at, size)| Document {
            hash,
            version,
            dated_on,
            added_at: instant(added_at),
            size,
        })
        .collect())
}

/// Staff keep the files of any product, also while they stand at a customer's counter.
async fn seen(db: &Db, actor: &Actor, id: ProductId) -> Result<product::Model> {
    if !actor.is_staff() {
        return visible(db.read(), actor, id).await;
    }
    actor.require(Permission::OrderOnBehalf)?;
    product::Entity::find_by_id(id).one(db.read()).await?.ok_or(Error::NotFound)
}

/// The bytes of a picture (JPEG), for who may see the product.
pub async fn picture(db: &Db, actor: &Actor, id: ProductId, hash: &str, size: Size) -> Result<Vec<u8>> {
    seen(db, actor, id).await?;
    let column = match size {
        Size::Large => product_picture::Column::Large,
        Size::Small => product_picture::Column::Small,
    };
    product_picture::Entity::find()
        .select_only()
        .column(column)
        .filter(product_picture::COLUMN.product_id.eq(id))
        .filter(product_picture::COLUMN.hash.eq(hash))
        .into_tuple()
        .one(db.read())
        .await?
        .ok_or(Error::NotFound)
}

/// The bytes of a specification sheet (PDF) and the name it is kept under, for who may see the product.
pub async fn document(db: &Db, actor: &Actor, id: ProductId, hash: &str) -> Result<(String, Vec<u8>)> {
    let row = seen(db, actor, id).await?;
    let found = product_document::Entity::find()
        .filter(product_document::COLUMN.product_id.eq(id))
        .filter(product_document::COLUMN.hash.eq(hash))
        .one(db.read())
        .await?
        .ok_or(Error::NotFound)?;
    let safe: String = row.sku.chars().filter(|c| c.is_ascii_alphanumeric() || "-_".contains(*c)).collect();
    Ok((format!("{safe}-v{}.pdf", found.version), found.bytes))
}

fn within_limits(bytes: &[u8]) -> Result<(), Refusal> {
    match bytes.len() as u64 {
        0 => Err(Refusal::Required),
        n if n > u64::from(LARGEST_MIB) << 20 => Err(Refusal::FileTooLarge { mebibytes: LARGEST_MIB }),
        _ => Ok(()),
    }
}

/// Holds the product of a file against everybody else.
async fn hold(write: &Write, id: ProductId) -> Result<()> {
    product::Entity::find_by_id(id).lock_exclusive().one(&**write).await?.map(|_| ()).ok_or(Error::NotFound)
}

/// Adds a picture behind the others; the same once more changes nothing. Refused under `picture`.
pub async fn add_picture(db: &Db, actor: &Actor, id: ProductId, bytes: Vec<u8>) -> Result<()> {
    actor.require(Permission::ManageProducts)?;
    product::Entity::find_by_id(id).one(db.read()).await?.ok_or(Error::NotFound)?;
    let refused = |refusal| Error::field("picture", refusal);
    within_limits(&bytes).map_err(refused)?;
    // one at a time: decoding takes memory
    static ONE: tokio::sync::Semaphore = tokio::sync::Semaphore::const_new(1);
    let turn = ONE.acquire().await.map_err(|e| Error::Stored(e.to_string()))?;
    let made = tokio::task::spawn_blocking(move || picture::make(&bytes))
        .await
        .map_err(|e| Error::Stored(e.to_string()))?
        .map_err(refused)?;
    drop(turn);
    let hash = hex(&Sha256::digest(&made.large));
    let write = db.write().await?;
    hold(&write, id).await?;
    let there = pictures(&*write, id).await?;
    if there.iter().any(|p| p.hash == hash) {
        return Ok(());
    }
    if there.len() >= PICTURES_MOST {
        return Err(refused(Refusal::TooManyFiles { most: PICTURES_MOST }));
    }
    let row = product_picture::Model {
        product_id: id,
        hash: hash.clone(),
        position: there.len() as i64,
        width: i64::from(made.width),
        height: i64::from(made.height),
        large: made.large,
        small: made.small,
    };
    product_picture::Entity::insert(row.into_active_model()).exec_without_returning(&*write).await?;
    let event = serde_json::json!({ "kind": "picture_added", "hash": hash });
    journal::append(db, &write, actor, "product", id.0, &event).await?;
    write.commit().await
}

/// What is done with a picture that is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    First,
    Remove,
}

/// Puts a picture before the others, or takes it away; one that is gone already is gone.
pub async fn change_picture(db: &Db, actor: &Actor, id: ProductId, hash: &str, change: Change) -> Result<()> {
    actor.require(Permission::ManageProducts)?;
    let write = db.write().await?;
    hold(&write, id).await?;
    let mut hashes: Vec<String> = pictures(&*write, id).await?.into_iter().map(|p| p.hash).collect();
    if !hashes.iter().any(|h| h == hash) {
        return Ok(());
    }
    hashes.retain(|h| h != hash);
    if change == Change::First {
        hashes.insert(0, hash.to_owned());
    } else {
        product_picture::Entity::delete_by_id((id, hash.to_owned())).exec(&*write).await?;
    }
    for (position, hash) in hashes.iter().enumerate() {
        product_picture::Entity::update_many()
            .col_expr(product_picture::Column::Position, Expr::val(position as i64))
            .filter(product_picture::COLUMN.product_id.eq(id))
            .filter(product_picture::COLUMN.hash.eq(hash))
            .exec(&*write)
            .await?;
    }
    let kind = if change == Change::First { "picture_first" } else { "picture_removed" };
    let event = serde_json::json!({ "kind": kind, "hash": hash });
    journal::append(db, &write, actor, "product", id.0, &event).await?;
    write.commit().await
}

/// Adds the next version of the specification sheet; the same file once more changes nothing. Refused under `document`
/// and `dated_on` (the day the sheet itself bears; else today).
pub async fn add_document(db: &Db, actor: &Actor, id: ProductId, bytes: Vec<u8>, dated_on: &str) -> Result<()> {
    actor.require(Permission::ManageProducts)?;
    let refused = |refusal| Error::field("document", refusal);
    within_limits(&bytes).map_err(refused)?;
    if !is_pdf(&bytes) {
        return Err(refused(Refusal::NotAPdf));
    }
    let today = db.now().date_naive();
    let dated_on = match dated_on.trim() {
        "" => today,
        typed => delivery::day(typed).map_err(|refusal| Error::field("dated_on", refusal))?,
    };
    let hash = hex(&Sha256::digest(&bytes));
    let write = db.write().await?;
    hold(&write, id).await?;
    let there = documents(&*write, id).await?;
    if there.iter().any(|d| d.hash == hash) {
        return Ok(());
    }
    if there.len() >= DOCUMENTS_MOST {
        return Err(refused(Refusal::TooManyFiles { most: DOCUMENTS_MOST }));
    }
    let version = there.first().map_or(0, |d| d.version) + 1;
    let row = product_document::Model {
        product_id: id,
        hash: hash.clone(),
        version,
        dated_on,
        added_at: millis(db.now()),
        size: bytes.len() as i64,
        bytes,
    };
    product_document::Entity::insert(row.into_active_model()).exec_without_returning(&*write).await?;
    let event = serde_json::json!({ "kind": "document_added", "version": version, "hash": hash });
    journal::append(db, &write, actor, "product", id.0, &event).await?;
    write.commit().await
}

/// A PDF begins and ends as one (ISO 32000-2, 7.5.2 and 7.5.5).
fn is_pdf(bytes: &[u8]) -> bool {
    let end = &bytes[bytes.len().saturating_sub(2_048)..];
    bytes.starts_with(b"%PDF-") && end.windows(5).any(|w| w == b"%%EOF")
}

/// Takes a version away that was uploaded by mistake; one that is gone already is gone.
pub async fn remove_document(db: &Db, actor: &Actor, id: ProductId, hash: &str) -> Result<()> {
    actor.require(Permission::ManageProducts)?;
    let write = db.write().await?;
    hold(&write, id).await?;
    let there = documents(&*write, id).await?;
    let Some(found) = there.iter().find(|d| d.hash == hash) else { return Ok(()) };
    product_document::Entity::delete_by_id((id, hash.to_owned())).exec(&*write).await?;
    let event = serde_json::json!({ "kind": "document_removed", "version": found.version, "hash": hash });
    journal::append(db, &write, actor, "product", id.0, &event).await?;
    write.commit().await
}
