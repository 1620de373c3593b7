//! Which article is meant: known for certain, or all but, or doubtful with candidates, or unknown.

use std::{cell::Cell, collections::HashMap};

use crate::{
    ProductId,
    find::{fold, slips, synonyms, typos, words},
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
    /// The only one that has all the words as they were typed, or the digits but for zeros in front: shown as the answer
    /// to a question, and counted.
    Likely(ProductId),
    /// The likeliest first, at least one. Somebody chooses, also where there is one only.
    Doubtful(Vec<ProductId>),
    /// Can no longer be ordered; the other takes its place, where the customer says so.
    Replaced {
        of: ProductId,
        by: ProductId,
    },
    Unknown,
}

impl Found {
    /// What somebody is asked about.
    pub fn candidates(&self) -> &[ProductId] {
        match self {
            Found::Likely(one) | Found::Replaced { by: one, .. } => std::slice::from_ref(one),
            Found::Doubtful(all) => all,
            Found::Sure(_) | Found::Unknown => &[],
        }
    }
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
    /// Codes and names, as in the maps above, of what can no longer be ordered, and what takes its place.
    replaced: HashMap<String, (ProductId, ProductId)>,
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
            replaced: HashMap::new(),
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

    /// With what was in the list and can no longer be ordered, and what takes its place.
    #[must_use]
    pub fn and_replaced<'b>(mut self, replaced: impl IntoIterator<Item = (&'b Article, ProductId)>) -> Known<'a> {
        for (article, by) in replaced {
            let codes = [article.own_code.as_deref(), Some(article.sku.as_str())].into_iter().flatten();
            let names = [article.own_name.as_deref(), Some(article.name.as_str())].into_iter().flatten().map(fold);
            let bare = codes.clone().filter_map(bare).map(str::to_owned);
            for key in codes.map(str::to_lowercase).chain(bare).chain(names).filter(|key| !key.is_empty()) {
                self.replaced.entry(key).or_insert((article.product, by));
            }
        }
        self
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
        if let Some((of, by)) = ways.iter().find_map(|way| self.replaced(way)) {
            return Found::Replaced { of, by };
        }
        let found = ways.iter().map(|way| self.meant(way)).find(|found| *found != Found::Unknown);
        found.unwrap_or(Found::Unknown)
    }

    /// Does this text alone name something, if perhaps two things?
    pub fn is_exact(&self, typed: &str) -> bool {
        !self.exact(typed).is_empty() || self.replaced(typed).is_some()
    }

    fn replaced(&self, typed: &str) -> Option<(ProductId, ProductId)> {
        let typed = typed.trim();
        let keys = [Some(typed.to_lowercase()), bare(typed).map(str::to_owned), Some(fold(typed))];
        keys.into_iter().flatten().find_map(|key| self.replaced.get(&key).copied())
    }

    /// Is there an article that has all the words of a text?
    pub fn has_all(&self, typed: &str) -> bool {
        let wanted: Vec<String> = words(typed).collect();
        self.left.set(self.left.get().saturating_sub(self.texts.len()));
        let has = |text: &str, word: &String| text.split(' ').any(|there| there == word);
        self.left.get() > 0 && self.texts.iter().any(|text| wanted.iter().all(|word| has(text, word)))
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

    /// What might have been meant by a text that alone is not certain.
    fn meant(&self, typed: &str) -> Found {
        let exact = self.exact(typed);
        if !exact.is_empty() {
            return self.doubtful(exact);
        }
        let typed = typed.trim();
        // a spreadsheet takes the zeros before a code away, and writes 1055 as 1055.0
        let whole = typed.strip_suffix(".0").or_else(|| typed.strip_suffix(",0")).unwrap_or(typed);
        let bare = bare(whole).and_then(|bare| self.bare.get(bare)).cloned().unwrap_or_default();
        // the barcode of an outer box is that of what is in it, but for its first and its last digit
        let inner = inner(typed).and_then(|inner| self.gtins.get(&inner)).cloned().unwrap_or_default();
        match (&bare[..], &inner[..]) {
            ([], []) => self.by_words(typed),
            ([one], []) => Found::Likely(self.articles[*one].product),
            _ => self.doubtful(bare.into_iter().chain(inner).collect()),
        }
    }

    /// Those that have the words, or almost.
    fn by_words(&self, typed: &str) -> Found {
        let wanted: Vec<Word> = words(typed).take(8).map(Word::new).collect();
        if wanted.is_empty() || self.left.get() == 0 {
            return Found::Unknown;
        }
        self.left.set(self.left.get().saturating_sub(self.texts.len()));
        let mut fitting: Vec<(Fit, usize)> =
            self.texts.iter().enumerate().filter_map(|(at, text)| Some((fit(&wanted, text)?, at))).collect();
        // of equals, what is taken more often
        fitting.sort_by_key(|(fit, at)| (*fit, self.articles[*at].habit.interval().is_none(), *at));
        let telling = wanted.iter().any(|word| !word.scrap);
        let mut complete = fitting.iter().filter(|(fit, _)| fit.missing == 0);
        match (complete.next(), complete.next()) {
            (Some((Fit { similar: 0, .. }, one)), None) if telling => Found::Likely(self.articles[*one].product),
            _ => self.doubtful(fitting.into_iter().map(|(_, at)| at).collect()),
        }
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

/// A typed word, made ready to be held against many texts.
struct Word {
    word: String,
    /// Other names of the trade.
    also: Vec<&'static str>,
    /// A number or a few letters, `x`, `2`, `25`: it stands in too many words, so it must be one itself, and alone it says
    /// nothing about what is meant.
    scrap: bool,
}

impl Word {
    fn new(word: String) -> Word {
        let letters = word.chars().filter(|c| c.is_alphabetic()).count();
        let scrap = letters < 3 && word.chars().count() < 4;
        Word { also: synonyms(&word).collect(), word, scrap }
    }

    /// 0 the same, then the beginning, inside, another name, with typos; none is not there.
    fn cost(&self, text: &str) -> Option<u32> {
        if text.split(' ').any(|there| there == self.word) {
            return Some(0);
        }
        let near = || text.split(' ').filter_map(|there| self.near(there)).min();
        // a short one must be the whole word: `ei` is in too many
        let is = |there: &str, other: &str| there == other || other.len() > 3 && there.contains(other);
        let named = || text.split(' ').any(|there| self.also.iter().any(|other| is(there, other)));
        let near = if self.scrap { None } else { near() };
        near.or_else(|| named().then_some(4))
    }

    fn near(&self, there: &str) -> Option<u32> {
        match there.find(&self.word) {
            Some(at) => Some(if at > 0 { 2 } else { 1 }),
            None => typos(&self.word, there, slips(&self.word)?).map(|typos| 3 + typos),
        }
    }
}

/// How a text answers to what was typed; the smaller fits better.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Fit {
    /// Words that are there otherwise than they were typed.
    similar: u32,
    /// Scraps that are not there.
    missing: u32,
    cost: u32,
}

/// None where a word is not there. A scrap that is not says nothing against the words that are: `gist 2 x` is yeast.
fn fit(wanted: &[Word], text: &str) -> Option<Fit> {
    let telling = wanted.iter().any(|word| !word.scrap);
    let mut fit = Fit::default();
    for word in wanted {
        match word.cost(text) {
            Some(0) => {}
            Some(cost) => {
                fit.similar += 1;
                fit.cost += cost;
            }
            None if word.scrap && telling => fit.missing += 1,
            None => return None,
        }
    }
    Some(fit)
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
            Found::Likely(product) => format!("{}!", known.article(product).map_or("", |a| &a.sku)),
            Found::Replaced { .. } | Found::Unknown => "-".to_owned(),
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
            ("1055", "001055!"),
            ("1055.0", "001055!"),
            ("077", "77!"),
            // what is part of a number or of a word is nothing
            ("0", "-"),
            ("x", "-"),
            // 13 digits, and 14 with a leading zero
            ("5412345000013", "010255"),
            ("05412345000013", "010255"),
            ("541 2345 000013", "010255"),
            ("00000040170725", "77"),
            // a box of them
            ("15412345000010", "010255?"),
            ("15412345000011", "-"),
            ("tarwbloem", "010255 001055?"),
            // all the words of one and of no other
            ("bloem witte", "010255!"),
            ("tarwebloem t65", "001055!"),
            ("tarwebloem t55", "010255!"),
            // who types another size is asked, and so is who typed no word whole
            ("tarwebloem t45", "010255 001055?"),
            ("gist 500", "77?"),
            ("gists", "77?"),
            ("gis", "77?"),
            // the whole word before what contains it
            ("bloem", "010255 001055?"),
            ("25", "010255 001055?"),
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

    #[test]
    fn the_whole_word_goes_before_what_is_like_it() {
        let list = vec![
            article(1, "012345", "Mix voor pistolets 25 kg", None, None),
            article(2, "012346", "Gistdeegbloem 2 x 5 kg", None, None),
            article(3, "040160", "Beurre doux en plaquette", None, None),
            article(4, "020100", "Verse gist blok 500 g", Some("gist"), Some("G1")),
        ];
        let known = Known::new(&list, &[]);
        let skus = |typed: &str| {
            let found = known.find(&[typed]);
            let skus = found.candidates().iter().filter_map(|p| known.article(*p)).map(|a| a.sku.clone());
            (skus.collect::<Vec<_>>().join(" "), matches!(found, Found::Likely(_)))
        };
        // `gist` is one slip from the beginning of `pistolets`
        assert_eq!(skus("Gist 2 x"), ("020100 012346 012345".to_owned(), false));
        assert_eq!(skus("2 x"), ("012346".to_owned(), false), "of scraps alone nothing is likely");
        assert_eq!(skus("beurre deux"), ("040160".to_owned(), false), "the only one, but with a slip");
        assert_eq!(skus("beurre doux"), ("040160".to_owned(), true));
    }

    #[test]
    fn what_is_no_longer_sold_is_found_and_says_by_what() {
        let list = list();
        let gone = article(9, "040330", "Frituurolie 10 l", Some("olie"), None);
        let known = Known::new(&list, &[]).and_replaced([(&gone, list[2].product)]);
        for typed in ["040330", "40330", "Olie", "frituurolie 10 l"] {
            assert_eq!(known.find(&[typed]), Found::Replaced { of: gone.product, by: list[2].product }, "{typed}");
        }
        assert_eq!(known.find(&["040330", "witte bloem"]), Found::Sure(list[0].product));
        assert_eq!(known.find(&["frituur"]), Found::Unknown);
    }

    proptest::proptest! {
        /// What is chosen for somebody has every word he typed.
        #[test]
        fn what_is_likely_has_all_the_words(typed in "(suiker|gist|bloem|blom|tarwebloem|t55|t65|25|kg|10|x|[a-z]{1,4}|[0-9]{1,3})( (suiker|gist|bloem|t55|25|kg|2|x|[a-z]{1,4})){0,3}") {
            let list = list();
            if let Found::Likely(product) = Known::new(&list, &[]).find(&[&typed]) {
                let article = list.iter().find(|a| a.product == product).expect("is of the list");
                let text = article.findable();
                let has = |word: &str| text.split(' ').any(|w| w == word);
                let digits = typed.trim_start_matches('0') == article.sku.trim_start_matches('0');
                let own = article.own_code.as_deref().is_some_and(|c| c.trim_start_matches('0') == typed);
                proptest::prop_assert!(digits || own || words(&typed).all(|word| has(&word)), "{typed}");
            }
        }
    }
}
