// Drafts of a form that is filled in, as many as the load needs.

import { ask } from "./pages.mjs";

/** A month ago, so that the flight is always past and never too long ago. */
function flightDay() {
  const day = new Date(Date.now() - 30 * 86_400_000);
  return { day: day.getUTCDate(), month: day.getUTCMonth() + 1, year: day.getUTCFullYear() };
}

const when = (moment) => Object.fromEntries(Object.entries(flightDay()).map(([part, n]) => [`${moment}-${part}`, n]));

/** Bremen to Lisbon by Frankfurt, more than four hours late. */
const PAGES = () => ({
  "what-went-wrong": { event: "delay" },
  trip: {
    origin: "Bremen, Germany (BRE)",
    destination: "Lisbon, Portugal (LIS)",
    "one-booking": "yes",
    "stop-1": "Frankfurt, Germany (FRA)",
  },
  flights: { "flight-1": "LH355", "flight-2": "LH1166", "trouble-leg": 2, ...when("flight") },
  schedule: { ...when("booked-arrival"), "booked-arrival-time": "14:35" },
  arrival: { ...when("actual-arrival"), "actual-arrival-time": "19:10" },
  reason: { reason: "technical" },
  people: { "passenger-1": "Ana Sousa" },
  contact: { email: "ana.sousa@example.org" },
});

const FORM = { "content-type": "application/x-www-form-urlencoded" };

/** The version of a draft that is filled in: it begins with the first, and each page saved makes another. */
const VERSION = 1 + Object.keys(PAGES()).length;

/** What is posted from the page that shows a filled-in draft once more. */
export const TICKS = new URLSearchParams({
  language: "en",
  version: VERSION,
  "form[is-true]": "yes",
  "form[may-act]": "yes",
}).toString();

/** What a browser sends with a form of this site. */
export const formHeaders = (origin) => ({ ...FORM, Origin: origin });

/** Fills in the form at Aero, page by page; gives the cookie of the draft. */
export async function fillIn(aero) {
  let cookie;
  for (const [step, fields] of Object.entries(PAGES())) {
    const form = new URLSearchParams({ step, language: "en" });
    for (const [name, text] of Object.entries(fields)) form.set(`form[${name}]`, text);
    const headers = { ...formHeaders(aero.origin), ...(cookie ? { cookie } : {}) };
    const answer = await ask(aero, "/form/claim/save", { method: "POST", headers, body: form.toString() });
    if (answer.status !== 303 || /[?&]check/.test(answer.headers.location)) {
      throw new Error(`Aero does not take the page ${step}: ${answer.status} ${answer.headers.location}`);
    }
    cookie ??= answer.headers["set-cookie"]?.[0].split(";")[0];
  }
  return cookie;
}

/** Copies the one draft that was filled in; their secrets are the numbers from `first`. */
export async function copyDrafts(sql, { first, last }) {
  await sql.unsafe(`
    WITH filled AS (SELECT * FROM drafts WHERE claim_id IS NULL AND answers ? 'email' LIMIT 1)
    INSERT INTO drafts
    SELECT gen_random_uuid(), sha256(decode(lpad(to_hex(n), 64, '0'), 'hex')), answers, language, version,
           created_at, updated_at, expires_at, NULL
    FROM filled, generate_series(${Number(first)}, ${Number(last)}) AS n`);
}
