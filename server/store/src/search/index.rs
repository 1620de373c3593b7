//! Writing the index: what a transaction made stale, before it commits; everything, when its rules have changed.

use std::{
    collections::{BTreeSet, HashMap},
    pin::Pin,
};

use domain::{CustomerId, ProductId, find::rank};
use sea_orm::{
    ActiveValue, ColumnTrait, ConnectionTrait, DatabaseBackend, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    Statement,
    sea_query::{Expr, ExprTrait, OnConflict},
};

use super::ask::{CUSTOMER_MARK, mark};
use crate::{
    Db, Result, Write,
    entity::{assortment_item, customer, product, search_doc, search_stale, search_state, search_word},
};

/// Raised when texts are folded or put together otherwise: the next start writes the index anew.
const VERSION: i64 = 1;

/// How many texts are written at a time.
const PORTION: usize = 1_000;

/// Writes the whole index, if it was written by other rules or never.
pub(crate) fn ensure(db: &Db) -> Pin<Box<dyn Future<Output = Result<()>> + Send + '_>> {
    Box::pin(sure(db))
}

async fn sure(db: &Db) -> Result<()> {
    let state = search_state::Entity::find_by_id(1).one(db.read()).await?;
    if state.is_some_and(|state| state.version == VERSION) {
        return Ok(());
    }
    let write = db.write().await?;
    // who waited here for another process finds it done
    let state = search_state::Entity::find_by_id(1).lock_exclusive().one(&*write).await?;
    if state.is_some_and(|state| state.version == VERSION) {
        return Ok(());
    }
    search_doc::Entity::delete_many().exec(&*write).await?;
    let backend = write.get_database_backend();
    for sql in [
        "INSERT INTO search_stale (product_id) SELECT id FROM product",
        // those of products come with them
        "INSERT INTO search_stale (customer_id) SELECT id FROM customer",
    ] {
        write.execute_raw(Statement::from_sql_and_values(backend, sql, [])).await?;
    }
    search_state::Entity::update_many()
        .col_expr(search_state::Column::Version, Expr::val(VERSION))
        .exec(&*write)
        .await?;
    write.commit().await
}

/// Brings the index up to what the transaction says; called by every commit, whose future need not carry this one's type.
pub(crate) fn refresh(write: &Write) -> Pin<Box<dyn Future<Output = Result<()>> + Send + '_>> {
    Box::pin(renew(write))
}

async fn renew(write: &Write) -> Result<()> {
    let (mut pass, mut portions) = (None, 0);
    loop {
        let stale = search_stale::Entity::find()
            .order_by_asc(search_stale::COLUMN.id)
            .limit(PORTION as u64)
            .all(&**write)
            .await?;
        if stale.is_empty() {
            // after many, the parts in which SQLite wrote them become one, as every word of a query is looked up in each
            if portions > 1 && write.get_database_backend() == DatabaseBackend::Sqlite {
                write.execute_unprepared("INSERT INTO search_index (search_index) VALUES ('optimize')").await?;
            }
            return Ok(());
        }
        portions += 1;
        let pass = match &mut pass {
            Some(pass) => pass,
            none => none.insert(Pass::begin(write).await?),
        };
        let done: Vec<i64> = stale.iter().map(|s| s.id).collect();
        pass.texts(stale).await?;
        search_stale::Entity::delete_many().filter(search_stale::COLUMN.id.is_in(done)).exec(&**write).await?;
    }
}

/// The texts of one transaction. Others that add words wait for it: a reader that has seen a generation has seen all
/// before it.
struct Pass<'a> {
    write: &'a Write,
    generation: i64,
    seen: BTreeSet<String>,
}

