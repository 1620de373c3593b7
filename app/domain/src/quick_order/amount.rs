//! How many are meant: a number or the word of one, alone or with a unit beside it, in the sales units of an article.

use crate::{Quantity, Refusal, UnitCode, find::fold, product::Article};

/// A unit that was named: the codes that its word may stand for.
type Unit = &'static [&'static str];

/// What people call the units, in the three languages, folded.
const UNITS: &[(&str, Unit)] = &[
    ("zak zakken sac sacs bag bags", &["BG", "PP"]),
    ("emmer emmers seau seaux bucket buckets", &["BJ"]),
    ("fles flessen bouteille bouteilles bottle bottles", &["BO"]),
    ("doos dozen karton kartons carton cartons box boxes", &["BX", "CT"]),
    ("blik blikken boite boites can cans", &["CA"]),
    ("bak bakken bac bacs crate crates", &["CR"]),
    ("bidon bidons jerrycan jerrycans", &["JC"]),
    ("pot potten pots jar jars tub tubs", &["JR", "TB"]),
    ("pak pakken paquet paquets pack packs", &["PK"]),
    ("tray trays plateau plateaux", &["PU"]),
    ("laag lagen couche couches layer layers", &["LR"]),
    ("pallet pallets palette palettes", &["PX"]),
    ("rol rollen rouleau rouleaux roll rolls", &["RO"]),
    ("st stuk stuks piece pieces", &["C62", "H87", "EA"]),
    ("ton tonne tonnes", &["TNE"]),
    ("kg kilo kilos", &["KGM"]),
    ("g gr gram", &["GRM"]),
    ("l liter liters litre litres", &["LTR"]),
];

/// What is weighed or measured, and not counted.
const MEASURES: [&str; 4] = ["TNE", "KGM", "GRM", "LTR"];

/// One to twelve, in the three languages, folded.
const NUMBERS: [&str; 12] = [
    "een un une one",
    "twee deux two",
    "drie trois three",
    "vier quatre four",
    "vijf cinq five",
    "zes six",
    "zeven sept seven",
    "acht huit eight",
    "negen neuf nine",
    "tien dix ten",
    "elf onze eleven",
    "twaalf douze twelve",
];

/// How many sales units of an article are meant: `24`, `24 zakken`, `50 kg`, `twee`; zero where nothing was typed.
///
/// Who says `3 dozen` of what is known in bags only means three of them. What is said in another unit that the article is
/// known in is converted, and where that does not come to a number of sales units it is asked about.
pub fn quantity(typed: &str, article: Option<&Article>) -> Result<Quantity, Refusal> {
    let (number, unit) = parsed(typed)?;
    match (unit, article) {
        (Some(unit), Some(article)) if number > Quantity::ZERO => match ratio(unit, article) {
            Ratio::Same => Ok(number),
            Ratio::Of(times, per) => converted(number, times, per, article),
            Ratio::None => Err(Refusal::NotANumber { typed: typed.trim().chars().take(40).collect() }),
        },
        _ => Ok(number),
    }
}

/// Was it typed in a unit in which this article is not sold?
pub fn is_otherwise(typed: &str, article: &Article) -> bool {
    parsed(typed).is_ok_and(|(_, unit)| unit.is_some_and(|unit| !is(unit, &article.unit.code)))
}

/// Is this the word of a unit, and is what it names weighed or measured?
pub(super) fn unit(word: &str) -> Option<Named> {
    let unit = named(word)?;
    Some(if unit.iter().any(|code| MEASURES.contains(code)) { Named::Measure } else { Named::Container })
}

/// Which kind of unit a word names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Named {
    Container,
    Measure,
}

/// The number, and the word of the unit, of `25kg` and `24 zakken`; that word may be empty.
pub(super) fn apart(typed: &str) -> (&str, &str) {
    let typed = typed.trim();
    let plain = typed.strip_suffix('.').filter(|t| t.ends_with(char::is_alphabetic)).unwrap_or(typed);
    let number = plain.trim_end_matches(char::is_alphabetic);
    let word = &plain[number.len()..];
    match number.trim_end() {
        number if !number.is_empty() && named(word).is_some() => (number, word),
        _ => (typed, ""),
    }
}

