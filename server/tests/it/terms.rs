//! What counts beside prices: a customer's own terms go before those of his group, each by itself.

use axum::http::StatusCode;
use chrono::TimeDelta;
use store::{agreements, demo};

use crate::support::{AN, ELS, Form, MIA, TestPortal, at_the_basket, told_at};

const GROUP: &str = "/desk/prices?group=bakkers";
const TERMS: &str = "/desk/prices/terms";

async fn of_group(portal: &TestPortal, fields: &[(&str, &str)]) {
    let mut els = portal.signed_in(ELS).await;
    let form = els.get(GROUP).await.form(TERMS);
    let form = fields.iter().fold(form, |form, (name, value)| form.set(name, value));
    assert_eq!(els.submit(TERMS, &form).await.location(), format!("{GROUP}&saved=true"));
}

async fn of_bakery(portal: &TestPortal, fields: &[(&str, &str)]) {
    let mut els = portal.signed_in(ELS).await;
    let page = format!("/desk/customers/{}", demo::customer_id(0));
    let form = els.get(&page).await.form(&page);
    let form = fields.iter().fold(form, |form, (name, value)| form.set(name, value));
    assert_eq!(els.submit(&page, &form).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn the_minimum_of_the_group_counts_where_a_customer_has_none_of_his_own() {
    let portal = TestPortal::open().await;
    of_bakery(&portal, &[("order_minimum", "")]).await;
    of_group(&portal, &[("order_minimum", "9000"), ("minimum_is_strict", "true")]).await;
    let (mut an, form) = at_the_basket(&portal).await;
    let refused = an.submit("/basket/submission", &form).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.words().contains("€ 9.000,00"), "{}", refused.words());
    // one customer can do without
    of_bakery(&portal, &[("order_minimum", "0")]).await;
    assert!(!an.get("/order").await.words().contains("9.000,00"));
    let form = an.get("/basket").await.form("/basket/submission").set("go", "send");
    assert_eq!(an.submit("/basket/submission", &form).await.status, StatusCode::SEE_OTHER);
}

/// A new price for the bakery's white flour.
fn price(price: &str, from: &str) -> Form {
    let fields = [
        ("customer", demo::customer_id(0).to_string()),
        ("sku", "010455".into()),
        ("price", price.into()),
        ("from", from.into()),
    ];
    Form(fields.map(|(name, value)| (name.to_owned(), value)).into())
}

#[tokio::test]
async fn a_higher_price_is_told_so_many_days_before() {
    let portal = TestPortal::open().await;
    of_group(&portal, &[("notice_days", "14")]).await;
    let mut els = portal.signed_in(ELS).await;
    // 18,25 on the list
    let refused = els.submit("/desk/prices", &price("18,75", "2026-12-06")).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    told_at(&refused, "price", "14 dagen op voorhand te melden: ten vroegste 7 dec 2026");
    told_at(&refused, "price", "Zo afgesproken met de klant");
    assert_eq!(els.submit("/desk/prices", &price("18", "2026-11-24")).await.status, 303, "lower, that is no matter");
    let with = agreements::With::Customer(demo::customer_id(0));
    let (rows, _) = agreements::with(&portal.db, &portal.person(ELS).await, &with, 500).await.unwrap();
    let row = rows.iter().find(|row| row.sku == "010455").unwrap();
    let seen = agreements::Seen { product: row.product, from: row.agreement.from, until: None };
    agreements::set_last_day(&portal.db, &portal.person(ELS).await, &with, seen, "2026-12-31").await.unwrap();

    // in the grid, on the assortment's page and for the whole group the same is asked
    let proposal = "/desk/prices/revisions/proposal";
    let page = els.get(&format!("/desk/prices/revisions/new?customer={}", demo::customer_id(0))).await;
    let rule = page.form(proposal).set("change", "+3 %").set("from", "2026-12-01");
    let asked = els.submit(proposal, &rule).await;
    assert_eq!(asked.status, StatusCode::UNPROCESSABLE_ENTITY);
    told_at(&asked, &format!("price.{}", demo::product_id(1)), "ten vroegste 7 dec 2026");
    let later = els.submit(proposal, &rule.set("from", "2026-12-07")).await;
    assert_eq!(later.status, StatusCode::OK, "{}", later.words());
    let page = format!("/desk/customers/{}/assortment", demo::customer_id(0));
    let flour = format!("price.{}", demo::product_id(2));
    let form = els.get(&page).await.form(&page).set(&flour, "19");
    let refused = els.submit(&page, &form).await;
    told_at(&refused, &flour, "dagen op voorhand");
    let group = price("19,90", "2026-12-01").set("customer", "").set("group", "bakkers").set("sku", "010655");
    told_at(&els.submit("/desk/prices", &group).await, "price", "dagen op voorhand");
    // who agreed it so with the customer says so
    let agreed = price("18,75", "2027-01-02").set("sku", "010655").set("sure", "true");
    assert_eq!(els.submit("/desk/prices", &agreed).await.status, StatusCode::SEE_OTHER);

    // the buyer is told in that time, and not long before
    let mut an = portal.signed_in(AN).await;
    assert!(!an.get("/order").await.words().contains("van prijs"), "five weeks before");
    portal.db.clock().advance(TimeDelta::days(26));
    let mut an = portal.signed_in(AN).await;
    assert!(an.get("/order").await.words().contains("van prijs"));
}

#[tokio::test]
async fn terms_are_typed_once_and_by_whom_may() {
    let portal = TestPortal::open().await;
    let mut els = portal.signed_in(ELS).await;
    let fresh = els.get(GROUP).await.form(TERMS);
    for (field, value, message) in [
        ("notice_days", "-1", "minder dan nul"),
        ("notice_days", "400", "365"),
        ("order_minimum", "veel", "geen getal"),
    ] {
        let refused = els.submit(TERMS, &fresh.clone().set(field, value)).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{value}");
        assert!(refused.words().contains(message), "{value}: {}", refused.words());
        assert_eq!(refused.form(TERMS).get(field), value, "is kept as it was typed");
    }
    els.submit(TERMS, &fresh.clone().set("notice_days", "7")).await;
    let stale = els.submit(TERMS, &fresh.clone().set("notice_days", "21")).await;
    assert_eq!(stale.status, StatusCode::CONFLICT);
    told_at(&stale, "notice_days", "7");
    let nobody = fresh.clone().set("group", "niemand");
    assert_eq!(els.submit(TERMS, &nobody).await.status, StatusCode::NOT_FOUND);
    assert_eq!(portal.signed_in(MIA).await.submit(TERMS, &fresh).await.status, StatusCode::FORBIDDEN);
}
