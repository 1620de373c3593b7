//! `toonbank search`: what a customer finds when he types something, in its order, for scripts and for whoever wonders why.

use domain::find::rank::Place;
use serde_json::{Value, json};
use store::{Db, search};

/// What is asked, as it was typed.
pub struct Asked {
    pub customer: String,
    pub text: String,
    pub most: usize,
}

/// The answer as JSON, or what is wrong with the question.
pub async fn search(db: &Db, asked: &Asked) -> Result<Value, String> {
    let found = search::of_number(db, &asked.customer, &asked.text, asked.most).await.map_err(|e| e.to_string())?;
    let (items, more) = found.ok_or_else(|| format!("customer (--customer): no number {:?}", asked.customer))?;
    let items: Vec<Value> = items
        .iter()
        .enumerate()
        .map(|(at, item)| {
            json!({
                "rank": at + 1,
                "product": item.sku,
                "gtin": item.gtin,
                "name": item.name,
                "own_name": item.own_name,
                "own_code": item.own_code,
                "because": because(item.answer.rank.place),
                "doubtful": item.answer.rank.doubtful,
                "cost": item.answer.rank.cost,
                "words": item.answer.answered,
            })
        })
        .collect();
    Ok(json!({ "customer": asked.customer, "text": asked.text, "items": items, "more": more }))
}

fn because(place: Place) -> &'static str {
    match place {
        Place::Code => "code",
        Place::Own => "own_name",
        Place::Bought => "bought_before",
        Place::Assortment => "assortment",
    }
}
