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
        || {
            leptos::task::spawn_local(async {
                // the version that was seen goes with the totals that were seen
                super::dom::refresh("[data-sum]").await;
            });
        },
    );
    #[cfg(not(feature = "hydrate"))]
    let _ = (lang, currency);
}
