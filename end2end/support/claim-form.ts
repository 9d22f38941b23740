// The claim form as a passenger uses it: one question a page.
import { expect, type Locator, type Page } from "@playwright/test";

import { hydrated } from "./browser.ts";
import type { Day, Story, When } from "./stories.ts";
import { words, type Language } from "./words.ts";

export type Step =
  | "what-went-wrong"
  | "trip"
  | "flights"
  | "schedule"
  | "arrival"
  | "notice"
  | "replacement"
  | "reason"
  | "result"
  | "people"
  | "contact"
  | "check";

export const AFTER_DELAY: Step[] = [
  "what-went-wrong", "trip", "flights", "schedule", "arrival", "reason", "result", "people", "contact", "check",
];
export const AFTER_CANCELLATION: Step[] = [
  "what-went-wrong", "trip", "flights", "notice", "schedule", "replacement", "reason", "result", "people", "contact", "check",
];

type Moment =
  | "flight"
  | "booked-departure"
  | "booked-arrival"
  | "actual-arrival"
  | "replacement-departure"
  | "replacement-arrival";

/** The pages of a story, in order. */
export function stepsOf(story: Story): Step[] {
  return story.event === "cancellation" ? AFTER_CANCELLATION : AFTER_DELAY;
}

function dayFields(moment: Moment, day: Day): Record<string, string> {
  return { [`${moment}-day`]: day.day, [`${moment}-month`]: day.month, [`${moment}-year`]: day.year };
}

function momentFields(moment: Moment, when: When | undefined): Record<string, string> {
  return when ? { ...dayFields(moment, when), [`${moment}-time`]: when.time } : {};
}

const numbered = (name: string, texts: string[]) => Object.fromEntries(texts.map((text, index) => [`${name}-${index + 1}`, text]));

/** The fields of a page, as a story fills them in. */
function answersTo(step: Step, story: Story): Record<string, string> {
  switch (step) {
    case "what-went-wrong":
      return { event: story.event };
    case "trip": {
      const ends = { origin: story.origin, destination: story.destination, ...numbered("stop", story.stops) };
      return story.oneBooking ? { ...ends, "one-booking": story.oneBooking } : ends;
    }
    case "flights":
      return { ...numbered("flight", story.flights), ...dayFields("flight", story.day), "trouble-leg": String(story.disrupted ?? 1) };
    case "schedule":
      return { ...momentFields("booked-departure", story.bookedDeparture), ...momentFields("booked-arrival", story.bookedArrival) };
    case "arrival":
      return {
        ...momentFields("actual-arrival", story.arrival),
        ...(story.instead ? { "never-arrived": "yes", instead: story.instead } : {}),
      };
    case "notice":
      return { notice: story.notice ?? "unknown" };
    case "replacement":
      return {
        replacement: story.replacement?.choice ?? "nothing",
        ...momentFields("replacement-departure", story.replacement?.departure),
        ...momentFields("replacement-arrival", story.replacement?.arrival),
      };
    case "reason":
      return { reason: story.reason };
    case "people":
      return numbered("passenger", story.people);
    case "contact":
      return { email: story.email };
    case "result":
    case "check":
      return {};
  }
}

export class ClaimForm {
  readonly summary: Locator;

  constructor(
    readonly page: Page,
    readonly language: Language = "en",
  ) {
    this.summary = page.locator("#error-summary");
  }

  say(key: string, values: Record<string, string | number> = {}): string {
    return words(this.language, key, values);
  }

  path(step: Step): string {
    return `/${this.language}/claim/${step}`;
  }

  async open(step: Step = "what-went-wrong"): Promise<void> {
    await this.page.goto(this.path(step));
  }

  async at(step: Step): Promise<void> {
    await expect(this.page).toHaveURL((url) => url.pathname === this.path(step));
  }

  /** Until the islands of this page are awake; without JavaScript, nothing. */
  async awake(): Promise<void> {
    await hydrated(this.page);
  }

  field(name: string): Locator {
    return this.page.locator(`[id="${name}"]`);
  }

  radio(name: string, value: string): Locator {
    return this.page.locator(`input:is([type=radio], [type=checkbox])[name="form[${name}]"][value="${value}"]`);
  }

