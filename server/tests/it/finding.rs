//! An looks for what she needs: on the page, by plain forms, in an assortment of a hundred or of thousands.

use std::collections::BTreeSet;

use axum::http::StatusCode;
use domain::{ProductId, Quantity};
use store::{assortments, customers, demo, search, yardstick};

use crate::support::{AN, Answer, CLAIRE, ELS, MIA, SAMIR, TestPortal, product_form, quantity, told_at};

/// More than any page shows.
const MANY: usize = 3_000;

/// An's bakery may order thousands of articles.
async fn wide() -> TestPortal {
    let portal = TestPortal::open().await;
    yardstick::crowd_products(&portal.db, MANY).await.unwrap();
    yardstick::crowd_assortment(&portal.db, demo::customer_id(0), None).await.unwrap();
    portal
}

/// What the rows of a page are called, from the top.
fn names(answer: &Answer) -> Vec<String> {
    let text = answer.text();
    let linked = |row: &str| Some(row.split_once("</a></h3>")?.0.split_once('>')?.1.to_owned());
    text.split("<h3>").skip(1).filter_map(linked).collect()
}

/// The headings above the rows, with how many stand under each.
fn headings(answer: &Answer) -> Vec<(String, usize)> {
    let text = answer.text();
    text.split("<section aria-labelledby=\"c")
        .skip(1)
        .filter_map(|section| {
            let section = section.split("</section>").next()?;
            let heading = section.split_once("<h2")?.1.split_once('>')?.1.split_once("</h2>")?.0;
            Some((heading.to_owned(), section.matches("<h3>").count()))
        })
        .collect()
}

fn fields(answer: &Answer) -> Vec<String> {
    let form = answer.form("/basket/lines");
    form.0.into_iter().map(|(name, _)| name).filter(|name| name.starts_with("quantity.")).collect()
}

/// Where the link to the next page leads.
fn next(answer: &Answer) -> Option<String> {
    let text = answer.text();
    let link = text.split_once("class=\"pager\"")?.1.split_once("href=\"")?.1;
    Some(link.split_once('"')?.0.to_owned())
}

async fn call(portal: &TestPortal, product: ProductId, name: &str, code: &str) {
    let els = portal.person(ELS).await;
    let customer = demo::customer_id(0);
    let version = customers::get(&portal.db, &els, customer).await.unwrap().version;
    let form = assortments::ItemForm { own_name: name.into(), own_code: code.into(), ..Default::default() };
    let on = portal.db.now().date_naive();
    assortments::save(&portal.db, &els, customer, version, &[(product, form)], None, on).await.unwrap();
}

#[tokio::test]
async fn what_she_calls_so_then_what_she_bought_then_the_rest() {
    let portal = wide().await;
    let els = portal.person(ELS).await;
    let new = store::products::create(&portal.db, &els, &product_form("KM-1", "Seizoensmengeling")).await.unwrap();
    assortments::add(&portal.db, &els, demo::customer_id(0), "KM-1").await.unwrap();
    call(&portal, new, "bloem voor de kerst", "K-77").await;
    portal.ordered(&portal.person(AN).await, &[(7, 4)]).await;
    let mut an = portal.signed_in(AN).await;
    let found = an.get("/order?q=bloem").await;
    let headings: Vec<String> = headings(&found).into_iter().map(|(heading, _)| heading).collect();
    assert_eq!(headings, ["Zoals u het noemt", "Eerder besteld", "In uw assortiment"]);
    assert!(names(&found)[..3].contains(&"bloem voor de kerst".to_owned()), "{:?}", names(&found));
    // her code, the distributor's and the barcode are exact, and nothing else is shown beside them
    for (typed, name) in [
        ("k 77", "bloem voor de kerst"),
        ("K-77", "bloem voor de kerst"),
        ("KM-1", "bloem voor de kerst"),
        ("Y000001", "Roggemeel fijn Anker nr 1"),
        ("2000000000001", "Roggemeel fijn Anker nr 1"),
    ] {
        let found = an.get(&format!("/order?q={}", app::order::query_value(typed))).await;
        assert_eq!(self::headings(&found)[0], ("Met deze code".to_owned(), 1), "{typed}");
        assert_eq!(names(&found)[0], name, "{typed}");
    }
    let barcode = an.get("/order?q=2000000000001").await;
    assert!(barcode.words().contains("barcode 2000000000001"), "says why it is here");
}

