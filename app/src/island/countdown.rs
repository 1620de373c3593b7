//! How long one may still order; counts down by the minute.

use domain::Lang;
use leptos::prelude::*;

/// `until` in seconds since 1970; `text` is what the server said.
#[island]
pub fn Countdown(until: i64, text: String, lang: Lang) -> impl IntoView {
    let (left, set_left) = signal(text);
    #[cfg(feature = "hydrate")]
    super::dom::every(20_000, move || {
        let minutes = (until - (js_sys::Date::now() / 1000.0) as i64).max(0) / 60;
        set_left.set(crate::i18n::format::time_left(lang, minutes));
    });
    #[cfg(not(feature = "hydrate"))]
    let _ = (until, lang, set_left);
    view! { <b>{left}</b> }
}
