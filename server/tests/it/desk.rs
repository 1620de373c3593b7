//! The desk by plain forms: accept, adjust, decline, order on behalf, maintain.

use axum::http::StatusCode;
use domain::{Actor, OrderState, Quantity, Refusal, Verb, lifecycle};
use store::{demo, orders::Act};

use crate::support::{AN, Browser, CLAIRE, ELS, MIA, SAMIR, TOM, TestPortal, quantity};

#[tokio::test]
async fn adjusted_and_accepted_and_the_customer_reads_it() {
    let portal = TestPortal::open().await;
    let actor = portal.person(AN).await;
    let id = portal.ordered(&actor, &[(0, 4), (8, 2)]).await;
    let mut mia = portal.signed_in(MIA).await;
    let review = format!("/desk/orders/{id}");
    let adjust = format!("{review}/lines/1");
    let form = mia.get(&review).await.form(&adjust).set("adjust.1", "3").set("cause.1", "short");
    assert_eq!(mia.submit(&adjust, &form).await.location(), review);
    let accept = format!("{review}/acceptance");
    let form = mia.get(&review).await.form(&accept);
    let number = portal.order(&actor, id).await.head.number;
    assert_eq!(mia.submit(&accept, &form).await.location(), format!("/desk?done={number}"));
    let order = portal.order(&actor, id).await;
    assert_eq!((order.head.state, order.lines[0].confirmed), (OrderState::Accepted, Quantity::whole(3)));
    let page = portal.signed_in(AN).await.get(&format!("/orders/{id}")).await.text();
    for text in ["Mia De Smet", "3 in plaats van 4", "heeft de bestelling aanvaard"] {
        assert!(page.contains(text), "{text}");
    }
}

#[tokio::test]
async fn declining_takes_a_reason_that_the_customer_reads() {
    let portal = TestPortal::open().await;
    let actor = portal.person(AN).await;
    let id = portal.ordered(&actor, &[(0, 4)]).await;
    let mut mia = portal.signed_in(MIA).await;
    let (review, decline) = (format!("/desk/orders/{id}"), format!("/desk/orders/{id}/declining"));
    let form = mia.get(&review).await.form(&decline);
    for (reason, message) in [
        ("", "dit is nodig"),
        ("   ", "dit is nodig"),
        ("a\u{202e}b", "een teken in dat we niet"),
        (&"x".repeat(501), "hoogstens 500"),
    ] {
        let answer = mia.submit(&decline, &form.clone().set("reason", reason)).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{reason:?}");
        let text = answer.text();
        let at = text.find("name=\"reason\"").unwrap();
        assert!(text[at..].contains(message), "{reason:?} is told at the field");
        assert_eq!(answer.form(&decline).get("reason"), reason, "as typed");
    }
    assert_eq!(portal.order(&actor, id).await.head.state, OrderState::Submitted);
    let form = form.set("reason", "De oven is stuk <b>");
    assert_eq!(mia.submit(&decline, &form).await.status, StatusCode::SEE_OTHER);
    let page = portal.signed_in(AN).await.get(&format!("/orders/{id}")).await;
    assert!(page.text().contains("De oven is stuk <b>") && !page.body.contains("stuk <b>"));
    assert_eq!(portal.order(&actor, id).await.head.state, OrderState::Declined);
}

#[tokio::test]
async fn who_looks_at_an_older_version_is_told() {
    let portal = TestPortal::open().await;
    let actor = portal.person(AN).await;
    let id = portal.ordered(&actor, &[(0, 4)]).await;
    let (mut mia, mut tom) = (portal.signed_in(MIA).await, portal.signed_in(TOM).await);
    let review = format!("/desk/orders/{id}");
    let (adjust, accept) = (format!("{review}/lines/1"), format!("{review}/acceptance"));
    let seen = mia.get(&review).await;
    let form = tom.get(&review).await.form(&adjust).set("adjust.1", "2").set("cause.1", "short");
    tom.submit(&adjust, &form).await;
    for (path, form) in
        [(&accept, seen.form(&accept)), (&adjust, seen.form(&adjust).set("adjust.1", "9").set("cause.1", "staff"))]
    {
        let answer = mia.submit(path, &form).await;
        assert_eq!(answer.status, StatusCode::CONFLICT, "{path}");
        assert!(answer.text().contains("Iemand anders heeft dit ondertussen gewijzigd"));
    }
    let order = portal.order(&actor, id).await;
    assert_eq!(
        (order.head.state, order.lines[0].confirmed, order.version),
        (OrderState::Submitted, Quantity::whole(2), 2)
    );
    for version in ["", "x", "0", "99999999999999999999", "-1", "2.0"] {
        let answer = mia.post(&accept, &[("version", version)]).await;
        assert_eq!(answer.status, StatusCode::CONFLICT, "{version:?}");
    }
}

