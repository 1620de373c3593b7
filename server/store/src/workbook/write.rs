//! XLSX, written. Every cell of text is a text to the spreadsheet too: a code keeps its zeros, and `=1+1` is no formula.

use rust_xlsxwriter::{Format, FormatBorder, Workbook, XlsxError};

use crate::{Error, Result};

/// A column: what stands at its head, and how wide it is in letters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    pub head: String,
    pub width: u16,
}

/// One sheet: its columns and its rows, the head frozen.
pub fn write(sheet_name: &str, columns: &[Text], rows: impl IntoIterator<Item = Vec<String>>) -> Result<Vec<u8>> {
    written(sheet_name, columns, rows).map_err(|error| Error::Stored(error.to_string()))
}

fn written(
    sheet_name: &str,
    columns: &[Text],
    rows: impl IntoIterator<Item = Vec<String>>,
) -> std::result::Result<Vec<u8>, XlsxError> {
    // `@` is the format of text: what is typed there later stays a text as well
    let text = Format::new().set_num_format("@");
    let head = Format::new().set_bold().set_border_bottom(FormatBorder::Thin);
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    // a name may not have these, nor more than 31 letters
    let name: String = sheet_name.chars().filter(|c| !"[]:*?/\\'".contains(*c)).take(31).collect();
    sheet.set_name(if name.is_empty() { "1" } else { &name })?;
    sheet.set_freeze_panes(1, 0)?;
    for (at, column) in (0u16..).zip(columns) {
        sheet.set_column_width(at, f64::from(column.width))?;
        sheet.set_column_format(at, &text)?;
        sheet.write_string_with_format(0, at, &column.head, &head)?;
    }
    for (number, row) in (1u32..).zip(rows) {
        for (at, cell) in (0u16..).zip(&row) {
            if !cell.is_empty() {
                sheet.write_string_with_format(number, at, cell, &text)?;
            }
        }
    }
    workbook.save_to_buffer()
}
