//! What an import says about itself: counts, every problem with its place, and the reconciliation of the real data.

use std::{
    collections::{BTreeMap, HashMap, HashSet},
    hash::{DefaultHasher, Hash, Hasher},
};

use chrono::{DateTime, Utc};
use domain::{Refusal, change::RowChange};
use serde::{Deserialize, Serialize};

use super::{Kind, nearest, online_retail::Reconciliation};

/// What came of a file. Written as JSON for scripts; the first eight fields after `saved` are the contract with them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// The key of the [`Kind`].
    pub kind: String,
    pub file: String,
    /// Hexadecimal SHA-256 of the file's bytes.
    pub file_hash: String,
    pub encoding: String,
    pub dry_run: bool,
    /// True where the portal now holds what the file says: it was written, or it was all there already.
    pub saved: bool,

    /// Distinct customers of the accepted rows.
    pub customers: u64,
    /// Distinct products of the accepted rows.
    pub products: u64,
    /// Orders that are not cancelled or declined.
    pub orders: u64,
    /// Orders that are cancelled or declined.
    pub cancelled: u64,
    /// Order lines of all these orders.
    pub lines: u64,
    /// Net value of these lines, cancellations included; two decimals after a point.
    pub net_value: String,
    /// Rows that did not become part of the portal, by reason; a row counts once.
    pub rejected: BTreeMap<String, u64>,

    /// What the rejected rows of order history are worth, by reason; two decimals after a point.
    pub rejected_value: BTreeMap<String, String>,
    pub rows: Rows,
    /// What the file changed, by noun.
    pub changes: BTreeMap<String, Changes>,
    /// At most as many as [`super::Options::problems_kept`]; `problems_total` counts them all.
    pub problems: Vec<RowProblem>,
    pub problems_total: u64,
    pub notes: Vec<Note>,
    /// Which rows of lists and of prices the file changes: the first hundred, and how many there are.
    #[serde(skip)]
    pub row_changes: Vec<RowChange>,
    #[serde(skip)]
    pub row_changes_total: usize,
    /// When this same file was imported before.
    pub imported_before: Option<DateTime<Utc>>,
    pub reconciliation: Option<Reconciliation>,
    /// The rows to correct, and the others.
    #[serde(skip)]
    pub split: Option<Split>,
}

impl Report {
    /// Was every row in order (or left out by a documented decision)?
    pub fn is_clean(&self) -> bool {
        self.problems_total == 0
    }

    /// Was everything there already?
    pub fn changed_nothing(&self) -> bool {
        self.changes.values().all(|c| c.created == 0 && c.changed == 0)
    }

    pub(super) fn change(&mut self, noun: &str) -> &mut Changes {
        self.changes.entry(noun.to_owned()).or_default()
    }

    /// Counts a row as new, changed or the same, and says whether it is to be written.
    pub(super) fn is_news<M: PartialEq>(&mut self, what: &'static str, before: Option<&M>, after: &M) -> bool {
        let changes = self.change(what);
        let count = match before {
            None => &mut changes.created,
            Some(before) if before == after => &mut changes.unchanged,
            Some(_) => &mut changes.changed,
        };
        *count += 1;
        before != Some(after)
    }

    pub(super) fn row_change(&mut self, change: impl FnOnce() -> RowChange) {
        const KEPT: usize = 100;
        self.row_changes_total += 1;
        if self.row_changes.len() < KEPT {
            self.row_changes.push(change());
        }
    }

    pub(super) fn note(&mut self, key: &str, rows: u64, text: impl Into<String>) {
        self.notes.push(Note { key: key.to_owned(), rows, text: text.into() });
    }
}

/// `read` is the sum of the three after it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rows {
    /// Rows below the header that are not blank.
    pub read: u64,
    pub accepted: u64,
    /// With a problem, or held back with one that has.
    pub refused: u64,
    /// Left out by a documented decision (real data only).
    pub left_out: u64,
    pub blank: u64,
}