#[tokio::test]
async fn adjusting_what_cannot_be() {
    let portal = TestPortal::open().await;
    let actor = portal.person(AN).await;
    let id = portal.ordered(&actor, &[(0, 4)]).await;
    let mut mia = portal.signed_in(MIA).await;
    let path = format!("/desk/orders/{id}/lines/1");
    for (typed, cause, message) in [
        ("-1", "short", "minder dan nul kan niet"),
        ("abc", "short", "is geen getal"),
        ("1.234", "short", "kan twee dingen zijn"),
        ("99999999", "short", "hoogstens"),
        ("3", "", "dit is nodig"),
        ("3", "whim", "kennen we niet"),
    ] {
        let answer = mia.post(&path, &[("version", "1"), ("adjust.1", typed), ("cause.1", cause)]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{typed} {cause}");
        let text = answer.text();
        let at = text.find("name=\"adjust.1\"").unwrap();
        assert!(text[at..].contains(message), "{message}");
        assert_eq!(answer.form(&path).get("adjust.1"), typed);
        // the field that is wrong is marked, and the other one is not
        let wrong = if typed == "3" { "cause.1" } else { "adjust.1" };
        for field in ["adjust.1", "cause.1"] {
            let tag = text.split('<').find(|tag| tag.contains(&format!("name=\"{field}\""))).expect("the field");
            assert_eq!(tag.contains("aria-invalid=\"true\""), field == wrong, "{typed} {cause}: {tag}");
        }
    }
    for line in ["0", "2", "-1", "x", "99999999999", "1.0"] {
        let field = format!("adjust.{line}");
        let cause = format!("cause.{line}");
        let answer = mia
            .post(&format!("/desk/orders/{id}/lines/{line}"), &[("version", "1"), (&field, "1"), (&cause, "short")])
            .await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{line}");
    }
    assert_eq!(portal.order(&actor, id).await.version, 1);
}

/// The customer has words of his own; the desk reads those of the shelves, and his beside them.
#[tokio::test]
async fn the_desk_reads_the_distributors_names() {
    let portal = TestPortal::open().await;
    let an = portal.person(AN).await;
    let id = portal.ordered(&an, &[(0, 4), (1, 4)]).await;
    assert!(portal.order(&an, id).await.lines.iter().any(|line| line.name == "witte bloem"));
    let words = portal.signed_in(MIA).await.get(&format!("/desk/orders/{id}")).await.words();
    assert!(words.contains("Tarwebloem T55 wit 25 kg010555 "), "{words}");
    assert!(words.contains("Eigen naam: witte bloem"), "{words}");
    assert_eq!(words.matches("Eigen naam").count(), 1, "where it is the same, it is said once: {words}");
}

/// Those that need a look come first, and within them by cut-off; whoever presses "next" comes past all of them.
#[tokio::test]
async fn next_walks_the_whole_queue_and_begins_again() {
    let portal = TestPortal::open().await;
    let (an, claire, mia) = (portal.person(AN).await, portal.person(CLAIRE).await, portal.person(MIA).await);
    for units in [1, 2, 200] {
        portal.ordered(&an, &[(0, units)]).await;
        portal.ordered(&claire, &[(0, units)]).await;
    }
    let queue = store::orders::queue(&portal.db, &mia, store::orders::Queue::ToReview, None, 1_000).await.unwrap();
    let queue: Vec<domain::OrderId> = queue.rows.iter().map(|order| order.id).collect();
    assert!(queue.len() > 5);
    let mut browser = portal.signed_in(MIA).await;
    for (order, next) in queue.iter().zip(queue.iter().cycle().skip(1)) {
        let page = browser.get(&format!("/desk/orders/{order}")).await;
        assert!(page.body.contains(&format!("href=\"/desk/orders/{next}\" data-key=\"n\"")), "{next} after {order}");
    }
    // what is decided leaves the queue, and from its page one goes on
    let (first, last) = (queue[0], queue[queue.len() - 1]);
    for order in &queue[..queue.len() - 1] {
        let version = portal.order(&mia, *order).await.version;
        store::orders::act(&portal.db, &mia, *order, version, &Act::Accept).await.unwrap();
    }
    let next = async |order| store::orders::review(&portal.db, &mia, order).await.unwrap().next;
    assert_eq!((next(first).await, next(last).await), (Some(last), None));
}

#[tokio::test]
async fn a_verb_that_is_none_is_not_found() {
    let portal = TestPortal::open().await;
    let actor = portal.person(AN).await;
    let id = portal.ordered(&actor, &[(0, 4)]).await;
    let (mut mia, mut an) = (portal.signed_in(MIA).await, portal.signed_in(AN).await);
    for verb in ["delivery", "Acceptance", "approval", "lines", "acceptance%00", "cancellation"] {
        assert_eq!(
            mia.post(&format!("/desk/orders/{id}/{verb}"), &[("version", "1")]).await.status,
            StatusCode::NOT_FOUND,
            "{verb}"
        );
    }
    for verb in ["acceptance", "adjust", "CANCELLATION", "%2e%2e"] {
        assert_eq!(
            an.post(&format!("/orders/{id}/{verb}"), &[("version", "1")]).await.status,
            StatusCode::NOT_FOUND,
            "{verb}"
        );
    }
    assert_eq!(portal.order(&actor, id).await.version, 1);
}

#[tokio::test]
async fn on_behalf_records_both() {
    let portal = TestPortal::open().await;
    let mut mia = portal.signed_in(MIA).await;
    assert_eq!(mia.get("/order").await.status, StatusCode::NOT_FOUND);
    let acting = format!("/desk/customers/{}/acting", demo::customer_id(0));
    let old = mia.clone();
    assert_eq!(mia.post(&acting, &[]).await.location(), "/order");
    assert!(portal.actor(&old).await.is_none(), "the token was changed with what it may do");
    mia.post("/basket/lines", &[(&quantity(0), "4")]).await;
    let basket = mia.get("/basket").await;
    assert!(basket.text().contains("U bestelt namens") && basket.text().contains("Bakkerij Peeters"));
    let sent = mia.submit("/basket/submission", &basket.form("/basket/submission").set("go", "send")).await;
    let id: domain::OrderId = sent.location()[8..44].parse().unwrap();
    let an = portal.person(AN).await;
    let order = portal.order(&an, id).await;
    assert!(order.head.on_behalf);
    assert_eq!(order.head.entered_by, "Mia De Smet");
    assert_eq!(order.journal[0].by, "Mia De Smet");
    assert_eq!(order.journal[0].on_behalf_of.as_deref(), Some("Bakkerij Peeters"));
    let page = portal.signed_in(AN).await.get(&format!("/orders/{id}")).await;
    assert!(page.text().contains("Mia De Smet, namens Bakkerij Peeters"));
    let stopped = mia.post("/desk/acting/stop", &[]).await;
    assert_eq!(stopped.location(), format!("/desk/customers/{}", demo::customer_id(0)));
    assert_eq!(mia.get(stopped.location()).await.status, StatusCode::OK);
    assert_eq!(mia.get("/order").await.status, StatusCode::NOT_FOUND);
}

/// An order of the second customer in each state.
async fn in_state(portal: &TestPortal, state: OrderState) -> domain::OrderId {
    let (samir, claire, tom) = (portal.person(SAMIR).await, portal.person(CLAIRE).await, portal.person(TOM).await);
    let act = async |who: &Actor, id, act: Act| {
        let version = portal.order(who, id).await.version;
        store::orders::act(&portal.db, who, id, version, &act).await.unwrap();
    };
    match state {
        OrderState::AwaitingApproval => portal.ordered(&samir, &[(0, 1)]).await,
        OrderState::Submitted => portal.ordered(&claire, &[(0, 1)]).await,
        OrderState::Accepted => {
            let id = portal.ordered(&claire, &[(0, 1)]).await;
            act(&tom, id, Act::Accept).await;
            id
        }
        OrderState::Declined => {
            let id = portal.ordered(&claire, &[(0, 1)]).await;
            act(&tom, id, Act::Decline { reason: "op".into() }).await;
            id
        }
        OrderState::Cancelled => {
            let id = portal.ordered(&claire, &[(0, 1)]).await;
            act(&claire, id, Act::Cancel { reason: String::new() }).await;
            id
        }
        OrderState::Delivered => {
            let past = store::orders::history(&portal.db, &claire, None, 10_000).await.unwrap().rows;
            past.into_iter().find(|o| o.state == OrderState::Delivered).expect("a delivered order").id
        }
    }
}

/// Every step of the one table, by everybody, through the addresses (TRUST S4).
#[tokio::test]
async fn every_step_in_every_state_for_every_role() {
    let portal = TestPortal::open().await;
    let tom = portal.person(TOM).await;
    let mut people: Vec<Browser> = Vec::new();
    for role in ["buyer", "approver", "bookkeeper"] {
        let email = format!("{role}@brasserienord.example");
        let form = store::people::PersonForm {
            name: role.into(),
            email: email.clone(),
            language: "nl".into(),
            role: role.into(),
            site: String::new(),
        };
        let token = store::people::invite(&portal.db, &tom, demo::customer_id(1), &form).await.unwrap().unwrap();
        store::people::accept_invitation(&portal.db, &token.0, "drie broden op zaterdag").await.unwrap();
        let mut browser = portal.browser();
        browser.sign_in(&email, "drie broden op zaterdag").await;
        people.push(browser);
    }
    for email in [CLAIRE, SAMIR, MIA, crate::support::LUC, ELS, TOM] {
        people.push(portal.signed_in(email).await);
    }
    people.push(portal.acting(MIA, 1).await);
    let (mut cells, mut wrong) = (0, Vec::new());
    for state in OrderState::ALL {
        let mut id = in_state(&portal, state).await;
        for browser in &mut people {
            let actor = portal.actor(browser).await.unwrap();
            for (side, path, verb) in [
                ("orders", "cancellation", Verb::Cancel),
                ("orders", "approval", Verb::Approve),
                ("orders", "declining", Verb::Decline),
                ("desk/orders", "acceptance", Verb::Accept),
                ("desk/orders", "declining", Verb::Decline),
                ("desk/orders", "lines/1", Verb::Adjust),
            ] {
                cells += 1;
                let version = portal.order(&tom, id).await.version.to_string();
                let fields = [("version", version.as_str()), ("reason", "op"), ("adjust.1", "1"), ("cause.1", "short")];
                let answer = browser.post(&format!("/{side}/{id}/{path}"), &fields).await;
                let there = if side == "orders" { actor.at().is_some() } else { actor.is_staff() };
                let expected = match lifecycle::next(state, verb, &actor) {
                    _ if !there => 404,
                    Ok(_) => 303,
                    Err(Refusal::NotAllowed(_)) => 403,
                    // the desk's page of it is not for this one either
                    Err(_) if side == "desk/orders" && !actor.can(domain::Permission::ReviewOrders) => 403,
                    Err(_) => 409,
                };
                if answer.status.as_u16() != expected {
                    wrong.push(format!(
                        "{state:?} {path} by {:?} {}: {expected} expected, got {}",
                        actor.role, side, answer.status
                    ));
                }
                let after = portal.order(&tom, id).await;
                if expected != 303 && after.version.to_string() != version {
                    wrong.push(format!("{state:?} {path} by {:?} changed the order", actor.role));
                }
                if after.version.to_string() != version {
                    id = in_state(&portal, state).await;
                }
            }
        }
    }
    println!("cells={cells} wrong={}", wrong.len());
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert_eq!(cells, 6 * 10 * 6);
}

/// At the same moment one takes it back and the other accepts it: one of them was first, and the other reads so.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn taken_back_and_accepted_at_once_is_one_of_both() {
    let portal = TestPortal::open().await;
    let actor = portal.person(AN).await;
    let (an, mia) = (portal.signed_in(AN).await, portal.signed_in(MIA).await);
    for _ in 0..5 {
        let id = portal.ordered(&actor, &[(0, 4)]).await;
        let (mut an, mut mia) = (an.clone(), mia.clone());
        let (cancel, accept) = (format!("/orders/{id}/cancellation"), format!("/desk/orders/{id}/acceptance"));
        let taken = tokio::spawn(async move { an.post(&cancel, &[("version", "1")]).await.status });
        let accepted = tokio::spawn(async move { mia.post(&accept, &[("version", "1")]).await.status });
        let (taken, accepted) = (taken.await.unwrap(), accepted.await.unwrap());
        let order = portal.order(&actor, id).await;
        let (first, second) = match order.head.state {
            OrderState::Cancelled => (taken, accepted),
            _ => (accepted, taken),
        };
        assert_eq!((first, second, order.version), (StatusCode::SEE_OTHER, StatusCode::CONFLICT, 2));
    }
}

