// The pages of docs/ and the README name files, items of crates and tests: each of
// them is there.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");
const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], { cwd: ROOT, encoding: "utf8" })
  .split("\n")
  .filter((file) => file && existsSync(join(ROOT, file)));

const PAGES = files.filter((file) => file === "README.md" || /^docs\/.*\.md$/.test(file));
const HOW_TO = PAGES.filter((page) => page.startsWith("docs/how-to/"));
const read = (file) => readFileSync(join(ROOT, file), "utf8");

/** `a/{en,fr}/b` is `a/en/b` and `a/fr/b`. */
function spelledOut(path) {
  const [whole, choices] = path.match(/\{([^}]*)\}/) ?? [];
  return whole ? choices.split(",").flatMap((choice) => spelledOut(path.replace(whole, choice))) : [path];
}

/** Files that a build writes and a page may name without a folder. */
const MADE = new Set(["aero.cdx.json", "browser.cdx.json"]);

/** Whether a file or a folder of that path is there; `<name>` and `*` stand for any. */
function isThere(path) {
  const pattern = path
    .replace(/\/$/, "")
    .split(/<\w+>|\*/)
    .map((part) => part.replaceAll(/[.*+?^$()|[\]\\]/g, "\\$&"))
    .join("[^/]+?");
  return files.some((file) => new RegExp(`^${pattern}(/|$)`).test(file));
}

/** The paths of the project that a page names between backticks. */
const pathsIn = (text) =>
  [...text.matchAll(/`((?:\.ci|app|bench|crates|deploy|docs|end2end|frontend|migration|public|server|style)\/[^\s`…]+)`/g)]
    .map(([, path]) => path)
    .flatMap(spelledOut);

/** Whether a path is in a folder that is there only when something was put into it. */
const isMade = (path) => path.startsWith("crates/fuzz/found/");

/** The names of files, without a folder, that a page names between backticks. */
const namesIn = (text) => [...text.matchAll(/`([\w.-]+\.(?:rs|mjs|ts|tsx|css|sh|json|csv|toml))`/g)].map(([, name]) => name);

for (const page of PAGES) {
  test(`every path that ${page} names is there`, () => {
    const text = read(page);
    assert.deepEqual(pathsIn(text).filter((path) => !isThere(path) && !isMade(path)), []);
    const isNamed = (name) => MADE.has(name) || files.some((file) => basename(file) === name);
    assert.deepEqual(namesIn(text).filter((name) => !isNamed(name)), []);
  });
}

test("a path that is not there is found, and one that is, however it is written, is not", () => {
  const missing = (text) => pathsIn(text).filter((path) => !isThere(path) && !isMade(path));
  assert.deepEqual(missing("`app/src/none.rs`, `crates/{domain,none}/src`, `docs/<none>/x.md`"), [
    "app/src/none.rs",
    "crates/none/src",
    "docs/<none>/x.md",
  ]);
  assert.deepEqual(missing("`app/src/lib.rs`, `crates/{domain,text}/src`, `crates/<crate>/src/lib.rs`, `end2end/*.mjs`, `crates/rights/`"), []);
  assert.deepEqual(namesIn("`lib.rs`, `a/lib.rs` and lib.rs"), ["lib.rs"]);
});

/** Where the sources of a crate are. */
const sourcesOf = (name) => (existsSync(join(ROOT, name, "src")) ? `${name}/src` : `crates/${name}/src`);

/** The paths within a crate that a page names between backticks, such as `text::law`, without what follows them. */
const itemsIn = (text) =>
  [...text.matchAll(/`(app|backend|db|domain|migration|reference|rights|server|text|trials)((?:::\w+)+)/g)].map(
    ([, crate, rest]) => [crate, rest.split("::").slice(1)],
  );

/** The parts of such a path that no source of the crate defines or hands on. */
function unknownParts([crate, parts]) {
  const sources = files.filter((file) => file.startsWith(`${sourcesOf(crate)}/`) && file.endsWith(".rs")).map(read).join("\n");
  const isKnown = (part) =>
    new RegExp(`\\b(?:mod|fn|struct|enum|trait|type|const|macro_rules!) ${part}\\b|\\bpub use [^;]*\\b${part}\\b`).test(sources);
  return parts.filter((part) => !isKnown(part)).map((part) => `${part} of ${crate}::${parts.join("::")}`);
}

for (const page of PAGES) {
  test(`every item of a crate that ${page} names is there`, () => {
    assert.deepEqual(itemsIn(read(page)).flatMap(unknownParts), []);
  });
}

test("an item that is not there is found, and a module, a function and a type are known", () => {
  const unknown = (text) => itemsIn(text).flatMap(unknownParts);
  assert.deepEqual(unknown("`domain::none::Field` and `rights::none(x)`"), ["none of domain::none::Field", "none of rights::none"]);
  assert.deepEqual(unknown("`domain::claim_form::Field`, `rights::assess(&Case)`, `text::law` and domain::none"), []);
});

test("every test that a how-to page names is in the file it names", () => {
  const named = HOW_TO.flatMap((page) => [...read(page).matchAll(/`(\w+)`[^`]*? in (?:the same file \()?`([^`]+\.rs)`/g)]);
  assert.notEqual(named.length, 0);
  const missing = named
    .filter(([, name, file]) => name.includes("_") && !(existsSync(join(ROOT, file)) && read(file).includes(`fn ${name}(`)))
    .map(([, name, file]) => `${name} in ${file}`);
  assert.deepEqual(missing, []);
});

test("every how-to page says what fails until it is done, and is in the list", () => {
  for (const page of HOW_TO.filter((page) => !page.endsWith("README.md"))) {
    assert.match(read(page), /Fails until it is done/, page);
    assert.ok(read("docs/how-to/README.md").includes(`(${page.split("/").at(-1)})`), `${page} is not in the list`);
  }
});

test("every link of a page leads to a file", () => {
  for (const page of PAGES) {
    for (const [, target] of read(page).matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)) {
      const path = join(ROOT, dirname(page), target);
      assert.ok(existsSync(path), `${page}: ${target}`);
    }
  }
});

test("the glossary has forty terms at most, each of them once", () => {
  const terms = [...read("docs/glossary.md").matchAll(/^\| \*\*([^*]+)\*\*/gm)].map(([, term]) => term);
  assert.ok(terms.length <= 40, `${terms.length} terms`);
  assert.deepEqual(terms.filter((term, index) => terms.indexOf(term) !== index), []);
});
