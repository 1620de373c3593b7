use store::{Clock, Db, import};
#[tokio::main]
async fn main() {
    let args: Vec<String> = std::env::args().collect();
    let (url, kind, file) = (&args[1], import::Kind::from_key(&args[2]).unwrap(), std::path::Path::new(&args[3]));
    let dry_run = args.iter().any(|a| a == "--dry-run");
    let db = Db::open(url, Clock::System).await.unwrap();
    db.migrate().await.unwrap();
    let start = std::time::Instant::now();
    let source = import::Source::open(kind, file).unwrap();
    let mut last = String::new();
    let mut tell = |p: import::Progress| {
        if p.phase.key() != last {
            last = p.phase.key().into();
            eprintln!("{:?} {:?}", start.elapsed(), p);
        }
    };
    let options = import::Options { dry_run, ..Default::default() };
    let report = import::run(&db, kind, source, &options, &mut tell).await;
    eprintln!("{:?}", start.elapsed());
    match report {
        Ok(mut r) => {
            if let Some(s) = r.split.take() {
                eprintln!("rejected {} bytes", s.rejected.len());
            }
            if let Some(r) = &mut r.reconciliation {
                r.months.retain(|m, _| m == "2009-12");
            }
            r.problems.truncate(5);
            println!("{}", serde_json::to_string_pretty(&r).unwrap())
        }
        Err(e) => println!("{e}"),
    }
    db.close().await;
    eprintln!("closed {:?}", start.elapsed());
    for line in std::fs::read_to_string("/proc/self/status").unwrap().lines() {
        if line.starts_with("Vm") && (line.contains("HWM") || line.contains("RSS")) {
            eprintln!("{line}");
        }
    }
}
