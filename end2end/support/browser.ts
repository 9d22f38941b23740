// What the tests need to know of the browser itself.
import { expect, type BrowserContext, type Page } from "@playwright/test";

const scripts = new WeakMap<Page, boolean>();

/** Notes whether a page runs scripts. */
export function runsScripts(page: Page, yes: boolean): void {
  scripts.set(page, yes);
}

/** Until the check of the form listens; at once where there are no scripts. */
export async function hydrated(page: Page): Promise<void> {
  if (scripts.get(page) === false) return;
  const session = await page.context().newCDPSession(page);
  const listens = async () => {
    const { result } = await session.send("Runtime.evaluate", { expression: "document.getElementById('step')" });
    if (!result.objectId) return false;
    const { listeners } = await session.send("DOMDebugger.getEventListeners", { objectId: result.objectId });
    return listeners.some((listener) => listener.type === "submit");
  };
  await expect.poll(listens, { message: "the form is checked in the browser" }).toBe(true);
  await session.detach();
}

const lenses = new WeakMap<BrowserContext, Page>();

/** Looks at a page with scripts of the test. Where scripts are off they are off
 * for tests too: then at its copy, as it stands, in a page that runs them. */
export async function throughLens<T>(page: Page, look: (page: Page) => Promise<T>): Promise<T> {
  if (scripts.get(page) !== false) return look(page);
  const context = page.context();
  let lens = lenses.get(context);
  if (!lens) {
    const browser = context.browser();
    if (!browser) throw new Error("no browser");
    const other = await browser.newContext({ javaScriptEnabled: true });
    // At the end the browser itself may be quicker, and has closed it then.
    context.once("close", () => void other.close().catch(() => {}));
    lens = await other.newPage();
    lenses.set(context, lens);
  }
  const body = (await page.content()).replace(/<script\b[\s\S]*?<\/script>|<link rel="(modulepreload|preload)"[^>]*>/g, "");
  await lens.route(page.url(), (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body }));
  await lens.goto(page.url());
  const result = await look(lens);
  await lens.unrouteAll();
  return result;
}
