//! An looks for what she needs as she calls it; what is not hers does not exist.

use domain::{ProductId, find::rank::Place};
use store::{Db, assortments, customers, demo, lists, products, search};

use crate::support::Shop;

/// Articles of the second distributor's dreams: article number, and its name in Dutch and French.
const MORE: [(&str, &str, &str); 12] = [
    ("A-100", "Roggemeel fijn 25 kg", "Farine de seigle 25 kg"),
    ("A-101", "Boterkoekmix 10 kg", "Mix couque au beurre 10 kg"),
    ("A-102", "Roomboter 82 % 10 kg", "Beurre de laiterie 10 kg"),
    ("A-103", "Amandelpoeder extra fijn 5 kg", "Poudre d'amandes 5 kg"),
    ("A-104", "Bloem van spelt, biologisch 25kg", "Farine d'épeautre bio 25 kg"),
    ("A-105", "Kristalsuiker S2 25 kg", "Sucre cristallisé 25 kg"),
    ("A-106", "Chocoladedruppels puur 10 kg", "Pépites de chocolat noir 10 kg"),
    ("A-107", "Volle melk 6 x 1 l", "Lait entier 6 x 1 l"),
    ("A-108", "Gehakte hazelnoten 1 kg", "Noisettes hachées 1 kg"),
    ("A-109", "Eieren vrije uitloop 30 st", "Œufs plein air 30 pc"),
    ("A-110", "Abrikozenconfituur 12 kg", "Confiture d'abricots 12 kg"),
    ("A-111", "Crème fraîche 5 l", "Crème fraîche 5 l"),
];

fn form(sku: &str, nl: &str, fr: &str) -> products::ProductForm {
    products::ProductForm {
        sku: sku.to_owned(),
        name_nl: nl.to_owned(),
        name_fr: fr.to_owned(),
        category: "flour".to_owned(),
        base_unit: "KGM".to_owned(),
        unit: "BG".to_owned(),
        factor: "25".to_owned(),
        minimum: "1".to_owned(),
        multiple: "1".to_owned(),
        list_price: "18,25".to_owned(),
        vat: "6".to_owned(),
        ..Default::default()
    }
}

impl Shop {
    /// Puts more on the shelf of the first customer.
    async fn stocked(&self) -> Vec<ProductId> {
        let els = self.actor("els@korenmolen.example").await;
        let mut ids = Vec::new();
        for (sku, nl, fr) in MORE {
            ids.push(products::create(&self.db, &els, &form(sku, nl, fr)).await.expect("a product"));
            assortments::add(&self.db, &els, demo::customer_id(0), sku).await.expect("an item");
        }
        ids
    }

    /// The SKUs that An finds, the best first.
    async fn finds(&self, typed: &str) -> Vec<String> {
        let an = self.an().await;
        skus(&self.db, &an, typed).await
    }

    async fn call(&self, product: ProductId, name: &str, code: &str) {
        let els = self.actor("els@korenmolen.example").await;
        let customer = demo::customer_id(0);
        let version = customers::get(&self.db, &els, customer).await.expect("the customer").version;
        let form = assortments::ItemForm { own_name: name.into(), own_code: code.into(), ..Default::default() };
        let on = self.db.now().date_naive();
        assortments::save(&self.db, &els, customer, version, &[(product, form)], None, on).await.expect("saved");
    }
}

async fn skus(db: &Db, actor: &domain::Actor, typed: &str) -> Vec<String> {
    let found = search::articles(db, actor, typed, 50).await.expect("an answer").found;
    let ids: Vec<ProductId> = found.iter().map(|a| a.product).collect();
    let articles = lists::these(db, actor, &ids, "2026-11-24".parse().expect("a day")).await.expect("articles");
    assert_eq!(articles.len(), ids.len(), "what is found can be ordered");
    articles.into_iter().map(|a| a.sku).collect()
}

