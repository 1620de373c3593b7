//! Bundles: what is ordered together costs less, by itself, to the cent on every page, and as it was shown.

use axum::http::StatusCode;
use domain::{Cents, order::Cause};
use store::demo;

use crate::{
    promotions::{created, ten_percent, to_basket},
    support::{AN, CLAIRE, ELS, Form, MIA, SAMIR, TestPortal, order_of, quantity, told_at},
};

/// What Els types: ten percent off two bags of T45 and one of T65 that are ordered together.
fn bakers_pack() -> Form {
    let pack = ten_percent().set("name_nl", "Bakpakket").set("name_fr", "").set("together", "true");
    pack.set("products", "010455 2\r\n010655 x 1\r\n")
}

fn says(words: &str, all: &[&str]) {
    for said in all {
        assert!(words.contains(said), "{said:?} is not in {words}");
    }
}

#[tokio::test]
async fn together_they_cost_less() {
    let portal = TestPortal::open().await;
    let mut els = portal.signed_in(ELS).await;
    let page = created(&mut els, &bakers_pack()).await;
    says(&els.get("/desk/promotions").await.words(), &["Bakpakket−10 %, samen"]);
    says(&els.get(&page).await.body, &["010455 2\n010655 1</textarea>"]);

    let bakery =
        store::customers::get(&portal.db, &portal.person(ELS).await, demo::customer_id(0)).await.unwrap().number;
    let question = format!("/desk/prices/question?customer={bakery}&product=010455&quantity=2&on=2026-11-24");
    says(&els.get(&question).await.words(), &["€ 36,50", "Zit in de bundel “Bakpakket”"]);

    let mut an = portal.signed_in(AN).await;
    let offer = "Bakpakket: 2 × Tarwebloem T45 25 kg + 1 × bloem voor stokbrood samen: −10 %, t/m";
    says(&an.get("/order").await.words(), &[offer]);
    // begun, not whole: what is missing, and nothing off
    says(
        &to_basket(&mut an, &[(0, "3")]).await.words(),
        &["Bakpakket: nog 1 × bloem voor stokbrood voor −10 %", "€ 54,75"],
    );
    // one whole one: 10 % of 36,50 and of 17,20, and nothing of the third bag
    let basket = to_basket(&mut an, &[(0, "3"), (2, "1")]).await;
    says(&basket.words(), &["Bakpakket: −€ 3,65", "€ 51,10", "Bakpakket: −€ 1,72", "€ 15,48", "€ 66,58"]);
    says(&an.get("/order").await.words(), &["Bakpakket: −€ 3,65", "€ 66,58"]);

    let sent = an.submit("/basket/submission", &basket.form("/basket/submission").set("go", "send")).await;
    let id = order_of(&sent);
    let order = portal.order(&portal.person(AN).await, id).await;
    let amounts: Vec<_> = order.lines.iter().map(|line| line.amount.unwrap()).collect();
    assert_eq!((amounts, order.totals.as_ref().unwrap().net), (vec![Cents(5_110), Cents(1_548)], Cents(6_658)));
    let form = els.get(&page).await.form(&page);
    els.submit(&format!("{page}/remove"), &form).await;
    let mut mia = portal.signed_in(MIA).await;
    for words in [an.get(&format!("/orders/{id}")).await.words(), mia.get(&format!("/desk/orders/{id}")).await.words()]
    {
        says(&words, &["Dit is de lijstprijs. Bakpakket: −€ 3,65.", "€ 66,58"]);
    }
    // one bag less than was ordered, and the bundle is as whole as it was
    let act = store::orders::Act::Adjust { line: 1, quantity: "2".into(), cause: Cause::Short.key().into() };
    store::orders::act(&portal.db, &portal.person(MIA).await, id, order.version, &act).await.expect("adjusts");
    let order = portal.order(&portal.person(AN).await, id).await;
    let [flour, bread] = [0, 1].map(|line| order.lines[line].amount.unwrap());
    assert_eq!((flour, bread), (Cents(3_650 - 365), Cents(1_548)));
}

