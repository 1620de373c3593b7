//! The one pass over the lines: what each becomes, or why it is left out.

use std::{
    borrow::Cow,
    collections::{BTreeMap, HashMap, HashSet},
    hash::{DefaultHasher, Hash, Hasher},
};

use chrono::NaiveDateTime;
use domain::{Quantity, Refusal, quantity::parse_decimal, text};

use super::{
    super::{
        bulk::Meter,
        cells::plain_moment,
        corrections::Writer,
        decode::Text,
        records::Record,
        refusals,
        report::{Note, Problem, Problems, Reason, Report, amount},
        sheet::Opened,
    },
    reconcile::{FileFigures, Seen},
};

/// What the file says, in the order in which it was said first.
#[derive(Default)]
pub(in super::super) struct Read {
    pub codes: Vec<Code>,
    pub buyers: Vec<Buyer>,
    pub invoices: Vec<Invoice>,
    pub(super) figures: FileFigures,
    pub left_out: Option<Writer>,
    places: Places,
    dirt: Dirt,
}

#[derive(Default)]
struct Places {
    codes: HashMap<String, u32>,
    buyers: HashMap<String, u32>,
    invoices: HashMap<String, u32>,
}

/// A stock code with what its lines call it and cost.
#[derive(Default)]
pub(in super::super) struct Code {
    pub code: String,
    names: Often<String>,
    prices: Often<i64>,
}

impl Code {
    /// What most of its lines call it, else the code.
    pub fn name(&self) -> &str {
        self.names.most().map_or(&self.code, |name| name)
    }

    /// The positive price in ten-thousandths that most of its lines have; 0 where none has one.
    pub fn price(&self) -> i64 {
        self.prices.most().copied().unwrap_or(0)
    }
}

#[derive(Default)]
pub(in super::super) struct Buyer {
    pub number: String,
    countries: Often<String>,
}

impl Buyer {
    pub fn country(&self) -> &str {
        self.countries.most().map_or("", |country| country)
    }
}

pub(in super::super) struct Invoice {
    pub number: String,
    pub buyer: u32,
    /// The earliest moment of its lines, local.
    pub at: NaiveDateTime,
    pub cancels: bool,
    pub lines: Vec<Line>,
    several_moments: bool,
}

#[derive(Clone, Copy)]
pub(in super::super) struct Line {
    pub code: u32,
    /// Whole pieces.
    pub quantity: i64,
    /// Ten-thousandths of a pound.
    pub price: i64,
}

/// How often something was seen, and where last.
#[derive(Default)]
struct Often<T>(HashMap<T, (u32, u64)>);

impl<T: Hash + Eq> Often<T> {
    fn see<Q: Hash + Eq + ToOwned<Owned = T> + ?Sized>(&mut self, what: &Q, line: u64)
    where
        T: std::borrow::Borrow<Q>,
    {
        match self.0.get_mut(what) {
            Some((times, last)) => (*times, *last) = (*times + 1, line),
            None => {
                self.0.insert(what.to_owned(), (1, line));
            }
        }
    }

    /// The one seen most often; of several the one seen last.
    fn most(&self) -> Option<&T> {
        self.0.iter().max_by_key(|(_, seen)| **seen).map(|(what, _)| what)
    }
}

/// A line whose cells could be read.
struct Told<'c> {
    line: u64,
    invoice: &'c str,
    code: &'c str,
    description: &'c str,
    quantity: i64,
    at: NaiveDateTime,
    price: i64,
    customer: &'c str,
    country: &'c str,
}

impl Told<'_> {
    fn cancels(&self) -> bool {
        self.invoice.starts_with(['C', 'c'])
    }

    fn is_bad_debt(&self) -> bool {
        self.invoice.starts_with(['A', 'a'])
    }

    /// In ten-thousandths of a pound.
    fn value(&self) -> i128 {
        i128::from(self.quantity) * i128::from(self.price)
    }

    /// The reference's definition of a sale.
    fn is_sale(&self) -> bool {
        !self.customer.is_empty() && !self.cancels() && self.quantity > 0 && self.price > 0
    }
}

