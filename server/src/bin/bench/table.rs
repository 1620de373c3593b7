//! What was measured, as a table and as JSON.

use serde_json::json;

#[derive(Default)]
pub struct Table {
    pub rows: Vec<serde_json::Value>,
}

impl Table {
    pub fn row(&mut self, action: &str, figure: f64, unit: &str, target: &str, ratio: Option<(f64, &str)>) {
        let (ratio, baseline) = ratio.map_or((None, ""), |(r, b)| (Some(r), b));
        self.rows.push(json!({
            "action": action, "figure": (figure * 1000.0).round() / 1000.0, "unit": unit, "target": target,
            "ratio": ratio.map(|r| (r * 1000.0).round() / 1000.0), "baseline": baseline,
        }));
        eprintln!("{action}: {figure:.3} {unit}");
    }

    pub fn print(&self) {
        println!("\n{:52} {:>10} {:9} {:18} ratio to baseline", "action", "figure", "", "target");
        for r in &self.rows {
            let text = |key: &str| r[key].as_str().unwrap_or_default().to_owned();
            let ratio = r["ratio"].as_f64().map_or(String::new(), |x| format!("{x:.3} × {}", text("baseline")));
            println!(
                "{:52} {:>10} {:9} {:18} {ratio}",
                text("action"),
                r["figure"].to_string(),
                text("unit"),
                text("target")
            );
        }
    }
}
