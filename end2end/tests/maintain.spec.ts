// Els maintains: a customer, its site, its people, a product, and what the customer sees of it.

import type { Locator, Page } from "@playwright/test";
import { expect, test } from "../fixtures.ts";
import { amount, article, order, quantity } from "./story.ts";

test.use({ freshWorld: true });

/** The form under this heading. */
const form = (page: Page, heading: string): Locator =>
  page.locator("form").filter({ has: page.getByRole("heading", { name: heading, exact: true }) });

const saved = (page: Page) => page.getByRole("status").filter({ hasText: "Bewaard" });

/** A Belgian VAT number with the right check digits. */
const vatNumber = (first: number) => `BE0${first}${String(97 - (first % 97)).padStart(2, "0")}`;

test("a new customer, from her VAT number to her first order", async ({ page, browser, signedInAs, hydrated, javaScriptEnabled, expectConsole }) => {
  test.slow();
  expectConsole(/status of 422/);
  await signedInAs("Els");
  const menu = page.getByRole("navigation", { name: "Hoofdmenu" });

  await test.step("a wrong VAT number is refused at its field, and nothing typed is lost", async () => {
    await menu.getByRole("link", { name: "Klanten" }).click();
    await page.getByRole("link", { name: "Klant toevoegen" }).click();
    await page.getByLabel("Naam", { exact: true }).fill("Bakkerij Zonnedauw");
    await page.getByLabel("Nummer", { exact: true }).fill("K2001");
    await page.getByLabel("Btw-nummer").fill("BE0123987699");
    await page.getByLabel("Betaaltermijn (dagen)").fill("30");
    await page.getByLabel("Minimumbestelling").fill("75");
    await page.getByLabel("Kredietlimiet").fill("2 500,50");
    await page.getByRole("button", { name: "Bewaren" }).click();
    await expect(page.getByRole("alert").getByRole("link", { name: /^Btw-nummer: dit btw-nummer klopt niet/ })).toBeVisible();
    await expect(page.getByLabel("Btw-nummer")).toHaveAccessibleDescription(/het controlegetal is fout/);
    await expect(page.getByLabel("Btw-nummer")).toHaveValue("BE0123987699");
    await expect(page.getByLabel("Naam", { exact: true })).toHaveValue("Bakkerij Zonnedauw");
    await expect(page.getByLabel("Kredietlimiet")).toHaveValue("2 500,50");
    await page.getByLabel("Btw-nummer").fill(vatNumber(1239876));
    await page.getByRole("button", { name: "Bewaren" }).click();
    await expect(saved(page)).toBeVisible();
    await expect(page.getByRole("heading", { level: 1, name: "Bakkerij Zonnedauw" })).toBeVisible();
    await expect(page.getByLabel("Kredietlimiet")).toHaveValue("2500,50");
  });
  const customer = page.url().replace(/\?.*/, "");

  await test.step("a site", async () => {
    const site = form(page, "Vestiging toevoegen");
    await site.getByLabel("Naam", { exact: true }).fill("Winkel Deinze");
    await site.getByLabel("Code", { exact: true }).fill("1");
    await site.getByLabel("Straat en nummer").fill("Markt 4");
    await site.getByLabel("Postcode").fill("9800");
    await site.getByLabel("Gemeente").fill("Deinze");
    for (const day of ["maandag", "woensdag", "vrijdag"]) await site.getByLabel(day).check();
    await site.getByRole("button", { name: "Bewaren" }).click();
    await expect(saved(page)).toBeVisible();
    await expect(form(page, "Winkel Deinze").getByLabel("Gemeente")).toHaveValue("Deinze");
    await expect(form(page, "Winkel Deinze").getByLabel("woensdag")).toBeChecked();
    await expect(form(page, "Winkel Deinze").getByLabel("dinsdag")).not.toBeChecked();
  });

  const link = await test.step("a person is invited: the link is shown once", async () => {
    const invite = form(page, "Iemand uitnodigen");
    await invite.getByLabel("Naam", { exact: true }).fill("Noor Claes");
    await invite.getByLabel("E-mail").fill("geen adres");
    await invite.getByRole("button", { name: "Uitnodigen" }).click();
    await expect(invite.getByText("dit is geen e-mailadres")).toBeVisible();
    await expect(invite.getByLabel("Naam", { exact: true })).toHaveValue("Noor Claes");
    await invite.getByLabel("E-mail").fill("noor@zonnedauw.example");
    await invite.getByRole("button", { name: "Uitnodigen" }).click();
    await expect(page.getByRole("heading", { name: "De uitnodiging is klaar" })).toBeVisible();
    const link = await page.getByLabel("Link", { exact: true }).inputValue();
    await page.goto(customer);
    await expect(page.getByRole("row").filter({ hasText: "Noor Claes" })).toContainText("Uitgenodigd");
    await expect(page.getByLabel("Link", { exact: true })).toBeHidden();
    return link;
  });

  await test.step("a product", async () => {
    await menu.getByRole("link", { name: "Producten" }).click();
    await page.getByRole("link", { name: "Product toevoegen" }).click();
    await page.getByRole("textbox", { name: "Nederlands", exact: true }).fill("Emmertarwebloem 20 kg");
    await page.getByLabel("Artikelnummer").fill("019999");
    await page.getByLabel("Rubriek").selectOption({ index: 0 });
    await page.getByLabel("Inhoud in basiseenheden").fill("20");
    await page.getByLabel("Lijstprijs").fill("veel");
    await page.getByRole("button", { name: "Bewaren" }).click();
    await expect(page.getByLabel("Lijstprijs")).toHaveAccessibleDescription("“veel” is geen getal");
    await expect(page.getByRole("textbox", { name: "Nederlands", exact: true })).toHaveValue("Emmertarwebloem 20 kg");
    await page.getByLabel("Lijstprijs").fill("41,5");
    await page.getByRole("group", { name: "Bevat", exact: true }).getByLabel("gluten").check();
    await page.getByRole("button", { name: "Bewaren" }).click();
    await expect(saved(page)).toBeVisible();
    await expect(page.getByLabel("Lijstprijs")).toHaveValue("41,50");
    await expect(page.getByRole("group", { name: "Bevat", exact: true }).getByLabel("gluten")).toBeChecked();
  });

  await test.step("into her assortment, under her own name and price", async () => {
    await page.goto(customer);
    await page.getByRole("link", { name: "Assortiment" }).click();
    await page.getByRole("searchbox", { name: "Zoek op naam of nummer" }).fill("019999");
    await page.getByRole("button", { name: "Zoek" }).click();
    await page.getByRole("button", { name: "Voeg Emmertarwebloem 20 kg toe" }).click();
    await expect(saved(page)).toBeVisible();
    await page.getByLabel("Eigen naam, Emmertarwebloem 20 kg").fill("emmer");
    await page.getByLabel("Afgesproken prijs, Emmertarwebloem 20 kg").fill("38,25");
    await page.getByLabel("Favoriet, Emmertarwebloem 20 kg").check();
    await page.getByRole("button", { name: "Bewaren" }).last().click();
    await expect(saved(page)).toBeVisible();
    await expect(page.getByLabel("Eigen naam, Emmertarwebloem 20 kg")).toHaveValue("emmer");
    await expect(page.getByLabel("Afgesproken prijs, Emmertarwebloem 20 kg")).toHaveValue("38,25");
  });

  await test.step("Noor chooses a password, signs in, and finds it", async () => {
    const context = await browser.newContext();
    const noor = await context.newPage();
    await noor.goto(link);
    await expect(noor.getByRole("heading", { level: 1, name: "Welkom" })).toBeVisible();
    await expect(noor.getByLabel("E-mail")).toHaveValue("noor@zonnedauw.example");
    await noor.getByLabel("Wachtwoord").fill("te kort");
    await noor.getByRole("button", { name: "Account openen" }).click();
    await expect(noor.getByLabel("Wachtwoord")).toHaveAccessibleDescription("minstens 15 tekens");
    await noor.getByLabel("Wachtwoord").fill("klaproos wandelt zuinig");
    await noor.getByRole("button", { name: "Account openen" }).click();
    await expect(noor).toHaveURL(/\/sign-in$/);
    await noor.getByLabel("E-mail").fill("noor@zonnedauw.example");
    await noor.getByLabel("Wachtwoord").fill("klaproos wandelt zuinig");
    await noor.getByRole("button", { name: "Aanmelden" }).click();
    await expect(noor).toHaveURL(/\/order$/);
    await hydrated(noor);
    await expect(article(noor, "emmer")).toContainText("019999 · Emmertarwebloem 20 kg");
    await expect(article(noor, "emmer")).toContainText("€ 38,25");
    await order(noor, "emmer", "2", javaScriptEnabled !== false);
    await expect(amount(noor, "emmer")).toHaveText("€ 76,50");
    await expect(quantity(noor, "emmer")).toHaveValue("2");

    // the link works once
    await noor.goto(link);
    await expect(noor.getByRole("heading", { level: 1, name: "Deze link werkt niet meer" })).toBeVisible();
    await context.close();
  });
});