  async choose(name: string, value: string): Promise<void> {
    await this.radio(name, value).check();
  }

  async write(name: string, text: string): Promise<void> {
    await this.field(name).fill(text);
  }

  async writeDay(moment: Moment, day: Day): Promise<void> {
    await this.write(`${moment}-day`, day.day);
    await this.write(`${moment}-month`, day.month);
    await this.write(`${moment}-year`, day.year);
  }

  async writeMoment(moment: Moment, when: When): Promise<void> {
    await this.writeDay(moment, when);
    await this.write(`${moment}-time`, when.time);
  }

  button(name: string): Locator {
    return this.page.getByRole("button", { name, exact: true });
  }

  /** The visible button at the end of the page. */
  get onward(): Locator {
    return this.page.locator("form#step .button[data-kind=primary]");
  }

  async goOn(): Promise<void> {
    await this.onward.click();
  }

  async goOnTo(step: Step): Promise<void> {
    await this.goOn();
    await this.at(step);
  }

  async back(): Promise<void> {
    await this.page.getByRole("link", { name: this.say("common.back"), exact: true }).click();
  }

  /** One more line; the server renders it. */
  async addLine(field: string): Promise<void> {
    await this.page.locator(`button[name=then][value^="add "]`).click();
    await expect(this.field(field)).toBeVisible();
  }

  async removeLine(field: string): Promise<void> {
    await this.page.locator(`button[name=then][value="remove ${field}"]`).click();
  }

  // What each page asks, in the words of a story.

  async answer(step: Step, story: Story): Promise<void> {
    switch (step) {
      case "what-went-wrong":
        return this.choose("event", story.event);
      case "trip":
        return this.tellTrip(story);
      case "flights":
        return this.tellFlights(story);
      case "schedule":
        if (story.bookedDeparture) await this.writeMoment("booked-departure", story.bookedDeparture);
        return this.writeMoment("booked-arrival", story.bookedArrival);
      case "arrival":
        return this.tellArrival(story);
      case "notice":
        return this.choose("notice", story.notice ?? "unknown");
      case "replacement":
        return this.tellReplacement(story);
      case "reason":
        return this.choose("reason", story.reason);
      case "people":
        return this.tellPeople(story);
      case "contact":
        return this.write("email", story.email);
      case "check":
        await this.field("is-true").check();
        return this.field("may-act").check();
      case "result":
        return;
    }
  }

  /** Writes an airport and leaves the field by Tab, as one fills in forms. */
  async writeAirport(name: string, text: string): Promise<void> {
    await this.write(name, text);
    await this.field(name).press("Tab");
  }

  private async tellTrip(story: Story): Promise<void> {
    await this.writeAirport("origin", story.origin);
    await this.writeAirport("destination", story.destination);
    for (const [index, stop] of story.stops.entries()) {
      await this.addLine(`stop-${index + 1}`);
      await this.writeAirport(`stop-${index + 1}`, stop);
    }
    if (story.oneBooking) await this.choose("one-booking", story.oneBooking);
  }

  private async tellFlights(story: Story): Promise<void> {
    for (const [index, flight] of story.flights.entries()) await this.write(`flight-${index + 1}`, flight);
    await this.writeDay("flight", story.day);
    if (story.disrupted) await this.choose("trouble-leg", String(story.disrupted));
  }

  private async tellArrival(story: Story): Promise<void> {
    if (story.arrival) await this.writeMoment("actual-arrival", story.arrival);
    if (!story.instead) return;
    await this.field("never-arrived").check();
    await this.choose("instead", story.instead);
  }

  private async tellReplacement(story: Story): Promise<void> {
    const offer = story.replacement;
    if (!offer) return;
    await this.choose("replacement", offer.choice);
    if (offer.departure) await this.writeMoment("replacement-departure", offer.departure);
    if (offer.arrival) await this.writeMoment("replacement-arrival", offer.arrival);
  }

  private async tellPeople(story: Story): Promise<void> {
    for (const [index, name] of story.people.entries()) {
      if (index > 0) await this.addLine(`passenger-${index + 1}`);
      await this.write(`passenger-${index + 1}`, name);
    }
  }

