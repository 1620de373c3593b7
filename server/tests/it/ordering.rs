//! From the own list to the order, by plain forms.

use axum::http::StatusCode;
use domain::{OrderState, Quantity};
use store::demo;

use crate::support::{AN, CLAIRE, JEF, MIA, TestPortal, at_the_basket, order_of, product_form, quantity, told_at};

#[tokio::test]
async fn from_the_list_to_the_order_by_plain_forms() {
    let portal = TestPortal::open().await;
    let actor = portal.person(AN).await;
    let mut an = portal.signed_in(AN).await;
    assert_eq!(an.get("/").await.location(), "/order");
    let list = an.get("/order").await;
    assert_eq!(list.status, StatusCode::OK);
    let form = list.form("/basket/lines").set(&quantity(0), "4").set(&quantity(8), "2").set("go", "basket");
    assert_eq!(an.submit("/basket/lines", &form).await.location(), "/basket");
    let basket = an.get("/basket").await;
    let form = basket.form("/basket/submission");
    assert_eq!((form.get(&quantity(0)), form.get(&quantity(8))), ("4", "2"));
    assert_eq!(form.get("delivery_on"), portal.day(&actor).await.to_string(), "the first day is chosen");
    let form = form.set("reference", "PO-77").set("note", "Achterdeur graag").set("go", "send");
    let sent = an.submit("/basket/submission", &form).await;
    let id = order_of(&sent);
    assert_eq!(sent.location(), format!("/orders/{id}?placed=true"));
    let page = an.get(sent.location()).await;
    let order = portal.order(&actor, id).await;
    for text in [&order.head.number, "Uw bestelling is verstuurd", "PO-77", "Achterdeur graag"] {
        assert!(page.text().contains(text), "{text}");
    }
    assert_eq!((order.head.state, order.lines.len()), (OrderState::Submitted, 2));
    assert!(an.get("/basket").await.text().contains("Uw mandje is leeg"));
    assert!(an.get("/orders").await.text().contains(&order.head.number));
    let mut mia = portal.signed_in(MIA).await;
    assert!(mia.get("/desk").await.text().contains(&order.head.number));
}

#[tokio::test]
async fn enter_in_a_field_saves_and_never_sends() {
    let portal = TestPortal::open().await;
    let (mut an, form) = at_the_basket(&portal).await;
    let actor = portal.actor(&an).await.unwrap();
    let before = portal.count(&actor).await;
    for go in ["stay", "", "SEND", "explode", "send "] {
        let form = form.clone().set("go", go).set(&quantity(0), "6").set("reference", "later").set("note", "nog niet");
        let answer = an.submit("/basket/submission", &form).await;
        assert_eq!((answer.status, answer.location()), (StatusCode::SEE_OTHER, "/basket"), "{go:?}");
    }
    assert_eq!(portal.count(&actor).await, before);
    let basket = portal.basket(&actor).await;
    assert_eq!((basket.reference.as_str(), basket.note.as_str()), ("later", "nog niet"));
    assert_eq!(basket.lines[0].quantity, Quantity::whole(6));
}