test("two who edit the same product: the second is told, keeps what he typed and sees what is stored now", { tag: "@once" }, async ({ page, signedInAs, elsewhereAs, expectConsole }) => {
  expectConsole(/status of 409/);
  await signedInAs("Els");
  await page.goto("/desk/products?q=010555");
  await page.getByRole("link", { name: "Tarwebloem T55 wit 25 kg" }).click();
  const tom = await elsewhereAs("Tom");
  await tom.goto(page.url());
  await tom.getByLabel("Lijstprijs").fill("18,10");
  await tom.getByRole("button", { name: "Bewaren" }).click();
  await expect(saved(tom)).toBeVisible();
  await page.getByLabel("Lijstprijs").fill("17,90");
  await page.getByRole("button", { name: "Bewaren" }).click();
  await expect(page.getByRole("alert")).toContainText("Iemand anders heeft dit ondertussen gewijzigd");
  await expect(page.getByLabel("Lijstprijs")).toHaveValue("17,90");
  await expect(page.getByLabel("Lijstprijs")).toHaveAccessibleDescription("Intussen bewaard: 18,10");
  // seen, he saves once more, and that counts
  await page.getByRole("button", { name: "Bewaren" }).click();
  await expect(saved(page)).toBeVisible();
  await expect(page.getByLabel("Lijstprijs")).toHaveValue("17,90");
});

