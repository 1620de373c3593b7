//! What one customer would pay, and why.

use app::{
    desk::price_question::{Answer, QuestionPage},
    form::Filled,
    i18n::agreements as a,
};
use axum::{
    extract::{Query, State},
    http::StatusCode,
    response::Response,
};
use chrono::NaiveDate;
use domain::{Permission, Quantity, Refusal, delivery};
use serde::Deserialize;
use store::prices;

use crate::{
    Portal,
    fault::Oops,
    pages::Frame,
    session::{OfStaff, Signed},
};

/// The question, as it was typed.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Question {
    customer: String,
    product: String,
    quantity: String,
    on: String,
}

/// `GET /desk/prices/question`
pub async fn show(
    State(portal): State<Portal>,
    OfStaff(signed): OfStaff,
    frame: Frame,
    Query(question): Query<Question>,
) -> Result<Response, Oops> {
    for right in [Permission::OrderOnBehalf, Permission::SeePrices] {
        signed.actor.require(right).map_err(|_| Oops::NotAllowed)?;
    }
    // a question about a customer alone waits for the article
    let mut refusals = Vec::new();
    let answer = if question.product.trim().is_empty() {
        None
    } else {
        find(&portal, &signed, frame.reader().today(), &question, &mut refusals).await?
    };
    let Question { customer, product, quantity, on } = question;
    let mut values: Vec<(String, String)> = [("customer", customer), ("product", product), ("quantity", quantity)]
        .map(|(name, value)| (name.to_owned(), value))
        .into();
    values.extend((!on.is_empty()).then(|| ("on".to_owned(), on)));
    let status = if refusals.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let page = QuestionPage { filled: Filled { values, refusals }, answer };
    let title = a::question(frame.reader().lang);
    Ok(frame.answer(status, title, move |r| app::desk::price_question::page(r, &page)).await)
}

/// The answer, or what is wrong with the question.
async fn find(
    portal: &Portal,
    signed: &Signed,
    today: NaiveDate,
    question: &Question,
    refusals: &mut Vec<(String, Refusal)>,
) -> store::Result<Option<Answer>> {
    let mut refuse = |field: &str, refusal: Refusal| refusals.push((field.to_owned(), refusal));
    let short = |typed: &str| typed.trim().chars().take(40).collect::<String>();
    let on = match question.on.trim() {
        "" => today,
        typed => delivery::day(typed).unwrap_or_else(|refusal| {
            refuse("on", refusal);
            today
        }),
    };
    let (customer, sku) = (short(&question.customer), short(&question.product));
    let (found, cost) = prices::asked(&portal.db, &signed.actor, &customer, &sku, on).await?;
    if found.customer.is_none() {
        let unknown = if customer.is_empty() { Refusal::Required } else { Refusal::UnknownChoice { typed: customer } };
        refuse("customer", unknown);
    }
    if found.product.is_none() {
        refuse("product", Refusal::UnknownChoice { typed: sku });
    }
    let quantity = match (question.quantity.trim(), &found.product) {
        ("", product) => Ok(product.as_ref().map_or(Quantity::ZERO, |product| product.unit.least())),
        (typed, product) => Quantity::parse(typed)
            .and_then(|quantity| product.as_ref().map_or(Ok(quantity), |product| product.unit.check(quantity))),
    };
    if let Err(refusal) = &quantity {
        refuse("quantity", refusal.clone());
    }
    let (Some(customer), Some(product), Ok(quantity)) = (found.customer, found.product, quantity) else {
        return Ok(None);
    };
    if !refusals.is_empty() {
        return Ok(None);
    }
    Ok(Some(Answer {
        customer,
        product,
        quantity,
        on,
        in_assortment: found.in_assortment,
        conditions: found.conditions,
        bundle: found.bundle,
        deposit: found.deposit,
        agreements: found.agreements,
        cost,
        may_see_costs: signed.actor.can(Permission::SeeCosts),
    }))
}
