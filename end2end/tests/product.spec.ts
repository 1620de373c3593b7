// The page of one product: read and ordered by An, kept by Els, and what takes the place of what is no longer made.

import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures.ts";
import { article } from "./story.ts";

test.use({ freshWorld: true });

/** The desk's page of a product. */
async function desk(page: Page, sku: string) {
  await page.goto(`/desk/products?q=${sku}`);
  await page.getByRole("row").filter({ hasText: sku }).getByRole("link").click();
  await expect(page.getByText(`· ${sku}`)).toBeVisible();
}

const saved = (page: Page) => page.getByRole("status").filter({ hasText: "Bewaard" });

test("An opens an article of her list, reads it and orders it there", async ({ page, signedInAs, audit, expectConsole }) => {
  expectConsole(/status of 422/);
  await signedInAs("An");
  await page.goto("/order");
  await article(page, "witte bloem").getByRole("link", { name: "witte bloem", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "witte bloem" })).toBeVisible();
  await expect(page.getByText("Tarwebloem T55 wit 25 kg · 010555")).toBeVisible();
  await expect(page.getByText("Op voorraad")).toBeVisible();
  await expect(page.getByText("Gewijzigd sinds uw laatste bestelling")).toBeVisible();
  const picture = page.getByRole("img", { name: "Tarwebloem T55 wit 25 kg, foto 1" });
  await expect(picture).toBeVisible();
  await expect.poll(() => picture.evaluate((img) => (img as HTMLImageElement).naturalWidth)).toBeGreaterThan(0);
  await audit();

  await test.step("the field starts with what is likely, and nothing at all is answered", async () => {
    await expect(page.getByLabel("Hoeveel zakken?")).toHaveValue(/^[1-9]/);
    await expect(page.getByText("en de prijs wordt")).toBeVisible();
    await page.getByLabel("Hoeveel zakken?").fill("0");
    await page.getByRole("button", { name: "In het mandje" }).last().click();
    await expect(page.getByLabel("Hoeveel zakken?")).toHaveAccessibleDescription("minstens 1");
  });
  await test.step("what cannot be read comes back with its message", async () => {
    await page.getByLabel("Hoeveel zakken?").fill("veel");
    await page.getByLabel("Hoeveel zakken?").press("Enter");
    await expect(page.getByLabel("Hoeveel zakken?")).toHaveValue("veel");
    await expect(page.getByLabel("Hoeveel zakken?")).toHaveAccessibleDescription(/veel/);
    await audit();
  });
  await page.getByLabel("Hoeveel zakken?").fill("6");
  await page.getByLabel("Hoeveel zakken?").press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "Bewaard in uw mandje." })).toBeVisible();
  await page.getByRole("button", { name: "Meer witte bloem" }).click();
  await expect(page.getByLabel("Hoeveel zakken?")).toHaveValue("7");
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Versie 2" }).click();
  expect((await download).suggestedFilename()).toBe("010555-v2.pdf");
});

test("what Els takes out of the range moves on with one tap of An", async ({ page, elsewhereAs, signedInAs, audit }) => {
  const els = await elsewhereAs("Els");
  await desk(els, "010655");
  await els.getByLabel("Opvolger").fill("010555");
  await els.getByLabel("Niet meer te bestellen").check();
  await els.getByLabel("Reden, Nederlands").fill("De molen stopt ermee.");
  await els.getByRole("button", { name: "Bewaren" }).click();
  await expect(saved(els)).toBeVisible();

  await signedInAs("An");
  await page.goto("/order");
  const notice = page.getByRole("listitem").filter({ hasText: "neemt de plaats in" });
  await expect(notice).toContainText("De molen stopt ermee.");
  await audit();
  await notice.getByRole("button", { name: "Overschakelen naar witte bloem" }).click();
  await expect(page.getByText("neemt de plaats in")).toHaveCount(0);
  await expect(article(page, "witte bloem")).toBeVisible();
  await expect(article(page, "bloem voor stokbrood")).toHaveCount(0);
});

test("Els keeps the page of a product @once", async ({ page, signedInAs, audit, expectConsole }) => {
  expectConsole(/status of 422/);
  await signedInAs("Els");
  await desk(page, "010205");
  await page.getByLabel("Tekst, Nederlands").fill("Fijne bloem voor taarten.");
  await page.getByRole("group", { name: "Kan bevatten" }).getByLabel("Soja").check();
  await page.getByLabel("Eiwit (%)").fill("10,55");
  await page.getByLabel("Opvolger").fill("010205");
  await page.getByRole("button", { name: "Bewaren" }).click();
  await expect(page.getByLabel("Opvolger")).toHaveAccessibleDescription("dat is dit artikel zelf: kies een ander");
  await expect(page.getByLabel("Eiwit (%)")).toHaveValue("10,55");
  await expect(page.getByLabel("Tekst, Nederlands")).toHaveValue("Fijne bloem voor taarten.");
  await page.getByLabel("Eiwit (%)").fill("10,5");
  await page.getByLabel("Opvolger").fill("");
  await page.getByRole("button", { name: "Bewaren" }).click();
  await expect(saved(page)).toBeVisible();

  await page.getByRole("link", { name: "Voorraad, foto’s en fiches" }).click();
  const send = (name: string, mimeType: string, text: string) => ({ name, mimeType, buffer: Buffer.from(text) });
  await page.getByLabel("Bestand").first().setInputFiles(send("brood.png", "image/png", "<svg onload='alert(1)'/>"));
  await page.getByRole("button", { name: "Foto toevoegen" }).click();
  await expect(page.getByLabel("Bestand").first()).toHaveAccessibleDescription(/geen foto/);
  await audit();
  await page.getByLabel("Bestand").last().setInputFiles(send("fiche.pdf", "application/pdf", "%PDF-1.7\n%%EOF\n"));
  await page.getByRole("button", { name: "Fiche toevoegen" }).click();
  await expect(saved(page)).toBeVisible();
  await expect(page.getByRole("link", { name: "Versie 1" })).toBeVisible();
  await page.getByRole("combobox", { name: "Voorraad" }).selectOption("Op voorraad");
  await page.getByRole("button", { name: "Doorgeven" }).click();
  await expect(page.getByText("Laatst doorgegeven")).toBeVisible();
  await audit();

  await page.goto("/desk/products/attributes");
  await expect(page.getByRole("heading", { name: "Bakwaarde W" })).toBeVisible();
  await audit();
});
