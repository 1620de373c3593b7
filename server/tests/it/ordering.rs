//! From the own list to the order, by plain forms, and everything that can be typed wrong on the way.

use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use domain::{OrderState, Quantity};
use store::demo;

use crate::support::{AN, Answer, Browser, CLAIRE, Form, JEF, MIA, TestPortal, product_form, quantity};

/// An's basket with four bags in it, opened in her browser.
async fn at_the_basket(portal: &TestPortal) -> (Browser, Form) {
    let mut an = portal.signed_in(AN).await;
    let list = an.get("/order").await.form("/basket/lines").set(&quantity(0), "4").set("go", "basket");
    assert_eq!(an.submit("/basket/lines", &list).await.location(), "/basket");
    let form = an.get("/basket").await.form("/basket/submission").set("go", "send");
    (an, form)
}

fn order_of(answer: &Answer) -> domain::OrderId {
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    let id = answer.location().strip_prefix("/orders/").and_then(|l| l.split('?').next()).expect("an order's page");
    id.parse().unwrap()
}

/// The message at the field, not only on top: it stands behind the input that carries `name`.
fn told_at(answer: &Answer, name: &str, message: &str) {
    let text = answer.text();
    let at = text.find(&format!("name=\"{name}\"")).unwrap_or_else(|| panic!("no field {name}"));
    assert!(
        text[at..].contains(message),
        "{message:?} is not told at {name}:\n{}",
        &text[at..(at + 800).min(text.len())].trim()
    );
}

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

/// A colleague's change and a slip of one's own in the same form: still the form as typed, with the message.
#[tokio::test]
async fn a_slip_beside_a_colleagues_change_does_not_lose_the_form() {
    let portal = TestPortal::open().await;
    let (mut an, form) = at_the_basket(&portal).await;
    portal.fill(&portal.person(JEF).await, &[(9, 2)]).await;
    // cake boxes go by two
    let form = form.set(&quantity(12), "3").set("note", "Voor zes uur");
    let answer = an.submit("/basket/submission", &form).await;
    assert!(matches!(answer.status.as_u16(), 409 | 422), "{}", answer.status);
    assert!(answer.body.contains("action=\"/basket/submission\""), "no form came back: {}", answer.text());
    assert_eq!(answer.form("/basket/submission").get("note"), "Voor zes uur");
}

#[tokio::test]
async fn a_refused_form_comes_back_as_it_was_typed_in_each_language() {
    let portal = TestPortal::open().await;
    let (mut an, form) = at_the_basket(&portal).await;
    let long = "x".repeat(41);
    let much = "y".repeat(1001);
    for (lang, number, forty, thousand) in [
        ("nl", "“abc” is geen getal", "hoogstens 40 tekens", "hoogstens 1000 tekens"),
        ("fr", "« abc » n’est pas un nombre", "40 caractères au maximum", "1000 caractères au maximum"),
        ("en", "“abc” is not a number", "at most 40 characters", "at most 1000 characters"),
    ] {
        an.post("/language", &[("lang", lang), ("back", "/basket")]).await;
        let typed =
            form.clone().set(&quantity(0), "abc").set("reference", "PO <77>").set("note", "Achter \"de\" deur & links");
        let answer = an.submit("/basket/submission", &typed).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.body.contains(&format!("<html lang=\"{lang}\"")));
        told_at(&answer, &quantity(0), number);
        let shown = answer.form("/basket/submission");
        for name in [&quantity(0), "reference", "note"] {
            assert_eq!(shown.get(name), typed.get(name), "{lang} {name}");
        }
        let typed = form.clone().set("reference", &long).set("note", &much);
        let answer = an.submit("/basket/submission", &typed).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        told_at(&answer, "reference", forty);
        told_at(&answer, "note", thousand);
        let shown = answer.form("/basket/submission");
        assert_eq!((shown.get("reference"), shown.get("note")), (long.as_str(), much.as_str()));
        // and on the list
        let answer = an.post("/basket/lines", &[(&quantity(3), "abc"), ("go", "basket")]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        told_at(&answer, &quantity(3), number);
        assert_eq!(answer.form("/basket/lines").get(&quantity(3)), "abc");
    }
}

