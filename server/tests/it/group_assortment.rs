//! What a whole group may order: it comes to each of its customers, goes with the group, and leaves alone what is theirs.

use axum::http::StatusCode;
use domain::ProductId;
use store::{
    assortments, demo,
    import::{Kind, Options, Source, run},
};

use crate::support::{AN, Answer, Browser, CLAIRE, ELS, MIA, TestPortal, product_form, quantity, told_at};

const GROUP: &str = "/desk/prices/assortment?group=Warme%20bakkers";

/// An's bakery is in the group, and there is a product that nobody has.
async fn group(portal: &TestPortal) -> (Browser, ProductId) {
    let mut els = portal.signed_in(ELS).await;
    into_group(&mut els, 0, "Warme bakkers").await;
    let actor = portal.person(ELS).await;
    let new = store::products::create(&portal.db, &actor, &product_form("900010", "Roggebloem T130")).await.unwrap();
    (els, new)
}

async fn into_group(els: &mut Browser, customer: usize, group: &str) {
    let page = format!("/desk/customers/{}", demo::customer_id(customer));
    let form = els.get(&page).await.form(&page).set("customer_group", group);
    assert_eq!(els.submit(&page, &form).await.status, StatusCode::SEE_OTHER);
}

async fn add(els: &mut Browser, typed: &str) -> Answer {
    let form = els.get(GROUP).await.form("/desk/prices/assortment").set("products", typed);
    els.submit("/desk/prices/assortment", &form).await
}

async fn remove(els: &mut Browser, product: ProductId) -> Answer {
    let fields = [("group", "Warme bakkers"), ("remove", &product.to_string())];
    els.post("/desk/prices/assortment", &fields).await
}

