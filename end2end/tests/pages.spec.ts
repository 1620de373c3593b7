// Every page, in light and dark: nothing a machine can find against WCAG 2.2 AA, one heading on top, a title, and no
// sideways scrolling on the narrowest phone.

import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures.ts";
import { order, quantity, send, sendButton } from "./story.ts";

type Look = (page: Page) => Promise<void>;
type Audit = (page: Page, rules?: string[]) => Promise<void>;

/** Looks at a page as it stands: outline and accessibility, light and dark, all of its height at once. */
function looking(audit: Audit): Look {
  return async (page) => {
    await expect(page.getByRole("heading", { level: 1 }), page.url()).toHaveCount(1);
    await expect(page, page.url()).toHaveTitle(/^\S.* · De Korenmolen$/);
    const { width } = page.viewportSize()!;
    const narrow = page.viewportSize()!;
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewportSize({ width, height: Math.max(height, narrow.height) });
    await audit(page);
    // the dark has other colours and nothing else
    await page.emulateMedia({ colorScheme: "dark" });
    await audit(page, ["color-contrast"]);
    await page.emulateMedia({ colorScheme: "light" });
    await page.setViewportSize(narrow);
  };
}

/** Sold by two boxes at a time. */
const BOXES = "Taartdozen 22 cm (doos 100)";

const GATE = ["/sign-in", "/invitation/0123", "/nowhere"];
const BUYER = ["/order", "/order?show=usual", "/order?q=tarwblom", "/order?q=kaviaar", "/quick-order", "/price-changes", "/basket", "/orders", "/account", "/orders/nowhere"];
const STAFF = ["/desk", "/desk?state=accepted", "/desk/customers", "/desk/customers?q=kaviaar", "/desk/customers/new", "/desk/products?q=bloem", "/desk/products/new", "/desk/products/attributes", "/desk/packagings", "/desk/promotions", "/desk/promotions/new", "/desk/files", "/desk/staff", "/account"];

test.describe("accessible", () => {
  test.beforeEach(({ expectConsole }) => {
    test.setTimeout(300_000);
    expectConsole(/status of 4(04|22|29)/);
  });

  test("before signing in", async ({ page, audit }) => {
    const look = looking(audit);
    for (const path of GATE) {
      await page.goto(path);
      await look(page);
    }
    await page.goto("/sign-in");
    await page.getByLabel("E-mail").fill("niemand@korenmolen.example");
    await page.getByLabel("Wachtwoord").fill("verkeerd wachtwoord");
    await page.getByRole("button", { name: "Aanmelden" }).click();
    await expect(page.getByRole("alert")).toBeVisible();
    await look(page);
  });

  test.describe("with an order on the way", () => {
    test.use({ freshWorld: true });

    test("the buyer's pages", async ({ page, signedInAs, hydrated, audit }) => {
      const look = looking(audit);
      // the shortest list: axe reads every row of it
      await signedInAs("Rita");
      for (const path of BUYER) {
        await page.goto(path);
        await hydrated();
        await look(page);
      }
      await page.goto("/order");
      await page.getByRole("heading", { name: BOXES }).getByRole("link").click();
      await expect(page.getByRole("heading", { level: 1, name: BOXES })).toBeVisible();
      await look(page);
      await page.goto("/order");
      await hydrated();
      await quantity(page, BOXES).fill("3");
      await page.getByRole("button", { name: "Naar mandje" }).click();
      await expect(page.getByRole("alert")).toBeVisible();
      await look(page);
      await page.goto("/quick-order");
      await page.getByLabel("Rijen").fill("bloem\t2\n\nkaviaar\tveel");
      await page.getByRole("button", { name: "Nakijken" }).first().click();
      await expect(page.getByRole("heading", { name: "2 rijen na te kijken" })).toBeVisible();
      await look(page);
      await page.goto("/order");
      await hydrated();
      await quantity(page, BOXES).fill("4");
      await page.getByRole("button", { name: "Naar mandje" }).click();
      await expect(sendButton(page)).toBeVisible();
      await hydrated();
      await look(page);
      await quantity(page, BOXES).fill("5");
      await sendButton(page).click();
      await expect(page.getByRole("alert")).toBeVisible();
      await hydrated();
      await look(page);
      await quantity(page, BOXES).fill("4");
      await send(page);
      await look(page);
      await page.getByText("Annuleren", { exact: true }).click();
      await look(page);
      await page.goto("/orders");
      await page.getByRole("row").filter({ hasText: "Geleverd" }).first().getByRole("link").click();
      await look(page);
    });

    // without JavaScript they are as narrow as on a phone; the stories of staff look at theirs in every width
    test("the staff's pages", { tag: "@once" }, async ({ page, signedInAs, elsewhereAs, hydrated, audit, javaScriptEnabled }) => {
      const look = looking(audit);
      const an = await elsewhereAs("An");
      await hydrated(an);
      await order(an, "witte bloem", "60", javaScriptEnabled !== false);
      await an.goto("/basket");
      await an.getByLabel("Bericht aan de binnendienst").fill("graag voor zes uur");
      const number = await send(an);
      await signedInAs("Tom");
      for (const path of STAFF) {
        await page.goto(path);
        await hydrated();
        await look(page);
      }
      await page.goto("/desk/customers?q=peeters");
      await page.getByRole("link", { name: "Bakkerij Peeters" }).click();
      await look(page);
      await page.getByRole("link", { name: "Assortiment" }).click();
      await look(page);
      await page.goto("/desk/products?q=010555");
      await page.getByRole("row").filter({ hasText: "010555" }).getByRole("link").click();
      await look(page);
      await page.getByRole("link", { name: "Voorraad, foto’s en fiches" }).click();
      await look(page);
      await page.getByRole("link", { name: "Gegevens" }).click();
      await page.getByLabel("Lijstprijs").fill("veel");
      await page.getByRole("button", { name: "Bewaren" }).click();
      await expect(page.getByRole("alert")).toBeVisible();
      await look(page);
      await page.goto("/desk");
      await page.getByRole("row").filter({ hasText: "Bakkerij Peeters" }).filter({ hasText: "Bericht" }).getByRole("link").click();
      await expect(page.getByText(number)).toBeVisible();
      await look(page);
      await page.getByRole("row").filter({ hasText: "witte bloem" }).getByText("Pas aan").click();
      await look(page);
      await page.getByText(/^Weigeren/).click();
      await look(page);
    });
  });

  test.describe("in French", () => {
    test.use({ freshWorld: true, locale: "fr-BE" });

    test("Claire's list and orders", { tag: "@once" }, async ({ page, signedInAs, hydrated, audit }) => {
      const look = looking(audit);
      await signedInAs("Claire");
      await hydrated();
      await expect(page.locator("html")).toHaveAttribute("lang", "fr");
      await look(page);
      await page.goto("/orders");
      await look(page);
    });
  });
});

