//! Tells open pages that something changed. It reads the outbox, so it hears of what other processes do as well.

use std::{collections::VecDeque, time::Duration};

use axum::{
    extract::State,
    response::{IntoResponse, Response, Sse, sse::Event},
};
use futures_util::StreamExt;
use store::outbox::{self, Notice};
use tokio::sync::broadcast;
use tokio_stream::wrappers::BroadcastStream;

use crate::{Portal, session::Signed};

/// How long a change by another process may go unnoticed; one's own is told at once.
const LOOK_EVERY: Duration = Duration::from_millis(700);
/// Two transactions may commit in the other order than they took their numbers: so far back is looked again.
const OVERLAP: i64 = 100;

/// The broadcast to open pages.
#[derive(Clone)]
pub struct Feed(broadcast::Sender<Notice>);

impl Default for Feed {
    fn default() -> Feed {
        Feed::new()
    }
}

impl Feed {
    pub fn new() -> Feed {
        Feed(broadcast::Sender::new(256))
    }
}

/// Runs until the portal stops.
pub async fn run(portal: Portal) {
    let mut stopping = portal.stopping();
    let mut last = loop {
        match outbox::last(&portal.db).await {
            Ok(last) => break last,
            Err(error) => {
                tracing::warn!(%error, "the outbox cannot be read");
                tokio::select! {
                    _ = stopping.wait_for(|stop| *stop) => return,
                    () = tokio::time::sleep(LOOK_EVERY) => {}
                }
            }
        }
    };
    let mut told: VecDeque<i64> = (last - OVERLAP..=last).collect();
    loop {
        tokio::select! {
            _ = stopping.wait_for(|stop| *stop) => return,
            () = portal.db.changed() => {}
            () = tokio::time::sleep(LOOK_EVERY) => {}
        }
        match outbox::after(&portal.db, last - OVERLAP, 500).await {
            Ok(notices) => {
                for notice in notices {
                    if !told.contains(&notice.id) {
                        told.push_back(notice.id);
                        last = last.max(notice.id);
                        // nobody listening is no trouble
                        let _ = portal.feed.0.send(notice);
                    }
                }
                while told.len() > 4 * OVERLAP as usize {
                    told.pop_front();
                }
            }
            Err(error) => tracing::warn!(%error, "the outbox cannot be read"),
        }
    }
}

/// `GET /events`: names of what changed, for the pages of this actor; nothing else is in it. The stream ends with the
/// session and with the server.
pub async fn events(State(portal): State<Portal>, signed: Signed) -> Response {
    let mut stopping = portal.stopping();
    let db = portal.db.clone();
    let stream = BroadcastStream::new(portal.feed.0.subscribe())
        .filter_map(move |notice| {
            let (db, token) = (db.clone(), signed.token.clone());
            // what is none of his business costs nothing: the counter of a session changes only with its token
            let none_of_his = matches!(&notice, Ok(notice) if !notice.concerns(&signed.actor));
            async move {
                if none_of_his {
                    return None;
                }
                let actor = match store::sessions::listener(&db, &token).await {
                    Ok(Some(session)) => session.actor,
                    _ => return Some(None),
                };
                match notice {
                    Ok(notice) if notice.concerns(&actor) => {
                        Some(Some(Event::default().event(notice.topic.key()).data(notice.subject.to_string())))
                    }
                    Ok(_) => None,
                    // too slow to hear all of it: look at everything once
                    Err(_) => Some(Some(Event::default().event("missed").data(""))),
                }
            }
        })
        .take_while(|event| std::future::ready(event.is_some()))
        .filter_map(|event| std::future::ready(event.map(Ok::<_, std::convert::Infallible>)))
        .take_until(async move {
            let _ = stopping.wait_for(|stop| *stop).await;
        });
    Sse::new(stream).keep_alive(axum::response::sse::KeepAlive::new().interval(Duration::from_secs(15))).into_response()
}
