//! Units: layers and pallets, what a quantity is in kilograms, and what is paid by the weight it turns out to have.

use axum::http::StatusCode;
use domain::{Cents, OrderId, Quantity, event::Event};
use server::price::{Asked, price};
use store::{demo, products::ProductForm};

use crate::support::{AN, Answer, ELS, Form, MIA, TestPortal, order_of, product_form, quantity, told_at};

#[tokio::test]
async fn an_fills_a_layer_then_a_pallet() {
    let portal = TestPortal::open().await;
    let mut an = portal.signed_in(AN).await;
    let list = an.get("/order").await;
    assert!(list.words().contains("Volle laag: 8") && list.words().contains("Volle pallet: 40"), "{}", list.words());
    let (three, product) = (list.form("/basket/lines").set(&quantity(0), "3"), demo::product_id(0));
    for (pack, bags, same) in [("LR", "8", "= 1 laag = 200 kg"), ("PX", "40", "= 1 pallet = 1.000 kg")] {
        an.submit("/basket/lines", &three.clone().set("pack", &format!("{product}:{pack}"))).await;
        let list = an.get("/order").await;
        assert_eq!(list.form("/basket/lines").get(&quantity(0)), bags);
        assert!(list.words().contains(same), "{}", list.words());
        // taken back, so that three are a change again
        an.submit("/basket/lines", &list.form("/basket/lines").set(&quantity(0), "0")).await;
    }
    // a pack that is none changes nothing
    let none = an.submit("/basket/lines", &three.set("pack", &format!("{product}:XX"))).await;
    assert_eq!(none.status, StatusCode::SEE_OTHER);
    assert_eq!(an.get("/order").await.form("/basket/lines").get(&quantity(0)), "3");
}

#[tokio::test]
async fn packs_that_are_none_are_told_at_the_field() {
    let portal = TestPortal::open().await;
    let mut els = portal.signed_in(ELS).await;
    let page = format!("/desk/products/{}", demo::product_id(0));
    let form = els.get(&page).await.form(&page);
    assert_eq!(form.get("packs"), "LR: 8; PX: 40");
    for typed in ["PX: 40; LR: 8", "BG: 8", "PX", "PX: 2,5"] {
        let refused = els.submit(&page, &form.clone().set("packs", typed)).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{typed}");
        told_at(&refused, "packs", "is geen verpakking");
        assert_eq!(refused.form(&page).get("packs"), typed);
    }
    let refused = els.submit(&page, &form.clone().set("tolerance", "80")).await;
    told_at(&refused, "tolerance", "“80”");
    // boxes of five and no packs: the bags of the pallet would not be whole
    let refused = els.submit(&page, &form.set("multiple", "5").set("packs", "PX: 42")).await;
    told_at(&refused, "packs", "is geen verpakking");
}

/// Ham by the piece of about five kilograms, at 12,45 a kilogram; An orders two.
async fn ham_ordered(portal: &TestPortal) -> (OrderId, Answer) {
    let els = portal.person(ELS).await;
    let ham = ProductForm {
        unit: "C62".into(),
        factor: "5".into(),
        tolerance: "10".into(),
        list_price: "12,45".into(),
        ..product_form("900001", "Gekookte ham")
    };
    let ham = store::products::create(&portal.db, &els, &ham).await.unwrap();
    store::assortments::add(&portal.db, &els, demo::customer_id(0), "900001").await.unwrap();
    let mut an = portal.signed_in(AN).await;
    let list = an.get("/order").await;
    assert!(list.words().contains("€ 12,45 / kg"), "{}", list.words());
    let two = list.form("/basket/lines").set(&format!("quantity.{ham}"), "2").set("go", "basket");
    an.submit("/basket/lines", &two).await;
    let basket = an.get("/basket").await;
    for said in ["ca. € 124,50", "= 10 kg", "Totaal (geschat, te wegen)"] {
        assert!(basket.words().contains(said), "{said} is not in {}", basket.words());
    }
    let sent = an.submit("/basket/submission", &basket.form("/basket/submission").set("go", "send")).await;
    let order = order_of(&sent);
    (order, an.get(&format!("/orders/{order}")).await)
}

