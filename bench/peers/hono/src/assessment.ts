import { day, place, type Story } from "./answers.ts";
import { dayWords, flightWords, hoursWords, momentWords } from "./words.ts";

/** The set of rules that the stub stands for. */
export const RULES = "2026-11-21";

export type Reason = { text: string; basis: string; used: [string, string][] };

const FOR_YOU: [string, string] = ["Meaning", "Speaks for you"];
const YOURS: [string, string] = ["From", "your answers"];

/** Stands in for the law: every delay of the form is owed 400 euros. */
export function assess(story: Story) {
  const [origin, destination] = [place(story.origin), place(story.destination)];
  const stop = place(story["stop-1"]);
  const [booked, actual] = [day(story, "booked-arrival"), day(story, "actual-arrival")];
  const late = Math.round((actual.getTime() - booked.getTime()) / 60_000);
  const from = `${origin.city} (${origin.code})`;
  const to = `${destination.city} (${destination.code})`;
  const deadline = day(story, "flight");
  deadline.setUTCFullYear(deadline.getUTCFullYear() + 3);
  const reasons: Reason[] = [
    {
      text: `Your trip began in the European Union: ${from}. The airline does not matter then.`,
      basis: "Art 3(1)(a)",
      used: [["We used", `${from} – ${to}`], ["From", "your answers, and our table of territories"], FOR_YOU],
    },
    {
      text: `It was one booking, so all 2 flights count as one journey, ${from} to ${to}.`,
      basis: "C-11/11 Folkerts; C-537/17 Wegener",
      used: [["We used", `${origin.code} → ${stop.code} → ${destination.code}`], YOURS, FOR_YOU],
    },
    {
      text: `You arrived ${hoursWords(late)} late. Three hours are enough.`,
      basis: "C-402/07 Sturgeon; C-581/10 Nelson",
      used: [["Booked", momentWords(booked)], ["Arrived", momentWords(actual)], ["From", "your answers; local time at the airport"], FOR_YOU],
    },
    {
      text: "The airline has not proven a cause that would excuse it. What it only says does not count.",
      basis: "Art 5(3)",
      used: [["We used", reasonWords(story.reason)], ["From", "what the airline told you"], FOR_YOU],
    },
    {
      text: "The journey is 2,097 km, longer than 1,500 km, and stays in the area of the European rules: €400 each.",
      basis: "Art 7(1)(b), 7(4)",
      used: [["Distance", `2,097 km, straight from ${origin.code} to ${destination.code}`], ["From", "the airports’ coordinates, WGS 84"], FOR_YOU],
    },
  ];
  const changes = [
    "If the airline proves an extraordinary cause, such as a storm it could not plan around, nothing may be due.",
    `Less than three hours late would mean no sum. You are ${hoursWords(late - 180)} above that.`,
    `The sources differ on the deadline. Send your claim by ${dayWords(deadline)} to be safe.`,
  ];
  return {
    outcome: "eligible",
    regime: "EU261",
    amountMinor: 40_000,
    currency: "EUR",
    claimFrom: story["flight-2"].slice(0, 2),
    late,
    deadline: dayWords(deadline),
    reasons,
    changes,
    record: { rules: RULES, outcome: "eligible", reasons, changes, carrier: flightWords(story["flight-2"]) },
  };
}

const REASONS: Record<string, string> = {
  none: "None, or I don’t know",
  technical: "A technical fault",
  crew: "Crew missing, ill or out of hours",
  "late-inbound": "The aircraft came late",
  weather: "Weather",
  "air-traffic-control": "Air traffic control",
  "own-strike": "A strike of its own staff",
  "other-strike": "A strike of others, for example at the airport",
  security: "Security, or closed airspace",
  other: "Something else",
};

/** What the airline may have said, in the order of the page. */
export const reasonChoices = Object.entries(REASONS);
export const reasonWords = (reason: string) => REASONS[reason] ?? reason;
