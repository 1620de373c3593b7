//! The page of one product: what An reads there in her words, what staff keep of it, and what takes its place.

use axum::http::StatusCode;
use domain::{ProductId, Quantity};
use store::{
    demo,
    products::ProductForm,
    sheets::{self, StockForm, files},
};

use crate::support::{
    AN, Answer, Browser, CLAIRE, ELS, MIA, SAMIR, TestPortal, file_request, picture, product_form, quantity, told_at,
};

/// White flour T55: "witte bloem" to An, "farine blanche" to Claire.
const WHITE: usize = 1;

fn page_of(product: usize) -> String {
    format!("/products/{}", demo::product_id(product))
}

fn desk(product: usize) -> String {
    format!("/desk{}", page_of(product))
}

fn pdf(what: &str) -> Vec<u8> {
    format!("%PDF-1.7\n{what}\n%%EOF\n").into_bytes()
}

/// Els types into the form of a product and saves it.
async fn keep(els: &mut Browser, product: usize, typed: &[(&str, &str)]) {
    let address = desk(product);
    let form = typed.iter().fold(els.get(&address).await.form(&address), |form, (name, value)| form.set(name, value));
    let answer = els.submit(&address, &form).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.words());
}

#[tokio::test]
async fn an_reads_an_article_in_her_words() {
    let portal = TestPortal::open().await;
    let mut els = portal.signed_in(ELS).await;
    let typed = [
        ("text_nl", "Voor dagelijks brood.\n\nKoel & droog <bewaren>."),
        ("text_fr", "Pour le pain quotidien."),
        ("traces", "soybeans"),
        ("substitutes", "010655, 010205"),
    ];
    keep(&mut els, WHITE, &typed).await;
    let mut an = portal.signed_in(AN).await;
    let list = an.get("/order").await;
    assert!(list.body.contains(&format!("<a href=\"{}\">witte bloem</a>", page_of(WHITE))));
    let page = an.get(&page_of(WHITE)).await;
    assert_eq!(page.status, StatusCode::OK);
    let words = page.words();
    for told in [
        "witte bloem",
        "Tarwebloem T55 wit 25 kg · 010555",
        "B1",
        "EAN 5419137105550",
        "Voor dagelijks brood.",
        "Koel & droog",
        "zak van 25 kg",
        "Vanaf 20 zakken",
        "Niet opgegeven wil niet zeggen",
        "Voorraad niet bekend",
        "U kunt ook nemen",
        "bloem voor stokbrood",
        "fijne bloem",
    ] {
        assert!(words.contains(told), "{told:?} in {words}");
    }
    assert!(page.body.contains("&lt;bewaren&gt;"), "what staff type is text");
    let said = |page: &Answer, class: &str| {
        let text = page.text();
        let start = text.find(&format!("<div class=\"{class}\"><dt>")).unwrap_or(text.len());
        text[start..].split("</dd>").next().unwrap_or_default().to_owned()
    };
    assert!(said(&page, "has").contains("gluten") && said(&page, "may").contains("soja"), "{words}");
    // what nobody declared is not declared; once the declaration is complete, it is not in it
    assert!(said(&page, "unsaid").contains("schaaldieren"), "{words}");
    keep(&mut els, WHITE, &[("allergens_complete", "true")]).await;
    let page = an.get(&page_of(WHITE)).await;
    assert!(said(&page, "not").contains("schaaldieren") && said(&page, "unsaid").is_empty(), "{}", page.words());
    let claire = portal.signed_in(CLAIRE).await.get(&page_of(WHITE)).await.words();
    assert!(claire.contains("farine blanche") && claire.contains("Pour le pain quotidien."), "{claire}");
    assert!(!claire.contains("witte bloem") && !claire.contains("stokbrood"), "{claire}");
}

#[tokio::test]
async fn who_sees_no_prices_reads_none() {
    let portal = TestPortal::open().await;
    let mut els = portal.signed_in(ELS).await;
    let new = product_form("770009", "Nieuwe bloem T55 25 kg");
    store::products::create(&portal.db, &portal.person(ELS).await, &new).await.unwrap();
    let mut samir = portal.signed_in(SAMIR).await;
    keep(&mut els, WHITE, &[("substitutes", "010655")]).await;
    let page = samir.get(&page_of(WHITE)).await.words();
    assert!(page.contains("farine blanche") && !page.contains('€'), "{page}");
    keep(&mut els, WHITE, &[("discontinued", "true"), ("successor", "770009")]).await;
    let page = samir.get(&page_of(WHITE)).await.words();
    assert!(page.contains("770009") && !page.contains('€'), "{page}");
    assert!(page.contains("Un collègue qui commande peut faire le changement."), "{page}");
}

