//! Every business "no", with its facts. The sentences for people are the app's (`app::i18n::refusal`).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::{
    Cents, OrderId, OrderState, Permission, Quantity, UnitPrice, Verb, agreement::PriceAgreement, delivery::WhyNot,
};

/// Why something was not done. The text of the `Error` is for logs and scripts.
#[derive(Clone, Debug, PartialEq, Eq, Error, Serialize, Deserialize)]
pub enum Refusal {
    // what was typed
    #[error("required")]
    Required,
    #[error("longer than {most} characters")]
    TooLong { most: u32 },
    #[error("more than {most} lists")]
    TooManyLists { most: usize },
    #[error("more than {most} sections")]
    TooManySections { most: usize },
    /// More rows than are taken at a time.
    #[error("more than {most} rows")]
    TooManyRows { most: usize },
    /// In a text of many rows, counted from one.
    #[error("row {row}: {why}")]
    OfRow { row: usize, why: Box<Refusal> },
    #[error("has a control character or a mark that changes the reading direction")]
    ControlCharacter,
    #[error("not a number: {typed:?}")]
    NotANumber { typed: String },
    #[error("more than {most} decimals")]
    TooManyDecimals { most: u32 },
    #[error("{typed:?} may mean two numbers")]
    Ambiguous {
        typed: String,
        /// Both readings, as integers with `decimals` implied places.
        one: i64,
        other: i64,
        decimals: u32,
    },
    /// A formula of a spreadsheet whose result is not in the file.
    #[error("a formula without its result: {typed:?}")]
    NoResult { typed: String },
    #[error("negative")]
    Negative,
    #[error("more than {}", most.0 / 1000)]
    TooMany { most: Quantity },
    #[error("not a date: {typed:?}")]
    NotADate { typed: String },
    #[error("{date} has passed")]
    Past { date: NaiveDate },
    #[error("not an e-mail address")]
    NotAnEmail,
    #[error("not a tier (quantity above nothing: price): {typed:?}")]
    NotATier { typed: String },
    #[error("needs more than the tier before it, or costs no less: {typed:?}")]
    NoBetterTier { typed: String },
    /// A percentage of the list follows the tiers of the list.
    #[error("a percentage has the tiers of the list, and none of its own")]
    TiersOfPercent,
    #[error("not free goods (paid + free): {typed:?}")]
    NotFreeGoods { typed: String },
    #[error("not an article and how many of it: {typed:?}")]
    NotAPart { typed: String },
    /// A bundle of fewer than two articles, or free parts where nothing of it is free, or the other way round.
    #[error("a bundle has two articles at least, and free ones where it gives free articles, not all of them")]
    NotABundle,
    /// An article of a bundle is free, and the bundle gives something else.
    #[error("an article is free, and the bundle gives something else")]
    FreeParts,
    /// With what was chosen beside it there is nothing to say here.
    #[error("must be empty")]
    NotEmpty,
    /// Two promotions for one product, customer and day.
    #[error("{sku} is in the promotion {name:?} already, {from} to {until}")]
    Overlap { sku: String, name: String, from: NaiveDate, until: NaiveDate },
    /// Two agreements with the same party about one product that claim the same day.
    #[error("{sku}: {new} overlaps with {there}")]
    Overlaps { sku: String, new: Box<PriceAgreement>, there: Box<PriceAgreement> },
    /// A price of another order of magnitude than the one before it; it may be meant.
    #[error("{} is far from {}", now.0, before.0)]
    FarOff { before: UnitPrice, now: UnitPrice },
    /// A price that rises sooner than the customer is told of it; it may have been agreed.
    #[error("told {days} days before: {earliest} at the earliest")]
    ShortNotice { days: i64, earliest: NaiveDate },
    /// Free goods count by themselves.
    #[error("free goods have no threshold beside their own")]
    NoThreshold,
    #[error("ends before it begins")]
    EndsBefore,
    #[error("not a pack (unit: so many sales units, rising, each deliverable): {typed:?}")]
    NotAPack { typed: String },
    #[error("not a valid VAT number")]
    NotAVatNumber,
    #[error("not a valid GTIN")]
    NotAGtin,
    #[error("unknown unit code: {typed:?}")]
    UnknownUnit { typed: String },
    #[error("not one of the choices: {typed:?}")]
    UnknownChoice { typed: String },
    #[error("may mean several: {typed:?}")]
    WhichOne { typed: String },
    #[error("already in use")]
    Taken,
    #[error("{typed:?} stands there twice")]
    Twice { typed: String },
    /// A customer has it because his group has.
    #[error("it belongs to the customer's group")]
    OfGroup,
    #[error("nothing would change")]
    NothingChanges,
    /// Another list price follows already, from another day on.
    #[error("another list price follows from {from} on")]
    Announced { from: NaiveDate },
    /// A product cannot stand in for itself.
    #[error("the product itself")]
    Itself,
    #[error("{sku} leads back to the product itself")]
    Circular { sku: String },
    #[error("in use by {products} products")]
    InUse { products: u64 },
    #[error("larger than {mebibytes} MiB")]
    FileTooLarge { mebibytes: u32 },
    #[error("more than {most} files")]
    TooManyFiles { most: usize },
    #[error("not a picture (PNG, JPEG or WebP)")]
    NotAPicture,
    #[error("more than {most} million pixels")]
    TooManyPixels { most: u32 },
    #[error("not a PDF document")]
    NotAPdf,
    #[error("shorter than {least} characters")]
    PasswordTooShort { least: u32 },
    #[error("easy to guess")]
    PasswordGuessable,

