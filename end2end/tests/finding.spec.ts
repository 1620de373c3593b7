// Finding: in the own list at once, in the whole assortment by the server, and shelf by shelf; with and without JavaScript.

import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures.ts";
import { article, order, quantity } from "./story.ts";

test.use({ freshWorld: true });

const box = (page: Page) => page.getByRole("searchbox");

async function search(page: Page, typed: string) {
  await page.goto(`/order?q=${encodeURIComponent(typed)}`);
}

test("what is found says why, and takes a quantity", async ({ page, signedInAs, hydrated, audit, javaScriptEnabled }) => {
  await signedInAs("An");
  await search(page, "bloem");
  await hydrated();
  await expect(page.getByRole("heading", { level: 2 }).first()).toHaveText("Zoals u het noemt");
  await expect(article(page, "witte bloem")).toBeVisible();
  await order(page, "witte bloem", "4", javaScriptEnabled !== false);
  await audit();
  // her own code is exact; what was typed before is still there
  await search(page, "b1");
  await hydrated();
  await expect(page.getByRole("heading", { level: 2 }).first()).toHaveText("Met deze code");
  await expect(quantity(page, "witte bloem")).toHaveValue("4");
  // a slip is found, and said to be a guess
  await search(page, "kristalsuikr");
  await expect(page.getByRole("heading", { level: 2 }).first()).toHaveText("Lijkt erop");
});

test("the button searches everywhere and saves what was typed on the way @once", async ({ page, signedInAs, hydrated }) => {
  await signedInAs("An");
  await page.goto("/order");
  await hydrated();
  await quantity(page, "witte bloem").fill("3");
  await box(page).fill("suiker");
  await page.getByRole("button", { name: "Zoek", exact: true }).click();
  await expect(page).toHaveURL(/q=suiker/);
  await expect(article(page, "suiker")).toBeVisible();
  await search(page, "witte bloem");
  await expect(quantity(page, "witte bloem")).toHaveValue("3");
});

test("nothing found leads on, and the shelves lead to their articles", async ({ page, signedInAs, hydrated, audit }) => {
  await signedInAs("An");
  await search(page, "kaviaar");
  await hydrated();
  await expect(page.getByRole("heading", { name: "Niets gevonden voor “kaviaar”" })).toBeVisible();
  await audit();
  await page.getByRole("link", { name: "Kijk per rubriek" }).click();
  await hydrated();
  await expect(page.getByRole("heading", { name: "Alle rubrieken" })).toBeVisible();
  await audit();
  await page.getByRole("main").getByRole("list").getByRole("link", { name: /^Suiker en zoetstoffen/ }).click();
  await hydrated();
  await expect(article(page, "suiker")).toBeVisible();
  await expect(article(page, "witte bloem")).toHaveCount(0);
});

test("what the list does not show under that name, Enter asks the server for", async ({ page, signedInAs, hydrated, audit }) => {
  await signedInAs("An");
  await page.goto("/order");
  await hydrated();
  await quantity(page, "witte bloem").fill("3");
  // a scanner types the digits and presses Enter
  await box(page).fill("5419137115054");
  await box(page).press("Enter");
  await expect(page.getByRole("heading", { level: 2 }).first()).toHaveText("Met deze code");
  await expect(article(page, "bruin meel")).toBeVisible();
  await page.goto("/order");
  await expect(quantity(page, "witte bloem")).toHaveValue("3");
  await hydrated();
  await audit();
});

test("an empty list says where else to look @once", async ({ page, signedInAs, hydrated, audit, javaScriptEnabled }) => {
  test.skip(javaScriptEnabled === false, "without a script the server looks everywhere at once");
  await signedInAs("An");
  await page.goto("/order");
  await hydrated();
  await box(page).fill("kaviaar");
  await expect(page.getByRole("heading", { name: "Niets gevonden voor “kaviaar”" })).toBeVisible();
  await audit();
  // with no connection nothing is asked for, and nothing is lost
  await page.context().setOffline(true);
  await box(page).press("Enter");
  await expect(page.getByRole("heading", { name: "Niets gevonden voor “kaviaar”" })).toBeVisible();
  await page.context().setOffline(false);
  await box(page).fill("volkorenmeel");
  await expect(article(page, "bruin meel")).toBeVisible();
  await expect(page.getByRole("heading", { name: /^Niets gevonden/ })).toBeHidden();
  await box(page).fill("kaviaar");
  await page.getByRole("button", { name: "Zoek in uw hele assortiment" }).click();
  await expect(page).toHaveURL(/q=kaviaar/);
  await expect(page.getByRole("link", { name: "Kijk per rubriek" })).toBeVisible();
});
