//! The sheet of an OpenDocument file (ODF 1.3, part 3, 9.1), cell by cell. Repeat counts are how such a file says "and a
//! million empty rows": they are counted, never written out.

use std::io::{BufReader, Read};

use quick_xml::{
    Reader, XmlVersion,
    events::{BytesStart, Event},
};

use super::{Cell as Held, Handed, LONGEST, Limits, Unreadable, number_text};

/// A cell while it is read.
#[derive(Default)]
struct Cell {
    repeated: u32,
    /// What an attribute says it holds; a text is between its tags.
    value: Option<String>,
    formula: Option<String>,
    text: String,
    paragraphs: usize,
}

/// The first table that has anything in it.
pub(super) fn read(content: impl Read, rows: &mut Handed<'_>) -> Result<(), Unreadable> {
    let mut reader = Reader::from_reader(BufReader::new(content));
    let mut buffer = Vec::new();
    let limits = rows.limits;
    let (mut row, mut row_repeated, mut column) = (0u32, 1u32, 0u32);
    // what stands in this row, to be repeated with it
    let mut of_row: Vec<(u32, Held)> = Vec::new();
    let mut merged = false;
    let mut cell: Option<Cell> = None;
    let mut in_text = 0usize;
    let mut in_note = 0usize;
    loop {
        buffer.clear();
        let event = reader.read_event_into(&mut buffer).map_err(|_| Unreadable::Damaged)?;
        match event {
            Event::Start(tag) => match tag.name().as_ref() {
                "table:table-row" => (row_repeated, column) = (repeated(&tag, "table:number-rows-repeated")?, 0),
                "table:table-cell" | "table:covered-table-cell" => {
                    merged |= is_merged(&tag)?;
                    cell = Some(Cell::open(&tag)?);
                }
                "office:annotation" => in_note += 1,
                "text:p" => {
                    in_text += 1;
                    if let Some(cell) = cell.as_mut().filter(|_| in_note == 0) {
                        cell.paragraph();
                    }
                }
                _ => {}
            },
            Event::Empty(tag) => match tag.name().as_ref() {
                "table:table-row" => row = row.saturating_add(repeated(&tag, "table:number-rows-repeated")?),
                "table:table-cell" | "table:covered-table-cell" => {
                    merged |= is_merged(&tag)?;
                    Cell::open(&tag)?.close(&mut column, &mut of_row, limits);
                }
                "text:s" | "text:tab" | "text:line-break" if in_text > 0 && in_note == 0 => {
                    if let Some(cell) = &mut cell {
                        cell.write(" ");
                    }
                }
                _ => {}
            },
            Event::Text(text) if in_text > 0 && in_note == 0 => {
                if let Some(cell) = &mut cell {
                    cell.write(&text.xml_content(XmlVersion::Implicit1_0));
                }
            }
            Event::GeneralRef(name) if in_text > 0 && in_note == 0 => {
                if let Some(cell) = &mut cell {
                    let signs = [("amp", '&'), ("lt", '<'), ("gt", '>'), ("quot", '"'), ("apos", '\'')];
                    let known = signs.iter().find(|(known, _)| *known == &*name.xml10_content()).map(|(_, sign)| *sign);
                    let sign = known.or(name.resolve_char_ref().ok().flatten()).ok_or(Unreadable::Damaged)?;
                    cell.write(sign.encode_utf8(&mut [0; 4]));
                }
            }
            Event::End(tag) => match tag.name().as_ref() {
                "text:p" => in_text = in_text.saturating_sub(1),
                "office:annotation" => in_note = in_note.saturating_sub(1),
                "table:table-cell" | "table:covered-table-cell" => {
                    if let Some(cell) = cell.take() {
                        cell.close(&mut column, &mut of_row, limits);
                    }
                }
                "table:table-row" => {
                    // a row that is repeated and has anything in it stands there so many times
                    let times = if of_row.is_empty() { 0 } else { row_repeated };
                    for again in 0..times {
                        for (column, held) in &of_row {
                            rows.put(row.saturating_add(again), *column as usize, held.clone(), merged)?;
                        }
                    }
                    row = row.saturating_add(row_repeated);
                    of_row.clear();
                    merged = false;
                }
                "table:table" if rows.end()? => return Ok(()),
                "table:table" => row = 0,
                _ => {}
            },
            Event::Eof => return rows.end().map(drop),
            _ => {}
        }
    }
}

/// Is it one with its neighbours, or hidden by one?
fn is_merged(tag: &BytesStart<'_>) -> Result<bool, Unreadable> {
    let spans = |name| Ok(attribute(tag, name)?.is_some_and(|many| many != "1"));
    let covered = tag.name().as_ref() == "table:covered-table-cell";
    Ok(covered || spans("table:number-columns-spanned")? || spans("table:number-rows-spanned")?)
}

fn repeated(tag: &BytesStart<'_>, name: &str) -> Result<u32, Unreadable> {
    match attribute(tag, name)? {
        Some(times) => times.parse().map_err(|_| Unreadable::Damaged),
        None => Ok(1),
    }
}

fn attribute(tag: &BytesStart<'_>, name: &str) -> Result<Option<String>, Unreadable> {
    let found = tag.try_get_attribute(name).map_err(|_| Unreadable::Damaged)?;
    found
        .map(|a| a.normalized_value(XmlVersion::Implicit1_0).map(std::borrow::Cow::into_owned))
        .transpose()
        .map_err(|_| Unreadable::Damaged)
}

impl Cell {
    fn open(tag: &BytesStart<'_>) -> Result<Cell, Unreadable> {
        let mut value = None;
        if let Some(number) = attribute(tag, "office:value")? {
            value = Some(number_text(number.parse().map_err(|_| Unreadable::Damaged)?));
        }
        for name in ["office:string-value", "office:date-value", "office:time-value", "office:boolean-value"] {
            value = value.or(attribute(tag, name)?);
        }
        Ok(Cell {
            repeated: repeated(tag, "table:number-columns-repeated")?,
            value,
            formula: attribute(tag, "table:formula")?,
            ..Cell::default()
        })
    }

    fn paragraph(&mut self) {
        if self.paragraphs > 0 {
            self.write(" ");
        }
        self.paragraphs += 1;
    }

    fn write(&mut self, text: &str) {
        if self.text.len() < 4 * LONGEST {
            self.text.push_str(text);
        }
    }

    /// Puts what it holds into its row, as often as it is repeated within the columns that are read.
    fn close(self, column: &mut u32, row: &mut Vec<(u32, Held)>, limits: Limits) {
        let held = self.value.filter(|value| !value.is_empty()).unwrap_or(self.text);
        let held = match self.formula {
            // `of:=[.B2]*2` without a result
            Some(formula) if held.trim().is_empty() => {
                Held::Formula(format!("={}", formula.split_once('=').map_or("…", |(_, formula)| formula)))
            }
            Some(_) if held.starts_with('#') || held.starts_with("Err:") => Held::Fault(held),
            _ => Held::Text(held),
        };
        let end = column.saturating_add(self.repeated);
        if !held.as_str().trim().is_empty() {
            let last = end.min(u32::try_from(limits.columns).unwrap_or(u32::MAX));
            row.extend((*column..last).map(|at| (at, held.clone())));
        }
        *column = end;
    }
}