#[tokio::test]
async fn what_is_anothers_is_not_found_and_neither_are_its_files() {
    let portal = TestPortal::open().await;
    let els = portal.person(ELS).await;
    let only_claires = portal.exclusive("880001", "Maizena").await;
    files::add_picture(&portal.db, &els, only_claires, picture(false)).await.unwrap();
    files::add_document(&portal.db, &els, only_claires, pdf("a"), "").await.unwrap();
    let sheet = sheets::edited(&portal.db, &els, Some(only_claires)).await.unwrap();
    let address = format!("/products/{only_claires}");
    let addresses = [
        address.clone(),
        format!("{address}/pictures/{}", sheet.pictures[0].hash),
        format!("{address}/pictures/{}?size=small", sheet.pictures[0].hash),
        format!("{address}/documents/{}", sheet.documents[0].hash),
    ];
    let (mut an, mut claire) = (portal.signed_in(AN).await, portal.signed_in(CLAIRE).await);
    for address in &addresses {
        assert_eq!(an.get(address).await.status, StatusCode::NOT_FOUND, "{address}");
        assert_eq!(claire.get(address).await.status, StatusCode::OK, "{address}");
    }
    // nor under the address of a product that is hers
    let other = format!("{}/pictures/{}", page_of(WHITE), sheet.pictures[0].hash);
    assert_eq!(an.get(&other).await.status, StatusCode::NOT_FOUND);
    let picture = claire.get(&addresses[1]).await;
    assert_eq!(picture.header("content-type"), "image/jpeg");
    assert_eq!(picture.header("x-content-type-options"), "nosniff");
    assert!(picture.header("cache-control").starts_with("private"), "{}", picture.header("cache-control"));
    let document = claire.get(&addresses[3]).await;
    assert_eq!(document.header("content-disposition"), "attachment; filename=\"880001-v1.pdf\"");
}

#[tokio::test]
async fn the_sheet_has_changed_since_her_last_order() {
    let portal = TestPortal::open().await;
    let els = portal.person(ELS).await;
    let product = demo::product_id(WHITE);
    files::add_document(&portal.db, &els, product, pdf("one"), "2025-01-15").await.unwrap();
    let mut an = portal.signed_in(AN).await;
    let first = an.get(&page_of(WHITE)).await.words();
    assert!(first.contains("Versie 1") && !first.contains("Gewijzigd sinds"), "{first}");
    // the same file once more is no new version
    files::add_document(&portal.db, &els, product, pdf("one"), "").await.unwrap();
    files::add_document(&portal.db, &els, product, pdf("two"), "2026-11-20").await.unwrap();
    let page = an.get(&page_of(WHITE)).await.words();
    assert!(page.contains("Gewijzigd sinds uw laatste bestelling"), "{page}");
    assert!(page.contains("Versie 2") && page.contains("Oudere versies") && !page.contains("Versie 3"), "{page}");
    // whoever orders now has the newest
    let actor = portal.person(AN).await;
    portal.ordered(&actor, &[(WHITE, 4)]).await;
    let page = an.get(&page_of(WHITE)).await.words();
    assert!(!page.contains("Gewijzigd sinds"), "{page}");
}

#[tokio::test]
async fn an_orders_it_on_its_page() {
    let portal = TestPortal::open().await;
    let mut an = portal.signed_in(AN).await;
    let yeast = 8;
    let form = an.get(&page_of(yeast)).await.form("/basket/lines");
    let typed = form.clone().set(&quantity(yeast), "3").set("go", "product");
    let saved = an.submit("/basket/lines", &typed).await;
    assert_eq!(saved.location(), format!("{}?saved=true", page_of(yeast)), "{}", saved.words());
    let page = an.get(saved.location()).await;
    assert!(page.words().contains("Bewaard in uw mandje."), "{}", page.words());
    assert_eq!(page.form("/basket/lines").get(&quantity(yeast)), "3");
    let more = page.form("/basket/lines").set("more", &demo::product_id(yeast).to_string());
    an.submit("/basket/lines", &more).await;
    assert_eq!(an.get(&page_of(yeast)).await.form("/basket/lines").get(&quantity(yeast)), "4");
    let refused = an.submit("/basket/lines", &form.set(&quantity(yeast), "veel").set("go", "product")).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(refused.form("/basket/lines").get(&quantity(yeast)), "veel");
    told_at(&refused, &quantity(yeast), "veel");
}

