//! What is new, what was forgotten, what goes with it and what is better: a few rows below what a buyer came for, each
//! with its reason and a way to be rid of it for good.

use domain::{
    Quantity,
    announcement::{Announced, Asking, SampleRequest, SampleState, Wants},
    suggestion::{Because, Kind, Suggestion},
};
use leptos::prelude::*;

use crate::{
    article::proposed,
    i18n::{suggestions as g, texts as t, words},
    page::Reader,
};

/// Where the buttons lead.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Leads<'a> {
    /// To the form of the page, which is saved in the same go: nothing typed is lost.
    ToPage,
    /// To a form of their own, which comes back to the page of this product.
    ToOwn(&'a str),
    /// To the form of their own that another part of the page has.
    ToBeside,
}

/// What the buttons are for. Staff who order for a customer put nothing away for him.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Buttons<'a> {
    pub leads: Leads<'a>,
    pub dismisses: bool,
}

impl Buttons<'_> {
    fn form(self) -> &'static str {
        if self.leads == Leads::ToPage { "order" } else { "suggestions" }
    }

    /// The form that the buttons are of, where it is no other.
    fn view(self, reader: &Reader) -> Option<impl IntoView + use<>> {
        let Leads::ToOwn(page) = self.leads else { return None };
        Some(view! {
            <form id="suggestions" method="post" action="/suggestions">
                {reader.site_field()}
                <input type="hidden" name="page" value=page.to_owned()/>
            </form>
        })
    }
}

/// What is announced, below the list or on the page of its article.
pub fn news(
    reader: &Reader,
    announced: &[Announced],
    buttons: Buttons<'_>,
    asks: bool,
) -> Option<impl IntoView + use<>> {
    if announced.is_empty() {
        return None;
    }
    let lang = reader.lang;
    let rows = announced.iter().map(|a| told(reader, a, buttons, asks)).collect_view();
    Some(view! {
        <section class="card suggest" id="news" aria-labelledby="h-news">
            <h2 id="h-news">{g::news_title(lang)}</h2>
            {buttons.view(reader)}
            <ul class="picklist">{rows}</ul>
        </section>
    })
}

fn told(reader: &Reader, a: &Announced, buttons: Buttons<'_>, asks: bool) -> impl IntoView + use<> {
    let lang = reader.lang;
    let form = buttons.form();
    let here = matches!(buttons.leads, Leads::ToOwn(page) if page == a.product.to_string());
    let name = match a.listed && !here {
        true => view! { <a href=format!("/products/{}", a.product)>{a.name.clone()}</a> }.into_any(),
        false => view! { <b>{a.name.clone()}</b> }.into_any(),
    };
    let reason = if a.reason.is_empty() { g::new_with_us(lang).to_owned() } else { a.reason.clone() };
    let id = a.id.to_string();
    let ask = |asking: &Asking, wants: Wants| match asking {
        Asking::Offered if asks => {
            let (text, label) = match wants {
                Wants::Sample => (g::ask_sample(lang), g::ask_sample_of(lang, &a.name)),
                Wants::Listing => (g::ask_listing(lang), g::ask_listing_of(lang, &a.name)),
            };
            let value = format!("{} {id}", wants.key());
            Some(
                view! { <button class="btn" form=form name="ask" value=value aria-label=label>{text}</button> }
                    .into_any(),
            )
        }
        Asking::Asked(state) => {
            let (class, text) = g::state(lang, wants, state);
            let why = match state {
                SampleState::Declined { reason } => Some(view! { <small>{reason.clone()}</small> }),
                _ => None,
            };
            Some(view! { <a class="asked" href="/samples"><span class=class>{text}</span>{why}</a> }.into_any())
        }
        _ => None,
    };
    let dismiss = buttons.dismisses.then(|| {
        let value = format!("announcement {id}");
        let label = g::not_again_one(lang, &a.name);
        view! { <button class="plain" form=form name="dismiss" value=value aria-label=label>{g::not_again(lang)}</button> }
    });
    view! {
        <li>
            <span>{name}<small>{reason}</small><span class="told">{a.text.clone()}</span></span>
            <span class="row">{ask(&a.sample, Wants::Sample)}{ask(&a.listing, Wants::Listing)}{dismiss}</span>
        </li>
    }
}

