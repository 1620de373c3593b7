//! The pure vocabulary and rules of the portal: no IO, no clock, no floats, no sentences for people.
//!
//! Browser and server compile this same crate, so a price, a total or a refusal shown while typing is the one
//! the server will give. Words: klant = [`customer`] (an organisation), gebruiker = user (a person), vestiging = site,
//! bestelling = [`order`], uiterste besteltijd = cut-off ([`delivery`]), bestellijst = order guide ([`guide`]),
//! eigen lijst = [`shopping_list`].
#![deny(clippy::float_arithmetic, clippy::unwrap_used)]

pub mod access;
pub mod agreement;
pub mod announcement;
pub mod basket;
pub mod bundle;
pub mod change;
pub mod customer;
pub mod delivery;
pub mod event;
pub mod find;
pub mod guide;
pub mod id;
pub mod lifecycle;
pub mod margin;
pub mod money;
pub mod order;
pub mod pack;
pub mod packaging;
pub mod page;
pub mod pairing;
pub mod price;
pub mod product;
pub mod promotion;
pub mod quantity;
pub mod quick_order;
pub mod refusal;
pub mod revision;
pub mod sheet;
pub mod shopping_list;
pub mod succession;
pub mod suggestion;
pub mod text;

pub use access::{Actor, Party, Permission, Role};
pub use id::{
    AnnouncementId, AttributeId, CustomerId, FillingId, OrderId, ProductId, PromotionId, RevisionId, SampleId,
    SectionId, ShoppingListId, SiteId, UserId,
};
pub use lifecycle::{OrderState, Verb};
pub use money::{Cents, Currency, UnitPrice, VatRate};
pub use quantity::{Quantity, SalesUnit, UnitCode};
pub use refusal::Refusal;
pub use text::Lang;
