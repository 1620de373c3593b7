//! Returnable packaging: charged beside the price until it comes back, without VAT, and as it was when it was ordered.

use axum::http::StatusCode;
use domain::{Cents, Quantity};
use server::price::{Asked, price};
use store::{demo, products::ProductForm};

use crate::support::{AN, Browser, ELS, Form, MIA, SAMIR, TestPortal, order_of, product_form, quantity, told_at};

/// Flour T45, for once in crates of 4,50, at 18,25 the crate.
async fn in_crates(portal: &TestPortal) {
    let mut els = portal.signed_in(ELS).await;
    let page = format!("/desk/products/{}", demo::product_id(0));
    let form = els.get(&page).await.form(&page).set("packaging", "BAK24");
    let saved = els.submit(&page, &form).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.words());
}

async fn to_basket(browser: &mut Browser, typed: &str) -> crate::support::Answer {
    let list = browser.get("/order").await.form("/basket/lines").set("go", "basket");
    browser.submit("/basket/lines", &list.set(&quantity(0), typed)).await;
    browser.get("/basket").await
}

/// What Els sees when she changes what a crate costs.
async fn crate_form(els: &mut Browser) -> Form {
    els.get("/desk/packagings?q=BAK24").await.form("/desk/packagings")
}

#[tokio::test]
async fn an_pays_for_three_crates_and_the_desk_sends_two() {
    let portal = TestPortal::open().await;
    in_crates(&portal).await;
    let mut an = portal.signed_in(AN).await;
    assert!(an.get("/order").await.words().contains("+ € 4,50 waarborg per zak"));
    let page = an.get(&format!("/products/{}", demo::product_id(0))).await.words();
    assert!(page.contains("+ € 4,50 waarborg per zak, bak met 24 flesjes"), "{page}");

    // 54,75 and 6 % of that, and the crates on top of both
    let basket = to_basket(&mut an, "3").await;
    for said in ["€ 54,75", "€ 3,29", "Waarborg leeggoed€ 13,50", "€ 71,54"] {
        assert!(basket.words().contains(said), "{said} is not in {}", basket.words());
    }
    let sent = an.submit("/basket/submission", &basket.form("/basket/submission").set("go", "send")).await;
    let order = order_of(&sent);
    let page = an.get(&format!("/orders/{order}")).await.words();
    assert!(page.contains("waarborg € 13,50") && page.contains("€ 71,54"), "{page}");

    // what a crate costs from now on changes nothing about what was ordered
    let mut els = portal.signed_in(ELS).await;
    let form = crate_form(&mut els).await.set("deposit", "5");
    assert_eq!(els.submit("/desk/packagings", &form).await.status, StatusCode::SEE_OTHER);
    let mut mia = portal.signed_in(MIA).await;
    let page = format!("/desk/orders/{order}");
    let reviewed = mia.get(&page).await;
    assert!(reviewed.words().contains("waarborg € 13,50"), "{}", reviewed.words());
    let lines = format!("{page}/lines/1");
    let two = reviewed.form(&lines).set("adjust.1", "2").set("cause.1", "short");
    assert_eq!(mia.submit(&lines, &two).await.status, StatusCode::SEE_OTHER);
    let order = portal.order(&portal.person(AN).await, order).await;
    assert_eq!(order.lines[0].deposit_due(), Some(Cents(900)));
    let totals = order.totals.unwrap();
    assert_eq!((totals.net, totals.deposits, totals.gross), (Cents(3_650), Cents(900), Cents(3_650 + 219 + 900)));
}

