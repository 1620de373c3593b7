//! Workbooks of a spreadsheet: XLSX and ODS as rows of texts, and XLSX written.
//!
//! A workbook is an archive that somebody else made, so it is read within limits: what it unpacks to is counted before
//! anything is parsed, and a sheet is walked cell by cell and left at the first row too many. A cell far down or a repeat
//! count of a million costs nothing, as no sheet is ever laid out in memory.
//!
//! A number becomes the text that means it and nothing else: `1055`, `2.5`. A formula becomes its stored result; one
//! without a result stays a formula (`=B2*2`), so that whoever checks the row can say so. Of merged cells the first has
//! the text and the others are empty, as they are in the file; a row that has such cells says so.

mod ods;
mod write;

use std::io::{Cursor, Read};

use calamine::{DataRef, Reader, SheetVisible, Xlsx, XlsxFormulaMetadata};
use zip::ZipArchive;

pub use write::{Text, write};

/// How much of a workbook is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of everything in it, unpacked.
    pub unpacked: u64,
    /// Rows that are not blank.
    pub rows: usize,
    /// Cells of a row; those behind are passed over.
    pub columns: usize,
}

/// Letters of a cell that are kept: more is no code, no name and no note of ours.
const LONGEST: usize = 5_000;
/// Files in the archive: a workbook has a dozen, one with many sheets a few hundred.
const FILES: usize = 2_000;

/// Rows that are not blank, with their numbers from 1.
pub type Rows = Vec<(u32, Vec<String>)>;

/// A row that is not blank.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// From 1.
    pub number: u32,
    pub cells: Vec<Cell>,
    /// Is a cell of it one with its neighbours, beside or below?
    pub merged: bool,
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Text, or a value as text; empty where there is nothing.
    Text(String),
    /// A formula that nobody has computed: `=B2*2`.
    Formula(String),
    /// What a formula has come to grief with: `#N/A`.
    Fault(String),
}

impl Cell {
    pub fn as_str(&self) -> &str {
        match self {
            Cell::Text(text) | Cell::Formula(text) | Cell::Fault(text) => text,
        }
    }

    /// As it is kept: on one line, and not longer than anything of ours.
    fn kept(self) -> Cell {
        let one_line = |text: String| {
            text.chars().take(LONGEST).map(|c| if matches!(c, '\n' | '\r' | '\t') { ' ' } else { c }).collect()
        };
        match self {
            Cell::Text(text) => Cell::Text(one_line(text)),
            Cell::Formula(text) => Cell::Formula(one_line(text)),
            Cell::Fault(text) => Cell::Fault(one_line(text)),
        }
    }
}

/// Why a workbook cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    #[error("not a workbook")]
    NotAWorkbook,
    #[error("an old Excel workbook (.xls), or one with a password")]
    Old,
    #[error("unpacks to more than {} MiB", most >> 20)]
    TooLarge { most: u64 },
    #[error("has more than {most} rows")]
    TooManyRows { most: usize },
    #[error("is damaged")]
    Damaged,
    #[error("has no cell with anything in it")]
    Empty,
}

/// Is this an archive, as every workbook of today is?
pub fn is_archive(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

/// The texts of the first sheet that has anything in it.
pub fn read(bytes: &[u8], limits: Limits) -> Result<Rows, Unreadable> {
    let mut rows = Rows::new();
    each_row(bytes, limits, &mut |row| {
        rows.push((row.number, row.cells.iter().map(|cell| cell.as_str().to_owned()).collect()));
        Ok(())
    })?;
    Ok(rows)
}

/// Hands over the rows of the first sheet that has anything in it, one after the other; none of them is kept.
pub fn each_row(
    bytes: &[u8],
    limits: Limits,
    take: &mut dyn FnMut(Row) -> Result<(), Unreadable>,
) -> Result<(), Unreadable> {
    if bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        return Err(Unreadable::Old);
    }
    if !is_archive(bytes) {
        return Err(Unreadable::NotAWorkbook);
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unreadable::Damaged)?;
    weigh(&mut archive, limits)?;
    let has = |name: &str| archive.index_for_name(name).is_some();
    let mut rows = Handed::new(limits, take);
    if has("xl/workbook.xml") {
        sheet(bytes, &mut rows)?;
    } else if has("content.xml") {
        let content = archive.by_name("content.xml").map_err(|_| Unreadable::Damaged)?;
        ods::read(content, &mut rows)?;
    } else {
        return Err(Unreadable::NotAWorkbook);
    }
    if rows.count == 0 { Err(Unreadable::Empty) } else { Ok(()) }
}

/// Unpacks everything once, to nowhere, and stops where it is too much: what an archive says of itself may be a lie.
fn weigh(archive: &mut ZipArchive<Cursor<&[u8]>>, limits: Limits) -> Result<(), Unreadable> {
    if archive.len() > FILES {
        return Err(Unreadable::TooLarge { most: limits.unpacked });
    }
    let mut left = limits.unpacked;
    for at in 0..archive.len() {
        let file = archive.by_index(at).map_err(|_| Unreadable::Damaged)?;
        let weight = std::io::copy(&mut file.take(left + 1), &mut std::io::sink()).map_err(|_| Unreadable::Damaged)?;
        left = left.checked_sub(weight).ok_or(Unreadable::TooLarge { most: limits.unpacked })?;
    }
    Ok(())
}

