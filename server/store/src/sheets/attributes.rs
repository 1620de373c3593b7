//! What products can be compared by: defined once by staff, with a name per language; filled in per product.

use domain::{
    Actor, AttributeId, Permission, ProductId, Refusal,
    product::Names,
    sheet::{Attribute, AttributeKind, AttributeValue},
    text,
};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect,
};

use crate::{
    Db, Error, Fields, Result,
    clock::new_id,
    entity::{attribute, product_attribute},
    journal,
};

/// All there are, in the order in which products show them; staff only.
pub async fn list(db: &Db, actor: &Actor) -> Result<Vec<Attribute>> {
    actor.require(Permission::OrderOnBehalf)?;
    all(db.read()).await
}

pub(crate) async fn all(conn: &impl ConnectionTrait) -> Result<Vec<Attribute>> {
    let rows = attribute::Entity::find()
        .order_by_asc(attribute::COLUMN.position)
        .order_by_asc(attribute::COLUMN.id)
        .all(conn)
        .await?;
    Ok(rows.into_iter().map(read).collect())
}

/// Those that are filled in for a product, in their order.
pub(super) async fn of(conn: &impl ConnectionTrait, id: ProductId) -> Result<Vec<(Attribute, AttributeValue)>> {
    let values =
        product_attribute::Entity::find().filter(product_attribute::COLUMN.product_id.eq(id)).all(conn).await?;
    if values.is_empty() {
        return Ok(Vec::new());
    }
    let filled = |attribute: Attribute| {
        let value = values.iter().find(|v| v.attribute_id == attribute.id)?;
        let value = match attribute.kind {
            AttributeKind::Number { .. } => AttributeValue::Number(value.number?),
            AttributeKind::YesNo => AttributeValue::YesNo(value.number? != 0),
            AttributeKind::Text => AttributeValue::Text(value.text.clone()),
        };
        Some((attribute, value))
    };
    Ok(all(conn).await?.into_iter().filter_map(filled).collect())
}

fn read(row: attribute::Model) -> Attribute {
    Attribute {
        id: row.id,
        names: Names { nl: row.name_nl, fr: row.name_fr, en: row.name_en },
        kind: match row.kind.as_str() {
            "number" => AttributeKind::Number {
                unit: row.unit,
                decimals: u32::try_from(row.decimals).unwrap_or_default().min(3),
            },
            "yes_no" => AttributeKind::YesNo,
            _ => AttributeKind::Text,
        },
        version: row.version,
    }
}

/// What staff type about an attribute.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AttributeForm {
    pub name_nl: String,
    pub name_fr: String,
    pub name_en: String,
    /// As [`AttributeKind::key`] writes it; only of a new one.
    pub kind: String,
    pub unit: String,
    pub decimals: String,
}

impl AttributeForm {
    fn check(&self, kind: &str) -> Result<attribute::Model> {
        let mut fields = Fields::default();
        let name_nl = fields.take("name_nl", text::required(&self.name_nl, 60));
        let name_fr = fields.take("name_fr", text::line(&self.name_fr, 60));
        let name_en = fields.take("name_en", text::line(&self.name_en, 60));
        let unknown = |typed: &str| Refusal::UnknownChoice { typed: typed.chars().take(40).collect() };
        if !["number", "text", "yes_no"].contains(&kind) {
            fields.refuse("kind", unknown(kind));
        }
        let (unit, decimals) = match kind {
            "number" => {
                let decimals = match self.decimals.trim() {
                    "" => Ok(0),
                    typed => typed.parse().ok().filter(|d| (0..=3).contains(d)).ok_or_else(|| unknown(typed)),
                };
                (fields.take("unit", text::line(&self.unit, 12)), fields.take("decimals", decimals))
            }
            _ => (String::new(), 0),
        };
        fields.check()?;
        Ok(attribute::Model {
            id: AttributeId(new_id()),
            name_nl,
            name_fr,
            name_en,
            kind: kind.to_owned(),
            unit,
            decimals,
            position: 0,
            version: 1,
        })
    }
}

/// A new one, behind all others.
pub async fn create(db: &Db, actor: &Actor, form: &AttributeForm) -> Result<AttributeId> {
    actor.require(Permission::ManageProducts)?;
    let row = form.check(&form.kind)?;
    let write = db.write().await?;
    let last = attribute::Entity::find().order_by_desc(attribute::COLUMN.position).limit(1).one(&*write).await?;
    let row = attribute::Model { position: last.map_or(0, |l| l.position) + 10, ..row };
    let id = row.id;
    let event = serde_json::json!({ "kind": "created", "after": format!("{row:?}") });
    row.into_active_model().insert(&*write).await?;
    journal::append(db, &write, actor, "attribute", id.0, &event).await?;
    write.commit().await?;
    Ok(id)
}

/// Saves names, unit and decimals, if nobody else did meanwhile (`version`). What kind of answer it takes stays: products
/// have given theirs.
pub async fn save(db: &Db, actor: &Actor, id: AttributeId, version: i64, form: &AttributeForm) -> Result<()> {
    actor.require(Permission::ManageProducts)?;
    let write = db.write().await?;
    let before = attribute::Entity::find_by_id(id).lock_exclusive().one(&*write).await?.ok_or(Error::NotFound)?;
    let new = form.check(&before.kind)?;
    if before.version != version {
        return Err(Refusal::Stale.into());
    }
    let after = attribute::Model { id, position: before.position, version: version + 1, ..new };
    let event =
        serde_json::json!({ "kind": "changed", "before": format!("{before:?}"), "after": format!("{after:?}") });
    after.into_active_model().reset_all().update(&*write).await?;
    journal::append(db, &write, actor, "attribute", id.0, &event).await?;
    write.commit().await
}

/// Takes one away that no product has an answer to.
pub async fn remove(db: &Db, actor: &Actor, id: AttributeId) -> Result<()> {
    actor.require(Permission::ManageProducts)?;
    let write = db.write().await?;
    let before = attribute::Entity::find_by_id(id).lock_exclusive().one(&*write).await?.ok_or(Error::NotFound)?;
    let products =
        product_attribute::Entity::find().filter(product_attribute::COLUMN.attribute_id.eq(id)).count(&*write).await?;
    if products > 0 {
        return Err(Refusal::InUse { products }.into());
    }
    attribute::Entity::delete_by_id(id).exec(&*write).await?;
    let event = serde_json::json!({ "kind": "removed", "before": format!("{before:?}") });
    journal::append(db, &write, actor, "attribute", id.0, &event).await?;
    write.commit().await
}
