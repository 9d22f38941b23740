const DAY = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
const WEEKDAY = new Intl.DateTimeFormat("en-GB", { weekday: "short", timeZone: "UTC" });

const clock = (at: Date) => at.toISOString().slice(11, 16);

/** 10 June 2026 */
export const dayWords = (at: Date) => DAY.format(at);
/** Wed 14:35 */
export const shortMoment = (at: Date) => `${WEEKDAY.format(at)} ${clock(at)}`;
/** Wed 10 June 2026, 14:35 */
export const momentWords = (at: Date) => `${WEEKDAY.format(at)} ${DAY.format(at)}, ${clock(at)}`;
/** 4 h 35 */
export const hoursWords = (minutes: number) => `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, "0")}`;
/** LH 355 */
export const flightWords = (number: string) => `${number.slice(0, 2)} ${number.slice(2)}`;

export const savedWords = (saved: Date, keptUntil: Date) =>
  `Saved at ${clock(saved)} UTC. We keep your answers in this browser’s draft until ${dayWords(keptUntil)}.`;