#[tokio::test]
async fn the_button_never_does_nothing_without_a_word() {
    let portal = TestPortal::open().await;
    let mut an = portal.signed_in(AN).await;
    let actor = portal.actor(&an).await.unwrap();
    let list = store::assortments::list(&portal.db, &actor, portal.day(&actor).await).await.unwrap();
    let field = |product: ProductId| format!("quantity.{product}");
    // what she usually takes, or the fewest there can be
    for article in &list {
        let form = an.get(&format!("/products/{}", article.product)).await.form("/basket/lines");
        let likely = Quantity::parse(form.get(&field(article.product))).unwrap();
        match article.habit.usual().map(|usual| article.unit.check(usual)) {
            Some(Ok(usual)) => assert_eq!(likely, usual, "{}", article.name),
            Some(Err(_)) => assert_eq!(article.unit.check(likely), Ok(likely), "{}", article.name),
            None => assert_eq!(likely, article.unit.least(), "{}", article.name),
        }
    }
    let boxes = list.iter().find(|a| a.unit.least() == Quantity::whole(2)).expect("sold by two");
    let page = format!("/products/{}", boxes.product);
    let form = an.get(&page).await.form("/basket/lines").set("go", "product");
    for typed in ["0", ""] {
        let refused = an.submit("/basket/lines", &form.clone().set(&field(boxes.product), typed)).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{typed:?}");
        told_at(&refused, &field(boxes.product), "minstens 2");
    }
    let saved = an.submit("/basket/lines", &form).await;
    assert_eq!(saved.location(), format!("{page}?saved=true"));
    assert_eq!(portal.basket(&actor).await.lines.len(), 1);
    // once more is still saved, and nothing takes it out again
    let form = an.get(&page).await.form("/basket/lines").set("go", "product");
    assert_eq!(an.submit("/basket/lines", &form).await.location(), format!("{page}?saved=true"));
    let none = an.submit("/basket/lines", &form.set(&field(boxes.product), "0")).await;
    assert_eq!(none.location(), format!("{page}?saved=true"));
    assert!(portal.basket(&actor).await.lines.is_empty());
}

#[tokio::test]
async fn the_next_tier_is_told_on_the_page_too() {
    let portal = TestPortal::open().await;
    let mut an = portal.signed_in(AN).await;
    let page = an.get(&page_of(WHITE)).await.words();
    assert!(page.contains("en de prijs wordt") && page.contains("u bespaart"), "of what is proposed: {page}");
    portal.fill(&portal.person(AN).await, &[(WHITE, 18)]).await;
    let page = an.get(&page_of(WHITE)).await.words();
    assert!(page.contains("18 zakken: €") && page.contains("nog 2 en de prijs wordt"), "{page}");
}

#[tokio::test]
async fn stock_is_told_with_its_age() {
    let portal = TestPortal::open().await;
    let els = portal.person(ELS).await;
    let mut browser = portal.signed_in(ELS).await;
    let (files, action) = (format!("{}/files", desk(WHITE)), format!("{}/stock", desk(WHITE)));
    let form = browser.get(&files).await.form(&action).set("stock", "expected");
    let refused = browser.submit(&action, &form).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(refused.form(&action).get("stock"), "expected", "what was chosen stays");
    told_at(&refused, "expected_on", "class=\"err\"");
    let told = browser.submit(&action, &form.clone().set("expected_on", "2026-12-01")).await;
    assert_eq!(told.location(), format!("{files}?saved=true"));
    let mut an = portal.signed_in(AN).await;
    let page = an.get(&page_of(WHITE)).await.words();
    assert!(page.contains("Verwacht op") && page.contains("1 dec") && page.contains("stand van"), "{page}");
    let form = StockForm { stock: "in_stock".into(), expected_on: String::new() };
    sheets::tell_stock(&portal.db, &els, demo::product_id(WHITE), &form).await.unwrap();
    let page = an.get(&page_of(WHITE)).await.words();
    assert!(page.contains("Op voorraad") && !page.contains("ouder dan een dag"), "{page}");
    // the desk answers for it, and does not write it
    let mia = portal.person(MIA).await;
    assert!(sheets::tell_stock(&portal.db, &mia, demo::product_id(WHITE), &form).await.is_err());
}

