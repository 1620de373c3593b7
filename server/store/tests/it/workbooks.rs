//! Workbooks as people and attackers make them: read like a CSV, or refused by row or as a whole, never half.

use std::io::{Cursor, Write};

use rust_xlsxwriter::{Format, Formula, Workbook, Worksheet};
use store::import::{Failure, Kind, Options, Unreadable, sample};
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

use crate::import::{Portal, WITHOUT_HISTORY, told};

fn book(fill: impl FnOnce(&mut Worksheet)) -> Vec<u8> {
    let mut workbook = Workbook::new();
    fill(workbook.add_worksheet());
    workbook.save_to_buffer().expect("a workbook")
}

fn row(sheet: &mut Worksheet, at: u32, cells: &[&str]) {
    for (column, cell) in (0u16..).zip(cells) {
        sheet.write_string(at, column, *cell).expect("a cell");
    }
}

/// A sheet of OpenDocument with these rows.
fn ods(rows: &str) -> Vec<u8> {
    let content = format!(
        "<?xml version=\"1.0\"?><office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\"><office:body>\
         <office:spreadsheet><table:table>{rows}</table:table></office:spreadsheet></office:body></office:document-content>"
    );
    zipped(&[("content.xml", content.as_bytes())])
}

fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
        zip.start_file(*name, options).expect("a file");
        zip.write_all(bytes).expect("written");
    }
    zip.finish().expect("an archive").into_inner()
}

fn cells(of: &[&str]) -> String {
    of.iter().map(|text| format!("<table:table-cell><text:p>{text}</text:p></table:table-cell>")).collect()
}

const HEAD: [&str; 6] = ["customer_number", "sku", "price", "from", "until", "tiers"];

#[tokio::test]
async fn the_sample_as_a_workbook_is_the_sample() {
    let portal = Portal::with(&WITHOUT_HISTORY).await;
    let bytes = book(|sheet| {
        let lines = sample(Kind::Prices).lines();
        for (at, line) in (0u32..).zip(lines) {
            row(sheet, at, &line.split(';').collect::<Vec<_>>());
        }
    });
    let report = portal.import(Kind::Prices, &bytes).await;
    assert_eq!((told(&report), report.encoding.as_str()), (vec![], "workbook"));
    assert!(report.saved && report.changed_nothing() && report.rows.read == 10, "{report:?}");
}

#[tokio::test]
async fn numbers_days_and_computed_prices_are_what_they_show() {
    let portal = Portal::with(&WITHOUT_HISTORY).await;
    let bytes = book(|sheet| {
        let day = Format::new().set_num_format("dd/mm/yyyy");
        row(sheet, 0, &["#toonbank prices 1"]);
        row(sheet, 1, &HEAD);
        row(sheet, 4, &["000120", "000102"]);
        // below two empty rows: a number, a day and a formula with its result
        sheet.write_formula(4, 2, Formula::new("=1*12.345").set_result("12.345")).expect("a cell");
        sheet.write_number_with_format(4, 3, 46_388, &day).expect("a cell");
    });
    let report = portal.import(Kind::Prices, &bytes).await;
    assert_eq!(told(&report), Vec::<String>::new());
    assert_eq!(report.changes["prices"].created, 1);
    let file = crate::export::csv(&portal.db, Kind::Prices).await;
    assert!(file.contains("\r\n000120;;000102;12,3450;;2027-01-01;;;\r\n"), "{file}");
}

#[tokio::test]
async fn what_only_a_workbook_has_is_refused_by_row_and_nothing_is_saved() {
    let portal = Portal::with(&WITHOUT_HISTORY).await;
    let before = portal.state().await;
    let bytes = book(|sheet| {
        row(sheet, 0, &HEAD);
        row(sheet, 1, &["000120", "000102", "12,5", "2027-01-01"]);
        row(sheet, 2, &["000120", "000103", "12,5", "2027-01-01"]);
        row(sheet, 3, &["000120", "000201", "", "2027-01-01"]);
        sheet.write_formula(3, 2, Formula::new("=NA()").set_result("#N/A")).expect("a cell");
        sheet.merge_range(4, 0, 5, 0, "000120", &Format::new()).expect("merged");
        for at in [4, 5] {
            sheet.write_string(at, 1, "000401").expect("a cell");
            sheet.write_string(at, 2, "3,5").expect("a cell");
        }
        row(sheet, 6, &["000120", "000501", "9", "2027-01-01", "", "", "een nota naast de tabel"]);
    });
    let report = portal.import(Kind::Prices, &bytes).await;
    assert_eq!(told(&report), ["4 price formula", "5  merged_cells", "6  merged_cells", "7  ragged_row"]);
    assert!(!report.saved && report.rows.accepted == 2, "{:?}", report.rows);
    assert_eq!(portal.state().await, before);

    let covered = "<table:table-cell table:number-columns-spanned=\"2\"><text:p>000120</text:p></table:table-cell>\
                   <table:covered-table-cell/>";
    let formula = "<table:table-cell table:formula=\"of:=[.B3]*2\"/>";
    let rows = [
        cells(&HEAD[..4]),
        format!("{covered}{}", cells(&["9", "2027-01-01"])),
        format!("{}{formula}{}", cells(&["000120", "000103"]), cells(&["2027-01-01"])),
    ];
    let rows = rows.map(|row| format!("<table:table-row>{row}</table:table-row>")).concat();
    let report = portal.import(Kind::Prices, ods(&rows)).await;
    assert_eq!(told(&report), ["2  merged_cells", "3 price formula"]);
    let rejected = report.split.expect("a file to correct").rejected;
    assert!(rejected.contains("000120;000103;'=[.B3]*2;2027-01-01;price: is a formula"), "{rejected}");
    assert_eq!(portal.state().await, before);
}

#[tokio::test]
async fn bombs_and_endless_sheets_are_refused_as_a_whole() {
    let portal = Portal::open().await;
    let refused = async |bytes: Vec<u8>| match portal.run(Kind::Products, &bytes, &Options::default()).await {
        Err(Failure::Unreadable(why)) => (why.key(), why.to_string()),
        Ok(report) => ("", format!("{:?}", told(&report))),
        Err(other) => ("", other.to_string()),
    };
    let zeros = vec![b' '; 200 << 20];
    let bomb = zipped(&[("xl/workbook.xml", &zeros)]);
    assert!(bomb.len() < 1 << 20);
    assert_eq!(refused(bomb).await, ("too_large", "is a workbook that unpacks to more than 128 MiB".into()));
    // a million and a bit rows, in a kilobyte
    let endless = ods(&format!(
        "<table:table-row>{0}</table:table-row><table:table-row table:number-rows-repeated=\"2000000000\">{0}</table:table-row>",
        cells(&["sku", "name_nl"])
    ));
    assert_eq!(refused(endless).await.0, "too_many_rows");
    let far = ods(&format!(
        "<table:table-row table:number-rows-repeated=\"4000000000\"/><table:table-row>{}</table:table-row>",
        cells(&["sku"])
    ));
    assert_eq!(refused(far).await.0, "too_many_rows");
    assert_eq!(refused(zipped(&[("mimetype", b"x")])).await.0, "not_text");
    assert_eq!(refused(zipped(&[("xl/workbook.xml", b"<workbook")])).await.0, "damaged");
    assert_eq!(refused(book(|_| ())).await.0, "empty");
    assert!(Unreadable::Empty.key() == "empty");
}
