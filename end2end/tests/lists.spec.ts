// Lists of one's own: An arranges Saturday, orders it whole, takes it back, and prints it.

import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures.ts";

test.use({ freshWorld: true });

/** The articles of a list in their order, as they stand on the page. */
async function names(page: Page): Promise<string[]> {
  return page.locator(".list").getByRole("heading", { level: 3 }).allInnerTexts();
}

async function saturday(page: Page) {
  await page.goto("/lists");
  await page.getByRole("link", { name: /^Zaterdag/ }).click();
}

test("made from nothing, filled by ticking, named for a day", async ({ page, signedInAs, hydrated, audit, expectConsole }) => {
  expectConsole(/status of 422/);
  await signedInAs("An");
  await page.getByRole("link", { name: "Lijsten" }).click();
  await expect(page.getByRole("heading", { name: "Uw lijsten" })).toBeVisible();
  await audit();
  await page.getByRole("link", { name: "Nieuwe lijst" }).click();
  await page.getByLabel("Naam").fill("zaterdag");
  await page.getByRole("button", { name: "Lijst maken" }).click();
  await expect(page.getByText("al in gebruik").first()).toBeVisible();
  await page.getByLabel("Naam").fill("Toog");
  await page.getByLabel("dinsdag").check();
  await audit();
  await page.getByRole("button", { name: "Lijst maken" }).click();
  await expect(page.getByRole("heading", { name: "Toog" })).toBeVisible();
  await audit();
  await page.getByRole("link", { name: "Artikelen toevoegen" }).first().click();
  await page.getByLabel("Op welke lijst").selectOption("Toog");
  await page.getByLabel(/^gist/).check();
  await page.getByRole("searchbox").fill("boter");
  await page.getByRole("searchbox").press("Enter");
  await page.getByLabel(/^boter/).check();
  await audit();
  await page.getByLabel("Op welke lijst").selectOption("Toog");
  await page.getByRole("button", { name: "Zet op de lijst" }).click();
  await expect(page.getByRole("status").filter({ hasText: "2 artikelen op de lijst gezet." })).toBeVisible();
  await hydrated();
  expect((await names(page)).sort()).toEqual(["boter", "gist"]);
});

test("arranged with the keyboard and by hand", async ({ page, signedInAs, elsewhereAs, hydrated, audit, javaScriptEnabled, expectConsole }) => {
  expectConsole(/status of 409/);
  await signedInAs("An");
  await saturday(page);
  await page.getByRole("link", { name: "Schikken" }).click();
  await hydrated();
  await audit();
  const before = await names(page);
  expect(before.slice(0, 4)).toEqual(["witte bloem", "bloem voor stokbrood", "bruin meel", "gist"]);
  // out of the cold room, with the keyboard
  const up = page.getByRole("button", { name: "gist omhoog" });
  await up.focus();
  await page.keyboard.press("Enter");
  const section = page.getByLabel("Vak van gist");
  await expect(section).toHaveValue(await section.locator("option", { hasText: "Bloemkot" }).getAttribute("value") ?? "");
  await page.reload();
  await hydrated();
  await expect(section.locator("option:checked")).toHaveText("Bloemkot");
  if (javaScriptEnabled === false) return;
  // by hand: the yeast goes above the flour for baguettes
  const row = (name: string) => page.getByRole("listitem").filter({ has: page.getByRole("heading", { name, exact: true }) });
  await row("bloem voor stokbrood").evaluate((element) => element.scrollIntoView({ block: "start" }));
  const from = await row("gist").locator(".handle").boundingBox();
  const to = await row("bloem voor stokbrood").boundingBox();
  if (!from || !to) throw new Error("not on the screen");
  const saved = page.waitForResponse((r) => r.url().endsWith("/arrangement") && r.request().method() === "POST");
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(to.x + 60, to.y + to.height, { steps: 6 });
  await page.mouse.move(to.x + 60, to.y + 6, { steps: 3 });
  // the line where it would fall, and no alarm
  await expect(row("bloem voor stokbrood")).toHaveClass(/falls/);
  await expect(row("bloem voor stokbrood")).not.toHaveCSS("font-weight", "600");
  await page.mouse.up();
  expect((await saved).status()).toBe(200);
  await expect.poll(async () => (await names(page)).slice(0, 3)).toEqual(["witte bloem", "gist", "bloem voor stokbrood"]);
  // Jef looks at what was, and is told
  const jef = await elsewhereAs("Jef");
  await jef.goto(page.url());
  await hydrated(jef);
  await page.getByRole("button", { name: "gist omlaag" }).click();
  await expect.poll(async () => (await names(page)).slice(0, 3)).toEqual(["witte bloem", "bloem voor stokbrood", "gist"]);
  await jef.getByRole("button", { name: "gist omhoog" }).click();
  await expect(jef.getByRole("alert")).toBeVisible();
  expect((await names(jef))[1]).toBe("gist");
});

test("an empty section says what to do with it", async ({ page, signedInAs, hydrated, audit, javaScriptEnabled }) => {
  await signedInAs("An");
  await saturday(page);
  await page.getByRole("link", { name: "Schikken" }).click();
  await hydrated();
  await page.getByLabel("Nieuw vak").fill("Kelder");
  await page.getByRole("button", { name: "Toevoegen", exact: true }).click();
  await hydrated();
  const told = page.getByText(javaScriptEnabled === false ? "Kies dit vak bij een artikel" : "Sleep een artikel hierheen");
  await expect(told.filter({ visible: true })).toHaveCount(1);
  await audit();
});

test("ordered whole, and taken back", async ({ page, signedInAs, hydrated, audit }) => {
  await signedInAs("An");
  await saturday(page);
  await hydrated();
  await audit();
  await page.getByRole("button", { name: "Voeg alles toe aan mandje" }).click();
  const told = page.getByRole("status").filter({ hasText: "8 artikelen van deze lijst bijgeteld" });
  await expect(told).toBeVisible();
  await hydrated();
  await audit();
  await expect(page.getByRole("textbox", { name: /^witte bloem/ })).toHaveValue("6");
  await told.getByRole("button", { name: "Ongedaan maken" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Ongedaan gemaakt" })).toBeVisible();
  await expect(page.getByRole("textbox", { name: /^witte bloem/ })).toHaveValue("");
});

test("on paper", async ({ page, signedInAs, audit }) => {
  await signedInAs("An");
  await saturday(page);
  await page.getByRole("link", { name: "Afdrukken" }).click();
  await audit();
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("columnheader", { name: "Eigen code" })).toBeVisible();
  await expect(page.getByRole("navigation")).toHaveCount(0);
  await expect(page.getByText("Bovenste plank")).toBeVisible();
});