#[tokio::test]
async fn as_a_baker_types_in_two_languages_and_with_slips() {
    let portal = wide().await;
    let mut an = portal.signed_in(AN).await;
    for (typed, name) in [
        ("tarwe bloem 25 kg anker", "Tarwebloem 25 kg Anker nr 1"),
        ("amandel fijn distel", "Amandelpoeder fijn Distel nr 1"),
        ("amandelpoder distel", "Amandelpoeder"),
        ("hazelnoten pasta grof", "Hazelnootpasta grof"),
        ("noisette grof", "Hazelnootpasta grof"),
        ("farine de seigle extra", "Roggemeel extra"),
        ("vulling kersen", "Kersenvulling"),
    ] {
        let found = an.get(&format!("/order?q={}", app::order::query_value(typed))).await;
        let names = names(&found);
        assert!(names.first().is_some_and(|first| first.starts_with(name)), "{typed}: {names:?}");
    }
    let slip = an.get("/order?q=abrikozenkonfituur").await;
    assert_eq!(headings(&slip)[0].0, "Lijkt erop", "a guess is called one");
    let french = an.get("/order?q=noisettes").await;
    assert!(french.words().contains("gevonden als “noisettes”"), "the row does not show it in Dutch");
}

#[tokio::test]
async fn nothing_of_another_customer_is_found() {
    let portal = wide().await;
    portal.exclusive("Z-9", "Zwarte truffelpasta").await;
    call(&portal, demo::product_id(0), "geheimzinnig", "GEHEIM-1").await;
    let (mut an, mut claire) = (portal.signed_in(AN).await, portal.signed_in(CLAIRE).await);
    for typed in ["truffelpasta", "Z-9", "trufelpasta"] {
        let found = an.get(&format!("/order?q={typed}")).await;
        assert_eq!(found.status, StatusCode::OK);
        assert!(found.words().contains(&format!("Niets gevonden voor “{typed}”")), "{typed}: {:?}", names(&found));
        assert_eq!(names(&claire.get(&format!("/order?q={typed}")).await).len(), 1, "{typed}");
    }
    for typed in ["geheimzinnig", "geheim-1", "Y000001", "2000000000001", "seigle fin merel"] {
        let found = claire.get(&format!("/order?q={}", app::order::query_value(typed))).await;
        assert_eq!(names(&found).into_iter().filter(|n| n.contains("nr 1")).count(), 0, "{typed}");
        assert!(!found.text().to_lowercase().contains("geheimzinnig</a></h3>"), "{typed}");
    }
    // a shelf of hers has what she may order, and only that
    let shelf = claire.get("/order?category=Farines%20et%20m%C3%A9langes").await;
    assert!(!names(&shelf).is_empty() && !shelf.text().contains("Anker"));
}

