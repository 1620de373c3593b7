//! The sheet as staff keep it: with the form of the product, all of it or nothing.

use domain::{
    Actor, AttributeId, Permission, ProductId, Refusal, delivery,
    sheet::{AttributeValue, EditedSheet, Stock, StockTold},
    succession, text,
};
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect, sea_query::OnConflict};

use super::{attributes, blank, files, read::declaration, reason, texts};
use crate::{
    Db, Error, Fields, Result, Write,
    db::{instant, millis},
    entity::{distributor, product, product_attribute, product_sheet, product_substitute},
    journal,
    products::allergen_keys,
    successions,
};

/// What staff type about the page of a product.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SheetForm {
    pub text_nl: String,
    pub text_fr: String,
    pub text_en: String,
    pub traces: Vec<String>,
    /// Is what is named in neither list not in it?
    pub allergens_complete: bool,
    /// The article number of what takes its place.
    pub successor: String,
    pub reason_nl: String,
    pub reason_fr: String,
    pub reason_en: String,
    /// Article numbers, with spaces or commas.
    pub substitutes: String,
    /// What each attribute is; those that are not named stay as they are.
    pub attributes: Vec<(AttributeId, String)>,
}

/// Most characters of the text about a product.
const TEXT_MOST: usize = 4_000;
/// Most products that can stand in for one.
const SUBSTITUTES_MOST: usize = 12;

/// What a form came to.
#[derive(Debug)]
pub(crate) struct Checked {
    pub successor: Option<ProductId>,
    sheet: product_sheet::Model,
    substitutes: Vec<ProductId>,
    attributes: Vec<(AttributeId, Option<AttributeValue>)>,
}

/// Looks the form of a product's sheet over; what is wrong is told in `fields`.
pub(crate) async fn check(
    write: &Write,
    product: &product::Model,
    form: &SheetForm,
    fields: &mut Fields,
) -> Result<Checked> {
    let note = |fields: &mut Fields, name: &str, typed: &str| fields.take(name, text::note(typed, TEXT_MOST));
    let line = |fields: &mut Fields, name: &str, typed: &str| fields.take(name, text::line(typed, 200));
    let before = product_sheet::Entity::find_by_id(product.id).one(&**write).await?;
    let sheet = product_sheet::Model {
        text_nl: note(fields, "text_nl", &form.text_nl),
        text_fr: note(fields, "text_fr", &form.text_fr),
        text_en: note(fields, "text_en", &form.text_en),
        traces: fields.take("traces", allergen_keys(&form.traces)),
        allergens_complete: form.allergens_complete,
        reason_nl: line(fields, "reason_nl", &form.reason_nl),
        reason_fr: line(fields, "reason_fr", &form.reason_fr),
        reason_en: line(fields, "reason_en", &form.reason_en),
        ..before.unwrap_or_else(|| blank(product.id))
    };
    let successor = match form.successor.trim() {
        "" => None,
        typed => {
            let checked = successor(write, product, typed).await?;
            checked.map_err(|refusal| fields.refuse("successor", refusal)).ok()
        }
    };
    let mut substitutes = Vec::new();
    for typed in form.substitutes.split([' ', ',', ';', '\n', '\r', '\t']).filter(|part| !part.is_empty()) {
        match named(write, product, typed).await? {
            Ok(found) if substitutes.contains(&found.id) => {}
            Ok(found) => substitutes.push(found.id),
            Err(refusal) => fields.refuse("substitutes", refusal),
        }
    }
    if substitutes.len() > SUBSTITUTES_MOST {
        fields.refuse("substitutes", Refusal::TooManyRows { most: SUBSTITUTES_MOST });
    }
    let known = attributes::all(&**write).await?;
    let mut values = Vec::new();
    for (id, typed) in &form.attributes {
        // one that a colleague has just taken away takes its answers along
        if let Some(attribute) = known.iter().find(|a| a.id == *id) {
            values.push((*id, fields.take(&format!("attribute.{id}"), attribute.kind.parse(typed))));
        }
    }
    Ok(Checked { successor, sheet, substitutes, attributes: values })
}