#[tokio::test]
async fn a_bag_for_nothing_with_three_others() {
    let portal = TestPortal::open().await;
    let mut els = portal.signed_in(ELS).await;
    let free = bakers_pack().set("kind", "parts").set("value", "").set("products", "010455 3\n010655 1 gratis");
    let page = created(&mut els, &free).await;
    says(&els.get(&page).await.body, &["010455 3\n010655 1 gratis</textarea>"]);
    let mut an = portal.signed_in(AN).await;
    let offer = "Bakpakket: 3 × Tarwebloem T45 25 kg + 1 × bloem voor stokbrood gratis, t/m";
    says(&an.get("/order").await.words(), &[offer]);
    says(&to_basket(&mut an, &[(0, "3")]).await.words(), &["Bakpakket: neem er 1 × bloem voor stokbrood gratis bij"]);
    let basket = to_basket(&mut an, &[(0, "3"), (2, "2")]).await.words();
    says(&basket, &["Bakpakket: −€ 17,20", "excl. btw€ 71,95"]);
}

#[tokio::test]
async fn what_was_shown_is_what_is_ordered() {
    let portal = TestPortal::open().await;
    let mut els = portal.signed_in(ELS).await;
    let page = created(&mut els, &bakers_pack()).await;
    let mut an = portal.signed_in(AN).await;
    let shown = to_basket(&mut an, &[(0, "2"), (2, "1")]).await.form("/basket/submission").set("go", "send");
    let form = els.get(&page).await.form(&page);
    els.submit(&page, &form.set("value", "5")).await;
    let refused = an.submit("/basket/submission", &shown).await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    says(&refused.words(), &["Een bundel die hier stond, geldt voor deze dag niet meer of is veranderd", "€ 51,01"]);
    // a day after its last is another price too; without one of its parts it does not matter
    let later = refused.form("/basket/submission").set("go", "send").set("delivery_on", "2026-12-01");
    assert_eq!(an.submit("/basket/submission", &later).await.status, StatusCode::CONFLICT);
    let alone = later.set(&quantity(2), "0");
    let sent = an.submit("/basket/submission", &alone).await;
    let order = portal.order(&portal.person(AN).await, order_of(&sent)).await;
    assert_eq!(order.totals.unwrap().net, Cents(3_650));
}

#[tokio::test]
async fn only_whom_all_of_it_is_for() {
    let portal = TestPortal::open().await;
    let mut els = portal.signed_in(ELS).await;
    // a secret of one customer makes it no bundle for the others, who do not even hear of it
    portal.exclusive("999001", "Geheim mengsel").await;
    let page = created(&mut els, &bakers_pack().set("products", "010455 2\n999001 1")).await;
    says(&els.get(&page).await.words(), &["Artikelen: 2. Klanten die ze allemaal mogen bestellen: 1."]);
    let mut seen = Vec::new();
    for buyer in [AN, CLAIRE] {
        let words = portal.signed_in(buyer).await.get("/order").await.words();
        assert_eq!(words.contains("Bakpakket"), words.contains("Geheim mengsel"));
        seen.push(words.contains("Bakpakket"));
    }
    seen.sort_unstable();
    assert_eq!(seen, [false, true]);
}

#[tokio::test]
async fn what_was_agreed_is_not_given_away_twice() {
    let portal = TestPortal::open().await;
    let mut els = portal.signed_in(ELS).await;
    // he has an agreed price for T55: counted from the list it is no bundle for him, on top of it it is one
    let of_agreed = bakers_pack().set("products", "010455 2\n010555 1");
    let page = created(&mut els, &of_agreed).await;
    let mut an = portal.signed_in(AN).await;
    assert!(!an.get("/order").await.body.contains("Bakpakket"));
    let form = els.get(&page).await.form(&page);
    els.submit(&page, &form.set("stacks", "true")).await;
    let basket = to_basket(&mut an, &[(0, "2"), (1, "1")]).await.words();
    // 10 % of 36,50 and of 15,75
    says(&basket, &["Bakpakket: −€ 3,65", "Bakpakket: −€ 1,58", "excl. btw€ 47,02"]);
}

