// Prices revised together: a rule, a block from a spreadsheet, looked at, published, and taken back.

import { expect, test } from "../fixtures.ts";

test.use({ freshWorld: true });

test("three percent more, looked at by Els, paid by An, and taken back", async ({ page, signedInAs, elsewhereAs, audit, expectConsole }) => {
  expectConsole(/status of 422/);
  const els = await elsewhereAs("Els");
  await els.goto("/desk/customers");
  await els.getByRole("link", { name: "Bakkerij Peeters" }).click();
  await els.getByRole("link", { name: "Prijsafspraken" }).last().click();
  await els.getByRole("link", { name: "Prijzen herzien" }).click();
  await expect(els.getByRole("heading", { level: 1 })).toHaveText("Prijzen herzien: Bakkerij Peeters");
  await audit(els);
  await els.getByLabel("Wijziging").fill("+3 %");
  await els.getByRole("button", { name: "Toon voorstel" }).click();
  await expect(els.getByRole("status").filter({ hasText: "Geldt voor Bakkerij Peeters" })).toBeVisible();
  const flour = els.getByRole("row").filter({ hasText: "010555" });
  await expect(flour.getByLabel(/Nieuwe prijs/)).toHaveValue("16,22");
  await expect(flour).toContainText("marge");
  await audit(els);

  // a slip of the finger is asked about before anything counts
  await flour.getByLabel(/Nieuwe prijs/).fill("1,62");
  await flour.getByLabel(/Staffels/).fill("");
  await flour.getByLabel(/Nieuwe prijs/).press("Enter");
  await expect(els.getByText("€ 1,62 is wel heel anders dan € 15,75").first()).toBeVisible();
  await expect(flour).toContainText("vanaf 20: € 15,25 vervalt");
  await expect(els.getByRole("button", { name: /^Publiceren/ })).toHaveCount(0);
  await audit(els);
  await flour.getByLabel(/Nieuwe prijs/).fill("16,20");
  await els.getByRole("button", { name: "Nakijken" }).last().click();
  await expect(flour).toContainText("vanaf 20: € 15,25 blijft");
  await els.getByRole("button", { name: "Publiceren" }).click();
  await expect(els.getByRole("status")).toHaveText("Gepubliceerd.");
  await audit(els);

  await signedInAs("An");
  // her next delivery is after it
  const hers = page.getByRole("listitem").filter({ hasText: "010555" });
  await expect(hers).toContainText("€ 16,20");
  await els.getByRole("button", { name: "Ongedaan maken" }).click();
  await expect(els.getByRole("status")).toContainText("Ongedaan gemaakt door Els");
  await page.reload();
  await expect(hers).toContainText("€ 15,75");
});

test("list prices of next month from a spreadsheet, in the field or over the cells @once", async ({ elsewhereAs, page, signedInAs, hydrated, audit, expectConsole, javaScriptEnabled }) => {
  expectConsole(/status of 422/);
  const els = await elsewhereAs("Els");
  await els.goto("/desk/prices");
  await els.getByRole("link", { name: "Lijstprijzen herzien" }).click();
  const day = new Date(Date.now() + 30 * 24 * 3600 * 1000).toISOString().slice(0, 10);
  await els.getByLabel("Vanaf").fill(day);
  await els.getByText("Of plak rijen").click();
  const rows = els.getByLabel("Rijen uit een rekenblad");
  await rows.fill("010455\t18,80\t10: 18,50\n999999\t3");
  await els.getByRole("button", { name: "Toon voorstel" }).click();
  await expect(els.getByText(/999999/).first()).toBeVisible();
  await expect(rows).toHaveValue("010455\t18,80\t10: 18,50\n999999\t3");
  await rows.fill("010455\t18,80\t10: 18,50\n010655\t17,60");
  await els.getByRole("button", { name: "Toon voorstel" }).click();
  await expect(els.getByText("2 prijzen")).toBeVisible();
  if (javaScriptEnabled !== false) {
    // a block over the cells goes down and to the side
    await hydrated(els);
    const first = els.getByRole("row").filter({ hasText: "010455" }).getByLabel(/Nieuwe prijs/);
    await first.evaluate((cell) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", "18,90\t20: 18,40\r\n17,70\t\r\n");
      cell.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    });
    await expect(first).toHaveValue("18,90");
    await expect(els.getByRole("row").filter({ hasText: "010455" }).getByLabel(/Staffels/)).toHaveValue("20: 18,40");
    await expect(els.getByRole("row").filter({ hasText: "010655" }).getByLabel(/Nieuwe prijs/)).toHaveValue("17,70");
  }
  await els.getByRole("button", { name: /^Publiceren vanaf/ }).click();
  await expect(els.getByRole("status")).toHaveText("Gepubliceerd.");
  await audit(els);
  await els.goto("/desk/prices");
  await expect(els.getByRole("region", { name: "Laatste prijsherzieningen" })).toContainText("2 prijzen");
  await els.goto("/desk/products?q=010455");
  await els.getByRole("row").filter({ hasText: "010455" }).getByRole("link").click();
  await expect(els.getByText(/De lijstprijs wordt .* vanaf/)).toBeVisible();
  await audit(els);
  // whom it concerns is told
  await signedInAs("An");
  await page.goto("/price-changes");
  await expect(page.getByRole("row").filter({ hasText: "010655" })).toContainText("€ 17,20");
});

test("what counts for a group @once", async ({ elsewhereAs, audit, expectConsole }) => {
  expectConsole(/status of 422/);
  const els = await elsewhereAs("Els");
  await els.goto("/desk/prices?group=bakkers");
  await els.getByLabel("Melding van een hogere prijs, in dagen").fill("14");
  await els.getByRole("button", { name: "Bewaren" }).last().click();
  await expect(els.getByRole("status")).toHaveText(/Bewaard/);
  await els.getByLabel("Artikelnummer").fill("010455");
  await els.getByLabel("Prijs of korting").fill("18,75");
  await els.getByRole("button", { name: "Bewaren" }).first().click();
  await expect(els.getByText("14 dagen op voorhand te melden").first()).toBeVisible();
  await audit(els);
  await els.getByLabel("Zo afgesproken met de klant").check();
  await els.getByRole("button", { name: "Bewaren" }).first().click();
  await expect(els.getByRole("status")).toHaveText(/Bewaard/);
});