#[tokio::test]
async fn a_note_is_text_whatever_it_looks_like() {
    let portal = TestPortal::open().await;
    let mut mia = portal.signed_in(MIA).await;
    for (note, kept) in [
        ("<script>alert(1)</script>\"'><img src=x onerror=alert(1)>", true),
        ("=cmd|' /C calc'!A0", true),
        ("twee\r\nregels\ten een tab", true),
        ("🥖 brood, çà et là", true),
        ("</textarea><script>alert(1)</script>", true),
        ("a\0b", false),
        ("a\u{7}b", false),
        ("rechts\u{202e}links", false),
        ("\u{2066}verborgen\u{2069}", false),
        ("\u{feff}bom", false),
    ] {
        let (mut an, form) = at_the_basket(&portal).await;
        let answer = an.submit("/basket/submission", &form.set("note", note)).await;
        if kept {
            let id = order_of(&answer);
            for page in [an.get(answer.location()).await, mia.get(&format!("/desk/orders/{id}")).await] {
                assert_eq!(page.status, StatusCode::OK);
                assert!(!page.body.contains("<script>alert") && !page.body.contains("<img src=x"), "{note:?} is alive");
                assert!(page.text().contains(note.split(['\r', '<']).next().unwrap()), "{note:?} is lost");
            }
        } else {
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{note:?}");
            told_at(&answer, "note", "er staat een teken in dat we niet kunnen bewaren");
        }
    }
}

#[tokio::test]
async fn a_note_of_two_thousand_characters_is_refused_and_comes_back() {
    let portal = TestPortal::open().await;
    let (mut an, form) = at_the_basket(&portal).await;
    let note = "é".repeat(2000);
    let answer = an.submit("/basket/submission", &form.set("note", &note)).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(answer.form("/basket/submission").get("note"), note);
}

#[tokio::test]
async fn quantities_that_are_none() {
    let portal = TestPortal::open().await;
    let (mut an, form) = at_the_basket(&portal).await;
    let actor = portal.actor(&an).await.unwrap();
    let before = portal.count(&actor).await;
    for (typed, message) in [
        ("-1", "minder dan nul kan niet"),
        ("abc", "is geen getal"),
        ("1e3", "is geen getal"),
        ("NaN", "is geen getal"),
        ("٣", "is geen getal"),
        ("1,2,3", "is geen getal"),
        ("0x10", "is geen getal"),
        ("<b>4</b>", "is geen getal"),
        ("1.234", "kan twee dingen zijn"),
        ("1,5", "kies 1 of 2"),
        ("99999999", "hoogstens"),
        ("999999999999999999999999999999", "is geen getal"),
        ("4\u{202e}", "is geen getal"),
        ("4\0", "is geen getal"),
    ] {
        let answer = an.submit("/basket/submission", &form.clone().set(&quantity(0), typed)).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{typed:?}");
        told_at(&answer, &quantity(0), message);
        assert_eq!(answer.form("/basket/submission").get(&quantity(0)), typed, "as typed");
        let listed = an.post("/basket/lines", &[(&quantity(0), typed)]).await;
        assert_eq!(listed.status, StatusCode::UNPROCESSABLE_ENTITY, "{typed:?} on the list");
        told_at(&listed, &quantity(0), message);
        let told = an.script("/basket/lines", &[(&quantity(0), typed)]).await;
        assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(told.json()["fields"][0][0], quantity(0));
    }
    assert_eq!(portal.count(&actor).await, before);
    assert_eq!(portal.basket(&actor).await.lines[0].quantity, Quantity::whole(4), "nothing was written");
}

#[tokio::test]
async fn dates_that_are_none() {
    let portal = TestPortal::open().await;
    let (mut an, _) = at_the_basket(&portal).await;
    let actor = portal.actor(&an).await.unwrap();
    let before = portal.count(&actor).await;
    for typed in [
        "",
        "morgen",
        "2026-13-45",
        "0000-00-00",
        "2026-02-30",
        "24/11/2026",
        "2026-11-29",
        "2020-01-01",
        "2026-11-23",
        "9999-12-31",
        "+262142-12-31",
        "-262143-01-01",
        "-0001-01-01",
        "99999-01-01",
        "2026-11-24T00:00",
        "2026-11-24\0",
    ] {
        let form = an.get("/basket").await.form("/basket/submission").set("go", "send");
        let other = form.clone().set("delivery_on", "other").set("other_day", typed);
        for form in [other, form.clone().set("delivery_on", typed)] {
            let answer = an.submit("/basket/submission", &form).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{typed:?}");
            assert!(answer.body.contains("id=\"e-day\""), "{typed:?} is told at the day");
        }
        let kept = an.submit("/basket/submission", &form.set("delivery_on", typed).set("go", "stay")).await;
        assert!(!kept.status.is_server_error(), "{typed:?} kept → {}", kept.status);
        assert_eq!(an.get("/basket").await.status, StatusCode::OK, "the basket after {typed:?} was kept");
        assert_eq!(an.get("/order").await.status, StatusCode::OK, "the list after {typed:?} was kept");
    }
    assert_eq!(portal.count(&actor).await, before);
}

