// Returnable packaging: Els says what a crate costs, An pays it beside the price and reads it back on her order.

import { expect, test } from "../fixtures.ts";
import { article, order, send } from "./story.ts";

test.use({ freshWorld: true });

test("a crate is charged beside the price, and its deposit stays as it was ordered", async ({ page, signedInAs, elsewhereAs, hydrated, audit, javaScriptEnabled, expectConsole }) => {
  expectConsole(/status of 422/);
  const els = await elsewhereAs("Els");
  await els.goto("/desk/products?q=010555");
  await els.getByRole("link", { name: "Leeggoed" }).click();
  await els.getByLabel("Code").fill("BROODBAK");
  await els.getByLabel("Nederlands").fill("broodbak");
  await els.getByLabel("Waarborg per stuk").fill("vier");
  await els.getByRole("button", { name: "Bewaren" }).click();
  await expect(els.getByText("“vier” is geen getal").first()).toBeVisible();
  await expect(els.getByLabel("Nederlands")).toHaveValue("broodbak");
  await els.getByLabel("Waarborg per stuk").fill("4,20");
  await els.getByRole("button", { name: "Bewaren" }).click();
  await expect(els.getByRole("status").filter({ hasText: "Bewaard" })).toBeVisible();
  await expect(els.getByRole("row").filter({ hasText: "BROODBAK" })).toContainText("€ 4,20");
  await audit(els);
  await els.goto("/desk/products?q=010555");
  await els.getByRole("row").filter({ hasText: "010555" }).getByRole("link").click();
  await els.getByLabel("Komt in leeggoed").selectOption("broodbak (€ 4,20)");
  await els.getByRole("button", { name: "Bewaren" }).first().click();
  await expect(els.getByRole("status").filter({ hasText: "Bewaard" })).toBeVisible();

  await signedInAs("An");
  await hydrated();
  await expect(article(page, "witte bloem")).toContainText("+ € 4,20 waarborg per zak");
  await order(page, "witte bloem", "4", javaScriptEnabled !== false);
  await page.goto("/basket");
  await hydrated();
  const sum = page.getByRole("complementary");
  await expect(sum).toContainText("Waarborg leeggoed€ 16,80");
  // 63,00, 6 % of it, and four crates
  await expect(sum).toContainText("€ 83,58");
  if (javaScriptEnabled !== false) {
    await article(page, "witte bloem").getByRole("textbox").fill("5");
    await expect(sum).toContainText("Waarborg leeggoed€ 21,00");
  }
  await audit();
  await send(page);

  // another deposit from now on: what was ordered stays as it was
  await els.goto("/desk/packagings?q=BROODBAK");
  await els.getByLabel("Waarborg per stuk").fill("5");
  await els.getByRole("button", { name: "Bewaren" }).click();
  await expect(els.getByRole("row").filter({ hasText: "BROODBAK" })).toContainText("€ 5,00");
  await page.reload();
  await expect(page.getByRole("row").filter({ hasText: "010555" })).toContainText(/waarborg €\s(16,80|21,00)/);
});
