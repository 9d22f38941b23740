// The first page of the form, for a browser without a cookie.

import { measurePage } from "../load/pair.mjs";
import { BROWSER } from "../load/settings.mjs";
import { FIRST_PAGE } from "../load/stage.mjs";

const AXUM = "the same bytes out of memory by axum";

const row = (name, against, aim, start, encoding) => ({
  name,
  work: encoding ? "first claim page, no cookie" : "the same, sent without compression",
  against,
  aim,
  async measure(stage) {
    const database = await stage.filledDatabase("aero_bench_pages", 1);
    const a = await stage.aero(database);
    const headers = encoding ? { "Accept-Encoding": encoding, Accept: "text/html" } : { Accept: "text/html" };
    const b = await start(stage, database, a, headers);
    const result = await measurePage({ a, b, request: { path: FIRST_PAGE, headers }, sameBytes: against === AXUM });
    await stage.stop(a, b);
    return result;
  },
});

const hono = (stage, database) => stage.hono(database);
const next = (stage, database) => stage.next(database);
const bytes = (stage, _, aero, headers) => stage.bytes(aero, headers);

export default [
  row("first-page-hono", "Hono", 5, hono, BROWSER),
  row("first-page-hono-plain", "Hono", 5, hono),
  row("first-page-next", "Next.js", 20, next, BROWSER),
  row("first-page-next-plain", "Next.js", 20, next),
  row("first-page-bytes", AXUM, 0.6, bytes, BROWSER),
  row("first-page-bytes-plain", AXUM, 0.6, bytes),
];