#[tokio::test]
async fn buttons_that_are_none() {
    let portal = TestPortal::open().await;
    let (mut an, _) = at_the_basket(&portal).await;
    let actor = portal.actor(&an).await.unwrap();
    let unknown = store::clock::new_id().to_string();
    let before = portal.basket(&actor).await.lines;
    for (button, value) in [
        ("more", "x"),
        ("less", ""),
        ("usual", "../.."),
        ("remove", "0"),
        ("more", unknown.as_str()),
        ("remove", unknown.as_str()),
        ("go", "//evil.example"),
        ("go", "stay\r\nSet-Cookie: a=b"),
        ("delete", "1"),
        ("", ""),
        ("quantity.", "1"),
        ("quantity.x", "1"),
    ] {
        let answer = an.post("/basket/lines", &[(button, value)]).await;
        assert!(
            answer.status.is_redirection() || answer.status.is_client_error(),
            "{button}={value} → {}",
            answer.status
        );
        assert!(
            answer.location().is_empty() || answer.location().starts_with("/order"),
            "{button}={value} → {}",
            answer.location()
        );
        assert_eq!(portal.basket(&actor).await.lines, before, "{button}={value}");
    }
    let searched = an.post("/basket/lines", &[("go", "search"), ("q", "bloem & \r\nmeel é #/?%")]).await;
    assert_eq!(searched.status, StatusCode::SEE_OTHER);
    assert_eq!(an.get(searched.location()).await.form("/basket/lines").get(&quantity(0)), "", "nothing is called so");
}

async fn raw(an: &mut Browser, path: &str, mime: Option<&str>, body: Vec<u8>) -> Answer {
    let request = Request::post(path);
    let request = match mime {
        Some(mime) => request.header(header::CONTENT_TYPE, mime),
        None => request,
    };
    an.send(request.body(Body::from(body)).unwrap()).await
}

#[tokio::test]
async fn bodies_that_are_no_forms() {
    let portal = TestPortal::open().await;
    let mut an = portal.signed_in(AN).await;
    let form = Some("application/x-www-form-urlencoded");
    for path in ["/basket/lines", "/basket/submission", "/language", "/account/site", "/sign-in"] {
        let ten_megabytes = [b"note=".to_vec(), vec![b'x'; 10_000_000]].concat();
        let answer = raw(&mut an, path, form, ten_megabytes).await;
        assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE, "{path}");
        assert!(answer.body.contains("<h1>") && answer.text().contains("te groot"), "{path} says so");
        for mime in [
            None,
            Some("application/json"),
            Some("text/plain"),
            Some("multipart/form-data; boundary=x"),
            Some("x\u{e9}"),
        ] {
            let mime = mime.filter(|m| m.is_ascii());
            let answer = raw(&mut an, path, mime, b"{\"a\":1}".to_vec()).await;
            assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{path} {mime:?}");
            assert!(answer.body.contains("<h1>"), "{path} {mime:?} says so");
        }
        for junk in [&b"%ff%fe=%00"[..], b"\xff\xfe\x00", b"&&&==&", b"%", b"a=%zz", &[b'&'; 100_000]] {
            let answer = raw(&mut an, path, form, junk.to_vec()).await;
            assert!(!answer.status.is_server_error(), "{path} {:?} → {}", &junk[..junk.len().min(12)], answer.status);
        }
    }
}

