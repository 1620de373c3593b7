//! Returnable packaging, as staff maintain it. A new deposit counts for what is ordered from now on; on the lines of
//! orders it is frozen.

use domain::{
    Actor, Cents, Lang, Permission, Refusal,
    packaging::{Deposit, Packaging},
    product::Names,
    text,
};
use sea_orm::{ActiveModelTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryOrder, QuerySelect};
use uuid::Uuid;

use crate::{
    Db, Error, Fields, Result, Write,
    customers::amount,
    entity::{packaging, product},
    journal,
};

/// All kinds, by code; staff only.
pub async fn list(db: &Db, actor: &Actor) -> Result<Vec<Packaging>> {
    actor.require(Permission::OrderOnBehalf)?;
    let rows = packaging::Entity::find().order_by_asc(packaging::COLUMN.code).all(db.read()).await?;
    Ok(rows.into_iter().map(read).collect())
}

fn read(row: packaging::Model) -> Packaging {
    Packaging {
        code: row.code,
        names: Names { nl: row.name_nl, fr: row.name_fr, en: row.name_en },
        deposit: row.deposit,
        version: row.version,
    }
}

/// What staff or a file say of one kind.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PackagingForm {
    /// Of a new one; it is never changed.
    pub code: String,
    pub name_nl: String,
    pub name_fr: String,
    pub name_en: String,
    pub deposit: String,
}

impl PackagingForm {
    /// The row, or what is wrong with each field. Shared by the page and the import.
    pub(crate) fn check(&self) -> Result<packaging::Model> {
        let mut fields = Fields::default();
        let row = packaging::Model {
            code: fields.take("code", text::required(&self.code, 40)),
            name_nl: fields.take("name_nl", text::required(&self.name_nl, 60)),
            name_fr: fields.take("name_fr", text::line(&self.name_fr, 60)),
            name_en: fields.take("name_en", text::line(&self.name_en, 60)),
            deposit: fields.take("deposit", amount(&self.deposit).and_then(|typed| typed.ok_or(Refusal::Required))),
            version: 1,
        };
        if row.deposit > MOST {
            fields.refuse("deposit", Refusal::TooMany { most: domain::Quantity::whole(MOST.0 / 100) });
        }
        fields.check()?;
        Ok(row)
    }
}

/// No crate is dearer; a slip of the decimal sign often is.
const MOST: Cents = Cents(100_000);

/// What is charged for the packaging of a product, named in a language.
pub(crate) async fn deposit(
    conn: &impl ConnectionTrait,
    product: &product::Model,
    lang: Lang,
) -> Result<Option<Deposit>> {
    let Some(code) = &product.packaging else { return Ok(None) };
    let row = packaging::Entity::find_by_id(code).one(conn).await?.map(read);
    Ok(row.map(|Packaging { code, names, deposit, .. }| Deposit {
        packaging: code,
        name: names.get(lang).to_owned(),
        per_unit: product.packaging_per_unit,
        each: deposit,
    }))
}

/// Refuses a product's packaging that there is not.
pub(crate) async fn known(write: &Write, code: Option<&str>, fields: &mut Fields) -> Result<()> {
    let Some(code) = code else { return Ok(()) };
    if packaging::Entity::find_by_id(code).one(&**write).await?.is_none() {
        fields.refuse("packaging", Refusal::UnknownChoice { typed: code.to_owned() });
    }
    Ok(())
}

/// Saves a new kind, or the one with the code of the form if nobody else did meanwhile (`seen` is the version that was
/// looked at).
pub async fn save(db: &Db, actor: &Actor, seen: Option<i64>, form: &PackagingForm) -> Result<()> {
    actor.require(Permission::ManageProducts)?;
    let new = form.check()?;
    let write = db.write().await?;
    let before = packaging::Entity::find_by_id(&new.code).lock_exclusive().one(&*write).await?;
    match (&before, seen) {
        (Some(_), None) => return Err(Error::field("code", Refusal::Taken)),
        (None, Some(_)) => return Err(Error::NotFound),
        (Some(before), Some(seen)) if before.version != seen => return Err(Refusal::Stale.into()),
        _ => {}
    }
    let after = packaging::Model { version: seen.unwrap_or_default() + 1, ..new };
    let event = serde_json::json!({
        "kind": if before.is_some() { "changed" } else { "created" },
        "before": before.as_ref().map(|before| format!("{before:?}")), "after": format!("{after:?}"),
    });
    match before {
        Some(_) => drop(after.into_active_model().reset_all().update(&*write).await?),
        None => drop(after.into_active_model().insert(&*write).await?),
    }
    // it has a code and no id; the journal finds it by that
    journal::append(db, &write, actor, "packaging", Uuid::nil(), &event).await?;
    write.commit().await
}
