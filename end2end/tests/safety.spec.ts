import { Desk } from "../support/desk.ts";
import { expect, test } from "../support/fixtures.ts";
import { REVIEWER } from "../support/server.ts";
import { LISBON } from "../support/stories.ts";
import { words } from "../support/words.ts";

test("the desk opens for nobody without signing in, and closes on signing out", async ({ page, checked, browserErrors }) => {
  const desk = new Desk(page);
  browserErrors.expects(/401/);
  for (const path of ["/en/desk", "/en/desk/claims/AE-ABCD-2345"]) {
    await page.goto(path);
    await expect(page).toHaveURL((url) => url.pathname === "/en/desk/sign-in");
  }
  await checked(page);
  const answer = page.waitForResponse((response) => response.request().method() === "POST");
  await desk.trySignIn(REVIEWER.email, "not the password");
  await expect(page.locator("#error-summary")).toContainText(words("en", "desk.sign_in_wrong"));
  await expect(page.locator("#email")).toHaveValue(REVIEWER.email);
  await checked(page, { error: true, language: "en", answer: await answer });
  await desk.trySignIn("nobody@desk.example", REVIEWER.password);
  await expect(page.locator("#error-summary")).toContainText(words("en", "desk.sign_in_wrong"));

  await desk.signIn();
  await desk.search("nobody of this name");
  await expect(page.locator("main")).toContainText("Nothing found for “nobody of this name”");
  await checked(page);
  await desk.signOut();
  await expect(page.getByText(words("en", "desk.signed_out"))).toBeVisible();
  await checked(page);
  await page.goto("/en/desk");
  await expect(page).toHaveURL((url) => url.pathname === "/en/desk/sign-in");
});

test("a form that another site sends is refused with a page", { tag: "@once" }, async ({ page, form, browserErrors, checked }) => {
  const sent = await form.sendGiven(LISBON);
  browserErrors.expects(/403/);
  // A page of another origin, with a form that sends itself.
  const action = new URL("/form/tracking/withdraw", page.url()).href;
  await page.route("http://127.0.0.1:9/forged", (route) =>
    route.fulfill({
      contentType: "text/html",
      body: `<form method="post" action="${action}"><input name="language" value="en"><input name="reference" value="${sent.reference}"><button>Win</button></form>`,
    }),
  );
  await page.goto("http://127.0.0.1:9/forged");
  const answered = page.waitForResponse((response) => response.url() === action);
  await page.getByRole("button").click();
  expect((await answered).status()).toBe(403);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(words("en", "problems.forbidden"));
  await sent.open();
  await expect(page.locator("main")).toContainText(words("en", "tracking.next_submitted"));
  await checked(page);
});

test("two megabytes at once get a page, and what was saved stays", { tag: "@once" }, async ({ page, form, browserErrors }) => {
  await form.given(LISBON, "contact");
  browserErrors.expects(/413/);
  await page.locator("form#step").evaluate((form) => {
    const extra = document.createElement("textarea");
    extra.name = "form[extra]";
    extra.value = "x".repeat(2 * 1024 * 1024);
    form.append(extra);
  });
  await form.answer("contact", LISBON);
  await form.goOn();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(words("en", "problems.too_large"));
  await form.open("people");
  await expect(form.field("passenger-1")).toHaveValue("Inês Quitéria");
});

test("forms that are not ours get a plain answer and never a fault", { tag: "@once" }, async ({ request, baseURL }) => {
  const post = (path: string, data: string) =>
    request.post(path, {
      headers: { origin: baseURL ?? "", accept: "text/html", "content-type": "application/x-www-form-urlencoded" },
      data,
      maxRedirects: 0,
    });
  const bad = [
    ["/form/claim/save", ""],
    ["/form/claim/save", "step=nowhere&language=en"],
    ["/form/claim/save", "step=trip&language=xx"],
    ["/form/claim/save", "step=trip&language=en&then=explode"],
    ["/form/claim/save", "step=trip&language=en&form%5Borigin%5D=%ff%fe"],
    ["/form/tracking/withdraw", "language=en&reference=AE-0000-0000"],
    ["/form/desk/decide", "language=en&reference=x&version=-1"],
    ["/form/nothing", "a=b"],
  ] as const;
  for (const [path, data] of bad) {
    const response = await post(path, data);
    expect(response.status(), `${path} ${data}`).toBeGreaterThanOrEqual(300);
    expect(response.status(), `${path} ${data}`).toBeLessThan(500);
  }
});

test("cookies cannot be read by scripts, and nothing is kept in the browser's stores", { tag: ["@once", "@scripts"] }, async ({ page, form, desk }) => {
  await form.given(LISBON, "contact");
  const cookies = [...(await page.context().cookies()), ...(await desk.page.context().cookies())];
  expect(cookies.map(({ name }) => name).sort()).toEqual(["aero-desk", "aero-draft"]);
  for (const cookie of cookies) expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" });
  const kept = await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]);
  expect(kept).toEqual([0, 0, ""]);
});
