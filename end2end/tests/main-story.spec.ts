import { expect, test } from "../support/fixtures.ts";
import { ASUNCION, MADRID } from "../support/stories.ts";
import { ClaimForm } from "../support/claim-form.ts";
import { words } from "../support/words.ts";

test("a passenger claims EUR 600 for Bremen to Asunción, a reviewer approves, the passenger sees it", async ({ page, form, desk, checked }) => {
  await page.goto("/en");
  await checked(page);
  await page.getByRole("link", { name: words("en", "claim_form.start.new") }).click();

  const sent = await form.send(ASUNCION, async (step) => {
    await checked(page);
    if (step !== "result") return;
    await expect(page.locator(".outcome")).toContainText("Likely owed");
    await expect(page.locator(".outcome .amount")).toHaveText("€600");
    await expect(page.locator(".outcome")).toContainText("11 h 00");
    await expect(page.locator(".outcome")).toContainText("Air France (AF)");
    // The reasons in order, each with what it rests on.
    const reasons = page.locator("main .reasons > *");
    const basis = ["3(1)(a)", "C-11/11", "C-402/07", "5(3)", "7(1)(c)"];
    await expect(reasons).toHaveCount(basis.length);
    for (const [index, article] of basis.entries()) await expect(reasons.nth(index)).toContainText(article);
  });
  expect(sent.reference).toMatch(/^[A-Z0-9-]{6,}$/);
  await checked(page);
  await sent.open();
  await expect(page.locator("main")).toContainText(sent.reference);
  await expect(page.locator("main")).toContainText(words("en", "tracking.next_submitted"));
  await checked(page);

  await checked(desk.page);
  await desk.search(sent.reference);
  await expect(desk.rows).toHaveCount(1);
  await expect(desk.rows).toContainText("Zuzanna Quillfeather");
  await expect(desk.rows).toContainText("€600");
  await checked(desk.page);
  await desk.open(sent.reference);
  for (const fact of ["11 h 00", "LA 1302", "Oskar Quillfeather", ASUNCION.email, "A technical fault"]) {
    await expect(desk.page.locator("main")).toContainText(fact);
  }
  await checked(desk.page);
  await desk.approve("We checked your arrival with the airport.\nThe airline owes you this sum.");
  await desk.saved();
  await expect(desk.decision).toContainText("Ines Okafor");
  await checked(desk.page);

  await sent.open();
  await expect(page.getByRole("heading", { name: "Your claim was approved" })).toBeVisible();
  await expect(page.locator("main")).toContainText("The airline owes you this sum.");
  await checked(page);
});

test("a cancelled flight gives EUR 125, told in French, and its rejection is explained in French", async ({ page, desk, checked }) => {
  const form = new ClaimForm(page, "fr");
  const sent = await form.send(MADRID, async (step) => {
    // The others are looked at in the story above.
    if (["notice", "schedule", "replacement", "result", "check"].includes(step)) await checked(page);
    if (step !== "result") return;
    await expect(page.locator(".outcome")).toContainText("Probablement dû");
    await expect(page.locator(".outcome .amount")).toHaveText(/^125\s€$/);
    await expect(page.locator("main")).toContainText("Art 7(2)");
  });
  await checked(page);

  await desk.search("béranger");
  await expect(desk.page.locator("table.queue")).toContainText(sent.reference);
  await desk.search("LH1112");
  await desk.open(sent.reference);
  await expect(desk.decision).toContainText(words("en", "desk.decide_hint_french"));
  await desk.reject("extraordinary", "L’espace aérien était fermé.");
  await desk.saved();

  await sent.open();
  await expect(page.locator("main")).toContainText("Votre demande n’a pas été acceptée");
  await expect(page.locator("main")).toContainText(words("fr", "tracking.reasons.extraordinary"));
  await expect(page.locator("main")).toContainText("L’espace aérien était fermé.");
  await checked(page);
});

test("what Aero cannot judge yet ends with what can be done instead", async ({ page, form, checked }) => {
  await form.open();
  await form.choose("event", "other");
  await form.goOnTo("result");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(words("en", "assessment.not_covered_title"));
  await checked(page);
});
