// What a server answers, read as a browser would read it.

import http from "node:http";

/** One request; what is sent back is left as it is. */
export function ask(server, path, { method = "GET", headers = {}, body } = {}) {
  return new Promise((resolve, reject) => {
    const asked = { host: server.host ?? "127.0.0.1", port: server.port, path, method, headers, agent: false };
    const request = http.request(asked, (response) => {
      const parts = [];
      response.on("data", (part) => parts.push(part));
      response.on("end", () => {
        const sent = Buffer.concat(parts);
        const encoding = response.headers["content-encoding"] ?? "identity";
        resolve({ status: response.statusCode, headers: response.headers, encoding, sent });
      });
    });
    request.once("error", reject);
    request.end(body);
  });
}

/** A page without what nobody sees: scripts, styles and templates inside it, and marks. */
export const markup = (html) =>
  html.replaceAll(/<(script|style|template)\b[^]*?<\/\1>/g, "").replaceAll(/<!--[^]*?-->|<!>/g, "");

/** Both answer 200 with as much markup, within a tenth. Says how large they are. */
export async function samePage(a, b, request) {
  const [one, other] = await Promise.all([a, b].map((server) => size(server, request)));
  if (Math.abs(one.markup / other.markup - 1) > 0.1) {
    throw new Error(`not the same page: ${a.name} ${one.markup} bytes of markup, ${b.name} ${other.markup}`);
  }
  return { a: one, b: other };
}

/** The size of a page: plain, its markup alone, and as it is sent. */
async function size(server, request) {
  const { "Accept-Encoding": _, ...headers } = request.headers;
  const plain = await ask(server, request.path, { ...request, headers });
  const asked = await ask(server, request.path, request);
  if (plain.status !== 200) throw new Error(`${server.name} answers ${request.path} with ${plain.status}`);
  const { encoding, sent } = asked;
  return { html: plain.sent.length, markup: Buffer.byteLength(markup(plain.sent.toString())), sent: sent.length, encoding };
}
