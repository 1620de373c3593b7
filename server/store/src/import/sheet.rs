//! A file as rows under named columns: separator, version line, header, and numbers whose decimal sign is settled.

use std::borrow::Cow;

use domain::quantity::parse_decimal;

use super::{
    Kind,
    columns::{PROBLEM, VERSION, columns},
    decode::{Odd, Text},
    mapping::{Means, Words},
    records::{Broken, Record, Records},
    refusals,
    report::{Problem, Problems, Reason},
};

/// Rows of a file that is kept in memory.
pub(super) const MOST_ROWS: usize = 1_000_000;

/// The header of a file, and the records after it.
pub(super) struct Opened<'a> {
    kind: Kind,
    pub separator: u8,
    /// As it stands in the file.
    pub header: Vec<String>,
    /// For each column of the set, its place in a row.
    places: Vec<Option<usize>>,
    /// A correction file: the place of the column that is passed over.
    corrected: Option<usize>,
    /// What stands in every row, under columns that the file does not have.
    constants: Vec<(&'static str, String)>,
    pub records: Records<'a>,
}

/// All rows of a file.
pub(super) struct Sheet<'a> {
    pub opened: Opened<'a>,
    pub rows: Vec<Row<'a>>,
    pub blank: u64,
}

/// A row that is not blank.
pub(super) struct Row<'a> {
    /// Its (first) line in the file.
    pub line: u64,
    pub cells: Vec<Cow<'a, str>>,
}

