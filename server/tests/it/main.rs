//! Stories and walls, through the real router against a real database: SQLite, or the PostgreSQL of `TEST_DATABASE_URL`.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops where it is")]

mod agreements;
mod bundles;
mod csrf;
mod desk;
mod feed;
mod files;
mod finding;
mod group_assortment;
mod headers;
mod isolation;
mod kept;
mod lists;
mod ordering;
mod packagings;
mod pages;
mod price_changes;
mod prices;
mod product_page;
mod promotions;
mod quick_order;
mod references;
mod revisions;
mod shutdown;
mod sign_in;
mod slips;
mod suggestions;
mod support;
mod terms;
mod tiers;
mod units;
