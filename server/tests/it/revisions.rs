//! Price revisions: many prices changed together, looked at before they count, and taken back together.

use axum::http::StatusCode;
use chrono::TimeDelta;
use domain::{Quantity, UnitPrice, agreement::Deal};
use store::{
    agreements::{self, With},
    demo,
    revisions::{self, Of},
};

use crate::support::{AN, Answer, Browser, CLAIRE, ELS, Form, MIA, TestPortal, told_at};

const PROPOSAL: &str = "/desk/prices/revisions/proposal";
const PUBLISH: &str = "/desk/prices/revisions";

fn bakery() -> String {
    format!("/desk/prices/revisions/new?customer={}", demo::customer_id(0))
}

/// What Els types above the grid.
fn rule(page: &Answer, change: &str, from: &str) -> Form {
    page.form(PROPOSAL).set("change", change).set("from", from)
}

/// The price of an article for the bakery on a day, in ten-thousandths, and that of forty.
async fn pays(portal: &TestPortal, sku: &str, on: &str) -> [i64; 2] {
    let els = portal.person(ELS).await;
    let number = store::customers::get(&portal.db, &els, demo::customer_id(0)).await.unwrap().number;
    let found = store::prices::of(&portal.db, &number, sku, on.parse().unwrap()).await.unwrap();
    [1, 40].map(|n| found.conditions.price(Quantity::whole(n)).amount.0)
}

async fn published(els: &mut Browser, proposal: &Answer) -> String {
    let answer = els.submit(PUBLISH, &proposal.form(PUBLISH)).await;
    let to = answer.location();
    to.strip_suffix("?saved=true").unwrap_or_else(|| panic!("not published: {to}")).to_owned()
}

#[tokio::test]
async fn three_percent_more_from_december_and_taken_back() {
    let portal = TestPortal::open().await;
    let (mut els, mut an) = (portal.signed_in(ELS).await, portal.signed_in(AN).await);
    let before = pays(&portal, "010555", "2026-12-31").await;
    assert_eq!(before, [157_500, 152_500]);
    let page = els.get(&bakery()).await;
    let proposal = els.submit(PROPOSAL, &rule(&page, "+3 %", "2026-12-01").set("step", "0,05")).await;
    assert_eq!(proposal.status, StatusCode::OK, "{}", proposal.words());
    // 16,2225 and 15,7075, in steps of five cents
    let product = demo::product_id(1);
    let form = proposal.form(PUBLISH);
    let typed = |field: &str| form.get(&format!("{field}.{product}")).to_owned();
    assert_eq!((typed("price"), typed("tiers")), ("16,20".into(), "20: 15,70".into()));
    assert!(proposal.words().contains("Geldt voor Bakkerij Peeters."), "{}", proposal.words());
    assert_eq!(form.get(&format!("price.{}", demo::product_id(0))), "", "what he pays by the list changes there");
    assert_eq!(pays(&portal, "010555", "2026-12-31").await, before, "a proposal changes nothing");

    let revision = published(&mut els, &proposal).await;
    assert_eq!(pays(&portal, "010555", "2026-11-30").await, before);
    assert_eq!(pays(&portal, "010555", "2026-12-01").await, [162_000, 157_000]);
    assert!(an.get("/order").await.words().contains("van uw 14 artikelen van prijs"), "the buyer is told");
    let shown = els.get(&revision).await.words();
    assert!(shown.contains("€ 15,75") && shown.contains("€ 16,20") && shown.contains("Els"), "{shown}");
    assert!(els.get("/desk/prices").await.words().contains("Laatste prijsherzieningen"));

    for _ in 0..2 {
        assert_eq!(els.post(&format!("{revision}/undo"), &[]).await.location(), revision);
    }
    assert_eq!(pays(&portal, "010555", "2026-12-31").await, before);
    assert!(!an.get("/order").await.words().contains("van uw 14 artikelen van prijs"));
    let shown = els.get(&revision).await.words();
    assert!(shown.contains("Ongedaan gemaakt door Els") && shown.contains("Teruggezet"), "{shown}");
    let with = With::Customer(demo::customer_id(0));
    let (_, all) = agreements::with(&portal.db, &portal.person(ELS).await, &with, 500).await.unwrap();
    let again = els.submit(PROPOSAL, &rule(&page, "+3 %", "2026-12-01")).await;
    published(&mut els, &again).await;
    let (_, more) = agreements::with(&portal.db, &portal.person(ELS).await, &with, 500).await.unwrap();
    assert!(more > all, "it can be done again after it was undone");
}

