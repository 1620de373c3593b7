//! From a file to text: its size, whether it is text at all, and in which encoding.

use std::path::Path;

use encoding_rs::WINDOWS_1252;

use super::{Kind, corrections::csv_cell, sheet::MOST_ROWS};
use crate::workbook;

/// A file to import: its name as it is remembered, and its bytes.
#[derive(Clone, Debug)]
pub struct Source {
    pub name: String,
    pub bytes: Vec<u8>,
}

/// Why a file cannot be read at all. What can be said of a row is in the report instead.
#[derive(Debug, thiserror::Error)]
pub enum Unreadable {
    #[error("cannot be read: {0}")]
    Io(#[from] std::io::Error),
    #[error("is {} MiB; at most {} MiB are read", size.div_ceil(1 << 20), most >> 20)]
    TooLarge { size: u64, most: u64 },
    #[error("is empty")]
    Empty,
    #[error("is not a text file but {what}; save it as XLSX or as CSV (UTF-8)")]
    NotText { what: &'static str },
    #[error("is a workbook that {0}")]
    Workbook(workbook::Unreadable),
}

impl Unreadable {
    /// Stable, for scripts.
    pub const fn key(&self) -> &'static str {
        match self {
            Unreadable::Io(_) => "unreadable",
            Unreadable::TooLarge { .. } => "too_large",
            Unreadable::Empty => "empty",
            Unreadable::NotText { .. } => "not_text",
            Unreadable::Workbook(workbook::Unreadable::TooLarge { .. }) => "too_large",
            Unreadable::Workbook(workbook::Unreadable::TooManyRows { .. }) => "too_many_rows",
            Unreadable::Workbook(_) => "damaged",
        }
    }
}

impl Source {
    /// Reads a file, if it is not larger than its kind may be.
    pub fn open(kind: Kind, path: &Path) -> Result<Source, Unreadable> {
        let size = std::fs::metadata(path)?.len();
        Source::fits(kind, size)?;
        let name = path.file_name().map_or_else(|| path.display().to_string(), |n| n.to_string_lossy().into_owned());
        let bytes = std::fs::read(path)?;
        Source::fits(kind, bytes.len() as u64)?;
        Ok(Source { name, bytes })
    }

    pub(super) fn fits(kind: Kind, size: u64) -> Result<(), Unreadable> {
        let most = kind.most_bytes();
        if size > most { Err(Unreadable::TooLarge { size, most }) } else { Ok(()) }
    }
}

/// A file's text.
#[derive(Debug, Default)]
pub(super) struct Text {
    pub text: String,
    /// As it is told.
    pub encoding: &'static str,
    /// Lines of a UTF-8 file with bytes that are not UTF-8.
    pub broken: Vec<u64>,
    /// Rows of a workbook that cannot be used as they are, in their order.
    pub odd: Vec<(u64, Odd)>,
}

/// What only a workbook can have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Odd {
    Merged,
    /// In the cell of this place.
    Formula(usize),
    Fault(usize),
}

/// Why a file that somebody uploads is read as no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotText {
    Empty,
    /// A workbook, a picture, anything that is no text.
    Binary,
}

/// The text of a file of whatever encoding a spreadsheet writes: UTF-8, Windows-1252, or UTF-16 with its mark.
pub fn text_of(bytes: &[u8]) -> Result<String, NotText> {
    if let Some((encoding, _)) = encoding_rs::Encoding::for_bom(bytes).filter(|(e, _)| *e != encoding_rs::UTF_8) {
        let (text, _) = encoding.decode_with_bom_removal(bytes);
        return if text.trim().is_empty() { Err(NotText::Empty) } else { Ok(text.into_owned()) };
    }
    // pictures and archives have a zero byte soon, a text has none
    if bytes.iter().take(4096).any(|byte| *byte == 0) {
        return Err(NotText::Binary);
    }
    match decode(bytes.to_vec()) {
        Ok(read) => Ok(read.text),
        Err(Unreadable::Empty) => Err(NotText::Empty),
        Err(_) => Err(NotText::Binary),
    }
}

/// What a workbook may unpack to: 50,000 products with every column are half of it.
const UNPACKED: u64 = 128 << 20;

/// The first sheet of a workbook as the CSV that it would be: a row a line under its number, so that what is told of a
/// line is found in the sheet.
pub(super) fn of_workbook(kind: Kind, bytes: &[u8]) -> Result<Text, Unreadable> {
    let limits = workbook::Limits { unpacked: UNPACKED, rows: MOST_ROWS + 1, columns: 100 };
    let mut read = Text { encoding: "workbook", ..Text::default() };
    let (mut line, mut width) = (1, None);
    let written = workbook::each_row(bytes, limits, &mut |row| {
        if row.number as usize > MOST_ROWS + 100_000 || u64::from(row.number) < line {
            return Err(workbook::Unreadable::TooManyRows { most: MOST_ROWS });
        }
        if read.text.len() as u64 > kind.most_bytes() {
            return Err(workbook::Unreadable::TooLarge { most: kind.most_bytes() });
        }
        for _ in line..u64::from(row.number) {
            read.text.push('\n');
        }
        line = u64::from(row.number) + 1;
        let place = |odd: fn(&workbook::Cell) -> bool| row.cells.iter().position(odd);
        let odd = match row.merged {
            true => Some(Odd::Merged),
            false => place(|cell| matches!(cell, workbook::Cell::Formula(_)))
                .map(Odd::Formula)
                .or_else(|| place(|cell| matches!(cell, workbook::Cell::Fault(_))).map(Odd::Fault)),
        };
        read.odd.extend(odd.map(|odd| (u64::from(row.number), odd)));
        let mut cells: Vec<String> = row.cells.iter().map(|cell| csv_cell(cell.as_str(), ';')).collect();
        // a row ends with its last cell that holds something; the header says how many there are
        if width.is_none() && !cells.first().is_some_and(|first| first.starts_with("#toonbank")) {
            width = Some(cells.len());
        }
        cells.resize(cells.len().max(width.unwrap_or_default()), String::new());
        read.text += &cells.join(";");
        read.text.push('\n');
        Ok(())
    });
    match written {
        Ok(()) => Ok(read),
        Err(workbook::Unreadable::Empty) => Err(Unreadable::Empty),
        Err(workbook::Unreadable::NotAWorkbook) => Err(Unreadable::NotText { what: "a ZIP archive" }),
        Err(why) => Err(Unreadable::Workbook(why)),
    }
}

