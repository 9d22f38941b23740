// The review desk.
import { expect, type Page } from "@playwright/test";

import { REVIEWER } from "./server.ts";
import { words, type Language } from "./words.ts";

export class Desk {
  constructor(
    readonly page: Page,
    readonly language: Language = "en",
  ) {}

  private say(key: string): string {
    return words(this.language, key);
  }

  get path(): string {
    return `/${this.language}/desk`;
  }

  async trySignIn(email: string, password: string): Promise<void> {
    await this.page.locator("#email").fill(email);
    await this.page.locator("#password").fill(password);
    await this.page.getByRole("button", { name: this.say("desk.sign_in_button"), exact: true }).click();
  }

  async signIn(): Promise<void> {
    await this.page.goto(this.path);
    await expect(this.page).toHaveURL((url) => url.pathname === `${this.path}/sign-in`);
    await this.trySignIn(REVIEWER.email, REVIEWER.password);
    await expect(this.page.getByRole("heading", { level: 1 })).toHaveText(this.say("desk.queue"));
  }

  async signOut(): Promise<void> {
    await this.page.getByRole("button", { name: this.say("desk.sign_out") }).click();
  }

  async search(text: string): Promise<void> {
    await this.page.locator("#q").fill(text);
    await this.page.getByRole("button", { name: this.say("desk.search_button"), exact: true }).click();
  }

  get rows() {
    return this.page.locator("table.queue tbody tr");
  }

  /** The part of a claim's page where it is decided. */
  get decision() {
    return this.page.locator("section:has(> * #decide), section:has(> #decide)");
  }

  async open(reference: string): Promise<void> {
    await this.page.getByRole("link", { name: reference, exact: true }).click();
    await expect(this.page.getByRole("heading", { level: 1 })).toContainText(reference);
  }

  async save(): Promise<void> {
    await this.page.getByRole("button", { name: this.say("desk.decide_button") }).click();
  }

  async approve(text: string): Promise<void> {
    await this.page.locator("input[name=verdict][value=approve]").check();
    await this.page.locator("#text").fill(text);
    await this.save();
  }

  async reject(reason: string, text: string): Promise<void> {
    await this.page.locator("input[name=verdict][value=reject]").check();
    await this.page.locator("#reason").selectOption(reason);
    await this.page.locator("#text").fill(text);
    await this.save();
  }

  async saved(): Promise<void> {
    await expect(this.page.getByText(this.say("desk.saved"))).toBeVisible();
  }
}
