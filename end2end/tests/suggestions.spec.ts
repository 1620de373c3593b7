// What is new and what goes with it: below what somebody came for, with its reason, and gone when it is put away.

import { expect, test } from "../fixtures.ts";

test.use({ freshWorld: true });

test("An asks for a sample, Mia sends it, and An puts the other away", async ({ page, signedInAs, elsewhereAs, hydrated, audit }) => {
  await signedInAs("An");
  await hydrated();
  const news = page.getByRole("region", { name: "Nieuw voor u" });
  await expect(news.getByRole("listitem")).toHaveCount(2);
  await expect(news).toContainText("Nieuw bij ons, voor warme bakkers", { ignoreCase: true });
  // below the last row of the list, never before it
  const lastRow = await page.getByRole("textbox", { name: /, aantal in / }).last().boundingBox();
  const below = await news.boundingBox();
  expect(below && lastRow && below.y > lastRow.y).toBe(true);
  await news.getByRole("button", { name: "Staal aanvragen van Pistachenoten gepeld groen 1 kg" }).click();
  await expect(news.getByText("Staal aangevraagd")).toBeVisible();

  const mia = await elsewhereAs("Mia");
  await mia.goto("/desk/samples");
  await expect(mia.getByRole("region", { name: "Te doen" })).toContainText("Bakkerij Peeters");
  await audit(mia);
  await mia.getByRole("button", { name: /^Staal versturen: Pistachenoten/ }).click();
  await expect(mia.getByRole("region", { name: "Te doen" })).toContainText("Alles is afgehandeld.");

  await page.goto("/order?show=");
  await hydrated();
  await audit(page);
  await news.getByRole("link", { name: "Staal onderweg" }).click();
  await expect(page.getByRole("heading", { name: "Uw aanvragen" })).toBeVisible();
  await audit(page);

  await page.goto("/order");
  await hydrated();
  await news.getByRole("button", { name: /^Tarwebloem T65 steengemalen .* niet meer tonen$/ }).click();
  await expect(news.getByRole("listitem")).toHaveCount(1);
});

test("what Els says goes with it stands beside the basket, and goes in with one button", async ({ page, signedInAs, elsewhereAs, hydrated, audit }) => {
  const els = await elsewhereAs("Els");
  await els.goto("/desk/products");
  await els.getByRole("searchbox").fill("010555");
  await els.getByRole("searchbox").press("Enter");
  await els.getByRole("link", { name: /^Tarwebloem T55 wit 25 kg/ }).click();
  await els.getByRole("link", { name: "Suggesties" }).click();
  const part = els.getByRole("region", { name: "Past erbij" });
  await part.getByLabel("Artikelnummer").fill("040101");
  await part.getByLabel("Reden, Nederlands").fill("voor brioche");
  await part.getByRole("button", { name: "Bijpassend artikel toevoegen" }).click();
  await expect(els.getByRole("status").filter({ hasText: "Bewaard" })).toBeVisible();
  await audit(els);

  await signedInAs("An");
  await hydrated();
  await page.getByRole("link", { name: "witte bloem", exact: true }).click();
  const goesWith = page.getByRole("region", { name: "Past erbij" });
  await expect(goesWith).toContainText(/voor brioche/);
  await audit(page);
  await goesWith.getByRole("button", { name: "boter niet meer tonen" }).click();
  await expect(page.getByText("voor brioche")).toHaveCount(0);
});
