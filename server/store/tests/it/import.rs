//! Files into an empty portal that Els has just set up, and what buyers can do with it then.

use std::collections::BTreeMap;

use domain::{Actor, OrderState, Quantity, access::Party};
use store::{
    Clock, Db,
    import::{self, Failure, Kind, Options, Report, Source, Unreadable, sample},
    orders, people, sessions,
};

use crate::support::monday;

pub const WITHOUT_HISTORY: [Kind; 6] =
    [Kind::Customers, Kind::Groups, Kind::Packagings, Kind::Products, Kind::Assortments, Kind::Prices];
pub const ALL_OF_OURS: [Kind; 9] = Kind::OURS;

pub struct Portal {
    pub db: Db,
    pub els: Actor,
    _kept: store::Ephemeral,
}

/// Before anybody set it up.
pub struct Unpacked {
    pub db: Db,
    kept: store::Ephemeral,
}

impl Unpacked {
    pub async fn import(&self, kind: Kind, file: &str) -> Report {
        let source = Source { name: "file.csv".into(), bytes: file.into() };
        import::run(&self.db, kind, source, &Options::default(), &mut |_| {}).await.expect("done")
    }

    /// Els sets it up.
    pub async fn with_els(self) -> Portal {
        let els = form("Els", "els@bloem.example", "");
        people::create_admin(&self.db, &els, "een lang wachtwoord").await.expect("done");
        let token =
            sessions::sign_in(&self.db, "els@bloem.example", "een lang wachtwoord", "::1", "").await.expect("done").0;
        let els = sessions::held(&self.db, &token.0).await.expect("done").expect("somebody").actor;
        Portal { db: self.db, els, _kept: self.kept }
    }
}

impl Portal {
    pub async fn without_distributor() -> Unpacked {
        let (db, kept) = Db::ephemeral(Clock::still_at(monday())).await.expect("done");
        Unpacked { db, kept }
    }

    pub async fn open() -> Portal {
        Portal::without_distributor().await.with_els().await
    }

    /// With the samples of these kinds in it.
    pub async fn with(kinds: &[Kind]) -> Portal {
        let portal = Portal::open().await;
        for kind in kinds {
            let report = portal.import(*kind, sample(*kind)).await;
            assert!(report.saved && report.is_clean(), "{} {:?}", kind.key(), report.problems);
        }
        portal
    }

    pub async fn run(&self, kind: Kind, bytes: &[u8], options: &Options) -> Result<Report, Failure> {
        let source = Source { name: format!("{}.csv", kind.key()), bytes: bytes.to_vec() };
        import::run(&self.db, kind, source, options, &mut |_| {}).await
    }

    pub async fn import(&self, kind: Kind, file: impl AsRef<[u8]>) -> Report {
        self.run(kind, file.as_ref(), &Options::default()).await.expect("done")
    }

    async fn dry_run(&self, kind: Kind, file: &str) -> Report {
        self.run(kind, file.as_bytes(), &Options { dry_run: true, ..Options::default() }).await.expect("done")
    }

    async fn customer(&self, number: &str) -> domain::customer::Customer {
        let all = store::customers::list(&self.db, &self.els, "", 10_000).await.expect("done");
        all.into_iter().find(|c| c.number == number).expect("the customer")
    }

    pub async fn product(&self, sku: &str) -> domain::product::Product {
        let all = store::products::list(&self.db, &self.els, "", 10_000).await.expect("done");
        all.into_iter().find(|p| p.sku == sku).expect("the product")
    }

    pub async fn order(&self, number: &str) -> domain::order::Order {
        let all = orders::history(&self.db, &self.els, None, 10_000).await.expect("done").rows;
        let head = all.into_iter().find(|o| o.number == number).expect("the order");
        orders::get(&self.db, &self.els, head.id).await.expect("done")
    }

    /// Everything that can be seen, as text.
    pub async fn state(&self) -> String {
        let (db, els) = (&self.db, &self.els);
        let mut state = format!("{:#?}", store::products::list(db, els, "", 10_000).await.expect("done"));
        state += &format!("{:#?}", store::products::categories(db, els).await.expect("done"));
        for customer in store::customers::list(db, els, "", 10_000).await.expect("done") {
            let sites = store::customers::sites(db, els, customer.id).await.expect("done");
            let people = people::list(db, els, customer.id).await.expect("done");
            let items = store::assortments::items(db, els, customer.id, monday().date_naive()).await.expect("done");
            state += &format!("{customer:#?}{sites:#?}{people:#?}{items:#?}");
        }
        for head in orders::history(db, els, None, 10_000).await.expect("done").rows {
            state += &format!("{:#?}", orders::get(db, els, head.id).await.expect("done"));
        }
        state
    }