#[tokio::test]
async fn the_list_changes_at_once_and_what_was_changed_since_stays() {
    let portal = TestPortal::open().await;
    let (mut els, mut an) = (portal.signed_in(ELS).await, portal.signed_in(AN).await);
    let page = els.get("/desk/prices/revisions/new").await;
    let rows = "Artikel\tPrijs\n010455\t18,80\t10: 18,50\n010655\t-5 %\n010455\t19\n999999\t3\n";
    let refused = els.submit(PROPOSAL, &page.form(PROPOSAL).set("pasted", rows)).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    told_at(&refused, "pasted", "rij 4: 010455 staat er twee keer. rij 5: “999999” kennen we niet");
    told_at(&refused, &format!("price.{}", demo::product_id(2)), "geen getal");
    assert_eq!(refused.form(PROPOSAL).get("pasted"), rows, "is kept as it was pasted");
    assert!(!refused.body.contains(">Publiceren"), "nothing is published that is not right");

    let good = "010455\t18,80\t10: 18,50\n010655\t19,90\n";
    let proposal = els.submit(PROPOSAL, &page.form(PROPOSAL).set("pasted", good)).await;
    assert!(proposal.words().contains("2 prijzen. Geldt voor Bakkerij Peeters"), "{}", proposal.words());
    let before = pays(&portal, "010655", "2026-11-24").await;
    let revision = published(&mut els, &proposal).await;
    assert_eq!(pays(&portal, "010455", "2026-11-24").await, [188_000, 185_000]);
    assert!(an.get("/order").await.words().contains("€ 18,80 / zak"));

    // the mill calls again
    let page = els.get("/desk/prices/revisions/new").await;
    let proposal = els.submit(PROPOSAL, &page.form(PROPOSAL).set("pasted", "010455\t18,90")).await;
    published(&mut els, &proposal).await;
    els.post(&format!("{revision}/undo"), &[]).await;
    assert_eq!(
        pays(&portal, "010455", "2026-11-24").await,
        [189_000, 185_000],
        "what was changed since stays, and tiers that nobody spoke of"
    );
    assert_eq!(pays(&portal, "010655", "2026-11-24").await, before);
    let shown = els.get(&revision).await.words();
    assert!(shown.contains("Blijft: intussen gewijzigd") && shown.contains("Teruggezet"), "{shown}");
}

#[tokio::test]
async fn a_revision_that_has_begun_ends_tonight() {
    let portal = TestPortal::open().await;
    let mut els = portal.signed_in(ELS).await;
    let before = pays(&portal, "010555", "2026-11-24").await;
    let page = els.get(&bakery()).await;
    let proposal = els.submit(PROPOSAL, &rule(&page, "-0,25", "2026-11-24")).await;
    let revision = published(&mut els, &proposal).await;
    portal.db.clock().advance(TimeDelta::days(3));
    let mut els = portal.signed_in(ELS).await;
    assert!(els.get(&revision).await.words().contains("geldt vanaf morgen weer wat eerst gold"));
    els.post(&format!("{revision}/undo"), &[]).await;
    let lower = [before[0] - 2_500, before[1] - 2_500];
    for (day, pays_then) in
        [("2026-11-23", before), ("2026-11-24", lower), ("2026-11-26", lower), ("2026-11-27", before)]
    {
        assert_eq!(pays(&portal, "010555", day).await, pays_then, "{day}");
    }
}

