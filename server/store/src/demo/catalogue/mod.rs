//! What the demo distributor "De Korenmolen" sells: bakery ingredients and what goes with them.
//!
//! Plain constant data, one entry per product, in files by shelf. The goods, the pack sizes and the price level are those
//! of a Belgian wholesaler in 2026, prices excluding VAT; the mills and the bar codes are made up. An article number is
//! two digits of category, three of article and one of pack (5 = 25 kg, 1 = 10 kg, 2 = 5 kg, 3 = 1 kg, 4 = 20 kg), as text.
//!
//! Unit codes: UN/ECE Recommendation 20 for base units (`KGM`, `LTR`, `C62`), and for sales units those or the package
//! codes of Recommendation 21, without the X that invoices put before them.

/// One article as it is sold: one sales unit, one list price.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DemoProduct {
    pub sku: &'static str,
    pub gtin: Option<&'static str>,
    pub nl: &'static str,
    pub fr: &'static str,
    pub en: &'static str,
    pub category: &'static str,
    pub base_unit: &'static str,
    pub sales_unit: &'static str,
    /// Thousandths of the base unit in one sales unit.
    pub content: i64,
    /// Whole sales units.
    pub minimum: i64,
    /// Whole sales units.
    pub multiple: i64,
    /// Ten-thousandths of a euro for one sales unit, excluding VAT.
    pub list_price: i64,
    /// Basis points: 600 for food, 2100 for the rest.
    pub vat: i64,
    /// Keys of the fourteen legal allergens.
    pub allergens: &'static [&'static str],
    /// 1 for what hardly anybody buys, 100 for what everybody buys.
    pub popularity: u8,
    pub season: Season,
}

/// When an article is bought; the history of the demo follows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Season {
    Always,
    Winter,
    Easter,
    Summer,
    /// Saint Nicholas to the New Year: speculoos, marzipan, chocolate figures.
    Saints,
}

/// Turns the tables of this folder into a constant list. A row reads: article number, bar code ("" = none), base unit,
/// sales unit, content, minimum/multiple, list price, VAT, popularity, season, allergens, and the three names.
macro_rules! products {
    ($list:ident $([$category:literal] $($sku:literal $gtin:literal $base:ident $sales:ident $content:literal
        $minimum:literal/$multiple:literal $price:literal $vat:literal $popularity:literal $season:ident
        [$($allergen:ident)*] $nl:literal, $fr:literal, $en:literal;)+)+) => {
        pub(super) const $list: &[DemoProduct] = &[$($(DemoProduct {
            sku: $sku,
            gtin: super::some($gtin),
            nl: $nl,
            fr: $fr,
            en: $en,
            category: $category,
            base_unit: stringify!($base),
            sales_unit: stringify!($sales),
            content: $content,
            minimum: $minimum,
            multiple: $multiple,
            list_price: $price,
            vat: $vat,
            allergens: &[$(stringify!($allergen)),*],
            popularity: $popularity,
            season: Season::$season,
        }),+),+];
    };
}

mod around;
mod dough;
mod flour;
mod horeca;
mod named;
mod pastry;
mod seasoning;