/// What happened to one kind of thing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Changes {
    pub created: u64,
    pub changed: u64,
    /// As the file says already.
    pub unchanged: u64,
    /// Differs from the file and is left as it is; a note says why.
    pub kept: u64,
}

/// One thing that is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowProblem {
    /// The line of the file, the first being 1.
    pub row: u64,
    /// Empty where the whole row is meant.
    pub column: String,
    /// What stands there, at most 80 characters of it.
    pub value: String,
    /// The key of the [`Reason`].
    pub problem: String,
    /// The same in words.
    pub text: String,
    /// What was perhaps meant.
    pub nearest: Option<String>,
    /// The rule of the domain that it breaks, for who says it in another language.
    #[serde(skip)]
    pub refusal: Option<Refusal>,
    /// The words that are possible, where there are a few.
    #[serde(skip)]
    pub choices: String,
}

/// A decision that was taken about rows that are not wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    pub key: String,
    pub rows: u64,
    pub text: String,
}

/// The file in two parts, in UTF-8 with the header and separator of the original and a last column `problem`, which is
/// passed over when it is read again. A cell that a spreadsheet would take for a formula has a `'` before it, which is
/// taken away again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Split {
    pub rejected: String,
    /// None where the file was accepted.
    pub accepted: Option<String>,
}

/// The reasons and their keys, each once: a test asks for a sentence for all of them, so that none is forgotten.
macro_rules! reasons {
    ($($reason:ident $key:literal)*) => {
        /// Why a row or a file is refused.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Reason {
            $($reason,)*
        }

        impl Reason {
            pub const ALL: &[Reason] = &[$(Reason::$reason,)*];

            /// As a report says it to programs.
            pub const fn key(self) -> &'static str {
                match self {
                    $(Reason::$reason => $key,)*
                }
            }
        }
    };
}

reasons! {
    // of a file
    NoHeader "no_header"
    WrongKind "wrong_kind"
    UnsupportedVersion "unsupported_version"
    UnknownColumn "unknown_column"
    MissingColumn "missing_column"
    DuplicateColumn "duplicate_column"
    TooManyRows "too_many_rows"
    // of a row
    RaggedRow "ragged_row"
    QuoteNotClosed "quote_not_closed"
    TextAfterQuote "text_after_quote"
    Encoding "encoding"
    MergedCells "merged_cells"
    DuplicateRow "duplicate_row"
    Contradiction "contradiction"
    HeldBack "held_back"
    // of a cell
    Formula "formula"
    Required "required"
    TooLong "too_long"
    ControlCharacter "control_character"
    NotANumber "not_a_number"
    AmbiguousNumber "ambiguous_number"
    Negative "negative"
    TooMany "too_many"
    NotADate "not_a_date"
    UntilBeforeFrom "until_before_from"
    NotAnEmail "not_an_email"
    NotAVatNumber "not_a_vat_number"
    NotAGtin "not_a_gtin"
    NotATier "not_a_tier"
    NoBetterTier "no_better_tier"
    TiersOfPercent "tiers_of_percent"
    FarOff "far_off"
    NotAPack "not_a_pack"
    NotAMultiple "not_a_multiple"
    NotFreeGoods "not_free_goods"
    NotABundle "not_a_bundle"
    NotEmpty "not_empty"
    Itself "itself"
    Circular "circular"
    Taken "taken"
    Overlap "overlap"
    UnknownUnit "unknown_unit"
    UnknownChoice "unknown_choice"
    UnknownCustomer "unknown_customer"
    UnknownCustomerGroup "unknown_customer_group"
    UnknownSite "unknown_site"
    UnknownPackaging "unknown_packaging"
    UnknownProduct "unknown_product"
    // another rule of the domain
    Refused "refused"
}

/// Why, in a word for programs and in words for people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Problem {
    pub reason: Reason,
    pub text: String,
    pub nearest: Option<String>,
    pub refusal: Option<Refusal>,
    pub choices: String,
}

