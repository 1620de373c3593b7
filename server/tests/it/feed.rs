//! Open pages hear of what changed: whom it concerns, soon, and only while they are signed in.

use std::time::Duration;

use axum::{
    body::{Body, BodyDataStream},
    http::Request,
};
use futures_util::StreamExt;
use tokio::time::timeout;

use crate::support::{AN, Browser, CLAIRE, MIA, SAMIR, TestPortal, quantity};

/// How soon a page must hear of a change.
const SOON: Duration = Duration::from_secs(2);

struct Stream {
    body: BodyDataStream,
    text: String,
}

impl Stream {
    async fn of(browser: &mut Browser) -> Stream {
        let response = browser.open(Request::get("/events").body(Body::empty()).unwrap()).await;
        assert_eq!(response.status(), 200);
        assert_eq!(response.headers()["content-type"], "text/event-stream");
        Stream { body: response.into_body().into_data_stream(), text: String::new() }
    }

    /// The next event's name and data; None at the end of the stream.
    async fn next(&mut self) -> Option<(String, String)> {
        loop {
            if let Some((event, rest)) = self.text.split_once("\n\n") {
                let line =
                    |key: &str| event.lines().find_map(|l| l.strip_prefix(key)).unwrap_or_default().trim().to_owned();
                let found = (line("event:"), line("data:"));
                self.text = rest.to_owned();
                if found.0.is_empty() {
                    continue;
                }
                return Some(found);
            }
            let bytes = self.body.next().await?.expect("the stream is whole");
            self.text += std::str::from_utf8(&bytes).expect("text");
        }
    }

    async fn soon(&mut self) -> Option<(String, String)> {
        timeout(SOON, self.next()).await.expect("an event, or the end, within two seconds")
    }
}

/// The feed runs, and An's stream has heard something from it: from here on nothing is missed.
async fn awake(portal: &TestPortal, an: &mut Browser, stream: &mut Stream) {
    tokio::spawn(server::feed::run(portal.portal.clone()));
    for units in 1..50 {
        an.post("/basket/lines", &[(&quantity(0), &units.to_string())]).await;
        if let Ok(heard) = timeout(Duration::from_millis(800), stream.next()).await {
            assert_eq!(heard.unwrap().0, "basket");
            return;
        }
    }
    panic!("the feed says nothing");
}

async fn until_order(stream: &mut Stream) -> String {
    loop {
        let (name, data) = stream.soon().await.expect("the stream goes on");
        if name == "order" {
            return data;
        }
    }
}

async fn send(an: &mut Browser) -> String {
    let form = an.get("/basket").await.form("/basket/submission").set("go", "send");
    let sent = an.submit("/basket/submission", &form).await;
    assert_eq!(sent.status, 303, "{}", sent.text());
    sent.location()[8..44].to_owned()
}

#[tokio::test]
async fn a_new_order_is_heard_by_the_desk_and_its_customer_and_nobody_else() {
    let portal = TestPortal::open().await;
    let (mut an, mut mia, mut claire) =
        (portal.signed_in(AN).await, portal.signed_in(MIA).await, portal.signed_in(CLAIRE).await);
    let mut samir = portal.signed_in(SAMIR).await;
    let (mut ans, mut mias) = (Stream::of(&mut an).await, Stream::of(&mut mia).await);
    let (mut claires, mut samirs) = (Stream::of(&mut claire).await, Stream::of(&mut samir).await);
    awake(&portal, &mut an, &mut ans).await;
    let id = send(&mut an).await;
    assert_eq!(until_order(&mut mias).await, id, "Mia");
    assert_eq!(until_order(&mut ans).await, id, "An");
    // and what the desk does with it
    mia.post(&format!("/desk/orders/{id}/acceptance"), &[("version", "1")]).await;
    assert_eq!(until_order(&mut ans).await, id, "An hears of the acceptance");
    // Claire hears first of something of her own: everything before it was kept from her
    claire.post("/basket/lines", &[(&quantity(0), "1")]).await;
    let own = store::demo::site_id(1, 0).to_string();
    assert_eq!(claires.soon().await, Some(("basket".into(), own.clone())));
    assert_eq!(samirs.soon().await, Some(("basket".into(), own)));
}

#[tokio::test]
async fn a_stream_ends_with_its_session() {
    let portal = TestPortal::open().await;
    let (mut an, mut mia) = (portal.signed_in(AN).await, portal.signed_in(MIA).await);
    let (mut ans, mut mias) = (Stream::of(&mut an).await, Stream::of(&mut mia).await);
    awake(&portal, &mut an, &mut ans).await;
    mia.post("/sign-out", &[]).await;
    send(&mut an).await;
    assert_eq!(mias.soon().await, None, "nothing is told after signing out");
}

#[tokio::test]
async fn a_stream_ends_with_the_server() {
    let portal = TestPortal::open().await;
    let mut mia = portal.signed_in(MIA).await;
    let mut mias = Stream::of(&mut mia).await;
    portal.portal.stop();
    assert_eq!(mias.soon().await, None);
    // and one that is opened while it stops ends at once
    assert_eq!(Stream::of(&mut mia).await.soon().await, None);
}

/// A page that is open but not used must not keep a session of the staff alive: thirty minutes idle is thirty minutes
/// without anything a person did (TRUST S6).
#[tokio::test]
async fn hearing_of_others_is_not_being_there() {
    let portal = TestPortal::open().await;
    let (mut an, mut mia) = (portal.signed_in(AN).await, portal.signed_in(MIA).await);
    let (mut ans, mut mias) = (Stream::of(&mut an).await, Stream::of(&mut mia).await);
    awake(&portal, &mut an, &mut ans).await;
    portal.db.clock().advance(chrono::Duration::minutes(20));
    send(&mut an).await;
    until_order(&mut mias).await;
    portal.db.clock().advance(chrono::Duration::minutes(20));
    assert!(mia.get("/desk").await.location().starts_with("/sign-in"), "Mia left her desk forty minutes ago");
}