#[tokio::test]
async fn a_small_assortment_is_one_page_as_before() {
    let portal = TestPortal::open().await;
    let mut an = portal.signed_in(AN).await;
    let list = an.get("/order").await;
    assert_eq!(fields(&list).len(), 14);
    assert!(!list.body.contains("data-part") && !list.body.contains("show=shelves"), "the browser has it all");
    assert!(list.text().contains("Zoek in uw lijst"));
    let flour = an.get("/order?category=Bloem%2C%20meel%20en%20mixen").await;
    assert!(fields(&flour).len() < 14 && !flour.body.contains("data-part"));
    // without a script the server searches, and has all of it
    let found = an.get("/order?q=witte%20bloem").await;
    assert_eq!(names(&found)[0], "witte bloem");
    // nobody's list is empty without a word
    let els = portal.person(ELS).await;
    let all = assortments::list(&portal.db, &portal.person(AN).await, portal.db.now().date_naive()).await.unwrap();
    for article in &all {
        let version = store::products::get(&portal.db, &els, article.product).await.unwrap().version;
        let form = product_form(&article.sku, "Weg");
        let form = store::products::ProductForm { discontinued: true, ..form };
        store::products::save(&portal.db, &els, article.product, version, &form).await.unwrap();
    }
    let empty = an.get("/order").await;
    assert!(empty.words().contains("Uw lijst is nog leeg"), "{}", empty.words());
}

#[tokio::test]
async fn a_wide_assortment_shows_what_is_known_and_the_rest_by_shelf() {
    let portal = wide().await;
    let mut an = portal.signed_in(AN).await;
    let list = an.get("/order").await;
    let known = names(&list);
    assert!(!known.is_empty() && known.len() <= 14 && known.iter().all(|name| !name.contains("nr 1")), "{known:?}");
    assert!(list.words().contains("U ziet wat u kent") && list.body.contains("data-part"));
    assert!(list.body.len() < 120_000, "{} bytes", list.body.len());
    let shelves = an.get("/order?show=shelves").await;
    assert!(shelves.words().contains("Bloem, meel en mixen"));
    assert_eq!(fields(&shelves).len(), 0);
    let counts: usize = shelves
        .text()
        .split("<small>")
        .filter_map(|part| part.split_once(" artikel")?.0.replace('.', "").parse::<usize>().ok())
        .sum();
    assert_eq!(counts, MANY + 14, "every article stands on a shelf");
    // one shelf, page by page, each article once and in the order of the alphabet
    let mut page = an.get("/order?category=Suiker%20en%20zoetstoffen").await;
    let (mut seen, mut in_order, mut pages) = (BTreeSet::new(), Vec::new(), 0);
    loop {
        pages += 1;
        assert!(fields(&page).len() <= 50);
        in_order.extend(names(&page));
        seen.extend(fields(&page));
        let Some(next) = next(&page) else { break };
        page = an.get(&next).await;
        assert_eq!(page.status, StatusCode::OK, "{next}");
    }
    assert_eq!((seen.len(), in_order.len(), pages), (240 + 1, 240 + 1, 5));
    // what is no shelf is none, whatever it is called
    for path in ["/order?category=Niets", "/order?category=%00%27", "/order?category=Decoratie&after=%0A%00"] {
        assert_eq!(an.get(path).await.status, StatusCode::OK, "{path}");
    }
    assert!(an.get("/order?category=Niets").await.words().contains("Hier staat niets"));
}

