// What the stories share: where things are on a page, by what people read there.

import type { Locator, Page } from "@playwright/test";
import { expect } from "../fixtures.ts";

/** The row of an article, in the own list and in the basket. */
export function article(page: Page, name: string): Locator {
  return page.getByRole("listitem").filter({ has: page.getByRole("heading", { name, exact: true }) });
}

export function quantity(page: Page, name: string): Locator {
  return article(page, name).getByRole("textbox");
}

/** The amount of a row. */
export function amount(page: Page, name: string): Locator {
  return article(page, name).getByRole("status");
}

/** What the bar under the list says. */
export function bar(page: Page): Locator {
  return page.getByRole("status").filter({ hasText: "excl. btw" });
}

/** Beside the totals on a wide screen, in the bar on a narrow one. */
export function sendButton(page: Page): Locator {
  return page.getByRole("button", { name: /^(Bestelling versturen|Versturen)$/ });
}

/** Types a quantity and lets it be saved: a script does that by itself, a plain form by Enter. */
export async function order(page: Page, name: string, typed: string, scripted: boolean) {
  if (scripted) {
    const saved = page.waitForResponse((r) => r.url().endsWith("/basket/lines") && r.status() === 200);
    await quantity(page, name).fill(typed);
    await saved;
  } else {
    await quantity(page, name).fill(typed);
    await quantity(page, name).press("Enter");
    await expect(quantity(page, name)).toHaveValue(typed);
  }
}

/** Sends what lies in the basket, from its page, and gives the number of the order. */
export async function send(page: Page): Promise<string> {
  await sendButton(page).click();
  const sent = page.getByRole("status", { name: "Uw bestelling is verstuurd" });
  await expect(sent).toBeVisible();
  return numberIn(await sent.innerText());
}

export function numberIn(text: string): string {
  const number = /\bB\d{4,}\b/.exec(text)?.[0];
  if (!number) throw new Error(`no order number in: ${text}`);
  return number;
}

/** The numbers in a list of orders, as they stand there. */
export async function numbers(page: Page): Promise<string[]> {
  return page.getByRole("row").getByRole("rowheader").allInnerTexts();
}

/** Resolves when the page hears of what others do; to be called before the page is opened. */
export function listening(page: Page) {
  return page.waitForResponse((response) => response.url().endsWith("/events"));
}

/** Fails when the page was loaded again after this was called. */
export async function neverReloaded(page: Page) {
  await page.evaluate(() => void ((globalThis as { sameLoad?: boolean }).sameLoad = true));
  return () => expect(page.evaluate(() => (globalThis as { sameLoad?: boolean }).sameLoad), "the page was not reloaded").resolves.toBe(true);
}
