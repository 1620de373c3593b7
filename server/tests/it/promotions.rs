//! Promotions: begun and ended by themselves, never dearer than what was agreed, and never two at once.

use axum::http::StatusCode;
use domain::{Quantity, event::Event, price::Step};
use server::price::{Asked, price};
use store::demo;

use crate::support::{AN, Answer, Browser, CLAIRE, ELS, Form, MIA, TestPortal, order_of, quantity, told_at};

/// What Els types for ten percent off flour T45 from today until Friday.
pub(crate) fn ten_percent() -> Form {
    let fields = [
        ("version", "0"),
        ("name_nl", "Bloemenweek"),
        ("name_fr", "Semaine de la farine"),
        ("name_en", ""),
        ("kind", "percent"),
        ("value", "10"),
        ("threshold", ""),
        ("group", ""),
        ("from", "2026-11-23"),
        ("until", "2026-11-27"),
        ("products", "010455"),
    ];
    Form(fields.map(|(name, value)| (name.to_owned(), value.to_owned())).into())
}

pub(crate) async fn created(els: &mut Browser, form: &Form) -> String {
    let answer = els.submit("/desk/promotions", form).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.words());
    answer.location().split('?').next().unwrap().to_owned()
}

async fn asked(portal: &TestPortal, product: &str, quantity: &str, on: &str) -> serde_json::Value {
    let number =
        store::customers::get(&portal.db, &portal.person(ELS).await, demo::customer_id(0)).await.unwrap().number;
    let asked =
        Asked { customer: number, product: product.into(), quantity: quantity.into(), unit: None, on: Some(on.into()) };
    price(&portal.db, &asked).await.expect("a price")
}

pub(crate) async fn to_basket(browser: &mut Browser, lines: &[(usize, &str)]) -> Answer {
    let list = browser.get("/order").await.form("/basket/lines").set("go", "basket");
    let list = lines.iter().fold(list, |form, (product, typed)| form.set(&quantity(*product), typed));
    browser.submit("/basket/lines", &list).await;
    browser.get("/basket").await
}

#[tokio::test]
async fn ten_percent_for_a_week() {
    let portal = TestPortal::open().await;
    let mut els = portal.signed_in(ELS).await;
    let page = created(&mut els, &ten_percent()).await;
    assert!(
        els.get(&page).await.words().contains("Artikelen: 1. Klanten die er een van in hun assortiment hebben: 2.")
    );
    assert!(els.get("/desk/promotions").await.words().contains("Bloemenweek−10 %"));

    let mut an = portal.signed_in(AN).await;
    let list = an.get("/order").await.words();
    for said in ["Bloemenweek: −10 %, t/m", "€ 16,425 / zak"] {
        assert!(list.contains(said), "{said} is not in {list}");
    }
    let mut claire = portal.signed_in(CLAIRE).await;
    assert!(claire.get("/order").await.words().contains("Semaine de la farine : −10 %"));

    // the list, the basket, the order and the command agree to the cent
    let basket = to_basket(&mut an, &[(0, "4")]).await;
    assert!(basket.words().contains("€ 65,70"), "{}", basket.words());
    let sent = an.submit("/basket/submission", &basket.form("/basket/submission").set("go", "send")).await;
    let order = order_of(&sent);
    let line = portal.order(&portal.person(AN).await, order).await.lines[0].clone();
    assert_eq!(line.amount.unwrap().0, 6_570);
    assert!(matches!(line.price.unwrap().trace.last(), Some(Step::Promotion { name, .. }) if name == "Bloemenweek"));
    let told = asked(&portal, "010455", "4", "2026-11-27").await;
    assert_eq!((told["amount"].as_str(), told["unit_price"].as_str()), (Some("65.70"), Some("16.4250")));
    assert_eq!(told["trace"][1]["step"], "promotion");
    // the day after it is over by itself; before it, nothing is
    for day in ["2026-11-28", "2026-11-22"] {
        assert_eq!(asked(&portal, "010455", "4", day).await["amount"], "73.00", "{day}");
    }
    // what was ordered stays as it was, and says why, also to the desk
    let form = els.get(&page).await.form(&page);
    // asked first, in the form that has what was seen
    let (fields, remove) = (els.get(&page).await.body, format!("formaction=\"{page}/remove\""));
    let (question, button) = (fields.find(">Actie verwijderen</summary>"), fields.find(&remove));
    assert!(question.is_some() && question < button && fields.contains(">Ja, verwijder de actie<"), "{fields}");
    els.submit(&format!("{page}/remove"), &form).await;
    assert!(els.get("/desk/promotions?done=removed").await.words().contains("De actie is verwijderd"));
    let mut mia = portal.signed_in(MIA).await;
    for words in
        [an.get(&format!("/orders/{order}")).await.words(), mia.get(&format!("/desk/orders/{order}")).await.words()]
    {
        assert!(words.contains("Dit is de lijstprijs. Bloemenweek: −10 %"), "{words}");
    }
}

