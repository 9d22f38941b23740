import type { Page } from "@playwright/test";

import { AFTER_DELAY, ClaimForm, type Step } from "../support/claim-form.ts";
import { expect, test } from "../support/fixtures.ts";
import { ASUNCION, daysAgo, LISBON, MADRID, type Story } from "../support/stories.ts";
import { words } from "../support/words.ts";

/** The check page is a form of its own, which the server alone judges. */
const judgedByServer: Step[] = ["check"];

/** The summary has the focus and leads to fields that say the same. */
async function saysWhatIsWrong(page: Page, form: ClaimForm): Promise<[string, string][]> {
  const faults = await form.faults();
  expect(faults.length).toBeGreaterThan(0);
  await expect(page).toHaveTitle(/^Error: /);
  await expect(form.summary.getByRole("heading")).toHaveText(words("en", "common.problem_title"));
  for (const [id, sentence] of faults) {
    await expect(form.field(id), `${id} is there`).toBeVisible();
    // The innermost: a group of boxes is a field as well.
    const fault = page.locator(".field, .tick-field").filter({ has: form.field(id) }).last().locator(".fault").first();
    await expect(fault).toBeVisible();
    // A date shows the first of its faults.
    if (!/-(month|year)$/.test(id)) await expect(fault).toHaveText(`Error: ${sentence}`);
  }
  const [first] = faults;
  await form.summary.locator("a").first().click();
  await expect(form.field(first?.[0] ?? "")).toBeFocused();
  return faults;
}

/** Every page there is, each in a story that passes it. */
const pages: [Story, Step[]][] = [
  [ASUNCION, ["what-went-wrong", "trip", "flights", "schedule", "arrival", "reason", "people", "contact", "check"]],
  [MADRID, ["notice", "schedule", "replacement"]],
];

test("a page that is sent empty says what is missing, in the browser without a request", async ({ page, form, checked, javaScriptEnabled }) => {
  let posts = 0;
  page.on("request", (request) => (posts += request.method() === "POST" ? 1 : 0));
  for (const [story, steps] of pages) {
    await page.context().clearCookies();
    for (const step of steps) {
      await form.given(story, step);
      const inBrowser = javaScriptEnabled !== false && !judgedByServer.includes(step);
      if (inBrowser) await form.awake();
      if (step === "schedule") {
        // Filled in ahead with the day of the flight.
        await form.writeDay("booked-arrival", { day: "", month: "", year: "" });
      }
      const before = posts;
      await form.goOn();
      await expect(form.summary).toBeVisible();
      expect(posts - before, step).toBe(inBrowser ? 0 : 1);
      if (inBrowser) await expect(form.summary).toBeFocused();
      await saysWhatIsWrong(page, form);
      if (["trip", "arrival", "replacement", "check"].includes(step)) await checked(page, { error: true });
    }
  }
});

/** Writes fields by their names, on a page with scripts or without. */
async function writeAll(form: ClaimForm, fields: Record<string, string>): Promise<void> {
  for (const [name, text] of Object.entries(fields)) {
    const radio = form.radio(name, text);
    if ((await radio.count()) > 0) await radio.check();
    else await form.write(name, text);
  }
}

test("the browser and the server say the same of the same mistakes", { tag: ["@once", "@scripts"] }, async ({ page, form, visitor }) => {
  // Two dozen mistakes, each told from the start.
  test.slow();
  const day = (moment: string, day: string, month: string, year: string) => ({
    [`${moment}-day`]: day,
    [`${moment}-month`]: month,
    [`${moment}-year`]: year,
  });
  const { year } = ASUNCION.day;
  const next = String(Number(year) + 1);
  const mistakes: Partial<Record<Step, Record<string, string>[]>> = {
    trip: [{}, { origin: "Bremen, Germany (BRE)", destination: "Bremen, Germany (BRE)" }],
    flights: [
      {},
      { "flight-1": "AF", "flight-2": "12345678", "flight-3": "L1302", ...day("flight", "31", "2", year) },
      { "flight-1": "af 1225", "flight-2": "AF454", "flight-3": "LA1302", ...day("flight", "1", "1", next) },
      { ...day("flight", "0", "hello", "1999") },
    ],
    schedule: [
      { ...day("booked-arrival", "", "", "") },
      { ...day("booked-arrival", "30", "février", year), "booked-arrival-time": "25:00" },
      { ...day("booked-arrival", "1", "1", "2010"), "booked-arrival-time": "7.05" },
    ],
    arrival: [
      {},
      { ...day("actual-arrival", "31", "4", year), "actual-arrival-time": "noon" },
      { ...day("actual-arrival", "1", "1", next), "actual-arrival-time": "0705" },
      { ...day("actual-arrival", daysAgo(43).day, daysAgo(43).month, daysAgo(43).year), "actual-arrival-time": "7:5" },
      { "never-arrived": "yes" },
      { "never-arrived": "yes", instead: "own-way", ...day("actual-arrival", "", "", "") },
    ],
    reason: [{}],
    people: [{}, { "passenger-1": "Zoë 😀" }, { "passenger-1": "x".repeat(101) }, { "passenger-1": "R2 D2" }],
    contact: [{}, { email: "nobody" }, { email: "a b@example.org" }],
  };
  const twin = new ClaimForm(await visitor({ javaScriptEnabled: false }));
  const answer = async (form: ClaimForm) => ({
    faults: await form.faults(),
    atFields: await form.page.locator("form#step .fault").allInnerTexts(),
    invalid: await form.page.locator("[aria-invalid=true]").evaluateAll((all) => all.map((input) => input.id)),
    title: await form.page.title(),
  });

  // So that both are the same visitor.
  await form.given(ASUNCION, "trip");
  await twin.page.context().addCookies(await page.context().cookies());

  for (const step of AFTER_DELAY.filter((step) => mistakes[step])) {
    for (const fields of mistakes[step] ?? []) {
      await form.given(ASUNCION, step);
      await form.awake();
      await writeAll(form, fields);
      await form.goOn();
      const inBrowser = await answer(form);
      await twin.open(step);
      await writeAll(twin, fields);
      await twin.goOn();
      expect(inBrowser, `${step} ${JSON.stringify(fields)}`).toEqual(await answer(twin));
      expect(inBrowser.faults.length).toBeGreaterThan(0);
    }
  }
});