/// The product with this article number, which must be another one.
async fn named(write: &Write, product: &product::Model, sku: &str) -> Result<Result<product::Model, Refusal>> {
    if sku == product.sku {
        return Ok(Err(Refusal::Itself));
    }
    let typed = || Refusal::UnknownChoice { typed: sku.chars().take(40).collect() };
    if text::line(sku, 40).is_err() {
        return Ok(Err(typed()));
    }
    let found = product::Entity::find().filter(product::COLUMN.sku.eq(sku)).one(&**write).await?;
    Ok(match found {
        Some(found) if found.id == product.id => Err(Refusal::Itself),
        Some(found) => Ok(found),
        None => Err(typed()),
    })
}

async fn successor(write: &Write, product: &product::Model, typed: &str) -> Result<Result<ProductId, Refusal>> {
    let found = match named(write, product, typed).await? {
        Ok(found) => found,
        Err(refusal) => return Ok(Err(refusal)),
    };
    // whoever names a successor queues here: two that name each other at once would be a circle
    distributor::Entity::find_by_id(1).lock_exclusive().one(&**write).await?;
    let chain = successions::chain(&**write, found.id).await?;
    let next = |id: ProductId| chain.get(&id).and_then(|link| link.successor);
    if succession::circular(product.id, found.id, next) {
        return Ok(Err(Refusal::Circular { sku: found.sku }));
    }
    Ok(Ok(found.id))
}

/// Writes what was checked.
pub(crate) async fn put(write: &Write, product: ProductId, checked: Checked) -> Result<()> {
    put_sheet(write, checked.sheet).await?;
    product_substitute::Entity::delete_many()
        .filter(product_substitute::COLUMN.product_id.eq(product))
        .exec(&**write)
        .await?;
    let rows = checked.substitutes.into_iter().enumerate().map(|(position, substitute_id)| {
        product_substitute::Model { product_id: product, substitute_id, position: position as i64 }.into_active_model()
    });
    product_substitute::Entity::insert_many(rows).exec_without_returning(&**write).await?;
    product_attribute::Entity::delete_many()
        .filter(product_attribute::COLUMN.product_id.eq(product))
        .filter(product_attribute::COLUMN.attribute_id.is_in(checked.attributes.iter().map(|(id, _)| *id)))
        .exec(&**write)
        .await?;
    let rows = checked.attributes.into_iter().filter_map(|(attribute, value)| {
        let (number, text) = match value? {
            AttributeValue::Number(number) => (Some(number), String::new()),
            AttributeValue::YesNo(yes) => (Some(i64::from(yes)), String::new()),
            AttributeValue::Text(text) => (None, text),
        };
        Some(
            product_attribute::Model { product_id: product, attribute_id: attribute, number, text }.into_active_model(),
        )
    });
    product_attribute::Entity::insert_many(rows).exec_without_returning(&**write).await?;
    Ok(())
}

async fn put_sheet(write: &Write, sheet: product_sheet::Model) -> Result<()> {
    use product_sheet::Column;
    product_sheet::Entity::insert(sheet.into_active_model())
        .on_conflict(
            OnConflict::column(Column::ProductId)
                .update_columns([
                    Column::TextNl,
                    Column::TextFr,
                    Column::TextEn,
                    Column::Traces,
                    Column::AllergensComplete,
                    Column::ReasonNl,
                    Column::ReasonFr,
                    Column::ReasonEn,
                    Column::Stock,
                    Column::ExpectedOn,
                    Column::StockAt,
                ])
                .to_owned(),
        )
        .exec_without_returning(&**write)
        .await?;
    Ok(())
}