#[tokio::test]
async fn another_deposit_than_the_one_an_saw_is_told_before_anything_is_ordered() {
    let portal = TestPortal::open().await;
    in_crates(&portal).await;
    let mut an = portal.signed_in(AN).await;
    let looked_at = to_basket(&mut an, "3").await.form("/basket/submission").set("go", "send");
    let mut els = portal.signed_in(ELS).await;
    let form = crate_form(&mut els).await.set("deposit", "5");
    els.submit("/desk/packagings", &form).await;
    let told = an.submit("/basket/submission", &looked_at).await;
    assert_eq!(told.status, StatusCode::CONFLICT);
    assert!(told.words().contains("waarborg nu € 5,00, was € 4,50"), "{}", told.words());
    // seen now, it is taken
    let form = told.form("/basket/submission");
    assert_eq!(form.get(&quantity(0)), "3");
    order_of(&an.submit("/basket/submission", &form.set("go", "send")).await);
}

#[tokio::test]
async fn who_sees_no_prices_sees_no_deposit() {
    let portal = TestPortal::open().await;
    in_crates(&portal).await;
    let mut samir = portal.signed_in(SAMIR).await;
    let basket = to_basket(&mut samir, "3").await;
    for page in [samir.get("/order").await, basket] {
        assert!(page.body.contains(&quantity(0)) && !page.words().contains("4,50"), "{}", page.words());
        assert!(!page.body.contains("consigne") && !page.body.contains("13,50"), "{}", page.words());
    }
}

#[tokio::test]
async fn a_box_of_two_churns_and_a_half_box() {
    let portal = TestPortal::open().await;
    let els = portal.person(ELS).await;
    let form = ProductForm {
        packaging: "MELKKAN".into(),
        packaging_per_unit: "2".into(),
        minimum: "0,5".into(),
        multiple: "0,25".into(),
        ..product_form("900002", "Verse melk")
    };
    store::products::create(&portal.db, &els, &form).await.unwrap();
    let number = store::customers::get(&portal.db, &els, demo::customer_id(0)).await.unwrap().number;
    for (typed, pieces, amount) in [("1", 2, "18.00"), ("0,5", 1, "9.00"), ("1,25", 3, "27.00")] {
        let (customer, product) = (number.clone(), "900002".to_owned());
        let asked = Asked { customer, product, quantity: typed.into(), unit: None, on: None };
        let told = price(&portal.db, &asked).await.expect("a price");
        assert_eq!(
            (told["deposit"]["pieces"].as_i64(), told["deposit"]["amount"].as_str()),
            (Some(pieces), Some(amount))
        );
        assert_eq!(told["deposit"]["name"], "melkkan 10 l");
    }
    // Mia reads the same where she asks what a customer pays
    let mut mia = portal.signed_in(MIA).await;
    let path = format!("/desk/prices/question?customer={number}&product=900002&quantity=1%2C25");
    let told = mia.get(&path).await.words();
    assert!(told.contains("Waarborg leeggoed: melkkan 10 l"), "{told}");
}