impl Problem {
    pub fn new(reason: Reason, text: impl Into<String>) -> Problem {
        Problem { reason, text: text.into(), nearest: None, refusal: None, choices: String::new() }
    }

    pub fn or_rather(self, nearest: Option<String>) -> Problem {
        Problem { nearest, ..self }
    }
}

/// What is told of a row that was refused.
pub(super) struct Refused {
    pub reason: &'static str,
    pub text: String,
}

/// Collects the problems of a file.
pub(super) struct Problems {
    kept: Vec<RowProblem>,
    most: usize,
    total: u64,
    /// Problems of the header: they concern the whole file.
    header: BTreeMap<&'static str, u64>,
    rows: BTreeMap<u64, Refused>,
    /// A column of a row is complained about once; both as one hash, because there may be millions.
    cells: HashSet<u64>,
    looked_up: HashMap<(&'static str, String), Option<String>>,
}

impl Problems {
    /// Looking for what was perhaps meant is done for so many different values.
    const LOOK_UPS: usize = 500;

    pub fn new(most: usize) -> Problems {
        Problems {
            kept: Vec::new(),
            most,
            total: 0,
            header: BTreeMap::new(),
            rows: BTreeMap::new(),
            cells: HashSet::new(),
            looked_up: HashMap::new(),
        }
    }

    pub fn is_empty(&self) -> bool {
        self.total == 0
    }

    /// Is there a problem that concerns the whole file?
    pub fn of_file(&self) -> bool {
        !self.header.is_empty()
    }

    pub fn total(&self) -> u64 {
        self.total
    }

    /// A problem of the header, or of the file before it.
    pub fn of_header(&mut self, line: u64, column: &str, value: &str, problem: Problem) {
        *self.header.entry(problem.reason.key()).or_default() += 1;
        self.keep(line, column, value, problem);
    }

    /// A problem of a cell; of the row where `column` is empty.
    pub fn of_row(&mut self, line: u64, column: &str, value: &str, problem: Problem) {
        if !self.cells.insert(hash(line, column)) {
            return;
        }
        let mut text = if column.is_empty() { problem.text.clone() } else { format!("{column}: {}", problem.text) };
        if let Some(nearest) = &problem.nearest {
            text += &format!(" (perhaps {nearest})");
        }
        match self.rows.get_mut(&line) {
            Some(refused) => {
                refused.text += "; ";
                refused.text += &text;
            }
            None => {
                self.rows.insert(line, Refused { reason: problem.reason.key(), text });
            }
        }
        self.keep(line, column, value, problem);
    }

    fn keep(&mut self, row: u64, column: &str, value: &str, problem: Problem) {
        self.total += 1;
        if self.kept.len() < self.most {
            let Problem { reason, text, nearest, refusal, choices } = problem;
            let value = value.chars().take(80).collect();
            self.kept.push(RowProblem {
                row,
                column: column.to_owned(),
                value,
                problem: reason.key().to_owned(),
                text,
                nearest,
                refusal,
                choices,
            });
        }
    }

    /// A row that is in order, but belongs to something of which another row is not.
    pub fn hold_back(&mut self, line: u64, because_of: u64, noun: &str) {
        self.rows.entry(line).or_insert_with(|| Refused {
            reason: Reason::HeldBack.key(),
            text: format!("in order itself; held back because row {because_of} of the same {noun} is not"),
        });
    }

    pub fn refused(&self, line: u64) -> Option<&Refused> {
        self.rows.get(&line)
    }

    /// Is this cell complained about already?
    pub fn has(&self, line: u64, column: &str) -> bool {
        self.cells.contains(&hash(line, column))
    }

    /// Which of many known codes was perhaps meant; remembered, because the same slip is often made in many rows.
    pub fn nearest<'k>(
        &mut self,
        noun: &'static str,
        typed: &str,
        known: impl IntoIterator<Item = &'k str>,
    ) -> Option<String> {
        let key = (noun, typed.to_owned());
        if let Some(found) = self.looked_up.get(&key) {
            return found.clone();
        }
        if self.looked_up.len() >= Problems::LOOK_UPS {
            return None;
        }
        let found = nearest::of(typed, known);
        self.looked_up.insert(key, found.clone());
        found
    }

