// Load on a server, from the other core.

import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import { settings } from "./settings.mjs";

const SCRIPT = fileURLToPath(new URL("requests.lua", import.meta.url));
const run = promisify(execFile);

/**
 * Asks for `request.path` as often as the server answers; `secrets` is a range
 * of drafts whose cookies are sent in turn.
 */
export async function load(server, request, seconds = settings.seconds) {
  const { path, method = "GET", headers = {}, body, secrets, connections = settings.connections } = request;
  const env = {
    ...process.env,
    BENCH_METHOD: method,
    BENCH_HEADERS: Object.entries(headers).map(([name, value]) => `${name}: ${value}`).join("\n"),
    ...(body === undefined ? {} : { BENCH_BODY: body }),
    ...(secrets === undefined ? {} : { BENCH_FIRST_SECRET: secrets.first, BENCH_LAST_SECRET: secrets.last }),
  };
  const before = server.work();
  const args = ["-c", settings.loadCore, "wrk", "-t1", `-c${connections}`, `-d${seconds}s`, "--timeout", "10s"];
  const { stdout } = await run("taskset", [...args, "-s", SCRIPT, server.origin + path].map(String), { env });
  const after = server.work();
  const told = JSON.parse(stdout.trim().split("\n").at(-1));
  if (told.refused + told.broken > 0) {
    throw new Error(`${server.name} ${path}: ${told.refused} refused and ${told.broken} broken of ${told.requests}`);
  }
  const each = (what) => ((after[what] - before[what]) * 1000) / told.requests;
  return {
    requests: told.requests,
    perSecond: (told.requests * 1e6) / told.microseconds,
    p50: told.p50 / 1000,
    p95: told.p95 / 1000,
    p99: told.p99 / 1000,
    own: each("own"),
    kernel: each("kernel"),
    busy: ((each("own") + each("kernel")) * told.requests) / told.microseconds,
  };
}
