//! Every sentence for people, in Dutch, French and English. A sentence that is missing in one of them does not compile.
//!
//! Texts are functions and not a table, so that the browser is sent only those that an island uses.

pub mod format;
#[cfg(feature = "ssr")]
pub mod refusal;
pub mod texts;
pub mod words;

pub use domain::Lang;

/// `name: "nl" | "fr" | "en";` gives `fn name(lang) -> &'static str`,
/// `name(arg: Type): "… {arg}" | …;` gives `fn name(lang, arg) -> String`.
macro_rules! texts {
    ($($name:ident $(($($arg:ident: $ty:ty),+))?: $nl:literal | $fr:literal | $en:literal;)*) => {$(
        texts!(@one $name $(($($arg: $ty),+))?: $nl | $fr | $en);
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
pub(crate) use texts;