    /// Somebody of an imported customer, invited and signed in.
    pub async fn buyer(&self, number: &str, name: &str, email: &str) -> Actor {
        let customer = self.customer(number).await.id;
        let invited = people::invite(&self.db, &self.els, customer, &form(name, email, "buyer")).await;
        people::accept_invitation(&self.db, &invited.expect("invited").expect("a link").0, "rozijnen in het deeg")
            .await
            .expect("done");
        let token = sessions::sign_in(&self.db, email, "rozijnen in het deeg", "::1", "").await.expect("done").0;
        sessions::held(&self.db, &token.0).await.expect("done").expect("somebody").actor
    }
}

fn form(name: &str, email: &str, role: &str) -> people::PersonForm {
    people::PersonForm {
        name: name.into(),
        email: email.into(),
        language: "nl".into(),
        role: role.into(),
        site: String::new(),
    }
}

/// `row column problem` of each, with what was perhaps meant.
pub fn told(report: &Report) -> Vec<String> {
    let of = |p: &import::RowProblem| {
        let nearest = p.nearest.as_ref().map(|n| format!(" -> {n}")).unwrap_or_default();
        format!("{} {} {}{nearest}", p.row, p.column, p.problem)
    };
    report.problems.iter().map(of).collect()
}

#[tokio::test]
async fn els_imports_her_files_and_importing_them_again_changes_nothing() {
    let portal = Portal::open().await;
    let mut reports = BTreeMap::new();
    for kind in ALL_OF_OURS {
        let first = portal.import(kind, sample(kind)).await;
        assert!(first.saved && first.imported_before.is_none(), "{} {:?}", kind.key(), first.problems);
        let state = portal.state().await;
        let again = portal.import(kind, sample(kind)).await;
        assert!(again.saved && again.changed_nothing(), "{} {:?}", kind.key(), again.changes);
        assert_eq!(again.imported_before, Some(monday()));
        assert_eq!(portal.state().await, state);
        reports.insert(kind.key(), first);
    }
    let customers = &reports["customers"];
    assert_eq!((customers.customers, customers.rows.read), (4, 7));
    assert_eq!((customers.changes["sites"].created, customers.changes["people"].created), (5, 6));
    assert_eq!(reports["products"].products, 10);
    assert_eq!((reports["assortments"].customers, reports["assortments"].products), (3, 9));
    assert_eq!((reports["prices"].changes["prices"].created, reports["prices"].changes["list_prices"].changed), (7, 3));
    let history = &reports["orders"];
    assert_eq!((history.orders, history.cancelled, history.lines), (7, 1, 15));
    assert_eq!(history.net_value, "1109.64");

    // codes keep their zeros, hostile names are data, both decimal signs were understood
    let baker = portal.customer("000120").await;
    assert_eq!((baker.terms.credit_limit.unwrap().0, baker.terms.outstanding.0), (500_000, 123_456));
    assert_eq!(portal.customer("000153").await.name, "=Bakery & <Sons>");
    assert_eq!(portal.customer("000142").await.name, "Tearoom \"'t Hoekje\"");
    assert_eq!(portal.product("000103").await.list_price.base.0, 91_250);
    let boxes = portal.product("000501").await;
    assert_eq!((boxes.list_price.base.0, boxes.coming.unwrap().1.base.0), (217_500, 224_000));
    let sugar = portal.product("000101").await.list_price;
    assert_eq!((sugar.base.0, sugar.tiers.len(), sugar.at(Quantity::whole(40)).0), (179_500, 2, 170_500));
    // 2 × 10 kg at 7.125 a kilogram
    assert_eq!(portal.order("H26-0002").await.lines[1].amount.unwrap().0, 14_250);
    assert_eq!(portal.order("H26-0006").await.head.state, OrderState::Cancelled);
}

