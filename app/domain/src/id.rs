//! Identities. Each noun has a type of its own, so that a swapped id does not compile.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! id {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "orm", derive(sea_orm::DeriveValueType))]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, uuid::Error> {
                text.parse().map($name)
            }
        }
    )*};
}

id! {
    /// A buying organisation.
    CustomerId,
    /// A place where goods go.
    SiteId,
    /// A person.
    UserId,
    /// An article of the distributor.
    ProductId,
    /// A promotion of the distributor.
    PromotionId,
    /// Many prices that were changed at once.
    RevisionId,
    /// What the distributor tells of one of its products.
    AnnouncementId,
    /// A sample that was asked for, or a place in the list.
    SampleId,
    /// What products can be compared by.
    AttributeId,
    /// A list that a customer made himself.
    ShoppingListId,
    /// A part of such a list.
    SectionId,
    /// That a list was put into a basket; chosen before it is, so that doing it twice is doing it once.
    FillingId,
    /// An order; chosen before it is sent, so that sending twice is one order.
    OrderId,
}

/// How an entity may use an id as a primary key that the database does not make.
#[cfg(feature = "orm")]
mod orm {
    use super::*;
    use sea_orm::{DbErr, TryFromU64};
    macro_rules! not_counted {
        ($($name:ident),*) => {$(
            impl TryFromU64 for $name {
                fn try_from_u64(_: u64) -> Result<Self, DbErr> {
                    Err(DbErr::ConvertFromU64(stringify!($name)))
                }
            }
        )*};
    }
    not_counted!(
        CustomerId,
        SiteId,
        UserId,
        ProductId,
        AttributeId,
        PromotionId,
        RevisionId,
        AnnouncementId,
        SampleId,
        ShoppingListId,
        SectionId,
        FillingId,
        OrderId
    );
}
