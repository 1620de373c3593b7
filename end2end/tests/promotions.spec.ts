// A promotion: Els makes one, An sees it at her article, in her basket and in the sum, and it goes as it came.

import { expect, test } from "../fixtures.ts";
import { amount, article, order } from "./story.ts";

test.use({ freshWorld: true });

test("made by Els, seen by An, and taken away", async ({ page, signedInAs, elsewhereAs, hydrated, audit, javaScriptEnabled, expectConsole }) => {
  expectConsole(/status of 422/);
  const els = await elsewhereAs("Els");
  await els.goto("/desk/promotions");
  await expect(els.getByRole("row").filter({ hasText: "Feestweken chocolade" })).toContainText("Loopt");
  await els.getByRole("link", { name: "Actie toevoegen" }).click();
  await els.getByLabel("Nederlands").fill("Bloemenweek");
  await els.getByLabel("Soort").selectOption("Gratis goederen (10 + 1)");
  await els.getByLabel("Hoeveel").fill("tien");
  await els.getByLabel("Tot en met").fill("2099-12-31");
  await els.getByLabel("Artikelnummers").fill("010555");
  await els.getByRole("button", { name: "Bewaren" }).click();
  // a slip of the finger is told where it was made, and the rest is kept
  await expect(els.getByText("Zo schrijft u gratis goederen niet: “tien”").first()).toBeVisible();
  await expect(els.getByLabel("Artikelnummers")).toHaveValue("010555");
  await els.getByLabel("Hoeveel").fill("3 + 1");
  await els.getByLabel(/^Komt bovenop de prijsafspraak/).check();
  await els.getByRole("button", { name: "Bewaren" }).click();
  await expect(els.getByRole("status").filter({ hasText: "Bewaard" })).toBeVisible();
  await audit(els);

  await signedInAs("An");
  await hydrated();
  const flour = article(page, "witte bloem");
  await expect(flour).toContainText(/Bloemenweek: 3 \+ 1 gratis, t\/m 31 dec/);
  await order(page, "witte bloem", "3", javaScriptEnabled !== false);
  await expect(flour).toContainText("nog 1 voor 1 gratis");
  await order(page, "witte bloem", "4", javaScriptEnabled !== false);
  await expect(flour).toContainText("waarvan 1 gratis");
  await expect(amount(page, "witte bloem")).toHaveText("€ 47,25");

  // asked first
  await els.getByText("Actie verwijderen", { exact: true }).click();
  await expect(els.getByText("De actie stopt meteen, voor alle klanten.")).toBeVisible();
  await els.getByRole("button", { name: "Ja, verwijder de actie" }).click();
  await expect(els.getByRole("status").filter({ hasText: "De actie is verwijderd" })).toBeVisible();
  await page.reload();
  await hydrated();
  await expect(amount(page, "witte bloem")).toHaveText("€ 63,00");
});
