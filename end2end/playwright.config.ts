// The browser suite: four ways to look at every page, with and without
// JavaScript, on a desktop and on a phone as narrow as pages must allow.
import { defineConfig } from "@playwright/test";

const desktop = { viewport: { width: 1280, height: 900 } };
const phone = { viewport: { width: 320, height: 640 }, isMobile: true, hasTouch: true };

/** Tests say by a tag where they make sense: everywhere, if they say nothing. */
const once = "@once";
const needsScripts = "@scripts";
const without = (...tags: string[]) => new RegExp(tags.join("|"));

export default defineConfig({
  testDir: "tests",
  globalSetup: "./support/global-setup.ts",
  workers: 2,
  fullyParallel: true,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 7_000 },
  reporter: "list",
  use: {
    locale: "en-GB",
    // Pages glide into each other otherwise, and one that is left in the middle
    // of that leaves an error of the browser's own behind.
    contextOptions: { reducedMotion: "reduce" },
    actionTimeout: 10_000,
    navigationTimeout: 15_000,
    screenshot: "only-on-failure",
    trace: "off",
    launchOptions: {
      executablePath: process.env.AERO_CHROMIUM || "/usr/bin/chromium",
      args: [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
      ],
    },
  },
  projects: [
    { name: "desktop-js", use: desktop },
    { name: "phone-js", use: phone, grepInvert: without(once) },
    { name: "desktop-nojs", use: { ...desktop, javaScriptEnabled: false }, grepInvert: without(once, needsScripts) },
    { name: "phone-nojs", use: { ...phone, javaScriptEnabled: false }, grepInvert: without(once, needsScripts) },
  ],
});
