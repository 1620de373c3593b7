//! Coming in: nobody learns who has an account, guessing gets slow, sessions end on the server.

use axum::http::{Request, StatusCode, header};
use chrono::Duration;
use store::demo;

use crate::support::{AN, Answer, CLAIRE, GREET, MIA, TOM, TestPortal};

const PASSWORD: &str = "drie broden op zaterdag";

/// The page without what is of one answer, and without the address that was typed.
fn page(answer: &Answer, email: &str) -> String {
    let nonce = answer
        .header("content-security-policy")
        .split("'nonce-")
        .nth(1)
        .and_then(|n| n.split('\'').next())
        .unwrap_or("-");
    let names: Vec<_> = answer.headers.keys().map(|name| name.as_str().to_owned()).collect();
    format!("{} {names:?} {}", answer.status, answer.text()).replace(nonce, "#").replace(email, "@")
}

#[tokio::test]
async fn unknown_and_wrong_are_the_same_answer() {
    let portal = TestPortal::open().await;
    let tom = portal.person(TOM).await;
    let pending = store::people::PersonForm {
        name: "Rik".into(),
        email: "rik@bakkerijpeeters.example".into(),
        language: "nl".into(),
        role: "buyer".into(),
        site: String::new(),
    };
    store::people::invite(&portal.db, &tom, demo::customer_id(0), &pending).await.unwrap();
    let greet = portal.person(GREET).await;
    let mut greets = portal.signed_in(GREET).await;
    let jef = portal.person("jef@bakkerijpeeters.example").await;
    greets.post("/account/people/remove", &[("user", &jef.user.to_string())]).await;
    assert_ne!(greet.user, jef.user);
    let long = "x".repeat(100_000);
    let mut pages = Vec::new();
    for (email, password) in [
        ("nobody@example.com", "wrong"),
        ("nobody@example.com", demo::PASSWORD),
        (AN, "wrong"),
        (AN, ""),
        (AN, &long),
        (MIA, "wrong"),
        // invited, and has no password yet; and one whose role was taken away
        ("rik@bakkerijpeeters.example", ""),
        ("rik@bakkerijpeeters.example", "wrong"),
        ("jef@bakkerijpeeters.example", demo::PASSWORD),
    ] {
        let answer = portal.browser().sign_in(email, password).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{email}");
        assert!(
            !answer.body.contains("value=\"wrong\"") && !answer.body.contains(demo::PASSWORD),
            "a password came back"
        );
        pages.push(page(&answer, email));
    }
    assert!(pages[0].contains("E-mail en wachtwoord horen niet bij elkaar"));
    assert!(pages.iter().all(|p| *p == pages[0]), "{pages:#?}");
}

