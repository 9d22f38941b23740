// A claim is sent: draft, claim, passenger, event and the job of its mail in one
// durable transaction.

import { ask } from "../load/pages.mjs";
import { TICKS, formHeaders } from "../load/drafts.mjs";
import { summary, times } from "../load/pair.mjs";
import { Pgbench } from "../load/pgbench.mjs";
import { alternate, ratios } from "../load/rounds.mjs";
import { sending } from "../load/sending.mjs";
import { settings } from "../load/settings.mjs";
import { load } from "../load/wrk.mjs";
import { short, spread } from "../load/numbers.mjs";

const WORK = "claim sent: draft, claim, passenger, event and job in one durable transaction";

/** How much longer than the same statements alone. */
async function againstPgbench(stage) {
  const ours = await stage.filledDatabase("aero_bench_sent_a", 1);
  const theirs = await stage.filledDatabase("aero_bench_sent_b", 1);
  const model = await stage.aero(theirs);
  const cookie = `aero-draft=${"1".padStart(64, "0")}`;
  const headers = { ...formHeaders(model.origin), cookie };
  const sent = await ask(model, "/form/claim/send", { method: "POST", headers, body: TICKS });
  if (!sent.headers.location?.includes("/tracking/")) throw new Error(`Aero did not send: ${sent.headers.location}`);
  await stage.stop(model);

  const pgbench = new Pgbench(stage.programs.pgbench, theirs, stage.scratch);
  await pgbench.prepare();
  const aero = await stage.aero(ours);
  const request = sending(aero, ours);
  const samples = { a: [], b: [] };
  for (let round = 0; round <= settings.rounds; round++) {
    const seconds = round === 0 ? settings.warmUp : settings.seconds;
    const { after, ...asked } = await request();
    const a = await load(aero, asked, seconds);
    await after(a);
    const b = await pgbench.load(seconds);
    if (round > 0) (samples.a.push(a), samples.b.push(b));
  }
  await stage.stop(aero);
  const result = summary("Aero", "pgbench", { a: samples.a, b: samples.a, ratio: ratios(samples) });
  const own = result.sides.Aero;
  const each = spread(samples.b.map((sample) => sample.perSecond));
  return {
    ...result,
    how: `claims per second, ${settings.rounds} rounds of ${settings.seconds} s by turns; ${settings.connections} browsers over a pool of ${settings.pool}, against ${settings.pool} clients of pgbench`,
    where: `Aero: ${times(samples.a)}. The same statements alone take ${short(1e6 / each.median)} µs a claim.`,
    sides: { Aero: own, pgbench: { perSecond: each.median } },
  };
}

async function againstHono(stage) {
  const ours = await stage.filledDatabase("aero_bench_sent_a", 1);
  const theirs = await stage.filledDatabase("aero_bench_sent_b", 1);
  const [a, b] = [await stage.aero(ours), await stage.hono(theirs)];
  const measured = await alternate({ a, b, requestA: sending(a, ours), requestB: sending(b, theirs) });
  await stage.stop(a, b);
  return summary(a.name, b.name, measured);
}

export default [
  { name: "claim-sent-pgbench", work: WORK, against: "pgbench with the same statements", aim: 0.8, measure: againstPgbench },
  { name: "claim-sent-hono", work: WORK, against: "Hono with drizzle and postgres.js", aim: 3, measure: againstHono },
];
