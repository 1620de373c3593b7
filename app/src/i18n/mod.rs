//! Every sentence for people, in Dutch, French and English. A sentence that is missing in one of them does not compile.
//!
//! Texts are functions and not a table, so that the browser is sent only those that an island uses.

pub mod format;
#[cfg(feature = "ssr")]
pub mod refusal;
pub mod texts;
pub mod words;

pub use domain::Lang;
use domain::{Quantity, Refusal};

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
                $crate::i18n::Lang::Nl => format!($nl),
                $crate::i18n::Lang::Fr => format!($fr),
                $crate::i18n::Lang::En => format!($en),
            }
        }
    };
}
pub(crate) use sentences;