#[tokio::test]
async fn what_is_typed_into_the_grid_is_looked_at_before_it_counts() {
    let portal = TestPortal::open().await;
    let mut els = portal.signed_in(ELS).await;
    let (flour, dark) = (demo::product_id(0), demo::product_id(1));
    let (price, tiers) = (format!("price.{flour}"), format!("tiers.{flour}"));
    let page = els.get(&bakery()).await;
    assert!(!page.body.contains(">Publiceren") && page.words().contains("van de lijst"), "{}", page.words());
    let typed = page.form(PUBLISH).set("from", "2026-12-01").set(&price, "1,75").set(&format!("price.{dark}"), "16");
    let asked = els.submit(PROPOSAL, &typed).await;
    assert_eq!(asked.status, StatusCode::UNPROCESSABLE_ENTITY);
    told_at(&asked, &price, "€ 1,75 is wel heel anders dan € 18,25");
    let looked = els.submit(PROPOSAL, &asked.form(PUBLISH).set(&format!("sure.{flour}"), "true")).await;
    assert!(looked.words().contains("2 prijzen. Geldt voor Bakkerij Peeters."), "{}", looked.words());
    published(&mut els, &looked).await;
    assert_eq!(pays(&portal, "010455", "2026-12-01").await, [17_500, 17_500], "said once, it need not be said again");

    for (field, value, message) in [
        (&price, "-3", "minder dan nul"),
        (&price, "gratis", "geen getal"),
        (&tiers, "10: 99", "10: 99"),
        (&tiers, "0: 1", "een aantal boven nul"),
    ] {
        let form = page.form(PUBLISH).set("from", "2027-01-01").set(&price, "18").set(field, value);
        let refused = els.submit(PUBLISH, &form).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{value}");
        assert!(refused.text().contains(message), "{value}: {}", refused.words());
        assert_eq!(refused.form(PUBLISH).get(field), value, "is kept as it was typed");
    }
    for (from, message) in [("", "dit is nodig"), ("2026-11-23", "23 nov"), ("morgen", "morgen")] {
        let refused = els.submit(PROPOSAL, &rule(&page, "+3 %", from)).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{from}");
        told_at(&refused, "from", message);
    }
    for change in ["veel", "0 %", "-100 %", "1e9", "+999999 %"] {
        let refused = els.submit(PROPOSAL, &rule(&page, change, "2026-12-15")).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{change}");
        assert_eq!(refused.form(PROPOSAL).get("change"), change);
    }
    let nothing = els.submit(PUBLISH, &page.form(PUBLISH)).await;
    assert!(nothing.words().contains("Er verandert niets"), "{}", nothing.words());
    // whose prices they are must be said, and nobody else may say it
    let nobody = page.form(PUBLISH).set("customer", "").set(&price, "18");
    assert_eq!(els.submit(PUBLISH, &nobody).await.status, StatusCode::NOT_FOUND);
    for person in [MIA, AN, CLAIRE] {
        let refused = portal.signed_in(person).await.submit(PUBLISH, &typed).await.status;
        assert!([StatusCode::FORBIDDEN, StatusCode::NOT_FOUND].contains(&refused), "{person}: {refused}");
    }
}

#[tokio::test]
async fn all_that_is_wrong_or_asked_about_is_told_at_once() {
    let portal = TestPortal::open().await;
    let mut els = portal.signed_in(ELS).await;
    let page = els.get("/desk/prices/revisions/new").await;
    let rows = "010455\t182,50\n\n\t3\n010655\tgratis\n010555\t15,123456\n";
    let refused = els.submit(PROPOSAL, &page.form(PROPOSAL).set("pasted", rows)).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let [t45, t55, t65] = [0, 1, 2].map(|n| format!("price.{}", demo::product_id(n)));
    told_at(&refused, &t45, "€ 182,50 is wel heel anders");
    told_at(&refused, &t55, "hoogstens 4 cijfers na de komma");
    told_at(&refused, &t65, "geen getal");
    told_at(&refused, "pasted", "rij 3: dit is nodig");
    // on top in the order of the page
    let told: Vec<&str> = refused.body.split("#f-price-").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert_eq!(told, [0, 1, 2].map(|n| demo::product_id(n).to_string()));
    // the day too, where it is all that can be told beside them
    let again = els.submit(PUBLISH, &refused.form(PUBLISH).set("from", "2026-11-22")).await;
    told_at(&again, &t65, "geen getal");
    assert!(again.words().contains("22 nov"), "{}", again.words());
}

