//! Finding by words, forgiving typos.
//!
//! Here is what browser and server share: how texts are folded, and the filter of the own list on each key. [`rank`] says
//! in which order the server shows what it found in a whole assortment; [`synonyms`] holds the words of the trade.

pub mod rank;
mod synonyms;

pub use synonyms::synonyms;

/// How well `query` fits `text`: lower is better, none is not at all. Every word of the query must be found, as it is
/// typed or under another name of the trade; an empty query fits everything.
pub fn fit(query: &Query, text: &str) -> Option<u32> {
    let best = |word: &str| text.split(' ').filter_map(|t| word_fit(word, t)).min();
    // a short one must be the whole word: `ei` is in too many
    let is = |text: &str, other: &str| text == other || other.len() > 3 && text.contains(other);
    let named = |word: &str| synonyms(word).any(|other| text.split(' ').any(|t| is(t, other)));
    query.words.iter().map(|word| best(word).or_else(|| named(word).then_some(4))).sum()
}

/// A query made ready once, to be held against many texts.
pub struct Query {
    words: Vec<String>,
}

impl Query {
    /// Of what is typed eight words count, and forty letters of each: nobody looks for more, and it bounds the work.
    pub fn new(typed: &str) -> Query {
        Query { words: words(typed).take(8).collect() }
    }

    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }
}

/// The words of a text, folded; of four hundred letters, forty a word.
pub fn words(text: &str) -> impl Iterator<Item = String> + use<> {
    let text: String = text.chars().take(400).collect();
    let words: Vec<String> =
        fold(&text).split(' ').filter(|w| !w.is_empty()).map(|w| w.chars().take(40).collect()).collect();
    words.into_iter()
}

/// A code without what people leave out or add when they type it: `AB-12/3`, `ab 12.3` and `AB123` are one.
pub fn code(text: &str) -> String {
    words(text).collect::<String>().replace('.', "")
}

/// The form in which texts are compared: lower case, without accents, single spaces, no punctuation, a quantity apart
/// from its unit (`25kg` is `25 kg`).
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        match c {
            'à' | 'á' | 'â' | 'ä' | 'ã' | 'å' => folded.push('a'),
            'ç' => folded.push('c'),
            'è' | 'é' | 'ê' | 'ë' => folded.push('e'),
            'ì' | 'í' | 'î' | 'ï' => folded.push('i'),
            'ñ' => folded.push('n'),
            'ò' | 'ó' | 'ô' | 'ö' | 'õ' => folded.push('o'),
            'ù' | 'ú' | 'û' | 'ü' => folded.push('u'),
            'œ' => folded.push_str("oe"),
            'æ' => folded.push_str("ae"),
            c if c.is_alphanumeric() || (matches!(c, ',' | '.') && folded.ends_with(|p: char| p.is_ascii_digit())) => {
                folded.push(if c == ',' { '.' } else { c })
            }
            _ if folded.ends_with(' ') || folded.is_empty() => {}
            _ => folded.push(' '),
        }
    }
    while folded.ends_with([' ', '.']) {
        folded.pop();
    }
    if !folded.split(' ').any(|word| apart(word).is_some()) {
        return folded;
    }
    let mut parted = String::with_capacity(folded.len() + 4);
    for mut word in folded.split(' ') {
        while let Some((number, by, rest)) = apart(word) {
            for piece in [number, by].into_iter().filter(|piece| !piece.is_empty()) {
                parted.push_str(piece);
                parted.push(' ');
            }
            word = rest;
        }
        parted.push_str(word);
        parted.push(' ');
    }
    parted.pop();
    parted
}

/// A number, the `x` it is multiplied by, and what is glued to them: a unit, or another number.
fn apart(word: &str) -> Option<(&str, &str, &str)> {
    let at = word.find(|c: char| !c.is_ascii_digit() && c != '.').filter(|at| *at > 0)?;
    let (number, rest) = word.split_at(at);
    let times = rest.strip_prefix('x').filter(|more| more.starts_with(|c: char| c.is_ascii_digit()));
    let unit = matches!(rest, "kg" | "g" | "gr" | "l" | "ml" | "cl" | "dl" | "st" | "cm" | "mm");
    match times {
        _ if !word.starts_with(|c: char| c.is_ascii_digit()) => None,
        Some(more) => Some((number, "x", more)),
        None => unit.then_some((number, "", rest)),
    }
}

/// 0 the same, 1 the beginning, 2 inside, 4 and more with typos; numbers must be right.
fn word_fit(word: &str, text: &str) -> Option<u32> {
    if let Some(at) = text.find(word) {
        return Some(if at > 0 { 2 } else { u32::from(text.len() != word.len()) });
    }
    typos(word, text, slips(word)?).map(|typos| 3 + typos)
}

