// What holds for every page, whatever is on it.
import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page, type Response } from "@playwright/test";
import { HtmlValidate } from "html-validate";

import { throughLens } from "./browser.ts";
import type { Language } from "./words.ts";

export interface Checked {
  /** Whether the title says that something is wrong; by default it must not. */
  error?: boolean;
  /** Of an address without one, like that of the answer to a form. */
  language?: Language;
  /** Whether to check the HTML as it was sent. */
  validate?: boolean;
  /** The answer to a form, which is the page: its address cannot be asked for again. */
  answer?: Response;
}

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const validator = new HtmlValidate({
  root: true,
  extends: ["html-validate:standard", "html-validate:document"],
  rules: {
    // How it is written down is no matter of validity.
    "void-style": "off",
    "attr-quotes": "off",
    "attribute-boolean-style": "off",
    "attribute-empty-style": "off",
    "doctype-style": "off",
    "no-trailing-whitespace": "off",
    "long-title": "off",
    // The summary of faults stands before the heading, as GOV.UK has it.
    "heading-level": "off",
    // Scripts and styles carry a nonce instead, and are our own.
    "require-sri": "off",
    "require-csp-nonce": "off",
    // Lists without bullets lose their role in some browsers; roles of tables
    // go when they are laid out anew.
    "no-redundant-role": "off",
    "prefer-native-element": "off",
    "no-implicit-button-type": "off",
  },
});

/** Axe, one heading, the title, the language, no sideways scroll. */
export async function checked(page: Page, what: Checked = {}): Promise<void> {
  const language = what.language ?? new URL(page.url()).pathname.split("/")[1] ?? "";
  const prefix = { en: "Error: ", fr: "Erreur : " }[language] ?? "Error: ";
  await expect(page).toHaveTitle(/^\S.* – Aero$/);
  expect((await page.title()).startsWith(prefix), "the title begins with the error prefix").toBe(what.error ?? false);
  await expect(page.locator("html")).toHaveAttribute("lang", language);
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);

  const { width, ...measured } = await page.evaluate(() => ({
    width: document.documentElement.scrollWidth,
    window: window.innerWidth,
    wide: [...document.querySelectorAll("body *")]
      .filter((element) => element.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
      .slice(0, 5)
      .map((element) => element.outerHTML.slice(0, 100)),
  }));
  const viewport = page.viewportSize()?.width ?? 0;
  if (width > viewport) expect(measured.wide, `${page.url()} scrolls sideways: ${width} of ${viewport}`).toEqual([]);
  expect(width, "no sideways scroll").toBeLessThanOrEqual(viewport);

  const { violations } = await throughLens(page, (lens) => new AxeBuilder({ page: lens }).setLegacyMode().withTags(RULES).analyze());
  const found = violations.map(({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.map((node) => `${node.target} ${node.failureSummary ?? ""}`).join("\n  ")}`);
  expect(found, `axe on ${new URL(page.url()).pathname}`).toEqual([]);

  if (what.validate) {
    const sent = what.answer ?? (await page.request.get(page.url()));
    await checkHtml(await sent.text());
  }
}

/** The HTML itself: nesting, identifiers, references, attributes. */
export async function checkHtml(html: string): Promise<void> {
  // Leptos marks places with comments that browsers forgive, and writes the
  // nonce into crossorigin, where any value means the same.
  html = html.replaceAll("<!>", "").replace(/ crossorigin="[\w-]*"/g, " crossorigin");
  const report = await validator.validateString(html);
  const faults = report.results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, column }) => `${ruleId}: ${message} (${line}:${column}) ${html.split("\n")[line - 1]?.slice(Math.max(0, column - 40), column + 80)}`),
  );
  expect(faults, "the HTML is valid").toEqual([]);
}
