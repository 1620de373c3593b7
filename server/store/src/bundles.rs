//! Bundles as they hold for a customer on a day, at their articles.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::{
    Actor, Permission, ProductId, PromotionId,
    bundle::{Bundle, Part},
    product::Article,
    promotion::Basis,
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use crate::{
    Error, Result,
    assortments::{Which, alone},
    entity::{promotion, promotion_product},
};

/// Puts the bundles at those of `articles` that are in one (`within`), with what of the other parts lies in the basket.
/// One that has a part which the customer cannot order, or has an agreed price for where it is counted from the list, is
/// none for him; who may not see prices hears of none.
pub(crate) async fn complete(
    conn: &impl ConnectionTrait,
    actor: &Actor,
    on: NaiveDate,
    articles: &mut [Article],
    within: &HashMap<ProductId, PromotionId>,
) -> Result<()> {
    if within.is_empty() || !actor.can(Permission::SeePrices) {
        return Ok(());
    }
    let of_these = || within.values().copied();
    let promotions =
        promotion::Entity::find().filter(promotion::COLUMN.id.is_in(of_these())).all(conn).await?.into_iter();
    let mut parts = promotion_product::Entity::find()
        .filter(promotion_product::COLUMN.promotion_id.is_in(of_these()))
        .all(conn)
        .await?;
    let elsewhere: Vec<ProductId> =
        parts.iter().map(|part| part.product_id).filter(|id| articles.iter().all(|a| a.product != *id)).collect();
    let elsewhere =
        if elsewhere.is_empty() { Vec::new() } else { alone(conn, actor, on, Which::These(&elsewhere)).await? };
    let known: HashMap<ProductId, &Article> =
        articles.iter().chain(&elsewhere).map(|article| (article.product, article)).collect();
    parts.sort_by_cached_key(|part| known.get(&part.product_id).map(|article| article.sku.clone()));
    let mut whole = HashMap::new();
    for promotion in promotions {
        let of_it = parts.iter().filter(|part| part.promotion_id == promotion.id);
        let part = |part| self::part(part, known.get(&part.product_id)?, Basis::of(promotion.stacks));
        let Some(parts) = of_it.map(part).collect::<Option<Vec<Part>>>() else { continue };
        let bundle = Bundle {
            promotion: promotion.id,
            version: promotion.version,
            name: promotion.names().get(actor.language).to_owned(),
            gives: promotion.gives().ok_or_else(|| Error::Stored(promotion.kind.clone()))?,
            until: promotion.until_on,
            parts,
        };
        whole.insert(promotion.id, bundle);
    }
    for article in articles {
        article.bundle = within.get(&article.product).and_then(|id| whole.get(id)).cloned();
    }
    Ok(())
}

fn part(part: &promotion_product::Model, article: &Article, basis: Basis) -> Option<Part> {
    let conditions = article.conditions.as_ref().filter(|c| basis == Basis::Agreed || c.agreed.is_none())?;
    Some(Part {
        product: article.product,
        name: article.title().to_owned(),
        of: part.quantity?,
        free: part.free,
        unit: article.unit.clone(),
        price: conditions.tiered().clone(),
        quantity: article.quantity,
    })
}