/// UTF-8 with or without byte order mark; what is not valid UTF-8 is Windows-1252.
///
/// A file of which at least as many letters are UTF-8 as not is a damaged UTF-8 file: reading it as Windows-1252 would turn
/// every accent of the good lines into two wrong letters.
pub(super) fn decode(mut bytes: Vec<u8>) -> Result<Text, Unreadable> {
    if let Some(what) = not_text(&bytes) {
        return Err(Unreadable::NotText { what });
    }
    let marked = bytes.starts_with(b"\xef\xbb\xbf");
    if marked {
        bytes.drain(..3);
    }
    if bytes.trim_ascii().is_empty() {
        return Err(Unreadable::Empty);
    }
    let bytes = match String::from_utf8(bytes) {
        Ok(text) => return Ok(Text { text, encoding: "UTF-8", ..Text::default() }),
        Err(error) => error.into_bytes(),
    };
    let (mut right, mut wrong, mut line, mut broken) = (0u64, 0u64, 1u64, Vec::new());
    for chunk in bytes.utf8_chunks() {
        right += chunk.valid().chars().filter(|c| !c.is_ascii()).count() as u64;
        line += super::records::line_ends(chunk.valid());
        if !chunk.invalid().is_empty() {
            wrong += 1;
            if broken.last() != Some(&line) {
                broken.push(line);
            }
        }
    }
    if marked || right >= wrong.max(1) {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        return Ok(Text { text, encoding: "UTF-8", broken, ..Text::default() });
    }
    let (text, _) = WINDOWS_1252.decode_without_bom_handling(&bytes);
    Ok(Text { text: text.into_owned(), encoding: "Windows-1252", ..Text::default() })
}

/// What the first bytes give away.
fn not_text(bytes: &[u8]) -> Option<&'static str> {
    let known: [(&[u8], &str); 7] = [
        (b"PK\x03\x04", "a ZIP archive"),
        (b"\xd0\xcf\x11\xe0", "an old Excel workbook"),
        (b"\x28\xb5\x2f\xfd", "compressed with zstd"),
        (b"\x1f\x8b", "compressed with gzip"),
        (b"%PDF", "a PDF"),
        (b"\xff\xfe", "in UTF-16"),
        (b"\xfe\xff", "in UTF-16"),
    ];
    if let Some((_, what)) = known.iter().find(|(start, _)| bytes.starts_with(start)) {
        return Some(what);
    }
    // UTF-16 without its mark, or any binary: a text has no zero bytes
    let start = &bytes[..bytes.len().min(1024)];
    let zeros = start.iter().filter(|b| **b == 0).count();
    (zeros * 5 > start.len()).then_some("binary, or in UTF-16")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8]) -> (String, &'static str, Vec<u64>) {
        let read = decode(bytes.to_vec()).unwrap();
        (read.text, read.encoding, read.broken)
    }

    #[test]
    fn both_encodings_are_recognised() {
        assert_eq!(text("naam\nCrème\n".as_bytes()), ("naam\nCrème\n".into(), "UTF-8", vec![]));
        assert_eq!(text(b"\xef\xbb\xbfnaam"), ("naam".into(), "UTF-8", vec![]));
        assert_eq!(text(b"naam\nCr\xe8me 5 \x80\n"), ("naam\nCrème 5 €\n".into(), "Windows-1252", vec![]));
    }

    #[test]
    fn a_damaged_utf8_file_is_not_taken_for_windows() {
        let (text, encoding, broken) = text(b"naam\ncr\xc3\xa8me\nt\xc3\xaate\nna\xefef\n");
        assert_eq!((encoding, broken), ("UTF-8", vec![4]));
        assert!(text.contains("crème"));
    }

    #[test]
    fn what_is_no_text_is_named() {
        for (bytes, what) in [
            (&b"PK\x03\x04abc"[..], "ZIP"),
            (b"\x28\xb5\x2f\xfdabc", "zstd"),
            (b"\xff\xfes\0k\0u\0", "UTF-16"),
            (b"s\0k\0u\0", "UTF-16"),
        ] {
            let error = decode(bytes.to_vec()).unwrap_err();
            assert!(matches!(&error, Unreadable::NotText { what: w } if w.contains(what)), "{error}");
        }
        assert!(matches!(decode(b"\xef\xbb\xbf \r\n".to_vec()), Err(Unreadable::Empty)));
    }

    #[test]
    fn too_large_is_said_with_the_limit() {
        let error = Source::fits(Kind::Prices, (64 << 20) + 1).unwrap_err();
        assert_eq!(error.to_string(), "is 65 MiB; at most 64 MiB are read");
    }
}
