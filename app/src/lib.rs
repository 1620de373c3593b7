//! What people see: pages, rendered by the server from what the store gave, and the few islands that come alive in the
//! browser.
//!
//! A page is a function of its data; it reads no database and knows no request. Every form is a plain form (POST, then
//! 303, or the page again with what was typed), so that everything works before the WASM has arrived and without it.
//! An island only makes it instant, with the rules of the same domain crate. Deliberately absent: a router in the
//! browser, and server functions: the forms are the interface, and the islands post to the same addresses.

// a page is one type, as deep as its markup
#![recursion_limit = "512"]

#[cfg(feature = "ssr")]
pub mod account;
#[cfg(feature = "ssr")]
pub mod article;
#[cfg(feature = "ssr")]
pub mod basket;
#[cfg(feature = "ssr")]
pub mod desk;
#[cfg(feature = "ssr")]
pub mod fault;
#[cfg(feature = "ssr")]
pub mod form;
#[cfg(feature = "ssr")]
pub mod found;
pub mod i18n;
pub mod island;
#[cfg(feature = "ssr")]
pub mod order;
#[cfg(feature = "ssr")]
pub mod orders;
#[cfg(feature = "ssr")]
pub mod page;
#[cfg(feature = "ssr")]
pub mod price_changes;
#[cfg(feature = "ssr")]
pub mod product;
#[cfg(feature = "ssr")]
pub mod quick_order;
#[cfg(feature = "ssr")]
pub mod replaced;
#[cfg(feature = "ssr")]
pub mod shopping_lists;
#[cfg(feature = "ssr")]
pub mod sign_in;
#[cfg(feature = "ssr")]
pub mod suggestions;
