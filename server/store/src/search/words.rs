//! The words that occur, in memory: what stands for a word that is typed.

use std::sync::{Arc, RwLock};

use domain::find::{
    begins, ends, halves, is_kind,
    rank::{Term, Wanted, cost},
    slips, synonyms, typos,
};
use frostem::{Algorithm, Stemmer};
use sea_orm::{ConnectionTrait, DatabaseBackend, Statement};

use crate::{
    Result,
    asked::{Asked, packed},
};

/// What a process knows of the words; it asks for new ones with every search.
#[derive(Default)]
pub(crate) struct Words {
    known: RwLock<Arc<Known>>,
}

impl Words {
    /// The generation of the words there are now, for [`Words::current`].
    pub fn question(asked: &Asked) -> String {
        format!("SELECT {} AS packed FROM search_state", asked.array("generation"))
    }

    /// All words of a generation. Words are only ever added, and those of one transaction under a generation of their own.
    pub async fn current(&self, conn: &impl ConnectionTrait, state: &str) -> Result<Arc<Known>> {
        let known = self.known.read().unwrap_or_else(|e| e.into_inner()).clone();
        let generation = packed::<(i64,)>(state)?.first().map_or(0, |(generation,)| *generation);
        if generation <= known.generation {
            return Ok(known);
        }
        let backend = conn.get_database_backend();
        let all = match backend {
            DatabaseBackend::Sqlite => "group_concat(word, ' ')",
            _ => "string_agg(word, ' ')",
        };
        let sql = format!("SELECT {all} AS words FROM search_word WHERE generation > $1 AND generation <= $2");
        let since = [known.generation.into(), generation.into()];
        let row = conn.query_one_raw(Statement::from_sql_and_values(backend, sql, since)).await?;
        let words: Option<String> = row.map(|row| row.try_get("", "words")).transpose()?.flatten();
        let mut more = Known::clone(&known);
        more.generation = generation;
        words.unwrap_or_default().split(' ').for_each(|word| more.add(word));
        let more = Arc::new(more);
        let mut held = self.known.write().unwrap_or_else(|e| e.into_inner());
        if held.generation < generation {
            *held = more.clone();
        }
        Ok(more)
    }
}

/// The words up to a generation, those with letters apart from mere numbers.
#[derive(Clone, Default)]
pub(crate) struct Known {
    generation: i64,
    words: List,
    numbers: List,
}

#[derive(Clone, Default)]
struct List {
    text: String,
    /// Which letters a word has, and where it ends in `text`.
    entries: Vec<(u64, u32)>,
}

impl List {
    fn add(&mut self, word: &str) {
        self.text.push_str(word);
        self.entries.push((letters(word), u32::try_from(self.text.len()).unwrap_or(u32::MAX)));
    }

    /// Words whose letters are such.
    fn such(&self, letters: impl Fn(u64) -> bool) -> impl Iterator<Item = &str> {
        let mut from = 0;
        self.entries.iter().filter_map(move |(mask, until)| {
            let at = std::mem::replace(&mut from, *until as usize);
            letters(*mask).then(|| &self.text[at..*until as usize])
        })
    }

    /// Words with all these letters.
    fn with(&self, mask: u64) -> impl Iterator<Item = &str> {
        self.such(move |letters| mask & !letters == 0)
    }

    /// Words with all letters of this one but `missing` of them, one that occurs twice counted twice.
    fn near(&self, word: &str, missing: u32) -> impl Iterator<Item = &str> {
        let (each, all): (Vec<u64>, u64) = (word.chars().map(letter).collect(), letters(word));
        let lacks = move |letters: u64| each.iter().filter(|one| letters & **one == 0).count() <= missing as usize;
        // most words lack more letters than that, however often each occurs
        self.such(move |letters| (all & !letters).count_ones() <= missing && lacks(letters))
    }

    /// Words made of these letters alone.
    fn made_of(&self, mask: u64) -> impl Iterator<Item = &str> {
        self.such(move |letters| letters & !mask == 0)
    }
}

fn letters(word: &str) -> u64 {
    word.chars().fold(0, |mask, c| mask | letter(c))
}

fn letter(c: char) -> u64 {
    1 << (u32::from(c) & 63)
}

