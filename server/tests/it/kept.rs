//! What somebody typed is not lost: not when the session ended meanwhile, not beside another button, not in a basket.

use axum::{
    body::Body,
    http::{Request, StatusCode},
};
use chrono::TimeDelta;
use domain::access::Party;
use store::demo;

use crate::support::{AN, ELS, MIA, TOM, TestPortal};

#[tokio::test]
async fn els_goes_to_lunch_and_finds_what_she_had_filled_in() {
    let portal = TestPortal::open().await;
    let mut els = portal.signed_in(ELS).await;
    let new = "/desk/customers";
    let form = els.get("/desk/customers/new").await.form(new);
    let form = form.set("number", "009901").set("name", "Bakkerij \"Den <Oven>\" & Zoon");
    portal.db.clock().advance(TimeDelta::minutes(31));
    let asked = els.submit(new, &form).await;
    assert_eq!(asked.status, StatusCode::UNAUTHORIZED);
    assert!(asked.text().contains("Wat u verstuurde, wacht hier"), "{}", asked.text());
    let sign_in = asked.form("/sign-in").set("email", ELS);
    // a slip keeps it, too
    let slip = els.submit("/sign-in", &sign_in.set("password", "verkeerd")).await;
    let sign_in = slip.form("/sign-in").set("password", demo::PASSWORD);
    let back = els.submit("/sign-in", &sign_in).await;
    assert_eq!(back.status, StatusCode::OK);
    assert!(back.text().contains("nog niet verstuurd"));
    let saved = els.submit(new, &back.form(new)).await;
    assert!(saved.location().starts_with("/desk/customers/"), "{}", saved.text());
    let page = els.get(saved.location().split('?').next().unwrap()).await;
    assert!(page.text().contains("Bakkerij \"Den <Oven>\" & Zoon"));
}

#[tokio::test]
async fn what_waits_at_the_sign_in_page_goes_nowhere_else() {
    let portal = TestPortal::open().await;
    let mut nobody = portal.browser();
    // a script of another site cannot leave anything there, and a stranger is told of no page
    let elsewhere = nobody.with_site(Some("cross-site")).post("/desk/customers", &[("name", "x")]).await;
    assert_eq!(elsewhere.status, StatusCode::FORBIDDEN);
    let fields = [("email", AN), ("password", demo::PASSWORD), ("next", "//elsewhere.example/"), ("kept", "a=b")];
    let back = nobody.post("/sign-in", &fields).await;
    assert!(back.body.contains("action=\"/\""), "{}", back.body);
    assert_eq!(nobody.script("/basket/lines", &[]).await.status, StatusCode::OK, "she is signed in");
    nobody.post("/sign-out", &[]).await;
    assert_eq!(nobody.script("/basket/lines", &[]).await.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn a_page_left_open_does_not_keep_a_session_alive() {
    let portal = TestPortal::open().await;
    let mut mia = portal.signed_in(MIA).await;
    for _ in 0..4 {
        portal.db.clock().advance(TimeDelta::minutes(10));
        let by_itself = Request::get("/desk").header("toonbank-by-itself", "1").body(Body::empty()).unwrap();
        mia.send(by_itself).await;
    }
    assert_eq!(mia.get("/desk").await.location(), "/sign-in?next=%2Fdesk");
    let mut els = portal.signed_in(ELS).await;
    for _ in 0..4 {
        portal.db.clock().advance(TimeDelta::minutes(10));
        assert_eq!(els.get("/desk").await.status, StatusCode::OK, "who looks is there");
    }
}

#[tokio::test]
async fn removing_an_article_saves_what_was_typed_beside_it() {
    let portal = TestPortal::open().await;
    let (mut els, mut tom) = (portal.signed_in(ELS).await, portal.signed_in(TOM).await);
    let page = format!("/desk/customers/{}/assortment", demo::customer_id(0));
    let (other, gone) = (demo::product_id(0), demo::product_id(8));
    let (of_els, of_tom) = (els.get(&page).await.form(&page), tom.get(&page).await.form(&page));
    let typed = of_els.set(&format!("own_name.{other}"), "de witte van Els").set("remove", &gone.to_string());
    assert_eq!(els.submit(&page, &typed).await.status, StatusCode::SEE_OTHER);
    let now = els.get(&page).await.form(&page);
    assert_eq!(now.get(&format!("own_name.{other}")), "de witte van Els");
    assert!(!now.0.iter().any(|(name, _)| name.ends_with(&gone.to_string())));
    // Tom's page is of before
    let late = tom.submit(&page, &of_tom.set("remove", &other.to_string())).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    assert!(els.get(&page).await.body.contains(&format!("own_name.{other}")));
}

#[tokio::test]
async fn an_article_that_leaves_the_assortment_is_told_in_the_basket() {
    let portal = TestPortal::open().await;
    let mut an = portal.signed_in(AN).await;
    let (actor, els) = (portal.actor(&an).await.unwrap(), portal.person(ELS).await);
    assert!(matches!(actor.party, Party::Customer(_)));
    portal.fill(&actor, &[(0, 4), (8, 2)]).await;
    let customer = store::customers::get(&portal.db, &els, demo::customer_id(0)).await.unwrap();
    let (gone, today) = (demo::product_id(8), portal.db.now().date_naive());
    let name = store::products::get(&portal.db, &els, gone).await.unwrap().names.nl;
    store::assortments::save(&portal.db, &els, customer.id, customer.version, &[], Some(gone), today).await.unwrap();
    let basket = an.get("/basket").await;
    assert!(basket.text().contains(&format!("niet in deze bestelling: {name}")), "{}", basket.text());
    an.submit("/basket/submission", &basket.form("/basket/submission").set("go", "send")).await;
    assert!(!an.get("/basket").await.text().contains("niet in deze bestelling"), "it left with the order");
}
