//! The history of the schema, the same on SQLite and PostgreSQL.
//!
//! How to write one: a new file `mNNNN_what.rs`, added at the end of [`Migrator::migrations`]; expand first (a new
//! column is nullable or has a default), contract in a later release. A released migration is never edited, and none
//! uses a type of another crate: history must not change when a type is renamed.
//!
//! Conventions: instants are `…_at`, milliseconds since 1970 (UTC); days are `…_on`; money and quantities are integers
//! (hundredths, ten-thousandths, thousandths as the domain says). A table that belongs to a customer carries
//! `customer_id`; what hangs on a site alone (habits, basket lines) carries `site_id`, and the site its customer.

pub use sea_orm_migration::MigratorTrait;
use sea_orm_migration::prelude::*;

mod m0001_customers_and_users;
mod m0002_products_and_assortments;
mod m0003_orders;
mod m0004_price_tiers;
mod m0005_search;
mod m0007_product_sheets;
mod m0008_units;
mod m0009_promotions;
mod m0010_shopping_lists;
mod m0011_group_agreements;
mod m0012_suggestions;
mod m0013_price_revisions;
mod m0014_group_terms;
mod m0015_packagings;
mod m0016_group_assortments;
mod m0017_bundles;
mod m0018_coming_list_prices;

/// All migrations, the oldest first.
pub struct Migrator;

impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m0001_customers_and_users::Migration),
            Box::new(m0002_products_and_assortments::Migration),
            Box::new(m0003_orders::Migration),
            Box::new(m0004_price_tiers::Migration),
            Box::new(m0005_search::Migration),
            Box::new(m0007_product_sheets::Migration),
            Box::new(m0008_units::Migration),
            Box::new(m0009_promotions::Migration),
            Box::new(m0010_shopping_lists::Migration),
            Box::new(m0011_group_agreements::Migration),
            Box::new(m0012_suggestions::Migration),
            Box::new(m0013_price_revisions::Migration),
            Box::new(m0014_group_terms::Migration),
            Box::new(m0015_packagings::Migration),
            Box::new(m0016_group_assortments::Migration),
            Box::new(m0017_bundles::Migration),
            Box::new(m0018_coming_list_prices::Migration),
        ]
    }
}

/// A column by its name.
fn column(name: &str) -> ColumnDef {
    ColumnDef::new(Alias::new(name))
}

fn id(name: &str) -> ColumnDef {
    column(name).uuid().not_null().take()
}

fn text(name: &str) -> ColumnDef {
    column(name).text().not_null().take()
}

fn integer(name: &str) -> ColumnDef {
    column(name).big_integer().not_null().take()
}

/// `from` of `table` refers to `to` of `other`.
fn refers(from: &[&str], other: &str, to: &[&str]) -> ForeignKeyCreateStatement {
    let mut key = ForeignKey::create();
    for name in from {
        key.from_col(Alias::new(*name));
    }
    for name in to {
        key.to_col(Alias::new(*name));
    }
    key.to_tbl(Alias::new(other)).take()
}

fn primary(columns: &[&str]) -> IndexCreateStatement {
    columns.iter().fold(Index::create().primary().take(), |mut index, name| index.col(Alias::new(*name)).take())
}

/// An index named after its table and columns.
fn index(table: &str, columns: &[&str]) -> IndexCreateStatement {
    let name = format!("{table}_{}", columns.join("_"));
    columns.iter().fold(Index::create().name(name).table(Alias::new(table)).take(), |mut index, name| {
        index.col(Alias::new(*name)).take()
    })
}

fn unique(table: &str, columns: &[&str]) -> IndexCreateStatement {
    index(table, columns).unique().take()
}

/// Drops in the order given.
async fn drop_tables(manager: &SchemaManager<'_>, tables: &[&str]) -> Result<(), DbErr> {
    for table in tables {
        manager.drop_table(Table::drop().table(Alias::new(*table)).take()).await?;
    }
    Ok(())
}
