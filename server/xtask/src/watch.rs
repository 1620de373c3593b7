//! Build and start again when a file changes. Files are looked at twice a second instead of being watched: a few hundred
//! of them cost a millisecond, and it works the same on every system and mounted folder.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::{Child, Command},
    thread,
    time::{Duration, Instant, SystemTime},
};

use crate::{
    front::Profile,
    server,
    tools::{House, Result},
};

const LOOK_EVERY: Duration = Duration::from_millis(500);

/// A build that fails leaves the last good server running.
pub fn watch(house: &House, profile: Profile, args: &[String]) -> Result {
    let mut demo: Option<Child> = None;
    loop {
        let built_from = files(house);
        match server::build(house, profile) {
            Ok(_) => {
                if let Some(running) = demo.take() {
                    stop(running)?;
                }
                demo = Some(server::demo(house, profile, args).spawn()?);
            }
            Err(error) => eprintln!("error: {error}"),
        }
        wait_for_a_change(house, &built_from);
    }
}

type Files = BTreeMap<PathBuf, SystemTime>;

/// Returns once the files differ and have been still for one look: editors and `git switch` write many at a time.
fn wait_for_a_change(house: &House, built_from: &Files) {
    let mut last = files(house);
    loop {
        thread::sleep(LOOK_EVERY);
        let now = files(house);
        if now == last && now != *built_from {
            let changed = now.iter().find(|(file, time)| built_from.get(*file) != Some(*time));
            let name = changed.map_or("a file removed", |(file, _)| file.to_str().unwrap_or("a file"));
            return println!("\n   changed: {name}");
        }
        last = now;
    }
}

fn files(house: &House) -> Files {
    let mut files = Files::new();
    for dir in ["app", "server", "style", "migrations"] {
        collect(&house.root.join(dir), &mut files);
    }
    for file in ["Cargo.toml", "Cargo.lock"] {
        note(house.root.join(file), &mut files);
    }
    files
}

/// This tool's own source is left out: a running tool cannot replace itself. A directory that goes away is simply gone.
fn collect(dir: &Path, files: &mut Files) {
    for entry in fs::read_dir(dir).into_iter().flatten().flatten() {
        let (path, name) = (entry.path(), entry.file_name());
        if name == "target" || name == "xtask" || name.as_encoded_bytes().starts_with(b".") {
            continue;
        }
        if path.is_dir() { collect(&path, files) } else { note(path, files) }
    }
}

fn note(file: PathBuf, files: &mut Files) {
    if let Ok(time) = fs::metadata(&file).and_then(|data| data.modified()) {
        files.insert(file, time);
    }
}

/// Politely first, since the server ends its event streams and closes the database on SIGTERM within five seconds.
fn stop(mut demo: Child) -> Result {
    let asked = cfg!(unix) && Command::new("kill").arg(demo.id().to_string()).status().is_ok_and(|kill| kill.success());
    let patience = Instant::now();
    while asked && demo.try_wait()?.is_none() && patience.elapsed() < Duration::from_secs(6) {
        thread::sleep(Duration::from_millis(20));
    }
    if demo.try_wait()?.is_none() {
        demo.kill()?;
    }
    demo.wait()?;
    Ok(())
}
