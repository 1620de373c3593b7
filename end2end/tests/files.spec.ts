// Els takes the products out, and brings a price list in: looked at first, then for good. No script is needed.

import { readFile } from "node:fs/promises";
import { expect, test } from "../fixtures.ts";

test.use({ freshWorld: true });

test("products go out as a file and come back in", async ({ page, signedInAs, audit }) => {
  await signedInAs("Els");
  await page.getByRole("navigation", { name: "Hoofdmenu" }).getByRole("link", { name: "Bestanden" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Bestanden" })).toBeVisible();
  await audit();

  const waiting = page.waitForEvent("download");
  await page.getByRole("link", { name: "Producten ophalen als CSV" }).click();
  const file = await (await waiting).path();
  const text = await readFile(file, "utf8");
  expect(text).toContain("010555;");

  const line = text.split("\r\n").find((row) => row.startsWith("010555;")) ?? "";
  const changed = text.replace(line, line.replace(";active", ";discontinued"));
  await page.getByLabel("Wat staat erin?").selectOption({ label: "Producten" });
  await page.getByLabel("Kies een bestand").setInputFiles({
    name: "producten.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(changed),
  });
  await page.getByRole("button", { name: "Nakijken" }).click();
  await expect(page.getByRole("status")).toContainText("Alle rijen zijn in orde");
  const row = page.getByRole("row", { name: /^Producten/ });
  await expect(row).toContainText("Producten01");
  await audit();

  await page.getByRole("button", { name: "Nu inlezen" }).click();
  await expect(page.getByRole("status")).toContainText("Ingelezen");
});

test("rows that are wrong are told, and can be taken out", async ({ page, signedInAs, audit, expectConsole }) => {
  expectConsole(/status of 422/);
  await signedInAs("Els");
  await page.goto("/desk/files");
  await page.getByRole("button", { name: "Nakijken" }).click();
  await expect(page.getByRole("alert")).toContainText("Kies wat er in het bestand staat");

  await page.getByLabel("Wat staat erin?").selectOption({ label: "Prijzen" });
  await page.getByLabel("Kies een bestand").setInputFiles({
    name: "prijzen.csv",
    mimeType: "text/csv",
    buffer: Buffer.from("customer_number;sku;price\n;010555;12,5\n;10555;3\n;010556;twaalf\n"),
  });
  await page.getByRole("button", { name: "Nakijken" }).click();
  await expect(page.getByRole("status")).toContainText("2 rijen zijn niet in orde");
  await expect(page.getByText("Bedoelde u 010555?")).toBeVisible();
  await expect(page.getByRole("button", { name: "Nu inlezen" })).toHaveCount(0);
  await audit();

  const waiting = page.waitForEvent("download");
  await page.getByRole("link", { name: "Foute rijen ophalen (CSV)" }).click();
  expect(await readFile(await (await waiting).path(), "utf8")).toContain(";10555;3;");
});
