// Dutch, French and English, by the buttons under every page.

import { expect, test } from "../fixtures.ts";
import { article } from "./story.ts";

const LANGUAGES = [
  { code: "fr", button: "Français", signIn: "Se connecter", order: /^Livraison (lundi|mardi|mercredi|jeudi|vendredi) \d+ /, price: "15,75 €", menu: "Commander" },
  { code: "en", button: "English", signIn: "Sign in", order: /^Delivery \w+day \d+ /, price: "€15.75", menu: "Order" },
  { code: "nl", button: "Nederlands", signIn: "Aanmelden", order: /^Levering \w+dag \d+ /, price: "€ 15,75", menu: "Bestellen" },
] as const;

test("signing in", async ({ page }) => {
  await page.goto("/sign-in");
  await expect(page.locator("html")).toHaveAttribute("lang", "nl");
  for (const { code, button, signIn } of LANGUAGES) {
    await page.getByRole("button", { name: button }).click();
    await expect(page.locator("html")).toHaveAttribute("lang", code);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(signIn);
    await expect(page.getByRole("button", { name: signIn })).toBeVisible();
    await expect(page).toHaveURL("/sign-in");
  }
});

test("a browser that asks for French is answered in French", { tag: "@once" }, async ({ browser, portal }) => {
  const context = await browser.newContext({ locale: "fr-BE" });
  const page = await context.newPage();
  await page.goto(new URL("/sign-in", portal.url).href);
  await expect(page.locator("html")).toHaveAttribute("lang", "fr");
  await context.close();
});

test.describe("of a person", () => {
  test.use({ freshWorld: true });

  test("the order page", async ({ page, signedInAs, elsewhereAs, hydrated, portal }) => {
    await signedInAs("An");
    for (const { code, button, order, price, menu } of LANGUAGES) {
      await page.getByRole("button", { name: button }).click();
      await hydrated();
      await expect(page.locator("html")).toHaveAttribute("lang", code);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(order);
      await expect(page.getByRole("link", { name: menu, exact: true })).toHaveAttribute("aria-current", "page");
      await expect(article(page, "witte bloem")).toContainText(price);
      await expect(page).toHaveURL("/order");
    }
    // it goes with the person, to every device
    await page.getByRole("button", { name: "Français" }).click();
    await expect(page.locator("html")).toHaveAttribute("lang", "fr");
    const elsewhere = await elsewhereAs("An");
    await expect(elsewhere).toHaveURL(new URL("/order", portal.url).href);
    await expect(elsewhere.locator("html")).toHaveAttribute("lang", "fr");
  });

  test("what a script says is in it too", { tag: ["@js", "@once"] }, async ({ page, signedInAs, hydrated }) => {
    await signedInAs("An");
    await page.getByRole("button", { name: "Français" }).click();
    await expect(page.locator("html")).toHaveAttribute("lang", "fr");
    await hydrated();
    const field = article(page, "witte bloem").getByRole("textbox");
    await field.fill("1,5");
    await expect(field).toHaveAccessibleDescription("choisissez 1 ou 2");
    await field.fill("2");
    await expect(article(page, "witte bloem").getByRole("status")).toHaveText("31,50 €");
  });

  test("the page one was on stays, with what was asked of it", { tag: "@once" }, async ({ page, signedInAs }) => {
    await signedInAs("An");
    await page.goto("/order?q=boter");
    await page.getByRole("button", { name: "English" }).click();
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    await expect(page.getByRole("searchbox")).toHaveValue("boter");
  });
});
