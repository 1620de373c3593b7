//! What Els exports, she can import: where it came from nothing changes, and in an empty portal it is the same again.

use proptest::{
    prelude::*,
    test_runner::{Config, TestRunner},
};
use store::{
    Clock, Db, demo,
    export::{Export, csv_head, csv_rows, workbook},
    import::{self, Kind, Options, Report, Source, sample},
};

use crate::{
    import::{ALL_OF_OURS, Portal, told},
    support::{Shop, monday},
};

pub async fn csv(db: &Db, kind: Kind) -> String {
    let mut export = Export::by_operator(db, kind).await.expect("opens");
    let mut text = csv_head(&export);
    while let Some(rows) = export.next(db).await.expect("reads") {
        text += &csv_rows(&rows);
    }
    text
}

async fn xlsx(db: &Db, kind: Kind) -> Vec<u8> {
    workbook(db, Export::by_operator(db, kind).await.expect("opens")).await.expect("written").0
}

async fn run(db: &Db, kind: Kind, bytes: Vec<u8>, dry_run: bool) -> Report {
    let source = Source { name: format!("{}.csv", kind.key()), bytes };
    let options = Options { dry_run, ..Options::default() };
    import::run(db, kind, source, &options, &mut |_| {}).await.expect("done")
}

/// Every kind, there and back; the answer is what was exported.
async fn there_and_back(db: &Db) -> Vec<String> {
    let mut files = Vec::new();
    for kind in ALL_OF_OURS {
        let file = csv(db, kind).await;
        let dry = run(db, kind, file.clone().into(), true).await;
        assert_eq!(told(&dry), Vec::<String>::new(), "{}", kind.key());
        assert!(dry.changed_nothing(), "{}: {:?}", kind.key(), dry.changes);
        assert!(dry.changes.values().all(|c| c.kept == 0), "{}: {:?}", kind.key(), dry.changes);
        files.push(file);
    }
    let (empty, _kept) = Db::ephemeral(Clock::still_at(monday())).await.expect("a database");
    for (kind, file) in ALL_OF_OURS.into_iter().zip(&files) {
        let report = run(&empty, kind, file.clone().into(), false).await;
        assert!(report.saved && report.is_clean(), "{} {:?}", kind.key(), report.problems);
    }
    for (kind, file) in ALL_OF_OURS.into_iter().zip(&files) {
        assert_eq!(&csv(&empty, kind).await, file, "{}", kind.key());
    }
    files
}

#[tokio::test]
async fn the_samples_come_back_as_they_are() {
    let portal = Portal::with(&ALL_OF_OURS).await;
    let files = there_and_back(&portal.db).await;
    let (customers, packagings, products, prices) = (&files[0], &files[2], &files[3], &files[5]);
    assert!(
        packagings.contains("\r\nEPS-10;thermobak 10 kg;caisse isotherme 10 kg;thermal box 10 kg;6,5\r\n"),
        "{packagings}"
    );
    assert!(customers.contains("\r\n000153;'=Bakery & <Sons>;"), "{customers}");
    assert!(customers.contains(";5000;1234,56;150;no;14;no;1;Winkel;Molenstraat 12;"), "{customers}");
    assert!(products.starts_with("\u{feff}sku;gtin;name_nl;"), "{products}");
    assert!(products.contains(";LR: 8 | PX: 40;"), "{products}");
    assert!(prices.contains("\r\n;;000101;17,95;;;;10: 17,5 | 40: 17,05;\r\n"), "{prices}");
    assert!(prices.contains("\r\n000120;;000301;7,1250;;2026-09-01;;;\r\n"), "three decimals get a fourth: {prices}");
    assert!(prices.contains("\r\n;bakkers;000301;;5;2026-01-01;2026-12-31;;\r\n"), "{prices}");
    assert!(files[8].contains("\r\n000120;1;Zaterdag;fri;;Koelcel;000302;\r\n"), "{}", files[8]);
    assert!(files[7].contains("\r\nH26-0001;000120;1;2026-10-05T18:12:00+02:00;2026-10-07;delivered;"), "{}", files[7]);
}