#[tokio::test]
async fn a_dry_run_tells_the_same_and_writes_nothing() {
    let portal = Portal::with(&[Kind::Packagings]).await;
    let before = portal.state().await;
    for kind in [Kind::Customers, Kind::Products, Kind::OnlineRetail] {
        let dry = portal.dry_run(kind, sample(kind)).await;
        assert!(dry.is_clean() && dry.dry_run && !dry.saved);
        assert_eq!(portal.state().await, before);
    }
    assert!(store::distributor::get(&portal.db).await.unwrap().unwrap().name == "Toonbank");
    for kind in [Kind::Customers, Kind::Products, Kind::OnlineRetail] {
        let dry = portal.dry_run(kind, sample(kind)).await;
        let real = portal.import(kind, sample(kind)).await;
        assert_eq!(Report { dry_run: true, saved: false, ..real }, dry);
    }
}

#[tokio::test]
async fn the_same_customers_in_every_dialect_of_csv() {
    let portal = Portal::with(&[Kind::Customers]).await;
    let utf8 = sample(Kind::Customers).replace("#toonbank customers 1\n", "");
    let quoted = |separator: &str| {
        let lines = utf8.lines().map(|line| {
            let quote = |cell: &str| if cell.starts_with('"') { cell.to_owned() } else { format!("\"{cell}\"") };
            line.split(';').map(quote).collect::<Vec<_>>().join(separator)
        });
        lines.collect::<Vec<_>>().join("\r\n")
    };
    let latin = encoding(&utf8);
    assert!(String::from_utf8(latin.clone()).is_err());
    for (file, encoding) in [
        (latin, "Windows-1252"),
        (format!("\u{feff}{utf8}").into_bytes(), "UTF-8"),
        (quoted(",").into_bytes(), "UTF-8"),
        (quoted("\t").into_bytes(), "UTF-8"),
        (format!("sep=;\r\n#toonbank customers 1;;;;\r\n{}\r\n;;;\r\n", utf8.trim_end()).into_bytes(), "UTF-8"),
        (
            utf8.replace("5.000,00", "5,000.00")
                .replace("1.234,56", "1234.56")
                .replace(",50", ".5")
                .replace(",20", ".20")
                .into_bytes(),
            "UTF-8",
        ),
    ] {
        let again = portal.import(Kind::Customers, &file).await;
        assert_eq!(told(&again), [""; 0], "{}", String::from_utf8_lossy(&file));
        assert!(again.changed_nothing() && again.encoding == encoding, "{:?}", again.changes);
    }
}

/// Windows-1252 of a text that has no letter beyond Latin-1.
fn encoding(text: &str) -> Vec<u8> {
    text.chars().map(|c| u8::try_from(u32::from(c)).expect("Latin-1")).collect()
}

#[tokio::test]
async fn a_header_that_is_not_right_is_told_whole() {
    let portal = Portal::open().await;
    let report = portal.import(Kind::Prices, "customer_numbr;sku;sku;valid;\n1;2;3;4;5\n").await;
    assert_eq!(
        told(&report),
        [
            "1 customer_numbr unknown_column -> customer_number",
            "1 sku duplicate_column",
            "1 valid unknown_column",
            "1  unknown_column",
            "1 customer_number missing_column",
            "1 price missing_column",
        ]
    );
    assert_eq!(report.rejected["unknown_column"], 3);
    for (file, problem) in [
        ("#toonbank prices 2\ncustomer_number;sku;price\n", "1  unsupported_version"),
        ("#toonbank orders 1\ncustomer_number;sku;price\n", "1  wrong_kind"),
        ("lorem ipsum dolor\n", "1  no_header"),
        ("#toonbank prices 1\n\n", "2  no_header"),
    ] {
        let report = portal.import(Kind::Prices, file).await;
        assert!(told(&report).contains(&problem.to_owned()) && !report.saved, "{file} {:?}", told(&report));
    }
    for (file, key) in [(&b""[..], "empty"), (b"\xef\xbb\xbf\n", "empty"), (b"PK\x03\x04", "damaged")] {
        let failure = portal.run(Kind::Prices, file, &Options::default()).await.unwrap_err();
        assert!(matches!(&failure, Failure::Unreadable(why) if why.key() == key), "{failure}");
    }
    let missing = Source::open(Kind::Prices, std::path::Path::new("/nowhere/prices.csv")).unwrap_err();
    assert!(matches!(missing, Unreadable::Io(_)));
}

