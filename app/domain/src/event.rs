//! The journal of an order: who, as whom, when, before, after, cause.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::{Quantity, order::Cause};

/// One entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    pub at: DateTime<Utc>,
    pub by: String,
    /// The customer on whose behalf staff acted.
    pub on_behalf_of: Option<String>,
    pub event: Event,
}

/// What happened, with before and after where something changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Event {
    /// Sent to an approver.
    Requested {
        lines: u32,
        delivery_on: NaiveDate,
    },
    Submitted {
        lines: u32,
        delivery_on: NaiveDate,
    },
    Approved,
    Adjusted {
        line: i32,
        sku: String,
        before: Quantity,
        after: Quantity,
        cause: Cause,
    },
    /// `before` is the weight it was counted with until then.
    Weighed {
        line: i32,
        sku: String,
        before: Quantity,
        after: Quantity,
    },
    Accepted,
    Declined {
        reason: String,
    },
    Cancelled {
        reason: Option<String>,
    },
    Imported {
        file: String,
    },
}
