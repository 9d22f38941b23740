// Does the engine say the same in wasm32 as it does natively?
//
//   node agreement.mjs NATIVE MODULE COUNT
//
// NATIVE is the program of crates/agreement, MODULE what wasm-bindgen made of it
// for Node. Prints `ok` or `not ok`, and of the first seed that differs the case
// and both answers.

import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { resolve } from "node:path";

const [native, path, count] = process.argv.slice(2);
const wasm = createRequire(import.meta.url)(resolve(path));
const run = (...args) => execFileSync(native, args, { encoding: "utf8", maxBuffer: 1 << 28 });

const wanted = run(count).trimEnd().split("\n");
if (wanted.length !== Number(count)) throw new Error(`${wanted.length} fingerprints, not ${count}`);

let seed = 0;
let said;
while (seed < wanted.length && said === undefined) {
  try {
    if (wasm.fingerprint(seed) === wanted[seed]) seed += 1;
    else said = `${wasm.case_of(seed)}\n${wasm.answer_to(seed)}\n${wasm.recourse_of(seed)}`;
  } catch (error) {
    said = `ended with: ${error.message}`;
  }
}
if (said !== undefined) {
  console.log(`not ok seed ${seed} of ${count} differs`);
  console.log(`natively:\n${run("--answer", String(seed))}\nwasm32:\n${said}`);
  process.exit(1);
}
console.log(`ok ${count} cases have the same answer natively and in wasm32`);
