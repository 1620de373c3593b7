//! What a verb of the store answers when it does not do what it was asked.

use domain::{Refusal, UnitPrice, agreement::Deal, price::TieredPrice};
use sea_orm::{DbErr, SqlErr};

/// Not found (and that is also the answer about another customer's row), a business "no", or trouble.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("not found")]
    NotFound,
    #[error("refused: {0}")]
    Refused(#[from] Refusal),
    /// Refusals that belong to fields of a form.
    #[error("refused: {0:?}")]
    Fields(Vec<FieldRefusal>),
    #[error(transparent)]
    Database(DbErr),
    /// Something stored cannot be read; a fault of ours.
    #[error("stored data: {0}")]
    Stored(String),
}

/// A refusal and the field it is about: the name of the form's input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldRefusal {
    pub field: String,
    pub refusal: Refusal,
}

impl From<DbErr> for Error {
    fn from(error: DbErr) -> Error {
        match error.sql_err() {
            Some(SqlErr::UniqueConstraintViolation(_)) => Error::Refused(Refusal::Taken),
            _ => Error::Database(error),
        }
    }
}

impl Error {
    pub fn field(field: impl Into<String>, refusal: Refusal) -> Error {
        Error::Fields(vec![FieldRefusal { field: field.into(), refusal }])
    }
}

pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Collects the refusals of a form, so that all are told at once.
#[derive(Default)]
pub struct Fields(Vec<FieldRefusal>);

impl Fields {
    /// The value, or its default where it was refused; the refusal is kept.
    pub fn take<T: Default>(&mut self, field: &str, result: Result<T, Refusal>) -> T {
        result.unwrap_or_else(|refusal| {
            self.refuse(field, refusal);
            T::default()
        })
    }

    /// A price and its tiers, each refused at its own field; tiers of no price are not looked at.
    pub(crate) fn take_price(
        &mut self,
        field: &str,
        base: Result<UnitPrice, Refusal>,
        tiers_field: &str,
        tiers: &str,
    ) -> TieredPrice {
        match base {
            Ok(base) => self.take(tiers_field, TieredPrice::parse(base, tiers)),
            Err(refusal) => self.take(field, Err(refusal)),
        }
    }

    /// What was agreed, price and tiers each refused at its own field; tiers of no price are not looked at.
    pub(crate) fn take_deal(&mut self, field: &str, price: &str, tiers_field: &str, tiers: &str) -> Option<Deal> {
        if let Err(refusal) = Deal::parse(price, "") {
            self.refuse(field, refusal);
            return None;
        }
        self.take(tiers_field, Deal::parse(price, tiers).map(Some))
    }

    pub fn refuse(&mut self, field: &str, refusal: Refusal) {
        self.0.push(FieldRefusal { field: field.to_owned(), refusal });
    }

    /// Is something wrong with this field?
    pub(crate) fn has(&self, field: &str) -> bool {
        self.0.iter().any(|refused| refused.field == field)
    }

    pub fn check(self) -> Result<()> {
        if self.0.is_empty() { Ok(()) } else { Err(Error::Fields(self.0)) }
    }
}
