//! The parts of a page that come alive in the browser. Each enhances markup that works without it; none holds data of
//! its own: the fields of the form are the state, the server's basket is the truth.

pub mod arrange;
#[cfg(feature = "hydrate")]
mod camera;
pub mod countdown;
#[cfg(feature = "hydrate")]
pub mod dom;
pub mod entry;
pub mod find;
#[cfg(feature = "desk")]
pub mod grid;
#[cfg(feature = "desk")]
pub mod keys;
pub mod live;
pub mod review;
pub mod sheet;
