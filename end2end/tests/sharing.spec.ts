// One basket for the whole site: An and Jef fill it together, on whatever device is at hand.

import { expect, test } from "../fixtures.ts";
import { article, bar, listening, neverReloaded, order, quantity, send, sendButton } from "./story.ts";

test.use({ freshWorld: true });

test("what Jef adds appears in An's open list", { tag: ["@js", "@once"] }, async ({ page, signedInAs, elsewhereAs, hydrated }) => {
  const hears = listening(page);
  await signedInAs("An");
  await hydrated();
  await hears;
  const notReloaded = await neverReloaded(page);
  await order(page, "witte bloem", "4", true);
  // she is in the middle of something else
  await quantity(page, "boter").pressSequentially("2");

  const jef = await elsewhereAs("Jef");
  await hydrated(jef);
  await expect(quantity(jef, "witte bloem")).toHaveValue("4");
  await order(jef, "gist", "6", true);

  await expect(quantity(page, "gist")).toHaveValue("6", { timeout: 2_000 });
  await expect(article(page, "gist")).toContainText("toegevoegd door Jef Peeters");
  await expect(quantity(page, "boter")).toHaveValue("2");
  await expect(bar(page)).toContainText("3 artikelen, excl. btw");
  await notReloaded();
  await page.reload();
  await expect(bar(page)).toContainText("3 artikelen, excl. btw");
});

test("begun on one device, finished on another", async ({ page, signedInAs, elsewhereAs, hydrated, javaScriptEnabled }) => {
  const scripted = javaScriptEnabled !== false;
  await signedInAs("An");
  await hydrated();
  await order(page, "witte bloem", "10", scripted);
  const jef = await elsewhereAs("Jef");
  await hydrated(jef);
  await order(jef, "gist", "2", scripted);
  await page.goto("/account");
  await page.getByRole("button", { name: "Afmelden" }).click();
  await expect(page).toHaveURL("/sign-in");

  const phone = await elsewhereAs("An");
  await hydrated(phone);
  await expect(quantity(phone, "witte bloem")).toHaveValue("10");
  await expect(article(phone, "gist")).toContainText("toegevoegd door Jef Peeters");
  await phone.getByRole("button", { name: "Naar mandje" }).click();
  await send(phone);
  await expect(phone.getByRole("table").getByRole("rowheader")).toHaveText([/^witte bloem/, /^gist/]);
});

test("Jef changes the basket while An looks it over: she is told, and nothing is lost", async ({
  page, signedInAs, elsewhereAs, hydrated, javaScriptEnabled, expectConsole,
}) => {
  expectConsole(/status of 409/);
  const scripted = javaScriptEnabled !== false;
  await signedInAs("An");
  await hydrated();
  await order(page, "witte bloem", "10", scripted);
  await page.getByRole("button", { name: "Naar mandje" }).click();
  await hydrated();
  await page.getByLabel("Uw referentie").fill("week 48");
  await page.getByLabel("Bericht aan de binnendienst").fill("graag voor zes uur");

  const jef = await elsewhereAs("Jef");
  await hydrated(jef);
  await order(jef, "gist", "2", scripted);

  await sendButton(page).click();
  await expect(page.getByRole("alert")).toContainText("Jef Peeters heeft het mandje ondertussen gewijzigd");
  await expect(quantity(page, "gist")).toHaveValue("2");
  await expect(quantity(page, "witte bloem")).toHaveValue("10");
  await expect(page.getByLabel("Uw referentie")).toHaveValue("week 48");
  await expect(page.getByLabel("Bericht aan de binnendienst")).toHaveValue("graag voor zes uur");
  await hydrated();
  await send(page);
  await expect(page.getByRole("table").getByRole("rowheader")).toHaveText([/^witte bloem/, /^gist/]);
});

test("what An typed and Jef changed elsewhere are both kept", { tag: "@once" }, async ({
  page, signedInAs, elsewhereAs, hydrated, javaScriptEnabled, expectConsole,
}) => {
  expectConsole(/status of 409/);
  const scripted = javaScriptEnabled !== false;
  await signedInAs("An");
  await hydrated();
  await order(page, "witte bloem", "10", scripted);
  await page.getByRole("button", { name: "Naar mandje" }).click();
  await hydrated();
  const jef = await elsewhereAs("Jef");
  await hydrated(jef);
  await order(jef, "gist", "2", scripted);

  await quantity(page, "witte bloem").fill("12");
  await sendButton(page).click();
  await expect(page.getByRole("alert")).toContainText("Jef Peeters heeft het mandje ondertussen gewijzigd");
  await expect(quantity(page, "witte bloem")).toHaveValue("12");
  await expect(quantity(page, "gist")).toHaveValue("2");
});

test("An sent it; Jef, who still has the basket open, is shown her order", async ({
  page, signedInAs, elsewhereAs, hydrated, javaScriptEnabled, expectConsole,
}) => {
  expectConsole(/status of 409/);
  await signedInAs("Jef");
  await hydrated();
  await order(page, "witte bloem", "10", javaScriptEnabled !== false);
  await page.getByRole("button", { name: "Naar mandje" }).click();
  await hydrated();
  const an = await elsewhereAs("An");
  await hydrated(an);
  await order(an, "gist", "2", javaScriptEnabled !== false);
  await an.goto("/basket");
  const number = await send(an);
  await sendButton(page).click();
  // sent twice is one order, whoever sent it
  await expect(page.getByText(number).first()).toBeVisible();
  await page.goto("/orders");
  await expect(page.getByRole("row").filter({ hasText: number })).toHaveCount(1);
});
