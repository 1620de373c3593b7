//! From a text or the cells of a sheet to rows: where the columns are, which line is the header, what is a quantity.

use super::{
    LONGEST, MOST, amount,
    find::{Found, Known},
};
use crate::{Quantity, Refusal, find::fold};

/// One row as it was written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// As the sender's editor counts, from 1.
    pub number: u32,
    /// The ways in which it names its article: code, own code, barcode, name; those that are filled in. None where the
    /// row has no text but a quantity.
    pub ways: Vec<String>,
    /// As it was typed; empty where there is none.
    pub quantity: String,
}

/// What was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// The number and the cells of the row that names the columns, where there is one.
    pub header: Option<(u32, Vec<String>)>,
    pub rows: Vec<Row>,
}

/// The cells of the rows that are not blank, with the numbers of the rows.
pub type Grid = Vec<(u32, Vec<String>)>;

/// How many rows may stand above the header: a title, a date, a line left open.
const ABOVE: usize = 10;
/// So many rows show where the columns are.
const LOOKED_AT: usize = 200;
/// Columns that are looked at.
const COLUMNS: usize = 60;

/// The rows of a text that was typed or pasted, or of a file of text.
pub fn text(text: &str, known: &Known<'_>) -> Result<Reading, Refusal> {
    let mut lines: Vec<(u32, &str)> = Vec::new();
    for (at, line) in lines_of(text).enumerate() {
        if is_blank(line) {
            continue;
        }
        if lines.len() > MOST {
            return Err(Refusal::TooManyRows { most: MOST });
        }
        lines.push((u32::try_from(at + 1).unwrap_or(u32::MAX), line));
    }
    let Some(separator) = separator(&lines, known) else {
        let rows = lines.into_iter().map(|(number, line)| loose(number, line, known)).collect();
        return at_most(Reading { header: None, rows });
    };
    // a line that has only the other one is of another source
    let of_line = |line: &str| {
        let other = ['\t', ';'].into_iter().find(|other| line.contains(*other));
        if line.contains(separator) { separator } else { other.unwrap_or(separator) }
    };
    grid(lines.into_iter().map(|(number, line)| (number, split(line, of_line(line)))).collect(), known)
}

/// The rows of a sheet.
pub fn grid(cells: Grid, known: &Known<'_>) -> Result<Reading, Refusal> {
    let cells: Grid = cells.into_iter().filter(|(_, row)| row.iter().any(|cell| !cell.trim().is_empty())).collect();
    // a header and one row more than is taken say enough
    if cells.len() > MOST + 1 {
        return Err(Refusal::TooManyRows { most: MOST });
    }
    let header = cells.iter().take(ABOVE).position(|(_, row)| is_header(row));
    let columns = match header {
        Some(at) => Columns::named(&cells[at].1, &cells[at + 1..], known),
        None => Columns::shown(&cells, known),
    };
    let mut reading = Reading::default();
    for (at, (number, row)) in cells.into_iter().enumerate() {
        if header == Some(at) {
            reading.header = Some((number, row.iter().map(|cell| clean(cell)).collect()));
        } else if columns.is_one() || header.is_some_and(|header| at < header) {
            let words: Vec<&str> = row.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty()).collect();
            let line = words.join(" ");
            // what stands above the header is a title, and a number in it no quantity
            let title = || Row { number, ways: vec![clean(&line)], quantity: String::new() };
            reading.rows.push(if header.is_some() { title() } else { free(number, &line, known) });
        } else {
            reading.rows.push(columns.row(number, &row));
        }
    }
    at_most(reading)
}

fn at_most(reading: Reading) -> Result<Reading, Refusal> {
    if reading.rows.len() > MOST { Err(Refusal::TooManyRows { most: MOST }) } else { Ok(reading) }
}

/// Lines end as they do on any system.
fn lines_of(text: &str) -> impl Iterator<Item = &str> {
    text.split('\n').flat_map(|line| {
        let line = line.strip_suffix('\r').unwrap_or(line);
        line.split('\r')
    })
}

/// A line of nothing but separators is how a spreadsheet writes an empty row.
fn is_blank(line: &str) -> bool {
    line.chars().all(|c| c.is_whitespace() || matches!(c, ',' | ';' | '"' | '\u{feff}'))
}