/// White flour is no longer made; a new product of the same pack takes its place.
async fn replaced(portal: &TestPortal) -> ProductId {
    let els = portal.person(ELS).await;
    let new = product_form("770001", "Tarwebloem Molen 25 kg");
    let by = store::products::create(&portal.db, &els, &new).await.unwrap();
    let typed = [("discontinued", "true"), ("successor", "770001"), ("reason_nl", "De molen stopt ermee.")];
    keep(&mut portal.signed_in(ELS).await, WHITE, &typed).await;
    by
}

#[tokio::test]
async fn with_one_tap_list_name_and_basket_move_to_what_takes_its_place() {
    let portal = TestPortal::open().await;
    let actor = portal.person(AN).await;
    portal.fill(&actor, &[(WHITE, 4)]).await;
    let by = replaced(&portal).await;
    let of = demo::product_id(WHITE);
    let mut an = portal.signed_in(AN).await;
    for page in ["/order", "/basket", &page_of(WHITE)] {
        let words = an.get(page).await.words();
        assert!(words.contains("Tarwebloem Molen 25 kg neemt de plaats in."), "{page}: {words}");
        assert!(words.contains("De molen stopt ermee."), "{page}: {words}");
        assert!(words.contains("Overschakelen naar Tarwebloem Molen 25 kg"), "{page}: {words}");
    }
    let action = format!("{}/succession", page_of(WHITE));
    let form = an.get(&page_of(WHITE)).await.form(&action);
    // not another than was shown
    let other = form.clone().set("switch", &format!("{of} {}", demo::product_id(3)));
    let refused = an.submit(&action, &other).await;
    assert!(refused.words().contains("Intussen neemt een ander artikel de plaats in."), "{}", refused.words());
    let consent = form.set("switch", &format!("{of} {by}"));
    let done = an.submit(&action, &consent).await;
    assert_eq!(done.location(), format!("/products/{by}?switched=true"), "{}", done.words());
    let page = an.get(done.location()).await.words();
    assert!(page.contains("U bent overgeschakeld.") && page.contains("witte bloem") && page.contains("B1"), "{page}");
    let list = an.get("/order").await;
    assert!(list.body.contains(&format!("<a href=\"/products/{by}\">witte bloem</a>")));
    assert!(!list.words().contains("neemt de plaats in"));
    let basket = portal.basket(&actor).await;
    let line = basket.lines.iter().find(|l| l.product == by).unwrap();
    assert_eq!(line.quantity, Quantity::whole(4), "what lay in the basket came along");
    assert!(line.favourite, "and so did the favourite");
    assert!(basket.lines.iter().all(|l| l.product != of));
    // once more is once
    let again = an.submit(&action, &consent).await;
    assert_eq!(again.status, StatusCode::SEE_OTHER, "{}", again.words());
    assert_eq!(portal.basket(&actor).await.lines.len(), basket.lines.len());
}

#[tokio::test]
async fn from_the_list_what_was_typed_is_kept_and_the_switch_is_made() {
    let portal = TestPortal::open().await;
    let by = replaced(&portal).await;
    let mut an = portal.signed_in(AN).await;
    let form = an.get("/order").await.form("/basket/lines").set(&quantity(0), "2");
    let switch = format!("{} {by}", demo::product_id(WHITE));
    let done = an.submit("/basket/lines", &form.set("switch", &switch)).await;
    assert_eq!(done.location(), "/order", "{}", done.words());
    let list = an.get("/order").await;
    assert!(list.body.contains(&format!("<a href=\"/products/{by}\">witte bloem</a>")));
    assert_eq!(list.form("/basket/lines").get(&quantity(0)), "2");
}