#[tokio::test]
async fn a_price_that_is_far_off_and_meant_comes_back_too() {
    let portal = Portal::with(&ALL_OF_OURS).await;
    let given = "customer_number;sku;price;from;sure\n000131;000103;0,5;2027-07-01;ja\n";
    assert!(portal.import(Kind::Prices, given).await.saved);
    let prices = &there_and_back(&portal.db).await[5];
    assert!(prices.contains("\r\n000131;;000103;0,5;;2027-07-01;;;yes\r\n"), "{prices}");
}

#[tokio::test]
async fn the_demo_world_comes_back_with_all_that_was_done_in_it() {
    let shop = Shop::open().await;
    let (an, mia) = (shop.an().await, shop.mia().await);
    // one that is sent and not decided on, and one that the desk has changed and accepted
    for accepted in [false, true] {
        let ready = shop.ready(&an, &[(demo::product_id(0), 4)]).await;
        let order = store::orders::submit(&shop.db, &an, &ready).await.expect("sent");
        if accepted {
            let version = store::orders::get(&shop.db, &mia, order).await.expect("there").version;
            store::orders::act(&shop.db, &mia, order, version, &store::orders::Act::Accept).await.expect("accepted");
        }
    }
    let files = there_and_back(&shop.db).await;
    assert!(files[7].contains(";accepted;") && !files[7].contains(";submitted;"), "{}", files[7]);
}

/// What a seed writes is written as the rules write it, or the next import would change it.
#[tokio::test]
async fn the_whole_demo_world_exports_as_the_rules_store_it() {
    let (db, _kept) = Db::ephemeral(Clock::still_at(monday())).await.expect("a database");
    demo::seed(&db, demo::World::Full).await.expect("the world");
    for kind in ALL_OF_OURS.into_iter().filter(|kind| *kind != Kind::Orders) {
        let dry = run(&db, kind, csv(&db, kind).await.into(), true).await;
        assert!(dry.is_clean() && dry.changed_nothing(), "{} {:?}", kind.key(), dry.changes);
    }
}

#[tokio::test]
async fn a_workbook_is_read_back_as_well() {
    let portal = Portal::with(&ALL_OF_OURS).await;
    for kind in ALL_OF_OURS {
        let dry = run(&portal.db, kind, xlsx(&portal.db, kind).await, true).await;
        assert_eq!(told(&dry), Vec::<String>::new(), "{}", kind.key());
        assert!(dry.changed_nothing() && dry.rows.read > 0, "{}: {:?}", kind.key(), dry.changes);
    }
}

#[tokio::test]
async fn only_who_maintains_it_exports_it() {
    let shop = Shop::open().await;
    for actor in [shop.an().await, shop.greet().await, shop.mia().await] {
        for kind in ALL_OF_OURS {
            assert!(Export::open(&shop.db, &actor, kind).await.is_err(), "{} {}", actor.name, kind.key());
        }
    }
    let els = shop.actor("els@korenmolen.example").await;
    for kind in ALL_OF_OURS {
        assert!(Export::open(&shop.db, &els, kind).await.is_ok(), "{}", kind.key());
    }
}

#[derive(Clone, Debug)]
struct Made {
    name: String,
    own: String,
    factor: i64,
    steps: i64,
    price: i64,
    tier: i64,
    agreed: Option<(i64, bool)>,
    quantity: i64,
}

/// Names as people and attackers write them: quotes, separators, formulas, what has an apostrophe already.
fn made() -> impl Strategy<Value = Made> {
    let name = "(=cmd\\(\\)|'=1\\+1|''@x|\\+32 9|-5|'t Hoekje|\"|;|a,b|é)?[A-Za-z;,\"'=+@ -]{0,8}[a-z]";
    (
        name,
        "('?=?[A-Z0]{1,4})?",
        1i64..100_000,
        1i64..40,
        1i64..9_999_999,
        2i64..60,
        any::<Option<(u16, bool)>>(),
        1i64..5_000,
    )
        .prop_map(|(name, own, factor, steps, price, tier, agreed, quantity)| Made {
            name,
            own,
            factor,
            steps,
            price: price + 1,
            tier,
            agreed: agreed.map(|(price, ends)| (i64::from(price) + 1, ends)),
            quantity,
        })
}

