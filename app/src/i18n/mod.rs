//! Every sentence for people, in Dutch, French and English. A sentence that is missing in one of them does not compile.
//!
//! Texts are functions and not a table, so that the browser is sent only those that an island uses.

#[cfg(feature = "ssr")]
pub mod agreements;
#[cfg(feature = "ssr")]
pub mod files;
pub mod format;
#[cfg(feature = "ssr")]
pub mod lists;
#[cfg(feature = "ssr")]
pub mod packaging;
pub mod promotions;
pub mod quick;
#[cfg(feature = "ssr")]
pub mod refusal;
#[cfg(feature = "ssr")]
pub mod revisions;
#[cfg(feature = "ssr")]
pub mod sheet;
#[cfg(feature = "ssr")]
pub mod suggestions;
pub mod texts;
pub mod words;

pub use domain::Lang;
use domain::{
    Currency, Quantity, Refusal, SalesUnit,
    price::{PriceTier, TieredPrice},
};

/// The sentence about a quantity; none for every other refusal. The browser needs these while somebody types.
pub fn quantity_refusal(lang: Lang, refusal: &Refusal) -> Option<String> {
    Some(match refusal {
        Refusal::NotANumber { typed } => texts::not_a_number(lang, typed),
        Refusal::Ambiguous { typed, one, other, decimals: 3 } => texts::ambiguous(
            lang,
            typed,
            &format::typed_quantity(lang, Quantity(*one)),
            &format::typed_quantity(lang, Quantity(*other)),
        ),
        Refusal::Negative => texts::negative(lang).into(),
        Refusal::TooMany { most } => texts::too_many(lang, &format::quantity(lang, *most)),
        Refusal::NotAMultiple { below: None, above } => texts::at_least(lang, &format::quantity(lang, *above)),
        Refusal::NotAMultiple { below: Some(below), above } => {
            texts::between(lang, &format::quantity(lang, *below), &format::quantity(lang, *above))
        }
        _ => return None,
    })
}

/// What taking more would bring, or has brought: the tiers while nothing is taken, then what the next one would save on
/// the whole, at last that the best is reached; of free goods, how many there are or how many more it takes. None where
/// there is neither.
pub fn tier_hint(
    lang: Lang,
    currency: Currency,
    price: &TieredPrice,
    quantity: Quantity,
    unit: &SalesUnit,
) -> Option<String> {
    let shown = |tier: &PriceTier| format::unit_price(lang, currency, tier.price);
    let from = |tier: &PriceTier| format::quantity(lang, tier.from);
    if let Some(free) = price.free {
        return promotions::free_hint(lang, free, quantity);
    }
    if quantity <= Quantity::ZERO {
        let (first, others) = price.tiers.split_first()?;
        let first = texts::tier_from(lang, &from(first), &shown(first));
        return Some(
            others.iter().fold(first, |all, tier| format!("{all} · {}", texts::of(lang, &from(tier), &shown(tier)))),
        );
    }
    let Some(next) = price.next(quantity) else {
        return price.tier(quantity).map(|tier| texts::tier_reached(lang, &from(&tier)));
    };
    // of so many, at the price of now and at that of the tier
    let saved = price.at(quantity).amount(next.from, unit) - next.price.amount(next.from, unit);
    let more = format::quantity(lang, Quantity(next.from.0 - quantity.0));
    Some(texts::tier_near(lang, &more, &shown(&next), &format::money(lang, currency, saved)))
}

/// That a tier was reached, for whoever asks why.
pub fn tier_sentence(lang: Lang, currency: Currency, tier: &PriceTier) -> String {
    texts::why_tier(lang, &format::quantity(lang, tier.from), &format::unit_price(lang, currency, tier.price))
}

/// A sentence with its values, in one go: `format!` makes room for half of one.
pub(crate) fn written(sentence: std::fmt::Arguments<'_>) -> String {
    use std::fmt::Write;
    let mut text = String::with_capacity(96);
    let _ = text.write_fmt(sentence);
    text
}

/// `name: "nl" | "fr" | "en";` gives `fn name(lang) -> &'static str`,
/// `name(arg: Type): "… {arg}" | …;` gives `fn name(lang, arg) -> String`.
macro_rules! sentences {
    ($($name:ident $(($($arg:ident: $ty:ty),+))?: $nl:literal | $fr:literal | $en:literal;)*) => {$(
        sentences!(@one $name $(($($arg: $ty),+))?: $nl | $fr | $en);
    )*};
    (@one $name:ident: $nl:literal | $fr:literal | $en:literal) => {
        pub const fn $name(lang: $crate::i18n::Lang) -> &'static str {
            match lang {
                $crate::i18n::Lang::Nl => $nl,
                $crate::i18n::Lang::Fr => $fr,
                $crate::i18n::Lang::En => $en,
            }
        }
    };
    (@one $name:ident($($arg:ident: $ty:ty),+): $nl:literal | $fr:literal | $en:literal) => {
        pub fn $name(lang: $crate::i18n::Lang, $($arg: $ty),+) -> String {
            match lang {
                $crate::i18n::Lang::Nl => $crate::i18n::written(format_args!($nl)),
                $crate::i18n::Lang::Fr => $crate::i18n::written(format_args!($fr)),
                $crate::i18n::Lang::En => $crate::i18n::written(format_args!($en)),
            }
        }
    };
}
pub(crate) use sentences;
