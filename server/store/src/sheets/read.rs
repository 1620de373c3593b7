//! The sheet as a customer reads it.

use chrono::NaiveDate;
use domain::{
    Actor, OrderId, OrderState, Permission, ProductId, Quantity,
    product::{Allergen, ProductState},
    sheet::{Declaration, Sheet},
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait};

use super::{attributes, files, stock_of, texts};
use crate::{
    Db, Error, Result,
    asked::Asked,
    assortments::{self, Which},
    db::instant,
    entity::{assortment_item, basket_line, category, order, order_line, product, product_sheet, product_substitute},
    orders, successions,
};

/// A product that the actor may read about: staff any, a customer's people what is in their assortment, and what they
/// once ordered, or have in the basket, and is discontinued.
pub(crate) async fn visible(conn: &impl ConnectionTrait, actor: &Actor, id: ProductId) -> Result<product::Model> {
    let row = product::Entity::find_by_id(id).one(conn).await?.ok_or(Error::NotFound)?;
    let Some(at) = actor.at() else {
        return actor.require(Permission::OrderOnBehalf).map(|()| row).map_err(Into::into);
    };
    if assortment_item::Entity::find_by_id((at.customer, id)).one(conn).await?.is_some() {
        return Ok(row);
    }
    if row.discontinued {
        let in_basket = basket_line::Entity::find_by_id((at.site, id)).one(conn).await?.is_some();
        if in_basket || !ordered(conn, actor, &[id]).await?.is_empty() {
            return Ok(row);
        }
    }
    Err(Error::NotFound)
}

/// Those of some products that the actor once ordered.
async fn ordered(conn: &impl ConnectionTrait, actor: &Actor, products: &[ProductId]) -> Result<Vec<ProductId>> {
    let own = orders::visible_to(actor).select_only().column(order::Column::Id).into_query();
    Ok(order_line::Entity::find()
        .select_only()
        .column(order_line::Column::ProductId)
        .distinct()
        .filter(order_line::COLUMN.product_id.is_in(products.iter().copied()))
        .filter(order_line::Column::OrderId.in_subquery(own))
        .into_tuple()
        .all(conn)
        .await?)
}

/// Those of the products of an order that have a page for the actor's customer; their ids.
pub(crate) fn of_order(asked: &mut Asked, actor: &Actor, order: OrderId) -> Result<String> {
    let at = actor.at().ok_or(Error::NotFound)?;
    let row = asked.array(&asked.id("p.id"));
    let (customer, order) = (asked.bind(at.customer.0), asked.bind(order.0));
    // what stands in an order of his was ordered by him
    Ok(format!(
        "SELECT {row} AS packed FROM product p
        WHERE p.id IN (SELECT product_id FROM order_line WHERE order_id = {order}) AND (p.discontinued = true
            OR EXISTS (SELECT 1 FROM assortment_item i WHERE i.customer_id = {customer} AND i.product_id = p.id))"
    ))
}

/// The page of a product for the actor's customer, priced for the day `on`.
pub async fn show(db: &Db, actor: &Actor, id: ProductId, on: NaiveDate) -> Result<Sheet> {
    let at = actor.at().ok_or(Error::NotFound)?;
    let conn = db.read();
    let row = visible(conn, actor, id).await?;
    let lang = actor.language;
    let item = assortment_item::Entity::find_by_id((at.customer, id)).one(conn).await?;
    let category = category::Entity::find_by_id(&row.category).one(conn).await?;
    let sheet = product_sheet::Entity::find_by_id(id).one(conn).await?.unwrap_or_else(|| super::blank(id));
    let documents = files::documents(conn, id).await?;
    let last_ordered = if documents.is_empty() { None } else { last_ordered(conn, actor, id).await? };
    let article = assortments::articles(conn, actor, on, Which::These(&[id])).await?.pop();
    let substitutes = if item.is_some() { substitutes(conn, actor, id, on).await? } else { Vec::new() };
    Ok(Sheet {
        product: id,
        name: crate::products::names(&row).get(lang).to_owned(),
        own_name: item.as_ref().and_then(|item| item.own_name.clone()),
        own_code: item.and_then(|item| item.own_code),
        category: category
            .map(|c| domain::product::Names { nl: c.name_nl, fr: c.name_fr, en: c.name_en }.get(lang).to_owned())
            .unwrap_or_default(),
        pack: successions::pack(&row)?,
        state: if row.discontinued { ProductState::Discontinued } else { ProductState::Active },
        text: texts(&sheet).get(lang).to_owned(),
        declaration: declaration(&row, &sheet),
        attributes: attributes::of(conn, id).await?,
        pictures: files::pictures(conn, id).await?,
        documents,
        last_ordered,
        stock: stock_of(&sheet),
        article,
        substitutes,
        replacement: successions::replacement(conn, actor, &row, on).await?,
        sku: row.sku,
        gtin: row.gtin,
    })
}

pub(super) fn declaration(row: &product::Model, sheet: &product_sheet::Model) -> Declaration {
    let read = |keys: &str| keys.split(' ').filter_map(Allergen::from_key).collect();
    Declaration { contains: read(&row.allergens), traces: read(&sheet.traces), complete: sheet.allergens_complete }
}

/// When the customer last ordered it, at whichever of his sites; what came to nothing does not count.
async fn last_ordered(
    conn: &impl ConnectionTrait,
    actor: &Actor,
    id: ProductId,
) -> Result<Option<chrono::DateTime<chrono::Utc>>> {
    let with_it = order_line::Entity::find()
        .select_only()
        .column(order_line::Column::OrderId)
        .filter(order_line::COLUMN.product_id.eq(id))
        .filter(order_line::COLUMN.ordered.gt(Quantity::ZERO))
        .into_query();
    let last: Option<i64> = orders::visible_to(actor)
        .select_only()
        .column(order::Column::SubmittedAt)
        .filter(order::COLUMN.state.is_not_in([OrderState::Cancelled.key(), OrderState::Declined.key()]))
        .filter(order::Column::Id.in_subquery(with_it))
        .order_by_desc(order::Column::SubmittedAt)
        .limit(1)
        .into_tuple()
        .one(conn)
        .await?;
    Ok(last.map(instant))
}

/// In the order in which the distributor names them; of these only what the customer may order himself.
async fn substitutes(
    conn: &impl ConnectionTrait,
    actor: &Actor,
    id: ProductId,
    on: NaiveDate,
) -> Result<Vec<domain::product::Article>> {
    let named: Vec<ProductId> = product_substitute::Entity::find()
        .select_only()
        .column(product_substitute::Column::SubstituteId)
        .filter(product_substitute::COLUMN.product_id.eq(id))
        .order_by_asc(product_substitute::COLUMN.position)
        .into_tuple()
        .all(conn)
        .await?;
    if named.is_empty() {
        return Ok(Vec::new());
    }
    let mut articles = assortments::articles(conn, actor, on, Which::These(&named)).await?;
    articles.sort_by_key(|a| named.iter().position(|n| *n == a.product));
    Ok(articles)
}
