import { customType, integer, jsonb, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";

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
});

export const db = drizzle(postgres(process.env.DATABASE_URL ?? "", { max: 10 }));
