//! Everything that can be typed wrong on the way to an order: told at its place, with what was typed kept.

use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use domain::Quantity;
use store::demo;

use crate::support::{
    AN, Answer, Browser, JEF, MIA, TestPortal, at_the_basket, order_of, product_form, quantity, told_at,
};

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
    let searched = an.post("/basket/lines", &[("go", "search"), ("q", "kaviaar & \r\ntruffel é #/?%")]).await;
    assert_eq!(searched.status, StatusCode::SEE_OTHER);
    let nothing = an.get(searched.location()).await;
    assert_eq!(nothing.form("/basket/lines").get(&quantity(0)), "", "nothing is called so");
    assert!(nothing.words().contains("Niets gevonden voor “kaviaar & truffel é #/?%”"), "{}", nothing.words());
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
    // so large an assortment is not shown whole, but a form may have all of it
    let actor = portal.actor(&an).await.unwrap();
    let all = store::assortments::list(&portal.db, &actor, portal.day(&actor).await).await.unwrap();
    assert_eq!(all.len(), 500);
    let empty = an.get("/order").await.form("/basket/lines").set("go", "basket");
    let list = all.iter().fold(empty, |form, a| form.set(&format!("quantity.{}", a.product), "4"));
    assert_eq!(an.submit("/basket/lines", &list).await.location(), "/basket");
    let form = an.get("/basket").await.form("/basket/submission").set("note", &"é".repeat(1000)).set("go", "send");
    let id = order_of(&an.submit("/basket/submission", &form).await);
    assert_eq!(portal.order(&portal.actor(&an).await.unwrap(), id).await.lines.len(), 500);
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