#[tokio::test]
async fn another_pack_asks_how_many() {
    let portal = TestPortal::open().await;
    let actor = portal.person(AN).await;
    portal.fill(&actor, &[(WHITE, 4)]).await;
    let els = portal.person(ELS).await;
    let small = ProductForm { factor: "10".into(), ..product_form("770002", "Tarwebloem 10 kg") };
    let by = store::products::create(&portal.db, &els, &small).await.unwrap();
    keep(&mut portal.signed_in(ELS).await, WHITE, &[("discontinued", "true"), ("successor", "770002")]).await;
    let mut an = portal.signed_in(AN).await;
    let (action, field) = (format!("{}/succession", page_of(WHITE)), format!("instead.{}", demo::product_id(WHITE)));
    let page = an.get(&page_of(WHITE)).await;
    assert!(page.words().contains("Andere verpakking: zak van 10 kg in plaats van zak van 25 kg."), "{}", page.words());
    let consent = page.form(&action).set("switch", &format!("{} {by}", demo::product_id(WHITE)));
    let refused = an.submit(&action, &consent).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    told_at(&refused, &field, "class=\"err\"");
    let refused = an.submit(&action, &consent.clone().set(&field, "tien")).await;
    assert_eq!(refused.form(&action).get(&field), "tien");
    // from the basket: what was typed there is kept, and the same is asked
    let form = an.get("/basket").await;
    assert!(form.words().contains("Hoeveel zakken wilt u in de plaats?"), "{}", form.words());
    an.submit(&action, &consent.set(&field, "10")).await;
    let lines = portal.basket(&actor).await.lines;
    assert_eq!(lines.iter().find(|l| l.product == by).unwrap().quantity, Quantity::whole(10));
}

#[tokio::test]
async fn a_circle_of_successors_is_refused_and_what_was_typed_stays() {
    let portal = TestPortal::open().await;
    let mut els = portal.signed_in(ELS).await;
    keep(&mut els, 0, &[("successor", "010555")]).await;
    keep(&mut els, WHITE, &[("successor", "010655")]).await;
    let address = desk(2);
    let form = els.get(&address).await.form(&address).set("text_nl", "Nieuw").set("traces", "nuts");
    let wrong = [("010455", "dat is een cirkel"), ("010655", "dat is dit artikel zelf"), ("999999", "class=\"err\"")];
    for (typed, told) in wrong {
        let refused = els.submit(&address, &form.clone().set("successor", typed)).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{typed}");
        told_at(&refused, "successor", told);
        let again = refused.form(&address);
        assert_eq!((again.get("successor"), again.get("text_nl"), again.get("traces")), (typed, "Nieuw", "nuts"));
    }
    let refused = els.submit(&address, &form.set("substitutes", "010455 010655")).await;
    told_at(&refused, "substitutes", "dat is dit artikel zelf");
}

/// What the page says after a file was sent.
async fn sent(els: &mut Browser, to: &str, fields: &[(&str, &str)], name: &str, bytes: &[u8]) -> Answer {
    els.send(file_request(&format!("{}/{to}", desk(WHITE)), fields, name, bytes)).await
}

#[tokio::test]
async fn what_is_no_picture_and_no_pdf_is_refused_at_its_field() {
    let portal = TestPortal::open().await;
    let mut els = portal.signed_in(ELS).await;
    let svg = b"<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>".as_slice();
    let (cut, large) = (picture(false)[..40].to_vec(), vec![0x89; (10 << 20) + 1]);
    for (to, name, bytes, told) in [
        ("pictures", "brood.png", svg, "dit is geen foto"),
        ("pictures", "brood.jpg", b"<html><script>alert(1)</script>".as_slice(), "dit is geen foto"),
        ("pictures", "half.png", &cut, "dit is geen foto"),
        ("pictures", "groot.png", &large, "groter dan 10 MB"),
        ("pictures", "", b"".as_slice(), "class=\"err\""),
        ("documents", "fiche.pdf", &picture(false), "geen PDF"),
        ("documents", "fiche.pdf", b"%PDF-1.7 and no end".as_slice(), "geen PDF"),
        ("documents", "", b"".as_slice(), "class=\"err\""),
    ] {
        let refused = sent(&mut els, to, &[("dated_on", "2026-01-05")], name, bytes).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}: {}", refused.words());
        told_at(&refused, if to == "pictures" { "picture" } else { "document" }, told);
    }
    let refused = sent(&mut els, "documents", &[("dated_on", "2026-01-05")], "fiche.pdf", b"nee").await;
    let form = refused.form(&format!("{}/documents", desk(WHITE)));
    assert_eq!(form.get("dated_on"), "2026-01-05", "what was typed stays");
    let refused = sent(&mut els, "documents", &[("dated_on", "gisteren")], "fiche.pdf", &pdf("x")).await;
    told_at(&refused, "dated_on", "gisteren");
    // a hostile name is nobody's: the file is called after the article
    let taken = sent(&mut els, "documents", &[], "../../etc/passwd; x=\\y.pdf", &pdf("x")).await;
    assert_eq!(taken.status, StatusCode::SEE_OTHER, "{}", taken.words());
    let staff = portal.person(ELS).await;
    let sheet = sheets::edited(&portal.db, &staff, Some(demo::product_id(WHITE))).await.unwrap();
    let got = els.get(&format!("{}/documents/{}", desk(WHITE), sheet.documents[0].hash)).await;
    assert_eq!(got.header("content-disposition"), "attachment; filename=\"010555-v1.pdf\"");
}

