// Every program that is measured, and how it is started.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { Databases } from "./database.mjs";
import { copyDrafts, fillIn } from "./drafts.mjs";
import { ask } from "./pages.mjs";
import { freePort, start } from "./server.mjs";
import { settings } from "./settings.mjs";

const folder = (path) => fileURLToPath(new URL(path, import.meta.url));
export const FIRST_PAGE = "/en/claim/what-went-wrong";

/** As shipped, but for the limits that one address has. */
const UNLIMITED = {
  AERO_DRAFTS_PER_HOUR: "1000000000",
  AERO_SAVES_PER_MINUTE: "10000000",
  AERO_CLAIMS_PER_HOUR: "1000000000",
  AERO_ASSESS_PER_MINUTE: "1000000000",
};

export class Stage {
  constructor({ aero, site, bytes, pgbench = "pgbench", databaseUrl }) {
    this.programs = { aero, site, bytes, pgbench };
    this.databases = new Databases(databaseUrl, aero);
    this.running = [];
    this.scratch = mkdtempSync(join(tmpdir(), "aero-bench-"));
  }

  async #start(program) {
    const server = await start(program);
    this.running.push(server);
    return server;
  }

  async aero(database) {
    const port = await freePort();
    const env = {
      ...UNLIMITED,
      DATABASE_URL: database.url,
      AERO_LISTEN: `127.0.0.1:${port}`,
      AERO_ORIGIN: `http://127.0.0.1:${port}`,
      LEPTOS_OUTPUT_NAME: "aero",
      LEPTOS_SITE_ROOT: this.programs.site,
      LEPTOS_SITE_PKG_DIR: "pkg",
      LEPTOS_HASH_FILES: "true",
    };
    return this.#start({ name: "Aero", program: this.programs.aero, args: ["serve"], env, port, ready: FIRST_PAGE });
  }

  async hono(database) {
    const port = await freePort();
    const env = {
      NODE_ENV: "production",
      DATABASE_URL: database.url,
      ORIGIN: `http://127.0.0.1:${port}`,
      PORT: String(port),
      POOL: String(settings.pool),
    };
    const cwd = folder("../peers/hono");
    return this.#start({ name: "Hono", program: "node", args: ["dist/main.js"], cwd, env, port, ready: FIRST_PAGE });
  }

  async next(database) {
    const port = await freePort();
    const env = { NODE_ENV: "production", DATABASE_URL: database.url, HOSTNAME: "127.0.0.1", PORT: String(port) };
    const cwd = folder("../peers/next/.next/standalone");
    return this.#start({ name: "Next.js", program: "node", args: ["server.js"], cwd, env, port, ready: FIRST_PAGE });
  }

  /** axum alone, with what Aero answers for the first page to these headers. */
  async bytes(aero, headers = {}) {
    const port = await freePort();
    const page = join(this.scratch, "page");
    const { sent, encoding } = await ask(aero, FIRST_PAGE, { headers });
    writeFileSync(page, sent);
    const args = [`127.0.0.1:${port}`, page, encoding];
    return this.#start({ name: "axum", program: this.programs.bytes, args, port, ready: "/" });
  }

  /** A fresh database with so many drafts of a form that is filled in. */
  async filledDatabase(name, drafts) {
    const database = await this.databases.create(name);
    const aero = await this.aero(database);
    await fillIn(aero);
    await this.stop(aero);
    await copyDrafts(database.sql, { first: 1, last: drafts });
    await database.sql.unsafe("VACUUM ANALYZE");
    return database;
  }

  async stop(...servers) {
    for (const server of servers) await server.stop();
    this.running = this.running.filter((server) => !servers.includes(server));
  }

  async close() {
    await this.stop(...this.running);
    await this.databases.close();
    rmSync(this.scratch, { recursive: true, force: true });
  }
}
