//! What a product's page tells beside its name and price: allergens as they were declared, typed attributes, pictures,
//! specification sheets, and the stock with the age of that number.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use crate::{
    AttributeId, ProductId, Quantity, Refusal,
    product::{Allergen, Article, Names, ProductState},
    quantity::parse_decimal,
    succession::{Packing, Replacement},
    text,
};

/// A product as one customer may see it, in the reader's language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    pub product: ProductId,
    pub sku: String,
    pub gtin: Option<String>,
    pub name: String,
    pub own_name: Option<String>,
    pub own_code: Option<String>,
    pub category: String,
    pub pack: Packing,
    pub state: ProductState,
    /// Paragraphs, with an empty line between them.
    pub text: String,
    pub declaration: Declaration,
    pub attributes: Vec<(Attribute, AttributeValue)>,
    pub pictures: Vec<Picture>,
    /// The newest first.
    pub documents: Vec<Document>,
    /// When the customer last ordered it.
    pub last_ordered: Option<DateTime<Utc>>,
    pub stock: Option<StockTold>,
    /// How he can order it, if he can.
    pub article: Option<Article>,
    /// What he may take instead, of what he may order.
    pub substitutes: Vec<Article>,
    pub replacement: Option<Replacement>,
}

impl Sheet {
    /// What the customer calls it.
    pub fn title(&self) -> &str {
        self.own_name.as_deref().unwrap_or(&self.name)
    }
}

/// The sheet as the staff's form shows it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EditedSheet {
    pub texts: Names,
    pub declaration: Declaration,
    pub reason: Names,
    /// Its article number, where there is one.
    pub successor: String,
    /// Article numbers.
    pub substitutes: Vec<String>,
    /// Every attribute there is, with what it is for this product.
    pub attributes: Vec<(Attribute, Option<AttributeValue>)>,
    pub stock: Option<StockTold>,
    pub pictures: Vec<Picture>,
    pub documents: Vec<Document>,
}

/// What is known of one allergen in one product.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Presence {
    Contains,
    MayContain,
    Without,
    /// The distributor has stated nothing; that is not "without".
    NotDeclared,
}

impl Presence {
    pub const ALL: [Presence; 4] = [Presence::Contains, Presence::MayContain, Presence::Without, Presence::NotDeclared];
}

/// What the distributor states about allergens.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Declaration {
    pub contains: Vec<Allergen>,
    /// What it may contain.
    pub traces: Vec<Allergen>,
    /// Is what is named in neither list not in it?
    pub complete: bool,
}

impl Declaration {
    pub fn of(&self, allergen: Allergen) -> Presence {
        if self.contains.contains(&allergen) {
            Presence::Contains
        } else if self.traces.contains(&allergen) {
            Presence::MayContain
        } else if self.complete {
            Presence::Without
        } else {
            Presence::NotDeclared
        }
    }

    /// The allergens of a presence, in the order of the regulation.
    pub fn with(&self, presence: Presence) -> Vec<Allergen> {
        Allergen::ALL.into_iter().filter(|a| self.of(*a) == presence).collect()
    }
}

/// Can it be delivered from the shelf?
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Stock {
    #[default]
    Unknown,
    InStock,
    Expected(NaiveDate),
}

impl Stock {
    /// As it is written in files and in the database; nothing where nothing is known.
    pub const fn key(self) -> &'static str {
        match self {
            Stock::Unknown => "",
            Stock::InStock => "in_stock",
            Stock::Expected(_) => "expected",
        }
    }

    /// What was said, and the day that belongs to it: one that is expected is expected on a day, and nothing else is.
    pub fn parse(key: &str, expected_on: Option<NaiveDate>) -> Result<Stock, Refusal> {
        match key {
            "" => Ok(Stock::Unknown),
            "in_stock" => Ok(Stock::InStock),
            "expected" => expected_on.map(Stock::Expected).ok_or(Refusal::Required),
            typed => Err(Refusal::UnknownChoice { typed: typed.chars().take(40).collect() }),
        }
    }
}

/// The stock, and when that was told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StockTold {
    pub stock: Stock,
    pub at: DateTime<Utc>,
}

impl StockTold {
    /// Older than a day: it may have changed since.
    pub fn is_old(&self, now: DateTime<Utc>) -> bool {
        now - self.at > TimeDelta::hours(24)
    }
}

/// What kind of answer an attribute takes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum AttributeKind {
    Number {
        /// What stands behind it: `%`, `W`, `mm`; may be empty.
        unit: String,
        /// How many are shown, at most three.
        decimals: u32,
    },
    Text,
    YesNo,
}