#[tokio::test]
async fn every_bad_cell_is_told_with_its_place_and_the_nearest() {
    let portal = Portal::with(&WITHOUT_HISTORY).await;
    let before = portal.state().await;
    let long = "x".repeat(121);
    let products = format!(
        "sku;gtin;name_nl;category;base_unit;unit;factor;minimum;list_price;vat;allergens;state;priced_by\n\
         1;;a\u{202e}b;flour;KGM;BG;25;1;1,00;6;;;\n\
         2;5412345000014;{long};flour;kg;zak;25;1;1,00;6;glutn;;\n\
         3;;a;flour;KGM;BG;0;-1;1e5;6;;actief;\n\
         4;;a;flour;KGM;BG;2,50;1;12,34567;101;;discontinued;unit\n\
         ;;a;flour;KGM;BG;1;1;1,00;6;;;base\n\
         6;;a;flour;KGM;BG;1;1;1,00\n\
         7;\"a\"b;a;flour;KGM;BG;1;1;1,00;6;;;\n\
         1;;a;flour;KGM;BG;1;1;1,00;6;;;\n\
         9;;a;flour;KGM;BG;1;1;1,00;6;;;\n"
    );
    let orders = "\
        order_number,customer_number,site_code,ordered_at,delivery_on,state,sku,quantity,unit_price,vat\n\
        A1,120,1,2026-11-02 10:00,,delivered,000101,1,2.00,\n\
        A2,000120,3,2026-11-02 10:00,,,00102,1,2.00,\n\
        A3,000120,,2026-13-02 10:00,,submitted,000101,0,-2.00,200\n\
        A4,000120,1,2026-11-02 10:00,,,000101,1,2.00,\n\
        A4,000131,1,2026-11-03 10:00,,,000101,2000000,2.00,\n\
        A5,000120,1,,,,000101,1,,\n";
    let customers = "\
        customer_number;customer_name;vat_number;language;payment_days;credit_limit;site_code;city;delivery_days;person_name;person_email;person_role;person_site\n\
        1;;BE0123456789;de;400;-1;;Gent;;;;;\n\
        2;Twee;;;1.250;;S;;mon tus;An;an@;cook;\n\
        3;Drie;;;;;S;;;Els;els@bloem.example;buyer;T\n\
        3;Vier;;;;;S;Gent;;;;;\n";
    let prices = "\
        customer_number,sku,price,from,until\n\
        ,000101,17,2026-01-01,2027-01-01\n\
        000120,000101,,2026-01-01,\n\
        000120,000101,16.9,2026-06-01,2027-02-01\n\
        000120,000102,1.234,,2026-01-01\n\
        000120,000103,9,2026-06-01,2026-05-31\n\
        000120,000201,21,2026-06-01,\n\
        000120,000201,2,2026-06-01,\n";
    let expected: [(Kind, &str, &[&str]); 6] = [
        (
            Kind::Products,
            &products,
            &[
                "2 name_nl control_character",
                "3 base_unit unknown_unit -> KGM",
                "3 unit unknown_unit -> BG",
                "3 gtin not_a_gtin",
                "3 name_nl too_long",
                "3 allergens unknown_choice -> gluten",
                "4 state unknown_choice -> active",
                "4 factor required",
                "4 minimum negative",
                "4 list_price not_a_number",
                "5 list_price not_a_number",
                "5 vat unknown_choice",
                "6 priced_by unknown_choice",
                "6 sku required",
                "7  ragged_row",
                "8  text_after_quote",
                "9 sku duplicate_row",
            ],
        ),
        (
            Kind::Orders,
            orders,
            &[
                "2 customer_number unknown_customer -> 000120",
                "3 site_code unknown_site",
                "3 sku unknown_product -> 000102",
                "4 site_code required",
                "4 ordered_at not_a_date",
                "4 state unknown_choice",
                "4 quantity required",
                "4 unit_price negative",
                "4 vat unknown_choice",
                "6 customer_number contradiction",
                "6 ordered_at contradiction",
                "6 quantity too_many",
                "7 ordered_at required",
                "7 unit_price required",
            ],
        ),
        (
            Kind::Customers,
            customers,
            &[
                "2 customer_name required",
                "2 vat_number not_a_vat_number",
                "2 language unknown_choice",
                "2 payment_days too_many",
                "2 credit_limit negative",
                "2 site_code required",
                "3 payment_days ambiguous_number",
                "3 delivery_days unknown_choice -> tue",
                "3 person_email not_an_email",
                "3 person_role unknown_choice",
                "4 person_site unknown_site",
                "4 person_email taken",
                "5 customer_name contradiction",
                "5 city contradiction",
            ],
        ),
        (
            Kind::Prices,
            prices,
            &[
                "2 until not_empty",
                "3 price required",
                "4 from overlap",
                "5 from required",
                "6 until until_before_from",
                "8 from duplicate_row",
            ],
        ),
        (
            Kind::Prices,
            "customer_number;sku;price;from;until;tiers\n\
             ;000101;17,95;;;tien: 3\n;000103;9;;;10\n;000301;8;;;10: 8,50\n000120;000302;22;2026-01-01;;10: 21 | 10: 20\n",
            &["2 tiers not_a_number", "3 tiers not_a_tier", "4 tiers no_better_tier", "5 tiers no_better_tier"],
        ),
        (
            Kind::Prices,
            "customer_number;customer_group;sku;price;percent;from;until;tiers\n\
             000120;bakkers;000101;17;;2028-01-01;;\n;bakers;000101;17;;2028-01-01;;\n;;000101;;5;;;\n\
             ;bakkers;000101;17;5;2028-01-01;;\n;bakkers;000102;;5;2028-01-01;;10: 3\n;bakkers;000103;;100;2028-01-01;;\n",
            &[
                "2 customer_group not_empty",
                "3 customer_group unknown_customer_group -> bakkers",
                "4 percent not_empty",
                "5 price not_empty",
                "6 tiers tiers_of_percent",
                "7 percent too_many",
            ],
        ),
    ];
    for (kind, file, problems) in expected {
        let report = portal.import(kind, file).await;
        assert_eq!(told(&report), problems, "{}", kind.key());
        assert!(!report.saved && report.rows.accepted + report.rows.refused == report.rows.read);
        assert_eq!(report.rejected.values().sum::<u64>(), report.rows.refused);
        if kind == Kind::Prices && report.rejected.contains_key("overlap") {
            let overlap = &report.problems.iter().find(|p| p.problem == "overlap").unwrap().text;
            let both = "16.9000 from 2026-06-01 until 2027-02-01 (row 4) overlaps with 16.8000 from 2026-01-01 until 2026-12-31 (stored)";
            assert_eq!(overlap, both);
        }
    }
    assert_eq!(portal.state().await, before, "nothing of these files was saved");
}

