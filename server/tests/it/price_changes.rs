//! A price of next month is entered today, announced to whom it concerns, and holds from its day on.

use axum::http::StatusCode;
use chrono::{Days, TimeDelta};
use domain::{Quantity, UnitPrice};
use store::demo;

use crate::support::{AN, CLAIRE, ELS, SAMIR, TestPortal};

#[tokio::test]
async fn entered_today_announced_and_in_force_on_its_day() {
    let portal = TestPortal::open().await;
    let (mut els, mut an) = (portal.signed_in(ELS).await, portal.signed_in(AN).await);
    let actor = portal.actor(&an).await.unwrap();
    let (first, day) = (portal.day(&actor).await, portal.db.now().date_naive() + Days::new(30));
    // something she takes with a rhythm, by the bag
    let list = store::assortments::list(&portal.db, &actor, first).await.unwrap();
    let usual = list.iter().find(|a| a.habit.interval().is_some() && a.unit.least() == Quantity::whole(1)).unwrap();
    let (product, name) = (usual.product, usual.title().to_owned());
    let page = format!("/desk/customers/{}/assortment", demo::customer_id(0));
    let form = els.get(&page).await.form(&page).set(&format!("price.{product}"), "15,75");
    assert_eq!(els.submit(&page, &form).await.status, StatusCode::SEE_OTHER);
    let then = els.get(&format!("{page}?on={day}")).await;
    assert!(then.text().contains("Prijzen die u hier wijzigt, gelden vanaf"), "{}", then.text());
    let form = then.form(&page).set(&format!("price.{product}"), "16,50").set(&format!("tiers.{product}"), "");
    assert_eq!(els.submit(&page, &form).await.location(), format!("{page}?on={day}&saved=true"));
    // today nothing has changed, on that day it has
    let today = els.get(&page).await.form(&page);
    assert_eq!(today.get(&format!("price.{product}")), "15,75");
    let then = els.get(&format!("{page}?on={day}")).await.form(&page);
    assert_eq!(then.get(&format!("price.{product}")), "16,50");

    let list = an.get("/order").await.text();
    assert!(list.contains("verandert 1 van uw 14 artikelen van prijs, ongeveer € "), "{list}");
    let told = an.get("/price-changes").await.text();
    for said in [name.as_str(), "€ 15,75", "€ 16,50", "+4,8 %", "+€"] {
        assert!(told.contains(said), "{said} is not in {told}");
    }
    // on a phone the head of the column is gone, so every amount says what it is for
    assert!(told.contains("De bedragen per maand") && told.matches("data-l=\"Per maand\"").count() == 2, "{told}");
    // for whom it does not concern there is nothing, and for whom sees no prices not even the page
    let mut claire = portal.signed_in(CLAIRE).await;
    assert!(!claire.get("/order").await.text().contains("van prijs"));
    assert!(
        claire.get("/price-changes").await.text().contains("geen prijswijzigingen")
            || claire.get("/price-changes").await.text().contains("Aucun changement")
    );
    let none = claire.get("/price-changes").await.text();
    assert!(none.contains("<div class=\"head\">") && !none.contains("<div class=\"card empty\"><h1>"), "{none}");
    let mut samir = portal.signed_in(SAMIR).await;
    assert_eq!(samir.get("/price-changes").await.status, StatusCode::FORBIDDEN);

    let price = async |on| {
        let list = store::assortments::list(&portal.db, &actor, on).await.unwrap();
        list.iter().find(|a| a.product == product).unwrap().price().unwrap().amount
    };
    assert_eq!((price(first).await, price(day).await), (UnitPrice(157_500), UnitPrice(165_000)));
    assert_eq!(price(day - Days::new(1)).await, UnitPrice(157_500));
    // once it holds, it is no news any more
    portal.db.clock().advance(TimeDelta::days(31));
    let mut an = portal.signed_in(AN).await;
    let list = an.get("/order").await;
    assert!(!list.text().contains("van prijs"), "{}", list.text());
    let field = format!("quantity.{product}");
    an.submit("/basket/lines", &list.form("/basket/lines").set(&field, "4").set("go", "basket")).await;
    assert!(an.get("/basket").await.text().contains("€ 66,00"));
}

#[tokio::test]
async fn what_has_passed_does_not_change() {
    let portal = TestPortal::open().await;
    let mut els = portal.signed_in(ELS).await;
    let page = format!("/desk/customers/{}/assortment", demo::customer_id(0));
    let yesterday = portal.db.now().date_naive() - Days::new(1);
    let then = els.get(&format!("{page}?on={yesterday}")).await;
    assert!(then.text().contains("wat voorbij is, verandert niet meer") && !then.body.contains("name=\"remove\""));
    let form = els.get(&page).await.form(&page);
    let price = format!("price.{}", demo::product_id(0));
    let refused = els.submit(&page, &form.set("on", &yesterday.to_string()).set(&price, "1,00")).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text().contains("is voorbij"), "{}", refused.text());
    for typed in ["", "morgen", "2026-02-30", "99999-01-01"] {
        assert_eq!(els.get(&format!("{page}?on={typed}")).await.status, StatusCode::OK, "{typed}");
    }
}
