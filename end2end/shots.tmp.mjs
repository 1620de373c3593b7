import { chromium, devices } from "@playwright/test";
const base = process.argv[2], who = process.argv[3], paths = process.argv[4].split(","), out = process.argv[5];
const widths = (process.argv[6] ?? "390,820,1440").split(",").map(Number);
const full = process.argv[7] !== "view";
const b = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--headless","--no-sandbox","--disable-gpu","--disable-quic","--no-first-run","--disable-background-networking"] });
for (const w of widths) {
  const ctx = await b.newContext({ viewport: { width: w, height: w < 500 ? 844 : 900 }, deviceScaleFactor: w < 500 ? 2 : 1, hasTouch: w < 900 });
  const page = await ctx.newPage();
  page.on("console", m => { if (["error","warning"].includes(m.type())) console.log(w, "CONSOLE", m.text().slice(0,300)); });
  page.on("pageerror", e => console.log(w, "PAGEERROR", String(e).slice(0,500)));
  if (who !== "-") {
    await page.goto(base + "/sign-in");
    await page.fill("[name=email]", who); await page.fill("[name=password]", "brood op de plank");
    await page.click("button.primary"); await page.waitForLoadState();
  }
  for (const p of paths) {
    await page.goto(base + p); 
    await page.waitForSelector("body[data-hydrated]", { timeout: 5000 }).catch(() => console.log(w, p, "not hydrated"));
    await page.screenshot({ path: `${out}${p.replace(/[^a-z0-9]+/gi, "-")}-${w}.png`, fullPage: full });
  }
  await ctx.close();
}
await b.close();
