//! Stories about An, Jef, Greet and Mia against a real database: SQLite, or the PostgreSQL of `TEST_DATABASE_URL`.
//! The suite runs once for each.

mod baskets;
mod export;
mod hostile;
mod import;
mod import_lists;
mod import_prices;
mod mapping;
mod online_retail;
mod orders;
mod people;
mod search;
mod support;
mod workbooks;
