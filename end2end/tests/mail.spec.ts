import { ClaimForm } from "../support/claim-form.ts";
import { expect, test } from "../support/fixtures.ts";
import { ASUNCION } from "../support/stories.ts";
import type { Language } from "../support/words.ts";

const subjects: Record<Language, string> = {
  en: "We have your claim",
  fr: "Nous avons reçu votre demande",
};

for (const language of ["en", "fr"] as const) {
  test(`a claim sent in ${language} is answered by a mail whose link opens it`, async ({ page }) => {
    const mail = process.env.AERO_TEST_MAIL;
    if (!mail) throw new Error("AERO_TEST_MAIL is not set");
    const sent = await new ClaimForm(page, language).send(ASUNCION);
    const subject = `${subjects[language]} ${sent.reference}`;
    // It goes out after the page was answered; a reload shows what has come by then.
    await expect(async () => {
      await page.goto(mail);
      await expect(page.getByRole("link", { name: subject })).toBeVisible({ timeout: 500 });
    }).toPass();
    await page.getByRole("link", { name: subject }).click();
    await page.locator("pre a").first().click();
    await expect(page).toHaveURL(new RegExp(`/${language}/tracking/`));
    await expect(page.locator("main")).toContainText(sent.reference);
  });
}
