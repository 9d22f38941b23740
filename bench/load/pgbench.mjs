// The statements of a claim that is sent, without a program around them.

import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";

import { copyDrafts } from "./drafts.mjs";
import { settings } from "./settings.mjs";

const run = promisify(execFile);
const DRAFTS_PER_CLIENT_AND_SECOND = 500;

/** Columns that are others in each claim, out of its number. */
const OWN = {
  id: "lpad(to_hex(:i::bigint), 32, '0')::uuid",
  reference: "regexp_replace(lpad(upper(to_hex(:i::bigint)), 8, '0'), '^(....)(....)$', 'AE-\\1-\\2')",
  draft_id: ":d_id",
  link_hash: "sha256(decode(lpad('f' || to_hex(:i::bigint), 64, '0'), 'hex'))",
  link_issued_at: "now()",
  submitted_at: "now()",
  updated_at: "now()",
};

/** pgbench takes a colon before a letter for a variable, within quotes too. */
const JOB_KEY = `concat_ws(chr(58), 'send_claim_mail', 'claim_received', ${OWN.id})`;

const script = (columns) => `\\set n :n + 1
\\set i :base + :client_id * :stride + :n
BEGIN;
SELECT * FROM drafts WHERE key_hash = sha256(decode(lpad(to_hex(:i::bigint), 64, '0'), 'hex')) AND expires_at > now() FOR UPDATE \\gset d_
INSERT INTO claims (${columns.join(", ")}) VALUES (${columns.map((name) => OWN[name] ?? `:c_${name}`).join(", ")});
INSERT INTO claim_people (claim_id, position, name, email) VALUES (${OWN.id}, 0, :p_name, :p_email);
INSERT INTO claim_events (id, claim_id, claim_version, at, actor_kind, kind, detail) VALUES (${OWN.id}, ${OWN.id}, 1, now(), 'passenger', 'claim_submitted', :e_detail);
SELECT FROM graphile_worker.add_job('send_claim_mail', payload => json_build_object('mail', 'claim_received', 'claim_id', ${OWN.id}, 'event_id', ${OWN.id}), job_key => ${JOB_KEY});
SELECT pg_notify('claim_changed', ${OWN.id}::text);
UPDATE drafts SET claim_id = ${OWN.id}, answers = '{}', version = version + 1, updated_at = now() WHERE id = :d_id AND claim_id IS NULL;
COMMIT;
`;

/** Sends claims like the one that stands in the database already, with as many clients as the pool has. */
export class Pgbench {
  constructor(program, database, scratch) {
    Object.assign(this, { name: "pgbench", program, database, used: 1_000_000, file: join(scratch, "claim-sent.sql") });
  }

  async prepare() {
    const { sql } = this.database;
    const [claim] = await sql`SELECT * FROM claims LIMIT 1`;
    const [person] = await sql`SELECT name, email FROM claim_people WHERE position = 0 LIMIT 1`;
    const [event] = await sql`SELECT detail FROM claim_events LIMIT 1`;
    const made = await sql`
      SELECT attname FROM pg_attribute WHERE attrelid = 'claims'::regclass AND attgenerated <> ''`;
    const isMade = new Set(made.map(({ attname }) => attname));
    const given = Object.entries(claim).filter(([name, value]) => value !== null && !isMade.has(name));
    const text = (value) => {
      if (value instanceof Date) return value.toISOString().slice(0, 10);
      return typeof value === "object" ? JSON.stringify(value) : String(value);
    };
    const copied = given.filter(([name]) => !(name in OWN)).map(([name, value]) => `c_${name}=${text(value)}`);
    this.variables = [...copied, `p_name=${person.name}`, `p_email=${person.email}`, `e_detail=${text(event.detail)}`];
    writeFileSync(this.file, script(given.map(([name]) => name)));
  }

  async load(seconds = settings.seconds) {
    const { sql } = this.database;
    const stride = DRAFTS_PER_CLIENT_AND_SECOND * seconds;
    const base = this.used;
    this.used += stride * (settings.pool + 1);
    await copyDrafts(sql, { first: base, last: this.used - 1 });
    await sql.unsafe("CHECKPOINT");
    const variables = [...this.variables, "n=0", `base=${base}`, `stride=${stride}`].flatMap((one) => ["-D", one]);
    const options = ["-n", "-c", settings.pool, "-j", 1, "-T", seconds, "-M", "prepared", "-f", this.file];
    const args = ["-c", settings.serverCore, this.program, ...options, ...variables, this.database.url];
    const { stdout } = await run("taskset", args.map(String));
    const [, failed] = /number of failed transactions: (\d+)/.exec(stdout) ?? [];
    if (Number(failed ?? 0) > 0) throw new Error(`pgbench: ${failed} transactions failed`);
    return {
      perSecond: Number(/tps = ([\d.]+) \(without/.exec(stdout)[1]),
      p50: Number(/latency average = ([\d.]+)/.exec(stdout)[1]),
    };
  }
}
