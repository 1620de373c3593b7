//! When there is no page to show.

use leptos::prelude::*;

use crate::{i18n::texts as t, page::Reader};

/// What happened, as far as people need to know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Also the answer about what is somebody else's.
    NotFound,
    NotAllowed,
    /// The request cannot be read.
    BadRequest,
    TooLarge,
    /// Ours; the number is in the log.
    Incident(u32),
    /// The database does not answer now.
    Unavailable,
}

pub fn page(reader: &Reader, fault: Fault) -> AnyView {
    let lang = reader.lang;
    let (title, text) = match fault {
        Fault::NotFound => (t::not_found(lang), t::not_found_tip(lang).to_owned()),
        Fault::NotAllowed => (t::not_allowed(lang), t::may_not(lang).to_owned()),
        Fault::BadRequest => (t::bad_request(lang), t::bad_request_tip(lang).to_owned()),
        Fault::TooLarge => (t::bad_request(lang), t::too_large(lang).to_owned()),
        Fault::Incident(number) => (t::our_fault(lang), t::our_fault_tip(lang, &format!("{number:06}"))),
        Fault::Unavailable => (t::unavailable(lang), t::unavailable_tip(lang).to_owned()),
    };
    view! {
        <main class="page mini" id="main">
            <div class="card empty"><h1>{title}</h1><p>{text}</p><a class="btn" href="/">{t::back_to_start(lang)}</a></div>
        </main>
    }
    .into_any()
}
