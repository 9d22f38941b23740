// The glossary and the how-to pages name files and tests: each of them is there.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");
const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], { cwd: ROOT, encoding: "utf8" })
  .split("\n")
  .filter((file) => file && existsSync(join(ROOT, file)));

const HOW_TO = readdirSync(join(ROOT, "docs/how-to")).map((name) => `docs/how-to/${name}`);
const read = (file) => readFileSync(join(ROOT, file), "utf8");

/** `a/{en,fr}/b` is `a/en/b` and `a/fr/b`. */
function spelledOut(path) {
  const [whole, choices] = path.match(/\{([^}]*)\}/) ?? [];
  return whole ? choices.split(",").flatMap((choice) => spelledOut(path.replace(whole, choice))) : [path];
}

/** Whether a file or a folder of that path is there; `<name>` stands for any. */
function isThere(path) {
  const pattern = path
    .split(/<\w+>/)
    .map((part) => part.replaceAll(/[.*+?^$()|[\]\\]/g, "\\$&"))
    .join("[^/]+?");
  return files.some((file) => new RegExp(`^${pattern}(/|$)`).test(file));
}

/** The paths of the project that a page names between backticks. */
const pathsIn = (text) =>
  [...text.matchAll(/`((?:\.ci|app|bench|crates|deploy|docs|end2end|frontend|migration|public|server|style)\/[^\s`…]+)`/g)]
    .map(([, path]) => path)
    .flatMap(spelledOut);

for (const page of [...HOW_TO, "docs/glossary.md", "docs/architecture.md"]) {
  test(`every path that ${page} names is there`, () => {
    assert.deepEqual(pathsIn(read(page)).filter((path) => !isThere(path)), []);
  });
}

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

test("every link of these pages leads to a file", () => {
  for (const page of [...HOW_TO, "docs/glossary.md", "docs/architecture.md"]) {
    for (const [, target] of read(page).matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)) {
      const path = join(ROOT, dirname(page), target);
      assert.ok(existsSync(path) && statSync(path), `${page}: ${target}`);
    }
  }
});

test("the glossary has forty terms at most, each of them once", () => {
  const terms = [...read("docs/glossary.md").matchAll(/^\| \*\*([^*]+)\*\*/gm)].map(([, term]) => term);
  assert.ok(terms.length <= 40, `${terms.length} terms`);
  assert.deepEqual(terms.filter((term, index) => terms.indexOf(term) !== index), []);
});
