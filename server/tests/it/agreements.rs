//! Price agreements: the customer's own before his group's before the list, never two for one day, and history that stays.

use axum::http::StatusCode;
use domain::{Cents, price::Step};
use server::price::{Asked, price};
use store::{
    demo,
    import::{self, Kind, Source},
};

use crate::support::{AN, Answer, CLAIRE, ELS, Form, MIA, TestPortal, order_of, quantity, told_at};

/// Brings in rows of prices, as the manager would.
async fn prices(portal: &TestPortal, rows: &str) {
    let file = format!("customer_number;customer_group;sku;price;percent;from;until;tiers\n{rows}");
    let source = Source { name: "prices.csv".into(), bytes: file.into_bytes() };
    let report = import::run(&portal.db, Kind::Prices, source, &import::Options::default(), &mut |_| {}).await.unwrap();
    assert!(report.saved, "{:?}", report.problems);
}

async fn in_groups(portal: &TestPortal) {
    let mut els = portal.signed_in(ELS).await;
    let customer = |n: usize| format!("/desk/customers/{}", demo::customer_id(n));
    for (n, group) in [(0, "Warme bakkers"), (1, "horeca")] {
        let form = els.get(&customer(n)).await.form(&customer(n)).set("customer_group", group);
        assert_eq!(els.submit(&customer(n), &form).await.status, StatusCode::SEE_OTHER);
    }
}

async fn asked(portal: &TestPortal, product: &str, quantity: &str, on: &str) -> serde_json::Value {
    let els = portal.person(ELS).await;
    let number = store::customers::get(&portal.db, &els, demo::customer_id(0)).await.unwrap().number;
    let asked =
        Asked { customer: number, product: product.into(), quantity: quantity.into(), unit: None, on: Some(on.into()) };
    price(&portal.db, &asked).await.expect("a price")
}

#[tokio::test]
async fn a_price_of_the_group_on_the_list_in_the_basket_and_on_the_order() {
    let portal = TestPortal::open().await;
    in_groups(&portal).await;
    // flour T45 is 18,25 on the list; T55 is agreed with An's bakery at 15,75, and that stays
    prices(&portal, ";Warme bakkers;010455;;5;2026-01-01;2026-12-31;\n;Warme bakkers;010555;9,5;;2026-01-01;;\n").await;
    let (mut an, mut claire) = (portal.signed_in(AN).await, portal.signed_in(CLAIRE).await);
    let list = an.get("/order").await;
    let why = "Prijsafspraak van de groep Warme bakkers, van 1 jan 2026 tot en met 31 dec. Lijstprijs € 18,25 min 5 %.";
    let words = list.words();
    assert!(words.contains("€ 17,3375 / zak") && words.contains(why), "{words}");
    assert!(words.contains("€ 15,75 / zak") && !words.contains("€ 9,50"), "{words}");
    assert!(!claire.get("/order").await.words().contains("17,3375"), "another group has its own prices");

    an.submit("/basket/lines", &list.form("/basket/lines").set(&quantity(0), "4").set("go", "basket")).await;
    let basket = an.get("/basket").await;
    assert!(basket.words().contains("€ 69,35"), "{}", basket.words());
    let sent = an.submit("/basket/submission", &basket.form("/basket/submission").set("go", "send")).await;
    let order = order_of(&sent);
    let line = portal.order(&portal.person(AN).await, order).await.lines[0].clone();
    assert_eq!(line.amount, Some(Cents(6_935)));
    assert!(matches!(&line.price.unwrap().trace[1], Step::Agreement { group, .. } if group == "Warme bakkers"));
    let told = asked(&portal, "010455", "4", "2026-11-24").await;
    assert_eq!((told["amount"].as_str(), told["unit_price"].as_str()), (Some("69.35"), Some("17.3375")));
    assert_eq!(
        (told["trace"][1]["customer_group"].as_str(), told["trace"][1]["percent"].as_str()),
        (Some("Warme bakkers"), Some("5.00"))
    );
    // on its last day it holds, the day after it is the list
    assert_eq!(asked(&portal, "010455", "4", "2026-12-31").await["amount"], "69.35");
    assert_eq!(asked(&portal, "010455", "4", "2027-01-01").await["amount"], "73.00");
    // the desk reads the same
    let mut mia = portal.signed_in(MIA).await;
    let review = mia.get(&format!("/desk/orders/{order}")).await.words();
    assert!(review.contains("groep Warme bakkers"), "{review}");
}

