// What a server costs that only stands there, and how soon it stands.

import { setTimeout as sleep } from "node:timers/promises";

import { median, spread } from "../load/numbers.mjs";
import { settings } from "../load/settings.mjs";
import { FIRST_PAGE } from "../load/stage.mjs";
import { load } from "../load/wrk.mjs";

const PROGRAMS = { Aero: "aero", Hono: "hono", "Next.js": "next" };
const OPEN = 500;

/** One program after the other, each alone. */
async function each(stage, observe) {
  const database = await stage.databases.create("aero_bench_pages");
  const seen = {};
  for (const [name, program] of Object.entries(PROGRAMS)) seen[name] = await observe(() => stage[program](database));
  return seen;
}

const listed = (seen, tell) =>
  Object.entries(seen).map(([name, one]) => `${name} ${tell(one)}`).join(", ");
const others = ({ Aero: _, ...seen }, tell) => listed(seen, tell);

async function memory(stage) {
  const seen = await each(stage, async (begin) => {
    const server = await begin();
    await load(server, { path: FIRST_PAGE, connections: 8 }, 1);
    await sleep(2000);
    const idle = server.resident();
    let most = idle;
    const watch = setInterval(() => (most = Math.max(most, server.resident())), 50);
    await load(server, { path: FIRST_PAGE, connections: OPEN }, settings.seconds);
    clearInterval(watch);
    await stage.stop(server);
    return { idle, most };
  });
  const tell = ({ idle, most }) => `${Math.round(idle)} MB and ${Math.round(most)} MB`;
  const perConnection = ({ idle, most }) => `${Math.round(((most - idle) * 1024) / OPEN)} KB`;
  return {
    kind: "text",
    figure: `${tell(seen.Aero)} (${others(seen, tell)})`,
    met: seen.Aero.idle < 60 && seen.Aero.most < 150,
    how: `resident memory of the process 2 s after its first pages, and the most of it while ${OPEN} connections ask for the first page for ${settings.seconds} s`,
    where: `For each of the connections: ${listed(seen, perConnection)}.`,
  };
}

async function ready(stage) {
  const seen = await each(stage, async (begin) => {
    const times = [];
    const work = [];
    for (let again = 0; again < settings.rounds; again++) {
      const server = await begin();
      const { own, kernel } = server.work();
      times.push(server.readyAfter);
      work.push(own + kernel);
      await stage.stop(server);
    }
    return { ...spread(times), work: median(work) };
  });
  const tell = ({ median, least, most }) => `${Math.round(median)} ms (${Math.round(least)}–${Math.round(most)})`;
  return {
    kind: "text",
    figure: `${tell(seen.Aero)}; ${others(seen, tell)}`,
    met: seen.Aero.median < 500,
    how: `from starting the process until the first claim page is answered, ${settings.rounds} starts`,
    where: `Work of the processor until then: ${listed(seen, ({ work }) => `${Math.round(work)} ms`)}; the rest is waiting.`,
  };
}

export default [
  { name: "memory", work: `resident memory idle, and under ${OPEN} connections`, against: "Hono, Next.js", aim: "under 60 MB and 150 MB", measure: memory },
  { name: "start", work: "start until ready", against: "Hono, Next.js", aim: "under 0.5 s", measure: ready },
];