/// The separator of a text, where it has one: one that most of its lines have. A comma separates only where that shows
/// in a header or in codes, as it is a decimal sign too.
fn separator(lines: &[(u32, &str)], known: &Known<'_>) -> Option<char> {
    let most = |separator: char| 2 * lines.iter().filter(|(_, line)| line.contains(separator)).count() > lines.len();
    if let Some(found) = ['\t', ';'].into_iter().find(|separator| most(*separator)) {
        return Some(found);
    }
    let (_, first) = lines.first()?;
    if is_header(&split(first, ',')) {
        return Some(',');
    }
    let looked_at = &lines[..lines.len().min(LOOKED_AT)];
    let sure = looked_at.iter().filter(|(_, line)| {
        split(line, ',').split_first().is_some_and(|(first, rest)| !rest.is_empty() && is_sure(first, known))
    });
    (2 * sure.count() > looked_at.len()).then_some(',')
}

/// The cells of a line. A quote opens a cell only where the line closes it again: a line is never taken into the next.
fn split(line: &str, separator: char) -> Vec<String> {
    let line = line.trim_start_matches('\u{feff}');
    if !line.matches('"').count().is_multiple_of(2) {
        return line.split(separator).map(str::to_owned).collect();
    }
    let (mut cells, mut cell, mut quoted) = (Vec::new(), String::new(), false);
    let mut chars = line.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => {
                chars.next();
                cell.push('"');
            }
            '"' if quoted => quoted = false,
            '"' if cell.trim().is_empty() => {
                cell.clear();
                quoted = true;
            }
            c if c == separator && !quoted => cells.push(std::mem::take(&mut cell)),
            c => cell.push(c),
        }
    }
    cells.push(cell);
    cells
}

/// A line of a text whose lines are not all of one kind.
fn loose(number: u32, line: &str, known: &Known<'_>) -> Row {
    let separator = if line.contains('\t') { '\t' } else { ';' };
    let cells = split(line, separator);
    let filled: Vec<String> = cells.iter().map(|cell| clean(cell)).filter(|cell| !cell.is_empty()).collect();
    match &filled[..] {
        [] => Row { number, ..Row::default() },
        [one] => free(number, one, known),
        [ways @ .., last] if is_sure(last, known) && !is_number(last) => {
            Row { number, ways: ways.iter().chain([last]).cloned().collect(), quantity: String::new() }
        }
        [ways @ .., last] => Row { number, ways: ways.to_vec(), quantity: last.clone() },
    }
}

/// A line as people write it: `witte bloem 4`, `4 x witte bloem`, `witte bloem 4 zakken`, `twee witte bloem`.
fn free(number: u32, line: &str, known: &Known<'_>) -> Row {
    let line = &clean(line);
    let row = |wanted: &str, quantity: &str| Row {
        number,
        ways: vec![wanted.trim().to_owned()],
        quantity: quantity.trim().to_owned(),
    };
    if is_sure(line, known) {
        return row(line, "");
    }
    if let Some((code, word)) = line.split_once(char::is_whitespace).filter(|(first, _)| is_code(first, known))
        && !word.contains(|c: char| c.is_whitespace() || c.is_ascii_digit())
        && known.find(&[word]) == Found::Unknown
    {
        return row(code, word);
    }
    let readings = [at_end(line, known), at_start(line, known)].into_iter().flatten();
    let plainest = readings.min_by_key(|reading| (!is_sure(reading.wanted, known), reading.how));
    match plainest {
        Some(reading) => row(reading.wanted, &reading.quantity),
        None => row(line, ""),
    }
}

/// A quantity that was found in a line, and what the rest of the line names.
struct InLine<'a> {
    wanted: &'a str,
    quantity: String,
    how: How,
}

/// How a quantity stands in a line; the plainer goes before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum How {
    /// `witte bloem 4`
    Last,
    /// `witte bloem 4 zakken`
    Counted,
    /// `4 x witte bloem`, `4 zakken witte bloem`
    First,
    /// `witte bloem 25 kg`: that may be its size as well.
    Measured,
    /// `witte bloem vier`
    Word,
}

/// What people write between a number and what they want so many of.
const TIMES: [char; 4] = ['x', 'X', '×', '*'];

