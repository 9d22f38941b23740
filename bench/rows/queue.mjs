// The queue of the review desk, with ever more claims behind it.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

import { formHeaders } from "../load/drafts.mjs";
import { median, short } from "../load/numbers.mjs";
import { ask } from "../load/pages.mjs";
import { BROWSER, settings } from "../load/settings.mjs";
import { load } from "../load/wrk.mjs";

const SQL = readFileSync(new URL("../queue.sql", import.meta.url), "utf8");
const VIEWS = {
  newest: "/en/desk",
  waiting: "/en/desk?state=submitted",
  "waiting, by flight": "/en/desk?state=submitted&q=LH1",
  "by name": "/en/desk?q=chlo%C3%A9%20brandt12",
  "by e-mail": "/en/desk?q=passenger4711%40example.org",
};
const [EMAIL, PASSWORD] = ["reviewer@example.org", "only for the benchmark"];

async function signedIn(aero) {
  const body = new URLSearchParams({ language: "en", email: EMAIL, password: PASSWORD }).toString();
  const answer = await ask(aero, "/form/desk/sign-in", { method: "POST", headers: formHeaders(aero.origin), body });
  const cookie = answer.headers["set-cookie"]?.[0].split(";")[0];
  if (!cookie) throw new Error(`nobody is signed in: ${answer.status} ${answer.headers.location}`);
  return cookie;
}

/** The 95th percentile of each view, in milliseconds. */
async function views(stage, claims) {
  const database = await stage.databases.create("aero_bench_queue");
  await database.sql.unsafe(SQL.replaceAll(":claims", String(claims)));
  await database.sql.unsafe("VACUUM ANALYZE claims");
  const env = { ...process.env, DATABASE_URL: database.url };
  const args = ["staff", "add", EMAIL, "Reviewer", "--password-stdin"];
  execFileSync(stage.programs.aero, args, { env, input: `${PASSWORD}\n`, stdio: ["pipe", "pipe", "pipe"] });
  const aero = await stage.aero(database);
  const headers = { Cookie: await signedIn(aero), "Accept-Encoding": BROWSER, Accept: "text/html" };
  const p95 = {};
  for (const [name, path] of Object.entries(VIEWS)) {
    const request = { path, headers, connections: 1 };
    await load(aero, request, 1);
    const samples = [];
    for (let round = 0; round < 3; round++) samples.push((await load(aero, request, Math.ceil(settings.seconds / 2))).p95);
    p95[name] = median(samples);
  }
  await stage.stop(aero);
  await stage.databases.drop(database);
  return p95;
}

async function queue(stage) {
  const bySize = {};
  for (const claims of settings.queue) bySize[claims] = await views(stage, claims);
  const [least, most] = [bySize[settings.queue[0]], bySize[settings.queue.at(-1)]];
  const growth = Object.keys(VIEWS).map((view) => most[view] / least[view]);
  const slowest = Math.max(...Object.values(most));
  const line = (view) => `${view} ${settings.queue.map((claims) => short(bySize[claims][view])).join(" / ")} ms`;
  return {
    kind: "text",
    figure: `grows ${short(Math.max(...growth))} x at most; slowest p95 ${short(slowest)} ms`,
    met: Math.max(...growth) <= 1.5 && slowest < 15,
    how: `p95 of one reviewer's requests, with ${settings.queue.map((n) => n.toLocaleString("en")).join(" / ")} claims, middle of 3 runs`,
    where: `${Object.keys(VIEWS).map(line).join("; ")}.`,
  };
}

export default [
  { name: "queue", work: "review queue with filter and search", against: "itself with fewer claims", aim: "within 1.5 x, p95 under 15 ms", measure: queue },
];
