//! Customers: the list, and one with its terms, sites and people.

use domain::{
    Permission,
    customer::{Customer, Person, Site, Standing, Strictness},
    delivery::Weekdays,
};
use leptos::prelude::*;

use crate::{
    account::{invitation, people_table, person_form, person_label},
    form::{Field, Filled, choice, tick},
    i18n::{agreements as a, format, promotions as p, texts as t, words},
    page::Reader,
};

pub fn list(reader: &Reader, customers: &[Customer], search: &str, may_add: bool) -> AnyView {
    let lang = reader.lang;
    let rows = customers
        .iter()
        .map(|c| {
            let owed = reader.money(c.terms.outstanding);
            let over = c.terms.credit_limit.is_some_and(|limit| c.terms.outstanding > limit);
            let state = match (c.standing, over) {
                (Standing::Blocked, _) => Some(view! { <span class="badge bad">{t::blocked(lang)}</span> }),
                (_, true) => Some(view! { <span class="badge warn">{t::over_credit(lang)}</span> }),
                _ => None,
            };
            let minimum = c.terms.order_minimum.map(|m| reader.money(m));
            view! {
                <tr>
                    <th class="t" scope="row"><a href=format!("/desk/customers/{}", c.id)>{c.name.clone()}</a><small>{c.number.clone()}</small></th>
                    <td class="low">{c.vat_number.clone()}</td>
                    <td class="low">{words::language(c.language)}</td>
                    <td data-l=t::order_minimum(lang)>{minimum}</td>
                    <td>{state}</td>
                    <td class="v">{owed}</td>
                </tr>
            }
        })
        .collect_view();
    let add = may_add.then(|| view! { <div class="row"><a class="btn primary" href="/desk/customers/new">{t::add_customer(lang)}</a></div> });
    let nothing =
        customers.is_empty().then(|| view! { <div class="card empty"><h2>{t::nothing_found(lang, search)}</h2></div> });
    view! {
        <main class="page" id="main">
            <div class="head split"><div><h1>{t::customers(lang)}</h1></div>{add}</div>
            {search_form(reader, search, t::search_customers(lang))}
            {nothing}
            <div class="tbl">
                <table>
                    <caption class="sr">{t::customers(lang)}</caption>
                    <thead><tr>
                        <th scope="col">{t::customer(lang)}</th>
                        <th class="low" scope="col">{t::vat_number(lang)}</th>
                        <th class="low" scope="col">{t::language(lang)}</th>
                        <th scope="col">{t::order_minimum(lang)}</th>
                        <th scope="col">{t::state(lang)}</th>
                        <th class="r" scope="col">{t::outstanding(lang)}</th>
                    </tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </main>
    }
    .into_any()
}

/// A search that is a plain form.
pub fn search_form(reader: &Reader, search: &str, label: &'static str) -> impl IntoView + use<> {
    let value = search.to_owned();
    view! {
        <form class="find" role="search" method="get">
            <label class="sr" for="q">{label}</label>
            <input class="in" id="q" name="q" type="search" value=value placeholder=label/>
            <button class="btn">{t::search(reader.lang)}</button>
        </form>
    }
}

/// What the page of one customer shows; a new one has none.
#[derive(Clone, Debug)]
pub struct CustomerPage {
    pub customer: Option<Customer>,
    pub sites: Vec<Site>,
    pub people: Vec<Person>,
    pub permissions: Vec<Permission>,
    pub filled: Filled,
    /// Which form was refused: `terms`, `people`, the id of a site, or `new` for a new site.
    pub refused: String,
    pub invitation: Option<String>,
    pub saved: bool,
}

impl CustomerPage {
    /// What was typed, for the form it was typed into.
    fn filled(&self, form: &str) -> Filled {
        if self.refused == form { self.filled.clone() } else { Filled::default() }
    }

    fn may(&self, permission: Permission) -> bool {
        self.permissions.contains(&permission)
    }
}