impl<'a> Opened<'a> {
    /// Reads the lines before the first row. What is wrong with the header is told, and nothing more is read then.
    pub fn open(kind: Kind, text: &'a str, words: Words, problems: &mut Problems) -> Option<Opened<'a>> {
        let (text, line) = skip_preamble(kind, text, problems);
        let separator = detect(kind, text, &words);
        let mut records = Records::new(text, line, separator);
        let mut record = Record::default();
        loop {
            if !records.read(&mut record) {
                problems.of_header(line, "", "", Problem::new(Reason::NoHeader, header_wanted(kind)));
                return None;
            }
            if !record.is_blank() {
                break;
            }
        }
        let header: Vec<String> = record.cells.iter().map(|c| c.trim().to_owned()).collect();
        let line = record.line;
        let mut places = vec![None; columns(kind).len()];
        let mut corrected = None;
        let before = problems.total();
        if record.broken.is_some() {
            problems.of_header(line, "", &header.join(" "), broken(Broken::NotClosed));
        }
        for (place, name) in header.iter().enumerate() {
            if name.eq_ignore_ascii_case(PROBLEM) {
                corrected = Some(place);
                continue;
            }
            match words.means(kind, name) {
                Means::Column(known) if places[known].is_some() => {
                    let text = format!("the column {} is there twice", columns(kind)[known].name);
                    problems.of_header(line, name, name, Problem::new(Reason::DuplicateColumn, text));
                }
                Means::Column(known) => places[known] = Some(place),
                Means::PassedOver => {}
                Means::Unknown => {
                    let nearest = words.nearest(kind, name);
                    let text = if name.is_empty() { "a column without a name" } else { "a column that is not known" };
                    problems.of_header(line, name, name, Problem::new(Reason::UnknownColumn, text).or_rather(nearest));
                }
            }
        }
        // a file of something else is told once what it should look like, not column by column
        if places.iter().all(Option::is_none) {
            problems.of_header(line, "", &header.join(" "), Problem::new(Reason::NoHeader, header_wanted(kind)));
            return None;
        }
        for (column, place) in columns(kind).iter().zip(&places) {
            let is_constant = words.constants.iter().any(|(name, _)| *name == column.name);
            if is_constant && place.is_some() {
                let text = format!("the file has the column {}, and the mapping a constant for it", column.name);
                problems.of_header(line, column.name, "", Problem::new(Reason::DuplicateColumn, text));
            }
            if !column.needed || is_constant || place.is_some() {
                continue;
            }
            let text = format!("the column {} is missing", column.name);
            problems.of_header(line, column.name, "", Problem::new(Reason::MissingColumn, text));
        }
        if problems.total() > before {
            return None;
        }
        Some(Opened { kind, separator, header, places, corrected, constants: words.constants, records })
    }

    pub fn has(&self, column: &str) -> bool {
        self.place(column).is_some() || self.constant(column).is_some()
    }

    fn constant(&self, column: &str) -> Option<&str> {
        self.constants.iter().find(|(name, _)| *name == column).map(|(_, value)| value.trim())
    }

    /// Where a column stands in a row.
    pub fn place(&self, column: &str) -> Option<usize> {
        let known = columns(self.kind).iter().position(|c| c.name == column)?;
        self.places.get(known).copied().flatten()
    }

    /// Is the shape of the record right, and can its text be used? Tells what is not.
    pub fn check(&self, record: &Record<'_>, read: &Text, problems: &mut Problems) {
        let line = record.line;
        if let Some(what) = record.broken {
            problems.of_row(line, "", &record.cells.join(" "), broken(what));
            return;
        }
        if let Ok(at) = read.odd.binary_search_by_key(&line, |(line, _)| *line) {
            self.tell_odd(record, read.odd[at].1, problems);
        }
        if read.broken.binary_search(&line).is_ok() {
            let text = "has bytes that are not UTF-8, while the rest of the file is UTF-8";
            problems.of_row(line, "", &record.cells.join(" "), Problem::new(Reason::Encoding, text));
        }
        if record.cells.len() != self.header.len() {
            let text = format!("has {} cells, the header {}", record.cells.len(), self.header.len());
            problems.of_row(line, "", &record.cells.join(" "), Problem::new(Reason::RaggedRow, text));
            return;
        }
        for (place, cell) in record.cells.iter().enumerate() {
            // plain text of the usual kind is passed over quickly
            if cell.bytes().all(|b| (0x20..0x7f).contains(&b)) || self.corrected == Some(place) {
                continue;
            }
            if domain::text::line(cell, usize::MAX).is_err() {
                let name = self.header.get(place).map_or("", String::as_str);
                problems.of_row(line, name, cell, refusals::control_character());
            }
        }
    }

    /// What only a row of a workbook can have.
    fn tell_odd(&self, record: &Record<'_>, odd: Odd, problems: &mut Problems) {
        let (place, problem) = match odd {
            Odd::Merged => {
                let text = "has merged cells: take them apart and fill in each";
                problems.of_row(record.line, "", &record.cells.join(" "), Problem::new(Reason::MergedCells, text));
                return;
            }
            Odd::Formula(place) => {
                let text = "is a formula without a result: put the value in its place";
                (place, Problem::new(Reason::Formula, text))
            }
            Odd::Fault(place) => (place, Problem::new(Reason::Formula, "is a formula with an error for a result")),
        };
        let name = self.header.get(place).map_or("", String::as_str);
        let mut value = record.cells.get(place).cloned().unwrap_or_default();
        unguard(&mut value);
        problems.of_row(record.line, name, &value, problem);
    }

    /// All rows, for files that are kept in memory.
    pub fn rows(mut self, read: &Text, problems: &mut Problems, mut tell: impl FnMut(u64)) -> Sheet<'a> {
        let (mut rows, mut blank) = (Vec::new(), 0);
        let mut record = Record { cells: Vec::with_capacity(self.header.len()), ..Record::default() };
        while self.records.read(&mut record) {
            if record.is_blank() {
                blank += 1;
                continue;
            }
            if rows.len() == MOST_ROWS {
                let text = format!("more than {MOST_ROWS} rows; split the file");
                problems.of_header(record.line, "", "", Problem::new(Reason::TooManyRows, text));
                break;
            }
            self.check(&record, read, problems);
            let mut cells = std::mem::replace(&mut record.cells, Vec::with_capacity(self.header.len()));
            cells.iter_mut().for_each(unguard);
            rows.push(Row { line: record.line, cells });
            if rows.len() % 1000 == 0 {
                tell(self.records.read_bytes());
            }
        }
        let mut sheet = Sheet { opened: self, rows, blank };
        sheet.settle(problems);
        sheet
    }

    pub fn kind(&self) -> Kind {
        self.kind
    }

    pub fn corrected(&self) -> Option<usize> {
        self.corrected
    }
}