/// Articles of his own, below the basket or on the page of another; `adds` where they can be put into the basket.
pub fn suggestions(
    reader: &Reader,
    suggested: &[Suggestion],
    buttons: Buttons<'_>,
    adds: bool,
) -> Option<impl IntoView + use<>> {
    if suggested.is_empty() {
        return None;
    }
    let lang = reader.lang;
    let part = |kind: Kind, title: &'static str, id: &'static str| {
        let of: Vec<&Suggestion> = suggested.iter().filter(|s| s.because.kind() == kind).collect();
        (!of.is_empty()).then(|| {
            let rows = of.into_iter().map(|s| row(reader, s, buttons, adds)).collect_view();
            view! { <section aria-labelledby=id><h2 id=id>{title}</h2><ul class="picklist">{rows}</ul></section> }
        })
    };
    Some(view! {
        <div class="card stack suggest">
            {buttons.view(reader)}
            {part(Kind::Forgotten, g::forgotten_title(lang), "h-forgotten")}
            {part(Kind::GoesWith, g::goes_with_title(lang), "h-goes-with")}
            {part(Kind::Alternative, g::alternative_title(lang), "h-alternative")}
        </div>
    })
}

fn row(reader: &Reader, s: &Suggestion, buttons: Buttons<'_>, adds: bool) -> impl IntoView + use<> {
    let lang = reader.lang;
    let a = &s.article;
    let title = a.title().to_owned();
    let reason = match &s.because {
        Because::Forgotten { taken, of } => g::taken_so_often(lang, *taken, *of),
        Because::GoesWith { title, said: Some(said), .. } => t::of(lang, &g::goes_with(lang, title), said),
        Because::GoesWith { title, said: None, .. } => g::often_with(lang, title),
        Because::Better { title, said, .. } => t::of(lang, &g::better_than(lang, title), said),
        Because::Cheaper { title, monthly, .. } => {
            t::of(lang, &g::cheaper_than(lang, title), &g::a_month(lang, &reader.money(*monthly)))
        }
    };
    let price = a.price().map(|price| {
        let unit = words::unit(lang, a.unit.priced_in(&a.base_unit), Quantity::whole(1));
        format!("{} / {unit}", reader.unit_price(price.amount))
    });
    let form = buttons.form();
    // of what is usual the usual quantity, of what is new the least that can be had
    let usual = a.habit.usual().filter(|usual| proposed(a) == Some(*usual));
    let (name, quantity) = match usual {
        Some(usual) if matches!(s.because, Because::Forgotten { .. }) => ("usual", usual),
        _ => ("more", a.unit.least()),
    };
    let add = adds.then(|| {
        let amount = words::amount_of(lang, quantity, &a.unit.code);
        let label = g::add_one(lang, &amount, &title);
        view! { <button class="btn" form=form name=name value=a.product.to_string() aria-label=label>{format!("+ {amount}")}</button> }
    });
    let dismiss = buttons.dismisses.then(|| {
        let of = s.because.of().unwrap_or(a.product);
        // what goes with something is put away beside whatever it stands
        let of = if s.because.kind() == Kind::GoesWith { a.product } else { of };
        let value = format!("{} {of} {}", s.because.kind().key(), a.product);
        let label = g::not_again_one(lang, &title);
        view! { <button class="plain" form=form name="dismiss" value=value aria-label=label>{g::not_again(lang)}</button> }
    });
    view! {
        <li>
            <span><a href=format!("/products/{}", a.product)>{title.clone()}</a><small>{reason}</small></span>
            <span class="row"><span class="nowrap small">{price}</span>{add}{dismiss}</span>
        </li>
    }
}

/// What the customer asked for, and what came of it.
pub fn page(reader: &Reader, requests: &[SampleRequest]) -> AnyView {
    let lang = reader.lang;
    let rows = requests
        .iter()
        .map(|r| {
            let (class, state) = g::state(lang, r.wants, &r.state);
            let asked = g::asked_by_on(lang, &r.asked_by, &reader.moment(r.asked_at));
            let answered = r.decided_at.map(|at| format!(" · {}", g::answered_on(lang, &reader.moment(at))));
            let why = match &r.state {
                SampleState::Declined { reason } => Some(view! { <span class="told">{reason.clone()}</span> }),
                _ => None,
            };
            view! {
                <li><span><b>{r.name.clone()}</b><small>{asked}{answered}</small>{why}</span><span class=class>{state}</span></li>
            }
        })
        .collect_view();
    let body = if requests.is_empty() {
        view! { <div class="card empty"><h2>{g::no_requests(lang)}</h2><p>{g::no_requests_tip(lang)}</p></div> }
            .into_any()
    } else {
        view! { <section class="card suggest" aria-label=g::your_requests(lang)><ul class="picklist">{rows}</ul></section> }
            .into_any()
    };
    view! {
        <main class="page narrow" id="main">
            <div class="head"><p><a href="/order">{t::own_list(lang)}</a></p><h1>{g::your_requests(lang)}</h1><p>{g::your_requests_tip(lang)}</p></div>
            {body}
        </main>
    }
    .into_any()
}