pub fn page(reader: &Reader, page: &CustomerPage) -> AnyView {
    let lang = reader.lang;
    let summary = page.filled.summary(reader, |field| match customer_label(reader, field) {
        "" => person_label(reader, field),
        label => label.to_owned(),
    });
    let saved = page.saved.then(|| view! { <p class="notice good" role="status">{t::saved(lang)}</p> });
    let title = page.customer.as_ref().map_or_else(|| t::add_customer(lang).to_owned(), |c| c.name.clone());
    let number = page.customer.as_ref().map(|c| format!(" · {}", c.number));
    let actions = page.customer.as_ref().map(|c| {
        let (id, orders) = (c.id, page.may(Permission::OrderOnBehalf) && !page.sites.is_empty());
        let order = orders.then(|| {
            view! { <form method="post" action=format!("/desk/customers/{id}/acting")><button class="btn primary">{t::order_for(lang)}</button></form> }
        });
        view! {
            <div class="row">
                <a class="btn" href=format!("/desk/customers/{id}/assortment")>{t::assortment(lang)}</a>
                <a class="btn" href=format!("/desk/prices?customer={id}")>{a::title(lang)}</a>
                <a class="btn" href=super::price_question::address(lang, &c.number, None)>{a::question_short(lang)}</a>
                {order}
            </div>
        }
    });
    let rest = page.customer.as_ref().map(|c| {
        let id = c.id;
        let own = page
            .sites
            .iter()
            .map(|s| site_form(reader, page, &format!("/desk/customers/{id}/sites/{}", s.id), Some(s)))
            .collect_view();
        let edits = page.may(Permission::ManageCustomers);
        let new = edits.then(|| site_form(reader, page, &format!("/desk/customers/{id}/sites"), None));
        let invite = page.may(Permission::ManagePeople).then(|| {
            person_form(reader, &format!("/desk/customers/{id}/people"), &page.filled("people"), false, &page.sites)
        });
        view! {
            <section class="sect" id="sites" aria-labelledby="h-s">
                <div><h2 id="h-s">{t::sites(lang)}</h2><p>{t::sites_tip(lang)}</p></div>
                <div class="stack">{own}{new}</div>
            </section>
            <section class="sect" id="people" aria-labelledby="h-p">
                <div><h2 id="h-p">{t::people(lang)}</h2><p>{t::people_tip(lang)}</p></div>
                <div class="stack">
                    {people_table(reader, &page.people, &format!("/desk/customers/{id}/people/remove"), None)}
                    {invite}
                </div>
            </section>
        }
    });
    view! {
        <main class="page" id="main">
            {summary}
            {saved}
            {page.invitation.as_ref().map(|link| invitation(reader, link))}
            <div class="head split">
                <div><p><a href="/desk/customers">{t::customers(lang)}</a>{number}</p><h1>{title}</h1></div>
                {actions}
            </div>
            {terms(reader, page)}
            {rest}
        </main>
    }
    .into_any()
}

fn customer_label(reader: &Reader, field: &str) -> &'static str {
    let lang = reader.lang;
    match field {
        "number" => t::number(lang),
        "vat_number" => t::vat_number(lang),
        "customer_group" => p::group(lang),
        "payment_days" => t::payment_days(lang),
        "credit_limit" => t::credit_limit(lang),
        "outstanding" => t::outstanding(lang),
        "order_minimum" => t::order_minimum(lang),
        "notice_days" => a::notice_days(lang),
        "code" => t::site_code(lang),
        "street" => t::street(lang),
        "postcode" => t::postcode(lang),
        "city" => t::city(lang),
        "delivery_days" => t::delivery_days(lang),
        _ => "",
    }
}

/// Days as they stand in a field; none is empty.
pub(super) fn days(days: Option<i64>) -> String {
    days.map(|days| days.to_string()).unwrap_or_default()
}