/// Two of the staff open one form; the second to save is told, and nothing of either is lost (TRUST R3).
async fn second_to_save(page: &str, action: &str, field: &str) -> (StatusCode, String) {
    let portal = TestPortal::open().await;
    let (mut els, mut tom) = (portal.signed_in(ELS).await, portal.signed_in(TOM).await);
    let (of_els, of_tom) = (els.get(page).await.form(action), tom.get(page).await.form(action));
    assert_eq!(els.submit(action, &of_els.set(field, "22")).await.status, StatusCode::SEE_OTHER, "{action}");
    let answer = tom.submit(action, &of_tom.set(field, "33")).await;
    assert_eq!(answer.form(action).get(field), "33", "what he typed is still there");
    let text = answer.text();
    let typed = text.find("value=\"33\"").unwrap();
    assert!(text[typed..typed + 400].contains("Intussen bewaard: 22"), "{}", &text[typed..typed + 400]);
    let now = els.get(page).await.form(action);
    (answer.status, now.get(field).to_owned())
}

#[tokio::test]
async fn a_customer_that_was_saved_meanwhile_is_not_overwritten() {
    let page = format!("/desk/customers/{}", demo::customer_id(0));
    assert_eq!(second_to_save(&page, &page, "payment_days").await, (StatusCode::CONFLICT, "22".into()));
}

