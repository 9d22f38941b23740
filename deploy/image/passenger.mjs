// A passenger of the stack, by HTTP as the tunnel hands it on:
//
//   passenger.mjs claim HOST ORIGIN    fills in and sends the form; prints the address of the
//                                      claim and the cookie that opens it
//   passenger.mjs follow HOST ORIGIN ADDRESS COOKIE
//                                      opens the claim
//   passenger.mjs halfway HOST ORIGIN  sends half a form, prints "halfway", waits for a line,
//                                      sends the rest and prints the answer's status
//
// Ends with 1 and a sentence when something is not as it should be.

import { once } from "node:events";
import net from "node:net";

import { TICKS, fillIn, formHeaders } from "../../bench/load/drafts.mjs";
import { ask } from "../../bench/load/pages.mjs";

const [task, host, origin, address, cookie] = process.argv.slice(2);
const server = { name: "the stack", host, port: 3000, origin };

function expect(is, sentence) {
  if (!is) throw new Error(sentence);
}

const cookieOf = ({ headers }) => headers["set-cookie"]?.map((one) => one.split(";")[0]).join("; ");

/** Follows redirects within the site, with the cookies that come on the way. */
async function open(path, cookie) {
  for (let step = 0; step < 5; step += 1) {
    const answer = await ask(server, path, { headers: cookie ? { cookie } : {} });
    cookie = cookieOf(answer) ?? cookie;
    if (answer.status < 300 || answer.status > 399) return { ...answer, html: answer.sent.toString() };
    path = answer.headers.location.replace(origin, "");
  }
  throw new Error(`${path} leads on and on`);
}

async function claim() {
  const page = await open("/en/claim/what-went-wrong");
  expect(page.status === 200 && page.html.includes('action="/form/claim/save"'), `no form: ${page.status}`);
  const headers = { ...formHeaders(origin), cookie: await fillIn(server) };
  const sent = await ask(server, "/form/claim/send", { method: "POST", headers, body: TICKS });
  expect(sent.status === 303 && !/check/.test(sent.headers.location), `not sent: ${sent.status} ${sent.headers.location}`);
  return `${sent.headers.location.replace(origin, "")} ${cookieOf(sent)}`;
}

async function follow() {
  const page = await open(address, cookie);
  expect(page.status === 200, `the claim is answered with ${page.status}`);
  expect(page.html.includes("Lisbon"), `the page does not show the trip: ${page.html.replaceAll(/<[^>]*>/g, " ").slice(0, 2000)}`);
}

/** The head of a form and half of its body, then the other half when it is time. */
async function halfway() {
  const body = new URLSearchParams({ step: "what-went-wrong", language: "en", "form[event]": "delay" }).toString();
  const head = [
    "POST /form/claim/save HTTP/1.1",
    `Host: ${host}`,
    "Content-Type: application/x-www-form-urlencoded",
    `Content-Length: ${body.length}`,
    `Origin: ${origin}`,
  ].join("\r\n");
  const socket = net.connect(3000, host);
  await once(socket, "connect");
  socket.write(`${head}\r\n\r\n${body.slice(0, 10)}`);
  console.log("halfway");
  await once(process.stdin, "data");
  socket.write(body.slice(10));
  const [answer] = await once(socket, "data");
  socket.destroy();
  process.stdin.destroy();
  return answer.toString().split(" ")[1];
}

const result = await { claim, follow, halfway }[task]();
if (result) console.log(result);