test.describe("without sideways scrolling", () => {
  test.use({ viewport: { width: 320, height: 640 } });

  const narrow = async (page: Page) => {
    const [wide, widest] = await page.evaluate(() => {
      const beyond = [...document.querySelectorAll("body *")]
        .filter((e) => e.getBoundingClientRect().right > innerWidth + 1 && e.checkVisibility())
        .map((e) => `${e.tagName.toLowerCase()}.${e.className} ${e.textContent?.trim().slice(0, 30)}`);
      return [document.documentElement.scrollWidth, beyond.slice(0, 3).join(" | ")] as const;
    });
    expect.soft(wide, `${page.url()}: ${widest}`).toBeLessThanOrEqual(320);
  };

  test("at 320 pixels", { tag: ["@js", "@once"] }, async ({ page, signedInAs, elsewhereAs, expectConsole }) => {
    test.setTimeout(90_000);
    expectConsole(/status of 404/);
    for (const path of GATE) {
      await page.goto(path);
      await narrow(page);
    }
    await signedInAs("An");
    for (const path of BUYER) {
      await page.goto(path);
      await narrow(page);
    }
    await page.getByRole("navigation", { name: "Hoofdmenu" }).getByRole("link", { name: "Bestellingen" }).click();
    await page.getByRole("row").filter({ hasText: "Geleverd" }).first().getByRole("link").click();
    await narrow(page);
    const tom = await elsewhereAs("Tom");
    await tom.setViewportSize({ width: 320, height: 640 });
    for (const path of STAFF) {
      await tom.goto(path);
      await narrow(tom);
    }
    await tom.goto("/desk");
    await tom.getByRole("row").getByRole("link").first().click();
    await narrow(tom);
    await tom.goto("/desk/customers?q=peeters");
    await tom.getByRole("link", { name: "Bakkerij Peeters" }).click();
    await narrow(tom);
    await tom.getByRole("link", { name: "Assortiment" }).click();
    await narrow(tom);
  });
});
