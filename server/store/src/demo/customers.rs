//! Who buys at the demo distributor, and who works there.
//!
//! Plain constant data: twenty-five customers that differ on purpose (a huge one, a tiny one, an irregular one, one that
//! stopped, one that is blocked, French- and English-speaking ones), with their people, places and buying habits. All names
//! are made up, every e-mail address ends in `.example`, and the VAT numbers have valid check digits but start with 01,
//! a range that is not in use.

use chrono::Weekday::{self, Fri, Mon, Sat, Thu, Tue, Wed};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DemoCustomer {
    pub number: &'static str,
    pub name: &'static str,
    pub group: &'static str,
    pub vat_number: &'static str,
    pub language: &'static str,
    pub kind: Kind,
    pub payment_days: i64,
    /// Cents.
    pub credit_limit: Option<i64>,
    /// Cents.
    pub order_minimum: Option<i64>,
    pub blocked: bool,
    pub sites: &'static [DemoSite],
    pub people: &'static [DemoPerson],
    pub habit: Habit,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DemoSite {
    pub code: &'static str,
    pub name: &'static str,
    pub street: &'static str,
    pub postcode: &'static str,
    pub city: &'static str,
    pub delivery_days: &'static [Weekday],
    /// The only categories ordered for this site; empty = all that the customer buys.
    pub families: &'static [&'static str],
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DemoPerson {
    pub name: &'static str,
    pub email: &'static str,
    /// One of `buyer`, `approver`, `customer_admin`, `kitchen`, `bookkeeper`.
    pub role: &'static str,
    pub language: &'static str,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Bakery,
    Patisserie,
    Brasserie,
    Chocolatier,
    Caterer,
    School,
    Hotel,
    Sandwich,
}

/// How a customer buys; the history is drawn from this.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Habit {
    /// Categories, the weightiest first; others hardly occur.
    pub families: &'static [&'static str],
    /// How many products the assortment holds, 40 to 160.
    pub items: usize,
    /// Typical number of lines of an order, from and to.
    pub lines: (u8, u8),
    /// Quantities, in percent of an ordinary baker's.
    pub size: i64,
    /// The delivery weekdays he really orders for.
    pub weekdays: &'static [Weekday],
    /// 0 = whenever it suits him, 100 = like a clock.
    pub discipline: u8,
    /// Closed every year from (month, day) to (month, day), both included; may run over New Year.
    pub holidays: &'static [(u8, u8, u8, u8)],
    /// Article number, what he calls it, his own code; what he orders most comes first.
    pub own_names: &'static [(&'static str, &'static str, Option<&'static str>)],
    /// 0 = still orders; otherwise his last order is at least so many days ago.
    pub stopped_days_ago: i64,
}

const fn site(
    code: &'static str,
    name: &'static str,
    street: &'static str,
    postcode: &'static str,
    city: &'static str,
    delivery_days: &'static [Weekday],
) -> DemoSite {
    DemoSite { code, name, street, postcode, city, delivery_days, families: &[] }
}

const fn only(site: DemoSite, families: &'static [&'static str]) -> DemoSite {
    DemoSite { families, ..site }
}

const fn nl(name: &'static str, email: &'static str, role: &'static str) -> DemoPerson {
    DemoPerson { name, email, role, language: "nl" }
}

const fn fr(name: &'static str, email: &'static str, role: &'static str) -> DemoPerson {
    DemoPerson { name, email, role, language: "fr" }
}

const fn en(name: &'static str, email: &'static str, role: &'static str) -> DemoPerson {
    DemoPerson { name, email, role, language: "en" }
}

const EVERY_DAY: &[Weekday] = &[Mon, Tue, Wed, Thu, Fri, Sat];
const WORKDAYS: &[Weekday] = &[Mon, Tue, Wed, Thu, Fri];

const BAKER: &[&str] =
    &["flour", "yeast", "fats", "sugar", "improvers", "dairy-eggs", "spices", "nuts-seeds", "packaging", "fillings"];
const PASTRY_COOK: &[&str] = &[
    "sugar",
    "fats",
    "dairy-eggs",
    "chocolate",
    "fillings",
    "flour",
    "nuts-seeds",
    "frozen",
    "decoration",
    "packaging",
];
const CHOCOLATIER: &[&str] = &["chocolate", "nuts-seeds", "sugar", "fillings", "packaging", "decoration", "dairy-eggs"];
const COOK: &[&str] = &["horeca-dry", "fats", "dairy-eggs", "frozen", "drinks", "spices", "cleaning", "packaging"];
const SANDWICH_MAKER: &[&str] = &["frozen", "horeca-dry", "packaging", "dairy-eggs", "drinks", "cleaning", "fats"];

/// The people of the distributor: name, e-mail, role. All Dutch-speaking.
pub static STAFF: &[(&str, &str, &str)] = &[
    ("Mia De Smet", "mia@korenmolen.example", "desk"),
    ("Luc Verhaeghe", "luc@korenmolen.example", "sales"),
    ("Els Jacobs", "els@korenmolen.example", "manager"),
    ("Tom Wouters", "tom@korenmolen.example", "administrator"),
];

