// Mia at the order desk: what needs a look first, decided by keyboard, told to the buyer at once.

import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures.ts";
import { article, listening, neverReloaded, order, quantity, send } from "./story.ts";

test.use({ freshWorld: true });

const ordersInQueue = (page: Page) => page.getByRole("row").filter({ has: page.getByRole("link") });

/** An orders ten bags of her white flour and butter, with a note. */
async function anOrders(an: Page, scripted: boolean, note: string): Promise<string> {
  await order(an, "witte bloem", "10", scripted);
  await order(an, "boter", "2", scripted);
  await an.getByRole("button", { name: "Naar mandje" }).click();
  await an.getByLabel("Bericht aan de binnendienst").fill(note);
  return send(an);
}

test("an order arrives, is adjusted and accepted without a mouse, and An sees it happen", { tag: ["@js", "@once"] }, async ({
  page, signedInAs, elsewhereAs, hydrated,
}) => {
  const an = await elsewhereAs("An");
  await hydrated(an);
  const hears = listening(page);
  await signedInAs("Mia");
  await hydrated();
  await hears;
  const notReloaded = await neverReloaded(page);
  const number = await anOrders(an, true, "graag voor zes uur");
  const arrived = ordersInQueue(page).filter({ hasText: number });
  await expect(arrived).toBeVisible({ timeout: 2_000 });
  await notReloaded();
  await hydrated(an);
  const anStays = await neverReloaded(an);

  // exceptions first: no order that needs a look stands below one that needs none
  await expect(arrived).toContainText("Bericht");
  const looks = await ordersInQueue(page).evaluateAll((rows) =>
    rows.map((row) => (row as HTMLTableRowElement).cells[3]!.innerText.trim() !== ""),
  );
  expect(looks.indexOf(false) === -1 || !looks.slice(looks.indexOf(false)).includes(true), `${looks}`).toBe(true);

  // j until her order has the focus, then open it
  const link = arrived.getByRole("link", { name: "Bakkerij Peeters" });
  const rows = await ordersInQueue(page).allInnerTexts();
  for (let down = 0; down <= rows.findIndex((text) => text.includes(number)); down += 1) await page.keyboard.press("j");
  await expect(link).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Bakkerij Peeters, Winkel Veldstraat" })).toBeVisible();
  await expect(page.getByText("“graag voor zes uur”")).toBeVisible();
  await hydrated();

  // e adjusts the first line
  await page.keyboard.press("e");
  await expect(page.getByLabel("Bevestigd").first()).toBeFocused();
  await page.keyboard.press("Control+A");
  await page.keyboard.type("8");
  await page.keyboard.press("Tab");
  await page.keyboard.type("tekort");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  const line = page.getByRole("row").filter({ hasText: "witte bloem" });
  await expect(line).toContainText("8 zakken");
  await expect(line).toContainText("tekort (manco)");
  await hydrated();
  await expect(an.getByText("witte bloem: 8 in plaats van 10")).toBeVisible({ timeout: 2_000 });

  await page.keyboard.press("a");
  await expect(page.getByRole("status").filter({ hasText: `${number} is aanvaard` })).toBeVisible();
  await expect(arrived).toBeHidden();
  await expect(an.getByRole("list", { name: "Stand van de bestelling" }).locator("[aria-current=step]")).toContainText("Aanvaard", { timeout: 2_000 });
  await expect(an.getByText("Mia De Smet zette 010555 van 10 op 8: tekort (manco)")).toBeVisible();
  await expect(an.getByText("Mia De Smet heeft de bestelling aanvaard")).toBeVisible();
  await anStays();
});

