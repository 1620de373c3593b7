//! Password hashes: argon2id with 19 MiB, two passes, one lane (OWASP), and never more than two at a time, so that a
//! storm of sign-ins costs neither the memory nor the processors of those who order.

use std::sync::LazyLock;

use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version};
use tokio::sync::Semaphore;

use crate::{Error, Result};

static AT_MOST_TWO: Semaphore = Semaphore::const_new(2);

fn argon2() -> Argon2<'static> {
    let params = Params::new(19_456, 2, 1, None).expect("these parameters are within argon2's bounds");
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
}

/// What is checked against when there is no such account, so that unknown and wrong take the same time.
static NOBODY: LazyLock<String> = LazyLock::new(|| hash_now("nobody has this password").unwrap_or_default());

fn hash_now(password: &str) -> Result<String> {
    argon2().hash_password(password.as_bytes()).map(|h| h.to_string()).map_err(|e| Error::Stored(e.to_string()))
}

/// The hash of a new password, as a PHC string.
pub async fn hash(password: String) -> Result<String> {
    let _permit = AT_MOST_TWO.acquire().await.map_err(|e| Error::Stored(e.to_string()))?;
    tokio::task::spawn_blocking(move || hash_now(&password)).await.map_err(|e| Error::Stored(e.to_string()))?
}

/// Is it the right one? Without a stored hash the answer is no, after the same work.
pub async fn verify(password: String, stored: Option<String>) -> Result<bool> {
    let _permit = AT_MOST_TWO.acquire().await.map_err(|e| Error::Stored(e.to_string()))?;
    tokio::task::spawn_blocking(move || {
        let known = stored.is_some();
        let stored = stored.unwrap_or_else(|| NOBODY.clone());
        let hash = argon2::PasswordHash::new(&stored).map_err(|e| Error::Stored(e.to_string()))?;
        Ok(argon2().verify_password(password.as_bytes(), &hash).is_ok() && known)
    })
    .await
    .map_err(|e| Error::Stored(e.to_string()))?
}

/// Makes the first refusal as slow as the second; called once at the start.
pub async fn warm_up() {
    let _ = tokio::task::spawn_blocking(|| LazyLock::force(&NOBODY).len()).await;
}
