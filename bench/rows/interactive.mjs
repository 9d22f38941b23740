// Until the first page of the form is rendered in a slow browser and answers to a
// press of its button: the page prevents the submission of an empty form.

import { createRequire } from "node:module";

import { short, spread } from "../load/numbers.mjs";
import { settings } from "../load/settings.mjs";
import { FIRST_PAGE } from "../load/stage.mjs";

const PROGRAMS = { Aero: "aero", Hono: "hono", "Next.js": "next" };
const SLOW_PROCESSOR = 4;
/** Slow 4G, as Chromium's own tools set it. */
const SLOW_NETWORK = { offline: false, latency: 562.5, downloadThroughput: 180_000, uploadThroughput: 84_375 };

/** Asks the form every few milliseconds; an event made by a script never sends it. */
function watch() {
  const asked = setInterval(() => {
    const form = document.querySelector("#step");
    const press = new SubmitEvent("submit", { bubbles: true, cancelable: true });
    if (!form || (!window.answersAfter && form.dispatchEvent(press))) return;
    window.answersAfter ??= performance.now();
    const [painted] = performance.getEntriesByName("first-contentful-paint");
    if (!painted) return;
    window.interactiveAfter = Math.max(window.answersAfter, painted.startTime);
    clearInterval(asked);
  }, 10);
}

async function once(browser, server) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", SLOW_NETWORK);
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOW_PROCESSOR });
  await page.addInitScript(watch);
  await page.goto(server.origin + FIRST_PAGE);
  const seen = await page.waitForFunction(() => window.interactiveAfter, undefined, { timeout: 60_000 });
  const interactive = await seen.jsonValue();
  const arrived = await page.evaluate(arrivals);
  await context.close();
  return { interactive, ...arrived };
}

/** When the page and the last of its files were there. */
function arrivals() {
  const end = (kind) => performance.getEntriesByType(kind).map((entry) => entry.responseEnd);
  const page = Math.max(...end("navigation"));
  return { page, files: Math.max(page, ...end("resource")) };
}

async function interactive(stage) {
  const require = createRequire(new URL("../../end2end/package.json", import.meta.url));
  const { chromium } = require("@playwright/test");
  const database = await stage.databases.create("aero_bench_pages");
  const servers = {};
  for (const [name, program] of Object.entries(PROGRAMS)) servers[name] = await stage[program](database);
  const browser = await chromium.launch({ executablePath: process.env.AERO_CHROMIUM || undefined, args: ["--no-sandbox"] });
  const times = Object.fromEntries(Object.keys(servers).map((name) => [name, []]));
  for (let round = 0; round <= settings.rounds; round++) {
    for (const [name, server] of Object.entries(servers)) {
      const seen = await once(browser, server);
      if (round > 0) times[name].push(seen);
    }
  }
  await browser.close();
  await stage.stop(...Object.values(servers));
  const each = (what) =>
    Object.fromEntries(Object.entries(times).map(([name, all]) => [name, spread(all.map((seen) => seen[what]))]));
  const told = each("interactive");
  const [page, files] = [each("page"), each("files")];
  const way = (name) =>
    `${name}: page there after ${short(page[name].median / 1000)} s, its last file after ${short(files[name].median / 1000)} s`;
  const seconds = ({ median, least, most }) =>
    `${short(median / 1000)} s (${short(least / 1000)}–${short(most / 1000)})`;
  const [ours, ...theirs] = Object.values(told);
  return {
    kind: "text",
    figure: Object.entries(told).map(([name, one]) => `${name} ${seconds(one)}`).join(", "),
    met: theirs.every(({ median }) => ours.median < median),
    how: `Chromium with a processor ${SLOW_PROCESSOR} times slower and slow 4G, with an empty cache; until the page is rendered and prevents the submission of an empty form itself; ${settings.rounds} loads of each by turns`,
    where: `${Object.keys(told).map(way).join("; ")}.`,
  };
}

export default [
  {
    name: "interactive",
    work: "time until the first claim page is interactive in a slow Chromium",
    against: "Hono, Next.js",
    aim: "faster than both",
    measure: interactive,
  },
];
