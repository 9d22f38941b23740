// The private PostgreSQL: databases out of one migrated template.

import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";

// The driver of the peer; the harness needs no packages of its own.
const require = createRequire(new URL("../peers/hono/package.json", import.meta.url));
const postgres = require("postgres");

const TEMPLATE = "aero_bench_template";

export class Databases {
  constructor(adminUrl, aero) {
    this.adminUrl = adminUrl;
    this.aero = aero;
    this.open = [];
  }

  url(name) {
    const url = new URL(this.adminUrl);
    url.pathname = `/${name}`;
    return url.href;
  }

  connect(name) {
    const sql = postgres(this.url(name), { max: 1, onnotice: () => {} });
    this.open.push(sql);
    return sql;
  }

  /** A fresh database with Aero's tables. */
  async create(name) {
    this.admin ??= this.connect("postgres");
    if (!this.hasTemplate) {
      await this.recreate(TEMPLATE);
      execFileSync(this.aero, ["migrate"], { env: { ...process.env, DATABASE_URL: this.url(TEMPLATE) }, stdio: "pipe" });
      this.hasTemplate = true;
    }
    await this.recreate(name, TEMPLATE);
    return { name, url: this.url(name), sql: this.connect(name) };
  }

  async recreate(name, template = "template0") {
    await this.admin.unsafe(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await this.admin.unsafe(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  }

  async drop({ name, sql }) {
    await sql.end();
    await this.admin.unsafe(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  }

  /** What stands in the server's own settings. */
  async settings() {
    this.admin ??= this.connect("postgres");
    const rows = await this.admin`
      SELECT name, setting FROM pg_settings
      WHERE name IN ('server_version', 'fsync', 'synchronous_commit', 'full_page_writes', 'shared_buffers')`;
    return Object.fromEntries(rows.map(({ name, setting }) => [name, setting]));
  }

  async close() {
    await Promise.all(this.open.map((sql) => sql.end({ timeout: 1 })));
  }
}
