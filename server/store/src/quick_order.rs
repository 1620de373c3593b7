//! Quick order: what a customer's own list is known by, and one article after the other into the basket.

use chrono::NaiveDate;
use domain::{Actor, Permission, ProductId, Quantity, Refusal, product::Article, succession::Replacement};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect, QueryTrait};

use crate::{
    Db, Error, Result,
    assortments::{self, Which},
    baskets,
    entity::{assortment_item, product},
    successions,
};

/// The barcodes of what the actor's customer may order.
pub async fn gtins(db: &Db, actor: &Actor) -> Result<Vec<(ProductId, String)>> {
    let at = actor.at().ok_or(Error::NotFound)?;
    Ok(product::Entity::find()
        .select_only()
        .column(product::Column::Id)
        .column(product::Column::Gtin)
        .filter(product::Column::Gtin.is_not_null())
        .filter(product::Column::Id.in_subquery(assortments::on_sale(at.customer)))
        .into_tuple()
        .all(db.read())
        .await?)
}

/// More articles than this are not replaced at once in one list.
const REPLACED: u64 = 100;

/// What of the list of the actor's customer can no longer be ordered, and what takes its place.
pub async fn replaced(db: &Db, actor: &Actor, on: NaiveDate) -> Result<Vec<(Article, Replacement)>> {
    let at = actor.at().ok_or(Error::NotFound)?;
    let own = assortment_item::Entity::find()
        .select_only()
        .column(assortment_item::Column::ProductId)
        .filter(assortment_item::COLUMN.customer_id.eq(at.customer))
        .into_query();
    let ids: Vec<ProductId> = product::Entity::find()
        .select_only()
        .column(product::Column::Id)
        .filter(product::COLUMN.discontinued.eq(true))
        .filter(product::Column::SuccessorId.is_not_null())
        .filter(product::Column::Id.in_subquery(own))
        .limit(REPLACED)
        .into_tuple()
        .all(db.read())
        .await?;
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let (_, mut articles) = assortments::read(db.read(), actor, on, Which::Known(&ids)).await?;
    let replacements = successions::replacements(db, actor, &ids, on).await?.into_iter();
    let with_article = replacements.filter_map(|replacement| {
        let at = articles.iter().position(|article| article.product == replacement.of)?;
        Some((articles.swap_remove(at), replacement))
    });
    Ok(with_article.collect())
}

/// What is to become of an article in the basket.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// One unit more, or the least that can be ordered.
    More,
    /// One unit less, or none where that is less than can be ordered.
    Less,
    /// So many more.
    Add(Quantity),
}

/// Takes a step with one article, from what lies in the basket at that moment: two who scan at once count both. Says the
/// article as it is in the basket then.
pub async fn take(db: &Db, actor: &Actor, product: ProductId, step: Step, on: NaiveDate) -> Result<Article> {
    actor.require(Permission::FillBasket)?;
    let at = actor.at().ok_or(Error::NotFound)?;
    let write = db.write().await?;
    let row = baskets::hold(&write, at).await?;
    let mut articles = assortments::articles(&*write, actor, on, Which::These(&[product])).await?;
    let mut article = articles.pop().ok_or(Error::Refused(Refusal::NotInAssortment))?;
    let wanted = match step {
        Step::More => article.unit.step(article.quantity, true),
        Step::Less => article.unit.step(article.quantity, false),
        Step::Add(more) => article.quantity + more,
    };
    if let (Step::Add(more), Err(_)) = (step, article.unit.check(wanted)) {
        // what was typed is not the sum: where that cannot be delivered itself, it is what is wrong
        article.unit.check(more)?;
    }
    if baskets::put_lines(&write, actor, &[(product, wanted)], on).await? {
        baskets::touch(db, &write, actor, at, row).await?;
    }
    write.commit().await?;
    article.quantity = wanted;
    Ok(article)
}
