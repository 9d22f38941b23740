// Instructions of one call of each hot path: count.mjs [--write]
//
// Each path runs twice under callgrind, a few times and more times; the
// difference, divided, is one call without starting the program.

import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const COUNTS = fileURLToPath(new URL("counts.json", import.meta.url));
const [FEW, MORE] = [10, 60];
/** Below this a change is how memory and random numbers happened to lie. */
const NOISE = 0.01;

const folder = process.env.BENCH_PROGRAMS;
const PROGRAMS = ["paths", "site-bench"].map((name) => join(folder, name));
const profiles = join(folder, "callgrind");
mkdirSync(profiles, { recursive: true });

function instructions(program, path, times) {
  const out = join(profiles, `${path}-${times}.out`);
  const args = ["--tool=callgrind", `--callgrind-out-file=${out}`, program, path, String(times)];
  execFileSync("valgrind", args, { stdio: ["ignore", "ignore", "pipe"] });
  return Number(/^(?:summary|totals): (\d+)/m.exec(readFileSync(out, "utf8"))[1]);
}

const known = existsSync(COUNTS) ? JSON.parse(readFileSync(COUNTS, "utf8")) : {};
const counts = {};
for (const program of PROGRAMS) {
  for (const path of execFileSync(program, { encoding: "utf8" }).trim().split("\n")) {
    const more = instructions(program, path, MORE) - instructions(program, path, FEW);
    counts[path] = Math.round(more / (MORE - FEW));
  }
}

function change(path) {
  if (known[path] === undefined) return "new";
  const by = counts[path] / known[path] - 1;
  return Math.abs(by) < NOISE ? "the same" : `${by > 0 ? "+" : ""}${(by * 100).toFixed(1)} %`;
}

const heads = ["Path", "Instructions", "Before", "Change"];
const number = (count) => count?.toLocaleString("en") ?? "";
const lines = Object.keys(counts).map((path) => [path, number(counts[path]), number(known[path]), change(path)]);
const widths = heads.map((_, column) => Math.max(...[heads, ...lines].map((line) => line[column].length)));
for (const [name, ...rest] of [heads, ...lines]) {
  console.log([name.padEnd(widths[0]), ...rest.map((cell, column) => cell.padStart(widths[column + 1]))].join("  "));
}
console.log(`What each function costs: callgrind_annotate ${join(profiles, `<path>-${MORE}.out`)}`);
if (process.argv.includes("--write")) writeFileSync(COUNTS, `${JSON.stringify(counts, null, 2)}\n`);
