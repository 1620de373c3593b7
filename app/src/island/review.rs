//! The basket under review: the same rows, and the totals follow the server after each change.

use domain::{Currency, Lang};
use leptos::prelude::*;

/// Looks after the form; renders nothing.
#[island]
pub fn Review(lang: Lang, currency: Currency) -> impl IntoView {
    #[cfg(feature = "hydrate")]
    super::sheet::rows::attach(
        lang,
        currency,
        |_| (),
        |sum| {
            if sum.count == 0 && !super::dom::typing() {
                let _ = super::dom::window().location().reload();
                return;
            }
            super::sheet::rows::sweep();
            leptos::task::spawn_local(super::dom::refresh("[data-sum]"));
        },
    );
    #[cfg(not(feature = "hydrate"))]
    let _ = (lang, currency);
}
