import { AFTER_DELAY, ClaimForm } from "../support/claim-form.ts";
import { expect, test } from "../support/fixtures.ts";
import { LISBON } from "../support/stories.ts";
import { words } from "../support/words.ts";

test("a page that is not open yet leads to the one that is", async ({ form }) => {
  for (const step of ["trip", "result", "check"] as const) {
    await form.open(step);
    await form.at("what-went-wrong");
  }
  await form.given(LISBON, "flights");
  await form.open("contact");
  await form.at("flights");
  // A page of the other journey is none of this one.
  await form.open("notice");
  await form.at("flights");
});

test("Back leads page by page to the start, and every answer is still there", async ({ page, form }) => {
  await form.given(LISBON, "contact");
  for (const step of AFTER_DELAY.slice(0, AFTER_DELAY.indexOf("contact")).reverse()) {
    await form.back();
    await form.at(step);
    if (step === "arrival") await expect(form.field("actual-arrival-time")).toHaveValue("13:10");
    if (step === "what-went-wrong") await expect(form.radio("event", "delay")).toBeChecked();
  }
  await form.back();
  await expect(page).toHaveURL((url) => url.pathname === "/en");
});

test("an answer changed from the result or the check page leads back there", async ({ page, form }) => {
  await form.given(LISBON, "result");
  await expect(page.locator(".outcome")).toContainText(words("en", "assessment.probably_not"));
  await page.getByRole("link", { name: /^Change\s+Actual arrival$/ }).click();
  await form.at("arrival");
  await form.write("actual-arrival-time", "17:00");
  await form.goOnTo("result");
  await expect(page.locator(".outcome")).toContainText(words("en", "assessment.likely"));
  await expect(page.locator(".outcome")).toContainText("5 h 00");

  await form.leave("result");
  await form.answer("people", LISBON);
  await form.goOnTo("contact");
  await form.answer("contact", LISBON);
  await form.goOnTo("check");
  await page.getByRole("link", { name: /^Change\s+Flights$/ }).click();
  await form.at("flights");
  await form.write("flight-1", "");
  await form.goOn();
  await expect(form.summary).toBeVisible();
  // A mistake on the way does not forget where it came from.
  await form.write("flight-1", "TP580");
  await form.goOnTo("check");
  await expect(page.locator("main")).toContainText("TP 580");
});

test("who did not get there says what happened instead, and can say otherwise later", async ({ page, form, checked }) => {
  await form.given(LISBON, "arrival");
  const time = form.field("actual-arrival-time");
  const instead = form.radio("instead", "gave-up");
  await expect(instead).toBeHidden();
  await form.field("never-arrived").check();
  await expect(instead).toBeVisible();
  await expect(time).toBeVisible();
  await checked(page);
  await form.choose("instead", "gave-up");
  await expect(time).toBeHidden();
  await form.goOnTo("reason");
  await form.answer("reason", LISBON);
  await form.goOnTo("result");
  await expect(page.locator(".outcome")).toContainText(words("en", "assessment.costs_only"));
  await expect(page.locator("main")).toContainText(words("en", "assessment.waited_refund"));

  await page.getByRole("link", { name: /^Change\s+Actual arrival$/ }).click();
  await form.at("arrival");
  await expect(instead).toBeChecked();
  await form.choose("instead", "own-way");
  await form.writeMoment("actual-arrival", { ...LISBON.day, time: "17:00" });
  await form.goOnTo("result");
  await expect(page.locator(".outcome")).toContainText("5 h 00");
  await expect(page.locator("main")).toContainText(words("en", "claim_form.arrival.own_way"));
});

test("the language can be switched in the middle, and the answers stay", async ({ page, form, checked }) => {
  await form.given(LISBON, "schedule");
  await page.getByRole("link", { name: "Français" }).click();
  const french = new ClaimForm(page, "fr");
  await french.at("schedule");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Francfort");
  await checked(page);
  await french.answer("schedule", LISBON);
  await french.goOnTo("arrival");
  await french.back();
  await expect(french.field("booked-arrival-time")).toHaveValue("12:00");
  await page.getByRole("link", { name: "English" }).click();
  await form.at("schedule");
  await expect(form.field("booked-arrival-time")).toHaveValue("12:00");
});

test("a claim that was begun is gone on with from the start page", async ({ page, form, checked }) => {
  await form.given(LISBON, "arrival");
  await page.goto("/en");
  await checked(page);
  await page.getByRole("link", { name: words("en", "claim_form.start.resume") }).click();
  await form.at("arrival");
  await form.back();
  await expect(form.field("booked-arrival-time")).toHaveValue("12:00");
});

test("the bare address leads to the language that the browser asks for", { tag: "@once" }, async ({ page, request }) => {
  const asked = { "fr-CH, en;q=0.8": "/fr", "de, en;q=0.5": "/en", "de": "/en", "es, fr;q=0.2, en;q=0.1": "/fr" };
  for (const [header, path] of Object.entries(asked)) {
    const response = await request.get("/", { headers: { "accept-language": header }, maxRedirects: 0 });
    expect(response.status()).toBe(303);
    expect(response.headers().location, header).toBe(path);
  }
  await page.goto("/");
  await expect(page).toHaveURL((url) => url.pathname === "/en");
});

test("help, privacy and a page that is not there look as they should", async ({ page, checked, browserErrors }) => {
  browserErrors.expects(/404/);
  for (const path of ["/en/help", "/fr/privacy", "/en/api", "/fr/api", "/fr", "/en/nothing-here", "/fr/claim/rien"]) {
    const response = await page.goto(path);
    expect(response?.status()).toBe(/nothing|rien/.test(path) ? 404 : 200);
    await checked(page);
    // Help and language stand in the same place everywhere.
    await expect(page.locator("header nav a")).toHaveCount(2);
    await expect(page.locator("header nav a").first()).toHaveAttribute("href", /\/help$/);
  }
});
