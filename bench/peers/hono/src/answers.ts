import { z } from "zod";

const number = z.string().regex(/^\d{1,4}$/);
const time = z.string().regex(/^\d{1,2}:\d{2}$/);
const airport = z.string().regex(/\([A-Z]{3}\)$/);

/** What the assessment rests on, for a delay. */
const Story = z.looseObject({
  event: z.literal("delay"),
  origin: airport,
  destination: airport,
  "one-booking": z.enum(["yes", "no"]),
  "stop-1": airport,
  "flight-1": z.string().min(2),
  "flight-2": z.string().min(2),
  "flight-day": number,
  "flight-month": number,
  "flight-year": number,
  "booked-arrival-day": number,
  "booked-arrival-month": number,
  "booked-arrival-year": number,
  "booked-arrival-time": time,
  "actual-arrival-day": number,
  "actual-arrival-month": number,
  "actual-arrival-year": number,
  "actual-arrival-time": time,
  reason: z.string().min(1),
});

/** What a claim needs besides. */
const Sender = z.looseObject({
  "passenger-1": z.string().trim().min(1).max(200),
  email: z.email(),
  "is-true": z.literal("yes"),
  "may-act": z.literal("yes"),
});

export type Answers = Record<string, string>;
export type Story = z.infer<typeof Story>;

export const readStory = (answers: Answers) => Story.safeParse(answers);
export const readSender = (answers: Answers) => Sender.safeParse(answers);

/** "Bremen, Germany (BRE)" as city and code. */
export function place(text: string) {
  return { city: text.slice(0, text.search(/[,(]/)).trim(), code: text.slice(-4, -1) };
}

/** A day of the form as a date, at midnight or at the time given with it. */
export function day(story: Story, moment: "flight" | "booked-arrival" | "actual-arrival"): Date {
  const read = (part: "day" | "month" | "year") => Number(story[`${moment}-${part}`]);
  const [hours, minutes] = String(story[`${moment}-time`] ?? "0:00").split(":").map(Number);
  return new Date(Date.UTC(read("year"), read("month") - 1, read("day"), hours, minutes));
}
