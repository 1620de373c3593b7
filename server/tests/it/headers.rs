//! What every answer says beside its page (TRUST S7), and what the cookies say.

use axum::http::{Method, Request, StatusCode, header};
use server::routes::routes;
use store::demo;

use crate::support::{AN, Answer, Browser, GREET, TOM, TestPortal};

/// The policy, exactly; `{}` is the page's nonce.
fn policy(nonce: Option<&str>) -> String {
    let script = nonce.map(|n| format!("'nonce-{n}' 'strict-dynamic' ")).unwrap_or_default();
    format!(
        "default-src 'none'; script-src {script}'wasm-unsafe-eval'; style-src 'self'; img-src 'self' blob:; font-src 'self'; \
         connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; \
         frame-ancestors 'none'; object-src 'none'"
    )
}

fn nonce(answer: &Answer) -> Option<&str> {
    answer.header("content-security-policy").split("'nonce-").nth(1)?.split('\'').next()
}

fn guarded(answer: &Answer, what: &str) {
    assert_eq!(answer.header("content-security-policy"), policy(nonce(answer)), "{what}");
    assert_eq!(answer.header("x-content-type-options"), "nosniff", "{what}");
    assert_eq!(answer.header("cross-origin-opener-policy"), "same-origin", "{what}");
    assert_eq!(answer.header("cross-origin-resource-policy"), "same-origin", "{what}");
    assert!(matches!(answer.header("referrer-policy"), "no-referrer" | "same-origin"), "{what}");
    assert_eq!(answer.header("cache-control"), "no-store", "{what}");
    assert_eq!(answer.headers.get_all("content-security-policy").iter().count(), 1, "{what}");
    assert!(answer.header("server").is_empty() && answer.header("x-powered-by").is_empty(), "{what}");
    if answer.header("content-type").starts_with("text/html") {
        let nonce = nonce(answer).unwrap_or_else(|| panic!("{what}: a page has a nonce"));
        assert!(nonce.len() >= 32, "{what}: {nonce}");
        assert_eq!(answer.header("content-type"), "text/html; charset=utf-8", "{what}");
        for tag in answer.body.split('<').filter(|tag| tag.starts_with("script")) {
            assert!(tag.contains(&format!("nonce=\"{nonce}\"")), "{what}: a script without the nonce");
        }
        for tag in answer.body.split('<').filter_map(|tag| tag.split('>').next()) {
            assert!(
                !tag.contains(" style=\"") && !tag.contains(" onclick=") && !tag.contains("javascript:"),
                "{what}: <{tag}>"
            );
        }
    } else {
        assert_eq!(nonce(answer), None, "{what}: only pages have a nonce");
    }
}

/// Every GET but the stream, with the world's things in the place of parameters.
fn gets() -> Vec<String> {
    let fill = |path: &str| {
        path.replace("{order}", &store::clock::new_id().to_string())
            .replace("{customer}", &demo::customer_id(0).to_string())
            .replace("{product}", &demo::product_id(0).to_string())
            .replace("{token}", "0")
    };
    let gets = routes().into_iter().filter(|(method, path, ..)| *method == Method::GET && *path != "/events");
    gets.map(|(_, path, ..)| fill(path)).collect()
}

#[tokio::test]
async fn every_answer_is_guarded_and_kept_by_nobody() {
    let portal = TestPortal::open().await;
    let browsers =
        [portal.browser(), portal.signed_in(GREET).await, portal.signed_in(TOM).await, portal.acting(TOM, 0).await];
    for mut browser in browsers {
        for path in gets() {
            guarded(&browser.get(&path).await, &path);
        }
        for path in ["/nowhere", "/order/../desk", "/pkg/nothing.js", "/.env", "//evil.example", "/orders/%ff"] {
            let answer = browser.get(path).await;
            guarded(&answer, path);
        }
        guarded(&browser.post("/basket/lines", &[("quantity.x", "1")]).await, "a form");
        guarded(&browser.with_site(Some("cross-site")).post("/basket/lines", &[]).await, "another site's form");
        guarded(&browser.script("/basket/lines", &[]).await, "an answer for a script");
    }
}

#[tokio::test]
async fn a_nonce_is_of_one_answer() {
    let portal = TestPortal::open().await;
    let mut an = portal.signed_in(AN).await;
    let (first, second) = (an.get("/order").await, an.get("/order").await);
    assert_ne!(nonce(&first), nonce(&second));
}

