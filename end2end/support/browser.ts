// What the tests need to know of the browser itself.
import { expect, type Page } from "@playwright/test";

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

/** Lets scripts of the test run on a page whose own scripts are off. */
export async function withScripts<T>(page: Page, run: () => Promise<T>): Promise<T> {
  if (scripts.get(page) !== false) return run();
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setScriptExecutionDisabled", { value: false });
  try {
    return await run();
  } finally {
    await session.send("Emulation.setScriptExecutionDisabled", { value: true });
    await session.detach();
  }
}