/// Of each kind of likeness so many words are taken, the shortest first.
const KINDRED: usize = 40;
/// So many with a slip of the finger.
const SLIPPED: usize = 24;
/// So many pairs for the two halves of a compound.
const PARTS: usize = 24;

impl Known {
    fn add(&mut self, word: &str) {
        if word.bytes().any(|b| !b.is_ascii_digit() && b != b'.') {
            self.words.add(word);
        } else if !word.is_empty() {
            self.numbers.add(word);
        }
    }

    /// Completes a query with what else its words may be called here.
    pub fn meant(&self, mut wanted: Wanted) -> Wanted {
        let stemmers = [Stemmer::new(Algorithm::Dutch), Stemmer::new(Algorithm::French)];
        for term in &mut wanted.terms {
            if term.word.bytes().all(|b| b.is_ascii_digit()) {
                self.codes(term);
                continue;
            }
            let word = term.word.clone();
            for synonym in synonyms(&word) {
                term.accept(synonym, cost::SYNONYM);
                if synonym.len() > 3 {
                    self.compounds(term, synonym, cost::APART, None);
                }
            }
            if word.chars().count() > 2 {
                self.compounds(term, &word, cost::COMPOUND, Some(cost::INSIDE));
                self.stems(term, &word, &stemmers);
                self.parts(term, &word);
            }
        }
        wanted
    }

    /// Completes it with words that are a slip of the finger away.
    pub fn slips(&self, wanted: &mut Wanted) {
        for term in &mut wanted.terms {
            let Some(most) = slips(&term.word) else { continue };
            let word = term.word.clone();
            let near = self.words.near(&word, most);
            let mut near: Vec<(u32, &str)> = near.filter_map(|w| Some((typos(&word, w, most)?, w))).collect();
            near.sort_by_key(|(typos, w)| (*typos, w.len()));
            for (typos, w) in near.iter().take(SLIPPED) {
                term.accept(w, cost::SLIP + typos - 1);
            }
            // what was meant is perhaps part of a compound
            for (_, w) in near.iter().filter(|(_, w)| w.chars().count() > 3).take(3) {
                self.compounds(term, w, cost::SLIP + 2, Some(cost::SLIP + 2));
            }
        }
    }

    /// Part of a code: three digits and more.
    fn codes(&self, term: &mut Term) {
        let word = term.word.clone();
        if word.len() > 2 {
            let inside = self.numbers.with(letters(&word)).filter(|w| w.contains(word.as_str()));
            inside.take(KINDRED).for_each(|w| term.accept(w, cost::APART));
        }
    }

    /// Words that are a kind of `part` or begin with it, and perhaps those that only have it inside; of three letters only
    /// what ends so.
    fn compounds(&self, term: &mut Term, part: &str, kind: u32, inside: Option<u32>) {
        let short = part.chars().count() < 4;
        let cost = |w: &str| match is_kind(w, part) || w.starts_with(part) {
            true => Some(kind),
            false => inside,
        };
        let mut all: Vec<(&str, u32)> = self
            .words
            .with(letters(part))
            .filter(|w| if short { w.ends_with(part) && is_kind(w, part) } else { w.contains(part) })
            .filter(|w| !w.starts_with(term.word.as_str()))
            .filter_map(|w| Some((w, cost(w)?)))
            .collect();
        all.sort_by_key(|(w, _)| w.len());
        for (w, cost) in all.into_iter().take(KINDRED) {
            term.accept(w, cost);
        }
    }

    /// Words of one stem, in Dutch or French; what has a digit in it is a code and has none. They begin like the stem, but
    /// perhaps for its last letter, which spares stemming the others.
    fn stems(&self, term: &mut Term, word: &str, stemmers: &[Stemmer; 2]) {
        if word.bytes().any(|b| b.is_ascii_digit()) {
            return;
        }
        let stems = stemmers.map(|stemmer| stemmer.stem(word).into_owned());
        let heads = stems.each_ref().map(|stem| {
            let kept = stem.chars().count().saturating_sub(1).max(3);
            word.chars().zip(stem.chars()).take(kept).take_while(|(a, b)| a == b).map(|(a, _)| a).collect::<String>()
        });
        let shared = letters(&heads[0]) & letters(&heads[1]);
        let alike = |w: &&str| {
            let each = stemmers.iter().zip(&stems).zip(&heads);
            let mut each = each.filter(|(_, head)| w.starts_with(head.as_str()));
            *w != word && each.any(|((stemmer, stem), _)| stemmer.stem(w) == stem.as_str())
        };
        self.words.with(shared).filter(alike).take(KINDRED).for_each(|w| term.accept(w, cost::NEAR));
    }