fn at_end<'a>(line: &'a str, known: &Known<'_>) -> Option<InLine<'a>> {
    let (before, last) = parted_last(line)?;
    let by_itself = || Some((before, how_many(last, known)?));
    // `24 zakken`
    let with_unit = || {
        let (wanted, number) = parted_last(before)?;
        how_many(number, known).filter(|how| *how == How::Last || *how == How::Word)?;
        Some((wanted, of_unit(last)?))
    };
    let (mut wanted, how) = with_unit().or_else(by_itself)?;
    if how == How::Word && known.has_all(line) {
        return None;
    }
    // `witte bloem x 4`; but `gist 2 x 500` says two numbers, and which of them is meant is asked
    let (name, times) = parted_last(wanted).unwrap_or(("", wanted));
    if is_times(times) {
        wanted =
            parted_last(name).filter(|(_, number)| how_many(number, known).is_some()).map_or(name, |(name, _)| name);
    } else if times.strip_suffix(TIMES).is_some_and(|number| how_many(number, known).is_some()) {
        wanted = name;
    }
    let quantity = line[wanted.len()..].trim().trim_start_matches(TIMES).trim_start().to_owned();
    (!wanted.is_empty()).then_some(InLine { wanted, quantity, how })
}

fn at_start<'a>(line: &'a str, known: &Known<'_>) -> Option<InLine<'a>> {
    let (first, rest) = line.split_once(char::is_whitespace)?;
    // `deux` ends as `2x` does
    let number = if amount::is_number_word(first) { first } else { first.trim_end_matches(TIMES) };
    let rest = rest.trim_start();
    let how = how_many(number, known)?;
    if how == How::Word && known.has_all(line) {
        return None;
    }
    let times = rest.strip_prefix(TIMES).filter(|rest| rest.starts_with(' ')).map(str::trim_start);
    // `24 zakken witte bloem`
    let with_unit = rest.split_once(char::is_whitespace).filter(|(unit, _)| of_unit(unit).is_some());
    let (quantity, wanted) = match (times, with_unit) {
        (None, Some((unit, wanted))) if first == number => (format!("{number} {unit}"), wanted.trim_start()),
        (times, _) => (number.to_owned(), times.unwrap_or(rest)),
    };
    let bare = how == How::Word && quantity == number;
    Some(InLine { wanted, quantity, how: if bare { How::Word } else { How::First } })
}

fn parted_last(text: &str) -> Option<(&str, &str)> {
    text.rsplit_once(char::is_whitespace).map(|(before, last)| (before.trim_end(), last))
}

fn is_times(word: &str) -> bool {
    let mut chars = word.chars();
    chars.next().is_some_and(|c| TIMES.contains(&c)) && chars.next().is_none()
}

/// Is a word by itself a quantity: a number, `25kg`, `vier`? A code is none: nobody wants thirty thousand of what is not
/// named.
fn how_many(word: &str, known: &Known<'_>) -> Option<How> {
    if is_code(word, known) {
        return None;
    }
    let (number, unit) = amount::apart(word);
    match (is_number(number), unit) {
        (true, "") => Some(How::Last),
        (true, unit) => of_unit(unit),
        (false, "") => amount::is_number_word(word).then_some(How::Word),
        (false, _) => None,
    }
}

fn of_unit(word: &str) -> Option<How> {
    amount::unit(word.trim_end_matches('.')).map(|unit| match unit {
        amount::Named::Container => How::Counted,
        amount::Named::Measure => How::Measured,
    })
}

/// A code of an article, or a number that is written as codes are.
fn is_code(word: &str, known: &Known<'_>) -> bool {
    let zero = word.strip_prefix('0').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    zero || word.len() > 3 && is_sure(word, known)
}

fn is_sure(wanted: &str, known: &Known<'_>) -> bool {
    known.is_exact(wanted)
}

/// Something that is meant as a number, also one that means two.
fn is_number(text: &str) -> bool {
    let text = text.trim();
    let digits = text.bytes().any(|b| b.is_ascii_digit());
    digits && !matches!(Quantity::parse(text), Err(Refusal::NotANumber { .. }))
}

