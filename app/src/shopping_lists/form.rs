//! What a list is called, for whom and for when; and the question before it is removed.

use domain::{
    Lang,
    delivery::Weekdays,
    shopping_list::{Season, ShoppingList, YearDay},
};
use leptos::prelude::*;

use crate::{
    form::{Field, Filled, id_of},
    i18n::{format, lists as l, texts as t},
    page::Reader,
};

/// What a new list begins with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Begins {
    #[default]
    Empty,
    Basket,
    /// With what an order had, by its address.
    Order(String),
    /// With an article, by its id and its name.
    Article(String, String),
}

impl Begins {
    /// As the form says it.
    fn value(&self) -> String {
        match self {
            Begins::Empty => String::new(),
            Begins::Basket => "basket".to_owned(),
            Begins::Order(id) => format!("order:{id}"),
            Begins::Article(id, _) => format!("product:{id}"),
        }
    }

    fn told(&self, lang: Lang) -> String {
        match self {
            Begins::Empty => l::begins_empty(lang).to_owned(),
            Begins::Basket => l::begins_with_basket(lang).to_owned(),
            Begins::Order(_) => l::begins_with_order(lang).to_owned(),
            Begins::Article(_, name) => l::begins_with_article(lang, name),
        }
    }
}

/// What the page shows.
#[derive(Clone, Debug)]
pub struct FormPage {
    /// None: a new one.
    pub list: Option<ShoppingList>,
    pub begins: Begins,
    /// Where the reader stands.
    pub site_name: String,
    /// Has the customer other sites too?
    pub several_sites: bool,
    pub filled: Filled,
}

pub fn page(reader: &Reader, page: &FormPage) -> impl IntoView + use<> {
    let lang = reader.lang;
    let list = page.list.as_ref();
    let summary = page.filled.summary(reader, |field| match field {
        "name" => t::name(lang).to_owned(),
        "days" => l::for_which_days(lang).to_owned(),
        "from_day" => l::from(lang).to_owned(),
        "until_day" => l::until(lang).to_owned(),
        _ => String::new(),
    });
    let title = list.map_or_else(|| l::new_list(lang).to_owned(), |list| list.name.clone());
    let (back, back_name, action) = match list {
        Some(list) => {
            let address = format!("/lists/{}", list.id);
            (address.clone(), list.name.clone(), format!("{address}/settings"))
        }
        None => ("/lists".to_owned(), l::your_lists(lang).to_owned(), "/lists".to_owned()),
    };
    let under = match list {
        Some(_) => l::settings(lang).to_owned(),
        None => page.begins.told(lang),
    };
    let name = Field::text("name", t::name(lang), list.map(|list| list.name.clone()).unwrap_or_default())
        .tip(l::name_tip(lang))
        .required()
        .view(reader, &page.filled);
    let button = if list.is_some() { t::save(lang) } else { l::make_list(lang) };
    let hidden = match list {
        Some(list) => view! { <input type="hidden" name="version" value=list.version.to_string()/> }.into_any(),
        None => view! { <input type="hidden" name="from" value=page.begins.value()/> }.into_any(),
    };
    let remove = list.map(|list| {
        view! { <p class="aside"><a class="plain danger" href=format!("/lists/{}/removal", list.id)>{l::remove_list(lang)}</a></p> }
    });
    view! {
        <main class="page narrow" id="main">
            {summary}
            <div class="head"><p><a href=back>{back_name}</a></p><h1>{title}</h1><p>{under}</p></div>
            <form class="card stack" method="post" action=action novalidate>
                {reader.site_field()}
                {hidden}
                {name}
                {for_whom(reader, page)}
                {days(reader, page)}
                {season(reader, page)}
                <div class="row end"><button class="btn primary">{button}</button></div>
            </form>
            {remove}
        </main>
    }
}

fn for_whom(reader: &Reader, page: &FormPage) -> impl IntoView + use<> {
    let lang = reader.lang;
    let shared = page.list.as_ref().is_some_and(|list| list.site.is_none());
    let shared = page.filled.typed("for").map_or(shared, |typed| typed == "all");
    if !page.several_sites {
        // a customer of one site is not asked: it is the same
        return view! { <input type="hidden" name="for" value=if shared { "all" } else { "here" }/> }.into_any();
    }
    view! {
        <fieldset class="field">
            <legend>{l::for_whom(lang)}</legend>
            <div class="picks">
                <label class="pick"><input type="radio" name="for" value="here" checked=!shared/><span><b>{l::only_here(lang, &page.site_name)}</b><small>{l::only_here_tip(lang)}</small></span></label>
                <label class="pick"><input type="radio" name="for" value="all" checked=shared/><span><b>{l::all_sites(lang)}</b><small>{l::all_sites_tip(lang)}</small></span></label>
            </div>
        </fieldset>
    }
    .into_any()
}

