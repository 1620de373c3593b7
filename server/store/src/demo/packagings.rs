//! What of the demo's goods comes in packaging that is charged for until it comes back.

use domain::{
    Cents,
    packaging::{Deposit, PerUnit},
};
use sea_orm::IntoActiveModel;

use super::catalogue::DemoProduct;
use crate::{Result, Write, db::insert_all, entity::packaging};

/// Code, names in three languages, the deposit on each in hundredths.
const PACKAGINGS: [(&str, [&str; 3], i64); 3] = [
    ("BAK24", ["bak met 24 flesjes", "bac de 24 bouteilles", "crate of 24 bottles"], 450),
    ("GISTKAN", ["gistkan 20 l", "bidon à levure 20 l", "yeast churn 20 l"], 1_250),
    ("MELKKAN", ["melkkan 10 l", "bidon à lait 10 l", "milk churn 10 l"], 900),
];

/// The code of what a product comes in.
pub(super) fn of(product: &DemoProduct) -> Option<&'static str> {
    match (product.sku, product.sales_unit) {
        ("020134", _) => Some("GISTKAN"),
        ("050200", _) => Some("MELKKAN"),
        (_, "CR") => Some("BAK24"),
        _ => None,
    }
}

/// What an order line of it is charged.
pub(super) fn deposit(product: &DemoProduct) -> Option<Deposit> {
    let (code, [name, ..], each) = PACKAGINGS.into_iter().find(|(code, ..)| Some(*code) == of(product))?;
    let (packaging, name) = (code.to_owned(), name.to_owned());
    Some(Deposit { packaging, name, per_unit: PerUnit::default(), each: Cents(each) })
}

pub(super) async fn put(write: &Write) -> Result<()> {
    let rows = PACKAGINGS.map(|(code, [nl, fr, en], deposit)| {
        let (code, deposit) = (code.to_owned(), Cents(deposit));
        let (name_nl, name_fr, name_en) = (nl.to_owned(), fr.to_owned(), en.to_owned());
        packaging::Model { code, name_nl, name_fr, name_en, deposit, version: 1 }.into_active_model()
    });
    insert_all(write, rows.into()).await
}