/// Codes of postage, discounts, fees, vouchers and tests.
pub(super) fn is_goods(code: &str) -> bool {
    const EXACT: [&str; 14] = [
        "POST",
        "D",
        "M",
        "DOT",
        "S",
        "B",
        "C2",
        "C3",
        "CRUK",
        "BANK CHARGES",
        "AMAZONFEE",
        "GIFT",
        "ADJUST",
        "ADJUST2",
    ];
    let code = code.to_ascii_uppercase();
    !EXACT.contains(&code.as_str()) && !code.starts_with("GIFT_") && !code.starts_with("TEST")
}

impl Read {
    /// Reads all lines. Those that cannot be read are problems.
    pub fn of(
        mut opened: Opened<'_>,
        text: &Text,
        problems: &mut Problems,
        report: &mut Report,
        meter: &mut Meter<'_>,
    ) -> Read {
        let mut read = Read { left_out: Some(Writer::new(&opened)), ..Read::default() };
        let mut record = Record::default();
        let place = |column| opened.place(column).unwrap_or_default();
        let places = [
            place("InvoiceNo"),
            place("StockCode"),
            place("Description"),
            place("Quantity"),
            place("InvoiceDate"),
            place("UnitPrice"),
            place("CustomerID"),
            place("Country"),
        ];
        while opened.records.read(&mut record) {
            if record.is_blank() {
                report.rows.blank += 1;
                continue;
            }
            report.rows.read += 1;
            let before = problems.total();
            opened.check(&record, text, problems);
            let told = if problems.total() == before { tell(&record, places, problems) } else { None };
            match told {
                Some(told) => read.take(&told, &record.cells),
                None => read.bad(&record.cells, problems.refused(record.line).map_or("", |refused| &refused.text)),
            }
            meter.at(opened.records.read_bytes());
        }
        read.report(report);
        read
    }

