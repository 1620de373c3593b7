//! Which article is meant: known for certain, or doubtful with candidates, or unknown.

use std::{cell::Cell, collections::HashMap};

use crate::{
    ProductId,
    find::{Query, fit, fold},
    product::Article,
};

/// Candidates that are offered at most.
pub const OFFERED: usize = 8;

/// So many articles are held against the unknown texts of one file; what is left then is found by searching.
const COMPARED: usize = 500_000;

/// What a text means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    Sure(ProductId),
    /// The likeliest first, at least one.
    Doubtful(Vec<ProductId>),
    Unknown,
}

/// A customer's own list, made ready to be asked many times.
pub struct Known<'a> {
    articles: &'a [Article],
    at: HashMap<ProductId, usize>,
    /// Own codes and SKUs in lower case.
    codes: HashMap<String, Vec<usize>>,
    /// Codes of digits only, without their leading zeros.
    bare: HashMap<String, Vec<usize>>,
    /// GTINs without their leading zeros: 8, 12, 13 and 14 digits of one article are one number.
    gtins: HashMap<String, Vec<usize>>,
    /// Own names and names, folded.
    names: HashMap<String, Vec<usize>>,
    texts: Vec<String>,
    /// How many may still be compared: a file of five thousand unknown names is no way to keep the server busy.
    left: Cell<usize>,
}

impl<'a> Known<'a> {
    /// `gtins` are those of the same articles.
    pub fn new(articles: &'a [Article], gtins: &[(ProductId, String)]) -> Known<'a> {
        let mut known = Known {
            articles,
            at: articles.iter().enumerate().map(|(at, a)| (a.product, at)).collect(),
            codes: HashMap::new(),
            bare: HashMap::new(),
            gtins: HashMap::new(),
            names: HashMap::new(),
            texts: articles.iter().map(Article::findable).collect(),
            left: Cell::new(COMPARED),
        };
        for (at, article) in articles.iter().enumerate() {
            for code in [article.own_code.as_deref(), Some(article.sku.as_str())].into_iter().flatten() {
                put(&mut known.codes, code.to_lowercase(), at);
                if let Some(bare) = bare(code) {
                    put(&mut known.bare, bare.to_owned(), at);
                }
            }
            for name in [article.own_name.as_deref(), Some(article.name.as_str())].into_iter().flatten() {
                put(&mut known.names, fold(name), at);
            }
        }
        for (product, gtin) in gtins {
            if let (Some(at), Some(bare)) = (known.at.get(product), bare(gtin)) {
                put(&mut known.gtins, bare.to_owned(), *at);
            }
        }
        known
    }

    pub fn article(&self, product: ProductId) -> Option<&'a Article> {
        self.articles.get(*self.at.get(&product)?)
    }

    /// The article of a row that names it in one or several ways (code, own code, barcode, name), the best way first.
    ///
    /// The first way that is certain decides, unless a later one is as certain of something else: then it is asked.
    pub fn find(&self, ways: &[&str]) -> Found {
        let mut sure: Vec<usize> = Vec::new();
        for way in ways {
            let exact = self.exact(way);
            // an ambiguous name beside a certain code says nothing against it
            if let [one] = exact[..]
                && !sure.contains(&one)
            {
                sure.push(one);
            }
        }
        match sure[..] {
            [one] => return Found::Sure(self.articles[one].product),
            [] => {}
            _ => return self.doubtful(sure),
        }
        let candidates = ways.iter().map(|way| self.candidates(way)).find(|found| !found.is_empty());
        self.doubtful(candidates.unwrap_or_default())
    }

    /// Does this text alone name something, if perhaps two things?
    pub fn is_exact(&self, typed: &str) -> bool {
        !self.exact(typed).is_empty()
    }

    /// The articles whose code, barcode or whole name this is.
    fn exact(&self, typed: &str) -> Vec<usize> {
        let typed = typed.trim();
        if typed.is_empty() {
            return Vec::new();
        }
        let by_code = self.codes.get(&typed.to_lowercase());
        let digits: String = typed.chars().filter(|c| !matches!(c, ' ' | '\u{a0}' | '-')).collect();
        let by_gtin = || bare(&digits).filter(|_| digits.len() >= 8).and_then(|gtin| self.gtins.get(gtin));
        let by_name = || self.names.get(&fold(&typed.chars().take(super::LONGEST).collect::<String>()));
        by_code.or_else(by_gtin).or_else(by_name).cloned().unwrap_or_default()
    }

    /// What might have been meant, the likeliest first.
    fn candidates(&self, typed: &str) -> Vec<usize> {
        let exact = self.exact(typed);
        if !exact.is_empty() {
            return exact;
        }
        let typed = typed.trim();
        let mut found: Vec<usize> = Vec::new();
        // a spreadsheet takes the zeros before a code away, and writes 1055 as 1055.0
        let whole = typed.strip_suffix(".0").or_else(|| typed.strip_suffix(",0")).unwrap_or(typed);
        if let Some(bare) = bare(whole) {
            found.extend(self.bare.get(bare).into_iter().flatten());
        }
        // the barcode of an outer box is that of what is in it, but for its first and its last digit
        if let Some(inner) = inner(typed) {
            found.extend(self.gtins.get(&inner).into_iter().flatten());
        }
        let query = Query::new(typed);
        if !query.is_empty() && found.is_empty() && self.left.get() > 0 {
            self.left.set(self.left.get().saturating_sub(self.texts.len()));
            let mut fitting: Vec<(u32, usize)> =
                self.texts.iter().enumerate().filter_map(|(at, text)| Some((fit(&query, text)?, at))).collect();
            // of equals, what is taken more often
            fitting.sort_by_key(|(fit, at)| (*fit, self.articles[*at].habit.interval().is_none(), *at));
            found.extend(fitting.into_iter().take(OFFERED).map(|(_, at)| at));
        }
        found
    }

