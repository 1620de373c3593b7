//! Before somebody is signed in: signing in, choosing a password, the first set-up.

use leptos::prelude::*;

use crate::{
    form::{Field, Filled, whole},
    i18n::texts as t,
    page::Reader,
};

fn gate(distributor: &str, inner: AnyView) -> AnyView {
    let distributor = distributor.to_owned();
    view! {
        <main class="page mini" id="main">
            <p class="brand"><span><small>"Toonbank"</small>{distributor}</span></p>
            <div class="card stack">{inner}</div>
        </main>
    }
    .into_any()
}

fn password(reader: &Reader, filled: &Filled, autocomplete: &'static str) -> impl IntoView + use<> {
    let field =
        Field { kind: "password", autocomplete, ..Field::text("password", t::password(reader.lang), String::new()) }
            .required();
    let field = if autocomplete == "new-password" { field.tip(t::password_tip(reader.lang)) } else { field };
    field.view(reader, filled)
}

pub fn page(reader: &Reader, distributor: &str, filled: &Filled, next: &str) -> AnyView {
    let lang = reader.lang;
    let email =
        Field { kind: "email", autocomplete: "username", ..Field::text("email", t::email(lang), String::new()) }
            .required()
            .view(reader, filled);
    let kept = filled.typed("kept").filter(|kept| !kept.is_empty()).map(str::to_owned);
    let waits = kept.map(|kept| {
        view! { <input type="hidden" name="kept" value=kept/><p class="notice">{t::session_ended(lang)}</p> }
    });
    let inner = view! {
        <h1>{t::sign_in(lang)}</h1>
        {whole(reader, filled)}
        <form class="stack" method="post" action="/sign-in">
            <input type="hidden" name="next" value=next.to_owned()/>
            {waits}
            {email}
            {password(reader, filled, "current-password")}
            <button class="btn primary big block">{t::sign_in(lang)}</button>
        </form>
        <p class="small muted">{t::no_password(lang)}</p>
    };
    gate(distributor, inner.into_any())
}

/// Signed in again: what was sent meanwhile goes on at a press, and only then.
pub fn kept(reader: &Reader, distributor: &str, to: &str, kept: &[(String, String)]) -> AnyView {
    let lang = reader.lang;
    let fields = kept
        .iter()
        .map(|(name, value)| view! { <input type="hidden" name=name.clone() value=value.clone()/> })
        .collect_view();
    let inner = view! {
        <h1>{t::still_to_send(lang)}</h1>
        <p>{t::still_to_send_tip(lang)}</p>
        <form class="stack" method="post" action=to.to_owned()>
            {fields}
            <button class="btn primary big block">{t::send_it_now(lang)}</button>
        </form>
        <a class="btn block" href="/">{t::leave_it(lang)}</a>
    };
    gate(distributor, inner.into_any())
}

/// An invited person chooses a password.
pub fn invitation(reader: &Reader, distributor: &str, email: &str, token: &str, filled: &Filled) -> AnyView {
    let lang = reader.lang;
    let email = email.to_owned();
    let inner = view! {
        <h1>{t::welcome(lang)}</h1>
        <p>{t::welcome_tip(lang)}</p>
        {whole(reader, filled)}
        <form class="stack" method="post" action=format!("/invitation/{token}")>
            <div class="field">
                <label for="email">{t::email(lang)}</label>
                <input class="in" id="email" type="email" value=email readonly autocomplete="username"/>
            </div>
            {password(reader, filled, "new-password")}
            <button class="btn primary big block">{t::open_account(lang)}</button>
        </form>
    };
    gate(distributor, inner.into_any())
}

/// A link that does not work (any more).
pub fn link_expired(reader: &Reader, distributor: &str) -> AnyView {
    let lang = reader.lang;
    let inner = view! {
        <h1>{t::link_expired_title(lang)}</h1>
        <p>{t::link_expired(lang)}</p>
        <a class="btn block" href="/sign-in">{t::sign_in(lang)}</a>
    };
    gate(distributor, inner.into_any())
}

/// The first administrator.
pub fn setup(reader: &Reader, token: &str, company: &str, filled: &Filled) -> AnyView {
    let lang = reader.lang;
    let company =
        Field::text("distributor", t::distributor_name(lang), company.to_owned()).required().view(reader, filled);
    let name = Field { autocomplete: "name", ..Field::text("name", t::your_name(lang), String::new()) }
        .required()
        .view(reader, filled);
    let email =
        Field { kind: "email", autocomplete: "username", ..Field::text("email", t::email(lang), String::new()) }
            .required()
            .view(reader, filled);
    let inner = view! {
        <h1>{t::set_up(lang)}</h1>
        <p>{t::set_up_tip(lang)}</p>
        {whole(reader, filled)}
        <form class="stack" method="post" action=format!("/setup/{token}")>
            {company}
            {name}
            {email}
            {password(reader, filled, "new-password")}
            <button class="btn primary big block">{t::begin(lang)}</button>
        </form>
    };
    gate("Toonbank", inner.into_any())
}