#[tokio::test]
async fn found_as_a_baker_types() {
    let shop = Shop::open().await;
    shop.stocked().await;
    for (typed, sku) in [
        ("rogge", "A-100"),
        ("meel rogge", "A-100"),
        ("seigle", "A-100"),
        ("spelt bloem", "A-104"),
        ("bloem spelt 25kg", "A-104"),
        ("boter", "A-102"),
        ("beurre", "A-102"),
        ("butter", "A-102"),
        ("amandel", "A-103"),
        ("amandelen", "A-103"),
        ("poeder amandel", "A-103"),
        ("amandelpoder", "A-103"),
        ("suiker", "A-105"),
        ("sukier", "A-105"),
        ("chocolade druppels", "A-106"),
        ("druppels chocolade", "A-106"),
        ("chocolat pepite", "A-106"),
        ("melk 6x1l", "A-107"),
        ("hazelnoot", "A-108"),
        ("noisette", "A-108"),
        ("ei", "A-109"),
        ("oeufs", "A-109"),
        ("jam", "A-110"),
        ("creme fraiche", "A-111"),
        ("CRÈME FRAICHE", "A-111"),
        ("a-107", "A-107"),
        ("A107", "A-107"),
        ("boterkoek mix", "A-101"),
    ] {
        let found = shop.finds(typed).await;
        assert!(found.iter().take(3).any(|s| s == sku), "{typed}: {found:?}");
    }
    for typed in
        ["", "  ", "!?", "toonbankje", "\"' OR 1=1 --", "a\u{0}b", "*", "% _", "(((", "NEAR(", "tarwe & !boter"]
    {
        let found = shop.finds(typed).await;
        assert!(found.len() < 40, "{typed:?}: {found:?}");
    }
    assert_eq!(shop.finds("toonbankje").await, Vec::<String>::new());
}

#[tokio::test]
async fn a_compound_is_found_by_its_parts_and_the_other_way_round() {
    let shop = Shop::open().await;
    let flour = shop.finds("tarwebloem t55 25").await;
    assert!(!flour.is_empty());
    for typed in ["tarwe bloem t55 25", "bloem tarwe t55 25", "t55 tarwebloem 25 kg", "tarwebleom t55 25kg"] {
        assert_eq!(shop.finds(typed).await.first(), flour.first(), "{typed}");
    }
    // a word too many is forgiven where nothing has them all, and said to be doubtful
    let an = shop.an().await;
    let doubtful = search::articles(&shop.db, &an, "tarwebloem t55 24", 50).await.unwrap().found;
    assert!(doubtful.iter().all(|a| a.rank.doubtful));
    assert!(shop.finds("tarwebloem t55 papierenzakje").await.contains(&flour[0]));
}

#[tokio::test]
async fn what_is_written_as_one_is_found_apart_and_a_word_before_what_has_it_inside() {
    let shop = Shop::open().await;
    let els = shop.actor("els@korenmolen.example").await;
    let mut ids = Vec::new();
    for (sku, nl, fr) in [
        ("E-1", "Eieren vloeibaar eigeel emmer 5 kg", "Jaune d’œuf liquide seau 5 kg"),
        ("E-2", "Eieren vers 30 st", "Œufs frais 30 pc"),
        ("E-3", "Rundvet 5 kg", "Graisse de bœuf 5 kg"),
        ("E-4", "Basmatirijst 5 kg", "Riz basmati 5 kg"),
        ("E-5", "Voorgesneden frieten diepvries", "Frites précuites surgelées"),
    ] {
        ids.push(products::create(&shop.db, &els, &form(sku, nl, fr)).await.expect("a product"));
        assortments::add(&shop.db, &els, demo::customer_id(0), sku).await.expect("an item");
    }
    for (typed, sku) in [
        ("volkorenmeel", "011505"),
        ("volkorentarwemeel", "011505"),
        ("eierdooier", "E-1"),
        ("eidooiers", "E-1"),
        ("rix basmati", "E-4"),
        ("pommes frites", "E-5"),
    ] {
        let found = shop.finds(typed).await;
        assert_eq!(found.first().map(String::as_str), Some(sku), "{typed}: {found:?}");
    }
    // although she calls the fat so
    shop.call(ids[2], "graisse de bœuf", "").await;
    let found = shop.finds("oeufs").await;
    assert!(found.contains(&"E-2".to_owned()) && !found.contains(&"E-3".to_owned()), "{found:?}");
    let found = shop.finds("oeuf").await;
    let at = |sku: &str| found.iter().position(|s| s == sku);
    assert!(at("E-2") < at("E-3") && at("E-2").is_some(), "{found:?}");
}

