//! The distributor's own people.

use domain::customer::Person;
use leptos::prelude::*;

use crate::{
    account::{invitation, people_table, person_form, person_label},
    form::Filled,
    i18n::texts as t,
    page::Reader,
};

/// What the page shows.
#[derive(Clone, Debug)]
pub struct StaffPage {
    pub people: Vec<Person>,
    pub me: domain::UserId,
    pub invitation: Option<String>,
    pub filled: Filled,
}

pub fn page(reader: &Reader, page: &StaffPage) -> AnyView {
    let lang = reader.lang;
    view! {
        <main class="page" id="main">
            {page.filled.summary(reader, |field| person_label(reader, field))}
            {page.invitation.as_ref().map(|link| invitation(reader, link))}
            <div class="head"><h1>{t::staff(lang)}</h1><p>{t::staff_tip(lang)}</p></div>
            <div class="stack">
                {people_table(reader, &page.people, "/desk/staff/remove", Some(page.me))}
                {person_form(reader, "/desk/staff", &page.filled, true, &[])}
            </div>
        </main>
    }
    .into_any()
}
