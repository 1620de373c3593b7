//! The server: wires store and app to HTTP. No query, no price and no page is made here.
//!
//! The one list of addresses is [`routes`]; a route that is not in it cannot be reached, and every row says who it is
//! for, which the isolation test walks.

pub mod assets;
pub mod config;
pub mod doctor;
pub mod export;
pub mod fault;
pub mod feed;
pub mod fields;
pub mod guard;
pub mod import;
pub mod pages;
pub mod portal;
pub mod price;
pub mod routes;
pub mod search;
pub mod serve;
pub mod session;
pub mod upload;
pub mod uploads;

pub use portal::Portal;
pub use routes::router;