#[tokio::test]
async fn a_form_of_five_hundred_lines_is_taken() {
    let portal = TestPortal::open().await;
    let els = portal.person(crate::support::ELS).await;
    for n in 0..486 {
        let sku = format!("55{n:04}");
        store::products::create(&portal.db, &els, &product_form(&sku, &format!("Meel nummer {n}"))).await.unwrap();
        store::assortments::add(&portal.db, &els, demo::customer_id(0), &sku).await.unwrap();
    }
    let mut an = portal.signed_in(AN).await;
    let mut list = an.get("/order").await.form("/basket/lines").set("go", "basket");
    let mut lines = 0;
    for (_, value) in list.0.iter_mut().filter(|(name, _)| name.starts_with("quantity.")) {
        *value = "4".into();
        lines += 1;
    }
    assert_eq!(lines, 500);
    assert_eq!(an.submit("/basket/lines", &list).await.location(), "/basket");
    let form = an.get("/basket").await.form("/basket/submission").set("note", &"é".repeat(1000)).set("go", "send");
    let id = order_of(&an.submit("/basket/submission", &form).await);
    assert_eq!(portal.order(&portal.actor(&an).await.unwrap(), id).await.lines.len(), 500);
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
async fn a_quick_order_is_all_or_nothing_and_says_what_is_wrong_with_which_row() {
    let portal = TestPortal::open().await;
    let mut an = portal.signed_in(AN).await;
    let actor = portal.actor(&an).await.unwrap();
    let list = store::assortments::list(&portal.db, &actor, portal.day(&actor).await).await.unwrap();
    let sku = |n: usize| list.iter().find(|a| a.product == demo::product_id(n)).map(|a| a.sku.clone()).unwrap();
    let mut send = async |lines: &str| an.post("/quick-order", &[("lines", lines)]).await;
    let good = format!("{}\tBloem\t4\r\n{};2\n\n{} 1", sku(0), sku(8), sku(0));
    assert_eq!(send(&good).await.location(), "/basket");
    let lines = portal.basket(&actor).await.lines;
    let there = |n: usize| lines.iter().find(|l| l.product == demo::product_id(n)).map(|l| l.quantity);
    assert_eq!((there(0), there(8)), (Some(Quantity::whole(5)), Some(Quantity::whole(2))), "two rows add up");
    let bad = format!("{}\t7\nkaviaar\t2\n{}\tveel\n{}", sku(0), sku(8), sku(8));
    let refused = send(&bad).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    for text in ["3 rijen kloppen nog niet", "Rij 2, kaviaar", "Rij 3", "“veel”", "Rij 4", &bad] {
        assert!(refused.text().contains(text), "{text}\n{}", refused.text());
    }
    assert_eq!(portal.basket(&actor).await.lines, lines, "nothing was saved");
    for (rows, said) in [(String::new(), "dit is nodig"), ("x 1\n".repeat(501), "hoogstens 500 rijen")] {
        let refused = send(&rows).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.text().contains(said), "{said}");
    }
    let hostile = send("</textarea><script>alert(1)</script>\t1").await.body;
    assert!(!hostile.contains("<script>alert"), "{hostile}");
}

/// What An writes, Jef's browser shows: the text of a `<textarea>` is the one that Leptos does not escape.
#[tokio::test]
async fn a_note_is_text_whatever_is_in_it() {
    let portal = TestPortal::open().await;
    let (mut an, form) = at_the_basket(&portal).await;
    let note = "</textarea><script>alert(1)</script> &lt;b&gt; Crème & co";
    an.submit("/basket/submission", &form.set("go", "stay").set("note", note)).await;
    let mut jef = portal.signed_in(JEF).await;
    let basket = jef.get("/basket").await;
    assert!(!basket.body.contains("<script>alert"), "{}", basket.body);
    assert_eq!(basket.form("/basket/submission").get("note"), note);
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
    assert_eq!(an.submit("/basket/lines", &form).await.location(), "/order?q=bloem&saved=true");
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
        store::assortments::ItemForm { own_name: "witte bloem".into(), price: "99,00".into(), ..Default::default() };
    let today = portal.db.now().date_naive();
    let forms = [(demo::product_id(0), dearer)];
    store::assortments::save(&portal.db, &tom, customer.id, customer.version, &forms, None, today).await.unwrap();
    let form = form.set("note", "Achterdeur graag");
    let refused = an.submit("/basket/submission", &form).await;
    assert_eq!(refused.status, StatusCode::CONFLICT, "{}", refused.text());
    told_at(&refused, &quantity(0), "prijs nu € 99,00, was €");
    assert_eq!(portal.count(&actor).await, before);
    // seen and agreed with, it is sent as it was written
    let sent = an.submit("/basket/submission", &refused.form("/basket/submission").set("go", "send")).await;
    let order = portal.order(&actor, order_of(&sent)).await;
    assert_eq!((order.lines[0].price.as_ref().unwrap().amount.0, order.note.as_str()), (990_000, "Achterdeur graag"));
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
