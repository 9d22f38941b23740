// Computes the contrast of every pair of colour tokens that meet on a page, in
// both schemes: text at least 4.5 to 1 (WCAG 1.4.3), the edges of controls,
// shapes that carry meaning and focus rings at least 3 to 1 (WCAG 1.4.11).
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const css = readFileSync(
  new URL("../style/tokens.css", import.meta.url),
  "utf8",
).replace(/\/\*[\s\S]*?\*\//g, "");

/** The text between the braces that open at or after `from`. */
function block(from) {
  const start = css.indexOf("{", from) + 1;
  let depth = 1;
  let end = start;
  while (depth > 0) {
    assert.ok(end < css.length, "braces do not close");
    if (css[end] === "{") depth += 1;
    if (css[end] === "}") depth -= 1;
    end += 1;
  }
  return css.slice(start, end - 1);
}

function colours(text) {
  const found = text.matchAll(/--([\w-]+):\s*#([0-9a-f]{3}|[0-9a-f]{6})\s*;/gi);
  return Object.fromEntries([...found].map(([, name, hex]) => [name, hex]));
}

const light = colours(block(css.indexOf(":root")));
const darkAt = css.indexOf("(prefers-color-scheme: dark)");
assert.notEqual(darkAt, -1, "there is no dark scheme");
const dark = { ...light, ...colours(block(darkAt)) };

function luminance(hex) {
  const full = hex.length === 3 ? hex.replace(/./g, "$&$&") : hex;
  const [r, g, b] = [0, 2, 4].map((at) => {
    const value = Number.parseInt(full.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one, other) {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const grounds = ["paper", "surface", "sunken"];
const states = ["good", "warn", "bad", "info"];
const across = (names, others) =>
  names.flatMap((name) => others.map((other) => [name, other]));

const text = [
  ...across(["ink", "ink-soft", "accent", "accent-deep"], grounds),
  // Chosen cards, own messages, rows at hand, hovered rows and reasons
  ...across(["ink", "ink-soft", "accent", "accent-deep"], ["accent-soft"]),
  // Filled buttons, resting and hovered; selected text
  ...across(["on-accent"], ["accent", "accent-deep"]),
  // Faults, dates that are near or over, states in tables and in rows at hand
  ...across(states, [...grounds, "accent-soft"]),
  // Tags and heads of outcomes
  ...states.map((name) => [name, `${name}-soft`]),
  // Internal notes
  ...across(["ink", "ink-soft", "accent", "accent-deep"], ["warn-soft"]),
  ["on-bar", "bar"],
];

const shapes = [
  // Edges of controls, stops to come, the shapes of states
  ...across(["edge"], [...grounds, "accent-soft", "warn-soft"]),
  ...across(["accent"], [...grounds, "accent-soft"]),
  ...across(states, [...grounds, "accent-soft"]),
  // Focus rings
  ...across(["focus"], [...grounds, "accent-soft", "warn-soft", ...states.map((name) => `${name}-soft`)]),
  ["on-bar", "bar"],
  ["lamp", "bar"],
];

for (const [scheme, tokens] of Object.entries({ light, dark })) {
  for (const [kind, pairs, least] of [
    ["text", text, 4.5],
    ["edges and focus", shapes, 3],
  ]) {
    test(`${scheme}: ${kind} at least ${least} to 1`, () => {
      assert.ok(pairs.length > 20);
      const faint = pairs.flatMap(([one, other]) => {
        assert.ok(tokens[one], `no token --${one}`);
        assert.ok(tokens[other], `no token --${other}`);
        const ratio = contrast(tokens[one], tokens[other]);
        return ratio < least ? [`${one} on ${other}: ${ratio.toFixed(2)}`] : [];
      });
      assert.deepEqual(faint, []);
    });
  }
}

test("every state has both of its colours in both schemes", () => {
  const inDark = colours(block(darkAt));
  for (const name of states.flatMap((state) => [state, `${state}-soft`])) {
    assert.ok(light[name], name);
    assert.ok(inDark[name], name);
  }
});
