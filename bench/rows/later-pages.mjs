// Pages that read the draft of the browser from PostgreSQL.

import { measurePage } from "../load/pair.mjs";
import { BROWSER } from "../load/settings.mjs";

/** As many browsers as take turns. */
const DRAFTS = 5000;

const row = (name, work, aim, path) => ({
  name,
  work,
  against: name.startsWith("result") ? "Hono, the same table of facts and a stub assessment" : "Hono",
  aim,
  async measure(stage) {
    const database = await stage.filledDatabase("aero_bench_pages", DRAFTS);
    const [a, b] = [await stage.aero(database), await stage.hono(database)];
    const headers = { "Accept-Encoding": BROWSER, Accept: "text/html" };
    const request = { path, headers, secrets: { first: 1, last: DRAFTS } };
    const result = await measurePage({ a, b, request });
    await stage.stop(a, b);
    return result;
  },
});

export default [
  row("later-step-hono", "a later step with its draft loaded", 3, "/en/claim/reason"),
  row("result-hono", "result page", 2, "/en/claim/result"),
];
