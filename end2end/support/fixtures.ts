// What every test gets: a watched browser, and the pages in the field's terms.
import { test as base, expect, type BrowserContext, type Page } from "@playwright/test";

import { runsScripts } from "./browser.ts";
import { checked as check, type Checked } from "./checks.ts";
import { ClaimForm } from "./claim-form.ts";
import { Desk } from "./desk.ts";

/** Collects what must not happen in a browser. */
export class BrowserErrors {
  private readonly seen: string[] = [];
  private readonly expected: RegExp[] = [];

  /** Without scripts, the browser says of files it got ahead of time for them that they are of no use. */
  withoutScripts(): void {
    this.expects(/^failed request: GET \/pkg\/\S+\.js csp$/);
    this.expects(/^warning in the console: The resource \S+\.wasm was preloaded using link preload but not used/);
  }

  /** A test that provokes an error says so, before it does. */
  expects(pattern: RegExp): void {
    this.expected.push(pattern);
  }

  watch(context: BrowserContext): void {
    context.on("console", (message) => {
      if (["error", "warning", "assert"].includes(message.type())) this.note(`${message.type()} in the console: ${message.text()}`);
    });
    context.on("weberror", (error) => this.note(`uncaught error: ${error.error().stack ?? error.error().message}`));
    context.on("requestfailed", (request) => {
      const why = request.failure()?.errorText ?? "";
      // Going on while a file still loads ends its request.
      if (why !== "net::ERR_ABORTED") this.note(`failed request: ${request.method()} ${new URL(request.url()).pathname} ${why}`);
    });
    context.on("response", (response) => {
      if (response.status() >= 400) this.note(`status of ${response.status()}: ${new URL(response.url()).pathname}`);
    });
    // Nothing comes from elsewhere.
    context.on("request", (request) => {
      const host = new URL(request.url()).hostname;
      if (request.url().startsWith("http") && host !== "127.0.0.1") this.note(`request to ${host}`);
    });
  }

  private note(text: string): void {
    this.seen.push(text);
  }

  get unexpected(): string[] {
    return this.seen.filter((text) => !this.expected.some((pattern) => pattern.test(text)));
  }
}

interface Fixtures {
  browserErrors: BrowserErrors;
  /** The claim form in English. */
  form: ClaimForm;
  /** Another visitor, in a browser of their own. */
  visitor: (options?: { javaScriptEnabled?: boolean }) => Promise<Page>;
  /** Looks at a page as a whole; see checks.ts. */
  checked: (page: Page, what?: Checked) => Promise<void>;
  /** The desk, with a reviewer who is signed in. */
  desk: Desk;
}

export const test = base.extend<Fixtures>({
  baseURL: async ({}, use) => use(process.env.AERO_TEST_ORIGIN),

  browserErrors: [
    async ({}, use) => {
      const browserErrors = new BrowserErrors();
      await use(browserErrors);
      expect(browserErrors.unexpected, "the browser has nothing to complain of").toEqual([]);
    },
    { auto: true },
  ],

  context: async ({ context, browserErrors }, use) => {
    browserErrors.watch(context);
    await use(context);
  },

  page: async ({ page, javaScriptEnabled, browserErrors }, use) => {
    runsScripts(page, javaScriptEnabled !== false);
    if (javaScriptEnabled === false) browserErrors.withoutScripts();
    await use(page);
  },

  form: async ({ page }, use) => use(new ClaimForm(page)),

  visitor: async ({ browser, browserErrors, baseURL, viewport, isMobile, hasTouch, javaScriptEnabled, locale }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (options = {}) => {
      const scripts = options.javaScriptEnabled ?? javaScriptEnabled;
      const context = await browser.newContext({ baseURL, viewport, isMobile, hasTouch, locale, javaScriptEnabled: scripts });
      contexts.push(context);
      browserErrors.watch(context);
      const page = await context.newPage();
      runsScripts(page, scripts !== false);
      if (scripts === false) browserErrors.withoutScripts();
      return page;
    });
    for (const context of contexts) await context.close();
  },

  checked: async ({}, use, info) => {
    const validate = info.project.name === "desktop-nojs";
    await use((page, what) => check(page, { validate, ...what }));
  },

  desk: async ({ visitor }, use) => {
    const desk = new Desk(await visitor());
    await desk.signIn();
    await use(desk);
  },
});

export { expect };