/// Is it one of the words for one to twelve?
pub(super) fn is_number_word(word: &str) -> bool {
    numbered(word).is_some()
}

fn parsed(typed: &str) -> Result<(Quantity, Option<Unit>), Refusal> {
    let (number, word) = apart(typed);
    Ok((numbered(number).map_or_else(|| Quantity::parse(number), Ok)?, named(word)))
}

fn numbered(word: &str) -> Option<Quantity> {
    let word = fold(word);
    let at = NUMBERS.iter().position(|words| words.split(' ').any(|other| other == word))?;
    Some(Quantity::whole(i64::try_from(at).ok()? + 1))
}

fn named(word: &str) -> Option<Unit> {
    let word = fold(word);
    UNITS.iter().find(|(words, _)| words.split(' ').any(|other| other == word)).map(|(_, unit)| *unit)
}

fn is(unit: Unit, code: &UnitCode) -> bool {
    unit.contains(&code.0.as_str())
}

/// How a unit stands to the sales unit of an article.
enum Ratio {
    /// It is taken for it.
    Same,
    /// Multiplied by the one and divided by the other.
    Of(i128, i128),
    /// A litre of what is weighed, a kilo of what is counted.
    None,
}

fn ratio(unit: Unit, article: &Article) -> Ratio {
    if is(unit, &article.unit.code) {
        return Ratio::Same;
    }
    if let Some(pack) = article.packs.iter().find(|pack| is(unit, &pack.code)) {
        return Ratio::Of(i128::from(pack.holds.0), 1000);
    }
    let factor = i128::from(article.unit.factor.0.max(1));
    if is(unit, &article.base_unit) {
        return Ratio::Of(1000, factor);
    }
    match (unit.iter().find_map(|code| grams(code)), grams(&article.base_unit.0)) {
        (Some(one), Some(base)) => Ratio::Of(one * 1000, base * factor),
        _ if unit.iter().any(|code| MEASURES.contains(code)) => Ratio::None,
        _ => Ratio::Same,
    }
}

fn grams(code: &str) -> Option<i128> {
    match code {
        "GRM" => Some(1),
        "KGM" => Some(1_000),
        "TNE" => Some(1_000_000),
        _ => None,
    }
}

