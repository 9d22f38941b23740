// The first page of the form, for a browser without a cookie.

import { measurePage } from "../load/pair.mjs";
import { BROWSER } from "../load/settings.mjs";
import { FIRST_PAGE } from "../load/stage.mjs";

const AXUM = "the same bytes out of memory by axum";

const USUAL = { work: "first claim page, no cookie", path: FIRST_PAGE, encoding: BROWSER };
const PLAIN = { work: "the same, sent without compression", path: FIRST_PAGE };
/** Aero keeps the page only where it is asked for without a query. */
const RENDERED = { work: "the same, rendered for each request", path: `${FIRST_PAGE}?again`, encoding: BROWSER };

const row = (name, against, aim, start, { work, path, encoding } = USUAL) => ({
  name,
  work,
  against,
  aim,
  async measure(stage) {
    const database = await stage.filledDatabase("aero_bench_pages", 1);
    const a = await stage.aero(database);
    const headers = encoding ? { "Accept-Encoding": encoding, Accept: "text/html" } : { Accept: "text/html" };
    const b = await start(stage, database, a, headers);
    const result = await measurePage({ a, b, request: { path, headers }, sameBytes: against === AXUM });
    await stage.stop(a, b);
    return result;
  },
});

const hono = (stage, database) => stage.hono(database);
const next = (stage, database) => stage.next(database);
const bytes = (stage, _, aero, headers) => stage.bytes(aero, headers);

export default [
  row("first-page-hono", "Hono", 5, hono),
  row("first-page-rendered-hono", "Hono", undefined, hono, RENDERED),
  row("first-page-plain-hono", "Hono", undefined, hono, PLAIN),
  row("first-page-next", "Next.js", 20, next),
  row("first-page-rendered-next", "Next.js", undefined, next, RENDERED),
  row("first-page-bytes", AXUM, 0.6, bytes),
  row("first-page-plain-bytes", AXUM, 0.6, bytes, PLAIN),
];
