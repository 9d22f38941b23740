// A B A B: two servers by turns, and what one is of the other.

import { spread } from "./numbers.mjs";
import { settings } from "./settings.mjs";
import { load } from "./wrk.mjs";

/**
 * Measures both sides in each round. A request may be a function of the side
 * and the round, for work that can be done once only; `after` looks whether it
 * was done.
 */
export async function alternate({ a, b, requestA, requestB }) {
  const sides = [
    { name: "a", server: a, request: requestA },
    { name: "b", server: b, request: requestB },
  ];
  const samples = { a: [], b: [] };
  for (let round = 0; round <= settings.rounds; round++) {
    for (const { name, server, request } of sides) {
      const warming = round === 0;
      const { after, ...asked } = typeof request === "function" ? await request(round) : request;
      const sample = await load(server, asked, warming ? settings.warmUp : settings.seconds);
      await after?.(sample);
      if (!warming) samples[name].push(sample);
    }
  }
  return { ...samples, ratio: ratios(samples) };
}

export function ratios({ a, b }) {
  return spread(a.map((sample, round) => sample.perSecond / b[round].perSecond));
}
