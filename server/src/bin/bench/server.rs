//! The server under the yardstick: a process of its own, and connections to it.

use std::{
    path::Path,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use store::demo;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt, BufReader},
    net::TcpStream,
};

use crate::Any;

/// A line of `/proc/PID/status`, in MiB; 0 for a process that has gone.
pub fn memory(process: u32, line: &str) -> f64 {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let kib = status.lines().find_map(|l| l.strip_prefix(line)?.trim().trim_end_matches(" kB").parse::<f64>().ok());
    kib.unwrap_or(0.0) / 1024.0
}

/// The server as a process of its own; stopped when dropped.
pub struct Server {
    child: Child,
    pub address: String,
}

impl Server {
    /// With SQLite in `data` where no other database is named.
    pub async fn start(
        binary: &Path,
        command: &str,
        data: &Path,
        database: Option<&str>,
    ) -> Result<(Server, Duration), Any> {
        let port = std::net::TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let address = format!("127.0.0.1:{port}");
        let began = Instant::now();
        let child = Command::new(binary)
            .args([command, "--listen", &address, "--log", "warn", "--data"])
            .arg(data)
            .env_remove("DATABASE_URL")
            .envs(database.map(|url| ("DATABASE_URL", url)))
            .stdout(Stdio::null())
            .stderr(Stdio::inherit())
            .spawn()?;
        let server = Server { child, address };
        loop {
            if let Ok(mut client) = Client::connect(&server.address, "").await
                && let Ok(answer) = client.get("/readyz").await
                && answer.status == 200
            {
                return Ok((server, began.elapsed()));
            }
            if began.elapsed() > Duration::from_secs(60) {
                return Err("the server did not become ready".into());
            }
            tokio::time::sleep(Duration::from_micros(500)).await;
        }
    }

    /// Processor time used so far, in milliseconds (ticks of ten).
    pub fn cpu(&self) -> f64 {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", self.child.id())).unwrap_or_default();
        let fields: Vec<&str> = stat.rsplit(')').next().unwrap_or_default().split_whitespace().collect();
        let ticks = |at: usize| fields.get(at).and_then(|f| f.parse::<f64>().ok()).unwrap_or(0.0);
        (ticks(11) + ticks(12)) * 10.0
    }

    pub fn memory(&self, line: &str) -> f64 {
        memory(self.child.id(), line)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

pub struct Answer {
    pub status: u16,
    pub head: String,
    pub body: Vec<u8>,
}

impl Answer {
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

/// One connection, kept alive.
pub struct Client {
    stream: BufReader<TcpStream>,
    address: String,
    cookie: String,
}

impl Client {
    pub async fn connect(address: &str, cookie: &str) -> Result<Client, Any> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        Ok(Client {
            stream: BufReader::with_capacity(256 * 1024, stream),
            address: address.to_owned(),
            cookie: cookie.to_owned(),
        })
    }

    pub async fn get(&mut self, path: &str) -> Result<Answer, Any> {
        self.send(&format!("GET {path} HTTP/1.1\r\nHost: {}\r\nCookie: {}\r\n\r\n", self.address, self.cookie)).await
    }

    pub async fn get_brotli(&mut self, path: &str) -> Result<Answer, Any> {
        let (address, cookie) = (&self.address, &self.cookie);
        self.send(&format!("GET {path} HTTP/1.1\r\nHost: {address}\r\nCookie: {cookie}\r\nAccept-Encoding: br\r\n\r\n"))
            .await
    }

    pub async fn post(&mut self, path: &str, form: &str) -> Result<Answer, Any> {
        let (address, cookie, length) = (&self.address, &self.cookie, form.len());
        self.send(&format!(
            "POST {path} HTTP/1.1\r\nHost: {address}\r\nCookie: {cookie}\r\nSec-Fetch-Site: same-origin\r\nAccept: application/json\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {length}\r\n\r\n{form}"
        ))
        .await
    }

    pub async fn send(&mut self, request: &str) -> Result<Answer, Any> {
        self.stream.get_mut().write_all(request.as_bytes()).await?;
        let mut head = Vec::new();
        while !head.ends_with(b"\r\n\r\n") {
            head.push(self.stream.read_u8().await?);
        }
        let head = String::from_utf8_lossy(&head).to_lowercase();
        let status = head.split(' ').nth(1).and_then(|s| s.parse().ok()).unwrap_or(0);
        let length = head.lines().find_map(|l| l.strip_prefix("content-length: ")?.parse::<usize>().ok());
        let mut body = Vec::new();
        match length {
            Some(length) => {
                body.resize(length, 0);
                self.stream.read_exact(&mut body).await?;
            }
            None => loop {
                let mut size = Vec::new();
                while !size.ends_with(b"\r\n") {
                    size.push(self.stream.read_u8().await?);
                }
                let size = usize::from_str_radix(String::from_utf8_lossy(&size).trim(), 16)?;
                let at = body.len();
                body.resize(at + size + 2, 0);
                self.stream.read_exact(&mut body[at..]).await?;
                body.truncate(at + size);
                if size == 0 {
                    break;
                }
            },
        }
        Ok(Answer { status, head, body })
    }
}

pub async fn sign_in(address: &str, email: &str) -> Result<String, Any> {
    let mut client = Client::connect(address, "").await?;
    let answer =
        client.post("/sign-in", &format!("email={email}&password={}", demo::PASSWORD.replace(' ', "+"))).await?;
    let cookie = answer.head.lines().find_map(|l| l.strip_prefix("set-cookie: ")).ok_or("not signed in")?;
    Ok(cookie.split(';').next().unwrap_or_default().to_owned())
}

/// Milliseconds of the server's processor time per page, one after the other: the middle of five rounds, as a shared
/// machine is not equally fast in any two seconds.
pub async fn cpu_per_page(server: &Server, cookie: &str, path: &str, count: u32) -> Result<f64, Any> {
    let mut client = Client::connect(&server.address, cookie).await?;
    for _ in 0..20 {
        expect(client.get(path).await?, 200, path)?;
    }
    let mut rounds = Vec::new();
    for _ in 0..5 {
        let before = server.cpu();
        for _ in 0..count {
            expect(client.get(path).await?, 200, path)?;
        }
        rounds.push((server.cpu() - before) / f64::from(count));
    }
    Ok(middle(rounds))
}

pub fn middle(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures.get(figures.len() / 2).copied().unwrap_or_default()
}

pub fn expect(answer: Answer, status: u16, what: &str) -> Result<Answer, Any> {
    if answer.status == status {
        Ok(answer)
    } else {
        Err(format!("{what}: {} {}", answer.status, answer.text()).into())
    }
}

/// Pages a second at so many connections, for two seconds, and milliseconds of processor time for each.
pub async fn per_second(server: &Server, cookie: &str, path: &str, connections: usize) -> Result<(f64, f64), Any> {
    let before = server.cpu();
    let until = Instant::now() + Duration::from_secs(2);
    let began = Instant::now();
    let mut tasks = Vec::new();
    for _ in 0..connections {
        let (address, cookie, path) = (server.address.clone(), cookie.to_owned(), path.to_owned());
        tasks.push(tokio::spawn(async move {
            let mut client = Client::connect(&address, &cookie).await?;
            let mut count = 0u32;
            while Instant::now() < until {
                expect(client.get(&path).await?, 200, &path)?;
                count += 1;
            }
            Ok::<_, Any>(count)
        }));
    }
    let mut total = 0;
    for task in tasks {
        total += task.await??;
    }
    let pages = f64::from(total);
    Ok((pages / began.elapsed().as_secs_f64(), (server.cpu() - before) / pages))
}
