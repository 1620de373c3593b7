//! Seek pagination: a page is asked for by the last row of the one before, so it never shifts and never counts.

use serde::{Deserialize, Serialize};

/// One page of rows, newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Page<T> {
    pub rows: Vec<T>,
    /// Where the next page begins; none on the last.
    pub next: Option<String>,
}