#[tokio::test]
async fn what_is_weighed_is_an_estimate_until_it_is() {
    let portal = TestPortal::open().await;
    let (order, page) = ham_ordered(&portal).await;
    for said in ["ca. € 124,50", "€ 12,45 / kg", "= 10 kg, geschat, wordt gewogen", "Totaal (geschat, te wegen)"] {
        assert!(page.words().contains(said), "{said} is not in {}", page.words());
    }
    let mut mia = portal.signed_in(MIA).await;
    let review = format!("/desk/orders/{order}");
    let weight = format!("{review}/lines/1/weight");
    let form = |page: &Answer| -> Form { page.form(&weight) };
    mia.submit(&format!("{review}/acceptance"), &mia.clone().get(&review).await.form(&format!("{review}/acceptance")))
        .await;
    // after the desk has accepted, as it is picked
    let shown = mia.get(&review).await;
    assert!(shown.words().contains("Verwacht: 9 tot 11 kg"), "{}", shown.words());
    for (typed, message) in [("", "dit is nodig"), ("veel", "is geen getal"), ("102,36", "Verwacht was 9 tot 11")] {
        let refused = mia.submit(&weight, &form(&shown).set("weight.1", typed)).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{typed}");
        assert!(
            refused.text().to_lowercase().contains(&message.to_lowercase()),
            "{message} is not in {}",
            refused.text()
        );
    }
    let weighed = mia.submit(&weight, &form(&shown).set("weight.1", "10,236")).await;
    assert_eq!(weighed.status, StatusCode::SEE_OTHER);
    let mut an = portal.signed_in(AN).await;
    let page = an.get(&format!("/orders/{order}")).await.words();
    for said in ["€ 127,44", "gewogen: 10,236 kg", "woog 900001: 10,236 in plaats van 10"] {
        assert!(page.contains(said), "{said} is not in {page}");
    }
    assert!(!page.contains("geschat"), "{page}");
    // out of its tolerance, and sure of it
    let light = form(&mia.get(&review).await).set("weight.1", "8").set("sure", "true");
    assert_eq!(mia.submit(&weight, &light).await.status, StatusCode::SEE_OTHER);
    let actor = portal.actor(&an).await.unwrap();
    let seen = portal.order(&actor, order).await;
    assert_eq!(seen.totals.unwrap().net, Cents(9_960));
    let entry = &seen.journal.last().unwrap().event;
    let (before, after) = (Quantity(10_236), Quantity::whole(8));
    assert_eq!(*entry, Event::Weighed { line: 1, sku: "900001".into(), before, after });
    // who saw it before that is told
    let stale = mia.submit(&weight, &form(&shown).set("weight.1", "10")).await;
    assert_eq!(stale.status, StatusCode::CONFLICT);
}

#[tokio::test]
async fn another_quantity_is_weighed_anew() {
    let portal = TestPortal::open().await;
    let (order, _) = ham_ordered(&portal).await;
    let mut mia = portal.signed_in(MIA).await;
    let review = format!("/desk/orders/{order}");
    let (line, weight) = (format!("{review}/lines/1"), format!("{review}/lines/1/weight"));
    let form = mia.get(&review).await.form(&weight).set("weight.1", "10,2");
    mia.submit(&weight, &form).await;
    let form = mia.get(&review).await.form(&line).set("adjust.1", "1").set("cause.1", "short");
    mia.submit(&line, &form).await;
    let page = mia.get(&review).await.words();
    assert!(page.contains("ca. € 62,25") && page.contains("= 5 kg, geschat"), "{page}");
}

#[tokio::test]
async fn who_may_not_see_prices_sees_weights_and_nothing_of_money() {
    let portal = TestPortal::open().await;
    let (order, _) = ham_ordered(&portal).await;
    let greet = portal.person("greet@bakkerijpeeters.example").await;
    let kitchen = domain::Actor { role: domain::Role::Kitchen, ..greet };
    let seen = store::orders::get(&portal.db, &kitchen, order).await.unwrap();
    assert!(seen.is_estimate() && seen.totals.is_none() && seen.lines[0].amount.is_none());
}

#[tokio::test]
async fn the_price_of_a_pallet_in_kilograms_and_in_bags_is_one() {
    let portal = TestPortal::open().await;
    let customer = store::customers::get(&portal.db, &portal.person(ELS).await, demo::customer_id(0)).await.unwrap();
    let ask = |quantity: &str, unit: &str| Asked {
        customer: customer.number.clone(),
        product: "010455".into(),
        quantity: quantity.into(),
        unit: Some(unit.into()),
        on: None,
    };
    let mut answers = Vec::new();
    for (quantity, unit) in [("40", "BG"), ("1", "px"), ("5", "LR"), ("1000", "KGM")] {
        answers.push(price(&portal.db, &ask(quantity, unit)).await.unwrap());
    }
    assert_eq!(answers[0]["quantity"], "40.000");
    assert!(answers.iter().all(|answer| *answer == answers[0]), "{answers:?}");
    let unknown = price(&portal.db, &ask("1", "ZZ")).await.unwrap_err();
    assert!(unknown.contains("LR, PX, BG, KGM"), "{unknown}");
    let broken = price(&portal.db, &ask("30", "KGM")).await.unwrap_err();
    assert!(broken.contains("quantity"), "{broken}");
}
