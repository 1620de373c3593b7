//! Tiers: agreed by staff, shown before anything is taken, reached, ordered, and the same to the cent wherever they are asked.

use axum::http::StatusCode;
use domain::{
    Cents, Quantity, UnitPrice,
    price::{PriceTier, Step, TieredPrice},
};
use server::price::{Asked, price};
use store::demo;

use crate::support::{AN, ELS, TestPortal, order_of, quantity, told_at};

/// Els agrees on these tiers with the first bakery for its white flour, at 15,75 a bag.
async fn agreed(portal: &TestPortal, tiers: &str) -> crate::support::Answer {
    let mut els = portal.signed_in(ELS).await;
    let page = format!("/desk/customers/{}/assortment", demo::customer_id(0));
    let product = demo::product_id(0);
    let form = els.get(&page).await.form(&page);
    els.submit(&page, &form.set(&format!("price.{product}"), "15,75").set(&format!("tiers.{product}"), tiers)).await
}

#[tokio::test]
async fn agreed_seen_reached_and_ordered() {
    let portal = TestPortal::open().await;
    assert_eq!(agreed(&portal, "10: 15,20; 40: 14,80").await.status, StatusCode::SEE_OTHER);
    let mut an = portal.signed_in(AN).await;
    let list = an.get("/order").await;
    assert!(list.text().contains("vanaf 10: € 15,20 · 40: € 14,80"), "{}", list.text());
    let near = list.form("/basket/lines").set(&quantity(0), "8").set("go", "stay");
    an.submit("/basket/lines", &near).await;
    let list = an.get("/order").await;
    assert!(list.text().contains("nog 2 en de prijs wordt € 15,20: u bespaart € 5,50"), "{}", list.text());
    an.submit("/basket/lines", &list.form("/basket/lines").set(&quantity(0), "12").set("go", "basket")).await;
    let basket = an.get("/basket").await;
    let text = basket.text();
    for said in ["€ 15,20", "nog 28 en de prijs wordt € 14,80", "Staffelprijs vanaf 10: € 15,20.", "€ 182,40"] {
        assert!(text.contains(said), "{said} is not in {text}");
    }
    let sent = an.submit("/basket/submission", &basket.form("/basket/submission").set("go", "send")).await;
    let actor = portal.actor(&an).await.unwrap();
    let order = portal.order(&actor, order_of(&sent)).await;
    let line = order.lines[0].price.clone().unwrap();
    let tier = PriceTier { from: Quantity::whole(10), price: UnitPrice(152_000) };
    assert_eq!((line.amount, line.trace.last()), (UnitPrice(152_000), Some(&Step::Tier(tier))));
    assert_eq!(order.totals.unwrap().net, Cents(18_240));
}

#[tokio::test]
async fn tiers_that_are_none_are_told_at_the_field() {
    let portal = TestPortal::open().await;
    let field = format!("tiers.{}", demo::product_id(0));
    for (typed, message) in [
        ("10", "“10” is geen staffel"),
        ("10: veel", "“veel” is geen getal"),
        ("10: 15,75", "elke staffel vraagt meer en kost minder"),
        ("10: 15,20; 10: 14,80", "elke staffel vraagt meer en kost minder"),
        ("0: 15", "een aantal boven nul"),
        ("10: -3", "minder dan nul kan niet"),
    ] {
        let answer = agreed(&portal, typed).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{typed}");
        told_at(&answer, &field, message);
    }
    let list = portal.signed_in(AN).await.get("/order").await.text();
    let flour = &list[list.find("Tarwebloem T45 25 kg").unwrap()..][..300];
    assert!(flour.contains("vanaf 10: € 17,70"), "nothing of it was saved: {flour}");
}

#[tokio::test]
async fn tiers_that_changed_are_shown_before_they_count() {
    let portal = TestPortal::open().await;
    agreed(&portal, "10: 15,20").await;
    let mut an = portal.signed_in(AN).await;
    let list = an.get("/order").await.form("/basket/lines").set(&quantity(0), "12").set("go", "basket");
    an.submit("/basket/lines", &list).await;
    let basket = an.get("/basket").await.form("/basket/submission").set("go", "send");
    agreed(&portal, "20: 15,20").await;
    let refused = an.submit("/basket/submission", &basket).await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    told_at(&refused, &quantity(0), "prijs nu € 15,75, was € 15,20");
    // of eight bags nothing has changed
    let few = basket.set(&quantity(0), "8");
    assert_eq!(an.submit("/basket/submission", &few).await.status, StatusCode::SEE_OTHER);
}

/// The page, the basket, the stored order and the command line agree to the cent.
#[tokio::test]
async fn everywhere_the_same_to_the_cent() {
    let portal = TestPortal::open().await;
    agreed(&portal, "10: 15,2055; 40: 14,8").await;
    let actor = portal.person(AN).await;
    let customer = store::customers::get(&portal.db, &portal.person(ELS).await, demo::customer_id(0)).await.unwrap();
    let expected = TieredPrice::parse(UnitPrice(157_500), "10: 15,2055; 40: 14,8").unwrap();
    for units in [4, 9, 10, 11, 39, 40, 77] {
        let id = portal.ordered(&actor, &[(0, units)]).await;
        let order = portal.order(&actor, id).await;
        let line = &order.lines[0];
        let amount = expected.at(line.ordered).amount(line.ordered, &line.unit);
        assert_eq!((line.amount, order.totals.as_ref().map(|t| t.net)), (Some(amount), Some(amount)), "{units} bags");
        let asked = Asked {
            customer: customer.number.clone(),
            product: line.sku.clone(),
            quantity: units.to_string(),
            unit: Some(line.unit.code.0.clone()),
            on: Some(order.head.delivery_on.to_string()),
        };
        let told = price(&portal.db, &asked).await.unwrap();
        assert_eq!(told["amount"], format!("{}.{:02}", amount.0 / 100, amount.0 % 100), "{told}");
        let steps = told["trace"].as_array().unwrap().len();
        assert_eq!(steps, line.price.as_ref().unwrap().trace.len(), "{told}");
    }
    let unknown = Asked { customer: "999".into(), product: "x".into(), quantity: "1".into(), unit: None, on: None };
    assert!(price(&portal.db, &unknown).await.unwrap_err().contains("--customer"));
    let half =
        Asked { customer: customer.number, product: "010555".into(), quantity: "0,5".into(), unit: None, on: None };
    assert!(price(&portal.db, &half).await.unwrap_err().contains("--quantity"));
}
