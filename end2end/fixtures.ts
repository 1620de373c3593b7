// Every worker serves itself a demo world of its own (`toonbank demo`), so tests run side by side and meet nobody else.
// A test that changes what others read asks for `freshWorld` and gets a server and a database for itself: a copy of
// the one world the worker filled, as filling takes ten times as long as starting.

import { type ChildProcess, spawn } from "node:child_process";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, type BrowserContext, type Page, expect, test as base } from "@playwright/test";

export { expect };

export type Person = { name: string; role: string; email: string; password: string; language: string };

export type Portal = { url: string; people: Person[] };

export type Options = {
  /** A world of its own for each test; from the worker's shared one otherwise. */
  freshWorld: boolean;
};

const WCAG = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"];

type Fixtures = {
  portal: Portal;
  /** Signs in through the form, as people do, on the test's own page. */
  signedInAs: (name: string) => Promise<Person>;
  /** The same on another device: a browser without the test's cookies. */
  elsewhereAs: (name: string) => Promise<Page>;
  /** Waits until the page's islands answer. Nothing to wait for with JavaScript off. */
  hydrated: (on?: Page) => Promise<void>;
  /** Expects no violation of WCAG 2.2 AA that a machine can find; `rules` are the only ones to try. */
  audit: (on?: Page, rules?: string[]) => Promise<void>;
  /** A console message this test provokes on purpose, such as the browser's own line about a 404 it asks for. */
  expectConsole: (message: RegExp) => void;
  complaints: Complaints;
};

/** What the browser complained about: errors, warnings, uncaught exceptions, refusals of the content security policy. */
class Complaints {
  readonly said: string[] = [];
  readonly expected: RegExp[] = [];

  watch(context: BrowserContext) {
    context.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) {
        this.said.push(`${message.type()}: ${message.text()} (${message.location().url})`);
      }
    });
    context.on("weberror", (error) => this.said.push(`uncaught: ${error.error().stack ?? error.error()}`));
  }

  unexpected() {
    return this.said.filter((message) => !this.expected.some((pattern) => pattern.test(message)));
  }
}

export const test = base.extend<Options & Fixtures, { worlds: Worlds }>({
  freshWorld: [false, { option: true }],

  worlds: [
    async ({}, use) => {
      const worlds = new Worlds();
      await use(worlds);
      await worlds.stop();
    },
    { scope: "worker" },
  ],

  portal: [
    async ({ freshWorld, worlds }, use, testInfo) => {
      const served = await (freshWorld ? worlds.fresh() : worlds.shared());
      const before = served.log.length;
      await use(served.portal);
      if (testInfo.status !== testInfo.expectedStatus) {
        const log = served.log.slice(before).join("\n");
        await testInfo.attach("server log", { body: log, contentType: "text/plain" });
      }
      if (freshWorld) await served.stop();
    },
    // filling a world is not the test's time
    { timeout: 90_000 },
  ],

  baseURL: async ({ portal }, use) => use(portal.url),

  signedInAs: async ({ portal, page }, use) => use((name) => signIn(portal, page, name)),

  elsewhereAs: async ({ portal, browser, complaints }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (name) => {
      const context = await browser.newContext();
      contexts.push(context);
      complaints.watch(context);
      const page = await context.newPage();
      await signIn(portal, page, name);
      return page;
    });
    await Promise.all(contexts.map((context) => context.close()));
  },

  hydrated: async ({ page, javaScriptEnabled }, use) =>
    use(async (on = page) => {
      if (javaScriptEnabled !== false) await on.locator("body[data-hydrated]").waitFor();
    }),

  audit: async ({ page, browser, javaScriptEnabled }, use) =>
    use(async (on = page, rules) => {
      const copy = javaScriptEnabled === false ? await copyForAxe(browser, on) : undefined;
      const looked = copy ?? on;
      await looked.evaluate(stickyBars, true);
      const axe = new AxeBuilder({ page: looked });
      const { violations } = await (rules ? axe.withRules(rules) : axe.withTags(WCAG)).analyze();
      await looked.evaluate(stickyBars, false);
      await copy?.context().close();
      const found = violations.map(({ id, help, nodes }) => `${id}: ${help}\n    ${nodes.map((n) => n.html).join("\n    ")}`);
      expect(found, `accessibility of ${on.url()}`).toEqual([]);
    }),

  expectConsole: async ({ complaints }, use) => use((message) => void complaints.expected.push(message)),

  complaints: [
    async ({ context }, use) => {
      const complaints = new Complaints();
      complaints.watch(context);
      await use(complaints);
      expect(complaints.unexpected(), "what the browser's console said").toEqual([]);
    },
    { auto: true },
  ],
});

async function signIn(portal: Portal, page: Page, name: string): Promise<Person> {
  const person = portal.people.find((person) => person.name === name || person.name.split(" ")[0] === name);
  if (!person) throw new Error(`nobody in the demo world is called ${name}, but ${portal.people.map((p) => p.name).join(", ")}`);
  await page.goto(new URL("/sign-in", portal.url).href);
  await page.locator("input[name=email]").fill(person.email);
  await page.locator("input[name=password]").fill(person.password);
  await page.locator("form", { has: page.locator("input[name=password]") }).getByRole("button").click();
  await page.waitForURL((url) => url.pathname !== "/sign-in");
  return person;
}

