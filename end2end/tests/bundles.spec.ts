// Bundles: Els says what is cheaper together, An sees it, takes it, and reads it back on her order.

import { expect, test } from "../fixtures.ts";
import { amount, article, bar, order, quantity, send } from "./story.ts";

test.use({ freshWorld: true });

test("flour and butter together cost less, by themselves and to the cent", async ({ page, signedInAs, elsewhereAs, hydrated, audit, javaScriptEnabled, expectConsole }) => {
  expectConsole(/status of 422/);
  const scripted = javaScriptEnabled !== false;
  const els = await elsewhereAs("Els");
  await els.goto("/desk/promotions/new");
  await els.getByLabel("Nederlands").fill("Bakpakket");
  await els.getByLabel("Hoeveel").first().fill("5");
  await els.getByLabel("Komt bovenop").check();
  await els.getByLabel("Tot en met").fill(await els.getByLabel("Van", { exact: true }).inputValue());
  await els.getByLabel("Samen, als bundel").check();
  await els.getByLabel("Artikelnummers").fill("010555 10");
  await els.getByRole("button", { name: "Bewaren" }).click();
  await expect(els.getByText("Een bundel heeft minstens twee artikelen").first()).toBeVisible();
  await expect(els.getByLabel("Samen, als bundel")).toBeChecked();
  await audit(els);
  await els.getByLabel("Tot en met").fill("2027-12-31");
  await els.getByLabel("Artikelnummers").fill("010555 10\n040101 1");
  await els.getByRole("button", { name: "Bewaren" }).click();
  await expect(els.getByRole("status").filter({ hasText: "Bewaard" })).toBeVisible();
  await expect(els.getByLabel("Artikelnummers")).toHaveValue("010555 10\n040101 1");

  await signedInAs("An");
  await hydrated();
  const offer = "Bakpakket: 10 × witte bloem + 1 × boter samen: −5 %, t/m";
  await expect(article(page, "witte bloem")).toContainText(offer);
  await expect(article(page, "boter")).toContainText(offer);
  await order(page, "witte bloem", "10", scripted);
  await expect(article(page, "boter")).toContainText("Bakpakket: nog 1 × boter voor −5 %");
  await expect(amount(page, "witte bloem")).toHaveText("€ 157,50");
  await order(page, "boter", "1", scripted);
  // 5 % of 157,50 and 64,60
  await expect(article(page, "witte bloem")).toContainText("Bakpakket: −€ 7,88");
  await expect(amount(page, "witte bloem")).toHaveText("€ 149,62");
  await expect(amount(page, "boter")).toHaveText("€ 61,37");
  await expect(bar(page)).toContainText("€ 210,99");
  await audit();

  await page.goto("/basket");
  await hydrated();
  const sum = page.getByRole("complementary");
  await expect(sum).toContainText("€ 210,99");
  if (scripted) {
    // gone by itself, and back
    await quantity(page, "witte bloem").fill("9");
    await expect(sum).toContainText("€ 206,35");
    await expect(article(page, "boter")).toContainText("Bakpakket: nog 1 × witte bloem voor −5 %");
    await quantity(page, "witte bloem").fill("10");
    await expect(sum).toContainText("€ 210,99");
  }
  await audit();
  await send(page);
  await expect(page.getByRole("row").filter({ hasText: "040101" })).toContainText("Bakpakket: −€ 3,23");
  await expect(page.getByText("€ 210,99").first()).toBeVisible();
});