#[tokio::test]
async fn what_is_refused_need_not_hold_up_the_others() {
    let portal = TestPortal::open().await;
    let mut els = portal.signed_in(ELS).await;
    let page = els.get("/desk/prices/revisions/new").await;
    let [t45, t55, rye] = [0, 1, 2].map(|n| format!("price.{}", demo::product_id(n)));
    let before = pays(&portal, "010655", "2026-11-24").await;
    let typed = page.form(PUBLISH).set(&t45, "18,80").set(&t55, "1,80").set(&rye, "gratis");
    let refused = els.submit(PUBLISH, &typed).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    told_at(&refused, &rye, "geen getal");
    told_at(&refused, &t55, "€ 1,80 is wel heel anders");
    let article = format!("href=\"/desk/products/{}\"", demo::product_id(2));
    assert!(refused.body.contains(&article), "leads to the article");
    let rest = refused.form(PUBLISH);
    // one is left out: the other is still asked about
    let without = |product: usize| demo::product_id(product).to_string();
    let refused = els.submit(PROPOSAL, &rest.clone().set("without", &without(2))).await;
    told_at(&refused, &t55, "€ 1,80 is wel heel anders");
    assert!(!refused.body.contains(&article) && refused.words().contains("Verder zonder deze"));
    // nothing is published that was not looked at
    let looked_at = els.submit(PROPOSAL, &refused.form(PUBLISH).set("without", &without(1))).await;
    assert!(looked_at.words().contains("Geldt voor"), "{}", looked_at.words());
    let published = els.submit(PUBLISH, &looked_at.form(PUBLISH)).await;
    assert!(published.location().ends_with("?saved=true"), "{}", published.words());
    assert_eq!(pays(&portal, "010455", "2026-11-24").await[0], 188_000);
    assert_eq!(pays(&portal, "010655", "2026-11-24").await, before);
    // where nothing is left, or the day is wrong, there is nothing to publish
    for form in [page.form(PUBLISH).set(&rye, "gratis"), rest.set("from", "morgen")] {
        assert!(!els.submit(PUBLISH, &form).await.words().contains("Verder zonder deze"));
    }
}

#[tokio::test]
async fn a_price_that_somebody_changed_meanwhile_is_shown() {
    let portal = TestPortal::open().await;
    let mut els = portal.signed_in(ELS).await;
    let page = els.get(&bakery()).await;
    let proposal = els.submit(PROPOSAL, &rule(&page, "+3 %", "2026-12-01")).await;
    let of = Of::With(With::Customer(demo::customer_id(0)));
    let row = portal.row_to_revise(&of, "010555", "15").await;
    let els_too = portal.person(ELS).await;
    revisions::publish(&portal.db, &els_too, &of, "2026-11-25", &[row]).await.unwrap();
    let refused = els.submit(PUBLISH, &proposal.form(PUBLISH)).await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    assert!(refused.words().contains("€ 15,00"), "{}", refused.words());
    assert_eq!(pays(&portal, "010555", "2026-12-01").await, [150_000, 150_000]);
}