#[tokio::test]
async fn own_names_first_then_what_was_bought() {
    let shop = Shop::open().await;
    let more = shop.stocked().await;
    let an = shop.an().await;
    let place = async |typed: &str, sku: &str| {
        let found = search::articles(&shop.db, &an, typed, 50).await.unwrap().found;
        let ids: Vec<ProductId> = found.iter().map(|a| a.product).collect();
        let articles = lists::these(&shop.db, &an, &ids, shop.day(&an).await).await.unwrap();
        let at = articles.iter().position(|a| a.sku == sku);
        at.map(|at| (at, found[at].rank.place))
    };
    assert_eq!(place("rogge", "A-100").await.map(|(_, place)| place), Some(Place::Assortment));
    // she calls the almonds "witte rogge", whatever that is: from the very next search it is the first
    shop.call(more[3], "Witte rogge", "KLANT-7").await;
    assert_eq!(place("rogge", "A-103").await, Some((0, Place::Own)));
    assert_eq!(place("klant 7", "A-103").await, Some((0, Place::Code)));
    assert!(place("rogge", "A-100").await.is_some_and(|(at, _)| at > 0));
    // her own name and the distributor's may be mixed
    assert_eq!(place("witte amandelpoeder", "A-103").await, Some((0, Place::Own)));
    shop.call(more[3], "", "").await;
    assert_eq!(place("rogge", "A-103").await, None);
    // what was bought comes before what was not, also where it fits less closely
    let submission = shop.ready(&an, &[(more[1], 1)]).await;
    store::orders::submit(&shop.db, &an, &submission).await.expect("ordered");
    let (bought, other) = (place("boter", "A-101").await, place("boter", "A-102").await);
    assert_eq!((bought.map(|b| b.1), other.map(|o| o.1)), (Some(Place::Bought), Some(Place::Assortment)));
    assert!(bought.map(|b| b.0) < other.map(|o| o.0));
}

#[tokio::test]
async fn what_is_not_hers_does_not_exist() {
    let shop = Shop::open().await;
    let els = shop.actor("els@korenmolen.example").await;
    let secret = products::create(&shop.db, &els, &form("Z-1", "Zwarte truffelpasta", "")).await.unwrap();
    assortments::add(&shop.db, &els, demo::customer_id(1), "Z-1").await.unwrap();
    for typed in ["truffel", "truffelpasta", "zwarte truffelpasta", "trufelpasta", "Z-1", "z1"] {
        assert_eq!(shop.finds(typed).await, Vec::<String>::new(), "{typed}");
    }
    let claire = shop.claire().await;
    assert_eq!(skus(&shop.db, &claire, "truffel").await, ["Z-1"]);
    // another's own name of an article that both may order finds nothing either
    let shared = skus(&shop.db, &claire, "tarwebloem").await;
    shop.call(demo::product_by_sku(&shared[0]).unwrap(), "geheimzinnig", "GEHEIM-1").await;
    assert_eq!(skus(&shop.db, &claire, "geheimzinnig").await, Vec::<String>::new());
    assert_eq!(skus(&shop.db, &claire, "geheim-1").await, Vec::<String>::new());
    assert_eq!(shop.finds("geheimzinnig").await.len(), 1);
    // taken out of the assortment, renamed, discontinued: gone with the same commit
    assert_eq!(skus(&shop.db, &claire, "truffel").await.len(), 1);
    let mut renamed = form("Z-1", "Zwarte olijvenpasta", "");
    products::save(&shop.db, &els, secret, 1, &renamed).await.unwrap();
    assert_eq!(skus(&shop.db, &claire, "truffel").await, Vec::<String>::new());
    assert_eq!(skus(&shop.db, &claire, "olijven").await, ["Z-1"]);
    renamed.discontinued = true;
    products::save(&shop.db, &els, secret, 2, &renamed).await.unwrap();
    assert_eq!(skus(&shop.db, &claire, "olijven").await, Vec::<String>::new());
    assert_eq!(products::list(&shop.db, &els, "olijvenpasta", 5).await.unwrap().len(), 1, "staff still find it");
    assert!(matches!(search::articles(&shop.db, &shop.mia().await, "bloem", 5).await, Err(store::Error::NotFound)));
}