#[tokio::test]
async fn a_price_of_the_group_that_turns_is_announced_to_whom_it_concerns() {
    let portal = TestPortal::open().await;
    in_groups(&portal).await;
    prices(&portal, ";Warme bakkers;010455;17;;2026-01-01;2026-12-14;\n;Warme bakkers;010455;;2;2026-12-15;;\n").await;
    // covered by what is agreed with the bakery itself
    prices(&portal, ";Warme bakkers;010555;9;;2026-12-01;;\n").await;
    let (mut an, mut claire) = (portal.signed_in(AN).await, portal.signed_in(CLAIRE).await);
    let list = an.get("/order").await.words();
    assert!(list.contains("verandert 1 van uw 14 artikelen van prijs"), "{list}");
    let told = an.get("/price-changes").await.words();
    assert!(told.contains("15 december") && told.contains("€ 17,00") && told.contains("€ 17,885"), "{told}");
    assert!(!claire.get("/order").await.words().contains("changent de prix"));
}

/// What Els types for an agreement with the bakery.
fn typed(sku: &str, price: &str, from: &str, until: &str) -> Form {
    let customer = demo::customer_id(0).to_string();
    let fields = [
        ("customer", customer.as_str()),
        ("sku", sku),
        ("price", price),
        ("tiers", ""),
        ("from", from),
        ("until", until),
    ];
    Form(fields.map(|(name, value)| (name.to_owned(), value.to_owned())).into())
}

fn page() -> String {
    format!("/desk/prices?customer={}", demo::customer_id(0))
}

/// The form of the agreement that begins on this day.
fn row(page: &Answer, from: &str) -> Form {
    let forms = page.body.split("action=\"/desk/prices/last-day\"").skip(1);
    let form = forms.map(|rest| &rest[..rest.find("</form>").unwrap()]);
    let found = form.map(|form| Form::read(&format!("<form {form}"))).find(|form| form.get("from") == from);
    found.unwrap_or_else(|| panic!("no agreement from {from}: {}", page.words()))
}

#[tokio::test]
async fn an_overlap_is_refused_and_shows_both() {
    let portal = TestPortal::open().await;
    let mut els = portal.signed_in(ELS).await;
    let first = typed("010455", "17,25", "2026-12-01", "2026-12-31");
    assert_eq!(els.submit("/desk/prices", &first).await.location(), format!("{}&saved=true", page()));
    let refused = els.submit("/desk/prices", &typed("010455", "-5 %", "2026-12-15", "")).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let both = "010455: −5 % vanaf 15 dec 2026 overlapt met € 17,25 van 1 dec 2026 tot en met 31 dec 2026.";
    told_at(&refused, "from", both);
    let form = refused.form("/desk/prices");
    assert_eq!((form.get("price"), form.get("from")), ("-5 %", "2026-12-15"), "is kept as it was typed");
    // the day after the last one is free, and an extension into it is refused with both
    assert_eq!(els.submit("/desk/prices", &form.set("from", "2027-01-01")).await.status, StatusCode::SEE_OTHER);
    let shown = els.get(&page()).await;
    assert!(shown.words().contains("Bloem T45") || shown.words().contains("010455"), "{}", shown.words());
    let refused = els.submit("/desk/prices/last-day", &row(&shown, "2026-12-01").set("until", "2027-01-05")).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.words().contains("overlapt met −5 % vanaf 1 jan 2027"), "{}", refused.words());
    // what the file brings is held against the same
    let source = Source {
        name: "prices.csv".into(),
        bytes: format!(
            "customer_number;sku;price;from;until\n{};010455;17;2026-12-20;\n",
            store::customers::get(&portal.db, &portal.person(ELS).await, demo::customer_id(0)).await.unwrap().number
        )
        .into_bytes(),
    };
    let report = import::run(&portal.db, Kind::Prices, source, &import::Options::default(), &mut |_| {}).await.unwrap();
    assert!(!report.saved && report.rejected.contains_key("overlap"));
}

