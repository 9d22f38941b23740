// One server for the whole run. Its log is read at the end: a panic, or
// something of a passenger in it, fails the run.
import { PRIVATE } from "./stories.ts";
import { Server } from "./server.ts";

export default async function setup(): Promise<() => Promise<void>> {
  const adminUrl = process.env.DATABASE_URL;
  if (!adminUrl) throw new Error("DATABASE_URL is not set: a database that may create others");
  const server = await Server.start(adminUrl, "test-results/server.log");
  process.env.AERO_TEST_ORIGIN = server.origin;
  process.env.AERO_TEST_MAIL = server.mail;
  return async () => {
    const log = await server.stop();
    const faults = log.split("\n").filter((line) => /panicked|code: 500/.test(line));
    const personal = PRIVATE.filter((text) => log.includes(text));
    if (faults.length > 0) throw new Error(`The server's log tells of faults:\n${faults.join("\n")}`);
    if (personal.length > 0) throw new Error(`The server's log names passengers: ${personal.join(", ")}`);
  };
}