#[tokio::test]
async fn who_has_a_better_agreement_keeps_it() {
    let portal = TestPortal::open().await;
    let mut els = portal.signed_in(ELS).await;
    // agreed at 15,75, from twenty on 15,25; the list says more than that, also less a percent
    let one = ten_percent().set("products", "010555").set("value", "1");
    let page = created(&mut els, &one).await;
    let mut an = portal.signed_in(AN).await;
    assert!(!an.get("/order").await.words().contains("Bloemenweek"), "what brings nothing is not announced");
    assert_eq!(asked(&portal, "010555", "4", "2026-11-24").await["amount"], "63.00");
    // on top of what was agreed it counts, from its own threshold on
    let form = els.get(&page).await.form(&page);
    els.submit(&page, &form.set("stacks", "true").set("threshold", "5").set("value", "10")).await;
    assert!(an.get("/order").await.words().contains("Bloemenweek: −10 % vanaf 5, t/m"));
    let amounts = [("4", "63.00"), ("5", "70.88"), ("20", "274.50")];
    for (bags, amount) in amounts {
        assert_eq!(asked(&portal, "010555", bags, "2026-11-24").await["amount"], amount, "{bags} bags");
    }
}

#[tokio::test]
async fn ten_and_one_free() {
    let portal = TestPortal::open().await;
    let mut els = portal.signed_in(ELS).await;
    created(&mut els, &ten_percent().set("kind", "free").set("value", "10 + 1")).await;
    let mut an = portal.signed_in(AN).await;
    assert!(an.get("/order").await.words().contains("Bloemenweek: 10 + 1 gratis, t/m"));
    let basket = to_basket(&mut an, &[(0, "8")]).await.words();
    assert!(basket.contains("nog 3 voor 1 gratis") && basket.contains("€ 146,00"), "{basket}");
    let basket = to_basket(&mut an, &[(0, "11")]).await;
    assert!(basket.words().contains("waarvan 1 gratis") && basket.words().contains("€ 177,00"), "{}", basket.words());
    let sent = an.submit("/basket/submission", &basket.form("/basket/submission").set("go", "send")).await;
    let order = order_of(&sent);
    assert!(an.get(&format!("/orders/{order}")).await.words().contains("waarvan 1 gratis"));
    // the desk delivers ten: none of them is free any more
    let mut mia = portal.signed_in(MIA).await;
    let page = format!("/desk/orders/{order}");
    let lines = format!("{page}/lines/1");
    let form = mia.get(&page).await.form(&lines).set("adjust.1", "10").set("cause.1", "short");
    let done = mia.submit(&lines, &form).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.words());
    let adjusted = portal.order(&portal.person(AN).await, order).await;
    assert_eq!((adjusted.lines[0].confirmed, adjusted.lines[0].amount.unwrap().0), (Quantity::whole(10), 17_700));
    assert!(adjusted.journal.iter().any(|e| matches!(e.event, Event::Adjusted { .. })));
}