fn days(reader: &Reader, page: &FormPage) -> impl IntoView + use<> {
    let lang = reader.lang;
    let now = page.list.as_ref().map(|list| list.days).unwrap_or_default();
    let days = Weekdays::ALL.map(|day| (day.to_string().to_lowercase(), day));
    let boxes = days.each_ref().map(|(key, day)| (&**key, format::weekday(lang, *day), now.contains(*day)));
    let meanwhile = page.filled.meanwhile_ticked(reader, "days", &boxes);
    let ticks = boxes
        .into_iter()
        .map(|(key, day, now)| {
            let checked = page.filled.ticked("days", key, now);
            let key = key.to_owned();
            view! { <label class="tick"><input type="checkbox" name="days" value=key checked=checked/>{day}</label> }
        })
        .collect_view();
    let error = page.filled.refusal("days").map(|r| view! { <p class="err">{reader.refusal(r)}</p> });
    view! {
        <fieldset class="field" id=id_of("days")>
            <legend>{l::for_which_days(lang)}</legend>
            <p class="tip">{l::for_which_days_tip(lang)}</p>
            <div class="ticks">{ticks}</div>
            {meanwhile}
            {error}
        </fieldset>
    }
}

fn season(reader: &Reader, page: &FormPage) -> impl IntoView + use<> {
    let lang = reader.lang;
    let now: Option<Season> = page.list.as_ref().and_then(|list| list.season);
    view! {
        <fieldset class="field">
            <legend>{l::season(lang)}</legend>
            <p class="tip">{l::season_tip(lang)}</p>
            <div class="cols">
                {year_day(reader, &page.filled, "from", l::from(lang), now.map(|season| season.from))}
                {year_day(reader, &page.filled, "until", l::until(lang), now.map(|season| season.until))}
            </div>
        </fieldset>
    }
}

/// A day of every year: its number and its month, side by side.
fn year_day(
    reader: &Reader,
    filled: &Filled,
    part: &'static str,
    label: &'static str,
    now: Option<YearDay>,
) -> impl IntoView + use<> {
    let lang = reader.lang;
    let (day_name, month_name) = (format!("{part}_day"), format!("{part}_month"));
    let id = id_of(&day_name);
    let typed = |name: &str, now: Option<u32>| filled.value(name, now.map(|n| n.to_string()).unwrap_or_default());
    let (day, month) = (typed(&day_name, now.map(YearDay::day)), typed(&month_name, now.map(YearDay::month)));
    let option = |value: String, text: String, chosen: &str| {
        let selected = value == chosen;
        view! { <option value=value selected=selected>{text}</option> }
    };
    let days: Vec<_> = std::iter::once(option(String::new(), "–".to_owned(), &day))
        .chain((1..=31).map(|n| option(n.to_string(), n.to_string(), &day)))
        .collect();
    let months: Vec<_> = std::iter::once(option(String::new(), "–".to_owned(), &month))
        .chain((1..=12).map(|n| option(n.to_string(), format::month(lang, n).to_owned(), &month)))
        .collect();
    let refusal = filled.refusal(&day_name).map(|r| reader.refusal(r));
    let class = if refusal.is_some() { "field bad" } else { "field" };
    let invalid = refusal.is_some().then_some("true");
    let described = refusal.is_some().then(|| format!("{id}-e"));
    let error = refusal.map(|text| view! { <p class="err" id=format!("{id}-e")>{text}</p> });
    let group = format!("{id}-l");
    view! {
        <div class=class role="group" aria-labelledby=group.clone()>
            <p class="label" id=group.clone()>{label}</p>
            <div class="row yearday">
                <select class="in" id=id name=day_name aria-label=l::day(lang) aria-invalid=invalid aria-describedby=described>{days}</select>
                <select class="in" name=month_name aria-label=l::month(lang) aria-invalid=invalid>{months}</select>
            </div>
            {error}
        </div>
    }
}

/// The question before a list is removed.
pub fn removal(reader: &Reader, list: &ShoppingList, filled: &Filled) -> impl IntoView + use<> {
    let lang = reader.lang;
    let summary = filled.summary(reader, |_| String::new());
    let address = format!("/lists/{}", list.id);
    view! {
        <main class="page narrow" id="main">
            {summary}
            <div class="head"><p><a href=address.clone()>{list.name.clone()}</a></p><h1>{l::remove_sure(lang, &list.name)}</h1></div>
            <form class="card stack" method="post" action=format!("{address}/removal")>
                {reader.site_field()}
                <input type="hidden" name="version" value=list.version.to_string()/>
                <p>{l::remove_told(lang)}</p>
                <div class="row"><button class="btn danger">{l::remove_yes(lang)}</button><a class="btn" href=address.clone()>{l::keep_it(lang)}</a></div>
            </form>
        </main>
    }
}
