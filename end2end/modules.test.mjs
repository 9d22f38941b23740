// The rule that modules name each other in one direction only stands on a
// reading of the source: what it reads is tried here on crates of a few lines.
import assert from "node:assert/strict";
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";

import { circles, moduleGraph, siblings } from "../deploy/local/modules.mjs";

/** The graph of a crate with these files. */
function graphOf(sources) {
  const root = mkdtempSync(join(tmpdir(), "modules-"));
  try {
    for (const [file, text] of Object.entries(sources)) {
      mkdirSync(dirname(join(root, file)), { recursive: true });
      writeFileSync(join(root, file), text);
    }
    return moduleGraph(root, "src", Object.keys(sources));
  } finally {
    rmSync(root, { recursive: true });
  }
}

const named = (graph, module) => [...graph.get(module)].sort();

test("two files that name each other are a circle", () => {
  const graph = graphOf({
    "src/lib.rs": "mod law; mod finding;",
    "src/law/mod.rs": "mod sum; pub struct Finding;",
    "src/law/sum.rs": "use super::Finding;",
    "src/finding.rs": "pub enum Finding { Law(crate::law::Finding) }",
  });
  assert.deepEqual(circles(graph), []);
  const back = graphOf({
    "src/lib.rs": "mod law; mod finding;",
    "src/law/mod.rs": "use crate::finding::Finding;",
    "src/finding.rs": "pub enum Finding { Law(crate::law::Finding) }",
  });
  assert.deepEqual(circles(back), [["finding", "law"]]);
});

test("what a module hands on counts for the module that defines it", () => {
  const graph = graphOf({
    "src/lib.rs": "mod ui; mod pages;",
    "src/ui/mod.rs": "mod form; pub use form::*;",
    "src/ui/form/mod.rs": "mod button; pub use button::{Button, ButtonKind};",
    "src/ui/form/button.rs": "pub struct Button; pub enum ButtonKind {}",
    "src/pages.rs": "use crate::ui::{Button, ButtonKind as Kind};",
  });
  assert.deepEqual(named(graph, "pages"), ["ui::form::button"]);
});

test("comments, strings and tests name nothing", () => {
  const graph = graphOf({
    "src/lib.rs": "mod a; mod b;",
    "src/a.rs": [
      "//! See [`crate::b`].",
      'const TEXT: &str = "crate::b::B";',
      "pub struct A;",
      "#[cfg(test)]",
      "mod tests { use crate::b::B; }",
    ].join("\n"),
    "src/b.rs": "use crate::a::A; pub struct B;",
  });
  assert.deepEqual(named(graph, "a"), []);
  assert.deepEqual(named(graph, "b"), ["a"]);
});

test("a module within a file sees the file as the one above it", () => {
  const graph = graphOf({
    "src/lib.rs": "mod widgets;",
    "src/widgets/mod.rs": "mod picker; mod dom;",
    "src/widgets/picker.rs": "mod browser { use super::*; use super::super::dom::focus; }",
    "src/widgets/dom.rs": "pub fn focus() {}",
  });
  assert.deepEqual(named(graph, "widgets::picker"), ["widgets::dom"]);
});

test("folders side by side are held against each other as wholes", () => {
  const graph = graphOf({
    "src/lib.rs": "mod form; mod assessment;",
    "src/form/mod.rs": "mod page; mod words;",
    "src/form/page.rs": "use crate::assessment::headline::Headline;",
    "src/form/words.rs": "pub fn words() {}",
    "src/assessment/mod.rs": "pub mod headline; mod evidence;",
    "src/assessment/headline.rs": "pub struct Headline;",
    "src/assessment/evidence.rs": "use crate::form::words::words;",
  });
  assert.deepEqual(circles(graph), []);
  assert.deepEqual(circles(siblings(graph).get("")), [["assessment", "form"]]);
});
