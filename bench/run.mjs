// Compares Aero with its peers: run.mjs [ROW …], or --list, or --write.
//
// deploy/local/bench.sh builds everything, starts PostgreSQL and calls this.
// Each row that was measured replaces its figures in bench/results.json, and
// docs/performance.md is written anew from all of them.

import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

import { forReaders, forTerminal } from "./load/report.mjs";
import { settings } from "./load/settings.mjs";
import { Stage } from "./load/stage.mjs";

const ROWS = (
  await Promise.all(
    ["first-page", "later-pages", "claim-sent", "assessments", "queue", "weight", "interactive", "standing"].map(
      async (name) => (await import(`./rows/${name}.mjs`)).default,
    ),
  )
).flat();

const file = (path) => fileURLToPath(new URL(path, import.meta.url));
const RESULTS = file("results.json");
const read = (path) => JSON.parse(readFileSync(file(path), "utf8"));
const firstLine = (program, ...args) => execFileSync(program, args, { encoding: "utf8" }).split("\n")[0].trim();

/** wrk tells its version with an exit status of 1. */
function wrkVersion() {
  try {
    return firstLine("wrk", "-v");
  } catch (refused) {
    return String(refused.stdout).split("\n")[0].replace(/ Copyright.*/, "").trim();
  }
}

async function versions(stage) {
  const { dependencies: hono } = read("peers/hono/package.json");
  const { dependencies: next } = read("peers/next/package.json");
  const { server_version: postgres, ...set } = await stage.databases.settings();
  const list = (named, ...names) => names.map((name) => `${name} ${named[name]}`).join(", ");
  return {
    Aero: firstLine("git", "-C", file("."), "describe", "--always", "--dirty"),
    Rust: firstLine("rustc", "--version"),
    Node: process.version,
    Hono: list(hono, "hono", "@hono/node-server", "drizzle-orm", "postgres", "zod"),
    "Next.js": list(next, "next", "react", "drizzle-orm", "postgres"),
    PostgreSQL: `${postgres}; ${Object.entries(set).map(([name, value]) => `${name} ${value}`).join(", ")}`,
    wrk: wrkVersion(),
    Machine: `${cpus().length} x ${cpus()[0].model}`,
    Load: `${settings.connections} connections, ${settings.rounds} rounds of ${settings.seconds} s, pool of ${settings.pool}`,
  };
}

const known = existsSync(RESULTS) ? JSON.parse(readFileSync(RESULTS, "utf8")) : { rows: {}, versions: {} };
const failed = {};

/** How much of the machine works for others before a row begins, from 0 to 1. */
async function busyWithOthers() {
  const times = () => {
    const all = cpus().map(({ times }) => times);
    const total = all.flatMap(Object.values).reduce((sum, one) => sum + one, 0);
    return { total, idle: all.reduce((sum, { idle }) => sum + idle, 0) };
  };
  const before = times();
  await sleep(1000);
  const after = times();
  return Number((1 - (after.idle - before.idle) / (after.total - before.total)).toFixed(2));
}

async function measure(stage, rows) {
  for (const row of rows) {
    process.stderr.write(`==> ${row.name}\n`);
    try {
      const others = await busyWithOthers();
      const measured = { others, date: new Date().toISOString().slice(0, 10), rounds: settings.rounds, seconds: settings.seconds };
      known.rows[row.name] = { ...(await row.measure(stage)), measured };
      process.stderr.write(`${forTerminal([row], known.rows).split("\n")[1]}\n`);
    } catch (error) {
      failed[row.name] = error.message;
      process.stderr.write(`${row.name} could not be measured: ${error.message}\n`);
      await stage.stop(...stage.running);
    }
    write();
  }
}

function write() {
  const open = ROWS.filter(({ name }) => !known.rows[name]);
  const missing = Object.fromEntries(
    open.map(({ name, work, against }) => [`${work}, against ${against}`, failed[name] ?? "its row was not run"]),
  );
  writeFileSync(RESULTS, `${JSON.stringify(known, null, 2)}\n`);
  const about = readFileSync(file("load/about.md"), "utf8");
  writeFileSync(file("../docs/performance.md"), forReaders(ROWS, known.rows, { about, now: known.versions, missing }));
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !name.startsWith("--") && !ROWS.some((row) => row.name === name));
if (unknown.length > 0) throw new Error(`There is no row ${unknown.join(", ")}; --list names them.`);

if (wanted.includes("--list")) {
  for (const { name, work, against } of ROWS) console.log(`${name.padEnd(26)} ${work}, against ${against}`);
} else if (wanted.includes("--write")) {
  write();
} else {
  const { BENCH_AERO: aero, BENCH_SITE: site, BENCH_BYTES: bytes, BENCH_DATABASE_URL: databaseUrl, BENCH_PGBENCH: pgbench } = process.env;
  const stage = new Stage({ aero, site, bytes, pgbench, databaseUrl });
  try {
    known.versions = await versions(stage);
    await measure(stage, wanted.length > 0 ? ROWS.filter(({ name }) => wanted.includes(name)) : ROWS);
  } finally {
    await stage.close();
  }
  console.log(forTerminal(ROWS, known.rows));
  if (Object.keys(failed).length > 0) process.exitCode = 1;
}
