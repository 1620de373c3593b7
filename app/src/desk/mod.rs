//! The staff's side: the queue, the review of one order, and what staff maintain.

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
pub mod queue;
pub mod review;
pub mod revisions;
pub mod samples;
pub mod sheet;
pub mod staff;
