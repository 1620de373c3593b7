//! Lists of one's own: An makes and arranges them, Jef and Greet keep them too, one goes whole into the basket.

use axum::http::StatusCode;
use domain::{Actor, ProductId, Quantity, ShoppingListId, shopping_list::Contents};
use store::{baskets, demo, shopping_lists};

use crate::support::{AN, CLAIRE, ELS, GREET, JEF, SAMIR, TOM, TestPortal, product_form, told_at};

fn saturday() -> ShoppingListId {
    demo::list_id("Zaterdag").unwrap()
}

fn feasts() -> ShoppingListId {
    demo::list_id("Feestdagen").unwrap()
}

fn product(sku: &str) -> ProductId {
    demo::product_by_sku(sku).unwrap()
}

async fn contents(portal: &TestPortal, actor: &Actor, list: ShoppingListId) -> Contents {
    shopping_lists::contents(&portal.db, actor, list, portal.day(actor).await).await.unwrap()
}

/// Section and article number of each row, as it is read.
fn order(contents: &Contents) -> Vec<(String, String)> {
    let section = |id| contents.sections.iter().find(|s| Some(s.id) == id).map(|s| s.name.clone()).unwrap_or_default();
    contents.articles().map(|(row, a)| (section(row.section), a.sku.clone())).collect()
}

fn list_of(location: &str) -> ShoppingListId {
    location.strip_prefix("/lists/").and_then(|l| l.split('?').next()).unwrap().parse().unwrap()
}

#[tokio::test]
async fn an_makes_a_list_of_her_basket_and_jef_finds_it() {
    let portal = TestPortal::open().await;
    let (mut an, mut jef) = (portal.signed_in(AN).await, portal.signed_in(JEF).await);
    let actor = portal.actor(&an).await.unwrap();
    portal.fill(&actor, &[(0, 4), (8, 2)]).await;
    let new = an.get("/lists/new?from=basket").await;
    assert!(new.text().contains("begint met wat nu in uw mandje ligt"));
    let form = new.form("/lists");
    // what is wrong is told where it was typed, and the rest is kept
    let slip = form.clone().set("name", " ").set("from_day", "31").set("from_month", "4").set("days", "sat");
    let answer = an.submit("/lists", &slip).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    told_at(&answer, "name", "");
    told_at(&answer, "from_day", "31/4");
    let again = answer.form("/lists");
    assert_eq!((again.get("from_day"), again.get("days"), again.get("from")), ("31", "sat", "basket"));
    let made = an.submit("/lists", &form.clone().set("name", "Kerst")).await;
    let list = list_of(made.location());
    let jef_is = portal.actor(&jef).await.unwrap();
    let rows: Vec<_> = contents(&portal, &jef_is, list).await.rows.iter().map(|(row, _)| row.usual).collect();
    assert_eq!(rows, [Some(Quantity::whole(4)), Some(Quantity::whole(2))]);
    assert!(jef.get("/lists").await.text().contains("Kerst"));
    // two lists of one name would be one too many, whoever makes the second
    let taken = jef.submit("/lists", &form.set("name", "kerst")).await;
    assert_eq!(taken.status, StatusCode::UNPROCESSABLE_ENTITY);
    told_at(&taken, "name", "in gebruik");
}