#[tokio::test]
async fn addresses_that_are_none() {
    let portal = TestPortal::open().await;
    let long = "a".repeat(100_000);
    for email in
        ["", " ", "a\0b@example.com", "\u{202e}an@bakkerijpeeters.example", "' OR 1=1 --", &long, "<script>", "é@ü.be"]
    {
        let answer = portal.browser().sign_in(email, "wrong").await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{:?}", &email[..email.len().min(40)]);
    }
    // as a phone types it
    let answer = portal.browser().sign_in(&format!(" {} ", AN.to_uppercase()), demo::PASSWORD).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn guessing_gets_slow_for_known_and_unknown_alike_and_nobody_is_locked_out() {
    let portal = TestPortal::open().await;
    for email in [AN, "nobody@example.com"] {
        let mut browser = portal.browser();
        for attempt in 1..=5 {
            assert_eq!(
                browser.sign_in(email, "wrong").await.status,
                StatusCode::UNPROCESSABLE_ENTITY,
                "{email} {attempt}"
            );
        }
        let answer = browser.sign_in(email, "wrong").await;
        assert_eq!(answer.status, StatusCode::TOO_MANY_REQUESTS, "{email}");
        assert!(answer.text().contains("Te veel pogingen. Probeer opnieuw over"));
        // counted before the password is looked at
        assert_eq!(browser.sign_in(email, demo::PASSWORD).await.status, StatusCode::TOO_MANY_REQUESTS);
    }
    portal.signed_in(GREET).await;
    portal.db.clock().advance(Duration::seconds(300));
    portal.signed_in(AN).await;
    // and the count begins again
    assert_eq!(portal.browser().sign_in(AN, "wrong").await.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn many_accounts_from_one_address_get_slow_too() {
    let portal = TestPortal::open().await;
    let mut slow = 0;
    for n in 0..60 {
        let answer = portal.browser().sign_in(&format!("guess{n}@example.com"), "wrong").await;
        slow += usize::from(answer.status == StatusCode::TOO_MANY_REQUESTS);
    }
    assert!(slow >= 10, "{slow} of 60 were slowed down");
    portal.db.clock().advance(Duration::minutes(16));
    portal.signed_in(AN).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn many_at_once_do_not_slip_through() {
    let portal = TestPortal::open().await;
    let tasks: Vec<_> = (0..30)
        .map(|_| {
            let mut browser = portal.browser();
            tokio::spawn(async move { browser.sign_in(AN, "wrong").await.status })
        })
        .collect();
    let mut tried = 0;
    for task in tasks {
        tried += usize::from(task.await.unwrap() == StatusCode::UNPROCESSABLE_ENTITY);
    }
    assert!(tried <= 6, "{tried} guesses were looked at");
}

#[tokio::test]
async fn signing_in_again_ends_the_older_session() {
    let portal = TestPortal::open().await;
    let mut browser = portal.signed_in(AN).await;
    let old = browser.clone();
    browser.sign_in(AN, demo::PASSWORD).await;
    assert_ne!(old.token(), browser.token());
    assert!(portal.actor(&old).await.is_none() && portal.actor(&browser).await.is_some());
    // and so does going to another counter
    let old = browser.clone();
    let site = demo::site_id(0, 1).to_string();
    assert_eq!(browser.post("/account/site", &[("site", &site)]).await.location(), "/");
    assert_ne!(old.token(), browser.token());
    assert!(portal.actor(&old).await.is_none());
    assert_eq!(portal.actor(&browser).await.unwrap().at().unwrap().site, demo::site_id(0, 1));
}

#[tokio::test]
async fn a_token_that_was_chosen_by_somebody_else_is_none() {
    let portal = TestPortal::open().await;
    let mut browser = portal.browser();
    for token in ["", "x", &"a".repeat(64), &"0".repeat(63), "../../etc/passwd"] {
        browser.cookies.insert("toonbank".into(), token.to_owned());
        assert!(browser.get("/order").await.location().starts_with("/sign-in"), "{token:?}");
    }
    browser.cookies.insert("toonbank".into(), "a".repeat(64));
    browser.sign_in(AN, demo::PASSWORD).await;
    assert_ne!(browser.token().unwrap(), "a".repeat(64));
}

#[tokio::test]
async fn signing_out_ends_the_session_on_the_server() {
    let portal = TestPortal::open().await;
    let mut browser = portal.signed_in(AN).await;
    let mut copy = browser.clone();
    let answer = browser.post("/sign-out", &[]).await;
    assert_eq!((answer.status, answer.location()), (StatusCode::SEE_OTHER, "/sign-in"));
    assert!(browser.token().is_none());
    assert!(copy.get("/order").await.location().starts_with("/sign-in"));
    assert_eq!(copy.script("/basket/lines", &[]).await.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn one_device_ends_another() {
    let portal = TestPortal::open().await;
    let (mut phone, tablet) = (portal.signed_in(AN).await, portal.signed_in(AN).await);
    let page = phone.get("/account").await;
    let handle = page.text().split("name=\"session\" value=\"").nth(1).map(|rest| rest[..64].to_owned()).unwrap();
    assert_ne!(Some(handle.as_str()), tablet.token(), "the page does not show a token");
    assert_eq!(phone.post("/account/sessions/end", &[("session", &handle)]).await.location(), "/account");
    assert!(portal.actor(&tablet).await.is_none() && portal.actor(&phone).await.is_some());
    for handle in ["", "x", "a\0b", &"0".repeat(64)] {
        assert_eq!(
            phone.post("/account/sessions/end", &[("session", handle)]).await.status,
            StatusCode::NOT_FOUND,
            "{handle:?}"
        );
    }
}

#[tokio::test]
async fn sessions_idle_out_and_end() {
    for (email, steps, step) in [(MIA, 25, Duration::minutes(29)), (CLAIRE, 5, Duration::hours(24 * 7 - 1))] {
        let portal = TestPortal::open().await;
        let mut idle = portal.signed_in(email).await;
        portal.db.clock().advance(step + step / 5);
        assert!(idle.get("/account").await.location().starts_with("/sign-in"), "{email} idle");
        let mut busy = portal.signed_in(email).await;
        let mut alive = 0;
        for _ in 0..steps {
            portal.db.clock().advance(step);
            alive += usize::from(busy.get("/account").await.status == StatusCode::OK);
        }
        // twelve hours, thirty days: and not one step longer
        assert_eq!(alive, steps - 1, "{email} busy");
    }
}

#[tokio::test]
async fn the_language_of_who_is_not_known_yet() {
    let portal = TestPortal::open().await;
    for (accepted, lang) in [
        (None, "nl"),
        (Some("fr-BE,fr;q=0.9,en;q=0.8"), "fr"),
        (Some("en-GB"), "en"),
        (Some("de-DE, de;q=0.9, fr;q=0.7"), "fr"),
        (Some("de"), "nl"),
        (Some("NL-be"), "nl"),
        (Some("*"), "nl"),
        (Some(";;,q=,"), "nl"),
    ] {
        let mut browser = portal.browser();
        browser.language = accepted;
        let page = browser.get("/sign-in").await;
        assert!(page.body.contains(&format!("<html lang=\"{lang}\"")), "{accepted:?}");
    }
    // what was chosen goes before what the browser says, and the person's own before both
    let mut browser = portal.browser();
    browser.language = Some("en");
    browser.post("/language", &[("lang", "fr"), ("back", "/sign-in")]).await;
    assert!(browser.get("/sign-in").await.text().contains("Se connecter"));
    browser.sign_in(AN, demo::PASSWORD).await;
    assert!(browser.get("/order").await.body.contains("<html lang=\"nl\""));
    for lang in ["", "xx", "f", "é", "fr\r\nX: y", &"fr".repeat(10_000)] {
        assert_eq!(
            browser.post("/language", &[("lang", lang), ("back", "/order")]).await.status,
            StatusCode::SEE_OTHER
        );
    }
}

#[tokio::test]
async fn after_signing_in_nobody_is_sent_to_another_host() {
    let portal = TestPortal::open().await;
    for next in [
        "//evil.example",
        "https://evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "/\t/evil.example",
        "/\n/evil.example",
        "javascript:alert(1)",
        "evil.example",
        "///evil.example",
        "/\\/evil.example",
        " //evil.example",
        "/\u{0}/evil",
        "http:evil.example",
    ] {
        let fields = [("email", AN), ("password", demo::PASSWORD), ("next", next)];
        let answer = portal.browser().post("/sign-in", &fields).await;
        assert_eq!((answer.status, answer.location()), (StatusCode::SEE_OTHER, "/"), "{next:?}");
        let back = portal.browser().post("/language", &[("lang", "fr"), ("back", next)]).await;
        assert_eq!((back.status, back.location()), (StatusCode::SEE_OTHER, "/"), "back {next:?}");
        assert_eq!(back.headers.get_all(header::SET_COOKIE).iter().count(), 1);
    }
}

#[tokio::test]
async fn after_signing_in_one_is_where_one_wanted_to_be() {
    let portal = TestPortal::open().await;
    let actor = portal.person(AN).await;
    let id = portal.ordered(&actor, &[(0, 4)]).await;
    let wanted = format!("/orders/{id}?placed=true&x=é");
    let mut browser = portal.browser();
    let sent = browser.get(&wanted.replace('é', "%C3%A9")).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER);
    let form = browser.get(sent.location()).await.form("/sign-in").set("email", AN).set("password", "wrong");
    let refused = browser.submit("/sign-in", &form).await;
    let form = refused.form("/sign-in").set("password", demo::PASSWORD);
    assert_eq!(form.get("email"), AN, "as typed");
    let answer = browser.submit("/sign-in", &form).await;
    assert_eq!(answer.location(), wanted.replace('é', "%C3%A9"));
    assert_eq!(browser.get(answer.location()).await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_script_is_told_that_nobody_is_signed_in() {
    let portal = TestPortal::open().await;
    let request = Request::get("/basket/state")
        .header(header::ACCEPT, "application/json")
        .body(axum::body::Body::empty())
        .unwrap();
    assert_eq!(portal.browser().send(request).await.status, StatusCode::UNAUTHORIZED);
    assert_eq!(portal.browser().script("/basket/lines", &[]).await.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn an_invitation_works_once_and_for_a_week() {
    let portal = TestPortal::open().await;
    let mut greet = portal.signed_in(GREET).await;
    let invite = |email: &'static str| [("name", "Rik"), ("email", email), ("language", "nl"), ("role", "buyer")];
    let link =
        |answer: &Answer| answer.text().split("/invitation/").nth(1).map(|rest| rest[..64].to_owned()).expect("a link");
    let token = link(&greet.post("/account/people", &invite("rik@bakkerijpeeters.example")).await);
    let path = format!("/invitation/{token}");
    let mut rik = portal.browser();
    assert!(rik.get(&path).await.text().contains("rik@bakkerijpeeters.example"));
    for weak in ["", "short", "aaaaaaaaaaaaaaaaaaaa", "rik@bakkerijpeeters.example"] {
        let answer = rik.post(&path, &[("password", weak)]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{weak:?}");
        assert!(answer.body.contains("aria-invalid=\"true\""));
    }
    let mut places = Vec::new();
    for _ in 0..2 {
        places.push(rik.post(&path, &[("password", PASSWORD)]).await.status);
    }
    assert_eq!(places, [StatusCode::SEE_OTHER, StatusCode::NOT_FOUND]);
    assert!(rik.token().is_none(), "he is not signed in by it");
    assert_eq!(rik.sign_in("rik@bakkerijpeeters.example", PASSWORD).await.status, StatusCode::SEE_OTHER);
    let late = link(&greet.post("/account/people", &invite("els@bakkerijpeeters.example")).await);
    portal.db.clock().advance(Duration::days(7));
    assert_eq!(portal.browser().get(&format!("/invitation/{late}")).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn who_loses_his_role_is_out_at_once() {
    let portal = TestPortal::open().await;
    let mut an = portal.signed_in(AN).await;
    let an_id = portal.actor(&an).await.unwrap().user.to_string();
    let mut greet = portal.signed_in(GREET).await;
    assert_eq!(greet.post("/account/people/remove", &[("user", &an_id)]).await.location(), "/account");
    assert!(an.get("/order").await.location().starts_with("/sign-in"));
}
