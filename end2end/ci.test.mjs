// .ci/run with a `make` that only says how it ends: when the image is tried, and that
// the last line is the sum. The script is the real one, in a repository of its own.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";

const RUN = fileURLToPath(new URL("../.ci/run", import.meta.url));
const folders = [];
after(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

const GOOD = { test: `echo "5 passed, 0 failed"`, "test-image": `echo "ok one"; echo "3 passed, 0 failed"` };

class Repository {
  constructor() {
    this.root = mkdtempSync(join(tmpdir(), "aero-ci-"));
    folders.push(this.root);
    for (const folder of [".ci", "bin", "server/src", "docs"]) mkdirSync(join(this.root, folder), { recursive: true });
    copyFileSync(RUN, join(this.root, ".ci/run"));
    writeFileSync(join(this.root, ".gitignore"), "/bin/\n/cache/\n/made\n");
    this.git("init", "--quiet");
    this.commit("server/src/main.rs");
  }

  git(...args) {
    const identity = ["-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"];
    return execFileSync("git", [...identity, ...args], { cwd: this.root, encoding: "utf8" });
  }

  commit(file) {
    writeFileSync(join(this.root, file), String(Math.random()));
    this.git("add", "--all");
    this.git("commit", "--quiet", "--message", file);
  }

  /** The status, the last line, and which targets were made. */
  run(targets = GOOD) {
    const cases = Object.entries(targets).map(([name, body]) => `${name}) ${body} ;;`);
    writeFileSync(join(this.root, "bin/make"), `#!/usr/bin/env bash\necho "$1" >>made\ncase $1 in\n${cases.join("\n")}\nesac\n`);
    chmodSync(join(this.root, "bin/make"), 0o755);
    rmSync(join(this.root, "made"), { force: true });
    const env = { ...process.env, PATH: `${this.root}/bin:${process.env.PATH}`, AERO_CACHE: join(this.root, "cache") };
    const { status, stdout } = spawnSync("bash", [".ci/run"], { cwd: this.root, encoding: "utf8", env });
    const made = execFileSync("cat", ["made"], { cwd: this.root, encoding: "utf8" }).trim().split("\n");
    return { status, last: stdout.trimEnd().split("\n").at(-1), made };
  }

  get isRecorded() {
    return existsSync(join(this.root, "cache/image/passed"));
  }
}

test("a machine that has never run the image runs it, and the last line is the sum", () => {
  const { status, last, made } = new Repository().run();
  assert.deepEqual(made, ["test", "test-image"]);
  assert.equal(last, "8 passed, 0 failed");
  assert.equal(status, 0);
});

test("what has passed with the same files is not run again", () => {
  const repository = new Repository();
  repository.run();
  repository.commit("docs/more.md");
  const { last, made } = repository.run();
  assert.deepEqual(made, ["test"]);
  assert.equal(last, "5 passed, 0 failed");
  repository.commit("server/src/main.rs");
  assert.deepEqual(repository.run().made, ["test", "test-image"]);
});

test("a failure is counted and runs again", () => {
  const repository = new Repository();
  const { status, last } = repository.run({ ...GOOD, "test-image": `echo "2 passed, 1 failed"; exit 1` });
  assert.equal(last, "7 passed, 1 failed");
  assert.equal(status, 1);
  assert.equal(repository.isRecorded, false);
});

test("where no engine can be started nothing has failed, and nothing has passed", () => {
  const repository = new Repository();
  const skipped = `echo "SKIPPED image and stack: no root"; echo "1 passed, 0 failed"`;
  const { status, last } = repository.run({ ...GOOD, "test-image": skipped });
  assert.equal(last, "6 passed, 0 failed");
  assert.equal(status, 0);
  assert.equal(repository.isRecorded, false);
});

test("a target that says nothing at its end has failed", () => {
  const { status, last, made } = new Repository().run({ ...GOOD, test: "exit 2" });
  assert.deepEqual(made, ["test", "test-image"]);
  assert.equal(last, "3 passed, 1 failed");
  assert.equal(status, 1);
});