    /// Puts a line where it belongs.
    fn take(&mut self, told: &Told<'_>, cells: &[Cow<'_, str>]) {
        self.dirt.see(told, cells);
        let reason = self.reason(told);
        let rounded = domain::money::round_half_away(told.value(), 100);
        self.figures.see(&Seen {
            invoice: told.invoice,
            customer: told.customer,
            on: told.at.date(),
            value: told.value(),
            is_sale: told.is_sale(),
            cancels: told.cancels(),
            left_out: reason,
        });
        if let Some(reason) = reason {
            if let Some(writer) = &mut self.left_out {
                writer.row(cells, reason);
            }
            return;
        }
        self.figures.round(told.value() - i128::from(rounded) * 100, told.cancels());
        let code = number(&mut self.places.codes, &mut self.codes, told.code, |code| Code { code, ..Code::default() });
        let of_code = &mut self.codes[code as usize];
        if !told.description.is_empty() {
            of_code.names.see(told.description, told.line);
        }
        if told.price > 0 {
            of_code.prices.see(&told.price, told.line);
        }
        let new_buyer = |number| Buyer { number, ..Buyer::default() };
        let buyer = number(&mut self.places.buyers, &mut self.buyers, told.customer, new_buyer);
        self.buyers[buyer as usize].countries.see(told.country, told.line);
        let (at, cancels) = (told.at, told.cancels());
        let new_invoice = |number| Invoice { number, buyer, at, cancels, lines: Vec::new(), several_moments: false };
        let invoice = number(&mut self.places.invoices, &mut self.invoices, told.invoice, new_invoice);
        let invoice = &mut self.invoices[invoice as usize];
        invoice.several_moments |= invoice.at != at;
        invoice.at = invoice.at.min(at);
        invoice.lines.push(Line { code, quantity: told.quantity, price: told.price });
    }

    /// Why a line is left out; the table is in the doc of the mapping.
    fn reason(&self, told: &Told<'_>) -> Option<&'static str> {
        if told.customer.is_empty() {
            Some("no_customer")
        } else if told.is_bad_debt() {
            Some("bad_debt")
        } else if told.quantity == 0 {
            Some("zero_quantity")
        } else if told.price < 0 {
            Some("negative_price")
        } else if told.quantity < 0 && !told.cancels() {
            Some("negative_quantity")
        } else {
            let invoice = self.places.invoices.get(told.invoice).and_then(|i| self.invoices.get(*i as usize));
            let other = invoice.is_some_and(|i| self.buyers[i.buyer as usize].number != told.customer);
            other.then_some("other_customer")
        }
    }

    fn bad(&mut self, cells: &[Cow<'_, str>], problem: &str) {
        if let Some(writer) = &mut self.left_out {
            writer.row(cells, problem);
        }
    }

    /// For each buyer the goods he bought, what he bought most often first.
    pub fn bought(&self) -> Vec<Vec<u32>> {
        let mut times: Vec<HashMap<u32, u32>> = (0..self.buyers.len()).map(|_| HashMap::new()).collect();
        for invoice in self.invoices.iter().filter(|i| !i.cancels) {
            for line in &invoice.lines {
                if is_goods(&self.codes[line.code as usize].code) {
                    *times[invoice.buyer as usize].entry(line.code).or_default() += 1;
                }
            }
        }
        times
            .into_iter()
            .map(|of_buyer| {
                let mut goods: Vec<(u32, u32)> = of_buyer.into_iter().collect();
                let code = |place: u32| &self.codes[place as usize].code;
                goods.sort_by(|(a, often), (b, other)| other.cmp(often).then_with(|| code(*a).cmp(code(*b))));
                goods.into_iter().map(|(place, _)| place).collect()
            })
            .collect()
    }

    fn report(&mut self, report: &mut Report) {
        for (reason, left) in self.figures.left_out() {
            report.rows.left_out += left.lines;
            report.rejected.insert(reason.to_owned(), left.lines);
            report.rejected_value.insert(reason.to_owned(), amount(left.value()));
        }
        if report.rows.left_out == 0 {
            self.left_out = None;
        }
        let dirt = std::mem::take(&mut self.dirt);
        report.notes.extend(dirt.notes.into_iter().map(|(key, (rows, text))| Note {
            key: key.to_owned(),
            rows,
            text: text.to_owned(),
        }));
        let mut folded: HashMap<String, u64> = HashMap::new();
        for code in &self.codes {
            *folded.entry(code.code.to_ascii_uppercase()).or_default() += 1;
        }
        let twins: u64 = folded.values().filter(|times| **times > 1).sum();
        if twins > 0 {
            report.note(
                "codes_by_case",
                twins,
                "codes that differ from another only in upper and lower case are products of their own",
            );
        }
        let several = self.invoices.iter().filter(|i| i.several_moments).count() as u64;
        if several > 0 {
            report.note(
                "several_moments",
                several,
                "invoices whose lines name several moments: the earliest is the order's",
            );
        }
        let moved = self.buyers.iter().filter(|b| b.countries.0.len() > 1).count() as u64;
        if moved > 0 {
            report.note(
                "several_countries",
                moved,
                "customers with several countries: the one named most often is the city of the site",
            );
        }
    }
}

/// The place of what has this name, made if it was not seen yet.
fn number<T>(places: &mut HashMap<String, u32>, all: &mut Vec<T>, name: &str, new: impl FnOnce(String) -> T) -> u32 {
    if let Some(place) = places.get(name) {
        return *place;
    }
    let place = all.len() as u32;
    places.insert(name.to_owned(), place);
    all.push(new(name.to_owned()));
    place
}

/// Reads the cells; none, and told, where one cannot be read.
fn tell<'c>(record: &'c Record<'_>, places: [usize; 8], problems: &mut Problems) -> Option<Told<'c>> {
    let cell = |place: usize| record.cells.get(places[place]).map_or("", |cell| cell.trim());
    let before = problems.total();
    let mut refuse = |column: &str, value: &str, problem| problems.of_row(record.line, column, value, problem);
    for (column, place, most) in
        [("InvoiceNo", 0, 20), ("StockCode", 1, 40), ("Description", 2, 120), ("CustomerID", 6, 20), ("Country", 7, 60)]
    {
        let fit = if place < 2 { text::required(cell(place), most) } else { text::line(cell(place), most) };
        if let Err(refusal) = fit {
            refuse(column, cell(place), refusals::problem(&refusal));
        }
    }
    let quantity = pieces(cell(3)).map_err(|r| refuse("Quantity", cell(3), refusals::problem(&r)));
    let price = pounds(cell(5)).map_err(|r| refuse("UnitPrice", cell(5), refusals::problem(&r)));
    let at = plain_moment(cell(4));
    if at.is_none() {
        let problem = Problem::new(Reason::NotADate, "not a moment: write 2009-12-01 09:08:00");
        refuse("InvoiceDate", cell(4), problem);
    }
    let (Ok(quantity), Ok(price), Some(at)) = (quantity, price, at) else { return None };
    (problems.total() == before).then(|| Told {
        line: record.line,
        invoice: cell(0),
        code: cell(1),
        description: cell(2),
        quantity,
        at,
        price,
        customer: cell(6),
        country: cell(7),
    })
}

fn pieces(typed: &str) -> Result<i64, Refusal> {
    let pieces: i64 = typed.parse().map_err(|_| Refusal::NotANumber { typed: typed.chars().take(40).collect() })?;
    if pieces.unsigned_abs() > Quantity::MOST.0.unsigned_abs() / 1000 {
        return Err(Refusal::TooMany { most: Quantity::MOST });
    }
    Ok(pieces)
}

/// In ten-thousandths. The decimal sign of this data is the point, so `1.234` is not in doubt.
fn pounds(typed: &str) -> Result<i64, Refusal> {
    let price = match parse_decimal(typed, 4) {
        Err(Refusal::Ambiguous { other, .. }) if !typed.contains(',') => other,
        Ok(price) if !typed.contains(',') => price,
        _ => return Err(Refusal::NotANumber { typed: typed.chars().take(40).collect() }),
    };
    if price.unsigned_abs() > Quantity::MOST.0.unsigned_abs() * 10 {
        return Err(Refusal::TooMany { most: Quantity::MOST });
    }
    Ok(price)
}

/// What is strange and taken as it is, counted over all lines.
#[derive(Default)]
struct Dirt {
    seen: HashSet<u64>,
    notes: BTreeMap<&'static str, (u64, &'static str)>,
}

