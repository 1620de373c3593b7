//! What staff say of a product: what goes with it, and what is better.

use domain::{
    Actor, Permission, ProductId, Refusal,
    product::Names,
    suggestion::{Advice, Kind, Paired},
    text,
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect, Statement,
};

use crate::{
    Db, Error, Fields, Result,
    announcements::product_of,
    db::insert_all,
    entity::{advice, product},
    journal,
};

/// What staff type.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AdviceForm {
    /// `goes_with` or `alternative`.
    pub kind: String,
    pub sku: String,
    /// Needed of an alternative: nobody changes without a reason.
    pub reason_nl: String,
    pub reason_fr: String,
    pub reason_en: String,
}

/// So many a kind, for one product.
const MOST: usize = 12;
const REASON_MOST: usize = 120;

/// What staff say of a product, in the order in which they said it.
pub async fn of(db: &Db, actor: &Actor, product: ProductId) -> Result<Vec<Advice>> {
    actor.require(Permission::OrderOnBehalf)?;
    let rows = advice::Entity::find()
        .filter(advice::COLUMN.product_id.eq(product))
        .order_by_desc(advice::COLUMN.kind)
        .order_by_asc(advice::COLUMN.position)
        .all(db.read())
        .await?;
    let products = product::Entity::find()
        .filter(product::COLUMN.id.is_in(rows.iter().map(|r| r.other_id)))
        .all(db.read())
        .await?;
    rows.into_iter()
        .map(|row| {
            let other = products.iter().find(|p| p.id == row.other_id).ok_or(Error::NotFound)?;
            Ok(Advice {
                kind: Kind::from_key(&row.kind).ok_or(Error::Stored(row.kind))?,
                other: row.other_id,
                sku: other.sku.clone(),
                name: crate::products::names(other).get(actor.language).to_owned(),
                reasons: Names { nl: row.reason_nl, fr: row.reason_fr, en: row.reason_en },
            })
        })
        .collect()
}

/// What goes with a product by the orders of each group, the strongest first.
pub async fn computed(db: &Db, actor: &Actor, product: ProductId) -> Result<Vec<Paired>> {
    actor.require(Permission::OrderOnBehalf)?;
    let name = format!("name_{}", actor.language.code());
    let sql = format!(
        "SELECT w.customer_group, w.with_id, p.sku, coalesce(nullif(p.{name}, ''), p.name_nl) AS name, w.orders,
            w.customers, w.lift FROM pairing w JOIN product p ON p.id = w.with_id
        WHERE w.product_id = $1 ORDER BY w.customer_group, w.lift DESC, p.sku LIMIT 60"
    );
    let asked = Statement::from_sql_and_values(db.read().get_database_backend(), sql, [product.0.into()]);
    let rows = db.read().query_all_raw(asked).await?;
    rows.iter()
        .map(|row| {
            Ok(Paired {
                group: row.try_get("", "customer_group")?,
                other: ProductId(row.try_get("", "with_id")?),
                sku: row.try_get("", "sku")?,
                name: row.try_get("", "name")?,
                orders: row.try_get("", "orders")?,
                customers: row.try_get("", "customers")?,
                lift: row.try_get("", "lift")?,
            })
        })
        .collect()
}

/// Says that another product goes with this one, or is better. What is said already is said anew, with its reason of now.
pub async fn add(db: &Db, actor: &Actor, product: ProductId, form: &AdviceForm) -> Result<()> {
    actor.require(Permission::ManageProducts)?;
    let write = db.write().await?;
    product::Entity::find_by_id(product).one(&*write).await?.ok_or(Error::NotFound)?;
    let mut fields = Fields::default();
    let kind = Kind::from_key(&form.kind).filter(|kind| *kind != Kind::Forgotten);
    if kind.is_none() {
        fields.refuse("kind", Refusal::UnknownChoice { typed: form.kind.chars().take(40).collect() });
    }
    let other = fields.take("sku", product_of(&*write, &form.sku).await?.map(Some));
    if other == Some(product) {
        fields.refuse("sku", Refusal::Itself);
    }
    let reason_nl = fields.take(
        "reason_nl",
        match kind {
            Some(Kind::Alternative) => text::required(&form.reason_nl, REASON_MOST),
            _ => text::line(&form.reason_nl, REASON_MOST),
        },
    );
    let reason_fr = fields.take("reason_fr", text::line(&form.reason_fr, REASON_MOST));
    let reason_en = fields.take("reason_en", text::line(&form.reason_en, REASON_MOST));
    let there = advice::Entity::find()
        .filter(advice::COLUMN.product_id.eq(product))
        .filter(advice::COLUMN.kind.eq(&form.kind))
        .order_by_asc(advice::COLUMN.position)
        .limit(100)
        .all(&*write)
        .await?;
    let before = there.iter().find(|a| Some(a.other_id) == other);
    if before.is_none() && there.len() >= MOST {
        fields.refuse("sku", Refusal::TooManyRows { most: MOST });
    }
    fields.check()?;
    let (Some(kind), Some(other_id)) = (kind, other) else { return Err(Error::NotFound) };
    let position = before.map_or_else(|| there.last().map_or(0, |l| l.position + 1), |b| b.position);
    let after = advice::Model {
        product_id: product,
        kind: kind.key().to_owned(),
        other_id,
        reason_nl,
        reason_fr,
        reason_en,
        position,
    };
    let event = serde_json::json!({
        "kind": "advised", "before": before.map(|b| format!("{b:?}")), "after": format!("{after:?}"),
    });
    advice::Entity::delete_by_id((product, kind.key().to_owned(), other_id)).exec(&*write).await?;
    insert_all(&write, vec![after.into_active_model()]).await?;
    journal::append(db, &write, actor, "product", product.0, &event).await?;
    write.commit().await
}

/// Takes it back.
pub async fn remove(db: &Db, actor: &Actor, product: ProductId, kind: Kind, other: ProductId) -> Result<()> {
    actor.require(Permission::ManageProducts)?;
    let write = db.write().await?;
    let gone = advice::Entity::delete_by_id((product, kind.key().to_owned(), other)).exec(&*write).await?;
    if gone.rows_affected == 0 {
        return Err(Error::NotFound);
    }
    let event = serde_json::json!({ "kind": "advice_removed", "what": kind.key(), "other": other });
    journal::append(db, &write, actor, "product", product.0, &event).await?;
    write.commit().await
}