    fn doubtful(&self, found: Vec<usize>) -> Found {
        let mut products: Vec<ProductId> = Vec::new();
        for at in found {
            let product = self.articles[at].product;
            if !products.contains(&product) && products.len() < OFFERED {
                products.push(product);
            }
        }
        if products.is_empty() { Found::Unknown } else { Found::Doubtful(products) }
    }
}

fn put(map: &mut HashMap<String, Vec<usize>>, key: String, at: usize) {
    if !key.is_empty() {
        let there = map.entry(key).or_default();
        if !there.contains(&at) {
            there.push(at);
        }
    }
}

/// A code of digits without its leading zeros; none for every other code.
fn bare(code: &str) -> Option<&str> {
    let digits = !code.is_empty() && code.bytes().all(|b| b.is_ascii_digit());
    digits.then(|| code.trim_start_matches('0')).filter(|bare| !bare.is_empty())
}

/// The GTIN, without leading zeros, of what is in the box with this 14-digit code (GS1 General Specifications 2.1.2).
fn inner(typed: &str) -> Option<String> {
    let digits: Vec<u32> = typed.chars().map(|c| c.to_digit(10)).collect::<Option<_>>()?;
    if digits.len() != 14 || !(1..=8).contains(&digits[0]) || crate::product::gtin(typed).is_err() {
        return None;
    }
    let weighed: u32 = digits[1..13].iter().rev().enumerate().map(|(i, d)| if i % 2 == 0 { d * 3 } else { *d }).sum();
    let check = (10 - weighed % 10) % 10;
    bare(&format!("{}{check}", &typed[1..13])).map(str::to_owned)
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::{Quantity, SalesUnit, UnitCode, VatRate, guide::Habit};

    pub fn article(number: u128, sku: &str, name: &str, own: Option<&str>, own_code: Option<&str>) -> Article {
        Article {
            product: ProductId(uuid::Uuid::from_u128(number)),
            sku: sku.into(),
            name: name.into(),
            own_name: own.map(Into::into),
            own_code: own_code.map(Into::into),
            category: String::new(),
            base_unit: UnitCode("KGM".into()),
            unit: SalesUnit::whole("BG", Quantity::whole(25)),
            packs: Vec::new(),
            vat: VatRate(600),
            favourite: false,
            conditions: None,
            bundle: None,
            deposit: None,
            habit: Habit::default(),
            quantity: Quantity::ZERO,
            added_by: None,
        }
    }

    pub fn list() -> Vec<Article> {
        vec![
            article(1, "010255", "Tarwebloem T55 25 kg", Some("witte bloem"), Some("B1")),
            article(2, "001055", "Tarwebloem T65 25 kg", None, None),
            article(3, "A1", "Suiker", None, None),
            article(4, "A2", "Suiker", None, Some("010255")),
            article(5, "77", "Gist 10 kg", None, None),
        ]
    }

    #[test]
    fn what_is_meant_is_known_or_asked() {
        let list = list();
        let gtins = [(list[0].product, "5412345000013".to_owned()), (list[4].product, "40170725".to_owned())];
        let known = Known::new(&list, &gtins);
        let sku = |ways: &[&str]| match known.find(ways) {
            Found::Sure(product) => known.article(product).map(|a| a.sku.clone()).unwrap_or_default(),
            Found::Doubtful(all) => {
                let skus: Vec<_> = all.iter().filter_map(|p| known.article(*p)).map(|a| a.sku.as_str()).collect();
                format!("{}?", skus.join(" "))
            }
            Found::Unknown => "-".to_owned(),
        };
        for (typed, meant) in [
            ("b1", "010255"),
            ("Witte  Bloem", "010255"),
            ("tarwebloem t65 25 kg", "001055"),
            ("a1", "A1"),
            // the code of one and the own code of another
            ("010255", "010255 A2?"),
            // two have this name
            ("suiker", "A1 A2?"),
            // a leading zero is part of a code, and a spreadsheet may have taken it away
            ("1055", "001055?"),
            ("1055.0", "001055?"),
            ("077", "77?"),
            ("0", "010255 001055 A2 77?"),
            // 13 digits, and 14 with a leading zero
            ("5412345000013", "010255"),
            ("05412345000013", "010255"),
            ("541 2345 000013", "010255"),
            ("00000040170725", "77"),
            // a box of them
            ("15412345000010", "010255?"),
            ("15412345000011", "-"),
            ("tarwbloem", "010255 001055?"),
            ("kaviaar", "-"),
            ("", "-"),
        ] {
            assert_eq!(sku(&[typed]), meant, "{typed}");
        }
        assert_eq!(sku(&["A1", "Suiker"]), "A1", "a name that two have says nothing against a code");
        assert_eq!(sku(&["A1", "witte bloem"]), "A1 010255?", "a code and a name that contradict each other");
        assert_eq!(sku(&["zzz", "witte bloem"]), "010255");
        assert_eq!(sku(&["zzz", "gst"]), "-");
    }
}
