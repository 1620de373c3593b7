//! Announcements: the list, and one to edit.

use std::cmp::Ordering;

use domain::{
    announcement::{Announcement, Reach},
    promotion::Span,
};
use leptos::prelude::*;

use crate::{
    form::{Field, Filled, choice, tick},
    i18n::{promotions as p, suggestions as g, texts as t},
    page::Reader,
};

/// The two pages of what customers are told of and ask for.
pub fn tabs(reader: &Reader, samples: bool, open: u64) -> impl IntoView + use<> {
    let lang = reader.lang;
    let here = |is: bool| is.then_some("page");
    let open = (open > 0).then(|| view! { " " <small>{open}</small> });
    view! {
        <nav class="chips" aria-label=g::announcements(lang)>
            <a href="/desk/announcements" aria-current=here(!samples)>{g::announcements(lang)}</a>
            <a href="/desk/samples" aria-current=here(samples)>{g::samples(lang)}{open}</a>
        </nav>
    }
}

pub fn list(reader: &Reader, announcements: &[Announcement], open: u64, may_add: bool, removed: bool) -> AnyView {
    let lang = reader.lang;
    let rows = announcements
        .iter()
        .map(|a| {
            let (class, state) = state(reader, &a.span);
            let counts = a.counts;
            view! {
                <tr>
                    <th class="t" scope="row">
                        <a href=format!("/desk/announcements/{}", a.id)>{a.name.clone()}</a>
                        <small>{a.texts.get(lang).to_owned()}</small>
                    </th>
                    <td><span class=class>{state}</span></td>
                    <td>{p::period_text(lang, a.span.from, a.span.until)}<small class="under">{p::group_name(lang, &a.span.group)}</small></td>
                    <td class="r" data-l=g::seen(lang)>{counts.seen}</td>
                    <td class="r" data-l=g::taken(lang)>{counts.taken}</td>
                    <td class="r" data-l=g::dismissed(lang)>{counts.dismissed}</td>
                    <td class="r" data-l=g::requests(lang)>{counts.requests}</td>
                </tr>
            }
        })
        .collect_view();
    let add = may_add.then(|| {
        view! { <div class="row"><a class="btn primary" href="/desk/announcements/new">{g::add_announcement(lang)}</a></div> }
    });
    let removed = removed.then(|| view! { <p class="notice good" role="status">{g::announcement_removed(lang)}</p> });
    let body = if announcements.is_empty() {
        view! { <div class="card empty"><h2>{g::no_announcements(lang)}</h2><p>{g::no_announcements_tip(lang)}</p></div> }
            .into_any()
    } else {
        view! {
            <div class="tbl">
                <table>
                    <caption class="sr">{g::announcements(lang)}</caption>
                    <thead><tr>
                        <th scope="col">{t::product(lang)}</th>
                        <th scope="col">{t::state(lang)}</th>
                        <th scope="col">{g::when_and_who(lang)}</th>
                        <th class="r" scope="col">{g::seen(lang)}</th>
                        <th class="r" scope="col">{g::taken(lang)}</th>
                        <th class="r" scope="col">{g::dismissed(lang)}</th>
                        <th class="r" scope="col">{g::requests(lang)}</th>
                    </tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            <p class="aside">{g::counts_tip(lang)}</p>
        }
        .into_any()
    };
    view! {
        <main class="page" id="main">
            {removed}
            <div class="head split"><div><h1>{g::announcements(lang)}</h1></div>{add}</div>
            {tabs(reader, false, open)}
            {body}
        </main>
    }
    .into_any()
}

fn state(reader: &Reader, span: &Span) -> (&'static str, &'static str) {
    let today = reader.today();
    match (today.cmp(&span.from), today.cmp(&span.until)) {
        (Ordering::Less, _) => ("badge", p::to_come(reader.lang)),
        (_, Ordering::Greater) => ("badge", p::over(reader.lang)),
        _ => ("badge good", p::running(reader.lang)),
    }
}

/// What the page of one announcement shows; a new one has none.
#[derive(Clone, Debug)]
pub struct AnnouncementPage {
    pub announcement: Option<Announcement>,
    pub groups: Vec<String>,
    pub may_edit: bool,
    pub filled: Filled,
    pub saved: bool,
}