/// One line, no marks that play tricks, not longer than a code or a name is.
fn clean(cell: &str) -> String {
    let text: String = cell
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .filter(|c| crate::text::line(c.encode_utf8(&mut [0; 4]), 1).is_ok())
        .collect();
    let text = text.trim();
    // the sign with which a spreadsheet keeps a code or a formula a text
    let text = text
        .strip_prefix('\'')
        .filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit() || "=+-@".contains(c)))
        .unwrap_or(text);
    text.chars().take(LONGEST).collect()
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Holds {
    OwnCode,
    Code,
    Barcode,
    Name,
    Quantity,
}

/// What the name of a column says, in the three languages, folded; a longer name that begins with it says the same.
const SAID: &[(Holds, &[&str])] = &[
    (
        Holds::OwnCode,
        &["uw code", "eigen code", "klantcode", "own code", "your code", "votre code", "code client", "code propre"],
    ),
    (Holds::Barcode, &["ean", "gtin", "barcode", "bar code", "streepjescode", "code barres", "code barre", "upc"]),
    (
        Holds::Quantity,
        &[
            "aantal",
            "aant",
            "hoeveelheid",
            "hoev",
            "stuks",
            "bestellen",
            "te bestellen",
            "bestelling",
            "besteld",
            "quantity",
            "qty",
            "order qty",
            "order quantity",
            "quantite",
            "qte",
            "qt",
            "nombre",
            "a commander",
            "commande",
            "amount",
            "how many",
        ],
    ),
    (
        Holds::Name,
        &[
            "naam",
            "omschrijving",
            "beschrijving",
            "benaming",
            "artikelnaam",
            "productnaam",
            "uw naam",
            "eigen naam",
            "name",
            "description",
            "your name",
            "own name",
            "product name",
            "item name",
            "nom",
            "designation",
            "libelle",
            "votre nom",
        ],
    ),
    (
        Holds::Code,
        &[
            "code",
            "artikel",
            "artikelcode",
            "artikelnummer",
            "artikelnr",
            "art",
            "artnr",
            "article",
            "sku",
            "item",
            "product",
            "productcode",
            "product code",
            "produit",
            "reference",
            "ref",
            "referentie",
            "nummer",
            "nr",
            "numero",
            "number",
            "no",
        ],
    ),
];

fn holds(name: &str) -> Option<Holds> {
    let name = fold(&name.chars().take(60).collect::<String>());
    let words: Vec<&str> = name.split(' ').collect();
    // how much is in a box is no order
    let packed = words.iter().any(|word| ["per", "par", "pro", "verpakking", "prijs", "prix", "price"].contains(word));
    let begins = |said: &str| name.strip_prefix(said).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
    SAID.iter()
        .filter(|(holds, _)| !(packed && *holds == Holds::Quantity))
        .flat_map(|(holds, said)| said.iter().map(move |said| (*holds, *said)))
        .filter(|(_, said)| begins(said))
        .max_by_key(|(_, said)| said.len())
        .map(|(holds, _)| holds)
}

/// Does this row name the columns? It must name what is ordered and, unless every cell of it is such a name, how many.
fn is_header(row: &[String]) -> bool {
    let filled: Vec<Option<Holds>> =
        row.iter().take(COLUMNS).filter(|cell| !cell.trim().is_empty()).map(|cell| holds(cell)).collect();
    let quantity = filled.contains(&Some(Holds::Quantity));
    let what = filled.iter().flatten().any(|holds| *holds != Holds::Quantity);
    what && filled.len() > 1 && (quantity || filled.iter().all(Option::is_some))
}

/// Where in a row things stand.
struct Columns {
    /// The ways to name an article, the surest first.
    ways: Vec<usize>,
    quantity: Option<usize>,
    width: usize,
}

/// What the cells of a column look like.
struct Looks {
    filled: usize,
    numbers: usize,
    fractions: usize,
    sure: usize,
}

