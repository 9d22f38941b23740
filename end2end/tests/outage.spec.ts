import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { Desk } from "../support/desk.ts";
import { expect, test } from "../support/fixtures.ts";
import { REVIEWER, Server } from "../support/server.ts";
import { LISBON } from "../support/stories.ts";
import { words } from "../support/words.ts";

const script = fileURLToPath(new URL("../../deploy/local/postgres.sh", import.meta.url));

function postgres(...args: string[]): string {
  const env = { ...process.env, THROWAWAY: "1" };
  return execFileSync(script, args, { env, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
}

const own = test.extend<{ cluster: string; server: Server }>({
  cluster: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), "aero-outage."));
    try {
      // PostgreSQL's own account has to get there.
      execFileSync("chmod", ["711", folder]);
      postgres("start", folder);
      await use(folder);
    } finally {
      postgres("stop", folder);
      rmSync(folder, { recursive: true, force: true });
    }
  },
  server: async ({ cluster }, use, info) => {
    const url = postgres("url", cluster, "postgres");
    const server = await Server.start(url, info.outputPath("server.log"), { AERO_SIGN_IN_PER_MINUTE: "3" });
    await use(server);
    postgres("start", cluster);
    await server.stop();
  },
  baseURL: async ({ server }, use) => use(server.origin),
});

own("PostgreSQL stops in the middle: a friendly page, nothing lost, and work goes on when it is back", { tag: "@once" }, async ({ page, form, cluster, server, visitor, browserErrors, checked }) => {
  await page.goto("/en");
  await form.given(LISBON, "arrival");
  postgres("stop", cluster);
  browserErrors.expects(/503/);

  const opened = await page.goto("/en/claim/schedule");
  expect(opened?.status()).toBe(503);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(words("en", "problems.unavailable"));
  await checked(page);

  await page.goBack();
  await form.at("arrival");
  await form.answer("arrival", LISBON);
  const posted = page.waitForResponse((response) => response.request().method() === "POST");
  await form.goOn();
  expect((await posted).status()).toBe(503);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(words("en", "problems.unavailable"));

  // Who has not begun can still read the first pages.
  const other = await visitor();
  for (const path of ["/en", "/fr/claim/what-went-wrong", "/en/help"]) {
    expect((await other.goto(path))?.status(), path).toBe(200);
  }
  expect((await other.goto("/en/desk"))?.ok()).toBe(true);

  postgres("start", cluster);
  await server.until("/health/ready", 200);
  // Back in the browser, where what was typed still stands.
  await page.goBack();
  await form.at("arrival");
  await expect(form.field("actual-arrival-time")).toHaveValue("13:10");
  await form.goOnTo("reason");
  await form.back();
  await expect(form.field("actual-arrival-time")).toHaveValue("13:10");
});

own("too many tries to sign in have to wait", { tag: "@once" }, async ({ page, checked, browserErrors }) => {
  browserErrors.expects(/401|429/);
  const desk = new Desk(page);
  await page.goto("/en/desk/sign-in");
  for (let tries = 0; tries < 3; tries += 1) await desk.trySignIn(REVIEWER.email, "a guess");
  await desk.trySignIn(REVIEWER.email, REVIEWER.password);
  await expect(page.locator("#error-summary")).toContainText(words("en", "desk.sign_in_too_many"));
  await checked(page, { error: true, language: "en" });
});
