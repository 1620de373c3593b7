//! In which order an assortment answers: the very code first, then what the customer calls so himself, then what he
//! bought before, then the rest; within each, the closer fit first. What has a word only inside another one, or with a slip
//! of the finger, comes behind all that, whoever bought it.
//!
//! The rule is one, whichever database found the candidates. What stands for a word of the query (its plural, another
//! name of the trade, a compound it is part of, a slip of the finger) is looked up by the store, in the words that occur
//! in the catalogue, and handed over with a [`Term`]; here it is only weighed.

use serde::{Deserialize, Serialize};

use super::{code, words};

/// What it costs that a word of the text is not the one that was typed.
pub mod cost {
    /// The typed word is its beginning, or both have one stem.
    pub const NEAR: u32 = 1;
    pub const SYNONYM: u32 = 2;
    /// The typed word ends it: Dutch names a kind of `bloem` by a word that ends so.
    pub const COMPOUND: u32 = 2;
    /// A compound of a synonym, the parts of a typed compound in two words, or part of a number.
    pub const APART: u32 = 4;
    /// The typed word stands inside it by chance, as far as anybody can tell: `bœuf` has `œuf` in it.
    pub const INSIDE: u32 = 5;
    /// With one slip of the finger; each further slip costs one more.
    pub const SLIP: u32 = 6;
    /// Not there at all.
    pub const MISSING: u32 = 20;
}

/// The mark before a whole code among the words of a text.
pub const CODE: char = '=';

/// One word of a query, with what else will do for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    pub word: String,
    /// Does the beginning of a word do?
    pub prefix: bool,
    /// Other words that will do, and what each costs.
    also: Vec<(String, u32)>,
    /// Two words that will do together.
    pub parts: Vec<(String, String)>,
    /// The first letters of `also`: most words of a text are told from them by that alone.
    initials: u64,
}

impl Term {
    pub fn new(word: String, prefix: bool) -> Term {
        Term { word, prefix, also: Vec::new(), parts: Vec::new(), initials: 0 }
    }

    /// Adds another word; the cheapest way to it counts.
    pub fn accept(&mut self, word: &str, cost: u32) {
        if word == self.word {
            return;
        }
        match self.also.iter_mut().find(|(other, _)| other == word) {
            Some((_, before)) => *before = cost.min(*before),
            None => {
                self.initials |= initial(word);
                self.also.push((word.to_owned(), cost));
            }
        }
    }

    pub fn also(&self) -> impl Iterator<Item = &str> {
        self.also.iter().map(|(word, _)| word.as_str())
    }

    /// The same without anything but the typed word itself.
    pub fn bare(&self) -> Term {
        Term::new(self.word.clone(), false)
    }

    /// The cheapest of some words, and its cost.
    fn among<'a>(&self, words: &[&'a str]) -> Option<(u32, &'a str)> {
        let single = words.iter().filter_map(|word| Some((self.cost(word)?, *word))).min_by_key(|(cost, _)| *cost);
        let both = |(one, other): &&(String, String)| {
            words.contains(&one.as_str()).then(|| words.iter().find(|w| *w == other).copied()).flatten()
        };
        let parted = || self.parts.iter().find_map(|parts| both(&parts)).map(|word| (cost::APART, word));
        single.or_else(parted)
    }

    fn cost(&self, word: &str) -> Option<u32> {
        if word == self.word {
            return Some(0);
        }
        if self.prefix && word.starts_with(self.word.as_str()) {
            return Some(cost::NEAR);
        }
        if self.initials & initial(word) == 0 {
            return None;
        }
        self.also.iter().find(|(other, _)| other == word).map(|(_, cost)| *cost)
    }
}

fn initial(word: &str) -> u64 {
    1 << (word.bytes().next().unwrap_or(0) & 63)
}

/// A query made ready: its words, each with what else will do, and the codes it may be.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    pub terms: Vec<Term>,
    /// Marked with [`CODE`].
    pub codes: Vec<String>,
}