    // ordering
    #[error("not a quantity that can be delivered; the nearest above is {}", above.0)]
    NotAMultiple { below: Option<Quantity>, above: Quantity },
    /// A weight outside what the article may weigh.
    #[error("expected {} to {}", least.0, most.0)]
    UnusualWeight { least: Quantity, most: Quantity },
    #[error("not in the assortment")]
    NotInAssortment,
    /// Of a list, no row can go into the basket as it stands.
    #[error("no row is ready")]
    NothingReady,
    /// Another product than the one that was shown takes its place now.
    #[error("another product takes its place")]
    OtherSuccessor,
    #[error("nothing in the basket")]
    EmptyBasket,
    #[error("net {} is below the minimum of {}", total.0, minimum.0)]
    BelowMinimum { minimum: Cents, total: Cents },
    #[error("no delivery on {date}")]
    NoDelivery { date: NaiveDate, why: WhyNot, next: Option<NaiveDate> },
    #[error("the basket was changed meanwhile")]
    BasketChanged { by: Option<String> },
    #[error("already ordered as {number}")]
    AlreadyOrdered { number: String, order: OrderId },

    // the order's life
    #[error("{verb:?} is not possible when {state:?}")]
    WrongState { state: OrderState, verb: Verb },
    #[error("not allowed: {0:?}")]
    NotAllowed(Permission),
    #[error("the cut-off has passed")]
    CutOffPassed,
    #[error("changed by somebody else meanwhile")]
    Stale,
    /// The form was filled for a site at which the sender stands no more.
    #[error("filled for another site")]
    OtherSite,
    /// The price is not the one that was shown.
    #[error("the price is {}, not {}", now.0, before.0)]
    PriceChanged { before: crate::UnitPrice, now: crate::UnitPrice },

    /// The deposit on a sales unit's packaging is not the one that was shown.
    #[error("the deposit is {}, not {}", now.0, before.0)]
    DepositChanged { before: Cents, now: Cents },
    /// A promotion began or ended: of the quantity another part costs nothing than was shown.
    #[error("{} of it for nothing, not {}", now.0, before.0)]
    FreeChanged { before: Quantity, now: Quantity },
    /// A bundle is no longer what it was when it was shown.
    #[error("a bundle changed")]
    BundleChanged,

    // signing in
    #[error("wrong e-mail address or password")]
    WrongCredentials,
    #[error("too many attempts; again in {seconds} s")]
    TooManyAttempts { seconds: u32 },
    #[error("the link was used or has expired")]
    LinkExpired,
}

impl Refusal {
    /// Does it say that something costs other than was shown?
    pub fn is_of_prices(&self) -> bool {
        use Refusal::{BundleChanged, DepositChanged, FreeChanged, PriceChanged};
        matches!(self, PriceChanged { .. } | DepositChanged { .. } | FreeChanged { .. } | BundleChanged)
    }
}
