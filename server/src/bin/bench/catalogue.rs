//! The size of the catalogue: fifty thousand products, long lists, large baskets, large files.

use chrono::Days;
use std::{
    path::Path,
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use store::{Clock, Db, demo, yardstick};

use crate::{
    Any, Table, middle,
    server::{Client, Server, cpu_per_page, expect, sign_in},
};

pub async fn bench_start(binary: &Path, data: &Path, table: &mut Table) -> Result<(), Any> {
    std::fs::create_dir_all(data)?;
    let db = Db::open(&format!("sqlite://{}/toonbank.db", data.display()), Clock::System).await?;
    db.migrate().await?;
    demo::seed(&db, demo::World::Full).await?;
    yardstick::crowd_products(&db, 50_000).await?;
    db.close().await;
    let mut times = Vec::new();
    for _ in 0..9 {
        let (_server, took) = Server::start(binary, "serve", data, None).await?;
        times.push(took.as_secs_f64() * 1000.0);
    }
    table.row("cold start to /readyz, 50,000 products", middle(times), "ms", "<= 60", None);
    bench_search(binary, data, table).await
}

/// What a baker types: a word, a part of a code, words of a compound, another language, a slip, a barcode.
const TYPED: &str = "tarwebloem|bloem tarwe 25 kg|amandelpoeder fijn merel|farine de seigle|hazelnoot pasta|Y0123|\
    kersenvuling|abrikozen|2000000031415|boter";

/// Searching in all of them, all in the assortment of one bakery: sixteen people, each his own word after the other.
async fn bench_search(binary: &Path, data: &Path, table: &mut Table) -> Result<(), Any> {
    let db = Db::open(&format!("sqlite://{}/toonbank.db", data.display()), Clock::System).await?;
    yardstick::crowd_assortment(&db, demo::customer_id(0), None).await?;
    db.close().await;
    let (server, _) = Server::start(binary, "serve", data, None).await?;
    let an = sign_in(&server.address, "an@bakkerijpeeters.example").await?;
    let list = cpu_per_page(&server, &an, "/order", 200).await?;
    table.row("own list of 50,000 articles: what he knows", list, "ms cpu", "", None);
    let paths: Vec<String> = TYPED.split('|').map(|typed| format!("/order?q={}", typed.replace(' ', "+"))).collect();
    let mut slowest = Vec::new();
    for _ in 0..5 {
        let until = Instant::now() + Duration::from_secs(2);
        let tasks: Vec<_> = (0..16)
            .map(|first| {
                let (address, cookie, paths) = (server.address.clone(), an.clone(), paths.clone());
                tokio::spawn(async move {
                    let mut client = Client::connect(&address, &cookie).await?;
                    let mut took = Vec::new();
                    for path in paths.iter().cycle().skip(first) {
                        let began = Instant::now();
                        expect(client.get(path).await?, 200, path)?;
                        took.push(began.elapsed().as_secs_f64() * 1000.0);
                        if began > until {
                            break;
                        }
                    }
                    Ok::<_, Any>(took)
                })
            })
            .collect();
        let mut took = Vec::new();
        for task in tasks {
            took.extend(task.await??);
        }
        took.sort_by(f64::total_cmp);
        slowest.push(took[took.len() * 95 / 100]);
    }
    table.row("search in 50,000 products, 16 connections, p95", middle(slowest), "ms", "<= 20", None);
    let cpu = cpu_per_page(&server, &an, &paths[1], 100).await?;
    table.row("search in 50,000 products, each", cpu, "ms cpu", "", None);
    Ok(())
}

/// A list of 150 with tiers and promotions, one line changed in a small and in a large basket.
pub async fn bench_prices(binary: &Path, data: &Path, table: &mut Table) -> Result<(), Any> {
    std::fs::create_dir_all(data)?;
    let (url, customer) = (format!("sqlite://{}/toonbank.db", data.display()), demo::customer_id(0));
    let db = Db::open(&url, Clock::System).await?;
    db.migrate().await?;
    demo::seed(&db, demo::World::Full).await?;
    yardstick::crowd_assortment(&db, customer, Some(150)).await?;
    let today = db.now().date_naive();
    yardstick::crowd_prices(&db, customer, today - Days::new(30), today + Days::new(60)).await?;
    let (server, _) = Server::start(binary, "serve", data, None).await?;
    let an = sign_in(&server.address, "an@bakkerijpeeters.example").await?;
    let list = cpu_per_page(&server, &an, "/order", 300).await?;
    table.row("own list, 150 articles, tiers and promotions", list, "ms cpu", "<= 2", None);

    yardstick::crowd_products(&db, 600).await?;
    yardstick::crowd_assortment(&db, customer, None).await?;
    let products = yardstick::orderable(&db, customer, 500).await?;
    db.close().await;
    let mut client = Client::connect(&server.address, &an).await?;
    let mut small = 0.0;
    for lines in [20, 500] {
        let filled: Vec<String> =
            products.iter().take(lines).map(|(p, q)| format!("quantity.{p}={}", q.0 / 1000)).collect();
        expect(client.post("/basket/lines", &filled.join("&")).await?, 200, "a basket")?;
        let (product, least) = products[0];
        let mut rounds = Vec::new();
        for _ in 0..5 {
            let before = server.cpu();
            for n in 0..40 {
                let form = format!("quantity.{product}={}", least.0 / 1000 * (1 + n % 2));
                expect(client.post("/basket/lines", &form).await?, 200, "a line")?;
            }
            rounds.push((server.cpu() - before) / 40.0);
        }
        let each = middle(rounds);
        let ratio = (lines == 500).then_some((each / small, "of 20 lines (<= 1.5)"));
        table.row(&format!("one line of a basket of {lines} changed"), each, "ms cpu", "<= 30", ratio);
        small = each;
    }
    Ok(())
}

/// Fifty thousand products and two hundred thousand agreed prices, as files.
pub async fn bench_files(binary: &Path, data: &Path, table: &mut Table) -> Result<(), Any> {
    std::fs::create_dir_all(data)?;
    let db = Db::open(&format!("sqlite://{}/toonbank.db", data.display()), Clock::System).await?;
    db.migrate().await?;
    demo::seed(&db, demo::World::Full).await?;
    let files = yardstick::files(&db, 50_000, 200_000).await?;
    db.close().await;
    let began = Instant::now();
    for (kind, text) in ["products", "prices"].into_iter().zip(files) {
        let file = data.join(format!("{kind}.csv"));
        std::fs::write(&file, text)?;
        let mut import = Command::new(binary);
        import.args(["import", kind]).arg(&file).arg("--data").arg(data);
        let status = import.stdout(Stdio::null()).stderr(Stdio::null()).status()?;
        if !status.success() {
            return Err(format!("the import of {kind} ended with {status}").into());
        }
    }
    table.row("import, 50,000 products and 200,000 prices", began.elapsed().as_secs_f64(), "s", "<= 60", None);
    Ok(())
}