#[tokio::test]
async fn els_corrects_the_refused_rows_and_feeds_both_files() {
    let portal = Portal::with(&WITHOUT_HISTORY).await;
    let file = "\
        order_number;customer_number;ordered_at;sku;quantity;unit_price;reference\n\
        K1;000131;2026-11-02 10:00;000101;1;1,50;=SUM(A1)\n\
        K1;;;00O103;2;-0;\n\
        K2;000131;2026-11-03 10:00;000101;3;1.250;\n";
    let refused = portal.import(Kind::Orders, file).await;
    assert_eq!(told(&refused), ["3 sku unknown_product -> 000103"]);
    assert_eq!(refused.rejected, BTreeMap::from([("unknown_product".into(), 1), ("held_back".into(), 1)]));
    let split = refused.split.unwrap();
    // both rows of the order, and the formula cannot start by itself in a spreadsheet
    assert_eq!(
        split.rejected,
        "\u{feff}order_number;customer_number;ordered_at;sku;quantity;unit_price;reference;problem\n\
         K1;000131;2026-11-02 10:00;000101;1;1,50;'=SUM(A1);\
         \"in order itself; held back because row 3 of the same order is not\"\n\
         K1;;;00O103;2;-0;;sku: no product has this code (perhaps 000103)\n"
    );
    let corrected = split.rejected.replace("00O103", "000103");
    let first = portal.import(Kind::Orders, &corrected).await;
    assert!(first.saved && (first.orders, first.lines) == (1, 2), "{:?}", first.problems);
    assert_eq!(portal.order("K1").await.reference, "=SUM(A1)");
    // alone in its file 1.250 could be two numbers; what the whole file showed is kept
    let second = portal.import(Kind::Orders, split.accepted.unwrap()).await;
    assert_eq!((told(&second), second.net_value.as_str()), (vec![], "3750.00"));
}

