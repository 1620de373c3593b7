//! The staff's pages.

pub mod agreements;
pub mod announcements;
pub mod assortment;
pub mod attributes;
pub mod customers;
pub mod files;
pub mod group_assortment;
pub mod packagings;
pub mod price_question;
pub mod product_files;
pub mod product_suggestions;
pub mod products;
pub mod promotions;
pub mod review;
pub mod revisions;
pub mod staff;

use serde::Deserialize;

/// What may stand behind the `?` of a page.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct DeskQuery {
    q: String,
    after: String,
    state: String,
    saved: String,
    done: String,
    on: String,
}

/// How many rows a list without pages shows; whoever looks for another searches.
const MOST: usize = 200;