pub fn page(reader: &Reader, page: &AnnouncementPage) -> AnyView {
    let lang = reader.lang;
    let now = page.announcement.as_ref();
    let filled = &page.filled;
    let of = |get: fn(&Announcement) -> String| now.map(get).unwrap_or_default();
    let text = |name: &'static str, value: String| Field::text(name, label(reader, name), value);
    let mut groups = vec![(String::new(), p::everybody(lang).to_owned())];
    let group = of(|n| n.span.group.clone());
    let known = page.groups.iter().chain((!group.is_empty() && !page.groups.contains(&group)).then_some(&group));
    groups.extend(known.map(|g| (g.clone(), g.clone())));
    let group = choice(reader, filled, "", "group", g::group(lang), &group, groups);
    let day = |name: &'static str, value: String| Field::date(name, label(reader, name), value).required();
    let from = now.map_or_else(|| reader.today(), |n| n.span.from).to_string();
    let saved = page.saved.then(|| view! { <p class="notice good" role="status">{t::saved(lang)}</p> });
    let title = now.map_or_else(|| g::add_announcement(lang).to_owned(), |n| n.name.clone());
    let action = now.map_or_else(|| "/desk/announcements".to_owned(), |n| format!("/desk/announcements/{}", n.id));
    let told = now.map(|n| {
        let (class, state) = state(reader, &n.span);
        view! { <p><span class=class>{state}</span></p> }
    });
    let counts = now.map(|n| {
        let c = n.counts;
        let facts = [
            (g::seen(lang), c.seen),
            (g::taken(lang), c.taken),
            (g::dismissed(lang), c.dismissed),
            (g::requests(lang), c.requests),
        ];
        let facts = facts.map(|(name, count)| view! { <div><dt>{name}</dt><dd>{count}</dd></div> }).collect_view();
        view! {
            <section class="sect" aria-labelledby="h5">
                <div><h2 id="h5">{g::came_of_it(lang)}</h2><p>{g::counts_tip(lang)}</p></div>
                <div class="card"><dl class="facts">{facts}</dl></div>
            </section>
        }
    });
    let acts = page.may_edit.then(|| {
        let remove = now.map(|n| {
            let action = format!("/desk/announcements/{}/remove", n.id);
            view! { <button class="btn" formaction=action>{g::remove_announcement(lang)}</button> }
        });
        view! {
            <div class="acts">
                <button class="btn primary">{t::save(lang)}</button>
                <a class="btn" href="/desk/announcements">{t::back(lang)}</a>
                {remove}
            </div>
        }
    });
    view! {
        <main class="page" id="main">
            {filled.summary(reader, |field| label(reader, field).to_owned())}
            {saved}
            <form method="post" action=action novalidate>
                <input type="hidden" name="version" value=now.map_or(0, |n| n.version)/>
                <div class="head"><p><a href="/desk/announcements">{g::announcements(lang)}</a></p><h1>{title}</h1>{told}</div>
                <fieldset disabled=!page.may_edit>
                    <section class="sect" aria-labelledby="h1">
                        <div><h2 id="h1">{g::about_what(lang)}</h2><p>{g::about_what_tip(lang)}</p></div>
                        <div class="card stack">
                            {text("sku", of(|n| n.sku.clone())).required().view(reader, filled)}
                            {text("text_nl", of(|n| n.texts.nl.clone())).required().view(reader, filled)}
                            {text("text_fr", of(|n| n.texts.fr.clone())).view(reader, filled)}
                            {text("text_en", of(|n| n.texts.en.clone())).view(reader, filled)}
                        </div>
                    </section>
                    <section class="sect" aria-labelledby="h2">
                        <div><h2 id="h2">{g::why_he(lang)}</h2><p>{g::why_he_tip(lang)}</p></div>
                        <div class="card stack">
                            {text("reason_nl", of(|n| n.reasons.nl.clone())).view(reader, filled)}
                            {text("reason_fr", of(|n| n.reasons.fr.clone())).view(reader, filled)}
                            {text("reason_en", of(|n| n.reasons.en.clone())).view(reader, filled)}
                        </div>
                    </section>
                    <section class="sect" aria-labelledby="h3">
                        <div><h2 id="h3">{g::when_and_who(lang)}</h2><p>{g::when_tip(lang)}</p></div>
                        <div class="card stack">
                            <div class="cols">
                                {day("from", from).view(reader, filled)}
                                {day("until", of(|n| n.span.until.to_string())).view(reader, filled)}
                                {group}
                            </div>
                        </div>
                    </section>
                    <section class="sect" aria-labelledby="h4">
                        <div><h2 id="h4">{g::asks(lang)}</h2><p>{g::asks_tip(lang)}</p></div>
                        <div class="card stack">
                            <div>{tick(reader, filled, "samples", g::with_samples(lang), now.is_some_and(|n| n.samples))}</div>
                            <div>{tick(reader, filled, "beyond", g::beyond(lang), now.is_some_and(|n| n.reach == Reach::Beyond))}</div>
                        </div>
                    </section>
                    {counts}
                </fieldset>
                {acts}
            </form>
        </main>
    }
    .into_any()
}

fn label(reader: &Reader, field: &str) -> &'static str {
    let lang = reader.lang;
    match field {
        "sku" => g::product_number(lang),
        "text_nl" => g::text_nl(lang),
        "text_fr" => g::text_fr(lang),
        "text_en" => g::text_en(lang),
        "reason_nl" => g::reason_nl(lang),
        "reason_fr" => g::reason_fr(lang),
        "reason_en" => g::reason_en(lang),
        "group" => g::group(lang),
        "from" => g::from(lang),
        "until" => g::until(lang),
        _ => "",
    }
}