/// The sheet of a product; staff only. A product that is still to be made has an empty one.
pub async fn edited(db: &Db, actor: &Actor, id: Option<ProductId>) -> Result<EditedSheet> {
    actor.require(Permission::OrderOnBehalf)?;
    let conn = db.read();
    let all = attributes::all(conn).await?;
    let Some(id) = id else {
        let attributes = all.into_iter().map(|a| (a, None)).collect();
        return Ok(EditedSheet { attributes, ..EditedSheet::default() });
    };
    let row = product::Entity::find_by_id(id).one(conn).await?.ok_or(Error::NotFound)?;
    let sheet = product_sheet::Entity::find_by_id(id).one(conn).await?.unwrap_or_else(|| blank(id));
    let filled = attributes::of(conn, id).await?;
    let successor = match row.successor_id {
        Some(successor) => product::Entity::find_by_id(successor).one(conn).await?.map(|p| p.sku),
        None => None,
    };
    let substitutes = product_substitute::Entity::find()
        .filter(product_substitute::COLUMN.product_id.eq(id))
        .order_by_asc(product_substitute::COLUMN.position)
        .all(conn)
        .await?;
    let products = product::Entity::find()
        .filter(product::COLUMN.id.is_in(substitutes.iter().map(|s| s.substitute_id)))
        .all(conn)
        .await?;
    Ok(EditedSheet {
        texts: texts(&sheet),
        declaration: declaration(&row, &sheet),
        reason: reason(&sheet),
        successor: successor.unwrap_or_default(),
        substitutes: substitutes
            .iter()
            .filter_map(|s| products.iter().find(|p| p.id == s.substitute_id).map(|p| p.sku.clone()))
            .collect(),
        attributes: all
            .into_iter()
            .map(|attribute| {
                let value = filled.iter().find(|(a, _)| a.id == attribute.id).map(|(_, value)| value.clone());
                (attribute, value)
            })
            .collect(),
        stock: stock_of(&sheet),
        pictures: files::pictures(conn, id).await?,
        documents: files::documents(conn, id).await?,
    })
}

/// What is known of the stock, if anything is.
pub(crate) fn stock_of(sheet: &product_sheet::Model) -> Option<StockTold> {
    let stock = Stock::parse(&sheet.stock, sheet.expected_on).ok().filter(|s| *s != Stock::Unknown)?;
    Some(StockTold { stock, at: instant(sheet.stock_at?) })
}

/// What staff say of the stock of a product.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StockForm {
    /// As [`Stock::key`] writes it.
    pub stock: String,
    /// A day, where it is expected.
    pub expected_on: String,
}

/// Tells the stock of this moment. The same told once more is told anew: it is the age that changes.
pub async fn tell_stock(db: &Db, actor: &Actor, id: ProductId, form: &StockForm) -> Result<()> {
    actor.require(Permission::ManageProducts)?;
    let expected = match form.expected_on.trim() {
        _ if form.stock != "expected" => None,
        "" => None,
        typed => Some(delivery::day(typed).map_err(|refusal| Error::field("expected_on", refusal))?),
    };
    let stock = Stock::parse(&form.stock, expected)
        .map_err(|refusal| Error::field(if refusal == Refusal::Required { "expected_on" } else { "stock" }, refusal))?;
    let write = db.write().await?;
    let row = product::Entity::find_by_id(id).lock_exclusive().one(&*write).await?.ok_or(Error::NotFound)?;
    let before = product_sheet::Entity::find_by_id(id).one(&*write).await?.unwrap_or_else(|| blank(row.id));
    let after = product_sheet::Model {
        stock: stock.key().to_owned(),
        expected_on: expected,
        stock_at: Some(millis(db.now())),
        ..before
    };
    put_sheet(&write, after).await?;
    let event = serde_json::json!({ "kind": "stock", "stock": stock });
    journal::append(db, &write, actor, "product", id.0, &event).await?;
    write.commit().await
}
