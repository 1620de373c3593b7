//! What is new, what goes with it, what was forgotten: with its reason, three at most, gone for good when put away, and
//! never before the order.

use axum::http::StatusCode;
use store::{demo, suggestions};

use crate::support::{
    AN, Answer, Browser, CLAIRE, ELS, Form, JEF, LUC, MIA, SAMIR, TestPortal, product_form, quantity, told_at,
};

/// What Els types about stone-milled flour.
fn announcement(sku: &str) -> Form {
    let fields = [
        ("version", "0"),
        ("sku", sku),
        ("text_nl", "Traag gemalen tussen steen."),
        ("text_fr", "Moulue lentement à la meule."),
        ("text_en", ""),
        ("reason_nl", "nieuw, voor warme bakkers"),
        ("group", ""),
        ("from", "2026-11-23"),
        ("until", "2026-11-30"),
        ("samples", "true"),
    ];
    Form(fields.map(|(name, value)| (name.to_owned(), value.to_owned())).into())
}

async fn created(els: &mut Browser, form: &Form) -> String {
    let answer = els.submit("/desk/announcements", form).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.words());
    answer.location().split('?').next().unwrap().to_owned()
}

/// The value of a button by its name, where it begins like this.
fn button(answer: &Answer, name: &str, begins: &str) -> String {
    let start = format!("name=\"{name}\" value=\"{begins}");
    let at = answer.body.find(&start).unwrap_or_else(|| panic!("no {start} in {}", answer.words()));
    let value = &answer.body[at + start.len() - begins.len()..];
    value[..value.find('"').unwrap()].to_owned()
}

/// A product that nobody has taken yet, in the assortment of the first customer where `listed`.
async fn new_product(portal: &TestPortal, sku: &str, name: &str, listed: bool) -> domain::ProductId {
    let els = portal.person(ELS).await;
    let id = store::products::create(&portal.db, &els, &product_form(sku, name)).await.unwrap();
    if listed {
        store::assortments::add(&portal.db, &els, demo::customer_id(0), sku).await.unwrap();
    }
    id
}

