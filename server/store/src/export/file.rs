//! Rows as a file: CSV, or a workbook.

use rust_xlsxwriter::{Format as Look, FormatBorder, Workbook, XlsxError};

use super::Export;
use crate::{
    Db, Error, Result,
    import::{Kind, columns, csv_cell},
};

/// What kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Csv,
    Xlsx,
}

impl Format {
    /// The ending of a name.
    pub const fn key(self) -> &'static str {
        match self {
            Format::Csv => "csv",
            Format::Xlsx => "xlsx",
        }
    }

    pub fn from_key(key: &str) -> Option<Format> {
        [Format::Csv, Format::Xlsx].into_iter().find(|format| key.eq_ignore_ascii_case(format.key()))
    }

    /// What it is to a browser.
    pub const fn media_type(self) -> &'static str {
        match self {
            Format::Csv => "text/csv; charset=utf-8",
            Format::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        }
    }
}

/// A spreadsheet of this country opens a file with this separator, and with the mark before it, as columns.
const SEPARATOR: char = ';';

/// The mark and the header of a CSV file.
pub fn csv_head(export: &Export) -> String {
    format!("\u{feff}{}\r\n", export.header().join(&SEPARATOR.to_string()))
}

/// Rows of a CSV file.
pub fn csv_rows(rows: &[Vec<String>]) -> String {
    let mut text = String::new();
    for row in rows {
        for (place, cell) in row.iter().enumerate() {
            if place > 0 {
                text.push(SEPARATOR);
            }
            text += &csv_cell(cell, SEPARATOR);
        }
        text += "\r\n";
    }
    text
}

/// All rows as a workbook, and how many there are. Codes and names are texts, so that zeros stay and `=1+1` is no formula; numbers are numbers.
/// The rows wait in a file of the system, not in memory.
pub async fn workbook(db: &Db, mut export: Export) -> Result<(Vec<u8>, u64)> {
    let failed = |error: XlsxError| Error::Stored(error.to_string());
    let numeric: Vec<bool> = export.header().into_iter().map(|name| is_numeric(export.kind(), name)).collect();
    let mut book = Workbook::new();
    let (text, head) = looks();
    begin(&mut book, &export, &numeric, &text, &head).map_err(failed)?;
    let mut number = 1;
    while let Some(rows) = export.next(db).await? {
        let sheet = book.worksheet_from_index(0).map_err(failed)?;
        for row in rows {
            if number > MOST_ROWS {
                return Err(Error::Stored(format!("more than {MOST_ROWS} rows do not fit in a workbook")));
            }
            for (at, (cell, numeric)) in (0u16..).zip(row.iter().zip(&numeric)) {
                let value = numeric.then(|| cell.replace(',', ".").parse::<f64>().ok()).flatten();
                match value {
                    Some(value) => _ = sheet.write_number(number, at, value).map_err(failed)?,
                    None if cell.is_empty() => {}
                    None => _ = sheet.write_string_with_format(number, at, cell, &text).map_err(failed)?,
                }
            }
            number += 1;
        }
    }
    Ok((book.save_to_buffer().map_err(failed)?, u64::from(number - 1)))
}

/// What fits below the header.
const MOST_ROWS: u32 = 1_048_575;

fn is_numeric(kind: Kind, name: &str) -> bool {
    columns(kind).iter().any(|column| column.name == name && column.numeric)
}

fn looks() -> (Look, Look) {
    // `@` is the format of text: what is typed there later stays a text as well
    (Look::new().set_num_format("@"), Look::new().set_bold().set_border_bottom(FormatBorder::Thin))
}

fn begin(book: &mut Workbook, export: &Export, numeric: &[bool], text: &Look, head: &Look) -> Result<(), XlsxError> {
    let sheet = book.add_worksheet_with_constant_memory()?;
    sheet.set_name(export.kind().key())?;
    sheet.set_freeze_panes(1, 0)?;
    for (at, (name, numeric)) in (0u16..).zip(export.header().into_iter().zip(numeric)) {
        sheet.set_column_width(at, (name.len() + 4) as f64)?;
        if !numeric {
            sheet.set_column_format(at, text)?;
        }
        sheet.write_string_with_format(0, at, name, head)?;
    }
    Ok(())
}
