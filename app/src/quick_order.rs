//! Quick order: rows pasted from a spreadsheet or typed, all of them or none, with what is wrong at each row.

use domain::{Refusal, product::Article};
use leptos::prelude::*;

use crate::{
    form::{Filled, area_text},
    i18n::texts as t,
    page::Reader,
};

/// What the page shows.
#[derive(Clone, Debug, Default)]
pub struct QuickOrderPage {
    /// The rows as they were typed.
    pub lines: String,
    /// What is wrong with the rows as a whole.
    pub refusal: Option<Refusal>,
    /// What is wrong with single rows.
    pub wrong: Vec<WrongRow>,
}

#[derive(Clone, Debug)]
pub struct WrongRow {
    /// Counted from 1.
    pub number: usize,
    pub wanted: String,
    pub refusal: Refusal,
    /// What might have been meant.
    pub candidates: Vec<Article>,
}

pub fn page(reader: &Reader, page: &QuickOrderPage) -> impl IntoView + use<> {
    let lang = reader.lang;
    let filled = Filled {
        values: Vec::new(),
        refusals: page.refusal.iter().map(|refusal| ("lines".to_owned(), refusal.clone())).collect(),
    };
    let summary = filled.summary(reader, |_| t::rows(lang).to_owned());
    let invalid = (page.refusal.is_some() || !page.wrong.is_empty()).then_some("true");
    let wrong = (!page.wrong.is_empty()).then(|| {
        let rows = page.wrong.iter().map(|row| wrong_row(reader, row)).collect_view();
        let heading = t::rows_to_check(lang, page.wrong.len());
        view! { <div class="notice bad" role="alert" id="errors" tabindex="-1"><h2>{heading}</h2><ul>{rows}</ul></div> }
    });
    view! {
        <main class="page narrow" id="main">
            {summary}
            {wrong}
            <div class="head"><p><a href="/order">{t::own_list(lang)}</a></p><h1>{t::quick_order(lang)}</h1></div>
            <form class="card stack" method="post" action="/quick-order">
                {reader.site_field()}
                <div class="field">
                    <label for="f-lines">{t::rows(lang)}</label>
                    <p class="tip" id="t-lines">{t::quick_order_tip(lang)}</p>
                    <textarea class="in rows" id="f-lines" name="lines" rows="12" spellcheck="false" autocapitalize="off"
                        aria-describedby="t-lines" aria-invalid=invalid placeholder="010255  4">{area_text(&page.lines)}</textarea>
                </div>
                <div class="row"><button class="btn primary">{t::into_basket(lang)}</button></div>
            </form>
        </main>
    }
}

fn wrong_row(reader: &Reader, row: &WrongRow) -> impl IntoView + use<> {
    let lang = reader.lang;
    let meant = (!row.candidates.is_empty()).then(|| {
        let names: Vec<String> = row.candidates.iter().map(|a| format!("{} {}", a.sku, a.title())).collect();
        format!(" {}", t::perhaps(lang, &names.join(", ")))
    });
    let place = format!("{}, {}", t::row_number(lang, row.number), row.wanted);
    let refusal = format!(": {}.", reader.refusal(&row.refusal));
    view! { <li><b>{place}</b>{refusal}{meant}</li> }
}
