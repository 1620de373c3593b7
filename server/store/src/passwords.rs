//! Password hashes: argon2id with 19 MiB, two passes, one lane (OWASP), and never more than two at a time, so that a
//! storm of sign-ins costs neither the memory nor the processors of those who order.

use std::cell::RefCell;

use argon2::{
    Algorithm, Argon2, Block, Params, PasswordHash, PasswordHasher, Version,
    password_hash::{self, phc::Output},
};
use tokio::sync::Semaphore;

use crate::{Error, Result};

static AT_MOST_TWO: Semaphore = Semaphore::const_new(2);

fn argon2() -> Argon2<'static> {
    let params = Params::new(19_456, 2, 1, None).expect("these parameters are within argon2's bounds");
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
}

/// What is checked against when there is no such account, so that unknown and wrong take the same time: a hash as ours
/// are, of a password that nobody can sign in with.
const NOBODY: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$QVkeoUnU/jHJ2rl/G3xg4Q$xWE5N4Av3y9RFvHQbCGVAVqUHzJ14Mnhyys8HS/AVEQ";

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
        let right = is_right(&password, stored.as_deref().unwrap_or(NOBODY));
        Ok(right.map_err(|e| Error::Stored(format!("password hash: {e}")))? && stored.is_some())
    })
    .await
    .map_err(|e| Error::Stored(e.to_string()))?
}

thread_local! {
    /// The memory a verification works in, kept until tokio ends the idle thread (ten seconds). The allocator would
    /// return 19 MiB to the system after each one, and having them mapped anew costs half a hash more.
    static MEMORY: RefCell<Vec<Block>> = const { RefCell::new(Vec::new()) };
}

/// As argon2's own `verify_password`, in memory that is kept. The comparison takes the same time for every answer.
fn is_right(password: &str, stored: &str) -> password_hash::Result<bool> {
    let stored = PasswordHash::new(stored)?;
    let (Some(salt), Some(expected)) = (&stored.salt, &stored.hash) else { return Ok(false) };
    let algorithm = Algorithm::try_from(stored.algorithm.as_str())?;
    let version = stored.version.map(Version::try_from).transpose()?.unwrap_or_default();
    let params = Params::try_from(&stored)?;
    MEMORY.with_borrow_mut(|memory| {
        memory.resize(std::cmp::max(memory.len(), params.block_count()), Block::new());
        let mut buffer = [0; Output::MAX_LENGTH];
        let out = buffer.get_mut(..expected.len()).ok_or(password_hash::Error::OutputSize)?;
        Argon2::new(algorithm, version, params).hash_password_into_with_memory(
            password.as_bytes(),
            salt,
            out,
            memory,
        )?;
        Ok(Output::new(out)? == *expected)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_as_strong_as_everybody() {
        let [nobody, ours] = [NOBODY, &hash_now("brood op de plank").expect("hashes")]
            .map(|hash| PasswordHash::new(hash).expect("is a hash"));
        assert_eq!((nobody.algorithm, nobody.version, nobody.params), (ours.algorithm, ours.version, ours.params));
        assert_eq!(nobody.hash.map(|h| h.len()), ours.hash.map(|h| h.len()));
    }

    #[test]
    fn the_kept_memory_tells_right_from_wrong_again_and_again() {
        let [bread, flour] = ["brood op de plank", "bloem in de zak"].map(|p| hash_now(p).expect("hashes"));
        for _ in 0..3 {
            assert_eq!(is_right("brood op de plank", &bread), Ok(true));
            assert_eq!(is_right("brood op de plank", &flour), Ok(false));
            assert_eq!(is_right("", &bread), Ok(false));
            assert!(is_right("brood op de plank", "no hash").is_err());
        }
        // a test vector of the reference implementation, so that stored hashes outlive the library
        let reference = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
        assert_eq!(is_right("password", reference), Ok(true));
        assert_eq!(is_right("brood op de plank", &bread), Ok(true));
    }
}
