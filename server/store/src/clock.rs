//! The one place that reads the clock, makes ids and makes secrets.

use std::sync::{Arc, Mutex};

use chrono::{DateTime, Duration, Utc};
use uuid::Uuid;

/// What time it is. A test's clock stands still until it is advanced.
#[derive(Clone, Debug, Default)]
pub enum Clock {
    #[default]
    System,
    Still(Arc<Mutex<DateTime<Utc>>>),
}

impl Clock {
    pub fn still_at(at: DateTime<Utc>) -> Clock {
        Clock::Still(Arc::new(Mutex::new(at)))
    }

    #[expect(clippy::disallowed_methods, reason = "the one place")]
    pub fn now(&self) -> DateTime<Utc> {
        match self {
            Clock::System => Utc::now(),
            Clock::Still(at) => *at.lock().unwrap_or_else(|poisoned| poisoned.into_inner()),
        }
    }

    /// Moves a still clock; the system's cannot be moved.
    pub fn advance(&self, by: Duration) {
        if let Clock::Still(at) = self {
            *at.lock().unwrap_or_else(|poisoned| poisoned.into_inner()) += by;
        }
    }
}

/// A new identity: UUID version 7, so that rows that were made together lie together.
#[expect(clippy::disallowed_methods, reason = "the one place")]
pub fn new_id() -> Uuid {
    Uuid::now_v7()
}

/// 256 random bits as text, and what is stored of it.
pub fn new_token() -> Token {
    let mut bytes = [0u8; 32];
    getrandom::fill(&mut bytes).expect("the operating system gives random bytes");
    Token(hex(&bytes))
}

/// A secret that is shown once and stored only as its hash.
pub struct Token(pub String);

impl Token {
    /// The stored form of a token that came back: hexadecimal SHA-256. A token has 256 bits, so no salt is needed.
    pub fn hash_of(token: &str) -> String {
        use sha2::Digest;
        hex(&sha2::Sha256::digest(token.as_bytes()))
    }

    pub fn hash(&self) -> String {
        Token::hash_of(&self.0)
    }
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
