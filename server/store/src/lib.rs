//! The store: what is recorded, on SQLite or PostgreSQL.
//!
//! The map: `entity/` holds the rows, the file with a noun's plural holds its verbs. Every verb takes the database and
//! the actor, and every select of a customer's person starts from what that actor may see (`visible_to`); another
//! customer's row is not found. What only staff ask for is guarded by their right to ask. One verb is one transaction: state, journal and outbox together or not at all.
//!
//! Deliberately absent: HTTP, pages, prices (the domain computes them) and the clock (one place, [`clock`]).

pub mod agreements;
pub mod announcements;
mod asked;
pub mod assortments;
pub mod baskets;
mod bundles;
pub mod clock;
pub mod costs;
pub mod customers;
mod db;
pub mod demo;
pub mod distributor;
mod entity;
mod error;
pub mod export;
pub mod import;
pub mod journal;
pub mod lists;
pub mod orders;
pub mod outbox;
pub mod packagings;
pub mod passwords;
pub mod people;
pub mod prices;
pub mod products;
pub mod promotions;
pub mod quick_order;
pub mod revisions;
pub mod samples;
pub mod search;
pub mod sessions;
pub mod sheets;
pub mod shopping_lists;
pub mod successions;
pub mod suggestions;
mod sweep;
pub mod workbook;
pub mod yardstick;

pub use clock::Clock;
pub use db::{Db, Ephemeral, Write};
pub use error::{Error, FieldRefusal, Fields, Result};
pub use sweep::sweep;
