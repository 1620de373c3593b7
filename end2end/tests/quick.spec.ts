// Quick order: by keyboard, by scanner, by camera, as a pasted block and as a file; with and without JavaScript.

import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures.ts";

test.use({ freshWorld: true });

const code = (page: Page) => page.getByLabel("Code, barcode of naam");
const quantity = (page: Page) => page.getByLabel("Aantal", { exact: true });

test.beforeEach(async ({ expectConsole }) => expectConsole(/status of 422/));

test("code, quantity, Enter: the form stands ready for the next", async ({ page, signedInAs, hydrated, audit }) => {
  await signedInAs("An");
  await page.goto("/quick-order");
  await hydrated();
  await expect(code(page)).toBeFocused();
  await page.keyboard.type("B1");
  await page.keyboard.press("Tab");
  await page.keyboard.type("4");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "witte bloem: nu 4 zakken in uw mandje" })).toBeVisible();
  await hydrated();
  await expect(code(page)).toBeFocused();
  // a scanner types the digits and presses Enter
  await page.keyboard.type("5419137104553\n");
  await expect(page.getByText("Tarwebloem T45 25 kg: nu 1 zak in uw mandje")).toBeVisible();
  await hydrated();
  await page.keyboard.type("5400000000000\n");
  await expect(page.getByText("“5400000000000” staat niet in uw lijst")).toBeVisible();
  await hydrated();
  await expect(code(page)).toHaveValue("5400000000000");
  await code(page).fill("tarwbloem");
  await quantity(page).fill("3");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "bloem voor stokbrood" }).click();
  await expect(page.getByText("bloem voor stokbrood: nu 3 zakken in uw mandje")).toBeVisible();
  await page.getByRole("button", { name: "Meer bloem voor stokbrood" }).click();
  await expect(page.getByText("bloem voor stokbrood: nu 4 zakken in uw mandje")).toBeVisible();
  await audit();
  // what came to nothing goes to the check screen
  await page.getByRole("button", { name: "Nakijken" }).first().click();
  await expect(page.getByText("Staat niet in uw lijst")).toBeVisible();
  await audit();
});

test("forty lines by keyboard in a minute @js @once", async ({ page, signedInAs, hydrated }) => {
  await signedInAs("An");
  await page.goto("/quick-order");
  await hydrated();
  const codes = await page.locator("datalist option").evaluateAll((all) => all.map((o) => (o as HTMLOptionElement).value).slice(0, 40));
  expect(codes).toHaveLength(40);
  const started = Date.now();
  for (const one of codes) {
    await page.keyboard.type(one);
    await page.keyboard.press("Tab");
    await page.keyboard.type("4");
    await page.keyboard.press("Enter");
  }
  await page.getByRole("navigation", { name: "Hoofdmenu" }).getByRole("link", { name: "Mandje" }).click();
  await expect(page.locator("li.article")).toHaveCount(40);
  console.log(`40 lines by keyboard: ${Date.now() - started} ms`);
  expect(Date.now() - started).toBeLessThan(60_000);
});

test("whoever goes on to the basket before the answer finds the last line there, once @js @once", async ({ page, signedInAs, hydrated }) => {
  await signedInAs("An");
  await page.goto("/quick-order");
  await hydrated();
  // answers take their time, as in a cellar
  const cellar = await page.context().newCDPSession(page);
  await cellar.send("Network.emulateNetworkConditions", { offline: false, latency: 400, downloadThroughput: -1, uploadThroughput: -1 });
  for (const code of ["B1", "S1"]) {
    await page.keyboard.type(code);
    await page.keyboard.press("Tab");
    await page.keyboard.type("4");
    await page.keyboard.press("Enter");
  }
  await page.getByRole("navigation", { name: "Hoofdmenu" }).getByRole("link", { name: "Mandje" }).click();
  await expect(page).toHaveURL(/\/basket$/);
  await expect(page.locator("li.article")).toHaveCount(2);
  for (const field of await page.locator("li.article input[inputmode=decimal]").all()) await expect(field).toHaveValue("4");
});

test("a block is checked, mended in place and ordered", async ({ page, signedInAs, audit }) => {
  await signedInAs("An");
  await page.goto("/quick-order");
  await page.getByLabel("Rijen").fill("Code\tAantal\nB1\t4\n10455\t2\nkaviaar\t1\n130220\t3\nS1\t");
  await page.locator("form", { has: page.getByLabel("Rijen") }).getByRole("button", { name: "Nakijken" }).click();
  await expect(page.getByRole("heading", { name: "3 rijen na te kijken" })).toBeVisible();
  await audit();
  await expect(page.getByLabel("Rij 3, artikel")).toHaveValue(/.+/);
  await page.getByLabel("Rij 4, zoek in uw lijst").fill("boter");
  await page.getByLabel("Rij 5, aantal").fill("4");
  await page.getByRole("button", { name: "Opnieuw nakijken" }).last().click();
  await expect(page.getByLabel("Rij 4, artikel")).toBeVisible();
  await page.getByLabel("Rij 4 weglaten").check();
  await page.getByRole("button", { name: "in het mandje" }).click();
  await expect(page).toHaveURL(/\/basket$/);
  await expect(page.locator("li.article")).toHaveCount(3);
});

