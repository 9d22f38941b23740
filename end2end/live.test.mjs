// Runs app/src/ui/feedback/listen.js without a browser: when it listens, and when it
// gives up.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const script = readFileSync(
  new URL("../app/src/ui/feedback/listen.js", import.meta.url),
  "utf8",
);

/** A page that listens, and what it has done. */
function page(status, hidden = false) {
  const done = { sources: [], waits: [], heard: [], asked: [] };
  const handlers = {};
  const on = (name, handler) => (handlers[name] = handler);
  class EventSource {
    static CLOSED = 2;
    constructor(address) {
      Object.assign(this, { address, readyState: 1, on: {} });
      done.sources.push(this);
    }
    addEventListener(name, handler) {
      this.on[name] = handler;
    }
    close() {
      this.readyState = 2;
    }
    refuse() {
      this.readyState = 2;
      this.on.error();
    }
  }
  const document = {
    hidden,
    getElementById: () => null,
    addEventListener: on,
  };
  const fetch = async (address, { method }) => {
    done.asked.push(`${method} ${address}`);
    return { status };
  };
  const setTimeout = (work, wait) => done.waits.push({ work, wait });
  const names = ["EventSource", "document", "fetch", "setTimeout", "clearTimeout", "addEventListener"];
  const start = new Function(...names, `${script}\nreturn listening;`);
  const listening = start(EventSource, document, fetch, setTimeout, () => {}, on);
  const hear = (what) => () => done.heard.push(what);
  listening({ address: () => "/live", changed: hear("changed"), back: hear("back"), gone: hear("gone") });
  const see = (seen) => {
    document.hidden = !seen;
    handlers.visibilitychange();
  };
  return { ...done, see };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

test("a page that nobody sees holds no connection, and asks what it missed when it is seen again", () => {
  const { sources, heard, see } = page(200);
  sources[0].on.open();
  see(false);
  assert.equal(sources[0].readyState, 2);
  assert.equal(sources.length, 1);
  see(true);
  assert.equal(sources.length, 2);
  assert.deepEqual(heard, ["back"]);
  sources[1].on.open();
  sources[1].on.changed();
  assert.deepEqual(heard, ["back", "back", "changed"]);
});

test("what changed since the page was made is asked at first, and when a browser comes again by itself", () => {
  const { sources, heard } = page(200);
  sources[0].on.open();
  sources[0].on.error();
  sources[0].on.open();
  assert.deepEqual(heard, ["back", "back"]);
});

test("a page that was loaded unseen, or refused at first, asks what it missed", () => {
  const unseen = page(200, true);
  assert.equal(unseen.sources.length, 0);
  unseen.see(true);
  unseen.sources[0].on.open();
  assert.deepEqual(unseen.heard, ["back"]);
  const refused = page(503);
  refused.sources[0].refuse();
  refused.waits[0].work();
  refused.sources[1].on.open();
  assert.deepEqual(refused.heard, ["back"]);
});

for (const status of [401, 404]) {
  test(`who may not look any more (${status}) asks once, says so and never asks again`, async () => {
    const { sources, waits, asked, heard, see } = page(status);
    sources[0].refuse();
    await settled();
    assert.deepEqual(asked, ["HEAD /live"]);
    assert.deepEqual(heard, ["gone"]);
    for (const { work } of waits) work();
    see(false);
    see(true);
    assert.equal(sources.length, 1);
  });
}

for (const status of [429, 500, 503]) {
  test(`after a refusal for now (${status}) it listens again in one to two minutes, not all at once`, async () => {
    const waits = [];
    for (let number = 0; number < 20; number += 1) {
      const tried = page(status);
      tried.sources[0].refuse();
      await settled();
      assert.equal(tried.waits.length, 1);
      waits.push(tried.waits[0].wait);
      tried.waits[0].work();
      assert.equal(tried.sources.length, 2);
    }
    assert.ok(waits.every((wait) => wait >= 60_000 && wait < 120_000), `${waits}`);
    assert.ok(new Set(waits).size > 1, `${waits}`);
  });
}