impl Wanted {
    /// Of what is typed eight words count. A word of one or two letters must be there as it is, unless it is all that
    /// was typed: `5` is not the beginning of `500`.
    pub fn new(typed: &str) -> Wanted {
        let words: Vec<String> = words(typed).take(8).collect();
        let alone = words.len() == 1;
        let terms = words
            .into_iter()
            .map(|word| {
                let prefix = alone || word.chars().count() > 2;
                Term::new(word, prefix)
            })
            .collect();
        Wanted { terms, codes: marked(&code(typed)) }
    }

    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// Where a text belongs among the answers; none where a word is missing, or more than `missing` of them.
    pub fn rank(&self, text: &Text<'_>, missing: usize) -> Option<Rank> {
        if self.terms.is_empty() {
            return None;
        }
        let length = (text.product.len() + text.own.len()) as u32;
        let codes = |words: &[&str]| self.codes.iter().any(|code| words.contains(&code.as_str()));
        if codes(&text.own) || codes(&text.product) {
            return Some(Rank { doubtful: false, place: Place::Code, cost: 0, length });
        }
        let (mut total, mut absent, mut dearest) = (0, 0, 0);
        let (mut own, mut telling) = (false, false);
        for term in &self.terms {
            let (mine, theirs) = (term.among(&text.own), term.among(&text.product));
            own |= mine.is_some_and(|(mine, _)| theirs.is_none_or(|(theirs, _)| mine <= theirs));
            let Some(cost) = mine.into_iter().chain(theirs).map(|(cost, _)| cost).min() else {
                absent += 1;
                total += cost::MISSING;
                continue;
            };
            // a number or a scrap alone says nothing about what is meant
            telling |= term.word.chars().filter(|c| c.is_alphabetic()).count() > 2;
            dearest = dearest.max(cost);
            total += cost;
        }
        if absent > missing || absent > 0 && !telling {
            return None;
        }
        let place = match (own, text.bought) {
            (true, _) => Place::Own,
            (false, true) => Place::Bought,
            (false, false) => Place::Assortment,
        };
        Some(Rank { doubtful: absent > 0 || dearest >= cost::INSIDE, place, cost: total, length })
    }

    /// The words of a text that answered.
    pub fn answered<'a>(&self, text: &Text<'a>) -> Vec<&'a str> {
        let all: Vec<&str> = text.own.iter().chain(&text.product).copied().collect();
        match self.codes.iter().find_map(|code| all.iter().find(|word| *word == code)) {
            Some(code) => vec![code.trim_start_matches(CODE)],
            None => self.terms.iter().filter_map(|term| Some(term.among(&all)?.1)).collect(),
        }
    }
}

/// A code as it is found among words; one of digits alone (GTIN-8 to -14) also without the zeros in front.
fn marked(code: &str) -> Vec<String> {
    if code.is_empty() {
        return Vec::new();
    }
    let mut marked = vec![format!("{CODE}{code}")];
    let short = code.trim_start_matches('0');
    if code.len() >= 8 && short.len() < code.len() && !short.is_empty() && code.bytes().all(|b| b.is_ascii_digit()) {
        marked.push(format!("{CODE}{short}"));
    }
    marked
}

/// What a text is found by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text<'a> {
    /// The customer's own name and code.
    pub own: Vec<&'a str>,
    /// The distributor's names and codes.
    pub product: Vec<&'a str>,
    pub bought: bool,
}

/// The words of names and codes, each once, the names first; what is `exact` is found as a whole code only.
pub fn text_of<'a>(
    names: impl IntoIterator<Item = &'a str>,
    codes: impl IntoIterator<Item = &'a str>,
    exact: Option<&'a str>,
) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    let mut add = |word: String| {
        if !word.is_empty() && all.len() < 96 && !all.contains(&word) {
            all.push(word);
        }
    };
    names.into_iter().flat_map(words).for_each(&mut add);
    for typed in codes {
        words(typed).for_each(&mut add);
        marked(&code(typed)).into_iter().for_each(&mut add);
    }
    exact.into_iter().flat_map(|typed| marked(&code(typed))).for_each(&mut add);
    all
}

/// Why an answer stands where it stands; the order of the sections.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// It is the very code.
    Code,
    /// The customer calls it so.
    Own,
    Bought,
    Assortment,
}