#[tokio::test]
async fn who_sees_no_prices_hears_of_none() {
    let portal = TestPortal::open().await;
    let mut els = portal.signed_in(ELS).await;
    created(&mut els, &bakers_pack()).await;
    let mut samir = portal.signed_in(SAMIR).await;
    let list = samir.get("/order").await;
    assert!(list.words().contains("010455") && !list.body.contains("Bakpakket"), "{}", list.words());
}

#[tokio::test]
async fn els_is_told_what_is_no_bundle() {
    let portal = TestPortal::open().await;
    let mut els = portal.signed_in(ELS).await;
    let two = "Een bundel heeft minstens twee artikelen";
    let wrong = [
        ("products", "010455 2", two),
        ("products", "010455 2\n010655", "“010655” is geen artikel met een aantal"),
        ("products", "010455 2\n010455 3", "“010455 3” is geen artikel met een aantal"),
        ("products", "010455 2\n010655 1 gratis", "Soort: Er staat een artikel op gratis"),
        ("products", "010455 2\n999999 1", "999999"),
        ("kind", "parts", "Laat dit leeg"),
        ("threshold", "3", "Laat dit leeg"),
        ("together", "", "010655"),
    ];
    for (field, typed, said) in wrong {
        let refused = els.submit("/desk/promotions", &bakers_pack().set(field, typed)).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{field} {typed}");
        says(&refused.words(), &[said]);
    }
    // every line that is wrong, at the field and on top
    for (typed, lines) in [
        ("010455\n010655 1\n010555 tien\n010655 2", ["“010455”", "“010555 tien”", "“010655 2”"]),
        ("999997 1\n010655 1\n999998 1\n999999 1", ["“999997”", "“999998”", "“999999”"]),
    ] {
        let refused = els.submit("/desk/promotions", &bakers_pack().set("products", typed)).await;
        for line in lines {
            told_at(&refused, "products", line);
            assert_eq!(refused.words().matches(line).count(), 2, "{line}: {}", refused.words());
        }
    }
    let nothing_free = bakers_pack().set("kind", "parts").set("value", "");
    says(&els.submit("/desk/promotions", &nothing_free).await.words(), &[two]);
    let twice = bakers_pack().set("kind", "free").set("value", "10 + 1");
    says(&els.submit("/desk/promotions", &twice).await.words(), &[two]);

    // an article is never in two promotions at once
    created(&mut els, &bakers_pack()).await;
    let other = bakers_pack().set("together", "").set("products", "010655").set("name_nl", "Bloemenweek");
    let refused = els.submit("/desk/promotions", &other).await;
    says(&refused.words(), &["010655 zit al in de actie “Bakpakket”"]);
}

#[tokio::test]
async fn both_slips_are_told_and_nothing_is_lost() {
    let portal = TestPortal::open().await;
    let mut els = portal.signed_in(ELS).await;
    let page = created(&mut els, &bakers_pack()).await;
    let mut an = portal.signed_in(AN).await;
    let shown = to_basket(&mut an, &[(0, "2"), (1, "1"), (2, "1")]).await.form("/basket/submission").set("go", "send");
    let form = els.get(&page).await.form(&page);
    els.submit(&page, &form.set("value", "5")).await;
    let refused = an.submit("/basket/submission", &shown.set(&quantity(1), "1,5").set("note", "Achterdeur")).await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    says(&refused.words(), &["Een bundel die hier stond", "kies 1 of 2"]);
    let kept = refused.form("/basket/submission");
    assert_eq!((kept.get(&quantity(1)), kept.get("note")), ("1,5", "Achterdeur"));
}