impl Sheet<'_> {
    pub fn has(&self, column: &str) -> bool {
        self.opened.has(column)
    }

    /// The trimmed cell; where the file has no such column the constant, or nothing.
    pub fn cell<'r>(&'r self, row: &'r Row<'_>, column: &str) -> &'r str {
        match self.opened.place(column) {
            Some(place) => row.cells.get(place).map_or("", |cell| cell.trim()),
            None => self.opened.constant(column).unwrap_or_default(),
        }
    }

    /// Rows that can be looked at: those whose shape is right.
    pub fn usable<'s>(&'s self, problems: &Problems) -> Vec<&'s Row<'s>>
    where
        Self: 's,
    {
        self.rows.iter().filter(|row| !problems.has(row.line, "")).collect()
    }

    /// `1.234` may mean two numbers. The other numbers of its column, and where they show nothing those of the whole
    /// file, say which; where they do not agree or show nothing it is told, never guessed.
    fn settle(&mut self, problems: &mut Problems) {
        let width = self.opened.header.len();
        let numeric: Vec<(&str, usize)> = columns(self.opened.kind)
            .iter()
            .filter(|c| c.numeric)
            .filter_map(|c| Some((c.name, self.opened.place(c.name)?)))
            .collect();
        let mut doubtful = false;
        let mut shown: Vec<Shown> = Vec::with_capacity(numeric.len());
        for (_, place) in &numeric {
            let mut of_column = Shown::default();
            for cell in self.rows.iter().filter(|r| r.cells.len() == width).filter_map(|row| row.cells.get(*place)) {
                match reads(cell) {
                    Reads::Nothing => {}
                    Reads::Decimal(b',') => of_column.comma = true,
                    Reads::Decimal(_) => of_column.point = true,
                    Reads::TwoWays => doubtful = true,
                }
            }
            shown.push(of_column);
        }
        if !doubtful {
            return;
        }
        let of_file = shown
            .iter()
            .fold(Shown::default(), |all, one| Shown { comma: all.comma || one.comma, point: all.point || one.point });
        for ((name, place), of_column) in numeric.into_iter().zip(shown) {
            let decimal = if of_column == Shown::default() { of_file.sign() } else { of_column.sign() };
            for row in self.rows.iter_mut().filter(|r| r.cells.len() == width) {
                let Some(cell) = row.cells.get_mut(place).filter(|cell| reads(cell) == Reads::TwoWays) else {
                    continue;
                };
                let sign = if cell.contains(',') { b',' } else { b'.' };
                match decimal {
                    Some(decimal) if decimal == sign => *cell = Cow::Owned(format!("{}0", cell.trim())),
                    Some(_) => *cell = Cow::Owned(cell.replace([',', '.'], "")),
                    None => {
                        let typed = cell.trim();
                        let text = format!(
                            "may mean {} or {}: no other number of the file shows which",
                            typed.replace([',', '.'], ""),
                            typed.replace(',', ".")
                        );
                        problems.of_row(row.line, name, typed, Problem::new(Reason::AmbiguousNumber, text));
                    }
                }
            }
        }
    }
}

/// Which decimal signs were seen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Shown {
    comma: bool,
    point: bool,
}

impl Shown {
    fn sign(self) -> Option<u8> {
        match self {
            Shown { comma: true, point: false } => Some(b','),
            Shown { comma: false, point: true } => Some(b'.'),
            _ => None,
        }
    }
}

/// What a number shows about its decimal sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reads {
    Nothing,
    Decimal(u8),
    TwoWays,
}

fn reads(cell: &str) -> Reads {
    let text = cell.trim();
    let signs = text.bytes().filter(|b| matches!(b, b',' | b'.')).count();
    let Some(at) = text.rfind([',', '.']) else { return Reads::Nothing };
    let sign = text.as_bytes()[at];
    let other = if sign == b',' { b'.' } else { b',' };
    // the rule itself is the domain's: nine decimals are more than any column keeps
    match parse_decimal(text.trim_end_matches(['%', ' ']), 9) {
        Err(domain::Refusal::Ambiguous { .. }) => Reads::TwoWays,
        Err(_) => Reads::Nothing,
        Ok(_) if signs > 1 && text.as_bytes()[..at].contains(&sign) => Reads::Decimal(other),
        Ok(_) => Reads::Decimal(sign),
    }
}

