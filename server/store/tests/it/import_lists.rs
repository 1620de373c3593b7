//! Lists that customers made themselves, as a file.

use store::{
    import::Kind,
    shopping_lists::{self, ListForm, Source},
};

use crate::import::{ALL_OF_OURS, Portal, told};

#[tokio::test]
async fn lists_of_customers_are_kept_as_they_stand_in_the_file() {
    let portal = Portal::with(&ALL_OF_OURS).await;
    let bad = "\
        customer_number,site_code,list_name,days,season,sku,usual\n\
        000120,9,Zondag,sun,,000101,6\n\
        000120,1,Zondag,sundey,13-45 01-01,000101,x\n\
        000120,1,,sun,,000101,\n\
        000120,1,Zondag,sun,,000101,1\n\
        000120,1,zondag,sat,,000101,1\n\
        000120,1,Feestdagen,,,000101,1\n\
        000120,,Feestdagen,,,000301,2.5\n";
    let refused = portal.import(Kind::Lists, bad).await;
    let expected = [
        "2 site_code unknown_site",
        "3 days unknown_choice",
        "3 season not_a_date",
        "3 usual not_a_number",
        "4 list_name required",
        "6 days contradiction",
        "6 sku duplicate_row",
        "7 list_name taken",
        "8 usual not_a_multiple",
    ];
    assert_eq!(told(&refused), expected);
    let exported = async || {
        let mut export = store::export::Export::by_operator(&portal.db, Kind::Lists).await.unwrap();
        let mut rows = Vec::new();
        while let Some(some) = export.next(&portal.db).await.unwrap() {
            rows.extend(
                some.into_iter().filter(|row| row[2].to_lowercase() == "zaterdag").map(|row| row[4..].join(";")),
            );
        }
        rows
    };
    assert_eq!(exported().await, [";;000101;6", ";Koelcel;000201;2", ";Koelcel;000302;"]);
    // what the file names comes first and in its order, the rest stays; a column it does not have leaves what is stored
    let other = "customer_number;site_code;list_name;section;sku\n\
        000120;1;ZATERDAG;Bovenste plank;000301\n000120;1;ZATERDAG;Koelcel;000302\n000120;1;ZATERDAG;;000101\n";
    let changed = portal.import(Kind::Lists, other).await;
    assert_eq!((changed.saved, changed.changes["lists"].changed), (true, 1), "{changed:?}");
    let now = [";;000101;6", ";Bovenste plank;000301;", ";Koelcel;000302;", ";Koelcel;000201;2"];
    assert_eq!(exported().await, now);
    assert!(portal.import(Kind::Lists, other).await.changed_nothing());
}

/// A site may have a list of the name that all sites have another one of; the file of that is read again.
#[tokio::test]
async fn what_stands_side_by_side_already_comes_back() {
    let portal = Portal::with(&ALL_OF_OURS).await;
    let an = portal.buyer("000120", "An", "an@bloem.example").await;
    let of_all = ListForm { name: "zaterdag".into(), shared: true, ..ListForm::default() };
    let on = "2026-11-25".parse().expect("a day");
    let taken = shopping_lists::create(&portal.db, &an, &of_all, Source::Nothing, on).await;
    assert!(matches!(taken, Err(store::Error::Fields(_))), "{taken:?}");
}
