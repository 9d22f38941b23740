import { expect, test } from "../support/fixtures.ts";

/** What the first page of a claim may cost, compressed, with its headers. */
const BUDGET = 130 * 1000;

test("the first page of a claim transfers less than 130 KB in all", { tag: ["@once", "@scripts"] }, async ({ page, form }, info) => {
  const session = await page.context().newCDPSession(page);
  const kinds = new Map<string, string>();
  const sizes = new Map<string, number>();
  await session.send("Network.enable");
  await session.send("Network.setCacheDisabled", { cacheDisabled: false });
  session.on("Network.responseReceived", ({ requestId, response }) => {
    const path = new URL(response.url).pathname;
    kinds.set(requestId, /\.\w+$/.exec(path)?.[0].slice(1) ?? "html");
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId) ?? "other";
    sizes.set(kind, (sizes.get(kind) ?? 0) + encodedDataLength);
  });
  await form.open();
  await form.awake();
  await page.waitForLoadState("networkidle");

  const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  const parts = [...sizes].map(([kind, size]) => `${kind} ${size}`).join(", ");
  console.log(`First page: ${total} bytes transferred (${parts})`);
  info.annotations.push({ type: "size", description: `${total} bytes: ${parts}` });
  for (const kind of ["html", "css", "js", "wasm"]) expect(sizes.get(kind) ?? 0, kind).toBeGreaterThan(500);
  expect(total).toBeLessThan(BUDGET);
});

test("the first page needs no WASM, and the next can be answered before it has come", { tag: "@scripts" }, async ({ page, form }) => {
  const held: (() => void)[] = [];
  let asked = 0;
  await page.route("**/*.wasm", async (route) => {
    asked += 1;
    await new Promise<void>((resolve) => held.push(resolve));
    // By then the page that asked may be gone.
    await route.continue().catch(() => {});
  });
  let posts = 0;
  page.on("request", (request) => (posts += request.method() === "POST" ? 1 : 0));
  await form.open();
  await form.goOn();
  await expect(form.summary).toBeFocused();
  expect(posts).toBe(0);
  await form.choose("event", "delay");
  await form.goOnTo("trip");
  await expect.poll(() => asked).toBeGreaterThan(0);
  // A mistake is told by the server then.
  await form.goOn();
  await expect(form.summary).toBeVisible();
  expect(posts).toBe(2);
  await form.write("origin", "BRE");
  await form.write("destination", "MAD");
  await form.goOnTo("flights");
  for (const release of held) release();
});

test("what the first page has fetched ahead is not fetched again", { tag: ["@once", "@scripts"] }, async ({ page, form }) => {
  await form.open();
  await page.waitForLoadState("networkidle");
  const session = await page.context().newCDPSession(page);
  const kept = new Map<string, boolean>();
  await session.send("Network.enable");
  session.on("Network.responseReceived", ({ response }) => {
    const kind = /\.(css|js|wasm)$/.exec(new URL(response.url).pathname)?.[1];
    if (kind) kept.set(kind, Boolean(response.fromDiskCache || response.fromPrefetchCache));
  });
  await form.choose("event", "delay");
  await form.goOnTo("trip");
  await form.awake();
  expect(Object.fromEntries(kept)).toEqual({ css: true, js: true, wasm: true });
});