/// The first visible sheet of an XLSX that has anything in it.
fn sheet(bytes: &[u8], rows: &mut Handed<'_>) -> Result<(), Unreadable> {
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|_| Unreadable::Damaged)?;
    let visible = workbook.sheets_metadata().iter().filter(|sheet| sheet.visible == SheetVisible::Visible);
    let names: Vec<String> = visible.map(|sheet| sheet.name.clone()).collect();
    for name in names {
        // a sheet that is a chart has no cells
        let merged = workbook.merge_cells_by_sheet_name(&name).map(|found| spans(&found)).unwrap_or_default();
        let Ok(mut cells) = workbook.worksheet_cells_reader(&name) else { continue };
        while let Some(cell) = cells.next_cell_with_formula_metadata().map_err(|_| Unreadable::Damaged)? {
            let (row, column) = cell.pos;
            let held = match (&cell.value, &cell.formula) {
                (DataRef::Empty, Some(formula)) => Cell::Formula(formula_text(formula)),
                (DataRef::Error(error), _) => Cell::Fault(error.to_string()),
                (value, _) => Cell::Text(value_text(value)),
            };
            rows.put(row, column as usize, held, is_within(&merged, row))?;
        }
        if rows.end()? {
            return Ok(());
        }
    }
    Ok(())
}

/// From which row to which cells are merged, in order, and no two of them touching.
fn spans(merged: &[calamine::Dimensions]) -> Vec<(u32, u32)> {
    let mut rows: Vec<(u32, u32)> = merged.iter().map(|area| (area.start.0, area.end.0)).collect();
    rows.sort_unstable();
    let mut spans: Vec<(u32, u32)> = Vec::new();
    for (first, last) in rows {
        match spans.last_mut().filter(|(_, before)| first <= before.saturating_add(1)) {
            Some((_, before)) => *before = last.max(*before),
            None => spans.push((first, last)),
        }
    }
    spans
}

fn is_within(spans: &[(u32, u32)], row: u32) -> bool {
    let next = spans.partition_point(|(first, _)| *first <= row);
    next.checked_sub(1).and_then(|at| spans.get(at)).is_some_and(|(_, last)| row <= *last)
}

fn formula_text(formula: &XlsxFormulaMetadata) -> String {
    match formula {
        XlsxFormulaMetadata::Normal { formula } | XlsxFormulaMetadata::Shared { formula, .. } => format!("={formula}"),
        _ => "=…".to_owned(),
    }
}

fn value_text(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number_text(*number),
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(yes) => yes.to_string(),
        DataRef::DateTime(at) if at.is_duration() => number_text(at.as_f64()),
        DataRef::DateTime(at) => {
            let (year, month, day, hour, minute, second, _) = at.to_ymd_hms_milli();
            let date = format!("{year:04}-{month:02}-{day:02}");
            if (hour, minute, second) == (0, 0, 0) { date } else { format!("{date} {hour:02}:{minute:02}:{second:02}") }
        }
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::Error(error) => error.to_string(),
        DataRef::Empty => String::new(),
    }
}

/// A number as a text that cannot mean another: what 64 bits make of 0.3 is 0.3, and 1.234 has a zero behind it, so that
/// nobody takes its point for a thousand.
fn number_text(number: f64) -> String {
    let text = format!("{number:.6}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    match text.split_once('.') {
        Some((_, decimals)) if decimals.len() == 3 => format!("{text}0"),
        _ => text.to_owned(),
    }
}

/// Rows on their way to whoever takes them.
struct Handed<'t> {
    limits: Limits,
    take: &'t mut dyn FnMut(Row) -> Result<(), Unreadable>,
    /// The one whose cells are coming.
    row: Option<Row>,
    count: usize,
}

impl<'t> Handed<'t> {
    fn new(limits: Limits, take: &'t mut dyn FnMut(Row) -> Result<(), Unreadable>) -> Handed<'t> {
        Handed { limits, take, row: None, count: 0 }
    }

    /// A cell, counted from 0; blank ones are nothing.
    fn put(&mut self, row: u32, column: usize, cell: Cell, merged: bool) -> Result<(), Unreadable> {
        if column >= self.limits.columns || cell.as_str().trim().is_empty() {
            return Ok(());
        }
        let number = row.saturating_add(1);
        if self.row.as_ref().is_none_or(|row| row.number != number) {
            self.end()?;
            if self.count == self.limits.rows {
                return Err(Unreadable::TooManyRows { most: self.limits.rows });
            }
            self.count += 1;
            self.row = Some(Row { number, ..Row::default() });
        }
        let Some(row) = &mut self.row else { return Ok(()) };
        row.merged |= merged;
        if row.cells.len() <= column {
            row.cells.resize(column + 1, Cell::Text(String::new()));
        }
        row.cells[column] = cell.kept();
        Ok(())
    }

    /// Hands over the last row; was there any?
    fn end(&mut self) -> Result<bool, Unreadable> {
        if let Some(row) = self.row.take() {
            (self.take)(row)?;
        }
        Ok(self.count > 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_mean_what_they_are() {
        for (number, text) in [
            (1055.0, "1055"),
            (2.5, "2.5"),
            (0.1 + 0.2, "0.3"),
            (1.234, "1.2340"),
            (-3.0, "-3"),
            (5_412_345_000_013.0, "5412345000013"),
            (0.0, "0"),
            (100.0, "100"),
        ] {
            assert_eq!(number_text(number), text);
        }
    }

    #[test]
    fn merged_rows_are_found_however_many_areas_there_are() {
        let area = |first, last| calamine::Dimensions { start: (first, 0), end: (last, 1) };
        let spans = spans(&[area(7, 7), area(1, 3), area(2, 2), area(4, 5)]);
        assert_eq!(spans, [(1, 5), (7, 7)]);
        let within: Vec<u32> = (0..9).filter(|row| is_within(&spans, *row)).collect();
        assert_eq!(within, [1, 2, 3, 4, 5, 7]);
    }
}