test("a price of three weeks ahead is entered today, and the baker reads it today", async ({ page, signedInAs, elsewhereAs }) => {
  await signedInAs("Els");
  await page.goto("/desk/customers?q=Peeters");
  await page.getByRole("link", { name: "Bakkerij Peeters" }).click();
  await page.getByRole("link", { name: "Assortiment" }).click();
  const flour = page.getByLabel("Afgesproken prijs, Tarwebloem T55 wit 25 kg");
  await expect(flour).toHaveValue("15,75");
  const day = new Date(Date.now() + 21 * 24 * 3600 * 1000).toISOString().slice(0, 10);
  await page.getByLabel("Prijzen die gelden op").fill(day);
  await page.getByRole("button", { name: "Toon", exact: true }).click();
  await expect(page.getByRole("status").filter({ hasText: "Prijzen die u hier wijzigt, gelden vanaf" })).toBeVisible();
  await flour.fill("16,50");
  await page.getByRole("button", { name: "Bewaren" }).last().click();
  await expect(saved(page)).toBeVisible();
  await expect(flour).toHaveValue("16,50");
  const an = await elsewhereAs("An");
  await an.goto("/order");
  await expect(article(an, "witte bloem")).toContainText("€ 15,75 / zak");
  await expect(an.getByText(/verandert 1 van uw \d+ artikelen van prijs/)).toBeVisible();
  await an.getByRole("link", { name: "Bekijk welke" }).click();
  const change = an.getByRole("row").filter({ hasText: "witte bloem" });
  await expect(change).toContainText("€ 15,75");
  await expect(change).toContainText("€ 16,50");
  await expect(change).toContainText("+4,8 %");
});

test("Greet, who administrates her bakery, invites a colleague and takes the right away again", { tag: "@once" }, async ({ page, signedInAs }) => {
  await signedInAs("Greet");
  await page.getByRole("navigation", { name: "Hoofdmenu" }).getByRole("link", { name: "Account" }).click();
  const invite = form(page, "Iemand uitnodigen");
  await invite.getByLabel("Naam", { exact: true }).fill("Wout Peeters");
  await invite.getByLabel("E-mail").fill("wout@bakkerijpeeters.example");
  await invite.getByLabel("Rol").selectOption("keuken (zonder prijzen)");
  await invite.getByRole("button", { name: "Uitnodigen" }).click();
  await expect(page.getByLabel("Link", { exact: true })).toHaveValue(/\/invitation\/\w+/);
  const wout = page.getByRole("row").filter({ hasText: "Wout Peeters" });
  await expect(wout).toContainText("keuken (zonder prijzen)");
  await wout.getByRole("button", { name: "Verwijder Wout Peeters" }).click();
  await expect(wout).toBeHidden();
});
