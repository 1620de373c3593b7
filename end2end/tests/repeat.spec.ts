// An orders again what she ordered before: all of it, or what she picks.

import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures.ts";
import { article, quantity, send } from "./story.ts";

test.use({ freshWorld: true });

/** The newest order that was delivered. */
async function openDelivered(page: Page) {
  await page.getByRole("navigation", { name: "Hoofdmenu" }).getByRole("link", { name: "Bestellingen" }).click();
  await page.getByRole("row").filter({ hasText: "Geleverd" }).first().getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1, name: /^Bestelling B\d+/ })).toBeVisible();
}

const basketLines = (page: Page) => page.getByRole("region", { name: "Artikelen" }).getByRole("listitem");

test("a whole order, once more", async ({ page, signedInAs, hydrated }) => {
  await signedInAs("An");
  await openDelivered(page);
  const ordered = await page.getByRole("table").getByRole("rowheader").allInnerTexts();
  const all = page.getByRole("button", { name: /^Alles in het mandje \(\d+\)$/ });
  const possible = Number(/\d+/.exec(await all.innerText())![0]);
  expect(possible).toBeLessThanOrEqual(ordered.length);
  await all.click();
  await expect(page.getByRole("heading", { level: 1, name: "Mandje" })).toBeVisible();
  await expect(basketLines(page)).toHaveCount(possible);
  await hydrated();
  await send(page);
  await expect(page.getByRole("table").getByRole("rowheader")).toHaveCount(possible);
});

test("some of its lines", async ({ page, signedInAs, hydrated }) => {
  await signedInAs("An");
  await openDelivered(page);
  await hydrated();
  const boxes = page.getByRole("group", { name: "Opnieuw bestellen" }).getByRole("checkbox");
  const names = await page.getByRole("group", { name: "Opnieuw bestellen" }).locator("label b").allInnerTexts();
  for (let line = 2; line < names.length; line += 1) await boxes.nth(line).uncheck();
  await page.getByRole("button", { name: "Gekozen lijnen in het mandje" }).click();
  await expect(basketLines(page)).toHaveCount(2);
  for (const name of names.slice(0, 2)) await expect(article(page, name)).toBeVisible();
});

test("what changed since is said at its line", { tag: "@once" }, async ({ page, signedInAs, elsewhereAs, hydrated, expectConsole }) => {
  await signedInAs("An");
  await openDelivered(page);
  const group = page.getByRole("group", { name: "Opnieuw bestellen" });
  const [first, second] = (await page.getByRole("table").getByRole("rowheader").locator("small").allInnerTexts()).map(
    // the article number, with what the quantity comes to after it
    text => text.trim().split(/\s/)[0],
  );

  // a new list price for one, no more of the other
  const els = await elsewhereAs("Els");
  const openProduct = async (sku: string) => {
    await els.goto(`/desk/products?q=${sku}`);
    await els.getByRole("row").filter({ hasText: sku }).getByRole("link").click();
  };
  await els.goto("/desk/customers?q=peeters");
  await els.getByRole("link", { name: "Bakkerij Peeters" }).click();
  await els.getByRole("link", { name: "Assortiment" }).click();
  await els.getByRole("row").filter({ hasText: first! }).getByLabel(/^Afgesproken prijs/).fill("99,95");
  await els.getByRole("button", { name: "Bewaren" }).last().click();
  // five times as much as before is asked about
  expectConsole(/status of 422/);
  await els.getByLabel("Deze prijs klopt").check();
  await els.getByRole("button", { name: "Bewaren" }).last().click();
  await expect(els.getByRole("status").filter({ hasText: "Bewaard" })).toBeVisible();
  await openProduct(second!);
  await els.getByLabel("Niet meer te bestellen").check();
  await els.getByRole("button", { name: "Bewaren" }).click();
  await expect(els.getByRole("status").filter({ hasText: "Bewaard" })).toBeVisible();

  await page.reload();
  await hydrated();
  await expect(group.locator("label").nth(0)).toContainText(/prijs nu €\s99,95, was €/);
  await expect(group.locator("label").nth(1)).toContainText("niet meer te krijgen");
  await expect(group.getByRole("checkbox").nth(1)).toBeDisabled();
  await page.getByRole("button", { name: /^Alles in het mandje \(\d+\)$/ }).click();
  await expect(page.getByText("€ 99,95").first()).toBeVisible();
});

test("again adds to what lies in the basket already", { tag: "@once" }, async ({ page, signedInAs }) => {
  await signedInAs("An");
  await openDelivered(page);
  const order = page.url();
  const name = await page.getByRole("group", { name: "Opnieuw bestellen" }).locator("label b").first().innerText();
  await page.getByRole("button", { name: /^Alles in het mandje \(\d+\)$/ }).click();
  const once = Number(await quantity(page, name).inputValue());
  await page.goto(order);
  await page.getByRole("button", { name: /^Alles in het mandje \(\d+\)$/ }).click();
  await expect(quantity(page, name)).toHaveValue(String(2 * once));
});