#[tokio::test]
async fn an_article_comes_to_the_whole_group_and_goes_with_it() {
    let portal = TestPortal::open().await;
    let (mut els, new) = group(&portal).await;
    assert!(els.get("/desk/prices?group=Warme%20bakkers").await.body.contains(GROUP));
    assert!(els.get(GROUP).await.words().contains("Nog geen artikelen voor de hele groep"));
    // one she has of her own, and one that is new; twice is once
    for _ in 0..2 {
        assert_eq!(add(&mut els, "010455, 900010").await.status, StatusCode::SEE_OTHER);
    }
    let page = els.get(GROUP).await.words();
    assert!(page.contains("Artikelen voor alle klanten van de groep: 2. Klanten in de groep: 1."), "{page}");

    let (mut an, mut claire) = (portal.signed_in(AN).await, portal.signed_in(CLAIRE).await);
    let list = an.get("/order").await;
    assert!(list.words().contains("Roggebloem T130"), "{}", list.words());
    assert!(!claire.get("/order").await.words().contains("Roggebloem T130"));
    assert_eq!(claire.get(&format!("/products/{new}")).await.status, StatusCode::NOT_FOUND);

    // it lies in her basket when the group loses it: it is named as gone; her own flour stays
    let form = list.form("/basket/lines").set(&format!("quantity.{new}"), "2").set(&quantity(0), "3");
    an.submit("/basket/lines", &form).await;
    for product in [new, demo::product_id(0)] {
        assert_eq!(remove(&mut els, product).await.status, StatusCode::SEE_OTHER);
    }
    let basket = an.get("/basket").await;
    assert!(basket.words().contains("Roggebloem T130") && !basket.body.contains(&format!("quantity.{new}")));
    assert_eq!(basket.form("/basket/submission").get(&quantity(0)), "3");
    assert_eq!(remove(&mut els, new).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn who_joins_gets_it_and_who_leaves_keeps_his_own() {
    let portal = TestPortal::open().await;
    let (mut els, new) = group(&portal).await;
    let _ = add(&mut els, "900010").await;
    let has = async |customer: usize| {
        let mia = portal.person(MIA).await;
        let items =
            assortments::items(&portal.db, &mia, demo::customer_id(customer), crate::support::monday().date_naive());
        items.await.unwrap().into_iter().find(|item| item.product == new).map(|item| item.by_group)
    };
    assert_eq!((has(0).await, has(1).await), (Some(true), None));
    into_group(&mut els, 1, "Warme bakkers").await;
    assert_eq!(has(1).await, Some(true));
    // for Claire it becomes her own
    let actor = portal.person(ELS).await;
    assortments::add(&portal.db, &actor, demo::customer_id(1), "900010").await.unwrap();
    assert_eq!(has(1).await, Some(false));
    for customer in [0, 1] {
        into_group(&mut els, customer, "horeca").await;
    }
    assert_eq!((has(0).await, has(1).await), (None, Some(false)));
    // a new customer of the group has it from the first day on
    let form = store::customers::CustomerForm {
        number: "900".into(),
        name: "Bakkerij Nieuw".into(),
        language: "nl".into(),
        customer_group: "Warme bakkers".into(),
        ..Default::default()
    };
    let id = store::customers::create(&portal.db, &actor, &form).await.unwrap();
    let items = assortments::items(&portal.db, &actor, id, crate::support::monday().date_naive()).await.unwrap();
    assert_eq!(items.iter().map(|item| (item.product, item.position)).collect::<Vec<_>>(), [(new, 10)]);
}

#[tokio::test]
async fn at_the_customer_it_is_said_whose_it_is() {
    let portal = TestPortal::open().await;
    let (mut els, new) = group(&portal).await;
    let _ = add(&mut els, "900010").await;
    let page = format!("/desk/customers/{}/assortment", demo::customer_id(0));
    let shown = els.get(&page).await;
    assert!(shown.words().contains("via groep Warme bakkers"), "{}", shown.words());
    // it has no button to be removed here; who asks for it all the same is told why not
    let refused = els.submit(&page, &shown.form(&page).set("remove", &new.to_string())).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.words().contains("Dit artikel komt van de klantengroep"), "{}", refused.words());
}

#[tokio::test]
async fn slips_come_back_as_they_were_typed() {
    let portal = TestPortal::open().await;
    let (mut els, _) = group(&portal).await;
    for (typed, said) in [("", "dit is nodig"), ("010455 999999", "“999999” kennen we niet")] {
        let refused = add(&mut els, typed).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{typed}");
        told_at(&refused, "products", said);
        assert_eq!(refused.form("/desk/prices/assortment").get("products"), typed);
    }
    assert!(els.get(GROUP).await.words().contains("Nog geen artikelen"), "nothing is half saved");
    let none = els.post("/desk/prices/assortment", &[("group", "Niemand"), ("products", "010455")]).await;
    assert_eq!(none.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_group_comes_as_a_file() {
    let portal = TestPortal::open().await;
    let (mut els, new) = group(&portal).await;
    let import = async |text: &str| {
        let source = Source { name: "f.csv".into(), bytes: text.as_bytes().to_vec() };
        run(&portal.db, Kind::Assortments, source, &Options::default(), &mut |_| {}).await.unwrap()
    };
    let head = "customer_number;customer_group;sku;own_name\n";
    let bad = format!(
        "{head};Warme bakkers;900010;rogge\n;Warme bakkers;999999;\n;Warme bakers;900010;\n\
         ;Warme bakkers;010455;\n;Warme bakkers;010455;\n;;010455;\n"
    );
    let report = import(&bad).await;
    let told: Vec<String> = report.problems.iter().map(|p| format!("{} {} {}", p.row, p.column, p.problem)).collect();
    let expected = [
        "2 own_name not_empty",
        "3 sku unknown_product",
        "4 customer_group unknown_customer_group",
        "6 sku duplicate_row",
        "7 customer_number required",
    ];
    assert_eq!((report.saved, told), (false, expected.map(str::to_owned).to_vec()));
    let good = format!("{head};Warme bakkers;900010;\n;IJssalons;900010;\n");
    let report = import(&good).await;
    assert_eq!((report.saved, report.changes["group_items"].created), (true, 2));
    assert_eq!(report.notes.iter().filter(|note| note.key == "new_groups").count(), 1, "nobody sells ice yet");
    assert!(import(&good).await.changed_nothing());
    let mut an = portal.signed_in(AN).await;
    assert!(an.get("/order").await.body.contains(&format!("quantity.{new}")));
    assert!(els.get("/desk/prices/assortment?group=IJssalons").await.words().contains("Klanten in de groep: 0."));
}
