// The table, for the terminal and for docs/performance.md.

import { short } from "./numbers.mjs";

const COLUMNS = ["Work", "Against", "Aim", "Figure", "Holds"];

function figure(result) {
  if (result.kind === "text") return result.figure;
  const { median, least, most } = result;
  return `${short(median)} x (${short(least)}–${short(most)})`;
}

/** Some rows have no aim and stand there to compare. */
const aimOf = ({ aim }) => (typeof aim === "number" ? `${aim} x` : (aim ?? ""));
const met = (row, result) => (result.kind === "ratio" ? result.median >= row.aim : result.met);
const holds = (row, result) => (row.aim === undefined ? "" : met(row, result) ? "yes" : "no");
const cells = (row, result) => [row.work, row.against, aimOf(row), figure(result), holds(row, result)];

/** Lines with columns of equal width. */
export function forTerminal(rows, results) {
  const lines = [COLUMNS, ...rows.filter(({ name }) => results[name]).map((row) => cells(row, results[row.name]))];
  const widths = COLUMNS.map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  return lines.map((line) => line.map((cell, column) => cell.padEnd(widths[column])).join("  ").trimEnd()).join("\n");
}

const tableLine = (line) => `| ${line.join(" | ")} |`;

function table(heads, lines) {
  return [tableLine(heads), tableLine(heads.map(() => "---")), ...lines.map(tableLine)].join("\n");
}

const measuredOn = (result) => {
  const { date, rounds, seconds, others, note } = result.measured;
  return `${date}, ${rounds} x ${seconds} s${others > 0.1 ? `; the machine was busy with others to ${Math.round(others * 100)} % when it began` : ""}${note ? `; ${note}` : ""}`;
};

function absolute(rows, results) {
  const lines = rows.flatMap(({ name, work }) =>
    Object.entries(results[name].sides ?? {}).map(([side, s]) => {
      const part = (value, unit) => (value === undefined ? "" : `${short(value)} ${unit}`);
      const busy = s.busy === undefined ? "" : `${Math.round(s.busy * 100)} %`;
      return [work, side, short(s.perSecond), part(s.p50, "ms"), part(s.p95, "ms"), part(s.own, "µs"), part(s.kernel, "µs"), busy];
    }),
  );
  return table(["Work", "Program", "a second", "p50", "p95", "in the program", "in the kernel", "core busy"], lines);
}

function sizes(rows, results) {
  const lines = rows.flatMap(({ work, against, name }) => {
    const pair = results[name].sizes;
    if (!pair) return [];
    const told = ({ html, markup, sent, encoding }) => `${html} (${markup} without scripts), ${sent} sent as ${encoding}`;
    return [[work, against, told(pair.a), told(pair.b)]];
  });
  return table(["Work", "Against", "Aero, bytes", "the other, bytes"], lines);
}

const versions = (named) => table(["What", "Version or setting"], Object.entries(named).map(([name, value]) => [name, value]));

export function forReaders(rows, results, { about, now, missing }) {
  const there = rows.filter(({ name }) => results[name]);
  const told = there.map((row) => [row.work, row.against, results[row.name].how, results[row.name].where, measuredOn(results[row.name])]);
  const open = Object.entries(missing).map(([name, why]) => `- ${name}: ${why}`);
  return [
    about.trim(),
    "## What was measured",
    table(COLUMNS, there.map((row) => cells(row, results[row.name]))),
    "## How, and where the time is spent",
    table(["Work", "Against", "How measured", "Where the remaining time is spent", "When"], told),
    "## For orientation: the figures behind the ratios",
    "They belong to the machine of that day; only those of one row may be compared.",
    absolute(there, results),
    "## Sizes of the pages",
    sizes(there, results),
    "## Versions and settings",
    versions(now),
    ...(open.length > 0 ? ["## Not measured yet", open.join("\n")] : []),
  ].join("\n\n") + "\n";
}