#[tokio::test]
async fn a_group_keeps_its_discount_and_its_other_agreements() {
    let portal = TestPortal::open().await;
    let els = portal.person(ELS).await;
    let mut browser = portal.signed_in(ELS).await;
    let customer = format!("/desk/customers/{}", demo::customer_id(0));
    let form = browser.get(&customer).await.form(&customer).set("customer_group", "Warme bakkers");
    browser.submit(&customer, &form).await;
    let with = With::Group("Warme bakkers".into());
    for (sku, price, from, until) in [
        ("010455", "17", "2026-11-24", "2026-12-31"),
        ("010455", "16,50", "2027-01-01", ""),
        ("010655", "-5 %", "2026-11-24", ""),
    ] {
        let form = agreements::AgreementForm {
            sku: sku.into(),
            price: price.into(),
            from: from.into(),
            until: until.into(),
            ..Default::default()
        };
        agreements::enter(&portal.db, &els, &with, &form).await.unwrap();
    }
    let page = browser.get("/desk/prices/revisions/new?group=Warme%20bakkers").await;
    let proposal = browser.submit(PROPOSAL, &rule(&page, "2 %", "2026-12-01")).await;
    let words = proposal.words();
    assert!(
        words.contains("1 prijs. Geldt voor Bakkerij Peeters.") && words.contains("1 afspraak is een korting"),
        "{words}"
    );
    let revision = published(&mut browser, &proposal).await;
    let (rows, _) = agreements::with(&portal.db, &els, &with, 500).await.unwrap();
    let prices: Vec<(String, Option<String>, Deal)> = rows
        .iter()
        .filter(|row| row.sku == "010455")
        .map(|row| {
            (row.agreement.from.to_string(), row.agreement.until.map(|d| d.to_string()), row.agreement.deal.clone())
        })
        .collect();
    let net = |price: i64| Deal::Net(domain::price::TieredPrice::flat(UnitPrice(price)));
    let day = |day: &str| Some(day.to_owned());
    assert_eq!(
        prices,
        [
            ("2026-11-24".into(), day("2026-11-30"), net(170_000)),
            ("2026-12-01".into(), day("2026-12-31"), net(173_400)),
            ("2027-01-01".into(), None, net(165_000)),
        ],
        "no day has two, and what comes later stays"
    );
    browser.post(&format!("{revision}/undo"), &[]).await;
    let (rows, _) = agreements::with(&portal.db, &els, &with, 500).await.unwrap();
    assert_eq!(rows.iter().filter(|row| row.sku == "010455").count(), 2);
}