#[tokio::test]
async fn what_has_begun_is_ended_and_what_has_not_can_be_taken_back() {
    let portal = TestPortal::open().await;
    let (mut els, mut an) = (portal.signed_in(ELS).await, portal.signed_in(AN).await);
    // flour T55 is agreed for two years already
    let shown = els.get(&page()).await;
    assert!(shown.words().contains("Loopt"), "{}", shown.words());
    let begun = row(&shown, "2024-11-23");
    let refused = els.submit("/desk/prices/withdrawal", &begun).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.words().contains("is voorbij: wat gold, blijft staan"), "{}", refused.words());
    let refused = els.submit("/desk/prices/last-day", &begun.clone().set("until", "2026-11-22")).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(els.submit("/desk/prices/last-day", &begun.clone().set("until", "2026-11-24")).await.status, 303);
    // who saw it before that is told
    assert_eq!(
        els.submit("/desk/prices/last-day", &begun.set("until", "2026-12-24")).await.status,
        StatusCode::CONFLICT
    );

    assert_eq!(els.submit("/desk/prices", &typed("010455", "17,25", "2026-12-01", "")).await.status, 303);
    assert!(an.get("/order").await.words().contains("van prijs"), "it is announced");
    let coming = row(&els.get(&page()).await, "2026-12-01");
    assert_eq!(els.submit("/desk/prices/withdrawal", &coming).await.status, StatusCode::SEE_OTHER);
    assert_eq!(els.submit("/desk/prices/withdrawal", &coming).await.status, StatusCode::NOT_FOUND);
    assert_eq!(asked(&portal, "010455", "4", "2026-12-01").await["amount"], "73.00");
}

#[tokio::test]
async fn a_price_ten_times_as_high_is_asked_about() {
    let portal = TestPortal::open().await;
    let mut els = portal.signed_in(ELS).await;
    for (typed_price, said) in [("182,50", "€ 182,50 is wel heel anders dan € 18,25"), ("1,825", "kan")] {
        let refused = els.submit("/desk/prices", &typed("010455", typed_price, "2026-12-01", "")).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{typed_price}");
        told_at(&refused, "price", said);
    }
    let refused = els.submit("/desk/prices", &typed("010455", "182,50", "2026-12-01", "")).await;
    assert!(refused.words().contains("Deze prijs klopt"));
    let sure = refused.form("/desk/prices").set("sure", "true");
    assert_eq!(els.submit("/desk/prices", &sure).await.status, StatusCode::SEE_OTHER);
    // against what was agreed before, not against the list
    let next = typed("010455", "19", "2027-01-01", "");
    let shown = els.get(&page()).await;
    els.submit("/desk/prices/last-day", &row(&shown, "2026-12-01").set("until", "2026-12-31")).await;
    told_at(&els.submit("/desk/prices", &next).await, "price", "€ 19,00 is wel heel anders dan € 182,50");
}