    /// The two words a typed compound is made of: one that occurs as it is, and those that stand for the other half
    /// (`domain::find::is_of` is the same rule for one text).
    fn parts(&self, term: &mut Term, word: &str) {
        let whole: Vec<&str> = self
            .words
            .made_of(letters(word))
            .filter(|w| w.len() > 2 && w.len() < word.len() && (word.starts_with(w) || word.ends_with(w)))
            .collect();
        let mut parts: Vec<(&str, &str)> = Vec::new();
        for (one, two) in halves(word) {
            if whole.contains(&one) {
                parts.extend(self.words.with(letters(two)).filter(|w| ends(w, two)).map(|w| (one, w)));
            }
            if whole.contains(&two) {
                parts.extend(self.words.with(letters(one)).filter(|w| begins(w, one)).map(|w| (w, two)));
            }
        }
        // what has the very word is found by that
        parts.retain(|(one, two)| *one != word && *two != word);
        parts.sort_by_key(|(one, two)| (one.len() + two.len(), *one, *two));
        parts.dedup();
        term.parts = parts.into_iter().take(PARTS).map(|(one, two)| (one.to_owned(), two.to_owned())).collect();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(words: &str) -> Known {
        let mut known = Known::default();
        words.split(' ').for_each(|word| known.add(word));
        known
    }

    fn also(known: &Known, typed: &str) -> Vec<String> {
        let mut words: Vec<String> =
            known.meant(Wanted::new(typed)).terms.iter().flat_map(Term::also).map(str::to_owned).collect();
        words.sort();
        words
    }

    #[test]
    fn what_else_stands_for_a_word() {
        let known =
            known("tarwebloem bloemen bloem tarwe roggemeel rogge boterkoek amandelen amandel gateaux gateau 010255");
        assert!(also(&known, "bloem").contains(&"tarwebloem".to_owned()), "a compound");
        assert!(also(&known, "amandelen").contains(&"amandel".to_owned()), "its singular, in Dutch");
        assert!(also(&known, "gateaux").contains(&"gateau".to_owned()), "and in French");
        assert!(also(&known, "meel").contains(&"roggemeel".to_owned()));
        assert!(also(&known, "farine").contains(&"tarwebloem".to_owned()), "a compound of a synonym");
        assert_eq!(also(&known, "0255"), ["010255"], "part of a code");
        assert_eq!(also(&known, "25"), Vec::<String>::new());
        let parted = known.meant(Wanted::new("tarwebloem"));
        assert_eq!(parted.terms[0].parts, [("tarwe".to_owned(), "bloem".to_owned())]);
    }

    #[test]
    fn what_is_written_as_one() {
        let known = known("volkoren volkorenbrood tarwemeel roggemeel meelzak eieren dooier oeufs boeuf");
        let parts = |typed: &str| {
            let parts = known.meant(Wanted::new(typed)).terms.remove(0).parts;
            parts.iter().map(|(one, two)| format!("{one} {two}")).collect::<Vec<_>>()
        };
        assert_eq!(parts("volkorenmeel"), ["volkoren roggemeel", "volkoren tarwemeel"]);
        assert_eq!(parts("eierdooier"), ["eieren dooier"]);
        assert_eq!(parts("volkorenmelk"), [""; 0]);
        assert!(!also(&known, "oeufs").contains(&"boeuf".to_owned()), "one letter is no word");
    }

    #[test]
    fn slips_of_the_finger() {
        let known = known("tarwebloem boter suiker");
        let mut wanted = Wanted::new("tarwebleom sukier xyz t55");
        known.slips(&mut wanted);
        let also: Vec<Vec<&str>> = wanted.terms.iter().map(|t| t.also().collect()).collect();
        assert_eq!(also, [vec!["tarwebloem"], vec!["suiker"], vec![], vec![]]);
    }
}
