//! Finding by words, forgiving typos.
//!
//! Here is what browser and server share: how texts are folded, and the filter of the own list on each key. [`rank`] says
//! in which order the server shows what it found in a whole assortment; [`synonyms`] holds the words of the trade.

pub mod rank;
mod synonyms;

pub use synonyms::synonyms;

/// How well `query` fits `text`: lower is better, none is not at all. Every word of the query must be found, as it is
/// typed, as a compound of words of the text, or under another name of the trade; an empty query fits everything.
pub fn fit(query: &Query, text: &str) -> Option<u32> {
    let best = |word: &str| text.split(' ').filter_map(|t| word_fit(word, t)).min();
    let apart = |word: &str| halves(word).any(|halves| is_of(halves, text)).then_some(3);
    // a short one must be the whole word: `ei` is in too many
    let is =
        |text: &str, other: &str| text == other || other.len() > 3 && (text.starts_with(other) || is_kind(text, other));
    let named = |word: &str| synonyms(word).any(|other| text.split(' ').any(|t| is(t, other)));
    query.words.iter().map(|word| best(word).or_else(|| apart(word)).or_else(|| named(word).then_some(4))).sum()
}

/// Does this word end as a kind of `part` does in Dutch, in singular or plural: `tarwebloem`, `boterkoeken`? What stands
/// before it is a word too, of two letters at least: `boeuf` is no kind of `oeuf`.
pub fn is_kind(word: &str, part: &str) -> bool {
    word.rmatch_indices(part).any(|(at, _)| at > 1 && matches!(&word[at + part.len()..], "" | "s" | "n" | "en"))
}

/// The two words that something written as one may be made of, with or without an `s` between them: each of three
/// letters at least. A number is no compound.
pub fn halves(word: &str) -> impl Iterator<Item = (&str, &str)> {
    let word = if word.bytes().any(|b| b.is_ascii_digit()) { "" } else { word };
    let splits = word.char_indices().map(|(at, _)| word.split_at(at));
    let splits = splits.flat_map(|(one, two)| [Some((one, two)), two.strip_prefix('s').map(|two| (one, two))]);
    splits.flatten().filter(|(one, two)| one.len() > 2 && two.len() > 2)
}

/// Are two halves there in a text? One of them is a word of it as it is; of the other, the first may begin a longer word
/// and the second may end one: `volkorenmeel` is `volkoren tarwemeel`.
fn is_of((one, two): (&str, &str), text: &str) -> bool {
    let some = |is: &dyn Fn(&str) -> bool| text.split(' ').any(is);
    some(&|t| t == one) && some(&|t| ends(t, two)) || some(&|t| t == two) && some(&|t| begins(t, one))
}

/// May this word stand for the first half of a compound?
pub fn begins(word: &str, half: &str) -> bool {
    word == half || half.len() > 3 && word.starts_with(half)
}

/// May this word stand for the second half of a compound?
pub fn ends(word: &str, half: &str) -> bool {
    word == half || half.len() > 3 && is_kind(word, half)
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
    fn what_is_written_as_one_is_found_apart() {
        let (wholemeal, yolk) = ("bruin meel 011505 Volkoren tarwemeel 25 kg", "Eieren vloeibaar eigeel emmer 5 kg");
        for typed in ["volkorenmeel", "volkorenmeel 25", "tarwevolkoren", "volkorentarwemeel"] {
            assert!(finds(typed, wholemeal), "{typed}");
        }
        for typed in ["eigeel", "dooier", "eidooier", "eierdooier", "eidooiers", "eierdooiers"] {
            assert!(finds(typed, yolk), "{typed}");
        }
        for typed in ["volkorenbrood", "roggemeelzak", "meelbruinvis"] {
            assert!(!finds(typed, wholemeal), "{typed}");
        }
        assert!(finds("oeufs", "Œufs entiers liquides") && !finds("oeufs", "Graisse de bœuf"));
        assert!(is_kind("boterkoeken", "koek") && !is_kind("boeuf", "oeuf") && !is_kind("koekjes", "koek"));
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
        fn a_compound_is_found_by_its_halves(one in "[a-z]{4,7}", two in "[a-z]{4,7}", more in "[a-z]{2,5}", by in "s?") {
            let typed = [one.as_str(), &by, &two].concat();
            let (one, two) = (one.as_str(), two.as_str());
            let texts = [[two, " ", one].concat(), [one, " 25 ", &more, two].concat(), [one, &more, " ", two].concat()];
            for text in texts {
                prop_assert!(finds(&typed, &text), "{typed} in {text}");
            }
        }

        #[test]
        fn halves_are_the_word(word in "[a-zß0-9]{0,14}") {
            for (one, two) in halves(&word) {
                let whole = [one, two].concat();
                prop_assert!(one.len() > 2 && two.len() > 2 && (whole == word || [one, "s", two].concat() == word));
            }
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