impl<'a> Pass<'a> {
    async fn begin(write: &'a Write) -> Result<Pass<'a>> {
        search_state::Entity::update_many()
            .col_expr(search_state::Column::Generation, Expr::col(search_state::Column::Generation).add(1))
            .exec(&**write)
            .await?;
        let state = search_state::Entity::find_by_id(1).one(&**write).await?;
        let generation = state.map_or(1, |state| state.generation);
        Ok(Pass { write, generation, seen: BTreeSet::new() })
    }

    async fn texts(&mut self, stale: Vec<search_stale::Model>) -> Result<()> {
        let (mut products, mut items, mut customers) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
        for row in stale {
            match (row.product_id, row.customer_id) {
                (Some(product), None) => drop(products.insert(product)),
                (Some(product), Some(customer)) => drop(items.insert((customer, product))),
                (None, Some(customer)) => drop(customers.insert(customer)),
                (None, None) => {}
            }
        }
        let products: Vec<ProductId> = products.into_iter().collect();
        if !products.is_empty() {
            // a product's text is part of what every customer calls it
            let named: Vec<(CustomerId, ProductId)> = assortment_item::Entity::find()
                .select_only()
                .columns([assortment_item::Column::CustomerId, assortment_item::Column::ProductId])
                .filter(assortment_item::COLUMN.product_id.is_in(products.iter().copied()))
                .filter(named())
                .into_tuple()
                .all(&**self.write)
                .await?;
            items.extend(named);
            self.products(&products).await?;
        }
        let mut by_customer: HashMap<CustomerId, Vec<ProductId>> = HashMap::new();
        items.into_iter().for_each(|(customer, product)| by_customer.entry(customer).or_default().push(product));
        for (customer, products) in by_customer {
            for some in products.chunks(PORTION) {
                self.items(customer, some).await?;
            }
        }
        if !customers.is_empty() {
            self.customers(&customers.into_iter().collect::<Vec<_>>()).await?;
        }
        Ok(())
    }

    async fn products(&mut self, ids: &[ProductId]) -> Result<()> {
        search_doc::Entity::delete_many()
            .filter(search_doc::COLUMN.product_id.is_in(ids.iter().copied()))
            .filter(search_doc::Column::CustomerId.is_null())
            .exec(&**self.write)
            .await?;
        let rows = product::Entity::find().filter(product::COLUMN.id.is_in(ids.iter().copied())).all(&**self.write);
        let docs = rows.await?.into_iter().map(|row| (Some(row.id), None, 0, row.discontinued, product_words(&row)));
        self.put("", docs.collect()).await
    }

    async fn items(&mut self, customer: CustomerId, products: &[ProductId]) -> Result<()> {
        search_doc::Entity::delete_many()
            .filter(search_doc::COLUMN.customer_id.eq(customer))
            .filter(search_doc::COLUMN.product_id.is_in(products.iter().copied()))
            .exec(&**self.write)
            .await?;
        let items = assortment_item::Entity::find()
            .filter(assortment_item::COLUMN.customer_id.eq(customer))
            .filter(assortment_item::COLUMN.product_id.is_in(products.iter().copied()))
            .filter(named())
            .all(&**self.write)
            .await?;
        if items.is_empty() {
            return Ok(());
        }
        let ids = items.iter().map(|item| item.product_id);
        let rows = product::Entity::find().filter(product::COLUMN.id.is_in(ids)).all(&**self.write).await?;
        let rows: HashMap<ProductId, product::Model> = rows.into_iter().map(|row| (row.id, row)).collect();
        let docs = items.into_iter().filter_map(|item| {
            let row = rows.get(&item.product_id)?;
            let mut words = rank::text_of(item.own_name.as_deref(), item.own_code.as_deref(), None);
            let own = words.len() as i64;
            words.extend(product_words(row));
            Some((Some(row.id), Some(customer), own, row.discontinued, words))
        });
        self.put(&mark(customer), docs.collect()).await
    }

    async fn customers(&mut self, ids: &[CustomerId]) -> Result<()> {
        search_doc::Entity::delete_many()
            .filter(search_doc::COLUMN.customer_id.is_in(ids.iter().copied()))
            .filter(search_doc::Column::ProductId.is_null())
            .exec(&**self.write)
            .await?;
        let rows = customer::Entity::find().filter(customer::COLUMN.id.is_in(ids.iter().copied())).all(&**self.write);
        let docs = rows.await?.into_iter().map(|row| {
            // also the mere digits of a VAT number
            let digits: String = row.vat_number.chars().filter(char::is_ascii_digit).collect();
            let codes = [row.number.as_str(), &row.vat_number, &digits];
            (None, Some(row.id), 0, false, rank::text_of([row.name.as_str()], codes, None))
        });
        self.put(CUSTOMER_MARK, docs.collect()).await
    }

    async fn put(&mut self, mark: &str, docs: Vec<Doc>) -> Result<()> {
        let mut new: Vec<search_word::ActiveModel> = Vec::new();
        for word in docs.iter().flat_map(|(.., words)| words).filter(|word| !word.starts_with(rank::CODE)) {
            if self.seen.insert(word.clone()) {
                new.push(search_word::ActiveModel {
                    word: ActiveValue::Set(word.clone()),
                    generation: ActiveValue::Set(self.generation),
                });
            }
        }
        let rows =
            docs.into_iter().map(|(product_id, customer_id, own, discontinued, words)| search_doc::ActiveModel {
                id: ActiveValue::NotSet,
                product_id: ActiveValue::Set(product_id),
                customer_id: ActiveValue::Set(customer_id),
                own: ActiveValue::Set(own),
                discontinued: ActiveValue::Set(discontinued),
                words: ActiveValue::Set(words.iter().map(|word| format!("{mark}{word}")).collect::<Vec<_>>().join(" ")),
            });
        let rows: Vec<_> = rows.collect();
        for some in rows.chunks(PORTION) {
            search_doc::Entity::insert_many(some.to_vec()).exec_without_returning(&**self.write).await?;
        }
        for some in new.chunks(10 * PORTION) {
            search_word::Entity::insert_many(some.to_vec())
                .on_conflict(OnConflict::column(search_word::Column::Word).do_nothing().to_owned())
                .exec_without_returning(&**self.write)
                .await?;
        }
        Ok(())
    }
}

/// Product, customer, how many words are the customer's own, discontinued, the words.
type Doc = (Option<ProductId>, Option<CustomerId>, i64, bool, Vec<String>);

fn named() -> sea_orm::Condition {
    sea_orm::Condition::any()
        .add(assortment_item::Column::OwnName.is_not_null())
        .add(assortment_item::Column::OwnCode.is_not_null())
}

fn product_words(row: &product::Model) -> Vec<String> {
    let names = [row.name_nl.as_str(), &row.name_fr, &row.name_en];
    rank::text_of(names, [row.sku.as_str()], row.gtin.as_deref())
}