#[tokio::test]
async fn an_asks_for_a_sample_and_mia_sends_it() {
    let portal = TestPortal::open().await;
    new_product(&portal, "970001", "Steengemalen bloem", true).await;
    let mut els = portal.signed_in(ELS).await;
    let page = created(&mut els, &announcement("970001")).await;

    let mut an = portal.signed_in(AN).await;
    let list = an.get("/order").await;
    let words = list.words();
    for said in ["Nieuw voor u", "Steengemalen bloem", "nieuw, voor warme bakkers", "Traag gemalen tussen steen."] {
        assert!(words.contains(said), "{said} is not in {words}");
    }
    let last_row = list.body.rfind("name=\"quantity.").unwrap();
    assert!(list.body.find("id=\"news\"").unwrap() > last_row, "never between her and her order");
    // asking saves what was typed beside it
    let ask = button(&list, "ask", "sample ");
    let form = list.form("/basket/lines").set(&quantity(0), "4").set("ask", &ask);
    assert_eq!(an.submit("/basket/lines", &form).await.location(), "/order#news");
    assert!(an.get("/basket").await.words().contains("€ 73,00"));
    assert!(an.get("/order").await.words().contains("Staal aangevraagd"));
    // asked twice it is one request, and so it is for a colleague
    assert_eq!(an.submit("/basket/lines", &form).await.status, StatusCode::SEE_OTHER);
    let mut jef = portal.signed_in(JEF).await;
    assert!(jef.get("/order").await.words().contains("Staal aangevraagd"));

    let mut mia = portal.signed_in(MIA).await;
    let samples = mia.get("/desk/samples").await;
    assert_eq!(samples.body.matches("value=\"grant\"").count(), 1);
    assert!(samples.words().contains("Bakkerij Peeters") && samples.words().contains("gevraagd door An"));
    let to = samples.body.split("action=\"").find(|a| a.starts_with("/desk/samples/")).unwrap();
    let to = to.split('"').next().unwrap().to_owned();
    // without a reason nothing is declined
    let refused = mia.post(&to, &[("version", "1"), ("verb", "decline"), ("reason", " ")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    told_at(&refused, "reason", "in");
    assert_eq!(mia.post(&to, &[("version", "1"), ("verb", "grant")]).await.location(), "/desk/samples?saved=true");
    assert_eq!(mia.post(&to, &[("version", "1"), ("verb", "grant")]).await.status, StatusCode::CONFLICT);
    assert!(mia.get("/desk/samples").await.words().contains("Alles is afgehandeld."));
    assert!(an.get("/samples").await.words().contains("Staal onderweg"));
    // another customer knows of none of it
    let mut claire = portal.signed_in(CLAIRE).await;
    let theirs = claire.get("/samples").await.words();
    assert!(theirs.contains("Vous n’avez encore rien demandé"), "{theirs}");
    assert!(!claire.get("/order").await.words().contains("Steengemalen"), "not hers to order");

    // An orders it, and it is no news any more; Jef has seen enough
    let product = list.body[list.body.find("id=\"news\"").unwrap()..].to_owned();
    assert!(product.contains("/products/"));
    let put_away = button(&jef.get("/order").await, "dismiss", "announcement ");
    jef.post("/basket/lines", &[("dismiss", &put_away)]).await;
    assert!(!jef.get("/order").await.words().contains("Nieuw voor u"));
    assert!(an.get("/order").await.words().contains("Nieuw voor u"), "put away by Jef for Jef");
    let counts = els.get(&page).await.words();
    assert!(counts.contains("Gezien2") || counts.contains("Gezien 2"), "{counts}");
    assert!(els.get("/desk/announcements").await.words().contains("Steengemalen bloem"));
}

#[tokio::test]
async fn who_saw_it_and_orders_it_has_taken_it() {
    let portal = TestPortal::open().await;
    let product = new_product(&portal, "970001", "Steengemalen bloem", true).await;
    let els = portal.person(ELS).await;
    let id = portal.announcement("970001").await;
    let mut an = portal.signed_in(AN).await;
    an.get("/order").await;
    an.get("/order").await;
    let counts = async || store::announcements::get(&portal.db, &els, id).await.unwrap().counts;
    let before = counts().await;
    assert_eq!((before.seen, before.taken, before.dismissed, before.requests), (1, 0, 0, 0));
    // staff who order for her see it, and are not counted
    let mut luc = portal.acting(LUC, 0).await;
    let seen = luc.get("/order").await;
    assert!(seen.words().contains("Nieuw voor u") && !seen.body.contains("name=\"dismiss\""));
    an.post("/basket/lines", &[(&format!("quantity.{product}"), "2")]).await;
    let form = an.get("/basket").await.form("/basket/submission").set("go", "send");
    assert_eq!(an.submit("/basket/submission", &form).await.status, StatusCode::SEE_OTHER);
    let after = counts().await;
    assert_eq!((after.seen, after.taken), (1, 1));
    assert!(!an.get("/order").await.words().contains("Nieuw voor u"), "what she takes is no news");
    assert!(an.get(&format!("/products/{product}")).await.words().contains("Nieuw voor u"));
}

#[tokio::test]
async fn one_that_is_not_in_the_list_is_asked_for() {
    let portal = TestPortal::open().await;
    let product = new_product(&portal, "970002", "Pistachenoten", false).await;
    let mut els = portal.signed_in(ELS).await;
    let mut an = portal.signed_in(AN).await;
    let page = created(&mut els, &announcement("970002").set("samples", "")).await;
    assert!(!an.get("/order").await.words().contains("Pistachenoten"), "only who may order it");
    let form = els.get(&page).await.form(&page).set("beyond", "true");
    assert_eq!(els.submit(&page, &form).await.status, StatusCode::SEE_OTHER);
    let list = an.get("/order").await;
    assert!(list.words().contains("Pistachenoten"));
    assert!(!list.body.contains(&format!("/products/{product}")), "there is no page for her yet");
    assert_eq!(an.get(&format!("/products/{product}")).await.status, StatusCode::NOT_FOUND);
    let ask = button(&list, "ask", "listing ");
    an.post("/basket/lines", &[("ask", &ask)]).await;
    assert!(an.get("/order").await.words().contains("Gevraagd voor uw lijst"));
    // a sample was not offered, and another announcement is none
    let id = ask.split(' ').nth(1).unwrap();
    for wrong in [format!("sample {id}"), "listing 0".into(), format!("sample {}", demo::product_id(0)), "x".into()] {
        assert_eq!(an.post("/suggestions", &[("ask", &wrong)]).await.status, StatusCode::NOT_FOUND, "{wrong}");
    }
    // the desk asks a manager, who puts it in her list
    let mut mia = portal.signed_in(MIA).await;
    let samples = mia.get("/desk/samples").await;
    assert!(samples.words().contains("Een verantwoordelijke zet het in de lijst"));
    let request = store::samples::list(&portal.db, &portal.person(MIA).await).await.unwrap().remove(0);
    let to = format!("/desk/samples/{}", request.id);
    let grant = [("version", "1"), ("verb", "grant")];
    assert_eq!(mia.post(&to, &grant).await.status, StatusCode::FORBIDDEN);
    assert_eq!(els.post(&to, &grant).await.status, StatusCode::SEE_OTHER);
    assert_eq!(an.get(&format!("/products/{product}")).await.status, StatusCode::OK);
    assert!(an.get("/samples").await.words().contains("In uw lijst gezet"));
}

#[tokio::test]
async fn what_goes_with_it_is_said_once_and_put_away_for_good() {
    let portal = TestPortal::open().await;
    new_product(&portal, "970003", "Moutextract", true).await;
    new_product(&portal, "970004", "Bloem voor lange gisting", true).await;
    let of = demo::product_id(0);
    let page = format!("/desk/products/{of}/suggestions");
    let mut els = portal.signed_in(ELS).await;
    let goes_with = [("kind", "goes_with"), ("sku", "970003"), ("reason_nl", "voor een bruine korst")];
    assert_eq!(els.post(&page, &goes_with).await.status, StatusCode::SEE_OTHER);
    // nobody changes without a reason, and for itself not at all
    let unsaid = els.post(&page, &[("kind", "alternative"), ("sku", "970004")]).await;
    told_at(&unsaid, "reason_nl", "in");
    told_at(&els.post(&page, &[("kind", "goes_with"), ("sku", "010455")]).await, "sku", "dit artikel zelf");
    told_at(&els.post(&page, &[("kind", "goes_with"), ("sku", "<b>")]).await, "sku", "<b>");
    let better = [("kind", "alternative"), ("sku", "970004"), ("reason_nl", "rijst gelijkmatiger")];
    assert_eq!(els.post(&page, &better).await.status, StatusCode::SEE_OTHER);

    let mut an = portal.signed_in(AN).await;
    let article = an.get(&format!("/products/{of}")).await;
    let words = article.words();
    for said in ["Past erbij", "voor een bruine korst", "Beter of goedkoper", "rijst gelijkmatiger"] {
        assert!(words.contains(said), "{said} is not in {words}");
    }
    // beside the basket it goes in with one button, and what was typed is kept
    an.post("/basket/lines", &[(&quantity(0), "4")]).await;
    let basket = an.get("/basket").await;
    let rows = basket.body.matches("name=\"dismiss\"").count();
    assert!((1..=3).contains(&rows), "{rows} suggestions");
    assert!(basket.words().contains("past bij") && basket.words().contains("voor een bruine korst"));
    let malt = button(&basket, "dismiss", "goes_with ").split(' ').nth(2).unwrap().to_owned();
    let form = basket.form("/basket/submission").set("more", &malt).set(&quantity(0), "5").set("reference", "feest");
    assert_eq!(an.submit("/basket/submission", &form).await.location(), "/basket");
    let basket = an.get("/basket").await;
    let kept = basket.form("/basket/submission");
    assert_eq!(
        (kept.get(&format!("quantity.{malt}")), kept.get(&quantity(0)), kept.get("reference")),
        ("1", "5", "feest")
    );
    assert!(!basket.words().contains("voor een bruine korst"), "what is there is not suggested");

    // put away: for her, here, for good
    let gone = button(&an.get(&format!("/products/{of}")).await, "dismiss", "alternative ");
    let own = [("dismiss", gone.as_str()), ("page", &of.to_string())];
    assert_eq!(an.post("/suggestions", &own).await.location(), format!("/products/{of}"));
    assert!(!an.get(&format!("/products/{of}")).await.words().contains("rijst gelijkmatiger"));
    let mut jef = portal.signed_in(JEF).await;
    assert!(jef.get(&format!("/products/{of}")).await.words().contains("rijst gelijkmatiger"));
    // another customer has neither in his assortment
    let mut claire = portal.signed_in(CLAIRE).await;
    assert!(!claire.get(&format!("/products/{of}")).await.words().contains("Moutextract"));
    assert_eq!(claire.post("/suggestions", &own).await.status, StatusCode::NOT_FOUND);
    // taken back by staff
    let other = malt.as_str();
    let remove = format!("{page}/remove");
    assert_eq!(els.post(&remove, &[("kind", "goes_with"), ("other", other)]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(els.post(&remove, &[("kind", "goes_with"), ("other", other)]).await.status, StatusCode::NOT_FOUND);
    assert!(!jef.get(&format!("/products/{of}")).await.words().contains("voor een bruine korst"));
}

/// Four orders of the actor, a week apart; the clock stands at the fifth.
async fn four_weeks(portal: &TestPortal, email: &str, lines: &[(usize, i64)]) {
    for _ in 0..10 {
        let actor = portal.person(email).await;
        portal.ordered(&actor, lines).await;
        portal.db.clock().advance(chrono::Duration::days(7));
    }
}

#[tokio::test]
async fn what_was_forgotten_is_asked_after() {
    let portal = TestPortal::open().await;
    four_weeks(&portal, AN, &[(0, 4), (1, 2)]).await;
    let mut an = portal.signed_in(AN).await;
    an.post("/basket/lines", &[(&quantity(0), "4")]).await;
    let basket = an.get("/basket").await;
    let words = basket.words();
    assert!(words.contains("Niets vergeten?") && words.contains("u nam dit 10 van de laatste 10 keer"), "{words}");
    let send = basket.body.find("value=\"send\"").unwrap();
    assert!(basket.body.find("Niets vergeten?").unwrap() > send, "never in the way of sending");
    // in with the usual quantity
    let form = basket.form("/basket/submission").set("usual", &demo::product_id(1).to_string());
    an.submit("/basket/submission", &form).await;
    let basket = an.get("/basket").await;
    assert_eq!(basket.form("/basket/submission").get(&quantity(1)), "2");
    assert!(!basket.words().contains("u nam dit 10 van de laatste 10 keer"));
}

#[tokio::test]
async fn the_same_in_a_bigger_bag_saves_and_who_sees_no_prices_is_not_told() {
    let portal = TestPortal::open().await;
    let els = portal.person(ELS).await;
    let small = store::products::ProductForm {
        factor: "5".into(),
        list_price: "4,80".into(),
        ..product_form("970005", "Rijstmeel 5 kg")
    };
    let big = product_form("970006", "Rijstmeel 25 kg");
    let mut products = Vec::new();
    for form in [&small, &big] {
        products.push(store::products::create(&portal.db, &els, form).await.unwrap());
        for customer in 0..2 {
            store::assortments::add(&portal.db, &els, demo::customer_id(customer), &form.sku).await.unwrap();
        }
    }
    let take = [(format!("quantity.{}", products[0]), "5".to_owned())];
    let take: Vec<(&str, &str)> = take.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    for _ in 0..4 {
        for email in [AN, CLAIRE] {
            let mut browser = portal.signed_in(email).await;
            browser.post("/basket/lines", &take).await;
            let form = browser.get("/basket").await.form("/basket/submission").set("go", "send");
            assert_eq!(browser.submit("/basket/submission", &form).await.status, StatusCode::SEE_OTHER);
        }
        portal.db.clock().advance(chrono::Duration::days(7));
    }
    let page = format!("/products/{}", products[0]);
    // five bags at 4,80 a week are 24,00, one at 18,25: 5,75 a week
    let mut an = portal.signed_in(AN).await;
    let words = an.get(&page).await.words();
    assert!(words.contains("goedkoper dan Rijstmeel 5 kg: ongeveer € 24,64 per maand minder"), "{words}");
    let mut samir = portal.signed_in(SAMIR).await;
    let kitchen = samir.get(&page).await;
    assert_eq!(kitchen.status, StatusCode::OK);
    assert!(!kitchen.body.contains('€') && !kitchen.words().contains("moins cher"), "{}", kitchen.words());
}

#[tokio::test]
async fn two_customers_are_too_few_to_say_what_goes_together() {
    let portal = TestPortal::open().await;
    for email in [AN, CLAIRE] {
        four_weeks(&portal, email, &[(0, 4), (8, 2)]).await;
        four_weeks(&portal, email, &[(1, 4)]).await;
    }
    assert_eq!(suggestions::renew(&portal.db).await.unwrap(), 0);
    assert_eq!(suggestions::renew_when_due(&portal.db).await.unwrap(), None, "once a day");
    portal.db.clock().advance(chrono::Duration::days(1));
    assert_eq!(suggestions::renew_when_due(&portal.db).await.unwrap(), Some(0));
}

#[tokio::test]
async fn what_is_announced_wrong_is_told_at_its_field() {
    let portal = TestPortal::open().await;
    let mut els = portal.signed_in(ELS).await;
    let long = "x".repeat(241);
    let wrong = [
        ("sku", "", "in"),
        ("sku", "99", "“99”"),
        ("text_nl", "", "in"),
        ("text_nl", long.as_str(), "240"),
        ("from", "gisteren", "“gisteren”"),
        ("until", "", "in"),
        ("until", "2026-11-22", "Eindigt voor ze begint"),
    ];
    for (field, typed, said) in wrong {
        let refused = els.submit("/desk/announcements", &announcement("010455").set(field, typed)).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{field} {typed}");
        told_at(&refused, field, said);
        assert_eq!(refused.form("/desk/announcements").get(field).trim(), typed.trim(), "is kept as it was typed");
    }
    // somebody else was first; and it goes as it came
    let page = created(&mut els, &announcement("010455")).await;
    let form = els.get(&page).await.form(&page);
    assert_eq!(els.submit(&page, &form.clone().set("text_nl", "Anders")).await.status, StatusCode::SEE_OTHER);
    assert_eq!(els.submit(&page, &form).await.status, StatusCode::CONFLICT);
    let form = els.get(&page).await.form(&page);
    assert_eq!(els.submit(&format!("{page}/remove"), &form).await.location(), "/desk/announcements?done=removed");
    assert_eq!(els.get(&page).await.status, StatusCode::NOT_FOUND);
}
