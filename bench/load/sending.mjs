// Claims that are sent: each load takes drafts that nobody has sent yet.

import { TICKS, copyDrafts, formHeaders } from "./drafts.mjs";
import { settings } from "./settings.mjs";

/** More than any server sends in a second. */
const DRAFTS_PER_SECOND = 4000;

/** Requests that send the drafts of a database, other ones in each round. */
export function sending(server, { sql }) {
  // The first one is there already.
  let used = 2;
  return async () => {
    const seconds = Math.max(settings.seconds, settings.warmUp);
    const secrets = { first: used, last: used + DRAFTS_PER_SECOND * seconds - 1 };
    used = secrets.last + 1;
    await copyDrafts(sql, secrets);
    await sql.unsafe("CHECKPOINT");
    const before = await sentIn(sql);
    return {
      path: "/form/claim/send",
      method: "POST",
      headers: formHeaders(server.origin),
      body: TICKS,
      secrets,
      async after({ requests }) {
        const sent = (await sentIn(sql)) - before;
        if (sent < requests) throw new Error(`${server.name} answered ${requests} times and sent ${sent} claims`);
      },
    };
  };
}

/** Claims that stand there with everything that belongs to them. */
async function sentIn(sql) {
  const [{ claims, whole, jobs }] = await sql`
    SELECT count(*)::int AS claims,
           count(*) FILTER (WHERE d.id IS NOT NULL AND e.id IS NOT NULL AND p.name IS NOT NULL)::int AS whole,
           (SELECT count(*)::int FROM graphile_worker.jobs WHERE task_identifier = 'send_claim_mail') AS jobs
    FROM claims c
    LEFT JOIN drafts d ON d.claim_id = c.id
    LEFT JOIN claim_events e ON e.claim_id = c.id
    LEFT JOIN claim_people p ON p.claim_id = c.id AND p.position = 0`;
  if (claims !== whole) throw new Error(`${claims - whole} claims lack their draft, event or passenger`);
  if (claims !== jobs) throw new Error(`${claims} claims have ${jobs} jobs for the mail`);
  return claims;
}
