// The usual row: the same request to two servers by turns.

import { samePage } from "./pages.mjs";
import { alternate } from "./rounds.mjs";
import { short } from "./numbers.mjs";
import { settings } from "./settings.mjs";

/** Measures a page at both servers, after looking that it is the same page. */
export async function measurePage({ a, b, request, sameBytes = false }) {
  const sizes = sameBytes ? undefined : await samePage(a, b, { ...request, headers: { ...request.headers, ...cookieOf(request) } });
  const measured = await alternate({ a, b, requestA: request, requestB: request });
  return { ...summary(a.name, b.name, measured), sizes };
}

function cookieOf({ secrets }) {
  return secrets ? { cookie: `aero-draft=${secrets.first.toString(16).padStart(64, "0")}` } : {};
}

/** What the table needs of a measured pair. */
export function summary(nameA, nameB, { a, b, ratio }) {
  return {
    kind: "ratio",
    ...ratio,
    how: `requests per second, ${settings.rounds} rounds of ${settings.seconds} s by turns, ${settings.connections} connections`,
    where: `${nameA}: ${times(a)}. ${nameB}: ${times(b)}.`,
    sides: { [nameA]: figures(a), [nameB]: figures(b) },
  };
}

const middle = (samples, what) => samples.map((sample) => sample[what]).sort((x, y) => x - y)[samples.length >> 1];

const figures = (samples) =>
  Object.fromEntries(["perSecond", "p50", "p95", "own", "kernel", "busy"].map((what) => [what, middle(samples, what)]));

/** Where a request's time goes: in the program, in the kernel, or waiting for others. */
export function times(samples) {
  const { own, kernel, busy } = figures(samples);
  const idle = busy < 0.9 ? `; its core waits ${Math.round((1 - busy) * 100)} % of the time` : "";
  return `${short(own)} µs in the program and ${short(kernel)} µs in the kernel for each request${idle}`;
}