#[tokio::test]
async fn els_keeps_the_packagings() {
    let portal = TestPortal::open().await;
    let mut els = portal.signed_in(ELS).await;
    let fresh = els.get("/desk/packagings").await.form("/desk/packagings");
    let typed = fresh.set("code", "VAT/60 L").set("name_nl", "vat 60 l").set("deposit", "25");
    for (field, value, said) in [
        ("code", "", "dit is nodig"),
        ("code", "BAK24", "dit is al in gebruik"),
        ("name_nl", "", "dit is nodig"),
        ("deposit", "", "dit is nodig"),
        ("deposit", "-1", "minder dan nul kan niet"),
        ("deposit", "veel", "veel"),
        ("deposit", "4500", "1.000"),
    ] {
        let refused = els.submit("/desk/packagings", &typed.clone().set(field, value)).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{field} {value}");
        told_at(&refused, field, said);
        assert_eq!(refused.form("/desk/packagings").get(field), value);
    }
    assert_eq!(els.submit("/desk/packagings", &typed).await.location(), "/desk/packagings?saved=true");
    let edited = els.get("/desk/packagings?q=VAT%2F60%20L").await;
    assert_eq!(edited.form("/desk/packagings").get("deposit"), "25,00");
    // two at once: the second is told, and reads what is stored now beside what she typed
    let (first, second) = (edited.form("/desk/packagings"), edited.form("/desk/packagings"));
    els.submit("/desk/packagings", &first.set("deposit", "30")).await;
    let stale = els.submit("/desk/packagings", &second.set("deposit", "28")).await;
    assert_eq!(stale.status, StatusCode::CONFLICT);
    assert!(stale.words().contains("30,00"), "{}", stale.words());
    assert_eq!(els.get("/desk/packagings?q=nergens").await.status, StatusCode::NOT_FOUND);

    // a product cannot come in what there is not
    let page = format!("/desk/products/{}", demo::product_id(0));
    let form = els.get(&page).await.form(&page);
    told_at(&els.submit(&page, &form.clone().set("packaging", "KIST")).await, "packaging", "KIST");
    let refused = els.submit(&page, &form.set("packaging", "BAK24").set("packaging_per_unit", "0")).await;
    told_at(&refused, "packaging_per_unit", "dit is nodig");
    // and Mia, who keeps no products, only reads
    let mut mia = portal.signed_in(MIA).await;
    let read = mia.get("/desk/packagings").await;
    assert!(read.words().contains("bak met 24 flesjes") && !read.body.contains("name=\"deposit\""), "{}", read.words());
}

#[tokio::test]
async fn deposits_come_as_a_file_and_products_name_them() {
    use store::import::{Kind, Options, Source, run};
    let portal = TestPortal::open().await;
    let import = async |kind: Kind, text: &str| {
        let source = Source { name: "f.csv".into(), bytes: text.as_bytes().to_vec() };
        run(&portal.db, kind, source, &Options::default(), &mut |_| {}).await.unwrap()
    };
    let told = |report: &store::import::Report| -> Vec<String> {
        report.problems.iter().map(|p| format!("{} {} {}", p.row, p.column, p.problem)).collect()
    };
    let bad = "code;name_nl;deposit\nKR;krat;4,5\nKR;krat;5\n;vat;1\nEM;emmer;gratis\nKI;kist;-3\n";
    let report = import(Kind::Packagings, bad).await;
    assert!(!report.saved);
    assert_eq!(
        told(&report),
        ["3 code duplicate_row", "4 code required", "5 deposit not_a_number", "6 deposit negative"]
    );
    let report = import(Kind::Packagings, "code;name_nl;deposit\nKR;krat;4,5\nBAK24;bak;4.80\n").await;
    assert_eq!(
        (report.saved, report.changes["packagings"].created, report.changes["packagings"].changed),
        (true, 1, 1)
    );
    // names in other languages that the file does not have stay
    let els = portal.person(ELS).await;
    let all = store::packagings::list(&portal.db, &els).await.unwrap();
    let bak = all.iter().find(|p| p.code == "BAK24").unwrap();
    assert_eq!((bak.deposit, bak.names.fr.as_str()), (Cents(480), "bac de 24 bouteilles"));

    let head = "sku;name_nl;category;base_unit;unit;factor;list_price;vat;packaging;packaging_per_unit\n";
    let row = |code: &str, pieces: &str| format!("{head}900003;Room;dairy;LTR;CR;6;20;6;{code};{pieces}\n");
    let report = import(Kind::Products, &row("BAK42", "1,5")).await;
    assert_eq!(told(&report), ["2 packaging unknown_packaging", "2 packaging_per_unit not_a_number"]);
    assert_eq!(report.problems[0].nearest.as_deref(), Some("BAK24"));
    assert!(import(Kind::Products, &row("BAK24", "2")).await.saved);
    let product = store::products::list(&portal.db, &els, "900003", 1).await.unwrap().remove(0);
    assert_eq!(product.packaging, Some(("BAK24".into(), domain::packaging::PerUnit(2))));
    assert_eq!(product.unit.least(), Quantity::whole(1));
}