#[tokio::test]
async fn the_same_form_twice_is_one_order() {
    let portal = TestPortal::open().await;
    let (mut an, form) = at_the_basket(&portal).await;
    let actor = portal.actor(&an).await.unwrap();
    let before = portal.count(&actor).await;
    // as a browser sends a note of two lines
    let form = form.set("note", "Achterdeur graag\r\nvoor zes uur ").set("reference", " PO-1 ");
    let first = an.submit("/basket/submission", &form).await;
    let again = an.submit("/basket/submission", &form).await;
    assert_eq!((again.status, again.location()), (first.status, first.location()));
    // the island's retry after a lost answer
    let fields: Vec<(&str, &str)> = form.0.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    let retried = an.script("/basket/submission", &fields).await;
    assert_eq!(retried.json()["order"], order_of(&first).to_string());
    assert_eq!(portal.count(&actor).await, before + 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn twenty_at_once_are_one_order() {
    let portal = TestPortal::open().await;
    let (an, form) = at_the_basket(&portal).await;
    let actor = portal.actor(&an).await.unwrap();
    let before = portal.count(&actor).await;
    let tasks: Vec<_> = (0..20)
        .map(|_| {
            let (mut an, form) = (an.clone(), form.clone());
            tokio::spawn(async move { an.submit("/basket/submission", &form).await })
        })
        .collect();
    let mut places = Vec::new();
    for task in tasks {
        places.push(order_of(&task.await.unwrap()));
    }
    places.dedup();
    assert_eq!(places.len(), 1);
    assert_eq!(portal.count(&actor).await, before + 1);
}

#[tokio::test]
async fn a_tab_of_before_is_told_the_number_of_the_order() {
    let portal = TestPortal::open().await;
    let (mut an, form) = at_the_basket(&portal).await;
    let actor = portal.actor(&an).await.unwrap();
    let id = order_of(&an.submit("/basket/submission", &form).await);
    let number = portal.order(&actor, id).await.head.number;
    let before = portal.count(&actor).await;
    let stale = form.set("order", &store::clock::new_id().to_string());
    let answer = an.submit("/basket/submission", &stale).await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    assert!(answer.text().contains(&format!("Dit is al besteld als {number}")));
    assert!(answer.text().contains(&format!("href=\"/orders/{id}\"")), "and leads there");
    assert_eq!(portal.count(&actor).await, before);
}

/// Two tabs show one basket. What the second sends is not what the first sent, so it must not be told that it was
/// (TRUST R1: the same key with another body is refused; R2: 409 with the number).
#[tokio::test]
async fn a_second_tab_with_other_quantities_is_not_told_that_they_were_ordered() {
    let portal = TestPortal::open().await;
    let (mut an, form) = at_the_basket(&portal).await;
    let actor = portal.actor(&an).await.unwrap();
    let id = order_of(&an.submit("/basket/submission", &form).await);
    let number = portal.order(&actor, id).await.head.number;
    let other = form.set(&quantity(0), "40");
    let answer = an.submit("/basket/submission", &other).await;
    assert!(
        matches!(answer.status.as_u16(), 409 | 422),
        "40 bags are taken for the 4 of {number}: {} {}",
        answer.status,
        answer.location()
    );
    assert!(answer.text().contains(&number));
}

#[tokio::test]
async fn a_colleague_changed_the_basket_and_both_changes_are_kept() {
    let portal = TestPortal::open().await;
    let (mut an, form) = at_the_basket(&portal).await;
    let jef = portal.person(JEF).await;
    let actor = portal.actor(&an).await.unwrap();
    let before = portal.count(&actor).await;
    portal.fill(&jef, &[(9, 2)]).await;
    let form = form.set(&quantity(0), "6").set("reference", "PO-78").set("note", "Voor zes uur");
    let answer = an.submit("/basket/submission", &form).await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    assert!(answer.text().contains("Jef Peeters heeft het mandje ondertussen gewijzigd"));
    assert_eq!(portal.count(&actor).await, before);
    let shown = answer.form("/basket/submission");
    assert_eq!((shown.get(&quantity(0)), shown.get(&quantity(9))), ("6", "2"));
    assert_eq!((shown.get("reference"), shown.get("note")), ("PO-78", "Voor zes uur"));
    let basket = portal.basket(&actor).await;
    let lines: Vec<_> = basket.lines.iter().map(|a| (a.product, a.quantity.0 / 1000)).collect();
    assert!(lines.contains(&(demo::product_id(0), 6)) && lines.contains(&(demo::product_id(9), 2)), "{lines:?}");
    // looked over, and sent again
    let id = order_of(&an.submit("/basket/submission", &shown.set("go", "send")).await);
    assert_eq!(portal.order(&actor, id).await.lines.len(), 2);
}

#[tokio::test]
async fn the_usual_order_and_an_older_one_go_into_the_basket_by_a_button() {
    let portal = TestPortal::open().await;
    let mut claire = portal.signed_in(CLAIRE).await;
    let actor = portal.actor(&claire).await.unwrap();
    assert_eq!(claire.post("/basket/usual", &[]).await.location(), "/basket");
    let past = store::orders::history(&portal.db, &actor, None, 1).await.unwrap().rows.remove(0);
    let page = claire.get(&format!("/orders/{}", past.id)).await;
    assert_eq!(page.status, StatusCode::OK);
    let again = format!("/orders/{}/repetition", past.id);
    let form = page.form(&again);
    let proposed = form.0.iter().filter(|(name, _)| name == "line").count();
    assert_eq!(proposed, past.lines as usize, "every line is proposed");
    let before = portal.basket(&actor).await.lines;
    assert_eq!(claire.submit(&again, &form).await.location(), "/basket");
    let after = portal.basket(&actor).await.lines;
    assert!(after.iter().map(|a| a.quantity.0).sum::<i64>() > before.iter().map(|a| a.quantity.0).sum());
    for line in ["x", "-1", "99", "4294967296"] {
        claire.post(&again, &[("line", line)]).await;
    }
    assert_eq!(portal.basket(&actor).await.lines, after, "lines that are none add nothing");
}

/// Repeating adds to what is there, and there is a most for a line whichever way it grows.
#[tokio::test]
async fn repeating_does_not_pass_the_most_of_a_line() {
    let portal = TestPortal::open().await;
    let actor = portal.person(AN).await;
    let id = portal.ordered(&actor, &[(0, 1_000_000)]).await;
    let mut an = portal.signed_in(AN).await;
    for _ in 0..3 {
        let answer = an.post(&format!("/orders/{id}/repetition"), &[("all", "true")]).await;
        assert!(!answer.status.is_server_error());
    }
    let most = portal.basket(&actor).await.lines.iter().map(|a| a.quantity).max().unwrap();
    assert!(most <= Quantity::MOST, "{} units of one article lie in the basket", most.0 / 1000);
}

#[tokio::test]
async fn undone_at_once_and_everything_is_back_in_the_basket() {
    let portal = TestPortal::open().await;
    let (mut an, form) = at_the_basket(&portal).await;
    let actor = portal.actor(&an).await.unwrap();
    let form = form.set("reference", "PO-78");
    let sent = an.submit("/basket/submission", &form).await;
    let id = order_of(&sent);
    portal.fill(&actor, &[(0, 1), (8, 2)]).await;
    let page = an.get(sent.location()).await;
    let undo = page.form(&format!("/orders/{id}/undo"));
    let undone = an.submit(&format!("/orders/{id}/undo"), &undo).await;
    assert_eq!((undone.status, undone.location()), (StatusCode::SEE_OTHER, "/basket?undone=true"));
    assert_eq!(portal.order(&actor, id).await.head.state, OrderState::Cancelled);
    let basket = portal.basket(&actor).await;
    let mut there: Vec<_> = basket.lines.iter().map(|l| (l.product, l.quantity)).collect();
    there.sort();
    let back = [(demo::product_id(0), Quantity::whole(5)), (demo::product_id(8), Quantity::whole(2))];
    assert_eq!((there.as_slice(), basket.reference.as_str()), (back.as_slice(), "PO-78"));
    assert!(an.get("/basket?undone=true").await.text().contains("alles ligt weer in uw mandje"));
    // twice is not two baskets full
    let again = an.submit(&format!("/orders/{id}/undo"), &undo).await;
    assert_eq!(again.status, StatusCode::CONFLICT);
    assert_eq!(portal.basket(&actor).await.lines.len(), 2);
}

#[tokio::test]
async fn who_saves_stays_where_he_was() {
    let portal = TestPortal::open().await;
    let mut an = portal.signed_in(AN).await;
    let actor = portal.actor(&an).await.unwrap();
    let form = an.get("/order?show=usual").await.form("/basket/lines").set("q", "bloem").set("go", "stay");
    assert_eq!(an.submit("/basket/lines", &form).await.location(), "/order?q=bloem&show=usual");
    assert_eq!(portal.basket(&actor).await.version, 0, "what changes nothing is no change");
    let form =
        an.get("/order?q=bloem").await.form("/basket/lines").set("q", "bloem").set(&quantity(0), "3").set("go", "stay");
    assert_eq!(
        an.submit("/basket/lines", &form).await.location(),
        format!("/order?q=bloem&saved=true#f-{}", quantity(0).replace('.', "-"))
    );
    let form = an.get("/order?category=Zuivel").await.form("/basket/lines").set("q", "a&b").set("go", "search");
    assert_eq!(an.submit("/basket/lines", &form).await.location(), "/order?q=a%26b");
}

/// Two tabs of one browser share a session; the other one goes to the atelier while this one shows the shop.
#[tokio::test]
async fn what_was_filled_for_one_site_is_not_ordered_for_another() {
    let portal = TestPortal::open().await;
    let (mut an, form) = at_the_basket(&portal).await;
    let actor = portal.actor(&an).await.unwrap();
    let before = portal.count(&actor).await;
    let list = an.get("/order").await.form("/basket/lines").set(&quantity(0), "7").set("go", "stay");
    let mut other_tab = an.clone();
    let atelier = demo::site_id(0, 1).to_string();
    other_tab.post("/account/site", &[("site", &atelier)]).await;
    let there = portal.actor(&other_tab).await.unwrap();
    assert_eq!(there.at().unwrap().site.to_string(), atelier);
    for (path, form) in [("/basket/submission", &form), ("/basket/lines", &list)] {
        let refused = other_tab.submit(path, form).await;
        assert_eq!(refused.status, StatusCode::CONFLICT, "{path}");
        assert!(refused.text().contains("een andere vestiging"), "{path}: {}", refused.text());
    }
    let fields: Vec<(&str, &str)> = list.0.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    assert_eq!(other_tab.script("/basket/lines", &fields).await.status, StatusCode::CONFLICT);
    let refused = other_tab.post("/basket/usual", &[("site", form.get("site"))]).await;
    assert!(refused.status == StatusCode::CONFLICT && refused.text().contains("een andere vestiging"));
    let past = store::orders::history(&portal.db, &actor, None, 1).await.unwrap().rows.remove(0);
    let again = format!("/orders/{}/repetition", past.id);
    let refused = other_tab.post(&again, &[("site", form.get("site")), ("all", "true")]).await;
    assert!(refused.status == StatusCode::CONFLICT && refused.text().contains("een andere vestiging"));
    let rows = [("site", form.get("site")), ("lines", "010555\t4")];
    assert_eq!(other_tab.post("/quick-order", &rows).await.status, StatusCode::CONFLICT);
    assert!(portal.basket(&there).await.lines.is_empty(), "nothing of it lies at the atelier");
    assert_eq!(portal.count(&actor).await, before);
}

#[tokio::test]
async fn a_price_that_changed_is_shown_before_it_counts() {
    let portal = TestPortal::open().await;
    let (mut an, form) = at_the_basket(&portal).await;
    let (actor, tom) = (portal.actor(&an).await.unwrap(), portal.person(crate::support::TOM).await);
    let before = portal.count(&actor).await;
    let customer = store::customers::get(&portal.db, &tom, demo::customer_id(0)).await.unwrap();
    let dearer =
        store::assortments::ItemForm { own_name: "witte bloem".into(), price: "49,00".into(), ..Default::default() };
    let today = portal.db.now().date_naive();
    let forms = [(demo::product_id(0), dearer)];
    store::assortments::save(&portal.db, &tom, customer.id, customer.version, &forms, None, today).await.unwrap();
    let form = form.set("note", "Achterdeur graag");
    let refused = an.submit("/basket/submission", &form).await;
    assert_eq!(refused.status, StatusCode::CONFLICT, "{}", refused.text());
    told_at(&refused, &quantity(0), "prijs nu € 49,00, was €");
    assert_eq!(portal.count(&actor).await, before);
    // seen and agreed with, it is sent as it was written
    let sent = an.submit("/basket/submission", &refused.form("/basket/submission").set("go", "send")).await;
    let order = portal.order(&actor, order_of(&sent)).await;
    assert_eq!((order.lines[0].price.as_ref().unwrap().amount.0, order.note.as_str()), (490_000, "Achterdeur graag"));
}

#[tokio::test]
async fn a_colleagues_note_stays_although_this_page_never_showed_it() {
    let portal = TestPortal::open().await;
    let (mut an, form) = at_the_basket(&portal).await;
    let mut jef = portal.signed_in(JEF).await;
    let jefs = jef.get("/basket").await.form("/basket/submission").set("go", "order");
    an.submit("/basket/submission", &form.set("go", "stay").set("note", "Achterdeur graag")).await;
    assert_eq!(jef.submit("/basket/submission", &jefs.set("reference", "PO-9")).await.location(), "/order");
    let basket = portal.basket(&portal.actor(&an).await.unwrap()).await;
    assert_eq!((basket.note.as_str(), basket.reference.as_str()), ("Achterdeur graag", "PO-9"));
}

#[tokio::test]
async fn what_nobody_approved_in_time_is_approved_no_more_and_can_be_taken_back() {
    let portal = TestPortal::open().await;
    let (samir, claire) = (portal.person(crate::support::SAMIR).await, portal.person(CLAIRE).await);
    let id = portal.ordered(&samir, &[(8, 20)]).await;
    let order = portal.order(&claire, id).await;
    assert_eq!(order.head.state, OrderState::AwaitingApproval);
    portal.db.clock().advance(order.head.cut_off_at - portal.db.now() + chrono::TimeDelta::minutes(1));
    let late = store::orders::act(&portal.db, &claire, id, order.version, &store::orders::Act::Approve).await;
    assert!(matches!(late, Err(store::Error::Refused(domain::Refusal::CutOffPassed))), "{late:?}");
    let back = store::orders::Act::Cancel { reason: String::new() };
    store::orders::act(&portal.db, &claire, id, order.version, &back).await.unwrap();
}

#[tokio::test]
async fn what_was_discontinued_meanwhile_is_said_and_leaves_with_the_order() {
    let portal = TestPortal::open().await;
    let mut an = portal.signed_in(AN).await;
    let (actor, tom) = (portal.actor(&an).await.unwrap(), portal.person(crate::support::TOM).await);
    portal.fill(&actor, &[(0, 4), (8, 2)]).await;
    let product = store::products::get(&portal.db, &tom, demo::product_id(8)).await.unwrap();
    let mut form = product_form(&product.sku, &product.names.nl);
    form.discontinued = true;
    store::products::save(&portal.db, &tom, product.id, product.version, &form).await.unwrap();
    let basket = an.get("/basket").await;
    assert!(basket.text().contains(&format!("niet in deze bestelling: {}", product.names.nl)), "{}", basket.text());
    let sent = an.submit("/basket/submission", &basket.form("/basket/submission").set("go", "send")).await;
    assert_eq!(portal.order(&actor, order_of(&sent)).await.lines.len(), 1);
    assert!(!an.get("/basket").await.text().contains("niet in deze bestelling"), "it is told once");
}
