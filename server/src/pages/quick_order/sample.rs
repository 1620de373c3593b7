//! A file with the customer's own articles, to be filled in and sent back. It has no prices: it leaves the house.

use app::i18n::{quick as q, words};
use axum::{
    body::Body,
    extract::State,
    http::{HeaderValue, header},
    response::Response,
};
use domain::Quantity;
use store::{assortments, workbook};

use super::{super::Frame, file_name};
use crate::{Portal, fault::Oops, pages::buyer::fills, session::AtCounter};

/// `GET /quick-order/sample.xlsx`
pub async fn xlsx(State(portal): State<Portal>, at: AtCounter, frame: Frame) -> Result<Response, Oops> {
    let (heads, rows) = sheet(&portal, &at, &frame).await?;
    let columns: Vec<workbook::Text> =
        heads.into_iter().zip([14, 14, 44, 12, 10]).map(|(head, width)| workbook::Text { head, width }).collect();
    let bytes = workbook::write(q::file_name(frame.reader().lang), &columns, rows)?;
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    Ok(file(kind, &file_name(&frame, "xlsx"), bytes))
}

/// `GET /quick-order/sample.csv`
pub async fn csv(State(portal): State<Portal>, at: AtCounter, frame: Frame) -> Result<Response, Oops> {
    let (heads, rows) = sheet(&portal, &at, &frame).await?;
    // a spreadsheet of this country opens a file with this mark and this separator as columns
    let mut text = "\u{feff}".to_owned();
    for row in std::iter::once(heads).chain(rows) {
        let cells: Vec<String> = row.iter().map(|cell| store::import::csv_cell(cell, ';')).collect();
        text += &cells.join(";");
        text += "\r\n";
    }
    Ok(file("text/csv; charset=utf-8", &file_name(&frame, "csv"), text.into_bytes()))
}

/// Head and rows: code, own code, name, unit, and the quantity to be filled in; in the order of the own list.
async fn sheet(portal: &Portal, at: &AtCounter, frame: &Frame) -> Result<(Vec<String>, Vec<Vec<String>>), Oops> {
    fills(at.actor())?;
    let lang = frame.reader().lang;
    let articles = assortments::list(&portal.db, at.actor(), at.price_day(portal.db.now())).await?;
    let heads = [q::col_code(lang), q::col_own_code(lang), q::col_name(lang), q::col_unit(lang), q::quantity(lang)];
    let rows = articles.into_iter().map(|a| {
        let unit = words::unit(lang, &a.unit.code, Quantity::whole(1)).to_owned();
        let title = a.title().to_owned();
        vec![a.sku, a.own_code.unwrap_or_default(), title, unit, String::new()]
    });
    Ok((heads.map(str::to_owned).to_vec(), rows.collect()))
}

/// A file to be kept, under this name.
fn file(kind: &'static str, name: &str, bytes: Vec<u8>) -> Response {
    let mut response = Response::new(Body::from(bytes));
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    if let Ok(value) = HeaderValue::from_str(&format!("attachment; filename=\"{name}\"")) {
        headers.insert(header::CONTENT_DISPOSITION, value);
    }
    response
}
