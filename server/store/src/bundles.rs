//! Bundles as they hold for a customer on a day, at their articles.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use domain::{
    Actor, Permission, ProductId, PromotionId,
    bundle::{Bundle, Part},
    product::Article,
    promotion::Basis,
};
use sea_orm::ConnectionTrait;

use crate::{
    Result,
    assortments::{Which, alone},
    promotions::{OfBundle, OfDay, OfPart},
};

/// Puts the bundles at those of `articles` that are in one (`within`), with what of the other parts lies in the basket.
/// One that has a part which the customer cannot order (where these are `all` he can, one that is not among them), or has
/// an agreed price for where it is counted from the list, is none for him; who may not see prices hears of none.
pub(crate) async fn complete(
    conn: &impl ConnectionTrait,
    actor: &Actor,
    on: NaiveDate,
    articles: &mut [Article],
    within: &HashMap<ProductId, OfDay>,
    all: bool,
) -> Result<()> {
    if within.is_empty() || !actor.can(Permission::SeePrices) {
        return Ok(());
    }
    let held: HashMap<PromotionId, (&OfDay, &OfBundle)> = within
        .values()
        .filter_map(|of_day| Some((of_day.bundle.as_ref()?.id, (of_day, of_day.bundle.as_ref()?))))
        .collect();
    let here: HashSet<ProductId> = articles.iter().map(|article| article.product).collect();
    let parts = held.values().flat_map(|(_, bundle)| &bundle.parts).map(|OfPart(product, ..)| *product);
    let elsewhere: Vec<ProductId> = parts.filter(|product| !all && !here.contains(product)).collect();
    let elsewhere =
        if elsewhere.is_empty() { Vec::new() } else { alone(conn, actor, on, Which::These(&elsewhere)).await? };
    let known: HashMap<ProductId, &Article> =
        articles.iter().chain(&elsewhere).map(|article| (article.product, article)).collect();
    let mut whole = HashMap::new();
    for (id, (of_day, bundle)) in held {
        let Some(parts) = parts_of(of_day, bundle, &known) else { continue };
        let (name, gives, until) = (of_day.name.clone(), of_day.gives()?, of_day.until);
        whole.insert(id, Bundle { promotion: id, version: bundle.version, name, gives, until, parts });
    }
    for article in articles {
        let bundle = within.get(&article.product).and_then(|of_day| of_day.bundle.as_ref());
        article.bundle = bundle.and_then(|bundle| whole.get(&bundle.id)).cloned();
    }
    Ok(())
}

/// Its parts in the order of their numbers, if all of them can be in it.
fn parts_of(of_day: &OfDay, bundle: &OfBundle, known: &HashMap<ProductId, &Article>) -> Option<Vec<Part>> {
    let article = |OfPart(product, of, free): &OfPart| Some((*known.get(product)?, (*of)?, *free));
    let mut articles = bundle.parts.iter().map(article).collect::<Option<Vec<_>>>()?;
    articles.sort_by(|(one, ..), (other, ..)| one.sku.cmp(&other.sku));
    let part = |(article, of, free): (&Article, _, _)| {
        let conditions = article.conditions.as_ref();
        let conditions = conditions.filter(|c| of_day.basis() == Basis::Agreed || c.agreed.is_none())?;
        Some(Part {
            product: article.product,
            name: article.title().to_owned(),
            of,
            free,
            unit: article.unit.clone(),
            price: conditions.tiered().clone(),
            quantity: article.quantity,
        })
    };
    articles.into_iter().map(part).collect()
}