/// The customers. The first two are the ones that tests and stories know by name.
pub static CUSTOMERS: &[DemoCustomer] = &[
    DemoCustomer {
        number: "K1001",
        name: "Bakkerij Peeters",
        group: "bakkers",
        vat_number: "BE0133956307",
        language: "nl",
        kind: Kind::Bakery,
        payment_days: 30,
        credit_limit: Some(4_500_000),
        order_minimum: Some(15_000),
        blocked: false,
        sites: &[
            only(
                site("1", "Winkel Veldstraat", "Veldstraat 118", "9000", "Gent", &[Tue, Fri]),
                &[
                    "packaging",
                    "cleaning",
                    "drinks",
                    "decoration",
                    "dairy-eggs",
                    "chocolate",
                    "fillings",
                    "sugar",
                    "frozen",
                ],
            ),
            site("2", "Atelier Mariakerke", "Industrieweg 42", "9030", "Mariakerke", &[Mon, Tue, Thu, Fri]),
        ],
        people: &[
            nl("An Peeters", "an@bakkerijpeeters.example", "buyer"),
            nl("Jef Peeters", "jef@bakkerijpeeters.example", "approver"),
            nl("Greet Maes", "greet@bakkerijpeeters.example", "customer_admin"),
        ],
        habit: Habit {
            families: &[
                "flour",
                "yeast",
                "fats",
                "sugar",
                "dairy-eggs",
                "improvers",
                "packaging",
                "fillings",
                "chocolate",
                "spices",
                "nuts-seeds",
                "cleaning",
            ],
            items: 100,
            lines: (9, 15),
            size: 75,
            weekdays: &[Tue, Thu, Fri],
            discipline: 88,
            holidays: &[(2, 10, 2, 16), (7, 20, 8, 9)],
            own_names: &[
                ("010555", "witte bloem", Some("B1")),
                ("020100", "gist", Some("G1")),
                ("040101", "boter", Some("V1")),
                ("030105", "suiker", Some("S1")),
                ("010655", "bloem voor stokbrood", Some("B2")),
                ("050101", "eieren emmer", None),
                ("100105", "zout", None),
                ("011505", "bruin meel", Some("B4")),
                ("010205", "fijne bloem", Some("B3")),
                ("130220", "taartdozen middel", None),
                ("070106", "puddingpoeder", None),
            ],
            stopped_days_ago: 0,
        },
    },
    DemoCustomer {
        number: "K1002",
        name: "Brasserie Nord",
        group: "horeca",
        vat_number: "BE0199390824",
        language: "fr",
        kind: Kind::Brasserie,
        payment_days: 14,
        credit_limit: Some(2_000_000),
        order_minimum: Some(15_000),
        blocked: false,
        sites: &[site("1", "Brasserie Nord", "Boulevard du Nord 12", "1000", "Bruxelles", &[Mon, Wed, Fri])],
        people: &[
            fr("Claire Dubois", "claire@brasserienord.example", "customer_admin"),
            fr("Samir Haddad", "samir@brasserienord.example", "kitchen"),
        ],
        habit: Habit {
            families: COOK,
            items: 60,
            lines: (8, 14),
            size: 80,
            weekdays: &[Mon, Wed, Fri],
            discipline: 74,
            holidays: &[(12, 24, 1, 2), (8, 1, 8, 14)],
            own_names: &[
                ("040330", "huile friteuse", None),
                ("150310", "mayo", None),
                ("050320", "crème 35", None),
                ("120310", "croquettes crevettes", Some("ENT-04")),
                ("160103", "café", Some("BAR-01")),
                ("040101", "beurre", None),
                ("010555", "farine blanche", None),
            ],
            stopped_days_ago: 0,
        },
    },
    DemoCustomer {
        number: "K1003",
        name: "Broodatelier Van Acker",
        group: "bakkers",
        vat_number: "BE0115817604",
        language: "nl",
        kind: Kind::Bakery,
        payment_days: 60,
        credit_limit: Some(85_000_000),
        order_minimum: None,
        blocked: false,
        sites: &[
            site("1", "Productie Lokeren", "Havenlaan 7", "9160", "Lokeren", EVERY_DAY),
            site("2", "Productie Aalst", "Nijverheidsstraat 31", "9300", "Aalst", EVERY_DAY),
            only(
                site("3", "Banket Dendermonde", "Kapelstraat 5", "9200", "Dendermonde", &[Tue, Thu]),
                &["sugar", "fats", "dairy-eggs", "chocolate", "fillings", "nuts-seeds", "decoration", "packaging"],
            ),
            only(
                site("4", "Verdeelcentrum Sint-Niklaas", "Textielstraat 88", "9100", "Sint-Niklaas", &[Wed]),
                &["packaging", "cleaning", "drinks", "frozen"],
            ),
        ],
        people: &[
            nl("Dirk Van Acker", "dirk@vanacker.example", "customer_admin"),
            nl("Sofie Baert", "sofie@vanacker.example", "buyer"),
            nl("Koen Michiels", "koen@vanacker.example", "buyer"),
            nl("Ria Van Acker", "ria@vanacker.example", "approver"),
            nl("Hilde Cools", "boekhouding@vanacker.example", "bookkeeper"),
        ],
        habit: Habit {
            families: &[
                "flour",
                "yeast",
                "improvers",
                "fats",
                "sugar",
                "packaging",
                "nuts-seeds",
                "dairy-eggs",
                "spices",
                "cleaning",
                "chocolate",
                "fillings",
                "frozen",
            ],
            items: 160,
            lines: (14, 22),
            size: 330,
            weekdays: &[Mon, Wed, Thu, Sat],
            discipline: 97,
            holidays: &[],
            own_names: &[
                ("010559", "silo 1", Some("GR-1001")),
                ("010659", "silo 2", Some("GR-1002")),
                ("010555", "bloem wit zak", Some("GR-1010")),
                ("020125", "gist kruimel", Some("GR-2001")),
                ("011505", "volkoren", Some("GR-1020")),
                ("040101", "boter 10", Some("GR-3001")),
                ("090105", "verbeteraar", Some("GR-2010")),
                ("014005", "meergranen", Some("GR-1105")),
                ("100125", "zout", Some("GR-2020")),
                ("130500", "broodzak wit groot", Some("VP-0001")),
                ("130530", "plastic zak snijbrood", Some("VP-0004")),
            ],
            stopped_days_ago: 0,
        },
    },
    DemoCustomer {
        number: "K1004",
        name: "Pâtisserie Lemaire",
        group: "bakkers",
        vat_number: "BE0141400264",
        language: "fr",
        kind: Kind::Patisserie,
        payment_days: 30,
        credit_limit: Some(3_500_000),
        order_minimum: Some(25_000),
        blocked: false,
        sites: &[site("1", "Pâtisserie Lemaire", "Rue de l'Ange 27", "5000", "Namur", &[Tue, Thu])],
        people: &[
            fr("Benoît Lemaire", "benoit@patisserielemaire.example", "customer_admin"),
            fr("Nathalie Gérard", "nathalie@patisserielemaire.example", "bookkeeper"),
        ],
        habit: Habit {
            families: PASTRY_COOK,
            items: 90,
            lines: (10, 16),
            size: 110,
            weekdays: &[Tue, Thu],
            discipline: 85,
            holidays: &[(1, 7, 1, 20), (7, 15, 8, 4)],
            own_names: &[
                ("010465", "gruau", None),
                ("040120", "beurre feuilletage", None),
                ("060131", "noir 70", Some("CH70")),
                ("080121", "poudre amande", None),
            ],
            stopped_days_ago: 0,
        },
    },
    DemoCustomer {
        number: "K1005",
        name: "Chocolaterie De Gulden Boon",
        group: "bakkers",
        vat_number: "BE0168255408",
        language: "nl",
        kind: Kind::Chocolatier,
        payment_days: 30,
        credit_limit: Some(9_000_000),
        order_minimum: Some(25_000),
        blocked: false,
        sites: &[
            site("1", "Atelier Brugge", "Koolkerkestraat 61", "8000", "Brugge", &[Tue, Fri]),
            only(
                site("2", "Winkel Knokke", "Zeedreef 140", "8300", "Knokke-Heist", &[Wed]),
                &["packaging", "decoration", "cleaning", "drinks", "chocolate"],
            ),
        ],
        people: &[
            nl("Liesbeth Vandamme", "liesbeth@guldenboon.example", "customer_admin"),
            nl("Pieter Dewulf", "pieter@guldenboon.example", "buyer"),
            nl("Joke Dewulf", "joke@guldenboon.example", "kitchen"),
        ],
        habit: Habit {
            families: CHOCOLATIER,
            items: 85,
            lines: (8, 14),
            size: 190,
            weekdays: &[Tue, Wed, Fri],
            discipline: 82,
            holidays: &[(7, 1, 7, 21)],
            own_names: &[
                ("060101", "puur basis", Some("P54")),
                ("060111", "melk basis", Some("M33")),
                ("060121", "wit basis", Some("W28")),
                ("130420", "ballotin kwart", None),
                ("130430", "ballotin half", None),
            ],
            stopped_days_ago: 0,
        },
    },
    DemoCustomer {
        number: "K1006",
        name: "Boulangerie Saint-Aubert",
        group: "bakkers",
        vat_number: "BE0105063173",
        language: "fr",
        kind: Kind::Bakery,
        payment_days: 30,
        credit_limit: Some(3_500_000),
        order_minimum: Some(25_000),
        blocked: false,
        sites: &[site("1", "Boulangerie Saint-Aubert", "Chaussée de Lille 203", "7500", "Tournai", &[Mon, Wed, Fri])],
        people: &[
            fr("Thierry Delcourt", "thierry@saintaubert.example", "customer_admin"),
            fr("Amélie Delcourt", "amelie@saintaubert.example", "buyer"),
        ],
        habit: Habit {
            families: BAKER,
            items: 75,
            lines: (8, 13),
            size: 90,
            weekdays: &[Mon, Wed, Fri],
            discipline: 80,
            holidays: &[(8, 10, 8, 31), (2, 24, 3, 2)],
            own_names: &[
                ("010665", "tradition", Some("F-TRAD")),
                ("010655", "farine pain", Some("F-65")),
                ("020100", "levure", None),
                ("100115", "sel de mer", None),
            ],
            stopped_days_ago: 0,
        },
    },
    DemoCustomer {
        number: "K1007",
        name: "The Crumb Company",
        group: "bakkers",
        vat_number: "BE0107595467",
        language: "en",
        kind: Kind::Sandwich,
        payment_days: 14,
        credit_limit: Some(1_800_000),
        order_minimum: Some(15_000),
        blocked: false,
        sites: &[
            site("1", "European Quarter", "Rue Froissart 66", "1040", "Brussels", &[Tue, Thu]),
            site("2", "Leuven Station", "Bondgenotenlaan 171", "3000", "Leuven", &[Fri]),
        ],
        people: &[
            en("Emma Hughes", "emma@crumbcompany.example", "customer_admin"),
            en("Rajiv Patel", "rajiv@crumbcompany.example", "buyer"),
            fr("Inès Moreau", "ines@crumbcompany.example", "kitchen"),
        ],
        habit: Habit {
            families: &[
                "frozen",
                "flour",
                "packaging",
                "drinks",
                "horeca-dry",
                "dairy-eggs",
                "fats",
                "sugar",
                "cleaning",
            ],
            items: 80,
            lines: (9, 15),
            size: 70,
            weekdays: &[Tue, Thu, Fri],
            discipline: 78,
            holidays: &[(12, 23, 1, 4), (8, 5, 8, 18)],
            own_names: &[
                ("160100", "house beans", Some("COF-1")),
                ("050490", "oat milk", Some("DRK-7")),
                ("130700", "takeaway cups", None),
                ("120100", "croissants", None),
            ],
            stopped_days_ago: 0,
        },
    },
    DemoCustomer {
        number: "K1008",
        name: "Tearoom 't Zoete Hoekje",
        group: "horeca",
        vat_number: "BE0186116868",
        language: "nl",
        kind: Kind::Patisserie,
        payment_days: 0,
        credit_limit: None,
        order_minimum: Some(10_000),
        blocked: false,
        sites: &[site("1", "Tearoom", "Kerkplein 3", "9800", "Deinze", &[Wed])],
        people: &[nl("Rita Claus", "rita@zoetehoekje.example", "customer_admin")],
        habit: Habit {
            families: &["sugar", "dairy-eggs", "flour", "drinks", "fillings", "fats", "frozen", "packaging"],
            items: 40,
            lines: (4, 7),
            size: 20,
            weekdays: &[Wed],
            discipline: 35,
            holidays: &[(1, 5, 1, 31), (9, 10, 9, 20)],
            own_names: &[("014252", "wafelmeel", None), ("014272", "pannenkoekmeel", None)],
            stopped_days_ago: 0,
        },
    },
    DemoCustomer {
        number: "K1009",
        name: "Hotel Ter Linde",
        group: "horeca",
        vat_number: "BE0156191378",
        language: "nl",
        kind: Kind::Hotel,
        payment_days: 30,
        credit_limit: Some(3_000_000),
        order_minimum: Some(15_000),
        blocked: false,
        sites: &[site("1", "Hotel Ter Linde", "Lindelei 25", "9000", "Gent", &[Mon, Thu])],
        people: &[
            nl("Caroline Stevens", "caroline@hotelterlinde.example", "customer_admin"),
            nl("Bram Lenaerts", "chef@hotelterlinde.example", "kitchen"),
            nl("Veerle Aerts", "veerle@hotelterlinde.example", "bookkeeper"),
        ],
        habit: Habit {
            families: &["frozen", "drinks", "horeca-dry", "dairy-eggs", "sugar", "cleaning", "fats", "fillings"],
            items: 95,
            lines: (11, 18),
            size: 90,
            weekdays: &[Mon, Thu],
            discipline: 84,
            holidays: &[],
            own_names: &[
                ("120130", "mini koekjes ontbijt", None),
                ("150500", "confituurtjes", None),
                ("040160", "botertjes", None),
            ],
            stopped_days_ago: 0,
        },
    },
    DemoCustomer {
        number: "K1010",
        name: "Scholengroep De Vlier",
        group: "grootkeukens",
        vat_number: "BE0109870217",
        language: "nl",
        kind: Kind::School,
        payment_days: 60,
        credit_limit: None,
        order_minimum: None,
        blocked: false,
        sites: &[
            site("1", "Centrale keuken", "Schoolstraat 14", "9420", "Erpe-Mere", &[Mon, Wed]),
            site("2", "Campus Zuid", "Sportlaan 9", "9300", "Aalst", &[Mon]),
        ],
        people: &[
            nl("Marleen Pauwels", "marleen@devlier.example", "buyer"),
            nl("Frank Temmerman", "frank@devlier.example", "approver"),
            nl("Katrien Bogaert", "katrien@devlier.example", "customer_admin"),
            nl("Rudy Haeck", "keuken@devlier.example", "kitchen"),
        ],
        habit: Habit {
            families: &["horeca-dry", "frozen", "fats", "dairy-eggs", "cleaning", "spices", "packaging", "drinks"],
            items: 60,
            lines: (8, 13),
            size: 130,
            weekdays: &[Mon, Wed],
            discipline: 93,
            holidays: &[(7, 1, 8, 28), (12, 20, 1, 4), (10, 27, 11, 3), (2, 16, 2, 23)],
            own_names: &[("150112", "spaghetti", Some("4110")), ("150210", "tomaten blik", Some("4122"))],
            stopped_days_ago: 0,
        },
    },
    DemoCustomer {
        number: "K1011",
        name: "Traiteur De Zilveren Lepel",
        group: "horeca",
        vat_number: "BE0138345259",
        language: "nl",
        kind: Kind::Caterer,
        payment_days: 30,
        credit_limit: Some(2_000_000),
        order_minimum: Some(15_000),
        blocked: false,
        sites: &[site("1", "Traiteur", "Markt 44", "9900", "Eeklo", WORKDAYS)],
        people: &[
            nl("Steven Van Damme", "steven@zilverenlepel.example", "customer_admin"),
            nl("Lotte Van Damme", "lotte@zilverenlepel.example", "buyer"),
        ],
        habit: Habit {
            families: COOK,
            items: 110,
            lines: (3, 20),
            size: 120,
            weekdays: &[Thu],
            discipline: 15,
            holidays: &[(2, 1, 2, 14), (8, 15, 8, 31)],
            own_names: &[("120181", "bladerdeeg", None), ("150403", "bruine fond", None)],
            stopped_days_ago: 0,
        },
    },
    DemoCustomer {
        number: "K1012",
        name: "Broodjesbar De Pauze",
        group: "horeca",
        vat_number: "BE0161109773",
        language: "nl",
        kind: Kind::Sandwich,
        payment_days: 14,
        credit_limit: Some(2_000_000),
        order_minimum: Some(15_000),
        blocked: false,
        sites: &[
            site("1", "De Pauze Zuid", "Zuidkaai 2", "9000", "Gent", &[Mon, Thu]),
            site("2", "De Pauze Zwijnaarde", "Wetenschapslaan 20", "9052", "Zwijnaarde", &[Mon, Thu]),
            site("3", "De Pauze Dampoort", "Dokstraat 77", "9000", "Gent", &[Thu]),
        ],
        people: &[
            nl("Wim De Clercq", "wim@depauze.example", "customer_admin"),
            nl("Yasmina Benali", "yasmina@depauze.example", "buyer"),
            nl("Jonas Van Hecke", "jonas@depauze.example", "buyer"),
        ],
        habit: Habit {
            families: SANDWICH_MAKER,
            items: 65,
            lines: (8, 13),
            size: 65,
            weekdays: &[Mon, Thu],
            discipline: 76,
            holidays: &[(7, 15, 8, 15), (12, 24, 1, 2)],
            own_names: &[
                ("120140", "stokbroden", None),
                ("150260", "tonijn", None),
                ("050473", "kaas", None),
                ("130580", "zakjes", None),
            ],
            stopped_days_ago: 0,
        },
    },
    DemoCustomer {
        number: "K1013",
        name: "Bakkerij Den Oven",
        group: "bakkers",
        vat_number: "BE0106081673",
        language: "nl",
        kind: Kind::Bakery,
        payment_days: 30,
        credit_limit: Some(2_500_000),
        order_minimum: Some(15_000),
        blocked: false,
        sites: &[site("1", "Bakkerij", "Stationsstraat 59", "9230", "Wetteren", &[Tue, Fri])],
        people: &[
            nl("Guido Matthys", "guido@denoven.example", "customer_admin"),
            nl("Lieve Matthys", "lieve@denoven.example", "buyer"),
        ],
        habit: Habit {
            families: BAKER,
            items: 70,
            lines: (9, 14),
            size: 85,
            weekdays: &[Tue, Fri],
            discipline: 70,
            holidays: &[(8, 1, 8, 21)],
            own_names: &[("010565", "witte bloem", None), ("014005", "meergranen", None)],
            stopped_days_ago: 183,
        },
    },
    DemoCustomer {
        number: "K1014",
        name: "Patisserie Rosalie",
        group: "bakkers",
        vat_number: "BE0195389375",
        language: "nl",
        kind: Kind::Patisserie,
        payment_days: 30,
        credit_limit: Some(3_000_000),
        order_minimum: Some(25_000),
        blocked: false,
        sites: &[site("1", "Patisserie Rosalie", "Leiestraat 36", "8500", "Kortrijk", &[Tue, Fri])],
        people: &[
            nl("Rosalie Vanneste", "rosalie@patisserierosalie.example", "customer_admin"),
            nl("Arne Callens", "arne@patisserierosalie.example", "kitchen"),
        ],
        habit: Habit {
            families: PASTRY_COOK,
            items: 95,
            lines: (10, 15),
            size: 100,
            weekdays: &[Tue, Fri],
            discipline: 81,
            holidays: &[(7, 1, 7, 14), (1, 12, 1, 19)],
            own_names: &[
                ("010205", "witte bloem", None),
                ("050300", "room", None),
                ("120200", "frambozen", None),
                ("130220", "dozen 22", None),
            ],
            stopped_days_ago: 0,
        },
    },
    DemoCustomer {
        number: "K1015",
        name: "Feestzaal De Vijver",
        group: "horeca",
        vat_number: "BE0153208431",
        language: "nl",
        kind: Kind::Caterer,
        payment_days: 0,
        credit_limit: Some(600_000),
        order_minimum: Some(25_000),
        blocked: true,
        sites: &[site("1", "Feestzaal", "Dorpsstraat 180", "9080", "Lochristi", &[Wed, Fri])],
        people: &[nl("Patrick Roels", "patrick@feestzaaldevijver.example", "customer_admin")],
        habit: Habit {
            families: COOK,
            items: 60,
            lines: (7, 13),
            size: 120,
            weekdays: &[Fri],
            discipline: 55,
            holidays: &[(1, 5, 2, 1)],
            own_names: &[("160480", "cava", None)],
            stopped_days_ago: 25,
        },
    },
    DemoCustomer {
        number: "K1016",
        name: "Bakkerij Claeys en Zonen",
        group: "bakkers",
        vat_number: "BE0122512780",
        language: "nl",
        kind: Kind::Bakery,
        payment_days: 30,
        credit_limit: Some(10_000_000),
        order_minimum: Some(25_000),
        blocked: false,
        sites: &[
            site("1", "Bakkerij Oudenaarde", "Hoogstraat 71", "9700", "Oudenaarde", &[Mon, Thu]),
            site("2", "Bakkerij Ronse", "Kruisstraat 15", "9600", "Ronse", &[Tue, Fri]),
        ],
        people: &[
            nl("Hendrik Claeys", "hendrik@bakkerijclaeys.example", "customer_admin"),
            nl("Maarten Claeys", "maarten@bakkerijclaeys.example", "buyer"),
            nl("Ilse Vercruysse", "ilse@bakkerijclaeys.example", "bookkeeper"),
        ],
        habit: Habit {
            families: BAKER,
            items: 120,
            lines: (11, 18),
            size: 170,
            weekdays: &[Mon, Tue, Thu, Fri],
            discipline: 91,
            holidays: &[(7, 5, 7, 25)],
            own_names: &[
                ("010655", "T65", Some("101")),
                ("013015", "rogge vol", Some("107")),
                ("014045", "boerenmix", Some("121")),
                ("090105", "verbeteraar", Some("140")),
            ],
            stopped_days_ago: 0,
        },
    },
    DemoCustomer {
        number: "K1017",
        name: "Warme Bakker Goethals",
        group: "bakkers",
        vat_number: "BE0103931738",
        language: "nl",
        kind: Kind::Bakery,
        payment_days: 14,
        credit_limit: Some(1_500_000),
        order_minimum: Some(15_000),
        blocked: false,
        sites: &[site("1", "Bakkerij", "Kanaalstraat 8", "9060", "Zelzate", &[Mon, Thu])],
        people: &[
            nl("Rik Goethals", "rik@bakkergoethals.example", "customer_admin"),
            nl("Sandra Mertens", "sandra@bakkergoethals.example", "buyer"),
        ],
        habit: Habit {
            families: BAKER,
            items: 70,
            lines: (7, 12),
            size: 75,
            weekdays: &[Mon, Thu],
            discipline: 90,
            holidays: &[(8, 20, 9, 8), (3, 1, 3, 7)],
            own_names: &[("010575", "bloem Terbeke", None), ("014105", "pistoletmix", None)],
            stopped_days_ago: 0,
        },
    },
    DemoCustomer {
        number: "K1018",
        name: "IJssalon Venezia",
        group: "bakkers",
        vat_number: "BE0109012261",
        language: "nl",
        kind: Kind::Patisserie,
        payment_days: 14,
        credit_limit: Some(2_500_000),
        order_minimum: Some(20_000),
        blocked: false,
        sites: &[site("1", "IJssalon", "Zeedijk 212", "8370", "Blankenberge", &[Tue, Thu, Sat])],
        people: &[
            nl("Marco Rossi", "marco@ijssalonvenezia.example", "customer_admin"),
            nl("Lien Rossi", "lien@ijssalonvenezia.example", "kitchen"),
        ],
        habit: Habit {
            families: &["fillings", "dairy-eggs", "sugar", "frozen", "chocolate", "drinks", "packaging", "nuts-seeds"],
            items: 75,
            lines: (9, 15),
            size: 110,
            weekdays: &[Tue, Thu, Sat],
            discipline: 72,
            holidays: &[(11, 3, 2, 12)],
            own_names: &[
                ("070540", "basis melk", Some("IJ1")),
                ("070550", "basis sorbet", Some("IJ2")),
                ("070560", "vanille", Some("IJ3")),
                ("070570", "pistache", Some("IJ4")),
                ("070580", "stracciatella", Some("IJ5")),
                ("030385", "dextrose", None),
                ("130780", "potjes", None),
            ],
            stopped_days_ago: 0,
        },
    },
    DemoCustomer {
        number: "K1019",
        name: "Biobakkerij Het Zaadje",
        group: "bakkers",
        vat_number: "BE0145471096",
        language: "nl",
        kind: Kind::Bakery,
        payment_days: 30,
        credit_limit: Some(1_600_000),
        order_minimum: Some(15_000),
        blocked: false,
        sites: &[site("1", "Biobakkerij", "Begijnhofdries 19", "9000", "Gent", &[Tue, Fri])],
        people: &[
            nl("Fien Desmedt", "fien@hetzaadje.example", "customer_admin"),
            nl("Ruben Coppens", "ruben@hetzaadje.example", "buyer"),
        ],
        habit: Habit {
            families: &["flour", "nuts-seeds", "yeast", "sugar", "spices", "fats", "packaging", "dairy-eggs"],
            items: 80,
            lines: (8, 13),
            size: 60,
            weekdays: &[Tue, Fri],
            discipline: 79,
            holidays: &[(7, 28, 8, 17), (12, 27, 1, 6)],
            own_names: &[
                ("012655", "witte bloem", None),
                ("012555", "bio fijn", None),
                ("012505", "bio volkoren", None),
                ("013305", "bio spelt", None),
                ("013315", "bio spelt volkoren", None),
                ("013035", "bio rogge", None),
                ("020110", "bio gist", None),
                ("030195", "bio suiker", None),
                ("040171", "bio boter", None),
            ],
            stopped_days_ago: 0,
        },
    },
    DemoCustomer {
        number: "K1020",
        name: "Brasserie De Kaai",
        group: "horeca",
        vat_number: "BE0143848525",
        language: "nl",
        kind: Kind::Brasserie,
        payment_days: 14,
        credit_limit: Some(1_200_000),
        order_minimum: Some(20_000),
        blocked: false,
        sites: &[site("1", "Brasserie De Kaai", "Scheldekaai 101", "2000", "Antwerpen", &[Wed, Fri])],
        people: &[
            nl("Nick Verbruggen", "nick@dekaai.example", "customer_admin"),
            nl("Fatima El Amrani", "keuken@dekaai.example", "kitchen"),
        ],
        habit: Habit {
            families: COOK,
            items: 70,
            lines: (7, 14),
            size: 75,
            weekdays: &[Wed, Fri],
            discipline: 60,
            holidays: &[(1, 3, 1, 17)],
            own_names: &[("040341", "frietvet", None), ("120300", "frieten", None)],
            stopped_days_ago: 0,
        },
    },
    DemoCustomer {
        number: "K1021",
        name: "Grootkeuken Leieland",
        group: "grootkeukens",
        vat_number: "BE0107324857",
        language: "nl",
        kind: Kind::Caterer,
        payment_days: 60,
        credit_limit: Some(11_000_000),
        order_minimum: None,
        blocked: false,
        sites: &[site("1", "Productiekeuken", "Ambachtenlaan 55", "8790", "Waregem", &[Tue, Thu])],
        people: &[
            nl("Griet Vandewalle", "griet@leieland.example", "customer_admin"),
            nl("Kurt Desmet", "kurt@leieland.example", "buyer"),
            nl("Annelies Bekaert", "annelies@leieland.example", "approver"),
            nl("Johan Maertens", "facturen@leieland.example", "bookkeeper"),
        ],
        habit: Habit {
            families: COOK,
            items: 130,
            lines: (13, 20),
            size: 230,
            weekdays: &[Tue, Thu],
            discipline: 95,
            holidays: &[],
            own_names: &[
                ("013505", "griesmeel pap", Some("LL-0204")),
                ("150161", "rijst dessert", Some("LL-0210")),
                ("100463", "bouillon", None),
                ("050432", "yoghurt", None),
            ],
            stopped_days_ago: 0,
        },
    },
    DemoCustomer {
        number: "K1022",
        name: "Wafelhuis Belfort",
        group: "bakkers",
        vat_number: "BE0125235314",
        language: "nl",
        kind: Kind::Patisserie,
        payment_days: 14,
        credit_limit: Some(1_200_000),
        order_minimum: Some(20_000),
        blocked: false,
        sites: &[site("1", "Wafelhuis", "Breidelsteeg 4", "8000", "Brugge", &[Tue, Fri])],
        people: &[nl("Ellen Goossens", "ellen@wafelhuis.example", "customer_admin")],
        habit: Habit {
            families: &["flour", "dairy-eggs", "sugar", "chocolate", "fats", "frozen", "packaging", "drinks"],
            items: 50,
            lines: (6, 10),
            size: 95,
            weekdays: &[Tue, Fri],
            discipline: 68,
            holidays: &[(1, 10, 2, 5)],
            own_names: &[("014251", "Brusselse", None), ("014261", "Luikse", None), ("030141", "parelsuiker", None)],
            stopped_days_ago: 0,
        },
    },
    DemoCustomer {
        number: "K1023",
        name: "Bakkerij Moens",
        group: "bakkers",
        vat_number: "BE0109511911",
        language: "nl",
        kind: Kind::Bakery,
        payment_days: 30,
        credit_limit: Some(2_200_000),
        order_minimum: Some(15_000),
        blocked: false,
        sites: &[site("1", "Bakkerij", "Brakelsesteenweg 230", "9400", "Ninove", &[Mon, Thu])],
        people: &[
            nl("Danny Moens", "danny@bakkerijmoens.example", "customer_admin"),
            nl("Tine Moens", "tine@bakkerijmoens.example", "buyer"),
            nl("Bart Schepens", "bart@bakkerijmoens.example", "kitchen"),
        ],
        habit: Habit {
            families: BAKER,
            items: 90,
            lines: (9, 14),
            size: 95,
            weekdays: &[Mon, Thu],
            discipline: 86,
            holidays: &[(6, 22, 7, 12)],
            own_names: &[("010555", "bloem", None), ("070250", "rijstpap", None), ("130180", "doosjes klein", None)],
            stopped_days_ago: 0,
        },
    },
    DemoCustomer {
        number: "K1024",
        name: "Pralinehuis Elise",
        group: "bakkers",
        vat_number: "BE0157781485",
        language: "nl",
        kind: Kind::Chocolatier,
        payment_days: 14,
        credit_limit: Some(600_000),
        order_minimum: Some(15_000),
        blocked: false,
        sites: &[site("1", "Pralinehuis", "Korenlei 60", "9000", "Gent", &[Thu])],
        people: &[
            nl("Elise Baeten", "elise@pralinehuis.example", "customer_admin"),
            nl("Marc Baeten", "marc@pralinehuis.example", "bookkeeper"),
        ],
        habit: Habit {
            families: CHOCOLATIER,
            items: 55,
            lines: (6, 10),
            size: 55,
            weekdays: &[Thu],
            discipline: 66,
            holidays: &[(7, 10, 8, 20)],
            own_names: &[("060107", "puur", None), ("060117", "melk", None), ("060127", "wit", None)],
            stopped_days_ago: 0,
        },
    },
    DemoCustomer {
        number: "K1025",
        name: "Hotelgroep Noordzee",
        group: "grootkeukens",
        vat_number: "BE0144514063",
        language: "nl",
        kind: Kind::Hotel,
        payment_days: 60,
        credit_limit: Some(11_000_000),
        order_minimum: Some(25_000),
        blocked: false,
        sites: &[
            site("1", "Hotel Duinzicht", "Zeelaan 33", "8400", "Oostende", &[Tue, Fri]),
            site("2", "Hotel De Branding", "Strandlaan 120", "8660", "De Panne", &[Fri]),
            site("3", "Hotel Zilvermeeuw", "Duinenweg 18", "8620", "Nieuwpoort", &[Tue]),
        ],
        people: &[
            nl("Vincent Debruyne", "vincent@hotelgroepnoordzee.example", "customer_admin"),
            nl("Sarah Lambrecht", "sarah@hotelgroepnoordzee.example", "buyer"),
            nl("Olivier Titeca", "olivier@hotelgroepnoordzee.example", "kitchen"),
            nl("Carine Dehaene", "facturatie@hotelgroepnoordzee.example", "bookkeeper"),
        ],
        habit: Habit {
            families: &["frozen", "drinks", "horeca-dry", "dairy-eggs", "cleaning", "sugar", "fats", "packaging"],
            items: 105,
            lines: (10, 17),
            size: 125,
            weekdays: &[Tue, Fri],
            discipline: 83,
            holidays: &[(1, 8, 2, 3)],
            own_names: &[("120100", "ontbijtcroissant", Some("ONT-1")), ("160270", "fruitsap", Some("ONT-9"))],
            stopped_days_ago: 0,
        },
    },
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::super::catalogue::{CATEGORIES, PRODUCTS};
    use super::*;

    const ROLES: [&str; 5] = ["buyer", "approver", "customer_admin", "kitchen", "bookkeeper"];

    #[test]
    fn customers_are_numbered_and_distinct() {
        assert_eq!(CUSTOMERS.len(), 25);
        for (index, customer) in CUSTOMERS.iter().enumerate() {
            assert_eq!(customer.number, format!("K{}", 1001 + index));
        }
        assert_eq!(CUSTOMERS.iter().map(|customer| customer.name).collect::<BTreeSet<_>>().len(), 25);
        assert_eq!(CUSTOMERS.iter().map(|customer| customer.vat_number).collect::<BTreeSet<_>>().len(), 25);
        let speaking = |language| CUSTOMERS.iter().filter(|customer| customer.language == language).count();
        assert_eq!((speaking("nl"), speaking("fr"), speaking("en")), (21, 3, 1));
        assert_eq!(CUSTOMERS.iter().filter(|customer| customer.blocked).count(), 1);
    }

    #[test]
    fn vat_numbers_have_valid_check_digits() {
        for customer in CUSTOMERS {
            let digits = customer.vat_number.strip_prefix("BE0").unwrap();
            assert_eq!(digits.len(), 9);
            let (body, check) = digits.split_at(7);
            assert_eq!(
                97 - body.parse::<u32>().unwrap() % 97,
                check.parse::<u32>().unwrap(),
                "{}",
                customer.vat_number
            );
        }
    }

    #[test]
    fn people_have_a_known_role_and_an_address_of_their_own() {
        let mut seen = BTreeSet::new();
        for person in CUSTOMERS.iter().flat_map(|customer| customer.people) {
            assert!(person.email.ends_with(".example") && seen.insert(person.email), "{}", person.email);
            assert!(ROLES.contains(&person.role), "{}", person.email);
        }
        assert!(STAFF.iter().all(|(_, email, _)| email.ends_with("@korenmolen.example") && seen.insert(email)));
        assert!(CUSTOMERS.iter().all(|customer| customer.people.iter().any(|person| person.role == "customer_admin")));
    }

    #[test]
    fn sites_and_habits_make_sense() {
        let known = |families: &[&str]| families.iter().all(|key| CATEGORIES.iter().any(|(known, _)| known == key));
        for customer in CUSTOMERS {
            let (number, habit) = (customer.number, customer.habit);
            assert!(known(habit.families) && (40..=160).contains(&habit.items), "{number}");
            assert!(habit.lines.0 <= habit.lines.1 && habit.discipline <= 100, "{number}");
            for (index, site) in customer.sites.iter().enumerate() {
                assert_eq!(site.code, (index + 1).to_string());
                assert!(known(site.families) && !site.delivery_days.contains(&Weekday::Sun), "{number}");
                assert!(site.delivery_days.iter().any(|day| habit.weekdays.contains(day)), "{number}");
            }
            for (sku, own_name, _) in habit.own_names {
                assert!(PRODUCTS.iter().any(|product| product.sku == *sku) && !own_name.is_empty(), "{number} {sku}");
            }
        }
    }
}
