// A server of Aero with a database of its own, for as long as it is needed.
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { createWriteStream, mkdirSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { dirname } from "node:path";
import pg from "pg";

/** Who may sign in at the desk. */
export const REVIEWER = { email: "ines@desk.example", name: "Ines Okafor", password: "a long tunnel under the sea" };

function needed(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set; run the suite through deploy/local/test.sh build browser`);
  return value;
}

/** Runs SQL as the owner of the cluster. */
async function asAdmin(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.toString();
}

function withRole(url: string, role: string, password: string): string {
  const changed = new URL(url);
  changed.username = role;
  changed.password = password;
  return changed.toString();
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

export class Server {
  private constructor(
    readonly origin: string,
    /** Where the mail can be read that it catches. */
    readonly mail: string,
    readonly log: string,
    private readonly child: ChildProcess,
    private readonly drop: () => Promise<void>,
  ) {}

  /**
   * Makes a database in the cluster at `adminUrl` and a role that owns nothing in it,
   * and serves as that role.
   */
  static async start(adminUrl: string, log: string, settings: Record<string, string> = {}): Promise<Server> {
    const bin = needed("AERO_BIN");
    const database = `aero_browser_${randomBytes(6).toString("hex")}`;
    const password = randomBytes(18).toString("hex");
    await asAdmin(adminUrl, `CREATE DATABASE ${database}`);
    await asAdmin(adminUrl, `CREATE ROLE ${database} LOGIN PASSWORD '${password}'`);
    const drop = async () => {
      await asAdmin(adminUrl, `DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
      await asAdmin(adminUrl, `DROP ROLE IF EXISTS ${database}`);
    };
    const ownerUrl = withDatabase(adminUrl, database);
    const port = await freePort();
    const origin = `http://127.0.0.1:${port}`;
    const mail = `127.0.0.1:${await freePort()}`;
    const env = {
      ...process.env,
      DATABASE_OWNER_URL: ownerUrl,
      DATABASE_URL: withRole(ownerUrl, database, password),
      AERO_DATABASE_APP_ROLE: database,
      AERO_LISTEN: `127.0.0.1:${port}`,
      AERO_ORIGIN: origin,
      AERO_SIGN_IN_PER_MINUTE: "10000",
      AERO_LOOK_UP_PER_MINUTE: "10000",
      AERO_SUGGEST_PER_MINUTE: "10000",
      AERO_DRAFTS_PER_HOUR: "10000",
      AERO_CLAIMS_PER_HOUR: "10000",
      LEPTOS_OUTPUT_NAME: "aero",
      LEPTOS_SITE_ROOT: needed("AERO_SITE_ROOT"),
      LEPTOS_SITE_PKG_DIR: "pkg",
      LEPTOS_HASH_FILES: "true",
      ...settings,
    };
    const run = (args: string[], input?: string) => {
      const done = spawnSync(bin, args, { env, input, encoding: "utf8" });
      if (done.status !== 0) throw new Error(`aero ${args.join(" ")} failed:\n${done.stderr}`);
    };
    run(["migrate"]);
    run(["staff", "add", REVIEWER.email, REVIEWER.name, "--password-stdin"], `${REVIEWER.password}\n`);

    mkdirSync(dirname(log), { recursive: true });
    const file = createWriteStream(log);
    const child = spawn(bin, ["serve", "--with-worker", "--mail-catcher", mail], { env, stdio: ["ignore", "pipe", "pipe"] });
    child.stdout.pipe(file);
    child.stderr.pipe(file, { end: false });
    const kill = () => child.kill("SIGKILL");
    process.once("exit", kill);
    child.once("exit", () => process.off("exit", kill));
    const server = new Server(origin, `http://${mail}`, log, child, drop);
    await server.until("/health/ready", 200);
    return server;
  }

  /** Asks until an address answers with a status. */
  async until(path: string, status: number): Promise<void> {
    const last = Date.now() + 30_000;
    let seen: unknown;
    while (Date.now() < last) {
      if (this.child.exitCode !== null) {
        throw new Error(`The server ended:\n${readFileSync(this.log, "utf8")}`);
      }
      try {
        const response = await fetch(this.origin + path);
        if (response.status === status) return;
        seen = response.status;
      } catch (error) {
        seen = error;
      }
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    throw new Error(`${path} did not answer ${status}, but ${String(seen)}`);
  }

  /** Ends the server and its database; gives its log. */
  async stop(): Promise<string> {
    if (this.child.exitCode === null) {
      const ended = new Promise((resolve) => this.child.once("exit", resolve));
      this.child.kill("SIGTERM");
      await ended;
    }
    await this.drop();
    return readFileSync(this.log, "utf8");
  }
}