#[tokio::test]
async fn a_list_of_an_order_has_what_was_ordered() {
    let portal = TestPortal::open().await;
    let mut an = portal.signed_in(AN).await;
    let actor = portal.actor(&an).await.unwrap();
    let ordered = portal.ordered(&actor, &[(0, 7), (9, 3)]).await;
    let page = format!("/lists/new?from=order:{ordered}");
    let form = an.get(&page).await.form("/lists").set("name", "Toog");
    let list = list_of(an.submit("/lists", &form).await.location());
    let there = contents(&portal, &actor, list).await;
    let mut rows: Vec<_> = there.articles().map(|(row, a)| (a.product, row.usual)).collect();
    rows.sort();
    assert_eq!(
        rows,
        [(demo::product_id(0), Some(Quantity::whole(7))), (demo::product_id(9), Some(Quantity::whole(3)))]
    );
    // another customer's order is no beginning
    let mut claire = portal.signed_in(CLAIRE).await;
    assert_eq!(claire.get(&page).await.status, StatusCode::NOT_FOUND);
    assert_eq!(claire.submit("/lists", &form).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_whole_list_is_added_once_and_taken_back_but_for_what_a_colleague_changed() {
    let portal = TestPortal::open().await;
    let mut an = portal.signed_in(AN).await;
    let (actor, jef) = (portal.actor(&an).await.unwrap(), portal.person(JEF).await);
    let flour = product("010555");
    portal.fill(&actor, &[(1, 3)]).await;
    let address = format!("/lists/{}", saturday());
    let page = an.get(&address).await;
    // cake boxes have no quantity on the list: nobody guesses one
    assert!(page.words().contains("8 artikelen, bovenop wat al in uw mandje ligt"), "{}", page.words());
    assert!(page.words().contains("1 artikel niet: zie bij het artikel zelf."), "{}", page.words());
    let form = page.form(&format!("{address}/basket"));
    let filled = an.submit(&format!("{address}/basket"), &form).await;
    // the finger that trembles presses twice
    assert_eq!(an.submit(&format!("{address}/basket"), &form).await.location(), filled.location());
    let in_basket = async |of: ProductId| {
        let basket = portal.basket(&actor).await;
        basket.lines.iter().find(|a| a.product == of).map_or(0, |a| a.quantity.0 / 1000)
    };
    assert_eq!((in_basket(flour).await, in_basket(product("020100")).await), (9, 2));
    assert_eq!(portal.basket(&actor).await.lines.len(), 8);
    let told = an.get(filled.location()).await;
    assert!(told.text().contains("8 artikelen van deze lijst bijgeteld in uw mandje."), "{}", told.words());
    // Jef wants more butter
    let day = portal.day(&jef).await;
    baskets::set(&portal.db, &jef, &[(product("040101"), Quantity::whole(5))], day).await.unwrap();
    let undo = told.form(&format!("{address}/basket/undo"));
    let undone = an.submit(&format!("{address}/basket/undo"), &undo).await;
    assert_eq!(undone.location(), format!("{address}?kept=1"));
    assert!(an.get(undone.location()).await.text().contains("1 artikel intussen gewijzigd: dat bleef staan"));
    assert_eq!((in_basket(flour).await, in_basket(product("040101")).await), (3, 5));
    assert_eq!(portal.basket(&actor).await.lines.len(), 2);
    // what was undone is not undone again
    assert_eq!(an.submit(&format!("{address}/basket/undo"), &undo).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn rows_are_filled_in_one_by_one_as_in_the_own_list() {
    let portal = TestPortal::open().await;
    let mut an = portal.signed_in(AN).await;
    let actor = portal.actor(&an).await.unwrap();
    let address = format!("/lists/{}", saturday());
    let flour = format!("quantity.{}", product("010555"));
    // without a script: the usual quantity is a button
    let form = an.get(&address).await.form("/basket/lines");
    let usual = form.clone().set("usual", &format!("{}:6000", product("010555")));
    let pressed = an.submit("/basket/lines", &usual).await;
    assert_eq!(pressed.location(), format!("{address}#f-quantity-{}", product("010555")));
    assert_eq!(an.get(&address).await.form("/basket/lines").get(&flour), "6");
    // a slip comes back on the page of the list
    let boxes = format!("quantity.{}", product("130220"));
    let slip = an.get(&address).await.form("/basket/lines").set(&boxes, "3");
    let answer = an.submit("/basket/lines", &slip).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.text().contains("<h1>Zaterdag</h1>"));
    told_at(&answer, &boxes, "2 of 4");
    assert_eq!(portal.basket(&actor).await.lines.len(), 1);
}

#[tokio::test]
async fn arranged_by_arrow_by_section_and_by_hand_and_never_over_a_colleague() {
    let portal = TestPortal::open().await;
    let (mut an, mut jef) = (portal.signed_in(AN).await, portal.signed_in(JEF).await);
    let actor = portal.actor(&an).await.unwrap();
    let address = format!("/lists/{}/arrangement", saturday());
    let of = |sku: &str| product(sku).to_string();
    let (yeast, salt) = (of("020100"), of("100105"));
    // one up: out of the cold room, and what was typed elsewhere is kept with it
    let form = an.get(&address).await.form(&address);
    let up = form.clone().set(&format!("usual.{salt}"), "2").set("up", &yeast);
    assert_eq!(an.submit(&address, &up).await.location(), format!("{address}#r-{yeast}"));
    let there = contents(&portal, &actor, saturday()).await;
    assert_eq!(order(&there)[3], ("Bloemkot".to_owned(), "020100".to_owned()));
    assert!(
        there.rows.iter().any(|(row, _)| row.product == product("100105") && row.usual == Some(Quantity::whole(2)))
    );
    // Jef still looks at the list of before: he is told, and what he typed stays
    let typed = form.set(&format!("usual.{yeast}"), "7").set("go", "save");
    let stale = jef.submit(&address, &typed).await;
    assert_eq!(stale.status, StatusCode::CONFLICT);
    assert_eq!(stale.form(&address).get(&format!("usual.{yeast}")), "7");
    assert_eq!(contents(&portal, &actor, saturday()).await, there);
    // by hand, as the script sends it: before the sugar on the top shelf
    let version = there.list.version.to_string();
    let shelf = demo::section_id("Bovenste plank").unwrap().to_string();
    let sugar = of("030105");
    let by_hand = [("version", version.as_str()), ("move", &yeast), ("to", &shelf), ("before", &sugar)];
    let moved = an.script(&address, &by_hand).await;
    assert_eq!(moved.json()["version"], there.list.version + 1);
    let told = jef.script(&address, &by_hand).await;
    assert_eq!(told.status, StatusCode::CONFLICT);
    assert!(told.json()["fields"][0][1].as_str().unwrap().len() > 20);
    assert_eq!(order(&contents(&portal, &actor, saturday()).await)[5].1, "020100");
    // a new section, a row into it by its choice, and a name that is taken
    let form = an.get(&address).await.form(&address).set("go", "save");
    assert_eq!(
        an.submit(&address, &form.clone().set("new_section", "koelcel")).await.status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    an.submit(&address, &form.set("new_section", "Kelder")).await;
    let there = contents(&portal, &actor, saturday()).await;
    let cellar = there.sections.last().unwrap().clone();
    assert_eq!(cellar.name, "Kelder");
    assert!(an.get(&address).await.words().contains("Sleep een artikel hierheen"), "what to do with an empty one");
    let form = an.get(&address).await.form(&address);
    an.submit(&address, &form.set(&format!("section.{salt}"), &cellar.id.to_string()).set("go", "save")).await;
    assert_eq!(
        order(&contents(&portal, &actor, saturday()).await).last().unwrap(),
        &("Kelder".to_owned(), "100105".to_owned())
    );
    // a quantity that cannot be delivered is told at its row
    let boxes = format!("usual.{}", of("130220"));
    let form = an.get(&address).await.form(&address).set(&boxes, "3").set("go", "save");
    told_at(&an.submit(&address, &form).await, &boxes, "2 of 4");
    // the section goes, its rows stay; a row goes
    let form = an.get(&address).await.form(&address).set("section_drop", &cellar.id.to_string());
    an.submit(&address, &form).await;
    let form = an.get(&address).await.form(&address).set("drop", &yeast);
    an.submit(&address, &form).await;
    let there = order(&contents(&portal, &actor, saturday()).await);
    assert_eq!(there[0], (String::new(), "100105".to_owned()));
    assert!(there.iter().all(|(_, sku)| sku != "020100"), "{there:?}");
}

#[tokio::test]
async fn whoever_orders_there_keeps_a_list_and_nobody_else_sees_it() {
    let portal = TestPortal::open().await;
    let (mut an, mut greet) = (portal.signed_in(AN).await, portal.signed_in(GREET).await);
    // Greet goes to the other site: Saturday is of the shop, the feasts are everybody's
    let other = demo::site_id(0, 1).to_string();
    assert_eq!(greet.post("/account/site", &[("site", &other)]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(greet.get(&format!("/lists/{}", saturday())).await.status, StatusCode::NOT_FOUND);
    assert_eq!(greet.get(&format!("/lists/{}", feasts())).await.status, StatusCode::OK);
    // a form of the shop is not sent from the workshop
    let filling = store::clock::new_id().to_string();
    let shop = demo::site_id(0, 0).to_string();
    let elsewhere = greet.post(&format!("/lists/{}/basket", feasts()), &[("site", &shop), ("filling", &filling)]).await;
    assert_eq!(elsewhere.status, StatusCode::CONFLICT);
    // she shares no longer: now it is of the workshop alone
    let settings = format!("/lists/{}/settings", feasts());
    let form = greet.get(&settings).await.form(&settings).set("for", "here");
    assert_eq!(greet.submit(&settings, &form).await.status, StatusCode::SEE_OTHER);
    assert_eq!(an.get(&format!("/lists/{}", feasts())).await.status, StatusCode::NOT_FOUND);
    assert!(!an.get("/order").await.text().contains("Feestdagen"));
    // another customer does not even find it in the body of a form
    let mut claire = portal.signed_in(CLAIRE).await;
    let (list, flour) = (saturday().to_string(), product("010555").to_string());
    let added = claire.post("/lists/rows", &[("list", &list), ("product", &flour)]).await;
    assert_eq!(added.status, StatusCode::NOT_FOUND);
    // who may only look has no lists
    let tom = portal.person(TOM).await;
    let form = store::people::PersonForm {
        name: "Bea".into(),
        email: "bea@bakkerijpeeters.example".into(),
        language: "nl".into(),
        role: "bookkeeper".into(),
        site: String::new(),
    };
    let token = store::people::invite(&portal.db, &tom, demo::customer_id(0), &form).await.unwrap().unwrap();
    store::people::accept_invitation(&portal.db, &token.0, demo::PASSWORD).await.unwrap();
    let mut bea = portal.signed_in("bea@bakkerijpeeters.example").await;
    for page in
        ["/lists".to_owned(), format!("/lists/{}", saturday()), "/lists/new".to_owned(), "/order/print".to_owned()]
    {
        assert_eq!(bea.get(&page).await.status, StatusCode::FORBIDDEN, "{page}");
    }
    assert!(!bea.get(&format!("/products/{flour}")).await.text().contains("Op een lijst"));
}

#[tokio::test]
async fn the_list_of_the_chosen_day_is_offered_first_with_the_reason() {
    let portal = TestPortal::open().await;
    let mut an = portal.signed_in(AN).await;
    let actor = portal.actor(&an).await.unwrap();
    let chips = |page: &str| {
        let start = page.find("class=\"chips\"").unwrap();
        page[start..start + page[start..].find("</nav>").unwrap()].to_owned()
    };
    let place = |chips: &str, name: &str| chips.find(name).unwrap_or_else(|| panic!("{name} is not in {chips}"));
    // the next delivery is on Tuesday, within the feasts' season
    let page = chips(&an.get("/order").await.text());
    assert!(page.contains("seizoen, t/m 6 januari"), "{page}");
    assert!(place(&page, "Feestdagen") < place(&page, "/order") && place(&page, "Zaterdag") > place(&page, "/order"));
    // she chooses Friday
    let wishes = baskets::Wishes { delivery_on: "2026-11-27".parse().ok(), ..Default::default() };
    baskets::keep(&portal.db, &actor, &wishes, &baskets::Wishes::default()).await.unwrap();
    let page = chips(&an.get("/order").await.text());
    assert!(page.contains("voor vrijdag"), "{page}");
    assert!(place(&page, "Zaterdag") < place(&page, "/order"));
    assert!(an.get(&format!("/lists/{}", saturday())).await.text().contains("voor vrijdag"));
}

#[tokio::test]
async fn what_takes_anothers_place_does_so_on_the_lists_too() {
    let portal = TestPortal::open().await;
    let (mut an, els) = (portal.signed_in(AN).await, portal.person(ELS).await);
    let actor = portal.actor(&an).await.unwrap();
    let db = &portal.db;
    let old = product("010205");
    let was = store::products::get(db, &els, old).await.unwrap();
    let new = store::products::create(db, &els, &product_form("010299", "Patentbloem fijn 25 kg")).await.unwrap();
    let form = store::products::ProductForm {
        discontinued: true,
        sheet: store::sheets::SheetForm { successor: "010299".into(), ..Default::default() },
        ..product_form(&was.sku, &was.names.nl)
    };
    store::products::save(db, &els, old, was.version, &form).await.unwrap();
    // it asks where it stands, and the rest goes without it
    let address = format!("/lists/{}", feasts());
    let page = an.get(&address).await;
    assert!(
        page.text().contains("Patentbloem fijn 25 kg") && page.words().contains("3 artikelen, bovenop"),
        "{}",
        page.words()
    );
    let consent = page.form("/basket/lines").set("switch", &format!("{old} {new}"));
    assert_eq!(an.submit("/basket/lines", &consent).await.status, StatusCode::SEE_OTHER);
    let there = contents(&portal, &actor, feasts()).await;
    let row = there.rows[0].0;
    assert_eq!((row.product, row.usual), (new, Some(Quantity::whole(4))));
    assert_eq!(there.list.version, 2);
    assert!(an.get(&address).await.words().contains("4 artikelen, bovenop"));
}

#[tokio::test]
async fn what_left_the_assortment_stays_on_the_list_without_a_name() {
    let portal = TestPortal::open().await;
    let (mut an, mut els) = (portal.signed_in(AN).await, portal.signed_in(ELS).await);
    let actor = portal.actor(&an).await.unwrap();
    let butter = product("040101").to_string();
    let page = format!("/desk/customers/{}/assortment", demo::customer_id(0));
    let form = els.get(&page).await.form(&page).set("remove", &butter);
    assert_eq!(els.submit(&page, &form).await.status, StatusCode::SEE_OTHER);
    let address = format!("/lists/{}", saturday());
    for path in [address.clone(), format!("{address}/arrangement"), format!("{address}/print"), "/lists/pick".into()] {
        let page = an.get(&path).await;
        assert_eq!(page.status, StatusCode::OK);
        for told in ["boter", "Roomboter", "040101", butter.as_str()] {
            assert!(!page.text().contains(told), "{told} is told on {path}");
        }
    }
    assert!(an.get(&address).await.text().contains("1 artikel van deze lijst zit niet meer in uw assortiment."));
    assert_eq!(contents(&portal, &actor, saturday()).await.hidden, 1);
    // saving what is shown does not lose it; it goes when she says so
    let arrange = format!("{address}/arrangement");
    let form = an.get(&arrange).await.form(&arrange);
    an.submit(&arrange, &form.clone().set("new_section", "Kelder").set("go", "save")).await;
    assert_eq!(contents(&portal, &actor, saturday()).await.hidden, 1);
    let form = an.get(&arrange).await.form(&arrange).set("hidden", "drop");
    an.submit(&arrange, &form).await;
    assert_eq!(contents(&portal, &actor, saturday()).await.hidden, 0);
}

#[tokio::test]
async fn articles_come_on_a_list_from_their_page_and_by_ticking() {
    let portal = TestPortal::open().await;
    let mut an = portal.signed_in(AN).await;
    let actor = portal.actor(&an).await.unwrap();
    let page = format!("/products/{}", product("012655"));
    let form = an.get(&page).await.form("/lists/rows").set("list", &saturday().to_string());
    let added = an.submit("/lists/rows", &form).await;
    assert_eq!(added.location(), format!("{page}?listed={}", saturday()));
    let told = an.get(added.location()).await.text();
    assert!(told.contains("Staat nu op Zaterdag.") && told.contains("Staat op: Zaterdag"), "{told}");
    // ticked, searched on, ticked more: what was ticked first comes along
    let (rye, spelt) = (product("013005"), product("013205"));
    let pick = format!("/lists/pick?list={}&product={rye}&q=spelt", saturday());
    let form = an.get(&pick).await.form("/lists/rows");
    assert_eq!(form.get("product"), rye.to_string());
    let fields: Vec<(String, String)> = form.0.into_iter().chain([("product".to_owned(), spelt.to_string())]).collect();
    let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    let added = an.post("/lists/rows", &fields).await;
    assert_eq!(added.location(), format!("/lists/{}?added=2", saturday()));
    // twice is once
    assert_eq!(an.post("/lists/rows", &fields).await.location(), format!("/lists/{}?added=0", saturday()));
    let there = contents(&portal, &actor, saturday()).await;
    assert_eq!(there.rows.len(), 12);
    // each with what is usually taken of it
    for (row, article) in there.articles().filter(|(row, _)| [rye, spelt].contains(&row.product)) {
        assert_eq!(row.usual, article.habit.usual().filter(|q| *q > Quantity::ZERO));
    }
    // what is not in the assortment does not come on a list
    let secret = portal.exclusive("977000", "Alleen Nord").await.to_string();
    let list = saturday().to_string();
    let refused = an.post("/lists/rows", &[("list", &list), ("product", &secret)]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(!refused.text().contains("Alleen Nord"));
}

#[tokio::test]
async fn on_paper_it_is_sorted_as_on_the_page_and_has_no_price() {
    let portal = TestPortal::open().await;
    let mut an = portal.signed_in(AN).await;
    let paper = an.get(&format!("/lists/{}/print", saturday())).await;
    let text = paper.words();
    let places: Vec<usize> = ["Bloemkot", "witte bloem", "B1", "Koelcel", "gist", "Bovenste plank", "Taartdozen"]
        .iter()
        .map(|word| text.find(word).unwrap_or_else(|| panic!("{word} is not in {text}")))
        .collect();
    assert!(places.is_sorted(), "{places:?} {text}");
    assert!(!text.contains('€'));
    let own = an.get("/order/print").await;
    assert!(own.words().contains("Gewoonlijk") && !own.words().contains('€'));
    // and Samir, who sees no prices, sees none on a list either
    let mut samir = portal.signed_in(SAMIR).await;
    let flour = product("010555").to_string();
    let form = samir.get(&format!("/lists/new?from=product:{flour}")).await.form("/lists").set("name", "Keuken");
    let made = samir.submit("/lists", &form).await;
    let list = samir.get(made.location()).await;
    assert_eq!(list.status, StatusCode::OK);
    assert!(!list.text().contains('€'), "{}", list.words());
}

#[tokio::test]
async fn renamed_and_removed_with_one_question() {
    let portal = TestPortal::open().await;
    let (mut an, mut jef) = (portal.signed_in(AN).await, portal.signed_in(JEF).await);
    let address = format!("/lists/{}", saturday());
    let settings = format!("{address}/settings");
    let form = an.get(&settings).await.form(&settings);
    let old = jef.get(&format!("{address}/removal")).await.form(&format!("{address}/removal"));
    let renamed = form
        .set("name", "Weekend")
        .set("until_day", "6")
        .set("until_month", "1")
        .set("from_day", "15")
        .set("from_month", "12");
    assert_eq!(an.submit(&settings, &renamed).await.location(), format!("{address}?saved=true"));
    assert!(an.get(&address).await.text().contains("elk jaar van 15 december t/m 6 januari"));
    // Jef asked to remove what he saw, which is no more
    assert_eq!(jef.submit(&format!("{address}/removal"), &old).await.status, StatusCode::CONFLICT);
    let ask = an.get(&format!("{address}/removal")).await;
    assert!(ask.text().contains("Lijst Weekend verwijderen?"));
    let removed = an.submit(&format!("{address}/removal"), &ask.form(&format!("{address}/removal"))).await;
    assert_eq!(removed.location(), "/lists?removed=true");
    assert_eq!(jef.get(&address).await.status, StatusCode::NOT_FOUND);
}