impl Columns {
    /// As the header says; what it does not say, as the cells show.
    fn named(header: &[String], rows: &[(u32, Vec<String>)], known: &Known<'_>) -> Columns {
        let said: Vec<(usize, Holds)> =
            header.iter().take(COLUMNS).enumerate().filter_map(|(at, name)| Some((at, holds(name)?))).collect();
        let mut ways: Vec<(Holds, usize)> =
            said.iter().filter(|(_, holds)| *holds != Holds::Quantity).map(|(at, holds)| (*holds, *at)).collect();
        ways.sort_unstable();
        let quantity = said.iter().find(|(_, holds)| *holds == Holds::Quantity).map(|(at, _)| *at);
        let ways: Vec<usize> = ways.into_iter().map(|(_, at)| at).collect();
        let quantity = quantity.or_else(|| {
            let looks = Looks::of(rows, known);
            number_column(&looks, |at| !said.iter().any(|(said, _)| *said == at))
        });
        Columns { ways, quantity, width: header.len().max(2) }
    }

    /// As the cells show.
    fn shown(rows: &[(u32, Vec<String>)], known: &Known<'_>) -> Columns {
        let looks = Looks::of(rows, known);
        let filled: Vec<usize> = (0..looks.len()).filter(|at| looks[*at].filled > 0).collect();
        let surest =
            filled.iter().copied().filter(|at| looks[*at].sure > 0).max_by_key(|at| (looks[*at].sure, usize::MAX - at));
        let Some(first) = surest.or(filled.first().copied()) else {
            return Columns { ways: Vec::new(), quantity: None, width: 0 };
        };
        let last = filled.last().copied().filter(|at| *at != first && looks[*at].sure == 0);
        let quantity = number_column(&looks, |at| at != first).or(last);
        let others = filled.iter().copied().filter(|at| {
            let look = &looks[*at];
            *at != first && Some(*at) != quantity && (look.sure > 0 || 2 * look.numbers < look.filled)
        });
        let ways = std::iter::once(first).chain(others).take(3).collect();
        Columns { ways, quantity, width: filled.len() }
    }

    fn is_one(&self) -> bool {
        self.width == 1
    }

    fn row(&self, number: u32, cells: &[String]) -> Row {
        let cell = |at: usize| cells.get(at).map(|cell| clean(cell)).filter(|cell| !cell.is_empty());
        let mut ways: Vec<String> = self.ways.iter().filter_map(|at| cell(*at)).collect();
        let mut quantity = self.quantity.and_then(cell).unwrap_or_default();
        // `50` and `kg` in two cells
        let beside = self.quantity.and_then(|at| cell(at + 1)).filter(|word| amount::unit(word).is_some());
        if let Some(unit) = beside.filter(|_| is_number(&quantity)) {
            ways.retain(|way| *way != unit);
            quantity = format!("{quantity} {unit}");
        }
        if ways.is_empty() {
            // text beside its columns is shown all the same
            ways.extend((0..cells.len()).filter(|at| Some(*at) != self.quantity).find_map(cell));
        }
        ways.dedup();
        Row { number, ways, quantity }
    }
}

impl Looks {
    fn of(rows: &[(u32, Vec<String>)], known: &Known<'_>) -> Vec<Looks> {
        let width = rows.iter().map(|(_, row)| row.len()).max().unwrap_or(0).min(COLUMNS);
        let looked_at = &rows[..rows.len().min(LOOKED_AT)];
        (0..width)
            .map(|at| {
                let cells: Vec<&str> = looked_at
                    .iter()
                    .filter_map(|(_, row)| row.get(at))
                    .map(|cell| cell.trim())
                    .filter(|c| !c.is_empty())
                    .collect();
                let count = |is: &dyn Fn(&str) -> bool| cells.iter().filter(|cell| is(cell)).count();
                Looks {
                    // a cell below those that are looked at counts too
                    filled: cells
                        .len()
                        .max(usize::from(rows.iter().any(|(_, r)| r.get(at).is_some_and(|c| !c.trim().is_empty())))),
                    numbers: count(&is_number),
                    fractions: count(&|cell| is_number(cell) && cell.contains([',', '.'])),
                    sure: count(&|cell| is_sure(cell, known)),
                }
            })
            .collect()
    }
}

/// The column of quantities: numbers, whole ones rather than prices, and of several the last.
fn number_column(looks: &[Looks], may: impl Fn(usize) -> bool) -> Option<usize> {
    (0..looks.len())
        .filter(|at| may(*at) && looks[*at].numbers > 0 && 5 * looks[*at].numbers >= 3 * looks[*at].filled)
        .max_by_key(|at| (2 * looks[*at].fractions < looks[*at].numbers, *at))
}
