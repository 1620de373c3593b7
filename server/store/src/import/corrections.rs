//! The refused rows as a file that can be corrected and fed again, and the others beside it.

use std::borrow::Cow;

use super::{
    report::{Problems, Split},
    sheet::{Opened, Sheet, guarded},
};

/// By which a spreadsheet knows UTF-8.
const MARK: &[u8] = b"\xef\xbb\xbf";

/// Splits a refused file in two, with what is wrong in the last column.
pub(super) fn split(sheet: &Sheet<'_>, problems: &Problems) -> Split {
    let (mut rejected, mut accepted) = (Writer::new(&sheet.opened), Writer::new(&sheet.opened));
    for row in &sheet.rows {
        match problems.refused(row.line) {
            Some(refused) => rejected.row(&row.cells, &refused.text),
            None => accepted.row(&row.cells, ""),
        }
    }
    Split { rejected: rejected.done(), accepted: Some(accepted.done()) }
}

/// A cell as it stands in a file of text: in quotes where it needs them, and no formula to a spreadsheet.
pub fn csv_cell(cell: &str, separator: char) -> String {
    let guarded = guarded(cell);
    if guarded.contains([separator, '"', '\n', '\r']) {
        format!("\"{}\"", guarded.replace('"', "\"\""))
    } else {
        guarded.into_owned()
    }
}

/// Writes rows under the header of the original, with the column `problem` at the end.
pub(super) struct Writer {
    csv: csv::Writer<Vec<u8>>,
    /// A `problem` column that the original had already is left out.
    skip: Option<usize>,
}

impl Writer {
    pub fn new(opened: &Opened<'_>) -> Writer {
        let csv = csv::WriterBuilder::new().delimiter(opened.separator).flexible(true).from_writer(MARK.to_vec());
        let mut writer = Writer { csv, skip: opened.corrected() };
        writer.write(opened.header.iter().map(|name| Cow::Borrowed(name.as_str())), super::columns::PROBLEM);
        writer
    }

    pub fn row(&mut self, cells: &[Cow<'_, str>], problem: &str) {
        self.write(cells.iter().map(|cell| guarded(cell)), problem);
    }

    fn write<'c>(&mut self, cells: impl Iterator<Item = Cow<'c, str>>, problem: &str) {
        let skip = self.skip;
        let kept = cells.enumerate().filter(|(place, _)| Some(*place) != skip).map(|(_, cell)| cell);
        for cell in kept {
            // into memory: it cannot fail but by want of it
            let _ = self.csv.write_field(&*cell);
        }
        let _ = self.csv.write_field(problem);
        let _ = self.csv.write_record(None::<&[u8]>);
    }

    pub fn done(self) -> String {
        let bytes = self.csv.into_inner().unwrap_or_default();
        String::from_utf8(bytes).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
    }
}
