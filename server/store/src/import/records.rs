//! Records of a CSV file (RFC 4180), with the line each begins on, and without ever losing more than one line to a
//! quote that was forgotten. (The `csv` crate reads on to the end of the file there, and counts lines after blanks
//! differently; it writes our files.)

use std::borrow::Cow;

/// One record; the cells borrow from the text where nothing was escaped.
#[derive(Debug, Default)]
pub(super) struct Record<'a> {
    /// The line of the file it begins on, the first being 1.
    pub line: u64,
    pub cells: Vec<Cow<'a, str>>,
    /// Why it was split without regard to quotes.
    pub broken: Option<Broken>,
}

/// What can be wrong with quotes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Broken {
    NotClosed,
    TextAfter,
}

impl Record<'_> {
    pub fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.trim().is_empty())
    }
}

/// Where in the text we are.
#[derive(Clone, Debug)]
pub(super) struct Records<'a> {
    text: &'a str,
    at: usize,
    line: u64,
    separator: u8,
}

impl<'a> Records<'a> {
    pub fn new(text: &'a str, line: u64, separator: u8) -> Records<'a> {
        Records { text, at: 0, line, separator }
    }

    /// How many bytes have been read.
    pub fn read_bytes(&self) -> u64 {
        self.at as u64
    }

    /// The next record into `record`; false at the end.
    pub fn read(&mut self, record: &mut Record<'a>) -> bool {
        if self.at >= self.text.len() {
            return false;
        }
        record.line = self.line;
        record.cells.clear();
        record.broken = None;
        if let Err(broken) = self.cells(&mut record.cells) {
            record.broken = Some(broken);
            record.cells.clear();
            self.plain_line(&mut record.cells);
        }
        true
    }

    fn cells(&mut self, cells: &mut Vec<Cow<'a, str>>) -> Result<(), Broken> {
        let bytes = self.text.as_bytes();
        let (mut at, mut line) = (self.at, self.line);
        loop {
            let (cell, end) = if bytes.get(at) == Some(&b'"') {
                let (cell, end) = quoted(self.text, at)?;
                line += line_ends(&self.text[at..end]);
                // spaces between the quote and the separator are nobody's
                let spaces = bytes[end..].iter().take_while(|b| **b == b' ').count();
                (cell, end + spaces)
            } else {
                let end = bytes[at..]
                    .iter()
                    .position(|b| *b == self.separator || *b == b'\n' || *b == b'\r')
                    .map_or(bytes.len(), |length| at + length);
                (Cow::Borrowed(&self.text[at..end]), end)
            };
            cells.push(cell);
            match bytes.get(end) {
                Some(b) if *b == self.separator => at = end + 1,
                Some(b'\r') if bytes.get(end + 1) == Some(&b'\n') => {
                    (self.at, self.line) = (end + 2, line + 1);
                    return Ok(());
                }
                Some(b'\r' | b'\n') => {
                    (self.at, self.line) = (end + 1, line + 1);
                    return Ok(());
                }
                None => {
                    (self.at, self.line) = (end, line + 1);
                    return Ok(());
                }
                Some(_) => return Err(Broken::TextAfter),
            }
        }
    }

    /// One line, split at every separator: so a forgotten quote costs this line and no other.
    fn plain_line(&mut self, cells: &mut Vec<Cow<'a, str>>) {
        let rest = &self.text[self.at..];
        let length = rest.find(['\n', '\r']).unwrap_or(rest.len());
        cells.extend(rest[..length].split(char::from(self.separator)).map(Cow::Borrowed));
        let end = if rest[length..].starts_with("\r\n") { 2 } else { usize::from(length < rest.len()) };
        (self.at, self.line) = (self.at + length + end, self.line + 1);
    }
}

/// The cell whose quote opens at `at`, and the place after its closing quote.
fn quoted(text: &str, at: usize) -> Result<(Cow<'_, str>, usize), Broken> {
    let (start, mut from, mut doubled) = (at + 1, at + 1, false);
    loop {
        let Some(length) = text[from..].find('"') else { return Err(Broken::NotClosed) };
        let end = from + length;
        if text[end + 1..].starts_with('"') {
            doubled = true;
            from = end + 2;
            continue;
        }
        let cell = &text[start..end];
        return Ok((if doubled { Cow::Owned(cell.replace("\"\"", "\"")) } else { Cow::Borrowed(cell) }, end + 1));
    }
}

/// How often a line ends in `text`: `\r\n` is one end, and so is each of the two alone.
pub(super) fn line_ends(text: &str) -> u64 {
    let bytes = text.as_bytes();
    let ends = |(i, b): (usize, &u8)| *b == b'\n' || (*b == b'\r' && bytes.get(i + 1) != Some(&b'\n'));
    bytes.iter().enumerate().filter(|pair| ends(*pair)).count() as u64
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn all(text: &str) -> Vec<(u64, Vec<String>, Option<Broken>)> {
        let mut records = Records::new(text, 1, b',');
        let mut record = Record::default();
        let mut read = Vec::new();
        while records.read(&mut record) {
            read.push((record.line, record.cells.iter().map(|c| c.to_string()).collect(), record.broken));
        }
        read
    }

    fn cells(text: &[&str]) -> Vec<String> {
        text.iter().map(|t| (*t).to_owned()).collect()
    }

    #[test]
    fn quotes_hold_separators_ends_and_quotes() {
        assert_eq!(
            all("a,\"b, \"\"c\"\"\r\nd\" ,\r\n\n6\" plank,x\re,f"),
            [
                (1, cells(&["a", "b, \"c\"\r\nd", ""]), None),
                (3, cells(&[""]), None),
                (4, cells(&["6\" plank", "x"]), None),
                (5, cells(&["e", "f"]), None),
            ]
        );
    }

    #[test]
    fn a_forgotten_quote_costs_one_line() {
        assert_eq!(
            all("a,\"b\nc,d\n\"e\"x,f\ng,h"),
            [
                (1, cells(&["a", "\"b"]), Some(Broken::TextAfter)),
                (2, cells(&["c", "d"]), None),
                (3, cells(&["\"e\"x", "f"]), Some(Broken::TextAfter)),
                (4, cells(&["g", "h"]), None),
            ]
        );
        assert_eq!(
            all("a,\"b\nc,d"),
            [(1, cells(&["a", "\"b"]), Some(Broken::NotClosed)), (2, cells(&["c", "d"]), None)]
        );
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(rows in prop::collection::vec(prop::collection::vec("[a-c,;\"\n\r é]{0,6}", 2..5), 1..6)) {
            let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
            for row in &rows {
                writer.write_record(row).unwrap();
            }
            let text = String::from_utf8(writer.into_inner().unwrap()).unwrap();
            let read: Vec<_> = all(&text).into_iter().map(|(_, cells, broken)| { assert_eq!(broken, None); cells }).collect();
            prop_assert_eq!(read, rows);
        }

        #[test]
        fn lines_are_counted_and_no_text_is_a_panic(text in "[a,\"\n\r x]{0,60}") {
            let read = all(&text);
            prop_assert!(read.windows(2).all(|pair| pair[0].0 < pair[1].0));
            prop_assert!(read.last().is_none_or(|last| last.0 <= line_ends(&text) + 1));
        }
    }
}