#[tokio::test]
async fn what_is_typed_in_a_found_row_is_kept() {
    let portal = wide().await;
    let mut an = portal.signed_in(AN).await;
    let found = an.get("/order?q=walnoten").await;
    let rows = fields(&found);
    assert_eq!(rows.len(), 30);
    // saved, and she stays where she was
    let form = found.form("/basket/lines").set(&rows[2], "3").set("q", "walnoten").set("go", "stay");
    let saved = an.submit("/basket/lines", &form).await;
    assert_eq!(saved.location(), format!("/order?q=walnoten&saved=true#f-{}", rows[2].replace('.', "-")));
    let page = an.get(saved.location()).await;
    assert_eq!(page.form("/basket/lines").get(&rows[2]), "3");
    assert!(page.words().contains("Bewaard"));
    // searching for something else saves what was typed on the way
    let form = page.form("/basket/lines").set(&rows[4], "7").set("q", "kaneel").set("go", "search");
    let searched = an.submit("/basket/lines", &form).await;
    assert_eq!(searched.location(), "/order?q=kaneel");
    let kaneel = an.get(searched.location()).await;
    assert!(!fields(&kaneel).contains(&rows[2]), "the basket is not shown among the answers");
    let actor = portal.actor(&an).await.unwrap();
    let lines: Vec<_> = portal.basket(&actor).await.lines.iter().map(|l| l.quantity).collect();
    assert_eq!(lines.len(), 2);
    assert!(lines.contains(&Quantity::whole(3)) && lines.contains(&Quantity::whole(7)));
    // the second page of answers, and a row of it
    let second = an.get(&next(&found).unwrap()).await;
    assert!(fields(&second).iter().all(|field| !rows.contains(field)));
    let field = fields(&second)[0].clone();
    let form = second.form("/basket/lines").set(&field, "2").set("q", "walnoten").set("go", "stay");
    let saved = an.submit("/basket/lines", &form).await;
    assert_eq!(saved.location(), format!("/order?q=walnoten&after=30&saved=true#f-{}", field.replace('.', "-")));
    assert_eq!(an.get(saved.location()).await.form("/basket/lines").get(&field), "2");
    // another word begins with its best answers
    let form = second.form("/basket/lines").set("q", "kaneel").set("go", "stay");
    assert!(an.submit("/basket/lines", &form).await.location().starts_with("/order?q=kaneel"));
    assert!(!an.submit("/basket/lines", &form).await.location().contains("after"));
    // what cannot be is told at the row, on the same page
    let form = second.form("/basket/lines").set(&field, "honderd").set("q", "walnoten").set("go", "basket");
    let refused = an.submit("/basket/lines", &form).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    told_at(&refused, &field, "honderd");
    assert_eq!(fields(&refused), fields(&second));
    // on a shelf the same
    let shelf = an.get("/order?category=Verpakking").await;
    let shelf = an.get(&next(&shelf).unwrap()).await;
    let field = fields(&shelf)[1].clone();
    let form = shelf.form("/basket/lines").set(&field, "5").set("go", "stay");
    let saved = an.submit("/basket/lines", &form).await;
    let back = an.get(saved.location()).await;
    assert_eq!((fields(&back), back.form("/basket/lines").get(&field)), (fields(&shelf), "5"));
    // and everything of it lies in the list of what she knows, and in the basket
    let list = an.get("/order").await;
    assert_eq!(list.form("/basket/lines").get(&field), "5");
    assert_eq!(portal.basket(&actor).await.lines.len(), 4);
    // emptied where it was found
    let form = back.form("/basket/lines").set(&field, "").set("go", "basket");
    assert_eq!(an.submit("/basket/lines", &form).await.location(), "/basket");
    assert_eq!(portal.basket(&actor).await.lines.len(), 3);
}

#[tokio::test]
async fn a_script_saves_a_found_row_and_staff_find_as_the_customer_does() {
    let portal = wide().await;
    let mut an = portal.signed_in(AN).await;
    let found = an.get("/order?q=zeezout").await;
    let answer = an.script("/basket/lines", &[(&fields(&found)[0], "2")]).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
    let actor = portal.actor(&an).await.unwrap();
    assert_eq!(portal.basket(&actor).await.lines.len(), 1);
    let mut mia = portal.acting(MIA, 0).await;
    assert_eq!(names(&mia.get("/order?q=zeezout").await), names(&an.get("/order?q=zeezout").await));
}

#[tokio::test]
async fn the_kitchen_finds_without_prices() {
    let portal = TestPortal::open().await;
    yardstick::crowd_products(&portal.db, 500).await.unwrap();
    yardstick::crowd_assortment(&portal.db, demo::customer_id(1), None).await.unwrap();
    let mut samir = portal.signed_in(SAMIR).await;
    for path in ["/order", "/order?q=farine", "/order?show=shelves", "/order?category=Emballages", "/order?q=Y000001"] {
        let page = samir.get(path).await;
        assert_eq!(page.status, StatusCode::OK);
        let text = page.text();
        let amount = text.find('€').map(|at| &text[at.saturating_sub(300)..]);
        assert!(amount.is_none() && !text.contains("class=\"why\""), "{path}: {amount:?}");
    }
    assert!(!names(&samir.get("/order?category=Emballages").await).is_empty());
    let refused = samir.get("/order?q=farine").await;
    assert!(!fields(&refused).is_empty() && !fields(&refused).contains(&quantity(99)));
}

