//! What the page of the own list shows: the list itself, one shelf of a large assortment, all its shelves, or what was
//! searched for. Each asks the store for what it shows, and never for the whole of a large assortment.

use app::{
    form::Filled,
    found::{Finding, Found},
    order::{OrderPage, Show},
};
use domain::{Actor, Permission, ProductId};
use store::{Db, announcements, lists, search, successions};

use super::buyer::{ListQuery, price_changes};
use crate::{Portal, session::AtCounter};

/// So many answers on a page.
const ANSWERS: usize = 30;
/// And so many in all: who has not found it then types another word.
const MOST: usize = 180;

pub async fn list_page(portal: &Portal, at: &AtCounter, query: ListQuery, filled: Filled) -> store::Result<OrderPage> {
    let (db, actor, now) = (&portal.db, at.actor(), portal.db.now());
    let on = at.price_day(now);
    let show = Show::from_query(&query.show, &query.category);
    let mut page = OrderPage {
        articles: Vec::new(),
        replaced: Vec::new(),
        switches: actor.can(Permission::PlaceOrder),
        whole: true,
        finding: Finding::Own,
        changes: None,
        next: at.counter.days(now, 1).first().copied(),
        minimum: at.counter.customer.terms.order_minimum.filter(|_| actor.can(Permission::SeePrices)),
        prices: actor.can(Permission::SeePrices),
        show,
        search: query.q,
        after: query.after,
        filled,
        saved: !query.saved.is_empty(),
        lists: Vec::new(),
        news: Vec::new(),
        dismisses: actor.on_behalf().is_none(),
    };
    let next = page.next.map(|day| day.date);
    if !page.search.trim().is_empty() {
        page.whole = false;
        let found;
        (found, page.finding) = answers(db, actor, &page.search, &page.after).await?;
        (page.articles, page.lists) = lists::with_basket(db, actor, &found, on, next).await?;
        return Ok(page);
    }
    let mut gone = Vec::new();
    if page.show == Show::Shelves {
        page.whole = false;
        page.finding = Finding::Shelves(lists::shelves(db, actor).await?);
        (page.articles, page.lists) = lists::with_basket(db, actor, &[], on, next).await?;
        return Ok(page);
    }
    let visit = lists::visit(db, actor, on, next, at.today(now)).await?;
    page.lists = visit.lists;
    match (visit.whole, &page.show) {
        (Some(list), _) => (page.articles, gone) = (list.articles, list.replaced),
        (None, Show::Category(name)) => {
            let shelf = lists::shelf(db, actor, name, Some(&page.after)).await?;
            (page.articles, _) = lists::with_basket(db, actor, &shelf.rows, on, next).await?;
            page.finding = Finding::Shelf { shown: shelf.rows, next: shelf.next };
            page.whole = false;
        }
        (None, _) => {
            let own = lists::known(db, actor, on).await?;
            (page.articles, gone, page.whole) = (own.articles, own.replaced, own.whole);
        }
    }
    if page.finding == Finding::Own {
        let ids: Vec<ProductId> = gone.iter().map(|a| a.product).collect();
        let replacements = successions::replacements(db, actor, &ids, on).await?;
        let before = |of: ProductId| gone.iter().find(|a| a.product == of).cloned();
        page.replaced = replacements.into_iter().filter_map(|r| Some((before(r.of)?, r))).collect();
        page.changes = price_changes(portal, at, &page.articles).await?;
    }
    // on the list itself, and not where somebody looks for something
    if page.show == Show::All && page.finding == Finding::Own {
        page.news = visit.news;
        announcements::saw(db, actor, &page.news);
    }
    Ok(page)
}

/// One page of the answers.
async fn answers(db: &Db, actor: &Actor, typed: &str, after: &str) -> store::Result<(Vec<ProductId>, Finding)> {
    let before: usize = after.parse().unwrap_or(0).min(MOST);
    let answers = search::articles(db, actor, typed, (before + ANSWERS).min(MOST)).await?;
    let end = before + ANSWERS >= MOST;
    let found: Vec<Found> = answers
        .found
        .into_iter()
        .skip(before)
        .map(|answer| Found { product: answer.product, rank: answer.rank, answered: answer.answered })
        .collect();
    let next = (answers.more && !end).then(|| (before + ANSWERS).to_string());
    let products = found.iter().map(|f| f.product).collect();
    Ok((products, Finding::Answers { found, next, too_many: answers.more && end }))
}
