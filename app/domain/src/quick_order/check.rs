//! The rows held against the customer's list and against each other: what may go into the basket as it stands, and what
//! somebody must look at first.

use std::collections::BTreeMap;

use super::{
    amount,
    find::{Found, Known},
    read::Row,
};
use crate::{ProductId, Quantity, Refusal};

/// A row as its form carries it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    pub row: Row,
    /// What is searched for instead of what the row says.
    pub search: String,
    /// The article that was chosen for it.
    pub chosen: Option<ProductId>,
    /// Is not to go anywhere.
    pub dropped: bool,
}

impl From<Row> for Line {
    fn from(row: Row) -> Line {
        Line { row, ..Line::default() }
    }
}

/// A row and what is known about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    pub line: Line,
    pub found: Found,
    /// What can be chosen where the row itself is not certain; the likeliest first.
    pub candidates: Vec<ProductId>,
    /// The article as the form stands: certain, chosen, or all but certain.
    pub article: Option<ProductId>,
    /// Zero where none was typed.
    pub quantity: Result<Quantity, Refusal>,
    /// The other rows of the same article, by number.
    pub same: Vec<u32>,
    pub state: State,
}

/// Where a row stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// Somebody must look at it.
    Doubtful,
    /// Goes into the basket.
    Ready,
    /// Has no quantity, or none of it: goes nowhere, and is said.
    Nothing,
    /// Left out by who sends it.
    Dropped,
}

impl Checked {
    /// Does it go into the basket if the form is sent as it stands?
    pub fn goes(&self) -> bool {
        let only_to_confirm = matches!(self.found, Found::Likely(_)) && self.article.is_some() && self.same.is_empty();
        self.state == State::Ready || self.state == State::Doubtful && only_to_confirm && self.quantity.is_ok()
    }
}

/// Checks all rows. Rows of one article are added up only where that was asked for.
pub fn check(lines: Vec<Line>, known: &Known<'_>, add_up: bool) -> Vec<Checked> {
    let mut checked: Vec<Checked> = lines.into_iter().map(|line| one(line, known)).collect();
    let mut same: BTreeMap<ProductId, Vec<usize>> = BTreeMap::new();
    for (at, row) in checked.iter().enumerate() {
        if let (Some(article), State::Ready | State::Doubtful) = (row.article, row.state) {
            same.entry(article).or_default().push(at);
        }
    }
    for (product, places) in same {
        let Some(article) = known.article(product) else { continue };
        let numbers: Vec<u32> = places.iter().map(|at| checked[*at].line.row.number).collect();
        let certain = places.iter().all(|at| checked[*at].state == State::Ready);
        let sum = places.iter().filter_map(|at| checked[*at].quantity.clone().ok()).fold(Quantity::ZERO, |a, b| a + b);
        let together = certain && add_up || places.len() == 1;
        let refused = |quantity: Quantity| match quantity > Quantity::MOST {
            true => Some(Refusal::TooMany { most: Quantity::MOST }),
            false => article.unit.check(quantity).err(),
        };
        for at in &places {
            let row = &mut checked[*at];
            row.same = numbers.iter().copied().filter(|n| *n != row.line.row.number).collect();
            if !together {
                row.state = State::Doubtful;
            }
            // what is not added up is wrong or right by itself
            if let Ok(own) = row.quantity
                && let Some(refusal) = refused(if together { sum } else { own })
            {
                row.quantity = Err(refusal);
                row.state = State::Doubtful;
            }
        }
    }
    checked
}

/// What goes into the basket: every ready row, those of one article added up.
pub fn wanted(checked: &[Checked]) -> Vec<(ProductId, Quantity)> {
    let mut wanted: BTreeMap<ProductId, Quantity> = BTreeMap::new();
    for row in checked.iter().filter(|row| row.state == State::Ready) {
        if let (Some(article), Ok(quantity)) = (row.article, &row.quantity) {
            let sum = wanted.entry(article).or_default();
            *sum = *sum + *quantity;
        }
    }
    wanted.into_iter().collect()
}