#[tokio::test]
async fn a_script_asks_what_a_customer_finds() {
    let portal = TestPortal::open().await;
    let mia = portal.person(MIA).await;
    let number = customers::get(&portal.db, &mia, demo::customer_id(0)).await.unwrap().number;
    let ask = async |customer: &str, text: &str, most: usize| {
        let asked = server::search::Asked { customer: customer.into(), text: text.into(), most };
        server::search::search(&portal.db, &asked).await
    };
    let found = ask(&number, "witte bloem", 5).await.unwrap();
    assert_eq!((&found["customer"], &found["text"]), (&number.as_str().into(), &"witte bloem".into()));
    let first = &found["items"][0];
    assert_eq!(first["rank"], 1);
    assert_eq!((&first["product"], &first["because"]), (&"010555".into(), &"own_name".into()));
    assert_eq!((&first["own_name"], &first["own_code"]), (&"witte bloem".into(), &"B1".into()));
    assert_eq!(first["doubtful"], false);
    let code = ask(&number, "b1", 5).await.unwrap();
    assert_eq!((&code["items"][0]["product"], &code["items"][0]["because"]), (&"010555".into(), &"code".into()));
    assert_eq!(ask(&number, "bloem", 1).await.unwrap()["items"].as_array().unwrap().len(), 1);
    assert_eq!(ask(&number, "bloem", 1).await.unwrap()["more"], true);
    assert_eq!(ask(&number, "kaviaar", 5).await.unwrap()["items"], serde_json::json!([]));
    assert_eq!(ask("geen", "bloem", 5).await.unwrap_err(), "customer (--customer): no number \"geen\"");
    // the order is the one of the page
    let mut an = portal.signed_in(AN).await;
    let page = an.get("/order?q=boter").await;
    let told = ask(&number, "boter", 30).await.unwrap();
    assert_eq!(told["items"].as_array().unwrap().len(), names(&page).len());
    let actor = portal.actor(&an).await.unwrap();
    assert_eq!(search::articles(&portal.db, &actor, "boter", 30).await.unwrap().found.len(), names(&page).len());
}

#[tokio::test]
async fn what_the_browser_cannot_find_the_server_is_asked_for() {
    let portal = TestPortal::open().await;
    let mut an = portal.signed_in(AN).await;
    let list = an.get("/order").await;
    // hidden until a filter leaves nothing; its button sends the form, with all that was typed
    let (_, card) = list.body.split_once("<h2 id=\"found-none\"").expect("the card");
    let card = card.split("</div>").next().unwrap_or_default();
    assert!(card.contains("name=\"go\" value=\"search\"") && card.contains("Zoek in uw hele assortiment"), "{card}");
    let wholemeal = 5;
    assert!(!list.words().contains("5419137115054"), "a barcode is not in the rows");
    let form = list.form("/basket/lines").set(&quantity(1), "3").set("q", "5419137115054").set("go", "search");
    let asked = an.submit("/basket/lines", &form).await;
    assert_eq!(asked.location(), "/order?q=5419137115054");
    let found = an.get(asked.location()).await;
    assert_eq!(headings(&found), [("Met deze code".to_owned(), 1)]);
    assert_eq!(fields(&found), [quantity(wholemeal)]);
    let actor = portal.actor(&an).await.unwrap();
    assert_eq!(portal.basket(&actor).await.lines.len(), 1, "what was typed on the way is kept");
}
