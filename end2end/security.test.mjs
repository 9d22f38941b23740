// docs/security.md against the tree: each requirement of ASVS 5.0.0, levels 1 and
// 2, stands there once, and each test that it names exists.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const text = readFileSync(new URL("../docs/security.md", import.meta.url), "utf8");

/** How many requirements of levels 1 and 2 each section has; they are its first. */
const SECTIONS = {
  "1.1": 2, "1.2": 9, "1.3": 11, "1.4": 3, "1.5": 2, "2.1": 3, "2.2": 3, "2.3": 4, "2.4": 1,
  "3.2": 2, "3.3": 4, "3.4": 6, "3.5": 5, "3.7": 2, "4.1": 3, "4.2": 1, "4.3": 2, "4.4": 4,
  "5.1": 1, "5.2": 3, "5.3": 2, "5.4": 3, "6.1": 3, "6.2": 12, "6.3": 4, "6.4": 4, "6.5": 5,
  "6.6": 3, "6.8": 4, "7.1": 3, "7.2": 4, "7.3": 2, "7.4": 5, "7.5": 2, "7.6": 2, "8.1": 2,
  "8.2": 3, "8.3": 1, "8.4": 1, "9.1": 3, "9.2": 4, "10.1": 2, "10.2": 2, "10.3": 4, "10.4": 11,
  "10.5": 5, "10.6": 2, "10.7": 3, "11.1": 2, "11.2": 3, "11.3": 3, "11.4": 4, "11.5": 1, "11.6": 1,
  "12.1": 3, "12.2": 2, "12.3": 4, "13.1": 1, "13.2": 5, "13.3": 2, "13.4": 5, "14.1": 2, "14.2": 4,
  "14.3": 3, "15.1": 3, "15.2": 3, "15.3": 7, "16.1": 1, "16.2": 5, "16.3": 4, "16.4": 3, "16.5": 3,
  "17.1": 1, "17.2": 4, "17.3": 2,
};
const wanted = Object.entries(SECTIONS).flatMap(([section, count]) =>
  Array.from({ length: count }, (_, index) => `${section}.${index + 1}`),
);

/** Rows of the tables: number, state, how, by which tests. */
const rows = [...text.matchAll(/^\| (\d+\.\d+\.\d+) \| (.+?) \| (.+) \| (.+) \|$/gm)].map(
  ([, number, state, how, held]) => ({ number, state, how, held }),
);

/** `6.5.1 to 6.6.3, 6.8.1`: the numbers that a line says do not apply. */
function passedOver(line) {
  return line.split(", ").flatMap((part) => {
    const [first, last = first] = part.split(" to ");
    return wanted.slice(wanted.indexOf(first), wanted.indexOf(last) + 1);
  });
}
const without = [...text.matchAll(/^- Does not apply: ([\d., to]+): .+\.$/gm)].flatMap(([, line]) => passedOver(line));

/** What a test looks like, by the kind of file. */
const PATTERNS = [
  [/\.rs$/, [/#\[(?:tokio::)?test(?:\([^\]]*\))?\](?:\s*\/\/[^\n]*|\s*#\[[^\]]*\])*\s*(?:async )?fn (\w+)/g, /proptest! \{[^]*?\n\}/g]],
  [/\.sh$/, [/\bexpect "([^"$]+)"/g]],
  [/\.(ts|mjs)$/, [/\btest\(\s*"((?:[^"\\]|\\.)+)"/g, /^  "([^"]+)"\(/gm]],
];

/** The names of all tests of the tree, and of the rules. */
function tests() {
  const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], { cwd: ROOT, encoding: "utf8" })
    .split("\n")
    .filter((file) => /\.(rs|ts|mjs|sh)$/.test(file));
  const found = new Set();
  for (const file of files) {
    const source = readFileSync(`${ROOT}/${file}`, "utf8");
    const patterns = PATTERNS.find(([kind]) => kind.test(file))[1];
    for (const pattern of patterns) {
      for (const match of source.matchAll(pattern)) {
        if (match[1]) found.add(match[1]);
        else for (const [, name] of match[0].matchAll(/fn (\w+)\(/g)) found.add(name);
      }
    }
  }
  return found;
}

test("every requirement of ASVS 5.0.0 of levels 1 and 2 is spoken of once", () => {
  const spoken = [...rows.map(({ number }) => number), ...without];
  const times = (number) => spoken.filter((known) => known === number).length;
  assert.deepEqual(wanted.filter((number) => times(number) !== 1), []);
  assert.deepEqual(spoken.filter((number) => !wanted.includes(number)), []);
});

test("a requirement is met by tests or for a reason, or waits for something", () => {
  const odd = rows.filter(({ state, how, held }) => {
    const waits = state === "not met" && /^waits for \S/.test(held);
    const met = state === "met" && how.trim() !== "" && (held === "—" || /^`[^`]+`(, `[^`]+`)*$/.test(held));
    return !waits && !met;
  });
  assert.deepEqual(odd, []);
});

test("every test that docs/security.md names exists", () => {
  const known = tests();
  assert.ok(known.size > 300, `only ${known.size} tests found`);
  const held = rows.filter(({ state }) => state === "met").flatMap(({ held }) => [...held.matchAll(/`([^`]+)`/g)]);
  // Beside the tables: what looks like the name of a Rust test.
  const named = [...text.matchAll(/`([a-z0-9]+(?:_[a-z0-9]+){4,})`/g)];
  const missing = [...held, ...named].map(([, name]) => name).filter((name) => !known.has(name));
  assert.deepEqual([...new Set(missing)], []);
});