#[tokio::test]
async fn a_column_that_is_missing_keeps_and_an_empty_cell_empties() {
    let portal = Portal::with(&WITHOUT_HISTORY).await;
    let short =
        "customer_number,customer_name,credit_limit\n000131,Pâtisserie L'Épi d'Or,\n000120,Bakkerij De Vuurmolen,\n";
    let report = portal.import(Kind::Customers, short).await;
    assert_eq!((report.changes["customers"].changed, report.customers), (2, 2));
    let baker = portal.customer("000120").await;
    assert_eq!((baker.terms.credit_limit, baker.terms.outstanding.0, baker.terms.payment_days), (None, 123_456, 30));
    assert_eq!(baker.vat_number, "BE0123456749");
    let items = "customer_number,sku,own_name\n000120,000101,\n000120,000401,Kokos\n";
    portal.import(Kind::Assortments, items).await;
    let list = store::assortments::items(&portal.db, &portal.els, baker.id, monday().date_naive()).await.unwrap();
    let flour = list.iter().find(|i| i.sku == "000101").unwrap();
    assert_eq!((flour.own_name.as_str(), flour.own_code.as_str(), flour.favourite), ("", "WB25", true));
    assert_eq!(list.last().map(|i| (i.sku.as_str(), i.position)), Some(("000401", 60)), "at the end of the shelf");
}

#[tokio::test]
async fn a_price_list_that_ends_the_old_agreement_is_taken() {
    let portal = Portal::with(&WITHOUT_HISTORY).await;
    let head = "customer_number;sku;price;from;until\n";
    let alone = portal.import(Kind::Prices, format!("{head}000120;000301;7,5;2027-01-01;\n")).await;
    assert_eq!(told(&alone), ["2 from overlap"]);
    let both = format!("{head}000120;000301;7,5;2027-01-01;\n000120;000301;7,125;2026-09-01;2026-12-31\n");
    let report = portal.import(Kind::Prices, both).await;
    assert_eq!((report.changes["prices"].created, report.changes["prices"].changed), (1, 1));
}

#[tokio::test]
async fn a_price_a_hundred_times_as_high_is_asked_about() {
    let portal = Portal::with(&WITHOUT_HISTORY).await;
    let prices = |sure: &str| {
        format!(
            "customer_number;customer_group;sku;price;from;sure\n;;000101;1795;;{sure}\n\
            000131;;000102;1940;2027-01-01;{sure}\n;bakkers;000302;2310;2027-01-01;{sure}\n"
        )
    };
    for sure in ["", "nee"] {
        let asked = portal.import(Kind::Prices, prices(sure)).await;
        assert_eq!(told(&asked), ["2 price far_off", "3 price far_off", "4 price far_off"]);
        assert!(asked.problems[0].text.contains("1795"), "{:?}", asked.problems[0]);
    }
    let products = sample(Kind::Products).replace(",17.85,", ",1785,");
    assert_eq!(told(&portal.import(Kind::Products, &products).await), ["2 list_price far_off"]);

    assert!(portal.import(Kind::Prices, prices("ja")).await.saved);
    let again = portal.import(Kind::Prices, prices("")).await;
    assert!(again.saved && again.changed_nothing(), "what is there already is no question: {:?}", told(&again));
}

#[tokio::test]
async fn history_gives_habits_and_what_people_did_since_stays() {
    let portal = Portal::with(&ALL_OF_OURS).await;
    let lies = portal.buyer("000120", "Lies Vermeulen", "lies@vuurmolen.example").await;
    let list = store::assortments::list(&portal.db, &lies, "2026-11-30".parse().unwrap()).await.unwrap();
    let flour = list.iter().find(|a| a.sku == "000101").unwrap();
    assert_eq!((flour.habit.taken.len(), flour.habit.usual()), (4, Some(Quantity::whole(4))));
    assert_eq!(flour.title(), "Witte bloem");

    // the warehouse delivers: the file says so, and the order follows under its id
    let delivered = sample(Kind::Orders).replace("2026-11-25,accepted", "2026-11-25,delivered");
    let id = portal.order("H26-0008").await.head.id;
    let report = portal.import(Kind::Orders, &delivered).await;
    assert_eq!((report.changes["orders"].changed, report.changes["orders"].unchanged), (1, 7));
    let order = portal.order("H26-0008").await;
    assert_eq!((order.head.id, order.head.state, order.journal.len()), (id, OrderState::Delivered, 2));

    // cancelled by the buyer herself: an older file does not bring it back
    let other = Portal::with(&ALL_OF_OURS).await;
    let lies = other.buyer("000120", "Lies Vermeulen", "lies@vuurmolen.example").await;
    let order = other.order("H26-0008").await;
    let cancel = orders::Act::Cancel { reason: "dubbel".into() };
    orders::act(&other.db, &lies, order.head.id, order.version, &cancel).await.unwrap();
    let report = other.import(Kind::Orders, sample(Kind::Orders)).await;
    assert_eq!((report.changes["orders"].kept, report.notes[0].key.as_str()), (1, "kept_orders"));
    assert!(report.saved && report.changed_nothing());
    assert_eq!(other.order("H26-0008").await.head.state, OrderState::Cancelled);
}