impl AttributeKind {
    /// As it is written in the database and in forms.
    pub const fn key(&self) -> &'static str {
        match self {
            AttributeKind::Number { .. } => "number",
            AttributeKind::Text => "text",
            AttributeKind::YesNo => "yes_no",
        }
    }

    /// What was typed for a product; empty is no answer.
    pub fn parse(&self, typed: &str) -> Result<Option<AttributeValue>, Refusal> {
        let typed = typed.trim();
        if typed.is_empty() {
            return Ok(None);
        }
        Ok(Some(match self {
            AttributeKind::Number { decimals, .. } => {
                let number = parse_decimal(typed, (*decimals).min(3))?;
                let number = number.checked_mul(10_i64.pow(3 - (*decimals).min(3)));
                let within = number.filter(|n| n.abs() <= Quantity::MOST.0);
                AttributeValue::Number(within.ok_or(Refusal::TooMany { most: Quantity::MOST })?)
            }
            AttributeKind::Text => AttributeValue::Text(text::line(typed, 120)?),
            AttributeKind::YesNo => match typed {
                "yes" => AttributeValue::YesNo(true),
                "no" => AttributeValue::YesNo(false),
                _ => return Err(Refusal::UnknownChoice { typed: typed.chars().take(40).collect() }),
            },
        }))
    }
}

/// What products can be compared by: protein, ash, organic.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attribute {
    pub id: AttributeId,
    pub names: Names,
    pub kind: AttributeKind,
    pub version: i64,
}

/// What it is for one product.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum AttributeValue {
    /// Thousandths.
    Number(i64),
    Text(String),
    YesNo(bool),
}

/// A picture, by the hash of its content.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Picture {
    pub hash: String,
    pub width: u32,
    pub height: u32,
}

impl Picture {
    /// The longest side of the small one, in pixels.
    pub const SMALL: u32 = 480;
    /// The longest side of the large one.
    pub const LARGE: u32 = 1_600;

    /// How wide the small one is.
    pub fn small_width(&self) -> u32 {
        let longest = self.width.max(self.height).max(1);
        if longest <= Picture::SMALL { self.width } else { (self.width * Picture::SMALL / longest).max(1) }
    }
}

/// A version of the specification sheet, by the hash of its content.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    pub hash: String,
    pub version: i64,
    /// The day the sheet itself bears.
    pub dated_on: NaiveDate,
    pub added_at: DateTime<Utc>,
    /// Bytes.
    pub size: i64,
}

/// Is there a sheet that somebody who ordered last at that moment has not had? Whoever never ordered has missed nothing.
pub fn changed_since(documents: &[Document], last_ordered: Option<DateTime<Utc>>) -> bool {
    // the first sheet of all changes nothing
    documents.len() > 1 && last_ordered.is_some_and(|last| documents.iter().any(|d| d.added_at > last))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unknown_is_not_without() {
        let mut said = Declaration {
            contains: vec![Allergen::Gluten, Allergen::Milk],
            traces: vec![Allergen::Nuts, Allergen::Gluten],
            complete: false,
        };
        assert_eq!(said.of(Allergen::Gluten), Presence::Contains);
        assert_eq!(said.of(Allergen::Nuts), Presence::MayContain);
        assert_eq!(said.of(Allergen::Eggs), Presence::NotDeclared);
        said.complete = true;
        assert_eq!(said.of(Allergen::Eggs), Presence::Without);
        let all: usize = Presence::ALL.into_iter().map(|p| said.with(p).len()).sum();
        assert_eq!(all, 14);
        assert_eq!(Declaration::default().with(Presence::NotDeclared).len(), 14);
    }

    #[test]
    fn attributes_are_typed() {
        let percent = AttributeKind::Number { unit: "%".into(), decimals: 1 };
        assert_eq!(percent.parse(" 11,5 "), Ok(Some(AttributeValue::Number(11_500))));
        assert_eq!(percent.parse(""), Ok(None));
        assert!(percent.parse("11,55").is_err(), "a digit is never dropped");
        assert!(percent.parse("veel").is_err());
        assert!(percent.parse("99999999999").is_err());
        let whole = AttributeKind::Number { unit: "W".into(), decimals: 0 };
        assert_eq!(whole.parse("180"), Ok(Some(AttributeValue::Number(180_000))));
        assert_eq!(AttributeKind::YesNo.parse("yes"), Ok(Some(AttributeValue::YesNo(true))));
        assert!(AttributeKind::YesNo.parse("ja").is_err());
        assert_eq!(AttributeKind::Text.parse("Frans"), Ok(Some(AttributeValue::Text("Frans".into()))));
    }

    #[test]
    fn a_number_of_yesterday_says_so() {
        let at: DateTime<Utc> = "2026-11-23T05:00:00Z".parse().expect("an instant");
        let told = StockTold { stock: Stock::InStock, at };
        assert!(!told.is_old(at + TimeDelta::hours(24)));
        assert!(told.is_old(at + TimeDelta::hours(24) + TimeDelta::seconds(1)));
        assert_eq!(Stock::parse("expected", None), Err(Refusal::Required));
    }

    #[test]
    fn a_sheet_has_changed_for_whoever_ordered_before() {
        let at = |day: u32| format!("2026-11-{day:02}T08:00:00Z").parse::<DateTime<Utc>>().expect("an instant");
        let sheet = |version, day| Document {
            hash: String::new(),
            version,
            dated_on: at(day).date_naive(),
            added_at: at(day),
            size: 1,
        };
        let both = [sheet(2, 10), sheet(1, 1)];
        assert!(changed_since(&both, Some(at(5))));
        assert!(!changed_since(&both, Some(at(12))));
        assert!(!changed_since(&both, None));
        assert!(!changed_since(&both[..1], Some(at(5))));
    }
}
