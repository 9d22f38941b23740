import { z } from "zod";

const Settings = z.object({
  DATABASE_URL: z.string().min(1),
  ORIGIN: z.url(),
  HOST: z.string().default("127.0.0.1"),
  PORT: z.coerce.number().int().positive(),
  POOL: z.coerce.number().int().positive().default(10),
});

export const settings = Settings.parse(process.env);
