//! Looks at everything that should be right, and says what is not.

use std::path::Path;

use serde::Serialize;

use crate::config::Config;

/// One thing that was looked at.
#[derive(Clone, Debug, Serialize)]
pub struct Finding {
    pub what: &'static str,
    pub ok: bool,
    /// What it is, and what to do where it is not right.
    pub says: String,
}

/// Every finding; the portal is healthy when all are `ok`.
pub async fn examine(config: &Config) -> Vec<Finding> {
    let mut findings = vec![writable(&config.data), tls(config)];
    let db = match store::Db::open(&config.database_url, store::Clock::System).await {
        Ok(db) => db,
        Err(error) => {
            findings.push(Finding { what: "database", ok: false, says: format!("cannot be opened: {error}") });
            return findings;
        }
    };
    let kind = if db.is_sqlite() { "SQLite" } else { "PostgreSQL" };
    findings.push(match db.check().await {
        Ok(()) => Finding { what: "database", ok: true, says: format!("{kind}, sound") },
        Err(error) => {
            Finding { what: "database", ok: false, says: format!("{kind}: {error}; restore the last backup") }
        }
    });
    findings.push(match db.pending_migrations().await {
        Ok(pending) if pending.is_empty() => Finding { what: "schema", ok: true, says: "up to date".into() },
        Ok(pending) => {
            Finding { what: "schema", ok: false, says: format!("run `toonbank migrate`: {}", pending.join(", ")) }
        }
        Err(error) => Finding { what: "schema", ok: false, says: error.to_string() },
    });
    findings.push(match store::distributor::get(&db).await {
        Ok(Some(distributor)) => Finding { what: "set-up", ok: true, says: distributor.name },
        Ok(None) => Finding {
            what: "set-up",
            ok: false,
            says: "nobody has set the portal up: run `toonbank serve` and open the link it prints".into(),
        },
        Err(error) => Finding { what: "set-up", ok: false, says: error.to_string() },
    });
    if db.is_sqlite() {
        findings.push(backups(&config.data, db.now()));
    }
    db.close().await;
    findings
}

fn writable(data: &Path) -> Finding {
    let probe = data.join(".doctor");
    let result = std::fs::write(&probe, b"probe").and_then(|()| std::fs::remove_file(&probe));
    match result {
        Ok(()) => Finding { what: "data folder", ok: true, says: data.display().to_string() },
        Err(error) => Finding { what: "data folder", ok: false, says: format!("{}: {error}", data.display()) },
    }
}

fn tls(config: &Config) -> Finding {
    let url = config.base_url.clone().unwrap_or_else(|| format!("http://{}", config.listen));
    let ok = url.starts_with("https://") || config.listen.ip().is_loopback() && config.base_url.is_none();
    let says =
        if ok { url } else { format!("{url}: people sign in over plain http; set base_url to an https address") };
    Finding { what: "address", ok, says }
}

fn backups(data: &Path, now: chrono::DateTime<chrono::Utc>) -> Finding {
    let last = std::fs::read_dir(data.join("backups"))
        .into_iter()
        .flatten()
        .filter_map(|entry| entry.ok()?.metadata().ok()?.modified().ok())
        .max()
        .map(chrono::DateTime::<chrono::Utc>::from);
    match last {
        Some(at) if now - at < chrono::Duration::days(2) => {
            Finding { what: "backup", ok: true, says: format!("last {}", at.format("%Y-%m-%d %H:%M UTC")) }
        }
        Some(at) => Finding {
            what: "backup",
            ok: false,
            says: format!("the last is of {}; run `toonbank backup` daily", at.format("%Y-%m-%d")),
        },
        None => Finding { what: "backup", ok: false, says: "there is none; run `toonbank backup` daily".into() },
    }
}
