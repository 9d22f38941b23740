"use server";

import { randomBytes, createHash } from "node:crypto";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";

import { db, drafts } from "../../../../database";

const EVENTS = ["delay", "cancellation", "other"];
const DAYS_KEPT = 30;

/** Begins the draft and goes on; or says what is missing. */
export async function saveEvent(_told: string | null, form: FormData): Promise<string | null> {
  const event = String(form.get("form[event]") ?? "");
  if (!EVENTS.includes(event)) return "Choose what went wrong";
  const secret = randomBytes(32);
  const now = new Date();
  const expiresAt = new Date(now.getTime() + DAYS_KEPT * 86_400_000);
  await db.insert(drafts).values({
    id: crypto.randomUUID(),
    keyHash: createHash("sha256").update(secret).digest(),
    answers: { event },
    language: "en",
    version: 1,
    createdAt: now,
    updatedAt: now,
    expiresAt,
  });
  const kept = { path: "/", httpOnly: true, sameSite: "lax", expires: expiresAt } as const;
  (await cookies()).set("aero-draft", secret.toString("hex"), kept);
  redirect("/en/claim/trip");
}
