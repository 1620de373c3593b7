//! Where things are on this machine, and how what is missing gets here.
//!
//! Nothing is downloaded from anywhere but the machine's own sources: rustup, npm and, as root on Debian, apt.

use std::{
    env,
    error::Error,
    ffi::OsStr,
    fs, io,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

pub type Result<T = ()> = std::result::Result<T, Box<dyn Error>>;

/// The checkout, and the directory everything is built in.
pub struct House {
    pub root: PathBuf,
    pub target: PathBuf,
}

impl House {
    /// The checkout is asked of cargo at run time: a build tool from a shared cache may have been compiled in another one.
    pub fn find() -> Result<Self> {
        let manifest = env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
        let root = Path::new(&manifest)
            .ancestors()
            .nth(2)
            .filter(|root| root.join("Cargo.toml").is_file())
            .ok_or("the checkout is not where this tool was built; start it with `cargo xtask`")?
            .to_path_buf();
        let target = match env::var_os("CARGO_TARGET_DIR").filter(|dir| !dir.is_empty()) {
            Some(dir) => env::current_dir()?.join(dir),
            None => root.join("target"),
        };
        Ok(Self { root, target })
    }

    /// Cargo in the checkout, as a shell would start it: what `cargo run` tells this tool about itself is not passed on,
    /// since build scripts that watch those variables would run again at every change between `cargo` and `cargo xtask`.
    pub fn cargo(&self, args: &[&str]) -> Command {
        let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        for (name, _) in env::vars_os() {
            let name = name.to_string_lossy();
            if name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_") {
                cargo.env_remove(&*name);
            }
        }
        cargo.args(args).current_dir(&self.root);
        cargo
    }

    /// Cargo's own directory for the WebAssembly side: its builds and the server's then never wait for each other.
    pub fn front_target(&self) -> PathBuf {
        self.target.join("front")
    }

    fn end2end(&self) -> PathBuf {
        self.root.join("end2end")
    }

    /// A program that came with `npm ci`. Never one from PATH: Debian's wasm-opt 108 exits with success and writes a
    /// module that dies in the browser.
    pub fn npm_tool(&self, name: &str) -> PathBuf {
        self.end2end().join("node_modules/.bin").join(name)
    }
}

/// Runs to the end, or says which command failed.
pub fn run(command: &mut Command) -> Result {
    let status = command.stdin(Stdio::null()).status().map_err(|error| cannot_start(command, &error))?;
    if status.success() { Ok(()) } else { Err(format!("{} failed ({status})", shown(command)).into()) }
}

/// Runs silently; what the command said appears only when it failed.
pub fn run_quietly(command: &mut Command) -> Result<String> {
    let output = command.stdin(Stdio::null()).output().map_err(|error| cannot_start(command, &error))?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned());
    }
    let said = [output.stdout, output.stderr].concat();
    Err(format!("{} failed ({})\n{}", shown(command), output.status, String::from_utf8_lossy(&said).trim_end()).into())
}

fn cannot_start(command: &Command, error: &io::Error) -> String {
    format!("{} cannot be started: {error}", command.get_program().to_string_lossy())
}

fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    format!("`{}`", words.map(OsStr::to_string_lossy).collect::<Vec<_>>().join(" "))
}

pub fn on_path(name: &str) -> Option<PathBuf> {
    env::split_paths(&env::var_os("PATH")?).map(|dir| dir.join(name)).find(|file| file.is_file())
}

/// Only root may install, and only root must become somebody else before PostgreSQL agrees to start.
pub fn is_root() -> bool {
    run_quietly(Command::new("id").arg("-u")).is_ok_and(|id| id == "0")
}

pub fn in_ci() -> bool {
    env::var("CI").is_ok_and(|ci| !ci.is_empty() && ci != "false" && ci != "0")
}

/// Installs with apt where that is ours to do. `false`: it is not, and the caller says what to install.
pub fn apt_install(packages: &[&str]) -> Result<bool> {
    if !is_root() || on_path("apt-get").is_none() {
        return Ok(false);
    }
    println!("   installing {}", packages.join(" "));
    let apt_get = || {
        let mut apt_get = Command::new("apt-get");
        apt_get.env("DEBIAN_FRONTEND", "noninteractive");
        apt_get
    };
    run_quietly(apt_get().args(["-qq", "update"]))?;
    run_quietly(apt_get().args(["-qq", "install", "-y", "--no-install-recommends"]).args(packages))?;
    Ok(true)
}

/// The Rust standard library for WebAssembly, 21 MB, fetched by rustup the first time.
pub fn bring_wasm_target(house: &House) -> Result {
    const TARGET: &str = "wasm32-unknown-unknown";
    let libraries = run_quietly(
        Command::new("rustc").args(["--print", "target-libdir", "--target", TARGET]).current_dir(&house.root),
    )?;
    if Path::new(&libraries).is_dir() {
        return Ok(());
    }
    if on_path("rustup").is_none() {
        return Err(
            format!("this Rust has no {TARGET}: install Rust with rustup, or your distribution's package").into()
        );
    }
    println!("   rustup target add {TARGET}");
    run(Command::new("rustup").args(["target", "add", TARGET]).current_dir(&house.root))
}

/// What `end2end/package-lock.json` lists. Run again only when that list changed: a second `test` should not wait for npm.
pub fn bring_npm_packages(house: &House) -> Result {
    let end2end = house.end2end();
    let stamp = end2end.join("node_modules/.toonbank-installed");
    let lock = fs::read(end2end.join("package-lock.json"))?;
    let wanted = blake3::hash(&lock).to_hex();
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted.as_str()) {
        return Ok(());
    }
    if on_path("npm").is_none() || on_path("node").is_none() {
        return Err("npm is not on PATH; install Node.js 20 or newer with npm (Debian: apt install nodejs npm)".into());
    }
    println!("   npm ci --prefix end2end");
    run_quietly(Command::new("npm").args(["ci", "--no-fund", "--no-audit"]).current_dir(&end2end))?;
    fs::write(stamp, wanted.as_str())?;
    Ok(())
}

/// A Chromium for the browser tests: the one named, the one found, or the one apt can install.
pub fn bring_chromium() -> Result<PathBuf> {
    if let Some(named) = env::var_os("CHROMIUM").filter(|path| !path.is_empty()) {
        let named = PathBuf::from(named);
        let missing = || format!("CHROMIUM names {}, which is not there", named.display());
        return if named.is_file() { Ok(named.clone()) } else { Err(missing().into()) };
    }
    let found = || ["chromium", "chromium-browser", "google-chrome"].into_iter().find_map(on_path);
    if let Some(chromium) = found() {
        return Ok(chromium);
    }
    apt_install(&["chromium", "fonts-noto-core"])?;
    found().ok_or_else(|| "no browser for the tests; install chromium, or set CHROMIUM to its path".into())
}
