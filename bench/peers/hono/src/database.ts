import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";

import { settings } from "./settings.ts";

const client = postgres(settings.DATABASE_URL, {
  max: settings.POOL,
  connect_timeout: 3,
  connection: { application_name: "hono", statement_timeout: 15_000 },
});

export const db = drizzle(client);