  /** Leaves a page: by its button, or from the result by its link. */
  async leave(step: Step): Promise<void> {
    if (step === "result") {
      await this.page.locator(`main a[href="${this.path("people")}"].button`).click();
    } else {
      await this.goOn();
    }
  }

  /**
   * Arrives at a page with a story told before: sent straight to the server,
   * as this browser. What the pages themselves do, `tell` shows.
   */
  async given(story: Story, until: Step): Promise<void> {
    const { request } = this.page;
    const origin = process.env.AERO_TEST_ORIGIN;
    const steps = stepsOf(story);
    for (const step of steps.slice(0, steps.indexOf(until)).filter((step) => step !== "result")) {
      const url = new URL("/form/claim/save", this.page.url().startsWith("http") ? this.page.url() : origin);
      const answers = Object.entries(answersTo(step, story)).map(([name, text]) => [`form[${name}]`, text]);
      const response = await request.post(url.href, {
        headers: { origin: url.origin },
        form: { step, language: this.language, ...(Object.fromEntries(answers) as Record<string, string>) },
        maxRedirects: 0,
      });
      expect(response.headers().location, `${step} is answered`).not.toContain("?check");
    }
    await this.open(until);
    await this.at(until);
  }

  /** Sends a claim with a story told before. */
  async sendGiven(story: Story): Promise<SentClaim> {
    await this.given(story, "check");
    await this.answer("check", story);
    await this.goOn();
    return SentClaim.justSent(this.page, this.language);
  }

  /** Tells a story up to a page; `look` is called on every page on the way. */
  async tell(story: Story, until: Step = "check", look: (step: Step) => Promise<void> = async () => {}): Promise<void> {
    const steps = stepsOf(story);
    await this.open();
    for (const step of steps.slice(0, steps.indexOf(until))) {
      await this.at(step);
      await look(step);
      await this.answer(step, story);
      await this.leave(step);
    }
    await this.at(until);
    await look(until);
  }

  /** Tells all and sends it. */
  async send(story: Story, look?: (step: Step) => Promise<void>): Promise<SentClaim> {
    await this.tell(story, "check", look);
    await this.answer("check", story);
    await this.goOn();
    return SentClaim.justSent(this.page, this.language);
  }

  /** The faults of the page: field and sentence, in the order of the summary. */
  async faults(): Promise<[string, string][]> {
    await expect(this.summary).toBeVisible();
    const links = await this.summary.locator("a").all();
    return Promise.all(
      links.map(async (link): Promise<[string, string]> => [
        (await link.getAttribute("href"))?.slice(1) ?? "",
        (await link.textContent()) ?? "",
      ]),
    );
  }
}

/** The path of the private link that the page of a claim shows. */
async function linkOn(page: Page): Promise<string> {
  return new URL((await page.locator("#private-link").textContent()) ?? "").pathname;
}

/** The passenger's private page of a claim. */
export class SentClaim {
  private constructor(
    readonly page: Page,
    readonly language: Language,
    readonly reference: string,
    /** The page's address, which opens nothing without its cookie. */
    readonly path: string,
    /** The path of the private link. */
    readonly link: string,
  ) {}

  static async justSent(page: Page, language: Language = "en"): Promise<SentClaim> {
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(words(language, "tracking.sent"));
    const reference = (await page.locator(".reference").textContent()) ?? "";
    return new SentClaim(page, language, reference, new URL(page.url()).pathname, await linkOn(page));
  }

  async open(): Promise<void> {
    await this.page.goto(this.path);
  }

  async renew(): Promise<string> {
    await this.page.getByRole("button", { name: words(this.language, "tracking.renew") }).click();
    await expect(this.page.getByText(words(this.language, "tracking.renewed"))).toBeVisible();
    return linkOn(this.page);
  }

  async withdraw(): Promise<void> {
    await this.page.locator("summary", { hasText: words(this.language, "tracking.withdraw") }).click();
    await this.page.getByRole("button", { name: words(this.language, "tracking.withdraw_sure") }).click();
  }
}
