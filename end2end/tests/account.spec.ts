// Oneself: the site one orders for, the devices one is signed in on, and going out.

import { expect, test } from "../fixtures.ts";
import { article, order, quantity } from "./story.ts";

test.use({ freshWorld: true });

test("An orders for her other site: another basket, another usual order", async ({ page, signedInAs, hydrated, javaScriptEnabled }) => {
  await signedInAs("An");
  await hydrated();
  const where = page.getByRole("banner");
  await expect(where).toContainText("Winkel Veldstraat");
  await order(page, "witte bloem", "4", javaScriptEnabled !== false);
  await page.goto("/account");
  await page.getByRole("radio", { name: /^Atelier Mariakerke/ }).check();
  await page.getByRole("button", { name: "Hier bestellen" }).click();
  await expect(page).toHaveURL("/order");
  await expect(where).toContainText("Atelier Mariakerke");
  await expect(quantity(page, "witte bloem")).toHaveValue("");
  // she takes flour here
  await expect(article(page, "witte bloem").getByText(/om de \d+ dagen/).or(article(page, "witte bloem").getByText(/op \d+ \w+/)).first()).toBeVisible();

  await page.goto("/account");
  await expect(page.getByRole("radio", { name: /^Atelier Mariakerke/ })).toBeChecked();
  await page.getByRole("radio", { name: /^Winkel Veldstraat/ }).check();
  await page.getByRole("button", { name: "Hier bestellen" }).click();
  await expect(quantity(page, "witte bloem")).toHaveValue("4");
});

test("signing out ends the session on the server", async ({ page, context, browser, signedInAs, portal }) => {
  await signedInAs("An");
  await page.goto("/account");
  const cookies = await context.cookies();
  await page.getByRole("button", { name: "Afmelden" }).first().click();
  await expect(page).toHaveURL("/sign-in");
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1, name: "Aanmelden" })).toBeVisible();

  // whoever kept the cookie has nothing
  const thief = await browser.newContext();
  await thief.addCookies(cookies);
  const stolen = await thief.newPage();
  await stolen.goto(new URL("/order", portal.url).href);
  await expect(stolen.getByRole("heading", { level: 1, name: "Aanmelden" })).toBeVisible();
  await thief.close();
});

test("a device that was lost is signed out from another", async ({ page, signedInAs, elsewhereAs }) => {
  const lost = await elsewhereAs("An");
  await signedInAs("An");
  await page.goto("/account");
  const devices = page.getByRole("table", { name: "Toestellen" }).getByRole("row").filter({ has: page.getByRole("rowheader") });
  await expect(devices).toHaveCount(2);
  await expect(devices.filter({ hasText: "Dit toestel" })).toHaveCount(1);
  await devices.getByRole("button", { name: /Afmelden/ }).click();
  await expect(devices).toHaveCount(1);
  await lost.reload();
  await expect(lost.getByRole("heading", { level: 1, name: "Aanmelden" })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: "Account" })).toBeVisible();
});

test("whoever was on the way somewhere arrives there after signing in", async ({ page, portal, expectConsole }) => {
  expectConsole(/status of 422/);
  const an = portal.people.find((p) => p.name === "An Peeters")!;
  await page.goto("/orders");
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await page.getByLabel("E-mail").fill(an.email);
  await page.getByLabel("Wachtwoord").fill("brood onder de plank");
  await page.getByRole("button", { name: "Aanmelden" }).click();
  await expect(page.getByRole("alert")).toContainText("E-mail en wachtwoord horen niet bij elkaar");
  await expect(page.getByLabel("E-mail")).toHaveValue(an.email);
  await expect(page.getByLabel("Wachtwoord")).toHaveValue("");
  await page.getByLabel("Wachtwoord").fill(an.password);
  await page.getByRole("button", { name: "Aanmelden" }).click();
  await expect(page).toHaveURL("/orders");
});