test("what is only like what she wrote is hers to choose", async ({ page, signedInAs, audit }) => {
  await signedInAs("An");
  await page.goto("/quick-order");
  await page.getByLabel("Rijen").fill("roombotr 3\nB1 24 zakken");
  await page.locator("form", { has: page.getByLabel("Rijen") }).getByRole("button", { name: "Nakijken" }).click();
  await expect(page.getByLabel("Rij 1, artikel")).toHaveValue("");
  await expect(page.getByLabel("Rij 2, aantal")).toHaveValue("24 zakken");
  await page.getByRole("button", { name: "1 rij in het mandje" }).click();
  await expect(page.getByText("1 rij ligt in uw mandje")).toBeVisible();
  await audit();
});

test("the sample file comes back filled in", async ({ page, signedInAs, audit, javaScriptEnabled }) => {
  await signedInAs("An");
  await page.goto("/quick-order");
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "CSV" }).click()]);
  expect(download.suggestedFilename()).toBe("bestellijst.csv");
  const path = await download.path();
  const { readFile } = await import("node:fs/promises");
  const text = (await readFile(path, "utf8")).replace(/^010555;(.*);\r$/m, "010555;$1;6\r");
  const file = page.getByLabel("Kies een bestand");
  await file.setInputFiles({ name: "bestellijst.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
  const send = page.locator("form", { has: file }).getByRole("button", { name: "Nakijken" });
  await send.click();
  await expect(page.getByRole("heading", { name: "Alle rijen zijn in orde" })).toBeVisible();
  await expect(page.getByText(/Zonder aantal: komt niet in het mandje \(\d+\)/)).toBeVisible();
  if (javaScriptEnabled !== false) await audit();
  await page.getByRole("button", { name: "1 rij in het mandje" }).click();
  await expect(page).toHaveURL(/\/basket$/);
  await page.goto("/quick-order");
  await file.setInputFiles({ name: "foto.png", mimeType: "image/png", buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]) });
  await send.click();
  await expect(page.getByText("geen Excel-, OpenDocument- of CSV-bestand")).toBeVisible();
  // larger than is taken: the page says so, and the connection holds
  await file.setInputFiles({ name: "groot.csv", mimeType: "text/csv", buffer: Buffer.alloc(8 * 1024 * 1024, "1") });
  await send.click();
  await expect(page.getByText("Dit bestand is te groot: hoogstens 2 MB")).toBeVisible();
  await audit();
});

/** A browser that reads barcodes, with a camera that shows one. */
const CAMERA = `
  window.seen = ["5419137104553"];
  window.BarcodeDetector = class { async detect() { return window.seen.length ? [{ rawValue: window.seen[0] }] : []; } };
  const canvas = document.createElement("canvas");
  canvas.getContext("2d").fillRect(0, 0, 10, 10);
  window.stream = canvas.captureStream(5);
  window.stopped = 0;
  MediaStreamTrack.prototype.stop = () => void window.stopped++;
  Object.defineProperty(navigator, "mediaDevices", { value: {
    enumerateDevices: async () => [{ kind: "videoinput" }],
    getUserMedia: async () => window.stream,
  } });
`;

test("the camera scans, once for each time, and goes off @js", async ({ page, signedInAs, hydrated, audit }) => {
  await page.addInitScript(CAMERA);
  await signedInAs("An");
  await page.goto("/quick-order");
  await hydrated();
  await page.getByRole("button", { name: "Scannen met de camera" }).click();
  await expect(page.getByText("Tarwebloem T45 25 kg: nu 1 zak in uw mandje")).toBeVisible();
  await expect(page.locator("video")).toBeVisible();
  await audit();
  await page.evaluate(() => void ((window as any).seen = []));
  // long enough away, it is another bag
  await page.waitForFunction(() => performance.now() > ((window as any).from ??= performance.now()) + 1_500);
  await page.evaluate(() => void ((window as any).seen = ["5419137104553"]));
  await expect(page.getByText("Tarwebloem T45 25 kg: nu 2 zakken in uw mandje")).toBeVisible();
  await page.getByRole("button", { name: "Camera uit" }).click();
  await expect(page.locator("video")).toBeHidden();
  expect(await page.evaluate(() => (window as any).stopped)).toBe(1);
});

test("no button where there is no camera @js @once", async ({ page, signedInAs, hydrated }) => {
  await signedInAs("An");
  await page.goto("/quick-order");
  await hydrated();
  await expect(page.getByRole("button", { name: "Scannen met de camera" })).toBeHidden();
});
