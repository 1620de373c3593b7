//! A PostgreSQL for one run of the tests: a cluster of its own in a temporary directory, on a port of its own, gone
//! afterwards. The machine's own PostgreSQL, where there is one, is never touched.

use std::{
    env, fs,
    net::TcpListener,
    path::{Path, PathBuf},
    process::{self, Child, Command, Stdio},
};

use crate::tools::{self, Result};

pub struct Postgres {
    pub url: String,
    watchdog: Child,
}

/// Whether what is written waits for the disk: a benchmark's does, a test's need not.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Durable {
    Yes,
    No,
}

/// `None`: not installed, and not ours to install.
pub fn start(durable: Durable) -> Result<Option<Postgres>> {
    let mut programs = programs();
    if programs.is_none() && tools::in_ci() {
        tools::apt_install(&["postgresql"])?;
        programs = self::programs();
    }
    programs.map(|programs| Postgres::start(programs, durable)).transpose()
}

/// The directory with `initdb` and `pg_ctl`; Debian keeps it off PATH, one per version.
fn programs() -> Option<PathBuf> {
    let complete = |dir: &PathBuf| ["initdb", "pg_ctl"].iter().all(|name| dir.join(name).is_file());
    let path = env::var_os("PATH").unwrap_or_default();
    let debian =
        fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten().map(|entry| entry.path().join("bin"));
    env::split_paths(&path).find(complete).or_else(|| debian.filter(complete).max())
}

impl Postgres {
    fn start(programs: PathBuf, durable: Durable) -> Result<Self> {
        // the port is free now; that nobody takes it within the next seconds is a chance tests can take
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let dir = env::temp_dir().join(format!("toonbank-postgres-{}-{port}", process::id()));
        let data = dir.join("data");
        fs::create_dir(&dir)?;
        let user = User::able_to_run_postgres();
        let watchdog = user.watch(&programs, &dir, &data)?;
        // from here on the watchdog clears up, whatever goes wrong
        let postgres = Self { url: format!("postgres://toonbank@127.0.0.1:{port}/postgres"), watchdog };
        user.own(&dir)?;
        let mut initdb = user.command(&programs.join("initdb"), &dir);
        initdb.arg("-D").arg(&data).args(["-U", "toonbank", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"]);
        tools::run_quietly(&mut initdb)?;
        let log = dir.join("log");
        let mut settings =
            format!("-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=300");
        if durable == Durable::No {
            settings += " -c fsync=off -c synchronous_commit=off -c full_page_writes=off";
        }
        let mut pg_ctl = user.command(&programs.join("pg_ctl"), &dir);
        pg_ctl.arg("-D").arg(&data).arg("-l").arg(&log).args(["-w", "-o", &settings, "start"]);
        tools::run_quietly(&mut pg_ctl)
            .map_err(|error| format!("{error}\n{}", fs::read_to_string(&log).unwrap_or_default()))?;
        Ok(postgres)
    }
}

impl Drop for Postgres {
    /// Closing its input is the watchdog's sign.
    fn drop(&mut self) {
        drop(self.watchdog.stdin.take());
        if let Err(error) = self.watchdog.wait() {
            eprintln!("PostgreSQL could not be stopped: {error}");
        }
    }
}

/// PostgreSQL refuses to run as root, so there root lends it the account its package made.
enum User {
    Me,
    Postgres,
}

impl User {
    fn able_to_run_postgres() -> Self {
        if tools::is_root() { Self::Postgres } else { Self::Me }
    }

    fn command(&self, program: &Path, dir: &Path) -> Command {
        let mut command = match self {
            Self::Me => Command::new(program),
            Self::Postgres => {
                let mut runuser = Command::new("runuser");
                runuser.args(["-u", "postgres", "--"]).arg(program);
                runuser
            }
        };
        // the checkout may be closed to that account
        command.current_dir(dir);
        command
    }

    fn own(&self, dir: &Path) -> Result {
        match self {
            Self::Me => Ok(()),
            Self::Postgres => tools::run_quietly(Command::new("chown").arg("postgres").arg(dir)).map(drop),
        }
    }

    /// Stops PostgreSQL and removes its directory as soon as its input ends, and that ends with this process in every
    /// case: at the end of the step, at an error, at Ctrl-C (which the watchdog itself ignores), even at SIGKILL.
    fn watch(&self, programs: &Path, dir: &Path, data: &Path) -> Result<Child> {
        let stop = self.command(&programs.join("pg_ctl"), dir);
        let script = "trap '' INT TERM HUP; cat >/dev/null; dir=$1; shift; \"$@\" >/dev/null 2>&1; rm -rf -- \"$dir\"";
        let mut sh = Command::new("sh");
        sh.args(["-c", script, "sh"]).arg(dir).arg(stop.get_program()).args(stop.get_args());
        sh.arg("-D").arg(data).args(["-m", "immediate", "-w", "stop"]);
        Ok(sh.stdin(Stdio::piped()).current_dir("/").spawn()?)
    }
}

#[cfg(test)]
mod tests {
    use std::net::TcpStream;

    use super::*;

    #[test]
    fn a_dropped_server_leaves_nothing_behind() {
        let Some(programs) = programs() else {
            return println!("PostgreSQL is not installed here, nothing to try");
        };
        let postgres = Postgres::start(programs, Durable::No).unwrap();
        let address = postgres.url.split(['@', '/']).nth(3).unwrap().to_owned();
        let dir = env::temp_dir().join(format!(
            "toonbank-postgres-{}-{}",
            process::id(),
            address.rsplit_once(':').unwrap().1
        ));
        assert!(TcpStream::connect(&address).is_ok() && dir.exists());
        drop(postgres);
        assert!(TcpStream::connect(&address).is_err() && !dir.exists());
    }
}
