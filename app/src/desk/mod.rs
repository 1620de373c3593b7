//! The staff's side: the queue, the review of one order, and what staff maintain.

pub mod assortment;
pub mod customers;
pub mod products;
pub mod promotions;
pub mod queue;
pub mod review;
pub mod staff;
