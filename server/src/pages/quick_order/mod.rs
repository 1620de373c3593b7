//! Quick order: one article after the other, or a list that is checked on a screen of its own before it counts.

mod check;
mod entry;
mod sample;

use app::{
    i18n::{format, quick as q, texts as t},
    quick_order::{QuickOrderPage, Unreadable, Wrong},
};
use axum::{
    extract::{Query, State},
    http::StatusCode,
    response::Response,
};
use domain::{
    Actor, Lang, ProductId, Refusal,
    product::Article,
    quick_order::{Known, MOST, Reading, check::Line, read},
    succession::Replacement,
};
use store::{assortments, quick_order, workbook};

pub use check::recheck;
pub use entry::{EntryQuery, line};
pub use sample::{csv, xlsx};

use super::{Frame, buyer::fills};
use crate::{
    Portal,
    fault::Oops,
    session::AtCounter,
    upload::{Sent, Upload},
};

/// So many articles are offered while somebody types, those he takes usually first.
const SUGGESTED: usize = 400;

/// What the customer of a counter may order, with the barcodes.
struct Own {
    articles: Vec<Article>,
    gtins: Vec<(ProductId, String)>,
    /// What he can no longer order; only where a list is checked.
    replaced: Vec<(Article, Replacement)>,
}

impl Own {
    async fn read(portal: &Portal, at: &AtCounter) -> store::Result<Own> {
        let articles = assortments::list(&portal.db, at.actor(), at.price_day(portal.db.now())).await?;
        let gtins = quick_order::gtins(&portal.db, at.actor()).await?;
        Ok(Own { articles, gtins, replaced: Vec::new() })
    }

    async fn to_check(portal: &Portal, at: &AtCounter) -> store::Result<Own> {
        let replaced = quick_order::replaced(&portal.db, at.actor(), at.price_day(portal.db.now())).await?;
        Ok(Own { replaced, ..Own::read(portal, at).await? })
    }

    fn known(&self) -> Known<'_> {
        let replaced = self.replaced.iter().map(|(article, replacement)| (article, replacement.by.product));
        Known::new(&self.articles, &self.gtins).and_replaced(replaced)
    }

    fn suggestions(&self) -> Vec<(String, String)> {
        let mut usual: Vec<&Article> = self.articles.iter().collect();
        usual.sort_by_key(|a| a.habit.interval().is_none());
        usual.into_iter().take(SUGGESTED).map(|a| (code(a).to_owned(), a.title().to_owned())).collect()
    }

    /// A row as it could be typed: what stands there as an example must be understood.
    fn example(&self, lang: Lang) -> String {
        let usual = self.articles.iter().min_by_key(|a| a.habit.interval().is_none());
        usual.map(|a| format!("{}  {}", code(a), format::quantity(lang, a.unit.least()))).unwrap_or_default()
    }
}

/// What the customer types for it.
fn code(article: &Article) -> &str {
    article.own_code.as_deref().unwrap_or(&article.sku)
}

/// `GET /quick-order`
pub async fn page(
    State(portal): State<Portal>,
    at: AtCounter,
    frame: Frame,
    Query(query): Query<EntryQuery>,
) -> Result<Response, Oops> {
    fills(at.actor())?;
    let own = Own::read(&portal, &at).await?;
    let page = QuickOrderPage {
        entry: query.entry(&own.articles),
        example: own.example(frame.reader().lang),
        // a script that adds one article has its suggestions already
        suggestions: if query.is_part() { Vec::new() } else { own.suggestions() },
        ..QuickOrderPage::default()
    };
    let title = t::quick_order(frame.reader().lang);
    frame.on("/quick-order").ok(title, move |r| app::quick_order::page(r, &page)).await
}

