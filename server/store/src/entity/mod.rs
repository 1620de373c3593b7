//! Rows only: one file a table, no functions. The verbs are in the sibling files of this folder.

pub mod assortment_item;
pub mod attempt;
pub mod basket;
pub mod basket_line;
pub mod category;
pub mod closure;
pub mod customer;
pub mod distributor;
pub mod habit;
pub mod import_run;
pub mod journal;
pub mod link;
pub mod membership;
pub mod order;
pub mod order_line;
pub mod outbox;
pub mod price_agreement;
pub mod product;
pub mod promotion;
pub mod promotion_product;
pub mod session;
pub mod site;
pub mod user;
