import { and, eq, gt, isNull, sql } from "drizzle-orm";

import { day, place, readSender, readStory, type Answers } from "./answers.ts";
import { db } from "./database.ts";
import { claims, drafts, events, people } from "./schema.ts";
import { drawId, drawReference, type Secret } from "./secret.ts";
import { RULES, assess } from "./assessment.ts";

/** Sends the draft: it becomes a claim, once. The claim's private link, or nothing. */
export async function sendClaim(secret: Secret, ticks: Answers): Promise<Secret | undefined> {
  const now = new Date();
  return db.transaction(async (tx) => {
    const mine = and(eq(drafts.keyHash, secret.hash()), gt(drafts.expiresAt, now));
    const [draft] = await tx.select().from(drafts).where(mine).for("update");
    if (!draft) return undefined;
    if (draft.claimId !== null) return secret.firstLink();

    const answers = { ...draft.answers, ...ticks };
    const [story, sender] = [readStory(answers), readSender(answers)];
    if (!story.success || !sender.success) return undefined;
    const id = drawId(now);
    const { outcome, regime, amountMinor, currency, claimFrom, record } = assess(story.data);
    await tx.insert(claims).values({
      id,
      reference: drawReference(),
      state: "submitted",
      version: 1,
      basisVersion: 1,
      draftId: draft.id,
      language: "en",
      passengerCount: 1,
      origin: place(story.data.origin).code,
      destination: place(story.data.destination).code,
      flight: story.data["flight-2"],
      flightDay: day(story.data, "flight").toISOString().slice(0, 10),
      disruption: story.data.event,
      statement: { version: 1, ...withoutSender(answers) },
      assessment: record,
      rules: RULES,
      outcome,
      regime,
      amountMinor,
      currency,
      claimFrom,
      linkHash: secret.firstLink().hash(),
      linkIssuedAt: now,
      submittedAt: now,
      updatedAt: now,
    });
    const [name, email] = [sender.data["passenger-1"], sender.data.email];
    await tx.insert(people).values({ claimId: id, position: 0, name, email });
    const event = drawId(now);
    await tx.insert(events).values({
      id: event,
      claimId: id,
      claimVersion: 1,
      at: now,
      actorKind: "passenger",
      kind: "claim_submitted",
      detail: { outcome, rules: RULES },
    });
    const payload = JSON.stringify({ mail: "claim_received", claim_id: id, event_id: event });
    const key = `send_claim_mail:claim_received:${event}`;
    await tx.execute(sql`
      SELECT FROM graphile_worker.add_job('send_claim_mail', payload => ${payload}::json, job_key => ${key})`);
    await tx.execute(sql`SELECT pg_notify('claim_changed', ${id}::text)`);
    await tx
      .update(drafts)
      .set({ claimId: id, answers: {}, version: sql`${drafts.version} + 1`, updatedAt: now })
      .where(and(eq(drafts.id, draft.id), isNull(drafts.claimId)));
    return secret.firstLink();
  });
}

/** Who and where to write have a table of their own. */
function withoutSender({ "passenger-1": _name, email: _email, ...story }: Answers): Answers {
  return story;
}