/// The place of an answer; the smaller comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rank {
    /// Only inside another word, with a slip of the finger, or not with all words.
    pub doubtful: bool,
    pub place: Place,
    pub cost: u32,
    /// How many words it has: of two that fit alike the plainer is meant.
    pub length: u32,
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn wanted(typed: &str) -> Wanted {
        let mut wanted = Wanted::new(typed);
        for term in &mut wanted.terms {
            for (also, cost) in [("tarwebloem", cost::COMPOUND), ("boteer", cost::SLIP), ("farine", cost::SYNONYM)] {
                if also != term.word
                    && (also.contains(term.word.as_str()) || term.word == "boter" || term.word == "meel")
                {
                    term.accept(also, cost);
                }
            }
        }
        wanted
    }

    fn rank(typed: &str, own: &str, product: &str, bought: bool) -> Option<Rank> {
        let (own, product) = (text_of([own], [], None), text_of([product], ["0102-55"], Some("05412345678908")));
        let words = |all: &'_ [String]| all.iter().map(String::as_str).collect::<Vec<_>>().join(" ");
        let (own, product) = (words(&own), words(&product));
        let split = |text: &'static str| text.split(' ').filter(|w| !w.is_empty()).collect();
        let text = Text { own: split(own.leak()), product: split(product.leak()), bought };
        wanted(typed).rank(&text, 0)
    }

    #[test]
    fn the_customer_is_known() {
        let flour = "Tarwebloem T55 25 kg";
        let by_code = rank("010255", "", flour, false);
        let own = rank("bloem", "Witte bloem", flour, false);
        let bought = rank("bloem", "", flour, true);
        let other = rank("bloem", "", "Bloem 25 kg", false);
        let compound = rank("bloem", "", flour, false);
        assert!(by_code < own && own < bought && bought < other && other < compound && by_code.is_some());
        assert_eq!(rank("0102 55", "", flour, false).map(|r| r.place), Some(Place::Code));
        assert_eq!(rank("5412345678908", "", flour, false).map(|r| r.place), Some(Place::Code), "GTIN-13 of a GTIN-14");
        assert_eq!(rank("05412345678908", "", flour, false).map(|r| r.place), Some(Place::Code));
        assert_eq!(rank("bloem rogge", "", flour, false), None);
        assert_eq!(rank("bloem 5", "", flour, false), None, "5 is not the beginning of 55");
        assert_eq!(rank("!?", "", flour, false), None);
    }

    #[test]
    fn what_is_doubtful_comes_last() {
        let slip = rank("boter", "", "Boteer 10 kg", true);
        assert!(slip.is_some_and(|r| r.doubtful) && rank("boter", "", "Boter 10 kg", false) < slip);
        // what he calls so and bought, with the word inside another
        let eggs = |also: &str, product: &str, bought: bool| {
            let mut wanted = Wanted::new("oeufs");
            wanted.terms[0].accept(also, cost::INSIDE);
            let words = text_of([product], [], None);
            let product = words.iter().map(String::as_str).collect();
            wanted.rank(&Text { own: Vec::new(), product, bought }, 0)
        };
        let beef = eggs("boeuf", "Graisse de bœuf", true);
        let plain = eggs("boeuf", "Œufs entiers liquides", false);
        assert!(plain.is_some_and(|r| !r.doubtful) && beef.is_some() && plain < beef);
    }

    proptest! {
        #[test]
        fn every_article_is_found_by_its_name_and_its_code(name in "[A-Z][a-zé]{2,9}( [a-z0-9]{1,8}){0,4}", sku in "[A-Z0-9]{2,4}[-/ ]?[A-Z0-9]{1,6}") {
            let words = text_of([name.as_str()], [sku.as_str()], None);
            let text = Text { product: words.iter().map(String::as_str).collect(), ..Text::default() };
            prop_assert!(Wanted::new(&name).rank(&text, 0).is_some());
            prop_assert_eq!(Wanted::new(&sku).rank(&text, 0).map(|r| r.place), Some(Place::Code));
        }

        #[test]
        fn another_word_never_finds_more(name in "[a-e ]{1,30}", one in "[a-e]{1,3}", other in "[a-e]{3}") {
            let words = text_of([name.as_str()], [], None);
            let text = Text { product: words.iter().map(String::as_str).collect(), ..Text::default() };
            let with = Wanted::new(&format!("{one} {other}")).rank(&text, 0);
            prop_assert!(with.is_none() || Wanted::new(&one).rank(&text, 0).is_some());
        }

        #[test]
        fn knowing_the_customer_beats_fitting_better(word in "[a-z]{4,8}", rest in "[a-z]{1,5}") {
            let longer = [word.as_str(), rest.as_str()].concat();
            let place = |own: &str, product: &str, bought: bool| {
                let (own, product) = (text_of([own], [], None), text_of([product], [], None));
                let text = Text {
                    own: own.iter().map(String::as_str).collect(),
                    product: product.iter().map(String::as_str).collect(),
                    bought,
                };
                Wanted::new(&word).rank(&text, 0)
            };
            let (own, bought, plain) = (place(&longer, "x", false), place("", &longer, true), place("", &word, false));
            prop_assert!(own.is_some() && own < bought && bought < plain);
        }

        #[test]
        fn a_word_comes_before_what_has_it_inside(word in "[a-z]{4,8}", by in "[a-z]{1,3}", more in 0u32..3) {
            let inside = [by.as_str(), &word, &by].concat();
            prop_assume!(!inside.starts_with(&word));
            let mut wanted = Wanted::new(&word);
            wanted.terms[0].accept(&inside, cost::INSIDE + more);
            let theirs = Text { own: vec![inside.as_str()], bought: true, ..Text::default() };
            let longer = [word.as_str(), &by].concat();
            for plain in [word.as_str(), &longer] {
                let plain = Text { product: vec![plain, "x", "y"], ..Text::default() };
                prop_assert!(wanted.rank(&plain, 0).is_some() && wanted.rank(&plain, 0) < wanted.rank(&theirs, 0));
            }
        }

        #[test]
        fn nothing_typed_panics_or_matches_without_words(typed in "\\PC{0,60}") {
            let wanted = Wanted::new(&typed);
            prop_assert!(wanted.terms.len() <= 8);
            let empty = Text::default();
            prop_assert_eq!(wanted.rank(&empty, 0), None);
            prop_assert!(wanted.terms.iter().all(|t| !t.word.contains(['"', '\'', ' ', '\\', CODE])));
        }
    }
}
