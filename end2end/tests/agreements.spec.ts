// A price for a group: Els agrees on it, An sees it, an overlap shows both, and the way to a price can be followed.

import { expect, test } from "../fixtures.ts";

test.use({ freshWorld: true });

test("agreed with the bakers, seen by An, and explained", async ({ page, signedInAs, elsewhereAs, hydrated, audit, expectConsole }) => {
  expectConsole(/status of 422/);
  const els = await elsewhereAs("Els");
  await els.goto("/desk/prices");
  await audit(els);
  await els.getByRole("link", { name: "bakkers", exact: true }).click();
  const enter = async (price: string) => {
    await els.getByLabel("Artikelnummer").fill("010455");
    await els.getByLabel("Prijs of korting").fill(price);
    await els.getByRole("button", { name: "Bewaren" }).first().click();
  };
  // ten times too much is asked about, and can be corrected
  await enter("182,50");
  await expect(els.getByText("€ 182,50 is wel heel anders dan € 18,25").first()).toBeVisible();
  await expect(els.getByLabel("Deze prijs klopt")).toBeVisible();
  await enter("−5 %");
  await expect(els.getByRole("status").filter({ hasText: "Bewaard" })).toBeVisible();
  const row = els.getByRole("row").filter({ hasText: "010455" });
  await expect(row).toContainText("−5 %");
  await expect(row).toContainText("Loopt");
  // a second one for the same days names both
  await enter("17,00");
  await expect(els.getByText(/17,00\s+vanaf .* overlapt met −5\s%\s+vanaf/).first()).toBeVisible();
  await expect(els.getByLabel("Prijs of korting")).toHaveValue("17,00");
  await audit(els);

  await signedInAs("An");
  await hydrated();
  const flour = page.getByRole("listitem").filter({ hasText: "010455" });
  await expect(flour).toContainText("€ 17,3375");
  await expect(flour).toContainText("Prijsafspraak van de groep bakkers");

  await els.goto("/desk/customers");
  await els.getByRole("link", { name: "Bakkerij Peeters" }).click();
  await els.getByRole("link", { name: "Wat betaalt hij?" }).click();
  await els.getByLabel("Artikel", { exact: true }).fill("010455");
  await els.getByLabel("Aantal").fill("4");
  await els.getByRole("button", { name: "Toon" }).click();
  await expect(els.getByRole("table", { name: "Hoe we aan deze prijs komen" })).toContainText("Prijsafspraak van de groep bakkers");
  await expect(els.getByText("€ 69,35")).toBeVisible();
  await expect(els.getByText("Marge")).toBeVisible();
  await audit(els);

  // what has begun is ended, and stays to be read
  await els.goto("/desk/prices?group=bakkers");
  const today = new Date().toLocaleDateString("sv", { timeZone: "Europe/Brussels" });
  await row.getByText("Einde wijzigen").click();
  await row.getByLabel("Laatste dag").fill(today);
  await row.getByRole("button", { name: "Bewaren" }).click();
  await expect(els.getByRole("status").filter({ hasText: "Bewaard" })).toBeVisible();
  await expect(row).toContainText("tot en met");
});
