//! Files of prices and promotions that meet what is there already.

use store::{export::Export, import::Kind};

use crate::import::{ALL_OF_OURS, Portal, told};

/// The cells of the rows that begin with this one.
async fn rows(portal: &Portal, kind: Kind, first: &str) -> Vec<String> {
    let mut export = Export::by_operator(&portal.db, kind).await.expect("opens");
    let mut rows = Vec::new();
    while let Some(some) = export.next(&portal.db).await.expect("reads") {
        rows.extend(some.into_iter().filter(|row| row[0] == first).map(|row| row.join(";")));
    }
    rows
}

#[tokio::test]
async fn a_file_that_does_not_speak_of_bundles_leaves_them() {
    let portal = Portal::with(&ALL_OF_OURS).await;
    let before = rows(&portal, Kind::Promotions, "Bakpakket").await;
    assert_eq!(before.len(), 2);
    let longer = "name_nl,kind,value,from,until,sku\n\
        Bakpakket,parts,,2026-12-01,2027-02-28,000103\nBakpakket,,,2026-12-01,,000301\n";
    let report = portal.import(Kind::Promotions, longer).await;
    assert!(report.saved, "{:?}", report.problems);
    let after = rows(&portal, Kind::Promotions, "Bakpakket").await;
    assert_eq!(after, before.iter().map(|row| row.replace("2027-01-31", "2027-02-28")).collect::<Vec<_>>());
    // half a bundle is none
    let half = "name_nl,kind,value,from,until,sku,bundle_quantity\n\
        Bloemenweek,percent,5,2026-12-01,2026-12-12,000101,3\n";
    assert_eq!(told(&portal.import(Kind::Promotions, half).await), ["2 bundle_quantity not_a_bundle"]);
    // with what it has and the file does not name it would be no bundle any more
    let percent = "name_nl,kind,value,from,until,sku,bundle_quantity\n\
        Bakpakket,percent,10,2026-12-01,2027-02-28,000103,3\n";
    assert_eq!(told(&portal.import(Kind::Promotions, percent).await), ["2 kind not_a_bundle"]);
}

#[tokio::test]
async fn a_file_of_last_year_has_the_prices_of_now() {
    let portal = Portal::with(&ALL_OF_OURS).await;
    let file = "customer_number;sku;price;from\n;000501;22,4;2026-07-01\n;000501;21;\n;000501;22,1;2026-03-01\n";
    let report = portal.import(Kind::Prices, file).await;
    assert!(report.saved, "{:?}", report.problems);
    assert_eq!(portal.product("000501").await.list_price.base.0, 224_000, "the last that has begun");
    let twice = "customer_number;sku;price;from\n;000501;22,4;2026-07-01\n;000501;21;2026-07-01\n";
    assert_eq!(told(&portal.import(Kind::Prices, twice).await), ["3 sku duplicate_row"]);
}