#[tokio::test]
async fn a_product_that_was_saved_meanwhile_is_not_overwritten() {
    let page = format!("/desk/products/{}", demo::product_id(0));
    assert_eq!(second_to_save(&page, &page, "name_en").await, (StatusCode::CONFLICT, "22".into()));
}

#[tokio::test]
async fn a_site_that_was_saved_meanwhile_is_not_overwritten() {
    let page = format!("/desk/customers/{}", demo::customer_id(0));
    let action = format!("{page}/sites/{}", demo::site_id(0, 0));
    assert_eq!(second_to_save(&page, &action, "street").await, (StatusCode::CONFLICT, "22".into()));
}

#[tokio::test]
async fn a_price_that_was_agreed_meanwhile_is_not_overwritten() {
    let page = format!("/desk/customers/{}/assortment", demo::customer_id(0));
    let price = format!("price.{}", demo::product_id(0));
    let (status, _) = second_to_save(&page, &page, &price).await;
    assert_eq!(status, StatusCode::CONFLICT);
}

#[tokio::test]
async fn what_staff_type_wrong_comes_back_with_the_message() {
    let portal = TestPortal::open().await;
    let mut els = portal.signed_in(ELS).await;
    let customer = format!("/desk/customers/{}", demo::customer_id(0));
    let product = format!("/desk/products/{}", demo::product_id(0));
    let site = format!("{customer}/sites/{}", demo::site_id(0, 0));
    let long = "x".repeat(500);
    for (page, action, field, typed) in [
        (&customer, &customer, "name", ""),
        (&customer, &customer, "name", long.as_str()),
        (&customer, &customer, "name", "a\0b"),
        (&customer, &customer, "number", "K1002"),
        (&customer, &customer, "vat_number", "BE0000000001"),
        (&customer, &customer, "payment_days", "-1"),
        (&customer, &customer, "payment_days", "30,5"),
        (&customer, &customer, "credit_limit", "1.234"),
        (&customer, &customer, "credit_limit", "99999999999999"),
        (&customer, &customer, "order_minimum", "abc"),
        (&customer, &customer, "language", "de"),
        (&customer, &site, "code", "2"),
        (&customer, &site, "name", ""),
        (&product, &product, "sku", "010555"),
        (&product, &product, "sku", ""),
        (&product, &product, "gtin", "123"),
        (&product, &product, "list_price", "-1"),
        (&product, &product, "list_price", ""),
        (&product, &product, "factor", "0"),
        (&product, &product, "multiple", "0"),
        (&product, &product, "vat", "600"),
        (&product, &product, "unit", "BAGS"),
        (&product, &product, "category", ""),
    ] {
        let form = els.get(page).await.form(action).set(field, typed);
        let answer = els.submit(action, &form).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{field}={typed:?}");
        assert!(answer.body.contains("class=\"err\""), "{field}={typed:?} has its message");
        // a list to choose from cannot show what is not in it
        if !["language", "category", "unit"].contains(&field) {
            assert_eq!(answer.form(action).get(field), typed, "{field} as typed");
        }
    }
    for sku in ["", "nothing", "a\0b", "010455", "' OR 1=1 --"] {
        let answer = els.post(&format!("{customer}/assortment/items"), &[("sku", sku)]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "sku {sku:?}");
    }
}
