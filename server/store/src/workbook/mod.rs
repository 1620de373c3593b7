//! Workbooks of a spreadsheet: XLSX and ODS as rows of texts, and XLSX written.
//!
//! A workbook is an archive that somebody else made, so it is read within limits: what it unpacks to is counted before
//! anything is parsed, and a sheet is walked cell by cell and left at the first row too many. A cell far down or a repeat
//! count of a million costs nothing, as no sheet is ever laid out in memory.
//!
//! A number becomes the text that means it and nothing else: `1055`, `2.5`. A formula becomes its stored result; one
//! without a result stays a formula (`=B2*2`), so that whoever checks the row can say so. Of merged cells the first has
//! the text and the others are empty, as they are in the file.

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
const LONGEST: usize = 2_000;
/// Files in the archive: a workbook has a dozen, one with many sheets a few hundred.
const FILES: usize = 2_000;

/// Rows that are not blank, with their numbers from 1.
pub type Rows = Vec<(u32, Vec<String>)>;

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

/// The first sheet that has anything in it.
pub fn read(bytes: &[u8], limits: Limits) -> Result<Rows, Unreadable> {
    if bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        return Err(Unreadable::Old);
    }
    if !is_archive(bytes) {
        return Err(Unreadable::NotAWorkbook);
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unreadable::Damaged)?;
    weigh(&mut archive, limits)?;
    let has = |name: &str| archive.index_for_name(name).is_some();
    let rows = if has("xl/workbook.xml") {
        sheet(bytes, limits)
    } else if has("content.xml") {
        let content = archive.by_name("content.xml").map_err(|_| Unreadable::Damaged)?;
        ods::read(content, limits)
    } else {
        Err(Unreadable::NotAWorkbook)
    }?;
    if rows.is_empty() { Err(Unreadable::Empty) } else { Ok(rows) }
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
fn sheet(bytes: &[u8], limits: Limits) -> Result<Rows, Unreadable> {
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|_| Unreadable::Damaged)?;
    let visible = workbook.sheets_metadata().iter().filter(|sheet| sheet.visible == SheetVisible::Visible);
    let names: Vec<String> = visible.map(|sheet| sheet.name.clone()).collect();
    for name in names {
        // a sheet that is a chart has no cells
        let Ok(mut cells) = workbook.worksheet_cells_reader(&name) else { continue };
        let mut rows = Collected::new(limits);
        while let Some(cell) = cells.next_cell_with_formula_metadata().map_err(|_| Unreadable::Damaged)? {
            let (row, column) = cell.pos;
            let text = match (&cell.value, &cell.formula) {
                (DataRef::Empty, Some(formula)) => formula_text(formula),
                (value, _) => value_text(value),
            };
            rows.put(row, column as usize, text)?;
        }
        if !rows.rows.is_empty() {
            return Ok(rows.rows);
        }
    }
    Ok(Vec::new())
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

/// The rows so far.
struct Collected {
    limits: Limits,
    rows: Rows,
}

impl Collected {
    fn new(limits: Limits) -> Collected {
        Collected { limits, rows: Vec::new() }
    }

    /// A cell, counted from 0; blank ones are nothing.
    fn put(&mut self, row: u32, column: usize, text: String) -> Result<(), Unreadable> {
        if column >= self.limits.columns || text.trim().is_empty() {
            return Ok(());
        }
        let number = row.saturating_add(1);
        if self.rows.last().is_none_or(|(last, _)| *last != number) {
            if self.rows.len() == self.limits.rows {
                return Err(Unreadable::TooManyRows { most: self.limits.rows });
            }
            self.rows.push((number, Vec::new()));
        }
        let Some((_, cells)) = self.rows.last_mut() else { return Ok(()) };
        if cells.len() <= column {
            cells.resize(column + 1, String::new());
        }
        let one_line = text.chars().take(LONGEST).map(|c| if matches!(c, '\n' | '\r' | '\t') { ' ' } else { c });
        cells[column] = one_line.collect();
        Ok(())
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
}
