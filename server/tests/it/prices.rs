//! Whoever may not see prices sees nothing that a price could be computed from.

use std::collections::BTreeSet;

use domain::{Permission, Role};
use store::demo;

use crate::support::{Answer, CLAIRE, ELS, SAMIR, TestPortal, quantity};

/// Numbers with two decimals or more, as amounts are written in French.
fn amounts(text: &str) -> BTreeSet<String> {
    text.split(|c: char| !(c.is_ascii_digit() || c == ',' || c == ' '))
        .map(str::trim)
        .filter(|word| {
            let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
            word.split_once(',')
                .is_some_and(|(whole, cents)| digits(&whole.replace(' ', "")) && digits(cents) && cents.len() >= 2)
        })
        .map(str::to_owned)
        .collect()
}

fn shows_no_price(answer: &Answer, claires: &BTreeSet<String>, raw: &[String], what: &str) {
    let text = answer.text();
    assert!(
        !text.contains('€'),
        "{what} shows an amount: {:?}",
        text.split('€').next().map(|t| &t[t.len().saturating_sub(120)..])
    );
    let seen: Vec<_> = amounts(&text).into_iter().filter(|a| claires.contains(a)).collect();
    assert!(seen.is_empty(), "{what} shows {seen:?}");
    for rules in text.split("data-u=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
        assert_eq!(rules.split_whitespace().count(), 4, "{what}: the rules of a row have a price: {rules:?}");
    }
    for number in raw {
        let alone = text.split(|c: char| !c.is_ascii_digit()).any(|word| word == number);
        assert!(!alone, "{what} has the bare price {number}");
    }
}

#[tokio::test]
async fn the_kitchen_sees_no_price_on_any_page() {
    assert!(!Role::Kitchen.permissions().contains(&Permission::SeePrices));
    let portal = TestPortal::open().await;
    let actor = portal.person(CLAIRE).await;
    let order = portal.ordered(&actor, &[(0, 3), (8, 7), (12, 4)]).await;
    portal.fill(&actor, &[(0, 7), (3, 13), (10, 9)]).await;
    let (mut claire, mut samir) = (portal.signed_in(CLAIRE).await, portal.signed_in(SAMIR).await);
    let articles = store::assortments::list(&portal.db, &actor, portal.day(&actor).await).await.unwrap();
    let raw: Vec<String> =
        articles.iter().filter_map(|a| a.conditions.as_ref()).map(|c| c.tiered().base.0.to_string()).collect();
    assert!(!raw.is_empty());
    let past = store::orders::history(&portal.db, &actor, None, 50).await.unwrap().rows;
    let mut paths: Vec<String> =
        ["/order", "/order?show=usual", "/order?q=farine", "/basket", "/basket/state", "/orders", "/account"]
            .map(str::to_owned)
            .into();
    paths.extend(past.iter().map(|o| format!("/orders/{}", o.id)));
    paths.push(format!("/orders/{order}?placed=true"));
    let mut compared = BTreeSet::new();
    for path in &paths {
        let hers = amounts(&claire.get(path).await.text());
        compared.extend(hers);
    }
    assert!(compared.len() > 20, "Claire sees amounts: {compared:?}");
    for path in &paths {
        let his = samir.get(path).await;
        assert_eq!(his.status, 200, "{path}");
        shows_no_price(&his, &compared, &raw, path);
    }
    assert_eq!(samir.get("/basket/state").await.json()["net"], serde_json::Value::Null);
    assert!(claire.get("/basket/state").await.json()["net"].is_i64());
}

#[tokio::test]
async fn nor_in_an_answer_to_what_he_sends() {
    let portal = TestPortal::open().await;
    let mut samir = portal.signed_in(SAMIR).await;
    let actor = portal.actor(&samir).await.unwrap();
    let none = BTreeSet::new();
    let told = samir.script("/basket/lines", &[(&quantity(0), "3")]).await;
    assert_eq!(told.json(), serde_json::json!({ "version": 1 }), "what a script is told of its own change");
    let wrong = samir.post("/basket/lines", &[(&quantity(0), "1,5")]).await;
    assert_eq!(wrong.status, 422);
    shows_no_price(&wrong, &none, &[], "a refused list");
    let form = samir.get("/basket").await.form("/basket/submission").set("go", "send");
    let wrong = samir.submit("/basket/submission", &form.clone().set("delivery_on", "")).await;
    assert_eq!(wrong.status, 422);
    shows_no_price(&wrong, &none, &[], "a refused basket");
    // a price that his page never showed is not set right for him
    let guessed = format!("{}=1", demo::product_id(0));
    let sent = samir.submit("/basket/submission", &form.set("prices", &guessed)).await;
    assert_eq!(sent.status, 303);
    shows_no_price(&samir.get(sent.location()).await, &none, &[], "a request that was just sent");
    assert!(portal.order(&actor, sent.location()[8..44].parse().unwrap()).await.totals.is_none());
}

/// What is missing to a strict minimum would tell what the basket costs.
#[tokio::test]
async fn nor_when_the_basket_is_below_the_minimum() {
    let portal = TestPortal::open().await;
    let els = portal.person(ELS).await;
    let customer = demo::customer_id(1);
    let now = store::customers::get(&portal.db, &els, customer).await.unwrap();
    let form = store::customers::CustomerForm {
        customer_group: String::new(),
        number: now.number,
        name: now.name,
        language: "fr".into(),
        order_minimum: "999,99".into(),
        minimum_is_strict: true,
        ..Default::default()
    };
    store::customers::save(&portal.db, &els, customer, now.version, &form).await.unwrap();
    let mut samir = portal.signed_in(SAMIR).await;
    samir.post("/basket/lines", &[(&quantity(0), "1")]).await;
    let basket = samir.get("/basket").await;
    shows_no_price(&basket, &BTreeSet::new(), &[], "the basket below the minimum");
    let form = basket.form("/basket/submission").set("go", "send");
    let answer = samir.submit("/basket/submission", &form).await;
    // he may see no amount, so he is not refused for one: whoever approves is
    assert_eq!(answer.status, 303);
    shows_no_price(&answer, &BTreeSet::new(), &[], "what he asked for");
    let fields: Vec<(&str, &str)> = form.0.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    let told = samir.script("/basket/submission", &fields).await;
    shows_no_price(&told, &BTreeSet::new(), &[], "the answer for a script");
    let page = &answer.location()[..44];
    let mut claire = portal.signed_in(CLAIRE).await;
    let refused = claire.post(&format!("{page}/approval"), &[("version", "1")]).await;
    assert_eq!(refused.status, 422);
    assert!(refused.text().contains("Votre minimum de commande est de 999,99 €"), "who approves is told the amounts");
    shows_no_price(&samir.get(page).await, &BTreeSet::new(), &[], "what waits for approval");
}
