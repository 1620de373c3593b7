//! The build tool: `cargo xtask run` and `cargo xtask test` are all a newcomer needs.
//!
//! It does what cargo-leptos does (WASM, JS, CSS, hashes, compression, the one binary), as a program that compiles in a
//! minute instead of twenty-four and takes wasm-bindgen from the workspace's own lock file, so that the library and the
//! tool cannot drift apart. It installs what is missing where it may, and otherwise says in one line what to install.

mod front;
mod postgres;
mod server;
mod suite;
mod tools;
mod watch;

use std::{env, process::ExitCode};

use front::Profile;
use tools::{House, Result};

const HELP: &str = "\
cargo xtask <command>

  run [--release] [ARGS]   build, then serve the demo world on http://127.0.0.1:3100; ARGS go to `toonbank demo`
  watch [--release] [ARGS] the same, built and started again when a file changes
  build [--release]        the browser's files and the one binary, target/debug/toonbank or target/release/toonbank
  release                  build --release, then a table of what it weighs
  bench                    builds for release, measures, prints a table and writes target/bench.json
  test [--fast]            everything CI runs; --fast leaves out PostgreSQL and the browser

`run`, `watch` and `build` need Rust alone. `release`, `bench` and `test` use npm as well (wasm-opt, Playwright).

  CARGO_TARGET_DIR   where everything is built, instead of target/
  CHROMIUM           the browser the tests drive; else Chromium or Chrome as found on PATH
  TEST_DATABASE_URL  a PostgreSQL to test on; else `test` starts one of its own and removes it
  CI=true            a PostgreSQL that cannot be had is a failure instead of a line
";

fn main() -> ExitCode {
    let args: Vec<String> = env::args().skip(1).collect();
    let Some((command, rest)) = args.split_first() else {
        print!("{HELP}");
        return ExitCode::from(2);
    };
    match obey(command, rest) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn obey(command: &str, rest: &[String]) -> Result {
    if matches!(command, "help" | "--help" | "-h") || rest.iter().any(|arg| arg == "--help") && command != "run" {
        print!("{HELP}");
        return Ok(());
    }
    let (profile, others) = Profile::take(rest);
    match command {
        "run" => {
            let house = House::find()?;
            server::build(&house, profile)?;
            server::become_demo(&house, profile, &others)
        }
        "watch" => watch::watch(&House::find()?, profile, &others),
        "build" => {
            allow(command, rest, &["--release"])?;
            server::build(&House::find()?, profile).map(drop)
        }
        "release" => {
            allow(command, rest, &[])?;
            let house = House::find()?;
            let site = server::build(&house, Profile::Release)?;
            server::weigh(&house, &site)
        }
        "bench" => {
            allow(command, rest, &[])?;
            server::bench(&House::find()?)
        }
        "test" => {
            allow(command, rest, &["--fast"])?;
            suite::test(&House::find()?, rest.iter().any(|arg| arg == "--fast"))
        }
        _ => Err(format!("there is no command `{command}`; see `cargo xtask help`").into()),
    }
}

/// A mistyped flag must not silently run something else, `test --fats` the whole suite.
fn allow(command: &str, rest: &[String], known: &[&str]) -> Result {
    match rest.iter().find(|arg| !known.contains(&arg.as_str())) {
        Some(stray) => Err(format!("`{command}` does not take `{stray}`; see `cargo xtask help`").into()),
        None => Ok(()),
    }
}