const fn some(text: &'static str) -> Option<&'static str> {
    if text.is_empty() { None } else { Some(text) }
}

const SHELVES: [&[DemoProduct]; 7] =
    [named::NAMED, flour::FLOUR, dough::DOUGH, pastry::PASTRY, seasoning::SEASONING, horeca::HORECA, around::AROUND];

const COUNT: usize = {
    let (mut shelf, mut count) = (0, 0);
    while shelf < SHELVES.len() {
        count += SHELVES[shelf].len();
        shelf += 1;
    }
    count
};

static ALL: [DemoProduct; COUNT] = {
    let mut all = [named::NAMED[0]; COUNT];
    let (mut shelf, mut count) = (0, 0);
    while shelf < SHELVES.len() {
        let mut row = 0;
        while row < SHELVES[shelf].len() {
            all[count] = SHELVES[shelf][row];
            count += 1;
            row += 1;
        }
        shelf += 1;
    }
    all
};

/// Every product. The first fourteen are the small world that tests know by name; their places do not change.
pub static PRODUCTS: &[DemoProduct] = &ALL;

/// Category key with its names in Dutch, French and English, in the order of the warehouse.
pub const CATEGORIES: &[(&str, [&str; 3])] = &[
    ("flour", ["Bloem, meel en mixen", "Farines et mélanges", "Flour and mixes"]),
    ("yeast", ["Gist, desem en rijsmiddelen", "Levures, levains et poudres à lever", "Yeast, sourdough and leavening"]),
    ("sugar", ["Suiker en zoetstoffen", "Sucres et édulcorants", "Sugar and sweeteners"]),
    ("fats", ["Boter, vetten en oliën", "Beurres, graisses et huiles", "Butter, fats and oils"]),
    ("dairy-eggs", ["Zuivel en eieren", "Produits laitiers et œufs", "Dairy and eggs"]),
    ("chocolate", ["Chocolade en cacao", "Chocolat et cacao", "Chocolate and cocoa"]),
    (
        "fillings",
        ["Vullingen, crèmes en ijsbases", "Garnitures, crèmes et bases à glace", "Fillings, creams and ice bases"],
    ),
    ("nuts-seeds", ["Noten, zaden en gedroogd fruit", "Noix, graines et fruits secs", "Nuts, seeds and dried fruit"]),
    ("improvers", ["Verbeteraars en bindmiddelen", "Améliorants et liants", "Improvers and binders"]),
    ("spices", ["Zout, specerijen en aroma's", "Sel, épices et arômes", "Salt, spices and flavourings"]),
    ("decoration", ["Decoratie", "Décoration", "Decoration"]),
    ("frozen", ["Diepvries", "Surgelés", "Frozen"]),
    ("horeca-dry", ["Droge voeding en sauzen", "Épicerie et sauces", "Dry goods and sauces"]),
    ("drinks", ["Dranken", "Boissons", "Drinks"]),
    ("packaging", ["Verpakking", "Emballages", "Packaging"]),
    ("cleaning", ["Onderhoud en hygiëne", "Entretien et hygiène", "Cleaning and hygiene"]),
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    const SALES_UNITS: &[&str] =
        &["BG", "BJ", "BO", "BX", "C62", "CA", "CR", "CT", "JC", "JR", "PK", "PU", "PX", "RO", "TB", "TNE"];

    #[test]
    fn there_are_enough_distinct_products() {
        let skus: BTreeSet<_> = PRODUCTS.iter().map(|product| product.sku).collect();
        assert_eq!(skus.len(), PRODUCTS.len());
        assert!(PRODUCTS.len() >= 330, "{}", PRODUCTS.len());
        assert!(PRODUCTS.iter().filter(|product| product.category == "flour").count() >= 45);
        assert!(
            PRODUCTS.iter().all(|product| product.sku.len() == 6 && product.sku.bytes().all(|b| b.is_ascii_digit()))
        );
    }

    #[test]
    fn the_named_fourteen_keep_their_places() {
        let skus: Vec<_> = PRODUCTS[..14].iter().map(|product| product.sku).collect();
        let fixed = "010455 010555 010655 010205 012655 011505 013005 013205 020100 030105 040101 100105 130220 050101";
        assert_eq!(skus.join(" "), fixed);
        assert_eq!((PRODUCTS[8].minimum, PRODUCTS[8].multiple), (2, 1));
        assert_eq!((PRODUCTS[12].multiple, PRODUCTS[12].vat, PRODUCTS[12].content), (2, 2100, 100_000));
    }

    #[test]
    fn names_exist_in_three_languages_and_differ() {
        for names in [
            PRODUCTS.iter().map(|product| product.nl).collect::<Vec<_>>(),
            PRODUCTS.iter().map(|product| product.fr).collect(),
            PRODUCTS.iter().map(|product| product.en).collect(),
        ] {
            assert!(names.iter().all(|name| !name.is_empty() && name.trim() == *name && name.chars().count() <= 80));
            assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len());
        }
    }

    #[test]
    fn bar_codes_are_valid_and_distinct() {
        let mut seen = BTreeSet::new();
        for gtin in PRODUCTS.iter().filter_map(|product| product.gtin) {
            assert!(gtin.len() == 13 && gtin.starts_with("541"), "{gtin}");
            let sum: u32 = gtin
                .bytes()
                .enumerate()
                .map(|(place, b)| u32::from(b - b'0') * if place % 2 == 0 { 1 } else { 3 })
                .sum();
            assert_eq!(sum % 10, 0, "{gtin}");
            assert!(seen.insert(gtin), "{gtin}");
        }
        assert!(seen.len() * 10 > PRODUCTS.len() * 8);
    }

    #[test]
    fn units_prices_and_keys_are_known() {
        const ALLERGENS: &str = "gluten crustaceans eggs fish peanuts soybeans milk nuts celery mustard sesame sulphites \
                                 lupin molluscs";
        let allergens: BTreeSet<_> = ALLERGENS.split(' ').collect();
        for product in PRODUCTS {
            let sku = product.sku;
            assert!(["KGM", "LTR", "C62"].contains(&product.base_unit), "{sku}");
            assert!(SALES_UNITS.contains(&product.sales_unit), "{sku}");
            assert!(product.content > 0 && product.list_price > 0, "{sku}");
            assert!(product.multiple > 0 && product.minimum > 0 && product.minimum % product.multiple == 0, "{sku}");
            assert!([600, 2100].contains(&product.vat), "{sku}");
            assert!((1..=100).contains(&product.popularity), "{sku}");
            assert!(product.allergens.iter().all(|key| allergens.contains(key)), "{sku}");
            assert!(CATEGORIES.iter().any(|(key, _)| *key == product.category), "{sku}");
        }
        assert!(SALES_UNITS.iter().all(|unit| PRODUCTS.iter().any(|product| product.sales_unit == *unit)));
        assert!(CATEGORIES.iter().all(|(key, _)| PRODUCTS.iter().any(|product| product.category == *key)));
    }
}
