//! Oneself: the site one orders for, the language, the open sessions, and for administrators the colleagues.

use domain::{
    Role, SiteId, UserId,
    access::At,
    customer::{Person, Site},
};
use leptos::prelude::*;

use crate::{
    form::{Field, Filled, choice},
    i18n::{texts as t, words},
    page::Reader,
};

/// An open session of the reader.
#[derive(Clone, Debug)]
pub struct Session {
    pub handle: String,
    pub agent: String,
    pub seen_at: chrono::DateTime<chrono::Utc>,
    pub this: bool,
}

/// What the page shows.
#[derive(Clone, Debug)]
pub struct AccountPage {
    pub name: String,
    pub role: Role,
    pub at: Option<At>,
    /// Where he may order: the customer's name and its site.
    pub counters: Vec<(String, Site)>,
    pub sessions: Vec<Session>,
    /// None where he does not manage people.
    pub colleagues: Option<Vec<Person>>,
    pub me: UserId,
    /// The link of an invitation that was just made.
    pub invitation: Option<String>,
    pub filled: Filled,
}

pub fn page(reader: &Reader, page: &AccountPage) -> AnyView {
    let lang = reader.lang;
    let role = words::role(lang, page.role);
    let name = page.name.clone();
    let here = page.at.as_ref().map(|at| at.site);
    view! {
        <main class="page" id="main">
            {page.filled.summary(reader, |field| person_label(reader, field))}
            <div class="head split">
                <div><h1>{t::account(lang)}</h1><p>{name} " · " {role}</p></div>
                <form method="post" action="/sign-out"><button class="btn">{t::sign_out(lang)}</button></form>
            </div>
            {page.invitation.as_ref().map(|link| invitation(reader, link))}
            {sites(reader, &page.counters, here)}
            {sessions(reader, &page.sessions)}
            {page.colleagues.as_ref().map(|people| colleagues(reader, people, page))}
        </main>
    }
    .into_any()
}

/// The link to hand over, shown this once.
pub fn invitation(reader: &Reader, link: &str) -> impl IntoView + use<> {
    let lang = reader.lang;
    view! {
        <div class="notice good" role="status">
            <h2>{t::invitation_made(lang)}</h2>
            <p>{t::invitation_made_tip(lang)}</p>
            <p><label class="sr" for="invitation">{t::link(lang)}</label><input class="in" id="invitation" readonly value=link.to_owned()/></p>
        </div>
    }
}

fn sites(reader: &Reader, counters: &[(String, Site)], here: Option<SiteId>) -> Option<impl IntoView + use<>> {
    if counters.is_empty() {
        return None;
    }
    let lang = reader.lang;
    let picks = counters
        .iter()
        .map(|(customer, site)| {
            let checked = Some(site.id) == here;
            let address = format!("{customer}, {} {} {}", site.street, site.postcode, site.city);
            view! {
                <label class="pick">
                    <input type="radio" name="site" value=site.id.to_string() checked=checked/>
                    <span><b>{site.name.clone()}</b><small>{address}</small></span>
                </label>
            }
        })
        .collect_view();
    Some(view! {
        <section class="sect" aria-labelledby="h-sites">
            <div><h2 id="h-sites">{t::your_sites(lang)}</h2><p>{t::your_sites_tip(lang)}</p></div>
            <form class="card stack" method="post" action="/account/site">
                <fieldset><legend class="sr">{t::your_sites(lang)}</legend><div class="picks">{picks}</div></fieldset>
                <div class="row end"><button class="btn">{t::order_here(lang)}</button></div>
            </form>
        </section>
    })
}

fn sessions(reader: &Reader, sessions: &[Session]) -> impl IntoView + use<> {
    let lang = reader.lang;
    let rows = sessions
        .iter()
        .map(|s| {
            let moment = reader.moment(s.seen_at);
            let agent = device(&s.agent, lang);
            let end = if s.this {
                view! { <span class="badge good">{t::this_device(lang)}</span> }.into_any()
            } else {
                view! {
                    <form method="post" action="/account/sessions/end">
                        <button class="plain" name="session" value=s.handle.clone()>{t::end_session(lang)}</button>
                    </form>
                }
                .into_any()
            };
            view! { <tr><th class="t" scope="row">{agent}</th><td>{moment}</td><td class="act">{end}</td></tr> }
        })
        .collect_view();
    view! {
        <section class="sect" aria-labelledby="h-devices">
            <div><h2 id="h-devices">{t::devices(lang)}</h2><p>{t::signed_in_on(lang)}</p></div>
            <div class="tbl">
                <table>
                    <caption class="sr">{t::devices(lang)}</caption>
                    <thead><tr><th scope="col">{t::device(lang)}</th><th scope="col">{t::last_used(lang)}</th><th scope="col"><span class="sr">{t::sign_out(lang)}</span></th></tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
    }
}

