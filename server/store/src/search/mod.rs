//! Search: what is typed, found among fifty thousand products by who knows the customer.
//!
//! # How
//! The full text search of the database holds, per product, per customer's own name of one, and per customer, the words
//! it is found by. It answers with candidates out of the asker's assortment; in which order they stand is decided by one
//! rule in Rust ([`domain::find::rank`]), the same on both databases. What else stands for a typed word (its plural in
//! Dutch and French, another name of the trade, a compound it is part of, slips of the finger) is looked up in the
//! words that occur ([`words`]), which a process keeps in memory and follows by their generation: so stemming, synonyms
//! and compounds are no part of the index, and a change of theirs needs none to be written anew.
//!
//! Asked first is what says the words just so, then, as far as there is room, what says them otherwise. Slips are looked
//! for only where the words as they are find (almost) nothing, and missing words are forgiven only
//! where slips find nothing.
//!
//! # Nobody's business
//! A product outside the assortment is no candidate: the statement that searches joins the assortment. What is shown is
//! read again by `assortments::articles`, with its rights. A customer's own names are words that begin with a mark of that
//! customer, so that nobody else's search ever meets them.
//!
//! # At once
//! Triggers note what a transaction made stale, and its commit writes it anew ([`index`]): a name that was changed is
//! found as soon as the change can be seen, by every process, whoever wrote it.
//!
//! # Why the database's own full text, and not tantivy
//! Measured on 50,000 products (19,763 of a real catalogue, 60,258 words), 200 queries of one to five words, candidates of
//! the assortment with their words, one after the other, in the same minute:
//!
//! | | a query (middle of all; slowest twentieth) | all indexed | one name changed | beside it |
//! |---|---|---|---|---|
//! | SQLite FTS5 | 0.21 ms; 0.89 ms, the assortment in it | 0.14 s | 0.5 ms, in the verb's transaction | nothing |
//! | PostgreSQL, tsvector under GIN | 0.39 ms; 2.1 ms, the assortment in it | 1.5 s | in the verb's transaction | nothing |
//! | tantivy 0.27 | 0.07 ms; 0.37 ms, of all products | 0.24 s | 13 ms, a commit of its own | 133 crates, 13 MiB, a folder per process |
//!
//! tantivy is the faster one, but it does not know what a customer may order: its candidates would go through the
//! database all the same, and where they are a customer's few among thousands, more than once. Its index would follow the
//! database, in every process, with a moment in between where a name is in one and not in the other. A fifth of a
//! millisecond is not what a page of answers costs. (PostgreSQL with GIN's list of pending entries was ten times slower
//! after an import, hence `fastupdate = off`; its pg_trgm is an extension that an owner of a database may not have.)
//!
//! Deliberately absent: a table of synonyms to maintain (see `domain::find::synonyms`), and search as one types in the
//! whole assortment: the own list is filtered on each key in the browser, the rest is asked for.

mod ask;
pub(crate) mod index;
pub(crate) mod words;

use std::collections::HashMap;

use domain::{
    Actor, CustomerId, Permission, ProductId, SiteId,
    find::rank::{Rank, Wanted},
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::{
    Db, Error, Result,
    asked::Asked,
    entity::{assortment_item, customer, product},
};
use ask::{Among, Candidate, Sought};
use words::Words;

/// What was found, the best first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    pub found: Vec<Answer>,
    /// There is more than is told.
    pub more: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    pub product: ProductId,
    pub rank: Rank,
    /// The words that answered.
    pub answered: Vec<String>,
}

/// So few answers that slips of the finger are worth looking for.
const FEW: usize = 3;

/// What the actor's customer may order and that fits, at most `most`; bought before is what his site bought.
pub async fn articles(db: &Db, actor: &Actor, typed: &str, most: usize) -> Result<Answers> {
    let at = actor.at().ok_or(Error::NotFound)?;
    assortment(db, at.customer, Some(at.site), typed, most).await
}

/// The same for the customer with this number, bought at whichever site, with what each article is; none where nobody
/// has the number. It takes no actor: it is for the command line, whose user holds the whole database.
pub async fn of_number(db: &Db, number: &str, typed: &str, most: usize) -> Result<Option<(Vec<Told>, bool)>> {
    let row = customer::Entity::find().filter(customer::COLUMN.number.eq(number)).one(db.read()).await?;
    let Some(row) = row else { return Ok(None) };
    let answers = assortment(db, row.id, None, typed, most).await?;
    let ids: Vec<ProductId> = answers.found.iter().map(|a| a.product).collect();
    let products = product::Entity::find().filter(product::COLUMN.id.is_in(ids.iter().copied())).all(db.read()).await?;
    let items = assortment_item::Entity::find()
        .filter(assortment_item::COLUMN.customer_id.eq(row.id))
        .filter(assortment_item::COLUMN.product_id.is_in(ids))
        .all(db.read())
        .await?;
    let mut products: HashMap<ProductId, product::Model> = products.into_iter().map(|p| (p.id, p)).collect();
    let mut items: HashMap<ProductId, assortment_item::Model> = items.into_iter().map(|i| (i.product_id, i)).collect();
    let told = |answer: Answer| {
        let (product, item) = (products.remove(&answer.product)?, items.remove(&answer.product)?);
        let names = crate::products::names(&product);
        let language = crate::customers::language(&row.language).unwrap_or_default();
        Some(Told {
            name: names.get(language).to_owned(),
            sku: product.sku,
            gtin: product.gtin,
            own_name: item.own_name,
            own_code: item.own_code,
            answer,
        })
    };
    Ok(Some((answers.found.into_iter().filter_map(told).collect(), answers.more)))
}