test("keys walk the queue and leave a field alone", { tag: ["@js", "@once"] }, async ({ page, signedInAs, elsewhereAs, hydrated }) => {
  const an = await elsewhereAs("An");
  await hydrated(an);
  await anOrders(an, true, "");
  await signedInAs("Mia");
  await hydrated();
  const links = page.locator("[data-row]");
  await page.keyboard.press("j");
  await expect(links.nth(0)).toBeFocused();
  await page.keyboard.press("j");
  await expect(links.nth(1)).toBeFocused();
  await page.keyboard.press("k");
  await expect(links.nth(0)).toBeFocused();
  await page.keyboard.press("Enter");
  await hydrated();
  // the buttons stay where they are
  const [accept, decline] = [page.getByRole("button", { name: /^Aanvaarden/ }), page.locator("summary", { hasText: "Weigeren" })];
  const apart = async () => {
    const [one, other] = await Promise.all([accept.boundingBox(), decline.boundingBox()]);
    return [Math.round(other!.x - one!.x), Math.round(other!.y - one!.y)];
  };
  const before = await apart();
  await page.keyboard.press("d");
  expect(await apart()).toEqual(before);
  const reason = page.getByLabel("Reden, de klant leest dit");
  await expect(reason).toBeFocused();
  // an a in a word is a letter, not a decision
  await page.keyboard.type("staat al klaar, naderhand aanvaard");
  await expect(reason).toHaveValue("staat al klaar, naderhand aanvaard");
  await page.keyboard.press("Escape");
  await page.keyboard.press("q");
  await expect(page).toHaveURL("/desk");
});

test("by plain forms: adjust with a cause, accept", { tag: "@once" }, async ({ page, signedInAs, elsewhereAs, hydrated, javaScriptEnabled, expectConsole }) => {
  expectConsole(/status of 422/);
  const an = await elsewhereAs("An");
  await hydrated(an);
  const number = await anOrders(an, javaScriptEnabled !== false, "");
  await signedInAs("Mia");
  await ordersInQueue(page).filter({ hasText: number }).getByRole("link").click();
  await hydrated();
  const line = page.getByRole("row").filter({ hasText: "witte bloem" });
  await line.getByText("Pas aan").click();
  await line.getByLabel("Bevestigd").fill("acht");
  await line.getByLabel("Oorzaak").selectOption("tekort (manco)");
  await line.getByRole("button", { name: "Bewaren" }).click();
  await expect(line.getByText("“acht” is geen getal")).toBeVisible();
  await expect(line.getByLabel("Bevestigd")).toHaveValue("acht");
  await expect(line.getByLabel("Oorzaak").locator("option:checked")).toHaveText("tekort (manco)");
  await line.getByLabel("Bevestigd").fill("8");
  await line.getByRole("button", { name: "Bewaren" }).click();
  await expect(line).toContainText("8 zakken");
  await page.getByRole("button", { name: /^Aanvaarden/ }).click();
  await expect(page.getByRole("status").filter({ hasText: `${number} is aanvaard` })).toBeVisible();
  await page.getByRole("navigation", { name: "Toon" }).getByRole("link", { name: "Aanvaard" }).click();
  await expect(ordersInQueue(page).filter({ hasText: number })).toBeVisible();

  await an.goto("/orders");
  await an.getByRole("link", { name: number }).click();
  await expect(an.getByText("witte bloem: 8 in plaats van 10")).toBeVisible();
  await expect(an.getByText("Mia De Smet zette 010555 van 10 op 8: tekort (manco)")).toBeVisible();
});

