import { bigint, char, customType, date, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";

const bytea = customType<{ data: Buffer }>({ dataType: () => "bytea" });
const moment = (name: string) => timestamp(name, { withTimezone: true });

export const drafts = pgTable("drafts", {
  id: uuid().primaryKey(),
  keyHash: bytea("key_hash").notNull(),
  answers: jsonb().$type<Record<string, string>>().notNull(),
  language: text().notNull(),
  version: integer().notNull(),
  createdAt: moment("created_at").notNull(),
  updatedAt: moment("updated_at").notNull(),
  expiresAt: moment("expires_at").notNull(),
  claimId: uuid("claim_id"),
});

export const claims = pgTable("claims", {
  id: uuid().primaryKey(),
  reference: text().notNull(),
  state: text().notNull(),
  version: integer().notNull(),
  basisVersion: integer("basis_version").notNull(),
  draftId: uuid("draft_id").notNull(),
  language: text().notNull(),
  passengerCount: integer("passenger_count").notNull(),
  origin: char({ length: 3 }).notNull(),
  destination: char({ length: 3 }).notNull(),
  flight: text().notNull(),
  flightDay: date("flight_day").notNull(),
  disruption: text().notNull(),
  statement: jsonb().notNull(),
  assessment: jsonb().notNull(),
  rules: text().notNull(),
  outcome: text().notNull(),
  regime: text(),
  amountMinor: bigint("amount_minor", { mode: "number" }),
  currency: char({ length: 3 }),
  claimFrom: text("claim_from"),
  linkHash: bytea("link_hash").notNull(),
  linkIssuedAt: moment("link_issued_at").notNull(),
  submittedAt: moment("submitted_at").notNull(),
  updatedAt: moment("updated_at").notNull(),
});

export const people = pgTable(
  "claim_people",
  { claimId: uuid("claim_id").notNull(), position: integer().notNull(), name: text().notNull(), email: text() },
  (table) => [primaryKey({ columns: [table.claimId, table.position] })],
);

export const events = pgTable("claim_events", {
  id: uuid().primaryKey(),
  claimId: uuid("claim_id").notNull(),
  claimVersion: integer("claim_version").notNull(),
  at: moment("at").notNull(),
  actorKind: text("actor_kind").notNull(),
  kind: text().notNull(),
  detail: jsonb().notNull(),
});
