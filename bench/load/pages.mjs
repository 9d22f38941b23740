// What a server answers, read as a browser would read it.

import http from "node:http";
import { brotliDecompressSync, gunzipSync } from "node:zlib";

const PLAIN = { br: brotliDecompressSync, gzip: gunzipSync };

export function fetchPlain(server, path, { method = "GET", headers = {}, body } = {}) {
  return new Promise((resolve, reject) => {
    const asked = { host: "127.0.0.1", port: server.port, path, method, headers, agent: false };
    const request = http.request(asked, (response) => {
      const parts = [];
      response.on("data", (part) => parts.push(part));
      response.on("end", () => {
        const sent = Buffer.concat(parts);
        const encoding = response.headers["content-encoding"] ?? "identity";
        const plain = PLAIN[encoding]?.(sent) ?? sent;
        resolve({ status: response.statusCode, headers: response.headers, encoding, sent: sent.length, plain });
      });
    });
    request.once("error", reject);
    request.end(body);
  });
}

/** A page without the scripts inside it and without marks that nobody sees. */
export const markup = (html) =>
  html.replaceAll(/<script[^>]*>[^]*?<\/script>/g, "").replaceAll(/<!--[^]*?-->|<!>/g, "");

/** Both answer 200 with as much markup, within a tenth. Says how large they are. */
export async function samePage(a, b, request) {
  const [one, other] = await Promise.all([a, b].map((server) => fetchPlain(server, request.path, request)));
  const sizes = [one, other].map(({ plain }) => Buffer.byteLength(markup(plain.toString())));
  for (const [server, answer] of [[a, one], [b, other]]) {
    if (answer.status !== 200) throw new Error(`${server.name} answers ${request.path} with ${answer.status}`);
  }
  if (Math.abs(sizes[0] / sizes[1] - 1) > 0.1) {
    throw new Error(`not the same page: ${a.name} ${sizes[0]} bytes of markup, ${b.name} ${sizes[1]}`);
  }
  const told = ({ plain, sent, encoding }) => ({ html: plain.length, sent, encoding });
  return { a: { ...told(one), markup: sizes[0] }, b: { ...told(other), markup: sizes[1] } };
}
