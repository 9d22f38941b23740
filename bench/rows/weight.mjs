// Bytes until the first page of the form is interactive.

import { brotliCompressSync, constants } from "node:zlib";

import { ask } from "../load/pages.mjs";
import { FIRST_PAGE } from "../load/stage.mjs";

/** For pages and files that a server does not send by brotli itself. */
const QUALITY = { file: 11, page: 4 };

/** What a path weighs by brotli: as it is sent, or as a proxy would send it. */
async function sent(server, path, quality) {
  const answer = await ask(server, path, { headers: { "Accept-Encoding": "br" } });
  if (answer.status !== 200) throw new Error(`${server.name} ${path}: ${answer.status}`);
  if (answer.encoding === "br") return answer.sent.length;
  return brotliCompressSync(answer.sent, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }).length;
}

/** What the page makes a browser load before it can be used, by kind. */
function parts(html) {
  const tags = html.match(/<(?:link|script)\b[^>]*>/g) ?? [];
  const address = (tag) => /(?:href|src)="([^"]+)"/.exec(tag)?.[1];
  const isNeeded = (tag) =>
    /^<script/.test(tag) ? !/nomodule/i.test(tag) : /rel="(?:stylesheet|modulepreload|preload)"/.test(tag);
  return new Set(tags.filter(isNeeded).map(address).filter(Boolean));
}

const kindOf = (path) => /\.(css|wasm)(?:\?|$)/.exec(path)?.[1].toUpperCase() ?? "JavaScript";

async function weigh(server) {
  const html = (await ask(server, FIRST_PAGE)).sent.toString();
  const weight = { HTML: await sent(server, FIRST_PAGE, QUALITY.page) };
  for (const path of parts(html)) {
    const kind = kindOf(path);
    weight[kind] = (weight[kind] ?? 0) + (await sent(server, path, QUALITY.file));
  }
  return weight;
}

const together = (weight) => Object.values(weight).reduce((sum, bytes) => sum + bytes, 0);
const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} KB`;
const told = (weight) => Object.entries(weight).map(([kind, bytes]) => `${kind} ${kilobytes(bytes)}`).join(", ");

export default [
  {
    name: "bytes-until-interactive",
    work: "bytes until the first claim page is interactive",
    against: "Next.js",
    aim: "fewer",
    async measure(stage) {
      const database = await stage.databases.create("aero_bench_pages");
      const [a, b] = [await stage.aero(database), await stage.next(database)];
      const [ours, theirs] = [await weigh(a), await weigh(b)];
      await stage.stop(a, b);
      return {
        kind: "text",
        figure: `${kilobytes(together(ours))} against ${kilobytes(together(theirs))}`,
        met: together(ours) < together(theirs),
        how: `page, style sheets, scripts and WASM that the page names, by brotli as sent or else at ${QUALITY.file} (pages ${QUALITY.page}), without headers; what is fetched afterwards for the next page does not count`,
        where: `Aero: ${told(ours)}. Next.js: ${told(theirs)}.`,
      };
    },
  },
];