/// The list prices of January, published in November: told to whom they concern, in force on their day by themselves.
#[tokio::test]
async fn the_list_of_january_is_published_in_november() {
    let portal = TestPortal::open().await;
    let (mut els, mut an) = (portal.signed_in(ELS).await, portal.signed_in(AN).await);
    let page = els.get("/desk/prices/revisions/new").await;
    assert_eq!(page.form(PROPOSAL).get("from"), "2026-11-23", "today, at once");
    let yesterday = els.submit(PROPOSAL, &rule(&page, "+3 %", "2026-11-22")).await;
    assert_eq!(yesterday.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", yesterday.words());
    let proposal = els.submit(PROPOSAL, &rule(&page, "+10 %", "2027-01-04").set("step", "0,05")).await;
    let form = proposal.form(PUBLISH);
    let product = demo::product_id(0);
    assert_eq!(form.get(&format!("price.{product}")), "20,10", "{}", proposal.words());
    let revision = published(&mut els, &proposal).await;
    let price = async |on| pays(&portal, "010455", on).await[0];
    assert_eq!((price("2027-01-03").await, price("2027-01-04").await), (182_500, 201_000));
    assert_eq!(price("2026-11-24").await, 182_500);
    // what is agreed does not follow the list
    assert_eq!(pays(&portal, "010555", "2027-01-04").await[0], 157_500);
    let edited = els.get(&format!("/desk/products/{product}")).await;
    assert!(edited.words().contains("De lijstprijs wordt € 20,10 vanaf maandag 4 januari"), "{}", edited.words());
    let list = an.get("/order").await.words();
    assert!(list.contains("veranderen 5 van uw 14 artikelen van prijs"), "{list}");
    assert!(an.get("/price-changes").await.words().contains("€ 20,10"));

    // another day beside it is refused; a change of today leaves it as it is
    let february = els.submit(PROPOSAL, &rule(&page, "+1 %", "2027-02-01")).await;
    assert!(february.words().contains("al een andere lijstprijs gepubliceerd"), "{}", february.words());
    let form = edited.form(&format!("/desk/products/{product}")).set("list_price", "18,50");
    assert_eq!(els.submit(&format!("/desk/products/{product}"), &form).await.status, StatusCode::SEE_OTHER);
    assert_eq!((price("2027-01-03").await, price("2027-01-04").await), (185_000, 201_000));
    // taken back before its day nothing of it is left
    els.post(&format!("{revision}/undo"), &[]).await;
    assert_eq!((price("2027-01-03").await, price("2027-01-04").await), (185_000, 185_000));
}

#[tokio::test]
async fn a_list_price_whose_day_has_come_is_the_list_price() {
    let portal = TestPortal::open().await;
    let (els, product) = (portal.person(ELS).await, demo::product_id(0));
    let row = portal.row_to_revise(&Of::List, "010455", "19,90").await;
    revisions::publish(&portal.db, &els, &Of::List, "2026-12-01", &[row]).await.unwrap();
    let before = store::products::get(&portal.db, &els, product).await.unwrap();
    assert_eq!((before.list_price.base, before.coming.is_some()), (UnitPrice(182_500), true));
    portal.db.clock().advance(TimeDelta::days(9));
    // read, and moved: no page sees the difference
    let read = store::products::get(&portal.db, &els, product).await.unwrap();
    assert_eq!((read.list_price.base, read.coming.is_some()), (UnitPrice(199_000), false));
    assert_eq!(read.version, before.version + 1, "a form from the day before is stale");
    store::sweep(&portal.db).await.unwrap();
    assert_eq!(store::products::get(&portal.db, &els, product).await.unwrap(), read);
    // and there is room for the next
    let row = portal.row_to_revise(&Of::List, "010455", "20,90").await;
    revisions::publish(&portal.db, &els, &Of::List, "2027-01-04", &[row]).await.unwrap();
    assert_eq!(pays(&portal, "010455", "2027-01-04").await[0], 209_000);
}

#[tokio::test]
async fn a_list_price_that_does_not_concern_her_hides_nothing() {
    let portal = TestPortal::open().await;
    let (els, mut an) = (portal.person(ELS).await, portal.signed_in(AN).await);
    // she has an agreed price for it, which does not follow
    let row = portal.row_to_revise(&Of::List, "010555", "18,90").await;
    revisions::publish(&portal.db, &els, &Of::List, "2026-12-01", &[row]).await.unwrap();
    assert!(an.get("/price-changes").await.words().contains("Er zijn geen prijswijzigingen aangekondigd"));
    let of = Of::With(With::Customer(demo::customer_id(0)));
    let row = portal.row_to_revise(&of, "010555", "16,00").await;
    revisions::publish(&portal.db, &els, &of, "2026-12-08", &[row]).await.unwrap();
    let told = an.get("/price-changes").await.words();
    assert!(told.contains("Prijzen vanaf dinsdag 8 december") && told.contains("€ 16,00"), "{told}");
}

#[tokio::test]
async fn nor_does_one_of_the_list() {
    let portal = TestPortal::open().await;
    let (els, mut an) = (portal.person(ELS).await, portal.signed_in(AN).await);
    // of the first day she has an agreed price, of the second none
    for (sku, price, from) in [("010555", "18,90", "2026-12-01"), ("010455", "19,90", "2026-12-08")] {
        let row = portal.row_to_revise(&Of::List, sku, price).await;
        revisions::publish(&portal.db, &els, &Of::List, from, &[row]).await.unwrap();
    }
    let told = an.get("/price-changes").await.words();
    assert!(told.contains("Prijzen vanaf dinsdag 8 december") && told.contains("€ 19,90"), "{told}");
}

#[tokio::test]
async fn taken_back_between_midnight_and_the_sweep() {
    let portal = TestPortal::open().await;
    let els = portal.person(ELS).await;
    let mut made = Vec::new();
    for (price, from) in [("19,00", "2026-11-23"), ("20,00", "2026-11-25")] {
        let row = portal.row_to_revise(&Of::List, "010455", price).await;
        made.push(revisions::publish(&portal.db, &els, &Of::List, from, &[row]).await.unwrap());
    }
    portal.db.clock().advance(TimeDelta::days(2));
    // what came after it stays, whether it was moved to its place already or not
    revisions::undo(&portal.db, &els, made[0]).await.unwrap();
    assert_eq!(pays(&portal, "010455", "2026-11-25").await[0], 200_000);
    store::sweep(&portal.db).await.unwrap();
    assert_eq!(pays(&portal, "010455", "2026-11-25").await[0], 200_000);
}

#[tokio::test]
async fn what_comes_back_is_what_was_replaced() {
    for swept in [false, true] {
        let portal = TestPortal::open().await;
        let mut els = portal.signed_in(ELS).await;
        let row = portal.row_to_revise(&Of::List, "010455", "20,00").await;
        let actor = portal.person(ELS).await;
        let made = revisions::publish(&portal.db, &actor, &Of::List, "2026-11-25", &[row]).await.unwrap();
        // the price of now changes before that day comes
        let page = format!("/desk/products/{}", demo::product_id(0));
        let form = els.get(&page).await.form(&page).set("list_price", "18,50");
        assert_eq!(els.submit(&page, &form).await.status, StatusCode::SEE_OTHER);
        portal.db.clock().advance(TimeDelta::days(3));
        if swept {
            store::sweep(&portal.db).await.unwrap();
        }
        revisions::undo(&portal.db, &actor, made).await.unwrap();
        assert_eq!(pays(&portal, "010455", "2026-11-26").await[0], 185_000);
    }
}

#[tokio::test]
async fn tiers_of_which_nothing_is_said_stay() {
    let portal = TestPortal::open().await;
    let mut els = portal.signed_in(ELS).await;
    let of = Of::With(With::Customer(demo::customer_id(0)));
    // from twenty on it costs 15,25
    for (price, tiers, then) in
        [("16,50", "", [165_000, 152_500]), ("15,00", "", [150_000, 150_000]), ("16,50", "-", [165_000, 165_000])]
    {
        let page = els.get(&bakery()).await;
        let product = demo::product_id(1);
        let form = page.form(PUBLISH).set("from", "2026-12-01").set(&format!("price.{product}"), price);
        let looked = els.submit(PROPOSAL, &form.set(&format!("tiers.{product}"), tiers)).await;
        assert_eq!(looked.status, StatusCode::OK, "{}", looked.words());
        let revision = published(&mut els, &looked).await;
        assert_eq!(pays(&portal, "010555", "2026-12-01").await, then, "{price} {tiers}");
        els.post(&format!("{revision}/undo"), &[]).await;
    }
    let row = portal.row_to_revise(&of, "010555", "16,00").await;
    let years = revisions::publish(&portal.db, &portal.person(ELS).await, &of, "+12026-12-01", &[row]).await;
    assert!(matches!(years, Err(store::Error::Fields(_))), "a year of five digits is no day");
}

#[tokio::test]
async fn what_is_left_then_stands_with_the_price_of_then() {
    let portal = TestPortal::open().await;
    let mut els = portal.signed_in(ELS).await;
    let product = demo::product_id(2);
    let here = format!("/desk/products/{product}");
    let form = els.get(&here).await.form(&here).set("cost", "12,90");
    assert_eq!(els.submit(&here, &form).await.status, StatusCode::SEE_OTHER);
    // 17,20 for what costs 12,90; 16,13 is 6,2 % less
    let row = |answer: &Answer| {
        let text = answer.text();
        let start = text.find("010655 · ").expect("its row");
        let (now, then) = text[start..].split_once(&format!("name=\"price.{product}\"")).expect("its price");
        (now.to_owned(), then[..then.find("</td>").unwrap()].to_owned())
    };
    let page = els.get("/desk/prices/revisions/new").await;
    let (now, then) = row(&page);
    assert!(now.contains("marge 25 %") && !then.contains("marge"), "{now} | {then}");
    let proposal = els.submit(PROPOSAL, &page.form(PROPOSAL).set("pasted", "010655\t16,13")).await;
    let (now, then) = row(&proposal);
    assert!(now.contains("marge 25 %") && !now.contains("−6,2 %"), "{now}");
    assert!(then.contains("−6,2 %") && then.contains("marge 20 %"), "{then}");
}

#[tokio::test]
async fn a_tier_that_falls_away_is_said_before_it_does() {
    let portal = TestPortal::open().await;
    let mut els = portal.signed_in(ELS).await;
    let page = els.get("/desk/prices/revisions/new").await;
    let product = demo::product_id(2);
    // the list says 17,20; from ten on 16,65, from forty on 16,15
    let proposal = els.submit(PROPOSAL, &page.form(PROPOSAL).set("pasted", "010655\t16,50")).await;
    told_at(&proposal, &format!("tiers.{product}"), "vanaf 10: € 16,65 vervalt");
    told_at(&proposal, &format!("tiers.{product}"), "vanaf 40: € 16,15 blijft");
    assert!(proposal.words().contains("Staffels die vervallen: 1."), "{}", proposal.words());
    assert!(proposal.text().contains("placeholder=\"40: 16,15\""), "{}", proposal.text());
    // as it was said, so it is
    published(&mut els, &proposal).await;
    let list = store::products::get(&portal.db, &portal.person(ELS).await, product).await.unwrap().list_price;
    let at = [1, 10, 40].map(|n| list.at(Quantity::whole(n)).0);
    assert_eq!(at, [165_000, 165_000, 161_500]);

    // what was gone already is not said to go; what is taken away is
    let page = els.get("/desk/prices/revisions/new").await;
    for (row, goes, stays) in
        [("010655\t16,60", false, true), ("010655\t16,60\t-", true, false), ("010655\t16", true, false)]
    {
        let words = els.submit(PROPOSAL, &page.form(PROPOSAL).set("pasted", row)).await.words();
        assert_eq!(words.contains("vanaf 40: € 16,15 vervalt"), goes, "{row}: {words}");
        assert_eq!(words.contains("vanaf 40: € 16,15 blijft"), stays, "{row}: {words}");
    }
}

#[tokio::test]
async fn another_language_is_spoken_where_she_is() {
    let portal = TestPortal::open().await;
    let mut els = portal.signed_in(ELS).await;
    let page = els.get(&bakery()).await;
    let proposal = els.submit(PROPOSAL, &rule(&page, "+3 %", "2026-12-01")).await;
    for shown in [&page, &proposal] {
        let spoken = els.submit("/language", &shown.form("/language").set("lang", "fr")).await;
        assert_eq!(spoken.location(), bakery());
    }
    let french = els.get(&bakery()).await.words();
    assert!(french.contains("Vous voyez d’abord une proposition"), "{french}");
    let revision = published(&mut els, &proposal).await;
    assert_eq!(els.get(&revision).await.form("/language").get("back"), revision);
}

#[tokio::test]
async fn a_rule_that_leaves_no_tier_leaves_none() {
    let portal = TestPortal::open().await;
    let mut els = portal.signed_in(ELS).await;
    let page = els.get(&bakery()).await;
    // 16,22 and 15,71 are both 16 in whole euros
    let proposal = els.submit(PROPOSAL, &rule(&page, "+3 %", "2026-12-01").set("step", "1,00")).await;
    published(&mut els, &proposal).await;
    assert_eq!(pays(&portal, "010555", "2026-12-01").await, [160_000, 160_000]);
}