#[tokio::test]
async fn a_promotion_that_ends_while_an_looks_is_said() {
    let portal = TestPortal::open().await;
    let mut els = portal.signed_in(ELS).await;
    let page = created(&mut els, &ten_percent().set("kind", "free").set("value", "10 + 1")).await;
    let mut an = portal.signed_in(AN).await;
    let form = to_basket(&mut an, &[(0, "11")]).await.form("/basket/submission").set("go", "send");
    let gone = els.get(&page).await.form(&page);
    els.submit(&format!("{page}/remove"), &gone).await;
    let refused = an.submit("/basket/submission", &form).await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    assert!(refused.words().contains("De actie is veranderd: nu 0 gratis"), "{}", refused.words());
}

#[tokio::test]
async fn a_group_has_its_own() {
    let portal = TestPortal::open().await;
    let mut els = portal.signed_in(ELS).await;
    let customer = |n: usize| format!("/desk/customers/{}", demo::customer_id(n));
    for (n, group) in [(0, "bakkers"), (1, "horeca")] {
        let form = els.get(&customer(n)).await.form(&customer(n)).set("customer_group", group);
        assert_eq!(els.submit(&customer(n), &form).await.status, StatusCode::SEE_OTHER);
    }
    created(&mut els, &ten_percent().set("group", "horeca")).await;
    let (mut an, mut claire) = (portal.signed_in(AN).await, portal.signed_in(CLAIRE).await);
    assert!(claire.get("/order").await.words().contains("Semaine de la farine"));
    assert!(!an.get("/order").await.words().contains("Bloemenweek"));
    // another group may have one at the same time, everybody may not
    created(&mut els, &ten_percent().set("group", "bakkers").set("value", "5")).await;
    assert!(an.get("/order").await.words().contains("−5 %"));
    let refused = els.submit("/desk/promotions", &ten_percent()).await;
    told_at(&refused, "products", "010455 zit al in de actie “Bloemenweek”");
    created(&mut els, &ten_percent().set("from", "2026-11-28").set("until", "2026-11-29")).await;
}

