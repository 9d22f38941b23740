// The rules of the house that a compiler does not check: node rules.mjs
//
// Prints `ok NAME` or `not ok NAME` with the reasons for every rule, and ends
// with 1 if one is broken. Needs nothing but cargo, git and Node.

import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { circles, moduleGraph, siblings } from "./modules.mjs";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "../..");
const WASM = "wasm32-unknown-unknown";

const run = (program, ...args) =>
  execFileSync(program, args, { cwd: ROOT, encoding: "utf8", maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "inherit"] });

/** Names (and versions) of everything that a package is built from. */
function tree(pkg, ...args) {
  const lines = run("cargo", "tree", "--locked", "-p", pkg, "-e", "normal", "--prefix", "none", "-f", "{p}", ...args);
  const found = new Map();
  for (const line of lines.split("\n")) {
    const [name, version] = line.split(" ");
    if (name) found.set(name, version);
  }
  return found;
}

const metadata = JSON.parse(run("cargo", "metadata", "--locked", "--format-version", "1"));
const members = new Map(
  metadata.packages.filter((p) => metadata.workspace_members.includes(p.id)).map((p) => [p.name, p]),
);
const files = run("git", "ls-files", "--cached", "--others", "--exclude-standard")
  .split("\n")
  .filter((file) => file && existsSync(join(ROOT, file)));

/** Workspace crates that a crate may name, as normal or build dependencies. */
const ARROWS = {
  rights: [],
  recourse: ["rights"],
  domain: ["rights"],
  reference: ["rights"],
  db: ["domain", "rights"],
  migration: [],
  text: ["domain", "recourse", "rights", "reference"],
  backend: ["db", "domain", "recourse", "rights", "reference", "text"],
  app: ["domain", "rights", "backend", "reference", "text"],
  frontend: ["app"],
  "mail-catcher": [],
  server: ["app", "backend", "db", "domain", "mail-catcher", "migration", "recourse", "reference", "rights", "text"],
  testing: ["migration", "db"],
  flights: ["domain", "rights", "reference"],
  trials: ["rights", "recourse", "reference"],
  fuzz: ["rights", "recourse", "reference", "trials"],
  agreement: ["rights", "recourse", "reference", "trials"],
  "engine-bench": ["rights", "reference", "trials"],
  "site-bench": ["backend", "engine-bench", "server"],
  "bytes-bench": [],
};

/** And those that only its tests may name, besides. */
const TEST_ARROWS = {
  rights: ["reference", "trials"],
  recourse: ["reference", "trials"],
  domain: ["reference"],
  db: ["testing", "migration"],
  backend: ["testing"],
  app: ["testing", "reference"],
  server: ["testing"],
  migration: ["testing"],
};

/**
 * Server crates: none of them may be downloaded by a browser. (regex and
 * leptos_meta come with leptos and leptos_i18n themselves; the linker drops
 * them, and the size of the first page is tested.)
 */
const SERVER_ONLY = [
  "sea-orm", "sea-query", "sqlx", "sqlx-core", "sqlx-postgres", "tokio", "mio", "axum", "axum-core", "hyper", "tower-http",
  "tower-sessions", "leptos_axum", "leptos_router", "validator", "argon2",
  "csv", "clap", "tracing-subscriber", "backend", "db", "reference", "migration", "server", "testing",
  "trials", "flights", "fuzz", "agreement", "mail-catcher", "graphile_worker", "lettre", "object_store",
];

const PERMISSIVE = new Set([
  "0BSD", "Apache-2.0", "Apache-2.0 WITH LLVM-exception", "BSD-1-Clause", "BSD-2-Clause", "BSD-3-Clause", "BSL-1.0",
  "CC0-1.0", "CDLA-Permissive-2.0", "ISC", "MIT", "MIT-0", "NCSA", "OpenSSL", "Unicode-3.0", "Unicode-DFS-2016", "Unlicense", "Zlib",
]);

const TOP_LEVEL = new Set([
  "Cargo.toml", "Cargo.lock", "app", "frontend", "server", "migration", "style", "public", "end2end", "Dockerfile", "README.md",
  "crates", "deploy", "docs", "bench", "Makefile", "rust-toolchain.toml", "deny.toml", "clippy.toml", "rustfmt.toml",
  ".env.example", ".gitignore", ".dockerignore", ".gitattributes", ".ci", ".cargo", "LICENSE",
]);