#[tokio::test]
async fn so_is_one_in_the_assortment_and_a_list_price() {
    let portal = TestPortal::open().await;
    let mut els = portal.signed_in(ELS).await;
    let flour = demo::product_id(0);
    let assortment = format!("/desk/customers/{}/assortment", demo::customer_id(0));
    let product = format!("/desk/products/{flour}");
    for (page, field, sure) in [
        (&assortment, format!("price.{flour}"), format!("sure.{flour}")),
        (&product, "list_price".to_owned(), "sure".to_owned()),
    ] {
        let form = els.get(page).await.form(page).set(&field, "1825");
        let refused = els.submit(page, &form).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{field}");
        told_at(&refused, &field, "€ 1.825,00 is wel heel anders dan € 18,25");
        let meant = refused.form(page).set(&sure, "true");
        assert_eq!(meant.get(&field), "1825", "as typed");
        assert_eq!(els.submit(page, &meant).await.status, StatusCode::SEE_OTHER, "{field}");
        let same = els.get(page).await.form(page);
        assert_eq!(els.submit(page, &same).await.status, StatusCode::SEE_OTHER, "{field} is no question any more");
    }
}

#[tokio::test]
async fn what_is_typed_wrong_about_an_agreement_is_told_at_its_field() {
    let portal = TestPortal::open().await;
    let mut els = portal.signed_in(ELS).await;
    let good = || typed("010455", "17,25", "2026-12-01", "2026-12-31");
    let wrong = [
        ("sku", "", "in"),
        ("sku", "nergens", "“nergens”"),
        ("price", "", "in"),
        ("price", "veel", "“veel”"),
        ("price", "-3", "minder dan nul"),
        ("price", "100 %", "99,99"),
        ("tiers", "10: 18", "elke staffel vraagt meer en kost minder"),
        ("from", "", "in"),
        ("from", "2026-11-22", "is voorbij"),
        ("until", "2026-11-30", "Eindigt voor ze begint"),
        ("until", "morgen", "“morgen”"),
    ];
    for (field, value, said) in wrong {
        let refused = els.submit("/desk/prices", &good().set(field, value)).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{field} {value}");
        told_at(&refused, field, said);
    }
    let refused = els.submit("/desk/prices", &good().set("price", "-5 %").set("tiers", "10: 9")).await;
    told_at(&refused, "tiers", "Een percentage volgt de staffels van de lijst");
    for with in ["nobody", ""] {
        let form = Form(good().0.into_iter().filter(|(name, _)| name != "customer").collect());
        assert_eq!(els.submit("/desk/prices", &form.set("group", with)).await.status, StatusCode::NOT_FOUND);
    }
    let mut mia = portal.signed_in(MIA).await;
    assert!(mia.get(&page()).await.words().contains("Prijsafspraken"));
    assert_eq!(mia.submit("/desk/prices", &good()).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn staff_agree_with_a_group_and_see_it_at_the_customer() {
    let portal = TestPortal::open().await;
    in_groups(&portal).await;
    let mut els = portal.signed_in(ELS).await;
    assert!(els.get("/desk/prices").await.words().contains("Warme bakkers10"));
    let form = typed("010455", "−5 %", "2026-11-23", "");
    let form = Form(form.0.into_iter().filter(|(name, _)| name != "customer").collect()).set("group", "Warme bakkers");
    let saved = els.submit("/desk/prices", &form).await;
    assert_eq!(saved.location(), "/desk/prices?group=Warme%20bakkers&saved=true");
    assert!(els.get(saved.location()).await.words().contains("−5 %€ 17,3375"));
    // it stands beside the list price where staff edit what the customer may order, and is no agreement of his own
    let assortment = format!("/desk/customers/{}/assortment", demo::customer_id(0));
    let shown = els.get(&assortment).await;
    assert!(shown.words().contains("010455 · lijstprijs € 18,25 · groep −5 %"), "{}", shown.words());
    let (price, product) = ("price", demo::product_id(0));
    assert_eq!(shown.form(&assortment).get(&format!("{price}.{product}")), "");
    // a percentage of his own is typed in the same field, and comes back as it was
    let own = shown.form(&assortment).set(&format!("{price}.{product}"), "-10 %");
    assert_eq!(els.submit(&assortment, &own).await.status, StatusCode::SEE_OTHER);
    assert_eq!(asked(&portal, "010455", "4", "2026-11-24").await["unit_price"], "16.4250");
    let again = els.get(&assortment).await.form(&assortment);
    assert_eq!(again.get(&format!("{price}.{product}")).replace('\u{a0}', " "), "−10 %");
    assert_eq!(els.submit(&assortment, &again).await.status, StatusCode::SEE_OTHER);
    assert_eq!(asked(&portal, "010455", "4", "2026-11-24").await["trace"][1]["percent"], "10.00");
}

#[tokio::test]
async fn what_a_customer_would_pay_and_why() {
    let portal = TestPortal::open().await;
    in_groups(&portal).await;
    prices(&portal, ";Warme bakkers;010455;;5;2026-01-01;2026-12-31;\n;Warme bakkers;010455;18;;2027-01-01;;\n").await;
    let mut els = portal.signed_in(ELS).await;
    let number =
        store::customers::get(&portal.db, &portal.person(ELS).await, demo::customer_id(0)).await.unwrap().number;
    let ask = |rest: &str| format!("/desk/prices/question?customer={number}{rest}");
    let empty = els.get(&ask("")).await;
    assert!(empty.status == 200 && empty.body.contains(&format!("value=\"{number}\"")));
    // the customer's page leads there
    assert!(els.get(&format!("/desk/customers/{}", demo::customer_id(0))).await.body.contains(&ask("")));
    let told = els.get(&ask("&product=010455&quantity=4&on=2026-11-24")).await.words();
    let said = [
        "€ 69,35",
        "€ 17,3375 / zak",
        "Lijstprijs€ 18,25",
        "Prijsafspraak van de groep Warme bakkers−5 %, van 1 jan 2026 tot en met 31 dec 2026€ 17,3375",
        "Telt",
        "vanaf 1 jan 2027Komt",
        "Kostprijs",
        "Marge",
    ];
    for said in said {
        assert!(told.contains(said), "{said} is not in {told}");
    }
    // the same question to the command
    assert_eq!(asked(&portal, "010455", "4", "2026-11-24").await["amount"], "69.35");
    // tiers: what is reached, and what comes next
    let told = els.get(&ask("&product=010555&quantity=18&on=2026-11-24")).await.words();
    assert!(told.contains("Prijsafspraak met de klant") && told.contains("nog 2 en de prijs wordt"), "{told}");
    let wrong = [
        ("&product=nergens", "product", "“nergens”"),
        ("&product=010455&quantity=0,5", "quantity", "1"),
        ("&product=010455&on=morgen", "on", "“morgen”"),
    ];
    for (rest, field, message) in wrong {
        let refused = els.get(&ask(rest)).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{rest}");
        told_at(&refused, field, message);
    }
    // all that is wrong is told at once, whatever else is
    let nobody = els.get("/desk/prices/question?customer=99999&product=nergens&quantity=veel&on=morgen").await;
    for (field, message) in
        [("customer", "“99999”"), ("product", "“nergens”"), ("quantity", "“veel”"), ("on", "“morgen”")]
    {
        told_at(&nobody, field, message);
    }
    let both = els.get(&ask("&product=010455&quantity=0,5&on=morgen")).await;
    told_at(&both, "quantity", "1");
    told_at(&both, "on", "“morgen”");
    // the desk sees the price and not what is left of it
    let mut mia = portal.signed_in(MIA).await;
    let told = mia.get(&ask("&product=010455&quantity=4")).await.words();
    assert!(told.contains("€ 69,35") && !told.contains("Marge") && !told.contains("Kostprijs"), "{told}");
}

#[tokio::test]
async fn who_knows_no_numbers_asks_by_name() {
    let portal = TestPortal::open().await;
    let mut mia = portal.signed_in(MIA).await;
    let ask = |customer: &str, product: &str| {
        let [customer, product] = [customer, product].map(app::order::query_value);
        format!("/desk/prices/question?customer={customer}&product={product}&quantity=4&on=2026-11-24")
    };
    for (customer, product) in
        [("K1001", "010455"), ("k1001 ", " 010455"), ("Peeters", "tarwebloem BIO"), ("bakkerij PEETERS", "010655")]
    {
        let told = mia.get(&ask(customer, product)).await;
        assert_eq!(told.status, StatusCode::OK, "{customer} {product}: {}", told.words());
        assert!(told.words().contains("Bakkerij Peeters") && told.words().contains("Per eenheid"), "{}", told.words());
    }
    // several have that name: each leads on, with the rest of the question
    let mut els = portal.signed_in(ELS).await;
    let brasserie = format!("/desk/customers/{}", demo::customer_id(1));
    let renamed = els.get(&brasserie).await.form(&brasserie).set("name", "Bakkerij Nord");
    assert_eq!(els.submit(&brasserie, &renamed).await.status, StatusCode::SEE_OTHER);
    let which = mia.get(&ask("bakkerij", "bloem")).await;
    assert_eq!(which.status, StatusCode::UNPROCESSABLE_ENTITY);
    told_at(&which, "customer", "“bakkerij”: kies hieronder");
    told_at(&which, "product", "“bloem”: kies hieronder");
    assert!(which.text().contains(&format!("href=\"{}\"", ask("K1001", "bloem"))), "{}", which.text());
    let which = mia.get(&ask("K1001", "bloem")).await;
    let start = which.text().find("product=0").map(|at| which.text()[at..].to_owned()).expect("an article");
    let sku = &start["product=".len()..start.find('&').expect("more")];
    assert!(mia.get(&ask("K1001", sku)).await.words().contains("Per eenheid"), "{sku}");
    // a sent form says what it misses, where it was led to it waits
    let nothing = mia.get("/desk/prices/question?customer=&product=&quantity=&on=").await;
    assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY);
    told_at(&nothing, "customer", "dit is nodig");
    told_at(&nothing, "product", "dit is nodig");
    for waits in ["/desk/prices/question", "/desk/prices/question?customer=K1001"] {
        assert_eq!(mia.get(waits).await.status, StatusCode::OK);
    }
}

#[tokio::test]
async fn what_is_left_is_for_who_may_see_it() {
    let portal = TestPortal::open().await;
    let mut els = portal.signed_in(ELS).await;
    let product = format!("/desk/products/{}", demo::product_id(0));
    let form = els.get(&product).await.form(&product);
    assert_ne!(form.get("cost"), "", "the demo world knows what things cost");
    for (wrong, said) in [("veel", "“veel”"), ("-1", "minder dan nul")] {
        told_at(&els.submit(&product, &form.clone().set("cost", wrong)).await, "cost", said);
    }
    assert_eq!(els.submit(&product, &form.set("cost", "14,60")).await.status, StatusCode::SEE_OTHER);
    let order = portal.ordered(&portal.person(AN).await, &[(0, 4)]).await;
    let page = format!("/desk/orders/{order}");
    // 73,00 for what costs 58,40
    let (hers, mut mia) = (els.get(&page).await, portal.signed_in(MIA).await);
    assert!(hers.words().contains("marge 20 %"), "{}", hers.words());
    assert!(hers.body.contains("/desk/prices/question?customer="), "leads to the question why");
    assert!(!mia.get(&page).await.words().contains("marge"));
    let shown = mia.get(&product).await;
    assert!(!shown.body.contains("name=\"cost\"") && !shown.text().contains("14,60"));
    // a form that does not have the field leaves it
    let form = els.get(&product).await.form(&product);
    let without = Form(form.0.into_iter().filter(|(name, _)| name != "cost").collect());
    assert_eq!(els.submit(&product, &without).await.status, StatusCode::SEE_OTHER);
    assert_eq!(els.get(&product).await.form(&product).get("cost"), "14,60");
}
