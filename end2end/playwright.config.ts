import { defineConfig, devices } from "@playwright/test";
import type { Options } from "./fixtures.ts";

const launchOptions = {
  executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
  // the sandbox wants a user that CI's root is not; the rest keeps the browser from calling home
  args: [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
  ],
};

const desktop = { ...devices["Desktop Chrome"], launchOptions };
const phone = { ...devices["Pixel 7"], viewport: { width: 390, height: 844 }, launchOptions };

export default defineConfig<Options>({
  testDir: "./tests",
  timeout: 60_000,
  // two cores shared with the build: once more where a machine was slow, and then with a trace (it takes a third of the time)
  retries: process.env.CI ? 2 : 0,
  workers: 2,
  fullyParallel: false,
  forbidOnly: true,
  reporter: [["list"]],
  // the first page of the demo is in the language of the browser, all others in that of the person
  use: { locale: "nl-BE", actionTimeout: 8_000, trace: "on-first-retry", screenshot: "only-on-failure" },
  // every test runs in all four, but for the ones tagged
  //   @js     what only a script can do: nothing to see without one
  //   @once   what no width changes: on the desktop and without JavaScript, not a third and a fourth time
  projects: [
    { name: "desktop", use: { ...desktop, viewport: { width: 1440, height: 900 } } },
    { name: "tablet", use: { ...desktop, viewport: { width: 820, height: 1180 }, hasTouch: true }, grepInvert: /@once/ },
    { name: "phone", use: phone, grepInvert: /@once/ },
    { name: "no-js", use: { ...phone, javaScriptEnabled: false }, grepInvert: /@js/ },
  ],
});