    /// Of all rows of each group with a refused row, the others are held back.
    pub fn hold_back_groups<'g>(&mut self, noun: &str, groups: impl IntoIterator<Item = &'g Vec<u64>>) {
        for lines in groups {
            if let Some(bad) = lines.iter().copied().find(|line| self.rows.contains_key(line)) {
                for line in lines {
                    self.hold_back(*line, bad, noun);
                }
            }
        }
    }

    /// Puts what was collected into the report.
    pub fn tell(&self, report: &mut Report) {
        report.problems = self.kept.clone();
        report.problems.sort_by_key(|p| p.row);
        report.problems_total = self.total;
        for (reason, count) in &self.header {
            *report.rejected.entry((*reason).to_owned()).or_default() += count;
        }
        for refused in self.rows.values() {
            *report.rejected.entry(refused.reason.to_owned()).or_default() += 1;
        }
        report.rows.refused = self.rows.len() as u64;
        if !self.header.is_empty() {
            report.rows.refused = report.rows.read;
        }
        report.rows.accepted = report.rows.read - report.rows.refused.min(report.rows.read) - report.rows.left_out;
    }
}

fn hash(line: u64, column: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    (line, column).hash(&mut hasher);
    hasher.finish()
}

/// An amount in ten-thousandths as text with two decimals after a point, rounded half away from zero.
pub(super) fn amount(ten_thousandths: i128) -> String {
    cents(domain::money::round_half_away(ten_thousandths, 100))
}

/// An amount in cents as text with two decimals after a point.
pub(super) fn cents(cents: i64) -> String {
    let sign = if cents < 0 { "-" } else { "" };
    let cents = cents.unsigned_abs();
    format!("{sign}{}.{:02}", cents / 100, cents % 100)
}

impl Report {
    pub(super) fn begin(kind: Kind, file: &str, file_hash: String, encoding: &str, dry_run: bool) -> Report {
        Report {
            kind: kind.key().to_owned(),
            file: file.to_owned(),
            file_hash,
            encoding: encoding.to_owned(),
            dry_run,
            net_value: cents(0),
            ..Report::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_written_with_a_point_and_two_decimals() {
        assert_eq!(amount(92_286_207_570), "9228620.76");
        assert_eq!(amount(-50), "-0.01");
        assert_eq!(amount(49), "0.00");
        assert_eq!(cents(-1234), "-12.34");
    }

    #[test]
    fn a_hundred_rows_are_named_and_all_are_counted() {
        let of = domain::change::Of::ListPrices;
        let change = RowChange { of, article: None, before: None, after: None };
        let mut report = Report::default();
        for _ in 0..180 {
            report.row_change(|| change.clone());
        }
        assert_eq!((report.row_changes.len(), report.row_changes_total), (100, 180));
    }

    #[test]
    fn a_cell_is_complained_about_once_and_a_row_counts_once() {
        let mut problems = Problems::new(2);
        problems.of_row(3, "sku", "x", Problem::new(Reason::Required, "required"));
        problems.of_row(3, "sku", "x", Problem::new(Reason::TooLong, "too long"));
        problems.of_row(3, "vat", "y", Problem::new(Reason::NotANumber, "not a number"));
        problems.of_row(4, "vat", "y", Problem::new(Reason::NotANumber, "not a number"));
        let mut report = Report { rows: Rows { read: 5, ..Rows::default() }, ..Report::default() };
        problems.tell(&mut report);
        assert_eq!((report.problems.len(), report.problems_total), (2, 3));
        assert_eq!(report.rejected, BTreeMap::from([("required".into(), 1), ("not_a_number".into(), 1)]));
        assert_eq!((report.rows.accepted, report.rows.refused), (3, 2));
    }
}
