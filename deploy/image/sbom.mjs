// The software bill of materials, as CycloneDX: node sbom.mjs FOLDER
//
// Writes FOLDER/aero.cdx.json (the program) and FOLDER/browser.cdx.json (the WASM that
// browsers load). cargo-cyclonedx makes them; it asks cargo for the whole workspace at
// once, whose features are those of all its members together, so that what cargo builds
// for the one target alone is picked out of it here: what is linked into it, and what
// only runs while it is compiled. Fails when the bill lacks something that is linked.

import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "../..");
const NATIVE = /^host: (.*)$/m.exec(execFileSync("rustc", ["-vV"], { encoding: "utf8" }))[1];

const PARTS = [
  { file: "aero.cdx.json", pkg: "server", target: NATIVE, made: "server/aero_bin.cdx.json" },
  { file: "browser.cdx.json", pkg: "frontend", target: "wasm32-unknown-unknown", made: "frontend/frontend_cdylib-rlib.cdx.json" },
];

const cargo = (...args) =>
  execFileSync("cargo", args, { cwd: ROOT, encoding: "utf8", maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "inherit"] });

/** `name version` of everything behind these edges of a package. */
function tree({ pkg, target }, edges) {
  const lines = cargo("tree", "--locked", "-p", pkg, "--target", target, "-e", edges, "--prefix", "none", "-f", "{p}");
  const named = [...lines.matchAll(/^(\S+) v(\S+)/gm)].map(([, name, version]) => `${name} ${version}`);
  return new Set(named.filter((one) => one.split(" ")[0] !== pkg));
}

/** The bill without what is not built, and without the folder that it was made in. */
function pick(bill, part) {
  const built = tree(part, "normal,build");
  const components = bill.components.filter(({ name, version }) => built.has(`${name} ${version}`));
  const named = new Set(components.map(({ name, version }) => `${name} ${version}`));
  const missing = [...tree(part, "normal,no-proc-macro")].filter((one) => !named.has(one));
  if (missing.length > 0) throw new Error(`the bill lacks ${missing.join(", ")}`);
  const known = new Set([bill.metadata.component["bom-ref"], ...components.map((one) => one["bom-ref"])]);
  const dependencies = bill.dependencies
    .filter(({ ref }) => known.has(ref))
    .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((other) => known.has(other)) }));
  return JSON.stringify({ ...bill, components, dependencies }, null, 1).replaceAll(`file://${ROOT}/`, "file:///");
}

const folder = process.argv[2];
mkdirSync(folder, { recursive: true });
try {
  for (const part of PARTS) {
    cargo(
      "cyclonedx", "--quiet", "--manifest-path", `${part.pkg}/Cargo.toml`, "--target", part.target,
      "--describe", "binaries", "--format", "json", "--spec-version", "1.5",
    );
    const bill = JSON.parse(readFileSync(join(ROOT, part.made), "utf8"));
    writeFileSync(join(folder, part.file), pick(bill, part));
  }
} finally {
  // It writes one beside every member of the workspace.
  const { packages } = JSON.parse(cargo("metadata", "--no-deps", "--locked", "--format-version", "1"));
  for (const member of packages.map(({ manifest_path }) => dirname(manifest_path))) {
    for (const name of readdirSync(member)) if (name.endsWith(".cdx.json")) rmSync(join(member, name));
  }
}
