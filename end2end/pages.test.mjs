// Runs the scripts of open pages without a browser: what they say of a change, and of a
// page that may not look any more.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const read = (name) => readFileSync(new URL(`../app/src/${name}`, import.meta.url), "utf8");
const settled = () => new Promise((resolve) => setImmediate(resolve));
const template = (name) => ({ name, content: { name, cloneNode: () => `${name} shown` } });

/** A page with two things that it can say, and the answers that it gets one after the other. */
function page(script, { said, dataset, answers, held }) {
  const done = { sources: [], waits: [], shown: undefined, removed: [], focused: 0 };
  const live = {
    dataset,
    querySelectorAll: () => said.map(template),
    replaceChildren: (...nodes) => (done.shown = nodes.map((node) => node.name ?? node)),
    focus: () => (done.focused += 1),
  };
  class EventSource {
    static CLOSED = 2;
    constructor() {
      Object.assign(this, { readyState: 1, on: {} });
      done.sources.push(this);
    }
    addEventListener(name, handler) {
      this.on[name] = handler;
    }
    close() {
      this.readyState = 2;
    }
  }
  const part = (name) => ({ remove: () => done.removed.push(name), contains: () => name === held });
  const parts = { "[data-with-link]": [part("link"), part("withdraw")] };
  const document = {
    hidden: false,
    getElementById: () => live,
    querySelector: () => ({ innerHTML: "rows" }),
    querySelectorAll: (fits) => parts[fits] ?? [],
    addEventListener: () => {},
  };
  const fresh = (version) => ({
    getElementById: () => ({ dataset: { version } }),
    querySelector: () => null,
  });
  const globals = {
    EventSource,
    document,
    location: { pathname: "/here", search: "" },
    fetch: async () => {
      const { status = 200, redirected = false, version } = answers.shift();
      return { status, ok: status === 200, redirected, text: async () => version };
    },
    DOMParser: class {
      parseFromString = (version) => fresh(version);
    },
    setTimeout: (work, wait, ...with_) => done.waits.push({ work: () => work(...with_), wait }),
    clearTimeout: () => {},
    addEventListener: () => {},
  };
  const code = `${read("ui/feedback/listen.js")}\n${read(script)}`;
  new Function(...Object.keys(globals), code)(...Object.values(globals));
  return done;
}

const claim = (answers, held) =>
  page("tracking/live.js", {
    said: ["changed", "lost"],
    dataset: { source: "/live", version: "1" },
    answers,
    held,
  });

test("a page whose link was replaced looks twice, says so and takes away what the link could do", async () => {
  const done = claim([{ status: 404 }, { status: 404 }], "link");
  done.sources[0].on.changed();
  await settled();
  assert.equal(done.shown, undefined);
  assert.deepEqual(done.waits.map(({ wait }) => wait), [3000]);
  done.waits[0].work();
  await settled();
  assert.deepEqual(done.shown, ["lost shown"]);
  assert.deepEqual(done.removed, ["link", "withdraw"]);
  assert.equal(done.focused, 1);
  assert.equal(done.sources.length, 1);
});

test("another tab of the browser that has the new link goes on with it", async () => {
  const done = claim([{ status: 404 }, { version: "2" }]);
  done.sources[0].on.changed();
  await settled();
  done.waits[0].work();
  await settled();
  assert.equal(done.shown, undefined);
  assert.deepEqual(done.removed, []);
  assert.equal(done.sources.length, 2);
});

test("a page that comes back after its link was replaced is told by the refusal", async () => {
  const done = claim([{ status: 404 }]);
  done.sources[0].readyState = 2;
  done.sources[0].on.error();
  await settled();
  assert.deepEqual(done.shown, ["lost shown"]);
});

const desk = (dataset, answers) =>
  page("desk/live.js", { said: ["news", "signed out"], dataset: { source: "/live", ...dataset }, answers });

test("a page of the desk says that one is signed out, whether it is refused or led away", async () => {
  const refused = desk({}, [{ status: 401 }]);
  refused.sources[0].readyState = 2;
  refused.sources[0].on.error();
  await settled();
  assert.deepEqual(refused.shown, ["signed out shown"]);
  const away = desk({ claim: "id", version: "1" }, [{ redirected: true }]);
  away.sources[0].on.changed({ data: "id" });
  await settled();
  assert.deepEqual(away.shown, ["signed out shown"]);
});

test("a page of the desk says that it is old, and not for a change that is none of a decision", async () => {
  const done = desk({ claim: "id", version: "1" }, [{ version: "1" }, { version: "2" }]);
  done.sources[0].on.changed({ data: "another" });
  done.sources[0].on.changed({ data: "id" });
  await settled();
  assert.equal(done.shown, undefined);
  done.sources[0].on.changed({ data: "id" });
  await settled();
  assert.deepEqual(done.shown, ["signed out", "news shown"]);
});
