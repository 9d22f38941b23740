// What the passengers of these tests tell.

export interface Day {
  day: string;
  month: string;
  year: string;
}

/** A day, counted from today; no test depends on when it runs. */
export function daysAgo(days: number): Day {
  const date = new Date(Date.now() - days * 86_400_000);
  return {
    day: String(date.getUTCDate()),
    month: String(date.getUTCMonth() + 1),
    year: String(date.getUTCFullYear()),
  };
}

export interface When extends Day {
  time: string;
}

export interface Story {
  event: "delay" | "cancellation" | "other";
  origin: string;
  destination: string;
  stops: string[];
  oneBooking?: "yes" | "no" | "unknown";
  flights: string[];
  disrupted?: number;
  day: Day;
  bookedDeparture?: When;
  bookedArrival: When;
  arrival?: When;
  /** For who did not get there with the booked flights. */
  instead?: "money-back" | "gave-up" | "rerouted" | "own-way";
  notice?: "14-days" | "7-days" | "less" | "unknown";
  replacement?: { choice: "taken" | "refused" | "own-way" | "nothing"; departure?: When; arrival?: When };
  reason: string;
  people: string[];
  email: string;
}

/** Bremen to Asunción on one booking; eleven hours late at the end. */
export const ASUNCION: Story = {
  event: "delay",
  origin: "BRE",
  destination: "ASU",
  stops: ["CDG", "GRU"],
  oneBooking: "yes",
  flights: ["AF1225", "AF454", "LA1302"],
  disrupted: 1,
  day: daysAgo(40),
  bookedArrival: { ...daysAgo(39), time: "10:30" },
  arrival: { ...daysAgo(39), time: "21:30" },
  reason: "technical",
  people: ["Zuzanna Quillfeather", "Oskar Quillfeather"],
  email: "zuzanna@passenger.example",
};

/** Frankfurt to Madrid, cancelled a few days before; two hours later at the end. */
export const MADRID: Story = {
  event: "cancellation",
  origin: "FRA",
  destination: "MAD",
  stops: [],
  flights: ["LH1112"],
  day: daysAgo(20),
  bookedDeparture: { ...daysAgo(20), time: "10:00" },
  bookedArrival: { ...daysAgo(20), time: "12:35" },
  notice: "less",
  replacement: {
    choice: "taken",
    departure: { ...daysAgo(20), time: "12:00" },
    arrival: { ...daysAgo(20), time: "14:35" },
  },
  reason: "crew",
  people: ["Thérèse Béranger-Nørgaard"],
  email: "therese@passenger.example",
};

/** An hour late, direct: nothing is owed. */
export const LISBON: Story = {
  event: "delay",
  origin: "LIS",
  destination: "FRA",
  stops: [],
  flights: ["TP572"],
  day: daysAgo(15),
  bookedArrival: { ...daysAgo(15), time: "12:00" },
  arrival: { ...daysAgo(15), time: "13:10" },
  reason: "none",
  people: ["Inês Quitéria"],
  email: "ines@passenger.example",
};

/** What must never stand in a log. */
export const PRIVATE = ["Quillfeather", "Béranger", "Quitéria", "passenger.example"];

/** A name that nobody else in this run has. */
export function somebody(): string {
  const letters = () => Array.from({ length: 9 }, () => String.fromCharCode(97 + Math.floor(Math.random() * 26))).join("");
  return `Uma ${letters()}`;
}