#[tokio::test]
async fn pictures_are_added_and_taken_away() {
    let portal = TestPortal::open().await;
    let mut els = portal.signed_in(ELS).await;
    let files = format!("{}/files", desk(WHITE));
    // the same picture is there once
    for _ in 0..2 {
        let done = sent(&mut els, "pictures", &[], "bloem.png", &picture(false)).await;
        assert_eq!(done.location(), format!("{files}?saved=true"), "{}", done.words());
    }
    let kept = els.get(&files).await;
    let mark = format!("action=\"{}/pictures/", desk(WHITE));
    let there: Vec<&str> = kept.body.match_indices(&mark).map(|(at, m)| &kept.body[at + m.len()..][..64]).collect();
    let &[hash] = there.as_slice() else { panic!("{there:?}") };
    let page = portal.signed_in(AN).await.get(&page_of(WHITE)).await;
    assert!(page.body.contains(&format!("{}/pictures/{hash}?size=small", page_of(WHITE))), "{}", page.body);
    assert!(page.text().contains("alt=\"Tarwebloem T55 wit 25 kg, foto 1\""));
    let address = format!("{}/pictures/{hash}", desk(WHITE));
    for _ in 0..2 {
        // twice is once
        assert_eq!(els.post(&address, &[("verb", "remove")]).await.status, StatusCode::SEE_OTHER);
    }
    assert!(els.get(&files).await.words().contains("Nog geen foto’s"));
}

#[tokio::test]
async fn attributes_are_defined_once_and_filled_in_per_product() {
    let portal = TestPortal::open().await;
    let mut els = portal.signed_in(ELS).await;
    let here = "/desk/products/attributes";
    let refused = els.post(here, &[("name_nl", ""), ("kind", "number"), ("unit", "%"), ("decimals", "9")]).await;
    told_at(&refused, "name_nl", "class=\"err\"");
    told_at(&refused, "decimals", "“9”");
    assert_eq!(refused.form(here).get("unit"), "%");
    let new = [("name_nl", "Eiwit"), ("name_fr", "Protéines"), ("kind", "number"), ("unit", "%"), ("decimals", "1")];
    let made = els.post(here, &new).await;
    assert_eq!(made.location(), format!("{here}?saved=true"), "{}", made.words());
    let address = desk(WHITE);
    let form = els.get(&address).await.form(&address);
    let field = form.0.iter().find(|(name, _)| name.starts_with("attribute.")).unwrap().0.clone();
    let refused = els.submit(&address, &form.clone().set(&field, "11,55")).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(refused.form(&address).get(&field), "11,55");
    told_at(&refused, &field, "class=\"err\"");
    keep(&mut els, WHITE, &[(&field, "11,5")]).await;
    let page = portal.signed_in(AN).await.get(&page_of(WHITE)).await.text();
    assert!(page.contains("Eiwit</th><td>11,5 %"), "{page}");
    let one = format!("{here}/{}", field.strip_prefix("attribute.").unwrap());
    let refused = els.post(&one, &[("verb", "remove")]).await;
    assert!(refused.words().contains("1 product gebruikt dit"), "{}", refused.words());
    keep(&mut els, WHITE, &[(&field, "")]).await;
    assert_eq!(els.post(&one, &[("verb", "remove")]).await.status, StatusCode::SEE_OTHER);
    // who answers the telephone reads it, and changes nothing
    let mut mia = portal.signed_in(MIA).await;
    assert_eq!(mia.get(&address).await.status, StatusCode::OK);
    assert_eq!(mia.post(here, &[("name_nl", "As")]).await.status, StatusCode::FORBIDDEN);
}
