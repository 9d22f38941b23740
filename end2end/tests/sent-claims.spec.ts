import { SentClaim } from "../support/claim-form.ts";
import { expect, test } from "../support/fixtures.ts";
import { LISBON, MADRID, somebody } from "../support/stories.ts";
import { words } from "../support/words.ts";

test("a double click on Send and the same form once more make one claim", async ({ page, form, desk, baseURL }) => {
  const person = somebody();
  await form.given({ ...LISBON, people: [person] }, "check");
  await form.answer("check", LISBON);
  await form.onward.dblclick();
  const sent = await SentClaim.justSent(page);

  // The browser's "send this form again?"
  const again = await page.request.post("/form/claim/send", {
    headers: { origin: baseURL ?? "" },
    form: { language: "en", "form[is-true]": "yes", "form[may-act]": "yes" },
    maxRedirects: 0,
  });
  expect(again.status()).toBe(303);
  expect(again.headers().location).toContain(sent.path);

  await desk.search(person);
  await expect(desk.rows).toHaveCount(1);
  await expect(desk.rows).toContainText(sent.reference);
  // Going back does not open the sent claim for changes.
  await page.goto("/en/claim/check");
  await form.at("what-went-wrong");
});

test("a new private link works and the old one is gone", async ({ page, form, checked, browserErrors }) => {
  const sent = await form.sendGiven(LISBON);
  const link = await sent.renew();
  expect(link).not.toBe(sent.link);
  await checked(page);
  await page.goto(link);
  await expect(page).toHaveURL(sent.path);
  await expect(page.locator("main")).toContainText(sent.reference);
  browserErrors.expects(/404/);
  const old = await page.goto(sent.link);
  expect(old?.status()).toBe(404);
  await expect(page.locator("main")).not.toContainText(sent.reference);
  await checked(page);
});

test("a claim can be withdrawn, and nobody decides on it then", async ({ page, form, desk, checked }) => {
  const sent = await form.sendGiven(MADRID);
  await sent.open();
  await sent.withdraw();
  await expect(page.getByRole("heading", { name: words("en", "tracking.withdrawn_title") })).toBeVisible();
  await expect(page.getByRole("button", { name: words("en", "tracking.withdraw_sure") })).toHaveCount(0);
  await checked(page);
  await desk.search(sent.reference);
  await desk.open(sent.reference);
  await expect(desk.page.locator("main")).toContainText(words("en", "desk.not_open"));
  await expect(desk.page.locator("input[name=verdict]")).toHaveCount(0);
  await checked(desk.page);
});

test("the reviewer who is second keeps the words and sees the first decision", async ({ form, desk, checked, visitor, javaScriptEnabled }) => {
  const sent = await form.sendGiven(LISBON);
  await desk.search(sent.reference);
  await desk.open(sent.reference);
  const other = await visitor();
  await other.context().addCookies(await desk.page.context().cookies());
  await other.goto(desk.page.url());
  await desk.reject("below_threshold", "An hour is not enough.");
  await desk.saved();
  if (javaScriptEnabled !== false) {
    // While it is written, one is told that it is too late.
    await other.bringToFront();
    await expect(other.locator("#live")).toContainText(words("en", "desk.claim_changed"));
  }

  await other.locator("input[name=verdict][value=approve]").check();
  await other.locator("#text").fill("I thought otherwise.");
  await other.getByRole("button", { name: words("en", "desk.decide_button") }).click();
  await expect(other.locator("#error-summary")).toContainText(words("en", "desk.fault_changed"));
  await expect(other.locator("main")).toContainText("An hour is not enough.");
  await expect(other.locator("#text")).toHaveValue("I thought otherwise.");
  await checked(other, { error: true });
});

test("a decision without an outcome, a reason or words is refused and nothing is lost", async ({ form, desk, checked }) => {
  const sent = await form.sendGiven(LISBON);
  const { page } = desk;
  await desk.search(sent.reference);
  await desk.open(sent.reference);
  await page.locator("#text").fill("Some words.");
  await desk.save();
  await expect(page.locator("#error-summary")).toContainText(words("en", "desk.fault_outcome"));
  await expect(page.locator("#text")).toHaveValue("Some words.");
  await checked(page, { error: true });
  await page.locator("input[name=verdict][value=reject]").check();
  await desk.save();
  await expect(page.locator("#error-summary")).toContainText(words("en", "desk.fault_reason"));
  await expect(page.locator("input[name=verdict][value=reject]")).toBeChecked();
  await page.locator("#reason").selectOption("other");
  await page.locator("#text").fill("");
  await desk.save();
  await expect(page.locator("#error-summary")).toContainText(words("en", "desk.fault_text"));
  await expect(page.locator("#reason")).toHaveValue("other");
});

test("who has the page of a claim open sees the decision arrive, without a reload", { tag: "@scripts" }, async ({ page, form, desk, checked }) => {
  const sent = await form.sendGiven(LISBON);
  await sent.open();
  const status = page.locator("#live");
  await expect(status).toHaveAttribute("role", "status");
  await expect(status).toHaveText("");
  // Half of withdrawing it: that part goes away with the decision.
  await page.locator("summary", { hasText: words("en", "tracking.withdraw") }).click();
  await page.getByRole("button", { name: words("en", "tracking.withdraw_sure") }).focus();
  await page.evaluate(() => Object.assign(window, { notReloaded: true }));

  await desk.search(sent.reference);
  await desk.open(sent.reference);
  await desk.reject("below_threshold", "An hour is not enough.");
  await desk.saved();

  await expect(page.locator("main")).toContainText("An hour is not enough.");
  await expect(status).toHaveText(words("en", "tracking.changed"));
  await expect(status).toBeFocused();
  await expect(page.getByRole("button", { name: words("en", "tracking.withdraw_sure") })).toHaveCount(0);
  expect(await page.evaluate(() => "notReloaded" in window)).toBe(true);
  await checked(page);
  // A reload shows the same, and nothing is news any more.
  await sent.open();
  await expect(page.locator("main")).toContainText("An hour is not enough.");
  await expect(status).toHaveText("");
});

test("what has the focus keeps it when another part of the page changes", { tag: ["@once", "@scripts"] }, async ({ page, form, desk }) => {
  const sent = await form.sendGiven(LISBON);
  await sent.open();
  const renew = page.getByRole("button", { name: words("en", "tracking.renew") });
  await renew.focus();
  await desk.search(sent.reference);
  await desk.open(sent.reference);
  await desk.reject("below_threshold", "An hour is not enough.");
  await desk.saved();
  await expect(page.locator("#live")).toHaveText(words("en", "tracking.changed"));
  await expect(renew).toBeFocused();
});

test("without scripts a reload shows the decision", { tag: "@once" }, async ({ form, desk, visitor }) => {
  const sent = await form.sendGiven(LISBON);
  const page = await visitor({ javaScriptEnabled: false });
  await page.goto(sent.link);
  await desk.search(sent.reference);
  await desk.open(sent.reference);
  await desk.reject("below_threshold", "An hour is not enough.");
  await desk.saved();
  await page.reload();
  await expect(page.locator("main")).toContainText("An hour is not enough.");
  await expect(page.locator("#live")).toHaveText("");
});
