//! What customers asked for: what is to be done first, and then what was decided.

use domain::announcement::{SampleRequest, SampleState, Wants};
use leptos::prelude::*;

use super::announcements::tabs;
use crate::{
    form::{Field, Filled},
    i18n::{suggestions as g, texts as t},
    page::Reader,
};

/// What the page shows.
#[derive(Clone, Debug)]
pub struct SamplesPage {
    pub requests: Vec<SampleRequest>,
    /// May the reader put articles into a customer's list?
    pub lists: bool,
    pub filled: Filled,
    /// Which one was refused, if one was.
    pub refused: Option<domain::SampleId>,
    pub saved: bool,
}

pub fn page(reader: &Reader, page: &SamplesPage) -> AnyView {
    let lang = reader.lang;
    let (open, done): (Vec<&SampleRequest>, Vec<&SampleRequest>) =
        page.requests.iter().partition(|r| r.state == SampleState::Open);
    let count = open.len() as u64;
    let saved = page.saved.then(|| view! { <p class="notice good" role="status">{t::saved(lang)}</p> });
    let nothing = open.is_empty().then(|| view! { <p class="muted">{g::nothing_to_do(lang)}</p> });
    let rows = open.into_iter().map(|r| to_do(reader, page, r)).collect_view();
    let decided = (!done.is_empty()).then(|| {
        let rows = done
            .into_iter()
            .map(|r| {
                let (class, state) = match (&r.state, r.wants) {
                    (SampleState::Declined { .. }, _) => ("badge warn", g::declined(lang)),
                    (_, Wants::Sample) => ("badge good", g::granted(lang)),
                    (_, Wants::Listing) => ("badge good", g::listed(lang)),
                };
                let why = match &r.state {
                    SampleState::Declined { reason } => Some(view! { <span class="told">{reason.clone()}</span> }),
                    _ => None,
                };
                let when = r.decided_at.map(|at| format!(" · {}", g::answered_on(lang, &reader.moment(at))));
                view! { <li><span>{head(reader, r)}{why}</span><span class="row"><small class="muted">{when}</small><span class=class>{state}</span></span></li> }
            })
            .collect_view();
        view! { <section class="card suggest" aria-labelledby="h-done"><h2 id="h-done">{g::done(lang)}</h2><ul class="picklist">{rows}</ul></section> }
    });
    let body = if page.requests.is_empty() {
        view! { <div class="card empty"><h2>{g::no_samples(lang)}</h2><p>{g::no_samples_tip(lang)}</p></div> }
            .into_any()
    } else {
        view! {
            <div class="stack">
                <section class="card suggest" aria-labelledby="h-open"><h2 id="h-open">{g::to_do(lang)}</h2>{nothing}<ul class="picklist">{rows}</ul></section>
                {decided}
            </div>
        }
        .into_any()
    };
    view! {
        <main class="page" id="main">
            {page.filled.summary(reader, |field| if field == "reason" { g::decline_reason(lang).to_owned() } else { String::new() })}
            {saved}
            <div class="head"><h1>{g::samples_title(lang)}</h1></div>
            {tabs(reader, true, count)}
            {body}
        </main>
    }
    .into_any()
}

/// What, for whom, asked by whom.
fn head(reader: &Reader, r: &SampleRequest) -> impl IntoView + use<> {
    let lang = reader.lang;
    let what = if r.wants == Wants::Sample { g::a_sample(lang) } else { g::a_listing(lang) };
    let product = format!("/desk/products/{}", r.product);
    let customer = format!("/desk/customers/{}", r.customer);
    let asked = g::asked_by_on(lang, &r.asked_by, &reader.moment(r.asked_at));
    view! {
        <a href=product>{r.name.clone()}</a>
        <small>{format!("{} · {what} · ", r.sku)}<a href=customer>{r.customer_name.clone()}</a>{format!(", {} · {asked}", r.site_name)}</small>
    }
}

fn to_do(reader: &Reader, page: &SamplesPage, r: &SampleRequest) -> impl IntoView + use<> {
    let lang = reader.lang;
    let action = format!("/desk/samples/{}", r.id);
    let acts = if r.wants == Wants::Listing && !page.lists {
        view! { <span class="muted small">{g::only_managers_list(lang)}</span> }.into_any()
    } else {
        let refused = page.refused == Some(r.id);
        let blank = Filled::default();
        let filled = if refused { &page.filled } else { &blank };
        let (grant, label) = match r.wants {
            Wants::Sample => (g::send_sample(lang), g::send_sample_to(lang, &r.name, &r.customer_name)),
            Wants::Listing => (g::put_in_list(lang), g::put_in_list_of(lang, &r.name, &r.customer_name)),
        };
        let number = r.id.to_string();
        let reason =
            Field::text("reason", g::decline_reason(lang), String::new()).in_form(&number).view(reader, filled);
        let decline = g::decline_of(lang, &r.name, &r.customer_name);
        view! {
            <form method="post" action=action.clone()>
                <input type="hidden" name="version" value=r.version/>
                <button class="btn primary" name="verb" value="grant" aria-label=label>{grant}</button>
            </form>
            <details class="drop" open=refused>
                <summary class="plain" aria-label=decline.clone()>{g::decline(lang)}</summary>
                <form class="stack-s" method="post" action=action novalidate>
                    <input type="hidden" name="version" value=r.version/>
                    {reason}
                    <button class="btn danger" name="verb" value="decline" aria-label=decline>{g::decline(lang)}</button>
                </form>
            </details>
        }
        .into_any()
    };
    view! { <li class="ask"><span>{head(reader, r)}</span><span class="row">{acts}</span></li> }
}
