//! What one customer would pay, and why.

use app::{
    desk::price_question::{Answer, Choice, QuestionPage},
    form::Filled,
    i18n::agreements as a,
};
use axum::{
    extract::{Query, State},
    http::StatusCode,
    response::Response,
};
use chrono::NaiveDate;
use domain::{Lang, Permission, Quantity, Refusal, customer::Customer, delivery, product::Product};
use serde::Deserialize;
use store::{customers, prices, products};

use crate::{
    Portal,
    fault::Oops,
    pages::Frame,
    session::{OfStaff, Signed},
};

/// So many are offered where a name may mean several.
const CHOICES: usize = 8;

/// The question, as it was typed. Who is led here has not been asked for an article yet.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Question {
    customer: String,
    product: Option<String>,
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
    let Question { customer, product, quantity, on } = question;
    let sent = product.is_some();
    let product = product.unwrap_or_default();
    let mut values: Vec<(String, String)> = [("customer", customer), ("product", product), ("quantity", quantity)]
        .map(|(name, value)| (name.to_owned(), value))
        .into();
    values.extend((!on.is_empty()).then(|| ("on".to_owned(), on)));
    let filled = Filled { values, refusals: Vec::new() };
    let mut page = QuestionPage { filled, choices: Vec::new(), answer: None };
    if sent {
        page.answer = answer(&portal, &signed, frame.reader().today(), &mut page).await?;
    }
    let refused = page.filled.is_refused();
    let status = if refused { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let title = a::question(frame.reader().lang);
    Ok(frame.answer(status, title, move |r| app::desk::price_question::page(r, &page)).await)
}

/// The answer; or the page is told what is wrong with the question, all of it at once.
async fn answer(
    portal: &Portal,
    signed: &Signed,
    today: NaiveDate,
    page: &mut QuestionPage,
) -> store::Result<Option<Answer>> {
    let typed = |field: &str| page.filled.typed(field).unwrap_or_default().trim();
    let short = |field: &str| typed(field).chars().take(40).collect::<String>();
    let (customer, product) = (short("customer"), short("product"));
    let quantity = typed("quantity").to_owned();
    let on = match typed("on") {
        "" => Ok(today),
        typed => delivery::day(typed),
    };
    let day = *on.as_ref().unwrap_or(&today);
    let (db, actor) = (&portal.db, &signed.actor);
    let (mut found, mut cost) = prices::asked(db, actor, &customer, &product, day).await?;
    // what is no number may be a name
    if found.customer.is_none() || found.product.is_none() {
        let number = match &found.customer {
            Some(customer) => Some(customer.number.clone()),
            None => page.meant("customer", &customer, like_customer(portal, signed, &customer).await?),
        };
        let sku = match &found.product {
            Some(product) => Some(product.sku.clone()),
            None => page.meant("product", &product, like_product(portal, signed, &product).await?),
        };
        let (number, sku) = (number.unwrap_or_default(), sku.unwrap_or_default());
        (found, cost) = prices::asked(db, actor, &number, &sku, day).await?;
    }
    let quantity = match (quantity.as_str(), &found.product) {
        ("", product) => Ok(product.as_ref().map_or(Quantity::ZERO, |product| product.unit.least())),
        (typed, product) => Quantity::parse(typed)
            .and_then(|quantity| product.as_ref().map_or(Ok(quantity), |product| product.unit.check(quantity))),
    };
    let mut refuse = |field: &str, refusal: Option<Refusal>| {
        page.filled.refusals.extend(refusal.map(|refusal| (field.to_owned(), refusal)));
    };
    refuse("quantity", quantity.as_ref().err().cloned());
    refuse("on", on.err());
    let (Some(customer), Some(product), Ok(quantity), false) =
        (found.customer, found.product, quantity, page.filled.is_refused())
    else {
        return Ok(None);
    };
    Ok(Some(Answer {
        customer,
        product,
        quantity,
        on: day,
        in_assortment: found.in_assortment,
        conditions: found.conditions,
        bundle: found.bundle,
        deposit: found.deposit,
        agreements: found.agreements,
        cost,
        may_see_costs: signed.actor.can(Permission::SeeCosts),
    }))
}

async fn like_customer(portal: &Portal, signed: &Signed, typed: &str) -> store::Result<Vec<Choice>> {
    if typed.is_empty() {
        return Ok(Vec::new());
    }
    let found = customers::list(&portal.db, &signed.actor, typed, CHOICES).await?;
    let choice = |customer: Customer| Choice { code: customer.number, names: vec![customer.name] };
    Ok(found.into_iter().map(choice).collect())
}

/// Discontinued ones too: they have a price as well. The name in the reader's language goes first.
async fn like_product(portal: &Portal, signed: &Signed, typed: &str) -> store::Result<Vec<Choice>> {
    if typed.is_empty() {
        return Ok(Vec::new());
    }
    let found = products::list(&portal.db, &signed.actor, typed, CHOICES).await?;
    let langs = [signed.actor.language].into_iter().chain(Lang::ALL);
    let names = |product: &Product| langs.clone().map(|lang| product.names.get(lang).to_owned()).collect();
    Ok(found.into_iter().map(|product| Choice { names: names(&product), code: product.sku }).collect())
}