/// An answer as a script reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    pub sku: String,
    pub gtin: Option<String>,
    pub name: String,
    pub own_name: Option<String>,
    pub own_code: Option<String>,
    pub answer: Answer,
}

async fn assortment(db: &Db, customer: CustomerId, site: Option<SiteId>, typed: &str, most: usize) -> Result<Answers> {
    let among = Among::Assortment { customer, site };
    let (ranked, more) = ranked(db, &among, typed).await?;
    let answers =
        ranked.into_iter().filter_map(|(rank, c, answered)| Some(Answer { product: c.product?, rank, answered }));
    let mut found: Vec<Answer> = answers.collect();
    let more = more || found.len() > most;
    found.truncate(most);
    Ok(Answers { found, more })
}

/// Products that fit, discontinued ones too; staff only.
pub(crate) async fn products(db: &Db, actor: &Actor, typed: &str, most: usize) -> Result<Vec<ProductId>> {
    actor.require(Permission::OrderOnBehalf)?;
    let (ranked, _) = ranked(db, &Among::Products, typed).await?;
    Ok(ranked.into_iter().filter_map(|(_, c, _)| c.product).take(most).collect())
}

/// Customers that fit by name, number or VAT number; staff only.
pub(crate) async fn customers(db: &Db, actor: &Actor, typed: &str, most: usize) -> Result<Vec<CustomerId>> {
    actor.require(Permission::OrderOnBehalf)?;
    let (ranked, _) = ranked(db, &Among::Customers, typed).await?;
    Ok(ranked.into_iter().filter_map(|(_, c, _)| c.customer).take(most).collect())
}

/// A text that fits, its place, and the words of it that answered.
type Fit = (Rank, Candidate, Vec<String>);

/// Everything that fits with its place, and whether the database had more than it was asked for.
async fn ranked(db: &Db, among: &Among, typed: &str) -> Result<(Vec<Fit>, bool)> {
    let bare = Wanted::new(typed);
    if bare.is_empty() {
        return Ok((Vec::new(), false));
    }
    // what says just so; only where that does not fill the pages already, what says it otherwise too
    let typed = Wanted { terms: bare.terms.iter().map(|t| t.bare()).collect(), codes: bare.codes.clone() };
    let mut asked = Asked::of(db.read());
    let just_so = Sought { wanted: &typed, any: false, but: None, most: ask::MOST };
    let questions = [Words::question(&asked), ask::question(&mut asked, among, just_so)];
    let [words, found] = asked.answers(db.read(), questions).await?;
    let mut candidates = ask::answer(among, &found)?;
    let words = db.words().current(db.read(), &words).await?;
    let mut wanted = words.meant(bare);
    let most = ask::MOST.saturating_sub(candidates.len());
    if most > 0 && wanted != typed {
        let sought = Sought { wanted: &wanted, any: false, but: Some(&typed), most };
        candidates.extend(ask::candidates(db.read(), among, sought).await?);
    }
    let full = candidates.len() >= ask::MOST;
    if full {
        // what matters most is not left to chance: what he calls so, and what he bought
        candidates.extend(ask::known(db.read(), among).await?);
    }
    let mut answers = sorted(&wanted, candidates, 0);
    if answers.len() < FEW {
        words.slips(&mut wanted);
        let sought = Sought { wanted: &wanted, any: false, but: None, most: ask::MOST };
        answers = sorted(&wanted, ask::candidates(db.read(), among, sought).await?, 0);
    }
    if answers.is_empty() && wanted.terms.len() > 1 {
        let forgiven = wanted.terms.len() / 2;
        let sought = Sought { wanted: &wanted, any: true, but: None, most: ask::MOST };
        answers = sorted(&wanted, ask::candidates(db.read(), among, sought).await?, forgiven);
    }
    Ok((answers, full))
}

fn sorted(wanted: &Wanted, candidates: Vec<Candidate>, missing: usize) -> Vec<Fit> {
    let mut best: HashMap<(Option<ProductId>, Option<CustomerId>), Fit> = HashMap::new();
    for candidate in candidates {
        let text = candidate.text();
        let Some(rank) = wanted.rank(&text, missing) else { continue };
        let key = (candidate.product, candidate.customer.filter(|_| candidate.product.is_none()));
        if best.get(&key).is_none_or(|(before, ..)| rank < *before) {
            let answered = wanted.answered(&text).into_iter().map(str::to_owned).collect();
            best.insert(key, (rank, candidate, answered));
        }
    }
    let mut answers: Vec<_> = best.into_values().collect();
    answers.sort_by(|(a, one, _), (b, other, _)| a.cmp(b).then_with(|| one.name().cmp(&other.name())));
    answers
}