/// How many slips of the finger a word of this length may have; none where it is too short, or a number.
pub fn slips(word: &str) -> Option<u32> {
    match word.chars().count() {
        _ if word.bytes().any(|b| b.is_ascii_digit()) => None,
        0..=3 => None,
        4..=7 => Some(1),
        _ => Some(2),
    }
}

/// The fewest insertions, deletions, changes and swaps of neighbours (optimal string alignment) that make `word` the
/// beginning of `text`, if they are at most `most`.
pub fn typos(word: &str, text: &str, most: u32) -> Option<u32> {
    let word: Vec<char> = word.chars().collect();
    let text: Vec<char> = text.chars().take(word.len() + most as usize).collect();
    if text.len() + (most as usize) < word.len() {
        return None;
    }
    let mut before: Vec<u32> = Vec::new();
    let mut row: Vec<u32> = (0..=text.len() as u32).collect();
    for (i, w) in word.iter().enumerate() {
        let mut next = vec![i as u32 + 1];
        for (j, t) in text.iter().enumerate() {
            let mut cost = (row[j] + u32::from(w != t)).min(row[j + 1] + 1).min(next[j] + 1);
            if i > 0 && j > 0 && *w == text[j - 1] && word[i - 1] == *t {
                cost = cost.min(before[j - 1] + 1);
            }
            next.push(cost);
        }
        if next.iter().min().is_some_and(|least| *least > most) {
            return None;
        }
        before = std::mem::replace(&mut row, next);
    }
    row.into_iter().min().filter(|typos| *typos <= most)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn finds(query: &str, text: &str) -> bool {
        fit(&Query::new(query), &fold(text)).is_some()
    }

    #[test]
    fn as_a_baker_types() {
        let flour = "Tarwebloem T55 wit 25 kg witte bloem 010255";
        for typed in
            ["tarwe", "TARWEBLOEM t55", "bloem 25", "tarwbloem", "tarwebleom", "witte bloem", "0255", "tarweblom t55"]
        {
            assert!(finds(typed, flour), "{typed}");
        }
        for typed in ["suiker", "t65", "tarwe t45", "xyz", "boter"] {
            assert!(!finds(typed, flour), "{typed}");
        }
        assert!(finds("creme fraiche", "Crème fraîche 40 % 5 l"));
        assert!(finds("bloem 25kg", flour) && finds("melk 6x1l", "Volle melk 6 x 1 l"));
        assert!(finds("farine", "Bloem voor brood") && finds("tarwe bloem", flour), "synonyms and parts of a word");
        assert!(!finds("farine", "Boter 10 kg"));
        assert!(
            finds("gepelde amandlen", "Amandelen gepeld heel 1 kg") || finds("amandlen", "Amandelen gepeld heel 1 kg")
        );
    }

    #[test]
    fn the_better_fit_comes_first() {
        let query = Query::new("boter");
        let of = |text: &str| fit(&query, &fold(text));
        assert!(of("Boter 10 kg") < of("Boterkoeken 20 st"));
        assert!(of("Boterkoeken 20 st") < of("Roomboter 10 kg"));
        assert!(of("Roomboter 10 kg") < of("Botre 5 kg"));
    }

    proptest! {
        #[test]
        fn one_slip_is_forgiven(word in "[a-z]{5,12}", at in 0usize..5, other in "[a-z]") {
            let mut slipped = word.clone();
            slipped.replace_range(at..=at, &other);
            let text = ["zak", &word, "25"].join(" ");
            prop_assert!(finds(&slipped, &text));
        }

        #[test]
        fn folding_twice_is_folding_once(text in "\\PC{0,40}") {
            prop_assert_eq!(fold(&fold(&text)), fold(&text));
        }

        #[test]
        fn folded_is_words_with_one_space_between(text in "[ -~éËœ]{0,30}([0-9x.]{0,4}(kg|l|st)?[ -~]{0,3}){0,3}") {
            let folded = fold(&text);
            prop_assert!(folded.split(' ').all(|word| !word.is_empty()) || folded.is_empty(), "{folded:?}");
            prop_assert_eq!(fold(&folded), folded);
        }

        #[test]
        fn a_code_is_what_is_left_without_punctuation(code_ in "[A-Z]{1,3}[0-9]{2,6}", by in "[-/ .]") {
            let (letters, digits) = code_.split_at(code_.find(|c: char| c.is_ascii_digit()).unwrap());
            prop_assert_eq!(code(&[letters, &by, digits].concat()), code(&code_));
        }
    }
}
