//! Quick order: what is typed, pasted, scanned or read from a file becomes rows of one article and a quantity each, and
//! every row says what is certain of it, what is doubtful, and what is wrong.
//!
//! [`read`] makes rows of a text or of the cells of a sheet, [`find`] says which article a row means, [`amount`] how many
//! of it, and [`check`] holds the rows against each other. Nothing is guessed in silence, and no row is dropped: a row
//! that is not blank appears exactly once.

pub mod amount;
pub mod check;
pub mod find;
pub mod read;

pub use check::{Checked, State, check};
pub use find::{Found, Known};
pub use read::{Grid, Reading, Row};

/// More rows than this in one go are no order.
pub const MOST: usize = 5_000;

/// Of a cell so many characters are kept: a longer one is neither a code nor a name.
pub const LONGEST: usize = 200;
