//! `cargo xtask test`: what CI runs is what a developer runs, cheapest step first, stopping at the first failure.

use std::{env, process::Command, time::Instant};

use crate::{
    front::Profile,
    postgres::{self, Durable, Postgres},
    server,
    tools::{self, House, Result},
};

type Step = (&'static str, fn(&House) -> Result);

const FAST: [Step; 5] = [
    ("formatting", formatting),
    ("clippy, the server's side", clippy_native),
    ("clippy, the browser's side", clippy_wasm),
    ("tests of the build tool", tests_of_xtask),
    ("tests on SQLite", tests_on_sqlite),
];

const SLOW: [Step; 3] = [
    ("tests on PostgreSQL", tests_on_postgres),
    ("build", build),
    ("browser tests: desktop, tablet, phone, and JavaScript off", browser_tests),
];

pub fn test(house: &House, fast: bool) -> Result {
    let steps: Vec<Step> = FAST.into_iter().chain(SLOW.into_iter().filter(|_| !fast)).collect();
    let (all, started) = (steps.len(), Instant::now());
    for (number, (name, step)) in (1..).zip(steps) {
        println!("\n── {number} of {all}: {name}");
        let started = Instant::now();
        step(house).map_err(|error| format!("step {number}, {name}: {error}"))?;
        println!("── {name}: {:.1?}", started.elapsed());
    }
    println!("\nall {all} steps in {:.0?}", started.elapsed());
    Ok(())
}

fn formatting(house: &House) -> Result {
    tools::run(&mut house.cargo(&["fmt", "--all", "--check"]))
}

fn clippy_native(house: &House) -> Result {
    let mut clippy = house.cargo(&["clippy", "--workspace", "--all-targets"]);
    tools::run(clippy.arg("--target-dir").arg(&house.target).args(["--", "-D", "warnings"]))
}

fn clippy_wasm(house: &House) -> Result {
    tools::bring_wasm_target(house)?;
    for features in [&[][..], &["--features", "desk"]] {
        let mut clippy = house.cargo(&["clippy", "-p", "hydrate", "--target", "wasm32-unknown-unknown"]);
        clippy.arg("--target-dir").arg(house.front_target()).args(features);
        tools::run(clippy.args(["--", "-D", "warnings"]))?;
    }
    Ok(())
}

/// In the profile and directory this tool itself was built in, so that its dependencies are there already.
fn tests_of_xtask(house: &House) -> Result {
    let own = env::current_exe()?;
    let own_target = own.ancestors().nth(2).ok_or("this tool is not in a target directory")?;
    tools::run(house.cargo(&["test", "-p", "xtask", "--profile", "xtask"]).arg("--target-dir").arg(own_target))
}

fn tests_on_sqlite(house: &House) -> Result {
    tools::run(tests(house).env_remove("TEST_DATABASE_URL"))
}

/// The whole suite once more, not a part of it: another selection of packages would have cargo compile another set of
/// dependencies, and the tests that need no database take seconds.
fn tests_on_postgres(house: &House) -> Result {
    if let Some(url) = env::var_os("TEST_DATABASE_URL").filter(|url| !url.is_empty()) {
        return tools::run(tests(house).env("TEST_DATABASE_URL", url));
    }
    const MISSING: &str = "PostgreSQL is not on this machine (Debian: apt install postgresql)";
    match postgres::start(Durable::No)? {
        Some(Postgres { ref url, .. }) => tools::run(tests(house).env("TEST_DATABASE_URL", url)),
        None if tools::in_ci() => Err(MISSING.into()),
        None => {
            println!("   skipped: {MISSING}");
            Ok(())
        }
    }
}

fn tests(house: &House) -> Command {
    let mut cargo = house.cargo(&["test", "--workspace", "--exclude", "xtask"]);
    cargo.arg("--target-dir").arg(&house.target).env_remove("DATABASE_URL");
    cargo
}

fn build(house: &House) -> Result {
    server::build(house, Profile::Dev).map(drop)
}

fn browser_tests(house: &House) -> Result {
    tools::bring_npm_packages(house)?;
    let chromium = tools::bring_chromium()?;
    let node_tool = |name: &str, args: &[&str]| {
        let mut command = Command::new(house.npm_tool(name));
        command.args(args).current_dir(house.root.join("end2end"));
        command.env("CHROMIUM", &chromium).env("TOONBANK_BIN", server::binary(house, Profile::Dev));
        tools::run(&mut command)
    };
    // Playwright strips the types without reading them
    node_tool("tsc", &["--noEmit"])?;
    node_tool("playwright", &["test"])
}
