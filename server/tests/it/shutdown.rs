//! Ending well: with open streams, and with people in the middle of something.

use std::{net::SocketAddr, time::Duration};

use store::demo;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    sync::oneshot,
    task::JoinHandle,
    time::{Instant, timeout},
};

use crate::support::{AN, MIA, TestPortal, encoded};

/// Longest a shutdown may take.
const FIVE_SECONDS: Duration = Duration::from_secs(5);

async fn served(portal: &TestPortal) -> (SocketAddr, oneshot::Sender<()>, JoinHandle<std::io::Result<()>>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let (stop, stopped) = oneshot::channel();
    let serving = tokio::spawn(server::serve::serve(portal.portal.clone(), listener, async move {
        let _ = stopped.await;
    }));
    (address, stop, serving)
}

/// Reads until `end` has been seen.
async fn read_to(stream: &mut TcpStream, end: &str) -> String {
    let mut text = String::new();
    let mut buffer = [0; 4096];
    while !text.contains(end) {
        let count = timeout(FIVE_SECONDS, stream.read(&mut buffer)).await.expect("an answer").unwrap();
        assert_ne!(count, 0, "the connection ended early: {text}");
        text += &String::from_utf8_lossy(&buffer[..count]);
    }
    text
}

#[tokio::test]
async fn twenty_open_streams_do_not_hold_it_up() {
    let portal = TestPortal::open().await;
    let mia = portal.signed_in(MIA).await;
    let (address, stop, serving) = served(&portal).await;
    let mut streams = Vec::new();
    for _ in 0..20 {
        let mut stream = TcpStream::connect(address).await.unwrap();
        let request =
            format!("GET /events HTTP/1.1\r\nHost: portal.test\r\nCookie: toonbank={}\r\n\r\n", mia.token().unwrap());
        stream.write_all(request.as_bytes()).await.unwrap();
        let head = read_to(&mut stream, "\r\n\r\n").await;
        assert!(head.starts_with("HTTP/1.1 200") && head.contains("text/event-stream"), "{head}");
        streams.push(stream);
    }
    let began = Instant::now();
    stop.send(()).unwrap();
    timeout(FIVE_SECONDS, serving).await.expect("within five seconds").unwrap().unwrap();
    // streams are ended, not waited for
    assert!(began.elapsed() < Duration::from_secs(3), "{:?}", began.elapsed());
    for mut stream in streams {
        let mut rest = Vec::new();
        timeout(FIVE_SECONDS, stream.read_to_end(&mut rest)).await.expect("the stream ended").unwrap();
        assert!(rest.ends_with(b"0\r\n\r\n"), "it ended as a whole answer does");
    }
}

#[tokio::test]
async fn what_is_under_way_is_answered() {
    let portal = TestPortal::open().await;
    let (address, stop, serving) = served(&portal).await;
    let body = encoded(&[("email", AN), ("password", demo::PASSWORD), ("next", "")]);
    let head = format!(
        "POST /sign-in HTTP/1.1\r\nHost: portal.test\r\nSec-Fetch-Site: same-origin\r\nExpect: 100-continue\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n",
        body.len()
    );
    let mut stream = TcpStream::connect(address).await.unwrap();
    stream.write_all(head.as_bytes()).await.unwrap();
    // the handler is reading the form now
    read_to(&mut stream, "100 Continue\r\n\r\n").await;
    stop.send(()).unwrap();
    portal.portal.stopping().wait_for(|stopping| *stopping).await.unwrap();
    stream.write_all(body.as_bytes()).await.unwrap();
    let answer = read_to(&mut stream, "\r\n\r\n").await;
    assert!(answer.starts_with("HTTP/1.1 303") && answer.contains("set-cookie: toonbank="), "{answer}");
    drop(stream);
    timeout(FIVE_SECONDS, serving).await.expect("within five seconds").unwrap().unwrap();
}

#[tokio::test]
async fn one_who_never_finishes_does_not_hold_it_up() {
    let portal = TestPortal::open().await;
    let (address, stop, serving) = served(&portal).await;
    let mut slow = TcpStream::connect(address).await.unwrap();
    let head = "POST /sign-in HTTP/1.1\r\nHost: portal.test\r\nSec-Fetch-Site: same-origin\r\nExpect: 100-continue\r\n\
                Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\n";
    slow.write_all(head.as_bytes()).await.unwrap();
    read_to(&mut slow, "100 Continue\r\n\r\n").await;
    stop.send(()).unwrap();
    timeout(FIVE_SECONDS, serving).await.expect("within five seconds").unwrap().unwrap();
}

#[tokio::test]
async fn it_is_alive_but_not_ready_while_it_stops() {
    let portal = TestPortal::open().await;
    let mut nobody = portal.browser();
    assert_eq!(nobody.get("/readyz").await.status, 200);
    portal.portal.stop();
    let answer = nobody.get("/readyz").await;
    assert_eq!((answer.status.as_u16(), answer.body.as_str()), (503, "stopping"));
    assert_eq!(nobody.get("/livez").await.status, 200);
}
