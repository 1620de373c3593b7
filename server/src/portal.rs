//! What every handler is given.

use std::{sync::Arc, time::Duration};

use store::{Db, distributor::Distributor};
use tokio::sync::{RwLock, watch};

use crate::{feed::Feed, uploads::Uploads};

/// The state of the server; cheap to clone.
#[derive(Clone)]
pub struct Portal {
    pub db: Db,
    pub feed: Feed,
    pub settings: Arc<Settings>,
    pub uploads: Uploads,
    distributor: Arc<RwLock<Option<Distributor>>>,
    stop: watch::Sender<bool>,
}

/// What the operator decides.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Where people reach the portal, without a slash at the end; links are made from it and never from a request.
    pub base_url: String,
    /// Is `X-Forwarded-For` to be believed? Only behind a proxy that sets it.
    pub behind_proxy: bool,
}

impl Settings {
    /// Cookies are marked for TLS where people come by TLS.
    pub fn secure(&self) -> bool {
        self.base_url.starts_with("https://")
    }
}

impl Portal {
    pub async fn new(db: Db, settings: Settings) -> store::Result<Portal> {
        let distributor = store::distributor::get(&db).await?;
        Ok(Portal {
            feed: Feed::new(),
            settings: Arc::new(settings),
            uploads: Uploads::default(),
            distributor: Arc::new(RwLock::new(distributor)),
            stop: watch::Sender::new(false),
            db,
        })
    }

    /// The distributor; one that was never set up yet has the defaults. It changes only when it is set up.
    pub async fn distributor(&self) -> store::Result<Distributor> {
        if let Some(known) = self.distributor.read().await.clone() {
            return Ok(known);
        }
        let found = store::distributor::get(&self.db).await?;
        *self.distributor.write().await = found.clone();
        Ok(found.unwrap_or_else(|| Distributor::unpacked("Toonbank")))
    }

    /// What is known of the distributor is read anew: it has just been set up.
    pub async fn forget_distributor(&self) {
        *self.distributor.write().await = None;
    }

    /// Begins to end: open event streams close.
    pub fn stop(&self) {
        self.stop.send_replace(true);
    }

    pub fn stopping(&self) -> watch::Receiver<bool> {
        self.stop.subscribe()
    }
}

/// Longest a shutdown may take.
pub const SHUTDOWN: Duration = Duration::from_secs(4);
