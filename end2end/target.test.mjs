// deploy/local/target.sh: each clone has a target folder, a new clone takes over that of
// one which is gone without its crates, and what is left behind does not pile up. The
// script is the real one, in clones that consist of little else.
import assert from "node:assert/strict";
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, renameSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";

const LOCAL = fileURLToPath(new URL("../deploy/local/", import.meta.url));
const folders = [];
after(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** A folder for clones and the cache that they share. */
function machine() {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "aero-target-")));
  folders.push(root);
  mkdirSync(join(root, "cache"));
  return root;
}

function put(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** A clone of a workspace of one package, whose program says `says`. */
function clone(root, name, says = name) {
  const folder = join(root, name);
  mkdirSync(join(folder, "deploy/local"), { recursive: true });
  for (const file of ["env.sh", "target.sh"]) {
    copyFileSync(join(LOCAL, file), join(folder, "deploy/local", file));
    chmodSync(join(folder, "deploy/local", file), 0o755);
  }
  put(join(folder, "Cargo.toml"), '[workspace]\nmembers = ["part-one"]\nresolver = "3"\n');
  put(join(folder, "part-one/Cargo.toml"), '[package]\nname = "part-one"\nversion = "1.0.0"\nedition = "2024"\n[[bin]]\nname = "program"\npath = "main.rs"\n[lib]\npath = "lib.rs"\n');
  put(join(folder, "part-one/lib.rs"), `pub fn says() -> &'static str { "${says}" }\n`);
  put(join(folder, "part-one/main.rs"), 'fn main() { println!("{}", part_one::says()); }\n');
  return folder;
}

function environment(root, more = {}) {
  const { NODE_TEST_CONTEXT, CARGO_TARGET_DIR, ...env } = process.env;
  return { ...env, AERO_CACHE: join(root, "cache"), ...more };
}

const ready = (folder, more) =>
  execFileSync(join(folder, "deploy/local/target.sh"), { encoding: "utf8", env: environment(dirname(folder), more), stdio: ["ignore", "pipe", "ignore"] }).trim();

/** What cargo leaves of this workspace's own package, and of a dependency. */
const OWN = [
  "debug/.fingerprint/part-one-0123456789abcdef/lib-part_one",
  "debug/build/part-one-0123456789abcdef/output",
  "debug/deps/libpart_one-0123456789abcdef.rlib",
  "debug/deps/program-0123456789abcdef",
  "debug/incremental/part_one-1x2y3z/state",
  "fuzz/host/fuzzing/.fingerprint/part-one-0123456789abcdef/lib-part_one",
  "front/wasm32-unknown-unknown/wasm-release/.fingerprint/part-one-0123456789abcdef/lib-part_one",
  "aero/ffffffffffff/aero",
];
const DEPENDENCY = [
  "debug/.fingerprint/part-one-more-0123456789abcdef/lib-part_one_more",
  "debug/.fingerprint/serde-0123456789abcdef/lib-serde",
  "debug/deps/libserde-0123456789abcdef.rlib",
  "debug/build/ring-0123456789abcdef/output",
];
const fill = (folder) => [...OWN, ...DEPENDENCY].forEach((path) => put(join(folder, path), "compiled"));
const left = (folder, paths) => paths.filter((path) => existsSync(join(folder, path)));
const targets = (root) => readdirSync(join(root, "cache/targets")).filter((name) => name !== "lock").sort();

function days(folder, ago) {
  const time = Date.now() / 1000 - ago * 86400;
  utimesSync(join(folder, "clone"), time, time);
}

test("two clones have two folders, and each keeps its own", () => {
  const root = machine();
  const [one, two] = ["one", "two"].map((name) => clone(root, name));
  const first = ready(one);
  fill(first);
  const second = ready(two);
  assert.notEqual(second, first);
  assert.deepEqual(left(second, [...OWN, ...DEPENDENCY]), []);
  assert.equal(ready(one), first);
  assert.deepEqual(left(first, [...OWN, ...DEPENDENCY]), [...OWN, ...DEPENDENCY]);
  assert.equal(readFileSync(join(first, "clone"), "utf8").split("\n")[0], one);
});

test("a new clone takes over the folder of one that is gone, without the workspace's own crates", () => {
  const root = machine();
  const one = clone(root, "one");
  const first = ready(one);
  fill(first);
  rmSync(one, { recursive: true });
  const second = ready(clone(root, "two"));
  assert.deepEqual(left(second, OWN), []);
  assert.deepEqual(left(second, DEPENDENCY), DEPENDENCY);
  assert.equal(existsSync(first), false);
  assert.equal(readFileSync(join(second, "clone"), "utf8").split("\n")[0], join(root, "two"));
});

test("another clone at the same path forgets the crates of the one before", () => {
  const root = machine();
  const folder = ready(clone(root, "one"));
  fill(folder);
  renameSync(join(root, "one"), join(root, "elsewhere"));
  assert.equal(ready(clone(root, "one")), folder);
  assert.deepEqual(left(folder, OWN), []);
  assert.deepEqual(left(folder, DEPENDENCY), DEPENDENCY);
});

test("what was taken over and not yet made ready is made ready by the next run", () => {
  const root = machine();
  const one = clone(root, "one");
  const first = ready(one);
  fill(first);
  rmSync(one, { recursive: true });
  const two = clone(root, "two");
  const second = ready(two);
  // As a run leaves it that ends after the folder has its new name.
  fill(second);
  writeFileSync(join(second, "clone"), `${one}\n0:0:0\n`);
  ready(two);
  assert.deepEqual(left(second, OWN), []);
});

test("the one folder of the earlier layout is taken over", () => {
  const root = machine();
  const shared = join(root, "cache/target");
  fill(shared);
  const folder = ready(clone(root, "one"));
  assert.equal(existsSync(shared), false);
  assert.deepEqual(left(folder, OWN), []);
  assert.deepEqual(left(folder, DEPENDENCY), DEPENDENCY);
});

test("a folder in which something is compiling is not taken over", async () => {
  const root = machine();
  const shared = join(root, "cache/target");
  fill(shared);
  const lock = join(shared, "debug/.cargo-lock");
  writeFileSync(lock, "");
  const builder = spawn("flock", [lock, "sh", "-c", "echo began; read -r end"], { stdio: ["pipe", "pipe", "ignore"] });
  await new Promise((resolve) => builder.stdout.once("data", resolve));
  const folder = ready(clone(root, "one"));
  assert.deepEqual(left(folder, DEPENDENCY), []);
  assert.deepEqual(left(shared, OWN), OWN);
  builder.stdin.end("\n");
  await new Promise((resolve) => builder.once("close", resolve));
  assert.deepEqual(left(ready(clone(root, "two")), DEPENDENCY), DEPENDENCY);
});

test("a folder from which a program runs is not taken over", async () => {
  const root = machine();
  const shared = join(root, "cache/target");
  fill(shared);
  const program = join(shared, "debug/sleeper");
  copyFileSync("/bin/sleep", program);
  chmodSync(program, 0o755);
  const running = spawn(program, ["60"], { stdio: "ignore" });
  await new Promise((resolve) => running.once("spawn", resolve));
  try {
    ready(clone(root, "one"));
    assert.ok(existsSync(program));
  } finally {
    running.kill("SIGKILL");
  }
});

test("clones that start at once do not take over the same folder", async () => {
  const root = machine();
  const gone = ["a", "b"].map((name) => clone(root, name));
  for (const folder of gone) fill(ready(folder));
  for (const folder of gone) rmSync(folder, { recursive: true });
  const clones = ["one", "two", "three", "four"].map((name) => clone(root, name));
  const runs = clones.map(
    (folder) =>
      new Promise((resolve, reject) => {
        const run = spawn(join(folder, "deploy/local/target.sh"), { env: environment(root), stdio: ["ignore", "pipe", "ignore"] });
        let said = "";
        run.stdout.on("data", (data) => (said += data));
        run.on("close", (code) => (code === 0 ? resolve(said.trim()) : reject(new Error(`status ${code}`))));
      }),
  );
  const ready4 = await Promise.all(runs);
  assert.equal(new Set(ready4).size, 4);
  assert.equal(ready4.filter((folder) => left(folder, DEPENDENCY).length === DEPENDENCY.length).length, 2);
  assert.deepEqual(ready4.flatMap((folder) => left(folder, OWN)), []);
  ready4.forEach((folder, i) => assert.equal(readFileSync(join(folder, "clone"), "utf8").split("\n")[0], clones[i]));
});

test("the last used folder is taken over, two are kept, and none for longer than a week", () => {
  const root = machine();
  const living = clone(root, "living");
  ready(living);
  const gone = ["a", "b", "c", "d", "e"].map((name, i) => {
    const folder = ready(clone(root, name));
    put(join(folder, "mark"), name);
    days(folder, 5 - i);
    return folder;
  });
  for (const name of ["a", "b", "c", "d", "e"]) rmSync(join(root, name), { recursive: true });
  const mine = ready(clone(root, "new"));
  assert.equal(readFileSync(join(mine, "mark"), "utf8"), "e");
  assert.deepEqual(gone.map((folder) => existsSync(folder)), [false, false, true, true, false]);
  days(gone[2], 8);
  ready(living);
  assert.deepEqual(gone.map((folder) => existsSync(folder)), [false, false, false, true, false]);
  assert.equal(targets(root).length, 3);
});

test("a folder named from outside is left as it is", () => {
  const root = machine();
  const mine = join(root, "mine");
  fill(mine);
  const one = clone(root, "one");
  assert.equal(ready(one, { CARGO_TARGET_DIR: mine }), mine);
  assert.deepEqual(left(mine, OWN), OWN);
  assert.equal(existsSync(join(root, "cache/targets")), false);
});

// What all this is for, with the compiler itself.
test("a clone is never given the program of another, whatever the times of its files", () => {
  const root = machine();
  const program = (folder, target) => {
    const built = spawnSync("cargo", ["build", "--quiet", "--offline"], { cwd: folder, encoding: "utf8", env: { ...environment(root), CARGO_TARGET_DIR: target } });
    assert.equal(built.status, 0, built.stderr);
    return execFileSync(join(target, "debug/program"), { encoding: "utf8" }).trim();
  };
  const one = clone(root, "one");
  const first = ready(one);
  assert.equal(program(one, first), "one");
  const two = clone(root, "two");
  for (const file of ["Cargo.toml", "part-one/Cargo.toml", "part-one/lib.rs", "part-one/main.rs"]) utimesSync(join(two, file), 1, 1);
  assert.equal(program(two, first), "one", "in one folder cargo takes the crates of the other clone for its own");
  rmSync(one, { recursive: true });
  assert.equal(program(two, ready(two)), "two");
});