fn terms(reader: &Reader, page: &CustomerPage) -> impl IntoView + use<> {
    let lang = reader.lang;
    let c = page.customer.as_ref();
    let filled = page.filled("terms");
    let of = |get: fn(&Customer) -> String| c.map(get).unwrap_or_default();
    let amount = |get: fn(&Customer) -> Option<domain::Cents>| format::typed_amount(lang, c.and_then(get));
    let languages =
        domain::Lang::ALL.into_iter().map(|l| (l.code().to_owned(), words::language(l).to_owned())).collect();
    let action = c.map_or_else(|| "/desk/customers".to_owned(), |c| format!("/desk/customers/{}", c.id));
    let fields = [
        Field::text("name", t::name(lang), of(|c| c.name.clone())).required(),
        Field::text("number", t::number(lang), of(|c| c.number.clone())).required(),
        Field::text("vat_number", t::vat_number(lang), of(|c| c.vat_number.clone())),
        Field::text("customer_group", p::group(lang), of(|c| c.group.clone())).tip(p::group_tip(lang)),
        Field::number("payment_days", t::payment_days(lang), of(|c| c.terms.payment_days.to_string())),
        Field::number("credit_limit", t::credit_limit(lang), amount(|c| c.terms.credit_limit)),
        Field::number("outstanding", t::outstanding(lang), amount(|c| Some(c.terms.outstanding))),
        Field::number("order_minimum", t::order_minimum(lang), amount(|c| c.terms.order_minimum))
            .tip(a::as_group(lang)),
        Field::number("notice_days", a::notice_days(lang), days(c.and_then(|c| c.terms.notice_days)))
            .tip(a::as_group(lang)),
    ];
    let fields = fields.into_iter().map(|f| f.in_form("terms").view(reader, &filled)).collect_view();
    let language = choice(
        reader,
        &filled,
        "terms",
        "language",
        t::language(lang),
        c.map_or("nl", |c| c.language.code()),
        languages,
    );
    let strict = tick(
        reader,
        &filled,
        "minimum_is_strict",
        t::minimum_is_strict(lang),
        c.is_some_and(|c| c.terms.minimum_is == Strictness::Strict),
    );
    let blocked =
        tick(reader, &filled, "blocked", t::is_blocked(lang), c.is_some_and(|c| c.standing == Standing::Blocked));
    let edits = page.may(Permission::ManageCustomers);
    let save = edits.then(|| view! { <div class="row end"><button class="btn primary">{t::save(lang)}</button></div> });
    view! {
        <section class="sect" aria-labelledby="h-t">
            <div><h2 id="h-t">{t::terms(lang)}</h2><p>{t::terms_tip(lang)}</p></div>
            <form class="card stack" method="post" action=action novalidate>
                <input type="hidden" name="version" value=c.map_or(0, |c| c.version)/>
                <fieldset class="stack" disabled=!edits>
                    <div class="cols">{fields}{language}</div>
                    <div>{strict}{blocked}</div>
                </fieldset>
                {save}
            </form>
        </section>
    }
}

fn site_form(reader: &Reader, page: &CustomerPage, action: &str, site: Option<&Site>) -> impl IntoView + use<> {
    let lang = reader.lang;
    let form = site.map_or_else(|| "new".to_owned(), |s| s.id.to_string());
    let filled = page.filled(&form);
    let of = |get: fn(&Site) -> String| site.map(get).unwrap_or_default();
    let fields = [
        Field::text("name", t::name(lang), of(|s| s.name.clone())).required(),
        Field::text("code", t::site_code(lang), of(|s| s.code.clone())).required(),
        Field::text("street", t::street(lang), of(|s| s.street.clone())),
        Field::text("postcode", t::postcode(lang), of(|s| s.postcode.clone())),
        Field::text("city", t::city(lang), of(|s| s.city.clone())),
    ];
    let fields = fields.into_iter().map(|f| f.in_form(&form).view(reader, &filled)).collect_view();
    let days = Weekdays::ALL.map(|day| (day.to_string().to_lowercase(), day));
    let boxes = days
        .each_ref()
        .map(|(key, day)| (&**key, format::weekday(lang, *day), site.is_some_and(|s| s.delivery_days.contains(*day))));
    let meanwhile = filled.meanwhile_ticked(reader, "delivery_days", &boxes);
    let days = boxes
        .into_iter()
        .map(|(key, day, now)| {
            let checked = filled.ticked("delivery_days", key, now);
            let key = key.to_owned();
            view! { <label class="tick"><input type="checkbox" name="delivery_days" value=key checked=checked/>{day}</label> }
        })
        .collect_view();
    let title = site.map_or_else(|| t::add_site(lang).to_owned(), |s| s.name.clone());
    let action = action.to_owned();
    let edits = page.may(Permission::ManageCustomers);
    let save = edits.then(|| view! { <div class="row end"><button class="btn">{t::save(lang)}</button></div> });
    view! {
        <form class="card stack" method="post" action=action novalidate>
            <input type="hidden" name="version" value=site.map_or(0, |s| s.version)/>
            <h3>{title}</h3>
            <fieldset class="stack" disabled=!edits>
                <div class="cols">{fields}</div>
                <fieldset class="field"><legend>{t::delivery_days(lang)}</legend><div class="ticks">{days}</div>{meanwhile}</fieldset>
            </fieldset>
            {save}
        </form>
    }
}
