//! The sheet of a product: what its page tells beside name and price.
//!
//! Staff keep it with the product's own form ([`SheetForm`], under the product's version), but for what arrives by
//! itself: pictures and documents ([`files`]) and the stock ([`tell_stock`]). Customers read it ([`show`]) where the
//! product is in their assortment, or was theirs and is discontinued; for everybody else it is not found.

pub mod attributes;
mod edit;
pub mod files;
pub(crate) mod picture;
mod read;

pub use edit::{SheetForm, StockForm, edited, tell_stock};
pub(crate) use edit::{check, put, stock_of};
pub(crate) use read::of_order;
pub use read::show;
pub(crate) use read::visible;

use domain::product::Names;

use crate::entity::product_sheet;

/// Why another product takes its place.
pub(crate) fn reason(row: &product_sheet::Model) -> Names {
    Names { nl: row.reason_nl.clone(), fr: row.reason_fr.clone(), en: row.reason_en.clone() }
}

fn texts(row: &product_sheet::Model) -> Names {
    Names { nl: row.text_nl.clone(), fr: row.text_fr.clone(), en: row.text_en.clone() }
}

/// A sheet on which nothing stands.
pub(crate) fn blank(product: domain::ProductId) -> product_sheet::Model {
    product_sheet::Model {
        product_id: product,
        text_nl: String::new(),
        text_fr: String::new(),
        text_en: String::new(),
        traces: String::new(),
        allergens_complete: false,
        reason_nl: String::new(),
        reason_fr: String::new(),
        reason_en: String::new(),
        stock: String::new(),
        expected_on: None,
        stock_at: None,
    }
}