/// What the distributor cannot deliver is not the customer's fault; what he takes back himself is.
#[tokio::test]
async fn who_takes_a_part_back_has_no_bundle() {
    let portal = TestPortal::open().await;
    let (an, mia) = (portal.person(AN).await, portal.person(MIA).await);
    let mut els = portal.signed_in(ELS).await;
    let free = bakers_pack().set("kind", "parts").set("value", "").set("products", "010455 3\n010655 1 gratis");
    created(&mut els, &free).await;
    let mut browser = portal.signed_in(AN).await;
    let basket = to_basket(&mut browser, &[(0, "7"), (2, "2")]).await;
    says(&basket.words(), &["Bakpakket: compleet", "Bakpakket: −€ 34,40"]);
    let sent = browser.submit("/basket/submission", &basket.form("/basket/submission").set("go", "send")).await;
    let id = order_of(&sent);
    let mut desk = portal.signed_in(MIA).await;
    let review = format!("/desk/orders/{id}");
    says(&desk.get(&review).await.words(), &["Zit in de bundel “Bakpakket”. Die blijft gelden als u minder levert"]);
    let said = ["blijft gelden: de klant vroeg niet", "telt minder keren: de klant", "vervalt: de klant vraagt minder"];
    // seven of 18,25; of the two that are free, what each change leaves to be paid, and what the desk reads of the bundle
    for (seven, cause, paid, told) in [
        ("6", Cause::CustomerChange, 0, None),
        ("5", Cause::CustomerChange, 1_720, Some(said[1])),
        ("0", Cause::CustomerChange, 3_440, Some(said[2])),
        ("0", Cause::Short, 0, Some(said[0])),
        ("3", Cause::Staff, 0, Some(said[0])),
        ("7", Cause::CustomerChange, 0, None),
    ] {
        let version = portal.order(&mia, id).await.version;
        let act = store::orders::Act::Adjust { line: 1, quantity: seven.into(), cause: cause.key().into() };
        store::orders::act(&portal.db, &mia, id, version, &act).await.expect("adjusts");
        let order = portal.order(&an, id).await;
        let amounts: Vec<_> = order.lines.iter().map(|line| line.amount.unwrap().0).collect();
        assert_eq!(amounts, [seven.parse::<i64>().unwrap() * 1_825, paid], "{seven} {cause:?}");
        assert_eq!(order.totals.unwrap().net.0, amounts.iter().sum::<i64>());
        let words = desk.get(&review).await.words();
        for sentence in said {
            let there = words.contains(&format!("Bakpakket {sentence}"));
            assert_eq!(there, told == Some(sentence), "{sentence} at {seven} {cause:?}: {words}");
        }
    }
}

#[tokio::test]
async fn what_is_free_is_free_whatever_it_weighs() {
    let portal = TestPortal::open().await;
    let (els, mia) = (portal.person(ELS).await, portal.person(MIA).await);
    let ham = store::products::ProductForm {
        unit: "C62".into(),
        factor: "5".into(),
        tolerance: "10".into(),
        list_price: "12,45".into(),
        ..crate::support::product_form("900001", "Gekookte ham")
    };
    let ham = store::products::create(&portal.db, &els, &ham).await.unwrap();
    store::assortments::add(&portal.db, &els, demo::customer_id(0), "900001").await.unwrap();
    let with_ham = bakers_pack().set("kind", "parts").set("value", "").set("products", "010455 3\n900001 1 gratis");
    created(&mut portal.signed_in(ELS).await, &with_ham).await;
    let mut an = portal.signed_in(AN).await;
    let form = an.get("/order").await.form("/basket/lines").set("go", "basket").set(&quantity(0), "3");
    an.submit("/basket/lines", &form.set(&format!("quantity.{ham}"), "1")).await;
    let basket = an.get("/basket").await;
    says(&basket.words(), &["Bakpakket: −€ 62,25"]);
    let sent = an.submit("/basket/submission", &basket.form("/basket/submission").set("go", "send")).await;
    let id = order_of(&sent);
    let order = portal.order(&mia, id).await;
    let line = order.lines.iter().position(|line| line.sku == "900001").unwrap();
    let number = i32::try_from(line + 1).unwrap();
    for (version, weight) in [(order.version, "5,4"), (order.version + 1, "4,7")] {
        let act = store::orders::Act::Weigh { line: number, weight: weight.into(), sure: false };
        store::orders::act(&portal.db, &mia, id, version, &act).await.expect("weighs");
        assert_eq!(portal.order(&mia, id).await.lines[line].amount, Some(Cents(0)), "{weight}");
    }
}
