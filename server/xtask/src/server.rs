//! The one binary: built with the browser's files inside, served as the demo world, weighed.

use std::{env, fs, path::PathBuf, process::Command, time::Instant};

use crate::{
    front::{self, Profile, Site},
    postgres::{self, Durable},
    tools::{self, House, Result},
};

/// The browser's files first: the server includes them when it is compiled.
pub fn build(house: &House, profile: Profile) -> Result<Site> {
    let started = Instant::now();
    let site = front::build(house, profile)?;
    compile(house, profile, &site, "toonbank")?;
    println!("   built {} in {:.1?}", binary(house, profile).display(), started.elapsed());
    Ok(site)
}

fn compile(house: &House, profile: Profile, site: &Site, bin: &str) -> Result {
    let mut cargo = house.cargo(&["build", "--bin", bin]);
    // the same selection of packages as the tests: cargo then shares every compiled dependency between the two
    cargo.args(["--workspace", "--exclude", "xtask"]);
    cargo.arg("--target-dir").arg(&house.target).env("TOONBANK_SITE", &site.dir);
    if profile == Profile::Release {
        cargo.arg("--release");
    }
    tools::run(&mut cargo)
}

/// Builds for release, then measures: server/src/bin/bench says what, and against what.
pub fn bench(house: &House) -> Result {
    let site = build(house, Profile::Release)?;
    compile(house, Profile::Release, &site, "bench")?;
    let toonbank = binary(house, Profile::Release);
    let mut bench = Command::new(toonbank.with_file_name(format!("bench{}", std::env::consts::EXE_SUFFIX)));
    bench.arg(&toonbank).arg(house.target.join("bench")).arg(house.target.join("bench.json"));
    let postgres = if env::var_os("DATABASE_URL").is_none() { postgres::start(Durable::Yes)? } else { None };
    bench.envs(postgres.as_ref().map(|postgres| ("DATABASE_URL", &postgres.url)));
    tools::run(&mut bench)
}

pub fn binary(house: &House, profile: Profile) -> PathBuf {
    let name = format!("toonbank{}", std::env::consts::EXE_SUFFIX);
    house.target.join(if profile == Profile::Release { "release" } else { "debug" }).join(name)
}

/// `toonbank demo` where README.md says it is, unless the caller says otherwise: the server refuses a flag given twice.
pub fn demo(house: &House, profile: Profile, args: &[String]) -> Command {
    let given = |flag: &str| args.iter().any(|arg| arg == flag || arg.starts_with(&format!("{flag}=")));
    let mut demo = Command::new(binary(house, profile));
    demo.arg("demo").current_dir(&house.root);
    if !given("--data") {
        demo.arg("--data").arg(house.target.join("demo"));
    }
    if !given("--listen") {
        demo.args(["--listen", "127.0.0.1:3100"]);
    }
    demo.args(args);
    demo
}

/// On Unix the demo takes this process over, so that Ctrl-C and a supervisor's SIGTERM reach it and nothing is left behind.
pub fn become_demo(house: &House, profile: Profile, args: &[String]) -> Result {
    let mut demo = demo(house, profile, args);
    #[cfg(unix)]
    return Err(format!("toonbank cannot be started: {}", std::os::unix::process::CommandExt::exec(&mut demo)).into());
    #[cfg(not(unix))]
    return if demo.status()?.success() { Ok(()) } else { Err("the demo stopped with an error".into()) };
}

/// What a visitor downloads, per file and per kind of visitor. HTML is not in it: only a running server knows its pages.
pub fn weigh(house: &House, site: &Site) -> Result {
    println!("\n{:<34} {:>10} {:>10}", "file", "raw", "brotli");
    let row = |name: &str, raw: u64, brotli: u64| println!("{name:<34} {raw:>10} {brotli:>10}");
    for asset in &site.assets {
        row(&asset.path, asset.size(), asset.sent());
    }
    println!();
    for (visitor, parts) in
        [("buyer: CSS + JS + WASM", ["toonbank", "buyer"]), ("desk: CSS + JS + WASM", ["toonbank", "desk"])]
    {
        let files = || site.assets.iter().filter(|asset| parts.iter().any(|part| asset.is_named(part)));
        row(visitor, files().map(front::Asset::size).sum(), files().map(front::Asset::sent).sum());
    }
    let binary = binary(house, Profile::Release);
    println!("\n{} {:.1} MB", binary.display(), fs::metadata(&binary)?.len() as f64 / 1e6);
    Ok(())
}
