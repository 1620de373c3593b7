//! What the distributor announces, and the requests that come of it: a sample, or a place in the list.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::{AnnouncementId, CustomerId, ProductId, SampleId, product::Names, promotion::Span};

/// Whoever ordered it so many days after he saw it is counted as having taken it.
pub const TAKEN_WITHIN_DAYS: i64 = 30;

/// To whom of those it is meant for it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Who may order the article.
    Listed,
    /// Also who has it not in his assortment: he can ask for it.
    Beyond,
}

impl Reach {
    pub const fn of(beyond: bool) -> Reach {
        if beyond { Reach::Beyond } else { Reach::Listed }
    }
}

/// As staff maintain it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Announcement {
    pub id: AnnouncementId,
    pub product: ProductId,
    pub sku: String,
    pub name: String,
    pub texts: Names,
    /// Why the reader is told, in his words; where it is empty, that it is new.
    pub reasons: Names,
    pub span: Span,
    pub reach: Reach,
    /// May a sample be asked for?
    pub samples: bool,
    pub counts: Counts,
    pub version: i64,
}

/// People who saw it, who ordered it afterwards, who want to see it no more; customers who asked for something.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub seen: u64,
    pub taken: u64,
    pub dismissed: u64,
    pub requests: u64,
}

/// As one person of a customer reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Announced {
    pub id: AnnouncementId,
    pub product: ProductId,
    pub name: String,
    pub text: String,
    /// Empty: that it is new.
    pub reason: String,
    pub until: NaiveDate,
    /// Is it in the assortment of his customer?
    pub listed: bool,
    /// What came of a request, where one can be made.
    pub sample: Asking,
    pub listing: Asking,
    /// He has seen it before.
    pub seen: bool,
}

/// Can something be asked for, and was it?
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asking {
    NotOffered,
    Offered,
    Asked(SampleState),
}

/// What a request is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Wants {
    Sample,
    /// A place in the assortment.
    Listing,
}

impl Wants {
    pub const fn key(self) -> &'static str {
        match self {
            Wants::Sample => "sample",
            Wants::Listing => "listing",
        }
    }

    pub fn from_key(key: &str) -> Option<Wants> {
        [Wants::Sample, Wants::Listing].into_iter().find(|wants| wants.key() == key)
    }
}

/// What came of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SampleState {
    Open,
    /// The sample went out, the article is in the list.
    Granted,
    Declined {
        reason: String,
    },
}

impl SampleState {
    pub const fn key(&self) -> &'static str {
        match self {
            SampleState::Open => "open",
            SampleState::Granted => "granted",
            SampleState::Declined { .. } => "declined",
        }
    }

    /// From the two columns that keep it.
    pub fn of(key: &str, reason: String) -> Option<SampleState> {
        Some(match key {
            "open" => SampleState::Open,
            "granted" => SampleState::Granted,
            "declined" => SampleState::Declined { reason },
            _ => return None,
        })
    }
}

/// One request, for both sides of the counter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SampleRequest {
    pub id: SampleId,
    pub customer: CustomerId,
    pub customer_name: String,
    pub site_name: String,
    pub product: ProductId,
    pub sku: String,
    pub name: String,
    pub wants: Wants,
    pub state: SampleState,
    pub asked_at: DateTime<Utc>,
    pub asked_by: String,
    pub decided_at: Option<DateTime<Utc>>,
    pub version: i64,
}