/// `POST /quick-order`: reads a block of text or a file and shows what was read; nothing is stored.
pub async fn take(State(portal): State<Portal>, at: AtCounter, frame: Frame, upload: Upload) -> Result<Response, Oops> {
    fills(at.actor())?;
    let own = Own::to_check(&portal, &at).await?;
    let mut lines = upload.fields.text("lines");
    if lines.trim().is_empty() {
        // what one article after the other came to nothing
        lines = upload.fields.all("kept").join("\n");
    }
    let name = upload.file.as_ref().map(|file| file.name.clone()).unwrap_or_default();
    match read_all(&own, at.actor(), upload, &lines) {
        Ok(reading) => {
            let rows = reading.rows.into_iter().map(Line::from).collect();
            let header = reading.header.map(|(number, names)| (number, shown(&names)));
            let checked = check::Sheet { rows, file: name, header, add_up: false };
            check::answer(frame, &own, checked, StatusCode::OK, 0, None).await
        }
        Err(wrong) => {
            let status = match wrong {
                Wrong::Whole(Refusal::OtherSite) => StatusCode::CONFLICT,
                _ => StatusCode::UNPROCESSABLE_ENTITY,
            };
            let page = QuickOrderPage {
                example: own.example(frame.reader().lang),
                lines,
                wrong: Some(wrong),
                suggestions: own.suggestions(),
                ..QuickOrderPage::default()
            };
            let title = t::quick_order(frame.reader().lang);
            Ok(frame.on("/quick-order").answer(status, title, move |r| app::quick_order::page(r, &page)).await)
        }
    }
}

/// A file where there is one, else the text.
fn read_all(own: &Own, actor: &Actor, upload: Upload, lines: &str) -> Result<Reading, Wrong> {
    upload.fields.is_for(actor).map_err(Wrong::Whole)?;
    if upload.too_large {
        return Err(Wrong::Unreadable(Unreadable::TooLarge));
    }
    let known = own.known();
    let reading = match &upload.file {
        Some(file) => read_file(file, &known)?,
        None => read::text(lines, &known).map_err(Wrong::Lines)?,
    };
    match (reading.rows.is_empty(), upload.file.is_some()) {
        (false, _) => Ok(reading),
        (true, true) => Err(Wrong::Unreadable(Unreadable::Empty)),
        (true, false) => Err(Wrong::Lines(Refusal::Required)),
    }
}

/// What a workbook may unpack to; one of five thousand rows is a tenth of it.
const UNPACKED: u64 = 32 << 20;

fn read_file(file: &Sent, known: &Known<'_>) -> Result<Reading, Wrong> {
    let unreadable = |what: workbook::Unreadable| match what {
        workbook::Unreadable::NotAWorkbook => Wrong::Unreadable(Unreadable::Unknown),
        workbook::Unreadable::Old => Wrong::Unreadable(Unreadable::Old),
        workbook::Unreadable::Damaged => Wrong::Unreadable(Unreadable::Damaged),
        workbook::Unreadable::Empty => Wrong::Unreadable(Unreadable::Empty),
        // what does not fit is more rows than anybody orders
        workbook::Unreadable::TooManyRows { .. } | workbook::Unreadable::TooLarge { .. } => {
            Wrong::File(Refusal::TooManyRows { most: MOST })
        }
    };
    let text = match store::import::text_of(&file.bytes) {
        Ok(text) => text,
        Err(store::import::NotText::Empty) => return Err(Wrong::Unreadable(Unreadable::Empty)),
        Err(store::import::NotText::Binary) => {
            let limits = workbook::Limits { unpacked: UNPACKED, rows: MOST + 1, columns: 60 };
            let rows = workbook::read(&file.bytes, limits).map_err(unreadable)?;
            return read::grid(rows, known).map_err(Wrong::File);
        }
    };
    read::text(&text, known).map_err(Wrong::File)
}

/// The names of columns as a sentence says them.
fn shown(names: &[String]) -> String {
    let names: Vec<&str> = names.iter().map(String::as_str).filter(|name| !name.is_empty()).collect();
    names.join(", ").chars().take(200).collect()
}

/// The file of the sample is named after what it is.
fn file_name(frame: &Frame, ending: &str) -> String {
    format!("{}.{ending}", q::file_name(frame.reader().lang))
}
