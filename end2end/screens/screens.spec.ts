import { expect, test } from "@playwright/test";

import { ClaimForm, type Step } from "../support/claim-form.ts";
import { Desk } from "../support/desk.ts";
import { ASUNCION, LISBON, MADRID } from "../support/stories.ts";

test("pictures of every page", async ({ browser }, info) => {
  const folder = process.env.SCREENS ?? "test-results/screens";
  const context = await browser.newContext({ baseURL: process.env.AERO_TEST_ORIGIN });
  const page = await context.newPage();
  const picture = async (name: string) => {
    await page.screenshot({ path: `${folder}/${info.project.name}-${name}.png`, fullPage: true, animations: "disabled" });
  };
  const form = new ClaimForm(page);

  await page.goto("/en");
  await picture("start");
  await page.goto("/fr");
  await picture("start-french");
  for (const name of ["help", "privacy"]) {
    await page.goto(`/en/${name}`);
    await picture(name);
  }

  await form.tell(ASUNCION, "trip");
  await form.awake();
  await form.goOn();
  await expect(form.summary).toBeVisible();
  await picture("trip-error");
  await page.locator("#origin").pressSequentially("brem");
  await expect(page.locator("#origin-list li").first()).toBeVisible();
  await picture("trip-picker");
  await page.keyboard.press("Escape");
  const sent = await form.send(ASUNCION, async (step: Step) => {
    await picture(step === "result" ? "result-owed" : `late-${step}`);
    if (step === "arrival") {
      await form.awake();
      await form.answer(step, ASUNCION);
      await picture("late-arrival-answered");
      await form.write("actual-arrival-day", "31");
      await form.write("actual-arrival-month", "2");
      await form.goOn();
      await expect(form.summary).toBeVisible();
      await picture("late-arrival-error");
    }
  });
  await picture("sent");
  await sent.open();
  await picture("follow");

  await form.tell(LISBON, "result");
  await picture("result-not-owed");
  await page.goto("/en");
  await picture("start-resume");
  await context.clearCookies({ name: "aero-draft" });
  await form.open();
  await form.choose("event", "other");
  await form.goOn();
  await picture("not-covered");

  await context.clearCookies({ name: "aero-draft" });
  const rejected = await form.send(MADRID, async (step) => {
    await picture(step === "result" ? "result-cancelled" : `cancelled-${step}`);
  });
  const french = new ClaimForm(page, "fr");
  await french.tell(MADRID, "result");
  await picture("result-french");

  const desk = new Desk(page);
  await page.goto("/en/desk/sign-in");
  await picture("sign-in");
  await desk.trySignIn("ines@desk.example", "not the password");
  await picture("sign-in-error");
  await desk.signIn();
  await picture("queue");
  await desk.search("nobody of this name");
  await picture("queue-empty-search");
  await page.goto("/en/desk");
  await desk.open(sent.reference);
  await picture("desk-claim");
  await desk.save();
  await expect(page.locator("#error-summary")).toBeVisible();
  await picture("desk-claim-error");
  await desk.approve("We checked the arrival with the airport. The airline named no reason that holds.");
  await desk.saved();
  await picture("desk-claim-decided");
  await page.goto("/en/desk");
  await desk.open(rejected.reference);
  await desk.reject("extraordinary", "The airline showed that the airspace was closed.");
  await desk.saved();
  await sent.open();
  await expect(page.locator("main")).toContainText(sent.reference);
  await picture("follow-approved");
  await rejected.open();
  await expect(page.locator("main")).toContainText(rejected.reference);
  await picture("follow-rejected");

  for (const problem of ["404", "503", "413"]) {
    await page.goto(`/en/problem/${problem}`);
    await picture(problem);
  }
  await context.close();
});
