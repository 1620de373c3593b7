//! Listening, and ending well.

use std::{net::SocketAddr, time::Duration};

use axum::serve::ListenerExt;
use tokio::net::TcpListener;

use crate::{Portal, feed, portal::SHUTDOWN, router};

/// Takes connections until `stop` resolves; then answers what is under way, closes event streams, and is done within
/// five seconds.
pub async fn serve(
    portal: Portal,
    listener: TcpListener,
    stop: impl Future<Output = ()> + Send + 'static,
) -> std::io::Result<()> {
    let feed = tokio::spawn(feed::run(portal.clone()));
    let sweeping = tokio::spawn(sweep_daily(portal.clone()));
    let noting = tokio::spawn(note_who_saw(portal.clone()));
    let app = router(portal.clone()).into_make_service_with_connect_info::<SocketAddr>();
    // without TCP_NODELAY a page in two parts waits 40 ms (Nagle against delayed acknowledgement)
    let listener = listener.tap_io(|io| {
        let _ = io.set_nodelay(true);
    });
    let mut stopping = portal.stopping();
    let told = portal.clone();
    let serving = axum::serve(listener, app).with_graceful_shutdown(async move {
        stop.await;
        tracing::info!("stopping");
        told.stop();
    });
    let late = async move {
        let _ = stopping.wait_for(|stop| *stop).await;
        tokio::time::sleep(SHUTDOWN).await;
    };
    let ended = tokio::select! {
        ended = serving => ended,
        () = late => {
            tracing::warn!("connections were still open after {SHUTDOWN:?}");
            Ok(())
        }
    };
    portal.stop();
    let _ = feed.await;
    let _ = sweeping.await;
    let _ = noting.await;
    portal.db.close().await;
    ended
}

/// Once after the start and then once a day, until the portal stops.
async fn sweep_daily(portal: Portal) {
    const DAY: Duration = Duration::from_secs(24 * 3600);
    let mut stopping = portal.stopping();
    let mut wait = Duration::from_secs(60);
    loop {
        tokio::select! {
            _ = stopping.wait_for(|stop| *stop) => return,
            () = tokio::time::sleep(wait) => {}
        }
        if let Err(error) = store::sweep(&portal.db).await {
            tracing::warn!(%error, "what has ended could not be taken away");
        }
        // it may take a second of work: who stops the portal does not wait for it
        let worked_out = tokio::select! {
            _ = stopping.wait_for(|stop| *stop) => return,
            worked_out = store::suggestions::renew_when_due(&portal.db) => worked_out,
        };
        match worked_out {
            Ok(Some(pairs)) => tracing::info!(pairs, "what goes together is worked out"),
            Ok(None) => {}
            Err(error) => tracing::warn!(%error, "what goes together could not be worked out"),
        }
        wait = DAY;
    }
}

/// Who saw which announcement is written once a minute, and when the portal stops.
async fn note_who_saw(portal: Portal) {
    const MINUTE: Duration = Duration::from_secs(60);
    let mut stopping = portal.stopping();
    loop {
        let stop = tokio::select! {
            _ = stopping.wait_for(|stop| *stop) => true,
            () = tokio::time::sleep(MINUTE) => false,
        };
        if let Err(error) = store::announcements::write_seen(&portal.db).await {
            tracing::warn!(%error, "who saw what could not be written");
        }
        if stop {
            return;
        }
    }
}

/// SIGTERM or Ctrl-C.
pub async fn signalled() {
    let interrupt = tokio::signal::ctrl_c();
    let Ok(mut terminate) = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) else {
        let _ = interrupt.await;
        return;
    };
    tokio::select! {
        _ = interrupt => {}
        _ = terminate.recv() => {}
    }
}
