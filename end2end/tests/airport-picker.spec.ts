import type { Locator } from "@playwright/test";

import type { ClaimForm } from "../support/claim-form.ts";
import { expect, test } from "../support/fixtures.ts";
import { LISBON } from "../support/stories.ts";

async function listOf(form: ClaimForm, field: string): Promise<Locator> {
  await expect(form.field(field)).toHaveRole("combobox");
  return form.page.locator(`[id="${field}-list"]`);
}

test("an airport is found and taken by the keys alone", { tag: "@scripts" }, async ({ page, form, checked }) => {
  await form.given(LISBON, "trip");
  const field = form.field("origin");
  const list = await listOf(form, "origin");
  await field.focus();
  await page.keyboard.type("brem");
  await expect(field).toHaveAttribute("aria-expanded", "true");
  await expect(list.getByRole("option").first()).toHaveText(/^BRE/);
  await expect(list.getByRole("option").nth(1)).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: /airports? found/ })).toBeAttached();
  await checked(page);

  // Nothing is marked until the keys mark it.
  await expect(list.locator("[aria-selected=true]")).toHaveCount(0);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(list.getByRole("option").nth(1)).toHaveAttribute("aria-selected", "true");
  await expect(field).toHaveAttribute("aria-activedescendant", (await list.getByRole("option").nth(1).getAttribute("id")) ?? "");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await expect(field).toHaveValue(/Bremen.*\(BRE\)/);
  await expect(field).toHaveAttribute("aria-expanded", "false");
  await expect(page.locator("#origin-code")).toHaveText("BRE");
  await form.at("trip");

  // Escape closes the list and keeps what was typed.
  await form.field("destination").focus();
  await page.keyboard.type("madr");
  await expect((await listOf(form, "destination")).getByRole("option").first()).toContainText("MAD");
  await page.keyboard.press("Escape");
  await expect((await listOf(form, "destination")).getByRole("option")).toHaveCount(0);
  await expect(form.field("destination")).toHaveValue("madr");
  const found = page.waitForResponse((response) => response.url().endsWith("q=madrid"));
  await page.keyboard.type("id");
  await found;
  await expect((await listOf(form, "destination")).getByRole("option").first()).toContainText("MAD");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Tab");
  await expect(form.field("destination")).toHaveValue(/\(MAD\)$/);
  await page.locator("#destination").press("Enter");
  await form.at("flights");
});

test("an airport is found and taken by the mouse or a finger", { tag: "@scripts" }, async ({ page, form }) => {
  await form.given(LISBON, "trip");
  for (const [field, text, code] of [["origin", "lisb", "LIS"], ["destination", "frankf", "FRA"]] as const) {
    const list = await listOf(form, field);
    // The list changes under the pointer until the last letter is answered.
    const answered = page.waitForResponse((response) => response.url().endsWith(`q=${text}`));
    await form.field(field).pressSequentially(text);
    await answered;
    await expect(list.getByRole("option").first()).toHaveText(new RegExp(`^${code}`));
    await list.getByRole("option").first().click();
    await expect(form.field(field)).toHaveValue(new RegExp(`\\(${code}\\)$`));
    await expect(list.getByRole("option")).toHaveCount(0);
  }
  await form.goOnTo("flights");
});

test("a press on a button below the open list counts", { tag: "@scripts" }, async ({ form }) => {
  await form.given(LISBON, "trip");
  const list = await listOf(form, "destination");
  await form.field("origin").fill("LIS");
  await form.field("destination").pressSequentially("frankfurt");
  await expect(list.getByRole("option").first()).toBeVisible();
  await form.button("Add a stop").click();
  await expect(form.field("stop-1")).toBeVisible();
});

test("where the search for airports fails, the field is plain text that works", { tag: "@scripts" }, async ({ page, form, browserErrors }) => {
  browserErrors.expects(/api\/v1\/airports|ERR_FAILED/);
  await page.route("**/api/v1/airports*", (route) => route.abort());
  await form.given(LISBON, "trip");
  const list = await listOf(form, "origin");
  const asked = page.waitForEvent("requestfailed");
  await form.field("origin").pressSequentially("LIS");
  await asked;
  await expect(list.getByRole("option")).toHaveCount(0);
  await form.write("destination", "FRA");
  await form.goOnTo("flights");
});