/// With a decimal point, and as many decimals as there are: never three.
fn point(value: i64, decimals: usize) -> String {
    let scale = 10i64.pow(decimals as u32);
    format!("{}.{:0decimals$}0", value / scale, value % scale)
}

fn quoted(text: &str) -> String {
    let guarded = import::csv_cell(text, ',');
    if guarded.starts_with('"') { guarded } else { format!("\"{}\"", guarded.replace('"', "\"\"")) }
}

#[test]
fn whatever_is_imported_is_exported_as_it_was() {
    let cases = Config { cases: 12, ..Config::default() };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    TestRunner::new(cases)
        .run(&prop::collection::vec(made(), 1..12), |all| {
            runtime.block_on(async {
                let portal = Portal::open().await;
                portal.import(Kind::Customers, sample(Kind::Customers)).await;
                let mut files = [
                    "code,name_nl,deposit\n".to_owned(),
                    "sku,name_nl,category,base_unit,unit,factor,minimum,multiple,list_price,list_tiers,vat,packaging,state\n"
                        .to_owned(),
                    "customer_number,sku,own_name,own_code,position,favourite\n".to_owned(),
                    "customer_number,sku,price,from,until,sure\n".to_owned(),
                    "name_nl,kind,value,threshold,customer_group,from,until,sku\n".to_owned(),
                    "order_number,customer_number,site_code,ordered_at,sku,quantity,unit_price,reference\n".to_owned(),
                ];
                for (at, m) in all.iter().enumerate() {
                    let (sku, price) = (format!("{at:05}"), point(m.price, 4));
                    let tiers = format!("{}: {}", m.tier, point(m.price - 1, 4));
                    let state = if m.steps % 7 == 0 { "discontinued" } else { "" };
                    let (name, factor, steps) = (quoted(&m.name), point(m.factor, 3), m.steps);
                    let packaging = quoted(&format!("{at} {}", m.name));
                    files[0] += &format!("{packaging},{name},{}\n", point(m.factor % 9_000, 1));
                    files[1] += &format!(
                        "{sku},{name},flour,KGM,BG,{factor},{steps},{steps},{price},{tiers},6,{packaging},{state}\n"
                    );
                    let favourite = if m.steps % 2 == 0 { "yes" } else { "no" };
                    files[2] +=
                        &format!("000120,{sku},{},{},{},{favourite}\n", quoted(&m.name), quoted(&m.own), m.tier);
                    if let Some((price, ends)) = m.agreed {
                        let until = if ends { "2026-12-31" } else { "" };
                        files[3] += &format!("000120,{sku},{},2026-01-01,{until},yes\n", point(price, 4));
                    }
                    let (kind, value) = match m.steps % 4 {
                        0 => ("percent", point(m.tier, 1)),
                        1 => ("amount", point(m.price, 4)),
                        2 => ("price", point(m.price, 4)),
                        _ => ("free", format!("{} + {}", m.tier, m.steps)),
                    };
                    let called = quoted(&format!("{} {at}", m.name));
                    files[4] += &format!("{called},{kind},{value},,,2026-12-01,2026-12-31,{sku}\n");
                    let (order, quantity) = (at / 3, point(m.quantity, 3));
                    let reference = quoted(&all[order * 3].own);
                    files[5] +=
                        &format!("'=O{order},000120,1,2026-10-05 18:{order:02},{sku},{quantity},{price},{reference}\n");
                }
                for (kind, file) in ALL_OF_OURS.into_iter().skip(2).zip(files) {
                    let report = portal.import(kind, &file).await;
                    prop_assert!(report.saved, "{} {:?}\n{file}", kind.key(), report.problems);
                }
                there_and_back(&portal.db).await;
                for kind in ALL_OF_OURS {
                    let dry = run(&portal.db, kind, xlsx(&portal.db, kind).await, true).await;
                    prop_assert!(dry.is_clean() && dry.changed_nothing(), "{} {:?}", kind.key(), dry);
                }
                Ok(())
            })
        })
        .expect("every case");
}