/// One row by itself.
fn one(line: Line, known: &Known<'_>) -> Checked {
    let ways: Vec<&str> = match line.search.trim() {
        "" => line.row.ways.iter().map(String::as_str).collect(),
        search => vec![search],
    };
    let mut found = known.find(&ways);
    let mut candidates = match &found {
        // what was searched for can be changed again
        Found::Sure(product) if !line.search.trim().is_empty() => vec![*product],
        // what takes a place can be chosen where it is in the list already
        found => found.candidates().iter().copied().filter(|product| known.article(*product).is_some()).collect(),
    };
    let mut article = match found {
        Found::Sure(product) | Found::Likely(product) => Some(product),
        // whoever does not look at it orders nothing
        Found::Doubtful(_) | Found::Replaced { .. } | Found::Unknown => None,
    };
    // of what is not in his list nothing can be chosen
    if let Some(chosen) = line.chosen.filter(|chosen| known.article(*chosen).is_some()) {
        if !candidates.contains(&chosen) {
            candidates.push(chosen);
        }
        article = Some(chosen);
        found = Found::Sure(chosen);
    }
    let quantity = match line.row.quantity.trim() {
        formula if formula.starts_with('=') => Err(Refusal::NoResult { typed: formula.chars().take(40).collect() }),
        typed => amount::quantity(typed, article.and_then(|article| known.article(article))),
    };
    let state = match (&found, &quantity) {
        _ if line.dropped => State::Dropped,
        (_, Ok(Quantity::ZERO)) => State::Nothing,
        (Found::Sure(_), Ok(_)) => State::Ready,
        _ => State::Doubtful,
    };
    Checked { line, found, candidates, article, quantity, same: Vec::new(), state }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::quick_order::{
        MOST,
        find::{self, tests::list},
        read,
    };

    /// The row's number, what it names, its quantity.
    fn rows(text: &str) -> Vec<(u32, String, String)> {
        let list = list();
        let read = read::text(text, &Known::new(&list, &[])).expect("is read");
        read.rows.into_iter().map(|r| (r.number, r.ways.join("|"), r.quantity)).collect()
    }

    fn row(number: u32, ways: &str, quantity: &str) -> (u32, String, String) {
        (number, ways.to_owned(), quantity.to_owned())
    }

    #[test]
    fn as_spreadsheets_and_people_write() {
        assert_eq!(rows("A1\t4"), [row(1, "A1", "4")]);
        assert_eq!(
            rows("A1\tSuiker\t4\r\n\r\n77;5\n\nwitte bloem 2"),
            [row(1, "A1|Suiker", "4"), row(3, "77", "5"), row(5, "witte bloem", "2")]
        );
        assert_eq!(rows("  witte bloem   4 "), [row(1, "witte bloem", "4")]);
        assert_eq!(
            rows("4 x witte bloem\n3x Gist 10 kg\n2 77"),
            [row(1, "witte bloem", "4"), row(2, "Gist 10 kg", "3"), row(3, "77", "2")]
        );
        assert_eq!(
            rows("77 24 zakken\nGist 12 dozen\n3 sacs 77\nwitte bloem 2,5 zak\n25kg witte bloem\nA2 x 4\nkaviaar 4x"),
            [
                row(1, "77", "24 zakken"),
                row(2, "Gist", "12 dozen"),
                row(3, "77", "3 sacs"),
                row(4, "witte bloem", "2,5 zak"),
                row(5, "witte bloem", "25kg"),
                row(6, "A2", "4"),
                row(7, "kaviaar 4x", "")
            ]
        );
        assert_eq!(rows("77\t24\tzakken\nB1\t50\tkg"), [row(1, "77", "24 zakken"), row(2, "B1", "50 kg")]);
        // a size, and how many of it
        assert_eq!(
            rows("Gist 10 kg\nGist 10 kg 3\n3 Gist 5 kg\n4 x bloem 25 kg\nGist 10 kg 3 dozen\nbloem 50 kg"),
            [
                row(1, "Gist 10 kg", ""),
                row(2, "Gist 10 kg", "3"),
                row(3, "Gist 5 kg", "3"),
                row(4, "bloem 25 kg", "4"),
                row(5, "Gist 10 kg", "3 dozen"),
                row(6, "bloem", "50 kg")
            ]
        );
        // which of the two is how many, is asked
        assert_eq!(
            rows("Gist 2 x 500\nGist 2x 500 g\nGist 2 x 10 kg"),
            [row(1, "Gist", "2 x 500"), row(2, "Gist", "2x 500 g"), row(3, "Gist", "2 x 10 kg")]
        );
        assert_eq!(
            rows("suiker twee\ndeux witte bloem\nTwelve 77\nvijf zakken suiker\nsuiker zes dozen\nB1 drie"),
            [
                row(1, "suiker", "twee"),
                row(2, "witte bloem", "deux"),
                row(3, "77", "Twelve"),
                row(4, "suiker", "vijf zakken"),
                row(5, "suiker", "zes dozen"),
                row(6, "B1", "drie")
            ]
        );
        assert_eq!(rows("A1"), [row(1, "A1", "")]);
        // a code is no quantity, wherever it stands
        assert_eq!(rows("010255 twee\n010255 2"), [row(1, "010255", "twee"), row(2, "010255", "2")]);
        assert_eq!(rows("witte bloem 029999"), [row(1, "witte bloem 029999", "")]);
        assert_eq!(rows("010255 029999"), [row(1, "010255 029999", "")]);
        assert_eq!(rows("A1\t4\n77\t5\n77;2"), [row(1, "A1", "4"), row(2, "77", "5"), row(3, "77", "2")]);
        assert_eq!(rows("A1\tvier"), [row(1, "A1", "vier")]);
        assert_eq!(rows("kaviaar van de zee"), [row(1, "kaviaar van de zee", "")]);
        assert_eq!(rows("A1,\"2,5\"\n77,4"), [row(1, "A1", "2,5"), row(2, "77", "4")]);
        assert_eq!(rows("witte bloem 2,5\nkaviaar 1,5"), [row(1, "witte bloem", "2,5"), row(2, "kaviaar", "1,5")]);
        assert_eq!(rows("\n \n\t\n;;\n\"\""), []);
        assert_eq!(rows("A1\r77\r"), [row(1, "A1", ""), row(2, "77", "")]);
        assert_eq!(rows("A1\t\"4\nB1\t5"), [row(1, "A1", "\"4"), row(2, "B1", "5")], "a quote is never taken on");
    }

    #[test]
    fn columns_are_found_by_their_names() {
        let with_names =
            "Uw code;Artikelnummer;Omschrijving;Prijs;Aantal (zakken);Aantal per doos\n;A1;Suiker;3,20;4;6\nB1;;;;;\n";
        assert_eq!(rows(with_names), [row(2, "A1|Suiker", "4"), row(3, "B1", "")]);
        assert_eq!(rows("Qty,SKU\n4,A1\n5,77"), [row(2, "A1", "4"), row(3, "77", "5")]);
        assert_eq!(
            rows("Bestelling week 48\nCode\tNaam\tAantal\nA1\t\t3\n\tkaviaar\t\n\t\t5"),
            [row(1, "Bestelling week 48", ""), row(3, "A1", "3"), row(4, "kaviaar", ""), row(5, "", "5")]
        );
        assert_eq!(rows("Référence;Désignation;Quantité\n77;Levure;2"), [row(2, "77|Levure", "2")]);
    }

    #[test]
    fn columns_are_found_by_what_is_in_them() {
        assert_eq!(rows("4\tA1\tSuiker\n5\t77\tGist"), [row(1, "A1|Suiker", "4"), row(2, "77|Gist", "5")]);
        assert_eq!(
            rows("A1\tSuiker\t25\t4\t13,75\nB1\tBloem\t25\t2\t9,10"),
            [row(1, "A1|Suiker", "4"), row(2, "B1|Bloem", "2")]
        );
        assert_eq!(rows("5412\t3\n5413\t4"), [row(1, "5412", "3"), row(2, "5413", "4")]);
    }

    #[test]
    fn too_many_rows_are_refused_as_a_whole() {
        let list = list();
        let known = Known::new(&list, &[]);
        assert_eq!(read::text(&"A1\t1\n".repeat(MOST), &known).map(|r| r.rows.len()), Ok(MOST));
        let with_header = format!("code\taantal\n{}", "A1\t1\n".repeat(MOST));
        assert_eq!(read::text(&with_header, &known).map(|r| r.rows.len()), Ok(MOST));
        assert_eq!(read::text(&"A1\t1\n".repeat(MOST + 1), &known), Err(Refusal::TooManyRows { most: MOST }));
        assert_eq!(read::text(&"A1\t1\n".repeat(1_000_000), &known), Err(Refusal::TooManyRows { most: MOST }));
    }

    fn states(text: &str, add_up: bool) -> String {
        let list = list();
        let known = Known::new(&list, &[]);
        let lines = read::text(text, &known).expect("is read").rows.into_iter().map(Line::from).collect();
        let checked = check(lines, &known, add_up);
        checked
            .iter()
            .map(|c| format!("{}:{:?}{} ", c.line.row.number, c.state, if c.goes() { "!" } else { "" }))
            .collect()
    }

    #[test]
    fn a_row_is_ready_or_says_why_not() {
        assert_eq!(
            states("A1\t4\n1055\t2\nsuiker\t1\nkaviaar\t1\n77\tveel\nB1\t0\nB1\t\ngists\t500", false),
            "1:Ready! 2:Doubtful! 3:Doubtful 4:Doubtful 5:Doubtful 6:Nothing 7:Nothing 8:Doubtful "
        );
        assert_eq!(states("A1\t=B2*2\n77\t1.234\nB1\t-3", false), "1:Doubtful 2:Doubtful 3:Doubtful ");
    }

    #[test]
    fn a_number_that_is_a_word_of_a_name_is_none() {
        let list = [find::tests::article(1, "A1", "Quatre quarts au beurre", None, None)];
        let read = read::text("quatre quarts\nquatre beurres\nquatre quarts deux", &Known::new(&list, &[]));
        let rows: Vec<_> = read.expect("is read").rows.into_iter().map(|r| (r.ways.concat(), r.quantity)).collect();
        let said = [("quatre quarts", ""), ("beurres", "quatre"), ("quatre quarts", "deux")];
        assert_eq!(rows, said.map(|(ways, quantity)| (ways.to_owned(), quantity.to_owned())));
    }

    #[test]
    fn what_takes_a_place_is_chosen_and_never_taken() {
        let list = list();
        let gone = find::tests::article(9, "040330", "Frituurolie 10 l", None, None);
        let known = |by| Known::new(&list, &[]).and_replaced([(&gone, by)]);
        let by = list[4].product;
        let rows = read::text("040330 2", &known(by)).expect("is read").rows;
        let line = Line::from(rows[0].clone());
        let asked = check(vec![line.clone()], &known(by), false).remove(0);
        assert_eq!(
            (asked.state, asked.goes(), asked.article, &asked.candidates[..]),
            (State::Doubtful, false, None, &[by][..])
        );
        let chosen = check(vec![Line { chosen: Some(by), ..line.clone() }], &known(by), false);
        assert_eq!(wanted(&chosen), [(by, Quantity::whole(2))]);
        let elsewhere = check(vec![line], &known(gone.product), false).remove(0);
        assert!(elsewhere.candidates.is_empty(), "what is not in the list yet is agreed to first");
    }

    #[test]
    fn so_many_of_a_unit_are_so_many_of_the_article() {
        assert_eq!(
            states("77\t24 zakken\nB1\t50 kg\nA1\ttwee\n1055\t3 dozen", false),
            "1:Ready! 2:Ready! 3:Ready! 4:Doubtful! "
        );
        assert_eq!(states("77\t60 kg\nB1\t2 x 500\nA1\t10 l", false), "1:Doubtful 2:Doubtful 3:Doubtful ");
        let list = list();
        let known = Known::new(&list, &[]);
        let rows = [("B1", "2,5 zak"), ("b1", "4"), ("77", "50 kg")];
        let line = |(at, (way, quantity)): (usize, (&str, &str))| {
            Line::from(Row { number: at as u32, ways: vec![way.to_owned()], quantity: quantity.to_owned() })
        };
        let checked = check(rows.into_iter().enumerate().map(line).collect(), &known, false);
        let asked = Refusal::NotAMultiple { below: Some(Quantity::whole(2)), above: Quantity::whole(3) };
        assert_eq!((&checked[0].quantity, &checked[0].same[..]), (&Err(asked), &[1][..]));
        assert_eq!(checked[1].quantity, Ok(Quantity::whole(4)));
        assert_eq!(wanted(&checked), [(list[4].product, Quantity::whole(2))]);
    }

    #[test]
    fn rows_of_one_article_are_added_up_where_that_was_said() {
        let text = "A1\t4\nB1\t1\na1\t2";
        assert_eq!(states(text, false), "1:Doubtful 2:Ready! 3:Doubtful ");
        assert_eq!(states(text, true), "1:Ready! 2:Ready! 3:Ready! ");
        let list = list();
        let known = Known::new(&list, &[]);
        let lines: Vec<Line> = read::text(text, &known).expect("is read").rows.into_iter().map(Line::from).collect();
        let checked = check(lines.clone(), &known, true);
        assert_eq!(checked[0].same, [3]);
        assert!(wanted(&checked).contains(&(list[2].product, Quantity::whole(6))));
        assert_eq!(wanted(&check(lines, &known, false)), [(list[0].product, Quantity::whole(1))]);
        let most = format!("A1\t{0}\na1\t{0}", 999_999);
        assert_eq!(states(&most, true), "1:Doubtful 2:Doubtful ");
    }

    #[test]
    fn what_is_chosen_searched_or_dropped() {
        let list = list();
        let known = Known::new(&list, &[]);
        let of = |line: Line| check(vec![line], &known, false).remove(0);
        let row = Row { number: 7, ways: vec!["suiker".into()], quantity: "2".into() };
        let chosen = of(Line { chosen: Some(list[3].product), ..Line::from(row.clone()) });
        assert_eq!((chosen.state, chosen.article, chosen.candidates.len()), (State::Ready, Some(list[3].product), 2));
        let other = of(Line { chosen: Some(ProductId(uuid::Uuid::from_u128(99))), ..Line::from(row.clone()) });
        assert_eq!(other.state, State::Doubtful, "of another's list nothing can be chosen");
        let searched = of(Line { search: "gist 10 kg".into(), ..Line::from(row.clone()) });
        assert_eq!((searched.state, searched.article), (State::Ready, Some(list[4].product)));
        let dropped = of(Line { dropped: true, ..Line::from(row) });
        assert_eq!(dropped.state, State::Dropped);
    }

    proptest! {
        /// Whatever is pasted: no panic, and every row that is not blank is there exactly once.
        #[test]
        fn no_row_is_lost(text in block()) {
            let list = list();
            let known = Known::new(&list, &[]);
            let blank = |line: &str| line.chars().all(|c| c.is_whitespace() || ",;\"\u{feff}".contains(c));
            let there: Vec<u32> = text.replace("\r\n", "\n").split(['\n', '\r']).enumerate()
                .filter(|(_, line)| !blank(line)).map(|(at, _)| at as u32 + 1).collect();
            let read = read::text(&text, &known).expect("is no long text");
            let header = read.header.iter().map(|(number, _)| *number);
            let lines: Vec<Line> = read.rows.iter().cloned().map(Line::from).collect();
            for add_up in [false, true] {
                let checked = check(lines.clone(), &known, add_up);
                let mut seen: Vec<u32> = checked.iter().map(|c| c.line.row.number).chain(header.clone()).collect();
                seen.sort_unstable();
                prop_assert_eq!(&seen, &there);
                for row in &checked {
                    // what is only like something is chosen by somebody, and counts nowhere before
                    if let Found::Doubtful(_) | Found::Replaced { .. } = row.found {
                        prop_assert!(row.article.is_none() && !row.goes());
                    }
                    // what is ready can be delivered, and nothing else is wanted
                    if row.state == State::Ready {
                        let article = row.article.and_then(|a| known.article(a));
                        prop_assert!(article.is_some() && row.quantity.is_ok());
                    }
                }
                for (product, quantity) in wanted(&checked) {
                    let unit = &known.article(product).expect("is known").unit;
                    prop_assert!(quantity > Quantity::ZERO && unit.check(quantity).is_ok() && quantity <= Quantity::MOST);
                }
            }
        }
    }

    /// Rows of a spreadsheet, of people, and of nobody.
    fn block() -> impl Strategy<Value = String> {
        let cell = prop_oneof![
            Just("A1".to_owned()),
            Just("010255".to_owned()),
            Just("suiker".to_owned()),
            Just("code".to_owned()),
            Just("aantal".to_owned()),
            Just("witte bloem".to_owned()),
            "[0-9]{1,6}",
            "[0-9]{1,3}[,.][0-9]{1,3}",
            "([0-9]{1,3}|twee|six) ?(x|kg|zakken|dozen|stuks|g)?",
            Just(String::new()),
            "\\PC{0,12}",
            "[\"';,\t =+-]{0,5}",
            Just("\u{feff}".to_owned()),
            Just("\u{202e}".to_owned()),
        ];
        let separator = prop_oneof![Just("\t"), Just(";"), Just(","), Just(" ")];
        let end = prop_oneof![Just("\n"), Just("\r\n"), Just("\r"), Just("\n\n")];
        let line = (proptest::collection::vec(cell, 0..5), separator, end)
            .prop_map(|(cells, separator, end)| cells.join(separator) + end);
        proptest::collection::vec(line, 0..25).prop_map(|lines| lines.concat())
    }
}