/// A browser's own description is long; the device is what people know it by.
fn device(agent: &str, lang: domain::Lang) -> String {
    let devices = ["iPhone", "iPad", "Android", "Windows", "Macintosh", "Linux"];
    devices.into_iter().find(|d| agent.contains(d)).map_or_else(|| t::a_device(lang).to_owned(), str::to_owned)
}

fn colleagues(reader: &Reader, people: &[Person], page: &AccountPage) -> impl IntoView + use<> {
    let lang = reader.lang;
    view! {
        <section class="sect" id="people" aria-labelledby="h-people">
            <div><h2 id="h-people">{t::colleagues(lang)}</h2><p>{t::colleagues_tip(lang)}</p></div>
            <div class="stack">
                {people_table(reader, people, "/account/people/remove", Some(page.me))}
                {person_form(reader, "/account/people", &page.filled, false, &[])}
            </div>
        </section>
    }
}

/// People with what they may do, and a way to take it away.
pub fn people_table(reader: &Reader, people: &[Person], remove: &str, me: Option<UserId>) -> impl IntoView + use<> {
    let lang = reader.lang;
    let remove = remove.to_owned();
    let rows = people
        .iter()
        .map(|p| {
            let state = (!p.signs_in).then(|| view! { " " <span class="badge warn">{t::invited(lang)}</span> });
            let button = (me != Some(p.user)).then(|| {
                view! {
                    <form method="post" action=remove.clone()>
                        <button class="plain danger" name="user" value=p.user.to_string() aria-label=t::remove_one(lang, &p.name)>{t::remove(lang)}</button>
                    </form>
                }
            });
            view! {
                <tr>
                    <th class="t" scope="row">{p.name.clone()}<small>{p.email.clone()}</small></th>
                    <td class="under">{words::role(lang, p.role)}{state}</td>
                    <td class="act">{button}</td>
                </tr>
            }
        })
        .collect_view();
    (!people.is_empty()).then(|| view! {
        <div class="tbl">
            <table>
                <caption class="sr">{t::people(lang)}</caption>
                <thead><tr><th scope="col">{t::name(lang)}</th><th scope="col">{t::may_do(lang)}</th><th scope="col"><span class="sr">{t::remove(lang)}</span></th></tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    })
}

/// The form that invites somebody.
pub fn person_form(
    reader: &Reader,
    action: &str,
    filled: &Filled,
    of_staff: bool,
    sites: &[Site],
) -> impl IntoView + use<> {
    let lang = reader.lang;
    let name = Field { autocomplete: "off", ..Field::text("name", t::name(lang), String::new()) }
        .required()
        .in_form("person")
        .view(reader, filled);
    let email = Field { kind: "email", ..Field::text("email", t::email(lang), String::new()) }
        .required()
        .in_form("person")
        .view(reader, filled);
    let roles = Role::ALL
        .into_iter()
        .filter(|r| r.is_staff() == of_staff)
        .map(|r| (r.key().to_owned(), words::role(lang, r).to_owned()))
        .collect();
    let languages =
        domain::Lang::ALL.into_iter().map(|l| (l.code().to_owned(), words::language(l).to_owned())).collect();
    let site = (!sites.is_empty()).then(|| {
        let mut options = vec![(String::new(), t::every_site(lang).to_owned())];
        options.extend(sites.iter().map(|s| (s.id.to_string(), s.name.clone())));
        choice(reader, filled, "person", "site", t::site(lang), "", options)
    });
    let action = action.to_owned();
    let first = if of_staff { "desk" } else { "buyer" };
    view! {
        <form class="card stack" method="post" action=action novalidate>
            <h3>{t::add_person(lang)}</h3>
            <div class="cols">
                {name}
                {email}
                {choice(reader, filled, "person", "role", t::may_do(lang), first, roles)}
                {choice(reader, filled, "person", "language", t::language(lang), lang.code(), languages)}
                {site}
            </div>
            <div class="row end"><button class="btn">{t::invite(lang)}</button></div>
        </form>
    }
}

/// What a field of a person is called, for the summary.
pub fn person_label(reader: &Reader, field: &str) -> String {
    let lang = reader.lang;
    match field {
        "name" => t::name(lang),
        "email" => t::email(lang),
        "role" => t::may_do(lang),
        "language" => t::language(lang),
        "site" => t::site(lang),
        _ => "",
    }
    .to_owned()
}
