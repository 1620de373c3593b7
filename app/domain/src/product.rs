//! What the distributor sells, and what one customer may order of it under which name.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    Cents, Lang, ProductId, Quantity, SalesUnit, UnitCode, VatRate,
    bundle::Bundle,
    guide::Habit,
    pack::{Pack, equivalents},
    packaging::{Deposit, PerUnit},
    price::{Conditions, Price, TieredPrice},
};

/// An article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Product {
    pub id: ProductId,
    /// The distributor's code; text, leading zeros stay.
    pub sku: String,
    pub gtin: Option<String>,
    pub names: Names,
    /// The key of its [`Category`].
    pub category: String,
    pub base_unit: UnitCode,
    pub unit: SalesUnit,
    /// Bigger units, the smallest first.
    pub packs: Vec<Pack>,
    pub list_price: TieredPrice,
    /// The list price that follows, and its first day.
    pub coming: Option<(NaiveDate, TieredPrice)>,
    pub vat: VatRate,
    /// The code of the returnable packaging that it comes in, and in how many of it a sales unit comes.
    pub packaging: Option<(String, PerUnit)>,
    pub allergens: Vec<Allergen>,
    pub state: ProductState,
    pub version: i64,
}

/// A shelf of the warehouse.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Category {
    pub key: String,
    pub names: Names,
}

/// The name per language; where one is missing the Dutch one serves.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Names {
    pub nl: String,
    pub fr: String,
    pub en: String,
}

impl Names {
    pub fn get(&self, lang: Lang) -> &str {
        let name = match lang {
            Lang::Nl => &self.nl,
            Lang::Fr => &self.fr,
            Lang::En => &self.en,
        };
        [name, &self.nl, &self.en, &self.fr].into_iter().find(|n| !n.is_empty()).map_or("", |n| n)
    }
}

/// Can it still be ordered?
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum ProductState {
    #[default]
    Active,
    Discontinued,
}

/// The fourteen of Regulation (EU) 1169/2011, annex II.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Allergen {
    Gluten,
    Crustaceans,
    Eggs,
    Fish,
    Peanuts,
    Soybeans,
    Milk,
    Nuts,
    Celery,
    Mustard,
    Sesame,
    Sulphites,
    Lupin,
    Molluscs,
}

impl Allergen {
    pub const ALL: [Allergen; 14] = [
        Allergen::Gluten,
        Allergen::Crustaceans,
        Allergen::Eggs,
        Allergen::Fish,
        Allergen::Peanuts,
        Allergen::Soybeans,
        Allergen::Milk,
        Allergen::Nuts,
        Allergen::Celery,
        Allergen::Mustard,
        Allergen::Sesame,
        Allergen::Sulphites,
        Allergen::Lupin,
        Allergen::Molluscs,
    ];

    /// As it is written in files.
    pub const fn key(self) -> &'static str {
        match self {
            Allergen::Gluten => "gluten",
            Allergen::Crustaceans => "crustaceans",
            Allergen::Eggs => "eggs",
            Allergen::Fish => "fish",
            Allergen::Peanuts => "peanuts",
            Allergen::Soybeans => "soybeans",
            Allergen::Milk => "milk",
            Allergen::Nuts => "nuts",
            Allergen::Celery => "celery",
            Allergen::Mustard => "mustard",
            Allergen::Sesame => "sesame",
            Allergen::Sulphites => "sulphites",
            Allergen::Lupin => "lupin",
            Allergen::Molluscs => "molluscs",
        }
    }

    pub fn from_key(key: &str) -> Option<Allergen> {
        Allergen::ALL.into_iter().find(|a| a.key() == key)
    }
}

/// One row of a customer's own list: the article as this customer knows it, with his price and his habit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Article {
    pub product: ProductId,
    pub sku: String,
    /// The distributor's name in the reader's language.
    pub name: String,
    /// The customer's own name, where he has one.
    pub own_name: Option<String>,
    pub own_code: Option<String>,
    /// The name of its shelf, in the reader's language.
    pub category: String,
    pub base_unit: UnitCode,
    pub unit: SalesUnit,
    /// Bigger units, the smallest first.
    pub packs: Vec<Pack>,
    pub vat: VatRate,
    pub favourite: bool,
    /// None for who may not see prices.
    pub conditions: Option<Conditions>,
    /// That it is cheaper with others; none for who may not see prices.
    pub bundle: Option<Bundle>,
    /// For what comes in returnable packaging; none for who may not see prices.
    pub deposit: Option<Deposit>,
    pub habit: Habit,
    /// What lies in the basket now.
    pub quantity: Quantity,
    /// Who put it there, if somebody did.
    pub added_by: Option<String>,
}

impl Article {
    /// The text it is found by, folded: both names and both codes.
    pub fn findable(&self) -> String {
        let own = |text: &Option<String>| text.clone().unwrap_or_default();
        crate::find::fold(&format!("{} {} {} {}", own(&self.own_name), self.name, self.sku, own(&self.own_code)))
    }

    /// The price of what lies in the basket now; none for who may not see prices.
    pub fn price(&self) -> Option<Price> {
        let price = self.price_alone()?;
        Some(match &self.bundle {
            Some(bundle) => price.less(bundle, self.product),
            None => price,
        })
    }

    /// The same without the bundle it is in.
    pub fn price_alone(&self) -> Option<Price> {
        Some(self.conditions.as_ref()?.price(self.quantity))
    }

    /// What that comes to.
    pub fn amount(&self) -> Option<Cents> {
        Some(self.amount_alone()? - self.off())
    }

    /// The same without what goes off for what lies beside it in the basket.
    pub fn amount_alone(&self) -> Option<Cents> {
        Some(self.conditions.as_ref()?.tiered().amount(self.quantity, &self.unit))
    }

    /// What goes off for what lies beside it in the basket.
    pub fn off(&self) -> Cents {
        self.bundle.as_ref().map(|bundle| bundle.off_of(self.product)).unwrap_or_default()
    }

    /// What is charged for the packaging of what lies in the basket, beside its amount.
    pub fn deposit_due(&self) -> Option<Cents> {
        Some(self.deposit.as_ref()?.of(self.quantity))
    }

    /// What lies in the basket, in other units.
    pub fn equivalents(&self) -> Vec<(Quantity, UnitCode)> {
        equivalents(self.quantity, &self.unit, &self.base_unit, &self.packs)
    }

    /// What the customer calls it.
    pub fn title(&self) -> &str {
        self.own_name.as_deref().unwrap_or(&self.name)
    }

    /// Is it time again, for a delivery on `day`?
    pub fn is_due(&self, day: NaiveDate) -> bool {
        self.habit.is_due(day)
    }
}

/// What a GTIN must satisfy: 8, 12, 13 or 14 digits with the check digit of GS1 (General Specifications 7.9).
pub fn gtin(typed: &str) -> Result<Option<String>, crate::Refusal> {
    let text = typed.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let digits: Vec<u32> = text.chars().map(|c| c.to_digit(10)).collect::<Option<_>>().unwrap_or_default();
    let weighed: u32 = digits.iter().rev().enumerate().map(|(i, d)| if i % 2 == 1 { d * 3 } else { *d }).sum();
    if matches!(digits.len(), 8 | 12 | 13 | 14) && weighed.is_multiple_of(10) {
        Ok(Some(text.to_owned()))
    } else {
        Err(crate::Refusal::NotAGtin)
    }
}
