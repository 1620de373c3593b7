// The assortment of a group: Els adds an article for all bakers, An finds it in her list, and it leaves as it came.

import { expect, test } from "../fixtures.ts";
import { article } from "./story.ts";

test.use({ freshWorld: true });

test("added for all bakers, found by An, and taken back", async ({ page, signedInAs, elsewhereAs, hydrated, audit, expectConsole }) => {
  expectConsole(/status of 422/);
  const els = await elsewhereAs("Els");
  await els.goto("/desk/prices?group=bakkers");
  await els.getByRole("link", { name: "Assortiment" }).click();
  await expect(els.getByText("Nog geen artikelen voor de hele groep")).toBeVisible();
  await audit(els);
  await els.getByLabel("Artikelnummers").fill("010452 999999");
  await els.getByRole("button", { name: "Toevoegen" }).click();
  await expect(els.getByText("“999999” kennen we niet").first()).toBeVisible();
  await expect(els.getByLabel("Artikelnummers")).toHaveValue("010452 999999");
  await els.getByLabel("Artikelnummers").fill("010452");
  await els.getByRole("button", { name: "Toevoegen" }).click();
  await expect(els.getByRole("status").filter({ hasText: "Bewaard" })).toBeVisible();
  await expect(els.getByText("Klanten in de groep: 15.")).toBeVisible();
  await audit(els);

  await signedInAs("An");
  await hydrated();
  await expect(article(page, "Tarwebloem T45 5 kg")).toBeVisible();

  await els.getByRole("button", { name: /^Tarwebloem T45 5 kg.*verwijderen$|^Verwijder.*Tarwebloem T45 5 kg/i }).click();
  await expect(els.getByText("Nog geen artikelen voor de hele groep")).toBeVisible();
  await page.reload();
  await hydrated();
  await expect(article(page, "Tarwebloem T45 5 kg")).toHaveCount(0);
});
