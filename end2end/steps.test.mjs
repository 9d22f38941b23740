// `make test` with programs that only say how they end: what becomes of the steps
// after one that fails. The script is the real one, in a folder of its own.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";

const LOCAL = fileURLToPath(new URL("../deploy/local/", import.meta.url));
const folders = [];
after(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

function script(path, body) {
  writeFileSync(path, `#!/usr/bin/env bash\n${body}\n`);
  chmodSync(path, 0o755);
}

/** A clone whose programs all succeed, but for those that are given. */
function clone(programs = {}) {
  const root = mkdtempSync(join(tmpdir(), "aero-steps-"));
  folders.push(root);
  const local = join(root, "deploy/local");
  const tools = join(root, "cache/tools/bin");
  for (const folder of [local, tools, join(root, "end2end"), join(root, "tmp")]) mkdirSync(folder, { recursive: true });
  for (const file of ["test.sh", "env.sh"]) copyFileSync(join(LOCAL, file), join(local, file));
  const all = {
    cargo: `[ "$1" != test ] || echo "test result: ok. 7 passed; 0 failed; 0 ignored;"`,
    npx: `echo '{"stats":{"expected":5,"flaky":0,"unexpected":0}}' >"$PLAYWRIGHT_JSON_OUTPUT_FILE"`,
    "tools.sh": "",
    "target.sh": "",
    "build.sh": "",
    "browser.sh": "echo chromium",
    "fuzz.sh": "echo ok target",
    "agreement.sh": "echo ok agreement",
    "supply-chain.sh": "echo ok dependencies; echo SKIPPED advisories: no database",
    "postgres.sh": `echo "$1" >>"$(dirname "$0")/calls"; [ "$1" != url ] || echo postgres://localhost/postgres`,
    ...programs,
  };
  for (const [name, body] of Object.entries(all)) script(join(name.endsWith(".sh") ? local : tools, name), body);
  writeFileSync(join(local, "rules.mjs"), 'console.log("ok a rule");');
  writeFileSync(join(root, "end2end/one.test.mjs"), 'import { test } from "node:test"; test("one", () => {});');
  return root;
}

function run(root, ...steps) {
  const { NODE_TEST_CONTEXT, CARGO_TARGET_DIR, ...env } = process.env;
  const result = spawnSync(join(root, "deploy/local/test.sh"), steps, {
    encoding: "utf8",
    env: { ...env, AERO_CACHE: join(root, "cache"), TMPDIR: join(root, "tmp") },
  });
  const lines = result.stdout.trimEnd().split("\n");
  const rows = lines
    .map((line) => /^  (\S+) +(\d+) passed +(\d+) failed +\d+ s  (.+)$/.exec(line))
    .filter((row) => row)
    .map(([, step, passed, failed, result]) => [step, Number(passed), Number(failed), result]);
  return { status: result.status, last: lines.at(-1), rows, left: readdirSync(join(root, "tmp")) };
}

test("every step has its row, and the last line is the sum", () => {
  const { status, last, rows, left } = run(clone());
  assert.equal(last, "21 passed, 0 failed");
  assert.equal(status, 0);
  assert.deepEqual(rows, [
    ["format", 1, 0, "passed"],
    ["clippy", 1, 0, "passed"],
    ["clippy-wasm", 1, 0, "passed"],
    ["rules", 1, 0, "passed"],
    ["supply-chain", 1, 0, "passed"],
    ["rust", 7, 0, "passed"],
    ["fuzz", 1, 0, "passed"],
    ["agreement", 1, 0, "passed"],
    ["node", 1, 0, "passed"],
    ["build", 1, 0, "passed"],
    ["browser", 5, 0, "passed"],
  ]);
  assert.deepEqual(left, [], "the database's folder is removed");
});

test("a step that fails does not hide the results of those after it", () => {
  const cargo = `
    [ "$1" != clippy ] || exit 101
    [ "$1" != test ] || { echo "test result: FAILED. 4 passed; 3 failed; 0 ignored;"; exit 101; }`;
  const { status, last, rows } = run(clone({ cargo }));
  assert.equal(last, "16 passed, 5 failed");
  assert.equal(status, 1);
  const failed = rows.filter(([, , failures]) => failures > 0);
  assert.deepEqual(failed, [
    ["clippy", 0, 1, "failed"],
    ["clippy-wasm", 0, 1, "failed"],
    ["rust", 4, 3, "failed"],
  ]);
  assert.deepEqual(rows.at(-1), ["browser", 5, 0, "passed"]);
});

test("what needs a step that failed is not run and counts as failed", () => {
  const root = clone({ "build.sh": "exit 1", npx: "touch ../ran" });
  const { status, last, rows } = run(root, "build", "browser", "node");
  assert.deepEqual(rows, [
    ["build", 0, 1, "failed"],
    ["browser", 0, 1, "failed: not run, for build failed"],
    ["node", 1, 0, "passed"],
  ]);
  assert.equal(last, "1 passed, 2 failed");
  assert.equal(status, 1);
  assert.ok(!readdirSync(root).includes("ran"));
});

test("a step that dies on its way counts as failed, and the next one runs", () => {
  const { status, last, rows } = run(clone({ "postgres.sh": "exit 1" }), "rust", "agreement");
  assert.deepEqual(rows, [
    ["rust", 0, 1, "failed: ended early"],
    ["agreement", 1, 0, "passed"],
  ]);
  assert.equal(last, "1 passed, 1 failed");
  assert.equal(status, 1);
});

test("a suite in which nothing ran is a failure", () => {
  const { last, rows } = run(clone({ "fuzz.sh": "" }), "fuzz", "agreement");
  assert.deepEqual(rows[0], ["fuzz", 0, 1, "failed"]);
  assert.equal(last, "1 passed, 1 failed");
});

test("the image is only run by name, and where it cannot be run nothing has failed", () => {
  const root = clone();
  mkdirSync(join(root, "deploy/image"));
  script(join(root, "deploy/image/test.sh"), "echo SKIPPED image and stack: no root");
  const { status, last, rows } = run(root, "build", "image");
  assert.deepEqual(rows.at(-1), ["image", 0, 0, "passed"]);
  assert.equal(last, "1 passed, 0 failed");
  assert.equal(status, 0);
});

test("a step that does not exist is told before anything runs", () => {
  const { status, last, rows } = run(clone(), "agreement", "nonsense");
  assert.deepEqual(rows, [["nonsense", 0, 1, "not finished"]]);
  assert.equal(last, "0 passed, 1 failed");
  assert.equal(status, 1);
});

test("steps share one database, which is stopped at the end", () => {
  const root = clone();
  run(root, "rust", "browser");
  const calls = readFileSync(join(root, "deploy/local/calls"), "utf8");
  assert.equal(calls, "start\nurl\nstop\n");
});

test("who interrupts is told which step was not finished", () => {
  const cargo = `[ "$1" = fmt ] || kill -TERM "$(cat "$TMPDIR"/aero-test.*/owner)"`;
  const { status, last, rows } = run(clone({ cargo }), "format", "clippy", "rules");
  assert.deepEqual(rows, [
    ["format", 1, 0, "passed"],
    ["clippy", 0, 1, "not finished"],
  ]);
  assert.equal(last, "1 passed, 1 failed");
  assert.equal(status, 143);
});
