//! What the operator says: flags, then `TOONBANK_*` variables, then `toonbank.toml` in the data folder (or the file of
//! `--config`), then defaults. Each error names the setting.

use std::{net::SocketAddr, path::PathBuf};

use clap::Args;
use serde::Deserialize;

/// The settings that several commands share.
#[derive(Args, Clone, Debug, Default)]
pub struct Flags {
    /// Folder that holds all state: the SQLite file, backups, toonbank.toml
    #[arg(long, env = "TOONBANK_DATA", global = true)]
    pub data: Option<PathBuf>,
    /// Database instead of the SQLite file in the data folder: postgres://user@host/name
    #[arg(long, env = "DATABASE_URL", global = true, hide_env_values = true)]
    pub database_url: Option<String>,
    /// Address to listen on [default: 127.0.0.1:3100]
    #[arg(long, env = "TOONBANK_LISTEN", global = true)]
    pub listen: Option<String>,
    /// Where people reach the portal, as in https://bestellen.example.be [default: http://LISTEN]
    #[arg(long, env = "TOONBANK_BASE_URL", global = true)]
    pub base_url: Option<String>,
    /// Believe X-Forwarded-For: only behind a proxy that sets it
    #[arg(long, env = "TOONBANK_BEHIND_PROXY", global = true)]
    pub behind_proxy: bool,
    /// What is logged, as in "info" or "warn,server=debug" [default: info]
    #[arg(long, env = "TOONBANK_LOG", global = true)]
    pub log: Option<String>,
    /// Settings file [default: toonbank.toml in the data folder, if there is one]
    #[arg(long, env = "TOONBANK_CONFIG", global = true)]
    pub config: Option<PathBuf>,
}

/// The file; an unknown key is an error.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct File {
    database_url: Option<String>,
    listen: Option<String>,
    base_url: Option<String>,
    behind_proxy: Option<bool>,
    log: Option<String>,
}

/// What came of it.
#[derive(Clone, Debug)]
pub struct Config {
    pub data: PathBuf,
    pub database_url: String,
    pub listen: SocketAddr,
    /// None: `http://` and the address that is listened on.
    pub base_url: Option<String>,
    pub behind_proxy: bool,
    pub log: String,
}

/// What is wrong with a setting.
#[derive(Debug)]
pub struct Wrong {
    pub setting: &'static str,
    pub why: String,
}

impl std::fmt::Display for Wrong {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.setting, self.why)
    }
}

impl std::error::Error for Wrong {}

impl Config {
    /// Reads the settings and makes the data folder.
    pub fn read(flags: Flags) -> Result<Config, Wrong> {
        let wrong = |setting, why: String| Wrong { setting, why };
        let data = flags.data.unwrap_or_else(|| PathBuf::from("data"));
        std::fs::create_dir_all(&data).map_err(|e| {
            wrong("data (--data, TOONBANK_DATA)", format!("the folder {} cannot be made: {e}", data.display()))
        })?;
        let (path, asked) = match flags.config {
            Some(path) => (path, true),
            None => (data.join("toonbank.toml"), false),
        };
        let file: File = match std::fs::read_to_string(&path) {
            Ok(text) => toml::from_str(&text).map_err(|e| {
                wrong("config (--config, TOONBANK_CONFIG)", format!("{}: {}", path.display(), e.message()))
            })?,
            Err(_) if !asked => File::default(),
            Err(e) => return Err(wrong("config (--config, TOONBANK_CONFIG)", format!("{}: {e}", path.display()))),
        };
        let listen = flags.listen.or(file.listen).unwrap_or_else(|| "127.0.0.1:3100".to_owned());
        let listen = listen.parse().map_err(|_| {
            wrong(
                "listen (--listen, TOONBANK_LISTEN)",
                format!("{listen:?} is not an address with a port, as 127.0.0.1:3100 is"),
            )
        })?;
        let base_url = flags.base_url.or(file.base_url).map(|url| url.trim_end_matches('/').to_owned());
        if let Some(url) = &base_url {
            let host = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
            if host.is_none_or(|h| h.is_empty() || h.contains(['/', ' '])) {
                return Err(wrong(
                    "base_url (--base-url, TOONBANK_BASE_URL)",
                    format!("{url:?} is not an address such as https://bestellen.example.be, without a path"),
                ));
            }
        }
        let database_url = flags.database_url.or(file.database_url).filter(|url| !url.is_empty());
        let database_url = match database_url {
            None => format!("sqlite://{}/toonbank.db", data.display()),
            Some(url)
                if url.starts_with("postgres://")
                    || url.starts_with("postgresql://")
                    || url.starts_with("sqlite://") =>
            {
                url
            }
            Some(_) => {
                return Err(wrong(
                    "database_url (--database-url, DATABASE_URL)",
                    "begins with postgres:// or sqlite://".into(),
                ));
            }
        };
        Ok(Config {
            data,
            database_url,
            listen,
            base_url,
            behind_proxy: flags.behind_proxy || file.behind_proxy.unwrap_or(false),
            log: flags.log.or(file.log).unwrap_or_else(|| "info".to_owned()),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A data folder that is gone afterwards.
    struct Folder(PathBuf);

    impl Folder {
        fn new() -> Folder {
            Folder(std::env::temp_dir().join(format!("toonbank-config-{}", store::clock::new_id())))
        }

        fn flags(&self) -> Flags {
            Flags { data: Some(self.0.clone()), ..Flags::default() }
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            let _ = std::fs::remove_dir_all(&self.0);
        }
    }

    #[test]
    fn an_error_names_the_setting() {
        let folder = Folder::new();
        let told = |flags| Config::read(flags).unwrap_err().to_string();
        let flags = Flags { listen: Some("nowhere".into()), ..folder.flags() };
        assert!(told(flags).starts_with("listen (--listen, TOONBANK_LISTEN): "));
        let flags = Flags { base_url: Some("bestellen.be".into()), ..folder.flags() };
        assert!(told(flags).starts_with("base_url"));
        let flags = Flags { database_url: Some("mysql://x".into()), ..folder.flags() };
        assert!(told(flags).starts_with("database_url"));
    }

    #[test]
    fn flags_come_before_the_file_and_an_unknown_key_is_told() {
        let folder = Folder::new();
        std::fs::create_dir_all(&folder.0).unwrap();
        std::fs::write(folder.0.join("toonbank.toml"), "listen = \"127.0.0.1:4000\"\nlog = \"warn\"").unwrap();
        let read = Config::read(Flags { log: Some("debug".into()), ..folder.flags() }).unwrap();
        assert_eq!((read.listen.port(), read.log.as_str()), (4000, "debug"));
        std::fs::write(folder.0.join("toonbank.toml"), "lisen = \"127.0.0.1:4000\"").unwrap();
        let error = Config::read(folder.flags()).unwrap_err().to_string();
        assert!(error.contains("lisen"), "{error}");
    }
}