#[tokio::test]
async fn what_is_typed_wrong_is_told_at_its_field() {
    let portal = TestPortal::open().await;
    let mut els = portal.signed_in(ELS).await;
    let long = "x".repeat(61);
    let wrong = [
        ("name_nl", "", "in"),
        ("name_nl", long.as_str(), "60"),
        ("value", "", "in"),
        ("value", "veel", "“veel”"),
        ("value", "-5", "minder dan nul"),
        ("value", "100", "99,99"),
        ("threshold", "-1", "minder dan nul"),
        ("from", "gisteren", "“gisteren”"),
        ("until", "", "in"),
        ("until", "2026-11-22", "Eindigt voor ze begint"),
        ("products", " ; , ", "in"),
        ("products", "010455 99", "“99”"),
        ("products", "<script>alert(1)</script>", "script"),
    ];
    for (field, typed, said) in wrong {
        let refused = els.submit("/desk/promotions", &ten_percent().set(field, typed)).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{field} {typed}");
        told_at(&refused, field, said);
        assert_eq!(refused.form("/desk/promotions").get(field).trim(), typed.trim(), "is kept as it was typed");
    }
    for typed in ["10", "10 + 0", "+1", "tien + een"] {
        let refused = els.submit("/desk/promotions", &ten_percent().set("kind", "free").set("value", typed)).await;
        told_at(&refused, "value", "gratis goederen");
    }
    let free = ten_percent().set("kind", "free").set("value", "10 + 1").set("threshold", "5");
    told_at(&els.submit("/desk/promotions", &free).await, "threshold", "laat dit leeg");

    // somebody else was first
    let page = created(&mut els, &ten_percent()).await;
    let form = els.get(&page).await.form(&page);
    assert_eq!(els.submit(&page, &form.clone().set("value", "12")).await.status, StatusCode::SEE_OTHER);
    assert_eq!(els.submit(&page, &form.clone().set("value", "15")).await.status, StatusCode::CONFLICT);
    assert_eq!(els.submit(&format!("{page}/remove"), &form).await.status, StatusCode::CONFLICT);
    // the desk looks, and changes nothing
    let mut mia = portal.signed_in(MIA).await;
    assert!(mia.get(&page).await.words().contains("Bloemenweek"));
    assert_eq!(mia.submit(&page, &form).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn promotions_come_as_a_file() {
    use store::import::{Kind, Options, Source, run};
    let portal = TestPortal::open().await;
    let mut els = portal.signed_in(ELS).await;
    // ten percent off 010455, 23 to 27 November
    created(&mut els, &ten_percent()).await;
    let import = async |rows: &str| {
        let text = format!("name_nl;kind;value;threshold;customer_group;from;until;sku\n{rows}");
        let source = Source { name: "f.csv".into(), bytes: text.into_bytes() };
        run(&portal.db, Kind::Promotions, source, &Options::default(), &mut |_| {}).await.unwrap()
    };
    let report = import(
        "Botsing;percent;5;;;27/11/2026;30/11/2026;010455\n\
         Kerst;percent;veel;;;2026-12-01;2026-12-31;010555\n\
         Kerst 2;korting;5;;;2026-12-01;2026-12-31;010555\n\
         Kerst 3;percent;5;;;2026-12-01;2026-11-30;010555\n\
         Kerst 4;free;10 + 1;4;;2026-12-01;2026-12-31;010555\n\
         Kerst 5;price;15;;;2026-12-01;2026-12-31;010555\n\
         Kerst 5;amount;;;;2026-12-01;;010555\n\
         Kerst 6;price;14;;;2026-12-10;2026-12-12;010555\n",
    )
    .await;
    let told: Vec<String> = report.problems.iter().map(|p| format!("{} {} {}", p.row, p.column, p.problem)).collect();
    for expected in [
        "2 sku overlap",
        "3 value not_a_number",
        "4 kind unknown_choice",
        "5 until until_before_from",
        "6 threshold not_empty",
        "8 kind contradiction",
        "8 sku duplicate_row",
        "9 sku overlap",
    ] {
        assert!(told.iter().any(|problem| problem == expected), "{expected} is not in {told:?}");
    }
    assert!(!report.saved);

    let winter = "Winter;percent;5;;;2026-12-01;2026-12-10;010555\nWinter;;;;;2026-12-01;;010655\n";
    let after = "Erna;price;14;;;2026-12-11;2026-12-20;010555\n";
    let report = import(&format!("{winter}{after}")).await;
    assert_eq!((report.saved, report.changes["promotions"].created), (true, 2), "{:?}", report.problems);
    assert!(import(&format!("{winter}{after}")).await.changed_nothing());
    assert_eq!(asked(&portal, "010655", "4", "2026-12-10").await["amount"], "65.36");
    // an article more is a change; other days are looked at for every article of it, named in the file or not
    let longer = "Winter;percent;5;;;2026-12-01;2026-12-15;010655\n";
    let report = import("Erna;price;14;;;2026-12-11;2026-12-20;010205\nErna;;;;;2026-12-11;;010555\n").await;
    assert_eq!((report.saved, report.changes["promotions"].changed), (true, 1), "{:?}", report.problems);
    let report = import(longer).await;
    let told: Vec<String> = report.problems.iter().map(|p| format!("{} {} {}", p.row, p.column, p.problem)).collect();
    assert_eq!((report.saved, told), (false, vec!["2 sku overlap".to_owned()]));
    // two spaces in a name are the same two the next time
    for changed_nothing in [false, true] {
        let report = import("Twee  weken;percent;5;;;2027-01-04;2027-01-17;010555\n").await;
        assert_eq!((report.saved, report.changed_nothing()), (true, changed_nothing), "{:?}", report.problems);
    }
    assert_eq!(els.get("/desk/promotions").await.status, StatusCode::OK);
}