#[tokio::test]
async fn what_is_not_there_is_a_page_in_the_readers_language() {
    let portal = TestPortal::open().await;
    for (mut browser, text) in [
        (portal.browser(), "Deze pagina is er niet"),
        (portal.signed_in("claire@brasserienord.example").await, "Cette page n’existe pas"),
    ] {
        let id = store::clock::new_id();
        for path in ["/nowhere".to_owned(), format!("/nowhere/{id}"), "/%ff".to_owned(), "/pkg/x.wasm".to_owned()] {
            let answer = browser.get(&path).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
            assert!(answer.body.contains("<h1>") && answer.text().contains(text), "{path}: {}", answer.text());
        }
    }
}

/// What the framework itself refuses to read is told by a page of our own, in the reader's language, too.
#[tokio::test]
async fn an_address_that_cannot_be_read_is_a_page() {
    let portal = TestPortal::open().await;
    let mut claire = portal.signed_in("claire@brasserienord.example").await;
    let mut wrong = Vec::new();
    for path in
        ["/orders/%ff", "/orders/%ff/cancellation", "/order?q=a&q=b", "/order?show=%ff", "/orders?after=%00&after="]
    {
        let answer = claire.get(path).await;
        if answer.status.is_server_error() || !answer.body.contains("<h1") {
            wrong.push(format!("{path} → {} {:?}", answer.status, answer.body));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

fn cookies(answer: &Answer) -> Vec<String> {
    answer.headers.get_all(header::SET_COOKIE).iter().map(|v| v.to_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn the_cookie_of_a_session() {
    for (base_url, name, secure) in
        [("http://portal.test", "toonbank=", false), ("https://portal.test", "__Host-toonbank=", true)]
    {
        let portal = TestPortal::open_at(base_url).await;
        let mut browser = portal.browser();
        let answer = browser.sign_in(AN, demo::PASSWORD).await;
        let set = cookies(&answer);
        let [session, spoken] = &set[..] else { panic!("the session and the language: {set:?}") };
        assert!(spoken.starts_with("lang=nl; "), "the next sign-in page speaks An's language");
        assert!(session.starts_with(name), "{session}");
        for flag in ["; HttpOnly", "; Path=/", "; SameSite=Lax", "; Max-Age=2592000"] {
            assert!(session.contains(flag), "{session}");
        }
        assert_eq!((session.contains("; Secure"), session.contains("Domain")), (secure, false), "{session}");
        let token = browser.token().unwrap();
        assert!(token.len() == 64 && token.bytes().all(|b| b.is_ascii_hexdigit()), "256 bits");
        assert_eq!(answer.header("strict-transport-security").is_empty(), !secure);
        assert!(portal.actor(&browser).await.is_some());

        let spoken = browser.post("/language", &[("lang", "fr"), ("back", "/order")]).await;
        assert!(cookies(&spoken)[0].starts_with("lang=fr; "));
        let gone = browser.post("/sign-out", &[]).await;
        let set = cookies(&gone);
        assert!(set[0].starts_with(name) && set[0].contains("Max-Age=0") && set[0].contains("Path=/"), "{set:?}");
        assert_eq!(set[0].contains("; Secure"), secure, "without it a browser keeps the other");
    }
}

#[tokio::test]
async fn with_tls_every_cookie_is_for_tls_and_no_other_name_is_believed() {
    let portal = TestPortal::open_at("https://portal.test").await;
    let mut an = portal.signed_in(AN).await;
    // one that any page without TLS could have planted
    let mut planted: Browser = portal.browser();
    planted.cookies.insert("toonbank".into(), an.token().unwrap().to_owned());
    assert!(planted.get("/order").await.location().starts_with("/sign-in"));
    let answer = an.post("/language", &[("lang", "fr"), ("back", "/order")]).await;
    for cookie in cookies(&answer) {
        assert!(cookie.contains("; Secure"), "{cookie}");
    }
    assert_eq!(answer.header("strict-transport-security"), "max-age=63072000; includeSubDomains");
}

#[tokio::test]
async fn built_files_are_kept_by_their_hash() {
    let portal = TestPortal::open().await;
    let mut browser = portal.browser();
    for asset in server::assets::ASSETS {
        let answer = browser.get(asset.path).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", asset.path);
        let cache = answer.header("cache-control");
        assert_eq!(
            cache.contains("immutable") && cache.contains("max-age=31536000"),
            asset.immutable,
            "{}: {cache}",
            asset.path
        );
        assert_eq!(answer.header("x-content-type-options"), "nosniff");
        assert_eq!(answer.header("content-type"), asset.mime);
        let again = Request::get(asset.path)
            .header(header::IF_NONE_MATCH, answer.header("etag"))
            .body(axum::body::Body::empty());
        assert_eq!(browser.send(again.unwrap()).await.status, StatusCode::NOT_MODIFIED, "{}", asset.path);
    }
}