/** axe is a script itself, so it reads a page without JavaScript as a copy: the same elements and style, no script run. */
async function copyForAxe(browser: Browser, page: Page): Promise<Page> {
  const storageState = await page.context().storageState();
  const dark = await page.evaluate(() => matchMedia("(prefers-color-scheme: dark)").matches);
  const look = { viewport: page.viewportSize(), colorScheme: dark ? ("dark" as const) : ("light" as const) };
  const context = await browser.newContext({ javaScriptEnabled: true, storageState, ...look });
  const copy = await context.newPage();
  const body = (await page.content()).replace(/<script\b[^]*?<\/script>/gi, "").replace(/<\/?noscript[^>]*>/gi, "");
  await copy.route(page.url(), (route) => route.fulfill({ body, contentType: "text/html; charset=utf-8" }));
  await copy.goto(page.url());
  return copy;
}

/**
 * Puts the bars that stick to an edge in their own place, and back: a target that a bar happens to cover by half, where the
 * page was scrolled to, is no small target.
 */
function stickyBars(aside: boolean) {
  for (const bar of document.querySelectorAll<HTMLElement>(aside ? "body *" : "[data-sticky]")) {
    if (aside && getComputedStyle(bar).position !== "sticky") continue;
    bar.toggleAttribute("data-sticky", aside);
    bar.style.cssText = aside ? "position: relative; inset: auto" : "";
  }
}

class Worlds {
  private filling?: Promise<string>;
  private sharing?: Promise<Served>;

  /** Started by the first test that wants it: a worker whose tests all ask for fresh worlds never pays for it. */
  shared() {
    return (this.sharing ??= this.fresh());
  }

  async fresh(): Promise<Served> {
    const filled = await (this.filling ??= fill());
    const data = await dataFolder();
    await cp(filled, data, { recursive: true });
    return serveDemo(data);
  }

  async stop() {
    await (await this.sharing)?.stop();
    if (this.filling) await rm(await this.filling, { recursive: true, force: true });
  }
}

/** A data folder with the demo in it, and no server. */
async function fill(): Promise<string> {
  const data = await dataFolder();
  const { stop } = await serveDemo(data, { keep: true });
  await stop();
  return data;
}

const dataFolder = () => mkdtemp(join(tmpdir(), "toonbank-end2end-"));

type Served = { portal: Portal; log: string[]; stop: () => Promise<void> };

async function serveDemo(data: string, { keep = false } = {}): Promise<Served> {
  const binary = process.env.TOONBANK_BIN;
  if (!binary) throw new Error("TOONBANK_BIN names no server; run `cargo xtask test`, or set it to target/debug/toonbank");
  const server = spawn(binary, ["demo", "--data", data, "--listen", "127.0.0.1:0", "--json"], {
    stdio: ["ignore", "pipe", "pipe"],
    env: withoutSettings(process.env),
  });
  const killed = () => server.kill("SIGKILL");
  process.once("exit", killed);
  const log: string[] = [];
  createInterface({ input: server.stderr }).on("line", (line) => log.push(line));
  const stop = async () => {
    process.off("exit", killed);
    const inTime = await stopped(server);
    if (!keep) await rm(data, { recursive: true, force: true });
    if (!inTime) throw new Error("the server was still there 6 s after SIGTERM; it promises to stop within 5");
  };
  try {
    return { portal: await announced(server), log, stop };
  } catch (error) {
    await stop();
    throw new Error(`toonbank demo did not start: ${error}\n${log.slice(-20).join("\n")}`);
  }
}

/** A developer's own settings must not reach the world the tests know. */
function withoutSettings(env: NodeJS.ProcessEnv) {
  const ours = ([name]: [string, unknown]) => name.startsWith("TOONBANK_") || name === "DATABASE_URL";
  return Object.fromEntries(Object.entries(env).filter((entry) => !ours(entry)));
}

/** The one line of JSON the server prints when it is ready. */
function announced(server: ChildProcess): Promise<Portal> {
  return new Promise((resolve, reject) => {
    const slow = setTimeout(() => reject(new Error("nothing announced within 60 s")), 60_000);
    const done = (settle: () => void) => (clearTimeout(slow), settle());
    createInterface({ input: server.stdout! }).once("line", (line) =>
      done(() => {
        try {
          resolve(JSON.parse(line));
        } catch {
          reject(new Error(`not a line of JSON: ${line}`));
        }
      }),
    );
    server.once("error", (error) => done(() => reject(error)));
    server.once("exit", (code, signal) => done(() => reject(new Error(`it stopped at once (${signal ?? code})`))));
  });
}

async function stopped(server: ChildProcess): Promise<boolean> {
  if (server.pid === undefined || server.exitCode !== null || server.signalCode !== null) return true;
  return new Promise((resolve) => {
    const patience = setTimeout(() => (server.kill("SIGKILL"), resolve(false)), 6_000);
    server.once("exit", () => (clearTimeout(patience), resolve(true)));
    server.kill("SIGTERM");
  });
}
