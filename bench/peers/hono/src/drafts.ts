import { and, eq, gt, sql } from "drizzle-orm";

import { db } from "./database.ts";
import { drafts } from "./schema.ts";
import type { Secret } from "./secret.ts";

const byKey = db
  .select()
  .from(drafts)
  .where(and(eq(drafts.keyHash, sql.placeholder("hash")), gt(drafts.expiresAt, sql.placeholder("now"))))
  .prepare("draft_by_key");

/** The draft of this browser, unless it has been sent or has expired. */
export async function loadDraft(secret: Secret | undefined) {
  if (!secret) return undefined;
  const [draft] = await byKey.execute({ hash: secret.hash(), now: new Date().toISOString() });
  return draft?.claimId === null ? draft : undefined;
}
