// Which module of a Rust crate names which: the circles are a rule of the house.
//
// Reads `use` declarations and paths that begin with `crate`, `super` or
// `self`, and follows what a module only hands on (`pub use`) to where it is
// defined. Tests within a file are left out.

import { readFileSync } from "node:fs";
import { posix } from "node:path";

/** The text of a file without comments, strings and its module of tests. */
function code(text) {
  const bare = text
    .replaceAll(/\/\/[^\n]*|\/\*[^]*?\*\//g, "")
    .replaceAll(/"(?:\\.|[^"\\])*"/g, '""');
  const tests = bare.search(/#\[cfg\(test\)\]\s*mod \w+ \{/);
  return tests < 0 ? bare : bare.slice(0, tests);
}

/** The paths of a use tree: `a::{b, c::{d, e}}` is `a::b`, `a::c::d`, `a::c::e`. */
function branches(tree) {
  const text = tree.replaceAll(/\s+as\s+\w+/g, "").replaceAll(/\s+/g, "");
  const open = text.indexOf("{");
  if (open < 0) return [text];
  const stem = text.slice(0, open);
  const parts = [];
  let depth = 0;
  let part = "";
  for (const character of text.slice(open + 1, text.lastIndexOf("}"))) {
    if (character === "," && depth === 0) {
      parts.push(part);
      part = "";
      continue;
    }
    depth += character === "{" ? 1 : character === "}" ? -1 : 0;
    part += character;
  }
  return [...parts, part].filter(Boolean).flatMap((each) => branches(each).map((path) => stem + path));
}

/** Where the blocks `mod name { … }` within a file begin and end. */
function innerModules(text) {
  return [...text.matchAll(/\bmod \w+ \{/g)].map(({ index }) => {
    let depth = 0;
    for (let at = index; at < text.length; at += 1) {
      depth += text[at] === "{" ? 1 : text[at] === "}" ? -1 : 0;
      if (text[at] === "}" && depth === 0) return [index, at];
    }
    return [index, text.length];
  });
}

/** The modules of the crate whose source lies in `folder`, by their paths: `canada::event`. */
function modulesIn(folder, files, read) {
  const modules = new Map();
  for (const file of files.filter((file) => file.startsWith(`${folder}/`) && file.endsWith(".rs"))) {
    const parts = file.slice(folder.length + 1, -3).split("/");
    if (["mod", "lib", "main"].includes(parts.at(-1))) parts.pop();
    const text = code(read(file));
    const uses = [...text.matchAll(/(\bpub(?:\([^)]*\))?\s+)?\buse\s+([^;]+);/g)].map((match) => ({
      at: match.index,
      handsOn: match[1] !== undefined,
      paths: branches(match[2]),
    }));
    modules.set(parts.join("::"), { file, text, uses, inner: innerModules(text) });
  }
  return modules;
}

/** The module that defines what a path names, seen from a module; nothing for other crates. */
function definedIn(path, from, modules, supers = 0, seen = new Set()) {
  const parts = path.split("::").filter((part) => part !== "self");
  let here = path.startsWith("crate::") ? "" : from;
  if (parts[0] === "crate") parts.shift();
  else {
    const child = from === "" ? parts[0] : `${from}::${parts[0]}`;
    if (parts[0] !== "super" && !path.startsWith("self::") && !modules.has(child)) return undefined;
    for (; parts[0] === "super"; parts.shift()) {
      if (supers > 0) supers -= 1;
      else here = here.split("::").slice(0, -1).join("::");
    }
  }
  for (; parts.length > 0; parts.shift()) {
    const child = here === "" ? parts[0] : `${here}::${parts[0]}`;
    if (!modules.has(child)) break;
    here = child;
  }
  const name = parts[0];
  const key = `${here} ${name}`;
  if (name === undefined || name === "*" || seen.has(key)) return here;
  seen.add(key);
  const handedOn = (modules.get(here)?.uses ?? []).filter((use) => use.handsOn).flatMap((use) => use.paths);
  for (const other of handedOn) {
    const last = other.split("::").at(-1);
    if (last === name) return definedIn(other, here, modules, 0, seen) ?? here;
    if (last !== "*") continue;
    const within = definedIn(`${other.slice(0, -1)}${name}`, here, modules, 0, seen);
    if (within !== undefined && new RegExp(`\\b${name}\\b`).test(modules.get(within)?.text ?? "")) return within;
  }
  return here;
}

/** Each module with those it names, for the crate in `folder`. */
export function moduleGraph(root, folder, files) {
  const read = (file) => readFileSync(posix.join(root, file), "utf8");
  const modules = modulesIn(folder, files, read);
  const graph = new Map();
  for (const [name, { text, uses, inner }] of modules) {
    const depth = (at) => inner.filter(([from, to]) => from < at && at < to).length;
    const named = new Set();
    const note = (path, at) => {
      const target = definedIn(path, name, modules, depth(at));
      if (target !== undefined && target !== name && modules.has(target)) named.add(target);
    };
    for (const use of uses.filter((use) => !use.handsOn)) for (const path of use.paths) note(path, use.at);
    const rest = text.replaceAll(/\buse\s+[^;]+;/g, (use) => " ".repeat(use.length));
    for (const match of rest.matchAll(/(?<![\w:$])(?:\$?crate|super|self)(?:::\w+)+/g)) {
      note(match[0].replace("$", ""), match.index);
    }
    // What a module calls of its own children stands without `self`.
    for (const match of rest.matchAll(/(?<![\w:])[a-z_]\w*(?:::\w+)+/g)) note(match[0], match.index);
    graph.set(name, named);
  }
  return graph;
}

/** The sets of nodes that reach each other. */
export function circles(graph) {
  const reach = new Map();
  for (const start of graph.keys()) {
    const found = new Set();
    const open = [...graph.get(start)];
    while (open.length > 0) {
      const next = open.pop();
      if (found.has(next)) continue;
      found.add(next);
      open.push(...(graph.get(next) ?? []));
    }
    reach.set(start, found);
  }
  const seen = new Set();
  const rings = [];
  for (const start of graph.keys()) {
    if (seen.has(start) || !reach.get(start).has(start)) continue;
    const ring = [...reach.get(start)].filter((other) => reach.get(other)?.has(start));
    ring.forEach((member) => seen.add(member));
    rings.push(ring.sort());
  }
  return rings;
}

/**
 * For each folder, which of the modules in it name each other: files and
 * folders side by side, each folder with all that lies in it.
 */
export function siblings(graph) {
  const folders = new Map();
  for (const [from, named] of graph) {
    for (const to of named) {
      const [a, b] = [from.split("::"), to.split("::")];
      let same = 0;
      while (same < a.length && same < b.length && a[same] === b[same]) same += 1;
      if (same === a.length || same === b.length || from === "" || to === "") continue;
      const folder = a.slice(0, same).join("::");
      const within = folders.get(folder) ?? new Map();
      folders.set(folder, within);
      for (const name of [a[same], b[same]]) if (!within.has(name)) within.set(name, new Set());
      within.get(a[same]).add(b[same]);
    }
  }
  return folders;
}