test("a day that does not exist is named, and everything typed stays", async ({ page, form }) => {
  await form.given(LISBON, "arrival");
  await form.writeMoment("actual-arrival", { day: "31", month: "Feb", year: LISBON.day.year, time: "7:5" });
  await form.goOn();
  const days = new Date(Date.UTC(Number(LISBON.day.year), 2, 0)).getUTCDate();
  const sentence = words("en", "faults.day_of", { month: "February", days });
  expect(await saysWhatIsWrong(page, form)).toContainEqual(["actual-arrival-day", sentence]);
  await expect(form.field("actual-arrival-day")).toHaveValue("31");
  await expect(form.field("actual-arrival-month")).toHaveValue("Feb");
  await expect(form.field("actual-arrival-time")).toHaveValue("7:5");
});

test("an arrival before the departure is refused", async ({ page, form }) => {
  const story: Story = { ...MADRID, bookedArrival: { ...MADRID.day, time: "07:00" } };
  await form.given(story, "schedule");
  await form.answer("schedule", story);
  await form.goOn();
  const faults = await saysWhatIsWrong(page, form);
  expect(faults.map(([, sentence]) => sentence)).toContain(words("en", "faults.before_departure"));
});

test("an airport nobody knows is refused, and so is a trip back to its start", async ({ page, form, checked }) => {
  await form.given(LISBON, "trip");
  await form.writeAirport("origin", "Qwxyzzy");
  await form.writeAirport("destination", "Frankfurt (FRA)");
  await form.goOn();
  expect(await saysWhatIsWrong(page, form)).toEqual([["origin", words("en", "faults.airport_unknown")]]);
  await expect(form.field("origin")).toHaveValue("Qwxyzzy");
  await checked(page, { error: true });

  await form.writeAirport("origin", "FRA");
  await form.writeAirport("destination", "FRA");
  await form.goOn();
  await expect(form.summary.locator("a")).toHaveText([words("en", "faults.same_airport")]);
});

test("a city of several airports offers them as buttons", async ({ page, form, checked }) => {
  // The list of the picker does not open, as with a slow network.
  await page.route("**/api/v1/airports*", (route) => route.fulfill({ json: [] }));
  await form.given(LISBON, "trip");
  await form.writeAirport("origin", "London");
  await form.writeAirport("destination", "Paris");
  await form.goOn();
  const sentence = words("en", "faults.airport_ambiguous");
  expect(await saysWhatIsWrong(page, form)).toEqual([["origin", sentence], ["destination", sentence]]);
  await checked(page, { error: true });

  const offers = (field: string) => page.locator(".field").filter({ has: form.field(field) }).locator("button.option");
  await offers("origin").filter({ hasText: "LHR" }).click();
  await expect(form.field("origin")).toHaveValue(/\(LHR\)$/);
  // What stands in the other field is kept, and can be sent again.
  await expect(form.field("destination")).toHaveValue("Paris");
  await form.goOn();
  await offers("destination").filter({ hasText: "CDG" }).click();
  await expect(form.field("destination")).toHaveValue(/\(CDG\)$/);
  await form.goOnTo("flights");
});

test("a name of forty letters is taken as it is, an emoji is not", async ({ page, form, checked }) => {
  const long = "Wolfeschlegelsteinhausenbergerdorffvonzu";
  expect(long).toHaveLength(40);
  await form.given(LISBON, "people");
  await form.write("passenger-1", "Inês 🛫");
  await form.goOn();
  expect(await saysWhatIsWrong(page, form)).toEqual([["passenger-1", words("en", "faults.name")]]);
  await expect(form.field("passenger-1")).toHaveValue("Inês 🛫");
  await form.write("passenger-1", long);
  await form.goOnTo("contact");
  await form.answer("contact", LISBON);
  await form.goOnTo("check");
  await expect(page.locator("main")).toContainText(long);
  await checked(page);
});
