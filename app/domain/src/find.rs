//! Finding in one's own list, forgiving typos. The same function filters in the browser, on each key, and on the server.

/// How well `query` fits `text`: lower is better, none is not at all. Every word of the query must be found; an empty
/// query fits everything.
pub fn fit(query: &Query, text: &str) -> Option<u32> {
    query.words.iter().map(|word| text.split(' ').filter_map(|t| word_fit(word, t)).min()).sum()
}

/// A query made ready once, to be held against many texts.
pub struct Query {
    words: Vec<String>,
}

impl Query {
    /// Of what is typed eight words count, and forty letters of each: nobody looks for more, and it bounds the work.
    pub fn new(typed: &str) -> Query {
        let typed: String = typed.chars().take(400).collect();
        let word = |word: &str| word.chars().take(40).collect();
        Query { words: fold(&typed).split(' ').filter(|w| !w.is_empty()).take(8).map(word).collect() }
    }

    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }
}

/// The form in which texts are compared: lower case, without accents, single spaces, no punctuation.
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
    folded
}

/// 0 the same, 1 the beginning, 2 inside, 4 and more with typos; numbers must be right.
fn word_fit(word: &str, text: &str) -> Option<u32> {
    if let Some(at) = text.find(word) {
        return Some(if at > 0 { 2 } else { u32::from(text.len() != word.len()) });
    }
    let length = word.chars().count();
    let slips = match length {
        0..=3 => return None,
        4..=7 => 1,
        _ => 2,
    };
    if word.bytes().any(|b| b.is_ascii_digit()) {
        return None;
    }
    typos(word, text, slips).map(|typos| 3 + typos)
}

/// The fewest insertions, deletions, changes and swaps of neighbours (optimal string alignment) that make `word` the
/// beginning of `text`, if they are at most `most`.
fn typos(word: &str, text: &str, most: u32) -> Option<u32> {
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
    }
}