const LONGEST_FILE = 500;

/** Is one way of reading a licence expression permissive? `a OR (b AND c)`. */
function permissive(expression) {
  const tokens = expression.replaceAll("/", " OR ").match(/\(|\)|[^\s()]+/g) ?? [];
  let at = 0;
  const atom = () => {
    if (tokens[at] === "(") {
      at += 1;
      const inside = any();
      at += 1;
      return inside;
    }
    let licence = tokens[at++];
    if (tokens[at] === "WITH") licence += ` WITH ${tokens[(at += 2) - 1]}`;
    return PERMISSIVE.has(licence);
  };
  const all = () => {
    let good = atom();
    while (tokens[at] === "AND") {
      at += 1;
      good = atom() && good;
    }
    return good;
  };
  const any = () => {
    let good = all();
    while (tokens[at] === "OR") {
      at += 1;
      good = all() || good;
    }
    return good;
  };
  return any();
}

/** The rules: name, and what is wrong as a list of sentences. */
const rules = {
  "the browser's code contains no crate of the server"() {
    const frontend = tree("frontend", "--target", WASM);
    return SERVER_ONLY.filter((name) => frontend.has(name)).map((name) => `frontend is built from ${name}`);
  },

  "the app without the server's features knows the domain and its texts only"() {
    const app = tree("app", "--target", WASM, "--no-default-features", "--features", "hydrate");
    return [...members.keys()]
      .filter((name) => app.has(name) && !["app", "domain", "rights", "text"].includes(name))
      .map((name) => `app is built from ${name}`);
  },

  "crates depend on each other as allowed"() {
    const wrong = [];
    for (const [name, { dependencies }] of members) {
      if (!(name in ARROWS)) wrong.push(`${name} is not in the list (ARROWS in deploy/local/rules.mjs)`);
      for (const { name: other, kind } of dependencies) {
        const allowed = [...(ARROWS[name] ?? []), ...(kind === "dev" ? (TEST_ARROWS[name] ?? []) : [])];
        if (members.has(other) && !allowed.includes(other)) wrong.push(`${name} must not depend on ${other}`);
      }
    }
    return wrong;
  },

  // Of two modules that name each other neither can be read, tried or moved alone.
  "modules name each other in one direction only"() {
    return ["app/src", "crates/domain/src", "crates/recourse/src", "crates/rights/src", "crates/text/src"].flatMap((folder) => {
      const graph = moduleGraph(ROOT, folder, files);
      const rings = [graph, ...siblings(graph).values()].flatMap(circles);
      return rings.map((ring) => `${folder}: ${ring.join(", ")}`);
    });
  },

  "law and domain do no input or output"() {
    return ["rights", "recourse", "domain"].flatMap((name) => {
      const all = tree(name, "--target", WASM);
      return ["regex", "validator", "tokio", "getrandom", "rand", "time", "sqlx", "sea-orm"]
        .filter((other) => all.has(other))
        .map((other) => `${name} is built from ${other}`);
    });
  },

  "one version of the crates that must agree"() {
    return ["axum", "sqlx-core", "sea-orm", "leptos", "tokio", "wasm-bindgen", "tower-http"].flatMap((name) => {
      const versions = metadata.packages.filter((p) => p.name === name).map((p) => p.version);
      return versions.length > 1 ? [`${name} is there as ${versions.join(" and ")}`] : [];
    });
  },

  // MPL-2.0 asks for the source of the files it covers and of nothing else; what only
  // the tests are built from is neither changed nor shipped.
  "every licence is permissive, or MPL-2.0 where only tests are built from it"() {
    const shipped = new Set([...tree("server").keys(), ...tree("frontend", "--target", WASM).keys()]);
    const fits = (p) => permissive(p.license ?? "") || (p.license === "MPL-2.0" && !shipped.has(p.name));
    return metadata.packages
      .filter((p) => !fits(p))
      .map((p) => `${p.name} ${p.version}: ${p.license ?? "no licence named"}`);
  },

  "the top level holds what it should"() {
    const top = new Set(files.map((file) => file.split("/")[0]));
    return [...top].filter((name) => !TOP_LEVEL.has(name)).map((name) => `${name} has no place at the top level`);
  },

  [`no source file is longer than ${LONGEST_FILE} lines`]() {
    return files
      .filter((file) => /\.(rs|ts|mjs|css|sh)$/.test(file))
      .map((file) => [file, readFileSync(join(ROOT, file), "utf8").split("\n").length - 1])
      .filter(([, lines]) => lines > LONGEST_FILE)
      .map(([file, lines]) => `${file} has ${lines} lines`);
  },

  "no path of one machine is written down"() {
    // In two parts each, so that this list does not break its own rule.
    const paths = ["/home" + "/", "/Users" + "/", "/root" + "/", "C:" + "\\\\"];
    return files
      .filter((file) => !/\.(png|jpg|webp|woff2|ico|csv|gz|br)$/.test(file))
      .flatMap((file) => {
        const lines = readFileSync(join(ROOT, file), "utf8").split("\n");
        return lines.flatMap((line, index) => {
          const path = paths.find((path) => line.includes(path));
          return path ? [`${file}:${index + 1} names ${path}`] : [];
        });
      });
  },

  // Whoever gets a command line out of the program has the machine. Build scripts
  // and tests may.
  "no crate of the program starts another program"() {
    const shipped = /^(app|frontend|server|migration|crates\/(backend|db|domain|recourse|reference|rights|text))\/src\/.*\.rs$/;
    return files
      .filter((file) => shipped.test(file))
      .filter((file) => /\bprocess::(Command|\{[^}]*\bCommand\b)/.test(readFileSync(join(ROOT, file), "utf8")))
      .map((file) => `${file} starts a program`);
  },

  // What looks like something on no page is carried by every visitor.
  "every component and every class of the style sheets is used"() {
    const read = (file) => readFileSync(join(ROOT, file), "utf8");
    const code = files.filter((file) => file.startsWith("app/src/") && file.endsWith(".rs"));
    const lists = code.filter((file) => /^app\/src\/ui\/\w+\/mod\.rs$/.test(file));
    const unused = lists.flatMap((list) =>
      [...read(list).matchAll(/^pub use (\w+)::\{?([\w, ]+)\}?;/gm)].flatMap(([, module, names]) => {
        const own = `${dirname(list)}/${module}.rs`;
        const others = code.filter((file) => file !== list && file !== own).map(read);
        const isUsed = (name) => others.some((text) => new RegExp(`\\b${name}\\b`).test(text));
        return names.split(", ").some(isUsed) ? [] : [`nothing uses ${names} of ${own}`];
      }),
    );
    const all = code.map(read).join("\n");
    const classes = files
      .filter((file) => /^style\/.*\.css$/.test(file))
      .flatMap((file) => {
        const rules = read(file).replaceAll(/\/\*[^]*?\*\/|url\([^)]*\)|"[^"]*"/g, "");
        const names = new Set([...rules.matchAll(/\.([a-z][a-z0-9-]*)/g)].map(([, name]) => name));
        return [...names]
          .filter((name) => !new RegExp(`(?<![\\w-])${name}(?![\\w-])`).test(all))
          .map((name) => `nothing uses .${name} of ${file}`);
      });
    return [...unused, ...classes];
  },

  "every exception from a lint says why"() {
    return files
      .filter((file) => file.endsWith(".rs"))
      .flatMap((file) => {
        const text = readFileSync(join(ROOT, file), "utf8");
        const wrong = [];
        for (const match of text.matchAll(/#!?\[(?:cfg_attr\([^,]+,\s*)?(allow|expect)\(([^\]]*)\)/g)) {
          const line = text.slice(0, match.index).split("\n").length;
          if (!match[2].includes("reason")) wrong.push(`${file}:${line} gives no reason`);
        }
        return wrong;
      });
  },
};

let broken = 0;
for (const [name, rule] of Object.entries(rules)) {
  let wrong;
  try {
    wrong = rule();
  } catch (error) {
    wrong = [`could not be checked: ${error.message}`];
  }
  console.log(wrong.length === 0 ? `ok ${name}` : `not ok ${name}`);
  for (const sentence of wrong) console.log(`    ${sentence}`);
  broken += wrong.length > 0 ? 1 : 0;
}
process.exit(broken > 0 ? 1 : 0);