/// Never rounded: what lies between two quantities is refused with both.
fn converted(number: Quantity, times: i128, per: i128, article: &Article) -> Result<Quantity, Refusal> {
    let exact = i128::from(number.0) * times;
    if exact > i128::from(Quantity::MOST.0) * per {
        return Err(Refusal::TooMany { most: Quantity::MOST });
    }
    let below = Quantity(i64::try_from(exact / per).unwrap_or(Quantity::MOST.0));
    if exact % per == 0 {
        return Ok(below);
    }
    let between = || Refusal::NotAMultiple {
        below: Some(below).filter(|below| *below > Quantity::ZERO),
        above: article.unit.step(below, true),
    };
    Err(article.unit.check(below).err().unwrap_or_else(between))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{SalesUnit, pack::Pack, quick_order::find::tests::article};

    /// Bags of 25 kg, eight in a layer, forty on a pallet.
    fn flour() -> Article {
        let pack = |code: &str, holds| Pack { code: UnitCode(code.into()), holds: Quantity::whole(holds) };
        Article { packs: vec![pack("LR", 8), pack("PX", 40)], ..article(1, "010555", "Tarwebloem", None, None) }
    }

    fn boxes() -> Article {
        let unit = SalesUnit { minimum: Quantity::whole(2), ..SalesUnit::whole("BX", Quantity::whole(100)) };
        Article { unit, base_unit: UnitCode("C62".into()), ..flour() }
    }

    fn multiple(below: Option<i64>, above: i64) -> Result<i64, Refusal> {
        Err(Refusal::NotAMultiple { below: below.map(Quantity::whole), above: Quantity::whole(above) })
    }

    #[test]
    fn as_people_say_how_many() {
        let of = |typed: &str, article: &Article| quantity(typed, Some(article)).map(|q| q.0);
        for (typed, bags) in [
            ("", 0),
            ("24", 24_000),
            ("24 zakken", 24_000),
            ("24zak", 24_000),
            (" 1 sac ", 1_000),
            ("2,5 zak", 2_500),
            ("twee", 2_000),
            ("Douze sacs", 12_000),
            ("één zak", 1_000),
            // it is known in no boxes, and by no piece
            ("3 dozen", 3_000),
            ("3 stuks", 3_000),
            ("3 st.", 3_000),
            ("0 kg", 0),
            ("50 kg", 2_000),
            ("50kg", 2_000),
            ("50000 g", 2_000),
            ("1 ton", 40_000),
            ("1 laag", 8_000),
            ("2 pallets", 80_000),
            ("twee palettes", 80_000),
        ] {
            assert_eq!(of(typed, &flour()), Ok(bags), "{typed}");
        }
        assert_eq!((of("200 stuks", &boxes()), of("12 dozen", &boxes())), (Ok(2_000), Ok(12_000)));
        assert_eq!(
            quantity("50 kg", None),
            Ok(Quantity::whole(50)),
            "of what is not known yet only that there is something"
        );
    }

    #[test]
    fn what_does_not_come_to_whole_units_is_asked() {
        let of = |typed: &str, article: &Article| quantity(typed, Some(article)).map(|q| q.0);
        // what can be said in thousandths is for the sales unit to refuse
        assert_eq!((of("60 kg", &flour()), of("24 stuks", &boxes())), (Ok(2_400), Ok(240)));
        let thirds = Article { unit: SalesUnit::whole("BG", Quantity::whole(3)), ..flour() };
        assert_eq!(of("9 kg", &thirds), Ok(3_000));
        assert_eq!(of("10 kg", &thirds), multiple(Some(3), 4));
        assert_eq!(of("1 g", &thirds), multiple(None, 1));
        for typed in ["2 x 500", "24 foo", "zakken", "x kg", "10 l", "veel"] {
            assert!(matches!(of(typed, &flour()), Err(Refusal::NotANumber { .. })), "{typed}");
        }
        assert!(matches!(of("1.234 kg", &flour()), Err(Refusal::Ambiguous { .. })));
        assert!(matches!(of("-1 kg", &flour()), Err(Refusal::Negative)));
        assert!(matches!(of("100000 pallets", &flour()), Err(Refusal::TooMany { .. })));
    }

    proptest! {
        /// Kilos become bags only where the bags weigh exactly that.
        #[test]
        fn nothing_is_gained_or_lost(number in 1i64..5_000_000, factor in 1i64..60_000, word in "kg|g|ton|zakken|laag|pallets|stuks") {
            let article = Article { unit: SalesUnit::whole("BG", Quantity(factor)), ..flour() };
            let typed = format!("{},{:03} {word}", number / 1000, number % 1000);
            if let Ok(bags) = quantity(&typed, Some(&article)) {
                let weight = i128::from(bags.0) * i128::from(factor);
                let number = i128::from(number);
                match word.as_str() {
                    "kg" => prop_assert_eq!(weight, number * 1000),
                    "g" => prop_assert_eq!(weight, number),
                    "ton" => prop_assert_eq!(weight, number * 1_000_000),
                    "laag" => prop_assert_eq!(i128::from(bags.0), number * 8),
                    "pallets" => prop_assert_eq!(i128::from(bags.0), number * 40),
                    _ => prop_assert_eq!(i128::from(bags.0), number),
                }
            }
        }

        #[test]
        fn no_text_is_a_panic(typed in "\\PC{0,30}") {
            let _ = quantity(&typed, Some(&flour()));
            let _ = is_otherwise(&typed, &flour());
        }
    }
}