fn broken(what: Broken) -> Problem {
    match what {
        Broken::NotClosed => Problem::new(Reason::QuoteNotClosed, "a quote is opened and never closed"),
        Broken::TextAfter => Problem::new(
            Reason::TextAfterQuote,
            "text after a closing quote; a quote in a quoted cell is written twice",
        ),
    }
}

fn header_wanted(kind: Kind) -> String {
    let names: Vec<&str> = columns(kind).iter().map(|c| c.name).collect();
    format!("no header of {}: the first line must name the columns, of {}", kind.key(), names.join(", "))
}

/// Passes over `sep=;` (a spreadsheet's) and `#toonbank KIND VERSION` (ours), which is checked.
fn skip_preamble<'a>(kind: Kind, text: &'a str, problems: &mut Problems) -> (&'a str, u64) {
    let (mut rest, mut line) = (text, 1);
    loop {
        let end = rest.find(['\n', '\r']).unwrap_or(rest.len());
        let first = rest[..end].trim_matches([',', ';', '\t', ' ', '"']);
        let is_ours = first.strip_prefix("#toonbank");
        let is_separator = first.get(..4).is_some_and(|s| s.eq_ignore_ascii_case("sep=")) || first == "sep=";
        if is_ours.is_none() && !is_separator {
            return (rest, line);
        }
        if let Some(said) = is_ours {
            let words: Vec<&str> = said.split_whitespace().collect();
            if words.first().is_some_and(|k| *k != kind.key()) {
                let text = format!("this file says it is of another kind than {}", kind.key());
                problems.of_header(line, "", first, Problem::new(Reason::WrongKind, text));
            } else if words.get(1).is_none_or(|v| v.parse() != Ok(VERSION)) {
                let text = format!("the column set {} {VERSION} is supported, and no other", kind.key());
                problems.of_header(line, "", first, Problem::new(Reason::UnsupportedVersion, text));
            }
        }
        let ended = if rest[end..].starts_with("\r\n") { 2 } else { usize::from(end < rest.len()) };
        rest = &rest[end + ended..];
        line += 1;
    }
}

/// The separator with which the header has the most columns that are known, else simply the most.
fn detect(kind: Kind, text: &str, words: &Words) -> u8 {
    let start = text.trim_start_matches(['\n', '\r']);
    [b',', b';', b'\t']
        .into_iter()
        .max_by_key(|separator| {
            let mut record = Record::default();
            Records::new(start, 1, *separator).read(&mut record);
            let known = |cell: &&Cow<'_, str>| words.means(kind, cell) != Means::Unknown;
            // of equals `max_by_key` takes the last, so the comma is preferred by a place of its own
            (record.cells.iter().filter(known).count(), record.cells.len(), *separator == b',')
        })
        .unwrap_or(b',')
}

/// Signs by which a spreadsheet knows a formula.
const OF_FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// What a spreadsheet would take for a formula; numbers stay numbers.
fn is_formula(cell: &str) -> bool {
    cell.starts_with(OF_FORMULA) && parse_decimal(cell, 9).is_err()
}

/// Does it begin as [`guarded`] writes a formula?
fn is_guarded(cell: &str) -> bool {
    cell.starts_with('\'') && cell.trim_start_matches('\'').starts_with(OF_FORMULA)
}

/// A cell as no spreadsheet starts it: with a `'` before what it would take for a formula, and before what has one
/// already, so that taking one away always gives what it was.
pub(super) fn guarded(cell: &str) -> Cow<'_, str> {
    if is_formula(cell) || is_guarded(cell) { Cow::Owned(format!("'{cell}")) } else { Cow::Borrowed(cell) }
}

/// The reverse of [`guarded`].
fn unguard(cell: &mut Cow<'_, str>) {
    if is_guarded(cell) {
        *cell = Cow::Owned(cell[1..].to_owned());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_guarded_comes_back(cell in "['=+@-]{0,3}[a1.]{0,3}") {
            let mut written: Cow<'_, str> = guarded(&cell).into_owned().into();
            prop_assert!(!is_formula(&written));
            unguard(&mut written);
            prop_assert_eq!(&*written, &cell);
        }
    }
}
