//! Files that were checked and wait for somebody to say that they are to be imported. They wait in memory, for an hour
//! at most, and for nobody but who sent them: a restart forgets them, and then the file is sent again.

use std::sync::{Arc, Mutex, PoisonError};

use chrono::{DateTime, Duration, Utc};
use domain::UserId;
use store::{
    clock::{Token, new_token},
    import::{Kind, Report},
};

/// A file, and what came or would come of it.
#[derive(Clone, Debug)]
pub struct Waiting {
    pub user: UserId,
    pub kind: Kind,
    pub name: String,
    /// Empty once it has been imported.
    pub bytes: Vec<u8>,
    pub report: Report,
    pub until: DateTime<Utc>,
}

/// A file under the hash of the token that finds it.
type Known = (String, Arc<Waiting>);

/// The files that wait. Cheap to clone.
#[derive(Clone, Default)]
pub struct Uploads {
    waiting: Arc<Mutex<Vec<Known>>>,
    /// Held while a file is read: one at a time is enough for memory and for who orders meanwhile.
    pub turn: Arc<tokio::sync::Mutex<()>>,
}

impl Uploads {
    /// How many files wait at most; the oldest makes room. One person has one.
    const MOST: usize = 4;

    pub fn lifetime() -> Duration {
        Duration::hours(1)
    }

    /// Keeps a file until it is `until`, and gives the token that finds it.
    pub fn keep(&self, now: DateTime<Utc>, file: Waiting) -> Token {
        let token = new_token();
        self.with(now, |waiting| {
            waiting.retain(|(_, other)| other.user != file.user);
            if waiting.len() >= Uploads::MOST {
                waiting.remove(0);
            }
            waiting.push((token.hash(), Arc::new(file)));
        });
        token
    }

    /// The file of this person.
    pub fn find(&self, now: DateTime<Utc>, token: &str, user: UserId) -> Option<Arc<Waiting>> {
        let hash = Token::hash_of(token);
        self.with(now, |waiting| {
            waiting.iter().find(|(known, file)| *known == hash && file.user == user).map(|(_, file)| file.clone())
        })
    }

    /// What came of it takes the place of the file.
    pub fn settle(&self, now: DateTime<Utc>, token: &str, report: Report) {
        let hash = Token::hash_of(token);
        self.with(now, |waiting| {
            if let Some((_, file)) = waiting.iter_mut().find(|(known, _)| *known == hash) {
                let bytes = if report.saved { Vec::new() } else { file.bytes.clone() };
                *file = Arc::new(Waiting { report, bytes, name: file.name.clone(), ..**file });
            }
        });
    }

    /// Forgets what has waited too long.
    pub fn sweep(&self, now: DateTime<Utc>) {
        self.with(now, |_| ());
    }

    fn with<T>(&self, now: DateTime<Utc>, work: impl FnOnce(&mut Vec<Known>) -> T) -> T {
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        waiting.retain(|(_, file)| file.until > now);
        work(&mut waiting)
    }
}
