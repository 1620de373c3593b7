//! Another site cannot send our forms: every unsafe route (TRUST S5).

use axum::http::{Method, Request, StatusCode, header};
use server::routes::routes;

use crate::support::{AN, Browser, HOME, MIA, TestPortal};

/// Every POST, with something in the place of its parameters.
fn posts() -> Vec<String> {
    let id = store::demo::customer_id(0).to_string();
    let fill = |path: &str| {
        path.split('/').map(|part| if part.starts_with('{') { &id } else { part }).collect::<Vec<_>>().join("/")
    };
    routes().into_iter().filter(|(method, ..)| *method == Method::POST).map(|(_, path, ..)| fill(path)).collect()
}

async fn sent(browser: &Browser, path: &str, headers: &[(&str, &str)]) -> (StatusCode, String) {
    let mut browser = browser.with_site(None);
    let mut request = Request::post(path).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let answer = browser.send(request.body(axum::body::Body::from("a=b")).unwrap()).await;
    (answer.status, answer.body)
}

#[tokio::test]
async fn every_form_of_another_site_is_refused() {
    let portal = TestPortal::open().await;
    let browsers = [portal.browser(), portal.signed_in(AN).await, portal.signed_in(MIA).await];
    let foreign: [&[(&str, &str)]; 9] = [
        &[],
        &[("sec-fetch-site", "cross-site")],
        &[("sec-fetch-site", "same-site")],
        &[("sec-fetch-site", "none")],
        &[("sec-fetch-site", "cross-site"), ("origin", HOME)],
        &[("origin", "https://evil.example")],
        &[("origin", "null")],
        &[("origin", "http://portal.test.evil.example")],
        &[("origin", ""), ("referer", "http://portal.test/order")],
    ];
    let mut through = Vec::new();
    for path in posts() {
        for browser in &browsers {
            for headers in foreign {
                let (status, _) = sent(browser, &path, headers).await;
                if status != StatusCode::FORBIDDEN {
                    through.push(format!("{path} {headers:?} → {status}"));
                }
            }
        }
    }
    assert!(through.is_empty(), "{through:#?}");
    assert!(portal.actor(&browsers[1]).await.is_some(), "nobody was signed out");
}

#[tokio::test]
async fn our_own_forms_pass() {
    let portal = TestPortal::open().await;
    let mut refused = Vec::new();
    for path in posts() {
        for headers in [[("sec-fetch-site", "same-origin")], [("origin", HOME)]] {
            // nobody's, so that none of them does anything
            let (status, _) = sent(&portal.browser(), &path, &headers).await;
            if status == StatusCode::FORBIDDEN {
                refused.push(format!("{path} {headers:?} → {status}"));
            }
        }
    }
    assert!(refused.is_empty(), "{refused:#?}");
}

#[tokio::test]
async fn other_unsafe_methods_are_guarded_too_and_reading_is_not() {
    let portal = TestPortal::open().await;
    let an = portal.signed_in(AN).await;
    for method in [Method::PUT, Method::PATCH, Method::DELETE] {
        let mut browser = an.with_site(Some("cross-site"));
        let request =
            Request::builder().method(method.clone()).uri("/basket/lines").body(axum::body::Body::empty()).unwrap();
        assert_eq!(browser.send(request).await.status, StatusCode::FORBIDDEN, "{method}");
    }
    let mut from_a_mail = an.with_site(Some("cross-site"));
    assert_eq!(from_a_mail.get("/order").await.status, StatusCode::OK);
}

#[tokio::test]
async fn nothing_is_changed_by_reading() {
    let portal = TestPortal::open().await;
    let mut an = portal.signed_in(AN).await;
    for path in ["/sign-out", "/basket/lines?quantity.x=1", "/basket/usual", "/basket/submission"] {
        assert_eq!(an.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    assert!(portal.actor(&an).await.is_some());
}

#[tokio::test]
async fn who_is_refused_reads_why() {
    let portal = TestPortal::open().await;
    let an = portal.signed_in(AN).await;
    let (status, body) = sent(&an, "/basket/lines", &[("sec-fetch-site", "cross-site")]).await;
    assert_eq!(status, StatusCode::FORBIDDEN);
    assert!(body.contains("<h1>"), "an empty page is no answer: {body:?}");
}