test("declining needs a reason, and An reads it", async ({ page, signedInAs, elsewhereAs, hydrated, javaScriptEnabled, expectConsole }) => {
  expectConsole(/status of 422/);
  const scripted = javaScriptEnabled !== false;
  const an = await elsewhereAs("An");
  await hydrated(an);
  const number = await anOrders(an, scripted, "");
  await hydrated(an);
  await signedInAs("Mia");
  await ordersInQueue(page).filter({ hasText: "Bakkerij Peeters" }).filter({ hasText: /€\s286,70/ }).getByRole("link").click();
  await hydrated();
  await page.getByText(/^Weigeren/).click();
  await page.getByRole("button", { name: "Ja, weiger deze bestelling" }).click();
  await expect(page.getByLabel("Reden, de klant leest dit")).toBeVisible();
  await expect(page.getByText("dit is nodig").last()).toBeVisible();
  await page.getByLabel("Reden, de klant leest dit").fill("de molen staat stil");
  await page.getByRole("button", { name: "Ja, weiger deze bestelling" }).click();
  await expect(page.getByText("Geweigerd").first()).toBeVisible();

  if (!scripted) await an.reload();
  await expect(an.getByText("Mia De Smet heeft de bestelling geweigerd: de molen staat stil")).toBeVisible();
  await expect(an.getByRole("list", { name: "Stand van de bestelling" })).toContainText("Geweigerd");
  await an.goto("/orders");
  await expect(an.getByRole("row").filter({ hasText: number })).toContainText("Geweigerd");
});

test("a decision about what somebody else decided meanwhile is refused", { tag: "@once" }, async ({ page, signedInAs, elsewhereAs, hydrated, javaScriptEnabled, expectConsole }) => {
  expectConsole(/status of 409/);
  const an = await elsewhereAs("An");
  await hydrated(an);
  const number = await anOrders(an, javaScriptEnabled !== false, "");
  await signedInAs("Mia");
  // with a script the page would follow; what counts is what the server says to one that did not
  expectConsole(/ERR_FAILED/);
  await page.route("**/events*", (route) => route.abort());
  await ordersInQueue(page).filter({ hasText: number }).getByRole("link").click();
  await hydrated();
  await an.getByText("Annuleren", { exact: true }).click();
  await an.getByRole("button", { name: "Ja, annuleer deze bestelling" }).click();
  await expect(an.getByText("An Peeters heeft de bestelling geannuleerd")).toBeVisible();
  await page.getByRole("button", { name: /^Aanvaarden/ }).click();
  await expect(page.getByRole("alert")).toContainText(/geannuleerd|ondertussen gewijzigd/);
  await expect(page.getByText("An Peeters heeft de bestelling geannuleerd")).toBeVisible();
});

test("Mia orders for a customer who phones, and both names stand in the journal", async ({
  page, signedInAs, elsewhereAs, hydrated, javaScriptEnabled,
}) => {
  const scripted = javaScriptEnabled !== false;
  await signedInAs("Mia");
  await page.getByRole("navigation", { name: "Hoofdmenu" }).getByRole("link", { name: "Klanten" }).click();
  await page.getByRole("searchbox", { name: "Zoek op naam of nummer" }).fill("peeters");
  await page.getByRole("button", { name: "Zoek" }).click();
  await page.getByRole("link", { name: "Bakkerij Peeters" }).click();
  await page.getByRole("button", { name: "Bestellen namens" }).click();
  await hydrated();
  await expect(page.getByText("U bestelt namens Bakkerij Peeters")).toBeVisible();
  // the customer's own words and prices
  await expect(article(page, "witte bloem")).toContainText("€ 15,75");
  await order(page, "witte bloem", "10", scripted);
  await page.getByRole("button", { name: "Naar mandje" }).click();
  await hydrated();
  await expect(quantity(page, "witte bloem")).toHaveValue("10");
  const number = await send(page);
  await expect(page.getByText("Mia De Smet, namens Bakkerij Peeters, heeft de bestelling verstuurd")).toBeVisible();
  await page.getByRole("button", { name: "Stoppen" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Bakkerij Peeters" })).toBeVisible();
  await expect(page.getByText("U bestelt namens")).toBeHidden();

  const an = await elsewhereAs("An");
  await an.goto("/orders");
  await expect(an.getByRole("row").filter({ hasText: number })).toContainText("Mia De Smet, namens u");
  await an.getByRole("link", { name: number }).click();
  await expect(an.getByText("Mia De Smet, namens Bakkerij Peeters, heeft de bestelling verstuurd")).toBeVisible();
});