impl Dirt {
    fn see(&mut self, told: &Told<'_>, cells: &[Cow<'_, str>]) {
        let mut hasher = DefaultHasher::new();
        cells.hash(&mut hasher);
        let mut note = |key, is: bool, text| {
            if is {
                self.notes.entry(key).or_insert((0, text)).0 += 1;
            }
        };
        note(
            "duplicates",
            !self.seen.insert(hasher.finish()),
            "lines equal to an earlier one in every cell; taken like any other",
        );
        note("zero_prices", told.price == 0, "lines at 0.00; taken like any other");
        note(
            "empty_descriptions",
            told.description.is_empty(),
            "lines without a description; the name comes from other lines",
        );
        note(
            "no_goods",
            !is_goods(told.code),
            "lines of postage, discounts, fees, vouchers and tests; in the orders, in no assortment",
        );
        note("bad_debts", told.is_bad_debt(), "lines of bad-debt invoices (A…); left out");
        note(
            "negative_without_c",
            told.quantity < 0 && !told.cancels(),
            "negative quantities on an invoice without C; left out",
        );
        note("cancellation_lines", told.cancels(), "lines of cancellation invoices (C…)");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_goods_is_known() {
        for code in ["POST", "m", "DOT", "BANK CHARGES", "gift_0001_20", "TEST001", "ADJUST"] {
            assert!(!is_goods(code), "{code}");
        }
        for code in ["22143", "85123A", "85123a", "DCGS0058", "PADS", "SP1002"] {
            assert!(is_goods(code), "{code}");
        }
    }

    #[test]
    fn prices_have_a_point() {
        assert_eq!(pounds("0.001"), Ok(10));
        assert_eq!(pounds("1.234"), Ok(12_340));
        assert_eq!(pounds("-53594.36"), Ok(-535_943_600));
        assert!(pounds("1,5").is_err());
        assert!(pounds("1e3").is_err());
        assert_eq!(pieces("-80995"), Ok(-80_995));
        assert!(pieces("9999999999").is_err());
        assert!(pieces("1.5").is_err());
        assert!(pieces("-9223372036854775808").is_err());
    }
}
