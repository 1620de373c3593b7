//! What people type: languages, e-mail addresses, and the cleaning of free text.

use serde::{Deserialize, Serialize};

use crate::Refusal;

/// A language of the portal; Dutch leads.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    #[default]
    Nl,
    Fr,
    En,
}

impl Lang {
    pub const ALL: [Lang; 3] = [Lang::Nl, Lang::Fr, Lang::En];

    /// BCP 47.
    pub const fn code(self) -> &'static str {
        match self {
            Lang::Nl => "nl",
            Lang::Fr => "fr",
            Lang::En => "en",
        }
    }

    pub fn from_code(code: &str) -> Option<Lang> {
        Lang::ALL.into_iter().find(|l| code.get(..2).is_some_and(|c| c.eq_ignore_ascii_case(l.code())))
    }
}

/// Trimmed text of at most `most` characters on one line; empty is allowed.
///
/// Control characters and marks that change the reading direction are refused: in a name they can only mislead.
pub fn line(typed: &str, most: usize) -> Result<String, Refusal> {
    let text = typed.trim();
    if text.chars().count() > most {
        return Err(Refusal::TooLong { most: most as u32 });
    }
    if text.chars().any(|c| c.is_control() || misleads(c)) {
        return Err(Refusal::ControlCharacter);
    }
    Ok(text.to_owned())
}

/// As [`line`], and something must be there.
pub fn required(typed: &str, most: usize) -> Result<String, Refusal> {
    line(typed, most).and_then(|text| if text.is_empty() { Err(Refusal::Required) } else { Ok(text) })
}

/// Text of several lines.
pub fn note(typed: &str, most: usize) -> Result<String, Refusal> {
    let text = typed.trim().replace("\r\n", "\n");
    if text.chars().count() > most {
        return Err(Refusal::TooLong { most: most as u32 });
    }
    if text.chars().any(|c| (c.is_control() && c != '\n' && c != '\t') || misleads(c)) {
        return Err(Refusal::ControlCharacter);
    }
    Ok(text)
}

/// Unicode bidirectional controls (UAX #9) and the byte order mark.
fn misleads(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// An e-mail address in lower case. Only what can never be right is refused; whether it exists, an invitation tells.
pub fn email(typed: &str) -> Result<String, Refusal> {
    let text = required(typed, 254)?.to_lowercase();
    let right = text.split_once('@').is_some_and(|(local, host)| {
        !local.is_empty()
            && host.contains('.')
            && !host.starts_with('.')
            && !host.ends_with('.')
            && !host.contains('@')
            && !text.chars().any(|c| c.is_whitespace() || matches!(c, '<' | '>' | '"' | ',' | ';'))
    });
    if right { Ok(text) } else { Err(Refusal::NotAnEmail) }
}

/// Fewest characters of a password where nothing else guards the account (NIST SP 800-63B-4).
pub const PASSWORD_LEAST: u32 = 15;
/// Most characters: enough for a sentence, little enough to hash.
pub const PASSWORD_MOST: u32 = 256;

/// Length counts and guessable content is refused; there are no rules of composition.
pub fn password(typed: &str, about: &[&str]) -> Result<(), Refusal> {
    let length = typed.chars().count();
    if length < PASSWORD_LEAST as usize {
        return Err(Refusal::PasswordTooShort { least: PASSWORD_LEAST });
    }
    if length > PASSWORD_MOST as usize {
        return Err(Refusal::TooLong { most: PASSWORD_MOST });
    }
    let lower = typed.to_lowercase();
    let distinct = lower.chars().collect::<std::collections::BTreeSet<_>>().len();
    let repeats = (1..=length / 2).any(|period| lower.chars().zip(lower.chars().skip(period)).all(|(a, b)| a == b));
    let own = about
        .iter()
        .any(|word| word.chars().count() >= 4 && lower.replace(&word.to_lowercase(), "").chars().count() < 8);
    if distinct < 5 || repeats || own || runs(&lower) {
        return Err(Refusal::PasswordGuessable);
    }
    Ok(())
}

/// Is most of it a walk over the keyboard or the alphabet?
fn runs(text: &str) -> bool {
    const WALKS: [&str; 6] =
        ["abcdefghijklmnopqrstuvwxyz", "01234567890123456789", "qwertyuiop", "azertyuiop", "asdfghjkl", "qsdfghjklm"];
    let chars: Vec<char> = text.chars().collect();
    let walked = chars
        .windows(3)
        .filter(|w| {
            let part: String = w.iter().collect();
            WALKS.iter().any(|walk| walk.contains(&part))
        })
        .count();
    walked * 2 >= chars.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hostile_text_is_refused_or_kept_as_it_is() {
        assert_eq!(line(" =cmd() <script> ", 40), Ok("=cmd() <script>".into()));
        assert_eq!(line("a\u{202e}b", 40), Err(Refusal::ControlCharacter));
        assert_eq!(line("a\0b", 40), Err(Refusal::ControlCharacter));
        assert_eq!(line("abcdef", 5), Err(Refusal::TooLong { most: 5 }));
        assert_eq!(note("a\r\nb", 5), Ok("a\nb".into()));
    }

    #[test]
    fn passwords_are_long_and_not_guessable() {
        for bad in [
            "korenmolen",
            "aaaaaaaaaaaaaaaaaa",
            "123456789012345678",
            "abcabcabcabcabcabc",
            "azertyuiopqsdfghjklm",
            "an@bakkerij.example1",
        ] {
            assert!(password(bad, &["an@bakkerij.example"]).is_err(), "{bad}");
        }
        for good in ["drie broden op zaterdag", "correct horse battery", "Überraschung-im-Ofen"] {
            assert_eq!(password(good, &["an@bakkerij.example"]), Ok(()), "{good}");
        }
    }

    #[test]
    fn addresses() {
        assert_eq!(email(" An@Bakkerij.Example "), Ok("an@bakkerij.example".into()));
        for bad in ["", "an", "an@", "@b.c", "an@b", "a b@c.de", "an@b@c.de", "an@.de"] {
            assert!(email(bad).is_err(), "{bad}");
        }
    }
}
