//! The order of a list: its rows by hand, by arrow or by section, its sections, and how many of each as a rule. One form:
//! whichever button is pressed, what was typed goes along.

use domain::{
    Quantity, SectionId,
    product::Article,
    shopping_list::{Contents, ListRow, Now, Section},
};
use leptos::{either::Either, prelude::*};

use crate::{
    form::{Filled, id_of},
    i18n::{format, lists as l, texts as t, words},
    island::arrange::Arrange,
    page::Reader,
};

/// What the page shows.
#[derive(Clone, Debug)]
pub struct ArrangePage {
    pub contents: Contents,
    pub filled: Filled,
    pub saved: bool,
}

pub fn page(reader: &Reader, page: &ArrangePage) -> impl IntoView + use<> {
    let lang = reader.lang;
    let list = &page.contents.list;
    let address = format!("/lists/{}", list.id);
    let summary = page.filled.summary(reader, |field| label(reader, page, field));
    let saved = page.saved.then(|| view! { <p class="notice good" role="status">{t::saved(lang)}</p> });
    let sections: Vec<_> = std::iter::once(None)
        .chain(page.contents.sections.iter().map(Some))
        .map(|section| group(reader, page, section))
        .collect();
    let new = page.filled.value("new_section", "");
    let refusal = page.filled.refusal("new_section").map(|r| reader.refusal(r));
    let class = if refusal.is_some() { "field bad" } else { "field" };
    let invalid = refusal.is_some().then_some("true");
    let error = refusal.map(|text| view! { <p class="err" id="f-new_section-e">{text}</p> });
    let hidden = (page.contents.hidden > 0).then(|| {
        view! { <p class="notice warn">{l::hidden(lang, page.contents.hidden)} " " <button class="plain" name="hidden" value="drop">{l::off_list(lang)}</button></p> }
    });
    let version = list.version.to_string();
    let stale = page.filled.refusals.iter().any(|(_, r)| matches!(r, domain::Refusal::Stale));
    let again =
        stale.then(|| view! { <p class="aside"><a href=format!("{address}/arrangement")>{l::see_again(lang)}</a></p> });
    view! {
        <main class="page" id="main">
            {summary}
            {again}
            {saved}
            <div class="head">
                <p><a href=address.clone()>{list.name.clone()}</a></p>
                <h1>{l::arrange_list(lang, &list.name)}</h1>
                <p><span class="scripted">{l::arrange_tip(lang)}</span><span class="plainly">{l::arrange_tip_plain(lang)}</span></p>
            </div>
            <p class="notice bad" id="said" role="alert" hidden></p>
            <form id="arrange" method="post" action=format!("{address}/arrangement") novalidate>
                // the first button of a form is what Enter presses
                <button class="sr" name="go" value="save" tabindex="-1">{t::save(lang)}</button>
                {reader.site_field()}
                <input type="hidden" name="version" value=version/>
                {hidden}
                <div class="list arrange">{sections}</div>
                <div class="card stack newsection">
                    <div class=class>
                        <label for=id_of("new_section")>{l::new_section(lang)}</label>
                        <p class="tip" id="f-new_section-t">{l::new_section_tip(lang)}</p>
                        <div class="row nowrap">
                            <input class="in" id=id_of("new_section") name="new_section" value=new autocomplete="off"
                                aria-invalid=invalid aria-describedby="f-new_section-t"/>
                            <button class="btn" name="go" value="save">{t::add(lang)}</button>
                        </div>
                        {error}
                    </div>
                </div>
                <div class="bar">
                    <div><p><a href=address.clone()>{l::to_list(lang)}</a></p></div>
                    <button class="btn primary" name="go" value="save">{t::save(lang)}</button>
                </div>
            </form>
            <Arrange offline=l::not_moved(lang).to_owned()/>
        </main>
    }
}

fn label(reader: &Reader, page: &ArrangePage, field: &str) -> String {
    let lang = reader.lang;
    match field.split_once('.') {
        Some(("usual", product)) => page
            .contents
            .rows
            .iter()
            .find(|(row, _)| row.product.to_string() == product)
            .map(|(_, now)| title(now).to_owned())
            .unwrap_or_default(),
        Some(("name", _)) => l::section_name(lang).to_owned(),
        _ if field == "new_section" => l::new_section(lang).to_owned(),
        _ => String::new(),
    }
}

fn title(now: &Now) -> &str {
    match now {
        Now::Orderable(article) | Now::Replaced(article) => article.title(),
        Now::Gone(name) => name,
    }
}

fn group(reader: &Reader, page: &ArrangePage, section: Option<&Section>) -> impl IntoView + use<> {
    let id = section.map(|section| section.id);
    let rows: Vec<_> = page
        .contents
        .rows
        .iter()
        .filter(|(row, _)| row.section == id)
        .map(|(row, now)| one(reader, page, row, now))
        .collect();
    let key = id.map(|id| id.to_string()).unwrap_or_default();
    let head = match section {
        Some(section) => Either::Left(heading(reader, page, section)),
        None => {
            Either::Right((!page.contents.sections.is_empty()).then(|| view! { <h2>{l::no_section(reader.lang)}</h2> }))
        }
    };
    // seen where nothing is left in it; the script moves rows in and out
    let empty = section.map(|_| {
        let lang = reader.lang;
        view! {
            <p class="aside"><span class="scripted">{l::section_empty(lang)}</span><span class="plainly">{l::section_empty_plain(lang)}</span></p>
        }
    });
    view! { <section data-section=key>{head}<ul>{rows}</ul>{empty}</section> }
}