#[tokio::test]
async fn a_gtin_is_found_with_and_without_its_zero() {
    let shop = Shop::open().await;
    let els = shop.actor("els@korenmolen.example").await;
    let mut gtin = form("G-1", "Vanillestokjes 100 st", "");
    gtin.gtin = "05412345678908".to_owned();
    products::create(&shop.db, &els, &gtin).await.unwrap();
    assortments::add(&shop.db, &els, demo::customer_id(0), "G-1").await.unwrap();
    let an = shop.an().await;
    for typed in ["05412345678908", "5412345678908", " 5412345 678908 "] {
        let found = search::articles(&shop.db, &an, typed, 5).await.unwrap().found;
        assert_eq!(found.iter().map(|a| a.rank.place).collect::<Vec<_>>(), [Place::Code], "{typed}");
    }
    assert_eq!(shop.finds("54123456").await, Vec::<String>::new(), "half a barcode is none");
}

#[tokio::test]
async fn staff_find_customers_and_products() {
    let shop = Shop::open().await;
    shop.stocked().await;
    let mia = shop.mia().await;
    let names = async |typed: &str| -> Vec<String> {
        customers::list(&shop.db, &mia, typed, 10).await.unwrap().into_iter().map(|c| c.name).collect()
    };
    assert_eq!(names("peeters").await, ["Bakkerij Peeters"]);
    assert_eq!(names("peters").await, ["Bakkerij Peeters"], "a slip");
    let all = customers::list(&shop.db, &mia, "", 10).await.unwrap();
    assert_eq!(all.len(), 2);
    assert_eq!(names(&all[0].number).await.first(), Some(&all[0].name));
    let vat = all[0].vat_number.trim_start_matches("BE").to_owned();
    assert_eq!(names(&vat).await.first(), Some(&all[0].name), "the digits of {}", all[0].vat_number);
    let found = products::list(&shop.db, &mia, "roggemeel fijn", 5).await.unwrap();
    assert_eq!(found[0].sku, "A-100");
    let an = shop.an().await;
    assert!(
        products::list(&shop.db, &an, "rogge", 5).await.is_err()
            && customers::list(&shop.db, &an, "x", 5).await.is_err()
    );
}

#[tokio::test]
async fn words_of_another_process_are_known_at_once() {
    let shop = Shop::open().await;
    let an = shop.an().await;
    assert!(skus(&shop.db, &an, "quinoa").await.is_empty());
    // the words are known now; what comes after must be followed
    shop.stocked().await;
    let els = shop.actor("els@korenmolen.example").await;
    products::create(&shop.db, &els, &form("Q-1", "Rodequinoameel 5 kg", "")).await.unwrap();
    assortments::add(&shop.db, &els, demo::customer_id(0), "Q-1").await.unwrap();
    assert_eq!(skus(&shop.db, &an, "quinoa").await, ["Q-1"]);
}