#[tokio::test]
async fn a_buyer_of_an_imported_customer_signs_in_and_orders() {
    let portal = Portal::with(&ALL_OF_OURS).await;
    let chloe = portal.buyer("000131", "Chloé Lambert", "chloe@epidore.example").await;
    assert!(matches!(&chloe.party, Party::Customer(at) if at.site_name == "Pâtisserie L'Épi Doré"));
    let day = price_day(&portal.db, &chloe).await;
    let list = store::assortments::list(&portal.db, &chloe, day).await.unwrap();
    assert_eq!(list.iter().map(|a| a.sku.as_str()).collect::<Vec<_>>(), ["000101", "000103", "000302", "000401"]);
    let spelt = &list[1];
    assert_eq!(spelt.price().unwrap().amount.0, 89_975, "her agreement");
    let order = order_of(&portal.db, &chloe, spelt.product, 12).await;
    assert_eq!(order.totals.unwrap().net.0, 10_797);
}

/// The day whose prices this buyer sees.
pub async fn price_day(db: &Db, buyer: &Actor) -> chrono::NaiveDate {
    let at = buyer.at().expect("stands at a counter");
    store::distributor::counter(db.read(), at, db.now()).await.expect("done").price_day(db.now())
}

/// Puts it in the basket and sends it.
pub async fn order_of(db: &Db, buyer: &Actor, product: domain::ProductId, units: i64) -> domain::order::Order {
    let day = price_day(db, buyer).await;
    let lines = vec![(product, Quantity::whole(units))];
    store::baskets::set(db, buyer, &lines, day).await.expect("done");
    let basket = store::baskets::get(db, buyer, day).await.expect("done");
    let submission = orders::Submission {
        order: basket.order,
        basket_version: basket.version,
        delivery_on: day,
        reference: String::new(),
        note: String::new(),
        lines,
        prices: Vec::new(),
        bundles: Vec::new(),
    };
    let id = orders::submit(db, buyer, &submission).await.expect("done");
    let order = orders::get(db, buyer, id).await.expect("done");
    assert_eq!(order.head.state, OrderState::Submitted);
    order
}

#[tokio::test]
async fn the_portal_counts_on_after_numbers_that_look_like_its_own() {
    let portal = Portal::with(&ALL_OF_OURS).await;
    portal
        .import(Kind::Orders, sample(Kind::Orders).replace("H26-0001", "B100001").replace("H26-0002", "B104711"))
        .await;
    let lies = portal.buyer("000120", "Lies Vermeulen", "lies@vuurmolen.example").await;
    let order = order_of(&portal.db, &lies, portal.product("000101").await.id, 12).await;
    assert_eq!(order.head.number, "B104712");
}

#[tokio::test]
async fn setting_up_after_an_import_keeps_the_currency_of_the_import() {
    let portal = Portal::without_distributor().await;
    portal.import(Kind::OnlineRetail, sample(Kind::OnlineRetail)).await;
    let before = store::distributor::get(&portal.db).await.unwrap().expect("the import made one");
    assert_eq!(before.currency, domain::Currency::Gbp);
    let link = people::setup_token(&portal.db).await.unwrap().expect("nobody is here yet");
    let els = form("Els", "els@bloem.example", "");
    people::set_up(&portal.db, &link.0, "Bloem en Zoon", &els, "een lang wachtwoord").await.unwrap();
    let after = store::distributor::get(&portal.db).await.unwrap().unwrap();
    assert_eq!(after, store::distributor::Distributor { name: "Bloem en Zoon".into(), ..before });
}