/// The name of a section, to be changed where it stands.
fn heading(reader: &Reader, page: &ArrangePage, section: &Section) -> impl IntoView + use<> {
    let lang = reader.lang;
    let id = section.id.to_string();
    let field = format!("name.{id}");
    let name = section.name.clone();
    let value = page.filled.value(&field, name.clone());
    let meanwhile = page.filled.meanwhile_in(reader, &field, &name);
    let refusal = page.filled.refusal(&field).map(|r| reader.refusal(r));
    let invalid = refusal.is_some().then_some("true");
    let error = refusal.map(|text| view! { <p class="err">{text}</p> });
    view! {
        <div class="placehead" id=format!("s-{id}")>
            <h2 class="sr">{name.clone()}</h2>
            <input class="in" id=id_of(&field) name=field value=value aria-label=l::section_name(lang) aria-invalid=invalid/>
            <button class="btn round" name="section_up" value=id.clone() aria-label=l::section_up(lang, &name)>"↑"</button>
            <button class="btn round" name="section_down" value=id.clone() aria-label=l::section_down(lang, &name)>"↓"</button>
            <button class="plain" name="section_drop" value=id.clone() aria-label=l::section_drop(lang, &name)>{t::remove(lang)}</button>
            {meanwhile}
            {error}
        </div>
    }
}

fn one(reader: &Reader, page: &ArrangePage, row: &ListRow, now: &Now) -> impl IntoView + use<> {
    let lang = reader.lang;
    let id = row.product.to_string();
    let name = title(now).to_owned();
    let article: Option<&Article> = match now {
        Now::Orderable(article) => Some(article),
        _ => None,
    };
    let under = match article {
        Some(a) => [a.own_name.as_ref().map(|_| a.name.as_str()), Some(a.sku.as_str()), a.own_code.as_deref()]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" · "),
        None => l::gone(lang).to_owned(),
    };
    let usual = article.map(|article| usual(reader, page, row, article));
    let sections = (!page.contents.sections.is_empty()).then(|| chooser(reader, page, row, &name));
    view! {
        <li class="placed" id=format!("r-{id}") data-product=id.clone()>
            <span class="handle" aria-hidden="true" title=l::drag(lang, &name)>"⠿"</span>
            <div class="name"><h3>{name.clone()}</h3><p>{under}</p></div>
            <div class="moves">
                <button class="btn round" name="up" value=id.clone() aria-label=l::up(lang, &name)>"↑"</button>
                <button class="btn round" name="down" value=id.clone() aria-label=l::down(lang, &name)>"↓"</button>
            </div>
            <div class="set">{usual}{sections}</div>
            <button class="plain drop-row" name="drop" value=id.clone() aria-label=l::take_off(lang, &name)>{t::remove(lang)}</button>
        </li>
    }
}

/// How many as a rule.
fn usual(reader: &Reader, page: &ArrangePage, row: &ListRow, article: &Article) -> impl IntoView + use<> {
    let lang = reader.lang;
    let field = format!("usual.{}", row.product);
    let now = row.usual.map(|usual| format::typed_quantity(lang, usual)).unwrap_or_default();
    let meanwhile = page.filled.meanwhile_in(reader, &field, &now);
    let value = page.filled.value(&field, now);
    let unit = words::unit(lang, &article.unit.code, Quantity::whole(2)).to_owned();
    let refusal = page.filled.refusal(&field).map(|r| reader.refusal(r));
    let invalid = refusal.is_some().then_some("true");
    let error_id = format!("{}-e", id_of(&field));
    let described = refusal.is_some().then(|| error_id.clone());
    let error = refusal.map(|text| view! { <p class="err" id=error_id>{text}</p> });
    view! {
        <label class="many">
            <input class="in num" id=id_of(&field) name=field inputmode="decimal" autocomplete="off" value=value placeholder="–"
                aria-label=l::usual_of(lang, article.title(), &unit) aria-invalid=invalid aria-describedby=described/>
            <span>{unit}</span>
        </label>
        {meanwhile}
        {error}
    }
}

/// Into which section it goes, without a hand and without a script.
fn chooser(reader: &Reader, page: &ArrangePage, row: &ListRow, name: &str) -> impl IntoView + use<> {
    let lang = reader.lang;
    let field = format!("section.{}", row.product);
    let key = |id: Option<SectionId>| id.map(|id| id.to_string()).unwrap_or_default();
    let chosen = page.filled.value(&field, key(row.section));
    let options: Vec<_> = std::iter::once((String::new(), l::no_section(lang).to_owned()))
        .chain(page.contents.sections.iter().map(|s| (s.id.to_string(), s.name.clone())))
        .map(|(value, text)| {
            let selected = value == chosen;
            view! { <option value=value selected=selected>{text}</option> }
        })
        .collect();
    view! { <select class="in" name=field aria-label=l::section_of(lang, name)>{options}</select> }
}
