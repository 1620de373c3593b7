//! A file as another program writes it, under that program's words.

use store::import::{Kind, Mapping, Options};

use crate::import::{Portal, told};

const MAPPING: &str = include_str!("../../samples/mapping.toml");
const FOREIGN: &str = "\
    Artikelnr.;Omschrijving;Désignation;Groep;VE;Inhoud;Brutoprijs;BTW %;Magazijn\n\
    000901;Tarwebloem T65 25 kg;Farine T65;flour;BG;25;18,40;6;A-12\n\
    000902;\"'=Zout; fijn\";;seasoning;BG;10;7,25;6;\n";

fn with(mapping: &str) -> Options {
    Options { mapping: Mapping::parse(mapping).expect("a mapping"), ..Options::default() }
}

#[tokio::test]
async fn els_imports_the_list_of_her_old_program() {
    let portal = Portal::open().await;
    let report = portal.run(Kind::Products, FOREIGN.as_bytes(), &with(MAPPING)).await.expect("done");
    assert_eq!(told(&report), Vec::<String>::new());
    assert_eq!((report.changes["products"].created, report.saved), (2, true));
    let salt = portal.product("000902").await;
    assert_eq!((salt.names.nl.as_str(), salt.base_unit.0.as_str()), ("=Zout; fijn", "KGM"));
    // what no column and no constant says stays
    let again = portal.run(Kind::Products, FOREIGN.as_bytes(), &with(MAPPING)).await.expect("done");
    assert!(again.changed_nothing());
}

#[tokio::test]
async fn what_does_not_fit_the_mapping_is_told_in_the_words_of_the_file() {
    let portal = Portal::open().await;
    let other = FOREIGN.replace("Omschrijving", "Omschrijvin").replace("Magazijn", "Kleur");
    let report = portal.run(Kind::Products, other.as_bytes(), &with(MAPPING)).await.expect("done");
    assert_eq!(
        told(&report),
        ["1 Omschrijvin unknown_column -> Omschrijving", "1 Kleur unknown_column", "1 name_nl missing_column"]
    );
    // a constant is for a column that is not there
    let both = FOREIGN.replace("Magazijn", "base_unit");
    let report = portal.run(Kind::Products, both.as_bytes(), &with(MAPPING)).await.expect("done");
    assert_eq!(told(&report), ["1 base_unit duplicate_column"]);
    // a constant is checked as a cell is
    let wrong = MAPPING.replace("\"active\"", "\"actief\"");
    let report = portal.run(Kind::Products, FOREIGN.as_bytes(), &with(&wrong)).await.expect("done");
    assert_eq!(told(&report), ["2 state unknown_choice -> active", "3 state unknown_choice -> active"]);
}
